//! Linear maps of one input side by side, and two with GELU between them.

use std::slice::from_ref;

use burn::backend::TensorMetadata;
use burn::nn::Linear;
use burn::tensor::{Shape, Tensor};
use burn_cubecl::tensor::CubeTensor;

use super::launch::{launch, launch_parts, like, padded, view};
use super::linear_gradient_kernels::{InputGradient, WeightGradient, gradients as by_one_launch};
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
        let mut found = gradients(x, output, weights, None, wanted[0], sizes).into_iter();
        wanted.map(|wanted| found.next().flatten().filter(|_| wanted))
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
        let [middle, w2, b2] = three(gradients(bent, output, vec![w2], Some(straight), true, second));
        let middle = middle.expect("it was asked for");
        let [x, w1, b1] = three(gradients(x, middle, vec![w1], None, wanted[0], first));
        [x, w1, w2, b1, b2]
    }
}

fn three(found: Vec<Option<CubeTensor>>) -> [Option<CubeTensor>; 3] {
    found.try_into().expect("one map has an input, a weight and a bias")
}

/// The gradients of the maps' input, if it is wanted, of the weights, and of the biases; `before` is what GELU made the input from.
/// Those of weights and biases are parts of one buffer, in the order in which a model lists them.
fn gradients(
    x: CubeTensor,
    output: CubeTensor,
    weights: Vec<CubeTensor>,
    before: Option<CubeTensor>,
    wants_input: bool,
    sizes: Sizes,
) -> Vec<Option<CubeTensor>> {
    let maps = weights.len();
    let mut shapes = vec![before.as_ref().unwrap_or(&x).shape()];
    shapes.extend(vec![Shape::new([sizes.inner, sizes.width]); maps]);
    shapes.extend(vec![Shape::new([sizes.width]); maps]);
    let mut inputs = vec![x, output];
    inputs.extend(weights);
    inputs.extend(before);
    let parts = launch_parts(inputs, &shapes, |inputs, shapes| {
        let (weights, before) = inputs[2..].split_at(maps);
        let bias = padded(sizes.inner * sizes.width);
        let stride = bias + padded(sizes.width);
        let whole = like(&inputs[0], Shape::new([maps * stride]));
        let input = wants_input.then(|| like(&inputs[0], shapes[0].clone()));
        let of_input = input.as_ref().map(|out| InputGradient { weights, before: before.first(), out });
        let of_weights = WeightGradient { x: &inputs[0], out: &whole, stride, bias };
        by_one_launch(&inputs[1], of_input, Some(of_weights), sizes);
        let starts = (0..maps).map(|map| map * stride).chain((0..maps).map(|map| map * stride + bias));
        let parts = starts.zip(&shapes[1..]).map(|(start, shape)| view(&whole, start, shape.clone()));
        input.into_iter().chain(parts).collect()
    });
    let missing = if wants_input { None } else { Some(None) };
    missing.into_iter().chain(parts.into_iter().map(Some)).collect()
}
