//! The part of a transformer block that every model shares: output projection, feed-forward, and the two
//! residual branches, each normalised after the sum ("post-norm").

#[cfg(feature = "cpu")]
use std::sync::Arc;

use burn::module::Module;
use burn::nn::{LayerNorm, Linear};
use burn::tensor::Tensor;

#[cfg(feature = "cpu")]
use super::fused::{BlockLayers, BlockNoise, post_norm};
use super::{activation::gelu, dropout::Noise, init::Initialiser};
#[cfg(feature = "cpu")]
use crate::data::packing::Queries;

/// What follows the attention weights in a block.
///
/// # Equation
/// `Y = LayerNorm(dropout(C W_O + b) + X)`, `X' = LayerNorm(dropout(gelu(Y W_1 + b) W_2 + b) + Y)`;
/// GELU is the exact form with erf.
#[derive(Module, Debug)]
pub struct PostNorm {
    attention_output: Linear,
    attention_norm: LayerNorm,
    ffn_in: Linear,
    ffn_out: Linear,
    ffn_norm: LayerNorm,
    #[module(skip)]
    epsilon: f64,
}

impl PostNorm {
    /// Draws the parameters for width `hidden` and inner width `inner`.
    pub fn new(init: &mut Initialiser, hidden: usize, inner: usize, epsilon: f64) -> Self {
        Self {
            attention_output: init.linear(hidden, hidden),
            attention_norm: init.layer_norm(hidden, epsilon),
            ffn_in: init.linear(hidden, inner),
            ffn_out: init.linear(inner, hidden),
            ffn_norm: init.layer_norm(hidden, epsilon),
            epsilon,
        }
    }

    /// [`Self::forward`] over packed rows on the CPU: `[queries, hidden]`.
    #[cfg(feature = "cpu")]
    pub fn packed(
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

    /// Finishes the block.
    ///
    /// # Shapes
    /// - `context`: heads side by side, `[batch, rows, hidden]`; `residual`: the block's input at the same rows
    /// - returns: the attention half and the whole block, each `[batch, rows, hidden]`
    pub fn forward(
        &self,
        context: Tensor<3>,
        residual: Tensor<3>,
        noise: &mut Noise,
        dropout: f64,
    ) -> (Tensor<3>, Tensor<3>) {
        let projected = noise.dropout(self.attention_output.forward(context), dropout);
        let half = self.attention_norm.forward(projected + residual);
        let inner = gelu(self.ffn_in.forward(half.clone()));
        let outer = noise.dropout(self.ffn_out.forward(inner), dropout);
        let output = self.ffn_norm.forward(outer + half.clone());
        (half, output)
    }
}
