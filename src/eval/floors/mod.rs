//! What needs no gradient: popularity, two Markov tables and item-item cosine as floors, the true process as ceiling.
//!
//! All rank every item, ties averaged, with the whole history of a session known, however short a history the model sees.
//! Whatever is counted is counted in the training part only.

mod item_cosine;
mod links;
mod windowed_markov;

pub use item_cosine::item_cosine;
pub use windowed_markov::windowed_markov;

use serde::{Deserialize, Serialize};

use super::metrics::{Metrics, TargetRank, rank};
use crate::data::dataset::Dataset;
use crate::data::process::Process;
use crate::data::split::{Sample, Sequences};

/// The marks that a model is measured against.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Floors {
    /// [`popularity`].
    pub popularity: Metrics,
    /// [`markov`].
    pub markov: Metrics,
    /// [`windowed_markov`].
    pub windowed_markov: Metrics,
    /// [`item_cosine`].
    pub item_cosine: Metrics,
    /// [`ceiling`]; known only where the process is.
    pub ceiling: Option<Metrics>,
}

/// The floors, and the ceiling where the process is known, on these samples.
#[must_use]
pub fn floors(dataset: &Dataset, process: Option<&Process>, samples: &[Sample]) -> Floors {
    let rows = dataset.catalogue.items.len();
    Floors {
        popularity: popularity(&dataset.sequences, rows, samples),
        markov: markov(&dataset.sequences, rows, samples),
        windowed_markov: windowed_markov(&dataset.sequences, rows, samples),
        item_cosine: item_cosine(&dataset.sequences, rows, samples),
        ceiling: process.map(|process| ceiling(process, &dataset.sequences, samples)),
    }
}

/// Ranks items by how often they occur in the training part. `rows` counts the padding item.
#[must_use]
pub fn popularity(sequences: &Sequences, rows: usize, samples: &[Sample]) -> Metrics {
    let popularity = count_items(sequences, rows);
    let of_sample = |sample: &Sample| {
        let history = &sequences[sample.user][..sample.target];
        rank(rows, |id| popularity[id as usize], sample.target_item(sequences), history)
    };
    over(samples, of_sample)
}

/// Ranks items by how often they follow the last item in the training part; popularity decides between equal counts, so it
/// alone ranks all items that never followed. `rows` counts the padding item.
#[must_use]
pub fn markov(sequences: &Sequences, rows: usize, samples: &[Sample]) -> Metrics {
    let popularity = count_items(sequences, rows);
    let mut followers: Vec<Vec<u32>> = vec![Vec::new(); rows];
    for pair in sequences.training_parts().flat_map(|items| items.windows(2)) {
        followers[pair[0] as usize].push(pair[1]);
    }
    let mut counts = vec![0_u32; rows];
    let of_sample = |sample: &Sample| {
        let history = &sequences[sample.user][..sample.target];
        let followers = &followers[history[history.len() - 1] as usize];
        for &id in followers {
            counts[id as usize] += 1;
        }
        let score = |id: u32| (counts[id as usize], popularity[id as usize]);
        let rank = rank(rows, score, sample.target_item(sequences), history);
        for &id in followers {
            counts[id as usize] = 0;
        }
        rank
    };
    over(samples, of_sample)
}

/// Ranks items by their true probability: no method can expect more.
#[must_use]
pub fn ceiling(process: &Process, sequences: &[Vec<u32>], samples: &[Sample]) -> Metrics {
    let of_sample = |sample: &Sample| {
        let history = &sequences[sample.user][..sample.target];
        let p = process.next_probabilities(history);
        rank(p.len(), |id| p[id as usize], sample.target_item(sequences), history)
    };
    over(samples, of_sample)
}

/// The metrics over all samples.
fn over(samples: &[Sample], of_sample: impl FnMut(&Sample) -> TargetRank) -> Metrics {
    let (kept, masked): (Vec<f64>, Vec<f64>) =
        samples.iter().map(of_sample).map(|rank| (rank.kept, rank.masked)).unzip();
    Metrics::from_ranks(&kept, &masked)
}

fn count_items(sequences: &Sequences, rows: usize) -> Vec<u32> {
    let mut counts = vec![0; rows];
    for &id in sequences.training_parts().flatten() {
        counts[id as usize] += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::split::{Part, samples};
    use crate::data::synthetic::{Preset, SyntheticConfig, generate};

    #[test]
    fn popularity_counts_the_training_part_only() {
        // Training parts: [1, 1, 2]. Test targets 3 (never seen in training, tied with 4) after the history 1, 1, 2, 4.
        let sequences = vec![vec![1, 1, 2, 4, 3]].into();
        let metrics = popularity(&sequences, 5, &samples(&sequences, Part::Test, 50));
        // Kept: 1 and 2 ahead, 4 equal: rank 2.5. Masked: nothing left but the target.
        assert!((metrics.kept.mrr - 1.0 / 3.5).abs() < 1e-12);
        assert!((metrics.masked.mrr - 1.0).abs() < 1e-12);
    }

    #[test]
    fn markov_falls_back_to_popularity() {
        // Training transitions: 1 -> 2, 2 -> 3, 3 -> 3. After 2 comes 3 first; 1 was seen twice, 2 once, 4 never.
        let sequences = vec![vec![1, 2, 3, 3, 2, 1], vec![1, 2, 4]].into();
        let metrics = markov(&sequences, 5, &samples(&sequences, Part::Test, 50)[..1]);
        assert!((metrics.kept.mrr - 1.0 / 2.0).abs() < 1e-12);
    }

    #[test]
    fn floors_lie_below_the_ceiling_in_every_preset() {
        for preset in [Preset::BrandLoyal, Preset::DepartmentChains, Preset::SideInformationUseless] {
            let made = generate(&SyntheticConfig { preset, ..SyntheticConfig::default() }).unwrap();
            let samples = samples(&made.dataset.sequences, Part::Valid, 50);
            let floors = floors(&made.dataset, Some(&made.process), &samples);
            let ceiling = floors.ceiling.unwrap();
            assert!(floors.popularity.kept.ndcg[1] < floors.markov.kept.ndcg[1], "{preset:?}");
            for floor in [&floors.markov, &floors.windowed_markov, &floors.item_cosine] {
                assert!(floor.kept.ndcg[1] < ceiling.kept.ndcg[1], "{preset:?}");
            }
        }
    }
}
