//! The part of a transformer block that every model shares: output projection, feed-forward, and the two
//! residual branches, each normalised after the sum ("post-norm").

use burn::module::Module;
use burn::nn::{LayerNorm, Linear};
use burn::tensor::Tensor;

use super::linear::linear;
use super::{activation::gelu, dropout::Noise, init::Initialiser};

/// What follows the attention weights in a block.
///
/// # Equation
/// `Y = LayerNorm(dropout(C W_O + b) + X)`, `X' = LayerNorm(dropout(gelu(Y W_1 + b) W_2 + b) + Y)`;
/// GELU is the exact form with erf.
#[derive(Module, Debug)]
pub struct PostNorm {
    pub(super) attention_output: Linear,
    pub(super) attention_norm: LayerNorm,
    pub(super) ffn_in: Linear,
    pub(super) ffn_out: Linear,
    pub(super) ffn_norm: LayerNorm,
    #[module(skip)]
    pub(super) epsilon: f64,
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
        let projected = noise.dropout(linear(&self.attention_output, context), dropout);
        let half = self.attention_norm.forward(projected + residual);
        let inner = gelu(linear(&self.ffn_in, half.clone()));
        let outer = noise.dropout(linear(&self.ffn_out, inner), dropout);
        let output = self.ffn_norm.forward(outer + half.clone());
        (half, output)
    }
}
