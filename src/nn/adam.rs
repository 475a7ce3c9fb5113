//! Adam's update of one parameter.

use burn::tensor::Tensor;
use dif_sr_ops::AdamStep;

/// `m` and `v`, flat.
pub type Moments = (Tensor<1>, Tensor<1>);

/// The parameter and its moments after one update; none of the tensors is recorded.
///
/// # Equation
/// `m = beta_1 m + (1 - beta_1) g`, `v = beta_2 v + (1 - beta_2) g^2`, `w = w - rate m / (sqrt(v) + epsilon)` (Kingma and Ba
/// 2015)
#[must_use]
pub fn adam<const D: usize>(
    step: AdamStep,
    value: Tensor<D>,
    gradient: Tensor<D>,
    moments: Moments,
) -> (Tensor<D>, Moments) {
    #[cfg(feature = "cpu")]
    if dif_sr_ops::cpu::on_cpu(&value) {
        return dif_sr_ops::cpu::adam(step, value, gradient, moments);
    }
    plain_adam(step, value, gradient, moments)
}

/// [`adam`] operation by operation.
#[must_use]
pub fn plain_adam<const D: usize>(
    step: AdamStep,
    value: Tensor<D>,
    gradient: Tensor<D>,
    (first, second): Moments,
) -> (Tensor<D>, Moments) {
    let (beta_1, beta_2) = step.betas;
    let shape = value.dims();
    let gradient: Tensor<1> = gradient.flatten(0, D - 1);
    let first = first * beta_1 + gradient.clone() * (1.0 - beta_1);
    let second = second * beta_2 + gradient.square() * (1.0 - beta_2);
    let update = first.clone() * step.rate / (second.clone().sqrt() + step.epsilon);
    (value - update.reshape(shape), (first, second))
}

#[cfg(test)]
mod tests {
    use super::*;
    use burn::tensor::{Device, TensorData};

    #[test]
    fn one_pass_and_operation_by_operation_agree() {
        let device = Device::flex();
        let wave = |speed: f32| {
            let values: Vec<f32> = (0..12).map(|at| (at as f32 * speed).sin()).collect();
            Tensor::<2>::from_data(TensorData::new(values, [3, 4]), &device)
        };
        let step = AdamStep { betas: (0.9, 0.999), rate: 0.1, epsilon: 1e-8 };
        let moments = || (wave(0.3).flatten(0, 1), wave(0.2).square().flatten(0, 1));
        let read = |(value, (first, second)): (Tensor<2>, Moments)| -> Vec<f32> {
            let all = Tensor::cat(vec![value.flatten(0, 1), first, second], 0);
            pollster::block_on(all.into_data_async()).unwrap().try_into_vec().unwrap()
        };
        let fast = read(adam(step, wave(0.7), wave(1.1), moments()));
        let plain = read(plain_adam(step, wave(0.7), wave(1.1), moments()));
        assert_eq!(fast.len(), 36);
        for (fast, plain) in fast.iter().zip(&plain) {
            assert!((fast - plain).abs() <= 1e-6 * (1.0 + plain.abs()), "{fast} instead of {plain}");
        }
    }
}
