//! Runs a case on a device and measures how far it is from the reference.

use burn::optim::GradientsParams;
use burn::tensor::{Device, Int, Tensor, TensorData, Transaction};

use super::case::{Case, Reference};
use crate::config::ModelConfig;
use crate::data::batch::Batch;
use crate::error::Result;
use crate::models::{AnyModel, LossTerms, SequentialModel, TargetBatch, read_gradients, with_parameters};
use crate::nn::attention::AttentionTrace;
use crate::nn::dropout::Noise;
use crate::read::read_all;
use crate::train::optimiser::Optimiser;

/// The largest `|x - reference| / (1 + |reference|)` of a group of tensors.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct Worst {
    /// The measure; infinite if a value is not a number or a shape differs.
    pub error: f64,
    /// The tensor it was found in.
    pub tensor: String,
    /// How many tensors were compared.
    pub compared: usize,
}

/// How far a model is from its reference.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct CaseReport {
    /// Activations.
    pub forward: Worst,
    /// Losses.
    pub loss: Worst,
    /// Gradients.
    pub gradient: Worst,
    /// Losses along Adam steps, if any were asked for and stored.
    pub trace: Option<Worst>,
}

impl Worst {
    const fn none() -> Self {
        Self { error: 0.0, tensor: String::new(), compared: 0 }
    }

    fn see(&mut self, tensor: &str, pairs: impl Iterator<Item = (f64, f64)>) {
        let error = pairs
            .map(|(x, reference)| (x - reference).abs() / (1.0 + reference.abs()))
            .fold(0.0, |worst: f64, error| if error.is_nan() { f64::INFINITY } else { worst.max(error) });
        self.compared += 1;
        if error >= self.error {
            self.error = error;
            tensor.clone_into(&mut self.tensor);
        }
    }
}

/// Which entries of an activation mean anything.
#[derive(Clone, Copy)]
enum Axes {
    /// All.
    Plain,
    /// `[batch, len, _]`: rows of live slots.
    Slots,
    /// `[batch, heads, len, len]`: rows and columns of live slots.
    Table,
    /// As `Table`, and only where the mask is 0: elsewhere single precision cannot resolve `x - 10000`.
    Masked,
    /// `[batch, heads, len, sources]`: rows of live slots.
    Gates,
}

/// Compares one case on `device`; `trace_file` holds the losses of the Adam steps of baselines, `steps` says how many to take.
///
/// # Errors
/// [`Error::Weights`] if the case's weights do not fit the model, [`Error::Diverged`] if the device fails.
pub async fn check(
    case: &Case,
    name: &str,
    trace_file: Option<&[u8]>,
    steps: usize,
    device: &Device,
) -> Result<CaseReport> {
    let training = device.clone().autodiff();
    // Frozen tables have no gradient, yet the vectors hold one: gradients are compared with the tables thawed.
    let thawed = with_parameters(AnyModel::new(&thaw(&case.model), &case.schema, 0, &training)?, case.weights())?;
    let values = case.item_values();
    let batch = Batch::new(&case.slots(), &values, &training);
    let targets = target_batch(case, &values, &training);
    let forward = activations(case, &thawed, &batch).await?;
    let terms = thawed.loss(&batch, &targets, &mut Noise::none());
    let mut loss = Worst::none();
    for (term, value) in read_terms(&terms).await? {
        see_reference(&mut loss, case.get(&format!("loss.{term}")), &term, &[value]);
    }
    let gradients = GradientsParams::from_grads(terms.total.backward(), &thawed);
    let gradient = compare_gradients(case, read_gradients(&thawed, &gradients).await?);
    let trace = match case.trace(name, trace_file)?.filter(|_| steps > 0) {
        None => None,
        Some(trace) => {
            let mut model = with_parameters(AnyModel::new(&case.model, &case.schema, 0, &training)?, case.weights())?;
            let mut optimiser = Optimiser::new(case.learning_rate);
            let mut worst = Worst::none();
            for step in 0..=steps {
                let terms = model.loss(&batch, &targets, &mut Noise::none());
                for (term, value) in read_terms(&terms).await? {
                    if let Some(expected) = trace.terms.get(&term).and_then(|values| values.get(step)) {
                        worst.see(&format!("{term} at step {step}"), std::iter::once((value, *expected)));
                    }
                }
                if step < steps {
                    model = optimiser.step(model, &terms.total);
                }
            }
            Some(worst)
        }
    };
    Ok(CaseReport { forward, loss, gradient, trace })
}

fn thaw(model: &ModelConfig) -> ModelConfig {
    let mut model = model.clone();
    if let ModelConfig::DifSr(config) = &mut model {
        config.freeze_attribute_tables = false;
    }
    model
}

fn target_batch(case: &Case, values: &crate::data::batch::ItemValues, device: &Device) -> TargetBatch {
    let ids: Vec<i32> = case.targets().into_iter().map(|id| id as i32).collect();
    let count = ids.len();
    let items: Tensor<1, Int> = Tensor::from_data(TensorData::new(ids, [count]), device);
    let attributes = values.labels(device).into_iter().map(|table| table.select(0, items.clone())).collect();
    TargetBatch { items, attributes, rows: None }
}

async fn read_terms(terms: &LossTerms) -> Result<Vec<(String, f64)>> {
    let mut names = vec!["total".to_owned(), "item".to_owned()];
    let mut reads = Transaction::default().register(terms.total.clone()).register(terms.item.clone());
    for (k, term) in terms.attributes.iter().enumerate() {
        names.push(format!("attribute.{k}"));
        reads = reads.register(term.clone());
    }
    let data = read_all(reads).await?;
    Ok(names.into_iter().zip(data.into_iter().map(|values| f64::from(values[0]))).collect())
}

/// Activations under their names in the vectors.
struct Named {
    names: Vec<(String, Axes)>,
    reads: Transaction,
}

impl Named {
    fn add<const D: usize>(&mut self, name: String, axes: Axes, tensor: Tensor<D>) {
        self.names.push((name, axes));
        self.reads = std::mem::take(&mut self.reads).register(tensor);
    }
}

async fn activations(case: &Case, model: &AnyModel, batch: &Batch) -> Result<Worst> {
    let mut named = Named { names: Vec::new(), reads: Transaction::default() };
    named.add("mask".into(), Axes::Plain, batch.causal_view().mask);
    match model {
        AnyModel::DifSr(model) => {
            let trace = model.trace(batch, &[]);
            named.add("item_input".into(), Axes::Plain, trace.item_input);
            for (k, input) in trace.attribute_input.into_iter().enumerate() {
                named.add(format!("attribute_input.{k}"), Axes::Plain, input);
            }
            for (l, layer) in trace.layers.into_iter().enumerate() {
                let sources = layer.tables.len();
                for (s, table) in layer.tables.iter().enumerate() {
                    let (source, axes) = match sources - s {
                        1 => ("position_score".to_owned(), Axes::Plain),
                        2 => ("item_score".to_owned(), Axes::Table),
                        _ => (format!("attribute_score.{s}"), Axes::Table),
                    };
                    named.add(format!("layer.{l}.{source}"), axes, table.clone());
                }
                add_layer(&mut named, l, layer);
            }
        }
        AnyModel::SasRec(model) => {
            named.add("input".into(), Axes::Plain, model.input(batch));
            for (l, layer) in model.attention(batch, &[]).into_iter().enumerate() {
                named.add(format!("layer.{l}.score"), Axes::Table, layer.fused.clone());
                add_layer(&mut named, l, layer);
            }
        }
    }
    let state = model.encode(batch, &mut Noise::none());
    named.add("item_logits".into(), Axes::Plain, model.item_logits(state.clone()));
    for (k, logits) in model.attribute_logits(&state).into_iter().enumerate() {
        named.add(format!("attribute_logits.{k}"), Axes::Plain, logits);
    }
    named.add("sequence_output".into(), Axes::Plain, state);
    let values = read_all(named.reads).await?;
    let mut worst = Worst::none();
    for ((name, axes), values) in named.names.into_iter().zip(values) {
        if let Some(reference) = case.get(&format!("act.{name}")) {
            see_activation(&mut worst, case, &name, axes, reference, &values);
        }
    }
    Ok(worst)
}

fn add_layer(named: &mut Named, l: usize, layer: AttentionTrace) {
    if let Some(gates) = layer.gates {
        named.add(format!("layer.{l}.gate_weight"), Axes::Gates, gates);
    }
    named.add(format!("layer.{l}.fused_score"), Axes::Table, layer.fused);
    named.add(format!("layer.{l}.logits"), Axes::Masked, layer.logits);
    named.add(format!("layer.{l}.attention"), Axes::Table, layer.weights);
    named.add(format!("layer.{l}.context"), Axes::Slots, layer.context);
    named.add(format!("layer.{l}.attention_block"), Axes::Slots, layer.half);
    named.add(format!("layer.{l}.output"), Axes::Slots, layer.output);
}

fn see_activation(worst: &mut Worst, case: &Case, name: &str, axes: Axes, reference: &Reference, values: &[f32]) {
    if values.len() != reference.values.len() {
        return worst.see(name, std::iter::once((f64::NAN, 0.0)));
    }
    let live = case.live_rows();
    let len = case.model.max_length();
    let visible = case.get("act.mask");
    let last = reference.shape.last().copied().unwrap_or(1);
    let heads = reference.shape.get(1).copied().unwrap_or(1);
    let counts = |at: usize| {
        let (row, column) = (at / last, at % last);
        let sequence = row / len / heads;
        let slot = row % len;
        match axes {
            Axes::Plain => true,
            Axes::Slots => live[row],
            Axes::Gates => live[sequence * len + slot],
            Axes::Table => live[sequence * len + slot] && live[sequence * len + column],
            Axes::Masked => visible.is_none_or(|mask| mask.values[(sequence * len + slot) * len + column] == 0.0),
        }
    };
    let pairs = values.iter().zip(&reference.values).enumerate();
    worst.see(name, pairs.filter(|&(at, _)| counts(at)).map(|(_, (&x, &y))| (f64::from(x), y)));
}

fn compare_gradients(case: &Case, gradients: Vec<crate::models::NamedTensor>) -> Worst {
    let mut worst = Worst::none();
    let mut found = 0;
    for gradient in gradients {
        let reference = case.get(&format!("grad.{}", gradient.name));
        let values: Vec<f64> = gradient.values.iter().map(|&value| f64::from(value)).collect();
        found += usize::from(reference.is_some());
        see_reference(&mut worst, reference, &gradient.name, &values);
    }
    // A gradient that the model does not have would otherwise go unnoticed.
    let expected = case.gradients().filter(|(name, _)| case.get(&format!("w.{name}")).is_some());
    let unused = |name: &str| matches!(case.model, ModelConfig::SasRec(_)) && name.starts_with("attribute");
    if expected.filter(|(name, _)| !unused(name)).count() != found {
        worst.see("a gradient is missing", std::iter::once((f64::NAN, 0.0)));
    }
    worst
}

fn see_reference(worst: &mut Worst, reference: Option<&Reference>, name: &str, values: &[f64]) {
    if let Some(reference) = reference {
        let complete = reference.values.len() == values.len();
        let pairs = values.iter().copied().zip(reference.values.iter().copied());
        worst.see(name, pairs.map(|(x, y)| if complete { (x, y) } else { (f64::NAN, y) }));
    }
}
