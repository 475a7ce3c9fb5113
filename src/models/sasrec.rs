//! SASRec: self-attentive sequential recommendation (Kang and McAuley, ICDM 2018), as in RecBole.
//!
//! Equation map: input `X_0 = dropout(LayerNorm(E_ID + E_P))` and blocks: [`crate::nn::transformer::Transformer`];
//! score: `s E_ID^T`.
//!
//! # Deviations
//! The original normalises queries only and before attention, uses ReLU, and trains with one negative per position; RecBole
//! and this file use the post-norm block with GELU and the full softmax.

use std::cell::RefCell;

use burn::module::{Module, Param};
use burn::tensor::{Device, Tensor};

use super::SequentialModel;
use super::intermediates::Intermediates;
use crate::config::{SasRecConfig, Schema};
use crate::data::batch::{Batch, View};
use crate::nn::attention::AttentionTrace;
use crate::nn::edits::Edits;
use crate::nn::loss::Scorer;
use crate::nn::remembered::Remembered;
use crate::nn::transformer::{Transformer, Views};
use crate::nn::{dropout::Noise, init::Initialiser, lookup};

/// The model.
#[derive(Module, Debug)]
pub struct SasRec {
    item_embedding: Param<Tensor<2>>,
    encoder: Transformer,
}

impl SasRec {
    /// Draws initial weights.
    #[must_use]
    pub fn new(config: &SasRecConfig, schema: &Schema, seed: u64, device: &Device) -> Self {
        let mut init = Initialiser::new(seed, config.initializer_range, device);
        Self {
            item_embedding: init.table(schema.items, config.hidden_size),
            encoder: Transformer::new(&mut init, &config.backbone()),
        }
    }

    fn input(&self, batch: &Batch) -> Tensor<3> {
        self.encoder.input(lookup::items(self.item_embedding.val(), batch), batch)
    }

    fn states(&self, batch: &Batch, last: View, noise: &mut Noise, each: impl FnMut(AttentionTrace)) -> Tensor<3> {
        let views = Views { inner: batch.causal_view(), last };
        self.encoder.forward(self.input(batch), &views, noise, each)
    }
}

impl SequentialModel for SasRec {
    fn packed_states(&self, batch: &Batch, rows: Option<&[u32]>, noise: &mut Noise) -> Option<Tensor<2>> {
        self.encoder.packed(|| self.input(batch), batch, rows, true, noise)
    }

    fn grown_state(&self, batch: &Batch, remembered: &RefCell<Remembered>) -> Option<Tensor<2>> {
        self.encoder.grown(|| self.input(batch), batch, remembered)
    }

    fn encode(&self, batch: &Batch, noise: &mut Noise) -> Tensor<2> {
        self.states(batch, batch.readout_view(), noise, drop).squeeze_dim(1)
    }

    fn encode_all(&self, batch: &Batch, noise: &mut Noise) -> Tensor<3> {
        self.states(batch, batch.causal_view(), noise, drop)
    }

    fn scorer(&self) -> Scorer {
        Scorer { table: self.item_embedding.val(), bias: None }
    }

    fn attention(&self, batch: &Batch, _edits: &Edits) -> Vec<AttentionTrace> {
        let mut traces = Vec::new();
        self.states(batch, batch.causal_view(), &mut Noise::none(), |trace| traces.push(trace));
        traces
    }

    fn intermediates(&self, batch: &Batch) -> Intermediates {
        let mut named = Intermediates::default();
        named.add("input", self.input(batch));
        named
    }
}
