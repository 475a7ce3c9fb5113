//! Files, filters and splits: fixtures with what they must give, reference splits and metrics, properties on arbitrary input,
//! and the figures of public data sets where they are at hand.

use std::collections::{HashMap, HashSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};

use dif_sr::data::atomic::{File, read_interactions, read_items};
use dif_sr::data::dataset::Dataset;
use dif_sr::data::interactions::{Interaction, by_user, k_core, number};
use dif_sr::data::open::open_atomic;
use dif_sr::data::split::{Part, samples, train_targets, windows};
use dif_sr::data::subset::SubsetConfig;
use dif_sr::error::Result;
use dif_sr::eval::floors::{item_cosine, markov, popularity, windowed_markov};
use dif_sr::eval::metrics::{Metrics, RankMetrics, rank};
use dif_sr::rng::stream;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Reference metrics are in double precision and rounded to 16 digits.
const EXACT: f64 = 1e-12;

fn under_tests(path: &str) -> PathBuf {
    crate::of_repository("tests").join(path)
}

fn read_json(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))).unwrap()
}

/// A folder with data sets that may not be shipped; `None`, said aloud, where it is absent.
fn public_data(files: &[&str]) -> Option<Vec<Vec<u8>>> {
    let folder = crate::of_repository("../shared/data");
    let read = |file: &&str| std::fs::read(folder.join(file));
    match files.iter().map(read).collect() {
        Ok(contents) => Some(contents),
        Err(error) => {
            eprintln!("SKIPPED: {} are not in {}: {error}", files.join(" and "), folder.display());
            None
        }
    }
}

fn describe(dataset: &Dataset) -> Value {
    let attributes =
        dataset.catalogue.attributes.iter().map(|a| json!({"name": a.name, "kind": a.kind, "values": a.values}));
    let items = dataset.catalogue.items[1..].iter().map(|item| json!({"name": item.name, "values": item.values}));
    json!({
        "users": dataset.users,
        "sequences": dataset.sequences.to_vec(),
        "attributes": attributes.collect::<Vec<_>>(),
        "items": items.collect::<Vec<_>>(),
        "raw": dataset.raw,
        "dropped": dataset.dropped,
        "reading": dataset.reading,
    })
}

fn open_fixture(folder: &Path) -> Result<Dataset> {
    let inter = std::fs::read(folder.join("shop.inter")).unwrap();
    let item = std::fs::read(folder.join("shop.item")).ok();
    let subset = std::fs::read(folder.join("subset.json")).ok();
    let subset = subset.map_or_else(SubsetConfig::default, |text| serde_json::from_slice(&text).unwrap());
    let item = item.as_ref().map(|bytes| File { name: "shop.item", bytes });
    open_atomic(File { name: "shop.inter", bytes: &inter }, item, &subset)
}

/// Every folder of `tests/fixtures` holds one rule: the files, and in `expected.json` the data set or the error that they give.
/// `WRITE_FIXTURES=1` writes what is given now, to be read before it is committed.
#[test]
fn every_fixture_gives_what_it_must() {
    let mut folders: Vec<PathBuf> = std::fs::read_dir(under_tests("fixtures"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.join("shop.inter").exists())
        .collect();
    folders.sort();
    assert!(folders.len() > 30);
    for folder in folders {
        let found = match open_fixture(&folder) {
            Ok(dataset) => describe(&dataset),
            Err(error) => json!({"message": error.to_string(), "error": error}),
        };
        if std::env::var_os("WRITE_FIXTURES").is_some() {
            std::fs::write(folder.join("expected.json"), format!("{found:#}\n")).unwrap();
        }
        assert_eq!(found, read_json(&folder.join("expected.json")), "{}", folder.display());
    }
}

#[test]
fn ranks_and_metrics_equal_the_reference() {
    let golden = read_json(&under_tests("golden/metrics.json"));
    let k: Vec<usize> = serde_json::from_value(golden["k"].clone()).unwrap();
    for case in golden["cases"].as_array().unwrap() {
        let scores: Vec<Vec<f64>> = serde_json::from_value(case["scores"].clone()).unwrap();
        let targets: Vec<u32> = serde_json::from_value(case["target"].clone()).unwrap();
        let histories: Vec<Vec<u32>> = serde_json::from_value(case["history"].clone()).unwrap();
        let rows = scores.iter().zip(&targets).zip(&histories);
        let (kept, masked): (Vec<f64>, Vec<f64>) = rows
            .map(|((scores, &target), history)| rank(scores.len(), |id| scores[id as usize], target, history))
            .map(|rank| (rank.kept, rank.masked))
            .unzip();
        for (protocol, ranks) in [("history_kept", kept), ("history_masked", masked)] {
            let name = format!("{} {protocol}", case["name"]);
            let expected = &case[protocol];
            assert_eq!(json!(ranks), expected["rank"], "{name}");
            let metrics = RankMetrics::from_ranks(&ranks, &k);
            for (index, k) in k.iter().enumerate() {
                for (found, metric) in [(metrics.recall[index], "recall"), (metrics.ndcg[index], "ndcg")] {
                    let reference = expected[metric][k.to_string()].as_f64().unwrap();
                    assert!((found - reference).abs() < EXACT, "{name}: {metric}@{k} {found} against {reference}");
                }
            }
            assert!((metrics.mrr - expected["mrr"].as_f64().unwrap()).abs() < EXACT, "{name}: mrr {}", metrics.mrr);
        }
    }
}

#[test]
fn core_numbering_and_split_equal_the_reference() {
    let golden = read_json(&under_tests("golden/split.json"));
    let max_len = usize::try_from(golden["max_len"].as_u64().unwrap()).unwrap();
    let core = usize::try_from(golden["core"].as_u64().unwrap()).unwrap();
    let mut inter = "user_id:token\titem_id:token\ttimestamp:float\n".to_owned();
    for row in golden["interactions"].as_array().unwrap() {
        writeln!(inter, "{}\t{}\t{}", row[0].as_str().unwrap(), row[1].as_str().unwrap(), row[2]).unwrap();
    }
    let file = File { name: "split.inter", bytes: inter.as_bytes() };
    let subset = SubsetConfig { core, ..SubsetConfig::default() };
    let dataset = open_atomic(file, None, &subset).unwrap();

    let tokens: Vec<&str> = dataset.catalogue.items.iter().map(|item| item.name.as_str()).collect();
    let ids: HashMap<&str, usize> = tokens.iter().enumerate().skip(1).map(|(id, token)| (*token, id)).collect();
    assert_eq!(json!(ids), golden["item_ids"]);
    let sequences: Vec<Value> =
        dataset.sequences.iter().zip(&dataset.users).map(|(items, user)| json!([user, items])).collect();
    let expected = golden["sequences"].as_array().unwrap();
    let expected: Vec<Value> = expected.iter().map(|s| json!([s["user_token"], s["items"]])).collect();
    assert_eq!(sequences, expected);
    let dropped = |what: &str| golden[format!("dropped_{what}")].as_array().unwrap().len();
    assert_eq!(
        (dataset.dropped[0].counts.users, dataset.dropped[0].counts.items),
        (dropped("users"), dropped("items"))
    );

    for (part, name) in [(Part::Train, "train"), (Part::Valid, "valid"), (Part::Test, "test")] {
        let found: Vec<Value> = samples(&dataset.sequences, part, max_len)
            .iter()
            .map(|sample| {
                let mut items = sample.history(&dataset.sequences).to_vec();
                let length = items.len();
                items.resize(max_len, 0);
                json!({"user": sample.user + 1, "length": length, "items": items, "target": sample.target_item(&dataset.sequences)})
            })
            .collect();
        assert_eq!(json!(found), golden["samples"][name], "{name}");
    }
}

/// The four printed digits of a metric at 10 and 20.
fn digits(metrics: &RankMetrics) -> [String; 4] {
    [metrics.recall[1], metrics.recall[2], metrics.ndcg[1], metrics.ndcg[2]].map(|value| format!("{value:.4}"))
}

fn assert_figures(found: &Metrics, kept: [&str; 4], masked: [&str; 4]) {
    assert_eq!(digits(&found.kept), kept);
    assert_eq!(digits(&found.masked), masked);
}

#[test]
fn movielens_gives_the_published_counts_and_floors() {
    let Some(files) = public_data(&["ml-100k.inter", "ml-100k.item"]) else { return };
    let inter = File { name: "ml-100k.inter", bytes: &files[0] };
    let item = File { name: "ml-100k.item", bytes: &files[1] };
    let dataset = open_atomic(inter, Some(item), &SubsetConfig::default()).unwrap();
    let summary = dataset.summary();
    assert_eq!((summary.raw.users, summary.raw.items, summary.raw.interactions), (943, 1682, 100_000));
    assert_eq!((summary.users, summary.items, summary.interactions), (943, 1349, 99_287));
    assert_eq!(format!("{:.1} {} {}", summary.mean_length, summary.median_length, summary.max_length), "105.3 64 648");
    assert_eq!(dataset.sequences.iter().map(Vec::len).min(), Some(19));
    assert_eq!(summary.train_targets, 96_458);
    assert_eq!(samples(&dataset.sequences, Part::Train, 50).len(), 96_458);
    let attributes: Vec<String> = summary
        .attributes
        .iter()
        .map(|a| format!("{} {:?} {} {:.2}", a.name, a.kind, a.values, a.mean_values))
        .collect();
    assert_eq!(attributes, ["release_year Single 72 1.00", "class Bag 19 1.81"]);
    assert!(dataset.catalogue.items.iter().any(|item| item.name == "Toy Story"));
    assert!(dataset.sequences.iter().all(|items| items.iter().collect::<HashSet<_>>().len() == items.len()));

    let (rows, test) = (dataset.catalogue.items.len(), samples(&dataset.sequences, Part::Test, 50));
    assert_figures(
        &popularity(&dataset.sequences, rows, &test),
        ["0.0498", "0.0901", "0.0224", "0.0323"],
        ["0.0870", "0.1283", "0.0445", "0.0549"],
    );
    assert_figures(
        &markov(&dataset.sequences, rows, &test),
        ["0.1113", "0.1782", "0.0558", "0.0724"],
        ["0.1453", "0.2269", "0.0762", "0.0967"],
    );
    assert_figures(
        &item_cosine(&dataset.sequences, rows, &test),
        ["0.0986", "0.1580", "0.0514", "0.0664"],
        ["0.1665", "0.2545", "0.0953", "0.1173"],
    );
    assert_figures(
        &windowed_markov(&dataset.sequences, rows, &test),
        ["0.1442", "0.2460", "0.0734", "0.0989"],
        ["0.1941", "0.2895", "0.1025", "0.1269"],
    );
}

#[test]
fn beauty_gives_the_published_counts_and_floors() {
    let Some(files) = public_data(&["Beauty.txt"]) else { return };
    // One user a line, `user item item ...` in time order.
    let lines = std::str::from_utf8(&files[0]).unwrap().lines();
    let mut rows = Vec::new();
    for (time, line) in (0_u32..).zip(lines) {
        let ids: Vec<u32> = line.split(' ').map(|id| id.parse().unwrap()).collect();
        rows.extend(ids[1..].iter().map(|&item| Interaction { user: ids[0], item, time: f64::from(time) }));
    }
    let numbered = number(&by_user(&k_core(rows, 5, 5)));
    let sequences = numbered.sequences;
    assert_eq!((sequences.len(), numbered.items.len() - 1), (22_363, 12_101));
    assert_eq!(sequences.iter().map(Vec::len).sum::<usize>(), 198_502);
    assert_eq!(train_targets(&sequences), 131_413);

    let test = samples(&sequences, Part::Test, 50);
    assert_figures(
        &popularity(&sequences, numbered.items.len(), &test),
        ["0.0120", "0.0195", "0.0055", "0.0073"],
        ["0.0120", "0.0204", "0.0056", "0.0076"],
    );
    assert_figures(
        &markov(&sequences, numbered.items.len(), &test),
        ["0.0661", "0.0821", "0.0428", "0.0468"],
        ["0.0670", "0.0824", "0.0440", "0.0479"],
    );
    assert_figures(
        &item_cosine(&sequences, numbered.items.len(), &test),
        ["0.0552", "0.0780", "0.0308", "0.0365"],
        ["0.0645", "0.0871", "0.0386", "0.0443"],
    );
    assert_figures(
        &windowed_markov(&sequences, numbered.items.len(), &test),
        ["0.0779", "0.1018", "0.0485", "0.0545"],
        ["0.0816", "0.1048", "0.0518", "0.0576"],
    );
}

fn a_log() -> impl Strategy<Value = Vec<Interaction>> {
    let row = (0..12_u32, 0..15_u32, 0..4_u32).prop_map(|(user, item, time)| Interaction {
        user,
        item,
        time: f64::from(time),
    });
    prop::collection::vec(row, 0..160)
}

/// Bytes that come close to an atomic file more often than plain noise does.
fn nearly_a_file() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop::sample::select(vec![
        "user_id:token",
        "item_id:token",
        "timestamp:float",
        "title:token_seq",
        "a:float_seq",
        "user_id",
        ":",
        "\t",
        "\t",
        "\n",
        "\n",
        "\r\n",
        "ann",
        "7",
        "-0",
        "1e999",
        "nan",
        "",
        " ",
        ",",
        "::",
        "\u{feff}",
        "é",
    ]);
    let text = prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat().into_bytes());
    let with_header = text.clone().prop_map(|body| {
        let mut file = b"user_id:token\titem_id:token\ttimestamp:float\n".to_vec();
        file.extend(body);
        file
    });
    prop_oneof![prop::collection::vec(any::<u8>(), 0..200), text, with_header]
}

proptest! {
    #[test]
    fn no_bytes_make_the_readers_panic(inter in nearly_a_file(), item in nearly_a_file(), core in 1..3_usize) {
        let inter = File { name: "any.inter", bytes: &inter };
        let item = File { name: "any.item", bytes: &item };
        let subset = SubsetConfig { core, ..SubsetConfig::default() };
        let _ = (read_interactions(inter, None), read_items(item));
        let _ = (open_atomic(inter, Some(item), &subset), open_atomic(inter, None, &subset));
    }

    #[test]
    fn a_written_log_is_read_back(log in a_log()) {
        let mut text = "item_id:token\ttimestamp:float\tuser_id:token\n".to_owned();
        for row in &log {
            writeln!(text, "i{}\t{}\tu{}", row.item, row.time, row.user).unwrap();
        }
        match read_interactions(File { name: "log.inter", bytes: text.as_bytes() }, None) {
            Err(_) => prop_assert!(log.is_empty()),
            Ok(read) => {
                prop_assert_eq!(read.rows.len(), log.len());
                for (found, row) in read.rows.iter().zip(&log) {
                    prop_assert_eq!(read.users.name(found.user), format!("u{}", row.user));
                    prop_assert_eq!(read.items.name(found.item), format!("i{}", row.item));
                    prop_assert!(found.time.total_cmp(&row.time).is_eq());
                }
            }
        }
    }

    #[test]
    fn the_core_is_a_fixed_point_and_the_largest_one(log in a_log(), core in 1..6_usize) {
        let kept = k_core(log.clone(), core, core);
        prop_assert_eq!(&k_core(kept.clone(), core, core), &kept);
        // Dropping one bad user or item at a time, in another order, ends at the same place.
        let mut rows = log;
        let frequency = |rows: &[Interaction], same: &dyn Fn(&Interaction) -> bool| rows.iter().filter(|r| same(r)).count();
        while let Some(bad) = rows
            .iter()
            .rev()
            .find(|row| frequency(&rows, &|r| r.item == row.item) < core || frequency(&rows, &|r| r.user == row.user) < core)
            .copied()
        {
            let item_is_bad = frequency(&rows, &|r| r.item == bad.item) < core;
            rows.retain(|row| if item_is_bad { row.item != bad.item } else { row.user != bad.user });
        }
        prop_assert_eq!(rows, kept);
    }

    #[test]
    fn nothing_of_the_test_reaches_training(log in a_log(), max_len in 1..8_usize, seed in any::<u64>()) {
        let sequences = number(&by_user(&log)).sequences;
        let mut targets = HashSet::new();
        for part in [Part::Train, Part::Valid, Part::Test] {
            for sample in samples(&sequences, part, max_len) {
                // No target twice, in whatever part; no history that reaches its target; no longer than asked for.
                prop_assert!(targets.insert((sample.user, sample.target)));
                prop_assert!(sample.start < sample.target && sample.target - sample.start <= max_len);
                prop_assert_eq!(part == Part::Train, sample.target < sequences.training_part(sample.user).len());
            }
        }
        let all: usize = sequences.iter().map(|items| items.len().saturating_sub(1)).sum();
        prop_assert_eq!(targets.len(), all);
        for window in windows(&sequences, max_len, &mut stream(seed, "test")) {
            prop_assert!(window.end < sequences.training_part(window.user).len());
            prop_assert!((1..=max_len).contains(&(window.end - window.start)));
        }
    }

    #[test]
    fn a_subset_keeps_its_promises(
        log in a_log(),
        core in 1..4_usize,
        max_items in prop::option::of(2..10_usize),
        max_users in prop::option::of(1..8_usize),
        min_length in prop::option::of(1..8_usize),
        max_session in prop::option::of(3..9_usize),
    ) {
        let config = SubsetConfig { order: None, core, max_items, min_length, max_users, max_session };
        let before = log.len();
        let (users, dropped) = config.apply(log);
        let rows = users.concat();
        let numbered = number(&users);
        prop_assert!(numbered.items.len() - 1 <= max_items.unwrap_or(usize::MAX));
        prop_assert!(users.len() <= max_users.unwrap_or(usize::MAX));
        prop_assert!(users.iter().all(|rows| rows.len() <= max_session.unwrap_or(usize::MAX)));
        let least = min_length.unwrap_or(1).min(max_session.unwrap_or(usize::MAX));
        prop_assert!(users.iter().all(|rows| rows.len() >= least));
        prop_assert_eq!(before, rows.len() + dropped.iter().map(|dropped| dropped.counts.interactions).sum::<usize>());
    }
}
