//! Runs that are interrupted and go on: in one process for every system, and by killing the program.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use burn::tensor::Device;
use dif_sr::config::RunConfig;
use dif_sr::config::systems::systems;
use dif_sr::data::synthetic::{SyntheticConfig, generate};
use dif_sr::error::{Bulk, Error};
use dif_sr::lab::Lab;
use dif_sr::train::checkpoint::{Measured, Precision, read};
use serde_json::{Value, json};

pub fn shop(seed: u64) -> Lab {
    let made = generate(&SyntheticConfig { sessions: 120, seed, ..SyntheticConfig::default() }).unwrap();
    let mut lab = Lab::new(Device::flex());
    lab.open(made.dataset, Some(made.process));
    lab
}

pub fn config(lab: &Lab, system: &str) -> RunConfig {
    let mut config = serde_json::to_value(lab.default_config(system).unwrap()).unwrap();
    config["training"]["epochs"] = 2.into();
    config["training"]["train_batch_size"] = 48.into();
    if system == "s3rec" {
        config["model"]["pretrain_epochs"] = 1.into();
    }
    if config["training"]["targets"] == "prefix" {
        config["training"]["train_batch_size"] = 300.into();
    }
    RunConfig::from_json(&config.to_string()).unwrap()
}

/// Losses of at most `n` more steps, bit for bit.
pub fn steps(lab: &mut Lab, n: usize) -> Vec<u32> {
    let mut losses = Vec::new();
    while losses.len() < n {
        let reports = pollster::block_on(lab.train_steps(n - losses.len())).unwrap();
        if reports.is_empty() {
            break;
        }
        losses.extend(reports.iter().map(|report| report.total.to_bits()));
    }
    losses
}

pub fn weights(lab: &Lab) -> Vec<u8> {
    pollster::block_on(lab.snapshot(Measured::default(), "", Precision::Single)).unwrap()
}

#[test]
fn every_system_goes_on_from_a_saved_run_bit_for_bit() {
    let systems = systems();
    let plain = systems.iter().map(|system| (system.id.as_str(), 0));
    // A sample of the items: every update draws its own.
    for (system, sampled_softmax) in plain.chain([("dif_sr", 40), ("bert4rec", 40)]) {
        let mut whole = shop(1);
        let mut settings = config(&whole, system);
        settings.training.sampled_softmax = sampled_softmax;
        whole.start_training(settings, None).unwrap();
        // An odd place: inside an epoch, for S3-Rec once in each stage.
        let taken = [2, 3].map(|n| steps(&mut whole, n));
        assert!(taken.iter().all(|losses| !losses.is_empty()), "{}", system);
        let kept = json!({"note": [1, 2.5]});
        let saved = pollster::block_on(whole.save_run(kept.clone())).unwrap();
        let rest = steps(&mut whole, usize::MAX);
        assert!(!rest.is_empty(), "{system}: nothing left to compare");

        let mut other = shop(1);
        let (_, found) = other.resume_run(&saved).unwrap();
        assert_eq!(found, kept);
        assert_eq!(steps(&mut other, usize::MAX), rest, "{system}");
        assert_eq!(weights(&other), weights(&whole), "{system}");
    }
}

#[test]
fn a_run_beyond_the_memory_is_refused_with_its_size_and_leaves_the_one_under_way() {
    let mut lab = shop(1);
    let settings = config(&lab, "sasrec");
    let needed = lab.start_training(settings.clone(), None).unwrap().bytes;
    let limit = needed - 1;
    let mut lab = lab.with_memory_limit(limit);
    match lab.start_training(settings, None).unwrap_err() {
        Error::TooLarge { of: Bulk::Memory, found, limit: told, .. } => {
            assert_eq!((found, told), (needed, limit));
        }
        other => panic!("{other}"),
    }
    assert!(!steps(&mut lab, 1).is_empty());
}

#[test]
fn a_model_tells_the_epochs_that_were_trained_to_their_end() {
    let mut lab = shop(1);
    let settings = config(&lab, "sasrec");
    let per_epoch = lab.start_training(settings, None).unwrap().steps_per_epoch;
    assert!(per_epoch > 1);
    for (more, expected) in [(0, 0), (1, 0), (per_epoch - 1, 1), (1, 1), (per_epoch - 1, 2)] {
        // A call ends with its epoch.
        if more > 0 {
            steps(&mut lab, more);
        }
        let (card, _) = read(&weights(&lab)).unwrap();
        assert_eq!(card.trained.unwrap().epochs, expected);
    }
}

#[test]
fn a_saved_run_is_refused_by_other_data_and_by_damage() {
    let mut lab = shop(1);
    let settings = config(&lab, "sasrec");
    lab.start_training(settings, None).unwrap();
    steps(&mut lab, 1);
    let saved = pollster::block_on(lab.save_run(Value::Null)).unwrap();
    let message = shop(2).resume_run(&saved).unwrap_err().to_string();
    assert!(message.contains("fingerprint"), "{message}");
    let message = shop(1).resume_run(&saved[..saved.len() - 9]).unwrap_err().to_string();
    assert!(message.contains("the file"), "{message}");
    let message = shop(1).resume_run(&weights(&lab)).unwrap_err().to_string();
    assert!(message.contains("dif_sr_run"), "{message}");
}

/// A new folder under the target directory.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    folder
}

pub fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dif-sr"));
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

pub fn run(arguments: &[&str]) -> String {
    let output = program(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

pub fn log(folder: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(folder.join("log.jsonl")).unwrap_or_default();
    text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
}

pub fn events<'a>(log: &'a [Value], name: &'a str) -> impl Iterator<Item = &'a Value> {
    log.iter().filter(move |event| event["event"] == name)
}

/// Total loss of every step, and the metrics of every evaluation and of the end.
pub fn course(folder: &Path) -> (Vec<Value>, Vec<Value>) {
    let log = log(folder);
    let losses = events(&log, "steps").flat_map(|event| event["total"].as_array().unwrap().clone()).collect();
    let evaluations = events(&log, "evaluation").map(|event| event["valid"].clone());
    (losses, evaluations.chain(events(&log, "end").map(|event| event["test"].clone())).collect())
}

#[test]
fn a_killed_run_resumes_to_the_same_end_bit_for_bit() {
    let (whole, killed) = (folder("whole"), folder("killed"));
    let settings = |out: &Path| {
        let shop = r#"{"sessions": 400}"#;
        let fixed = ["train", "--synthetic", shop, "--system", "dif_sr", "--set", "training.epochs=10"];
        let more = ["--set", "training.train_batch_size=16", "--checkpoint-seconds", "0.05", "--out"];
        fixed.iter().chain(&more).map(ToString::to_string).chain([out.display().to_string()]).collect::<Vec<_>>()
    };
    let arguments = settings(&whole);
    run(&arguments.iter().map(String::as_str).collect::<Vec<_>>());

    let arguments = settings(&killed);
    let mut child = program(&arguments.iter().map(String::as_str).collect::<Vec<_>>()).spawn().unwrap();
    let began = Instant::now();
    while events(&log(&killed), "evaluation").count() < 3 {
        assert!(began.elapsed() < Duration::from_mins(5), "no third evaluation");
        std::thread::sleep(Duration::from_millis(5));
    }
    child.kill().unwrap(); // SIGKILL
    child.wait().unwrap();
    assert_eq!(events(&log(&killed), "end").count(), 0, "killed before its end");
    run(&["train", "--resume", &killed.display().to_string()]);

    assert_eq!(events(&log(&killed), "resume").count(), 1);
    let (expected, found) = (course(&whole), course(&killed));
    assert_eq!(found.0.len(), 10 * 25);
    assert_eq!(found, expected);
    let best = |folder: &Path| read(&std::fs::read(folder.join("best.safetensors")).unwrap()).unwrap();
    let ((card, tensors), (other, others)) = (best(&whole), best(&killed));
    assert_eq!((card.config, card.metrics), (other.config, other.metrics));
    assert!(tensors == others, "the best weights differ");
}

#[test]
fn the_commands_work_one_after_another() {
    let folder = folder("commands");
    let path = |name: &str| folder.join(name).display().to_string();
    let shop = r#"{"sessions": 200}"#;
    run(&["train", "--synthetic", shop, "--set", "training.epochs=1", "--out", &path("run")]);
    let best = path("run/best.safetensors");
    let end = log(&folder.join("run")).pop().unwrap();
    let evaluated: Value =
        serde_json::from_str(&run(&["evaluate", "--model", &best, "--synthetic", shop, "--json"])).unwrap();
    assert_eq!((&evaluated["metrics"], &evaluated["floors"]), (&end["test"], &end["floors"]));
    let list = run(&["predict", "--model", &best, "--synthetic", shop, "--session", "Dome tent, 7", "-k", "3"]);
    assert_eq!(list.lines().count(), 4, "{list}");
    run(&["export", "--model", &best, "--out", &path("export.safetensors")]);
    // The configuration that a run leaves is one that a run takes.
    run(&["train", "--synthetic", shop, "--config", &path("run/config.json"), "--out", &path("again")]);
    assert_eq!(course(&folder.join("again")), course(&folder.join("run")));

    let refused = |arguments: &[&str]| {
        let output = program(arguments).stderr(Stdio::piped()).output().unwrap();
        assert!(!output.status.success(), "{arguments:?}");
        String::from_utf8(output.stderr).unwrap()
    };
    let message = refused(&["train", "--synthetic", shop, "--out", &path("run")]);
    assert!(message.contains("--resume"), "{message}");
    let message = refused(&["evaluate", "--model", &best, "--synthetic", r#"{"sessions": 200, "sesions": 1}"#]);
    assert!(message.contains("sesions"), "{message}");
    let message = refused(&["predict", "--model", &best, "--synthetic", shop, "--session", "Dome tents"]);
    assert!(message.contains("\"Dome tents\""), "{message}");
    let message = refused(&["train", "--preset", "beuty"]);
    assert!(message.contains("beauty-table"), "{message}");
}
