//! Layer normalisation of a stream as one operation.

use burn::backend::flex::FlexTensor;
use burn::nn::LayerNorm;
use burn::tensor::Tensor;

use super::graph::{Operation, apply, input};
use super::norm::{self, Normalised};

/// [`LayerNorm`] of every row of `x`, `[rows, width]`; see [`norm::forward`].
#[must_use]
pub fn layer_norm(layer: &LayerNorm, epsilon: f64, x: &Tensor<2>) -> Tensor<2> {
    let (gamma, beta) = parameters(layer);
    let operation = LayerNorms { epsilon: epsilon as f32 };
    apply(operation, [input(x), input(&gamma), input(&beta)])
}

/// Gamma and beta; the layers of this crate have both.
pub fn parameters(layer: &LayerNorm) -> (Tensor<1>, Tensor<1>) {
    (layer.gamma.val(), layer.beta.as_ref().expect("our normalisations have a beta").val())
}

#[derive(Debug, Clone)]
struct LayerNorms {
    epsilon: f32,
}

impl Operation<3> for LayerNorms {
    type Memory = (Normalised, FlexTensor);

    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn forward(&self, [x, gamma, beta]: &[FlexTensor; 3]) -> (FlexTensor, Self::Memory) {
        let (output, memory) = norm::forward(x.clone(), gamma, beta, self.epsilon);
        (output, (memory, gamma.clone()))
    }

    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn backward(
        &self,
        (memory, gamma): Self::Memory,
        mut gradient: FlexTensor,
        _: [bool; 3],
    ) -> [Option<FlexTensor>; 3] {
        let (d_gamma, d_beta) = norm::backward(&mut gradient, &memory, &gamma);
        [gradient, d_gamma, d_beta].map(Some)
    }
}
