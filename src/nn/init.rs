//! Initial values, where Burn's defaults differ from the reference.
//!
//! Values are drawn on the host from a named stream, so the same seed gives the same weights on every device.

use burn::module::Param;
use burn::nn::{LayerNorm, LayerNormConfig, Linear};
use burn::tensor::{Device, Tensor, TensorData};
use rand::rngs::ChaCha8Rng;

use crate::rng;

/// Draws the initial parameters of one model, in the order of its fields.
pub struct Initialiser<'a> {
    stream: ChaCha8Rng,
    std: f64,
    device: &'a Device,
}

impl<'a> Initialiser<'a> {
    /// Starts the stream `init` of `seed`; weights will be drawn from `N(0, std^2)`.
    #[must_use]
    pub fn new(seed: u64, std: f64, device: &'a Device) -> Self {
        Self { stream: rng::stream(seed, "init"), std, device }
    }

    /// A table `[rows, width]` from `N(0, std^2)`, row 0 (padding) included, as in the release.
    pub fn table(&mut self, rows: usize, width: usize) -> Param<Tensor<2>> {
        self.table_with(rows, width, self.std)
    }

    /// A table with its own standard deviation.
    pub fn table_with(&mut self, rows: usize, width: usize, std: f64) -> Param<Tensor<2>> {
        Param::from_tensor(self.normal([rows, width], std))
    }

    /// `y = x W + b` with `W` `[input, output]` from `N(0, std^2)` and `b = 0`.
    ///
    /// # Deviations
    /// Burn draws the bias from the initialiser of the weight; the reference sets it to zero.
    pub fn linear(&mut self, input: usize, output: usize) -> Linear {
        Linear {
            weight: Param::from_tensor(self.normal([input, output], self.std)),
            bias: Some(Param::from_tensor(Tensor::zeros([output], self.device))),
        }
    }

    /// A vector `[width]` from `N(0, std^2)`.
    pub fn vector(&mut self, width: usize) -> Param<Tensor<1>> {
        Param::from_tensor(self.normal([width], self.std))
    }

    /// Layer normalisation with gamma 1, beta 0 and the reference's epsilon (Burn's default is 1e-5).
    #[must_use]
    pub fn layer_norm(&self, width: usize, epsilon: f64) -> LayerNorm {
        LayerNormConfig::new(width).with_epsilon(epsilon).init(self.device)
    }

    fn normal<const D: usize>(&mut self, shape: [usize; D], std: f64) -> Tensor<D> {
        let values: Vec<f32> = (0..shape.iter().product()).map(|_| rng::normal(&mut self.stream, std)).collect();
        Tensor::from_data(TensorData::new(values, shape), self.device)
    }
}
