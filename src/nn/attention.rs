//! What every attention layer shares, and plain self-attention.

use burn::module::Module;
use burn::nn::Linear;
use burn::tensor::Tensor;
use burn::tensor::activation::softmax;

use super::linear::linear;
use super::product::product;
use super::{dropout::Noise, heads, init::Initialiser, post_norm::PostNorm};
use crate::config::Backbone;
use crate::data::batch::View;

/// What one attention layer computed, kept for explanation and golden tests; handles are cheap to keep.
pub struct AttentionTrace {
    /// What the queries and keys of each table are made of, `[batch or 1, len, width]`, in the order of `tables`.
    pub inputs: Vec<Tensor<3>>,
    /// Score table of each source, unscaled and unmasked, `[batch or 1, heads, rows, len]`. Decoupled layers: attributes,
    /// item, position. Plain layers: one table.
    pub tables: Vec<Tensor<4>>,
    /// Weight of each source per row (gate variants), `[batch, heads, rows, sources]`.
    pub gates: Option<Tensor<4>>,
    /// Fused scores before scale and mask, `[batch, heads, rows, len]`.
    pub fused: Tensor<4>,
    /// Fused scores after scale and mask.
    pub logits: Tensor<4>,
    /// Softmax of the logits.
    pub weights: Tensor<4>,
    /// Heads side by side, before the output projection, `[batch, rows, hidden]`.
    pub context: Tensor<3>,
    /// After the attention half of the block, `[batch, rows, hidden]`.
    pub half: Tensor<3>,
    /// After the whole block, `[batch, rows, hidden]`.
    pub output: Tensor<3>,
}

/// Dropout rates of a block.
#[derive(Debug, Clone, Copy)]
pub struct Rates {
    /// Of both residual branches.
    pub hidden: f64,
    /// Of the attention weights.
    pub attention: f64,
}

impl Rates {
    /// The rates of a model.
    #[must_use]
    pub const fn of(sizes: &Backbone) -> Self {
        Self { hidden: sizes.hidden_dropout, attention: sizes.attention_dropout }
    }
}

/// Scale, mask, softmax, values: the second half of every attention layer.
///
/// # Equation
/// `O = dropout(softmax(S / sqrt(d_h) + M)) V`, one scale for all sources.
pub fn attend(
    fused: Tensor<4>,
    value: Tensor<3>,
    view: &View,
    heads: usize,
    rates: Rates,
    noise: &mut Noise,
) -> (Tensor<4>, Tensor<4>, Tensor<3>) {
    let [_, _, hidden] = value.dims();
    let scale = 1.0 / ((hidden / heads) as f64).sqrt();
    let logits = fused * scale + view.mask.clone();
    let weights = softmax(logits.clone(), 3);
    let dropped = noise.dropout(weights.clone(), rates.attention);
    let context = heads::join(product(dropped, heads::split(value, heads)));
    (logits, weights, context)
}

/// Ordinary multi-head self-attention block, post-norm (SASRec and its relatives).
#[derive(Module, Debug)]
pub struct SelfAttentionLayer {
    pub(super) query: Linear,
    pub(super) key: Linear,
    pub(super) value: Linear,
    pub(super) block: PostNorm,
    #[module(skip)]
    pub(super) heads: usize,
}

impl SelfAttentionLayer {
    /// Draws the parameters.
    pub fn new(init: &mut Initialiser, sizes: &Backbone) -> Self {
        let hidden = sizes.hidden;
        Self {
            query: init.linear(hidden, hidden),
            key: init.linear(hidden, hidden),
            value: init.linear(hidden, hidden),
            block: PostNorm::new(init, hidden, sizes.inner, sizes.epsilon),
            heads: sizes.heads,
        }
    }

    /// One block. Queries and keys come from `source`, values and the residual branch from `items`: the same stream except in
    /// NOVA.
    ///
    /// # Shapes
    /// - `source`, `items`: `[batch, len, hidden]`
    /// - the trace's `output`: `[batch, rows, hidden]`
    pub fn forward(
        &self,
        source: Tensor<3>,
        items: Tensor<3>,
        view: &View,
        rates: Rates,
        noise: &mut Noise,
    ) -> AttentionTrace {
        let wanted = view.rows(items.clone());
        let query = linear(&self.query, view.rows(source.clone()));
        let table = heads::scores(query, linear(&self.key, source.clone()), self.heads);
        let value = linear(&self.value, items);
        let (logits, weights, context) = attend(table.clone(), value, view, self.heads, rates, noise);
        let (half, output) = self.block.forward(context.clone(), wanted, noise, rates.hidden);
        AttentionTrace {
            inputs: vec![source],
            tables: vec![table.clone()],
            gates: None,
            fused: table,
            logits,
            weights,
            context,
            half,
            output,
        }
    }
}
