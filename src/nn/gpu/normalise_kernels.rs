//! Layer normalisation of a sum, forward and backward.

use burn_cubecl::tensor::CubeTensor;
use cubecl::prelude::*;

use super::grid::{FLAT, grid, groups};

/// `y = gamma h + beta`, `h = (s - mean) / sqrt(variance + epsilon)`, `s = x + share residual`. One unit a row.
#[cube(launch)]
#[allow(clippy::too_many_arguments, reason = "a kernel's arguments are its buffers")]
fn forward_kernel(
    x: &[f32],
    residual: &[f32],
    gamma: &[f32],
    beta: &[f32],
    y: &mut [f32],
    h: &mut [f32],
    inverse: &mut [f32],
    rows: usize,
    width: usize,
    share: f32,
    epsilon: f32,
) {
    let row = ABSOLUTE_POS;
    if row < rows {
        let start = row * width;
        let mut sum = 0.0f32;
        for column in 0..width {
            let value = x[start + column] + share * residual[start + column];
            h[start + column] = value;
            sum += value;
        }
        let mean = sum / width as f32;
        let mut squares = 0.0f32;
        for column in 0..width {
            let value = h[start + column] - mean;
            squares += value * value;
        }
        let factor = 1.0f32 / (squares / width as f32 + epsilon).sqrt();
        for column in 0..width {
            let normal = (h[start + column] - mean) * factor;
            h[start + column] = normal;
            y[start + column] = normal * gamma[column] + beta[column];
        }
        inverse[row] = factor;
    }
}

/// Columns of a workgroup that finds `dgamma` and `dbeta`, and units that share the rows of one.
const COLUMNS: usize = 8;
const SLICES: usize = 32;
const UNITS: usize = COLUMNS * SLICES;

/// `dgamma = sum over rows of dy h`, then at `second` of `weights` `dbeta = sum over rows of dy`, by the first workgroups; by the
/// others `ds = (g - mean(g) - h mean(g h)) / sqrt(variance + epsilon)`, `g = gamma dy`, one unit a row.
#[cube(launch)]
#[allow(clippy::too_many_arguments, reason = "a kernel's arguments are its buffers")]
fn gradient_kernel(
    dy: &[f32],
    gamma: &[f32],
    h: &[f32],
    inverse: &[f32],
    weights: &mut [f32],
    ds: &mut [f32],
    rows: usize,
    width: usize,
    second: usize,
) {
    let mut gammas = Shared::new_slice(UNITS);
    let mut betas = Shared::new_slice(UNITS);
    let group = CUBE_POS;
    let unit = UNIT_POS as usize;
    let column = group * COLUMNS + unit % COLUMNS;
    let of_weights = group < width.div_ceil(COLUMNS);
    let mut d_gamma = 0.0f32;
    let mut d_beta = 0.0f32;
    if of_weights && column < width {
        let mut row = unit / COLUMNS;
        while row < rows {
            let gradient = dy[row * width + column];
            d_gamma += gradient * h[row * width + column];
            d_beta += gradient;
            row += SLICES;
        }
    }
    gammas[unit] = d_gamma;
    betas[unit] = d_beta;
    // Every unit of every workgroup has to come by here.
    sync_cube();
    if of_weights {
        if unit < COLUMNS && column < width {
            for slice in 1..SLICES {
                d_gamma += gammas[slice * COLUMNS + unit];
                d_beta += betas[slice * COLUMNS + unit];
            }
            weights[column] = d_gamma;
            weights[second + column] = d_beta;
        }
    } else {
        let row = (group - width.div_ceil(COLUMNS)) * UNITS + unit;
        if row < rows {
            let start = row * width;
            let mut plain = 0.0f32;
            let mut weighed = 0.0f32;
            for column in 0..width {
                let g = dy[start + column] * gamma[column];
                plain += g;
                weighed += g * h[start + column];
            }
            let plain = plain / width as f32;
            let weighed = weighed / width as f32;
            let factor = inverse[row];
            for column in 0..width {
                let g = dy[start + column] * gamma[column];
                ds[start + column] = (g - plain - h[start + column] * weighed) * factor;
            }
        }
    }
}

/// Rows and width of what is normalised.
#[derive(Debug, Clone, Copy)]
pub struct Sizes {
    /// Rows, each normalised by itself.
    pub rows: usize,
    /// Numbers of a row.
    pub width: usize,
}

/// What a forward pass writes.
pub struct Written<'a> {
    /// `[rows, width]`.
    pub y: &'a CubeTensor,
    /// Normalised values, `[rows, width]`.
    pub h: &'a CubeTensor,
    /// `1 / sqrt(variance + epsilon)`, `[rows]`.
    pub inverse: &'a CubeTensor,
}

/// Launches `y = gamma h + beta`.
pub fn forward(
    (x, residual): (&CubeTensor, Option<&CubeTensor>),
    (gamma, beta): (&CubeTensor, &CubeTensor),
    written: &Written,
    sizes: Sizes,
    epsilon: f32,
) {
    forward_kernel::launch(
        &x.client,
        grid(sizes.rows),
        FLAT,
        x.clone().into_buffer_arg(),
        residual.unwrap_or(x).clone().into_buffer_arg(),
        gamma.clone().into_buffer_arg(),
        beta.clone().into_buffer_arg(),
        written.y.clone().into_buffer_arg(),
        written.h.clone().into_buffer_arg(),
        written.inverse.clone().into_buffer_arg(),
        sizes.rows,
        sizes.width,
        if residual.is_some() { 1.0 } else { 0.0 },
        epsilon,
    );
}

/// Launches the gradients: of gamma, at 0 of `weights`, of beta, at `second`, and of the sum that was normalised, `ds`.
pub fn gradients(
    dy: &CubeTensor,
    gamma: &CubeTensor,
    (h, inverse): (&CubeTensor, &CubeTensor),
    (weights, second): (&CubeTensor, usize),
    ds: &CubeTensor,
    sizes: Sizes,
) {
    gradient_kernel::launch(
        &dy.client,
        groups(sizes.width.div_ceil(COLUMNS) + sizes.rows.div_ceil(UNITS)),
        CubeDim::new_1d(UNITS as u32),
        dy.clone().into_buffer_arg(),
        gamma.clone().into_buffer_arg(),
        h.clone().into_buffer_arg(),
        inverse.clone().into_buffer_arg(),
        weights.clone().into_buffer_arg(),
        ds.clone().into_buffer_arg(),
        sizes.rows,
        sizes.width,
        second,
    );
}
