//! The two losses of DIF-SR.

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
    let [_, values] = logits.dims();
    let z = logits.narrow(1, 1, values - 1);
    let y = labels.narrow(1, 1, values - 1);
    (z.clone().clamp_min(0.0) - z.clone() * y + z.abs().neg().exp().log1p()).mean()
}
