//! Reductions over the units of a workgroup that shares one row.

use cubecl::prelude::*;

/// Units of such a workgroup.
pub const ROW_UNITS: usize = 64;

/// The sum of what each of [`ROW_UNITS`] units brings.
///
/// Each unit adds up for itself: that makes two waits, where halves of halves would make one for each halving.
#[cube]
pub fn sum_of_units(value: f32, shared: &mut Shared<[f32]>) -> f32 {
    bring(value, shared);
    let mut sum = 0.0f32;
    for unit in 0..ROW_UNITS {
        sum += shared[unit];
    }
    sum
}

/// The largest of what each of [`ROW_UNITS`] units brings.
#[cube]
pub fn max_of_units(value: f32, shared: &mut Shared<[f32]>) -> f32 {
    bring(value, shared);
    let mut highest = value;
    for unit in 0..ROW_UNITS {
        highest = highest.max(shared[unit]);
    }
    highest
}

#[cube]
fn bring(value: f32, shared: &mut Shared<[f32]>) {
    // Nobody may still be reading what an earlier reduction left.
    sync_cube();
    shared[UNIT_POS as usize] = value;
    sync_cube();
}
