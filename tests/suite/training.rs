//! Training finds what was planted, and the same seed gives the same run.

use std::path::{Path, PathBuf};

use burn::tensor::Device;
use dif_sr::config::systems::systems;
use dif_sr::config::{RunConfig, TrainingConfig};
use dif_sr::data::split::Part;
use dif_sr::data::synthetic::{Preset, SyntheticConfig, generate};
use dif_sr::error::Error;
use dif_sr::lab::{Lab, MAIN, Question};
use dif_sr::train::checkpoint::{Measured, Precision, read, write};

/// Seeds of the three runs of each model.
const SEEDS: [u64; 3] = [1, 2, 3];

fn shop(preset: Preset, sessions: usize) -> Lab {
    let made = generate(&SyntheticConfig { preset, sessions, ..SyntheticConfig::default() }).unwrap();
    let mut lab = Lab::new(Device::flex());
    lab.open(made.dataset, Some(made.process));
    lab
}

/// The page's own default settings with another seed.
fn config(lab: &Lab, kind: &str, seed: u64, epochs: usize) -> RunConfig {
    let mut config = lab.default_config(kind).unwrap();
    config.training.seed = seed;
    config.training.epochs = epochs;
    config
}

/// Trains to the end; the total loss of every step.
fn train(lab: &mut Lab, config: RunConfig) -> Vec<f32> {
    lab.start_training(config, None).unwrap();
    let mut losses = Vec::new();
    loop {
        let reports = pollster::block_on(lab.train_steps(64)).unwrap();
        if reports.is_empty() {
            return losses;
        }
        losses.extend(reports.iter().map(|report| report.total));
    }
}

/// Test NDCG@10 (history kept) of three runs.
fn reached(preset: Preset, kind: &str, epochs: usize) -> [f64; 3] {
    SEEDS.map(|seed| {
        let mut lab = shop(preset, SyntheticConfig::default().sessions);
        let config = config(&lab, kind, seed, epochs);
        train(&mut lab, config);
        pollster::block_on(lab.evaluate(Part::Test, 0)).unwrap().kept.ndcg[1]
    })
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

#[test]
fn dif_sr_finds_the_department_chains_and_sasrec_does_not() {
    let ceiling = shop(Preset::DepartmentChains, SyntheticConfig::default().sessions)
        .floors(Part::Test, 0)
        .unwrap()
        .ceiling
        .unwrap()
        .kept
        .ndcg[1];
    let decoupled = reached(Preset::DepartmentChains, "dif_sr", 30);
    let plain = reached(Preset::DepartmentChains, "sasrec", 30);
    println!("best possible {ceiling:.4}, DIF-SR {decoupled:.4?}, SASRec {plain:.4?}");
    for value in decoupled {
        assert!(value >= 0.85 * ceiling, "{value} is {:.1} % of {ceiling}", 100.0 * value / ceiling);
    }
    // A clear margin: the worst decoupled run is ahead of the best plain one by more than a tenth.
    let (worst, best) = (decoupled.iter().copied().fold(1.0, f64::min), plain.iter().copied().fold(0.0, f64::max));
    assert!(worst > 1.1 * best, "DIF-SR {decoupled:?}, SASRec {plain:?}");
}

#[test]
fn dif_sr_does_not_win_where_side_information_is_useless() {
    let decoupled = reached(Preset::SideInformationUseless, "dif_sr", 15);
    let plain = reached(Preset::SideInformationUseless, "sasrec", 15);
    println!("DIF-SR {decoupled:.4?}, SASRec {plain:.4?}");
    // One standard error of NDCG@10 over 3,000 test sessions is about .006.
    assert!(mean(&decoupled) < mean(&plain) + 0.006, "DIF-SR {decoupled:?}, SASRec {plain:?}");
}

#[test]
fn a_sample_of_the_items_teaches_almost_as_much_as_all_of_them() {
    let reached = |sampled_softmax: usize| {
        let mut lab = shop(Preset::DepartmentChains, SyntheticConfig::default().sessions);
        let mut config = config(&lab, "dif_sr", 1, 5);
        // Few targets in a step: those of a large one would be nearly all items.
        config.training.train_batch_size = 8;
        config.training.sampled_softmax = sampled_softmax;
        train(&mut lab, config);
        pollster::block_on(lab.evaluate(Part::Test, 0)).unwrap().kept.ndcg[1]
    };
    let items = shop(Preset::DepartmentChains, 100).data().unwrap().counts().items;
    let (all, some) = (reached(0), reached(items / 8));
    println!("{items} items: all {all:.4}, an eighth and the targets {some:.4}");
    assert!(some > 0.93 * all, "{some} instead of {all}");
    // As many as there are rows is all of them, and the same run.
    let mut lab = shop(Preset::BrandLoyal, 100);
    let settings = config(&lab, "sasrec", 1, 1);
    let full = train(&mut lab, settings.clone());
    let training = TrainingConfig { sampled_softmax: items + 1, ..settings.training };
    assert_eq!(train(&mut lab, RunConfig { training, ..settings }), full);
}

#[test]
fn the_same_seed_gives_the_same_curve_bit_for_bit() {
    for kind in ["dif_sr", "sasrec"] {
        let run = |seed| {
            let mut lab = shop(Preset::BrandLoyal, 200);
            let config = config(&lab, kind, seed, 2);
            train(&mut lab, config).into_iter().map(f32::to_bits).collect::<Vec<_>>()
        };
        assert_eq!(run(7), run(7), "{kind}");
        assert_ne!(run(7), run(8), "{kind}");
    }
}

#[test]
fn every_fusion_learns_with_prefixes() {
    for fusion in ["sum", "concat", "gate", "sigmoid_gate"] {
        let mut lab = shop(Preset::BrandLoyal, 100);
        let mut json = serde_json::to_value(config(&lab, "dif_sr", 1, 2)).unwrap();
        json["model"]["fusion"] = fusion.into();
        json["training"]["targets"] = "prefix".into();
        let losses = train(&mut lab, RunConfig::from_json(&json.to_string()).unwrap());
        let quarter = losses.len() / 4;
        let part = |values: &[f32]| values.iter().sum::<f32>() / values.len() as f32;
        let (first, last) = (part(&losses[..quarter]), part(&losses[losses.len() - quarter..]));
        assert!(last < first, "{fusion}: {first} to {last}");
    }
}

#[test]
fn a_saved_model_answers_as_before() {
    let mut lab = shop(Preset::BrandLoyal, 100);
    let config = config(&lab, "dif_sr", 1, 1);
    train(&mut lab, config);
    let bytes = pollster::block_on(lab.snapshot(Measured::default(), "", Precision::Single)).unwrap();
    let in_training = pollster::block_on(lab.evaluate(Part::Test, 0)).unwrap();
    let mut other = shop(Preset::BrandLoyal, 100);
    other.load_model(&bytes, MAIN).unwrap();
    assert_eq!(pollster::block_on(other.evaluate(Part::Test, 0)).unwrap(), in_training);
}

#[test]
fn weights_that_do_not_fit_are_refused_and_the_old_model_stays() {
    let mut lab = shop(Preset::BrandLoyal, 100);
    let config = config(&lab, "sasrec", 1, 1);
    lab.start_training(config, None).unwrap();
    let bytes = pollster::block_on(lab.snapshot(Measured::default(), "", Precision::Single)).unwrap();
    lab.load_model(&bytes, MAIN).unwrap();
    let mut renamed = bytes.clone();
    let name = b"layer.0.query.weight";
    let at = renamed.windows(name.len()).position(|window| window == name).unwrap();
    renamed[at] = b'L';
    for (damaged, word) in
        [(&bytes[..bytes.len() - 7], "file"), (b"not a file", "file"), (&[], "file"), (&renamed, "ayer")]
    {
        let message = lab.load_model(damaged, MAIN).unwrap_err().to_string();
        assert!(message.contains(word), "{message}");
        assert_eq!(lab.model(MAIN).unwrap().kind, "sasrec");
    }
}

#[test]
fn weights_that_are_no_numbers_are_refused_by_the_name_of_their_tensor_and_the_old_model_stays() {
    let mut lab = shop(Preset::BrandLoyal, 100);
    let config = config(&lab, "dif_sr", 1, 1);
    lab.start_training(config, None).unwrap();
    let good = pollster::block_on(lab.snapshot(Measured::default(), "", Precision::Single)).unwrap();
    lab.load_model(&good, MAIN).unwrap();
    let ask = |lab: &Lab| pollster::block_on(lab.predict(&Question::plain(&[1, 2, 3]), 10, false)).unwrap();
    let before = ask(&lab);
    let (card, tensors) = read(&good).unwrap();
    for precision in [Precision::Single, Precision::Half] {
        for (value, shown) in [(f32::NAN, "NaN"), (f32::INFINITY, "inf"), (f32::NEG_INFINITY, "-inf"), (-3e38, "-")] {
            for at in [0, tensors.len() / 2, tensors.len() - 1] {
                let mut broken = tensors.clone();
                *broken[at].values.last_mut().unwrap() = value;
                let bytes = write(&card, &broken, precision).unwrap();
                match lab.load_model(&bytes, MAIN).unwrap_err() {
                    Error::Weights { tensor, found, expected } => {
                        assert_eq!(tensor, tensors[at].name);
                        assert!(found.starts_with(shown), "{found}");
                        assert_eq!(expected, "numbers up to 10000");
                    }
                    other => panic!("{other}"),
                }
                assert_eq!(ask(&lab), before);
            }
        }
    }
}

/// The largest weights that are accepted, in every tensor at once.
#[test]
fn weights_of_any_size_that_is_accepted_give_probabilities() {
    let mut lab = shop(Preset::BrandLoyal, 100);
    for system in systems() {
        let config = config(&lab, &system.id, 1, 1);
        lab.start_training(config, None).unwrap();
        let bytes = pollster::block_on(lab.snapshot(Measured::default(), "", Precision::Single)).unwrap();
        let (card, mut tensors) = read(&bytes).unwrap();
        for value in tensors.iter_mut().flat_map(|tensor| &mut tensor.values) {
            *value = 1e4_f32.copysign(*value);
        }
        lab.load_model(&write(&card, &tensors, Precision::Single).unwrap(), MAIN).unwrap();
        let answer = pollster::block_on(lab.predict(&Question::plain(&[1, 2, 3, 2]), 240, false)).unwrap();
        let sum: f32 = answer.top.iter().map(|candidate| candidate.probability).sum();
        assert!((sum - 1.0).abs() < 1e-3, "{}: {sum}", system.id);
    }
}

#[test]
fn a_loss_that_is_not_a_number_is_told_not_drawn() {
    let mut lab = shop(Preset::BrandLoyal, 100);
    let config = config(&lab, "dif_sr", 1, 1);
    lab.start_training(config, None).unwrap();
    pollster::block_on(lab.train_steps(1)).unwrap();
    let mut saved = pollster::block_on(lab.save_run(serde_json::Value::Null)).unwrap();
    // The weights lie behind Adam's two moments, which are as large.
    let weights = saved.len() - saved.len() / 4 / 4 * 4;
    saved[weights..].as_chunks_mut().0.fill(f32::NAN.to_le_bytes());
    lab.resume_run(&saved).unwrap();
    let message = pollster::block_on(lab.train_steps(8)).unwrap_err().to_string();
    assert!(message.contains("step 2") && message.contains("learning rate"), "{message}");
}

/// Systems that every shop has ready: the steps from no side information to decoupled attention. The first shop has all.
const STORY: [&str; 7] = ["dif_sr", "dif_sr-concat", "dif_sr-gate", "nova", "sasrecf", "sasrecf-add", "sasrec"];

#[test]
fn the_ready_models_of_every_shop_reproduce_their_recorded_metrics() {
    for preset in Preset::ALL {
        let folder = ready().join(preset.id());
        let index = json(&folder.join("index.json"));
        let listed = index["systems"].as_array().unwrap();
        let all = systems();
        let ready: Vec<_> = all.iter().filter(|system| listed.iter().any(|entry| entry["id"] == system.id)).collect();
        let is_model = |entry: &std::fs::DirEntry| entry.path().extension().is_some_and(|end| end == "safetensors");
        let files = std::fs::read_dir(&folder).unwrap().filter(|entry| is_model(entry.as_ref().unwrap())).count();
        assert_eq!((listed.len(), files), (ready.len(), ready.len()), "what is listed is there, and nothing else");
        for id in STORY {
            assert!(ready.iter().any(|system| system.id == id), "{} has no {id}", preset.id());
        }
        let mut lab = shop(preset, SyntheticConfig::default().sessions);
        let popularity = lab.floors(Part::Test, 0).unwrap().popularity.kept.ndcg[1];
        let mut bytes = 0;
        for (system, entry) in ready.into_iter().zip(listed) {
            let name = format!("{}, {}", preset.id(), system.id);
            let file = std::fs::read(folder.join(format!("{}.safetensors", system.id))).unwrap();
            bytes += file.len();
            assert_eq!((&entry["id"], &entry["bytes"]), (&system.id.clone().into(), &file.len().into()), "{name}");
            let model = lab.load_model(&file, MAIN).unwrap();
            assert_eq!((&model.system.id, model.trained.unwrap().data), (&system.id, preset.title().into()));
            for (part, recorded) in [(Part::Valid, model.metrics.valid), (Part::Test, model.metrics.test)] {
                let recorded = recorded.unwrap();
                let now = pollster::block_on(lab.evaluate(part, 0)).unwrap();
                // Metrics were taken before the weights were rounded to half precision.
                for (now, recorded) in now.kept.ndcg.iter().zip(&recorded.kept.ndcg) {
                    assert!((now - recorded).abs() < 2e-3, "{name}: {now}, recorded {recorded}");
                }
                assert!(now.kept.ndcg[1] > 1.3 * popularity, "{name}");
                let part = if part == Part::Valid { "valid" } else { "test" };
                let told = entry[part]["kept"]["ndcg"][1].as_f64().unwrap();
                assert!((told - recorded.kept.ndcg[1]).abs() < 1e-5, "{name}: {told} in the list");
            }
        }
        assert!(bytes <= 1_500_000, "{}: {bytes} bytes of weights", preset.id());
    }
}

/// Heads of width 4, and 2 for an attribute: a session is longer than they are wide, so the trained tables show what limits them.
#[test]
fn the_models_with_narrow_heads_show_the_bottleneck_and_reproduce_their_metrics() {
    let folder = ready().join(Preset::default().id());
    let index = json(&folder.join("index.json"));
    let listed = index["narrow"]["systems"].as_array().unwrap();
    let mut lab = shop(Preset::default(), SyntheticConfig::default().sessions);
    let sequences = &lab.data().unwrap().sequences;
    // All items different, and as many as fit.
    let different = |session: &Vec<u32>| session.iter().collect::<std::collections::BTreeSet<_>>().len();
    let session = sequences.iter().max_by_key(|session| (different(session), session.len())).unwrap().clone();
    let n = session.len().min(19);
    for (id, least, most) in [("dif_sr", 12, 14), ("sasrecf-add", 4, 4), ("nova", 4, 4), ("sasrec", 4, 4)] {
        let entry = listed.iter().find(|entry| entry["id"] == id).unwrap_or_else(|| panic!("no {id}"));
        assert_eq!((&entry["heads"], &entry["head_width"]), (&8.into(), &4.into()), "{id}");
        let file = std::fs::read(folder.join("narrow").join(format!("{id}.safetensors"))).unwrap();
        lab.load_model(&file, MAIN).unwrap();
        let told = entry["test"]["kept"]["ndcg"][1].as_f64().unwrap();
        let now = pollster::block_on(lab.evaluate(Part::Test, 0)).unwrap().kept.ndcg[1];
        assert!((now - told).abs() < 2e-3, "{id}: {now}, listed {told}");
        let report = lab.rank(MAIN, &session).unwrap();
        assert_eq!(report.n, n);
        let last = report.tables.last().unwrap();
        assert!(last.rank.iter().all(|&rank| (least..=most).contains(&rank)), "{id}: {:?} of {n}", last.rank);
        assert_eq!(last.rank, last.generic, "{id}");
    }
}

#[test]
fn every_shop_has_sessions_to_start_from() {
    for preset in Preset::ALL {
        let list = if preset == Preset::default() {
            ready().join("example.json")
        } else {
            ready().join(preset.id()).join("index.json")
        };
        let examples = json(&list)["examples"].as_array().unwrap().clone();
        assert!((2..=4).contains(&examples.len()), "{}", preset.id());
        let items = shop(preset, 50).data().unwrap().catalogue.n_items() as u64;
        for example in examples {
            let session = example["items"].as_array().unwrap();
            assert!((3..=10).contains(&session.len()), "{example}");
            assert!(session.iter().all(|item| (1..=items).contains(&item.as_u64().unwrap())), "{example}");
        }
    }
}

/// The folder of the files that `dif-sr bake` writes.
fn ready() -> PathBuf {
    crate::of_repository("www/ready")
}

fn json(path: &Path) -> serde_json::Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}
