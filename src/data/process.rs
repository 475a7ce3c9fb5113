//! The process behind the synthetic shop: what a visitor does next, given what they did, with exact probabilities.
//!
//! A session starts with an item drawn by popularity. For each further item a rule is drawn with the weights of the preset:
//!
//! - `chain`, `brand`, `price`: an item `j` of the last [`LOOK_BACK`] of the session comes to mind. The newest is first in line,
//!   each older one [`DECAY`] times as likely as the one after it; but the last item is also a cue, and an earlier item that
//!   shares the cue is [`CUED`] times as likely. Under `chain` the cue is the brand: a bag of the camera's brand brings the
//!   camera back to mind, and the visitor goes on from there, to the type that follows the type of `j` in its department.
//!   Under `brand` the cue is the department: the next item is of the brand of `j`, which the visitor bought there before.
//!   Under `price` there is no cue, and the next item is of the price band of `j`.
//! - `transition`: the next item is one of three fixed successors of the last item, drawn once for the whole data set.
//! - `noise`: the next item is any item.
//!
//! Within the group that the rule allows, items are drawn by popularity. No item follows itself: the last item is left out of
//! every group; an older item may come again.
//!
//! # Equation
//! ```text
//! p(i | h) = sum over rules r of w_r p_r(i | h)
//! p_r(i | h) = sum over j of a_j [i in G_r(h_j), i != last] pop(i) / pop(G_r(h_j) without last)     r in chain, brand, price
//! a_j ~ DECAY^(steps back to j) (CUED if j is not the last item and shares its cue, else 1)
//! ```
//! [`Process::next_probabilities`] is this sum, term by term; [`Process::draw_next`] draws from it.

use super::catalogue::Catalogue;
pub(super) use super::rules::LOOKING_BACK;
pub use super::rules::{ProcessWeights, Rule};
use super::shop;
use crate::rng;
use rand::rngs::ChaCha8Rng;

// All constants of the process; the weights of the presets are in `synthetic`. Whoever changes one has to make the weights
// shipped with the page anew.

/// How many of the newest items the rules chain, brand and price look back at.
pub const LOOK_BACK: usize = 8;
/// How much less likely each older item is to be looked back at.
pub const DECAY: f64 = 0.3;
/// How much more likely an earlier item comes to mind if it shares the cue of the last item.
pub const CUED: f64 = 300.0;
/// Popularity of the item with rank `r` is `1 / (r + POPULARITY_SHIFT)`: a long tail that divisions alone compute, the same to
/// the last bit on every platform.
const POPULARITY_SHIFT: f64 = 4.0;
/// Probabilities of the three fixed successors of an item.
pub(super) const SUCCESSOR_WEIGHTS: [f64; 3] = [0.5, 0.3, 0.2];
/// Shortest session.
pub const MIN_LENGTH: u32 = 5;
/// Longest session; lengths are uniform between the two.
pub const MAX_LENGTH: u32 = 20;

/// One drawn item and how it came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The item.
    pub item: u32,
    /// What decided.
    pub rule: Rule,
    /// Steps back from the last item to the one that the rule started from, 0 = the last itself. Means nothing for noise.
    pub back: usize,
}

/// The process: what a visitor does next, given what they did.
#[derive(Debug, Clone)]
pub struct Process {
    weights: ProcessWeights,
    /// Popularity of each item id, summing to 1; 0 for the padding item.
    pub(super) popularity: Vec<f64>,
    /// The groups that rules choose from.
    pub(super) groups: Vec<Group>,
    /// For each item id, the groups that chain, brand and price lead to.
    pub(super) leads_to: Vec<[usize; 3]>,
    /// For each item id, its fixed successors.
    pub(super) successors: Vec<[u32; 3]>,
    /// For each item id, its cue under chain, brand and price: the brand, the department, none.
    pub(super) cues: Vec<[Option<usize>; 3]>,
    /// How the last item of every session came about.
    last_steps: Vec<Step>,
}

/// Items that a rule chooses from, and their popularity in all.
#[derive(Debug, Clone, Default)]
pub(super) struct Group {
    pub(super) items: Vec<u32>,
    popularity: f64,
}

impl Process {
    /// The process over the true catalogue of the shop, [`shop::catalogue`]. Streams of `seed`: `shop.popularity` and
    /// `shop.successors`.
    #[must_use]
    pub fn new(catalogue: &Catalogue, weights: ProcessWeights, seed: u64) -> Self {
        let n = catalogue.n_items();
        let popularity = popularity(n, seed);
        // One group per type, then one per brand, then one per price band.
        let types = n / shop::VARIANTS;
        let brands = catalogue.attributes[shop::BRAND].values.len();
        let prices = catalogue.attributes[shop::PRICE].values.len();
        let mut groups = vec![Group::default(); types + brands + prices];
        let mut leads_to = vec![[0; 3]; n + 1];
        let mut cues = vec![[None; 3]; n + 1];
        for id in 1..=n {
            let kind = (id - 1) / shop::VARIANTS;
            let brand = types + catalogue.items[id].values[shop::BRAND][0] as usize;
            let price = types + brands + catalogue.items[id].values[shop::PRICE][0] as usize;
            for group in [kind, brand, price] {
                groups[group].items.push(id_of(id));
                groups[group].popularity += popularity[id];
            }
            let next_kind = kind - kind % shop::TYPES + (kind + 1) % shop::TYPES;
            leads_to[id] = [next_kind, brand, price];
            cues[id] = [Some(brand), Some(kind / shop::TYPES), None];
        }
        let successors = successors(n, seed);
        Self { weights, popularity, groups, leads_to, successors, cues, last_steps: Vec::new() }
    }

    /// The weights of the rules, summing to 1.
    #[must_use]
    pub fn weights(&self) -> ProcessWeights {
        self.weights
    }

    /// The exact probability of every item to come next.
    ///
    /// Ids that the shop does not have are passed over in `history`, oldest first. Before the first item it is popularity.
    /// # Shapes
    /// - returns: `[items]`, index = item id; 0 for the padding item and for the last item; sums to 1
    #[must_use]
    pub fn next_probabilities(&self, history: &[u32]) -> Vec<f64> {
        let recent = self.recent(history);
        let Some(&last) = recent.first() else {
            return self.popularity.clone();
        };
        let rest = 1.0 - self.popularity[last as usize];
        let mut p: Vec<f64> = self.popularity.iter().map(|pop| self.weights.noise * pop / rest).collect();
        for (successor, weight) in self.successors[last as usize].iter().zip(SUCCESSOR_WEIGHTS) {
            p[*successor as usize] += self.weights.transition * weight;
        }
        let rules = [self.weights.chain, self.weights.brand, self.weights.price];
        for (rule, weight) in rules.into_iter().enumerate() {
            for (item, attention) in recent.iter().zip(self.looks_back(rule, &recent)) {
                let group = &self.groups[self.leads_to[*item as usize][rule]];
                let scale = weight * attention / self.popularity_without(group, last);
                for &id in &group.items {
                    p[id as usize] += scale * self.popularity[id as usize];
                }
            }
        }
        p[last as usize] = 0.0;
        p
    }

    /// Draws the next item with the probabilities of [`Process::next_probabilities`], rule by rule.
    pub fn draw_next(&self, history: &[u32], rng: &mut ChaCha8Rng) -> u32 {
        self.draw_step(history, rng).item
    }

    /// [`Self::draw_next`] with how it came about; the same draws.
    pub fn draw_step(&self, history: &[u32], rng: &mut ChaCha8Rng) -> Step {
        let recent = self.recent(history);
        let Some(&last) = recent.first() else {
            return Step { item: id_of(rng::weighted(rng, &self.popularity)), rule: Rule::Noise, back: 0 };
        };
        let rules = self.weights.named().map(|(_, weight)| weight);
        match rng::weighted(rng, &rules) {
            rule @ 0..=2 => {
                let back = rng::weighted(rng, &self.looks_back(rule, &recent));
                let group = &self.groups[self.leads_to[recent[back] as usize][rule]].items;
                let weights: Vec<f64> = group.iter().map(|&id| self.popularity_unless(id, last)).collect();
                Step { item: group[rng::weighted(rng, &weights)], rule: LOOKING_BACK[rule], back }
            }
            3 => {
                let item = self.successors[last as usize][rng::weighted(rng, &SUCCESSOR_WEIGHTS)];
                Step { item, rule: Rule::Transition, back: 0 }
            }
            _ => {
                let ids = 0..id_of(self.popularity.len());
                let weights: Vec<f64> = ids.map(|id| self.popularity_unless(id, last)).collect();
                Step { item: id_of(rng::weighted(rng, &weights)), rule: Rule::Noise, back: 0 }
            }
        }
    }

    /// Draws a whole session, `MIN_LENGTH` to `MAX_LENGTH` items, and says how its last one came about.
    pub fn draw_session(&self, rng: &mut ChaCha8Rng) -> (Vec<u32>, Step) {
        let length = (MIN_LENGTH + rng::below(rng, MAX_LENGTH - MIN_LENGTH + 1)) as usize;
        let mut session = Vec::with_capacity(length);
        loop {
            let step = self.draw_step(&session, rng);
            session.push(step.item);
            if session.len() == length {
                return (session, step);
            }
        }
    }

    /// The process with what was drawn for the last item of every session.
    #[must_use]
    pub fn with_last_steps(self, last_steps: Vec<Step>) -> Self {
        Self { last_steps, ..self }
    }

    /// How the last item of every session came about; empty where nobody recorded it.
    #[must_use]
    pub fn last_steps(&self) -> &[Step] {
        &self.last_steps
    }

    /// The newest items of `history`, newest first.
    pub(super) fn recent(&self, history: &[u32]) -> Vec<u32> {
        let known = |id: &&u32| (1..self.popularity.len()).contains(&(**id as usize));
        history.iter().rev().filter(known).take(LOOK_BACK).copied().collect()
    }

    /// The probability that `rule` looks back at each of the `recent` items, newest first; sums to 1.
    pub(super) fn looks_back(&self, rule: usize, recent: &[u32]) -> Vec<f64> {
        let cue = self.cues[recent[0] as usize][rule];
        let mut decay = 1.0 / DECAY;
        let weights: Vec<f64> = (recent.iter().enumerate())
            .map(|(steps, &id)| {
                decay *= DECAY;
                let cued = steps > 0 && cue.is_some() && self.cues[id as usize][rule] == cue;
                if cued { decay * CUED } else { decay }
            })
            .collect();
        let sum: f64 = weights.iter().sum();
        weights.into_iter().map(|weight| weight / sum).collect()
    }

    fn popularity_unless(&self, id: u32, left_out: u32) -> f64 {
        if id == left_out { 0.0 } else { self.popularity[id as usize] }
    }

    pub(super) fn popularity_without(&self, group: &Group, left_out: u32) -> f64 {
        if group.items.contains(&left_out) {
            group.popularity - self.popularity[left_out as usize]
        } else {
            group.popularity
        }
    }
}

/// Popularity of each item id: the ranks are drawn, the shape is fixed.
fn popularity(n: usize, seed: u64) -> Vec<f64> {
    let ranks = rng::choose(&mut rng::stream(seed, "shop.popularity"), n, n);
    #[expect(clippy::cast_precision_loss, reason = "a few hundred ranks")]
    let shares: Vec<f64> = ranks.into_iter().map(|rank| 1.0 / (rank as f64 + 1.0 + POPULARITY_SHIFT)).collect();
    let sum: f64 = shares.iter().sum();
    std::iter::once(0.0).chain(shares.into_iter().map(|share| share / sum)).collect()
}

/// Three different successors of each item id, none of them the item itself.
fn successors(n: usize, seed: u64) -> Vec<[u32; 3]> {
    let mut draws = rng::stream(seed, "shop.successors");
    let of_item = |id: usize| {
        let others = rng::choose(&mut draws, n - 1, 3);
        // Ids 1..=n without `id`: those from `id` on are one higher.
        [0, 1, 2].map(|k| id_of(if others[k] + 1 < id { others[k] + 1 } else { others[k] + 2 }))
    };
    std::iter::once([0; 3]).chain((1..=n).map(of_item)).collect()
}

fn id_of(index: usize) -> u32 {
    u32::try_from(index).expect("the shop has a few hundred items")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(rule: &str) -> ProcessWeights {
        let weight = |name| f64::from(u8::from(rule == name));
        ProcessWeights {
            chain: weight("chain"),
            brand: weight("brand"),
            price: weight("price"),
            transition: weight("transition"),
            noise: weight("noise"),
        }
    }

    #[test]
    fn draws_follow_the_probabilities() {
        let weights = ProcessWeights { chain: 1.0, brand: 3.0, price: 1.0, transition: 1.0, noise: 1.0 };
        let process = Process::new(&shop::catalogue(), weights.normalised().unwrap(), 1);
        let history = [17, 3, 120, 3, 44, 4];
        let p = process.next_probabilities(&history);
        let mut rng = rng::stream(9, "test");
        let draws = 400_000;
        let mut counts = vec![0.0; p.len()];
        for _ in 0..draws {
            counts[process.draw_next(&history, &mut rng) as usize] += 1.0;
        }
        let n = f64::from(draws);
        for (id, (count, p)) in counts.iter().zip(&p).enumerate() {
            // Five standard deviations of a binomial count, and nothing at all where the probability is 0.
            assert!((count - n * p).abs() <= 5.0 * (n * p * (1.0 - p)).sqrt(), "item {id}: {count} against {}", n * p);
        }
    }

    #[test]
    fn the_chain_rule_alone_leads_to_the_four_items_of_the_next_type() {
        let catalogue = shop::catalogue();
        let process = Process::new(&catalogue, only("chain"), 1);
        let support = |history: &[u32]| -> Vec<usize> {
            let p = process.next_probabilities(history);
            (0..p.len()).filter(|&id| p[id] > 0.0).collect()
        };
        assert_eq!(support(&[1]), [5, 6, 7, 8]);
        assert_eq!(support(&[24]), [1, 2, 3, 4], "the chain is a circle within the department");
        assert_eq!(support(&[1, 25]), [5, 6, 7, 8, 29, 30, 31, 32], "older items count too");
        assert_eq!(support(&[1, 6]), [5, 7, 8, 9, 10, 11, 12], "the last item does not follow itself");
    }

    #[test]
    fn older_items_are_looked_back_at_less_often() {
        let process = Process::new(&shop::catalogue(), only("chain"), 1);
        let p = process.next_probabilities(&[1, 26]);
        let (older, newer): (f64, f64) = (p[5..=8].iter().sum(), p[29..=32].iter().sum());
        assert!((older / newer - DECAY).abs() < 1e-12);
    }

    #[test]
    fn the_brand_rule_alone_stays_with_the_brand_and_the_price_rule_with_the_band() {
        let catalogue = shop::catalogue();
        for (rule, attribute) in [("brand", shop::BRAND), ("price", shop::PRICE)] {
            let p = Process::new(&catalogue, only(rule), 1).next_probabilities(&[77]);
            for (id, item) in catalogue.items.iter().enumerate().skip(1) {
                let same = item.values[attribute] == catalogue.items[77].values[attribute];
                assert_eq!(p[id] > 0.0, same && id != 77, "{rule}, item {id}");
            }
        }
    }

    #[test]
    fn the_transition_rule_alone_has_three_successors_other_than_the_item() {
        let process = Process::new(&shop::catalogue(), only("transition"), 1);
        for id in 1..=240 {
            let mut p = process.next_probabilities(&[5, id]);
            p.sort_unstable_by(|a, b| b.total_cmp(a));
            assert_eq!(p[..4], [0.5, 0.3, 0.2, 0.0]);
        }
    }

    #[test]
    fn ids_that_the_shop_does_not_have_are_passed_over() {
        let process = Process::new(&shop::catalogue(), only("brand"), 1);
        assert_eq!(process.next_probabilities(&[7, 0, 999]), process.next_probabilities(&[7]));
        assert_eq!(process.next_probabilities(&[0]), process.next_probabilities(&[]));
    }
}
