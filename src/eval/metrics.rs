//! Recall, NDCG and MRR from the rank of the one item that really came next.
//!
//! Ranks count from 0 and average over ties: the candidates with a higher score, plus half of the others with the same score.
//! So a model that gives every item the same score does not look perfect, and a rank can end in .5.

use std::cmp::Ordering;
use std::collections::HashSet;

use serde::{Deserialize, Serialize};

/// The cut-offs that are reported.
pub const CUTOFFS: [usize; 3] = [5, 10, 20];

/// Means over sessions at each cut-off, with their standard errors.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct RankMetrics {
    /// The cut-offs; every list below has one entry for each.
    pub k: Vec<usize>,
    /// Mean [`recall`].
    pub recall: Vec<f64>,
    /// Mean [`ndcg`].
    pub ndcg: Vec<f64>,
    /// Standard error of `recall`.
    pub recall_se: Vec<f64>,
    /// Standard error of `ndcg`.
    pub ndcg_se: Vec<f64>,
    /// Mean [`reciprocal_rank`].
    pub mrr: f64,
}

/// The metrics under both protocols.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct Metrics {
    /// Number of sessions.
    pub sessions: usize,
    /// Items of the history stay candidates: the paper's protocol.
    pub kept: RankMetrics,
    /// Items of the history are no candidates, except the target.
    pub masked: RankMetrics,
}

/// The rank of one target under both protocols.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TargetRank {
    /// Among all items.
    pub kept: f64,
    /// Among the items that are not in the history.
    pub masked: f64,
}

/// `Recall@k = [rank < k]`, the same as the hit rate where there is one target.
#[must_use]
pub fn recall(rank: f64, k: usize) -> f64 {
    f64::from(u8::from(is_hit(rank, k)))
}

/// `NDCG@k = [rank < k] / log2(rank + 2)`, with one target.
#[must_use]
pub fn ndcg(rank: f64, k: usize) -> f64 {
    if is_hit(rank, k) { 1.0 / (rank + 2.0).log2() } else { 0.0 }
}

/// `1 / (rank + 1)`, whatever the rank.
#[must_use]
pub fn reciprocal_rank(rank: f64) -> f64 {
    1.0 / (rank + 1.0)
}

#[expect(clippy::cast_precision_loss, reason = "cut-offs are small")]
fn is_hit(rank: f64, k: usize) -> bool {
    rank < k as f64
}

/// The rank of `target` by comparison with every other candidate, in one pass and without sorting. Candidates are the ids
/// `1..rows`; a score that cannot be compared, such as NaN, counts as better than the target's.
/// # Panics
/// If `target` or an id of `history` is not below `rows`.
pub fn rank<S: PartialOrd>(rows: usize, score: impl Fn(u32) -> S, target: u32, history: &[u32]) -> TargetRank {
    let rows = u32::try_from(rows).expect("item ids fit u32");
    assert!(target < rows && history.iter().all(|&id| id < rows), "ids of the session belong to the catalogue");
    let mine = score(target);
    let ahead = |id: u32| match score(id).partial_cmp(&mine) {
        Some(Ordering::Less) => 0.0,
        Some(Ordering::Equal) => 0.5,
        Some(Ordering::Greater) | None => 1.0,
    };
    let kept: f64 = (1..rows).filter(|&id| id != target).map(ahead).sum();
    let seen: HashSet<u32> = history.iter().copied().filter(|&id| id != target && id != 0).collect();
    // Multiples of one half: the sum is exact in any order.
    TargetRank { kept, masked: kept - seen.into_iter().map(ahead).sum::<f64>() }
}

impl RankMetrics {
    /// Means and standard errors over `ranks` at the cut-offs `k`; all 0 without ranks.
    #[must_use]
    pub fn from_ranks(ranks: &[f64], k: &[usize]) -> Self {
        let of = |metric: fn(f64, usize) -> f64| -> (Vec<f64>, Vec<f64>) {
            k.iter().map(|&k| mean_and_error(ranks.iter().map(|&rank| metric(rank, k)))).unzip()
        };
        let (recall, recall_se) = of(recall);
        let (ndcg, ndcg_se) = of(ndcg);
        let (mrr, _) = mean_and_error(ranks.iter().map(|&rank| reciprocal_rank(rank)));
        Self { k: k.to_vec(), recall, ndcg, recall_se, ndcg_se, mrr }
    }
}

impl Metrics {
    /// The metrics at [`CUTOFFS`] of the ranks under both protocols, one pair per session.
    /// # Panics
    /// If the two lists differ in length.
    #[must_use]
    pub fn from_ranks(kept: &[f64], masked: &[f64]) -> Self {
        assert_eq!(kept.len(), masked.len(), "both protocols rank the same sessions");
        let of = |ranks| RankMetrics::from_ranks(ranks, &CUTOFFS);
        Self { sessions: kept.len(), kept: of(kept), masked: of(masked) }
    }
}

/// The mean, and its standard error `sqrt(sum (x - mean)^2 / (n - 1) / n)`.
///
/// Where all `n` values agree, however few they are, that would be 0, as if one were certain. The values of a metric lie between 0 and 1: the
/// error is then the one that a further value at the farther end would leave, `max(mean, 1 - mean) / (n + 1)`.
#[expect(clippy::cast_precision_loss, reason = "counts far below 2^53")]
fn mean_and_error(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let values: Vec<f64> = values.collect();
    let [first, rest @ ..] = values.as_slice() else { return (0.0, 0.0) };
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    if rest.iter().all(|value| value.to_bits() == first.to_bits()) {
        return (mean, mean.max(1.0 - mean) / (n + 1.0));
    }
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    (mean, (squares / (n - 1.0) / n).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-12
    }

    #[test]
    fn the_first_place_scores_one_and_the_cut_off_itself_nothing() {
        assert!(close(ndcg(0.0, 10), 1.0) && close(recall(0.0, 10), 1.0) && close(reciprocal_rank(0.0), 1.0));
        assert!(close(ndcg(2.0, 10), 0.5) && close(recall(9.5, 10), 1.0));
        assert!(close(ndcg(10.0, 10), 0.0) && close(recall(10.0, 10), 0.0));
    }

    #[test]
    fn half_of_the_ties_count_and_padding_never() {
        let scores = [9.0, 1.0, 2.0, 2.0, 2.0, 3.0];
        let of = |target, history: &[u32]| rank(scores.len(), |id| scores[id as usize], target, history);
        assert_eq!(of(2, &[]), TargetRank { kept: 2.0, masked: 2.0 });
        assert_eq!(of(2, &[5, 3, 3, 0]), TargetRank { kept: 2.0, masked: 0.5 });
        assert_eq!(of(2, &[2, 1]), TargetRank { kept: 2.0, masked: 2.0 }, "the target stays a candidate");
    }

    #[test]
    fn a_model_that_broke_down_ranks_last() {
        assert_eq!(rank(5, |_| f64::NAN, 2, &[]).kept.to_bits(), 3.0_f64.to_bits());
    }

    #[test]
    fn the_standard_error_is_that_of_the_mean() {
        let metrics = RankMetrics::from_ranks(&[0.0, 50.0, 50.0, 50.0], &[10]);
        assert!(close(metrics.recall[0], 0.25));
        assert!(close(metrics.recall_se[0], (0.75_f64 / 3.0 / 4.0).sqrt()));
    }

    #[test]
    fn values_that_agree_leave_an_error_that_shrinks_with_their_number() {
        let error = |ranks: &[f64]| RankMetrics::from_ranks(ranks, &[10]).recall_se[0];
        assert!(close(error(&[0.0]), 0.5) && close(error(&[50.0]), 0.5), "one session tells nothing");
        assert!(close(error(&[0.0; 4]), 0.2));
        let ndcg = RankMetrics::from_ranks(&[2.0], &[10]);
        assert!(close(ndcg.ndcg_se[0], 0.25), "half way up, either end is half as far");
    }

    #[test]
    fn without_sessions_everything_is_zero() {
        let metrics = Metrics::from_ranks(&[], &[]);
        assert_eq!((metrics.sessions, metrics.kept.recall.as_slice()), (0, [0.0; 3].as_slice()));
    }
}
