//! Every model against reference vectors from an independent implementation (tests/golden/README.md).
//!
//! `GOLDEN_DIR` names another folder of the same format.

use std::io::Write;
use std::path::PathBuf;

use burn::tensor::Device;
use dif_sr::golden::{Case, check, check_explained, explains};
use safetensors::{Dtype, SafeTensors};

/// Tolerances of the vectors' README, for single precision against double.
const FORWARD: f64 = 2e-5;
const LOSS: f64 = 2e-5;
const GRADIENT: f64 = 1e-4;
const TRACE: f64 = 2e-5;
/// Adam magnifies a gradient that is nearly zero; the README asks for this with the baselines.
const BASELINE_TRACE: f64 = 5e-5;

/// The vectors hold ten updates.
const STEPS: usize = 10;

fn folder() -> PathBuf {
    std::env::var_os("GOLDEN_DIR").map_or_else(|| crate::of_repository("tests/golden"), PathBuf::from)
}

/// How far forward passes, losses, gradients and losses along Adam steps may be off.
struct Tolerances {
    forward: f64,
    loss: f64,
    gradient: f64,
    trace: f64,
    baseline_trace: f64,
}

#[test]
fn every_case_agrees_with_the_reference() {
    let tolerances =
        Tolerances { forward: FORWARD, loss: LOSS, gradient: GRADIENT, trace: TRACE, baseline_trace: BASELINE_TRACE };
    every_case_agrees(&Device::flex(), &tolerances);
}

/// Single precision in whatever order a graphics driver sums.
#[cfg(feature = "vulkan")]
#[test]
fn every_case_agrees_with_the_reference_on_a_graphics_device() {
    let tolerances = Tolerances { forward: 1e-4, loss: 1e-4, gradient: 1e-4, trace: 1e-4, baseline_trace: 1e-4 };
    every_case_agrees(&super::graphics::graphics(), &tolerances);
}

/// Explanations against theirs (tests/golden/EXPLAIN.md), one line a case with the worst errors of what it explains.
#[test]
fn every_explanation_agrees_with_the_reference() {
    let mut failures = Vec::new();
    let mut out = std::io::stderr().lock();
    for (name, bytes) in explained() {
        let report = check_explained(&name, &bytes, &Device::flex()).unwrap();
        let errors = report.checks.iter().map(|check| format!("{} {:.1e}", check.what, check.error));
        writeln!(out, "{name:<34} {}", errors.collect::<Vec<_>>().join("  ")).unwrap();
        assert!(
            report.checks.iter().map(|check| check.compared).sum::<usize>() >= 4,
            "{name}: too little was compared"
        );
        failures.extend(report.failures().into_iter().map(|failure| format!("{name}: {failure}")));
    }
    assert!(failures.is_empty(), "{failures:#?}");
}

/// One entry of every kind of number, falsified, is noticed.
#[test]
fn a_falsified_explanation_is_noticed() {
    let mut tried = std::collections::BTreeSet::new();
    for (name, bytes) in explained() {
        let report = check_explained(&name, &bytes, &Device::flex()).unwrap();
        for check in report.checks {
            let kind = (report.kind.clone(), check.what.clone());
            // A list of edits may be empty.
            let Some(wrong) = falsified(&bytes, &check.tensor).filter(|_| !tried.contains(&kind)) else { continue };
            tried.insert(kind);
            let failures = check_explained(&name, &wrong, &Device::flex()).unwrap().failures();
            assert!(!failures.is_empty(), "{name}: nobody noticed a wrong {}", check.tensor);
        }
    }
    assert!(tried.len() > 30, "{} of {tried:?}", tried.len());
}

/// The files of explanations, by name.
fn explained() -> Vec<(String, Vec<u8>)> {
    let folder = folder();
    let mut found: Vec<(String, Vec<u8>)> = std::fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "safetensors"))
        .map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), std::fs::read(&path).unwrap()))
        .filter(|(name, bytes)| explains(name, bytes).unwrap())
        .collect();
    found.sort();
    assert!(!found.is_empty(), "no explanation in {}", folder.display());
    found
}

/// The file with one number of a tensor changed: the largest, which no rule of what may be compared leaves out. `None`: it has none.
fn falsified(bytes: &[u8], tensor: &str) -> Option<Vec<u8>> {
    let file = SafeTensors::deserialize(bytes).unwrap();
    let name = file.names().into_iter().find(|name| *name == tensor).unwrap_or_else(|| panic!("no tensor {tensor}"));
    let view = file.tensor(name).unwrap();
    if view.data().is_empty() {
        return None;
    }
    let start = view.data().as_ptr() as usize - bytes.as_ptr() as usize;
    let mut wrong = bytes.to_vec();
    let largest =
        |values: &[f64]| (0..values.len()).max_by(|&a, &b| values[a].abs().total_cmp(&values[b].abs())).unwrap();
    match view.dtype() {
        Dtype::F64 => {
            let values: Vec<f64> = view.data().as_chunks().0.iter().map(|&bytes| f64::from_le_bytes(bytes)).collect();
            let at = largest(&values);
            wrong[start + at * 8..start + at * 8 + 8].copy_from_slice(&(values[at] * 1.01 + 0.01).to_le_bytes());
        }
        Dtype::F32 => {
            let values: Vec<f32> = view.data().as_chunks().0.iter().map(|&bytes| f32::from_le_bytes(bytes)).collect();
            let at = largest(&values.iter().map(|&x| f64::from(x)).collect::<Vec<_>>());
            wrong[start + at * 4..start + at * 4 + 4].copy_from_slice(&(values[at] * 1.01 + 0.01).to_le_bytes());
        }
        Dtype::I32 => {
            let values: Vec<i32> = view.data().as_chunks().0.iter().map(|&bytes| i32::from_le_bytes(bytes)).collect();
            let at = largest(&values.iter().map(|&x| f64::from(x)).collect::<Vec<_>>());
            wrong[start + at * 4..start + at * 4 + 4].copy_from_slice(&(values[at] + 1).to_le_bytes());
        }
        other => panic!("{tensor} is stored as {other:?}"),
    }
    Some(wrong)
}

fn every_case_agrees(device: &Device, tolerances: &Tolerances) {
    let folder = folder();
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "safetensors"))
        .filter(|path| !path.file_stem().unwrap().to_string_lossy().ends_with("_trace"))
        .collect();
    files.sort();
    let mut failures = Vec::new();
    let mut checked = 0;
    // Written past the test harness, which hides the output of tests that pass.
    let mut out = std::io::stderr().lock();
    writeln!(out, "\n{:<34} {:>9} {:>9} {:>9} {:>9}", "case", "forward", "loss", "gradient", "trace").unwrap();
    for path in files {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let bytes = std::fs::read(&path).unwrap();
        let weights = Case::weights_from(&name, &bytes).unwrap().map(|other| {
            let other = path.with_file_name(other);
            std::fs::read(&other).unwrap_or_else(|error| panic!("{}: {error}", other.display()))
        });
        let Some(case) = Case::read(&name, &bytes, weights.as_deref()).unwrap() else {
            writeln!(out, "{name:<34} skipped: this crate has no such model").unwrap();
            continue;
        };
        let separate = std::fs::read(path.with_file_name(format!("{name}_trace.safetensors"))).ok();
        let report = pollster::block_on(check(&case, &name, separate.as_deref(), STEPS, device)).unwrap();
        let trace = report.trace.as_ref().map_or(f64::NAN, |worst| worst.error);
        writeln!(
            out,
            "{name:<34} {:>9.1e} {:>9.1e} {:>9.1e} {trace:>9.1e}",
            report.forward.error, report.loss.error, report.gradient.error
        )
        .unwrap();
        checked += 1;
        // A case that borrows its weights holds a forward pass only; its loss steps are those of another case.
        let whole = weights.is_none();
        let compared = report.forward.compared >= 2 && (!whole || report.gradient.compared > 4);
        assert!(compared, "{name}: too little was compared");
        let limit = if separate.is_some() { tolerances.baseline_trace } else { tolerances.trace };
        let groups = [
            (Some(&report.forward), tolerances.forward),
            (Some(&report.loss), tolerances.loss),
            (Some(&report.gradient), tolerances.gradient),
            (report.trace.as_ref(), limit),
        ];
        for (worst, limit) in groups {
            match worst {
                Some(worst) if worst.error <= limit => {}
                Some(worst) => failures.push(format!("{name}: {} is off by {:.1e}", worst.tensor, worst.error)),
                None if whole => failures.push(format!("{name}: no trace")),
                None => {}
            }
        }
    }
    assert!(checked > 0, "no case in {}", folder.display());
    assert!(failures.is_empty(), "{failures:#?}");
}
