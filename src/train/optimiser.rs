//! Adam with the reference's constants.

use burn::module::Module;
use burn::optim::{AdamConfig, GradientsParams, ModuleOptimizer};
use burn::tensor::Tensor;

/// Adam: betas 0.9 and 0.999, epsilon 1e-8 (Burn's default is 1e-5), no weight decay, no clipping, a constant rate.
pub struct Optimiser {
    adam: ModuleOptimizer,
    learning_rate: f64,
}

impl Optimiser {
    /// A fresh optimiser.
    #[must_use]
    pub fn new(learning_rate: f64) -> Self {
        Self { adam: AdamConfig::new().with_epsilon(1e-8).init(), learning_rate }
    }

    /// One update from the gradients of `loss`, `[1]`. Parameters that the loss does not reach stay as they are.
    pub fn step<M: Module>(&mut self, model: M, loss: &Tensor<1>) -> M {
        let gradients = GradientsParams::from_grads(loss.backward(), &model);
        self.adam.step(self.learning_rate, model, gradients)
    }
}
