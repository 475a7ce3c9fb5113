//! The results page, in Markdown.

use std::fmt::Write;

use dif_sr::config::systems::{SideInformation, System, systems};
use dif_sr::eval::metrics::{Metrics, RankMetrics};

use super::log::Finished;
use super::suite::{DataSet, Planned, Suite};

/// The figures of a column, from the metrics of one run.
type Protocol = fn(&Metrics) -> &RankMetrics;

/// Runs of the suite, with their logs where they are there.
pub type Runs<'a> = Vec<(Planned<'a>, Option<Finished>)>;

/// The page.
pub fn page(suite: &Suite, runs: &Runs) -> String {
    let mut page = String::from(
        "# Results\n\n\
         Made by `dif-sr results` from the logs in `docs/results`; the runs are listed in `docs/results.json`. Full ranking of all items,\n\
         leave-one-out, ties averaged. Every run keeps the epoch with the best validation Recall@20. Figures are means over seeds, with\n\
         the standard deviation between seeds after ±; with one seed, the standard error over the test sessions follows in brackets.\n",
    );
    for data in &suite.data {
        let of_data: Vec<_> = runs.iter().filter(|(planned, _)| planned.data.id == data.id).collect();
        section(&mut page, data, &of_data);
    }
    paper(&mut page, suite);
    page
}

fn section(page: &mut String, data: &DataSet, runs: &[&(Planned, Option<Finished>)]) {
    let finished: Vec<(&Planned, &Finished)> =
        runs.iter().filter_map(|(planned, log)| Some((planned, log.as_ref()?))).collect();
    let _ = writeln!(page, "\n## {}\n\n{}", data.title, data.note);
    if let Some((_, first)) = finished.first() {
        let d = &first.start.data;
        let _ = writeln!(
            page,
            "\n{} users, {} items, {} interactions (fingerprint `{}`). Settings: `--preset {}`{}.",
            d.users,
            d.items,
            d.interactions,
            d.fingerprint,
            data.preset,
            data.set.iter().flat_map(|change| [" `--set ", change.as_str(), "`"]).collect::<String>()
        );
        table(page, "History kept as candidates (the paper's protocol)", data, &finished, |metrics| &metrics.kept);
        table(page, "History masked", data, &finished, |metrics| &metrics.masked);
        marks(page, data, &finished);
        listing(page, &finished);
    }
    let missing: Vec<&Planned> = runs.iter().filter(|(_, log)| log.is_none()).map(|(planned, _)| planned).collect();
    let Some(first) = missing.first() else { return };
    let _ = writeln!(
        page,
        "\n### Not run yet\n\n`dif-sr results --train --files FOLDER --only {}/` runs these; one alone, where the files are:\n\n    {}\n",
        data.id,
        first.command()
    );
    for system in &data.systems {
        let seeds: Vec<String> =
            missing.iter().filter(|planned| planned.system == system).map(|planned| planned.seed.to_string()).collect();
        if !seeds.is_empty() {
            let _ = writeln!(page, "* {system}: seeds {}", seeds.join(", "));
        }
    }
}

fn table(page: &mut String, title: &str, data: &DataSet, finished: &[(&Planned, &Finished)], of: Protocol) {
    let _ = writeln!(
        page,
        "\n### {title}\n\n| system | side information enters | seeds | R@10 | R@20 | N@10 | N@20 |\n|---|---|---|---|---|---|---|"
    );
    let known = systems();
    for system in known.iter().filter(|system| data.systems.contains(&system.id)) {
        let tests: Vec<&Metrics> = (finished.iter())
            .filter(|(planned, _)| planned.system == system.id)
            .map(|(_, log)| &log.end.test)
            .collect();
        if !tests.is_empty() {
            let _ = writeln!(
                page,
                "| {} | {} | {} | {} |",
                system.name,
                entrances(system),
                tests.len(),
                figures(&tests, of)
            );
        }
    }
    let floors = &finished[0].1.end.floors;
    for (name, metrics) in [
        ("windowed Markov (5)", &floors.windowed_markov),
        ("item-item cosine", &floors.item_cosine),
        ("Markov", &floors.markov),
        ("popularity", &floors.popularity),
    ] {
        let _ = writeln!(page, "| *{name}* | counted, not trained | | {} |", figures(&[metrics], of));
    }
}

/// Recall and NDCG at 10 and 20 as cells.
fn figures(tests: &[&Metrics], of: Protocol) -> String {
    let column = |value: fn(&RankMetrics, usize) -> (f64, f64), cutoff: usize| {
        let of_runs = tests.iter().map(|&metrics| {
            let metrics = of(metrics);
            metrics.k.iter().position(|&k| k == cutoff).map_or((f64::NAN, f64::NAN), |at| value(metrics, at))
        });
        let (values, errors): (Vec<f64>, Vec<f64>) = of_runs.unzip();
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        match values.len() {
            1 => format!("{mean:.4} ({:.4})", errors[0]),
            n => {
                let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
                format!("{mean:.4} ± {:.4}", (squares / (n - 1) as f64).sqrt())
            }
        }
    };
    let recall = |metrics: &RankMetrics, at: usize| (metrics.recall[at], metrics.recall_se[at]);
    let ndcg = |metrics: &RankMetrics, at: usize| (metrics.ndcg[at], metrics.ndcg_se[at]);
    [column(recall, 10), column(recall, 20), column(ndcg, 10), column(ndcg, 20)].join(" | ")
}

fn entrances(system: &System) -> String {
    let words: Vec<&str> = (system.enters.iter())
        .map(|place| match place {
            SideInformation::Input => "input",
            SideInformation::Attention => "attention",
            SideInformation::Output => "output",
            SideInformation::Loss => "loss",
        })
        .collect();
    if words.is_empty() { "never".into() } else { words.join(", ") }
}

fn marks(page: &mut String, data: &DataSet, finished: &[(&Planned, &Finished)]) {
    let Some(marks) = &data.marks else { return };
    let _ = writeln!(
        page,
        "\nMarks: validation Recall@20 at least {}, test Recall@10 at least {} with the history kept and {} with it masked.",
        marks.valid_recall_20, marks.test_recall_10, marks.test_recall_10_masked
    );
    for (planned, log) in finished.iter().filter(|(planned, _)| marks.systems.iter().any(|id| id == planned.system)) {
        let at = |metrics: &RankMetrics, cutoff| {
            metrics.k.iter().position(|&k| k == cutoff).map_or(0.0, |at| metrics.recall[at])
        };
        let (valid, test) = (&log.end.valid, &log.end.test);
        let found = [at(&valid.kept, 20), at(&test.kept, 10), at(&test.masked, 10)];
        let met = found[0] >= marks.valid_recall_20
            && found[1] >= marks.test_recall_10
            && found[2] >= marks.test_recall_10_masked;
        let word = if met { "met" } else { "**missed**" };
        let _ = writeln!(
            page,
            "* {}, seed {}: {:.4}, {:.4}, {:.4}: {word}",
            planned.system, planned.seed, found[0], found[1], found[2]
        );
    }
}

fn listing(page: &mut String, finished: &[(&Planned, &Finished)]) {
    let _ = writeln!(
        page,
        "\n### Runs\n\n| system | seed | parameters | best epoch | minutes | device | date | command |\n|---|---|---|---|---|---|---|---|"
    );
    for (planned, log) in finished {
        let _ = writeln!(
            page,
            "| {} | {} | {} | {} | {:.1} | {} | {} | `{}` |",
            planned.system,
            planned.seed,
            log.start.parameters,
            log.end.best_epoch,
            log.end.seconds / 60.0,
            log.start.device,
            log.start.date.split('T').next().unwrap_or_default(),
            planned.command()
        );
    }
}

fn paper(page: &mut String, suite: &Suite) {
    let paper = &suite.paper;
    let _ = writeln!(page, "\n## The paper's table\n\n**Not measured here.** {}. {}\n", paper.source, paper.note);
    let _ = writeln!(page, "| system | {} |\n|---|{}", paper.columns.join(" | "), "---|".repeat(paper.columns.len()));
    for (name, figures) in &paper.rows {
        let figures: Vec<String> = figures.iter().map(|figure| format!("{figure:.4}")).collect();
        let _ = writeln!(page, "| {name} | {} |", figures.join(" | "));
    }
}
