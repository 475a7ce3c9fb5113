//! Files as people bring them, through the command line and into training: what is small, empty or in another order than it seems.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use burn::tensor::Device;
use dif_sr::config::systems::systems;
use dif_sr::config::{ModelConfig, Pooling, RunConfig};
use dif_sr::data::atomic::File;
use dif_sr::data::open::open_atomic;
use dif_sr::data::subset::SubsetConfig;
use dif_sr::lab::Lab;
use serde_json::Value;

fn fixture(name: &str) -> PathBuf {
    crate::of_repository("tests/fixtures").join(name)
}

/// A new folder under the target directory.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("own_files").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// The command with the paths in it.
fn dif_sr(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dif-sr")).args(arguments).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn log(folder: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(folder.join("log.jsonl")).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn open(inter: &str, item: &str) -> Lab {
    let file = |name, text: &'static str| File { name, bytes: text.as_bytes() };
    let subset = SubsetConfig { core: 1, ..SubsetConfig::default() };
    let (inter, item) = (inter.to_owned().leak(), item.to_owned().leak());
    let data = open_atomic(file("a.inter", inter), Some(file("a.item", item)), &subset).unwrap();
    let mut lab = Lab::new(Device::flex());
    lab.open(data, None);
    lab
}

fn losses(lab: &mut Lab, config: RunConfig, steps: usize) -> Vec<f32> {
    lab.start_training(config, None).unwrap();
    let mut losses = Vec::new();
    while losses.len() < steps {
        losses.extend(pollster::block_on(lab.train_steps(steps)).unwrap().iter().map(|report| report.total));
    }
    losses
}

#[test]
fn a_list_column_without_any_value_changes_nothing_in_any_system() {
    let read = |file: &str| std::fs::read_to_string(fixture("list_without_any_value").join(file)).unwrap();
    let (inter, item) = (read("shop.inter"), read("shop.item"));
    let lines: Vec<&str> = item.lines().map(|line| line.rsplit_once('\t').unwrap().0).collect();
    let without = lines.join("\n");
    for system in systems() {
        let found = [&item, &without].map(|item| {
            let mut lab = open(&inter, item);
            let mut config = lab.default_config(&system.id).unwrap();
            if let ModelConfig::S3Rec(config) = &mut config.model {
                config.pretrain_epochs = 1;
            }
            losses(&mut lab, config, 2)
        });
        assert!(found[0].iter().all(|loss| loss.is_finite()), "{}: {found:?}", system.id);
        assert_eq!(found[0], found[1], "{}", system.id);
    }
}

#[test]
fn the_kept_epoch_is_the_best_one_where_twenty_places_hold_every_item() {
    let folder = folder("three");
    // Mostly one after the other, so that there is something to learn.
    let orders = ["abcabc", "bcabca", "cabcab", "abcacb", "bcabac", "cabcba", "abcabc", "bcabca"];
    let clicks =
        (0..).zip(orders).flat_map(|(user, items)| items.chars().map(move |item| format!("u{user}\t{item}\n")));
    let inter = folder.join("three.inter");
    std::fs::write(&inter, format!("user_id:token\titem_id:token\n{}", clicks.collect::<Vec<_>>().concat())).unwrap();
    let run = folder.join("run");
    let words = ["train", "--data", inter.to_str().unwrap(), "--core", "1", "--system", "sasrec"];
    let output = dif_sr(&[&words[..], &["--set", "training.epochs=30", "--out", run.to_str().unwrap()]].concat());
    assert!(output.status.success(), "{}", said(&output));

    let log = log(&run);
    let reached = |evaluation: &Value| {
        let kept = &evaluation["valid"]["kept"];
        [&kept["ndcg"][1], &kept["mrr"]].map(|value| value.as_f64().unwrap())
    };
    let evaluations: Vec<[f64; 2]> = log.iter().filter(|line| line["event"] == "evaluation").map(reached).collect();
    let end = log.last().unwrap();
    assert_eq!(end["best_by"], "NDCG@10");
    let best = end["best_epoch"].as_u64().unwrap() as usize;
    assert!(evaluations.iter().all(|reached| *reached <= evaluations[best - 1]), "{best}: {evaluations:?}");
    assert!(evaluations[best - 1] > evaluations[0], "nothing was learnt after the first epoch: {evaluations:?}");
}

#[test]
fn the_order_and_what_is_left_out_are_in_the_log_and_on_the_terminal() {
    let train = |name: &str, more: &[&str]| {
        let (folder, files) = (folder(&name.replace(' ', "_")), fixture(name));
        let (inter, item, out) = (files.join("shop.inter"), files.join("shop.item"), folder.join("run"));
        let mut words = vec!["train", "--data", inter.to_str().unwrap(), "--core", "1", "--set", "training.epochs=1"];
        if item.exists() {
            words.extend(["--items", item.to_str().unwrap()]);
        }
        let output = dif_sr(&[&words[..], &["--out", out.to_str().unwrap()], more].concat());
        assert!(output.status.success(), "{}", said(&output));
        (log(&out)[0]["data"].clone(), said(&output))
    };
    let (data, said) = train("newest_first_without_times", &[]);
    assert_eq!(data["order"], "file");
    assert!(said.contains("no column timestamp") && said.contains("--order file-reversed"), "{said}");
    let (reversed, said) = train("newest_first_without_times", &["--order", "file-reversed"]);
    assert_eq!(reversed["order"], "file reversed");
    assert!(said.contains("in the order of the file, newest first"), "{said}");
    let (timed, _) = train("newest_first", &[]);
    assert_eq!(timed["order"], "time");
    let (data, said) = train("time_under_another_name", &[]);
    assert_eq!((&data["likely_time"]["column"], &data["likely_time"]["rising"]), (&"time".into(), &0.into()));
    assert!(said.contains("the column time may hold the times"), "{said}");
    let (data, said) = train("columns_that_say_nothing", &[]);
    let left_out: Vec<&str> =
        data["left_out"].as_array().unwrap().iter().map(|column| column["column"].as_str().unwrap()).collect();
    assert!(left_out.iter().all(|column| said.contains(&format!("left out: the column {column}"))), "{said}");
    let used: Vec<&str> =
        data["attributes"].as_array().unwrap().iter().map(|column| column["name"].as_str().unwrap()).collect();
    assert_eq!(used, ["colour", "tags"]);
    assert_eq!(left_out.len(), 9, "{left_out:?}");
}

#[test]
fn a_bag_of_hundreds_counts_in_the_estimate_where_its_width_is_paid_for() {
    let items = 320;
    let clicks = (0..items).flat_map(|user| (0..8).map(move |n| format!("u{user}\ti{}\n", (user + n) % items)));
    let inter = format!("user_id:token\titem_id:token\n{}", clicks.collect::<Vec<_>>().concat());
    let tags = |from: usize, to: usize| (from..to).map(|tag| format!("t{}", tag % 310)).collect::<Vec<_>>().join(" ");
    let bytes = |widest: usize, pooling: Pooling| {
        let bag = |item: usize| tags(item, item + if item == 0 { widest } else { 2 });
        let rows: Vec<String> = (0..items).map(|item| format!("i{item}\t{}\n", bag(item))).collect();
        let mut lab = open(&inter, &format!("item_id:token\ttags:token_seq\n{}", rows.concat()));
        let mut config = lab.default_config("dif_sr").unwrap();
        if let ModelConfig::DifSr(config) = &mut config.model {
            config.attributes[0].pooling = pooling;
        }
        lab.start_training(config, None).unwrap().bytes
    };
    // 64 sessions of 7 slots, 300 places each, vectors of 16 numbers at least twice.
    let least = 64 * 7 * 300 * 16 * 4 * 2;
    assert!(bytes(300, Pooling::Max) > bytes(2, Pooling::Max) + least);
    // Added up value by value, one item in 320 costs what the mean bag does, with as much padding as is borne.
    assert!(bytes(300, Pooling::Sum) < bytes(2, Pooling::Sum) + least / 4);
}
