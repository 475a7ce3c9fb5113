//! The matrix product of a linear map.
//!
//! One map here is up to [`MAPS`] maps of the same input side by side, so that queries, keys and values are one product.

use burn_cubecl::tensor::CubeTensor;
use cubecl::prelude::*;

use super::own::{add_products, starts};

/// Maps that are joined at most: with more, a kernel would read more buffers than every adapter allows.
pub const MAPS: usize = 3;

/// `x Phi(x)`.
#[cube]
fn gelu(x: f32) -> f32 {
    x * 0.5f32 * (1.0f32 + Erf::erf(x * FRAC_1_SQRT_2))
}

pub(super) const FRAC_1_SQRT_2: f32 = std::f32::consts::FRAC_1_SQRT_2;

/// Rows and columns that one unit computes; those of its neighbours lie between them, so that units side by side read numbers side
/// by side.
pub(super) const ROWS: usize = 8;
pub(super) const COLUMNS: usize = 4;
/// Units along each side of a workgroup.
pub(super) const SIDE: usize = 8;
pub(super) const GROUP: CubeDim = CubeDim::new_2d(SIDE as u32, SIDE as u32);
/// Rows and columns of a workgroup.
pub(super) const GROUP_ROWS: usize = SIDE * ROWS;
pub(super) const GROUP_COLUMNS: usize = SIDE * COLUMNS;

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
    starts(&mut lefts, 0usize, row, SIDE, rows, inner, ROWS);
    starts(&mut rights, 0usize, column, SIDE, width, 1usize, COLUMNS);
    #[unroll]
    for j in 0..COLUMNS {
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
pub(super) fn of(maps: &[CubeTensor], index: usize) -> BufferArg {
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
