//! Layer normalisation of a sum, forward and backward.

use burn_cubecl::tensor::CubeTensor;
use cubecl::prelude::*;

use super::grid::{FLAT, grid};

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

/// `ds = (g - mean(g) - h mean(g h)) / sqrt(variance + epsilon)`, `g = gamma dy`. One unit a row.
#[cube(launch)]
fn input_gradient_kernel(
    dy: &[f32],
    gamma: &[f32],
    h: &[f32],
    inverse: &[f32],
    ds: &mut [f32],
    rows: usize,
    width: usize,
) {
    let row = ABSOLUTE_POS;
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

/// Columns of a workgroup of the next kernel, and units that share the rows of one.
const COLUMNS: usize = 8;
const SLICES: usize = 32;

/// `dgamma = sum over rows of dy h`, then at `second` of `out` `dbeta = sum over rows of dy`.
#[cube(launch)]
fn weight_gradient_kernel(dy: &[f32], h: &[f32], out: &mut [f32], rows: usize, width: usize, second: usize) {
    let mut gammas = Shared::new_slice(COLUMNS * SLICES);
    let mut betas = Shared::new_slice(COLUMNS * SLICES);
    let column = CUBE_POS_X as usize * COLUMNS + UNIT_POS_X as usize;
    let slice = UNIT_POS_Y as usize;
    let mut gamma = 0.0f32;
    let mut beta = 0.0f32;
    if column < width {
        let mut row = slice;
        while row < rows {
            let gradient = dy[row * width + column];
            gamma += gradient * h[row * width + column];
            beta += gradient;
            row += SLICES;
        }
    }
    gammas[UNIT_POS as usize] = gamma;
    betas[UNIT_POS as usize] = beta;
    sync_cube();
    if slice == 0 && column < width {
        for other in 1..SLICES {
            gamma += gammas[other * COLUMNS + UNIT_POS_X as usize];
            beta += betas[other * COLUMNS + UNIT_POS_X as usize];
        }
        out[column] = gamma;
        out[second + column] = beta;
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

/// Launches the gradient of the sum that was normalised.
pub fn input_gradient(
    dy: &CubeTensor,
    gamma: &CubeTensor,
    (h, inverse): (&CubeTensor, &CubeTensor),
    ds: &CubeTensor,
    sizes: Sizes,
) {
    input_gradient_kernel::launch(
        &dy.client,
        grid(sizes.rows),
        FLAT,
        dy.clone().into_buffer_arg(),
        gamma.clone().into_buffer_arg(),
        h.clone().into_buffer_arg(),
        inverse.clone().into_buffer_arg(),
        ds.clone().into_buffer_arg(),
        sizes.rows,
        sizes.width,
    );
}

/// Launches the gradients of gamma, at 0 of `out`, and of beta, at `second`.
pub fn weight_gradient(dy: &CubeTensor, h: &CubeTensor, out: &CubeTensor, sizes: Sizes, second: usize) {
    weight_gradient_kernel::launch(
        &dy.client,
        CubeCount::Static(sizes.width.div_ceil(COLUMNS) as u32, 1, 1),
        CubeDim::new_2d(COLUMNS as u32, SLICES as u32),
        dy.clone().into_buffer_arg(),
        h.clone().into_buffer_arg(),
        out.clone().into_buffer_arg(),
        sizes.rows,
        sizes.width,
        second,
    );
}
