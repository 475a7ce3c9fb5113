//! The sums of [`super::rows`] for engines that multiply and add in one instruction.

use super::quad::Quad;

/// As [`super::rows::dot`].
#[inline]
#[cfg_attr(feature = "relaxed-simd", target_feature(enable = "relaxed-simd"))]
pub fn dot(a: &[f32], b: &[f32]) -> f32 {
    let (a_quads, a_rest) = a.as_chunks::<4>();
    let (b_quads, b_rest) = b.as_chunks::<4>();
    let mut sum = Quad::splat(0.0);
    for (a, b) in a_quads.iter().zip(b_quads) {
        sum = Quad::from(*a).times_plus(Quad::from(*b), sum);
    }
    sum.sum() + a_rest.iter().zip(b_rest).map(|(a, b)| a * b).sum::<f32>()
}

/// As [`super::rows::add_rows`].
#[inline]
#[cfg_attr(feature = "relaxed-simd", target_feature(enable = "relaxed-simd"))]
pub fn add_rows(sum: &mut [f32], factors: &[f32], rows: &[f32], stride: usize) {
    let n = sum.len();
    let row = |c: usize| &rows[c * stride..][..n];
    let (fours, rest) = factors.as_chunks::<4>();
    for (at, factors) in fours.iter().enumerate() {
        let rows: [&[f32]; 4] = std::array::from_fn(|c| row(4 * at + c));
        let [a, b, c, d] = rows.map(|row| row.as_chunks::<4>().0);
        let [x, y, z, w] = factors.map(Quad::splat);
        let (quads, tail) = sum.as_chunks_mut::<4>();
        for ((((sum, a), b), c), d) in quads.iter_mut().zip(a).zip(b).zip(c).zip(d) {
            let sum_of_two = y.times_plus(Quad::from(*b), x.times_plus(Quad::from(*a), Quad::from(*sum)));
            *sum = w.times_plus(Quad::from(*d), z.times_plus(Quad::from(*c), sum_of_two)).into();
        }
        for (row, factor) in rows.iter().zip(factors) {
            for (sum, x) in tail.iter_mut().zip(row.as_chunks::<4>().1) {
                *sum += factor * x;
            }
        }
    }
    for (at, x) in rest.iter().enumerate() {
        add_scaled(sum, *x, row(4 * fours.len() + at));
    }
}

/// As [`super::rows::add_scaled`].
#[inline]
#[cfg_attr(feature = "relaxed-simd", target_feature(enable = "relaxed-simd"))]
pub fn add_scaled(sum: &mut [f32], factor: f32, x: &[f32]) {
    let (quads, rest) = sum.as_chunks_mut::<4>();
    let (x_quads, x_rest) = x.as_chunks::<4>();
    let factors = Quad::splat(factor);
    for (sum, x) in quads.iter_mut().zip(x_quads) {
        *sum = factors.times_plus(Quad::from(*x), Quad::from(*sum)).into();
    }
    for (sum, x) in rest.iter_mut().zip(x_rest) {
        *sum += factor * x;
    }
}

#[cfg(test)]
mod tests {
    use super::super::rows;
    use super::*;

    #[test]
    fn sums_are_those_of_the_plain_loops() {
        let numbers = |count: usize, speed: f32| (0..count).map(|at| (at as f32 * speed).sin()).collect::<Vec<f32>>();
        let close = |found: &[f32], expected: &[f32]| {
            assert!(found.iter().zip(expected).all(|(found, expected)| (found - expected).abs() < 1e-5));
        };
        for (width, count) in [(0, 3), (1, 1), (3, 5), (4, 4), (7, 9), (16, 6), (21, 13)] {
            let stride = width + 2;
            let (factors, matrix, x) = (numbers(count, 0.3), numbers(count * stride, 0.7), numbers(width, 1.1));
            close(&[dot(&x, &matrix[..width])], &[rows::dot(&x, &matrix[..width])]);
            let (mut found, mut expected) = (x.clone(), x.clone());
            add_rows(&mut found, &factors, &matrix, stride);
            rows::add_rows(&mut expected, &factors, &matrix, stride);
            close(&found, &expected);
        }
    }
}
