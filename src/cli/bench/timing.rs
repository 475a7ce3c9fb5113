//! Milliseconds, and the middle of many of them.

use std::time::Instant;

use dif_sr::error::Result;

/// How long `work` takes, in milliseconds, and what it gives.
pub fn timed<T>(work: impl FnOnce() -> Result<T>) -> Result<(f64, T)> {
    let start = Instant::now();
    let value = work()?;
    Ok((start.elapsed().as_secs_f64() * 1e3, value))
}

/// The median of at most `times` measurements of `work`; of fewer where they have taken more than `enough` seconds in all.
pub fn median_of(times: usize, enough: f64, mut work: impl FnMut() -> Result<()>) -> Result<f64> {
    let began = Instant::now();
    let mut measured = Vec::new();
    while measured.is_empty() || (measured.len() < times && began.elapsed().as_secs_f64() < enough) {
        measured.push(timed(&mut work)?.0);
    }
    Ok(quantile(&measured, 0.5))
}

/// The value below which a share of `values` lies.
/// # Panics
/// If there is no value.
pub fn quantile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[((share * sorted.len() as f64) as usize).min(sorted.len() - 1)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_do_not_depend_on_the_order() {
        let values = [5.0, 1.0, 4.0, 2.0, 3.0];
        for (share, expected) in [(0.0, 1.0), (0.5, 3.0), (0.9, 5.0), (1.0, 5.0)] {
            assert!((quantile(&values, share) - expected).abs() < f64::EPSILON, "{share}");
        }
    }

    #[test]
    fn slow_work_is_measured_once() {
        let mut calls = 0;
        let mut work = || {
            calls += 1;
            Ok(())
        };
        median_of(4, 0.0, &mut work).unwrap();
        median_of(4, 60.0, &mut work).unwrap();
        assert_eq!(calls, 1 + 4);
    }
}
