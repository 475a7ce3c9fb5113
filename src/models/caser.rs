//! Caser: personalised top-n sequential recommendation via convolutional sequence embedding (Tang and Wang, WSDM 2018), as in
//! RecBole.
//!
//! Equation map, with the item vectors of a window as an image `E [L, d]`:
//! - vertical: `V[f, j] = sum_t w[f, t] E[t, j] + b[f]`
//! - horizontal, for each height `i = 1..L`: `max over t of relu(sum_{u < i} w_i[f, u] . E[t + u] + b_i[f])`
//! - `z = relu([V ; H] W + b)`, with users `s = relu([z ; u] W' + b')`, without `s = z`; score: `s E^T`
//! - the loss adds plain (not squared) norms of tables, vertical filters, maps and each horizontal bank
//!
//! # Deviations
//! Without users the model can answer a session of somebody it never met; RecBole has no such form. The fork behind the paper's
//! table multiplies the penalty of the horizontal banks by itself, so that it is always 0; here it counts.

use burn::module::{Module, Param};
use burn::nn::Linear;
use burn::tensor::activation::relu;
use burn::tensor::module::embedding;
use burn::tensor::{Device, Tensor};

use super::intermediates::Intermediates;
use super::{LossTerms, SequentialModel, TargetBatch};
use crate::config::{CaserConfig, Schema};
use crate::data::batch::Batch;
use crate::nn::linear::linear;
use crate::nn::loss::Scorer;
use crate::nn::product::{product, product_of_rows};
use crate::nn::{dropout::Noise, init::Initialiser, lookup};

/// The model.
#[derive(Module, Debug)]
pub struct Caser {
    item_embedding: Param<Tensor<2>>,
    user_embedding: Option<Param<Tensor<2>>>,
    vertical: Vertical,
    horizontal: Vec<Horizontal>,
    sequence_fc: Linear,
    user_fc: Option<Linear>,
    #[module(skip)]
    dropout: f64,
    #[module(skip)]
    penalty: f64,
}

/// Filters over all slots of one dimension.
#[derive(Module, Debug)]
struct Vertical {
    /// `[filters, len]`.
    weight: Param<Tensor<2>>,
    bias: Param<Tensor<1>>,
}

/// Filters over some slots and all dimensions.
#[derive(Module, Debug)]
struct Horizontal {
    /// `[filters, height, width]`.
    weight: Param<Tensor<3>>,
    bias: Param<Tensor<1>>,
}

impl Vertical {
    /// `[batch, len, width]` -> `[batch, filters * width]`, filter by filter.
    fn forward(&self, image: Tensor<3>) -> Tensor<2> {
        let [batch, _, width] = image.dims();
        let [filters, _] = self.weight.val().dims();
        let bias = self.bias.val().reshape([1, filters, 1]);
        (product(self.weight.val().unsqueeze::<3>(), image) + bias).reshape([batch, filters * width])
    }
}

impl Horizontal {
    /// `[batch, len, width]` -> `[batch, filters]`.
    fn forward(&self, image: &Tensor<3>) -> Tensor<2> {
        let [batch, len, width] = image.dims();
        let [filters, height, _] = self.weight.val().dims();
        let places = len - height + 1;
        // Slots t, t + 1, ... side by side: one matrix product does all places.
        let shifted = (0..height).map(|u| image.clone().narrow(1, u, places)).collect();
        let patches = Tensor::cat(shifted, 2).reshape([batch * places, height * width]);
        let weight = self.weight.val().reshape([filters, height * width]);
        let found = relu(product_of_rows(patches, weight) + self.bias.val().unsqueeze());
        found.reshape([batch, places, filters]).max_dim(1).squeeze_dim(1)
    }
}

impl Caser {
    /// Draws initial weights: tables from `N(0, 1 / d^2)`, maps Xavier-normal, filters as PyTorch draws a convolution.
    #[must_use]
    pub fn new(config: &CaserConfig, schema: &Schema, seed: u64, device: &Device) -> Self {
        let (d, len) = (config.embedding_size, config.max_length);
        let mut init = Initialiser::new(seed, 1.0 / d as f64, device);
        Self {
            item_embedding: init.table(schema.items, d),
            user_embedding: config.user_embedding.then(|| init.table(schema.users + 1, d)),
            vertical: Vertical { weight: init.fan_in([config.n_v, len], len), bias: init.fan_in([config.n_v], len) },
            horizontal: (1..=len)
                .map(|height| Horizontal {
                    weight: init.fan_in([config.n_h, height, d], height * d),
                    bias: init.fan_in([config.n_h], height * d),
                })
                .collect(),
            sequence_fc: init.xavier_linear(config.n_v * d + config.n_h * len, d),
            user_fc: config.user_embedding.then(|| init.xavier_linear(2 * d, d)),
            dropout: config.dropout_prob,
            penalty: config.reg_weight,
        }
    }

    fn convolve(&self, batch: &Batch) -> (Tensor<2>, Tensor<2>) {
        let image = lookup::items(self.item_embedding.val(), batch);
        let horizontal = self.horizontal.iter().map(|bank| bank.forward(&image)).collect();
        (self.vertical.forward(image), Tensor::cat(horizontal, 1))
    }

    fn sequence(&self, batch: &Batch, noise: &mut Noise) -> Tensor<2> {
        let (vertical, horizontal) = self.convolve(batch);
        let joined = noise.dropout(Tensor::cat(vec![vertical, horizontal], 1), self.dropout);
        relu(linear(&self.sequence_fc, joined))
    }

    /// The user vectors; like padding items, user 0 gets no gradient.
    fn users(table: Tensor<2>, batch: &Batch) -> Tensor<2> {
        let (sequences, _) = batch.dims();
        let Some(ids) = batch.users.clone() else {
            return Tensor::zeros([sequences, table.dims()[1]], (&table.device(), table.dtype()));
        };
        let vectors = embedding(table, ids.clone().unsqueeze_dim(1)).squeeze_dim::<2>(1);
        let unknown = ids.equal_elem(0).unsqueeze_dim::<2>(1).expand(vectors.dims());
        vectors.clone().mask_where(unknown, vectors.detach())
    }

    fn norm<const D: usize>(weights: Tensor<D>) -> Tensor<1> {
        (weights.clone() * weights).sum().sqrt()
    }
}

impl SequentialModel for Caser {
    fn encode(&self, batch: &Batch, noise: &mut Noise) -> Tensor<2> {
        let sequence = self.sequence(batch, noise);
        match (&self.user_embedding, &self.user_fc) {
            (Some(table), Some(map)) => {
                relu(linear(map, Tensor::cat(vec![sequence, Self::users(table.val(), batch)], 1)))
            }
            _ => sequence,
        }
    }

    /// One state for the whole window, `[batch, 1, hidden]`.
    fn encode_all(&self, batch: &Batch, noise: &mut Noise) -> Tensor<3> {
        self.encode(batch, noise).unsqueeze_dim(1)
    }

    fn scorer(&self) -> Scorer {
        Scorer { table: self.item_embedding.val(), bias: None }
    }

    fn loss(&self, batch: &Batch, targets: &TargetBatch, noise: &mut Noise) -> LossTerms {
        let item = targets.item_loss(&self.scorer(), self.encode(batch, noise));
        let mut plain = Self::norm(self.item_embedding.val())
            + Self::norm(self.vertical.weight.val())
            + Self::norm(self.sequence_fc.weight.val());
        if let (Some(table), Some(map)) = (&self.user_embedding, &self.user_fc) {
            plain = plain + Self::norm(table.val()) + Self::norm(map.weight.val());
        }
        let banks = self.horizontal.iter().map(|bank| Self::norm(bank.weight.val()));
        let l2 = plain * self.penalty;
        let horizontal = banks.reduce(|sum, norm| sum + norm).expect("one bank per slot") * self.penalty;
        LossTerms {
            total: item.clone() + l2.clone() + horizontal.clone(),
            extra: vec![("l2", l2), ("l2_horizontal", horizontal)],
            ..LossTerms::only(item)
        }
    }

    fn intermediates(&self, batch: &Batch) -> Intermediates {
        let mut named = Intermediates::default();
        let (vertical, horizontal) = self.convolve(batch);
        named.add("vertical", vertical);
        named.add("horizontal", horizontal);
        named.add("sequence_fc", self.sequence(batch, &mut Noise::none()));
        named
    }
}
