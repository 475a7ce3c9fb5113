//! The models, one paper per file, and the closed set of them.

mod bert4rec;
mod caser;
mod dif_bert;
mod dif_sr;
mod fdsa;
mod gru4rec;
mod gru4recf;
mod icai;
mod intermediates;
mod nova;
mod parameters;
mod s3rec;
mod sasrec;
mod sasrecf;
mod walk;

pub use bert4rec::Bert4Rec;
pub use caser::Caser;
pub use dif_bert::DifBert;
pub use dif_sr::DifSr;
pub use fdsa::Fdsa;
pub use gru4rec::Gru4Rec;
pub use gru4recf::Gru4RecF;
pub use icai::Icai;
pub use intermediates::Intermediates;
pub use nova::Nova;

#[cfg(feature = "cpu")]
pub use parameters::read_parameters_now;
pub use parameters::{
    NamedTensor, ParameterPath, count_parameters, gradients_of, moved, read_gradients, read_parameters, with_parameters,
};
pub use s3rec::{PretrainingBatch, S3Rec};
pub use sasrec::SasRec;
pub use sasrecf::SasRecF;
pub use walk::{map_parameters, visit_parameters};

use std::cell::RefCell;

use burn::module::Module;
use burn::tensor::{Device, Int, Tensor};

use crate::config::{ModelConfig, Schema};
use crate::data::batch::{Batch, ItemValues, View};
use crate::error::Result;
use crate::nn::attention::AttentionTrace;
use crate::nn::dropout::Noise;
use crate::nn::edits::Edits;
use crate::nn::loss::{Scorer, item_cross_entropy};
use crate::nn::remembered::Remembered;
use crate::nn::sampled_softmax::{Candidates, sampled_item_cross_entropy};

/// Targets of a training step.
pub struct TargetBatch {
    /// Item to predict, `[targets]`.
    pub items: Tensor<1, Int>,
    /// Multi-hot values of those items for each attribute, `[targets, values]`.
    pub attributes: Vec<Tensor<2>>,
    /// `None`: one target per sequence, predicted at its read-out slot. Otherwise the rows of the `[batch * len, _]` matrix
    /// that have a target, in ascending order.
    pub rows: Option<Vec<u32>>,
    /// The items that compete; `None`: all.
    pub candidates: Option<Candidates>,
}

impl TargetBatch {
    /// Softmax cross-entropy of the items, mean over the targets, `[1]`; `states`: `[targets, hidden]`.
    #[must_use]
    pub fn item_loss(&self, scorer: &Scorer, states: Tensor<2>) -> Tensor<1> {
        match &self.candidates {
            None => item_cross_entropy(scorer, states, self.items.clone()),
            Some(candidates) => sampled_item_cross_entropy(scorer, states, candidates),
        }
    }
}

/// Training loss, split by term so that each can be drawn.
pub struct LossTerms {
    /// What is minimised: `item + sum over k of lambda_k attributes[k]` and what a model adds to it, `[1]`.
    pub total: Tensor<1>,
    /// Softmax cross-entropy of the item, `[1]`; in S3-Rec's pre-training the loss of masked items.
    pub item: Tensor<1>,
    /// Auxiliary loss of each attribute, without its weight, `[1]` each; empty for models without auxiliary heads.
    pub attributes: Vec<Tensor<1>>,
    /// Further terms by name, `[1]` each: Caser's penalties, S3-Rec's pre-training.
    pub extra: Vec<(&'static str, Tensor<1>)>,
}

impl LossTerms {
    /// The item loss alone.
    #[must_use]
    pub fn only(item: Tensor<1>) -> Self {
        Self { total: item.clone(), item, attributes: Vec::new(), extra: Vec::new() }
    }

    /// `item + sum over k of lambda_k attributes[k]`
    #[must_use]
    pub fn joint(item: Tensor<1>, attributes: Vec<Tensor<1>>, lambdas: &[f64]) -> Self {
        let weighed = attributes.iter().zip(lambdas);
        let total = weighed.fold(item.clone(), |total, (loss, &lambda)| total + loss.clone() * lambda);
        Self { total, item, attributes, extra: Vec::new() }
    }
}

/// A sequential recommender: history in, one state per sequence out.
pub trait SequentialModel {
    /// The states at the read-out slots, or at some rows of the `[batch * len, _]` matrix, computed without padding on the CPU;
    /// `None` where the model or the device does not offer it. The same numbers as [`Self::encode`] and [`Self::encode_all`].
    fn packed_states(&self, _batch: &Batch, _rows: Option<&[u32]>, _noise: &mut Noise) -> Option<Tensor<2>> {
        None
    }

    /// The state of a session whose earlier items may be `remembered`, `[1, hidden]`; `None` where the model or the device does
    /// not offer it. The same numbers as [`Self::encode`].
    fn grown_state(&self, _batch: &Batch, _remembered: &RefCell<Remembered>) -> Option<Tensor<2>> {
        None
    }

    /// The state at the read-out slot of each sequence, `[batch, hidden]`.
    fn encode(&self, batch: &Batch, noise: &mut Noise) -> Tensor<2>;

    /// The state at every slot, `[batch, len, hidden]`.
    fn encode_all(&self, batch: &Batch, noise: &mut Noise) -> Tensor<3>;

    /// What states are scored against.
    fn scorer(&self) -> Scorer;

    /// Scores of every item, padding row included: `[batch, hidden]` -> `[batch, items]`.
    fn item_logits(&self, state: Tensor<2>) -> Tensor<2> {
        self.scorer().logits(state)
    }

    /// Scores of every value of each attribute, `[batch, values]`; empty for models without auxiliary heads.
    fn attribute_logits(&self, _state: &Tensor<2>) -> Vec<Tensor<2>> {
        Vec::new()
    }

    /// Loss of one step.
    fn loss(&self, batch: &Batch, targets: &TargetBatch, noise: &mut Noise) -> LossTerms {
        let states = self.target_states(batch, targets.rows.as_deref(), noise);
        LossTerms::only(targets.item_loss(&self.scorer(), states))
    }

    /// The states at the read-out slots, or at some `rows` of the `[batch * len, _]` matrix, the fastest way there is.
    fn target_states(&self, batch: &Batch, rows: Option<&[u32]>, noise: &mut Noise) -> Tensor<2> {
        match (self.packed_states(batch, rows, noise), rows) {
            (Some(states), _) => states,
            (None, None) => self.encode(batch, noise),
            (None, Some(rows)) => rows_of(self.encode_all(batch, noise), rows),
        }
    }

    /// Which keys each slot sees.
    fn view(&self, batch: &Batch) -> View {
        batch.causal_view()
    }

    /// [`Self::encode`] with the scores of single sources changed. Models with one source have nothing to change.
    fn encode_edited(&self, batch: &Batch, _edits: &Edits, noise: &mut Noise) -> Tensor<2> {
        self.encode(batch, noise)
    }

    /// What each attention layer computes for every slot, dropout off; empty for models that do not attend. `edits`: as in
    /// [`Self::encode_edited`].
    fn attention(&self, _batch: &Batch, _edits: &Edits) -> Vec<AttentionTrace> {
        Vec::new()
    }

    /// The exact share of each source in the fused scores of a layer, and the bias of the fusion if it has one.
    fn contributions(
        &self,
        _layer: usize,
        trace: &AttentionTrace,
        _view: &View,
    ) -> (Vec<Tensor<4>>, Option<Tensor<1>>) {
        (trace.tables.clone(), None)
    }

    /// Named values on the way, for reference vectors.
    fn intermediates(&self, _batch: &Batch) -> Intermediates {
        Intermediates::default()
    }
}

/// Some rows of a stream: `[batch, len, hidden]` -> `[rows, hidden]`.
fn rows_of(states: Tensor<3>, rows: &[u32]) -> Tensor<2> {
    let [sequences, len, hidden] = states.dims();
    let rows: Vec<i32> = rows.iter().map(|&row| row as i32).collect();
    let rows = Tensor::<1, Int>::from_ints(rows.as_slice(), &states.device());
    states.reshape([sequences * len, hidden]).select(0, rows)
}

/// One of the models.
#[derive(Module, Debug)]
#[allow(clippy::large_enum_variant, reason = "there is one model at a time, and its tensors lie elsewhere")]
pub enum AnyModel {
    /// See [`DifSr`].
    DifSr(DifSr),
    /// See [`DifBert`].
    DifBert(DifBert),
    /// See [`Icai`].
    Icai(Icai),
    /// See [`Nova`].
    Nova(Nova),
    /// See [`S3Rec`].
    S3Rec(S3Rec),
    /// See [`Fdsa`].
    Fdsa(Fdsa),
    /// See [`SasRecF`].
    SasRecF(SasRecF),
    /// See [`SasRec`].
    SasRec(SasRec),
    /// See [`Bert4Rec`].
    Bert4Rec(Bert4Rec),
    /// See [`Gru4RecF`].
    Gru4RecF(Gru4RecF),
    /// See [`Gru4Rec`].
    Gru4Rec(Gru4Rec),
    /// See [`Caser`].
    Caser(Caser),
}

impl AnyModel {
    /// Builds a model with initial weights of `seed`, for data of this `schema` whose items have these `values`.
    ///
    /// # Errors
    /// [`crate::error::Error::Config`] if the configuration is out of range or does not fit the data.
    pub fn new(config: &ModelConfig, schema: &Schema, values: &ItemValues, seed: u64, device: &Device) -> Result<Self> {
        config.validate()?;
        config.fits(schema)?;
        Ok(match config {
            ModelConfig::DifSr(config) => Self::DifSr(DifSr::new(config, schema, seed, device)),
            ModelConfig::DifBert(config) => Self::DifBert(DifBert::new(config, schema, seed, device)),
            ModelConfig::Icai(config) => Self::Icai(Icai::new(config, schema, values, seed, device)),
            ModelConfig::Nova(config) => Self::Nova(Nova::new(config, schema, seed, device)),
            ModelConfig::S3Rec(config) => Self::S3Rec(S3Rec::new(config, schema, seed, device)),
            ModelConfig::Fdsa(config) => Self::Fdsa(Fdsa::new(config, schema, seed, device)),
            ModelConfig::SasRecF(config) => Self::SasRecF(SasRecF::new(config, schema, seed, device)),
            ModelConfig::SasRec(config) => Self::SasRec(SasRec::new(config, schema, seed, device)),
            ModelConfig::Bert4Rec(config) => Self::Bert4Rec(Bert4Rec::new(config, schema, seed, device)),
            ModelConfig::Gru4RecF(config) => Self::Gru4RecF(Gru4RecF::new(config, schema, seed, device)),
            ModelConfig::Gru4Rec(config) => Self::Gru4Rec(Gru4Rec::new(config, schema, seed, device)),
            ModelConfig::Caser(config) => Self::Caser(Caser::new(config, schema, seed, device)),
        })
    }

    /// Loss of a pre-training step; `None` for models without pre-training.
    pub fn pretraining_loss(&self, batch: &PretrainingBatch, noise: &mut Noise) -> Option<LossTerms> {
        match self {
            Self::S3Rec(model) => Some(model.pretraining_loss(batch, noise)),
            _ => None,
        }
    }
}

/// Calls a method on whichever model it is.
macro_rules! each {
    ($model:expr, $inner:ident => $call:expr) => {
        match $model {
            AnyModel::DifSr($inner) => $call,
            AnyModel::DifBert($inner) => $call,
            AnyModel::Icai($inner) => $call,
            AnyModel::Nova($inner) => $call,
            AnyModel::S3Rec($inner) => $call,
            AnyModel::Fdsa($inner) => $call,
            AnyModel::SasRecF($inner) => $call,
            AnyModel::SasRec($inner) => $call,
            AnyModel::Bert4Rec($inner) => $call,
            AnyModel::Gru4RecF($inner) => $call,
            AnyModel::Gru4Rec($inner) => $call,
            AnyModel::Caser($inner) => $call,
        }
    };
}

impl SequentialModel for AnyModel {
    fn packed_states(&self, batch: &Batch, rows: Option<&[u32]>, noise: &mut Noise) -> Option<Tensor<2>> {
        each!(self, model => model.packed_states(batch, rows, noise))
    }
    fn grown_state(&self, batch: &Batch, remembered: &RefCell<Remembered>) -> Option<Tensor<2>> {
        each!(self, model => model.grown_state(batch, remembered))
    }
    fn encode(&self, batch: &Batch, noise: &mut Noise) -> Tensor<2> {
        each!(self, model => model.encode(batch, noise))
    }
    fn encode_all(&self, batch: &Batch, noise: &mut Noise) -> Tensor<3> {
        each!(self, model => model.encode_all(batch, noise))
    }
    fn scorer(&self) -> Scorer {
        each!(self, model => model.scorer())
    }
    fn attribute_logits(&self, state: &Tensor<2>) -> Vec<Tensor<2>> {
        each!(self, model => model.attribute_logits(state))
    }
    fn loss(&self, batch: &Batch, targets: &TargetBatch, noise: &mut Noise) -> LossTerms {
        each!(self, model => model.loss(batch, targets, noise))
    }
    fn view(&self, batch: &Batch) -> View {
        each!(self, model => model.view(batch))
    }
    fn encode_edited(&self, batch: &Batch, edits: &Edits, noise: &mut Noise) -> Tensor<2> {
        each!(self, model => model.encode_edited(batch, edits, noise))
    }
    fn attention(&self, batch: &Batch, edits: &Edits) -> Vec<AttentionTrace> {
        each!(self, model => model.attention(batch, edits))
    }
    fn contributions(&self, layer: usize, trace: &AttentionTrace, view: &View) -> (Vec<Tensor<4>>, Option<Tensor<1>>) {
        each!(self, model => model.contributions(layer, trace, view))
    }
    fn intermediates(&self, batch: &Batch) -> Intermediates {
        each!(self, model => model.intermediates(batch))
    }
}
