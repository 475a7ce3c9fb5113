//! A log split at two moments of time: exact targets, no training click later than the first moment, and what such a split refuses.

use std::path::PathBuf;
use std::process::{Command, Output};

use burn::tensor::Device;
use dif_sr::data::dataset::Dataset;
use dif_sr::data::imported::{Keep, open_imported, remains};
use dif_sr::data::split::{HoldOut, Part, samples, windows};
use dif_sr::error::Result;
use dif_sr::lab::Lab;
use dif_sr::rng::stream;
use dif_sr_import::source::Held;
use dif_sr_import::{Choices, Imported, Source, import};
use serde_json::{Value, json};

const DAY: u64 = 86_400;

/// Twenty clicks, one a day: validation begins with day 17, test with day 19.
const CLICKS: [(&str, &[u64]); 3] =
    [("ann", &[1, 3, 5, 7, 9, 11, 13, 15, 17, 19]), ("bob", &[2, 4, 6, 8, 10, 12, 14, 16]), ("cy", &[18, 20])];

/// A log whose items are named by user and day, newest user first so that the order of the file says nothing.
fn log(clicks: &[(&str, &[u64])]) -> String {
    let rows = clicks.iter().rev().flat_map(|(user, days)| {
        days.iter().rev().map(move |day| format!("{user},{user}{day},{}\n", 1_500_000_000 + day * DAY))
    });
    format!("user,item,time\n{}", rows.collect::<String>())
}

fn read(text: &str) -> Imported {
    let file = Held { name: "clicks.csv", content: text.as_bytes() };
    let (report, imported) = import(&[&file as &dyn Source], &Choices::default());
    imported.unwrap_or_else(|| panic!("{:?}", report.refused))
}

fn keep(split: HoldOut) -> Keep {
    let subset = serde_json::from_value(json!({"core": 1})).unwrap();
    Keep { subset, split, ..Keep::default() }
}

fn open(text: &str, split: HoldOut) -> Result<Dataset> {
    open_imported("clicks.csv", &read(text), &keep(split)).map(|(data, _)| data)
}

/// The targets of a part by their names, each with the length of its history.
fn targets(data: &Dataset, part: Part) -> Vec<(&str, usize)> {
    let name = |item: u32| data.tokens[item as usize].as_str();
    let all = samples(&data.sequences, part, usize::MAX);
    all.iter().map(|sample| (name(sample.target_item(&data.sequences)), sample.target)).collect()
}

/// Clicks that training sees, by their names.
fn trained(data: &Dataset) -> Vec<&str> {
    data.sequences.training_parts().flatten().map(|&item| data.tokens[item as usize].as_str()).collect()
}

#[test]
fn each_period_asks_for_the_last_click_of_each_user_who_has_a_history() {
    let data = open(&log(&CLICKS), HoldOut::Time).unwrap();
    assert_eq!(targets(&data, Part::Valid), [("ann17", 8)], "cy's click of day 18 has no history");
    assert_eq!(targets(&data, Part::Test), [("cy20", 1), ("ann19", 9)]);
    assert_eq!(targets(&data, Part::Train).len(), 7 + 7);
    let day = |item: &str| item.trim_start_matches(char::is_alphabetic).parse::<u64>().unwrap();
    assert!(trained(&data).into_iter().all(|item| day(item) < 17), "nothing is learned from what came later");
    for window in windows(&data.sequences, 3, &mut stream(1, "phase")) {
        assert!(window.whole(&data.sequences).iter().all(|&item| day(&data.tokens[item as usize]) < 17));
    }
    let counted: u32 = data.catalogue.items.iter().map(|item| item.count).sum();
    assert_eq!(counted, 16);
    let seconds = |day: u64| (1_500_000_000 + day * DAY).cast_signed();
    assert_eq!(data.reading.unwrap().held_from, Some([seconds(17), seconds(19)]));
    assert_eq!(data.sequences.hold_out(), HoldOut::Time);
}

#[test]
fn clicks_of_one_moment_stay_on_one_side() {
    let ties: [(&str, &[u64]); 3] = [CLICKS[0], ("bob", &[2, 4, 6, 8, 10, 12, 14, 17]), ("cy", &[17, 19])];
    let data = open(&log(&ties), HoldOut::Time).unwrap();
    assert_eq!(targets(&data, Part::Valid), [("bob17", 7), ("ann17", 8)]);
    assert_eq!(targets(&data, Part::Test), [("cy19", 1), ("ann19", 9)]);
}

#[test]
fn what_is_held_out_otherwise_is_as_it_was() {
    let text = log(&CLICKS);
    let usual = open(&text, HoldOut::LeaveOneOut).unwrap();
    assert_eq!(targets(&usual, Part::Valid), [("bob14", 6), ("ann17", 8)]);
    assert_eq!(targets(&usual, Part::Test), [("cy20", 1), ("bob16", 7), ("ann19", 9)]);
    assert!(trained(&usual).contains(&"ann15") && usual.reading.as_ref().unwrap().held_from.is_none());
    let by_time = open(&text, HoldOut::Time).unwrap();
    assert_eq!(*usual.sequences, *by_time.sequences, "the same clicks");
    assert_ne!(usual.fingerprint(), by_time.fingerprint());
    // What was kept of before says nothing of it, and neither does what is kept now.
    let before: Keep = serde_json::from_str(r#"{"subset": {"core": 1}}"#).unwrap();
    assert_eq!(before, keep(HoldOut::LeaveOneOut));
    assert!(serde_json::to_value(&before).unwrap().get("split").is_none());
    assert_eq!(serde_json::to_value(keep(HoldOut::Time)).unwrap()["split"], "time");
}

#[test]
fn the_counts_follow_the_choice() {
    let imported = read(&log(&CLICKS));
    let of = |split| {
        let left = remains("clicks.csv", &imported, &keep(split)).unwrap();
        [left.train_targets, left.valid_targets, left.test_targets]
    };
    assert_eq!(of(HoldOut::LeaveOneOut), [7 + 5, 2, 3]);
    assert_eq!(of(HoldOut::Time), [14, 1, 2]);
    let none = Keep { subset: serde_json::from_value(json!({"core": 100})).unwrap(), ..keep(HoldOut::Time) };
    assert_eq!(remains("clicks.csv", &imported, &none).unwrap().train_targets, 0, "that nothing is left is no error");
    let message = open_imported("clicks.csv", &imported, &none).unwrap_err().to_string();
    assert!(message.contains("no user with 4 of them after the filters"), "{message}");
}

#[test]
fn a_split_by_time_needs_times_and_targets_in_each_part() {
    let without = "user,item\nann,1\nann,2\nann,3\nann,4\nann,5\n";
    assert_eq!(
        open(without, HoldOut::Time).unwrap_err().to_string(),
        "clicks.csv: found clicks that are not in the order of their times, expected times, for a split by time. Say which \
         column holds the times, or hold out the last two clicks of each user."
    );
    let apart: [(&str, &[u64]); 2] = [("ann", &[1, 2, 3, 4, 5, 6, 7, 8]), ("bob", &[9, 10])];
    let message = "clicks.csv: found 7 training, 0 validation and 1 test targets in a split by time, expected one of each at \
         least. Keep more clicks, or hold out the last two clicks of each user.";
    assert_eq!(open(&log(&apart), HoldOut::Time).unwrap_err().to_string(), message);
    assert_eq!(remains("clicks.csv", &read(&log(&apart)), &keep(HoldOut::Time)).unwrap_err().to_string(), message);
}

/// Thirty users who walk through nine items, each a day later than the one before.
fn walks() -> String {
    let rows = (0..30_u64).flat_map(|user| {
        (0..12).map(move |step| format!("u{user},i{},{}\n", (user + step) % 9, 1_500_000_000 + (user + step) * DAY))
    });
    format!("user,item,time\n{}", rows.collect::<String>())
}

#[test]
fn a_model_learns_from_the_first_period_and_is_asked_in_the_others() {
    let mut lab = Lab::new(Device::flex());
    lab.open(open(&walks(), HoldOut::Time).unwrap(), None);
    let mut config = lab.default_config("sasrec").unwrap();
    config.training.epochs = 2;
    lab.start_training(config, None).unwrap();
    while !pollster::block_on(lab.train_steps(8)).unwrap().is_empty() {}
    for part in [Part::Valid, Part::Test] {
        let sessions = targets(lab.data().unwrap(), part).len();
        let metrics = pollster::block_on(lab.evaluate(part, 0)).unwrap();
        assert_eq!((metrics.sessions, lab.floors(part, 0).unwrap().markov.sessions), (sessions, sessions));
        assert!(metrics.kept.mrr > 0.0);
    }
}

fn dif_sr(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dif-sr")).args(arguments).output().unwrap()
}

fn object(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {output:?}"))
}

#[test]
fn the_command_line_splits_by_time_where_it_is_told_so() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("split");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let at = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (clicks, plain, sequences) = (at("clicks.csv"), at("walks.inter"), at("walks.txt"));
    std::fs::write(&clicks, log(&CLICKS)).unwrap();
    let atomic = walks().replace("user,item,time", "user_id:token\titem_id:token\ttimestamp:float").replace(',', "\t");
    std::fs::write(&plain, atomic).unwrap();
    std::fs::write(&sequences, "1 1 2 3 4 5\n2 2 3 4 5 1\n").unwrap();

    let inspect = |file: &str, split: &[&str]| dif_sr(&[&["inspect", file, "--core", "1", "--json"], split].concat());
    let time = ["--hold-out", "time"];
    let found = object(&inspect(&clicks, &time));
    assert_eq!(
        found["split"],
        json!({
            "by": "time", "valid_from": "2017-07-31T02:40:00Z", "test_from": "2017-08-02T02:40:00Z",
            "targets": {"train": 14, "valid": 1, "test": 2}, "users_without_test": 1,
        })
    );
    assert_eq!((&found["kept"]["valid_sessions"], &found["kept"]["test_sessions"]), (&json!(1), &json!(2)));
    assert_eq!(found["floors"]["markov"]["kept"]["sessions"], 2);
    assert_eq!(inspect(&clicks, &[]).stdout, inspect(&clicks, &["--hold-out", "leave-one-out"]).stdout);
    assert!(object(&inspect(&clicks, &[])).get("split").is_none());
    let refused = inspect(&sequences, &time);
    assert_eq!(refused.status.code(), Some(2));
    assert_eq!(object(&refused)["refused"]["expected"], "times, for a split by time");

    // Files that are read as the released code reads them can be split by time, too.
    let (out, model) = (at("run"), at("run/best.safetensors"));
    let sizes = ["--set", "training.epochs=1", "--set", "model.hidden_size=16", "--out", &out];
    let trained = dif_sr(&[&["train", "--data", &plain], &time[..], &sizes].concat());
    let said = String::from_utf8_lossy(&trained.stderr).into_owned();
    assert!(trained.status.success() && said.contains("held out by time, validation from 2017-08-"), "{said}");
    let with = |split: &[&str]| dif_sr(&[&["evaluate", "--model", &model, "--data", &plain], split].concat());
    let evaluated = with(&time);
    assert!(evaluated.status.success(), "{}", String::from_utf8_lossy(&evaluated.stderr));
    assert_ne!(evaluated.stdout, with(&[]).stdout);
    let predicted =
        dif_sr(&[&["predict", "--model", &model, "--data", &plain, "--session", "i1,i2"], &time[..]].concat());
    assert!(predicted.status.success(), "{}", String::from_utf8_lossy(&predicted.stderr));
    assert!(std::fs::read_to_string(folder.join("run/data.json")).unwrap().contains("\"hold_out\""));
}
