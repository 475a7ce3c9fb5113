//! Tiles of matrices that a workgroup shares: it computes [`TILE`] x [`TILE`] numbers of a product, each of its units four.

use cubecl::prelude::*;

/// Rows and columns of a tile.
pub const TILE: usize = 32;
/// Units along one side of a workgroup, each of which computes two rows and two columns.
pub const UNITS: usize = 16;
/// One more than a row, so that a column's numbers lie in different banks.
pub const PITCH: usize = TILE + 1;
/// Numbers of a tile that each unit fetches.
pub const SHARE: usize = TILE * TILE / (UNITS * UNITS);

/// The units of a workgroup.
pub const WORKGROUP: CubeDim = CubeDim::new_2d(UNITS as u32, UNITS as u32);

/// Workgroups for a product of so many rows and columns.
pub fn grid(rows: usize, columns: usize) -> CubeCount {
    CubeCount::Static(columns.div_ceil(TILE) as u32, rows.div_ceil(TILE) as u32, 1)
}

/// `sums += left right` over one pair of tiles, both by rows: the numbers of the unit at `row`, `column` of its workgroup.
#[cube]
pub fn accumulate(left: &Shared<[f32]>, right: &Shared<[f32]>, sums: &mut Array<f32>, row: usize, column: usize) {
    for k in 0..TILE {
        let upper = left[row * PITCH + k];
        let lower = left[(row + UNITS) * PITCH + k];
        let first = right[k * PITCH + column];
        let second = right[k * PITCH + column + UNITS];
        sums[0] += upper * first;
        sums[1] += upper * second;
        sums[2] += lower * first;
        sums[3] += lower * second;
    }
}
