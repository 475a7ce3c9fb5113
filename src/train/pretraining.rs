//! What a pre-training step of S3-Rec asks: masked items with negatives, and stretches with a stranger's.

use burn::tensor::{Device, Int, Tensor, TensorData};
use rand::rngs::ChaCha8Rng;

use crate::data::batch::{Batch, ItemValues, Slots};
use crate::data::split::{Sequences, Window};
use crate::models::PretrainingBatch;
use crate::rng;

/// A pre-training step, still on the host. All sequences lie in the same slots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PretrainingTask {
    /// The true sequences.
    pub truth: Slots,
    /// With masked items.
    pub masked: Vec<u32>,
    /// An item that the user never met at masked slots, else 0.
    pub negatives: Vec<u32>,
    /// With a stretch masked.
    pub context: Vec<u32>,
    /// With all but the stretch masked.
    pub positive: Vec<u32>,
    /// The same with a stranger's stretch.
    pub negative: Vec<u32>,
}

impl PretrainingTask {
    /// Draws the step for some windows; `items` counts the rows of the item table and is the number of the [MASK] item.
    pub fn new(
        windows: &[Window],
        sequences: &Sequences,
        length: usize,
        items: usize,
        share: f64,
        draws: &mut ChaCha8Rng,
    ) -> Self {
        let stretches: Vec<&[u32]> = windows.iter().map(|window| window.whole(sequences)).collect();
        let truth = Slots::right_padded(&stretches, length, false);
        let mask = items as u32;
        let mut task = Self {
            masked: truth.items.clone(),
            negatives: vec![0; truth.items.len()],
            context: truth.items.clone(),
            positive: truth.items.clone(),
            negative: truth.items.clone(),
            truth,
        };
        let len = task.truth.len;
        for (sequence, window) in windows.iter().enumerate() {
            let n = stretches[sequence].len();
            let at = |slot: usize| sequence * len + slot;
            for slot in 0..n {
                if rng::uniform_f64(draws) < share {
                    task.masked[at(slot)] = mask;
                    task.negatives[at(slot)] = unmet(sequences.training_part(window.user), items, draws);
                }
            }
            // A stretch of 1 to n / 2 items, anywhere in the sequence.
            let size = 1 + rng::below(draws, (n / 2).max(1) as u32) as usize;
            let start = rng::below(draws, (n - size + 1) as u32) as usize;
            let strange = strangers(window.user, size, sequences, draws);
            for slot in 0..n {
                if (start..start + size).contains(&slot) {
                    task.context[at(slot)] = mask;
                    task.negative[at(slot)] = strange[slot - start];
                } else {
                    task.positive[at(slot)] = mask;
                    task.negative[at(slot)] = mask;
                }
            }
        }
        task
    }

    /// Uploads it. `items` as in [`Self::new`].
    #[must_use]
    pub fn upload(&self, values: &ItemValues, items: usize, device: &Device) -> PretrainingBatch {
        let batch = |ids: &[u32]| Batch::new(&Slots { items: ids.to_vec(), ..self.truth.clone() }, values, device);
        let slots = self.truth.items.len();
        let ids = |ids: &[u32]| -> Tensor<1, Int> {
            let ids: Vec<i32> = ids.iter().map(|&id| id as i32).collect();
            Tensor::from_data(TensorData::new(ids, [slots]), device)
        };
        let flags = |wanted: &dyn Fn(u32) -> bool| -> Tensor<2> {
            let flags: Vec<f32> = self.masked.iter().map(|&id| f32::from(u8::from(wanted(id)))).collect();
            Tensor::from_data(TensorData::new(flags, [slots, 1]), device)
        };
        PretrainingBatch {
            masked: batch(&self.masked),
            labels: values.labels(&self.truth.items, device),
            truth: ids(&self.truth.items),
            negatives: ids(&self.negatives),
            unmasked: flags(&|id| id != 0 && id != items as u32),
            hidden: flags(&|id| id == items as u32),
            context: batch(&self.context),
            positive: batch(&self.positive),
            negative: batch(&self.negative),
        }
    }
}

/// An item that is not in `met`; any item if the user met nearly all.
fn unmet(met: &[u32], items: usize, draws: &mut ChaCha8Rng) -> u32 {
    const TRIES: usize = 64;
    let mut id = 1;
    for _ in 0..TRIES {
        id = 1 + rng::below(draws, items as u32 - 1);
        if !met.contains(&id) {
            break;
        }
    }
    id
}

/// `size` items of other users' training parts, consecutive as far as one user's reach.
fn strangers(user: usize, size: usize, sequences: &Sequences, draws: &mut ChaCha8Rng) -> Vec<u32> {
    let mut found = Vec::with_capacity(size);
    if sequences.len() < 2 {
        return sequences[user].iter().copied().cycle().take(size).collect();
    }
    while found.len() < size {
        // Anyone but the user: one step past the drawn place if that is the user.
        let other = rng::below(draws, sequences.len() as u32 - 1) as usize;
        let part = sequences.training_part(other + usize::from(other >= user));
        if part.is_empty() {
            continue;
        }
        let start = rng::below(draws, part.len() as u32) as usize;
        found.extend(part[start..].iter().take(size - found.len()));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_is_hidden_in_its_context_and_alone_in_its_counterpart() {
        let sequences = Sequences::from(vec![(1..=9).collect(), (11..=16).collect(), (21..=30).collect()]);
        let windows = [Window { user: 0, start: 0, end: 6 }, Window { user: 1, start: 0, end: 3 }];
        let mut draws = rng::stream(1, "mask");
        for _ in 0..100 {
            let task = PretrainingTask::new(&windows, &sequences, 20, 31, 0.2, &mut draws);
            for (at, &item) in task.truth.items.iter().enumerate() {
                let (context, positive, negative) = (task.context[at], task.positive[at], task.negative[at]);
                if item == 0 {
                    assert_eq!([context, positive, negative, task.masked[at]], [0; 4]);
                } else if context == 31 {
                    assert_eq!(positive, item);
                    let own = if at < task.truth.len { 1..=9 } else { 11..=16 };
                    assert!(!own.contains(&negative) && negative != 31, "{negative} is the user's own");
                } else {
                    assert_eq!([context, positive, negative], [item, 31, 31]);
                }
                assert_eq!(task.masked[at] == 31, task.negatives[at] != 0);
                assert!(
                    task.negatives[at] == 0
                        || !sequences.training_part(at / task.truth.len).contains(&task.negatives[at])
                );
            }
        }
    }
}
