//! A linear map.

use burn::nn::Linear;
use burn::tensor::Tensor;

/// `x W + b`, one kernel where there are kernels of our own.
///
/// # Shapes
/// - `x`: `[.., input]`; returns `[.., output]`
#[must_use]
pub fn linear<const D: usize>(map: &Linear, x: Tensor<D>) -> Tensor<D> {
    // As in [`super::product`]: a build whose only device has our kernels leaves Burn's out.
    #[cfg(feature = "kernels")]
    if cfg!(not(feature = "cpu")) || super::gpu::runs_on(&x) {
        return super::gpu::linears(x, &[map]);
    }
    #[cfg(feature = "cpu")]
    return map.forward(x);
    #[cfg(not(feature = "cpu"))]
    unreachable!("the device has our kernels")
}
