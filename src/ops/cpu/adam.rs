//! Adam's update of one parameter in one pass over its values.

use burn::backend::Flex;
use burn::backend::flex::FlexTensor;
use burn::tensor::Tensor;

use super::matrix::{edit, values};
use crate::AdamStep;

/// Adam's update of one parameter, for tensors on the CPU, without autodiff.
///
/// # Equation
/// `m = beta_1 m + (1 - beta_1) g`, `v = beta_2 v + (1 - beta_2) g^2`, `w = w - rate m / (sqrt(v) + epsilon)` (Kingma and Ba
/// 2015)
#[must_use]
pub fn adam<const D: usize>(
    step: AdamStep,
    value: Tensor<D>,
    gradient: Tensor<D>,
    moments: (Tensor<1>, Tensor<1>),
) -> (Tensor<D>, (Tensor<1>, Tensor<1>)) {
    let (mut first, mut second) = (flex(moments.0), flex(moments.1));
    let (mut value, gradient) = (flex(value), flex(gradient));
    update(step, edit(&mut value), values(&gradient), (edit(&mut first), edit(&mut second)));
    let lift = Tensor::from_primitive::<Flex>;
    (Tensor::from_primitive::<Flex>(value), (lift(first), lift(second)))
}

fn update(step: AdamStep, value: &mut [f32], gradient: &[f32], (first, second): (&mut [f32], &mut [f32])) {
    let moments = first.iter_mut().zip(second);
    let (beta_1, beta_2) = step.betas;
    for ((w, &g), (m, v)) in value.iter_mut().zip(gradient).zip(moments) {
        *m = beta_1 * *m + (1.0 - beta_1) * g;
        *v = beta_2 * *v + (1.0 - beta_2) * (g * g);
        *w -= step.rate * *m / (v.sqrt() + step.epsilon);
    }
}

fn flex<const D: usize>(tensor: Tensor<D>) -> FlexTensor {
    tensor.try_into_primitive::<Flex>().expect("a tensor on the CPU").to_contiguous()
}
