//! Sources of attention that are weakened or switched off: which factor belongs to which, and who honours them.

use burn::tensor::Device;
use dif_sr::config::ModelConfig;
use dif_sr::config::systems::systems;
use dif_sr::data::synthetic::{SyntheticConfig, generate};
use dif_sr::error::Error;
use dif_sr::lab::{Explanation, Lab, MAIN, Prediction, Question};
use dif_sr::train::checkpoint::{Measured, Precision, read, write};

const SESSION: [u32; 6] = [2, 14, 50, 54, 17, 62];
/// Item, position and the three attributes of the shop.
const SOURCES: usize = 5;

fn shop() -> Lab {
    let made = generate(&SyntheticConfig { sessions: 120, ..SyntheticConfig::default() }).unwrap();
    let mut lab = Lab::new(Device::flex());
    lab.open(made.dataset, Some(made.process));
    lab
}

/// A system after some steps, as a file; `change` sets up its configuration.
fn trained(lab: &mut Lab, system: &str, change: impl Fn(&mut ModelConfig)) -> Vec<u8> {
    let mut config = lab.default_config(system).unwrap();
    change(&mut config.model);
    lab.start_training(config, None).unwrap();
    pollster::block_on(lab.train_steps(20)).unwrap();
    let bytes = pollster::block_on(lab.snapshot(Measured::default(), "", Precision::Single)).unwrap();
    lab.drop_run();
    bytes
}

/// The same model without a voice of one source: its queries are 0, so that its scores are.
fn silenced(bytes: &[u8], source: usize) -> Vec<u8> {
    let query = match source {
        0 => ".item_query.".to_owned(),
        1 => ".position_query.".to_owned(),
        attribute => format!(".attribute_query.{}.", attribute - 2),
    };
    let (card, mut tensors) = read(bytes).unwrap();
    let mut found = 0;
    for tensor in tensors.iter_mut().filter(|tensor| tensor.name.contains(&query)) {
        tensor.values.fill(0.0);
        found += 1;
    }
    assert!(found > 0, "no tensor called {query}");
    write(&card, &tensors, Precision::Single).unwrap()
}

fn answers(lab: &Lab, scales: &[f32]) -> (Prediction, Explanation) {
    let question = Question { model: MAIN, items: &SESSION, scales };
    let prediction = pollster::block_on(lab.predict(&question, 20, false)).unwrap();
    (prediction, pollster::block_on(lab.explain(&question)).unwrap())
}

fn assert_close(found: &[f32], expected: &[f32], what: &str) {
    assert_eq!(found.len(), expected.len(), "{what}");
    for (found, expected) in found.iter().zip(expected) {
        assert!((found - expected).abs() <= 1e-4 * expected.abs().max(1.0), "{what}: {found}, expected {expected}");
    }
}

fn assert_same(found: &(Prediction, Explanation), expected: &(Prediction, Explanation), what: &str) {
    let scores = |answer: &Prediction| answer.top.iter().map(|candidate| candidate.score).collect::<Vec<_>>();
    assert_close(&scores(&found.0), &scores(&expected.0), what);
    let (found, expected) = (&found.1.maps, &expected.1.maps);
    assert_close(&found.contributions, &expected.contributions, what);
    assert_close(&found.fused, &expected.fused, what);
    assert_close(&found.weights, &expected.weights, what);
    assert_close(&found.gates, &expected.gates, what);
}

#[test]
fn a_source_that_is_off_is_off_in_the_prediction_and_in_every_map() {
    for system in systems().iter().filter(|system| system.id.starts_with("dif_")) {
        let mut lab = shop();
        let bytes = trained(&mut lab, &system.id, |_| ());
        lab.load_model(&bytes, MAIN).unwrap();
        let whole = answers(&lab, &[]);
        assert_eq!(whole.1.sources.len(), SOURCES);
        assert_same(&answers(&lab, &[1.0; SOURCES]), &whole, &system.id);
        for source in 0..SOURCES {
            let what = format!("{} without {}", system.id, whole.1.sources[source].name);
            let mut scales = [1.0; SOURCES];
            scales[source] = 0.0;
            lab.load_model(&bytes, MAIN).unwrap();
            let off = answers(&lab, &scales);
            lab.load_model(&silenced(&bytes, source), MAIN).unwrap();
            assert_same(&off, &answers(&lab, &[]), &what);
            assert_ne!(off.1.maps.weights, whole.1.maps.weights, "{what}: nothing changed");
        }
    }
}

#[test]
fn a_factor_scales_the_scores_of_the_source_that_the_answer_names_at_its_place() {
    let mut lab = shop();
    let bytes = trained(&mut lab, "dif_sr", |_| ());
    lab.load_model(&bytes, MAIN).unwrap();
    let whole = answers(&lab, &[]).1;
    let names: Vec<&str> = whole.sources.iter().map(|source| source.kind).collect();
    assert_eq!(names, ["item", "position", "attribute", "attribute", "attribute"]);
    let scales = [2.0, 0.5, -1.0, 0.25, 0.0];
    let scaled = answers(&lab, &scales).1;
    // The first layer reads the same streams in both; the maps of its heads come first.
    let cells = whole.items.len() * whole.items.len();
    let first_layer = whole.maps.heads * SOURCES * cells;
    let expected: Vec<f32> = (whole.maps.contributions[..first_layer].chunks(cells).enumerate())
        .flat_map(|(at, map)| map.iter().map(move |share| share * scales[at % SOURCES]))
        .collect();
    assert_close(&scaled.maps.contributions[..first_layer], &expected, "first layer");
}

#[test]
fn factors_that_are_not_one_finite_number_a_source_are_refused() {
    let mut lab = shop();
    for (system, sources) in [("dif_sr", SOURCES), ("dif_bert", SOURCES), ("nova", 0), ("sasrec", 0), ("gru4rec", 0)] {
        let bytes = trained(&mut lab, system, |_| ());
        lab.load_model(&bytes, MAIN).unwrap();
        let hostile: [&[f32]; 6] =
            [&[0.5], &[1.0; 2], &[1.0; 4], &[1.0; 6], &[1.0, 1.0, 1.0, 1.0, f32::NAN], &[f32::INFINITY; 5]];
        for scales in hostile {
            let question = Question { model: MAIN, items: &SESSION, scales };
            let refusals = [
                pollster::block_on(lab.predict(&question, 5, false)).unwrap_err(),
                pollster::block_on(lab.explain(&question)).unwrap_err(),
            ];
            for refusal in refusals {
                match &refusal {
                    Error::Config { field, expected, .. } => {
                        assert_eq!(field, "source_scale");
                        assert!(expected.starts_with(&sources.to_string()), "{system}: {refusal}");
                    }
                    other => panic!("{system}: {other}"),
                }
            }
        }
        pollster::block_on(lab.explain(&Question::plain(&SESSION))).unwrap();
    }
}

#[test]
fn a_model_that_knows_the_users_of_its_training_alone_says_so() {
    let mut lab = shop();
    let bytes = trained(&mut lab, "caser", |model| match model {
        ModelConfig::Caser(config) => config.user_embedding = true,
        other => panic!("{}", other.kind()),
    });
    lab.load_model(&bytes, MAIN).unwrap();
    let refusal = pollster::block_on(lab.predict(&Question::plain(&SESSION), 5, false)).unwrap_err();
    assert_eq!(
        refusal.to_string(),
        "The setting user_embedding is true; expected false to answer a session: it is nobody's, and the vectors belong to \
         the users of the training data."
    );
}
