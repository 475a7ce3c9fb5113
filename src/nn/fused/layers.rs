//! The attention layers over packed sequences: what each of them is made of, put together from the operations of this folder.

use std::sync::Arc;

use burn::nn::Linear;
use burn::tensor::Tensor;

use super::{Attention, BlockLayers, BlockNoise, Columns, Source, layer_norm, on_cpu, post_norm, project};
use crate::data::batch::Batch;
use crate::data::packing::{Packing, Queries};
use crate::nn::attention::{Rates, SelfAttentionLayer};
use crate::nn::decoupled::DecoupledLayer;
use crate::nn::decoupled_encoder::DecoupledEncoder;
use crate::nn::dropout::Noise;
use crate::nn::fusion::ScoreFusion;
use crate::nn::post_norm::PostNorm;
use crate::nn::transformer::Transformer;
use crate::nn::{attributes, lookup};

/// [`Streams`] of packed sequences.
struct PackedStreams<'a> {
    /// `[tokens, hidden]`.
    items: Tensor<2>,
    /// One per attribute, `[tokens, width]`.
    attributes: &'a [Tensor<2>],
    /// `[len, hidden]`.
    positions: Tensor<2>,
}

impl DecoupledLayer {
    /// [`Self::forward`] with the sum as fusion, over packed sequences on the CPU; returns the output, `[queries, hidden]`.
    ///
    /// The sum of all products is one product of all queries and keys side by side, the positions' scores are found once for all
    /// sequences, and maps of one stream are one product.
    fn packed(
        &self,
        streams: &PackedStreams,
        packing: &Packing,
        queries: &Queries,
        rates: Rates,
        noise: &mut Noise,
    ) -> Tensor<2> {
        let [_, hidden] = streams.items.dims();
        let wanted = queries.of(&streams.items);
        let mut inputs = Vec::new();
        let mut sources = Vec::new();
        // Where every token asks, queries stand beside the keys; otherwise they have rows of their own.
        let mut join = |asking: &Tensor<2>, stream: &Tensor<2>, query: &Linear, others: &[&Linear]| {
            let [_, width] = query.weight.dims();
            let key = if queries.is_all() {
                inputs.push(project(stream, &[&[query], others].concat()));
                width
            } else {
                inputs.push(project(asking, &[query]));
                inputs.push(project(stream, others));
                0
            };
            let at = inputs.len() - 1;
            let query = Columns { input: if queries.is_all() { at } else { at - 1 }, start: 0 };
            sources.push(Source { query, key: Columns { input: at, start: key }, width: width / self.heads });
            Columns { input: at, start: key + width }
        };
        let maps = self.attribute_query.iter().zip(&self.attribute_key);
        for (stream, (query, key)) in streams.attributes.iter().zip(maps) {
            join(&queries.of(stream), stream, query, &[key]);
        }
        let value = join(&wanted, &streams.items, &self.item_query, &[&self.item_key, &self.item_value]);
        inputs.push(project(&streams.positions, &[&self.position_query, &self.position_key]));
        let at = inputs.len() - 1;
        let position = Source {
            query: Columns { input: at, start: 0 },
            key: Columns { input: at, start: hidden },
            width: hidden / self.heads,
        };
        let attention = Attention {
            starts: packing.starts.clone(),
            queries: queries.clone(),
            sources,
            position: Some(position),
            value,
            heads: self.heads,
            hidden,
            causal: true,
            noise: noise.of_weights(packing, queries, self.heads, rates.attention).map(Arc::new),
        };
        let context = attention.forward(&inputs);
        self.block.packed(&context, &wanted, queries, noise, rates.hidden)
    }

    /// Whether [`Self::packed`] computes the same as [`Self::forward`].
    fn packs(&self) -> bool {
        matches!(self.fusion, ScoreFusion::Sum(_)) && !self.mask_before_fusion && self.attribute_query.len() <= 3
    }
}

impl DecoupledEncoder {
    /// Everything from the item vectors on, without padding: with dropout 0 [`Self::forward`] of
    /// [`Self::item_input`] at the read-out slots, or at some `rows` of the `[batch * len, _]` matrix. `None` where the model, the
    /// device or the batch does not offer it.
    ///
    /// # Shapes
    /// - `table`: item vectors, `[items, hidden]`
    /// - returns: `[queries, hidden]`
    pub fn packed(
        &self,
        table: Tensor<2>,
        batch: &Batch,
        rows: Option<&[u32]>,
        noise: &mut Noise,
    ) -> Option<Tensor<2>> {
        let packing = self.packs().then(|| batch.packed())??;
        let queries = packing.queries(rows);
        let vectors = lookup::packed_items(table, &packing);
        let positions = self.position_embedding.val().narrow(0, 0, packing.len);
        let attributes = attributes::packed(&self.attribute_embedding, &packing);
        let all = packing.all();
        let items = layer_norm(&self.input_norm, self.epsilon, &vectors);
        let mut items = noise.packed_dropout(items, &all, self.rates.hidden);
        for (index, layer) in self.layer.iter().enumerate() {
            let queries = if index + 1 == self.layer.len() { &queries } else { &all };
            let streams = PackedStreams { items, attributes: &attributes, positions: positions.clone() };
            items = layer.packed(&streams, &packing, queries, self.rates, noise);
        }
        Some(items)
    }

    /// Whether [`Self::packed`] applies.
    fn packs(&self) -> bool {
        self.layer.iter().all(DecoupledLayer::packs) && on_cpu(&self.position_embedding.val())
    }
}

impl SelfAttentionLayer {
    /// [`Self::forward`] with one stream, over packed sequences on the CPU: `[tokens, hidden]` -> `[queries, hidden]`.
    fn packed(
        &self,
        items: &Tensor<2>,
        packing: &Packing,
        queries: &Queries,
        causal: bool,
        (rates, noise): (Rates, &mut Noise),
    ) -> Tensor<2> {
        let [_, hidden] = items.dims();
        let wanted = queries.of(items);
        let maps = [&self.query, &self.key, &self.value];
        // Where every token asks, queries stand beside the keys; otherwise they have rows of their own.
        let (inputs, of_keys, first) = if queries.is_all() {
            (vec![project(items, &maps)], 0, hidden)
        } else {
            (vec![project(&wanted, &maps[..1]), project(items, &maps[1..])], 1, 0)
        };
        let query = Columns { input: 0, start: 0 };
        let key = Columns { input: of_keys, start: first };
        let attention = Attention {
            starts: packing.starts.clone(),
            queries: queries.clone(),
            sources: vec![Source { query, key, width: hidden / self.heads }],
            position: None,
            value: Columns { input: of_keys, start: first + hidden },
            heads: self.heads,
            hidden,
            causal,
            noise: noise.of_weights(packing, queries, self.heads, rates.attention).map(Arc::new),
        };
        self.block.packed(&attention.forward(&inputs), &wanted, queries, noise, rates.hidden)
    }
}

impl Transformer {
    /// [`Self::forward`] without padding: the states at the read-out slots, or at some `rows` of the `[batch * len, _]` matrix,
    /// `[queries, hidden]`. `None` where the device or the batch does not offer it.
    pub fn packed(
        &self,
        input: impl FnOnce() -> Tensor<3>,
        batch: &Batch,
        rows: Option<&[u32]>,
        causal: bool,
        noise: &mut Noise,
    ) -> Option<Tensor<2>> {
        let packing = on_cpu(&self.position_embedding.val()).then(|| batch.packed())??;
        let (queries, all) = (packing.queries(rows), packing.all());
        let input = input();
        let [sequences, len, hidden] = input.dims();
        let mut stream =
            noise.packed_dropout(packing.tokens_of(input.reshape([sequences * len, hidden])), &all, self.rates.hidden);
        for (index, layer) in self.layer.iter().enumerate() {
            let queries = if index + 1 == self.layer.len() { &queries } else { &all };
            stream = layer.packed(&stream, &packing, queries, causal, (self.rates, noise));
        }
        Some(stream)
    }
}

impl PostNorm {
    /// [`Self::forward`] over packed rows on the CPU: `[queries, hidden]`.
    fn packed(
        &self,
        context: &Tensor<2>,
        residual: &Tensor<2>,
        queries: &Queries,
        noise: &mut Noise,
        dropout: f64,
    ) -> Tensor<2> {
        let [_, hidden] = residual.dims();
        let mut branch = || noise.of_rows(queries, hidden, dropout).map(Arc::new);
        let noise = BlockNoise { attention: branch(), feed_forward: branch() };
        let layers = BlockLayers {
            attention_output: &self.attention_output,
            attention_norm: &self.attention_norm,
            ffn_in: &self.ffn_in,
            ffn_out: &self.ffn_out,
            ffn_norm: &self.ffn_norm,
            epsilon: self.epsilon,
        };
        post_norm(&layers, context, residual, noise)
    }
}
