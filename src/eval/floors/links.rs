//! Weighted links from item to item, and the ranking they give.

use std::iter::zip;

use super::{count_items, over};
use crate::data::split::{Sample, Sequences};
use crate::eval::metrics::{Metrics, rank};

/// Scores are compared as multiples of this part of one: two scores that are equal on paper stay equal whatever the order
/// in which a device added them up.
const RESOLUTION: f64 = 1.0 / (1_u64 << 40) as f64;

/// For every item the items it points at, with a weight above 0.
pub struct Links {
    /// Where the links of each item begin, and their end.
    first: Vec<usize>,
    links: Vec<(u32, f64)>,
}

/// One row of sums, and which of them are not 0.
struct Tally {
    sums: Vec<f64>,
    touched: Vec<u32>,
}

impl Links {
    /// Links of the items `0..rows`: `visit` is called for each item and reports `(other, amount)` any number of times;
    /// `weight` turns the sum of the amounts for an item and another into their weight.
    pub fn new(
        rows: usize,
        mut visit: impl FnMut(usize, &mut dyn FnMut(u32, f64)),
        weight: impl Fn(usize, usize, f64) -> f64,
    ) -> Self {
        let mut tally = Tally::new(rows);
        let mut built = Self { first: vec![0], links: Vec::new() };
        for from in 0..rows {
            visit(from, &mut |to, amount| tally.add(to, amount));
            tally.drain(|to, sum| built.links.push((to, weight(from, to as usize, sum))));
            built.first.push(built.links.len());
        }
        built
    }

    fn of(&self, item: u32) -> &[(u32, f64)] {
        &self.links[self.first[item as usize]..self.first[item as usize + 1]]
    }

    /// Ranks items by the weights that the newest items of the history give them, the last item's times `fading[0]`, the one
    /// before it times `fading[1]`, and so on; popularity decides between equal scores.
    pub fn rank_followers(&self, fading: &[f64], sequences: &Sequences, samples: &[Sample]) -> Metrics {
        let rows = self.first.len() - 1;
        let popularity = count_items(sequences, rows);
        let mut tally = Tally::new(rows);
        over(samples, |sample| {
            let history = &sequences[sample.user][..sample.target];
            for (&item, fading) in zip(history.iter().rev(), fading) {
                for &(other, weight) in self.of(item) {
                    tally.add(other, fading * weight);
                }
            }
            let score = |id: u32| ((tally.sums[id as usize] / RESOLUTION).round() as u64, popularity[id as usize]);
            let rank = rank(rows, score, sample.target_item(sequences), history);
            tally.drain(|_, _| ());
            rank
        })
    }
}

impl Tally {
    fn new(rows: usize) -> Self {
        Self { sums: vec![0.0; rows], touched: Vec::new() }
    }

    fn add(&mut self, id: u32, amount: f64) {
        let sum = &mut self.sums[id as usize];
        if *sum == 0.0 {
            self.touched.push(id);
        }
        *sum += amount;
    }

    /// Hands over every sum and returns to 0.
    fn drain(&mut self, mut take: impl FnMut(u32, f64)) {
        for id in self.touched.drain(..) {
            take(id, std::mem::take(&mut self.sums[id as usize]));
        }
    }
}
