//! Sequences laid end to end, without padding: what is computed with where a model and a device offer it.

use std::sync::Arc;

use burn::tensor::{Bool, Tensor};

use super::batch::SlotValues;
use super::ids::Ids;

/// A batch without its padding slots. Row `starts[b] + t` of every stream is slot `t` of sequence `b`.
#[derive(Debug, Clone)]
pub struct Packing {
    /// First token of each sequence, and the number of all tokens at the end.
    pub starts: Arc<Vec<usize>>,
    /// Item ids, `[1, tokens]`.
    pub items: Ids,
    /// Where `items` is padding, `[1, tokens, 1]`: an empty history keeps one slot. `None` if nowhere.
    pub padding: Option<Tensor<3, Bool>>,
    /// Values of each attribute at each token, as a batch of one sequence.
    pub attributes: Vec<SlotValues>,
    /// Slots of a sequence in the padded layout.
    pub len: usize,
    /// Slot that is read out of each sequence.
    pub readout: Vec<u32>,
}

/// Rows that a layer is asked for, sequence by sequence.
#[derive(Debug, Clone)]
pub struct Queries {
    /// First query of each sequence, and the number of all at the end.
    pub starts: Arc<Vec<usize>>,
    /// Slot of each query in its sequence.
    pub slots: Arc<Vec<usize>>,
    /// Rows a sequence has in the padded layout of the queries: as many as slots, or one.
    pub padded_rows: usize,
    /// Tokens of the queries; `None` if they are all tokens in their order.
    tokens: Option<Vec<i32>>,
}

impl Packing {
    /// Sequences, tokens.
    #[must_use]
    pub fn dims(&self) -> (usize, usize) {
        (self.starts.len() - 1, *self.starts.last().expect("at least the end"))
    }

    /// The read-out slots ask, or some rows of the padded matrix.
    #[must_use]
    pub fn queries(&self, rows: Option<&[u32]>) -> Queries {
        rows.map_or_else(|| self.readout(), |rows| self.rows(rows))
    }

    /// The row of each token in a padded `[batch * len, _]` matrix; `None` if all its rows are tokens.
    #[must_use]
    pub fn padded_rows(&self) -> Option<Vec<i32>> {
        let (sequences, tokens) = self.dims();
        if tokens == sequences * self.len {
            return None;
        }
        let slots = self.starts.windows(2).enumerate();
        let rows =
            slots.flat_map(|(sequence, pair)| (0..pair[1] - pair[0]).map(move |slot| sequence * self.len + slot));
        Some(rows.map(|row| row as i32).collect())
    }

    /// Every token asks.
    #[must_use]
    pub fn all(&self) -> Queries {
        let slots = self.starts.windows(2).flat_map(|pair| 0..pair[1] - pair[0]).collect();
        Queries { starts: self.starts.clone(), slots: Arc::new(slots), padded_rows: self.len, tokens: None }
    }

    /// Of one sequence every slot from `first` on asks, and then the last of them alone; the streams hold these slots only.
    #[must_use]
    pub fn growth(&self, first: usize) -> [Queries; 2] {
        let (_, tokens) = self.dims();
        let new = tokens - first;
        let asking = |slots: Vec<usize>, tokens, padded_rows| Queries {
            starts: Arc::new(vec![0, slots.len()]),
            slots: Arc::new(slots),
            padded_rows,
            tokens,
        };
        [asking((first..tokens).collect(), None, self.len), asking(vec![tokens - 1], Some(vec![new as i32 - 1]), 1)]
    }

    /// The read-out slot of each sequence asks.
    fn readout(&self) -> Queries {
        let slots: Vec<usize> = self.readout.iter().map(|&slot| slot as usize).collect();
        let tokens = slots.iter().zip(self.starts.iter()).map(|(slot, start)| (start + slot) as i32).collect();
        Queries {
            starts: Arc::new((0..=slots.len()).collect()),
            slots: Arc::new(slots),
            padded_rows: 1,
            tokens: Some(tokens),
        }
    }

    /// Some rows of the padded `[batch * len, _]` matrix ask, in ascending order.
    fn rows(&self, rows: &[u32]) -> Queries {
        let (sequences, tokens) = self.dims();
        if rows.len() == tokens {
            return self.all();
        }
        let mut counts = vec![0; sequences + 1];
        let places: Vec<(usize, usize)> =
            rows.iter().map(|&row| (row as usize / self.len, row as usize % self.len)).collect();
        for &(sequence, _) in &places {
            counts[sequence + 1] += 1;
        }
        for at in 0..sequences {
            counts[at + 1] += counts[at];
        }
        Queries {
            starts: Arc::new(counts),
            slots: Arc::new(places.iter().map(|&(_, slot)| slot).collect()),
            padded_rows: self.len,
            tokens: Some(places.iter().map(|&(sequence, slot)| (self.starts[sequence] + slot) as i32).collect()),
        }
    }
}

impl Queries {
    /// The tokens of the queries; `None` if they are all tokens in their order.
    #[must_use]
    pub fn tokens(&self) -> Option<&[i32]> {
        self.tokens.as_deref()
    }

    /// Whether every token asks.
    #[must_use]
    pub const fn is_all(&self) -> bool {
        self.tokens.is_none()
    }

    /// Row of each query in the padded `[batch * padded_rows, _]` matrix.
    pub fn padded(&self) -> impl Iterator<Item = usize> + '_ {
        let sequences = self.starts.windows(2).enumerate();
        sequences.flat_map(move |(sequence, pair)| {
            let rows = self.slots[pair[0]..pair[1]].iter();
            rows.map(move |slot| sequence * self.padded_rows + if self.padded_rows == 1 { 0 } else { *slot })
        })
    }
}
