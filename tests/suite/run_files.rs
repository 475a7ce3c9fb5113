//! Runs as files: what the page saves goes on natively, what a native run leaves opens on the page, and what is neither is refused.

use std::path::{Path, PathBuf};

use dif_sr::data::split::Part;
use dif_sr::data::synthetic::SyntheticConfig;
use dif_sr::lab::Lab;
use dif_sr::train::checkpoint::{Measured, Precision, read, write};
use dif_sr::train::run_file::{self, Evaluation, Kept, Seen, TrainedOn, write_seen};
use safetensors::SafeTensors;
use serde_json::{Value, json};

use crate::runs::{config, course, events, folder, log, program, run, shop, steps, weights};

const SHOP: SyntheticConfig =
    SyntheticConfig { preset: dif_sr::data::synthetic::Preset::BrandLoyal, seed: 1, sessions: 120, weights: None };

/// The run of [`config`] in a workplace, which does what the page does: it evaluates after each epoch and keeps the best.
struct Paged {
    lab: Lab,
    seen: Vec<Evaluation>,
    best: Option<Vec<u8>>,
}

impl Paged {
    fn start(system: &str) -> Self {
        let mut lab = shop(1);
        lab.start_training(config(&lab, system), None).unwrap();
        Self { lab, seen: Vec::new(), best: None }
    }

    /// Steps to the end of the epoch in progress.
    fn epoch(&mut self) {
        while !self.lab.training_epoch().unwrap().1 || self.lab.run_steps_done() == 0 {
            steps(&mut self.lab, 1);
        }
    }

    fn evaluate(&mut self) {
        let (epoch, _) = self.lab.training_epoch().unwrap();
        let sessions = self.lab.run_config().unwrap().training.eval_sessions;
        let metrics = pollster::block_on(self.lab.evaluate(Part::Valid, sessions)).unwrap();
        let measured = Measured { valid: Some(metrics.clone()), test: None };
        let mut kept = Kept::new(&self.lab.run_config().unwrap().training, None);
        self.seen.push(Evaluation { epoch, step: self.lab.run_steps_done(), metrics });
        let best = self.seen.iter().map(|one| kept.evaluated(one.clone()).best).next_back();
        if best == Some(true) {
            self.best = Some(pollster::block_on(self.lab.snapshot(measured, "", Precision::Single)).unwrap());
        }
    }

    fn file(&self, data: Option<TrainedOn>) -> Vec<u8> {
        let run = pollster::block_on(self.lab.save_run(Value::Null)).unwrap();
        let seen = Seen { evaluations: self.seen.clone(), seconds: 1.5, data };
        write_seen(&run, seen, self.best.as_deref()).unwrap()
    }
}

fn of_shop() -> TrainedOn {
    TrainedOn { name: "Shop: brand loyal".into(), synthetic: Some(SHOP) }
}

/// The whole run natively, without a break, in a folder.
fn whole(name: &str, system: &str) -> PathBuf {
    let folder = folder(name);
    let path = folder.join("config.json");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(&path, serde_json::to_string(&config(&shop(1), system)).unwrap()).unwrap();
    let (out, shop) = (folder.join("run"), serde_json::to_string(&SHOP).unwrap());
    run(&["train", "--synthetic", &shop, "--config", &path.display().to_string(), "--out", &out.display().to_string()]);
    out
}

/// Saves a file beside a run.
fn save(beside: &Path, name: &str, bytes: &[u8]) -> String {
    let path = beside.with_file_name(name);
    std::fs::write(&path, bytes).unwrap();
    path.display().to_string()
}

#[test]
fn a_run_of_the_page_goes_on_natively_to_the_same_end_bit_for_bit() {
    // Inside an epoch, and at the end of one that nobody has evaluated yet.
    for (system, more, evaluated) in [("dif_sr", 2, true), ("sasrec", 0, false), ("s3rec", 1, true)] {
        let expected = whole(&format!("file-{system}"), system);
        let mut page = Paged::start(system);
        let pretraining = page.lab.run_config().unwrap().model.pretraining_epochs();
        for _ in 0..=pretraining {
            steps(&mut page.lab, 1);
            page.epoch();
        }
        if evaluated {
            page.evaluate();
        }
        steps(&mut page.lab, more);
        let done = page.lab.run_steps_done();
        let file = save(&expected, "page.run.safetensors", &page.file(Some(of_shop())));
        let moved = expected.with_file_name("moved");
        run(&["train", "--resume", &file, "--out", &moved.display().to_string()]);

        let ((losses, metrics), (all, whole)) = (course(&moved), course(&expected));
        assert_eq!(losses, all[done..], "{system}");
        assert_eq!(metrics, whole, "{system}");
        let best = |folder: &Path| read(&std::fs::read(folder.join("best.safetensors")).unwrap()).unwrap();
        let ((card, tensors), (other, others)) = (best(&expected), best(&moved));
        assert_eq!((card.config, card.metrics), (other.config, other.metrics), "{system}");
        assert!(tensors == others, "{system}: the best weights differ");
        // Its folder goes on like any other.
        assert_eq!(events(&log(&moved), "start").count(), 1);
        run(&["train", "--resume", &moved.display().to_string()]);
        assert_eq!(course(&moved).1.last(), whole.last());
    }
}

#[test]
fn a_native_checkpoint_holds_all_that_the_page_goes_on_with() {
    let folder = whole("native", "sasrec");
    let checkpoint = std::fs::read(folder.join("last.safetensors")).unwrap();
    let (file, facts) = shop(1).open_run(&checkpoint).unwrap();
    assert!(facts.is_over);
    assert_eq!((facts.epoch, facts.total_epochs, facts.evaluations.len()), (2, 2, 2));
    assert_eq!(facts.data, Some(of_shop()));
    let losses = course(&folder).0.len();
    assert_eq!((facts.step, facts.evaluations[1].step), (losses, losses));
    assert_eq!(facts.steps_of_epoch, facts.steps_per_epoch);
    let found: Vec<Value> = facts.evaluations.iter().map(|one| json!(one.metrics)).collect();
    assert_eq!(found, course(&folder).1[..2]);
    let (_, expected) = read(&std::fs::read(folder.join("best.safetensors")).unwrap()).unwrap();
    assert!(read(&file.best.unwrap()).unwrap().1 == expected, "the weights of the best evaluation");

    // Moved to and fro without a step it is the same, bit for bit.
    let mut page = Paged::start("sasrec");
    page.epoch();
    page.evaluate();
    steps(&mut page.lab, 2);
    let first = page.file(Some(of_shop()));
    let (opened, _) = shop(1).open_run(&first).unwrap();
    let again = run_file::write(&opened.run, opened.kept, opened.best.as_deref()).unwrap();
    let (opened, _) = shop(1).open_run(&again).unwrap();
    let mut other = shop(1);
    other.resume_run(&opened.run).unwrap();
    assert_eq!(steps(&mut other, usize::MAX), steps(&mut page.lab, usize::MAX));
    assert_eq!(weights(&other), weights(&page.lab));
}

/// The file with its metadata and tensors changed.
fn changed(bytes: &[u8], change: impl FnOnce(&mut Value, &mut Vec<(String, Vec<f32>)>)) -> Vec<u8> {
    let (_, header) = SafeTensors::read_metadata(bytes).unwrap();
    let mut place: Value = serde_json::from_str(&header.metadata().as_ref().unwrap()["dif_sr_run"]).unwrap();
    let file = SafeTensors::deserialize(bytes).unwrap();
    let shapes: std::collections::BTreeMap<String, Vec<usize>> =
        file.tensors().iter().map(|(name, view)| (name.clone(), view.shape().to_vec())).collect();
    let numbers = |data: &[u8]| data.as_chunks().0.iter().map(|&bytes| f32::from_le_bytes(bytes)).collect::<Vec<_>>();
    let mut tensors: Vec<_> = file.tensors().iter().map(|(name, view)| (name.clone(), numbers(view.data()))).collect();
    change(&mut place, &mut tensors);
    let data: Vec<(String, Vec<usize>, Vec<u8>)> = tensors
        .into_iter()
        .map(|(name, values)| {
            let shape = shapes.get(&name).filter(|shape| shape.iter().product::<usize>() == values.len());
            let shape = shape.cloned().unwrap_or_else(|| vec![values.len()]);
            (name, shape, values.iter().flat_map(|value| value.to_le_bytes()).collect())
        })
        .collect();
    let views = data.iter().map(|(name, shape, bytes)| {
        let view = safetensors::tensor::TensorView::new(safetensors::Dtype::F32, shape.clone(), bytes).unwrap();
        (name.as_str(), view)
    });
    let metadata = std::collections::HashMap::from([("dif_sr_run".to_owned(), place.to_string())]);
    safetensors::serialize(views.collect::<Vec<_>>(), Some(metadata)).unwrap()
}

/// Of the place of a run, and of its tensors.
type Change = fn(&mut Value, &mut Vec<(String, Vec<f32>)>);

#[test]
fn what_cannot_go_on_is_refused_with_what_was_found_and_expected() {
    let mut page = Paged::start("sasrec");
    page.epoch();
    page.evaluate();
    steps(&mut page.lab, 1);
    let good = page.file(Some(of_shop()));
    assert!(shop(1).open_run(&good).is_ok());
    let refusal = |bytes: &[u8]| shop(1).open_run(bytes).map(|_| ()).unwrap_err().to_string();
    let bare = pollster::block_on(page.lab.save_run(Value::Null)).unwrap();
    let hostile: [(Change, &str); 13] = [
        (|place, _| place["epoch"] = 0.into(), "before its first epoch"),
        (|place, _| place["step"] = json!(-1), "invalid value"),
        (|place, _| place["shuffle"] = json!(u64::MAX), "a stream of random numbers at 18446744073709551615"),
        (|place, _| place["config"]["model"]["hidden_size"] = json!(1_000_000_000), "hidden_size"),
        (|place, _| place["config"]["model"]["max_length"] = json!(7), "a best evaluation of another model"),
        (
            |place, _| {
                for path in ["/config/model/max_length", "/kept/best/config/model/max_length"] {
                    *place.pointer_mut(path).unwrap() = json!(7);
                }
            },
            "position_embedding",
        ),
        (|place, _| place["kept"]["best"] = Value::Null, "weights of a best evaluation"),
        (|place, _| place["kept"]["evaluations"] = json!([]), "a best evaluation without"),
        (|place, _| place["kept"]["more"] = json!(1), "unknown field `more`"),
        (|_, tensors| tensors.retain(|(name, _)| name != "weights.item_embedding"), "adam.first.item_embedding"),
        (|_, tensors| tensors.retain(|(name, _)| !name.starts_with("best.")), "item_embedding"),
        (|_, tensors| tensors.push(("weights.more".into(), vec![1.0])), "more has shape [1]"),
        (
            |_, tensors| {
                for (_, values) in tensors.iter_mut().filter(|(name, _)| name == "adam.second.item_embedding") {
                    values.truncate(9);
                }
            },
            "9 numbers",
        ),
    ];
    let cases = hostile.map(|(change, expected)| (changed(&good, change), expected));
    let cut = [0, 7, 100, good.len() / 2, good.len() - 1].map(|length| (good[..length].to_vec(), "the file"));
    let others = [(weights(&page.lab), "no entry dif_sr_run"), (bare, "the run has invalid type: null")];
    for (bytes, expected) in cases.into_iter().chain(cut).chain(others) {
        let message = refusal(&bytes);
        assert!(message.contains(expected), "{expected}: {message}");
        assert!(message.contains("expected"), "{message}");
    }
    let message = shop(2).open_run(&good).map(|_| ()).unwrap_err().to_string();
    assert!(message.contains("Shop: brand loyal with the fingerprint"), "{message}");

    // The same on the command line, where nothing is left behind.
    let folder = folder("refused");
    std::fs::create_dir_all(&folder).unwrap();
    let out = folder.join("run");
    for (bytes, more, expected) in [
        (&good[..good.len() / 2], None, "the file"),
        (&good[..], Some(r#"{"sessions": 130}"#), "fingerprint"),
        (&page.file(None)[..], None, "--data"),
    ] {
        let file = save(&out, "run.safetensors", bytes);
        let out = out.display().to_string();
        let mut arguments = vec!["train", "--resume", &file, "--out", &out];
        if let Some(shop) = more {
            arguments.extend(["--synthetic", shop]);
        }
        let output = program(&arguments).stderr(std::process::Stdio::piped()).output().unwrap();
        let message = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success() && message.contains(expected), "{message}");
        assert!(!Path::new(&out).exists(), "{out}");
    }
}

#[test]
fn a_folder_of_an_earlier_version_still_goes_on() {
    let expected = whole("earlier", "sasrec");
    // As it was: nothing but the rule's own state in the checkpoint, the best weights beside it.
    let mut page = Paged::start("sasrec");
    page.epoch();
    page.evaluate();
    let best = page.best.clone().unwrap();
    let file = changed(&page.file(None), |place, tensors| {
        let kept = place["kept"].as_object_mut().unwrap();
        kept.retain(|key, _| !["evaluations", "data", "best"].contains(&key.as_str()));
        tensors.retain(|(name, _)| !name.starts_with("best."));
    });
    let folder = expected.with_file_name("before");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::copy(expected.join("data.json"), folder.join("data.json")).unwrap();
    std::fs::write(folder.join("last.safetensors"), file).unwrap();
    let (card, tensors) = read(&best).unwrap();
    std::fs::write(folder.join("best.safetensors"), write(&card, &tensors, Precision::Single).unwrap()).unwrap();
    run(&["train", "--resume", &folder.display().to_string()]);
    let ((losses, metrics), (all, whole)) = (course(&folder), course(&expected));
    assert_eq!(losses, all[all.len() - losses.len()..]);
    assert!(!losses.is_empty());
    assert_eq!(metrics, whole[1..]);
}
