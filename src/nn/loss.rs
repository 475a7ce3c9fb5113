//! Softmax and sigmoid cross-entropy.

use super::product::product_of_rows;
use burn::tensor::activation::log_softmax;
use burn::tensor::{Int, Tensor};

/// What states are scored against: `logits = s E^T + b`.
pub struct Scorer {
    /// Item table, `[items, hidden]`; the padding row is a class, as in the release.
    pub table: Tensor<2>,
    /// Item bias, `[items]`.
    pub bias: Option<Tensor<1>>,
}

impl Scorer {
    /// Scores of every item, `[targets, hidden]` -> `[targets, items]`.
    #[must_use]
    pub fn logits(&self, states: Tensor<2>) -> Tensor<2> {
        let scores = product_of_rows(states, self.table.clone());
        match &self.bias {
            Some(bias) => scores + bias.clone().unsqueeze(),
            None => scores,
        }
    }
}

/// Softmax cross-entropy of the scores, mean over the targets, by its definition: the reference of [`item_cross_entropy`].
///
/// # Shapes
/// - `states`: `[targets, hidden]`, `targets`: `[targets]`
/// - returns: `[1]`
#[must_use]
pub fn plain_item_cross_entropy(scorer: &Scorer, states: Tensor<2>, targets: Tensor<1, Int>) -> Tensor<1> {
    log_softmax(scorer.logits(states), 1).gather(1, targets.unsqueeze_dim(1)).mean().neg()
}

/// [`plain_item_cross_entropy`], as one operation with its gradient written out where the device has one: the matrix of scores is
/// the largest thing in a training step, and differentiating it operation by operation walks over it a dozen times.
#[must_use]
pub fn item_cross_entropy(scorer: &Scorer, states: Tensor<2>, targets: Tensor<1, Int>) -> Tensor<1> {
    #[cfg(feature = "cpu")]
    if states.is_autodiff() && dif_sr_ops::cpu::on_cpu(&states) {
        return dif_sr_ops::cpu::softmax_loss(&states, &scorer.table, scorer.bias.as_ref(), targets);
    }
    #[cfg(feature = "kernels")]
    if states.is_autodiff() && scorer.bias.is_none() && super::gpu::runs_on(&states) {
        return super::gpu::softmax_cross_entropy(states, scorer.table.clone(), targets);
    }
    plain_item_cross_entropy(scorer, states, targets)
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
    if has_no_values(&logits) {
        return nothing_to_lose(logits);
    }
    #[cfg(feature = "cpu")]
    if dif_sr_ops::cpu::on_cpu(&logits) {
        return dif_sr_ops::cpu::multi_label(&logits, &labels);
    }
    #[cfg(feature = "kernels")]
    if super::gpu::runs_on(&logits) {
        return super::gpu::sigmoid_cross_entropy(logits, labels);
    }
    plain_multi_label(logits, labels)
}

/// [`multi_label`] operation by operation.
#[must_use]
pub fn plain_multi_label(logits: Tensor<2>, labels: Tensor<2>) -> Tensor<1> {
    binary_cross_entropy(logits, labels).mean()
}

/// Multi-label sigmoid cross-entropy, summed over the real values and over the rows where `at` is 1 (S3-Rec).
///
/// # Shapes
/// - `logits`, `labels`: `[rows, values]`; `at`: `[rows, 1]`, 0 or 1
/// - returns: `[1]`
#[must_use]
pub fn multi_label_at(logits: Tensor<2>, labels: Tensor<2>, at: Tensor<2>) -> Tensor<1> {
    if has_no_values(&logits) {
        return nothing_to_lose(logits);
    }
    (binary_cross_entropy(logits, labels) * at).sum()
}

/// An attribute of which nothing is known but "no value": a mean over its values would divide by 0.
fn has_no_values(logits: &Tensor<2>) -> bool {
    logits.dims()[1] == 1
}

/// 0, with a gradient of 0.
fn nothing_to_lose(logits: Tensor<2>) -> Tensor<1> {
    logits.sum() * 0.0
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

#[cfg(test)]
mod tests {
    use super::*;
    use burn::tensor::{Device, TensorData};

    /// Loss, and its gradients by states, table and bias.
    fn of(loss: fn(&Scorer, Tensor<2>, Tensor<1, Int>) -> Tensor<1>, biased: bool) -> Vec<Vec<f32>> {
        let device = Device::flex().autodiff();
        let wave = |rows: usize, columns: usize, speed: f32| {
            let values: Vec<f32> = (0..rows * columns).map(|at| 4.0 * (at as f32 * speed).sin()).collect();
            Tensor::<2>::from_data(TensorData::new(values, [rows, columns]), &device).require_grad()
        };
        let (states, table, bias) = (wave(6, 4, 0.7), wave(9, 4, 1.3), wave(1, 9, 0.4));
        let scorer = Scorer { table: table.clone(), bias: biased.then(|| bias.clone().squeeze_dim(0)) };
        let targets = Tensor::from_data(TensorData::from([1, 8, 3, 3, 0, 5]), &device);
        // A factor, so that a gradient which ignores what comes from above is noticed.
        let loss = loss(&scorer, states.clone(), targets) * 1.7;
        let gradients = loss.backward();
        let mut found = vec![loss.inner()];
        for tensor in [states, table].into_iter().chain(biased.then_some(bias)) {
            let gradient = tensor.grad(&gradients).expect("the loss reaches it");
            let length = gradient.dims().iter().product::<usize>();
            found.push(gradient.reshape([length]));
        }
        found.into_iter().map(read).collect()
    }

    fn read<const D: usize>(tensor: Tensor<D>) -> Vec<f32> {
        pollster::block_on(tensor.into_data_async()).unwrap().try_into_vec().unwrap()
    }

    #[test]
    fn attribute_loss_in_one_operation_is_that_of_the_definition() {
        let device = Device::flex().autodiff();
        let wave = |rows: usize, columns: usize| -> Vec<f32> {
            (0..rows * columns).map(|at| 9.0 * (at as f32 * 0.7).sin()).collect()
        };
        let labels: Vec<f32> = wave(5, 70).into_iter().map(|x| f32::from(u8::from(x > 3.0))).collect();
        let labels = Tensor::<2>::from_data(TensorData::new(labels, [5, 70]), &device);
        let of = |loss: fn(Tensor<2>, Tensor<2>) -> Tensor<1>| {
            let logits = Tensor::<2>::from_data(TensorData::new(wave(5, 70), [5, 70]), &device).require_grad();
            let loss = loss(logits.clone(), labels.clone()) * 1.7;
            let gradient = logits.grad(&loss.backward()).expect("the loss reaches it");
            [read(loss.inner()), read(gradient)].concat()
        };
        let (fast, plain) = (of(multi_label), of(plain_multi_label));
        assert_eq!(fast.len(), 351);
        for (fast, plain) in fast.iter().zip(&plain) {
            assert!((fast - plain).abs() <= 2e-6 * (1.0 + plain.abs()), "{fast} instead of {plain}");
        }
    }

    #[test]
    fn an_attribute_without_values_costs_nothing() {
        let device = Device::flex().autodiff();
        let (labels, at) = (Tensor::<2>::zeros([3, 1], &device), Tensor::<2>::ones([3, 1], &device));
        for at in [None, Some(at)] {
            let logits = Tensor::<2>::ones([3, 1], &device).require_grad();
            let loss = match at {
                None => multi_label(logits.clone(), labels.clone()),
                Some(at) => multi_label_at(logits.clone(), labels.clone(), at),
            };
            let gradient = logits.grad(&loss.backward()).expect("the loss reaches it");
            assert_eq!((read(loss.inner()), read(gradient)), (vec![0.0], vec![0.0; 3]));
        }
    }

    #[test]
    fn the_written_out_gradient_is_that_of_the_definition() {
        for biased in [false, true] {
            let (fast, plain) = (of(item_cross_entropy, biased), of(plain_item_cross_entropy, biased));
            for (fast, plain) in fast.iter().flatten().zip(plain.iter().flatten()) {
                assert!((fast - plain).abs() <= 2e-6 * (1.0 + plain.abs()), "{fast} instead of {plain}");
            }
        }
    }
}
