//! What is held out. Each user's clicks are cut at two positions: before the first one lies what is trained on, and of the two
//! stretches after it the last click is the validation target and the test target.
//!
//! Positions count from 0. With `n` items and the cuts `a <= b`, the targets are `1..a` for training, `b - 1` for validation if
//! `b > a`, and `n - 1` for test if `n > b`; never position 0, which has no history. The history of a target is everything
//! before it, so the test history holds the validation item.
//!
//! Leave-one-out cuts before the last two items of each user: a user with two items has a test target only, one with one item
//! none. A global time split cuts all users at the same two moments, so that nothing is learned from what came later.

use std::ops::{Deref, Range};

use rand::rngs::ChaCha8Rng;
use serde::{Deserialize, Serialize};

use crate::rng;

/// What is held out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum HoldOut {
    /// Of each user, the last two clicks.
    #[default]
    LeaveOneOut,
    /// Of the log, the last two tenths of its clicks in time.
    Time,
}

impl HoldOut {
    /// What is held out unless something is said; it is left out where choices are kept.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
    pub(super) fn is_usual(&self) -> bool {
        *self == Self::LeaveOneOut
    }
}

/// The items of each user, oldest first, and where they are cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sequences {
    items: Vec<Vec<u32>>,
    /// Of each user, where validation and test begin; empty: leave-one-out.
    cuts: Vec<[usize; 2]>,
}

impl From<Vec<Vec<u32>>> for Sequences {
    /// Leave-one-out.
    fn from(items: Vec<Vec<u32>>) -> Self {
        Self { items, cuts: Vec::new() }
    }
}

impl Deref for Sequences {
    type Target = [Vec<u32>];

    fn deref(&self) -> &[Vec<u32>] {
        &self.items
    }
}

impl Sequences {
    /// Cuts each user at the positions where validation and test begin.
    /// # Panics
    /// If there is not one pair of cuts a user.
    pub fn cut_at(&mut self, cuts: Vec<[usize; 2]>) {
        assert_eq!(cuts.len(), self.items.len(), "each user is cut");
        self.cuts = cuts;
    }

    /// Whether all users are cut at the same moments, not each before the last two clicks.
    #[must_use]
    pub fn hold_out(&self) -> HoldOut {
        if self.cuts.is_empty() { HoldOut::LeaveOneOut } else { HoldOut::Time }
    }

    /// Where the validation and the test of a user begin.
    #[must_use]
    pub fn cuts(&self, user: usize) -> [usize; 2] {
        let n = self.items[user].len();
        self.cuts.get(user).copied().unwrap_or([n.saturating_sub(2), n.saturating_sub(1)])
    }

    /// The cuts that are not those of leave-one-out.
    pub(super) fn own_cuts(&self) -> impl Iterator<Item = u32> {
        self.cuts.iter().flatten().map(|&cut| cut as u32)
    }

    /// The items of a user that training may see.
    #[must_use]
    pub fn training_part(&self, user: usize) -> &[u32] {
        &self.items[user][..self.cuts(user)[0]]
    }

    /// The same of all users.
    pub fn training_parts(&self) -> impl Iterator<Item = &[u32]> {
        (0..self.items.len()).map(|user| self.training_part(user))
    }

    /// The same sessions with their clicks in a drawn order. Nothing changes sides of a moment that all users are cut at.
    #[must_use]
    pub fn shuffled(&self, seed: u64) -> Self {
        let mut rng = rng::stream(seed, "shuffled sessions");
        let mut all = self.clone();
        for (user, items) in all.items.iter_mut().enumerate() {
            let [valid, test] = self.cuts.get(user).copied().unwrap_or_default();
            let (held, test) = items.split_at_mut(test);
            let (train, valid) = held.split_at_mut(valid);
            for part in [train, valid, test] {
                rng::shuffle(&mut rng, part);
            }
        }
        all
    }

    /// Positions of the targets of a user.
    fn targets(&self, user: usize, part: Part) -> Range<usize> {
        let ([valid, test], n) = (self.cuts(user), self.items[user].len());
        let last = |from: usize, to: usize| if to > from { to - 1..to } else { 0..0 };
        let all = match part {
            Part::Train => 0..valid,
            Part::Valid => last(valid, test),
            Part::Test => last(test, n),
        };
        // Position 0 has no history.
        all.start.max(1)..all.end
    }
}

/// The three parts of the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// What models learn from.
    Train,
    /// What chooses the best epoch.
    Valid,
    /// What is reported.
    Test,
}

/// One question: what follows this history? Holds positions only; the items stay in the sequences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    /// Index of the user's sequence.
    pub user: usize,
    /// Position of the oldest item of the history.
    pub start: usize,
    /// Position of the target; the history ends before it.
    pub target: usize,
}

impl Sample {
    /// The items of the history, oldest first; never empty.
    #[must_use]
    pub fn history<'a>(&self, sequences: &'a [Vec<u32>]) -> &'a [u32] {
        &sequences[self.user][self.start..self.target]
    }

    /// The id of the target item.
    #[must_use]
    pub fn target_item(&self, sequences: &[Vec<u32>]) -> u32 {
        sequences[self.user][self.target]
    }
}

/// A stretch of consecutive training items for training at every position: each item but the last predicts the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// Index of the user's sequence.
    pub user: usize,
    /// Position of the first input item.
    pub start: usize,
    /// Position of the last target, which is not an input.
    pub end: usize,
}

impl Window {
    /// The inputs, oldest first.
    #[must_use]
    pub fn inputs<'a>(&self, sequences: &'a [Vec<u32>]) -> &'a [u32] {
        &sequences[self.user][self.start..self.end]
    }

    /// All items of the stretch, the last target included.
    #[must_use]
    pub fn whole<'a>(&self, sequences: &'a [Vec<u32>]) -> &'a [u32] {
        &sequences[self.user][self.start..=self.end]
    }

    /// The targets: the inputs, one position later.
    #[must_use]
    pub fn targets<'a>(&self, sequences: &'a [Vec<u32>]) -> &'a [u32] {
        &sequences[self.user][self.start + 1..=self.end]
    }
}

/// All samples of one part, in the order of the users and of time. The history holds at most the `max_len` newest items.
#[must_use]
pub fn samples(sequences: &Sequences, part: Part, max_len: usize) -> Vec<Sample> {
    let of_user = |user| {
        let targets = sequences.targets(user, part);
        targets.map(move |target| Sample { user, start: target.saturating_sub(max_len), target })
    };
    (0..sequences.len()).flat_map(of_user).collect()
}

/// Number of targets of one part, which is also the number of its samples.
#[must_use]
pub fn count_targets(sequences: &Sequences, part: Part) -> usize {
    (0..sequences.len()).map(|user| sequences.targets(user, part).len()).sum()
}

/// Number of training targets.
#[must_use]
pub fn train_targets(sequences: &Sequences) -> usize {
    count_targets(sequences, Part::Train)
}

/// Cuts the training part of every user into windows of at most `max_len` inputs. Every training target occurs exactly
/// once. Where a user needs more than one window, the first cut is drawn anew at each call, so that over the epochs every
/// target is met with histories of many lengths.
/// # Panics
/// If `max_len` is 0.
pub fn windows(sequences: &Sequences, max_len: usize, phase: &mut ChaCha8Rng) -> Vec<Window> {
    assert!(max_len > 0, "a window needs at least one input");
    let width = u32::try_from(max_len).expect("sequence lengths fit u32");
    let mut windows = Vec::new();
    for (user, items) in sequences.training_parts().map(<[u32]>::len).enumerate() {
        if items < 2 {
            continue;
        }
        let last_target = items - 1;
        let first_cut = if last_target > max_len { rng::below(phase, width) as usize } else { 0 };
        let mut start = 0;
        let mut end = if first_cut == 0 { max_len.min(last_target) } else { first_cut };
        while start < last_target {
            windows.push(Window { user, start, end });
            start = end;
            end = (start + max_len).min(last_target);
        }
    }
    windows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::stream;

    #[test]
    fn five_items_give_two_training_targets_one_validation_and_one_test() {
        let sequences = Sequences::from(vec![vec![11, 12, 13, 14, 15]]);
        let of = |part| -> Vec<(Vec<u32>, u32)> {
            let samples = samples(&sequences, part, 3);
            samples.iter().map(|s| (s.history(&sequences).to_vec(), s.target_item(&sequences))).collect()
        };
        assert_eq!(of(Part::Train), [(vec![11], 12), (vec![11, 12], 13)]);
        assert_eq!(of(Part::Valid), [(vec![11, 12, 13], 14)]);
        assert_eq!(of(Part::Test), [(vec![12, 13, 14], 15)]);
        assert_eq!(train_targets(&sequences), 2);
    }

    #[test]
    fn short_sequences_give_only_what_they_can() {
        let sequences = Sequences::from(vec![vec![], vec![1], vec![1, 2], vec![1, 2, 3]]);
        let users = |part| samples(&sequences, part, 9).iter().map(|s| s.user).collect::<Vec<_>>();
        assert_eq!(users(Part::Train), Vec::<usize>::new());
        assert_eq!(users(Part::Valid), [3]);
        assert_eq!(users(Part::Test), [2, 3]);
        assert_eq!(windows(&sequences, 4, &mut stream(1, "phase")), []);
    }

    #[test]
    fn windows_meet_every_training_target_once_and_no_other() {
        let sequences = Sequences::from((0..40).map(|n| (1..=n).collect()).collect::<Vec<_>>());
        let mut phase = stream(5, "phase");
        for _ in 0..20 {
            let windows = windows(&sequences, 6, &mut phase);
            let mut met: Vec<(usize, u32)> = Vec::new();
            for window in &windows {
                assert!((1..=6).contains(&window.inputs(&sequences).len()));
                assert_eq!(window.inputs(&sequences).len(), window.targets(&sequences).len());
                met.extend(window.targets(&sequences).iter().map(|&item| (window.user, item)));
            }
            let expected: Vec<(usize, u32)> = samples(&sequences, Part::Train, 6)
                .iter()
                .map(|sample| (sample.user, sample.target_item(&sequences)))
                .collect();
            met.sort_unstable();
            assert_eq!(met, expected);
        }
    }

    #[test]
    fn the_phase_changes_long_users_only() {
        let sequences = Sequences::from(vec![(1..=30).collect(), (1..=8).collect()]);
        let mut phase = stream(5, "phase");
        let cuts: Vec<Vec<Window>> = (0..12).map(|_| windows(&sequences, 6, &mut phase)).collect();
        assert!(cuts.iter().any(|cut| cut[0].end != cuts[0][0].end));
        assert!(cuts.iter().all(|cut| *cut.last().unwrap() == Window { user: 1, start: 0, end: 5 }));
    }
    #[test]
    fn leave_one_out_is_a_pair_of_cuts() {
        let usual = Sequences::from((0..7).map(|n| (1..=n).collect()).collect::<Vec<Vec<u32>>>());
        let cuts: Vec<[usize; 2]> = (0..7).map(|n: usize| [n.saturating_sub(2), n.saturating_sub(1)]).collect();
        let mut cut = usual.clone();
        cut.cut_at(cuts);
        for part in [Part::Train, Part::Valid, Part::Test] {
            assert_eq!(samples(&usual, part, 4), samples(&cut, part, 4));
            assert_eq!(count_targets(&usual, part), samples(&usual, part, 4).len());
        }
        assert!(usual.training_parts().eq(cut.training_parts()));
    }

    #[test]
    fn each_period_asks_for_its_last_click() {
        let items = || (1..=6).collect::<Vec<u32>>();
        let cuts = vec![[3, 5], [6, 6], [0, 0], [3, 3], [0, 1], [1, 6]];
        let mut sequences = Sequences::from(vec![items(); 6]);
        sequences.cut_at(cuts);
        let of = |part| -> Vec<(usize, usize)> {
            samples(&sequences, part, 9).iter().map(|sample| (sample.user, sample.target)).collect()
        };
        // User 4 has one click in validation, without a history.
        assert_eq!(of(Part::Valid), [(0, 4), (5, 5)]);
        assert_eq!(of(Part::Test), [(0, 5), (2, 5), (3, 5), (4, 5)]);
        assert_eq!(of(Part::Train), [(0, 1), (0, 2), (1, 1), (1, 2), (1, 3), (1, 4), (1, 5), (3, 1), (3, 2)]);
    }

    #[test]
    fn shuffling_leaves_every_click_in_its_period() {
        let mut sequences = Sequences::from(vec![(1..=40).collect::<Vec<u32>>()]);
        sequences.cut_at(vec![[20, 30]]);
        let shuffled = sequences.shuffled(1);
        assert_ne!(sequences, shuffled);
        for part in [0..20, 20..30, 30..40] {
            let mut items = shuffled[0][part.clone()].to_vec();
            items.sort_unstable();
            assert_eq!(items, sequences[0][part]);
        }
        assert!(Sequences::from(sequences.to_vec()).shuffled(1)[0][..20].iter().any(|&item| item > 20));
    }
}
