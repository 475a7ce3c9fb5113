//! Softmax and sigmoid cross-entropy.

use burn::tensor::activation::log_softmax;
use burn::tensor::{Int, Tensor};

/// Softmax cross-entropy over all rows of the item table; the padding row is a class, as in the release.
///
/// # Shapes
/// - `logits`: `[targets, items]`, `targets`: `[targets]`
/// - returns: mean over the targets, `[1]`
#[must_use]
pub fn cross_entropy(logits: Tensor<2>, targets: Tensor<1, Int>) -> Tensor<1> {
    log_softmax(logits, 1).gather(1, targets.unsqueeze_dim(1)).mean().neg()
}

/// Multi-label sigmoid cross-entropy, mean over targets and over the real values (column 0 is "no value" and left out).
///
/// # Shapes
/// - `logits`, `labels`: `[targets, values]`, labels 0 or 1
/// - returns: `[1]`
///
/// # Equation
/// `max(z, 0) - z y + log(1 + exp(-|z|))`, the form that cannot overflow.
#[must_use]
pub fn multi_label(logits: Tensor<2>, labels: Tensor<2>) -> Tensor<1> {
    binary_cross_entropy(logits, labels).mean()
}

/// Multi-label sigmoid cross-entropy, summed over the real values and over the rows where `at` is 1 (S3-Rec).
///
/// # Shapes
/// - `logits`, `labels`: `[rows, values]`; `at`: `[rows, 1]`, 0 or 1
/// - returns: `[1]`
#[must_use]
pub fn multi_label_at(logits: Tensor<2>, labels: Tensor<2>, at: Tensor<2>) -> Tensor<1> {
    (binary_cross_entropy(logits, labels) * at).sum()
}

/// Each entry's loss, column 0 left out: `[rows, values]` -> `[rows, values - 1]`.
fn binary_cross_entropy(logits: Tensor<2>, labels: Tensor<2>) -> Tensor<2> {
    let [_, values] = logits.dims();
    let z = logits.narrow(1, 1, values - 1);
    let y = labels.narrow(1, 1, values - 1);
    z.clone().clamp_min(0.0) - z.clone() * y + z.abs().neg().exp().log1p()
}

/// [`multi_label`] of every attribute.
#[must_use]
pub fn multi_labels(logits: Vec<Tensor<2>>, labels: &[Tensor<2>]) -> Vec<Tensor<1>> {
    logits.into_iter().zip(labels).map(|(logits, labels)| multi_label(logits, labels.clone())).collect()
}
