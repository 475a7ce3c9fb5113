//! Sums over rows of numbers, as loops that compilers turn into SIMD.

use super::math::LANES;

/// Sum of the products of two slices of one length.
#[cfg_attr(target_family = "wasm", inline)]
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut lanes = [0.0_f32; LANES];
    let (a_lanes, a_rest) = a.as_chunks::<LANES>();
    let (b_lanes, b_rest) = b.as_chunks::<LANES>();
    for (a, b) in a_lanes.iter().zip(b_lanes) {
        for lane in 0..LANES {
            lanes[lane] += a[lane] * b[lane];
        }
    }
    lanes.iter().sum::<f32>() + a_rest.iter().zip(b_rest).map(|(a, b)| a * b).sum::<f32>()
}

/// `sum += factors_0 row_0 + factors_1 row_1 + ...`; row `c` starts at `rows[c * stride]`.
#[cfg_attr(target_family = "wasm", inline)]
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub fn add_rows(sum: &mut [f32], factors: &[f32], rows: &[f32], stride: usize) {
    let n = sum.len();
    let row = |c: usize| &rows[c * stride..][..n];
    let (fours, rest) = factors.as_chunks::<4>();
    for (at, &[x, y, z, w]) in fours.iter().enumerate() {
        let (a, b, c, d) = (row(4 * at), row(4 * at + 1), row(4 * at + 2), row(4 * at + 3));
        for i in 0..n {
            sum[i] += (x * a[i] + y * b[i]) + (z * c[i] + w * d[i]);
        }
    }
    for (at, x) in rest.iter().enumerate() {
        add_scaled(sum, *x, row(4 * fours.len() + at));
    }
}

/// `sum += factor x`
#[cfg_attr(target_family = "wasm", inline)]
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub fn add_scaled(sum: &mut [f32], factor: f32, x: &[f32]) {
    for (sum, x) in sum.iter_mut().zip(x) {
        *sum += factor * x;
    }
}
