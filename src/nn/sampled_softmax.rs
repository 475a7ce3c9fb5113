//! Softmax cross-entropy over a sample of the items, for catalogues whose full matrix of scores is too large.

use burn::tensor::{Int, Tensor};

use super::loss::{Scorer, item_cross_entropy};

/// The items that compete for the targets of one step, the same for all of them.
pub struct Candidates {
    /// Rows of the item table, each once, `[candidates]`; every target is among them.
    pub items: Tensor<1, Int>,
    /// `-log q` of each, `[candidates]`: `q` is the probability with which it is a candidate.
    pub correction: Tensor<1>,
    /// Place of each target among the candidates, `[targets]`.
    pub targets: Tensor<1, Int>,
}

/// Cross-entropy of the softmax over the candidates, mean over the targets.
///
/// # Equation
/// `L = log(sum over c in C of exp(s_c - log q_c)) - (s_t - log q_t)`: which of the candidates `C` is the target, if the target is
/// drawn from the full softmax and the others are brought in with the probabilities `q`. Without the correction, items that are often
/// candidates would be pushed down for that alone (Bengio and Senécal 2008; Jean et al. 2015, arXiv:1412.2007). The value is not that
/// of the full softmax.
///
/// # Shapes
/// - `states`: `[targets, hidden]`
/// - returns: `[1]`
#[must_use]
pub fn sampled_item_cross_entropy(scorer: &Scorer, states: Tensor<2>, candidates: &Candidates) -> Tensor<1> {
    let items = candidates.items.clone();
    let correction = candidates.correction.clone();
    let bias = match &scorer.bias {
        None => correction,
        Some(bias) => bias.clone().select(0, items.clone()) + correction,
    };
    let among = Scorer { table: scorer.table.clone().select(0, items), bias: Some(bias) };
    item_cross_entropy(&among, states, candidates.targets.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use burn::tensor::{Device, TensorData};

    use crate::nn::loss::plain_item_cross_entropy;

    const HIDDEN: usize = 3;
    const ITEMS: usize = 5;
    const TARGETS: [i32; 4] = [4, 1, 1, 3];

    /// The loss, and its gradients by states, table and bias, by a function of the three.
    fn gradients(loss: impl Fn(&Scorer, Tensor<2>, &Device) -> Tensor<1>) -> [Vec<f32>; 4] {
        let device = Device::flex().autodiff();
        let wave = |rows: usize, columns: usize, speed: f32| {
            let values: Vec<f32> = (0..rows * columns).map(|at| (at as f32 * speed).sin()).collect();
            Tensor::<2>::from_data(TensorData::new(values, [rows, columns]), &device).require_grad()
        };
        let (states, table, bias) = (wave(TARGETS.len(), HIDDEN, 0.7), wave(ITEMS, HIDDEN, 1.3), wave(1, ITEMS, 0.4));
        let scorer = Scorer { table: table.clone(), bias: Some(bias.clone().squeeze_dim(0)) };
        let loss = loss(&scorer, states.clone(), &device);
        let found = loss.backward();
        let of = |tensor: &Tensor<2>| read(tensor.grad(&found).expect("the loss reaches it"));
        [read(loss.inner()), of(&states), of(&table), of(&bias)]
    }

    fn read<const D: usize>(tensor: Tensor<D>) -> Vec<f32> {
        pollster::block_on(tensor.into_data_async()).unwrap().try_into_vec().unwrap()
    }

    fn candidates(items: &[i32], probabilities: &[f32], device: &Device) -> Candidates {
        let places: Vec<i32> =
            TARGETS.iter().map(|target| items.iter().position(|item| item == target).unwrap() as i32).collect();
        let corrections: Vec<f32> = probabilities.iter().map(|q| -q.ln()).collect();
        Candidates {
            items: Tensor::from_data(TensorData::from(items), device),
            correction: Tensor::from_data(TensorData::from(corrections.as_slice()), device),
            targets: Tensor::from_data(TensorData::from(places.as_slice()), device),
        }
    }

    #[test]
    fn with_every_item_a_certain_candidate_it_is_the_full_softmax() {
        let full = gradients(|scorer, states, device| {
            plain_item_cross_entropy(scorer, states, Tensor::from_data(TensorData::from(TARGETS), device))
        });
        let sampled = gradients(|scorer, states, device| {
            sampled_item_cross_entropy(scorer, states, &candidates(&[0, 1, 2, 3, 4], &[1.0; ITEMS], device))
        });
        for (sampled, full) in sampled.iter().flatten().zip(full.iter().flatten()) {
            assert!((sampled - full).abs() < 1e-5, "{sampled} instead of {full}");
        }
    }

    #[test]
    fn an_item_that_is_no_candidate_is_left_alone() {
        let [_, _, table, bias] = gradients(|scorer, states, device| {
            sampled_item_cross_entropy(scorer, states, &candidates(&[1, 3, 4], &[0.5; 3], device))
        });
        let touched = |gradient: &[f32]| gradient.iter().any(|value| value.abs() > 0.0);
        for item in 0..ITEMS {
            let is_candidate = [1, 3, 4].contains(&item);
            assert_eq!(touched(&table[item * HIDDEN..(item + 1) * HIDDEN]), is_candidate, "row {item}");
            assert_eq!(touched(&bias[item..=item]), is_candidate, "bias {item}");
        }
    }

    #[test]
    fn a_rare_candidate_stands_for_many() {
        let of = |q: f32| {
            gradients(move |scorer, states, device| {
                sampled_item_cross_entropy(scorer, states, &candidates(&[0, 1, 3, 4], &[q, 1.0, 1.0, 1.0], device))
            })
        };
        let (certain, rare) = (of(1.0), of(0.1));
        assert!(rare[2][..HIDDEN].iter().zip(&certain[2]).all(|(rare, certain)| rare.abs() > 1.5 * certain.abs()));
    }
}
