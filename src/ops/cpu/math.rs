//! `exp` and the normal distribution for whole slices: no branches, so that compilers turn the loops into SIMD.

/// Numbers that are worked on together.
pub const LANES: usize = 8;

/// `e^x` for `x <= 0`, relative error below 3e-7; 0 (or a number below 1e-37) for `x < -87`.
///
/// # Equation
/// `x = n ln 2 + r` with whole `n` and `|r| <= ln 2 / 2`; `e^r` is a polynomial of degree 6 (Chebyshev fit, error 8e-9), and
/// `2^n` is put into the exponent bits.
#[cfg_attr(target_family = "wasm", inline)]
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub fn exp(x: f32) -> f32 {
    // Added and taken away, this number rounds to whole numbers; in between, its lowest bits hold the whole number.
    const ROUND: f32 = 12_582_912.0;
    const LN_2_HIGH: f32 = 0.693_359_4;
    const LN_2_LOW: f32 = -2.121_944_4e-4;
    // Written so that what is not a number stays what it is: a broken run has to be seen.
    let x = if x < -87.0 { -87.0 } else { x };
    let shifted = x * std::f32::consts::LOG2_E + ROUND;
    let n = shifted - ROUND;
    let r = (x - n * LN_2_HIGH) - n * LN_2_LOW;
    let p = 0.001_392_639_2 * r + 0.008_363_346;
    let p = p * r + 0.041_666_552;
    let p = p * r + 0.166_665_76;
    let p = p * r + 0.5;
    let e = (p * r * r + r) + 1.0;
    let exponent = shifted.to_bits().wrapping_sub(ROUND.to_bits()).wrapping_add(127) << 23;
    e * f32::from_bits(exponent)
}

/// `Phi(x)` and its derivative `phi(x)`, the normal distribution; absolute error below 2e-7.
///
/// # Equation
/// `Phi(-a) = e^(-a^2/2) t P(t)` with `t = 1 / (1 + 0.3 a)`, `P` of degree 9 (Chebyshev fit on `0 <= a <= 14`, relative error
/// 5e-9); `Phi(a) = 1 - Phi(-a)`; `phi(a) = e^(-a^2/2) / sqrt(2 pi)`.
#[cfg_attr(target_family = "wasm", inline)]
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub fn normal(x: f32) -> (f32, f32) {
    const ONE_OVER_SQRT_2_PI: f32 = 0.398_942_3;
    let a = x.abs();
    let t = 1.0 / (1.0 + 0.3 * a);
    let p = -0.020_914_36 * t + 0.114_040_27;
    let p = p * t - 0.232_038_48;
    let p = p * t + 0.196_940_68;
    let p = p * t - 0.083_742_55;
    let p = p * t + 0.098_480_74;
    let p = p * t + 0.077_589_064;
    let p = p * t + 0.110_405_18;
    let p = p * t + 0.119_551_76;
    let p = p * t + 0.119_687_69;
    let e = exp(-0.5 * a * a);
    let tail = e * t * p;
    let phi = if x < 0.0 { tail } else { 1.0 - tail };
    (phi, e * ONE_OVER_SQRT_2_PI)
}

/// Sum of a slice.
#[cfg_attr(target_family = "wasm", inline)]
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub fn sum(values: &[f32]) -> f32 {
    let mut lanes = [0.0_f32; LANES];
    let (whole, rest) = values.as_chunks::<LANES>();
    for values in whole {
        for lane in 0..LANES {
            lanes[lane] += values[lane];
        }
    }
    lanes.iter().sum::<f32>() + rest.iter().sum::<f32>()
}

/// Largest number of a slice; minus infinity if it is empty.
#[cfg_attr(target_family = "wasm", inline)]
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub fn highest(values: &[f32]) -> f32 {
    let mut lanes = [f32::NEG_INFINITY; LANES];
    let (whole, rest) = values.as_chunks::<LANES>();
    for values in whole {
        for lane in 0..LANES {
            lanes[lane] = if values[lane] > lanes[lane] { values[lane] } else { lanes[lane] };
        }
    }
    lanes.iter().chain(rest).copied().fold(f32::NEG_INFINITY, f32::max)
}

/// Turns scores into `e^(score - largest)`; returns the largest score and the sum of what they became.
#[cfg_attr(target_family = "wasm", inline)]
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub fn exponentials(scores: &mut [f32]) -> (f32, f32) {
    let largest = highest(scores);
    let mut lanes = [0.0_f32; LANES];
    let (whole, rest) = scores.as_chunks_mut::<LANES>();
    for scores in whole {
        for lane in 0..LANES {
            scores[lane] = exp(scores[lane] - largest);
            lanes[lane] += scores[lane];
        }
    }
    let mut total = lanes.iter().sum::<f32>();
    for score in rest {
        *score = exp(*score - largest);
        total += *score;
    }
    (largest, total)
}

/// Turns scores into probabilities.
///
/// # Equation
/// `p_j = e^(s_j - m) / sum over k of e^(s_k - m)` with `m` the largest score
#[cfg_attr(target_family = "wasm", inline)]
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub fn softmax(scores: &mut [f32]) {
    let (_, total) = exponentials(scores);
    let share = 1.0 / total;
    for score in scores.iter_mut() {
        *score *= share;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exp_is_that_of_double_precision() {
        for at in 0..87_000 {
            let x = -(at as f32) * 1e-3;
            let exact = f64::from(x).exp();
            assert!((f64::from(exp(x)) / exact - 1.0).abs() < 3e-7, "exp({x}) = {}", exp(x));
        }
        assert!(exp(-1e4) < 1e-37 && exp(-1e4) >= 0.0);
        assert!((exp(0.0) - 1.0).abs() < f32::EPSILON);
        assert!(exp(f32::NAN).is_nan() && normal(f32::NAN).0.is_nan());
    }

    #[test]
    fn the_normal_distribution_at_known_points() {
        // Abramowitz and Stegun, table 26.1.
        let known = [
            (0.0, 0.5, 0.398_942_28),
            (1.0, 0.841_344_75, 0.241_970_72),
            (-1.0, 0.158_655_25, 0.241_970_72),
            (2.0, 0.977_249_87, 0.053_990_97),
            (-3.0, 0.001_349_898, 0.004_431_848),
            (-20.0, 0.0, 0.0),
        ];
        for (x, distribution, density) in known {
            let (found, slope) = normal(x);
            assert!((f64::from(found) - distribution).abs() < 2e-7, "Phi({x}) = {found}");
            assert!((f64::from(slope) - density).abs() < 2e-7, "phi({x}) = {slope}");
        }
        // Phi(-5) = 2.866516e-7: small values keep their digits.
        assert!((f64::from(normal(-5.0).0) / 2.866_516e-7 - 1.0).abs() < 1e-5);
    }

    #[test]
    fn sums_of_any_length() {
        for n in [0_usize, 1, 7, 8, 9, 31] {
            let values: Vec<f32> = (1..=n).map(|x| x as f32).collect();
            let total = (n * (n + 1) / 2) as f32;
            assert!((sum(&values) - total).abs() < 1e-3);
            assert!((highest(&values) - if n == 0 { f32::NEG_INFINITY } else { n as f32 }).abs() < 1e-6 || n == 0);
        }
    }

    #[test]
    fn probabilities_sum_to_one() {
        let mut scores = [1.0, -3.0, 1000.0, 999.0];
        let (largest, total) = exponentials(&mut scores.clone());
        assert!((largest - 1000.0).abs() < f32::EPSILON && (total - 1.367_879_4).abs() < 1e-6);
        softmax(&mut scores);
        assert!((scores[2] - 0.731_058_6).abs() < 1e-6 && scores[0].abs() < 1e-30);
    }
}
