//! Layer normalisation of a sum, forward and backward.

use burn_cubecl::tensor::CubeTensor;
use cubecl::prelude::*;

use super::units::{ROW_UNITS, sum_of_units};

/// `y = gamma h + beta`, `h = (s - mean) / sqrt(variance + epsilon)`, `s = x + residual`. One workgroup a row.
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
    width: usize,
    adds: u32,
    epsilon: f32,
) {
    let mut shared = Shared::new_slice(ROW_UNITS);
    let row = CUBE_POS_X as usize;
    let unit = UNIT_POS as usize;
    let start = row * width;
    let mut sum = 0.0f32;
    let mut column = unit;
    while column < width {
        let mut value = x[start + column];
        if adds == 1 {
            value += residual[start + column];
        }
        sum += value;
        column += ROW_UNITS;
    }
    let mean = sum_of_units(sum, &mut shared) / width as f32;
    let mut squares = 0.0f32;
    let mut column = unit;
    while column < width {
        let mut value = x[start + column];
        if adds == 1 {
            value += residual[start + column];
        }
        squares += (value - mean) * (value - mean);
        column += ROW_UNITS;
    }
    let variance = sum_of_units(squares, &mut shared) / width as f32;
    let factor = 1.0f32 / (variance + epsilon).sqrt();
    let mut column = unit;
    while column < width {
        let mut value = x[start + column];
        if adds == 1 {
            value += residual[start + column];
        }
        let normal = (value - mean) * factor;
        h[start + column] = normal;
        y[start + column] = normal * gamma[column] + beta[column];
        column += ROW_UNITS;
    }
    if unit == 0 {
        inverse[row] = factor;
    }
}

/// `ds = (g - mean(g) - h mean(g h)) / sqrt(variance + epsilon)`, `g = gamma dy`. One workgroup a row.
#[cube(launch)]
fn input_gradient_kernel(dy: &[f32], gamma: &[f32], h: &[f32], inverse: &[f32], ds: &mut [f32], width: usize) {
    let mut shared = Shared::new_slice(ROW_UNITS);
    let row = CUBE_POS_X as usize;
    let unit = UNIT_POS as usize;
    let start = row * width;
    let mut plain = 0.0f32;
    let mut weighed = 0.0f32;
    let mut column = unit;
    while column < width {
        let g = dy[start + column] * gamma[column];
        plain += g;
        weighed += g * h[start + column];
        column += ROW_UNITS;
    }
    let plain = sum_of_units(plain, &mut shared) / width as f32;
    let weighed = sum_of_units(weighed, &mut shared) / width as f32;
    let mut column = unit;
    while column < width {
        let g = dy[start + column] * gamma[column];
        ds[start + column] = (g - plain - h[start + column] * weighed) * inverse[row];
        column += ROW_UNITS;
    }
}

/// Columns of a workgroup of the next kernel, and units that share the rows of one.
const COLUMNS: usize = 8;
const LANES: usize = 32;

/// `dgamma = sum over rows of dy h`, then at `second` of `out` `dbeta = sum over rows of dy`.
#[cube(launch)]
fn weight_gradient_kernel(dy: &[f32], h: &[f32], out: &mut [f32], rows: usize, width: usize, second: usize) {
    let mut gammas = Shared::new_slice(COLUMNS * LANES);
    let mut betas = Shared::new_slice(COLUMNS * LANES);
    let column = CUBE_POS_X as usize * COLUMNS + UNIT_POS_X as usize;
    let lane = UNIT_POS_Y as usize;
    let mut gamma = 0.0f32;
    let mut beta = 0.0f32;
    if column < width {
        let mut row = lane;
        while row < rows {
            let gradient = dy[row * width + column];
            gamma += gradient * h[row * width + column];
            beta += gradient;
            row += LANES;
        }
    }
    gammas[UNIT_POS as usize] = gamma;
    betas[UNIT_POS as usize] = beta;
    sync_cube();
    if lane == 0 && column < width {
        for other in 1..LANES {
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

const ROW: CubeDim = CubeDim::new_1d(ROW_UNITS as u32);

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
        CubeCount::Static(sizes.rows as u32, 1, 1),
        ROW,
        x.clone().into_buffer_arg(),
        residual.unwrap_or(x).clone().into_buffer_arg(),
        gamma.clone().into_buffer_arg(),
        beta.clone().into_buffer_arg(),
        written.y.clone().into_buffer_arg(),
        written.h.clone().into_buffer_arg(),
        written.inverse.clone().into_buffer_arg(),
        sizes.width,
        u32::from(residual.is_some()),
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
        CubeCount::Static(sizes.rows as u32, 1, 1),
        ROW,
        dy.clone().into_buffer_arg(),
        gamma.clone().into_buffer_arg(),
        h.clone().into_buffer_arg(),
        inverse.clone().into_buffer_arg(),
        ds.clone().into_buffer_arg(),
        sizes.width,
    );
}

/// Launches the gradients of gamma, at 0 of `out`, and of beta, at `second`.
pub fn weight_gradient(dy: &CubeTensor, h: &CubeTensor, out: &CubeTensor, sizes: Sizes, second: usize) {
    weight_gradient_kernel::launch(
        &dy.client,
        CubeCount::Static(sizes.width.div_ceil(COLUMNS) as u32, 1, 1),
        CubeDim::new_2d(COLUMNS as u32, LANES as u32),
        dy.clone().into_buffer_arg(),
        h.clone().into_buffer_arg(),
        out.clone().into_buffer_arg(),
        sizes.rows,
        sizes.width,
        second,
    );
}
