//! The model of a case with its optimiser: one update, one answer.

use burn::module::Module;
use burn::tensor::{Device, Tensor, Transaction};

use super::work::{StepBatch, item_attributes};
use super::{Case, every_slot};
use crate::config::ModelConfig;
use crate::data::batch::{Batch, ItemValues, Slots};
use crate::error::{Error, Result};
use crate::models::{AnyModel, NamedTensor, SequentialModel, with_parameters};
use crate::nn::dropout::Noise;
use crate::read::read_all;
use crate::train::optimiser::Optimiser;
use crate::train::tasks::Task;

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
        let task = self.task(&[session], Vec::new());
        let batch = Batch::new(&task.slots, &self.values, &self.device.clone().inner());
        let model = self.answering.get_or_insert_with(|| self.model.valid());
        let noise = &mut Noise::none();
        let state = match self.work {
            Work::Needed => model.target_states(&batch, None, noise),
            Work::EverySlot => every_slot::states(model, &batch, &[session.len() as u32 - 1], noise),
        };
        let read = read_all(Transaction::default().register(model.item_logits(state))).await?;
        Ok(best(&read[0], k))
    }

    fn loss(&self, batch: &StepBatch) -> Tensor<1> {
        let len = self.case.len;
        let sequences = batch.items.chunks(len).zip(&batch.lengths);
        let histories: Vec<&[u32]> = sequences.map(|(slots, &length)| &slots[..length as usize]).collect();
        let (inputs, targets) = self.task(&histories, batch.targets.clone()).upload(&self.values, &self.device);
        let (model, noise) = (&self.model, &mut Noise::none());
        let terms = match self.work {
            Work::Needed => model.loss(&inputs, &targets, noise),
            Work::EverySlot => every_slot::loss(model, &inputs, &targets, &[self.case.lambda], noise),
        };
        terms.total
    }

    /// Histories in their slots, one target each.
    fn task(&self, histories: &[&[u32]], targets: Vec<u32>) -> Task {
        let slots = Slots::right_padded(histories, self.case.len, self.config.needs_full_length());
        let task = Task { slots, targets, rows: None };
        match self.work {
            Work::Needed => task,
            Work::EverySlot => every_slot::filled(&task, self.case.len),
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
