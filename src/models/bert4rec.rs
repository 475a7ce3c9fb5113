//! BERT4Rec: sequential recommendation with bidirectional encoder representations (Sun et al., CIKM 2019), as in RecBole.
//!
//! Equation map: `X_0 = LayerNorm(E_ID + E_P)`, blocks in which every slot sees every item ([`Batch::full_view`]); training
//! predicts masked items, prediction reads a [MASK] appended after the last item ([`crate::data::batch::Slots::questions`]).
//! Scores: `h E^T` over the items, or with the output head `LayerNorm(gelu(h W + b)) E^T + b_item`. [MASK] is the row after the last
//! item and never a candidate.
//!
//! # Deviations
//! RecBole reads one slot before the [MASK] (old) or drops the oldest item even with room to spare (new); here the [MASK] is
//! read, and the oldest item goes only if all slots are taken. RecBole never counts a masked first slot; here it counts. Cloze
//! targets are drawn from random prefixes of the training part, several an epoch, not from every prefix; a sequence of which
//! nothing was drawn masks its last item. Whether only the last item is masked is drawn for each sequence, not for each batch.

use burn::module::{Module, Param};
use burn::nn::{LayerNorm, Linear};
use burn::tensor::{Device, Tensor};

use super::SequentialModel;
use super::intermediates::Intermediates;
use crate::config::{Bert4RecConfig, Schema};
use crate::data::batch::{Batch, View};
use crate::nn::activation::gelu;
use crate::nn::attention::AttentionTrace;
use crate::nn::edits::Edits;
use crate::nn::linear::linear;
use crate::nn::loss::Scorer;
use crate::nn::transformer::{Transformer, Views};
use crate::nn::{dropout::Noise, init::Initialiser, lookup};

/// The model.
#[derive(Module, Debug)]
pub struct Bert4Rec {
    item_embedding: Param<Tensor<2>>,
    encoder: Transformer,
    /// Output head: map, normalisation, item bias. All three or none.
    output: Option<Linear>,
    output_norm: Option<LayerNorm>,
    item_bias: Option<Param<Tensor<1>>>,
}

impl Bert4Rec {
    /// Draws initial weights.
    #[must_use]
    pub fn new(config: &Bert4RecConfig, schema: &Schema, seed: u64, device: &Device) -> Self {
        let d = config.hidden_size;
        let mut init = Initialiser::new(seed, config.initializer_range, device);
        Self {
            item_embedding: init.table(schema.items + 1, d),
            encoder: Transformer::new(&mut init, &config.backbone()),
            output: config.output_head.then(|| init.linear(d, d)),
            output_norm: config.output_head.then(|| init.layer_norm(d, config.layer_norm_eps)),
            item_bias: config.output_head.then(|| init.zeros(schema.items)),
        }
    }

    fn input(&self, batch: &Batch) -> Tensor<3> {
        self.encoder.input(lookup::items(self.item_embedding.val(), batch), batch)
    }

    fn blocks(&self, batch: &Batch, last: View, noise: &mut Noise, each: impl FnMut(AttentionTrace)) -> Tensor<3> {
        let views = Views { inner: batch.full_view(), last };
        self.encoder.forward(self.input(batch), &views, noise, each)
    }

    fn head(&self, states: Tensor<3>) -> Tensor<3> {
        match (&self.output, &self.output_norm) {
            (Some(map), Some(norm)) => norm.forward(gelu(linear(map, states))),
            _ => states,
        }
    }
}

impl SequentialModel for Bert4Rec {
    fn packed_states(&self, batch: &Batch, rows: Option<&[u32]>, noise: &mut Noise) -> Option<Tensor<2>> {
        let states = self.encoder.packed(|| self.input(batch), batch, rows, false, noise)?;
        Some(self.head(states.unsqueeze_dim(1)).squeeze_dim(1))
    }

    fn view(&self, batch: &Batch) -> View {
        batch.full_view()
    }

    fn encode(&self, batch: &Batch, noise: &mut Noise) -> Tensor<2> {
        self.head(self.blocks(batch, batch.readout_view(), noise, drop)).squeeze_dim(1)
    }

    fn encode_all(&self, batch: &Batch, noise: &mut Noise) -> Tensor<3> {
        self.head(self.blocks(batch, batch.full_view(), noise, drop))
    }

    fn scorer(&self) -> Scorer {
        let table = without_mask(self.item_embedding.val());
        Scorer { table, bias: self.item_bias.as_ref().map(Param::val) }
    }

    fn attention(&self, batch: &Batch, _edits: &Edits) -> Vec<AttentionTrace> {
        let mut traces = Vec::new();
        self.blocks(batch, batch.full_view(), &mut Noise::none(), |trace| traces.push(trace));
        traces
    }

    fn intermediates(&self, batch: &Batch) -> Intermediates {
        let mut named = Intermediates::default();
        named.add("input", self.input(batch));
        let output = self.blocks(batch, batch.full_view(), &mut Noise::none(), drop);
        named.add("head_output", self.head(output));
        named
    }
}

/// The table without its last row, [MASK].
pub fn without_mask(table: Tensor<2>) -> Tensor<2> {
    let [rows, _] = table.dims();
    table.narrow(0, 0, rows - 1)
}
