//! The model of a case with its optimiser: one update, one answer.

use burn::module::Module;
use burn::tensor::{Device, Int, Tensor, Transaction};

use super::Case;
use super::work::{StepBatch, item_attributes};
use crate::config::ModelConfig;
use crate::data::batch::{Batch, ItemValues, Slots};
use crate::error::{Error, Result};
use crate::models::{AnyModel, LossTerms, NamedTensor, SequentialModel, with_parameters};
use crate::nn::dropout::Noise;
use crate::nn::loss::{item_cross_entropy, multi_labels};
use crate::read::read_all;
use crate::train::optimiser::Optimiser;
use crate::train::tasks::Task;

/// The item that stands where padding would.
const FILLER: u32 = 1;

/// How much of a batch is computed. The results are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// As everywhere else in this crate: what no result depends on is left out.
    Needed,
    /// Every slot of every layer, padding and rows that are not read included, as the other stacks do.
    EverySlot,
}

/// An item and its score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scored {
    /// Item id.
    pub item: u32,
    /// Inner product of state and item vector.
    pub score: f32,
}

/// A model in training on batches from outside.
pub struct PeerModel {
    case: Case,
    config: ModelConfig,
    work: Work,
    device: Device,
    values: ItemValues,
    model: AnyModel,
    /// `model` without autodiff, made when it is first asked. Not kept over an update, which could then not reuse memory.
    answering: Option<AnyModel>,
    optimiser: Optimiser,
}

impl PeerModel {
    /// The model of `case` with `parameters` under the names that the peers give them, on `device` (without autodiff).
    ///
    /// # Errors
    /// [`Error::Weights`] for the first parameter that is missing, has another shape, or that the model does not have.
    pub fn new(case: &Case, parameters: Vec<NamedTensor>, work: Work, device: &Device) -> Result<Self> {
        let renamed = parameters.into_iter().map(|tensor| match Case::parameter(&tensor.name) {
            Some(name) => Ok(NamedTensor { name, ..tensor }),
            None => Err(Error::Weights {
                found: format!("shape {:?}", tensor.shape),
                tensor: tensor.name,
                expected: "no such tensor".into(),
            }),
        });
        let renamed = renamed.collect::<Result<Vec<_>>>()?;
        let training = device.clone().autodiff();
        let attributes = item_attributes(case);
        let values = ItemValues::new(case.items + 1).with(attributes.chunks(1), case.attr_values + 1, false);
        let config = case.config();
        // Every initial weight is replaced: the seed is without effect.
        let model = with_parameters(AnyModel::new(&config, &case.schema(), &values, 0, &training)?, renamed)?;
        Ok(Self {
            case: *case,
            config,
            work,
            device: training,
            values,
            answering: None,
            model,
            optimiser: Optimiser::new(case.lr),
        })
    }

    /// One update. Returns the loss before it: item cross-entropy + lambda times the attribute's binary cross-entropy.
    ///
    /// # Errors
    /// [`Error::Config`] if the batch does not fit the case, [`Error::DeviceRefused`] if the device fails.
    pub async fn step(&mut self, batch: &StepBatch) -> Result<f32> {
        self.check(batch)?;
        let total = self.loss(batch);
        self.answering = None;
        self.model = self.optimiser.step(self.model.clone(), &total);
        let read = read_all(Transaction::default().register(total.inner())).await?;
        Ok(read[0][0])
    }

    /// The `k` best items after `session`, best first; padding is no candidate.
    ///
    /// # Errors
    /// [`Error::Config`] if the session is empty, too long, or names an item that there is not.
    pub async fn infer(&mut self, session: &[u32], k: usize) -> Result<Vec<Scored>> {
        self.check_length("session", session.len())?;
        self.check_items("session", session)?;
        let batch = Batch::new(&self.slots(&[session]), &self.values, &self.device.clone().inner());
        let model = self.answering.get_or_insert_with(|| self.model.valid());
        let noise = &mut Noise::none();
        let state = match self.work {
            Work::Needed => model.target_states(&batch, None, noise),
            Work::EverySlot => every_state(model, &batch, noise).narrow(0, session.len() - 1, 1),
        };
        let read = read_all(Transaction::default().register(model.item_logits(state))).await?;
        Ok(best(&read[0], k))
    }

    fn loss(&self, batch: &StepBatch) -> Tensor<1> {
        let len = self.case.len;
        let sequences = batch.items.chunks(len).zip(&batch.lengths);
        let histories: Vec<&[u32]> = sequences.map(|(slots, &length)| &slots[..length as usize]).collect();
        let task = Task { slots: self.slots(&histories), targets: batch.targets.clone(), rows: None };
        let (inputs, targets) = task.upload(&self.values, &self.device);
        let (model, noise) = (&self.model, &mut Noise::none());
        match self.work {
            Work::Needed => model.loss(&inputs, &targets, noise).total,
            Work::EverySlot => {
                let last = batch.lengths.iter().zip(0..).map(|(&length, row)| row * len as i32 + length as i32 - 1);
                let last = Tensor::<1, Int>::from_ints(last.collect::<Vec<_>>().as_slice(), &self.device);
                let read = every_state(model, &inputs, noise).select(0, last); // [batch, hidden]
                let attributes = multi_labels(model.attribute_logits(&read), &targets.attributes);
                let item = item_cross_entropy(&model.scorer(), read, targets.items);
                LossTerms::joint(item, attributes, &[self.case.lambda]).total
            }
        }
    }

    /// Histories in their slots. A slot sees earlier ones only, so whatever follows a history changes nothing: where every slot
    /// is to be computed an item follows, which nothing can skip as padding.
    fn slots(&self, histories: &[&[u32]]) -> Slots {
        let len = self.case.len;
        match self.work {
            Work::Needed => Slots::right_padded(histories, len, self.config.needs_full_length()),
            Work::EverySlot => {
                let filled: Vec<Vec<u32>> = histories
                    .iter()
                    .map(|history| history.iter().copied().chain(std::iter::repeat(FILLER)).take(len).collect())
                    .collect();
                Slots::right_padded(&filled.iter().map(Vec::as_slice).collect::<Vec<_>>(), len, true)
            }
        }
    }

    fn check(&self, batch: &StepBatch) -> Result<()> {
        let sequences = batch.lengths.len();
        let counts =
            [("items", batch.items.len(), sequences * self.case.len), ("targets", batch.targets.len(), sequences)];
        for (field, found, expected) in counts {
            if found != expected || sequences == 0 {
                let expected = format!("{expected} ids for {sequences} sequences of {} slots", self.case.len);
                return Err(Error::config(field, format!("{found} ids"), expected));
            }
        }
        for &length in &batch.lengths {
            self.check_length("lengths", length as usize)?;
        }
        self.check_items("targets", &batch.targets)?;
        for (slots, &length) in batch.items.chunks(self.case.len).zip(&batch.lengths) {
            let (items, padding) = slots.split_at(length as usize);
            self.check_items("items", items)?;
            if let Some(item) = padding.iter().find(|&&item| item != 0) {
                return Err(Error::config("items", format!("item {item} after the end of its sequence"), "0 there"));
            }
        }
        Ok(())
    }

    fn check_length(&self, field: &str, found: usize) -> Result<()> {
        if (1..=self.case.len).contains(&found) {
            return Ok(());
        }
        Err(Error::config(field, format!("{found} items"), format!("1 to {} items", self.case.len)))
    }

    fn check_items(&self, field: &str, ids: &[u32]) -> Result<()> {
        let highest = self.case.items as u32;
        match ids.iter().find(|id| !(1..=highest).contains(id)) {
            None => Ok(()),
            Some(id) => Err(Error::config(field, format!("item {id}"), format!("ids from 1 to {highest}"))),
        }
    }
}

/// The state of every slot, `[batch * len, hidden]`.
fn every_state(model: &AnyModel, batch: &Batch, noise: &mut Noise) -> Tensor<2> {
    let (sequences, len) = batch.dims();
    let rows: Vec<u32> = (0..(sequences * len) as u32).collect();
    let packed = model.packed_states(batch, Some(&rows), noise);
    packed.unwrap_or_else(|| model.encode_all(batch, noise).flatten(0, 1))
}

/// The `k` items with the highest scores, best first, of equal ones the lower id; row 0 is padding.
fn best(scores: &[f32], k: usize) -> Vec<Scored> {
    let mut all: Vec<Scored> = (0..).zip(scores).skip(1).map(|(item, &score)| Scored { item, score }).collect();
    let order = |a: &Scored, b: &Scored| b.score.total_cmp(&a.score).then(a.item.cmp(&b.item));
    if (1..all.len()).contains(&k) {
        all.select_nth_unstable_by(k, order);
    }
    all.truncate(k);
    all.sort_unstable_by(order);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_come_first_without_padding() {
        let found = |k| best(&[9.0, 1.0, 3.0, 2.0, 3.0], k).iter().map(|scored| scored.item).collect::<Vec<_>>();
        assert_eq!(found(3), [2, 4, 3]);
        assert_eq!(found(9), [2, 4, 3, 1]);
        assert!(found(0).is_empty());
    }
}
