//! Rows of a table, and the gradient of the table.

use burn_cubecl::tensor::CubeTensor;
use cubecl::prelude::*;

use super::attend_kernels::{FLAT, grid};

/// `rows[i] = table[ids[i]]`. One unit a number.
#[cube(launch)]
fn gather_kernel(table: &[f32], ids: &[i32], rows: &mut [f32], count: usize, width: usize) {
    let at = ABSOLUTE_POS;
    if at < count {
        rows[at] = table[ids[at / width] as usize * width + at % width];
    }
}

/// Rows of the table that a workgroup of the next kernel owns.
const OWN: usize = 32;
/// Columns of one workgroup.
const COLUMNS: usize = 32;
/// Groups of units that share the rows of a workgroup.
const LANES: usize = 8;
/// Ids that a workgroup looks at in one go: as many as it has units.
const LOOK: usize = LANES * COLUMNS;

/// `gradient[r] = sum over i with ids[i] = r of rows[i]`, without `r = 0` if `silent`.
///
/// A workgroup owns rows of the table and looks through all ids for them, in order: no two units write to one number, and the
/// sums come out the same every time.
#[cube(launch)]
fn scatter_kernel(
    rows: &[f32],
    ids: &[i32],
    gradient: &mut [f32],
    count: usize,
    entries: usize,
    width: usize,
    silent: u32,
) {
    let mut sums = Shared::new_slice(OWN * COLUMNS);
    let mut owned = Shared::new_slice(LOOK);
    let first = CUBE_POS_X as usize * OWN;
    let lane = UNIT_POS_Y as usize;
    let inside = UNIT_POS_X as usize;
    let column = CUBE_POS_Y as usize * COLUMNS + inside;
    for part in 0..OWN / LANES {
        sums[(part * LANES + lane) * COLUMNS + inside] = 0.0f32;
    }
    for step in 0..count.div_ceil(LOOK) {
        let at = step * LOOK + UNIT_POS as usize;
        // What is not owned here is given a row that is nobody's.
        let mut own = OWN.runtime();
        if at < count {
            let id = ids[at] as usize;
            if id >= first && id < first + OWN && (silent == 0 || id > 0) {
                own = id - first;
            }
        }
        owned[UNIT_POS as usize] = own as u32;
        sync_cube();
        if column < width {
            for place in 0..LOOK {
                let own = owned[place] as usize;
                if own < OWN && own % LANES == lane {
                    sums[own * COLUMNS + inside] += rows[(step * LOOK + place) * width + column];
                }
            }
        }
        sync_cube();
    }
    if column < width {
        for part in 0..OWN / LANES {
            let own = part * LANES + lane;
            if first + own < entries {
                gradient[(first + own) * width + column] = sums[own * COLUMNS + inside];
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
pub fn scatter(
    rows: &CubeTensor,
    ids: &CubeTensor,
    gradient: &CubeTensor,
    [count, entries, width]: [usize; 3],
    silent: bool,
) {
    scatter_kernel::launch(
        &rows.client,
        CubeCount::Static(entries.div_ceil(OWN) as u32, width.div_ceil(COLUMNS) as u32, 1),
        CubeDim::new_2d(COLUMNS as u32, LANES as u32),
        rows.clone().into_buffer_arg(),
        ids.clone().into_buffer_arg(),
        gradient.clone().into_buffer_arg(),
        count,
        entries,
        width,
        u32::from(silent),
    );
}
