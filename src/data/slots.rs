//! Sequences laid out in slots, on the host.

use crate::config::ModelConfig;

/// Sequences laid out in slots, on the host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slots {
    /// `[batch, len]`, 0 = padding.
    pub items: Vec<u32>,
    /// Slots per sequence.
    pub len: usize,
    /// Slot that is read out of each sequence: that of its last item.
    pub readout: Vec<u32>,
    /// Number of each sequence's user, from 1; empty where nobody is known.
    pub users: Vec<u32>,
}

impl Slots {
    /// Right padding: the last `max_length` items of each history at slots 0, 1, ...
    ///
    /// With `full_length` every sequence takes `max_length` slots; otherwise as many as the longest needs, which changes
    /// nothing but the amount of work. An empty history is one padding slot.
    #[must_use]
    pub fn right_padded(histories: &[&[u32]], max_length: usize, full_length: bool) -> Self {
        let longest = histories.iter().map(|history| history.len().min(max_length)).max().unwrap_or(0).max(1);
        let len = if full_length { max_length } else { longest };
        let mut items = vec![0; histories.len() * len];
        let mut readout = Vec::with_capacity(histories.len());
        for (slots, history) in items.chunks_mut(len).zip(histories) {
            let seen = &history[history.len().saturating_sub(len)..];
            slots[..seen.len()].copy_from_slice(seen);
            readout.push(seen.len().saturating_sub(1) as u32);
        }
        Self { items, len, readout, users: Vec::new() }
    }

    /// Sequences as they are put to a trained model: right padded, with a [MASK] item after the last one if the model answers
    /// there. The oldest item goes only if all slots are taken.
    #[must_use]
    pub fn questions(histories: &[&[u32]], config: &ModelConfig, items: usize) -> Self {
        if !config.is_bidirectional() {
            return Self::right_padded(histories, config.max_length(), config.needs_full_length());
        }
        let masked: Vec<Vec<u32>> = histories.iter().map(|history| [history, &[items as u32][..]].concat()).collect();
        let masked: Vec<&[u32]> = masked.iter().map(Vec::as_slice).collect();
        Self::right_padded(&masked, config.max_length(), config.needs_full_length())
    }

    /// The same sequences with their users, index in the data.
    #[must_use]
    pub fn of_users(self, users: impl Iterator<Item = usize>) -> Self {
        Self { users: users.map(|user| user as u32 + 1).collect(), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_items_fit() {
        let slots = Slots::right_padded(&[&[1, 2, 3, 4], &[5]], 3, false);
        assert_eq!(slots.items, [2, 3, 4, 5, 0, 0]);
        assert_eq!(slots.readout, [2, 0]);
    }

    #[test]
    fn short_batches_take_few_slots_unless_the_fusion_is_tied_to_the_length() {
        assert_eq!(Slots::right_padded(&[&[1, 2]], 5, false).len, 2);
        assert_eq!(Slots::right_padded(&[&[1, 2]], 5, true).len, 5);
        assert_eq!(Slots::right_padded(&[&[]], 5, false).items, [0]);
    }
}
