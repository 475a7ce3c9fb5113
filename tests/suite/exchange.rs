//! What the page and the command line hand each other, as each has written it: `tests/exchange`. `RECORD=1` writes the native part anew.

use std::fs;

use dif_sr::config::RunConfig;
use dif_sr::data::split::Part;
use dif_sr::data::synthetic::{SyntheticConfig, generate};
use dif_sr::lab::Lab;
use dif_sr::rng::fingerprint;
use dif_sr::train::checkpoint::{Measured, Precision, read};
use dif_sr::train::released;
use dif_sr::train::run_file::{Evaluation, Seen, TrainedOn, write_seen};
use serde_json::{Value, json};

use crate::of_repository;

/// Models in `www/ready/brand_loyal`: every table of names, and every fusion that has them.
const EXPORTED: [&str; 6] = ["dif_sr", "dif_sr-concat", "dif_sr-gate", "sasrec", "bert4rec", "gru4rec"];

/// Steps of each run that are compared.
const NEXT: usize = 20;

/// Sums of another order: the losses of the first steps agree to about 1e-5.
const TOLERANCE: f64 = 1e-4;

fn place(name: &str) -> std::path::PathBuf {
    of_repository("tests/exchange").join(name)
}

fn exchange() -> Value {
    serde_json::from_str(&fs::read_to_string(place("exchange.json")).unwrap()).unwrap()
}

fn is_recording() -> bool {
    std::env::var_os("RECORD").is_some()
}

fn record(key: &str, value: Value) {
    let mut all = exchange();
    *all.pointer_mut(key).unwrap() = value;
    fs::write(place("exchange.json"), format!("{all:#}\n")).unwrap();
}

fn lab(exchange: &Value) -> (Lab, SyntheticConfig) {
    let shop: SyntheticConfig = serde_json::from_value(exchange["shop"].clone()).unwrap();
    let made = generate(&shop).unwrap();
    let mut lab = Lab::new(burn::tensor::Device::flex());
    lab.open(made.dataset, Some(made.process));
    (lab, shop)
}

fn losses(lab: &mut Lab, count: usize) -> Vec<f64> {
    let mut losses = Vec::new();
    while losses.len() < count {
        let reports = pollster::block_on(lab.train_steps(count - losses.len())).unwrap();
        losses.extend(reports.iter().map(|report| f64::from(report.total)));
    }
    losses
}

/// Writes the native run, its settings and what came next.
fn record_native() {
    let (mut lab, shop) = lab(&exchange());
    let mut config = serde_json::to_value(lab.default_config("sasrec").unwrap()).unwrap();
    for (key, value) in [("hidden_size", 8), ("inner_size", 16)] {
        config["model"][key] = value.into();
    }
    config["training"]["epochs"] = 8.into();
    config["training"]["train_batch_size"] = 16.into();
    let config = RunConfig::from_json(&config.to_string()).unwrap();
    record("/config", json!(config));
    let step = lab.start_training(config.clone(), None).unwrap().steps_per_epoch;
    losses(&mut lab, step);
    let metrics = pollster::block_on(lab.evaluate(Part::Valid, config.training.eval_sessions)).unwrap();
    let best = pollster::block_on(lab.snapshot(Measured::default(), "", Precision::Single)).unwrap();
    losses(&mut lab, 5);
    let run = pollster::block_on(lab.save_run(Value::Null)).unwrap();
    let data = Some(TrainedOn { name: lab.data().unwrap().name.clone(), synthetic: Some(shop) });
    let seen = Seen { evaluations: vec![Evaluation { epoch: 1, step, metrics }], seconds: 1.5, data };
    fs::write(place("native.run.safetensors"), write_seen(&run, seen, Some(&best)).unwrap()).unwrap();
    record("/losses/native", json!(losses(&mut lab, NEXT)));
}

#[test]
fn runs_of_either_side_go_on_natively() {
    if is_recording() {
        record_native();
    }
    let exchange = exchange();
    let sides = exchange["losses"].as_object().unwrap();
    assert!(sides.contains_key("native"));
    for (side, losses_there) in sides {
        let expected: Vec<f64> = serde_json::from_value(losses_there.clone()).unwrap();
        assert_eq!(expected.len(), NEXT, "{side}");
        let (mut lab, _) = lab(&exchange);
        let (file, facts) = lab.open_run(&fs::read(place(&format!("{side}.run.safetensors"))).unwrap()).unwrap();
        assert_eq!(json!(facts.config), exchange["config"], "{side}");
        assert_eq!((facts.epoch, facts.steps_of_epoch, facts.best_epoch, facts.is_over), (2, 5, 1, false), "{side}");
        lab.resume_run(&file.run).unwrap();
        for (at, (found, expected)) in losses(&mut lab, NEXT).into_iter().zip(expected).enumerate() {
            assert!((found - expected).abs() < TOLERANCE, "{side}, step {}: {found}, recorded {expected}", at + 1);
        }
    }
}

#[test]
fn models_leave_for_pytorch_as_the_page_saves_them() {
    let made: serde_json::Map<String, Value> = EXPORTED
        .into_iter()
        .map(|id| {
            let file = of_repository("www/ready/brand_loyal").join(format!("{id}.safetensors"));
            let (card, tensors) = read(&fs::read(file).unwrap()).unwrap();
            assert!(released::table(&card.config.model).is_some(), "{id}");
            let bytes = released::write(&card, tensors).unwrap();
            (id.to_owned(), format!("{:016x}", fingerprint(bytes.into_iter().map(u32::from))).into())
        })
        .collect();
    if is_recording() {
        record("/pytorch", Value::Object(made.clone()));
    }
    assert_eq!(exchange()["pytorch"], Value::Object(made));
}
