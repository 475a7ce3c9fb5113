//! How a cost grows: the slope of its logarithm over the logarithm of the size.

/// The exponent `b` of `cost = a size^b`, by least squares over the points given; `None` below two different sizes or where a cost
/// is not above 0.
pub fn exponent(points: &[(f64, f64)]) -> Option<f64> {
    let logs: Vec<(f64, f64)> = points.iter().map(|(size, cost)| (size.ln(), cost.ln())).collect();
    let n = logs.len() as f64;
    let (x, y) = (logs.iter().map(|log| log.0).sum::<f64>() / n, logs.iter().map(|log| log.1).sum::<f64>() / n);
    let spread: f64 = logs.iter().map(|log| (log.0 - x).powi(2)).sum();
    let together: f64 = logs.iter().map(|log| (log.0 - x) * (log.1 - y)).sum();
    let slope = together / spread;
    slope.is_finite().then_some(slope)
}

/// The points whose size is at least a tenth of the largest: fixed costs hide the growth of the small ones.
pub fn last_decade(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let largest = points.iter().map(|point| point.0).fold(0.0, f64::max);
    points.iter().copied().filter(|point| point.0 >= 0.099 * largest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_power_law_gives_its_exponent() {
        let of = |power: f64| exponent(&[10.0, 31.6, 100.0, 1000.0].map(|size: f64| (size, 3.0 * size.powf(power))));
        for power in [0.0, 0.5, 1.0, 2.0] {
            assert!((of(power).unwrap() - power).abs() < 1e-9);
        }
    }

    #[test]
    fn without_growth_to_see_there_is_no_exponent() {
        assert_eq!(exponent(&[]), None);
        assert_eq!(exponent(&[(10.0, 1.0)]), None);
        assert_eq!(exponent(&[(10.0, 1.0), (100.0, 0.0)]), None);
    }

    #[test]
    fn the_last_decade_leaves_small_sizes_out() {
        let points = [100.0, 1000.0, 3162.0, 10_000.0].map(|size| (size, 1.0));
        assert_eq!(last_decade(&points), points[1..]);
    }
}
