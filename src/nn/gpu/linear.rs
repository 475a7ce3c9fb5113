//! Linear maps of one input, side by side.

use burn::backend::TensorMetadata;
use burn::nn::Linear;
use burn::tensor::{Shape, Tensor};
use burn_cubecl::tensor::CubeTensor;

use super::launch::{launch, launch_parts, like, padded, view};
use super::linear_kernels::{self as kernels, MAPS, Sizes};
use super::track::{Input, Operation, apply};

/// `[f(x) W_1 + b_1, f(x) W_2 + b_2, ...]`, the maps' outputs side by side.
///
/// # Shapes
/// - `x`: `[.., inner]`; every map `[inner, width]` with a bias, one to [`MAPS`] of them
/// - returns: `[.., maps * width]`
///
/// # Panics
/// If a map has no bias, or there are none or too many.
#[must_use]
pub fn linears<const D: usize>(x: Tensor<D>, maps: &[&Linear]) -> Tensor<D> {
    joined(x, maps, false)
}

/// `gelu(x) W + b` with the exact GELU.
///
/// # Shapes
/// - `x`: `[.., inner]`; returns `[.., width]`
#[must_use]
pub fn gelu_linear<const D: usize>(x: Tensor<D>, map: &Linear) -> Tensor<D> {
    joined(x, &[map], true)
}

fn joined<const D: usize>(x: Tensor<D>, maps: &[&Linear], bends: bool) -> Tensor<D> {
    let weight = |map: &Linear| Input::from(map.weight.val());
    let bias = |map: &Linear| Input::from(map.bias.as_ref().expect("every map of ours has a bias").val());
    let x = Input::from(x);
    match maps {
        [a] => map([x, weight(a), bias(a)], bends),
        [a, b] => map([x, weight(a), weight(b), bias(a), bias(b)], bends),
        [a, b, c] => map([x, weight(a), weight(b), weight(c), bias(a), bias(b), bias(c)], bends),
        _ => panic!("{} maps cannot be joined, only 1 to {MAPS}", maps.len()),
    }
}

/// Inputs: `x`, the weights, the biases.
fn map<const N: usize, const D: usize>(inputs: [Input; N], bends: bool) -> Tensor<D> {
    let maps = N / 2;
    let [inner, width] = *inputs[1].dims() else { unreachable!("a weight has two axes") };
    let mut shape = inputs[0].dims().to_vec();
    let rows = shape[..D - 1].iter().product();
    shape[D - 1] = maps * width;
    let sizes = Sizes { rows, inner, width, columns: maps * width };
    apply(inputs, |values: [CubeTensor; N]| {
        let kept = Map { x: values[0].clone(), weights: values[1..=maps].to_vec(), sizes, bends };
        let run = move |inputs: &[CubeTensor], outputs: &[CubeTensor]| {
            let (weights, biases) = inputs[1..].split_at(maps);
            kernels::forward(&inputs[0], weights, biases, &outputs[0], sizes, bends);
        };
        let z = launch(values.to_vec(), &[Shape::from(shape)], run).remove(0);
        (z, kept)
    })
}

#[derive(Debug, Clone)]
struct Map {
    x: CubeTensor,
    weights: Vec<CubeTensor>,
    sizes: Sizes,
    bends: bool,
}

impl<const N: usize> Operation<N> for Map {
    fn gradients(self, output: CubeTensor, wanted: [bool; N]) -> [Option<CubeTensor>; N] {
        let Self { x, weights, sizes, bends } = self;
        let maps = weights.len();
        let mut found = [const { None }; N];
        if wanted[0] {
            let mut inputs = vec![output.clone(), x.clone()];
            inputs.extend(weights);
            let run = move |inputs: &[CubeTensor], outputs: &[CubeTensor]| {
                kernels::input_gradient(&inputs[0], &inputs[2..], bends.then_some(&inputs[1]), &outputs[0], sizes);
            };
            let shape = x.shape();
            found[0] = launch(inputs, &[shape], run).pop();
        }
        if wanted[1..].contains(&true) {
            let Sizes { inner, width, .. } = sizes;
            let mut shapes = vec![Shape::new([inner, width]); maps];
            shapes.extend(vec![Shape::new([width]); maps]);
            let run = move |inputs: &[CubeTensor], shapes: &[Shape]| weight_gradients(inputs, shapes, sizes, bends);
            let parts = launch_parts(vec![x, output], &shapes, run);
            for ((found, part), wanted) in found[1..].iter_mut().zip(parts).zip(&wanted[1..]) {
                *found = wanted.then_some(part);
            }
        }
        found
    }
}

/// Gradients of the weights, then of the biases: parts of one buffer, which one kernel writes.
fn weight_gradients(inputs: &[CubeTensor], shapes: &[Shape], sizes: Sizes, bends: bool) -> Vec<CubeTensor> {
    let maps = shapes.len() / 2;
    let bias = padded(sizes.inner * sizes.width);
    let stride = bias + padded(sizes.width);
    let whole = like(&inputs[0], Shape::new([maps * stride]));
    kernels::weight_gradient(&inputs[0], &inputs[1], &whole, sizes, (stride, bias), bends);
    let starts = (0..maps).map(|map| map * stride).chain((0..maps).map(|map| map * stride + bias));
    starts.zip(shapes).map(|(start, shape)| view(&whole, start, shape.clone())).collect()
}
