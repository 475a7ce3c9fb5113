//! Matrix products of a linear map: its values, the gradient of its input, and that of its weights and bias.
//!
//! One map here is up to [`MAPS`] maps of the same input side by side, so that queries, keys and values are one product. A
//! workgroup computes [`TILE`] x [`TILE`] numbers: in the long sums over tokens from tiles that it shares, elsewhere each unit by itself.

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

/// Rows, and columns, that one unit computes where no tile is shared; those of its neighbours lie between them, so that units side by
/// side read numbers side by side. Workgroups without a barrier cost less to start than tiles, which pay in long sums only.
const OWN: usize = 4;
/// Units along one side of such a workgroup, which computes as many numbers as a tile has.
const GROUP: usize = TILE / OWN;
const GROUPS: CubeDim = CubeDim::new_2d(GROUP as u32, GROUP as u32);

/// `sums[i, j] += sum over k < count of f(left[lefts_i + k]) right[rights_j + k step]`, `f` the identity or GELU.
#[cube]
#[allow(clippy::too_many_arguments, reason = "two factors and where they lie")]
#[allow(clippy::trivially_copy_pass_by_ref, reason = "an array of the kernel, which is no array here")]
fn add_products(
    left: &[f32],
    lefts: &Array<usize>,
    right: &[f32],
    rights: &Array<usize>,
    step: usize,
    count: usize,
    bends: u32,
    sums: &mut Array<f32>,
) {
    let mut factors = Array::new(OWN);
    for k in 0..count {
        #[unroll]
        for j in 0..OWN {
            factors[j] = right[rights[j] + k * step];
        }
        #[unroll]
        for i in 0..OWN {
            let mut value = left[lefts[i] + k];
            if bends == 1 {
                value = gelu(value);
            }
            #[unroll]
            for j in 0..OWN {
                sums[i * OWN + j] += value * factors[j];
            }
        }
    }
}

/// `z = f(x) W + b`, `f` the identity or GELU. `x`: `[rows, inner]`, `z`: `[rows, columns]`, each map `[inner, width]`. A workgroup
/// computes columns of one map.
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
    let across = width.div_ceil(TILE);
    let map = CUBE_POS_X as usize / across;
    let row = CUBE_POS_Y as usize * TILE + UNIT_POS_Y as usize;
    let column = CUBE_POS_X as usize % across * TILE + UNIT_POS_X as usize;
    let mut sums = Array::new(OWN * OWN);
    let mut lefts = Array::<usize>::new(OWN);
    let mut rights = Array::<usize>::new(OWN);
    #[unroll]
    for i in 0..OWN {
        // Beyond the edge the last one is read once more, and not written.
        lefts[i] = (row + i * GROUP).min(rows - 1) * inner;
        rights[i] = (column + i * GROUP).min(width - 1);
        #[unroll]
        for j in 0..OWN {
            sums[i * OWN + j] = 0.0f32;
        }
    }
    if biased == 1 {
        #[unroll]
        for i in 0..OWN {
            #[unroll]
            for j in 0..OWN {
                let at = rights[j];
                sums[i * OWN + j] = of_map(b0, b1, b2, map, at);
            }
        }
    }
    if map == 0 {
        add_products(x, &lefts, w0, &rights, width, inner, bends, &mut sums);
    } else if map == 1 {
        add_products(x, &lefts, w1, &rights, width, inner, bends, &mut sums);
    } else {
        add_products(x, &lefts, w2, &rights, width, inner, bends, &mut sums);
    }
    #[unroll]
    for i in 0..OWN {
        #[unroll]
        for j in 0..OWN {
            let r = row + i * GROUP;
            let c = column + j * GROUP;
            if r < rows && c < width {
                z[r * columns + map * width + c] = sums[i * OWN + j];
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
    let row = CUBE_POS_Y as usize * TILE + UNIT_POS_Y as usize;
    let column = CUBE_POS_X as usize * TILE + UNIT_POS_X as usize;
    let mut sums = Array::new(OWN * OWN);
    let mut lefts = Array::<usize>::new(OWN);
    let mut rights = Array::<usize>::new(OWN);
    #[unroll]
    for i in 0..OWN {
        lefts[i] = (row + i * GROUP).min(rows - 1) * columns;
        rights[i] = (column + i * GROUP).min(inner - 1) * width;
        #[unroll]
        for j in 0..OWN {
            sums[i * OWN + j] = 0.0f32;
        }
    }
    add_products(dz, &lefts, w0, &rights, 1, width, 0, &mut sums);
    if columns > width {
        #[unroll]
        for i in 0..OWN {
            lefts[i] += width;
        }
        add_products(dz, &lefts, w1, &rights, 1, width, 0, &mut sums);
    }
    if columns > 2 * width {
        #[unroll]
        for i in 0..OWN {
            lefts[i] += width;
        }
        add_products(dz, &lefts, w2, &rights, 1, width, 0, &mut sums);
    }
    #[unroll]
    for i in 0..OWN {
        #[unroll]
        for j in 0..OWN {
            let r = row + i * GROUP;
            let c = column + j * GROUP;
            if r < rows && c < inner {
                let mut value = sums[i * OWN + j];
                if bends == 1 {
                    value *= gelu_slope(before[r * inner + c]);
                }
                dx[r * inner + c] = value;
            }
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
    let across = (columns / width * width.div_ceil(TILE)) as u32;
    forward_kernel::launch(
        &x.client,
        CubeCount::Static(across, rows.div_ceil(TILE) as u32, 1),
        GROUPS,
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
        GROUPS,
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
