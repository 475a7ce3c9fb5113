//! Decoupled side-information fusion as a drop-in: DIF-SR's attention inside BERT4Rec's bidirectional backbone, as the paper says
//! it can be put into any attention-based model (Xie, Zhou and Kim, SIGIR 2022, section 3.5 and table 4).
//!
//! Equation map: streams, layers, heads and joint loss of [`super::DifSr`]; masking, training and read-out of
//! [`super::Bert4Rec`] without its output head. A [MASK] slot has an item vector and a position, but no attribute values: its
//! attribute vectors are those of "no value", so nothing of the answer leaks.
//!
//! # Deviations
//! The paper gives no code for this combination; this is the plain union of the two.

use burn::module::{Module, Param};
use burn::nn::Linear;
use burn::tensor::{Device, Tensor};

use super::bert4rec::without_mask;
use super::{LossTerms, SequentialModel, TargetBatch};
use crate::config::{DifBertConfig, Schema};
use crate::data::batch::{Batch, View};
use crate::nn::attention::AttentionTrace;
use crate::nn::decoupled::Decoupling;
use crate::nn::decoupled_encoder::DecoupledEncoder;
use crate::nn::edits::Edits;
use crate::nn::linear::linear;
use crate::nn::loss::{Scorer, multi_labels};
use crate::nn::transformer::Views;
use crate::nn::{dropout::Noise, init::Initialiser, lookup};

/// The model.
#[derive(Module, Debug)]
pub struct DifBert {
    item_embedding: Param<Tensor<2>>,
    encoder: DecoupledEncoder,
    attribute_head: Vec<Linear>,
    #[module(skip)]
    lambdas: Vec<f64>,
}

impl DifBert {
    /// Draws initial weights.
    #[must_use]
    pub fn new(config: &DifBertConfig, schema: &Schema, seed: u64, device: &Device) -> Self {
        let mut init = Initialiser::new(seed, config.initializer_range, device);
        let decoupling = Decoupling {
            sizes: config.backbone(),
            fusion: config.fusion,
            // Nothing is hidden but padding, and a masked item is not in the input.
            mask_before_fusion: false,
            attributes: &config.attributes,
        };
        let tables = (config.attribute_table_std, false);
        Self {
            item_embedding: init.table(schema.items + 1, config.hidden_size),
            encoder: DecoupledEncoder::new(&mut init, &decoupling, &schema.attributes, tables),
            attribute_head: init.heads(config.hidden_size, schema),
            lambdas: config.attributes.iter().map(|attribute| attribute.lambda).collect(),
        }
    }

    fn states(
        &self,
        batch: &Batch,
        last: View,
        edits: &Edits,
        noise: &mut Noise,
        each: impl FnMut(AttentionTrace),
    ) -> Tensor<3> {
        let views = Views { inner: batch.full_view(), last };
        let items = self.encoder.item_input(lookup::items(self.item_embedding.val(), batch));
        self.encoder.forward(items, batch, &views, edits, noise, each)
    }
}

impl SequentialModel for DifBert {
    fn view(&self, batch: &Batch) -> View {
        batch.full_view()
    }

    fn encode(&self, batch: &Batch, noise: &mut Noise) -> Tensor<2> {
        self.states(batch, batch.readout_view(), &Edits::none(), noise, drop).squeeze_dim(1)
    }

    fn encode_edited(&self, batch: &Batch, edits: &Edits, noise: &mut Noise) -> Tensor<2> {
        self.states(batch, batch.readout_view(), edits, noise, drop).squeeze_dim(1)
    }

    fn encode_all(&self, batch: &Batch, noise: &mut Noise) -> Tensor<3> {
        self.states(batch, batch.full_view(), &Edits::none(), noise, drop)
    }

    fn scorer(&self) -> Scorer {
        Scorer { table: without_mask(self.item_embedding.val()), bias: None }
    }

    fn attribute_logits(&self, state: &Tensor<2>) -> Vec<Tensor<2>> {
        self.attribute_head.iter().map(|head| linear(head, state.clone())).collect()
    }

    fn loss(&self, batch: &Batch, targets: &TargetBatch, noise: &mut Noise) -> LossTerms {
        let states = self.target_states(batch, targets.rows.as_deref(), noise);
        let attributes = multi_labels(self.attribute_logits(&states), &targets.attributes);
        LossTerms::joint(targets.item_loss(&self.scorer(), states), attributes, &self.lambdas)
    }

    fn attention(&self, batch: &Batch, edits: &Edits) -> Vec<AttentionTrace> {
        let mut traces = Vec::new();
        self.states(batch, batch.full_view(), edits, &mut Noise::none(), |trace| traces.push(trace));
        traces
    }

    fn contributions(&self, layer: usize, trace: &AttentionTrace, view: &View) -> (Vec<Tensor<4>>, Option<Tensor<1>>) {
        self.encoder.layers()[layer].contributions(trace, view)
    }
}
