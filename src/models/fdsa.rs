//! FDSA: feature-level deeper self-attention (Zhang et al., IJCAI 2019), as in RecBole: late fusion.
//!
//! Equation map: two causal stacks, one on `LayerNorm(E_ID + E_P)`, one on `LayerNorm(F + E_P)` with `F` the attributes joined by a
//! vanilla attention, `F = sum_k softmax over k of (w_2 . relu(f_k W_1 + b_1) + b_2) f_k` (with one attribute, that attribute);
//! `s = LayerNorm(dropout([o_item ; o_attribute] W + b))`. Both stacks share normalisation and position table.

use burn::module::{Module, Param};
use burn::nn::Linear;
use burn::tensor::activation::{relu, softmax};
use burn::tensor::{Device, Tensor};

use super::SequentialModel;
use super::intermediates::Intermediates;
use crate::config::{FdsaConfig, Schema};
use crate::data::batch::{Batch, View};
use crate::nn::attention::{AttentionTrace, Rates, SelfAttentionLayer};
use crate::nn::attributes::{AttributeEmbedding, pooled};
use crate::nn::edits::Edits;
use crate::nn::linear::linear;
use crate::nn::loss::Scorer;
use crate::nn::transformer::{Transformer, Views, blocks, run};
use crate::nn::{dropout::Noise, init::Initialiser, lookup};

/// The model.
#[derive(Module, Debug)]
pub struct Fdsa {
    item_embedding: Param<Tensor<2>>,
    attribute_embedding: Vec<AttributeEmbedding>,
    /// Absent with one attribute.
    attribute_fusion: Option<VanillaAttention>,
    encoder: Transformer,
    attribute_layer: Vec<SelfAttentionLayer>,
    output: Linear,
    #[module(skip)]
    rates: Rates,
}

/// Weighs several vectors by what they are.
#[derive(Module, Debug)]
struct VanillaAttention {
    hidden: Linear,
    out: Linear,
}

impl VanillaAttention {
    fn forward(&self, vectors: Vec<Tensor<3>>) -> Tensor<3> {
        let stacked = Tensor::stack::<4>(vectors, 2); // [batch, len, attributes, width]
        let energies = linear(&self.out, relu(linear(&self.hidden, stacked.clone())));
        (stacked * softmax(energies, 2)).sum_dim(2).squeeze_dim(2)
    }
}

impl Fdsa {
    /// Draws initial weights.
    #[must_use]
    pub fn new(config: &FdsaConfig, schema: &Schema, seed: u64, device: &Device) -> Self {
        let (d, std) = (config.hidden_size, config.initializer_range);
        let mut init = Initialiser::new(seed, std, device);
        let sizes = config.backbone();
        Self {
            item_embedding: init.table(schema.items, d),
            attribute_embedding: (schema.attributes.iter())
                .map(|attribute| AttributeEmbedding::new(&mut init, attribute, d, config.pooling, std))
                .collect(),
            attribute_fusion: (schema.attributes.len() > 1)
                .then(|| VanillaAttention { hidden: init.linear(d, d), out: init.linear(d, 1) }),
            encoder: Transformer::new(&mut init, &sizes),
            attribute_layer: blocks(&mut init, &sizes),
            output: init.linear(2 * d, d),
            rates: Rates::of(&sizes),
        }
    }

    fn item_input(&self, batch: &Batch) -> Tensor<3> {
        self.encoder.input(lookup::items(self.item_embedding.val(), batch), batch)
    }

    /// The joined attribute vectors, `[batch, len, hidden]`.
    fn attribute_vectors(&self, batch: &Batch) -> Tensor<3> {
        let mut vectors = pooled(&self.attribute_embedding, batch);
        match &self.attribute_fusion {
            Some(fusion) => fusion.forward(vectors),
            None => vectors.pop().expect("data without attributes are refused"),
        }
    }

    fn states(&self, batch: &Batch, last: View, noise: &mut Noise, mut each: impl FnMut(AttentionTrace)) -> Tensor<3> {
        let views = Views { inner: batch.causal_view(), last };
        let items = self.encoder.forward(self.item_input(batch), &views, noise, &mut each);
        let input = self.encoder.input(self.attribute_vectors(batch), batch);
        let attributes = run(&self.attribute_layer, input, &views, self.rates, noise, each);
        let joined = linear(&self.output, Tensor::cat(vec![items, attributes], 2));
        self.encoder.normalise(noise.dropout(joined, self.rates.hidden))
    }
}

impl SequentialModel for Fdsa {
    fn encode(&self, batch: &Batch, noise: &mut Noise) -> Tensor<2> {
        self.states(batch, batch.readout_view(), noise, drop).squeeze_dim(1)
    }

    fn encode_all(&self, batch: &Batch, noise: &mut Noise) -> Tensor<3> {
        self.states(batch, batch.causal_view(), noise, drop)
    }

    fn scorer(&self) -> Scorer {
        Scorer { table: self.item_embedding.val(), bias: None }
    }

    /// The layers of the item stack, then those of the attribute stack.
    fn attention(&self, batch: &Batch, _edits: &Edits) -> Vec<AttentionTrace> {
        let mut traces = Vec::new();
        self.states(batch, batch.causal_view(), &mut Noise::none(), |trace| traces.push(trace));
        traces
    }

    fn intermediates(&self, batch: &Batch) -> Intermediates {
        let mut named = Intermediates::default();
        named.add("input", self.item_input(batch));
        for (k, vectors) in pooled(&self.attribute_embedding, batch).into_iter().enumerate() {
            named.add(&format!("attribute_input.{k}"), vectors);
        }
        named
    }
}
