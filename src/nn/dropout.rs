//! Dropout whose noise is drawn on the host.
//!
//! The reference's dropout draws from the device's generator, so a seed gives another curve on another device. Here a
//! named stream gives the same masks on the CPU, on WebGPU, natively and in the browser.

use burn::tensor::{Tensor, TensorData};
use rand::{Rng, rngs::ChaCha8Rng};

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
        let Some(stream) = self.0.as_mut().filter(|_| rate > 0.0) else { return x };
        let shape = x.dims();
        let threshold = (rate * f64::from(1_u32 << 16)) as u16;
        let kept = 1.0 / (1.0 - f64::from(threshold) / f64::from(1_u32 << 16)) as f32;
        let mut bytes = vec![0_u8; 2 * shape.iter().product::<usize>()];
        stream.fill_bytes(&mut bytes);
        let (pairs, _) = bytes.as_chunks::<2>();
        let mask: Vec<f32> =
            pairs.iter().map(|&pair| if u16::from_le_bytes(pair) < threshold { 0.0 } else { kept }).collect();
        let mask = Tensor::from_data(TensorData::new(mask, shape), &x.device());
        x * mask
    }
}
