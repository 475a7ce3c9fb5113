//! Rows of a table, and the gradient of the table.

use burn_cubecl::tensor::CubeTensor;
use cubecl::prelude::*;

use super::grid::{FLAT, grid};

/// `rows[i] = table[ids[i]]`. One unit a number.
#[cube(launch)]
fn gather_kernel(table: &[f32], ids: &[i32], rows: &mut [f32], count: usize, width: usize) {
    let at = ABSOLUTE_POS;
    if at < count {
        rows[at] = table[ids[at / width] as usize * width + at % width];
    }
}

/// Columns that one unit computes; those of its neighbours lie between them.
const COLUMNS: usize = 4;

/// `gradient[r] = sum over the places i of row r of rows[i]`; `list`: see [`crate::data::ids::Ids::occurrences`].
///
/// A number is added up by one unit, in the order of the places: the sums come out the same every time.
#[cube(launch)]
fn scatter_kernel(rows: &[f32], list: &[i32], gradient: &mut [f32], entries: usize, width: usize) {
    let across = width.div_ceil(COLUMNS);
    let entry = ABSOLUTE_POS / across;
    let column = ABSOLUTE_POS % across;
    if entry < entries {
        let mut sums = Array::new(COLUMNS);
        #[unroll]
        for j in 0..COLUMNS {
            sums[j] = 0.0f32;
        }
        for at in list[entry]..list[entry + 1] {
            let row = list[entries + 1 + at as usize] as usize * width;
            #[unroll]
            for j in 0..COLUMNS {
                // Beyond the edge the last one is read once more, and not written.
                sums[j] += rows[row + (column + j * across).min(width - 1)];
            }
        }
        #[unroll]
        for j in 0..COLUMNS {
            let c = column + j * across;
            if c < width {
                gradient[entry * width + c] = sums[j];
            }
        }
    }
}

/// Launches the look-up: `table` `[entries, width]`, `ids` `[count]`, `rows` `[count, width]`.
pub fn gather(table: &CubeTensor, ids: &CubeTensor, rows: &CubeTensor, width: usize) {
    let count = rows.meta.num_elements();
    gather_kernel::launch(
        &table.client,
        grid(count),
        FLAT,
        table.clone().into_buffer_arg(),
        ids.clone().into_buffer_arg(),
        rows.clone().into_buffer_arg(),
        count,
        width,
    );
}

/// Launches the gradient of the table, `[entries, width]`.
pub fn scatter(rows: &CubeTensor, list: &CubeTensor, gradient: &CubeTensor, [entries, width]: [usize; 2]) {
    scatter_kernel::launch(
        &rows.client,
        grid(entries * width.div_ceil(COLUMNS)),
        FLAT,
        rows.clone().into_buffer_arg(),
        list.clone().into_buffer_arg(),
        gradient.clone().into_buffer_arg(),
        entries,
        width,
    );
}
