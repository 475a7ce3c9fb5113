//! Decoupled layers with the streams that feed them: everything of DIF-SR between the item vectors and the read-out.

use burn::module::{Module, Param};
use burn::nn::LayerNorm;
use burn::tensor::{Tensor, TensorData};

use super::attention::{AttentionTrace, Rates};
use super::attributes::{self, AttributeEmbedding, pooled};
use super::decoupled::{DecoupledLayer, Decoupling, Streams};
#[cfg(feature = "cpu")]
use super::decoupled::PackedStreams;
#[cfg(feature = "cpu")]
use super::fused::{layer_norm, on_cpu};
use super::transformer::Views;
use super::{dropout::Noise, init::Initialiser};
use crate::config::AttributeSchema;
use crate::data::batch::Batch;
#[cfg(feature = "cpu")]
use crate::data::packing::{Packing, Queries};

/// Positions and attributes as streams of their own, and the layers that look at them.
#[derive(Module, Debug)]
pub struct DecoupledEncoder {
    position_embedding: Param<Tensor<2>>,
    attribute_embedding: Vec<AttributeEmbedding>,
    input_norm: LayerNorm,
    layer: Vec<DecoupledLayer>,
    #[module(skip)]
    rates: Rates,
    #[module(skip)]
    epsilon: f64,
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
        scales: &[f32],
        noise: &mut Noise,
        mut each: impl FnMut(AttentionTrace),
    ) -> Tensor<3> {
        let (_, len) = batch.dims();
        let positions = self.position_embedding.val().narrow(0, 0, len);
        let attributes = self.attribute_input(batch);
        let mut items = noise.dropout(items, self.rates.hidden);
        for (index, layer) in self.layer.iter().enumerate() {
            let view = if index + 1 == self.layer.len() { &views.last } else { &views.inner };
            let streams = Streams { items, attributes: &attributes, positions: positions.clone(), scales };
            let trace = layer.forward(&streams, view, self.rates, noise);
            items = trace.output.clone();
            each(trace);
        }
        items
    }

    /// Everything from the item vectors on, over packed sequences on the CPU: dropout 0 gives [`Self::forward`] of
    /// [`Self::item_input`].
    ///
    /// # Shapes
    /// - `vectors`: `[tokens, hidden]`
    /// - returns: `[queries, hidden]`
    #[cfg(feature = "cpu")]
    pub fn packed(&self, vectors: &Tensor<2>, packing: &Packing, queries: &Queries, noise: &mut Noise) -> Tensor<2> {
        let positions = self.position_embedding.val().narrow(0, 0, packing.len);
        let attributes = attributes::packed(&self.attribute_embedding, packing);
        let all = packing.all();
        let mut items = layer_norm(&self.input_norm, self.epsilon, vectors);
        if let Some(factors) = noise.of_rows(&all, items.dims()[1], self.rates.hidden) {
            let factors = Tensor::from_data(TensorData::new(factors, items.dims()), &items.device());
            items = items * factors;
        }
        for (index, layer) in self.layer.iter().enumerate() {
            let queries = if index + 1 == self.layer.len() { queries } else { &all };
            let streams = PackedStreams { items, attributes: &attributes, positions: positions.clone() };
            items = layer.packed(&streams, packing, queries, self.rates, noise);
        }
        items
    }

    /// Whether [`Self::packed`] applies.
    #[cfg(feature = "cpu")]
    #[must_use]
    pub fn packs(&self) -> bool {
        self.layer.iter().all(DecoupledLayer::packs) && on_cpu(&self.position_embedding.val())
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
