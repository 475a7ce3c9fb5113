//! Why a visitor of the synthetic shop clicked, as far as the click itself tells: each rule and each earlier item it may have
//! started from, with its probability.

use super::process::{LOOKING_BACK, Process, Rule, SUCCESSOR_WEIGHTS};

/// One way in which an item may have come about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Way {
    /// What decided.
    pub rule: Rule,
    /// Steps back from the last item to the one that the rule started from, 0 = the last itself. Means nothing for noise.
    pub back: usize,
    /// Probability given the session and the item; all ways sum to 1.
    pub probability: f64,
}

impl Process {
    /// Every way in which `item` may have followed `history`; none if it cannot have.
    ///
    /// # Equation
    /// `p(r, j | h, c) ~ w_r a_j(r) [c in G_r(h_j), c != last] pop(c) / pop(G_r(h_j) without last)` for chain, brand and price,
    /// `w_t s_k [c is the k-th successor of last]` for transition, `w_n pop(c) / (1 - pop(last))` for noise: the terms of
    /// [`Process::next_probabilities`].
    #[must_use]
    pub fn ways(&self, history: &[u32], item: u32) -> Vec<Way> {
        let mut ways = self.terms(history, item);
        let sum: f64 = ways.iter().map(|way| way.probability).sum();
        if sum == 0.0 {
            return Vec::new();
        }
        for way in &mut ways {
            way.probability /= sum;
        }
        ways
    }

    /// The terms of the probability of `item`, not yet divided by their sum.
    fn terms(&self, history: &[u32], item: u32) -> Vec<Way> {
        let recent = self.recent(history);
        let Some(&last) = recent.first() else { return Vec::new() };
        let known = (1..self.popularity.len()).contains(&(item as usize));
        if item == last || !known {
            return Vec::new();
        }
        let (weights, own) = (self.weights(), self.popularity[item as usize]);
        let mut found = Vec::new();
        for (index, (rule, weight)) in
            LOOKING_BACK.into_iter().zip([weights.chain, weights.brand, weights.price]).enumerate()
        {
            for (back, (&from, attention)) in recent.iter().zip(self.looks_back(index, &recent)).enumerate() {
                let group = &self.groups[self.leads_to[from as usize][index]];
                if group.items.contains(&item) {
                    let probability = weight * attention * own / self.popularity_without(group, last);
                    found.push(Way { rule, back, probability });
                }
            }
        }
        for (&successor, share) in self.successors[last as usize].iter().zip(SUCCESSOR_WEIGHTS) {
            if successor == item {
                found.push(Way { rule: Rule::Transition, back: 0, probability: weights.transition * share });
            }
        }
        let noise = weights.noise * own / (1.0 - self.popularity[last as usize]);
        found.push(Way { rule: Rule::Noise, back: 0, probability: noise });
        found
    }

    /// How likely each of the newest items is to be started from before the click is known, newest first: the ceiling of everything
    /// that has not seen the click. Index = steps back; noise takes no part.
    #[must_use]
    pub fn starts(&self, history: &[u32]) -> Vec<f64> {
        let recent = self.recent(history);
        if recent.is_empty() {
            return Vec::new();
        }
        let weights = self.weights();
        let mut found = vec![0.0; recent.len()];
        for (index, weight) in [weights.chain, weights.brand, weights.price].into_iter().enumerate() {
            for (sum, attention) in found.iter_mut().zip(self.looks_back(index, &recent)) {
                *sum += weight * attention;
            }
        }
        found[0] += weights.transition;
        found
    }

    /// Whether two items share the cue of the chain rule (their brand) and that of the brand rule (their department).
    #[must_use]
    pub fn shared_cues(&self, one: u32, other: u32) -> [bool; 2] {
        let (one, other) = (self.cues[one as usize], self.cues[other as usize]);
        [one[0] == other[0], one[1] == other[1]]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::synthetic::{Preset, Synthetic, SyntheticConfig, generate};

    #[test]
    fn the_ways_of_an_item_sum_to_its_probability() {
        for preset in Preset::ALL {
            let Synthetic { dataset, process } =
                generate(&SyntheticConfig { preset, sessions: 50, ..SyntheticConfig::default() }).unwrap();
            for session in dataset.sequences.iter() {
                let (&item, history) = session.split_last().unwrap();
                let sum: f64 = process.terms(history, item).iter().map(|way| way.probability).sum();
                let expected = process.next_probabilities(history)[item as usize];
                assert!((sum - expected).abs() < 1e-15, "{sum} instead of {expected}");
                assert!(
                    (process.ways(history, item).iter().map(|way| way.probability).sum::<f64>() - 1.0).abs() < 1e-12
                );
                assert!((process.starts(history).iter().sum::<f64>() + process.weights().noise - 1.0).abs() < 1e-12);
            }
        }
    }

    /// Reference figures of a second implementation that draws the same sessions.
    #[test]
    fn the_last_clicks_of_the_first_shop_came_about_as_they_were_drawn() {
        let Synthetic { dataset, process } = generate(&SyntheticConfig::default()).unwrap();
        let steps = process.last_steps();
        assert_eq!(steps.len(), 3000);
        assert!(steps.iter().zip(dataset.sequences.iter()).all(|(step, session)| Some(&step.item) == session.last()));
        let rules = [Rule::Chain, Rule::Brand, Rule::Price, Rule::Transition, Rule::Noise];
        assert_eq!(rules.map(|rule| steps.iter().filter(|step| step.rule == rule).count()), [1316, 1222, 71, 82, 309]);
        let led: Vec<_> = steps.iter().filter(|step| step.rule != Rule::Noise).collect();
        let backs: [usize; 8] = std::array::from_fn(|back| led.iter().filter(|step| step.back == back).count());
        assert_eq!(backs, [787, 910, 639, 205, 106, 31, 10, 3]);
        let (item, history) = dataset.sequences[0].split_last().unwrap();
        assert_eq!((*item, steps[0].rule, steps[0].back), (169, Rule::Brand, 1));
        let brand: f64 =
            process.ways(history, *item).iter().filter(|way| way.rule == Rule::Brand).map(|way| way.probability).sum();
        assert!((brand - 0.9554).abs() < 5e-5, "{brand}");
    }

    #[test]
    fn what_cannot_follow_has_no_ways() {
        let process = generate(&SyntheticConfig { sessions: 50, ..SyntheticConfig::default() }).unwrap().process;
        assert!(process.ways(&[], 3).is_empty());
        assert!(process.ways(&[3], 3).is_empty());
        assert!(process.ways(&[3], 900).is_empty() && process.ways(&[3], 0).is_empty());
    }
}
