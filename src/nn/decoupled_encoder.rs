//! Decoupled layers with the streams that feed them: everything of DIF-SR between the item vectors and the read-out.

use burn::module::{Module, Param};
use burn::nn::LayerNorm;
use burn::tensor::Tensor;

use super::attention::{AttentionTrace, Rates};
use super::attributes::{AttributeEmbedding, pooled};
use super::decoupled::{DecoupledLayer, Decoupling, Streams};
use super::edits::Edits;
use super::transformer::Views;
use super::{dropout::Noise, init::Initialiser};
use crate::config::AttributeSchema;
use crate::data::batch::Batch;

/// Positions and attributes as streams of their own, and the layers that look at them.
#[derive(Module, Debug)]
pub struct DecoupledEncoder {
    pub(super) position_embedding: Param<Tensor<2>>,
    pub(super) attribute_embedding: Vec<AttributeEmbedding>,
    pub(super) input_norm: LayerNorm,
    pub(super) layer: Vec<DecoupledLayer>,
    #[module(skip)]
    pub(super) rates: Rates,
    #[module(skip)]
    pub(super) epsilon: f64,
}

impl DecoupledEncoder {
    /// Draws the parameters; attribute tables from `N(0, std^2)`.
    #[must_use]
    pub fn new(
        init: &mut Initialiser,
        config: &Decoupling,
        schema: &[AttributeSchema],
        (std, frozen): (f64, bool),
    ) -> Self {
        let sizes = &config.sizes;
        let attributes = config.attributes.iter().zip(schema);
        Self {
            position_embedding: init.table(sizes.length, sizes.hidden),
            attribute_embedding: attributes
                .map(|(attribute, schema)| {
                    let width = attribute.attribute_hidden_size;
                    AttributeEmbedding::new(init, schema, width, attribute.pooling, std).freeze(frozen)
                })
                .collect(),
            input_norm: init.layer_norm(sizes.hidden, sizes.epsilon),
            layer: (0..sizes.layers).map(|_| DecoupledLayer::new(init, config)).collect(),
            rates: Rates::of(sizes),
            epsilon: sizes.epsilon,
        }
    }

    /// Item stream: normalised item vectors, no position, no attribute. `[batch, len, hidden]`
    #[must_use]
    pub fn item_input(&self, vectors: Tensor<3>) -> Tensor<3> {
        self.input_norm.forward(vectors)
    }

    /// One pooled vector per slot and attribute, the same in every layer; no normalisation, no dropout.
    #[must_use]
    pub fn attribute_input(&self, batch: &Batch) -> Vec<Tensor<3>> {
        pooled(&self.attribute_embedding, batch)
    }

    /// Dropout of the item input, then the layers; the last one computes the wanted rows only.
    ///
    /// # Shapes
    /// - `items`: [`Self::item_input`]
    /// - returns: `[batch, rows, hidden]`
    pub fn forward(
        &self,
        items: Tensor<3>,
        batch: &Batch,
        views: &Views,
        edits: &Edits,
        noise: &mut Noise,
        mut each: impl FnMut(AttentionTrace),
    ) -> Tensor<3> {
        let positions = batch.positions(self.position_embedding.val());
        let attributes = self.attribute_input(batch);
        let mut items = noise.dropout(items, self.rates.hidden);
        for (index, layer) in self.layer.iter().enumerate() {
            let view = if index + 1 == self.layer.len() { &views.last } else { &views.inner };
            let streams = Streams { items, attributes: &attributes, positions: positions.clone(), edits, layer: index };
            let trace = layer.forward(&streams, view, self.rates, noise);
            items = trace.output.clone();
            each(trace);
        }
        items
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
}
