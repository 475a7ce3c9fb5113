//! `dif-sr explain`: the same explanations from the command line.

use std::process::Command;

use serde_json::Value;

const SESSION: &str = "Dome tent, Gas stove, Compact camera, 35 mm lens, Enamel mug, Travel tripod, Camera sling";

fn explain(arguments: &[&str]) -> (bool, String, String) {
    let model = crate::of_repository("www/ready/brand_loyal/dif_sr.safetensors");
    let mut command = Command::new(env!("CARGO_BIN_EXE_dif-sr"));
    command.args(["explain", "--model"]).arg(model).args(["--session", SESSION]).args(arguments);
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.success(), text(output.stdout), text(output.stderr))
}

fn json(arguments: &[&str]) -> Value {
    let (ok, out, complaint) = explain(&[arguments, &["--json"]].concat());
    assert!(ok, "{arguments:?}: {complaint}");
    serde_json::from_str(&out).unwrap()
}

#[test]
fn every_explanation_is_given_as_json() {
    let rank = json(&["--what", "rank"]);
    assert_eq!((&rank["n"], rank["tables"].as_array().unwrap().len()), (&7.into(), 12));
    let gradient = json(&["--what", "gradient", "--candidate", "Macro lens", "--batch", "4"]);
    assert_eq!(gradient["by_source"].as_array().unwrap().len(), 5);
    assert_eq!(gradient["batch"]["sessions"], 4);
    let attribution = json(&["--what", "attribution"]);
    assert_eq!(attribution["leave_one_out"].as_array().unwrap().len(), 7);
    let edits = json(&["--what", "counterfactual", "--candidate", "Ring flash"]);
    assert_eq!(edits["candidate"], "Ring flash");
    assert!(
        edits["replacements"].as_array().unwrap().iter().all(|hit| hit["place"].as_f64().unwrap() <= 3.0),
        "{edits}"
    );
    let map = json(&["--what", "map"]);
    assert_eq!(map["coordinates"].as_array().unwrap().len(), 240);
}

#[test]
fn sentences_are_for_people_and_what_is_wrong_is_named() {
    let (ok, out, _) = explain(&["--what", "attribution"]);
    assert!(ok && out.contains("leave_one_out") && out.contains("probability"), "{out}");
    let (ok, _, complaint) = explain(&["--candidate", "Ring flush", "--what", "attribution"]);
    assert!(!ok && complaint.contains("Ring flush"), "{complaint}");
    let (ok, _, complaint) = explain(&["--what", "everything"]);
    assert!(!ok && complaint.contains("counterfactual"), "{complaint}");
}
