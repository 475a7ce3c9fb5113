//! What the page says about gradients and attributions, each statement to 1e-5, on models of the shop with few steps behind them.

use burn::tensor::Device;
use dif_sr::config::ModelConfig;
use dif_sr::config::systems::systems;
use dif_sr::data::synthetic::{SyntheticConfig, generate};
use dif_sr::explain::counterfactual::Edit;
use dif_sr::lab::{GradientReport, Lab, Lessons, MAIN, Question, TruthQuestion};
use dif_sr::models::NamedTensor;
use dif_sr::train::checkpoint::{Measured, Precision, read};

const SESSION: [u32; 7] = [2, 14, 50, 54, 17, 62, 51];
const TARGET: u32 = 58;
const EXACT: f64 = 1e-5;

/// A system after some steps, which answers; `change` sets up its configuration.
fn trained(system: &str, change: impl Fn(&mut ModelConfig)) -> (Lab, Vec<NamedTensor>) {
    let made = generate(&SyntheticConfig { sessions: 150, ..SyntheticConfig::default() }).unwrap();
    let mut lab = Lab::new(Device::flex());
    lab.open(made.dataset, Some(made.process));
    let mut config = lab.default_config(system).unwrap();
    change(&mut config.model);
    config.training.targets = config.model.targets()[0];
    lab.start_training(config, None).unwrap();
    pollster::block_on(lab.train_steps(20)).unwrap();
    let bytes = pollster::block_on(lab.snapshot(Measured::default(), "", Precision::Single)).unwrap();
    lab.drop_run();
    lab.load_model(&bytes, MAIN).unwrap();
    (lab, read(&bytes).unwrap().1)
}

fn gradients(lab: &Lab, items: &[u32]) -> GradientReport {
    lab.gradients(&Lessons { model: MAIN, items, target: TARGET, batch: 48 }).unwrap()
}

fn of(system: &str) -> GradientReport {
    gradients(&trained(system, |_| ()).0, &SESSION)
}

#[test]
fn additive_early_fusion_gives_every_source_the_same_numbers() {
    let report = of("sasrecf-add");
    assert_eq!(report.sources.len(), 5);
    for (source, found) in report.sources.iter().zip(&report.by_source) {
        assert!(found.difference.unwrap() < EXACT && found.difference_to_position.unwrap() < EXACT, "{}", source.name);
        assert!(found.cosine.iter().all(|cosine| (cosine.unwrap() - 1.0).abs() < EXACT), "{}", source.name);
        assert!(found.norm.iter().all(|&norm| norm > 0.0), "{}", source.name);
    }
    assert!(report.batch.unwrap().residual.iter().all(|&left| left < EXACT));
}

#[test]
fn concat_with_a_linear_map_gives_linear_images_of_one_vector() {
    let batch = of("sasrecf").batch.unwrap();
    assert!(batch.clicks > 4 * 32, "{} clicks say nothing about 32 dimensions", batch.clicks);
    assert!(batch.residual.iter().all(|&left| left < EXACT), "{:?}", batch.residual);
    let lowest = batch.cosine.iter().flatten().map(|spread| spread.least).fold(1.0, f64::min);
    assert!(lowest < 0.9, "a low cosine ({lowest}) proves nothing");
}

#[test]
fn novas_sum_gives_attributes_and_position_the_same_numbers_but_not_the_item() {
    let report = of("nova");
    for (source, found) in report.sources.iter().zip(&report.by_source).skip(2) {
        assert!(found.difference_to_position.unwrap() < EXACT, "{}", source.name);
        assert!(found.difference.unwrap() > 0.01, "{}: the item has a path through values, too", source.name);
    }
    assert!(report.batch.unwrap().residual[1..].iter().all(|&left| left > 0.01));
}

/// `sigma g + (g . f) sigma (1 - sigma) w`: in a model of one layer all sources' gradients lie in the planes that the gate's vector
/// spans with one vector a slot, and they are no scaled copies.
#[test]
fn novas_gate_gives_no_scaled_copies_but_with_one_layer_coplanar_ones() {
    let (lab, parameters) = trained("nova-gate", |model| {
        if let ModelConfig::Nova(config) = model {
            config.n_layers = 1;
        }
    });
    let report = gradients(&lab, &SESSION);
    let gate = &parameters.iter().find(|tensor| tensor.name == "layer.0.fusion.weight").unwrap().values;
    let gate = unit(&gate.iter().map(|&x| f64::from(x)).collect::<Vec<_>>());
    let mut least = 1.0_f64;
    for slot in 0..SESSION.len() {
        let [position, category] = [1, 2].map(|source| unit(&report.by_source[source].gradient[slot]));
        least = least.min(dot(&position, &category).abs());
        // What is left of the second outside the plane of the first and the gate.
        let along = combine(&gate, -dot(&gate, &position), &position);
        let in_plane = unit(&along);
        let left = combine(&category, -dot(&category, &position), &position);
        let left = combine(&left, -dot(&left, &in_plane), &in_plane);
        assert!(dot(&left, &left).sqrt() < EXACT, "slot {slot}: {}", dot(&left, &left).sqrt());
    }
    assert!(least < 1.0 - 1e-3, "cosines of {least} or more would be scaled copies");
}

#[test]
fn decoupled_fusion_gives_every_source_gradients_of_its_own() {
    let (lab, _) = trained("dif_sr", |model| {
        if let ModelConfig::DifSr(config) = model {
            config.attributes.iter_mut().for_each(|attribute| attribute.attribute_hidden_size = 32);
        }
    });
    let report = gradients(&lab, &SESSION);
    for (source, found) in report.sources.iter().zip(&report.by_source).skip(1) {
        assert!(found.difference.unwrap() > 0.01, "{}", source.name);
        assert!(found.norm.iter().any(|&norm| norm > 0.0), "{}", source.name);
    }
    assert!(report.batch.unwrap().residual[1..].iter().all(|&left| left > 0.1));
}

/// A softmax over one key is constant: whatever attributes and position say, the one item gets the weight 1.
#[test]
fn a_session_of_one_item_teaches_attributes_nothing_where_they_only_weigh() {
    for system in ["dif_sr", "nova"] {
        let report = gradients(&trained(system, |_| ()).0, &SESSION[..1]);
        assert!(report.by_source[0].norm[0] > 0.0);
        for (source, found) in report.sources.iter().zip(&report.by_source).skip(1) {
            assert!(found.norm[0] < 1e-12, "{system}, {}: {}", source.name, found.norm[0]);
            assert_eq!(found.cosine.first().copied().flatten(), None);
        }
    }
    let early = gradients(&trained("sasrecf-add", |_| ()).0, &SESSION[..1]);
    assert!(early.by_source.iter().all(|found| found.norm[0] > 0.0));
}

#[test]
fn frozen_tables_are_told_and_their_look_ups_have_gradients_all_the_same() {
    let (lab, _) = trained("dif_sr", |model| {
        if let ModelConfig::DifSr(config) = model {
            config.freeze_attribute_tables = true;
        }
    });
    let report = gradients(&lab, &SESSION);
    let frozen: Vec<bool> = report.by_source.iter().map(|source| source.frozen).collect();
    assert_eq!(frozen, [false, false, true, true, true]);
    assert!(report.by_source[3].norm.iter().any(|&norm| norm > 0.0));
}

#[test]
fn one_step_on_a_session_makes_its_next_item_likelier() {
    for system in ["dif_sr", "sasrecf-add", "gru4rec", "caser", "fdsa", "s3rec", "icai"] {
        let step = of(system).step;
        assert!(step.after.loss < step.before.loss, "{system}: {step:?}");
        let weighed: f64 =
            step.before.attributes.iter().zip(&step.before.lambdas).map(|(loss, lambda)| loss * lambda).sum();
        // Caser adds a penalty on its parameters.
        let rest = step.before.loss - step.before.item - weighed;
        assert!(if system == "caser" { rest > 0.0 } else { rest.abs() < 1e-4 }, "{system}: {step:?}");
    }
}

/// At the raw look-up of an item the product says nothing: the vector goes straight into a `LayerNorm`.
#[test]
fn gradient_times_input_is_zero_at_the_raw_item_of_decoupled_models_and_not_behind_the_norm() {
    for (system, is_zero) in [("dif_sr", true), ("nova", true), ("sasrecf-add", false), ("gru4rec", false)] {
        let (lab, _) = trained(system, |_| ());
        let found = lab.attribution(&Question::plain(&SESSION), TARGET).unwrap();
        let size = |values: &[f64]| values.iter().fold(0.0, |most: f64, x| most.max(x.abs()));
        let (raw, input) = (size(&found.raw), size(&found.gradient_times_input));
        assert!(input > 0.0, "{system}");
        assert_eq!(raw < 1e-9 * input.max(1.0), is_zero, "{system}: {raw} of {input}");
        assert_eq!(found.normalised, system != "gru4rec");
    }
}

/// Attention over equal values is the value: no source can change anything.
#[test]
fn no_source_matters_for_one_item_however_often_it_is_repeated() {
    let (lab, _) = trained("dif_sr", |_| ());
    for session in [&[54_u32][..], &[54, 54, 54, 54]] {
        let found = lab.attribution(&Question::plain(session), TARGET).unwrap();
        assert_eq!(found.ablation.len(), 5);
        for ablated in &found.ablation {
            assert!(
                (ablated.off.logit - found.base.logit).abs() < 1e-5 && (ablated.off.rank - found.base.rank).abs() < 0.1
            );
        }
    }
    assert!(lab.attribution(&Question::plain(&[54]), TARGET).unwrap().leave_one_out.is_none());
}

/// Nobody's question ends in a panic, whatever model it is put to: one that does not attend, one that knows no attributes, one that is
/// read at a [MASK] slot.
#[test]
fn every_system_answers_every_question() {
    for system in systems() {
        let (mut lab, _) = trained(&system.id, |_| ());
        let name = &system.id;
        for items in [&SESSION[..], &SESSION[..1], &[54, 54, 54][..]] {
            let rank = lab.rank(MAIN, items).unwrap();
            assert_eq!(rank.tables.is_empty(), !system.attention, "{name}");
            for table in &rank.tables {
                assert!(
                    table.rank.iter().zip(&table.generic).all(|(rank, generic)| rank <= generic),
                    "{name}: {table:?}"
                );
                assert!(table.generic.iter().all(|&generic| generic <= table.bound), "{name}: {table:?}");
            }
            let report = gradients(&lab, items);
            assert_eq!(report.sources.len(), report.by_source.len(), "{name}");
            let question = Question::plain(items);
            let found = lab.attribution(&question, TARGET).unwrap();
            assert_eq!(found.gradient_times_input.len(), items.len(), "{name}");
            for kind in [Edit::Remove, Edit::RemoveTwo, Edit::Replace { slot: 0, from: 0, end: 99 }] {
                let edits = lab.edits(&question, TARGET, kind).unwrap();
                assert!(edits.rank.iter().all(|&rank| rank >= -1.0), "{name}");
            }
        }
        assert_eq!(lab.item_map(MAIN, false, 10).unwrap().neighbours.len(), 240, "{name}");
        let which = lab.truth(MAIN, TruthQuestion::Which, 0..70).unwrap();
        assert_eq!(which.clicks.len(), 70, "{name}");
        assert!(
            which.clicks.iter().all(|click| click.named[0].is_some_and(|back| back < click.history.len())),
            "{name}"
        );
        let pointed = lab.truth(MAIN, TruthQuestion::Pointed, 0..20).unwrap();
        assert_eq!(pointed.clicks.is_empty(), pointed.sources.len() < 2 || system.id == "dif_bert", "{name}");
        assert_eq!(lab.law(MAIN).unwrap().properties.is_empty(), pointed.clicks.is_empty(), "{name}");
        lab.load_untrained(MAIN, "untrained").unwrap();
        lab.rank("untrained", &SESSION).unwrap();
    }
}

/// What is asked of a model whose sources are weighed otherwise is what the list of that model shows.
#[test]
fn explanations_follow_the_factors_on_the_sources() {
    let (lab, _) = trained("dif_sr", |_| ());
    let scales = [1.0, 1.0, 0.5, 0.0, 2.0, 1.0, 0.0, 1.0, 1.0, 1.0];
    let question = Question { model: MAIN, items: &SESSION, scales: &scales };
    let list = pollster::block_on(lab.predict(&question, 240, false)).unwrap();
    let listed = list.top.iter().find(|candidate| candidate.item == TARGET).unwrap();
    let found = lab.attribution(&question, TARGET).unwrap();
    assert!((found.base.logit - f64::from(listed.score)).abs() < 1e-4, "{} {}", found.base.logit, listed.score);
    let plain = lab.attribution(&Question::plain(&SESSION), TARGET).unwrap();
    assert!((found.base.logit - plain.base.logit).abs() > 1e-3);
    assert!((found.gradient_times_input[5] - plain.gradient_times_input[5]).abs() > 1e-6);
    // The brand is off in the first layer already: half of nothing there, and all of it in the second.
    let edits = lab.edits(&question, TARGET, Edit::Remove).unwrap();
    assert_eq!(edits.base, found.base);
    let out = found.leave_one_out.unwrap();
    assert!(edits.rank.iter().zip(&out).all(|(rank, standing)| (rank - standing.rank).abs() < 0.1));
}

/// A session of more clicks than the model reads: what is said of an edit is what the list shows once the visitor has made it.
#[test]
fn an_edit_of_a_long_session_is_that_of_the_whole_session() {
    let (lab, _) = trained("dif_sr", |_| ());
    let session: Vec<u32> = (0..).map(|at| 1 + at * 37 % 240).filter(|&item| item != TARGET).take(24).collect();
    let question = Question::plain(&session);
    let listed = |items: &[u32], exclude_seen: bool| {
        let list = pollster::block_on(lab.predict(&Question::plain(items), 240, exclude_seen)).unwrap();
        f64::from(list.ranks[TARGET as usize]) - 1.0
    };
    let found = lab.attribution(&question, TARGET).unwrap();
    let unread = session.len() - found.items.len();
    assert!(unread >= 2, "{} clicks are read", found.items.len());
    let removed = lab.edits(&question, TARGET, Edit::Remove).unwrap();
    let other = 200;
    let replaced = lab.edits(&question, TARGET, Edit::Replace { slot: 2, from: other, end: other + 1 }).unwrap();
    let mut swapped = session.clone();
    swapped[unread + 2] = other;
    assert_eq!((replaced.rank[0], replaced.rank_new[0]), (listed(&swapped, false), listed(&swapped, true)));
    assert_eq!((found.base.rank, found.base.rank_new), (listed(&session, false), listed(&session, true)));
    for (slot, standing) in found.leave_one_out.unwrap().iter().enumerate() {
        let mut left = session.clone();
        left.remove(unread + slot);
        assert!((removed.rank[slot] - standing.rank).abs() < 0.5, "slot {slot}");
        assert_eq!((standing.rank, standing.rank_new), (listed(&left, false), listed(&left, true)), "slot {slot}");
    }
}

#[test]
fn what_cannot_be_asked_is_refused_with_a_reason() {
    let (lab, _) = trained("dif_sr", |_| ());
    let question = Question::plain(&SESSION);
    assert!(lab.attribution(&question, 0).unwrap_err().to_string().contains("candidate"));
    assert!(lab.attribution(&question, 241).unwrap_err().to_string().contains("1 to 240"));
    assert!(
        lab.edits(&question, TARGET, Edit::Replace { slot: 7, from: 0, end: 9 })
            .unwrap_err()
            .to_string()
            .contains("0 to 6")
    );
    assert!(lab.rank(MAIN, &[]).is_err());
    assert!(lab.rank("nobody", &SESSION).is_err());
    assert!(lab.truth(MAIN, TruthQuestion::Which, 0..9000).is_err());
    assert!(lab.truth(MAIN, TruthQuestion::Which, 8000..8010).unwrap().clicks.is_empty());
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

fn unit(a: &[f64]) -> Vec<f64> {
    let length = dot(a, a).sqrt();
    a.iter().map(|x| x / length).collect()
}

fn combine(a: &[f64], factor: f64, b: &[f64]) -> Vec<f64> {
    a.iter().zip(b).map(|(x, y)| x + factor * y).collect()
}
