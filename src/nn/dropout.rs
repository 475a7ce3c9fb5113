//! Dropout whose noise is drawn on the host.
//!
//! The reference's dropout draws from the device's generator, so a seed gives another curve on another device. Here a
//! named stream gives the same masks on the CPU, on WebGPU, natively and in the browser.

use burn::tensor::{Device, Tensor, TensorData};
use rand::{Rng, rngs::ChaCha8Rng};

use crate::data::packing::{Packing, Queries};
use crate::rng;

/// The source of dropout masks: a stream while training, nothing while evaluating.
pub struct Noise(Option<ChaCha8Rng>);

impl Noise {
    /// No dropout: evaluation, explanation, golden tests.
    #[must_use]
    pub const fn none() -> Self {
        Self(None)
    }

    /// The stream `dropout` of `seed`.
    #[must_use]
    pub fn training(seed: u64) -> Self {
        Self(Some(rng::stream(seed, "dropout")))
    }

    /// How far the stream has been read; 0 without one.
    #[must_use]
    pub fn position(&self) -> u64 {
        self.0.as_ref().map_or(0, rng::position)
    }

    /// Moves the stream to a [`Self::position`].
    pub fn seek(&mut self, position: u64) {
        if let Some(stream) = &mut self.0 {
            rng::seek(stream, position);
        }
    }

    /// Inverted dropout: entries are zero with probability `rate`, the others divided by `1 - rate`.
    ///
    /// The rate is rounded to a multiple of 2^-16, two random bytes an entry.
    pub fn dropout<const D: usize>(&mut self, x: Tensor<D>, rate: f64) -> Tensor<D> {
        match self.mask(x.dims(), rate, &x.device()) {
            None => x,
            Some(factors) => x * factors,
        }
    }

    /// The factors of [`Self::dropout`]; `None` without dropout.
    pub fn mask<const D: usize>(&mut self, shape: [usize; D], rate: f64, device: &Device) -> Option<Tensor<D>> {
        let factors = self.factors(shape.iter().product(), rate)?;
        Some(Tensor::from_data(TensorData::new(factors, shape), device))
    }

    /// The factors of [`Self::dropout`] for the rows that `queries` ask for, `[queries, width]`. They are those of the padded layout,
    /// so that a seed gives one curve whether padding is computed or not.
    pub fn of_rows(&mut self, queries: &Queries, width: usize, rate: f64) -> Option<Vec<f32>> {
        let sequences = queries.starts.len() - 1;
        let factors = self.factors(sequences * queries.padded_rows * width, rate)?;
        let mut wanted = Vec::with_capacity(queries.slots.len() * width);
        for row in queries.padded() {
            wanted.extend_from_slice(&factors[row * width..(row + 1) * width]);
        }
        Some(wanted)
    }

    /// [`Self::dropout`] of packed rows, `[queries, width]`.
    pub fn packed_dropout(&mut self, x: Tensor<2>, queries: &Queries, rate: f64) -> Tensor<2> {
        match self.of_rows(queries, x.dims()[1], rate) {
            None => x,
            Some(factors) => {
                let factors = Tensor::from_data(TensorData::new(factors, x.dims()), &x.device());
                x * factors
            }
        }
    }

    /// The factors of attention weights: for every sequence and head one row per query with one entry per token.
    pub fn of_weights(&mut self, packing: &Packing, queries: &Queries, heads: usize, rate: f64) -> Option<Vec<f32>> {
        let (sequences, _) = packing.dims();
        let (rows, len) = (queries.padded_rows, packing.len);
        let factors = self.factors(sequences * heads * rows * len, rate)?;
        let mut found = Vec::new();
        for sequence in 0..sequences {
            let tokens = packing.starts[sequence + 1] - packing.starts[sequence];
            let slots = &queries.slots[queries.starts[sequence]..queries.starts[sequence + 1]];
            for head in 0..heads {
                for &slot in slots {
                    let row = (sequence * heads + head) * rows + if rows == 1 { 0 } else { slot };
                    found.extend_from_slice(&factors[row * len..row * len + tokens]);
                }
            }
        }
        Some(found)
    }

    /// [`Self::of_weights`] with room for `slots` keys in every row: `[queries, heads, slots]`, 0 where there is no token.
    pub fn of_weight_rows(
        &mut self,
        packing: &Packing,
        queries: &Queries,
        (heads, slots): (usize, usize),
        rate: f64,
    ) -> Option<Vec<f32>> {
        let ragged = self.of_weights(packing, queries, heads, rate)?;
        let mut found = vec![0.0; queries.slots.len() * heads * slots];
        let mut ragged = ragged.as_slice();
        for (tokens, queries) in packing.starts.windows(2).zip(queries.starts.windows(2)) {
            for head in 0..heads {
                for query in queries[0]..queries[1] {
                    let (row, rest) = ragged.split_at(tokens[1] - tokens[0]);
                    found[(query * heads + head) * slots..][..row.len()].copy_from_slice(row);
                    ragged = rest;
                }
            }
        }
        Some(found)
    }

    /// Factors of `count` entries; `None` without dropout.
    fn factors(&mut self, count: usize, rate: f64) -> Option<Vec<f32>> {
        let stream = self.0.as_mut().filter(|_| rate > 0.0)?;
        let threshold = (rate * f64::from(1_u32 << 16)) as u16;
        let kept = 1.0 / (1.0 - f64::from(threshold) / f64::from(1_u32 << 16)) as f32;
        let mut bytes = vec![0_u8; 2 * count];
        stream.fill_bytes(&mut bytes);
        let (pairs, _) = bytes.as_chunks::<2>();
        Some(pairs.iter().map(|&pair| if u16::from_le_bytes(pair) < threshold { 0.0 } else { kept }).collect())
    }
}
