//! One forward and one backward pass over many clicks: what their probability takes from attention, input and look-ups.

use std::rc::Rc;

use burn::tensor::activation::log_softmax;
use burn::tensor::{Int, Tensor, TensorData, Transaction};

use super::lens::Subject;
use super::standing::{Standing, log_probability};
use super::truth::Click;
use crate::data::batch::{Batch, LookedUp, Slots, Taps};
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
    /// Attention weight times its gradient, mean over layers and heads.
    pub attention_gradient: Option<Vec<f64>>,
    /// Gradient times vector over all slots: at the input, then at the look-up of each attribute.
    pub sources: Vec<f64>,
}

/// A stream of a whole batch and its gradient, row-major.
struct Moved {
    value: Vec<f32>,
    gradient: Vec<f32>,
}

impl Moved {
    /// Their product over `width` entries from `start` on.
    fn product(&self, start: usize, width: usize) -> f64 {
        let entries = self.value[start..start + width].iter().zip(&self.gradient[start..start + width]);
        entries.map(|(x, g)| f64::from(*x) * f64::from(*g)).sum()
    }
}

/// Attention weights of one layer with their gradients, `[batch, heads, rows, len]`.
struct Layer {
    shape: Vec<usize>,
    weights: Moved,
}

/// What one pass over a batch leaves; `None` where the model reads nothing of the kind.
struct Pass {
    /// `[batch, items]`
    logits: Vec<f32>,
    /// At the input of the first layer, or at the item look-up: `[batch, len, hidden]`.
    input: Option<Moved>,
    /// At each attribute look-up, `[batch, len, width]`.
    attributes: Vec<Option<Moved>>,
    layers: Vec<Layer>,
}

/// One forward and one backward pass for some clicks, in single precision.
///
/// # Errors
/// [`crate::error::Error::DeviceRefused`] if the device fails.
#[cold]
pub fn trace(subject: &Subject<'_>, clicks: &[Click]) -> Result<Vec<Traced>> {
    let histories: Vec<&[u32]> = clicks.iter().map(|click| click.history.as_slice()).collect();
    let slots = Slots::questions(&histories, subject.config, subject.values.items());
    let pass = pass(subject, clicks, &slots)?;
    let (items, hidden, len) = (subject.values.items(), subject.item_width(), slots.len);
    let widths = subject.attribute_widths();
    let of_click = |(sequence, click): (usize, &Click)| {
        let n = subject.seen(&click.history).len();
        let product = |moved: &Option<Moved>, width: usize, slot: usize| {
            moved.as_ref().map_or(0.0, |moved| moved.product((sequence * len + slot) * width, width))
        };
        let input: Vec<f64> = (0..n).map(|slot| product(&pass.input, hidden, slot)).collect();
        let attributes = pass.attributes.iter().zip(&widths);
        let of_attributes = attributes.map(|(moved, &width)| (0..len).map(|slot| product(moved, width, slot)).sum());
        let sources = std::iter::once(input.iter().sum()).chain(of_attributes).collect();
        let row = &pass.logits[sequence * items..(sequence + 1) * items];
        let readout = slots.readout[sequence] as usize;
        let attention = |layers: &[Layer], of: fn(f64, f64) -> f64| {
            let sum = |slot| layers.iter().map(|layer| layer.mean(sequence, readout, slot, of)).sum::<f64>();
            (!layers.is_empty()).then(|| (0..n).map(|slot| sum(slot) / layers.len() as f64).collect())
        };
        let last = &pass.layers[pass.layers.len().saturating_sub(1)..];
        Traced {
            standing: Standing::new(row, click.item, &click.history),
            log_probability: log_probability(row, row[click.item as usize]),
            input,
            attention: attention(&pass.layers, |weight, _| weight),
            last_layer: attention(last, |weight, _| weight),
            attention_gradient: attention(&pass.layers, |weight, gradient| weight * gradient),
            sources,
        }
    };
    Ok(clicks.iter().enumerate().map(of_click).collect())
}

impl Layer {
    /// Mean over the heads of what `of` makes of the weight of one slot and its gradient.
    fn mean(&self, sequence: usize, readout: usize, slot: usize, of: fn(f64, f64) -> f64) -> f64 {
        let [_, heads, rows, len] = self.shape[..] else { return 0.0 };
        // The last layer has computed the read-out row alone.
        let row = if rows == 1 { 0 } else { readout };
        let entry = |head: usize| ((sequence * heads + head) * rows + row) * len + slot;
        let of_head = |at: usize| of(f64::from(self.weights.value[at]), f64::from(self.weights.gradient[at]));
        (0..heads).map(|head| of_head(entry(head))).sum::<f64>() / heads as f64
    }
}

/// The gradient of the sum of all log-probabilities, of which each session moves its own only.
#[cold]
fn pass(subject: &Subject<'_>, clicks: &[Click], slots: &Slots) -> Result<Pass> {
    let model = subject.tracked(false);
    let device = subject.device.clone().autodiff();
    let (sequences, len, items) = (clicks.len(), slots.len, subject.values.items());
    let zero = |width: usize| Tensor::<3>::zeros([sequences, len, width], &device).require_grad();
    let at_items = zero(subject.item_width());
    let at_attributes: Vec<Tensor<3>> = subject.attribute_widths().into_iter().map(zero).collect();
    let looked_up = Rc::default();
    let mut batch = Batch::new(slots, subject.values, &device);
    batch.taps = Some(Taps {
        items: at_items.clone(),
        attributes: at_attributes.clone(),
        positions: Tensor::zeros([len, subject.item_width()], &device),
        looked_up: Rc::clone(&looked_up),
    });
    let mut noise = Noise::watching();
    let state = model.encode(&batch, &mut noise);
    let logits = model.item_logits(state);
    let ids: Vec<i32> = clicks.iter().map(|click| click.item as i32 - 1).collect();
    let ids: Tensor<2, Int> = Tensor::from_data(TensorData::new(ids, [sequences, 1]), &device);
    let wanted = log_softmax(logits.clone().narrow(1, 1, items - 1), 1).gather(1, ids);
    let gradients = wanted.sum().backward();

    let (watched, looked_up): (Vec<Watched>, LookedUp) = (noise.watched(), looked_up.take());
    let mut pairs = Pairs { reads: Transaction::default().register(logits.inner()), found: Vec::new() };
    match watched.first().filter(|_| subject.config.backbone().is_some()) {
        Some(first) => pairs.add(Some(first.value.clone()), first.zero.grad(&gradients)),
        None => pairs.add(looked_up.items.map(flat), at_items.grad(&gradients).map(flat)),
    }
    let mut values = looked_up.attributes.into_iter();
    for tap in &at_attributes {
        pairs.add(values.next().map(flat), tap.grad(&gradients).map(flat));
    }
    let weights: Vec<&Watched> = watched.iter().filter(|watched| watched.shape.len() == 4).collect();
    for layer in &weights {
        pairs.add(Some(layer.value.clone()), layer.zero.grad(&gradients));
    }
    let (logits, read) = pairs.read()?;
    let mut read = read.into_iter();
    let input = read.next().flatten();
    let attributes = read.by_ref().take(at_attributes.len()).collect();
    let layers = weights.iter().zip(read);
    let layers = layers.filter_map(|(layer, moved)| Some(Layer { shape: layer.shape.clone(), weights: moved? }));
    Ok(Pass { logits, input, attributes, layers: layers.collect() })
}

fn flat(tensor: Tensor<3>) -> Tensor<1> {
    let count = tensor.dims().iter().product::<usize>();
    tensor.reshape([count])
}

/// Streams and gradients that are read in one round trip.
struct Pairs {
    reads: Transaction,
    /// Whether there is such a stream, and whether the number depends on it.
    found: Vec<bool>,
}

impl Pairs {
    fn add(&mut self, value: Option<Tensor<1>>, gradient: Option<Tensor<1>>) {
        let pair = value.zip(gradient);
        self.found.push(pair.is_some());
        if let Some((value, gradient)) = pair {
            self.reads = std::mem::take(&mut self.reads).register(value.inner()).register(gradient);
        }
    }

    /// What was registered before all pairs, and the pairs.
    fn read(self) -> Result<(Vec<f32>, Vec<Option<Moved>>)> {
        let mut read = read_now(self.reads)?.into_iter();
        let mut next = || read.next().expect("registered when it was added");
        let first = next();
        let pairs = self.found.into_iter().map(|is_there| is_there.then(|| Moved { value: next(), gradient: next() }));
        Ok((first, pairs.collect()))
    }
}
