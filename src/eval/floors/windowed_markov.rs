//! A Markov table over the last five items.

use super::count_items;
use super::links::Links;
use crate::data::split::{Sample, Sequences};
use crate::eval::metrics::Metrics;

/// What a step of 1, 2, ... 5 positions counts, in training and again when ranking.
const FADING: [f64; 5] = [1.0, 0.5, 0.33, 0.25, 0.2];
/// Exponents of the popularity of the earlier and of the later item, which the counts are divided by.
const FROM: f64 = 0.5;
const TO: f64 = 0.3;

/// Ranks items by how often they follow one of the last five items within five positions in the training part, near
/// positions counting more and popular items less; popularity decides between equal scores. `rows` counts the padding item.
#[must_use]
pub fn windowed_markov(sequences: &Sequences, rows: usize, samples: &[Sample]) -> Metrics {
    let popularity = count_items(sequences, rows);
    let mut followers: Vec<Vec<(u32, f64)>> = vec![Vec::new(); rows];
    for items in sequences.training_parts() {
        for (at, &from) in items.iter().enumerate() {
            followers[from as usize].extend(items[at + 1..].iter().copied().zip(FADING));
        }
    }
    let links = Links::new(
        rows,
        |from, count| followers[from].iter().for_each(|&(to, fading)| count(to, fading)),
        |from, to, count| count / (f64::from(popularity[from]).powf(FROM) * f64::from(popularity[to]).powf(TO)),
    );
    links.rank_followers(&FADING, sequences, samples)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::split::{Part, samples};

    #[test]
    fn near_steps_count_more_and_popular_items_less() {
        // Training parts: [1, 2, 3], [4, 2], [4, 2], [2, 5]. Links: 1 -> 2 at one step and 1 -> 3 at two.
        let mut sequences = vec![vec![1, 2, 3, 9, 9], vec![4, 2, 9, 9], vec![4, 2, 9, 9], vec![2, 5, 9, 9]];
        let place = |sequences: &[Vec<u32>]| {
            let sequences = sequences.to_vec().into();
            let asked = samples(&sequences, Part::Test, 50);
            1.0 / windowed_markov(&sequences, 10, &asked[asked.len() - 1..]).kept.mrr
        };
        // After 1: item 2 scores 1 / 4^0.3 = 0.66, item 3 scores 0.5 / 1^0.3.
        sequences.push(vec![1, 2]);
        assert!((place(&sequences) - 1.0).abs() < 1e-12);
        *sequences.last_mut().unwrap() = vec![1, 3];
        assert!((place(&sequences) - 2.0).abs() < 1e-12);
        // Item 2 ten times more often elsewhere: 1 / 14^0.3 = 0.45 falls behind.
        sequences.splice(0..0, (0..10).map(|_| vec![2, 9, 9]));
        assert!((place(&sequences) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn the_sixth_last_item_is_forgotten() {
        // Training part: 1 is followed by 2. The history 1, 3, 3, 3, 3, 3 no longer holds 1 among its last five.
        let sequences =
            vec![vec![1, 2, 9, 9], vec![4, 4, 9, 9], vec![1, 3, 3, 3, 3, 3, 2], vec![1, 3, 3, 3, 3, 2]].into();
        let asked = samples(&sequences, Part::Test, 50);
        let metrics = |at: usize| windowed_markov(&sequences, 10, &asked[at..=at]);
        assert!(metrics(2).kept.mrr < metrics(3).kept.mrr);
    }
}
