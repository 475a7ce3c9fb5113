//! DIF-SR: Decoupled Side Information Fusion for Sequential Recommendation (Xie, Zhou and Kim, SIGIR 2022,
//! arXiv:2204.11046).
//!
//! Equation map, in the order of the paper's section 3:
//! - embedding module: [`DecoupledEncoder::item_input`], [`DecoupledEncoder::attribute_input`]; positions and attributes are not
//!   added to the input
//! - decoupled attention, fusion, value stream: [`crate::nn::decoupled::DecoupledLayer`], [`crate::nn::fusion::ScoreFusion`]
//! - read-out and item score `s E_ID^T`: [`SequentialModel::encode`], [`SequentialModel::item_logits`]
//! - auxiliary attribute predictors and the joint loss: [`SequentialModel::loss`]
//!
//! # Deviations
//! Two switches separate paper and release: `freeze_attribute_tables` (the release never trains them) and
//! `mask_before_fusion` (off in both; makes concat and gate causal).

use std::cell::RefCell;

use burn::module::{Module, Param};
use burn::nn::Linear;
use burn::tensor::{Device, Tensor};

use super::intermediates::Intermediates;
use super::{LossTerms, SequentialModel, TargetBatch};
use crate::config::{DifSrConfig, Schema};
use crate::data::batch::{Batch, View};
use crate::nn::attention::AttentionTrace;
use crate::nn::decoupled::Decoupling;
use crate::nn::decoupled_encoder::DecoupledEncoder;
use crate::nn::edits::Edits;
use crate::nn::linear::linear;
use crate::nn::loss::{Scorer, multi_labels};
use crate::nn::remembered::Remembered;
use crate::nn::transformer::Views;
use crate::nn::{dropout::Noise, init::Initialiser, lookup};

/// The model.
#[derive(Module, Debug)]
pub struct DifSr {
    item_embedding: Param<Tensor<2>>,
    encoder: DecoupledEncoder,
    attribute_head: Vec<Linear>,
    #[module(skip)]
    lambdas: Vec<f64>,
}

impl DifSr {
    /// Draws initial weights.
    #[must_use]
    pub fn new(config: &DifSrConfig, schema: &Schema, seed: u64, device: &Device) -> Self {
        let mut init = Initialiser::new(seed, config.initializer_range, device);
        let decoupling = Decoupling {
            sizes: config.backbone(),
            fusion: config.fusion,
            mask_before_fusion: config.mask_before_fusion,
            attributes: &config.attributes,
        };
        let tables = (config.attribute_table_std, config.freeze_attribute_tables);
        Self {
            item_embedding: init.table(schema.items, config.hidden_size),
            encoder: DecoupledEncoder::new(&mut init, &decoupling, &schema.attributes, tables),
            attribute_head: init.heads(config.hidden_size, schema),
            lambdas: config.attributes.iter().map(|attribute| attribute.lambda).collect(),
        }
    }

    /// Numbers in the attribute tables, which are not trained when frozen.
    #[must_use]
    pub fn attribute_table_size(&self) -> usize {
        self.encoder.attribute_table_size()
    }

    fn item_input(&self, batch: &Batch) -> Tensor<3> {
        self.encoder.item_input(lookup::items(self.item_embedding.val(), batch))
    }

    fn states(&self, batch: &Batch, last: View, edits: &Edits, noise: &mut Noise) -> Tensor<3> {
        let views = Views { inner: batch.causal_view(), last };
        self.encoder.forward(self.item_input(batch), batch, &views, edits, noise, drop)
    }
}

impl SequentialModel for DifSr {
    fn packed_states(&self, batch: &Batch, rows: Option<&[u32]>, noise: &mut Noise) -> Option<Tensor<2>> {
        self.encoder.packed(self.item_embedding.val(), batch, rows, noise)
    }

    fn grown_state(&self, batch: &Batch, remembered: &RefCell<Remembered>) -> Option<Tensor<2>> {
        self.encoder.grown(self.item_embedding.val(), batch, remembered)
    }

    fn encode(&self, batch: &Batch, noise: &mut Noise) -> Tensor<2> {
        self.states(batch, batch.readout_view(), &Edits::none(), noise).squeeze_dim(1)
    }

    fn encode_edited(&self, batch: &Batch, edits: &Edits, noise: &mut Noise) -> Tensor<2> {
        self.states(batch, batch.readout_view(), edits, noise).squeeze_dim(1)
    }

    fn encode_all(&self, batch: &Batch, noise: &mut Noise) -> Tensor<3> {
        self.states(batch, batch.causal_view(), &Edits::none(), noise)
    }

    fn scorer(&self) -> Scorer {
        Scorer { table: self.item_embedding.val(), bias: None }
    }

    fn attribute_logits(&self, state: &Tensor<2>) -> Vec<Tensor<2>> {
        self.attribute_head.iter().map(|head| linear(head, state.clone())).collect()
    }

    /// `Loss_item + sum_k lambda_k Loss_k`
    fn loss(&self, batch: &Batch, targets: &TargetBatch, noise: &mut Noise) -> LossTerms {
        let states = self.target_states(batch, targets.rows.as_deref(), noise);
        let attributes = multi_labels(self.attribute_logits(&states), &targets.attributes);
        LossTerms::joint(targets.item_loss(&self.scorer(), states), attributes, &self.lambdas)
    }

    fn attention(&self, batch: &Batch, edits: &Edits) -> Vec<AttentionTrace> {
        let mut traces = Vec::new();
        let views = Views { inner: batch.causal_view(), last: batch.causal_view() };
        let items = self.item_input(batch);
        self.encoder.forward(items, batch, &views, edits, &mut Noise::none(), |trace| traces.push(trace));
        traces
    }

    fn contributions(&self, layer: usize, trace: &AttentionTrace, view: &View) -> (Vec<Tensor<4>>, Option<Tensor<1>>) {
        self.encoder.layers()[layer].contributions(trace, view)
    }

    fn intermediates(&self, batch: &Batch) -> Intermediates {
        let mut named = Intermediates::default();
        named.add("mask", batch.causal_view().mask);
        named.add("item_input", self.item_input(batch));
        for (k, input) in self.encoder.attribute_input(batch).into_iter().enumerate() {
            named.add(&format!("attribute_input.{k}"), input);
        }
        named
    }
}
