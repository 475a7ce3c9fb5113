//! DIF-SR: Decoupled Side Information Fusion for Sequential Recommendation (Xie, Zhou and Kim, SIGIR 2022,
//! arXiv:2204.11046).
//!
//! Equation map, in the order of the paper's section 3:
//! - embedding module: [`DifSr::item_input`], [`DifSr::attribute_input`]; positions and attributes are not added to the input
//! - decoupled attention, fusion, value stream: [`crate::nn::decoupled::DecoupledLayer`], [`crate::nn::fusion::ScoreFusion`]
//! - read-out and item score `s E_ID^T`: [`SequentialModel::encode`], [`SequentialModel::item_logits`]
//! - auxiliary attribute predictors and the joint loss: [`SequentialModel::loss`]
//!
//! # Deviations
//! Two switches separate paper and release: `freeze_attribute_tables` (the release never trains them) and
//! `mask_before_fusion` (off in both; makes concat and gate causal).

use burn::module::{Module, Param};
use burn::nn::{LayerNorm, Linear};
use burn::tensor::{Device, Tensor};

use super::{LossTerms, SequentialModel, TargetBatch};
use crate::config::{DifSrConfig, Schema};
use crate::data::batch::{Batch, View};
use crate::nn::attention::{AttentionTrace, Rates};
use crate::nn::attributes::AttributeEmbedding;
use crate::nn::decoupled::{DecoupledLayer, Streams};
use crate::nn::loss::{cross_entropy, multi_label};
use crate::nn::{dropout::Noise, init::Initialiser, lookup};

/// The model.
#[derive(Module, Debug)]
pub struct DifSr {
    item_embedding: Param<Tensor<2>>,
    position_embedding: Param<Tensor<2>>,
    attribute_embedding: Vec<AttributeEmbedding>,
    input_norm: LayerNorm,
    layer: Vec<DecoupledLayer>,
    attribute_head: Vec<Linear>,
    #[module(skip)]
    lambdas: Vec<f64>,
    #[module(skip)]
    rates: Rates,
}

/// Every intermediate of one forward pass over all slots.
pub struct DifSrTrace {
    /// After the input normalisation, `[batch, len, hidden]`.
    pub item_input: Tensor<3>,
    /// Pooled attribute vectors, `[batch, len, width]` each.
    pub attribute_input: Vec<Tensor<3>>,
    /// One per layer.
    pub layers: Vec<AttentionTrace>,
}

impl DifSr {
    /// Draws initial weights.
    #[must_use]
    pub fn new(config: &DifSrConfig, schema: &Schema, seed: u64, device: &Device) -> Self {
        let mut init = Initialiser::new(seed, config.initializer_range, device);
        let d = config.hidden_size;
        let (std, frozen) = (config.attribute_table_std, config.freeze_attribute_tables);
        Self {
            item_embedding: init.table(schema.items, d),
            position_embedding: init.table(config.max_length, d),
            attribute_embedding: (config.attributes.iter().zip(&schema.attributes))
                .map(|(attribute, schema)| AttributeEmbedding::new(&mut init, attribute, schema, std, frozen))
                .collect(),
            input_norm: init.layer_norm(d, config.layer_norm_eps),
            layer: (0..config.n_layers).map(|_| DecoupledLayer::new(&mut init, config)).collect(),
            attribute_head: schema.attributes.iter().map(|schema| init.linear(d, schema.rows)).collect(),
            lambdas: config.attributes.iter().map(|attribute| attribute.lambda).collect(),
            rates: Rates { hidden: config.hidden_dropout_prob, attention: config.attn_dropout_prob },
        }
    }

    /// Item stream: look-up and layer normalisation; no position, no attribute. `[batch, len, hidden]`
    #[must_use]
    pub fn item_input(&self, batch: &Batch) -> Tensor<3> {
        self.input_norm.forward(lookup::items(self.item_embedding.val(), batch))
    }

    /// One pooled vector per slot and attribute, the same in every layer; no normalisation, no dropout.
    #[must_use]
    pub fn attribute_input(&self, batch: &Batch) -> Vec<Tensor<3>> {
        let (sequences, len) = batch.dims();
        let tables = self.attribute_embedding.iter().zip(&batch.attributes);
        tables.map(|(table, values)| table.forward(values, sequences, len)).collect()
    }

    /// A forward pass that keeps every intermediate, all slots, dropout off.
    #[must_use]
    pub fn trace(&self, batch: &Batch, scales: &[f32]) -> DifSrTrace {
        let item_input = self.item_input(batch);
        let attribute_input = self.attribute_input(batch);
        let mut layers = Vec::new();
        let causal = batch.causal_view();
        self.run(batch, item_input.clone(), &attribute_input, &causal, scales, &mut Noise::none(), |trace| {
            layers.push(trace);
        });
        DifSrTrace { item_input, attribute_input, layers }
    }

    /// The layers, for explanation.
    #[must_use]
    pub fn layers(&self) -> &[DecoupledLayer] {
        &self.layer
    }

    /// Numbers in the attribute tables, which are not trained when frozen.
    #[must_use]
    pub fn attribute_table_size(&self) -> usize {
        self.attribute_embedding.iter().map(Module::num_params).sum()
    }

    /// Runs the layers; the last one computes the rows of `last` only.
    #[expect(clippy::too_many_arguments, reason = "private; each argument is one stream of the paper's figure")]
    fn run(
        &self,
        batch: &Batch,
        mut items: Tensor<3>,
        attributes: &[Tensor<3>],
        last: &View,
        scales: &[f32],
        noise: &mut Noise,
        mut each: impl FnMut(AttentionTrace),
    ) -> Tensor<3> {
        let (_, len) = batch.dims();
        let positions = self.position_embedding.val().narrow(0, 0, len);
        let causal = batch.causal_view();
        let final_layer = self.layer.len() - 1;
        for (index, layer) in self.layer.iter().enumerate() {
            let view = if index == final_layer { last } else { &causal };
            let streams = Streams { items, attributes, positions: positions.clone(), scales };
            let trace = layer.forward(&streams, view, self.rates, noise);
            items = trace.output.clone();
            each(trace);
        }
        items
    }

    fn states(&self, batch: &Batch, last: &View, noise: &mut Noise) -> Tensor<3> {
        let items = noise.dropout(self.item_input(batch), self.rates.hidden);
        self.run(batch, items, &self.attribute_input(batch), last, &[], noise, drop)
    }
}

impl SequentialModel for DifSr {
    fn encode(&self, batch: &Batch, noise: &mut Noise) -> Tensor<2> {
        self.states(batch, &batch.readout_view(), noise).squeeze_dim(1)
    }

    fn encode_all(&self, batch: &Batch, noise: &mut Noise) -> Tensor<3> {
        self.states(batch, &batch.causal_view(), noise)
    }

    fn item_table(&self) -> Tensor<2> {
        self.item_embedding.val()
    }

    fn attribute_logits(&self, state: &Tensor<2>) -> Vec<Tensor<2>> {
        self.attribute_head.iter().map(|head| head.forward(state.clone())).collect()
    }

    /// `Loss_item + sum_k lambda_k Loss_k`
    fn loss(&self, batch: &Batch, targets: &TargetBatch, noise: &mut Noise) -> LossTerms {
        let states = self.target_states(batch, targets, noise);
        let attributes: Vec<_> = self
            .attribute_logits(&states)
            .into_iter()
            .zip(&targets.attributes)
            .map(|(logits, labels)| multi_label(logits, labels.clone()))
            .collect();
        let item = cross_entropy(self.item_logits(states), targets.items.clone());
        let total = (attributes.iter().zip(&self.lambdas))
            .fold(item.clone(), |total, (loss, &lambda)| total + loss.clone() * lambda);
        LossTerms { total, item, attributes }
    }

    fn attention(&self, batch: &Batch, scales: &[f32]) -> Vec<AttentionTrace> {
        self.trace(batch, scales).layers
    }
}
