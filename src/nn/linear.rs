//! A linear map.

use burn::nn::Linear;
use burn::tensor::Tensor;

/// `x W + b`, one kernel where there are kernels of our own.
///
/// # Shapes
/// - `x`: `[.., input]`; returns `[.., output]`
#[must_use]
pub fn linear<const D: usize>(map: &Linear, x: Tensor<D>) -> Tensor<D> {
    #[cfg(feature = "kernels")]
    if super::gpu::runs_on(&x) {
        return super::gpu::linears(x, &[map]);
    }
    map.forward(x)
}
