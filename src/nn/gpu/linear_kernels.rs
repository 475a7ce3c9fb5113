//! Matrix products of a linear map: its values, the gradient of its input, and that of its weights and bias.
//!
//! One map here is up to [`MAPS`] maps of the same input side by side, so that queries, keys and values are one product. A
//! workgroup computes a tile of [`TILE`] x [`TILE`] numbers, a unit four of them, from tiles that it shares.

use burn_cubecl::tensor::CubeTensor;
use cubecl::prelude::*;

use super::tile::{PITCH, SHARE, TILE, UNITS, WORKGROUP, accumulate, grid};

/// Maps that are joined at most: with more, a kernel would read more buffers than every adapter allows.
pub const MAPS: usize = 3;

/// `x Phi(x)`.
#[cube]
fn gelu(x: f32) -> f32 {
    x * 0.5f32 * (1.0f32 + Erf::erf(x * FRAC_1_SQRT_2))
}

/// `Phi(x) + x phi(x)`.
#[cube]
fn gelu_slope(x: f32) -> f32 {
    0.5f32 * (1.0f32 + Erf::erf(x * FRAC_1_SQRT_2)) + x * (-0.5f32 * x * x).exp() * ONE_OVER_SQRT_TAU
}

const FRAC_1_SQRT_2: f32 = std::f32::consts::FRAC_1_SQRT_2;
const ONE_OVER_SQRT_TAU: f32 = 0.398_942_3;

/// Entry `[row, column]` of maps side by side, each `[_, width]`.
#[cube]
fn joined(first: &[f32], second: &[f32], third: &[f32], row: usize, column: usize, width: usize) -> f32 {
    let map = column / width;
    let at = row * width + column % width;
    if map == 0 {
        first[at]
    } else if map == 1 {
        second[at]
    } else {
        third[at]
    }
}

/// `z = f(x) W + b`, `f` the identity or GELU. `x`: `[rows, inner]`, `z`: `[rows, columns]`, each map `[inner, width]`.
#[cube(launch)]
#[allow(clippy::too_many_arguments, reason = "a kernel's arguments are its buffers")]
fn forward_kernel(
    x: &[f32],
    w0: &[f32],
    w1: &[f32],
    w2: &[f32],
    b0: &[f32],
    b1: &[f32],
    b2: &[f32],
    z: &mut [f32],
    rows: usize,
    inner: usize,
    width: usize,
    columns: usize,
    bends: u32,
    biased: u32,
) {
    let mut left = Shared::new_slice(TILE * PITCH);
    let mut right = Shared::new_slice(TILE * PITCH);
    let mut sums = Array::new(4usize);
    #[unroll]
    for at in 0..4 {
        sums[at] = 0.0f32;
    }
    let row = CUBE_POS_Y as usize * TILE;
    let column = CUBE_POS_X as usize * TILE;
    for step in 0..inner.div_ceil(TILE) {
        for fetch in 0..SHARE {
            let at = fetch * UNITS * UNITS + UNIT_POS as usize;
            let r = at / TILE;
            let c = at % TILE;
            let mut value = 0.0f32;
            let k = step * TILE + c;
            if row + r < rows && k < inner {
                value = x[(row + r) * inner + k];
                if bends == 1 {
                    value = gelu(value);
                }
            }
            left[r * PITCH + c] = value;
            let mut weight = 0.0f32;
            let k = step * TILE + r;
            if k < inner && column + c < columns {
                weight = joined(w0, w1, w2, k, column + c, width);
            }
            right[r * PITCH + c] = weight;
        }
        sync_cube();
        accumulate(&left, &right, &mut sums, UNIT_POS_Y as usize, UNIT_POS_X as usize);
        sync_cube();
    }
    #[unroll]
    for at in 0..4 {
        let r = row + UNIT_POS_Y as usize + at / 2 * UNITS;
        let c = column + UNIT_POS_X as usize + at % 2 * UNITS;
        if r < rows && c < columns {
            let mut value = sums[at];
            if biased == 1 {
                value += joined(b0, b1, b2, 0, c, width);
            }
            z[r * columns + c] = value;
        }
    }
}

/// `dx = dz W^T`, times the slope of GELU at `before` if the input was bent. `dz`: `[rows, columns]`, `dx`, `before`: `[rows, inner]`.
#[cube(launch)]
#[allow(clippy::too_many_arguments, reason = "a kernel's arguments are its buffers")]
fn input_gradient_kernel(
    dz: &[f32],
    w0: &[f32],
    w1: &[f32],
    w2: &[f32],
    before: &[f32],
    dx: &mut [f32],
    rows: usize,
    inner: usize,
    width: usize,
    columns: usize,
    bends: u32,
) {
    let mut left = Shared::new_slice(TILE * PITCH);
    let mut right = Shared::new_slice(TILE * PITCH);
    let mut sums = Array::new(4usize);
    #[unroll]
    for at in 0..4 {
        sums[at] = 0.0f32;
    }
    let row = CUBE_POS_Y as usize * TILE;
    let column = CUBE_POS_X as usize * TILE;
    for step in 0..columns.div_ceil(TILE) {
        for fetch in 0..SHARE {
            let at = fetch * UNITS * UNITS + UNIT_POS as usize;
            let r = at / TILE;
            let c = at % TILE;
            let k = step * TILE + c;
            let mut value = 0.0f32;
            if row + r < rows && k < columns {
                value = dz[(row + r) * columns + k];
            }
            left[r * PITCH + c] = value;
            let mut weight = 0.0f32;
            // The weights are read along their rows and stored transposed.
            if column + r < inner && k < columns {
                weight = joined(w0, w1, w2, column + r, k, width);
            }
            right[c * PITCH + r] = weight;
        }
        sync_cube();
        accumulate(&left, &right, &mut sums, UNIT_POS_Y as usize, UNIT_POS_X as usize);
        sync_cube();
    }
    #[unroll]
    for at in 0..4 {
        let r = row + UNIT_POS_Y as usize + at / 2 * UNITS;
        let c = column + UNIT_POS_X as usize + at % 2 * UNITS;
        if r < rows && c < inner {
            let mut value = sums[at];
            if bends == 1 {
                value *= gelu_slope(before[r * inner + c]);
            }
            dx[r * inner + c] = value;
        }
    }
}

/// `dW = f(x)^T dz` and `db = column sums of dz`, for map `m` at `m * stride` of `out`: the weights, then at `bias` the bias.
#[cube(launch)]
#[allow(clippy::too_many_arguments, reason = "a kernel's arguments are its buffers")]
fn weight_gradient_kernel(
    x: &[f32],
    dz: &[f32],
    out: &mut [f32],
    rows: usize,
    inner: usize,
    width: usize,
    columns: usize,
    stride: usize,
    bias: usize,
    bends: u32,
) {
    let mut left = Shared::new_slice(TILE * PITCH);
    let mut right = Shared::new_slice(TILE * PITCH);
    let mut sums = Array::new(4usize);
    #[unroll]
    for at in 0..4 {
        sums[at] = 0.0f32;
    }
    let mut whole = 0.0f32;
    let row = CUBE_POS_Y as usize * TILE;
    let column = CUBE_POS_X as usize * TILE;
    for step in 0..rows.div_ceil(TILE) {
        for fetch in 0..SHARE {
            let at = fetch * UNITS * UNITS + UNIT_POS as usize;
            let r = at / TILE;
            let c = at % TILE;
            let k = step * TILE + r;
            let mut value = 0.0f32;
            if k < rows && row + c < inner {
                value = x[k * inner + row + c];
                if bends == 1 {
                    value = gelu(value);
                }
            }
            left[c * PITCH + r] = value;
            let mut gradient = 0.0f32;
            if k < rows && column + c < columns {
                gradient = dz[k * columns + column + c];
            }
            right[r * PITCH + c] = gradient;
        }
        sync_cube();
        accumulate(&left, &right, &mut sums, UNIT_POS_Y as usize, UNIT_POS_X as usize);
        // The first rows of workgroups have the bias on the side: one unit for each column.
        if CUBE_POS_Y == 0 && (UNIT_POS as usize) < TILE {
            for k in 0..TILE {
                whole += right[k * PITCH + UNIT_POS as usize];
            }
        }
        sync_cube();
    }
    #[unroll]
    for at in 0..4 {
        let r = row + UNIT_POS_Y as usize + at / 2 * UNITS;
        let c = column + UNIT_POS_X as usize + at % 2 * UNITS;
        if r < inner && c < columns {
            out[c / width * stride + r * width + c % width] = sums[at];
        }
    }
    let c = column + UNIT_POS as usize;
    if CUBE_POS_Y == 0 && (UNIT_POS as usize) < TILE && c < columns {
        out[c / width * stride + bias + c % width] = whole;
    }
}

/// Sizes of a joined map.
#[derive(Debug, Clone, Copy)]
pub struct Sizes {
    /// Rows of the input: tokens.
    pub rows: usize,
    /// Width of the input.
    pub inner: usize,
    /// Width of one map's output.
    pub width: usize,
    /// Width of all maps' outputs.
    pub columns: usize,
}

/// Map `index` of those joined; where there are fewer, the last one stands in and is not read.
fn of(maps: &[CubeTensor], index: usize) -> BufferArg {
    maps[index.min(maps.len() - 1)].clone().into_buffer_arg()
}

/// Launches `z = f(x) W + b`; with `bends`, `f` is GELU; without `biases`, `b` is 0.
pub fn forward(
    x: &CubeTensor,
    weights: &[CubeTensor],
    biases: &[CubeTensor],
    z: &CubeTensor,
    sizes: Sizes,
    bends: bool,
) {
    let Sizes { rows, inner, width, columns } = sizes;
    let bound = if biases.is_empty() { weights } else { biases };
    forward_kernel::launch(
        &x.client,
        grid(rows, columns),
        WORKGROUP,
        x.clone().into_buffer_arg(),
        of(weights, 0),
        of(weights, 1),
        of(weights, 2),
        of(bound, 0),
        of(bound, 1),
        of(bound, 2),
        z.clone().into_buffer_arg(),
        rows,
        inner,
        width,
        columns,
        u32::from(bends),
        u32::from(!biases.is_empty()),
    );
}

/// Launches `dx = dz W^T`, times the slope of GELU at `before` where the input was bent.
pub fn input_gradient(
    dz: &CubeTensor,
    weights: &[CubeTensor],
    before: Option<&CubeTensor>,
    dx: &CubeTensor,
    sizes: Sizes,
) {
    let Sizes { rows, inner, width, columns } = sizes;
    input_gradient_kernel::launch(
        &dz.client,
        grid(rows, inner),
        WORKGROUP,
        dz.clone().into_buffer_arg(),
        of(weights, 0),
        of(weights, 1),
        of(weights, 2),
        before.unwrap_or(dz).clone().into_buffer_arg(),
        dx.clone().into_buffer_arg(),
        rows,
        inner,
        width,
        columns,
        u32::from(before.is_some()),
    );
}

/// Launches `dW = f(x)^T dz`, `db = sum of dz`; `out` holds each map's weights and bias `stride` numbers apart, the bias at `bias`.
pub fn weight_gradient(
    x: &CubeTensor,
    dz: &CubeTensor,
    out: &CubeTensor,
    sizes: Sizes,
    (stride, bias): (usize, usize),
    bends: bool,
) {
    let Sizes { rows, inner, width, columns } = sizes;
    weight_gradient_kernel::launch(
        &x.client,
        grid(inner, columns),
        WORKGROUP,
        x.clone().into_buffer_arg(),
        dz.clone().into_buffer_arg(),
        out.clone().into_buffer_arg(),
        rows,
        inner,
        width,
        columns,
        stride,
        bias,
        u32::from(bends),
    );
}
