//! ICAI-SR: item categorical attribute integrated sequential recommendation (Yuan et al., SIGIR 2021), by our definition.
//!
//! Equation map:
//! - aggregation, once per step for all items: `a_iv = softmax over the item's values of (e_i W_Q) . (f_v W_K) / sqrt(d)`,
//!   `e'_i = e_i + sum_v a_iv f_v W_V`, one sum per attribute
//! - sequence: [`super::SasRec`] on `e'`; score: `s E'^T`
//! - next attribute: a head and a multi-label loss per attribute, as in [`super::DifSr`]
//!
//! # Deviations
//! Only the abstract of the paper was at hand. Attribute vectors are not aggregated from items, and one sequence model serves items
//! and attributes. Results must be labelled "by our definition".

use burn::module::{Module, Param};
use burn::nn::Linear;
use burn::tensor::activation::softmax;
use burn::tensor::module::embedding;
use burn::tensor::{Device, Tensor};

use super::intermediates::Intermediates;
use super::{LossTerms, SequentialModel, TargetBatch};
use crate::config::{IcaiConfig, Schema};
use crate::data::bags::Padded;
use crate::data::batch::{Batch, ItemValues, SlotValues, View};
use crate::nn::attention::AttentionTrace;
use crate::nn::edits::Edits;
use crate::nn::linear::linear;
use crate::nn::loss::{Scorer, multi_labels};
use crate::nn::product::product;
use crate::nn::transformer::{Transformer, Views};
use crate::nn::{dropout::Noise, init::Initialiser, lookup};

/// The model.
#[derive(Module, Debug)]
pub struct Icai {
    item_embedding: Param<Tensor<2>>,
    attribute_embedding: Vec<Param<Tensor<2>>>,
    aggregate: Vec<Aggregate>,
    encoder: Transformer,
    attribute_head: Vec<Linear>,
    #[module(skip)]
    lambdas: Vec<f64>,
    /// Which values each item has: known before training, not learnt.
    #[module(skip)]
    values: ItemValues,
}

/// How the values of one attribute flow into item vectors.
#[derive(Module, Debug)]
struct Aggregate {
    query: Param<Tensor<2>>,
    key: Param<Tensor<2>>,
    value: Param<Tensor<2>>,
}

impl Aggregate {
    /// What the values add to each item vector, `[items, d]`, and their weights, `[items, values]`, 0 where absent.
    fn forward(&self, items: &Tensor<2>, table: Tensor<2>, values: &SlotValues) -> (Tensor<2>, Tensor<2>) {
        let [rows, d] = items.dims();
        let side_by_side = |bag: &Padded| (bag.ids.tensor.clone(), bag.present.clone().cast(items.dtype()));
        let (ids, present) = match values {
            SlotValues::Single(ids) => {
                (ids.tensor.clone(), ids.tensor.clone().greater_elem(0).float().cast(items.dtype()).unsqueeze_dim(2))
            }
            SlotValues::Bag(bag) => side_by_side(bag),
            // The values of an item are weighed against each other.
            SlotValues::Ragged(bag) => side_by_side(&bag.padded()),
        };
        let [_, width] = ids.dims();
        let present = present.reshape([rows, width]);
        let query = product(items.clone(), self.query.val()).unsqueeze_dim::<3>(1); // [items, 1, d]
        let keys = embedding(product(table.clone(), self.key.val()), ids.clone()); // [items, values, d]
        let scores = (query * keys).sum_dim(2).squeeze_dim::<2>(2) / (d as f64).sqrt();
        // Absent values are moved out of the softmax; an item without any gets weights of 0, not of 1/n.
        let weights = softmax(scores + (present.clone() - 1.0) * 1e9, 1) * present;
        let vectors = embedding(product(table, self.value.val()), ids);
        let sum = (vectors * weights.clone().unsqueeze_dim(2)).sum_dim(1).squeeze_dim(1);
        (sum, weights)
    }
}

impl Icai {
    /// Draws initial weights; `values` says which values each item has.
    #[must_use]
    pub fn new(config: &IcaiConfig, schema: &Schema, values: &ItemValues, seed: u64, device: &Device) -> Self {
        let d = config.hidden_size;
        let mut init = Initialiser::new(seed, config.initializer_range, device);
        Self {
            item_embedding: init.table(schema.items, d),
            attribute_embedding: schema.attributes.iter().map(|attribute| init.table(attribute.rows, d)).collect(),
            aggregate: (schema.attributes.iter())
                .map(|_| Aggregate { query: init.table(d, d), key: init.table(d, d), value: init.table(d, d) })
                .collect(),
            encoder: Transformer::new(&mut init, &config.backbone()),
            attribute_head: init.heads(d, schema),
            lambdas: vec![config.lambda; schema.attributes.len()],
            values: values.clone(),
        }
    }

    /// The aggregated item table `e'`, and the weights of each attribute's values.
    fn aggregated(&self) -> (Tensor<2>, Vec<Tensor<2>>) {
        let own = self.item_embedding.val();
        let values = self.values.of_all_items(&own.device());
        let tables = self.attribute_embedding.iter().zip(&self.aggregate).zip(&values);
        let (sums, weights): (Vec<_>, Vec<_>) =
            tables.map(|((table, aggregate), values)| aggregate.forward(&own, table.val(), values)).unzip();
        (sums.into_iter().fold(own, |table, sum| table + sum), weights)
    }

    fn states(
        &self,
        table: Tensor<2>,
        batch: &Batch,
        last: View,
        noise: &mut Noise,
        each: impl FnMut(AttentionTrace),
    ) -> Tensor<3> {
        let views = Views { inner: batch.causal_view(), last };
        let input = self.encoder.input(lookup::items(table, batch), batch);
        self.encoder.forward(input, &views, noise, each)
    }
}

impl SequentialModel for Icai {
    fn encode(&self, batch: &Batch, noise: &mut Noise) -> Tensor<2> {
        self.states(self.aggregated().0, batch, batch.readout_view(), noise, drop).squeeze_dim(1)
    }

    fn encode_all(&self, batch: &Batch, noise: &mut Noise) -> Tensor<3> {
        self.states(self.aggregated().0, batch, batch.causal_view(), noise, drop)
    }

    fn scorer(&self) -> Scorer {
        Scorer { table: self.aggregated().0, bias: None }
    }

    fn attribute_logits(&self, state: &Tensor<2>) -> Vec<Tensor<2>> {
        self.attribute_head.iter().map(|head| linear(head, state.clone())).collect()
    }

    fn loss(&self, batch: &Batch, targets: &TargetBatch, noise: &mut Noise) -> LossTerms {
        // One aggregation serves the input and the scores.
        let table = self.aggregated().0;
        let states = match &targets.rows {
            None => self.states(table.clone(), batch, batch.readout_view(), noise, drop).squeeze_dim(1),
            Some(rows) => super::rows_of(self.states(table.clone(), batch, batch.causal_view(), noise, drop), rows),
        };
        let attributes = multi_labels(self.attribute_logits(&states), &targets.attributes);
        let item = targets.item_loss(&Scorer { table, bias: None }, states);
        LossTerms::joint(item, attributes, &self.lambdas)
    }

    fn attention(&self, batch: &Batch, _edits: &Edits) -> Vec<AttentionTrace> {
        let mut traces = Vec::new();
        let causal = batch.causal_view();
        self.states(self.aggregated().0, batch, causal, &mut Noise::none(), |trace| traces.push(trace));
        traces
    }

    fn intermediates(&self, batch: &Batch) -> Intermediates {
        let mut named = Intermediates::default();
        let (table, weights) = self.aggregated();
        named.add("input", self.encoder.input(lookup::items(table.clone(), batch), batch));
        named.add("item_table", table);
        for (k, weights) in weights.into_iter().enumerate() {
            named.add(&format!("aggregate_weight.{k}"), weights);
        }
        named
    }
}
