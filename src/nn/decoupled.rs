//! Decoupled side-information fusion: the attention layer of DIF-SR.

use burn::module::Module;
use burn::nn::Linear;
use burn::tensor::Tensor;

use super::attention::{AttentionTrace, Rates, attend};
use super::edits::Edits;
use super::fusion::{ScoreFusion, joined};
use super::linear::linear;
use super::{dropout::Noise, heads, init::Initialiser, post_norm::PostNorm};
use crate::config::{AttributeConfig, Backbone, Fusion};
use crate::data::batch::View;

/// One layer: item, position and every attribute keep their own query and key maps; the score tables are fused, then
/// scaled, masked and normalised once; values come from the item stream alone.
///
/// # Equation
/// `S = Fuse(S_1, ..., S_K, S_ID, S_P)`, `S_s = (X_s W_Q,s + b)(X_s W_K,s + b)^T` per head, then
/// `O = softmax(S / sqrt(d_h) + M) (X W_V + b)` (Xie et al. 2022, arXiv:2204.11046, section 3.2;
/// `AIM-SE/DIF-SR: recbole/model/layers.py, DIFMultiHeadAttention`).
#[derive(Module, Debug)]
pub struct DecoupledLayer {
    pub(super) item_query: Linear,
    pub(super) item_key: Linear,
    pub(super) item_value: Linear,
    pub(super) position_query: Linear,
    pub(super) position_key: Linear,
    pub(super) attribute_query: Vec<Linear>,
    pub(super) attribute_key: Vec<Linear>,
    pub(super) fusion: ScoreFusion,
    pub(super) block: PostNorm,
    #[module(skip)]
    pub(super) heads: usize,
    #[module(skip)]
    pub(super) mask_before_fusion: bool,
}

/// Sizes and switches of a decoupled layer.
pub struct Decoupling<'a> {
    /// Sizes of the blocks.
    pub sizes: Backbone,
    /// How score tables are joined.
    pub fusion: Fusion,
    /// Set scores of hidden slots to 0 before the fusion.
    pub mask_before_fusion: bool,
    /// The attributes, in data-set order.
    pub attributes: &'a [AttributeConfig],
}

/// The streams that enter every layer. Only `items` changes from layer to layer.
pub struct Streams<'a> {
    /// `[batch, len, hidden]`.
    pub items: Tensor<3>,
    /// One per attribute, `[batch, len, width]`.
    pub attributes: &'a [Tensor<3>],
    /// `[len, hidden]`: the slots' own vectors, the same for every sequence.
    pub positions: Tensor<2>,
    /// What is changed on the way into the fusion.
    pub edits: &'a Edits,
    /// Index of the layer, for edits that differ from layer to layer.
    pub layer: usize,
}

impl DecoupledLayer {
    /// Draws the parameters.
    pub fn new(init: &mut Initialiser, config: &Decoupling) -> Self {
        let Backbone { hidden: d, inner, heads, length, epsilon, .. } = config.sizes;
        let widths = || config.attributes.iter().map(|a| a.attribute_hidden_size);
        // A head of an attribute is floor(d_k / h) wide.
        let joined = |width: usize| width / heads * heads;
        Self {
            item_query: init.linear(d, d),
            item_key: init.linear(d, d),
            item_value: init.linear(d, d),
            position_query: init.linear(d, d),
            position_key: init.linear(d, d),
            attribute_query: widths().map(|w| init.linear(w, joined(w))).collect(),
            attribute_key: widths().map(|w| init.linear(w, joined(w))).collect(),
            fusion: ScoreFusion::new(init, config.fusion, config.attributes.len() + 2, length),
            block: PostNorm::new(init, d, inner, epsilon),
            heads,
            mask_before_fusion: config.mask_before_fusion,
        }
    }

    /// One layer. Only the query rows of `view` are computed; each score row stands alone in every fusion, so this is exact.
    ///
    /// # Shapes
    /// - the trace's `output`: `[batch, rows, hidden]`
    pub fn forward(&self, streams: &Streams, view: &View, rates: Rates, noise: &mut Noise) -> AttentionTrace {
        let wanted = view.rows(streams.items.clone());
        let mut tables = self.tables(streams, &wanted, view);
        streams.edits.scale(streams.layer, &mut tables);
        let (mut parts, bias, gates) = self.fusion.contributions(&self.seen(&tables, view));
        streams.edits.level(&mut parts, view);
        let fused = joined(parts, bias);
        let value = linear(&self.item_value, streams.items.clone());
        let (logits, weights, context) = attend(fused.clone(), value, view, self.heads, rates, noise);
        let (half, output) = self.block.forward(context.clone(), wanted, noise, rates.hidden);
        let inputs = streams
            .attributes
            .iter()
            .cloned()
            .chain([streams.items.clone(), streams.positions.clone().unsqueeze_dim(0)]);
        AttentionTrace { inputs: inputs.collect(), tables, gates, fused, logits, weights, context, half, output }
    }

    /// The exact share of each source in the fused table, and the bias of concat: see [`ScoreFusion::contributions`].
    #[must_use]
    pub fn contributions(&self, trace: &AttentionTrace, view: &View) -> (Vec<Tensor<4>>, Option<Tensor<1>>) {
        let (parts, bias, _) = self.fusion.contributions(&self.seen(&trace.tables, view));
        (parts, bias)
    }

    /// What the fusion reads: the tables themselves, or with `mask_before_fusion` 0 where a slot is hidden.
    fn seen(&self, tables: &[Tensor<4>], view: &View) -> Vec<Tensor<4>> {
        if !self.mask_before_fusion {
            return tables.to_vec();
        }
        let visible = view.mask.clone().equal_elem(0.0).float();
        tables.iter().map(|table| table.clone() * visible.clone()).collect()
    }

    /// Score tables in the order attributes, item, position.
    fn tables(&self, streams: &Streams, wanted: &Tensor<3>, view: &View) -> Vec<Tensor<4>> {
        let maps = self.attribute_query.iter().zip(&self.attribute_key);
        let mut tables: Vec<_> = streams
            .attributes
            .iter()
            .zip(maps)
            .map(|(stream, (query, key))| {
                let rows = view.rows(stream.clone());
                heads::scores(linear(query, rows), linear(key, stream.clone()), self.heads)
            })
            .collect();
        let item_query = linear(&self.item_query, wanted.clone());
        tables.push(heads::scores(item_query, linear(&self.item_key, streams.items.clone()), self.heads));
        // Positions do not depend on the sequence: one table serves the whole batch.
        let slots = streams.positions.clone().unsqueeze_dim::<3>(0);
        let position_query = linear(&self.position_query, slots.clone());
        let position = heads::scores(position_query, linear(&self.position_key, slots), self.heads);
        tables.push(view.shared_rows(position.squeeze_dim(0)));
        tables
    }
}
