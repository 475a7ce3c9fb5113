//! Reductions over the units of a workgroup that shares one row.

use cubecl::prelude::*;

/// Units of such a workgroup.
pub const ROW_UNITS: usize = 64;

/// The sum of what each of [`ROW_UNITS`] units brings.
#[cube]
pub fn sum_of_units(value: f32, shared: &mut Shared<[f32]>) -> f32 {
    let unit = UNIT_POS as usize;
    // Nobody may still be reading what an earlier reduction left.
    sync_cube();
    shared[unit] = value;
    sync_cube();
    let mut half = comptime!(ROW_UNITS / 2).runtime();
    while half > 0 {
        if unit < half {
            let other = shared[unit + half];
            shared[unit] += other;
        }
        sync_cube();
        half /= 2;
    }
    shared[0]
}

/// The largest of what each of [`ROW_UNITS`] units brings.
#[cube]
pub fn max_of_units(value: f32, shared: &mut Shared<[f32]>) -> f32 {
    let unit = UNIT_POS as usize;
    sync_cube();
    shared[unit] = value;
    sync_cube();
    let mut half = comptime!(ROW_UNITS / 2).runtime();
    while half > 0 {
        if unit < half {
            let other = shared[unit + half];
            let mine = shared[unit];
            shared[unit] = other.max(mine);
        }
        sync_cube();
        half /= 2;
    }
    shared[0]
}
