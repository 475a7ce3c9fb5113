//! A stack of self-attention blocks over vectors and positions: the backbone of SASRec, BERT4Rec and their relatives.

use burn::module::{Module, Param};
use burn::nn::LayerNorm;
use burn::tensor::Tensor;

use super::attention::{AttentionTrace, Rates, SelfAttentionLayer};
use super::{dropout::Noise, init::Initialiser};
use crate::config::Backbone;
use crate::data::batch::{Batch, View};

/// Positions, input normalisation and blocks.
#[derive(Module, Debug)]
pub struct Transformer {
    pub(super) position_embedding: Param<Tensor<2>>,
    input_norm: LayerNorm,
    pub(super) layer: Vec<SelfAttentionLayer>,
    #[module(skip)]
    pub(super) rates: Rates,
}

/// Which keys the rows of the inner layers see, and which rows of the last layer are wanted.
pub struct Views {
    /// Of every layer but the last.
    pub inner: View,
    /// Of the last layer.
    pub last: View,
}

impl Transformer {
    /// Draws the parameters.
    #[must_use]
    pub fn new(init: &mut Initialiser, sizes: &Backbone) -> Self {
        Self {
            position_embedding: init.table(sizes.length, sizes.hidden),
            input_norm: init.layer_norm(sizes.hidden, sizes.epsilon),
            layer: blocks(init, sizes),
            rates: Rates::of(sizes),
        }
    }

    /// The input of the first block, before dropout.
    ///
    /// # Equation
    /// `LayerNorm(V + E_P)`
    ///
    /// # Shapes
    /// - `vectors` and the result: `[batch, len, hidden]`
    #[must_use]
    pub fn input(&self, vectors: Tensor<3>, batch: &Batch) -> Tensor<3> {
        let positions = batch.positions(self.position_embedding.val()).unsqueeze_dim(0);
        self.input_norm.forward(vectors + positions)
    }

    /// Normalises once more with the input's own normalisation (FDSA's output).
    #[must_use]
    pub fn normalise(&self, x: Tensor<3>) -> Tensor<3> {
        self.input_norm.forward(x)
    }

    /// All blocks on an [`Transformer::input`]; hands each layer's trace to `each`.
    pub fn forward(
        &self,
        input: Tensor<3>,
        views: &Views,
        noise: &mut Noise,
        each: impl FnMut(AttentionTrace),
    ) -> Tensor<3> {
        run(&self.layer, input, views, self.rates, noise, each)
    }
}

/// Draws the blocks of one stack.
pub fn blocks(init: &mut Initialiser, sizes: &Backbone) -> Vec<SelfAttentionLayer> {
    (0..sizes.layers).map(|_| SelfAttentionLayer::new(init, sizes)).collect()
}

/// Dropout of the input, then one block after the other; the last one computes the wanted rows only.
pub fn run(
    layers: &[SelfAttentionLayer],
    input: Tensor<3>,
    views: &Views,
    rates: Rates,
    noise: &mut Noise,
    mut each: impl FnMut(AttentionTrace),
) -> Tensor<3> {
    let mut stream = noise.dropout(input, rates.hidden);
    for (index, layer) in layers.iter().enumerate() {
        let view = if index + 1 == layers.len() { &views.last } else { &views.inner };
        let trace = layer.forward(stream.clone(), stream, view, rates, noise);
        stream = trace.output.clone();
        each(trace);
    }
    stream
}
