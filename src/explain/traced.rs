//! One forward and one backward pass over many clicks: what their probability takes from attention, input and look-ups.

use std::rc::Rc;

use burn::tensor::activation::log_softmax;
use burn::tensor::{Int, Tensor, TensorData, Transaction};

use super::lens::Subject;
use super::standing::{Standing, log_probability};
use super::truth::Click;
use crate::data::batch::{Batch, Slots, Taps};
use crate::error::Result;
use crate::models::SequentialModel;
use crate::nn::dropout::{Noise, Watched};
use crate::read::read_now;

/// What one pass with gradients says about one click; lists hold one number a slot, oldest first.
pub struct Traced {
    /// Where the click stands.
    pub standing: Standing,
    /// `ln` of its probability.
    pub log_probability: f64,
    /// Gradient of the log-probability times the input of the first layer; times the raw look-up in models without attention.
    pub input: Vec<f64>,
    /// Attention weight of the read-out row, mean over layers and heads.
    pub attention: Option<Vec<f64>>,
    /// The same of the last layer alone.
    pub last_layer: Option<Vec<f64>>,
    /// Attention weight times its gradient, summed over layers and heads.
    pub attention_gradient: Option<Vec<f64>>,
    /// Gradient times vector over all slots: at the input, then at the look-up of each attribute.
    pub sources: Vec<f64>,
}

/// One forward and one backward pass for some clicks, in single precision: the gradient of the sum of their log-probabilities, of
/// which each session moves its own only.
#[cold]
pub fn trace(subject: &Subject<'_>, clicks: &[Click]) -> Result<Vec<Traced>> {
    let model = subject.tracked(false);
    let device = subject.device.clone().autodiff();
    let histories: Vec<&[u32]> = clicks.iter().map(|click| click.history.as_slice()).collect();
    let slots = Slots::questions(&histories, subject.config, subject.values.items());
    let (sequences, len, items) = (clicks.len(), slots.len, subject.values.items());
    let mut batch = Batch::new(&slots, subject.values, &device);
    let hidden = subject.item_width();
    let zero = |width: usize| Tensor::<3>::zeros([sequences, len, width], &device).require_grad();
    let widths = subject.attribute_widths();
    let (at_items, at_attributes) = (zero(hidden), widths.iter().map(|&width| zero(width)).collect::<Vec<_>>());
    let taps = Taps {
        items: at_items.clone(),
        attributes: at_attributes.clone(),
        positions: Tensor::zeros([len, hidden], &device),
        looked_up: Rc::default(),
    };
    let looked_up = Rc::clone(&taps.looked_up);
    batch.taps = Some(taps);
    let mut noise = Noise::watching();
    let state = model.encode(&batch, &mut noise);
    let logits = model.item_logits(state);
    let ids: Vec<i32> = clicks.iter().map(|click| click.item as i32 - 1).collect();
    let ids: Tensor<2, Int> = Tensor::from_data(TensorData::new(ids, [sequences, 1]), &device);
    let real = logits.clone().narrow(1, 1, items - 1);
    let wanted = log_softmax(real, 1).gather(1, ids);
    let gradients = wanted.sum().backward();
    let watched = noise.watched();
    let looked_up = looked_up.take();

    let mut reads = Transaction::default().register(logits.inner());
    let mut pairs = 0;
    let mut pair = |reads: &mut Transaction, value: Option<Tensor<1>>, gradient: Option<Tensor<1>>| {
        let (Some(value), Some(gradient)) = (value, gradient) else { return false };
        *reads = std::mem::take(reads).register(value).register(gradient);
        pairs += 1;
        true
    };
    let flat = |tensor: Tensor<3>| -> Tensor<1> {
        let count = tensor.dims().iter().product::<usize>();
        tensor.reshape([count])
    };
    let attends = subject.config.backbone().is_some();
    let first: Option<&Watched> = watched.first().filter(|_| attends);
    let has_input = match first {
        Some(watched) => pair(&mut reads, Some(watched.value.clone().inner()), watched.zero.grad(&gradients)),
        None => pair(
            &mut reads,
            looked_up.items.clone().map(|value| flat(value.inner())),
            at_items.grad(&gradients).map(flat),
        ),
    };
    let mut values = looked_up.attributes.iter();
    let has_attributes: Vec<bool> = at_attributes
        .iter()
        .map(|tap| {
            let value = values.next().map(|value| flat(value.clone().inner()));
            pair(&mut reads, value, tap.grad(&gradients).map(flat))
        })
        .collect();
    let weights: Vec<&Watched> = watched.iter().filter(|watched| watched.shape.len() == 4).collect();
    let mut has_weights = Vec::new();
    for watched in &weights {
        has_weights.push(pair(&mut reads, Some(watched.value.clone().inner()), watched.zero.grad(&gradients)));
    }
    let read = read_now(reads)?;
    let mut next = read[1..].chunks(2);
    let input = has_input.then(|| next.next().expect("registered above"));
    let attributes: Vec<Option<&[Vec<f32>]>> =
        has_attributes.iter().map(|&has| if has { next.next() } else { None }).collect();
    let weights: Vec<(&[usize], &[Vec<f32>])> = weights
        .iter()
        .zip(&has_weights)
        .filter(|(_, has)| **has)
        .map(|(watched, _)| (watched.shape.as_slice(), next.next().expect("registered above")))
        .collect();

    let mut found = Vec::with_capacity(sequences);
    for (sequence, click) in clicks.iter().enumerate() {
        let n = subject.seen(&click.history).len();
        let product = |pair: Option<&[Vec<f32>]>, width: usize, slot: usize| -> f64 {
            let Some([value, gradient]) = pair else { return 0.0 };
            let start = (sequence * len + slot) * width;
            let entries = value[start..start + width].iter().zip(&gradient[start..start + width]);
            entries.map(|(x, g)| f64::from(*x) * f64::from(*g)).sum()
        };
        let at_input: Vec<f64> = (0..n).map(|slot| product(input, hidden, slot)).collect();
        let of_attributes = attributes
            .iter()
            .zip(&widths)
            .map(|(&pair, &width)| (0..len).map(|slot| product(pair, width, slot)).sum::<f64>());
        let sources = std::iter::once(at_input.iter().sum()).chain(of_attributes).collect();
        let readout = slots.readout[sequence] as usize;
        let of_layers = |weight: &dyn Fn(f64, f64) -> f64, layers: &[(&[usize], &[Vec<f32>])]| {
            (!layers.is_empty()).then(|| {
                (0..n)
                    .map(|slot| {
                        let sum: f64 = layers
                            .iter()
                            .map(|(shape, pair)| {
                                let (heads, rows) = (shape[1], shape[2]);
                                let row = if rows == 1 { 0 } else { readout };
                                let entry = |head: usize| ((sequence * heads + head) * rows + row) * len + slot;
                                let heads_sum: f64 = (0..heads)
                                    .map(|head| {
                                        weight(f64::from(pair[0][entry(head)]), f64::from(pair[1][entry(head)]))
                                    })
                                    .sum();
                                heads_sum / heads as f64
                            })
                            .sum();
                        sum / layers.len() as f64
                    })
                    .collect::<Vec<f64>>()
            })
        };
        let row = &read[0][sequence * items..(sequence + 1) * items];
        found.push(Traced {
            standing: Standing::new(row, click.item, &click.history),
            log_probability: log_probability(row, row[click.item as usize]),
            input: at_input,
            attention: of_layers(&|weight, _| weight, &weights),
            last_layer: of_layers(&|weight, _| weight, &weights[weights.len().saturating_sub(1)..]),
            attention_gradient: of_layers(&|weight, gradient| weight * gradient, &weights),
            sources,
        });
    }
    Ok(found)
}
