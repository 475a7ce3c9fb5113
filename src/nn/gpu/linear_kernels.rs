//! Matrix products of a linear map: its values, the gradient of its input, and that of its weights and bias.
//!
//! One map here is up to [`MAPS`] maps of the same input side by side, so that queries, keys and values are one product.

use burn::tensor::Shape;
use burn_cubecl::tensor::CubeTensor;
use cubecl::prelude::*;

use super::grid::{FLAT, grid};
use super::launch::like;
use super::own::add_products;

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

/// Rows and columns that one unit computes; those of its neighbours lie between them, so that units side by side read numbers side
/// by side.
const ROWS: usize = 8;
const COLUMNS: usize = 4;
/// Units along each side of a workgroup.
const SIDE: usize = 8;
const GROUP: CubeDim = CubeDim::new_2d(SIDE as u32, SIDE as u32);
/// Rows and columns of a workgroup.
const GROUP_ROWS: usize = SIDE * ROWS;
const GROUP_COLUMNS: usize = SIDE * COLUMNS;

/// `z = x W + b`. `x`: `[rows, inner]`, `z`: `[rows, columns]`, each map `[inner, width]`; with `bends` also `gelu(z)` at `second` of
/// `z`. A workgroup computes columns of one map.
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
    second: usize,
    biased: u32,
    #[comptime] bends: bool,
) {
    let across = width.div_ceil(GROUP_COLUMNS);
    let map = CUBE_POS_X as usize / across;
    let row = CUBE_POS_Y as usize * GROUP_ROWS + UNIT_POS_Y as usize;
    let column = CUBE_POS_X as usize % across * GROUP_COLUMNS + UNIT_POS_X as usize;
    let mut sums = Array::new(ROWS * COLUMNS);
    let mut lefts = Array::<usize>::new(ROWS);
    let mut rights = Array::<usize>::new(COLUMNS);
    #[unroll]
    for i in 0..ROWS {
        // Beyond the edge the last one is read once more, and not written.
        lefts[i] = (row + i * SIDE).min(rows - 1) * inner;
    }
    #[unroll]
    for j in 0..COLUMNS {
        rights[j] = (column + j * SIDE).min(width - 1);
        let mut bias = 0.0f32;
        if biased == 1 {
            bias = of_map(b0, b1, b2, map, rights[j]);
        }
        #[unroll]
        for i in 0..ROWS {
            sums[i * COLUMNS + j] = bias;
        }
    }
    if map == 0 {
        add_products(x, &lefts, 1, w0, &rights, width, inner, &mut sums, ROWS, COLUMNS);
    } else if map == 1 {
        add_products(x, &lefts, 1, w1, &rights, width, inner, &mut sums, ROWS, COLUMNS);
    } else {
        add_products(x, &lefts, 1, w2, &rights, width, inner, &mut sums, ROWS, COLUMNS);
    }
    #[unroll]
    for i in 0..ROWS {
        #[unroll]
        for j in 0..COLUMNS {
            let r = row + i * SIDE;
            let c = column + j * SIDE;
            if r < rows && c < width {
                let at = r * columns + map * width + c;
                let value = sums[i * COLUMNS + j];
                z[at] = value;
                if comptime!(bends) {
                    z[second + at] = gelu(value);
                }
            }
        }
    }
}

/// A number of one of three maps.
#[cube]
fn of_map(first: &[f32], second: &[f32], third: &[f32], map: usize, at: usize) -> f32 {
    if map == 0 {
        first[at]
    } else if map == 1 {
        second[at]
    } else {
        third[at]
    }
}

/// `dx = dz W^T`, with `bends` times the slope of GELU at `before`. `dz`: `[rows, columns]`, `dx`, `before`: `[rows, inner]`.
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
    #[comptime] bends: bool,
) {
    let row = CUBE_POS_Y as usize * GROUP_ROWS + UNIT_POS_Y as usize;
    let column = CUBE_POS_X as usize * GROUP_COLUMNS + UNIT_POS_X as usize;
    let mut sums = Array::new(ROWS * COLUMNS);
    let mut lefts = Array::<usize>::new(ROWS);
    let mut rights = Array::<usize>::new(COLUMNS);
    #[unroll]
    for i in 0..ROWS {
        lefts[i] = (row + i * SIDE).min(rows - 1) * columns;
        #[unroll]
        for j in 0..COLUMNS {
            sums[i * COLUMNS + j] = 0.0f32;
        }
    }
    #[unroll]
    for j in 0..COLUMNS {
        rights[j] = (column + j * SIDE).min(inner - 1) * width;
    }
    add_products(dz, &lefts, 1, w0, &rights, 1, width, &mut sums, ROWS, COLUMNS);
    if columns > width {
        #[unroll]
        for i in 0..ROWS {
            lefts[i] += width;
        }
        add_products(dz, &lefts, 1, w1, &rights, 1, width, &mut sums, ROWS, COLUMNS);
    }
    if columns > 2 * width {
        #[unroll]
        for i in 0..ROWS {
            lefts[i] += width;
        }
        add_products(dz, &lefts, 1, w2, &rights, 1, width, &mut sums, ROWS, COLUMNS);
    }
    #[unroll]
    for i in 0..ROWS {
        #[unroll]
        for j in 0..COLUMNS {
            let r = row + i * SIDE;
            let c = column + j * SIDE;
            if r < rows && c < inner {
                let mut value = sums[i * COLUMNS + j];
                if comptime!(bends) {
                    value *= gelu_slope(before[r * inner + c]);
                }
                dx[r * inner + c] = value;
            }
        }
    }
}

/// Rows and columns that one unit of the next kernel computes.
const OWN: usize = 4;
/// Rows and columns of a workgroup of it.
const TILE: usize = SIDE * OWN;

/// `dW = x^T dz` and `db = column sums of dz` over a slice of the rows, for map `m` of slice `s` at `s * whole + m * stride` of
/// `out`: the weights, then at `bias` the bias.
///
/// Few numbers come out, and the sums are long: several units share each of them, one a slice.
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
    whole: usize,
    stride: usize,
    bias: usize,
) {
    let row = CUBE_POS_Y as usize * TILE + UNIT_POS_Y as usize;
    let column = CUBE_POS_X as usize * TILE + UNIT_POS_X as usize;
    let slices = CUBE_COUNT_Z as usize;
    let slice = CUBE_POS_Z as usize;
    let begin = rows * slice / slices;
    let count = rows * (slice + 1) / slices - begin;
    let mut sums = Array::new(OWN * OWN);
    let mut lefts = Array::<usize>::new(OWN);
    let mut rights = Array::<usize>::new(OWN);
    #[unroll]
    for i in 0..OWN {
        lefts[i] = begin * inner + (row + i * SIDE).min(inner - 1);
        rights[i] = begin * columns + (column + i * SIDE).min(columns - 1);
        #[unroll]
        for j in 0..OWN {
            sums[i * OWN + j] = 0.0f32;
        }
    }
    add_products(x, &lefts, inner, dz, &rights, columns, count, &mut sums, OWN, OWN);
    #[unroll]
    for i in 0..OWN {
        #[unroll]
        for j in 0..OWN {
            let r = row + i * SIDE;
            let c = column + j * SIDE;
            if r < inner && c < columns {
                out[slice * whole + c / width * stride + r * width + c % width] = sums[i * OWN + j];
            }
        }
    }
    // The units of the first row have the bias on the side.
    if row == 0 {
        #[unroll]
        for j in 0..OWN {
            sums[j] = 0.0f32;
        }
        for k in 0..count {
            #[unroll]
            for j in 0..OWN {
                sums[j] += dz[rights[j] + k * columns];
            }
        }
        #[unroll]
        for j in 0..OWN {
            let c = column + j * SIDE;
            if c < columns {
                out[slice * whole + c / width * stride + bias + c % width] = sums[j];
            }
        }
    }
}

/// The sum of slices of `count` numbers each.
#[cube(launch)]
fn slice_sum_kernel(parts: &[f32], out: &mut [f32], count: usize, slices: usize) {
    let at = ABSOLUTE_POS;
    if at < count {
        let mut sum = 0.0f32;
        for slice in 0..slices {
            sum += parts[slice * count + at];
        }
        out[at] = sum;
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

/// Launches `z = x W + b`; without `biases`, `b` is 0. With `bent`, `z` has room for `gelu(z)` from that number on, and gets it.
pub fn forward(
    x: &CubeTensor,
    weights: &[CubeTensor],
    biases: &[CubeTensor],
    z: &CubeTensor,
    sizes: Sizes,
    bent: Option<usize>,
) {
    let Sizes { rows, inner, width, columns } = sizes;
    let bound = if biases.is_empty() { weights } else { biases };
    let across = (columns / width * width.div_ceil(GROUP_COLUMNS)) as u32;
    forward_kernel::launch(
        &x.client,
        CubeCount::Static(across, rows.div_ceil(GROUP_ROWS) as u32, 1),
        GROUP,
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
        bent.unwrap_or(0),
        u32::from(!biases.is_empty()),
        bent.is_some(),
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
        CubeCount::Static(inner.div_ceil(GROUP_COLUMNS) as u32, rows.div_ceil(GROUP_ROWS) as u32, 1),
        GROUP,
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
        before.is_some(),
    );
}

/// Rows of a slice, about, and slices at most.
const SLICE: usize = 256;
const SLICES: usize = 16;

/// Launches `dW = x^T dz`, `db = sum of dz`; `out` holds each map's weights and bias `stride` numbers apart, the bias at `bias`.
pub fn weight_gradient(
    x: &CubeTensor,
    dz: &CubeTensor,
    out: &CubeTensor,
    sizes: Sizes,
    (stride, bias): (usize, usize),
) {
    let Sizes { rows, inner, width, columns } = sizes;
    let whole = out.meta.num_elements();
    let slices = (rows / SLICE).clamp(1, SLICES);
    let parts = if slices == 1 { out.clone() } else { like(out, Shape::new([slices * whole])) };
    weight_gradient_kernel::launch(
        &x.client,
        CubeCount::Static(columns.div_ceil(TILE) as u32, inner.div_ceil(TILE) as u32, slices as u32),
        GROUP,
        x.clone().into_buffer_arg(),
        dz.clone().into_buffer_arg(),
        parts.clone().into_buffer_arg(),
        rows,
        inner,
        width,
        columns,
        whole,
        stride,
        bias,
    );
    if slices > 1 {
        slice_sum_kernel::launch(
            &x.client,
            grid(whole),
            FLAT,
            parts.into_buffer_arg(),
            out.clone().into_buffer_arg(),
            whole,
            slices,
        );
    }
}
