//! What explanations of the shipped model are true about, against the figures of a second implementation (hits within five).

use burn::tensor::Device;
use dif_sr::data::synthetic::{SyntheticConfig, generate};
use dif_sr::explain::agreement::{Agreement, Pairs, agreement};
use dif_sr::lab::{Lab, MAIN, Truth, TruthQuestion};

fn lab() -> Lab {
    let made = generate(&SyntheticConfig::default()).unwrap();
    let mut lab = Lab::new(Device::flex());
    lab.open(made.dataset, Some(made.process));
    let path = crate::of_repository("www/ready/brand_loyal/dif_sr.safetensors");
    lab.load_model(&std::fs::read(path).unwrap(), MAIN).unwrap();
    lab
}

fn of(truth: &Truth, method: &str) -> Agreement {
    let at = truth.methods.iter().position(|name| *name == method).unwrap();
    let pairs = truth.clicks.iter().map(|click| (click.named[at].unwrap() as u32, click.truth as u32));
    let (named, truth) = pairs.unzip();
    agreement(&Pairs { named, truth })
}

fn assert_hits(truth: &Truth, expected: &[(&str, usize)]) {
    for &(method, hits) in expected {
        let found = of(truth, method).hits;
        assert!(found.abs_diff(hits) <= 5, "{method}: {found} hits, expected {hits}");
    }
}

fn ask(lab: &Lab, question: TruthQuestion) -> Truth {
    lab.truth(MAIN, question, 0..4000).unwrap()
}

#[test]
fn which_earlier_click_led_to_this_one() {
    let lab = lab();
    let truth = ask(&lab, TruthQuestion::Which);
    assert_eq!(truth.clicks.len(), 2691);
    assert_hits(
        &truth,
        &[
            ("leave_one_out", 1471),
            ("gradient_times_input", 1278),
            ("attention", 1250),
            ("attention_last_layer", 887),
            ("attention_times_gradient", 1519),
            ("always_last", 787),
            ("best", 2464),
            ("best_without_click", 1457),
        ],
    );
    let found = of(&truth, "leave_one_out");
    assert!((found.chance - 0.25).abs() < 0.005 && (found.kappa.unwrap() - 0.39).abs() < 0.005, "{found:?}");
    assert!((found.kappa_half.unwrap() - 0.02).abs() < 0.005, "{found:?}");
    let top = truth.clicks.iter().filter(|click| click.rank < 10.0).count();
    assert!(top.abs_diff(1528) <= 5, "{top} in the top ten");
}

#[test]
fn what_pointed_to_it() {
    let lab = lab();
    let clicks = lab.truth_clicks().unwrap().unwrap();
    assert_eq!((clicks.which, clicks.pointed), (2691, 1004));
    let truth = ask(&lab, TruthQuestion::Pointed);
    assert_eq!(truth.clicks.len(), 1004);
    // Sources: item, position, category, brand, price.
    assert_eq!(truth.clicks.iter().filter(|click| click.truth == 3).count(), 463);
    assert_hits(
        &truth,
        &[
            ("weighted_part", 878),
            ("plain_part", 844),
            ("part_off", 792),
            ("source_off", 452),
            ("gradient_times_input", 299),
        ],
    );
    let best = of(&truth, "best").right;
    assert!((best - 0.96).abs() < 0.01, "{best}");
}

#[test]
fn an_untrained_model_names_nothing() {
    let mut lab = lab();
    lab.load_untrained(MAIN, MAIN).unwrap();
    let which = ask(&lab, TruthQuestion::Which);
    for method in ["leave_one_out", "gradient_times_input", "attention", "attention_times_gradient"] {
        let kappa = of(&which, method).kappa.unwrap();
        assert!(kappa.abs() < 0.05, "{method}: {kappa}");
    }
    let pointed = ask(&lab, TruthQuestion::Pointed);
    for method in ["weighted_part", "plain_part", "part_off", "source_off"] {
        let kappa = of(&pointed, method).kappa.unwrap();
        assert!(kappa.abs() < 0.15, "{method}: {kappa}");
    }
}

/// Planted: the brand's cue and the department's; price and item carry none; each step back counts less.
#[test]
fn the_learned_law_is_the_planted_one_in_sign_and_source() {
    let law = lab().law(MAIN).unwrap();
    let learned = |property: usize, layer: usize, source: usize| law.properties[property].learned[layer][source];
    for (found, expected) in [
        (learned(1, 0, 3), 13.9),
        (learned(1, 1, 3), -0.9),
        (learned(0, 0, 2), -0.2),
        (learned(0, 1, 2), 3.7),
        (learned(2, 0, 4), -0.4),
        (learned(2, 1, 4), -0.5),
    ] {
        assert!((found - expected).abs() < 0.3, "{found} instead of {expected}");
    }
    let planted: Vec<f64> = law.properties.iter().map(|property| property.planted).collect();
    assert!((planted[0] - 5.7).abs() < 0.01 && (planted[1] - 5.7).abs() < 0.01 && planted[2] == 0.0);
    for (found, expected) in law.position.learned.iter().zip([-1.7, -1.2]) {
        assert!((found - expected).abs() < 0.3, "{found} a step instead of {expected}");
    }
}

/// The catalogue of this shop shows each item with the labels of another: nothing is planted in them, and yet they lift, because a
/// model uses any label to find the last item itself.
#[test]
fn nothing_is_planted_in_labels_that_say_nothing_and_they_lift_all_the_same() {
    let preset = dif_sr::data::synthetic::Preset::SideInformationUseless;
    let made = generate(&SyntheticConfig { preset, ..SyntheticConfig::default() }).unwrap();
    let mut lab = Lab::new(Device::flex());
    lab.open(made.dataset, Some(made.process));
    let path = crate::of_repository("www/ready/side_information_useless/dif_sr.safetensors");
    lab.load_model(&std::fs::read(path).unwrap(), MAIN).unwrap();
    let law = lab.law(MAIN).unwrap();
    assert!(law.properties.iter().all(|property| property.planted == 0.0));
    // Signs and which source rises mean something, sizes do not.
    let most = law.properties[1].learned.iter().map(|layer| layer[3]).fold(f64::NEG_INFINITY, f64::max);
    assert!(most > 0.5, "{most}");
}
