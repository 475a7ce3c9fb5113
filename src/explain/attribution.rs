//! What one prediction hangs on: every click left out, the gradient times the input, every source silenced.

use burn::tensor::Tensor;

use super::lens::{LookUps, Subject, look_ups};
use super::standing::{Standing, edited_scores, scores};
use crate::error::Result;
use crate::models::{AnyModel, SequentialModel};

/// The factors at which a source's scores are tried.
pub const FACTORS: [f32; 2] = [0.0, 0.5];

/// What a candidate hangs on.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribution {
    /// The session as it is.
    pub base: Standing,
    /// Without each click, the rest moved left and positions renumbered; empty for a session of one click.
    pub leave_one_out: Vec<Standing>,
    /// Gradients of the candidate's score at everything that is looked up.
    pub gradient: LookUps,
    /// With each source's scores times [`FACTORS`], in every layer; sources in the order item, position, attributes. Empty for models
    /// that keep no source apart.
    pub ablation: Vec<[Standing; 2]>,
}

/// The score of `candidate` from the state at the read-out slot, in whichever precision the model has.
#[must_use]
pub fn logit(model: &AnyModel, state: Tensor<2>, candidate: u32) -> Tensor<1> {
    model.item_logits(state).narrow(1, candidate as usize, 1).reshape([1])
}

/// The gradients of the candidate's score.
///
/// Gradient times vector is 0 at the raw look-up of an item wherever the vector goes straight into a `LayerNorm`, which does not see
/// its length; the measure says something only behind it, at the normalised input.
///
/// # Errors
/// As [`look_ups`].
#[cold]
pub fn score_gradients(subject: &Subject<'_>, items: &[u32], candidate: u32) -> Result<LookUps> {
    let model = subject.tracked(true);
    look_ups(subject, &model, &subject.slots(items), |model, state| logit(model, state, candidate))
}

/// What `candidate` hangs on after `items`: of the clicks that the model reads, in the session as a whole. Without one of them an older
/// click that had no room comes into reach, as it does for whoever takes it out.
///
/// # Errors
/// [`crate::error::Error::DeviceRefused`] if the device fails, [`crate::error::Error::Diverged`] for weights that are not finite.
#[cold]
pub fn attribution(subject: &Subject<'_>, items: &[u32], candidate: u32) -> Result<Attribution> {
    let seen = subject.seen(items);
    let unread = items.len() - seen.len();
    let without: Vec<Vec<u32>> = (0..seen.len()).map(|left_out| without(items, &[unread + left_out])).collect();
    let asked: Vec<&[u32]> = if seen.len() > 1 { without.iter().map(Vec::as_slice).collect() } else { Vec::new() };
    let of = |(scores, session): (&Vec<f32>, &&[u32])| Standing::new(scores, candidate, session);
    let base = scores(subject, &[items])?;
    let left_out = scores(subject, &asked)?;
    let mut ablation = Vec::new();
    if subject.sources > 1 {
        for source in 0..subject.sources {
            let mut pair = [Standing::new(&base[0], candidate, items); 2];
            for (standing, factor) in pair.iter_mut().zip(FACTORS) {
                let found = edited_scores(subject, &[items], |_, _| subject.edits_with(source, factor))?;
                *standing = Standing::new(&found[0], candidate, items);
            }
            ablation.push(pair);
        }
    }
    Ok(Attribution {
        base: Standing::new(&base[0], candidate, items),
        leave_one_out: left_out.iter().zip(&asked).map(of).collect(),
        gradient: score_gradients(subject, seen, candidate)?,
        ablation,
    })
}

/// A session without the clicks in some slots.
#[must_use]
#[cold]
pub fn without(items: &[u32], slots: &[usize]) -> Vec<u32> {
    let kept = items.iter().enumerate().filter(|(slot, _)| !slots.contains(slot));
    kept.map(|(_, &item)| item).collect()
}
