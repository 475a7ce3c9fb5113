//! What no training step on the CPU can exceed. In builds for profiling alone.

use std::hint::black_box;

use dif_sr_ops::cpu::square_product;

/// Multiplies two matrices of `width` rows and columns, `times` times; whoever calls looks at the clock.
pub fn products(width: usize, times: usize) {
    let factor = |speed: f32| (0..width * width).map(|at| (at as f32 * speed).sin()).collect::<Vec<f32>>();
    let (left, right) = (factor(0.7), factor(1.3));
    for _ in 0..times {
        black_box(square_product(black_box(&left), black_box(&right), width));
    }
}
