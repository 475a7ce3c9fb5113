//! How often what an explanation names is what was planted, against chance.

use serde::Serialize;

/// What was named and what was true, click by click.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pairs {
    /// What was named, as a whole number.
    pub named: Vec<u32>,
    /// What was true, in the same numbers.
    pub truth: Vec<u32>,
}

/// How well two lists agree.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Agreement {
    /// Clicks.
    pub n: usize,
    /// Clicks for which the truth was named.
    pub hits: usize,
    /// Their share.
    pub right: f64,
    /// The share that would be right if what is named had nothing to do with what is true, both as often as they are.
    pub chance: f64,
    /// `(right - chance) / (1 - chance)`; `None` where one thing alone is true and always named.
    pub kappa: Option<f64>,
    /// Half of the 95 % interval of `right`, over clicks.
    pub right_half: f64,
    /// Half of the 95 % interval of `kappa`, over clicks.
    pub kappa_half: Option<f64>,
}

/// Agreement with its chance and its intervals.
///
/// # Equation
/// `A = mean [named = true]`, `C = sum over v of share_true(v) share_named(v)`, `kappa = (A - C) / (1 - C)`, half of its interval
/// `1.96 sd([named = true] - (1 - kappa) (share_named(true) + share_true(named))) / (sqrt(n) (1 - C))` (Cohen 1960; delta method).
#[must_use]
#[cold]
pub fn agreement(pairs: &Pairs) -> Agreement {
    let Pairs { named, truth } = pairs;
    let n = named.len().min(truth.len());
    let count = n.max(1) as f64;
    let share =
        |values: &[u32], wanted: u32| values[..n].iter().filter(|&&value| value == wanted).count() as f64 / count;
    let mut kinds: Vec<u32> = truth[..n].iter().chain(&named[..n]).copied().collect();
    kinds.sort_unstable();
    kinds.dedup();
    let shares: Vec<(u32, f64, f64)> = kinds.iter().map(|&v| (v, share(named, v), share(truth, v))).collect();
    let chance: f64 = shares.iter().map(|(_, named, truth)| named * truth).sum();
    let of = |wanted: u32| {
        shares.iter().find(|(v, ..)| *v == wanted).map_or((0.0, 0.0), |&(_, named, truth)| (named, truth))
    };
    let hit = |at: usize| f64::from(u8::from(named[at] == truth[at]));
    let hits = (0..n).filter(|&at| named[at] == truth[at]).count();
    let right = hits as f64 / count;
    let interval = |value: &dyn Fn(usize) -> f64| 1.96 * deviation(n, value) / count.sqrt();
    let kappa = (n > 0 && chance < 1.0 - 1e-12).then(|| (right - chance) / (1.0 - chance));
    let kappa_half = kappa.map(|kappa| {
        let influence = |at: usize| hit(at) - (1.0 - kappa) * (of(truth[at]).0 + of(named[at]).1);
        interval(&influence) / (1.0 - chance)
    });
    Agreement { n, hits, right, chance, kappa, right_half: interval(&hit), kappa_half }
}

fn deviation(n: usize, value: &dyn Fn(usize) -> f64) -> f64 {
    let count = n.max(1) as f64;
    let mean = (0..n).map(value).sum::<f64>() / count;
    ((0..n).map(|at| (value(at) - mean).powi(2)).sum::<f64>() / count).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(named: &[u32], truth: &[u32]) -> Agreement {
        agreement(&Pairs { named: named.to_vec(), truth: truth.to_vec() })
    }

    #[test]
    fn a_constant_answer_has_no_agreement_beyond_chance() {
        let found = of(&[1, 1, 1, 1], &[1, 1, 1, 2]);
        assert_eq!((found.hits, found.n, found.right, found.chance), (3, 4, 0.75, 0.75));
        assert_eq!(found.kappa, Some(0.0));
    }

    #[test]
    fn full_agreement_is_one_and_has_no_interval() {
        let found = of(&[1, 2, 3, 2], &[1, 2, 3, 2]);
        assert_eq!(found.kappa, Some(1.0));
        assert!(found.kappa_half.unwrap().abs() < 1e-12);
    }

    #[test]
    fn where_only_one_thing_is_true_and_named_kappa_says_nothing() {
        assert_eq!(of(&[1, 1], &[1, 1]).kappa, None);
        assert_eq!(of(&[], &[]).kappa, None);
    }

    #[test]
    fn the_interval_is_that_of_many_draws() {
        // A table of 400 clicks: 150 + 130 agree, 70 + 50 do not. Cohen's own example of a variance, by hand.
        let table = [(1, 1, 150), (2, 2, 130), (1, 2, 70), (2, 1, 50)];
        let spread = |of: fn(&(u32, u32, usize)) -> u32| -> Vec<u32> {
            table.iter().flat_map(|row| vec![of(row); row.2]).collect()
        };
        let found = of(&spread(|row| row.0), &spread(|row| row.1));
        // A = .7, C = .55 * .5 + .45 * .5 = .5, kappa = .4.
        assert!((found.kappa.unwrap() - 0.4).abs() < 1e-12);
        let half = found.kappa_half.unwrap();
        assert!((0.085..0.095).contains(&half), "{half}");
    }
}
