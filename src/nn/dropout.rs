//! Dropout whose noise is drawn on the host.
//!
//! The reference's dropout draws from the device's generator, so a seed gives another curve on another device. Here a
//! named stream gives the same masks on the CPU, on WebGPU, natively and in the browser.

use std::ops::Range;

use burn::tensor::{Device, Tensor, TensorData};
use dif_sr_ops::dropout::append;
use rand::{Rng, rngs::ChaCha8Rng};

use crate::data::packing::{Packing, Queries};
use crate::rng;

/// The source of dropout masks: a stream while training, nothing while evaluating.
///
/// Every stream that a model computes passes here, so an explanation can watch from here, too: see [`Noise::watching`].
pub struct Noise {
    stream: Option<ChaCha8Rng>,
    watched: Option<Vec<Watched>>,
    /// Where random numbers are put, from call to call: two bytes an entry.
    numbers: Vec<u8>,
}

/// A stream on its way through a model, and the zero that was added to it.
pub struct Watched {
    /// Sizes of the axes.
    pub shape: Vec<usize>,
    /// Row-major.
    pub value: Tensor<1>,
    /// Of the same length: its gradient is that of the stream.
    pub zero: Tensor<1>,
}

impl Noise {
    /// No dropout: evaluation, explanation, golden tests.
    #[must_use]
    pub const fn none() -> Self {
        Self { stream: None, watched: None, numbers: Vec::new() }
    }

    /// No dropout, and a zero is added to every stream that passes: the gradient of the zero is the gradient of the stream. The
    /// model has to be on an autodiff device.
    #[must_use]
    pub const fn watching() -> Self {
        Self { stream: None, watched: Some(Vec::new()), numbers: Vec::new() }
    }

    /// What passed, in its order: first the input of the first layer (of models that attend), then for each layer its attention
    /// weights and both residual branches.
    #[must_use]
    pub fn watched(self) -> Vec<Watched> {
        self.watched.unwrap_or_default()
    }

    /// The stream `dropout` of `seed`.
    #[must_use]
    pub fn training(seed: u64) -> Self {
        Self { stream: Some(rng::stream(seed, "dropout")), watched: None, numbers: Vec::new() }
    }

    /// How far the stream has been read; 0 without one.
    #[must_use]
    pub fn position(&self) -> u64 {
        self.stream.as_ref().map_or(0, rng::position)
    }

    /// Moves the stream to a [`Self::position`].
    pub fn seek(&mut self, position: u64) {
        if let Some(stream) = &mut self.stream {
            rng::seek(stream, position);
        }
    }

    /// Inverted dropout: entries are zero with probability `rate`, the others divided by `1 - rate`.
    ///
    /// The rate is rounded to a multiple of 2^-16, two random bytes an entry.
    pub fn dropout<const D: usize>(&mut self, x: Tensor<D>, rate: f64) -> Tensor<D> {
        if let Some(watched) = &mut self.watched {
            let count = x.dims().iter().product::<usize>();
            let zero = Tensor::<1>::zeros([count], (&x.device(), x.dtype())).require_grad();
            watched.push(Watched { shape: x.dims().to_vec(), value: x.clone().reshape([count]), zero: zero.clone() });
            return x.clone() + zero.reshape(x.dims());
        }
        match self.mask(x.dims(), rate, &x.device()) {
            None => x,
            Some(factors) => x * factors,
        }
    }

    /// The factors of [`Self::dropout`]; `None` without dropout.
    pub fn mask<const D: usize>(&mut self, shape: [usize; D], rate: f64, device: &Device) -> Option<Tensor<D>> {
        let count = shape.iter().product();
        let drawn = self.draw(count, rate)?;
        let mut factors = Vec::with_capacity(count);
        drawn.append(0..count, &mut factors);
        Some(Tensor::from_data(TensorData::new(factors, shape), device))
    }

    /// The factors of [`Self::dropout`] for the rows that `queries` ask for, `[queries, width]`. They are those of the padded layout,
    /// so that a seed gives one curve whether padding is computed or not.
    pub fn of_rows(&mut self, queries: &Queries, width: usize, rate: f64) -> Option<Vec<f32>> {
        let sequences = queries.starts.len() - 1;
        let drawn = self.draw(sequences * queries.padded_rows * width, rate)?;
        let mut factors = Vec::with_capacity(queries.slots.len() * width);
        for row in queries.padded() {
            drawn.append(row * width..(row + 1) * width, &mut factors);
        }
        Some(factors)
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
        let drawn = self.draw(sequences * heads * rows * len, rate)?;
        let pairs = packing.starts.windows(2).zip(queries.starts.windows(2));
        let entries = pairs.map(|(tokens, queries)| heads * (tokens[1] - tokens[0]) * (queries[1] - queries[0]));
        let mut found = Vec::with_capacity(entries.sum());
        for sequence in 0..sequences {
            let tokens = packing.starts[sequence + 1] - packing.starts[sequence];
            let slots = &queries.slots[queries.starts[sequence]..queries.starts[sequence + 1]];
            for head in 0..heads {
                for &slot in slots {
                    let row = (sequence * heads + head) * rows + if rows == 1 { 0 } else { slot };
                    drawn.append(row * len..row * len + tokens, &mut found);
                }
            }
        }
        Some(found)
    }

    /// What a device needs that draws `count` entries itself; the stream passes them by. `None` without dropout.
    #[cfg(feature = "kernels")]
    pub fn ahead(&mut self, count: usize, rate: f64) -> Option<Ahead> {
        let stream = self.stream.as_mut().filter(|_| rate > 0.0)?;
        let Rate { threshold, kept } = Rate::of(rate);
        let words = stream.get_seed();
        let mut words = words.as_chunks::<4>().0.iter().map(|&word| u32::from_le_bytes(word));
        let key = std::array::from_fn(|_| words.next().expect("a key has eight words"));
        let position = rng::position(stream);
        rng::seek(stream, position + count.div_ceil(2) as u64);
        Some(Ahead { key, position, threshold, kept })
    }

    /// Random numbers for `count` entries; `None` without dropout.
    fn draw(&mut self, count: usize, rate: f64) -> Option<Drawn<'_>> {
        let stream = self.stream.as_mut().filter(|_| rate > 0.0)?;
        let Rate { threshold, kept } = Rate::of(rate);
        if self.numbers.len() < 2 * count {
            self.numbers.resize(2 * count, 0);
        }
        let numbers = &mut self.numbers[..2 * count];
        stream.fill_bytes(numbers);
        Some(Drawn { numbers: numbers.as_chunks().0, threshold, kept })
    }
}

/// A rate as it is applied.
struct Rate {
    /// Entries with a smaller number are dropped.
    threshold: u16,
    /// Factor of the others.
    kept: f32,
}

impl Rate {
    fn of(rate: f64) -> Self {
        let threshold = (rate * f64::from(1_u32 << 16)) as u16;
        Self { threshold, kept: 1.0 / (1.0 - f64::from(threshold) / f64::from(1_u32 << 16)) as f32 }
    }
}

/// A part of the stream that a device draws itself: two bytes an entry, least byte first.
#[cfg(feature = "kernels")]
#[derive(Debug, Clone, Copy)]
pub struct Ahead {
    /// Key of the stream, `ChaCha` with 8 rounds.
    pub key: [u32; 8],
    /// Where it starts, in 32-bit words.
    pub position: u64,
    /// Entries with a smaller number are dropped.
    pub threshold: u16,
    /// Factor of the others.
    pub kept: f32,
}

/// One random number an entry.
struct Drawn<'a> {
    /// Least byte first.
    numbers: &'a [[u8; 2]],
    /// Entries with a smaller number are dropped.
    threshold: u16,
    /// Factor of the others.
    kept: f32,
}

impl Drawn<'_> {
    /// The factors of some entries.
    fn append(&self, entries: Range<usize>, factors: &mut Vec<f32>) {
        append(&self.numbers[entries], self.threshold, self.kept, factors);
    }
}

#[cfg(all(test, feature = "kernels"))]
mod tests {
    use super::*;

    #[test]
    fn passing_numbers_by_leads_where_drawing_them_does() {
        let (mut drawn, mut passed) = (Noise::training(3), Noise::training(3));
        for count in [1, 2, 7, 32, 33, 1000] {
            let _ = drawn.draw(count, 0.5);
            let ahead = passed.ahead(count, 0.5);
            assert!(ahead.is_some_and(|ahead| ahead.threshold == 1 << 15));
            assert_eq!(drawn.position(), passed.position(), "after {count} more");
        }
        assert!(passed.ahead(5, 0.0).is_none() && Noise::none().ahead(5, 0.5).is_none());
    }
}
