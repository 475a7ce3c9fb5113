//! Gradients of attention over several sources; sources and sizes as in [`super::attend_kernels`].

use burn_cubecl::tensor::CubeTensor;
use cubecl::prelude::*;

use super::attend_kernels::{FLAT, ROW, Sizes, grid};
use super::units::{ROW_UNITS, sum_of_units};

/// Gradient of the sum of the sources' scores: `scale * weights * (d - sum over keys of d weights)`, `d = keep * (dcontext V^T)`.
#[cube(launch)]
#[allow(clippy::too_many_arguments, reason = "a kernel's arguments are its buffers")]
fn score_gradient_kernel(
    gradient: &[f32],
    weights: &[f32],
    keep: &[f32],
    items: &[f32],
    scores: &mut [f32],
    rows: usize,
    len: usize,
    heads: usize,
    hidden: usize,
    drops: u32,
    scale: f32,
) {
    let mut shared = Shared::new_slice(ROW_UNITS);
    let row = CUBE_POS_X as usize;
    let sequence = CUBE_POS_Y as usize / heads;
    let head = CUBE_POS_Y as usize % heads;
    let part = hidden / heads;
    let table = (CUBE_POS_Y as usize * rows + row) * len;
    let above = (sequence * rows + row) * hidden + head * part;
    let mut total = 0.0f32;
    let mut key = UNIT_POS as usize;
    while key < len {
        let value = (sequence * len + key) * 3 * hidden + 2 * hidden + head * part;
        let mut sum = 0.0f32;
        for at in 0..part {
            sum += gradient[above + at] * items[value + at];
        }
        if drops == 1 {
            sum *= keep[table + key];
        }
        scores[table + key] = sum;
        total += sum * weights[table + key];
        key += ROW_UNITS;
    }
    let total = sum_of_units(total, &mut shared);
    let mut key = UNIT_POS as usize;
    while key < len {
        let sum = scores[table + key];
        scores[table + key] = scale * weights[table + key] * (sum - total);
        key += ROW_UNITS;
    }
}

/// Gradient of a source's rows `queries | keys` from that of the scores; with `valued` also of the values that follow them.
#[cube(launch)]
#[allow(clippy::too_many_arguments, reason = "a kernel's arguments are its buffers")]
fn source_gradient_kernel(
    scores: &[f32],
    source: &[f32],
    slots: &[i32],
    weights: &[f32],
    keep: &[f32],
    gradient: &[f32],
    out: &mut [f32],
    count: usize,
    rows: usize,
    len: usize,
    heads: usize,
    width: usize,
    pitch: usize,
    reads_out: u32,
    drops: u32,
) {
    let at = ABSOLUTE_POS;
    if at < count {
        let column = at % pitch;
        let slot = at / pitch % len;
        let sequence = at / pitch / len;
        let section = column / width;
        let inside = column % width;
        let head = inside / (width / heads);
        let tables = (sequence * heads + head) * rows * len;
        let mut sum = 0.0f32;
        if section == 0 {
            let mut row = slot;
            let mut is_row = true;
            if reads_out == 1 {
                row = 0;
                is_row = slots[sequence] as usize == slot;
            }
            if is_row {
                for key in 0..len {
                    sum += scores[tables + row * len + key] * source[(sequence * len + key) * pitch + width + inside];
                }
            }
        } else {
            for row in 0..rows {
                let mut query = row;
                if reads_out == 1 {
                    query = slots[sequence] as usize;
                }
                let table = tables + row * len + slot;
                if section == 1 {
                    sum += scores[table] * source[(sequence * len + query) * pitch + inside];
                } else {
                    let mut weight = weights[table];
                    if drops == 1 {
                        weight *= keep[table];
                    }
                    sum += weight * gradient[(sequence * rows + row) * width + inside];
                }
            }
        }
        out[at] = sum;
    }
}

/// Sum of the scores' gradients over the batch, at the slots of their query rows: `[heads, len, len]`.
#[cube(launch)]
#[allow(clippy::too_many_arguments, reason = "a kernel's arguments are its buffers")]
fn batch_sum_kernel(
    scores: &[f32],
    slots: &[i32],
    out: &mut [f32],
    count: usize,
    batch: usize,
    rows: usize,
    len: usize,
    heads: usize,
    reads_out: u32,
) {
    let at = ABSOLUTE_POS;
    if at < count {
        let key = at % len;
        let slot = at / len % len;
        let head = at / len / len;
        let mut sum = 0.0f32;
        for sequence in 0..batch {
            let mut row = slot;
            let mut is_row = true;
            if reads_out == 1 {
                row = 0;
                is_row = slots[sequence] as usize == slot;
            }
            if is_row {
                sum += scores[((sequence * heads + head) * rows + row) * len + key];
            }
        }
        out[at] = sum;
    }
}

/// Buffers of the backward pass.
pub struct Backward<'a> {
    /// Gradient of the context.
    pub gradient: &'a CubeTensor,
    /// Weights of the forward pass.
    pub weights: &'a CubeTensor,
    /// Factor on each weight, where dropout is on.
    pub keep: Option<&'a CubeTensor>,
    /// The items' queries, keys and values.
    pub items: &'a CubeTensor,
    /// Slots of the query rows.
    pub slots: &'a CubeTensor,
}

impl Backward<'_> {
    /// Launches the gradient of the scores.
    pub fn scores(&self, out: &CubeTensor, sizes: &Sizes) {
        score_gradient_kernel::launch(
            &self.items.client,
            sizes.row_grid(),
            ROW,
            self.gradient.clone().into_buffer_arg(),
            self.weights.clone().into_buffer_arg(),
            self.keep.unwrap_or(self.weights).clone().into_buffer_arg(),
            self.items.clone().into_buffer_arg(),
            out.clone().into_buffer_arg(),
            sizes.rows,
            sizes.len,
            sizes.heads,
            sizes.hidden,
            u32::from(self.keep.is_some()),
            sizes.scale(),
        );
    }

    /// Launches the gradient of a source, `sections` times `width` numbers a slot: 2, or for the items with their values 3.
    pub fn source(
        &self,
        scores: &CubeTensor,
        source: &CubeTensor,
        out: &CubeTensor,
        (width, sections): (usize, usize),
        sizes: &Sizes,
    ) {
        let count = sizes.batch * sizes.len * width * sections;
        source_gradient_kernel::launch(
            &self.items.client,
            grid(count),
            FLAT,
            scores.clone().into_buffer_arg(),
            source.clone().into_buffer_arg(),
            self.slots.clone().into_buffer_arg(),
            self.weights.clone().into_buffer_arg(),
            self.keep.unwrap_or(self.weights).clone().into_buffer_arg(),
            self.gradient.clone().into_buffer_arg(),
            out.clone().into_buffer_arg(),
            count,
            sizes.rows,
            sizes.len,
            sizes.heads,
            width,
            width * sections,
            u32::from(sizes.reads_out),
            u32::from(self.keep.is_some()),
        );
    }

    /// Launches the sum of the scores' gradients over the batch.
    pub fn batch_sum(&self, scores: &CubeTensor, out: &CubeTensor, sizes: &Sizes) {
        let count = sizes.heads * sizes.len * sizes.len;
        batch_sum_kernel::launch(
            &self.items.client,
            grid(count),
            FLAT,
            scores.clone().into_buffer_arg(),
            self.slots.clone().into_buffer_arg(),
            out.clone().into_buffer_arg(),
            count,
            sizes.batch,
            sizes.rows,
            sizes.len,
            sizes.heads,
            u32::from(sizes.reads_out),
        );
    }
}
