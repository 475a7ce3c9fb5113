//! The step that is compared with other stacks is the step that they take: same weights, same batches, same losses.

use burn::tensor::{Device, Tensor};
use dif_sr::config::{AttributeConfig, DifSrConfig, ModelConfig, Targets};
use dif_sr::data::synthetic::{SyntheticConfig, generate};
use dif_sr::error::Result;
use dif_sr::models::{AnyModel, SequentialModel};
use dif_sr::nn::dropout::Noise;
use dif_sr::peer::{Case, PeerModel, Work, every_slot, work};
use dif_sr::rng;
use dif_sr::train::tasks::{Task, units};
use serde_json::Value;

/// What single precision leaves of losses near 14 after some updates in another order of summation.
const TOLERANCE: f64 = 3e-4;
/// The batches repeat after this many.
const BATCHES: u32 = 8;

fn recorded() -> Value {
    serde_json::from_str(include_str!("../fixtures/peer/pytorch.json")).unwrap()
}

fn case(name: &str) -> Case {
    Case::from_json(&recorded()[name]["case"].to_string()).unwrap()
}

fn model(case: &Case, work: Work) -> PeerModel {
    PeerModel::new(case, work::parameters(case), work, &Device::flex()).unwrap()
}

/// Takes the recorded steps and compares what PyTorch printed: the first losses, and the best items after the last step.
fn agrees(name: &str, work: Work) {
    let recorded = recorded();
    let expected: Vec<f64> = serde_json::from_value(recorded[name]["losses"].clone()).unwrap();
    let top: Vec<u32> = serde_json::from_value(recorded[name]["top"].clone()).unwrap();
    let case = case(name);
    let mut model = model(&case, work);
    let steps = recorded["steps"].as_u64().unwrap() as u32;
    for step in 0..steps {
        let loss = pollster::block_on(model.step(&work::batch(&case, step % BATCHES))).unwrap();
        if let Some(expected) = expected.get(step as usize) {
            assert!((f64::from(loss) - expected).abs() < TOLERANCE, "step {step}: {loss} instead of {expected}");
        }
    }
    let found = pollster::block_on(model.infer(&work::session(&case, 0), top.len())).unwrap();
    assert_eq!(found.iter().map(|scored| scored.item).collect::<Vec<_>>(), top);
}

#[test]
fn a_short_session_has_the_same_answer_whatever_is_computed() {
    let case = case("S");
    let session = &work::session(&case, 0)[..7];
    let [needed, every] =
        [Work::Needed, Work::EverySlot].map(|how| pollster::block_on(model(&case, how).infer(session, 5)).unwrap());
    for (needed, every) in needed.iter().zip(&every) {
        assert_eq!(needed.item, every.item);
        assert!((needed.score - every.score).abs() < 1e-5, "{} instead of {}", every.score, needed.score);
    }
}

#[test]
fn losses_and_answers_are_those_of_pytorch() {
    agrees("S", Work::Needed);
    agrees("S", Work::EverySlot);
    agrees("M", Work::Needed);
}

#[test]
fn with_every_slot_computed_a_task_has_the_loss_that_it_has_without() {
    let data = generate(&SyntheticConfig { sessions: 50, ..SyntheticConfig::default() }).unwrap().dataset;
    let (values, device) = (data.item_values(), Device::flex().autodiff());
    let attributes = vec![AttributeConfig::default(); data.catalogue.attributes.len()];
    let lambdas: Vec<f64> = attributes.iter().map(|attribute| attribute.lambda).collect();
    let config = ModelConfig::DifSr(DifSrConfig { max_length: 12, attributes, ..DifSrConfig::default() });
    let model = AnyModel::new(&config, &data.schema(), &values, 1, &device).unwrap();
    let read = |loss: Tensor<1>| pollster::block_on(loss.into_scalar_async::<f32>()).unwrap();
    for targets in [Targets::Prefix, Targets::EveryPosition] {
        let units = units(&data.sequences, targets, config.max_length(), 1, &mut rng::stream(1, "cuts"));
        let task = Task::new(&units[..9], &data.sequences, &config, values.items(), &mut rng::stream(1, "mask"));
        assert!(task.slots.items.contains(&0), "there is padding to leave out");
        let noise = &mut Noise::none();
        let (batch, asked) = task.upload(&values, &device);
        let needed = read(model.loss(&batch, &asked, noise).total);
        let (batch, asked) = every_slot::filled(&task, config.max_length()).upload(&values, &device);
        let every = read(every_slot::loss(&model, &batch, &asked, &lambdas, noise).total);
        assert!((needed - every).abs() < 1e-4, "{targets:?}: {every} instead of {needed}");
    }
}

fn message<T>(result: Result<T>) -> String {
    result.err().expect("a mistake is refused").to_string()
}

#[test]
fn a_batch_that_does_not_fit_is_refused_with_what_was_found() {
    let case = case("S");
    let mut model = model(&case, Work::Needed);
    let good = work::batch(&case, 0);
    let mut refused = |change: fn(&mut work::StepBatch)| {
        let mut batch = good.clone();
        change(&mut batch);
        message(pollster::block_on(model.step(&batch)))
    };
    assert!(refused(|batch| batch.items.truncate(7)).contains("items is 7 ids; expected 1280 ids for 64 sequences"));
    assert!(refused(|batch| batch.targets.clear()).contains("targets is 0 ids"));
    assert!(refused(|batch| batch.lengths[3] = 21).contains("lengths is 21 items; expected 1 to 20 items"));
    assert!(refused(|batch| batch.targets[0] = 301).contains("targets is item 301; expected ids from 1 to 300"));
    assert!(refused(|batch| batch.items[0] = 0).contains("items is item 0"));
    assert!(refused(|batch| batch.lengths[0] = 1).contains("after the end of its sequence"));
    assert!(message(pollster::block_on(model.infer(&[], 3))).contains("session is 0 items"));
    assert!(message(pollster::block_on(model.infer(&[301], 3))).contains("session is item 301"));
}

#[test]
fn parameters_that_do_not_fit_are_refused_by_name() {
    let case = case("S");
    let refused = |parameters| message(PeerModel::new(&case, parameters, Work::Needed, &Device::flex()));
    let mut unknown = work::parameters(&case);
    unknown[1].name = "positions".into();
    assert!(refused(unknown).contains("positions has shape [20, 32], expected no such tensor"));
    let mut short = work::parameters(&case);
    short.pop();
    assert!(refused(short).contains("attribute_head.0.bias has nothing"));
}
