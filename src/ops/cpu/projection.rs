//! Several linear maps of one stream as one matrix product.

use burn::backend::flex::FlexTensor;
use burn::nn::Linear;
use burn::tensor::Tensor;

use super::graph::{Operation, apply, input};
use super::matrix::{column_sums, dims, edit, matrix, product, product_of_columns, product_of_rows, values, vector};

/// The images of `x` under each map, side by side: `[rows, width]` -> `[rows, sum of the maps' outputs]`.
///
/// # Equation
/// `[x W_1 + b_1, ..., x W_n + b_n] = x [W_1 ... W_n] + [b_1 ... b_n]`
///
/// # Panics
/// With no or more than three maps; every layer needs one (query), two (query and key, or key and value) or three.
#[must_use]
pub fn project(x: &Tensor<2>, maps: &[&Linear]) -> Tensor<2> {
    let weight = |at: usize| input(&maps[at].weight.val());
    let bias = |at: usize| input(&maps[at].bias.as_ref().expect("the maps of this crate have a bias").val());
    match maps.len() {
        1 => apply(Projection, [input(x), weight(0), bias(0)]),
        2 => apply(Projection, [input(x), weight(0), bias(0), weight(1), bias(1)]),
        3 => apply(Projection, [input(x), weight(0), bias(0), weight(1), bias(1), weight(2), bias(2)]),
        n => panic!("{n} maps of one stream"),
    }
}

/// Inputs: the stream, then weight and bias of each map.
#[derive(Debug, Clone)]
struct Projection;

impl<const N: usize> Operation<N> for Projection {
    /// The stream, the joined weights, and the outputs of each map.
    type Memory = (FlexTensor, FlexTensor, Vec<usize>);

    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn forward(&self, inputs: &[FlexTensor; N]) -> (FlexTensor, Self::Memory) {
        let x = &inputs[0];
        let (_, width) = dims(x);
        let weights: Vec<&FlexTensor> = inputs[1..].iter().step_by(2).collect();
        let outputs: Vec<usize> = weights.iter().map(|weight| dims(weight).1).collect();
        let total = outputs.iter().sum();
        let joined = if let [weight] = weights[..] { weight.clone() } else { side_by_side(&weights, width, total) };
        let bias: Vec<f32> = inputs[2..].iter().step_by(2).flat_map(|bias| values(bias).iter().copied()).collect();
        let mut image = product(x, &joined);
        for row in edit(&mut image).chunks_exact_mut(total) {
            for (value, bias) in row.iter_mut().zip(&bias) {
                *value += bias;
            }
        }
        (image, (x.clone(), joined, outputs))
    }

    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn backward(
        &self,
        (x, joined, outputs): Self::Memory,
        gradient: FlexTensor,
        wanted: [bool; N],
    ) -> [Option<FlexTensor>; N] {
        let (_, total) = dims(&gradient);
        let (width, _) = dims(&joined);
        let mut found = [const { None }; N];
        if wanted[0] {
            found[0] = Some(product_of_rows(&gradient, &joined));
        }
        let d_weight = product_of_columns(&x, &gradient);
        let d_weight = values(&d_weight);
        let d_bias = column_sums(values(&gradient), total);
        let mut start = 0;
        for (map, &output) in outputs.iter().enumerate() {
            let columns = start..start + output;
            let mut part = Vec::with_capacity(width * output);
            for row in d_weight.chunks_exact(total) {
                part.extend_from_slice(&row[columns.clone()]);
            }
            found[1 + 2 * map] = Some(matrix(part, width, output));
            found[2 + 2 * map] = Some(vector(d_bias[columns].to_vec()));
            start += output;
        }
        found
    }
}

fn side_by_side(weights: &[&FlexTensor], width: usize, total: usize) -> FlexTensor {
    let mut joined = Vec::with_capacity(width * total);
    for row in 0..width {
        for weight in weights {
            let (_, output) = dims(weight);
            joined.extend_from_slice(&values(weight)[row * output..(row + 1) * output]);
        }
    }
    matrix(joined, width, total)
}
