//! SASRecF: SASRec with attributes in its input (early fusion), as in RecBole; `add` is the plain sum.
//!
//! Equation map: `X_0 = dropout(LayerNorm([E_ID ; E_1 ; ...] W + b + E_P))`, attributes as wide as items and pooled; the rest as
//! [`super::SasRec`].
//!
//! # Deviations
//! `add` leaves the map out, `X_0 = dropout(LayerNorm(E_ID + E_1 + ... + E_P))`: the form in which item and attribute vectors
//! receive the same gradient, which the DIF-SR paper holds against early fusion.

use std::cell::RefCell;

use burn::module::{Module, Param};
use burn::nn::Linear;
use burn::tensor::{Device, Tensor};

use super::SequentialModel;
use super::intermediates::Intermediates;
use crate::config::{InputFusion, SasRecFConfig, Schema};
use crate::data::batch::{Batch, View};
use crate::nn::attention::AttentionTrace;
use crate::nn::attributes::{AttributeEmbedding, pooled};
use crate::nn::edits::Edits;
use crate::nn::linear::linear;
use crate::nn::loss::Scorer;
use crate::nn::remembered::Remembered;
use crate::nn::transformer::{Transformer, Views};
use crate::nn::{dropout::Noise, init::Initialiser, lookup};

/// The model.
#[derive(Module, Debug)]
pub struct SasRecF {
    item_embedding: Param<Tensor<2>>,
    attribute_embedding: Vec<AttributeEmbedding>,
    /// Absent where the vectors are added.
    fusion: Option<Linear>,
    encoder: Transformer,
}

impl SasRecF {
    /// Draws initial weights.
    #[must_use]
    pub fn new(config: &SasRecFConfig, schema: &Schema, seed: u64, device: &Device) -> Self {
        let (d, std) = (config.hidden_size, config.initializer_range);
        let mut init = Initialiser::new(seed, std, device);
        let sources = schema.attributes.len() + 1;
        Self {
            item_embedding: init.table(schema.items, d),
            attribute_embedding: (schema.attributes.iter())
                .map(|attribute| AttributeEmbedding::new(&mut init, attribute, d, config.pooling, std))
                .collect(),
            fusion: (config.fusion == InputFusion::Concat).then(|| init.linear(sources * d, d)),
            encoder: Transformer::new(&mut init, &config.backbone()),
        }
    }

    fn input(&self, batch: &Batch) -> Tensor<3> {
        let mut vectors = vec![lookup::items(self.item_embedding.val(), batch)];
        vectors.extend(pooled(&self.attribute_embedding, batch));
        let fused = match &self.fusion {
            Some(map) => linear(map, Tensor::cat(vectors, 2)),
            None => vectors.into_iter().reduce(|sum, vector| sum + vector).expect("item vectors come first"),
        };
        self.encoder.input(fused, batch)
    }

    fn states(&self, batch: &Batch, last: View, noise: &mut Noise, each: impl FnMut(AttentionTrace)) -> Tensor<3> {
        let views = Views { inner: batch.causal_view(), last };
        self.encoder.forward(self.input(batch), &views, noise, each)
    }
}

impl SequentialModel for SasRecF {
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
        for (k, vectors) in pooled(&self.attribute_embedding, batch).into_iter().enumerate() {
            named.add(&format!("attribute_input.{k}"), vectors);
        }
        named
    }
}
