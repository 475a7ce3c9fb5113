//! Linear maps of one input side by side, and two with GELU between them.

use std::slice::from_ref;

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
    let x = Input::from(x);
    match maps {
        [a] => map([x, weight(a), bias(a)]),
        [a, b] => map([x, weight(a), weight(b), bias(a), bias(b)]),
        [a, b, c] => map([x, weight(a), weight(b), weight(c), bias(a), bias(b), bias(c)]),
        _ => panic!("{} maps cannot be joined, only 1 to {MAPS}", maps.len()),
    }
}

/// `gelu(x W_1 + b_1) W_2 + b_2` with the exact GELU.
///
/// # Shapes
/// - `x`: `[.., hidden]`; the maps `[hidden, inner]` and `[inner, hidden]`
/// - returns: as `x`
///
/// # Panics
/// If a map has no bias.
#[must_use]
pub fn feed_forward<const D: usize>(x: Tensor<D>, first: &Linear, second: &Linear) -> Tensor<D> {
    let inputs = [x.into(), weight(first), weight(second), bias(first), bias(second)];
    let shape = Shape::from(inputs[0].dims().to_vec());
    let ([hidden, width], [_, columns]) = (first.weight.dims(), second.weight.dims());
    let rows = shape.num_elements() / hidden;
    let sizes =
        [Sizes { rows, inner: hidden, width, columns: width }, Sizes { rows, inner: width, width: columns, columns }];
    apply(inputs, |values: [CubeTensor; 5]| {
        let kept = [values[0].clone(), values[1].clone(), values[2].clone()];
        let run = move |inputs: &[CubeTensor], shapes: &[Shape]| {
            let [x, w1, w2, b1, b2] = inputs else { unreachable!("five were bound") };
            let bent_at = padded(rows * width);
            let both = like(x, Shape::new([bent_at + rows * width]));
            kernels::forward(x, from_ref(w1), from_ref(b1), &both, sizes[0], Some(bent_at));
            let [straight, bent] = [0, bent_at].map(|start| view(&both, start, Shape::new([rows, width])));
            let y = like(x, shapes[0].clone());
            kernels::forward(&bent, from_ref(w2), from_ref(b2), &y, sizes[1], None);
            vec![y, straight, bent]
        };
        let parts = launch_parts(values.to_vec(), &[shape], run);
        let [y, straight, bent] = parts.try_into().expect("three were returned");
        let [x, w1, w2] = kept;
        (y, FeedForward { x, straight, bent, weights: [w1, w2], sizes })
    })
}

fn weight(map: &Linear) -> Input {
    Input::from(map.weight.val())
}

fn bias(map: &Linear) -> Input {
    Input::from(map.bias.as_ref().expect("every map of ours has a bias").val())
}

/// Inputs: `x`, the weights, the biases.
fn map<const N: usize, const D: usize>(inputs: [Input; N]) -> Tensor<D> {
    let maps = N / 2;
    let [inner, width] = *inputs[1].dims() else { unreachable!("a weight has two axes") };
    let mut shape = inputs[0].dims().to_vec();
    let rows = shape[..D - 1].iter().product();
    shape[D - 1] = maps * width;
    let sizes = Sizes { rows, inner, width, columns: maps * width };
    apply(inputs, |values: [CubeTensor; N]| {
        let kept = Map { x: values[0].clone(), weights: values[1..=maps].to_vec(), sizes };
        let run = move |inputs: &[CubeTensor], outputs: &[CubeTensor]| {
            let (weights, biases) = inputs[1..].split_at(maps);
            kernels::forward(&inputs[0], weights, biases, &outputs[0], sizes, None);
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
}

impl<const N: usize> Operation<N> for Map {
    fn gradients(self, output: CubeTensor, wanted: [bool; N]) -> [Option<CubeTensor>; N] {
        let Self { x, weights, sizes } = self;
        let mut found = [const { None }; N];
        if wanted[1..].contains(&true) {
            let parts = weight_gradients(x.clone(), output.clone(), weights.len(), sizes);
            for ((found, part), wanted) in found[1..].iter_mut().zip(parts).zip(&wanted[1..]) {
                *found = wanted.then_some(part);
            }
        }
        if wanted[0] {
            found[0] = Some(input_gradient(output, weights, None, x.shape(), sizes));
        }
        found
    }
}

#[derive(Debug, Clone)]
struct FeedForward {
    x: CubeTensor,
    /// What the first map gives, `[rows, inner]`.
    straight: CubeTensor,
    /// GELU of it.
    bent: CubeTensor,
    weights: [CubeTensor; 2],
    sizes: [Sizes; 2],
}

impl Operation<5> for FeedForward {
    fn gradients(self, output: CubeTensor, wanted: [bool; 5]) -> [Option<CubeTensor>; 5] {
        let Self { x, straight, bent, weights: [w1, w2], sizes: [first, second] } = self;
        let shape = straight.shape();
        let [w2_gradient, b2_gradient] = both(weight_gradients(bent, output.clone(), 1, second));
        let middle = input_gradient(output, vec![w2], Some(straight), shape, second);
        let [w1_gradient, b1_gradient] = both(weight_gradients(x.clone(), middle.clone(), 1, first));
        let x_gradient = wanted[0].then(|| input_gradient(middle, vec![w1], None, x.shape(), first));
        [x_gradient, Some(w1_gradient), Some(w2_gradient), Some(b1_gradient), Some(b2_gradient)]
    }
}

fn both(parts: Vec<CubeTensor>) -> [CubeTensor; 2] {
    parts.try_into().expect("one map has a weight and a bias")
}

/// Gradient of the maps' input, of that shape; `bent` is what GELU made the input from.
fn input_gradient(
    output: CubeTensor,
    weights: Vec<CubeTensor>,
    bent: Option<CubeTensor>,
    shape: Shape,
    sizes: Sizes,
) -> CubeTensor {
    let maps = weights.len();
    let mut inputs = vec![output];
    inputs.extend(weights);
    inputs.extend(bent);
    let run = move |inputs: &[CubeTensor], outputs: &[CubeTensor]| {
        let (weights, before) = inputs[1..].split_at(maps);
        kernels::input_gradient(&inputs[0], weights, before.first(), &outputs[0], sizes);
    };
    launch(inputs, &[shape], run).remove(0)
}

/// Gradients of the weights, then of the biases: parts of one buffer, which one kernel writes.
fn weight_gradients(x: CubeTensor, output: CubeTensor, maps: usize, sizes: Sizes) -> Vec<CubeTensor> {
    let mut shapes = vec![Shape::new([sizes.inner, sizes.width]); maps];
    shapes.extend(vec![Shape::new([sizes.width]); maps]);
    launch_parts(vec![x, output], &shapes, |inputs, shapes| {
        let bias = padded(sizes.inner * sizes.width);
        let stride = bias + padded(sizes.width);
        let whole = like(&inputs[0], Shape::new([maps * stride]));
        kernels::weight_gradient(&inputs[0], &inputs[1], &whole, sizes, (stride, bias));
        let starts = (0..maps).map(|map| map * stride).chain((0..maps).map(|map| map * stride + bias));
        starts.zip(shapes).map(|(start, shape)| view(&whole, start, shape.clone())).collect()
    })
}
