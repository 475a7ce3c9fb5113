//! What one training step asks: sequences from the data, laid out in slots, with their targets.

use burn::tensor::{Device, Int, Tensor, TensorData};
use rand::rngs::ChaCha8Rng;

use crate::config::{Cloze, ModelConfig, Targets};
use crate::data::batch::{Batch, ItemValues, Slots};
use crate::data::split::{Part, Sample, Sequences, Window, samples, windows};
use crate::models::TargetBatch;
use crate::rng;

/// One training sequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A history with one target.
    Prefix(Sample),
    /// A stretch in which every item but the last predicts the next one.
    Window(Window),
    /// A stretch in which some items are masked.
    Cloze(Window),
}

impl Unit {
    /// The stretch that is looked at as a whole, if this is one.
    #[must_use]
    pub const fn stretch(&self) -> Option<Window> {
        match *self {
            Self::Cloze(window) => Some(window),
            Self::Prefix(_) | Self::Window(_) => None,
        }
    }
}

/// A step's questions, still on the host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// The inputs.
    pub slots: Slots,
    /// Items to predict.
    pub targets: Vec<u32>,
    /// Rows of the `[batch * len, _]` matrix that have a target; `None`: the read-out slot of each sequence.
    pub rows: Option<Vec<u32>>,
}

/// The training sequences of one epoch, in the order of the users. `phase` draws where long sequences are cut; cloze meets every
/// stretch `copies` times, cut at another end each time.
pub fn units(
    sequences: &Sequences,
    targets: Targets,
    length: usize,
    copies: usize,
    phase: &mut ChaCha8Rng,
) -> Vec<Unit> {
    match targets {
        Targets::Prefix => samples(sequences, Part::Train, length).into_iter().map(Unit::Prefix).collect(),
        Targets::EveryPosition => windows(sequences, length, phase).into_iter().map(Unit::Window).collect(),
        // The last target of a window takes a slot, too.
        Targets::Cloze => {
            let mut stretches = Vec::new();
            for _ in 0..copies {
                // Cut at a random end: what a model is asked for comes last, after histories of every length.
                stretches.extend(windows(sequences, length - 1, phase).into_iter().map(|window| {
                    let targets = (window.end - window.start) as u32;
                    let end = window.start + 1 + rng::below(phase, targets) as usize;
                    Unit::Cloze(Window { end, ..window })
                }));
            }
            stretches
        }
    }
}

impl Task {
    /// Lays sequences out for `model`; `mask` draws which items are masked. `items` counts the rows of the item table, so that it is
    /// also the number of the [MASK] item.
    pub fn new(
        units: &[Unit],
        sequences: &[Vec<u32>],
        model: &ModelConfig,
        items: usize,
        mask: &mut ChaCha8Rng,
    ) -> Self {
        let mut targets = Vec::new();
        // For each sequence: slots that have a target; none = its read-out slot.
        let mut asked: Vec<Vec<usize>> = Vec::new();
        let histories: Vec<Vec<u32>> = units
            .iter()
            .map(|unit| match unit {
                Unit::Prefix(sample) => {
                    targets.push(sample.target_item(sequences));
                    sample.history(sequences).to_vec()
                }
                Unit::Window(window) => {
                    targets.extend(window.targets(sequences));
                    asked.push((0..window.targets(sequences).len()).collect());
                    window.inputs(sequences).to_vec()
                }
                Unit::Cloze(window) => {
                    let mut stretch = window.whole(sequences).to_vec();
                    let masked = model.cloze().map_or_else(Vec::new, |cloze| masked_slots(stretch.len(), cloze, mask));
                    for &slot in &masked {
                        targets.push(std::mem::replace(&mut stretch[slot], items as u32));
                    }
                    asked.push(masked);
                    stretch
                }
            })
            .collect();
        let histories: Vec<&[u32]> = histories.iter().map(Vec::as_slice).collect();
        let slots = Slots::right_padded(&histories, model.max_length(), model.needs_full_length());
        let len = slots.len;
        let rows = asked
            .iter()
            .enumerate()
            .flat_map(|(sequence, slots)| slots.iter().map(move |slot| (sequence * len + slot) as u32));
        let rows = (!asked.is_empty()).then(|| rows.collect());
        let users = units.iter().map(|unit| match unit {
            Unit::Prefix(sample) => sample.user,
            Unit::Window(window) | Unit::Cloze(window) => window.user,
        });
        Self { slots: slots.of_users(users), targets, rows }
    }

    /// Uploads it.
    #[must_use]
    pub fn upload(&self, values: &ItemValues, device: &Device) -> (Batch, TargetBatch) {
        let ids = |ids: &[u32]| -> Tensor<1, Int> {
            let ids: Vec<i32> = ids.iter().map(|&id| id as i32).collect();
            let count = ids.len();
            Tensor::from_data(TensorData::new(ids, [count]), device)
        };
        let items = ids(&self.targets);
        let targets = TargetBatch {
            attributes: values.labels(&self.targets, device),
            rows: self.rows.clone(),
            candidates: None,
            items,
        };
        (Batch::new(&self.slots, values, device), targets)
    }
}

/// Slots of a stretch of `len` items to be masked: some, the last one if none was drawn.
fn masked_slots(len: usize, cloze: Cloze, mask: &mut ChaCha8Rng) -> Vec<usize> {
    if rng::uniform_f64(mask) < cloze.last_only {
        return vec![len - 1];
    }
    let drawn: Vec<usize> = (0..len).filter(|_| rng::uniform_f64(mask) < cloze.share).collect();
    if drawn.is_empty() { vec![len - 1] } else { drawn }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::systems::model_of;

    fn sequences() -> Sequences {
        vec![(1..=9).collect(), vec![4, 5, 6, 7]].into()
    }

    #[test]
    fn every_position_asks_for_the_successor_of_every_slot() {
        let sequences = sequences();
        let mut phase = rng::stream(1, "shuffle");
        let units = units(&sequences, Targets::EveryPosition, 20, 1, &mut phase);
        let task = Task::new(&units, &sequences, &model_of("sasrec").unwrap(), 10, &mut phase);
        assert_eq!(task.slots.items, [1, 2, 3, 4, 5, 6, 4, 0, 0, 0, 0, 0]);
        assert_eq!(task.targets, [2, 3, 4, 5, 6, 7, 5]);
        assert_eq!(task.rows.unwrap(), [0, 1, 2, 3, 4, 5, 6]);
        assert_eq!(task.slots.users, [1, 2]);
    }

    #[test]
    fn cloze_hides_what_it_asks_for_and_never_a_held_out_item() {
        let sequences = sequences();
        let model = model_of("bert4rec").unwrap();
        let mut draws = rng::stream(1, "mask");
        for _ in 0..50 {
            let units = units(&sequences, Targets::Cloze, 20, 1, &mut draws);
            let task = Task::new(&units, &sequences, &model, 10, &mut draws);
            let rows = task.rows.unwrap();
            assert_eq!(rows.len(), task.targets.len());
            let mut filled = task.slots.items.clone();
            for (&row, &target) in rows.iter().zip(&task.targets) {
                assert_eq!(filled[row as usize], 10, "a masked slot holds the [MASK] item");
                filled[row as usize] = target;
            }
            for (stretch, whole) in filled.chunks(task.slots.len).zip([&sequences[0][..7], &sequences[1][..2]]) {
                let items: Vec<u32> = stretch.iter().copied().filter(|&id| id != 0).collect();
                assert!(items.len() >= 2 && whole.starts_with(&items), "{items:?}");
            }
        }
    }
}
