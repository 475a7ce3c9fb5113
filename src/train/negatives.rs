//! Which items compete in a step of sampled softmax.

use std::collections::BTreeSet;

use burn::tensor::{Device, Tensor, TensorData};
use rand::rngs::ChaCha8Rng;

use crate::config::TrainingConfig;
use crate::data::dataset::Dataset;
use crate::nn::sampled_softmax::Candidates;
use crate::rng;

/// The source of candidates.
pub struct Negatives {
    /// Rows of the item table drawn for every step, below the number of rows.
    count: usize,
    /// Share of each item in the training part, by id.
    shares: Vec<f64>,
    seed: u64,
}

/// Candidates on the host.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    /// Rows of the item table, ascending.
    pub items: Vec<u32>,
    /// `-log q` of each.
    pub correction: Vec<f32>,
    /// Place of each target among `items`.
    pub targets: Vec<u32>,
}

impl Negatives {
    /// What the configuration asks for; `None` where every item competes.
    #[must_use]
    pub fn new(config: &TrainingConfig, data: &Dataset) -> Option<Self> {
        let items = &data.catalogue.items;
        let count = config.sampled_softmax;
        if count == 0 || count >= items.len() {
            return None;
        }
        let total: f64 = items.iter().map(|item| f64::from(item.count)).sum();
        let shares = items.iter().map(|item| f64::from(item.count) / total.max(1.0)).collect();
        Some(Self { count, shares, seed: config.seed })
    }

    /// The candidates of an update: rows drawn uniformly, each at most once, and the targets of all sequences. Every update has a
    /// stream of its own, so that a run which goes on after an interruption draws the same.
    ///
    /// # Equation
    /// An item is a candidate of a target that is not it unless neither the draw nor any of the other `T - 1` targets bring it:
    /// `q_i = 1 - (1 - count / items) (1 - share_i)^(T - 1)`. Negatives from the batch as well as from the whole catalogue:
    /// Yang et al. 2020, "Mixed Negative Sampling for Learning Two-tower Neural Networks in Recommendations".
    #[must_use]
    pub fn draw(&self, targets: &[u32], update: usize) -> Drawn {
        let mut stream = rng::stream(self.seed, &format!("negatives.{update}"));
        let mut chosen = some_of(self.shares.len() as u32, self.count as u32, &mut stream);
        chosen.extend(targets);
        let items: Vec<u32> = chosen.into_iter().collect();
        let correction = items.iter().map(|&item| -self.probability(item, targets.len()).ln() as f32).collect();
        let place = |target| items.binary_search(target).expect("every target is a candidate") as u32;
        Drawn { correction, targets: targets.iter().map(place).collect(), items }
    }

    fn probability(&self, item: u32, targets: usize) -> f64 {
        let not_drawn = 1.0 - self.count as f64 / self.shares.len() as f64;
        let not_met = (targets.saturating_sub(1) as f64) * (-self.shares[item as usize]).ln_1p();
        -(not_drawn.ln() + not_met).exp_m1()
    }
}

/// `count` different numbers below `n`, all sets of that size equally likely (Floyd, in Bentley 1987).
fn some_of(n: u32, count: u32, stream: &mut ChaCha8Rng) -> BTreeSet<u32> {
    let mut chosen = BTreeSet::new();
    for last in n - count..n {
        let drawn = rng::below(stream, last + 1);
        if !chosen.insert(drawn) {
            chosen.insert(last);
        }
    }
    chosen
}

impl Drawn {
    /// Uploads them.
    #[must_use]
    pub fn upload(&self, device: &Device) -> Candidates {
        let ids = |ids: &[u32]| {
            let ids: Vec<i32> = ids.iter().map(|&id| id as i32).collect();
            let count = ids.len();
            Tensor::from_data(TensorData::new(ids, [count]), device)
        };
        let count = self.correction.len();
        Candidates {
            items: ids(&self.items),
            correction: Tensor::from_data(TensorData::new(self.correction.clone(), [count]), device),
            targets: ids(&self.targets),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn negatives(count: usize) -> Negatives {
        Negatives { count, shares: vec![0.0, 0.5, 0.3, 0.15, 0.05, 0.0, 0.0, 0.0], seed: 5 }
    }

    #[test]
    fn items_are_candidates_as_often_as_the_correction_says() {
        const UPDATES: usize = 20_000;
        let (negatives, targets) = (negatives(3), 3);
        let mut popularity = rng::stream(1, "targets");
        let mut met = [0_usize; 8];
        for update in 0..UPDATES {
            // The candidates that the other targets and the draw bring, for a target that is left out here.
            let others: Vec<u32> =
                (1..targets).map(|_| rng::weighted(&mut popularity, &negatives.shares) as u32).collect();
            for item in negatives.draw(&others, update).items {
                met[item as usize] += 1;
            }
        }
        for (item, &met) in met.iter().enumerate() {
            let q = negatives.probability(item as u32, targets);
            let error = (q * (1.0 - q) / UPDATES as f64).sqrt();
            let found = met as f64 / UPDATES as f64;
            assert!((found - q).abs() < 5.0 * error, "item {item}: {found} instead of {q}");
        }
    }

    #[test]
    fn every_target_is_found_at_its_place() {
        for update in 0..50 {
            let drawn = negatives(2).draw(&[7, 1, 7, 4], update);
            let named: Vec<u32> = drawn.targets.iter().map(|&place| drawn.items[place as usize]).collect();
            assert_eq!(named, [7, 1, 7, 4]);
            assert!(drawn.items.is_sorted() && (3..=5).contains(&drawn.items.len()), "{drawn:?}");
            assert!(drawn.correction.iter().all(|correction| correction.is_finite() && *correction >= 0.0));
            assert_eq!(drawn, negatives(2).draw(&[7, 1, 7, 4], update));
        }
    }
}
