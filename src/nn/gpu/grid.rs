//! How many workgroups a launch takes.

use cubecl::prelude::*;

/// Units of a workgroup where they are numbered through, [`ABSOLUTE_POS`].
const UNITS: usize = 64;

/// Such a workgroup.
pub const FLAT: CubeDim = CubeDim::new_1d(UNITS as u32);

/// Along one axis every adapter allows some more.
const MOST_GROUPS: u32 = 32_768;

/// Workgroups for at least `count` units: what is beyond the last one has nothing to do.
pub fn grid(count: usize) -> CubeCount {
    groups(count.div_ceil(UNITS))
}

/// At least `count` workgroups, numbered through by [`CUBE_POS`].
pub fn groups(count: usize) -> CubeCount {
    // Two axes: one alone ends at 65,535 workgroups.
    let count = count as u32;
    let side = count.clamp(1, MOST_GROUPS);
    CubeCount::Static(side, count.div_ceil(side).max(1), 1)
}
