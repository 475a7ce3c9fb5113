//! Initial values, where Burn's defaults differ from the reference.
//!
//! Values are drawn on the host from a named stream, so the same seed gives the same weights on every device.

use burn::module::Param;
use burn::nn::{LayerNorm, LayerNormConfig, Linear};
use burn::tensor::{Device, Tensor, TensorData};
use rand::rngs::ChaCha8Rng;

use crate::config::Schema;
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

    /// One linear map per attribute, from a state to scores of its values.
    pub fn heads(&mut self, width: usize, schema: &Schema) -> Vec<Linear> {
        schema.attributes.iter().map(|attribute| self.linear(width, attribute.rows)).collect()
    }

    /// A vector of zeros, `[width]`.
    #[must_use]
    pub fn zeros(&self, width: usize) -> Param<Tensor<1>> {
        Param::from_tensor(Tensor::zeros([width], self.device))
    }

    /// Standard deviation of Xavier-normal values for a matrix `[rows, columns]`: `sqrt(2 / (rows + columns))` (Glorot and Bengio
    /// 2010).
    #[must_use]
    pub fn xavier_std(rows: usize, columns: usize) -> f64 {
        (2.0 / (rows + columns) as f64).sqrt()
    }

    /// A matrix `[rows, columns]`, Xavier-normal.
    pub fn xavier_normal(&mut self, rows: usize, columns: usize) -> Param<Tensor<2>> {
        self.table_with(rows, columns, Self::xavier_std(rows, columns))
    }

    /// A matrix `[rows, columns]`, Xavier-uniform: within `sqrt(6 / (rows + columns))` of zero.
    pub fn xavier_uniform(&mut self, rows: usize, columns: usize) -> Param<Tensor<2>> {
        let bound = (6.0 / (rows + columns) as f64).sqrt();
        Param::from_tensor(self.uniform([rows, columns], bound))
    }

    /// A linear map with Xavier-normal weights and zero bias.
    pub fn xavier_linear(&mut self, input: usize, output: usize) -> Linear {
        Linear { weight: self.xavier_normal(input, output), bias: Some(self.zeros(output)) }
    }

    /// Weights or bias as PyTorch draws those of a linear map or convolution: uniform within `1 / sqrt(fan_in)` of zero.
    pub fn fan_in<const D: usize>(&mut self, shape: [usize; D], fan_in: usize) -> Param<Tensor<D>> {
        Param::from_tensor(self.uniform(shape, 1.0 / (fan_in as f64).sqrt()))
    }

    /// A linear map as PyTorch draws it.
    pub fn kaiming_linear(&mut self, input: usize, output: usize) -> Linear {
        Linear { weight: self.fan_in([input, output], input), bias: Some(self.fan_in([output], input)) }
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

    fn uniform<const D: usize>(&mut self, shape: [usize; D], bound: f64) -> Tensor<D> {
        let values: Vec<f32> = (0..shape.iter().product())
            .map(|_| ((2.0 * rng::uniform_f64(&mut self.stream) - 1.0) * bound) as f32)
            .collect();
        Tensor::from_data(TensorData::new(values, shape), self.device)
    }

    fn normal<const D: usize>(&mut self, shape: [usize; D], std: f64) -> Tensor<D> {
        let values: Vec<f32> = (0..shape.iter().product()).map(|_| rng::normal(&mut self.stream, std)).collect();
        Tensor::from_data(TensorData::new(values, shape), self.device)
    }
}
