//! Sums of products that one unit computes by itself: some rows by some columns of a matrix product.
//!
//! No tile is shared and nobody waits. Units side by side read one number of the left factor and neighbouring numbers of the right
//! one, and each number read serves several products.

use cubecl::prelude::*;

/// Where rows (or columns) `first`, `first + step`, ... start, `pitch` numbers apart. Beyond the edge the last one of `count` is read
/// once more, and is not to be written.
#[cube]
pub fn starts(
    found: &mut Array<usize>,
    base: usize,
    first: usize,
    step: usize,
    count: usize,
    pitch: usize,
    #[comptime] length: usize,
) {
    #[unroll]
    for i in 0..length {
        found[i] = base + (first + i * step).min(count - 1) * pitch;
    }
}

/// Sets sums to nothing.
#[cube]
pub fn clear(sums: &mut Array<f32>, #[comptime] length: usize) {
    #[unroll]
    for i in 0..length {
        sums[i] = 0.0f32;
    }
}

/// `sums[i columns + j] += sum over k < count of left[lefts[i] + k left_step] right[rights[j] + k right_step]`.
#[cube]
#[allow(clippy::too_many_arguments, reason = "two factors and where they lie")]
#[allow(clippy::trivially_copy_pass_by_ref, reason = "an array of the kernel, which is no array here")]
pub fn add_products(
    left: &[f32],
    lefts: &Array<usize>,
    left_step: usize,
    right: &[f32],
    rights: &Array<usize>,
    right_step: usize,
    count: usize,
    sums: &mut Array<f32>,
    #[comptime] rows: usize,
    #[comptime] columns: usize,
) {
    let mut factors = Array::new(columns);
    for k in 0..count {
        #[unroll]
        for j in 0..columns {
            factors[j] = right[rights[j] + k * right_step];
        }
        #[unroll]
        for i in 0..rows {
            let value = left[lefts[i] + k * left_step];
            #[unroll]
            for j in 0..columns {
                sums[i * columns + j] += value * factors[j];
            }
        }
    }
}

/// As [`add_products`], every number of `left` times the one of `keep` at its place.
#[cube]
#[allow(clippy::too_many_arguments, reason = "three factors and where they lie")]
#[allow(clippy::trivially_copy_pass_by_ref, reason = "an array of the kernel, which is no array here")]
pub fn add_kept_products(
    left: &[f32],
    keep: &[f32],
    lefts: &Array<usize>,
    left_step: usize,
    right: &[f32],
    rights: &Array<usize>,
    right_step: usize,
    count: usize,
    sums: &mut Array<f32>,
    #[comptime] rows: usize,
    #[comptime] columns: usize,
) {
    let mut factors = Array::new(columns);
    for k in 0..count {
        #[unroll]
        for j in 0..columns {
            factors[j] = right[rights[j] + k * right_step];
        }
        #[unroll]
        for i in 0..rows {
            let at = lefts[i] + k * left_step;
            let value = left[at] * keep[at];
            #[unroll]
            for j in 0..columns {
                sums[i * columns + j] += value * factors[j];
            }
        }
    }
}
