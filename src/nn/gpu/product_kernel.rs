//! Products of matrices, one for each entry of the leading axes, or their sum over these entries.

use burn_cubecl::tensor::CubeTensor;
use cubecl::prelude::*;

use super::own::{add_products, clear, starts};

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

/// Rows and columns of a product that one unit computes, those of its neighbours between them.
const OWN: usize = 4;
/// Units along each side of a workgroup.
const SIDE: usize = 8;
const GROUP: CubeDim = CubeDim::new_2d(SIDE as u32, SIDE as u32);
/// Rows and columns of a workgroup.
const TILE: usize = SIDE * OWN;

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
    let row = CUBE_POS_Y as usize * TILE + UNIT_POS_Y as usize;
    let column = CUBE_POS_X as usize * TILE + UNIT_POS_X as usize;
    let mut sums = Array::new(OWN * OWN);
    let mut lefts = Array::<usize>::new(OWN);
    let mut rights = Array::<usize>::new(OWN);
    let mut product = CUBE_POS_Z as usize;
    while product < products {
        clear(&mut sums, OWN * OWN);
        for group in 0..groups {
            let matrix = product + group;
            starts(&mut lefts, matrix * a_matrix, row, SIDE, rows, a_row, OWN);
            starts(&mut rights, matrix * b_matrix, column, SIDE, columns, b_column, OWN);
            add_products(a, &lefts, a_column, b, &rights, b_row, inner, &mut sums, OWN, OWN);
        }
        #[unroll]
        for i in 0..OWN {
            #[unroll]
            for j in 0..OWN {
                let r = row + i * SIDE;
                let c = column + j * SIDE;
                if r < rows && c < columns {
                    out[(product * rows + r) * columns + c] = sums[i * OWN + j];
                }
            }
        }
        product += CUBE_COUNT_Z as usize;
    }
}

/// Launches `out = a b` for each matrix, or their sum. `out` has contiguous rows.
pub fn multiply(a: (&CubeTensor, Strides), b: (&CubeTensor, Strides), out: &CubeTensor, extent: Extent) {
    let Extent { matrices, rows, inner, columns, summed } = extent;
    let (products, groups) = if summed { (1, matrices) } else { (matrices, 1) };
    product_kernel::launch(
        &out.client,
        CubeCount::Static(columns.div_ceil(TILE) as u32, rows.div_ceil(TILE) as u32, products.min(MOST_GROUPS) as u32),
        GROUP,
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
