//! Changes of score tables on their way into the fusion: how a trained model is asked "what if this source said less?".

use burn::tensor::{Tensor, TensorData};

use crate::data::batch::{Batch, View};

/// What is changed. Sources in the order of the tables: attributes, item, position.
#[derive(Debug, Clone, Default)]
pub struct Edits {
    /// `[layers, sources]`, or `[sources]` for every layer alike; empty = all 1.
    factors: Vec<f32>,
    sources: usize,
    levelled: Option<Levelled>,
}

/// One source says nothing about one key: to the read-out row that key is worth no more than an average one.
///
/// # Equation
/// `c_s(n, j) := 1/n sum_q c_s(n, q)` in every layer and head, `c_s` the part of source `s` in the fused scores, `n` the read-out
/// slot, `q` the slots that hold an item.
#[derive(Debug, Clone)]
struct Levelled {
    source: usize,
    /// 1 at the key of each sequence, `[batch, 1, 1, len]`.
    key: Tensor<4>,
    /// `1/n` at slots that hold an item, `[batch, 1, 1, len]`.
    mean: Tensor<4>,
    /// 1 at the read-out row, `[batch, 1, len, 1]`.
    row: Tensor<4>,
}

impl Edits {
    /// Nothing is changed.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Each source's table times a factor: `factors` holds one for each of `sources`, or one for each layer and source.
    #[must_use]
    pub const fn scaled(factors: Vec<f32>, sources: usize) -> Self {
        Self { factors, sources, levelled: None }
    }

    /// The part of `source` at one key of each sequence, `keys`, is the mean of its row.
    #[must_use]
    pub fn levelled(source: usize, keys: &[u32], batch: &Batch) -> Self {
        let slots = batch.slots();
        let (sequences, len) = batch.dims();
        let device = batch.items.tensor.device();
        let marks = |value: &dyn Fn(usize, usize) -> f32, shape: [usize; 4]| -> Tensor<4> {
            let values: Vec<f32> = (0..sequences * len).map(|at| value(at / len, at % len)).collect();
            Tensor::from_data(TensorData::new(values, shape), &device)
        };
        let filled = |row: usize| slots.items[row * len..(row + 1) * len].iter().filter(|&&item| item > 0).count();
        let one = |holds: bool| f32::from(u8::from(holds));
        let across = [sequences, 1, 1, len];
        let levelled = Levelled {
            source,
            key: marks(&|row, slot| one(keys[row] as usize == slot), across),
            mean: marks(
                &|row, slot| if slots.items[row * len + slot] > 0 { 1.0 / filled(row) as f32 } else { 0.0 },
                across,
            ),
            row: marks(&|row, slot| one(slots.readout[row] as usize == slot), [sequences, 1, len, 1]),
        };
        Self { levelled: Some(levelled), ..Self::default() }
    }

    /// The tables of one layer, each times its factor.
    pub fn scale(&self, layer: usize, tables: &mut [Tensor<4>]) {
        if self.factors.is_empty() {
            return;
        }
        let start = if self.factors.len() > self.sources { layer * self.sources } else { 0 };
        for (table, &factor) in tables.iter_mut().zip(&self.factors[start..]) {
            *table = table.clone() * factor;
        }
    }

    /// The parts of the fused scores, with the levelled one in place.
    pub fn level(&self, parts: &mut [Tensor<4>], view: &View) {
        let Some(Levelled { source, key, mean, row }) = &self.levelled else { return };
        let part = parts[*source].clone();
        let average = (part.clone() * mean.clone()).sum_dim(3); // [batch, heads, rows, 1]
        let mut change = (average - part.clone()) * key.clone();
        if view.readout.is_none() {
            change = change * row.clone();
        }
        parts[*source] = part + change;
    }
}
