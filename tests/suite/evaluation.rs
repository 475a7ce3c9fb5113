//! Ranking on the device against reference ranks.

use burn::tensor::{Device, Tensor, TensorData};
use dif_sr::eval::rank::ranks;

#[test]
fn ranks_by_comparison_equal_the_reference_ranks() {
    let path = crate::of_repository("tests/golden/metrics.json");
    let golden: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let cases = golden["cases"].as_array().unwrap();
    assert!(!cases.is_empty());
    for case in cases {
        let rows: Vec<Vec<f32>> = serde_json::from_value(case["scores"].clone()).unwrap();
        let targets: Vec<u32> = serde_json::from_value(case["target"].clone()).unwrap();
        let histories: Vec<Vec<u32>> = serde_json::from_value(case["history"].clone()).unwrap();
        let shape = [rows.len(), rows[0].len()];
        let scores = Tensor::from_data(TensorData::new(rows.concat(), shape), &Device::flex());
        let histories: Vec<&[u32]> = histories.iter().map(Vec::as_slice).collect();
        let found = pollster::block_on(ranks(scores, &targets, &histories)).unwrap();
        for (protocol, found) in [("history_kept", found.kept), ("history_masked", found.masked)] {
            let expected: Vec<f64> = serde_json::from_value(case[protocol]["rank"].clone()).unwrap();
            assert_eq!(found, expected, "{} {protocol}", case["name"]);
        }
    }
}
