//! Leave-one-out: each user's last item is the test target, the one before it the validation target, the rest is for
//! training.
//!
//! Positions count from 0. A user with `n` items gives the targets `1..n-2` for training, `n-2` for validation and `n-1` for
//! test; the history of a target is everything before it, so the test history holds the validation item. A user with two
//! items has a test target only, a user with one item none.

use rand::rngs::ChaCha8Rng;
use serde::{Deserialize, Serialize};

use crate::rng;

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

/// The items of a sequence that training may see: all but the last two.
#[must_use]
pub fn training_part(sequence: &[u32]) -> &[u32] {
    &sequence[..sequence.len().saturating_sub(2)]
}

/// All samples of one part, in the order of the users and of time. The history holds at most the `max_len` newest items.
#[must_use]
pub fn samples(sequences: &[Vec<u32>], part: Part, max_len: usize) -> Vec<Sample> {
    let of_user = |(user, sequence): (usize, &Vec<u32>)| {
        let n = sequence.len();
        let targets = match part {
            Part::Train => 1..n.saturating_sub(2),
            Part::Valid => n.saturating_sub(2)..n.saturating_sub(1),
            Part::Test => n.saturating_sub(1)..n,
        };
        // Position 0 has no history.
        targets.filter(|&target| target > 0).map(move |target| Sample {
            user,
            start: target.saturating_sub(max_len),
            target,
        })
    };
    sequences.iter().enumerate().flat_map(of_user).collect()
}

/// Number of training targets, which is also the number of training samples.
#[must_use]
pub fn train_targets(sequences: &[Vec<u32>]) -> usize {
    sequences.iter().map(|sequence| training_part(sequence).len().saturating_sub(1)).sum()
}

/// Cuts the training part of every user into windows of at most `max_len` inputs. Every training target occurs exactly
/// once. Where a user needs more than one window, the first cut is drawn anew at each call, so that over the epochs every
/// target is met with histories of many lengths.
/// # Panics
/// If `max_len` is 0.
pub fn windows(sequences: &[Vec<u32>], max_len: usize, phase: &mut ChaCha8Rng) -> Vec<Window> {
    assert!(max_len > 0, "a window needs at least one input");
    let width = u32::try_from(max_len).expect("sequence lengths fit u32");
    let mut windows = Vec::new();
    for (user, sequence) in sequences.iter().enumerate() {
        let items = training_part(sequence).len();
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
        let sequences = vec![vec![11, 12, 13, 14, 15]];
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
        let sequences = vec![vec![], vec![1], vec![1, 2], vec![1, 2, 3]];
        let users = |part| samples(&sequences, part, 9).iter().map(|s| s.user).collect::<Vec<_>>();
        assert_eq!(users(Part::Train), Vec::<usize>::new());
        assert_eq!(users(Part::Valid), [3]);
        assert_eq!(users(Part::Test), [2, 3]);
        assert_eq!(windows(&sequences, 4, &mut stream(1, "phase")), []);
    }

    #[test]
    fn windows_meet_every_training_target_once_and_no_other() {
        let sequences: Vec<Vec<u32>> = (0..40).map(|n| (1..=n).collect()).collect();
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
        let sequences: Vec<Vec<u32>> = vec![(1..=30).collect(), (1..=8).collect()];
        let mut phase = stream(5, "phase");
        let cuts: Vec<Vec<Window>> = (0..12).map(|_| windows(&sequences, 6, &mut phase)).collect();
        assert!(cuts.iter().any(|cut| cut[0].end != cuts[0][0].end));
        assert!(cuts.iter().all(|cut| *cut.last().unwrap() == Window { user: 1, start: 0, end: 5 }));
    }
}
