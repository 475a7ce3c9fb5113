//! NOVA: non-invasive self-attention for side information fusion (Liu et al., AAAI 2021).
//!
//! Equation map, per layer: `R = F(attributes, X, E_P)`, `softmax((R W_Q)(R W_K)^T / sqrt(d_h)) (X W_V)`: side information and
//! position enter queries and keys of every layer, values stay the pure item stream; `F` is a sum, a map of the joined vectors or
//! a gate. The score table is one product, so its rank is at most the width of a head.
//!
//! # Deviations
//! No official code exists. The original stands on BERT4Rec's bidirectional backbone; for a comparison with DIF-SR this is the
//! causal one. `X_0 = LayerNorm(E_ID)`.

use burn::module::{Module, Param};
use burn::nn::{LayerNorm, Linear};
use burn::tensor::activation::sigmoid;
use burn::tensor::{Device, Tensor};

use super::SequentialModel;
use super::intermediates::Intermediates;
use crate::config::{NovaConfig, Schema, SourceFusion};
use crate::data::batch::{Batch, View};
use crate::nn::attention::{AttentionTrace, Rates, SelfAttentionLayer};
use crate::nn::attributes::{AttributeEmbedding, pooled};
use crate::nn::edits::Edits;
use crate::nn::linear::linear;
use crate::nn::loss::Scorer;
use crate::nn::transformer::Views;
use crate::nn::{dropout::Noise, init::Initialiser, lookup};

/// The model.
#[derive(Module, Debug)]
pub struct Nova {
    item_embedding: Param<Tensor<2>>,
    position_embedding: Param<Tensor<2>>,
    attribute_embedding: Vec<AttributeEmbedding>,
    input_norm: LayerNorm,
    layer: Vec<NovaLayer>,
    #[module(skip)]
    rates: Rates,
}

/// One layer: its own fusion, then attention.
#[derive(Module, Debug)]
struct NovaLayer {
    /// Map of the joined vectors (concat) or of one vector to its gate; absent for the sum.
    fusion: Option<Linear>,
    attention: SelfAttentionLayer,
    #[module(skip)]
    kind: SourceFusion,
}

impl NovaLayer {
    fn new(init: &mut Initialiser, config: &NovaConfig, sources: usize) -> Self {
        let d = config.hidden_size;
        let fusion = match config.fusion {
            SourceFusion::Sum => None,
            SourceFusion::Concat => Some(init.linear(sources * d, d)),
            SourceFusion::Gate => Some(init.linear(d, 1)),
        };
        Self { fusion, attention: SelfAttentionLayer::new(init, &config.backbone()), kind: config.fusion }
    }

    /// What queries and keys are made of, `[batch, len, hidden]`; sources in the order attributes, items, position.
    fn fuse(&self, attributes: &[Tensor<3>], items: &Tensor<3>, positions: &Tensor<3>) -> Tensor<3> {
        let sources = attributes.iter().chain([items]).cloned().chain([positions.clone().expand(items.dims())]);
        match (&self.fusion, self.kind) {
            (Some(map), SourceFusion::Concat) => linear(map, Tensor::cat(sources.collect(), 2)),
            (Some(gate), _) => add(sources.map(|source| source.clone() * sigmoid(linear(gate, source)))),
            (None, _) => add(sources),
        }
    }
}

fn add(vectors: impl Iterator<Item = Tensor<3>>) -> Tensor<3> {
    vectors.reduce(|sum, vector| sum + vector).expect("items and positions are always there")
}

impl Nova {
    /// Draws initial weights.
    #[must_use]
    pub fn new(config: &NovaConfig, schema: &Schema, seed: u64, device: &Device) -> Self {
        let (d, std) = (config.hidden_size, config.initializer_range);
        let mut init = Initialiser::new(seed, std, device);
        let sources = schema.attributes.len() + 2;
        Self {
            item_embedding: init.table(schema.items, d),
            position_embedding: init.table(config.max_length, d),
            attribute_embedding: (schema.attributes.iter())
                .map(|attribute| AttributeEmbedding::new(&mut init, attribute, d, config.pooling, std))
                .collect(),
            input_norm: init.layer_norm(d, config.layer_norm_eps),
            layer: (0..config.n_layers).map(|_| NovaLayer::new(&mut init, config, sources)).collect(),
            rates: Rates::of(&config.backbone()),
        }
    }

    fn input(&self, batch: &Batch) -> Tensor<3> {
        self.input_norm.forward(lookup::items(self.item_embedding.val(), batch))
    }

    /// Hands the fused vectors and the trace of each layer to `each`.
    fn states(
        &self,
        batch: &Batch,
        last: View,
        noise: &mut Noise,
        mut each: impl FnMut(Tensor<3>, AttentionTrace),
    ) -> Tensor<3> {
        let positions = batch.positions(self.position_embedding.val()).unsqueeze_dim(0);
        let attributes = pooled(&self.attribute_embedding, batch);
        let views = Views { inner: batch.causal_view(), last };
        let mut items = noise.dropout(self.input(batch), self.rates.hidden);
        for (index, layer) in self.layer.iter().enumerate() {
            let view = if index + 1 == self.layer.len() { &views.last } else { &views.inner };
            let fused = layer.fuse(&attributes, &items, &positions);
            let trace = layer.attention.forward(fused.clone(), items, view, self.rates, noise);
            items = trace.output.clone();
            each(fused, trace);
        }
        items
    }
}

impl SequentialModel for Nova {
    fn encode(&self, batch: &Batch, noise: &mut Noise) -> Tensor<2> {
        self.states(batch, batch.readout_view(), noise, |_, _| ()).squeeze_dim(1)
    }

    fn encode_all(&self, batch: &Batch, noise: &mut Noise) -> Tensor<3> {
        self.states(batch, batch.causal_view(), noise, |_, _| ())
    }

    fn scorer(&self) -> Scorer {
        Scorer { table: self.item_embedding.val(), bias: None }
    }

    fn attention(&self, batch: &Batch, _edits: &Edits) -> Vec<AttentionTrace> {
        let mut traces = Vec::new();
        self.states(batch, batch.causal_view(), &mut Noise::none(), |_, trace| traces.push(trace));
        traces
    }

    fn intermediates(&self, batch: &Batch) -> Intermediates {
        let mut named = Intermediates::default();
        named.add("input", self.input(batch));
        for (k, vectors) in pooled(&self.attribute_embedding, batch).into_iter().enumerate() {
            named.add(&format!("attribute_input.{k}"), vectors);
        }
        let mut layer = 0;
        self.states(batch, batch.causal_view(), &mut Noise::none(), |fused, _| {
            named.add(&format!("layer.{layer}.fused_input"), fused);
            layer += 1;
        });
        named
    }
}
