//! Every model against reference vectors from an independent implementation (tests/golden/README.md).
//!
//! `GOLDEN_DIR` names another folder of the same format.

use std::io::Write;
use std::path::{Path, PathBuf};

use burn::tensor::Device;
use dif_sr::golden::{Case, check};

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
    std::env::var_os("GOLDEN_DIR")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden"), PathBuf::from)
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
