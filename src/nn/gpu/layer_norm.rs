//! Layer normalisation, alone or of a residual sum.

use burn::backend::TensorMetadata;
use burn::nn::LayerNorm;
use burn::tensor::{Shape, Tensor};
use burn_cubecl::tensor::CubeTensor;

use super::launch::{launch, launch_parts, like, padded, view};
use super::normalise_kernels::{self as kernels, Sizes, Written};
use super::track::{Input, Operation, apply};

/// `LayerNorm(x)`.
///
/// # Shapes
/// - `x` and the result: `[.., width]`
///
/// # Panics
/// If the normalisation has no beta.
#[must_use]
pub fn layer_norm<const D: usize>(x: Tensor<D>, norm: &LayerNorm, epsilon: f64) -> Tensor<D> {
    let [gamma, beta] = weights(norm);
    normalise([x.into(), gamma, beta], epsilon as f32)
}

/// `LayerNorm(x + residual)`.
///
/// # Shapes
/// - `x`, `residual` and the result: `[.., width]`
///
/// # Panics
/// If the normalisation has no beta.
#[must_use]
pub fn add_norm<const D: usize>(x: Tensor<D>, residual: Tensor<D>, norm: &LayerNorm, epsilon: f64) -> Tensor<D> {
    let [gamma, beta] = weights(norm);
    normalise([x.into(), residual.into(), gamma, beta], epsilon as f32)
}

fn weights(norm: &LayerNorm) -> [Input; 2] {
    let beta = norm.beta.as_ref().expect("every normalisation of ours has a beta");
    [norm.gamma.val().into(), beta.val().into()]
}

/// Inputs: the terms of the sum, gamma, beta.
fn normalise<const N: usize, const D: usize>(inputs: [Input; N], epsilon: f32) -> Tensor<D> {
    let shape = Shape::from(inputs[0].dims().to_vec());
    let width = shape[D - 1];
    let sizes = Sizes { rows: shape.num_elements() / width, width };
    apply(inputs, |values: [CubeTensor; N]| {
        let gamma = values[N - 2].clone();
        let run = move |inputs: &[CubeTensor], outputs: &[CubeTensor]| {
            let (terms, weights) = inputs.split_at(N - 2);
            let written = Written { y: &outputs[0], h: &outputs[1], inverse: &outputs[2] };
            kernels::forward((&terms[0], terms.get(1)), (&weights[0], &weights[1]), &written, sizes, epsilon);
        };
        let shapes = vec![shape.clone(), shape, Shape::new([sizes.rows])];
        let [y, h, inverse] = launch(values.to_vec(), &shapes, run).try_into().expect("three were asked for");
        (y, Normalised { gamma, h, inverse, sizes })
    })
}

#[derive(Debug, Clone)]
struct Normalised {
    gamma: CubeTensor,
    h: CubeTensor,
    inverse: CubeTensor,
    sizes: Sizes,
}

impl<const N: usize> Operation<N> for Normalised {
    fn gradients(self, output: CubeTensor, wanted: [bool; N]) -> [Option<CubeTensor>; N] {
        let Self { gamma, h, inverse, sizes } = self;
        let terms = N - 2;
        let mut found = [const { None }; N];
        if wanted[terms..].contains(&true) {
            let shapes = vec![Shape::new([sizes.width]); 2];
            let run = move |inputs: &[CubeTensor], shapes: &[Shape]| {
                let second = padded(sizes.width);
                let whole = like(&inputs[0], Shape::new([2 * second]));
                kernels::weight_gradient(&inputs[0], &inputs[1], &whole, sizes, second);
                vec![view(&whole, 0, shapes[0].clone()), view(&whole, second, shapes[1].clone())]
            };
            let parts = launch_parts(vec![output.clone(), h.clone()], &shapes, run);
            for ((found, part), wanted) in found[terms..].iter_mut().zip(parts).zip(&wanted[terms..]) {
                *found = wanted.then_some(part);
            }
        }
        if wanted[..terms].contains(&true) {
            let shape = h.shape();
            let run = move |inputs: &[CubeTensor], outputs: &[CubeTensor]| {
                kernels::input_gradient(&inputs[0], &inputs[1], (&inputs[2], &inputs[3]), &outputs[0], sizes);
            };
            // A sum hands the same gradient to each of its terms.
            let sum = launch(vec![output, gamma, h, inverse], &[shape], run).remove(0);
            for (found, wanted) in found[..terms].iter_mut().zip(&wanted[..terms]) {
                *found = wanted.then(|| sum.clone());
            }
        }
        found
    }
}
