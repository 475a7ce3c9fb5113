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
        let width = Shape::new([sizes.width]);
        let shapes = vec![h.shape(), width.clone(), width];
        let run = move |inputs: &[CubeTensor], shapes: &[Shape]| {
            let [dy, gamma, h, inverse] = inputs else { unreachable!("four were bound") };
            let second = padded(sizes.width);
            let weights = like(dy, Shape::new([2 * second]));
            let sum = like(dy, shapes[0].clone());
            kernels::gradients(dy, gamma, (h, inverse), (&weights, second), &sum, sizes);
            vec![sum, view(&weights, 0, shapes[1].clone()), view(&weights, second, shapes[2].clone())]
        };
        let parts = launch_parts(vec![output, gamma, h, inverse], &shapes, run);
        let [sum, gamma, beta] = parts.try_into().expect("three were returned");
        // A sum hands the same gradient to each of its terms.
        let mut found = std::iter::repeat_n(sum, terms).chain([gamma, beta]);
        wanted.map(|wanted| found.next().filter(|_| wanted))
    }
}
