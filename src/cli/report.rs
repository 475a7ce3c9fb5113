//! Metrics as a table for people.

use dif_sr::eval::floors::Floors;
use dif_sr::eval::metrics::{Metrics, RankMetrics};

/// Prints a model beside the floors, with the history kept and masked, every figure with its standard error.
pub fn print(title: &str, model: &str, metrics: &Metrics, floors: &Floors) {
    println!("{title}: {} sessions, full ranking; in brackets one standard error", metrics.sessions);
    let mut rows = vec![
        (model, metrics),
        ("popularity", &floors.popularity),
        ("Markov", &floors.markov),
        ("windowed Markov", &floors.windowed_markov),
        ("item-item cosine", &floors.item_cosine),
    ];
    if let Some(ceiling) = &floors.ceiling {
        rows.push(("best possible", ceiling));
    }
    for (protocol, of) in [
        ("history kept as candidates (the paper's protocol)", (|m| &m.kept) as fn(&Metrics) -> &RankMetrics),
        ("history masked", |m| &m.masked),
    ] {
        println!("\n{protocol}");
        let columns: Vec<String> =
            of(metrics).k.iter().map(|k| format!("{:>16}{:>16}", format!("R@{k}"), format!("N@{k}"))).collect();
        let heading = columns.concat();
        println!("{:<18}{heading}{:>9}", "", "MRR");
        for (name, metrics) in &rows {
            let metrics = of(metrics);
            let figure = |value: f64, error: f64| format!("{:>16}", format!("{value:.4} ({error:.4})"));
            let figures: String = (0..metrics.k.len())
                .map(|k| figure(metrics.recall[k], metrics.recall_se[k]) + &figure(metrics.ndcg[k], metrics.ndcg_se[k]))
                .collect();
            println!("{name:<18}{figures}{:>9.4}", metrics.mrr);
        }
    }
}
