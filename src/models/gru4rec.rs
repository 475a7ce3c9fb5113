//! GRU4Rec: session-based recommendation with recurrent networks (Hidasi et al., ICLR 2016; Tan et al., DLRS 2016), as in
//! RecBole.
//!
//! Equation map: `dropout(E_ID)` -> [`crate::nn::gru::Gru`] -> linear map to the width of the items -> read-out; score: `s E_ID^T`. No
//! positions and no mask: right padding comes after the slot that is read.
//!
//! # Deviations
//! The first versions train with BPR or TOP1 on sampled negatives; RecBole and this file use the full softmax.

use burn::module::{Module, Param};
use burn::nn::Linear;
use burn::tensor::{Device, Tensor};

use super::SequentialModel;
use super::intermediates::Intermediates;
use crate::config::{GruConfig, Schema};
use crate::data::batch::Batch;
use crate::nn::gru::Gru;
use crate::nn::linear::linear;
use crate::nn::loss::Scorer;
use crate::nn::{dropout::Noise, init::Initialiser, lookup};

/// The model.
#[derive(Module, Debug)]
pub struct Gru4Rec {
    item_embedding: Param<Tensor<2>>,
    item_gru: Gru,
    output: Linear,
    #[module(skip)]
    dropout: f64,
}

impl Gru4Rec {
    /// Draws initial weights: table Xavier-normal, recurrent maps Xavier-uniform, output as PyTorch draws a linear map.
    #[must_use]
    pub fn new(config: &GruConfig, schema: &Schema, seed: u64, device: &Device) -> Self {
        let mut init = Initialiser::new(seed, 0.0, device);
        Self {
            item_embedding: init.xavier_normal(schema.items, config.embedding_size),
            item_gru: Gru::new(&mut init, config.embedding_size, config.hidden_size),
            output: init.kaiming_linear(config.hidden_size, config.embedding_size),
            dropout: config.dropout_prob,
        }
    }
}

impl SequentialModel for Gru4Rec {
    fn encode(&self, batch: &Batch, noise: &mut Noise) -> Tensor<2> {
        batch.readout_view().rows(self.encode_all(batch, noise)).squeeze_dim(1)
    }

    fn encode_all(&self, batch: &Batch, noise: &mut Noise) -> Tensor<3> {
        let items = noise.dropout(lookup::items(self.item_embedding.val(), batch), self.dropout);
        linear(&self.output, self.item_gru.forward(items))
    }

    fn scorer(&self) -> Scorer {
        Scorer { table: self.item_embedding.val(), bias: None }
    }

    fn intermediates(&self, batch: &Batch) -> Intermediates {
        let mut named = Intermediates::default();
        named.add("output", self.encode_all(batch, &mut Noise::none()));
        named
    }
}
