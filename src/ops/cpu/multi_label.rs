//! Multi-label sigmoid cross-entropy as one operation.

use burn::backend::flex::FlexTensor;
use burn::tensor::Tensor;

use super::graph::{Operation, apply, input};
use super::math::exp;
use super::matrix::{dims, edit, values, vector, zeros};

/// Factors of `1 + e^(-|z|)`, each between 1 and 2, whose product stays far below the largest f32.
const PER_LOGARITHM: usize = 64;

/// [`crate::nn::loss::plain_multi_label`]; its gradient by the logits is `(sigmoid(z) - y) / entries`.
#[must_use]
pub fn multi_label(logits: &Tensor<2>, labels: &Tensor<2>) -> Tensor<1> {
    apply(MultiLabel, [input(logits), input(labels)])
}

/// Inputs: logits and labels.
#[derive(Debug, Clone)]
struct MultiLabel;

impl Operation<2> for MultiLabel {
    /// The gradient by the logits.
    type Memory = FlexTensor;

    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn forward(&self, [logits, labels]: &[FlexTensor; 2]) -> (FlexTensor, Self::Memory) {
        let (rows, width) = dims(logits);
        let share = 1.0 / (rows * (width - 1)) as f32;
        let mut total = 0.0_f64;
        let mut gradient = zeros(rows, width);
        let pairs = values(logits).chunks_exact(width).zip(values(labels).chunks_exact(width));
        for ((logits, labels), gradient) in pairs.zip(edit(&mut gradient).chunks_exact_mut(width)) {
            // Column 0 is "no value" and left out.
            let parts = logits[1..].chunks(PER_LOGARITHM).zip(labels[1..].chunks(PER_LOGARITHM));
            for ((z, y), d) in parts.zip(gradient[1..].chunks_mut(PER_LOGARITHM)) {
                let (mut linear, mut product) = (0.0_f32, 1.0_f32);
                for at in 0..z.len() {
                    let e = exp(-z[at].abs());
                    let high = 1.0 / (1.0 + e);
                    let probability = if z[at] < 0.0 { 1.0 - high } else { high };
                    d[at] = (probability - y[at]) * share;
                    linear += z[at].max(0.0) - z[at] * y[at];
                    product *= 1.0 + e;
                }
                total += f64::from(linear) + f64::from(product).ln();
            }
        }
        (vector(vec![(total * f64::from(share)) as f32]), gradient)
    }

    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn backward(&self, mut found: FlexTensor, gradient: FlexTensor, _: [bool; 2]) -> [Option<FlexTensor>; 2] {
        let factor = values(&gradient)[0];
        for value in edit(&mut found) {
            *value *= factor;
        }
        [Some(found), None]
    }
}
