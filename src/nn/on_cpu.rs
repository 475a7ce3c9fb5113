//! The layers of [`crate::nn::packed`], put together from the operations of [`dif_sr_ops::cpu`].

use std::sync::Arc;

use burn::nn::Linear;
use burn::tensor::Tensor;
use dif_sr_ops::cpu::{self, Attention, BlockLayers, BlockNoise, Columns, Source, post_norm, project};

use crate::data::packing::Queries;
use crate::nn::attention::{Rates, SelfAttentionLayer};
use crate::nn::decoupled::DecoupledLayer;
use crate::nn::dropout::Noise;
use crate::nn::packed::{Asked, Streams};
use crate::nn::post_norm::PostNorm;

impl DecoupledLayer {
    /// [`Self::forward`] with the sum as fusion, over packed sequences; returns the output, `[queries, hidden]`.
    ///
    /// The sum of all products is one product of all queries and keys side by side, the positions' scores are found once for all
    /// sequences, and maps of one stream are one product.
    pub(super) fn on_cpu(&self, streams: &Streams, asked: &Asked, rates: Rates, noise: &mut Noise) -> Tensor<2> {
        let Asked { packing, queries, .. } = asked;
        let [_, hidden] = streams.items.dims();
        let wanted = asked.of(&streams.items);
        let mut inputs = Vec::new();
        let mut sources = Vec::new();
        // Where every token asks, queries stand beside the keys; otherwise they have rows of their own.
        let beside = asked.every_token_asks();
        let mut join = |asking: &Tensor<2>, stream: &Tensor<2>, query: &Linear, others: &[&Linear]| {
            let [_, width] = query.weight.dims();
            let key = if beside {
                inputs.push(project(stream, &[&[query], others].concat()));
                width
            } else {
                inputs.push(project(asking, &[query]));
                inputs.push(asked.of_every_token(project(stream, others)));
                0
            };
            let at = inputs.len() - 1;
            let query = Columns { input: if beside { at } else { at - 1 }, start: 0 };
            sources.push(Source { query, key: Columns { input: at, start: key }, width: width / self.heads });
            Columns { input: at, start: key + width }
        };
        let maps = self.attribute_query.iter().zip(&self.attribute_key);
        for (stream, (query, key)) in streams.attributes.iter().zip(maps) {
            join(&asked.of(stream), stream, query, &[key]);
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
            queries: asking(queries),
            sources,
            position: Some(position),
            value,
            heads: self.heads,
            hidden,
            causal: asked.causal,
            noise: noise.of_weights(packing, queries, self.heads, rates.attention).map(Arc::new),
        };
        let context = attention.forward(&inputs);
        self.block.on_cpu(&context, &wanted, queries, noise, rates.hidden)
    }
}

impl SelfAttentionLayer {
    /// [`Self::forward`] with one stream, over packed sequences: `[tokens, hidden]` -> `[queries, hidden]`.
    pub(super) fn on_cpu(&self, items: &Tensor<2>, asked: &Asked, rates: Rates, noise: &mut Noise) -> Tensor<2> {
        let Asked { packing, queries, causal, .. } = asked;
        let [_, hidden] = items.dims();
        let wanted = asked.of(items);
        let maps = [&self.query, &self.key, &self.value];
        // Where every token asks, queries stand beside the keys; otherwise they have rows of their own.
        let (inputs, of_keys, first) = if asked.every_token_asks() {
            (vec![project(items, &maps)], 0, hidden)
        } else {
            (vec![project(&wanted, &maps[..1]), asked.of_every_token(project(items, &maps[1..]))], 1, 0)
        };
        let query = Columns { input: 0, start: 0 };
        let key = Columns { input: of_keys, start: first };
        let attention = Attention {
            starts: packing.starts.clone(),
            queries: asking(queries),
            sources: vec![Source { query, key, width: hidden / self.heads }],
            position: None,
            value: Columns { input: of_keys, start: first + hidden },
            heads: self.heads,
            hidden,
            causal: *causal,
            noise: noise.of_weights(packing, queries, self.heads, rates.attention).map(Arc::new),
        };
        self.block.on_cpu(&attention.forward(&inputs), &wanted, queries, noise, rates.hidden)
    }
}

impl PostNorm {
    /// [`Self::forward`] over packed rows: `[queries, hidden]`.
    fn on_cpu(
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

impl Asked<'_> {
    /// Whether the rows that ask are those of all tokens.
    const fn every_token_asks(&self) -> bool {
        self.queries.is_all() && self.remembered.is_none()
    }

    /// Keys or values of every token from those of a stream: `[stream, width]` -> `[tokens, width]`.
    fn of_every_token(&self, keys: Tensor<2>) -> Tensor<2> {
        match self.remembered {
            None => keys,
            Some(remembered) => remembered.borrow_mut().extend(keys),
        }
    }
}

/// As the operations read them.
fn asking(queries: &Queries) -> cpu::Queries {
    cpu::Queries { starts: queries.starts.clone(), slots: queries.slots.clone() }
}
