//! The exact GELU.

use std::f64::consts::SQRT_2;

use burn::tensor::Tensor;

/// `x Phi(x) = x (1 + erf(x / sqrt 2)) / 2`.
///
/// # Deviations
/// Burn's own `gelu` has this value everywhere, but its gradient on every device except Flex is that of the tanh approximation,
/// which is off by up to 1e-3. Written out, the gradient is exact on all devices.
#[must_use]
pub fn gelu<const D: usize>(x: Tensor<D>) -> Tensor<D> {
    let phi = ((x.clone() / SQRT_2).erf() + 1.0) * 0.5;
    x * phi
}

#[cfg(test)]
mod tests {
    use super::*;
    use burn::tensor::{Device, Tolerance};

    #[test]
    fn values_and_gradients_equal_the_closed_form() {
        let x = Tensor::<1>::from_floats([-2.0, -0.5, 0.0, 1.0], &Device::flex().autodiff()).require_grad();
        let y = gelu(x.clone());
        let gradient = x.grad(&y.clone().sum().backward()).unwrap();
        let read = |tensor: Tensor<1>| pollster::block_on(tensor.into_data_async()).unwrap();
        // Phi(-2) = 0.0227501, phi(-2) = 0.0539910; derivative Phi(x) + x phi(x).
        let values = [-0.045_500_26, -0.154_268_77, 0.0, 0.841_344_77];
        let slopes = [-0.085_231_85, 0.132_504_82, 0.5, 1.083_315_5];
        read(y.inner()).assert_approx_eq::<f32>(&values.into(), Tolerance::absolute(1e-6));
        read(gradient).assert_approx_eq::<f32>(&slopes.into(), Tolerance::absolute(1e-6));
    }
}
