//! Attention whose score is a sum over sources, each with its own queries and keys.
//!
//! A source is a buffer of rows `queries | keys`, `2 width` numbers; the items' rows go on with their values. A row of the buffer
//! belongs to a slot of a sequence, or with `shared` to a slot of every sequence. Query rows are all slots, or the one that
//! `slots` names for each sequence.

use burn_cubecl::tensor::CubeTensor;
use cubecl::prelude::*;

use super::units::{ROW_UNITS, max_of_units, sum_of_units};

/// Units of a workgroup where each unit works by itself.
pub(super) const UNITS: usize = 64;
/// Sources beside the items at most: with more, a kernel would read more buffers than every adapter allows.
pub const EXTRA: usize = 4;

/// One source's share of a score: query row times key row, both of one head.
#[cube]
fn dot(source: &[f32], query: usize, key: usize, head: usize, heads: usize, width: usize, pitch: usize) -> f32 {
    let part = width / heads;
    let q = query * pitch + head * part;
    let k = key * pitch + width + head * part;
    let mut sum = 0.0f32;
    for at in 0..part {
        sum += source[q + at] * source[k + at];
    }
    sum
}

/// First row of a sequence in a source: 0 where the source is shared by all.
#[cube]
fn base(sequence: usize, len: usize, is_shared: u32) -> usize {
    let mut first = sequence * len;
    if is_shared == 1 {
        first = 0;
    }
    first
}

/// `weights = softmax over keys of (sum over sources of q k) * scale + mask`. One workgroup a query row and head.
#[cube(launch)]
#[allow(clippy::too_many_arguments, reason = "a kernel's arguments are its buffers")]
fn weights_kernel(
    items: &[f32],
    extra0: &[f32],
    extra1: &[f32],
    extra2: &[f32],
    extra3: &[f32],
    mask: &[f32],
    slots: &[i32],
    weights: &mut [f32],
    rows: usize,
    len: usize,
    heads: usize,
    hidden: usize,
    width0: usize,
    width1: usize,
    width2: usize,
    width3: usize,
    shared0: u32,
    shared1: u32,
    shared2: u32,
    shared3: u32,
    mask_batch: usize,
    mask_row: usize,
    reads_out: u32,
    scale: f32,
) {
    let mut shared = Shared::new_slice(ROW_UNITS);
    let row = CUBE_POS_X as usize;
    let sequence = CUBE_POS_Y as usize / heads;
    let head = CUBE_POS_Y as usize % heads;
    let unit = UNIT_POS as usize;
    let mut slot = row;
    if reads_out == 1 {
        slot = slots[sequence] as usize;
    }
    let first = sequence * len;
    let out = (CUBE_POS_Y as usize * rows + row) * len;
    let mut highest = f32::new(-1.0e30f32);
    let mut key = unit;
    while key < len {
        let mut score = dot(items, first + slot, first + key, head, heads, hidden, 3 * hidden);
        if width0 > 0 {
            let first = base(sequence, len, shared0);
            score += dot(extra0, first + slot, first + key, head, heads, width0, 2 * width0);
        }
        if width1 > 0 {
            let first = base(sequence, len, shared1);
            score += dot(extra1, first + slot, first + key, head, heads, width1, 2 * width1);
        }
        if width2 > 0 {
            let first = base(sequence, len, shared2);
            score += dot(extra2, first + slot, first + key, head, heads, width2, 2 * width2);
        }
        if width3 > 0 {
            let first = base(sequence, len, shared3);
            score += dot(extra3, first + slot, first + key, head, heads, width3, 2 * width3);
        }
        score = score * scale + mask[sequence * mask_batch + row * mask_row + key];
        weights[out + key] = score;
        highest = highest.max(score);
        key += ROW_UNITS;
    }
    let highest = max_of_units(highest, &mut shared);
    let mut total = 0.0f32;
    let mut key = unit;
    while key < len {
        let value = (weights[out + key] - highest).exp();
        weights[out + key] = value;
        total += value;
        key += ROW_UNITS;
    }
    let total = sum_of_units(total, &mut shared);
    let mut key = unit;
    while key < len {
        let value = weights[out + key];
        weights[out + key] = value / total;
        key += ROW_UNITS;
    }
}

/// `context = (weights * keep) values`, heads side by side. One unit a number.
#[cube(launch)]
#[allow(clippy::too_many_arguments, reason = "a kernel's arguments are its buffers")]
fn context_kernel(
    weights: &[f32],
    keep: &[f32],
    items: &[f32],
    context: &mut [f32],
    count: usize,
    rows: usize,
    len: usize,
    heads: usize,
    hidden: usize,
    drops: u32,
) {
    let at = ABSOLUTE_POS;
    if at < count {
        let column = at % hidden;
        let row = at / hidden % rows;
        let sequence = at / hidden / rows;
        let head = column / (hidden / heads);
        let table = ((sequence * heads + head) * rows + row) * len;
        let mut sum = 0.0f32;
        for key in 0..len {
            let mut weight = weights[table + key];
            if drops == 1 {
                weight *= keep[table + key];
            }
            sum += weight * items[(sequence * len + key) * 3 * hidden + 2 * hidden + column];
        }
        context[at] = sum;
    }
}

/// Sizes of one attention.
#[derive(Debug, Clone, Copy)]
pub struct Sizes {
    /// Sequences.
    pub batch: usize,
    /// Query rows of a sequence.
    pub rows: usize,
    /// Slots of a sequence.
    pub len: usize,
    /// Heads.
    pub heads: usize,
    /// Width of the items' queries, keys and values, all heads.
    pub hidden: usize,
    /// Numbers from one sequence's mask to the next, 0 if all share one.
    pub mask_batch: usize,
    /// Numbers from one row's mask to the next, 0 if all share one.
    pub mask_row: usize,
    /// Whether `slots` names the query rows.
    pub reads_out: bool,
}

impl Sizes {
    pub(super) fn scale(&self) -> f32 {
        1.0 / ((self.hidden / self.heads) as f32).sqrt()
    }

    /// Numbers of the tables of weights.
    pub const fn table(&self) -> [usize; 4] {
        [self.batch, self.heads, self.rows, self.len]
    }

    pub(super) fn row_grid(&self) -> CubeCount {
        CubeCount::Static(self.rows as u32, (self.batch * self.heads) as u32, 1)
    }
}

/// A source beside the items.
#[derive(Debug, Clone, Copy)]
pub struct Extra {
    /// Width of its queries and of its keys, all heads.
    pub width: usize,
    /// Whether all sequences share its rows.
    pub is_shared: bool,
}

pub(super) fn grid(count: usize) -> CubeCount {
    // Two axes: one alone ends at 65,535 workgroups.
    let groups = count.div_ceil(UNITS) as u32;
    let side = groups.min(MOST_GROUPS);
    CubeCount::Static(side, groups.div_ceil(side.max(1)), 1)
}

const MOST_GROUPS: u32 = 32_768;
pub(super) const ROW: CubeDim = CubeDim::new_1d(ROW_UNITS as u32);
pub(super) const FLAT: CubeDim = CubeDim::new_1d(UNITS as u32);

/// Launches the weights of every query row.
pub fn weights(
    items: &CubeTensor,
    extras: &[(CubeTensor, Extra)],
    (mask, slots): (&CubeTensor, &CubeTensor),
    out: &CubeTensor,
    sizes: &Sizes,
) {
    let source = |index: usize| extras.get(index).map_or(items, |(source, _)| source).clone().into_buffer_arg();
    let width = |index: usize| extras.get(index).map_or(0, |(_, extra)| extra.width);
    let is_shared = |index: usize| extras.get(index).map_or(0, |(_, extra)| u32::from(extra.is_shared));
    weights_kernel::launch(
        &items.client,
        sizes.row_grid(),
        ROW,
        items.clone().into_buffer_arg(),
        source(0),
        source(1),
        source(2),
        source(3),
        mask.clone().into_buffer_arg(),
        slots.clone().into_buffer_arg(),
        out.clone().into_buffer_arg(),
        sizes.rows,
        sizes.len,
        sizes.heads,
        sizes.hidden,
        width(0),
        width(1),
        width(2),
        width(3),
        is_shared(0),
        is_shared(1),
        is_shared(2),
        is_shared(3),
        sizes.mask_batch,
        sizes.mask_row,
        u32::from(sizes.reads_out),
        sizes.scale(),
    );
}

/// Launches the weighed sum of the values.
pub fn context(weights: &CubeTensor, keep: Option<&CubeTensor>, items: &CubeTensor, out: &CubeTensor, sizes: &Sizes) {
    let count = sizes.batch * sizes.rows * sizes.hidden;
    context_kernel::launch(
        &items.client,
        grid(count),
        FLAT,
        weights.clone().into_buffer_arg(),
        keep.unwrap_or(weights).clone().into_buffer_arg(),
        items.clone().into_buffer_arg(),
        out.clone().into_buffer_arg(),
        count,
        sizes.rows,
        sizes.len,
        sizes.heads,
        sizes.hidden,
        u32::from(keep.is_some()),
    );
}
