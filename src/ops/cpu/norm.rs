//! Layer normalisation of rows, forward and backward.

use burn::backend::flex::FlexTensor;

use super::math::sum;
use super::matrix::{dims, edit, values, vector, zeros};
use super::row_sums::dot;

/// What the backward pass of one normalisation needs.
#[derive(Debug, Clone)]
pub struct Normalised {
    /// `(x - mean) / deviation`, `[rows, width]`.
    pub standard: FlexTensor,
    /// `1 / deviation` of each row.
    pub inverse: Vec<f32>,
}

/// `gamma standard + beta` for each row of `x`, which becomes `standard`.
///
/// # Equation
/// `standard = (x - mean) / sqrt(variance + epsilon)`, the variance divided by the width (Ba, Kiros and Hinton 2016)
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub fn forward(mut x: FlexTensor, gamma: &FlexTensor, beta: &FlexTensor, epsilon: f32) -> (FlexTensor, Normalised) {
    let (rows, width) = dims(&x);
    let (gamma, beta) = (&values(gamma)[..width], &values(beta)[..width]);
    let share = 1.0 / width as f32;
    let mut output = zeros(rows, width);
    let mut inverse = Vec::with_capacity(rows);
    for (row, out) in edit(&mut x).chunks_exact_mut(width).zip(edit(&mut output).chunks_exact_mut(width)) {
        let mean = sum(row) * share;
        for value in row.iter_mut() {
            *value -= mean;
        }
        let scale = 1.0 / (dot(row, row) * share + epsilon).sqrt();
        inverse.push(scale);
        let (row, out) = (&mut row[..width], &mut out[..width]);
        for at in 0..width {
            row[at] *= scale;
            out[at] = row[at] * gamma[at] + beta[at];
        }
    }
    (output, Normalised { standard: x, inverse })
}

/// Gradients of gamma and beta; `gradient` becomes that of the input.
///
/// # Equation
/// With `g = gradient gamma`: `dx = (g - mean(g) - standard mean(g standard)) / deviation`
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub fn backward(gradient: &mut FlexTensor, memory: &Normalised, gamma: &FlexTensor) -> (FlexTensor, FlexTensor) {
    let (_, width) = dims(gradient);
    let share = 1.0 / width as f32;
    let (mut d_gamma, mut d_beta) = (vec![0.0_f32; width], vec![0.0_f32; width]);
    let gamma = &values(gamma)[..width];
    let standard = values(&memory.standard).chunks_exact(width);
    for ((g, standard), &inverse) in edit(gradient).chunks_exact_mut(width).zip(standard).zip(&memory.inverse) {
        let (g, standard) = (&mut g[..width], &standard[..width]);
        let (d_gamma, d_beta) = (&mut d_gamma[..width], &mut d_beta[..width]);
        for at in 0..width {
            d_gamma[at] += g[at] * standard[at];
            d_beta[at] += g[at];
            g[at] *= gamma[at];
        }
        let mean = sum(g) * share;
        let along = dot(g, standard) * share;
        for at in 0..width {
            g[at] = (g[at] - mean - standard[at] * along) * inverse;
        }
    }
    (vector(d_gamma), vector(d_beta))
}
