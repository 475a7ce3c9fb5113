//! Numbers held against their references, kind by kind, with what is allowed.

use super::file::File;

/// One kind of number of a case: how far the worst of them is off, as a share of what is allowed.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct Check {
    /// What was compared, such as `singular_values`.
    pub what: String,
    /// The error in the unit of its tolerance; infinite if a value is not a number, is missing or has another shape.
    pub error: f64,
    /// What is allowed.
    pub limit: f64,
    /// The tensor with the largest error.
    pub tensor: String,
    /// How many tensors were compared.
    pub compared: usize,
}

/// What a case of explanations says.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct ExplainedReport {
    /// rank, gradient, attribution, counterfactual or map.
    pub kind: String,
    /// In the order in which they were first met.
    pub checks: Vec<Check>,
}

impl ExplainedReport {
    /// The checks that failed, in words.
    #[must_use]
    pub fn failures(&self) -> Vec<String> {
        let failed = self.checks.iter().filter(|check| check.error > check.limit);
        failed
            .map(|check| format!("{} is off by {:.1e}, allowed {:.1e}", check.tensor, check.error, check.limit))
            .collect()
    }
}

/// How an error is measured, with what is allowed.
#[derive(Clone, Copy)]
pub(super) enum Measure {
    Exact,
    /// As a share of the largest entry of the reference.
    OfLargest(f64),
    /// As a share of a given number.
    Of(f64, f64),
    /// `|x - r| / (1 + |r|)`.
    Relative(f64),
    Absolute(f64),
}

pub(super) struct Checks<'a> {
    pub(super) case: &'a File,
    pub(super) seen: Vec<String>,
    pub(super) report: ExplainedReport,
}

impl Checks<'_> {
    /// Compares one tensor of the file.
    pub(super) fn see(&mut self, tensor: &str, found: &[f64], measure: Measure) {
        self.see_where(tensor, found, measure, |_| true);
    }

    /// The same at some of its entries.
    pub(super) fn see_where(&mut self, tensor: &str, found: &[f64], measure: Measure, counts: impl Fn(usize) -> bool) {
        self.seen.push(tensor.to_owned());
        let reference = self.case.tensors.get(tensor).map(|reference| reference.values.as_slice());
        let (unit, limit) = match (measure, reference) {
            (Measure::OfLargest(limit), Some(values)) => {
                (values.iter().fold(f64::MIN_POSITIVE, |most: f64, x| most.max(x.abs())), limit)
            }
            (Measure::Of(unit, limit), _) => (unit.max(f64::MIN_POSITIVE), limit),
            (Measure::Exact, _) => (1.0, 0.0),
            (Measure::Relative(limit) | Measure::Absolute(limit) | Measure::OfLargest(limit), _) => (1.0, limit),
        };
        let error = match reference {
            Some(values) if values.len() == found.len() => {
                let pairs = values.iter().zip(found).enumerate().filter(|&(at, _)| counts(at));
                let errors = pairs.map(|(_, (&reference, &found))| {
                    let scale = if matches!(measure, Measure::Relative(_)) { 1.0 + reference.abs() } else { unit };
                    (found - reference).abs() / scale
                });
                errors.fold(0.0, |worst: f64, error| if error.is_nan() { f64::INFINITY } else { worst.max(error) })
            }
            _ => f64::INFINITY,
        };
        self.record(tensor, error, limit);
    }

    /// An error that was measured elsewhere.
    pub(super) fn see_number(&mut self, tensor: &str, error: f64, limit: f64) {
        self.seen.push(tensor.to_owned());
        let is_known = self.case.tensors.contains_key(tensor) && !error.is_nan();
        self.record(tensor, if is_known { error } else { f64::INFINITY }, limit);
    }

    fn record(&mut self, tensor: &str, error: f64, limit: f64) {
        let mut parts = tensor.split('.').filter(|part| !["counterfactual", "map", "0", "1"].contains(part));
        let first = parts.next().unwrap_or(tensor);
        let what = match parts.next() {
            Some(second) if ["base", "leave_one_out", "ablation"].contains(&first) => format!("{first}.{second}"),
            _ => first.to_owned(),
        };
        let checks = &mut self.report.checks;
        let index = checks.iter().position(|check| check.what == what).unwrap_or_else(|| {
            checks.push(Check { what, error: 0.0, limit, tensor: tensor.to_owned(), compared: 0 });
            checks.len() - 1
        });
        let check = &mut checks[index];
        check.compared += 1;
        if error >= check.error {
            check.error = error;
            tensor.clone_into(&mut check.tensor);
        }
    }

    /// A reference that nothing was compared with would otherwise go unnoticed.
    pub(super) fn finish(mut self) -> ExplainedReport {
        const ORDINARY: [&str; 6] = ["in", "w", "act", "grad", "loss", "trace"];
        let names = self.case.tensors.keys();
        let missed = names.filter(|name| {
            let kind = name.split('.').next().unwrap_or(name);
            !ORDINARY.contains(&kind) && !self.seen.contains(name)
        });
        let missed: Vec<String> = missed.cloned().collect();
        for tensor in missed {
            let what = "not compared".to_owned();
            self.report.checks.push(Check { what, error: f64::INFINITY, limit: 0.0, tensor, compared: 0 });
        }
        self.report
    }
}
