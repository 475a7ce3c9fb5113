//! GRU4RecF: parallel recurrent networks for items and their features (Hidasi et al., RecSys 2016), as in RecBole.
//!
//! Equation map: one [`crate::nn::gru::Gru`] on `dropout(E_ID)`, one on the pooled attribute vectors (several: side by side); their
//! states side by side -> linear map to the width of the items -> read-out; score: `s E_ID^T`.

use burn::module::{Module, Param};
use burn::nn::Linear;
use burn::tensor::{Device, Tensor};

use super::SequentialModel;
use super::intermediates::Intermediates;
use crate::config::{GruConfig, Pooling, Schema};
use crate::data::batch::Batch;
use crate::nn::attributes::{AttributeEmbedding, pooled};
use crate::nn::gru::Gru;
use crate::nn::linear::linear;
use crate::nn::loss::Scorer;
use crate::nn::{dropout::Noise, init::Initialiser, lookup};

/// The model.
#[derive(Module, Debug)]
pub struct Gru4RecF {
    item_embedding: Param<Tensor<2>>,
    attribute_embedding: Vec<AttributeEmbedding>,
    item_gru: Gru,
    attribute_gru: Gru,
    output: Linear,
    #[module(skip)]
    dropout: f64,
}

impl Gru4RecF {
    /// Draws initial weights: Xavier-normal everywhere.
    #[must_use]
    pub fn new(config: &GruConfig, schema: &Schema, seed: u64, device: &Device) -> Self {
        let mut init = Initialiser::new(seed, 0.0, device);
        let (d, hidden) = (config.embedding_size, config.hidden_size);
        Self {
            item_embedding: init.xavier_normal(schema.items, d),
            attribute_embedding: (schema.attributes.iter())
                .map(|attribute| {
                    let std = Initialiser::xavier_std(attribute.rows, d);
                    AttributeEmbedding::new(&mut init, attribute, d, Pooling::Sum, std)
                })
                .collect(),
            item_gru: Gru::normal(&mut init, d, hidden),
            attribute_gru: Gru::normal(&mut init, schema.attributes.len() * d, hidden),
            output: init.xavier_linear(2 * hidden, d),
            dropout: config.dropout_prob,
        }
    }
}

impl SequentialModel for Gru4RecF {
    fn encode(&self, batch: &Batch, noise: &mut Noise) -> Tensor<2> {
        batch.readout_view().rows(self.encode_all(batch, noise)).squeeze_dim(1)
    }

    fn encode_all(&self, batch: &Batch, noise: &mut Noise) -> Tensor<3> {
        let items = noise.dropout(lookup::items(self.item_embedding.val(), batch), self.dropout);
        let attributes = Tensor::cat(pooled(&self.attribute_embedding, batch), 2);
        let states = vec![self.item_gru.forward(items), self.attribute_gru.forward(attributes)];
        linear(&self.output, Tensor::cat(states, 2))
    }

    fn scorer(&self) -> Scorer {
        Scorer { table: self.item_embedding.val(), bias: None }
    }

    fn intermediates(&self, batch: &Batch) -> Intermediates {
        let mut named = Intermediates::default();
        for (k, vectors) in pooled(&self.attribute_embedding, batch).into_iter().enumerate() {
            named.add(&format!("attribute_input.{k}"), vectors);
        }
        named.add("output", self.encode_all(batch, &mut Noise::none()));
        named
    }
}
