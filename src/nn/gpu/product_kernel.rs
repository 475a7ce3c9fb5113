//! Products of matrices, one for each entry of the leading axes, or their sum over these entries.

use burn_cubecl::tensor::CubeTensor;
use cubecl::prelude::*;

use super::tile::{PITCH, SHARE, TILE, UNITS, WORKGROUP, accumulate, grid};

/// A factor: its number at matrix `m`, row `r`, column `c` lies at `m * matrix + r * row + c * column`.
#[derive(Debug, Clone, Copy)]
pub struct Strides {
    /// From one matrix to the next; 0 where one matrix stands for all.
    pub matrix: usize,
    /// From one row to the next.
    pub row: usize,
    /// From one column to the next.
    pub column: usize,
}

impl Strides {
    /// Matrices of `rows` and `columns`, one after the other; the `first` one for all, if there are no others.
    pub const fn contiguous(matrices: usize, rows: usize, columns: usize) -> Self {
        Self { matrix: if matrices == 1 { 0 } else { rows * columns }, row: columns, column: 1 }
    }

    /// The same numbers as transposed matrices.
    pub const fn transposed(self) -> Self {
        Self { matrix: self.matrix, row: self.column, column: self.row }
    }
}

/// Sizes of products.
#[derive(Debug, Clone, Copy)]
pub struct Extent {
    /// Products, or summands of the one product if they are `summed`.
    pub matrices: usize,
    /// Rows of the left factor.
    pub rows: usize,
    /// Columns of the left factor, rows of the right one.
    pub inner: usize,
    /// Columns of the right factor.
    pub columns: usize,
    /// Whether one product is wanted, the sum of all.
    pub summed: bool,
}

/// Most workgroups along one axis that every adapter allows.
const MOST_GROUPS: usize = 65_535;

/// One product after another for the workgroups along z; sums over `groups` pairs of factors on the way.
#[cube(launch)]
#[allow(clippy::too_many_arguments, reason = "a kernel's arguments are its buffers and their layout")]
fn product_kernel(
    a: &[f32],
    b: &[f32],
    out: &mut [f32],
    rows: usize,
    inner: usize,
    columns: usize,
    products: usize,
    groups: usize,
    a_matrix: usize,
    a_row: usize,
    a_column: usize,
    b_matrix: usize,
    b_row: usize,
    b_column: usize,
) {
    let mut left = Shared::new_slice(TILE * PITCH);
    let mut right = Shared::new_slice(TILE * PITCH);
    let mut sums = Array::new(4usize);
    let row = CUBE_POS_Y as usize * TILE;
    let column = CUBE_POS_X as usize * TILE;
    let mut product = CUBE_POS_Z as usize;
    while product < products {
        #[unroll]
        for at in 0..4 {
            sums[at] = 0.0f32;
        }
        for group in 0..groups {
            let matrix = product + group;
            for step in 0..inner.div_ceil(TILE) {
                for fetch in 0..SHARE {
                    let at = fetch * UNITS * UNITS + UNIT_POS as usize;
                    let far = at / TILE;
                    let near = at % TILE;
                    // Neighbouring units read along the axis whose numbers are neighbours.
                    let mut r = far;
                    let mut c = near;
                    if a_row == 1 {
                        r = near;
                        c = far;
                    }
                    let mut value = 0.0f32;
                    let k = step * TILE + c;
                    if row + r < rows && k < inner {
                        value = a[matrix * a_matrix + (row + r) * a_row + k * a_column];
                    }
                    left[r * PITCH + c] = value;
                    let mut r = far;
                    let mut c = near;
                    if b_row == 1 {
                        r = near;
                        c = far;
                    }
                    let mut value = 0.0f32;
                    let k = step * TILE + r;
                    if k < inner && column + c < columns {
                        value = b[matrix * b_matrix + k * b_row + (column + c) * b_column];
                    }
                    right[r * PITCH + c] = value;
                }
                sync_cube();
                accumulate(&left, &right, &mut sums, UNIT_POS_Y as usize, UNIT_POS_X as usize);
                sync_cube();
            }
        }
        #[unroll]
        for at in 0..4 {
            let r = row + UNIT_POS_Y as usize + at / 2 * UNITS;
            let c = column + UNIT_POS_X as usize + at % 2 * UNITS;
            if r < rows && c < columns {
                out[(product * rows + r) * columns + c] = sums[at];
            }
        }
        product += CUBE_COUNT_Z as usize;
    }
}

/// Launches `out = a b` for each matrix, or their sum. `out` has contiguous rows.
pub fn multiply(a: (&CubeTensor, Strides), b: (&CubeTensor, Strides), out: &CubeTensor, extent: Extent) {
    let Extent { matrices, rows, inner, columns, summed } = extent;
    let (products, groups) = if summed { (1, matrices) } else { (matrices, 1) };
    let CubeCount::Static(x, y, _) = grid(rows, columns) else { unreachable!("sizes are known") };
    product_kernel::launch(
        &out.client,
        CubeCount::Static(x, y, products.min(MOST_GROUPS) as u32),
        WORKGROUP,
        a.0.clone().into_buffer_arg(),
        b.0.clone().into_buffer_arg(),
        out.clone().into_buffer_arg(),
        rows,
        inner,
        columns,
        products,
        groups,
        a.1.matrix,
        a.1.row,
        a.1.column,
        b.1.matrix,
        b.1.row,
        b.1.column,
    );
}
