//! Softmax cross-entropy over the items as one operation.

use burn::backend::flex::FlexTensor;
use burn::tensor::{Int, Tensor};

use super::graph::{Operation, apply, ids, input};
use super::math::exponentials;
use super::matrix::{dims, edit, matrix, product, product_of_columns, product_of_rows, values, vector, zeros};
use super::row_sums::add_scaled;

/// Targets whose scores are in memory at a time: the matrix `[targets, items]` is the largest thing of a step, and every
/// position of a batch is a target.
const AT_ONCE: usize = 256;

/// Mean over the targets of `log(sum over i of e^(s . E_i + b_i)) - (s . E_t + b_t)`.
///
/// # Equation
/// With `P = softmax(S E^T + b)`, `Y` the one-hot targets and `T` their number: `dL/dS = (P - Y) E / T`,
/// `dL/dE = (P - Y)^T S / T`, `dL/db = column sums of (P - Y) / T`. Found in the forward pass, so that the scores of one part of
/// the targets are forgotten before those of the next are computed.
///
/// # Shapes
/// - `states` `S`: `[targets, hidden]`, `table` `E`: `[items, hidden]`, `bias` `b`: `[items]`, `targets`: `[targets]`
/// - returns: `[1]`
#[must_use]
pub fn softmax_loss(
    states: &Tensor<2>,
    table: &Tensor<2>,
    bias: Option<&Tensor<1>>,
    targets: Tensor<1, Int>,
) -> Tensor<1> {
    let operation = SoftmaxLoss { targets: ids(targets) };
    match bias {
        None => apply(operation, [input(states), input(table)]),
        Some(bias) => apply(operation, [input(states), input(table), input(bias)]),
    }
}

#[derive(Debug, Clone)]
struct SoftmaxLoss {
    targets: Vec<usize>,
}

/// The gradients of all inputs.
#[derive(Debug, Clone)]
struct Found<const N: usize>([FlexTensor; N]);

impl<const N: usize> Operation<N> for SoftmaxLoss {
    type Memory = Found<N>;

    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn forward(&self, inputs: &[FlexTensor; N]) -> (FlexTensor, Self::Memory) {
        let (states, table) = (&inputs[0], &inputs[1]);
        let ((count, hidden), (items, _)) = (dims(states), dims(table));
        let share = 1.0 / count as f32;
        let mut total = 0.0_f64;
        let mut d_states = Vec::with_capacity(count * hidden);
        let mut d_table: Option<FlexTensor> = None;
        let mut d_bias = vec![0.0; items];
        for (states, targets) in values(states).chunks(AT_ONCE * hidden).zip(self.targets.chunks(AT_ONCE)) {
            let mut states = matrix(states.to_vec(), targets.len(), hidden);
            let mut scores = product_of_rows(&states, table);
            let mut shares = Vec::with_capacity(targets.len());
            for (row, &target) in edit(&mut scores).chunks_exact_mut(items).zip(targets) {
                if let Some(bias) = inputs.get(2) {
                    add_scaled(row, 1.0, values(bias));
                }
                let wanted = row[target];
                let (largest, sum) = exponentials(row);
                total += f64::from(largest - wanted) + f64::from(sum).ln();
                // Over `share / sum`, what is left of the row is `(P - Y) / T`: the factor goes to the narrow side of each product.
                row[target] -= sum;
                shares.push(share / sum);
            }
            if inputs.len() > 2 {
                for (row, share) in values(&scores).chunks_exact(items).zip(&shares) {
                    add_scaled(&mut d_bias, *share, row);
                }
            }
            let mut d = product(&scores, table);
            for scaled in [&mut d, &mut states] {
                for (row, share) in edit(scaled).chunks_exact_mut(hidden).zip(&shares) {
                    for value in row {
                        *value *= share;
                    }
                }
            }
            d_states.extend_from_slice(values(&d));
            let part = product_of_columns(&scores, &states);
            d_table = Some(match d_table {
                None => part,
                Some(mut sum) => {
                    add_scaled(edit(&mut sum), 1.0, values(&part));
                    sum
                }
            });
        }
        let d_table = d_table.unwrap_or_else(|| zeros(items, hidden));
        let loss = vector(vec![(total / count as f64) as f32]);
        let mut found = [matrix(d_states, count, hidden), d_table, vector(d_bias)].into_iter();
        (loss, Found(std::array::from_fn(|_| found.next().expect("states, table and at most a bias"))))
    }

    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn backward(&self, Found(found): Self::Memory, gradient: FlexTensor, _: [bool; N]) -> [Option<FlexTensor>; N] {
        let factor = values(&gradient)[0];
        found.map(|mut gradient| {
            if (factor - 1.0).abs() > 0.0 {
                for value in edit(&mut gradient) {
                    *value *= factor;
                }
            }
            Some(gradient)
        })
    }
}
