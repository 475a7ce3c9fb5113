//! What a data set is like before any model sees it: how its clicks spread over the items, how long its sessions are, what is known of
//! the items, and whether the order of the clicks says anything.

use std::collections::HashSet;

use serde::Serialize;

use super::floors::markov;
use crate::data::dataset::Dataset;
use crate::data::split::{Part, Sequences, samples};

/// The curve of clicks over items has so many steps.
const STEPS: usize = 20;
/// Longer sessions are counted as so long.
const LONGEST: usize = 5000;
/// Shuffles that are averaged.
const SHUFFLES: u64 = 3;
/// Place of the cut-off 10 among the metrics'.
const AT_10: usize = 1;

/// What a data set is like.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct DataFacts {
    /// Share of the clicks on the most popular 0, 5, 10 … 100 % of the items, 0 to 1.
    pub head: Vec<f64>,
    /// Sessions by their number of clicks, from 0 on; the 5,000th entry counts all longer ones, too.
    pub lengths: Vec<usize>,
    /// Share of the clicks on an item that the session had met before.
    pub repeats: f64,
    /// Share of the test targets that stand in no training part.
    pub unseen: f64,
    /// Entropy of the values of each attribute over the items, in bits.
    pub entropies: Vec<f64>,
    /// NDCG@10 of the Markov table on the test part, history kept.
    pub in_order: f64,
    /// The same with the clicks of every session shuffled, in a split by time those of each period: the mean of three shuffles.
    pub shuffled: f64,
}

/// What it is like.
#[must_use]
pub fn facts(data: &Dataset) -> DataFacts {
    let Dataset { sequences, catalogue, .. } = data;
    let rows = catalogue.items.len();
    let shuffles = (0..SHUFFLES).map(|seed| markov_ndcg(&sequences.shuffled(seed), rows));
    DataFacts {
        head: head(sequences, rows),
        lengths: lengths(sequences),
        repeats: repeats(sequences),
        unseen: unseen(sequences),
        entropies: (0..catalogue.attributes.len()).map(|attribute| entropy(data, attribute)).collect(),
        in_order: markov_ndcg(sequences, rows),
        shuffled: shuffles.sum::<f64>() / SHUFFLES as f64,
    }
}

fn markov_ndcg(sequences: &Sequences, rows: usize) -> f64 {
    let samples = samples(sequences, Part::Test, usize::MAX);
    markov(sequences, rows, &samples).kept.ndcg[AT_10]
}

fn entropy(data: &Dataset, attribute: usize) -> f64 {
    let mut counts = vec![0_usize; data.catalogue.attributes[attribute].values.len()];
    let values = data.catalogue.items[1..].iter().flat_map(|item| &item.values[attribute]);
    values.for_each(|&value| counts[value as usize] += 1);
    let all = counts.iter().sum::<usize>().max(1) as f64;
    counts.iter().filter(|&&count| count > 0).map(|&count| count as f64 / all).map(|share| -share * share.log2()).sum()
}

fn head(sequences: &[Vec<u32>], rows: usize) -> Vec<f64> {
    let mut counts = vec![0_usize; rows];
    sequences.iter().flatten().for_each(|&item| counts[item as usize] += 1);
    counts[1..].sort_unstable_by(|a, b| b.cmp(a));
    let items = rows - 1;
    let all = counts.iter().sum::<usize>().max(1) as f64;
    let of = |step: usize| counts[1..=(items * step).div_ceil(STEPS)].iter().sum::<usize>() as f64 / all;
    (0..=STEPS).map(of).collect()
}

fn lengths(sequences: &[Vec<u32>]) -> Vec<usize> {
    let longest = sequences.iter().map(Vec::len).max().unwrap_or(0).min(LONGEST);
    let mut counts = vec![0; longest + 1];
    for sequence in sequences {
        counts[sequence.len().min(LONGEST)] += 1;
    }
    counts
}

fn repeats(sequences: &[Vec<u32>]) -> f64 {
    let of = |sequence: &Vec<u32>| sequence.len() - sequence.iter().collect::<HashSet<_>>().len();
    let clicks = sequences.iter().map(Vec::len).sum::<usize>().max(1);
    sequences.iter().map(of).sum::<usize>() as f64 / clicks as f64
}

fn unseen(sequences: &Sequences) -> f64 {
    let seen: HashSet<u32> = sequences.training_parts().flatten().copied().collect();
    let tests = samples(sequences, Part::Test, usize::MAX);
    let missing = tests.iter().filter(|sample| !seen.contains(&sample.target_item(sequences))).count();
    missing as f64 / tests.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::synthetic::{SyntheticConfig, generate};

    #[test]
    fn the_head_rises_from_nothing_to_all() {
        let head = head(&[vec![1, 1, 1, 2], vec![1, 3]], 5);
        assert_eq!((head.len(), head[0], head[STEPS]), (STEPS + 1, 0.0, 1.0));
        assert!((head[5] - 4.0 / 6.0).abs() < 1e-12, "one of four items");
        assert!(head.windows(2).all(|pair| pair[0] <= pair[1]));
    }

    #[test]
    fn what_comes_again_and_what_was_never_trained_on_is_counted() {
        assert!((repeats(&[vec![1, 2, 1, 1], vec![3]]) - 0.4).abs() < 1e-12);
        // Of three items, the first one trains.
        assert!((unseen(&vec![vec![1, 2, 3], vec![2, 3, 1]].into()) - 0.5).abs() < 1e-12);
        assert_eq!(lengths(&[vec![1; 3], vec![1; 1], vec![1; 3]]), [0, 1, 0, 2]);
        assert_eq!(lengths(&[vec![1; LONGEST + 9], vec![1; LONGEST]])[LONGEST], 2);
    }

    #[test]
    fn where_an_order_was_planted_shuffling_costs_much() {
        let config: SyntheticConfig =
            serde_json::from_str(r#"{"preset": "side_information_useless", "seed": 3, "sessions": 800}"#).unwrap();
        let data = generate(&config).unwrap().dataset;
        let facts = super::facts(&data);
        assert!(facts.in_order > 2.0 * facts.shuffled, "{} and {}", facts.in_order, facts.shuffled);
        assert_eq!(facts.entropies.len(), data.catalogue.attributes.len());
        let most = (data.catalogue.attributes[0].values.len() as f64 - 1.0).log2();
        assert!(facts.entropies[0] > 0.0 && facts.entropies[0] <= most + 1e-9);
        assert_eq!(facts, super::facts(&data), "the same shuffles every time");
    }
}
