//! Gradients of a linear map: of its input, and of its weights and bias, by one launch.
//!
//! Sizes and joined maps as in [`super::linear_kernels`]. The first workgroups of a launch find the gradient of the input, the others
//! that of the weights: neither waits for the other.

use burn::tensor::Shape;
use burn_cubecl::tensor::CubeTensor;
use cubecl::prelude::*;

use super::grid::{FLAT, grid, groups};
use super::launch::like;
use super::linear_kernels::{COLUMNS, FRAC_1_SQRT_2, GROUP, GROUP_COLUMNS, GROUP_ROWS, ROWS, SIDE, Sizes, of};
use super::own::{add_products, clear, starts};

/// `Phi(x) + x phi(x)`.
#[cube]
fn gelu_slope(x: f32) -> f32 {
    0.5f32 * (1.0f32 + Erf::erf(x * FRAC_1_SQRT_2)) + x * (-0.5f32 * x * x).exp() * ONE_OVER_SQRT_TAU
}

const ONE_OVER_SQRT_TAU: f32 = 0.398_942_3;

/// Rows and columns of the weights that one unit computes.
const OWN: usize = 4;
/// Rows and columns of a workgroup there.
const TILE: usize = SIDE * OWN;

/// `dx = dz W^T`, with `bends` times the slope of GELU at `before`, by the first `inputs` workgroups. `dz`: `[rows, columns]`, `dx`,
/// `before`: `[rows, inner]`.
///
/// `dW = x^T dz` and `db = column sums of dz` by the others, over a slice of the rows, for map `m` of slice `s` at
/// `s * whole + m * stride` of `dw`: the weights, then at `bias` the bias. Few numbers come out, and the sums are long: several units
/// share each of them, one a slice.
#[cube(launch)]
#[allow(clippy::too_many_arguments, reason = "a kernel's arguments are its buffers")]
fn gradient_kernel(
    x: &[f32],
    dz: &[f32],
    w0: &[f32],
    w1: &[f32],
    w2: &[f32],
    before: &[f32],
    dx: &mut [f32],
    dw: &mut [f32],
    rows: usize,
    inner: usize,
    width: usize,
    columns: usize,
    whole: usize,
    stride: usize,
    bias: usize,
    inputs: usize,
    slices: usize,
    #[comptime] bends: bool,
) {
    let group = CUBE_POS;
    if group < inputs {
        let across = inner.div_ceil(GROUP_COLUMNS);
        let row = group / across * GROUP_ROWS + UNIT_POS_Y as usize;
        let column = group % across * GROUP_COLUMNS + UNIT_POS_X as usize;
        input_gradient(dz, w0, w1, w2, before, dx, row, column, rows, inner, width, columns, bends);
    } else {
        let across = columns.div_ceil(TILE);
        let down = inner.div_ceil(TILE);
        let tile = (group - inputs) % (across * down);
        let slice = (group - inputs) / (across * down);
        if slice < slices {
            let row = tile / across * TILE + UNIT_POS_Y as usize;
            let column = tile % across * TILE + UNIT_POS_X as usize;
            let begin = rows * slice / slices;
            let end = rows * (slice + 1) / slices;
            weight_gradient(x, dz, dw, row, column, begin, end, inner, width, columns, slice * whole, stride, bias);
        }
    }
}

#[cube]
#[allow(clippy::too_many_arguments, reason = "a part of a kernel, with its buffers")]
fn input_gradient(
    dz: &[f32],
    w0: &[f32],
    w1: &[f32],
    w2: &[f32],
    before: &[f32],
    dx: &mut [f32],
    row: usize,
    column: usize,
    rows: usize,
    inner: usize,
    width: usize,
    columns: usize,
    #[comptime] bends: bool,
) {
    let mut sums = Array::new(ROWS * COLUMNS);
    let mut lefts = Array::<usize>::new(ROWS);
    let mut rights = Array::<usize>::new(COLUMNS);
    clear(&mut sums, ROWS * COLUMNS);
    starts(&mut lefts, 0usize, row, SIDE, rows, columns, ROWS);
    starts(&mut rights, 0usize, column, SIDE, inner, width, COLUMNS);
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

#[cube]
#[allow(clippy::too_many_arguments, reason = "a part of a kernel, with its buffers")]
fn weight_gradient(
    x: &[f32],
    dz: &[f32],
    dw: &mut [f32],
    row: usize,
    column: usize,
    begin: usize,
    end: usize,
    inner: usize,
    width: usize,
    columns: usize,
    start: usize,
    stride: usize,
    bias: usize,
) {
    let count = end - begin;
    let mut sums = Array::new(OWN * OWN);
    let mut lefts = Array::<usize>::new(OWN);
    let mut rights = Array::<usize>::new(OWN);
    clear(&mut sums, OWN * OWN);
    starts(&mut lefts, begin * inner, row, SIDE, inner, 1usize, OWN);
    starts(&mut rights, begin * columns, column, SIDE, columns, 1usize, OWN);
    add_products(x, &lefts, inner, dz, &rights, columns, count, &mut sums, OWN, OWN);
    #[unroll]
    for i in 0..OWN {
        #[unroll]
        for j in 0..OWN {
            let r = row + i * SIDE;
            let c = column + j * SIDE;
            if r < inner && c < columns {
                dw[start + c / width * stride + r * width + c % width] = sums[i * OWN + j];
            }
        }
    }
    // The units of the first row have the bias on the side.
    if row == 0 {
        clear(&mut sums, OWN);
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
                dw[start + c / width * stride + bias + c % width] = sums[j];
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

/// Rows of a slice, about, and slices at most.
const SLICE: usize = 256;
const SLICES: usize = 16;

/// Where the gradients of the weights go: `out` holds each map's weights and bias `stride` numbers apart, the bias at `bias`.
#[derive(Debug, Clone, Copy)]
pub struct WeightGradient<'a> {
    /// The input of the maps, `[rows, inner]`.
    pub x: &'a CubeTensor,
    /// All of them.
    pub out: &'a CubeTensor,
    /// Numbers from one map's weights to those of the next.
    pub stride: usize,
    /// Numbers from a map's weights to its bias.
    pub bias: usize,
}

/// Where the gradient of the input goes.
#[derive(Debug, Clone, Copy)]
pub struct InputGradient<'a> {
    /// The maps, `[inner, width]` each.
    pub weights: &'a [CubeTensor],
    /// What GELU made the input from, where it was bent.
    pub before: Option<&'a CubeTensor>,
    /// `[rows, inner]`.
    pub out: &'a CubeTensor,
}

/// Launches `dx = dz W^T`, times the slope of GELU where the input was bent, and `dW = x^T dz`, `db = sum of dz`: those that are
/// asked for.
pub fn gradients(dz: &CubeTensor, input: Option<InputGradient>, weight: Option<WeightGradient>, sizes: Sizes) {
    let Sizes { rows, inner, width, columns } = sizes;
    // Where one part is not asked for, its buffers are never touched; but no two that are written to may be the same.
    let spare = || like(dz, Shape::new([1]));
    let inputs = if input.is_some() { inner.div_ceil(GROUP_COLUMNS) * rows.div_ceil(GROUP_ROWS) } else { 0 };
    let (tiles, slices) = match weight {
        Some(_) => (columns.div_ceil(TILE) * inner.div_ceil(TILE), (rows / SLICE).clamp(1, SLICES)),
        None => (0, 0),
    };
    let whole = weight.map_or(0, |weight| weight.out.meta.num_elements());
    let parts = match weight {
        Some(weight) if slices == 1 => weight.out.clone(),
        Some(_) => like(dz, Shape::new([slices * whole])),
        None => spare(),
    };
    let maps = input.map_or(std::slice::from_ref(dz), |input| input.weights);
    let before = input.and_then(|input| input.before);
    gradient_kernel::launch(
        &dz.client,
        groups(inputs + tiles * slices),
        GROUP,
        weight.map_or(dz, |weight| weight.x).clone().into_buffer_arg(),
        dz.clone().into_buffer_arg(),
        of(maps, 0),
        of(maps, 1),
        of(maps, 2),
        before.unwrap_or(dz).clone().into_buffer_arg(),
        input.map_or_else(spare, |input| input.out.clone()).into_buffer_arg(),
        parts.clone().into_buffer_arg(),
        rows,
        inner,
        width,
        columns,
        whole,
        weight.map_or(0, |weight| weight.stride),
        weight.map_or(0, |weight| weight.bias),
        inputs,
        slices,
        before.is_some(),
    );
    if let Some(weight) = weight.filter(|_| slices > 1) {
        slice_sum_kernel::launch(
            &dz.client,
            grid(whole),
            FLAT,
            parts.into_buffer_arg(),
            weight.out.clone().into_buffer_arg(),
            whole,
            slices,
        );
    }
}
