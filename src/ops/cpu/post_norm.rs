//! What follows the attention weights in a block, as one operation: output map and feed-forward part, each with its residual sum and normalisation.

use std::sync::Arc;

use burn::backend::flex::FlexTensor;
use burn::nn::{LayerNorm, Linear};
use burn::tensor::Tensor;

use super::graph::{Operation, apply, input};
use super::layer_norm::parameters;
use super::math::normal;
use super::matrix::{column_sums, dims, edit, product, product_of_columns, product_of_rows, values, vector, zeros};
use super::norm::{self, Normalised};

/// Factors of the two residual branches, `[rows, hidden]` each; `None` without dropout.
#[derive(Debug, Clone, Default)]
pub struct BlockNoise {
    /// Of the attention's output.
    pub attention: Option<Arc<Vec<f32>>>,
    /// Of the feed-forward part's output.
    pub feed_forward: Option<Arc<Vec<f32>>>,
}

/// The layers of a block, in the order of their use.
pub struct BlockLayers<'a> {
    /// `W_O`.
    pub attention_output: &'a Linear,
    /// After the first residual sum.
    pub attention_norm: &'a LayerNorm,
    /// `W_1`.
    pub ffn_in: &'a Linear,
    /// `W_2`.
    pub ffn_out: &'a Linear,
    /// After the second residual sum.
    pub ffn_norm: &'a LayerNorm,
    /// Of both normalisations.
    pub epsilon: f64,
}

/// `Y = LayerNorm(noise (C W_O + b) + X)`, `LayerNorm(noise (gelu(Y W_1 + b) W_2 + b) + Y)`
///
/// # Shapes
/// - `context` `C`, `residual` `X` and the result: `[rows, hidden]`
#[must_use]
pub fn post_norm(layers: &BlockLayers, context: &Tensor<2>, residual: &Tensor<2>, noise: BlockNoise) -> Tensor<2> {
    let linear = |map: &Linear| {
        let bias = map.bias.as_ref().expect("the maps of this crate have a bias");
        [input(&map.weight.val()), input(&bias.val())]
    };
    let scales = |layer: &LayerNorm| {
        let (gamma, beta) = parameters(layer);
        [input(&gamma), input(&beta)]
    };
    let [w_o, b_o] = linear(layers.attention_output);
    let [gamma_1, beta_1] = scales(layers.attention_norm);
    let [w_1, b_1] = linear(layers.ffn_in);
    let [w_2, b_2] = linear(layers.ffn_out);
    let [gamma_2, beta_2] = scales(layers.ffn_norm);
    let epsilon = layers.epsilon as f32;
    let weights = [w_o, b_o, gamma_1, beta_1, w_1, b_1, w_2, b_2, gamma_2, beta_2];
    let mut inputs = [input(context), input(residual)].into_iter().chain(weights);
    let inputs = std::array::from_fn(|_| inputs.next().expect("two streams and ten weights"));
    apply(Block { epsilon, noise }, inputs)
}

#[derive(Debug, Clone)]
struct Block {
    epsilon: f32,
    noise: BlockNoise,
}

/// What the backward pass needs.
#[derive(Debug, Clone)]
struct Memory {
    context: FlexTensor,
    w_o: FlexTensor,
    gamma_1: FlexTensor,
    w_1: FlexTensor,
    w_2: FlexTensor,
    gamma_2: FlexTensor,
    first: Normalised,
    /// `Y`.
    half: FlexTensor,
    /// `gelu'(Y W_1 + b)`.
    slope: FlexTensor,
    /// `gelu(Y W_1 + b)`.
    active: FlexTensor,
    second: Normalised,
}

/// `x = noise (x + bias) + residual`, row by row.
#[cfg_attr(not(target_family = "wasm"), inline(always))]
fn join(x: &mut FlexTensor, bias: &[f32], noise: Option<&Arc<Vec<f32>>>, residual: &[f32]) {
    let width = bias.len();
    for (at, (row, residual)) in edit(x).chunks_exact_mut(width).zip(residual.chunks_exact(width)).enumerate() {
        let (row, residual, bias) = (&mut row[..width], &residual[..width], &bias[..width]);
        if let Some(noise) = noise {
            let noise = &noise[at * width..(at + 1) * width];
            for c in 0..width {
                row[c] = (row[c] + bias[c]) * noise[c] + residual[c];
            }
        } else {
            for c in 0..width {
                row[c] += bias[c] + residual[c];
            }
        }
    }
}

/// `gradient noise`
#[cfg_attr(not(target_family = "wasm"), inline(always))]
fn through(gradient: &FlexTensor, noise: Option<&Arc<Vec<f32>>>) -> FlexTensor {
    let mut gradient = gradient.clone();
    if let Some(noise) = noise {
        for (gradient, noise) in edit(&mut gradient).iter_mut().zip(noise.iter()) {
            *gradient *= noise;
        }
    }
    gradient
}

impl Operation<12> for Block {
    type Memory = Memory;

    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn forward(&self, inputs: &[FlexTensor; 12]) -> (FlexTensor, Self::Memory) {
        let [context, residual, w_o, b_o, gamma_1, beta_1, w_1, b_1, w_2, b_2, gamma_2, beta_2] = inputs;
        let mut x = product(context, w_o);
        join(&mut x, values(b_o), self.noise.attention.as_ref(), values(residual));
        let (half, first) = norm::forward(x, gamma_1, beta_1, self.epsilon);

        let mut active = product(&half, w_1);
        let (rows, inner) = dims(&active);
        let mut slope = zeros(rows, inner);
        for (row, slope) in edit(&mut active).chunks_exact_mut(inner).zip(edit(&mut slope).chunks_exact_mut(inner)) {
            let bias = &values(b_1)[..inner];
            for at in 0..inner {
                let u = row[at] + bias[at];
                let (phi, density) = normal(u);
                row[at] = u * phi;
                slope[at] = phi + u * density;
            }
        }

        let mut y = product(&active, w_2);
        join(&mut y, values(b_2), self.noise.feed_forward.as_ref(), values(&half));
        let (output, second) = norm::forward(y, gamma_2, beta_2, self.epsilon);
        let [context, w_o, gamma_1, w_1, w_2, gamma_2] = [context, w_o, gamma_1, w_1, w_2, gamma_2].map(Clone::clone);
        let memory = Memory { context, w_o, gamma_1, w_1, w_2, gamma_2, first, half, slope, active, second };
        (output, memory)
    }

    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn backward(&self, memory: Self::Memory, gradient: FlexTensor, _: [bool; 12]) -> [Option<FlexTensor>; 12] {
        let (_, hidden) = dims(&gradient);
        let (_, inner) = dims(&memory.active);

        // The second residual sum: one part goes on to `half`, the other through the feed-forward maps.
        let mut d_y = gradient;
        let (d_gamma_2, d_beta_2) = norm::backward(&mut d_y, &memory.second, &memory.gamma_2);
        let branch = through(&d_y, self.noise.feed_forward.as_ref());
        let d_b_2 = column_sums(values(&branch), hidden);
        let d_w_2 = product_of_columns(&memory.active, &branch);
        let mut d_inner = product_of_rows(&branch, &memory.w_2);
        for (d, slope) in edit(&mut d_inner).iter_mut().zip(values(&memory.slope)) {
            *d *= slope;
        }
        let d_b_1 = column_sums(values(&d_inner), inner);
        let d_w_1 = product_of_columns(&memory.half, &d_inner);
        let mut d_half = product_of_rows(&d_inner, &memory.w_1);
        for (d, straight) in edit(&mut d_half).iter_mut().zip(values(&d_y)) {
            *d += straight;
        }

        // The first one.
        let (d_gamma_1, d_beta_1) = norm::backward(&mut d_half, &memory.first, &memory.gamma_1);
        let branch = through(&d_half, self.noise.attention.as_ref());
        let d_b_o = column_sums(values(&branch), hidden);
        let d_w_o = product_of_columns(&memory.context, &branch);
        let d_context = product_of_rows(&branch, &memory.w_o);
        let [d_b_o, d_b_1, d_b_2] = [d_b_o, d_b_1, d_b_2].map(vector);
        let weights = [d_w_o, d_b_o, d_gamma_1, d_beta_1, d_w_1, d_b_1, d_w_2, d_b_2, d_gamma_2, d_beta_2];
        let mut found = [d_context, d_half].into_iter().chain(weights);
        std::array::from_fn(|_| found.next())
    }
}
