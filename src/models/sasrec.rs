//! SASRec: self-attentive sequential recommendation (Kang and McAuley, ICDM 2018), as in RecBole.
//!
//! Equation map: input `X_0 = dropout(LayerNorm(E_ID + E_P))`; blocks: [`crate::nn::attention::SelfAttentionLayer`];
//! score: `s E_ID^T`.
//!
//! # Deviations
//! The original normalises queries only and before attention, uses ReLU, and trains with one negative per position; RecBole
//! and this file use the post-norm block with GELU and the full softmax.

use burn::module::{Module, Param};
use burn::nn::LayerNorm;
use burn::tensor::{Device, Tensor};

use super::SequentialModel;
use crate::config::{SasRecConfig, Schema};
use crate::data::batch::{Batch, View};
use crate::nn::attention::{AttentionTrace, Rates, SelfAttentionLayer};
use crate::nn::{dropout::Noise, init::Initialiser, lookup};

/// The model.
#[derive(Module, Debug)]
pub struct SasRec {
    item_embedding: Param<Tensor<2>>,
    position_embedding: Param<Tensor<2>>,
    input_norm: LayerNorm,
    layer: Vec<SelfAttentionLayer>,
    #[module(skip)]
    rates: Rates,
}

impl SasRec {
    /// Draws initial weights.
    #[must_use]
    pub fn new(config: &SasRecConfig, schema: &Schema, seed: u64, device: &Device) -> Self {
        let mut init = Initialiser::new(seed, config.initializer_range, device);
        let (d, epsilon) = (config.hidden_size, config.layer_norm_eps);
        Self {
            item_embedding: init.table(schema.items, d),
            position_embedding: init.table(config.max_length, d),
            input_norm: init.layer_norm(d, epsilon),
            layer: (0..config.n_layers)
                .map(|_| SelfAttentionLayer::new(&mut init, d, config.inner_size, config.n_heads, epsilon))
                .collect(),
            rates: Rates { hidden: config.hidden_dropout_prob, attention: config.attn_dropout_prob },
        }
    }

    /// The input of the first block, before dropout: `[batch, len, hidden]`.
    #[must_use]
    pub fn input(&self, batch: &Batch) -> Tensor<3> {
        let (_, len) = batch.dims();
        let positions = self.position_embedding.val().narrow(0, 0, len).unsqueeze_dim(0);
        self.input_norm.forward(lookup::items(self.item_embedding.val(), batch) + positions)
    }

    fn run(&self, batch: &Batch, last: &View, noise: &mut Noise, mut each: impl FnMut(AttentionTrace)) -> Tensor<3> {
        let mut stream = noise.dropout(self.input(batch), self.rates.hidden);
        let causal = batch.causal_view();
        let final_layer = self.layer.len() - 1;
        for (index, layer) in self.layer.iter().enumerate() {
            let view = if index == final_layer { last } else { &causal };
            let trace = layer.forward(stream, view, self.rates, noise);
            stream = trace.output.clone();
            each(trace);
        }
        stream
    }
}

impl SequentialModel for SasRec {
    fn encode(&self, batch: &Batch, noise: &mut Noise) -> Tensor<2> {
        self.run(batch, &batch.readout_view(), noise, drop).squeeze_dim(1)
    }

    fn encode_all(&self, batch: &Batch, noise: &mut Noise) -> Tensor<3> {
        self.run(batch, &batch.causal_view(), noise, drop)
    }

    fn item_table(&self) -> Tensor<2> {
        self.item_embedding.val()
    }

    fn attribute_logits(&self, _state: &Tensor<2>) -> Vec<Tensor<2>> {
        Vec::new()
    }

    fn attention(&self, batch: &Batch, _scales: &[f32]) -> Vec<AttentionTrace> {
        let mut traces = Vec::new();
        self.run(batch, &batch.causal_view(), &mut Noise::none(), |trace| traces.push(trace));
        traces
    }
}
