//! When a run ends, and which of its evaluations was the best.

use serde::{Deserialize, Serialize};

use crate::eval::metrics::Metrics;

/// The cut-off that decides.
const CUTOFF: usize = 20;

/// The reference's rule: the best evaluation by Recall@20 with the history kept as candidates; a run ends after more than
/// `stopping_step` evaluations without a gain (10 means: at the eleventh).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EarlyStop {
    /// Evaluations without a gain that are borne; 0 = any number.
    stopping_step: usize,
    /// The highest value so far.
    best: Option<f64>,
    /// Evaluations since.
    without_gain: usize,
}

/// What an evaluation means for the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct Verdict {
    /// No evaluation before was as good.
    pub best: bool,
    /// The run should end.
    pub stop: bool,
}

impl EarlyStop {
    /// Before the first evaluation; 0 never ends a run.
    #[must_use]
    pub const fn new(stopping_step: usize) -> Self {
        Self { stopping_step, best: None, without_gain: 0 }
    }

    /// Takes note of an evaluation.
    pub fn record(&mut self, metrics: &Metrics) -> Verdict {
        self.record_recall(&metrics.kept.k, &metrics.kept.recall)
    }

    /// Takes note of an evaluation by its recall at each of the cut-offs `k`, history kept.
    pub fn record_recall(&mut self, k: &[usize], recall: &[f64]) -> Verdict {
        let cutoff = k.iter().position(|&k| k == CUTOFF);
        let value = cutoff.and_then(|cutoff| recall.get(cutoff)).copied().unwrap_or(0.0);
        if self.best.is_none_or(|best| value > best) {
            self.best = Some(value);
            self.without_gain = 0;
            return Verdict { best: true, stop: false };
        }
        self.without_gain += 1;
        Verdict { best: false, stop: self.stopping_step > 0 && self.without_gain > self.stopping_step }
    }

    /// The highest Recall@20 so far.
    #[must_use]
    pub const fn best(&self) -> Option<f64> {
        self.best
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Metrics of ten sessions of which so many rank their target first.
    fn hits(hits: usize) -> Metrics {
        let ranks: Vec<f64> = (0..10).map(|session| if session < hits { 0.0 } else { 100.0 }).collect();
        Metrics::from_ranks(&ranks, &ranks)
    }

    #[test]
    fn ends_after_more_than_the_borne_evaluations_without_a_gain() {
        let mut rule = EarlyStop::new(2);
        let verdicts = [1, 3, 3, 2, 4, 4, 4, 4].map(|n| rule.record(&hits(n))).map(|v| (v.best, v.stop));
        let expected = [
            (true, false),
            (true, false),
            (false, false),
            (false, false),
            (true, false),
            (false, false),
            (false, false),
            (false, true),
        ];
        assert_eq!(verdicts, expected);
        assert_eq!(rule.best(), Some(0.4));
    }

    #[test]
    fn zero_never_ends_a_run_and_a_first_zero_is_still_the_best() {
        let mut rule = EarlyStop::new(0);
        assert!(rule.record(&hits(0)).best);
        assert!((0..100).all(|_| !rule.record(&hits(0)).stop));
    }

    #[test]
    fn the_state_survives_being_written_down() {
        let mut rule = EarlyStop::new(1);
        rule.record(&hits(3));
        rule.record(&hits(2));
        let mut read: EarlyStop = serde_json::from_str(&serde_json::to_string(&rule).unwrap()).unwrap();
        assert_eq!(read, rule);
        assert!(read.record(&hits(3)).stop);
    }
}
