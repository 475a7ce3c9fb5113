//! The models, one paper per file, and the closed set of them.

mod dif_sr;
mod parameters;
mod sasrec;

pub use dif_sr::{DifSr, DifSrTrace};
pub use parameters::{NamedTensor, read_gradients, read_parameters, with_parameters};
pub use sasrec::SasRec;

use burn::module::Module;
use burn::tensor::{Device, Int, Tensor};

use crate::config::{ModelConfig, Schema};
use crate::data::batch::Batch;
use crate::error::Result;
use crate::nn::attention::AttentionTrace;
use crate::nn::dropout::Noise;
use crate::nn::loss::cross_entropy;

/// Targets of a training step.
pub struct TargetBatch {
    /// Item to predict, `[targets]`.
    pub items: Tensor<1, Int>,
    /// Multi-hot values of those items for each attribute, `[targets, values]`.
    pub attributes: Vec<Tensor<2>>,
    /// `None`: one target per sequence, predicted at its read-out slot. Otherwise the rows of the `[batch * len, _]` matrix
    /// that have a target, `[targets]`.
    pub rows: Option<Tensor<1, Int>>,
}

/// Training loss, split by term so that each can be drawn.
pub struct LossTerms {
    /// `item + sum over k of lambda_k attributes[k]`, `[1]`.
    pub total: Tensor<1>,
    /// Softmax cross-entropy of the next item, `[1]`.
    pub item: Tensor<1>,
    /// Auxiliary loss of each attribute, without its weight, `[1]` each; empty for models without auxiliary heads.
    pub attributes: Vec<Tensor<1>>,
}

/// A sequential recommender: history in, one state per sequence out.
pub trait SequentialModel {
    /// The state at the read-out slot of each sequence, `[batch, hidden]`.
    fn encode(&self, batch: &Batch, noise: &mut Noise) -> Tensor<2>;

    /// The state at every slot, `[batch, len, hidden]`.
    fn encode_all(&self, batch: &Batch, noise: &mut Noise) -> Tensor<3>;

    /// The table that states are scored against, `[items, hidden]`.
    fn item_table(&self) -> Tensor<2>;

    /// Scores of every item, padding row included: `[batch, hidden]` -> `[batch, items]`.
    fn item_logits(&self, state: Tensor<2>) -> Tensor<2> {
        state.matmul(self.item_table().transpose())
    }

    /// Scores of every value of each attribute, `[batch, values]`; empty for models without auxiliary heads.
    fn attribute_logits(&self, state: &Tensor<2>) -> Vec<Tensor<2>>;

    /// Loss of one step.
    fn loss(&self, batch: &Batch, targets: &TargetBatch, noise: &mut Noise) -> LossTerms {
        let item = cross_entropy(self.item_logits(self.target_states(batch, targets, noise)), targets.items.clone());
        LossTerms { total: item.clone(), item, attributes: Vec::new() }
    }

    /// States that have a target, `[targets, hidden]`.
    fn target_states(&self, batch: &Batch, targets: &TargetBatch, noise: &mut Noise) -> Tensor<2> {
        match &targets.rows {
            None => self.encode(batch, noise),
            Some(rows) => {
                let states = self.encode_all(batch, noise);
                let [sequences, len, hidden] = states.dims();
                states.reshape([sequences * len, hidden]).select(0, rows.clone())
            }
        }
    }

    /// What each attention layer computes for every slot, dropout off. `scales` weakens or silences a source: one factor per
    /// source in the order of [`AttentionTrace::tables`]; empty = all 1.
    fn attention(&self, batch: &Batch, scales: &[f32]) -> Vec<AttentionTrace>;
}

/// One of the models.
#[derive(Module, Debug)]
pub enum AnyModel {
    /// See [`DifSr`].
    DifSr(DifSr),
    /// See [`SasRec`].
    SasRec(SasRec),
}

impl AnyModel {
    /// Builds a model with initial weights of `seed`.
    ///
    /// # Errors
    /// [`crate::error::Error::Config`] if the configuration is out of range or does not fit the data.
    pub fn new(config: &ModelConfig, schema: &Schema, seed: u64, device: &Device) -> Result<Self> {
        config.validate()?;
        config.fits(schema)?;
        Ok(match config {
            ModelConfig::DifSr(config) => Self::DifSr(DifSr::new(config, schema, seed, device)),
            ModelConfig::SasRec(config) => Self::SasRec(SasRec::new(config, schema, seed, device)),
        })
    }
}

/// Calls a method on whichever model it is.
macro_rules! each {
    ($model:expr, $inner:ident => $call:expr) => {
        match $model {
            AnyModel::DifSr($inner) => $call,
            AnyModel::SasRec($inner) => $call,
        }
    };
}

impl SequentialModel for AnyModel {
    fn encode(&self, batch: &Batch, noise: &mut Noise) -> Tensor<2> {
        each!(self, model => model.encode(batch, noise))
    }
    fn encode_all(&self, batch: &Batch, noise: &mut Noise) -> Tensor<3> {
        each!(self, model => model.encode_all(batch, noise))
    }
    fn item_table(&self) -> Tensor<2> {
        each!(self, model => model.item_table())
    }
    fn attribute_logits(&self, state: &Tensor<2>) -> Vec<Tensor<2>> {
        each!(self, model => model.attribute_logits(state))
    }
    fn loss(&self, batch: &Batch, targets: &TargetBatch, noise: &mut Noise) -> LossTerms {
        each!(self, model => model.loss(batch, targets, noise))
    }
    fn attention(&self, batch: &Batch, scales: &[f32]) -> Vec<AttentionTrace> {
        each!(self, model => model.attention(batch, scales))
    }
}
