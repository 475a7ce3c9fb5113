//! Adam's update of one parameter in one pass over its values.

use burn::backend::Flex;
use burn::backend::flex::FlexTensor;
use burn::tensor::Tensor;

use super::matrix::{edit, values};
use crate::nn::adam::AdamStep;

/// [`crate::nn::adam::plain_adam`] for tensors on the CPU, without autodiff.
#[must_use]
pub fn adam<const D: usize>(
    step: AdamStep,
    value: Tensor<D>,
    gradient: Tensor<D>,
    moments: (Tensor<1>, Tensor<1>),
) -> (Tensor<D>, (Tensor<1>, Tensor<1>)) {
    let (mut first, mut second) = (flex(moments.0), flex(moments.1));
    let (mut value, gradient) = (flex(value), flex(gradient));
    let entries = edit(&mut value).iter_mut().zip(values(&gradient));
    let moments = edit(&mut first).iter_mut().zip(edit(&mut second).iter_mut());
    let (beta_1, beta_2) = step.betas;
    for ((w, &g), (m, v)) in entries.zip(moments) {
        *m = beta_1 * *m + (1.0 - beta_1) * g;
        *v = beta_2 * *v + (1.0 - beta_2) * (g * g);
        *w -= step.rate * *m / (v.sqrt() + step.epsilon);
    }
    let lift = Tensor::from_primitive::<Flex>;
    (Tensor::from_primitive::<Flex>(value), (lift(first), lift(second)))
}

fn flex<const D: usize>(tensor: Tensor<D>) -> FlexTensor {
    tensor.try_into_primitive::<Flex>().expect("a tensor on the CPU").to_contiguous()
}
