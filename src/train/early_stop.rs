//! When a run ends, and which of its evaluations was the best.

use serde::{Deserialize, Serialize};

use crate::config::{TrainingConfig, ValidMetric};
use crate::eval::metrics::RankMetrics;

/// The best evaluation is the one with the highest value of a metric, with the history kept as candidates; a run ends after more
/// than `stopping_step` evaluations without a gain (10 means: at the eleventh), as in the reference.
///
/// # Deviations
/// The released configurations go by Recall@20 alone, which the published settings keep. Where twenty places are all there are it is
/// 1 from the first evaluation on, and everything that is learnt later would be thrown away; so the rule is NDCG@10 elsewhere, and
/// MRR between evaluations that it cannot tell apart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EarlyStop {
    /// What decides; runs that were written down before it could be chosen go on by Recall@20.
    #[serde(default = "recall")]
    valid_metric: ValidMetric,
    /// Evaluations without a gain that are borne; 0 = any number.
    stopping_step: usize,
    /// The highest value so far.
    best: Option<f64>,
    /// What decided between that evaluation and others of the same value.
    #[serde(default)]
    best_mrr: f64,
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

/// The metrics of an evaluation at each of the cut-offs `k`, history kept.
#[derive(Debug, Clone, Copy)]
pub struct Reached<'a> {
    /// Cut-offs.
    pub k: &'a [usize],
    /// Recall at each.
    pub recall: &'a [f64],
    /// NDCG at each.
    pub ndcg: &'a [f64],
    /// Mean reciprocal rank.
    pub mrr: f64,
}

impl EarlyStop {
    /// Before the first evaluation of a run with these settings.
    #[must_use]
    pub const fn new(training: &TrainingConfig) -> Self {
        Self::by(training.valid_metric, training.stopping_step)
    }

    /// Before the first evaluation; a `stopping_step` of 0 never ends a run.
    #[must_use]
    pub const fn by(valid_metric: ValidMetric, stopping_step: usize) -> Self {
        Self { valid_metric, stopping_step, best: None, best_mrr: 0.0, without_gain: 0 }
    }

    /// What decides.
    #[must_use]
    pub const fn valid_metric(&self) -> ValidMetric {
        self.valid_metric
    }

    /// Takes note of an evaluation.
    pub fn record(&mut self, kept: &RankMetrics) -> Verdict {
        self.record_reached(Reached { k: &kept.k, recall: &kept.recall, ndcg: &kept.ndcg, mrr: kept.mrr })
    }

    /// [`Self::record`] of what JavaScript hands over.
    pub fn record_reached(&mut self, reached: Reached<'_>) -> Verdict {
        let at = |values: &[f64], cutoff: usize| {
            reached.k.iter().position(|&k| k == cutoff).and_then(|at| values.get(at)).copied().unwrap_or(0.0)
        };
        let (value, mrr) = match self.valid_metric {
            ValidMetric::Ndcg10 => (at(reached.ndcg, 10), reached.mrr),
            ValidMetric::Recall20 => (at(reached.recall, 20), 0.0),
        };
        if self.best.is_none_or(|best| (value, mrr) > (best, self.best_mrr)) {
            (self.best, self.best_mrr) = (Some(value), mrr);
            self.without_gain = 0;
            return Verdict { best: true, stop: false };
        }
        self.without_gain += 1;
        Verdict { best: false, stop: self.stopping_step > 0 && self.without_gain > self.stopping_step }
    }
}

const fn recall() -> ValidMetric {
    ValidMetric::Recall20
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::eval::metrics::CUTOFFS;

    /// Metrics of ten sessions of which so many rank their target first.
    fn hits(hits: usize) -> RankMetrics {
        let ranks: Vec<f64> = (0..10).map(|session| if session < hits { 0.0 } else { 100.0 }).collect();
        RankMetrics::from_ranks(&ranks, &CUTOFFS)
    }

    /// Metrics of one session with this rank.
    fn at(rank: f64) -> RankMetrics {
        RankMetrics::from_ranks(&[rank], &CUTOFFS)
    }

    #[test]
    fn ends_after_more_than_the_borne_evaluations_without_a_gain() {
        let mut rule = EarlyStop::by(ValidMetric::Ndcg10, 2);
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
    }

    #[test]
    fn an_evaluation_is_better_even_where_the_first_twenty_hold_everything_or_nothing() {
        for (ranks, metric, expected) in [
            // Three items: the target is always among the first twenty.
            ([2.0, 1.0, 0.0], ValidMetric::Ndcg10, [true, true, true]),
            // Far down a long list NDCG@10 is 0, and MRR decides.
            ([90.0, 40.0, 60.0], ValidMetric::Ndcg10, [true, true, false]),
            // The released rule tells neither apart.
            ([2.0, 1.0, 0.0], ValidMetric::Recall20, [true, false, false]),
            ([90.0, 40.0, 10.0], ValidMetric::Recall20, [true, false, true]),
        ] {
            let mut rule = EarlyStop::by(metric, 0);
            assert_eq!(ranks.map(|rank| rule.record(&at(rank)).best), expected, "{ranks:?} by {}", metric.name());
        }
    }

    #[test]
    fn zero_never_ends_a_run_and_a_first_zero_is_still_the_best() {
        let mut rule = EarlyStop::by(ValidMetric::Recall20, 0);
        assert!(rule.record(&hits(0)).best);
        assert!((0..100).all(|_| !rule.record(&hits(0)).stop));
    }

    #[test]
    fn the_state_survives_being_written_down() {
        let mut rule = EarlyStop::by(ValidMetric::Ndcg10, 1);
        rule.record(&hits(3));
        rule.record(&hits(2));
        let mut read: EarlyStop = serde_json::from_str(&serde_json::to_string(&rule).unwrap()).unwrap();
        assert_eq!(read, rule);
        assert!(read.record(&hits(3)).stop);
    }

    #[test]
    fn a_run_that_was_written_down_before_the_rule_could_be_chosen_goes_on_by_its_own() {
        let mut rule: EarlyStop =
            serde_json::from_str(r#"{"stopping_step": 1, "best": 0.4, "without_gain": 1}"#).unwrap();
        assert_eq!(rule.valid_metric(), ValidMetric::Recall20);
        assert!(rule.clone().record(&hits(5)).best);
        assert!(rule.record(&hits(4)).stop);
    }
}
