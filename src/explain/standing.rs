//! Where one candidate stands in the list of a session, and in those of many sessions asked at once.

use std::cmp::Ordering;

use burn::tensor::Transaction;
use serde::Serialize;

use super::lens::Subject;
use crate::data::batch::{Batch, Slots};
use crate::error::Result;
use crate::models::SequentialModel;
use crate::nn::dropout::Noise;
use crate::nn::edits::Edits;
use crate::read::read_now;

/// Sessions put to a model at once.
pub const BATCH: usize = 128;

/// Where one candidate stands.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct Standing {
    /// Inner product of state and item vector.
    pub logit: f64,
    /// 0-based among all items, history kept: strictly better ones, and half of the equal ones.
    pub rank: f64,
    /// The same among items that are not in the session, and the candidate.
    pub rank_new: f64,
    /// Softmax over all items but padding.
    pub probability: f64,
}

impl Standing {
    /// From the scores of every item, padding row included; `session`: the items that were asked about.
    #[must_use]
    pub fn new(scores: &[f32], candidate: u32, session: &[u32]) -> Self {
        let own = scores[candidate as usize];
        let better = |item: u32| {
            let score = scores[item as usize];
            match score.partial_cmp(&own) {
                Some(Ordering::Greater) => 1.0,
                Some(Ordering::Equal) => 0.5,
                _ => 0.0,
            }
        };
        let all: f64 = (1..scores.len() as u32).filter(|&item| item != candidate).map(better).sum();
        let mut seen: Vec<u32> = session.iter().copied().filter(|&item| item != candidate).collect();
        seen.sort_unstable();
        seen.dedup();
        let clicked: f64 = seen.into_iter().map(better).sum();
        Self {
            logit: f64::from(own),
            rank: all,
            rank_new: all - clicked,
            probability: log_probability(scores, own).exp(),
        }
    }
}

/// `ln` of the softmax over all items but padding, of the item with the score `own`.
#[must_use]
pub fn log_probability(scores: &[f32], own: f32) -> f64 {
    let largest = scores[1..].iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let sum: f64 = scores[1..].iter().map(|&score| f64::from(score - largest).exp()).sum();
    f64::from(own - largest) - sum.ln()
}

/// The scores of every item for each session, `[sessions][items]`, the way the model answers a visitor.
///
/// # Errors
/// [`crate::error::Error::DeviceRefused`] if the device fails.
pub fn scores(subject: &Subject<'_>, sessions: &[&[u32]]) -> Result<Vec<Vec<f32>>> {
    let mut found = Vec::with_capacity(sessions.len());
    for chunk in sessions.chunks(BATCH) {
        let slots = Slots::questions(chunk, subject.config, subject.values.items());
        let batch = Batch::new(&slots, subject.values, subject.device);
        // The quick way is that of a model as it was trained.
        let state = if subject.factors.is_empty() {
            subject.model.target_states(&batch, None, &mut Noise::none())
        } else {
            subject.model.encode_edited(&batch, &subject.edits(), &mut Noise::none())
        };
        let read = read_now(Transaction::default().register(subject.model.item_logits(state)))?;
        found.extend(read[0].chunks(subject.values.items()).map(<[f32]>::to_vec));
    }
    Ok(found)
}

/// The same with the scores of single sources changed; `edits` makes those of a batch, given its first session's number and the batch.
///
/// # Errors
/// As [`scores`].
pub fn edited_scores(
    subject: &Subject<'_>,
    sessions: &[&[u32]],
    edits: impl Fn(usize, &Batch) -> Edits,
) -> Result<Vec<Vec<f32>>> {
    let mut found = Vec::with_capacity(sessions.len());
    for (index, chunk) in sessions.chunks(BATCH).enumerate() {
        let slots = Slots::questions(chunk, subject.config, subject.values.items());
        let batch = Batch::new(&slots, subject.values, subject.device);
        let state = subject.model.encode_edited(&batch, &edits(index * BATCH, &batch), &mut Noise::none());
        let read = read_now(Transaction::default().register(subject.model.item_logits(state)))?;
        found.extend(read[0].chunks(subject.values.items()).map(<[f32]>::to_vec));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_scores_count_half_and_padding_is_no_candidate() {
        let scores = [9.0, 1.0, 2.0, 1.0, 0.5];
        let standing = Standing::new(&scores, 3, &[2, 2, 3]);
        assert_eq!((standing.rank, standing.rank_new), (1.5, 0.5));
        let sum: f64 = (1..5).map(|item| Standing::new(&scores, item, &[]).probability).sum();
        assert!((sum - 1.0).abs() < 1e-12);
    }
}
