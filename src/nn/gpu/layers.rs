//! The layers of [`crate::nn::packed`], put together from the operations of this folder.

use burn::tensor::Tensor;

use super::{Places, Sources, add_norm, attend, dropout, factors_of_weights, feed_forward, linears};
use crate::data::packing::Queries;
use crate::nn::attention::{Rates, SelfAttentionLayer};
use crate::nn::decoupled::DecoupledLayer;
use crate::nn::dropout::Noise;
use crate::nn::packed::{Asked, Streams};
use crate::nn::post_norm::PostNorm;

impl DecoupledLayer {
    /// [`Self::forward`] with the sum as fusion, over packed sequences; returns the output, `[queries, hidden]`.
    pub(in crate::nn) fn on_gpu(
        &self,
        streams: &Streams,
        (asked, places): (&Asked, &Places),
        rates: Rates,
        noise: &mut Noise,
    ) -> Tensor<2> {
        let [slots, _] = streams.positions.dims();
        let maps = self.attribute_query.iter().zip(&self.attribute_key);
        let attributes = streams.attributes.iter().zip(maps);
        let sources = Sources {
            items: linears(streams.items.clone(), &[&self.item_query, &self.item_key, &self.item_value]),
            attributes: attributes.map(|(stream, (query, key))| linears(stream.clone(), &[query, key])).collect(),
            positions: Some(linears(streams.positions.clone(), &[&self.position_query, &self.position_key])),
        };
        let rows = (&asked.queries, places);
        let keep = factors_of_weights(asked.packing, rows, self.heads, (&mut *noise, rates.attention), &streams.items);
        let context = attend(sources, places, self.heads, slots, keep);
        self.block.on_gpu(context, asked.of(&streams.items), rows, noise, rates.hidden)
    }
}

impl SelfAttentionLayer {
    /// [`Self::forward`] with one stream, over packed sequences: `[tokens, hidden]` -> `[queries, hidden]`.
    pub(in crate::nn) fn on_gpu(
        &self,
        items: &Tensor<2>,
        (asked, places): (&Asked, &Places),
        rates: Rates,
        noise: &mut Noise,
    ) -> Tensor<2> {
        let slots = asked.packing.len;
        let sources = Sources {
            items: linears(items.clone(), &[&self.query, &self.key, &self.value]),
            attributes: Vec::new(),
            positions: None,
        };
        let rows = (&asked.queries, places);
        let keep = factors_of_weights(asked.packing, rows, self.heads, (&mut *noise, rates.attention), items);
        let context = attend(sources, places, self.heads, slots, keep);
        self.block.on_gpu(context, asked.of(items), rows, noise, rates.hidden)
    }
}

impl PostNorm {
    /// [`Self::forward`] over packed rows: `[queries, hidden]`.
    fn on_gpu(
        &self,
        context: Tensor<2>,
        residual: Tensor<2>,
        rows: (&Queries, &Places),
        noise: &mut Noise,
        rate: f64,
    ) -> Tensor<2> {
        let projected = dropout(linears(context, &[&self.attention_output]), rows, noise, rate);
        let half = add_norm(projected, residual, &self.attention_norm, self.epsilon);
        let outer = dropout(feed_forward(half.clone(), &self.ffn_in, &self.ffn_out), rows, noise, rate);
        add_norm(outer, half, &self.ffn_norm, self.epsilon)
    }
}
