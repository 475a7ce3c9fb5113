//! Runs a case on a device and measures how far it is from the reference.

use burn::tensor::{Device, Tensor, Transaction};

use super::case::{Case, Exercise};
use super::file::Reference;
use crate::config::ModelConfig;
use crate::data::batch::{Batch, ItemValues};
use crate::error::Result;
use crate::models::{
    AnyModel, Intermediates, LossTerms, PretrainingBatch, SequentialModel, TargetBatch, gradients_of, read_gradients,
    with_parameters,
};
use crate::nn::attention::AttentionTrace;
use crate::nn::dropout::Noise;
use crate::nn::edits::Edits;
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
/// [`crate::error::Error::Weights`] if the case's weights do not fit the model, [`crate::error::Error::DeviceRefused`] if the
/// device fails.
pub async fn check(
    case: &Case,
    name: &str,
    trace_file: Option<&[u8]>,
    steps: usize,
    device: &Device,
) -> Result<CaseReport> {
    let training = device.clone().autodiff();
    let values = case.item_values();
    let build = |config: &ModelConfig| {
        with_parameters(AnyModel::new(config, &case.schema, &values, 0, &training)?, case.weights())
    };
    // Frozen tables have no gradient, yet the vectors hold one: gradients are compared with the tables thawed.
    let thawed = build(&thaw(&case.model))?;
    let asked = Asked::upload(case, &values, &training);
    let forward = activations(case, &thawed, &asked, &values, &training).await?;
    let terms = asked.loss(&thawed);
    let mut loss = Worst::none();
    let mut seen = Vec::new();
    for (term, value) in read_terms(&terms).await? {
        see_reference(&mut loss, case.get(&format!("loss.{term}")), &term, &[value]);
        seen.push(term);
    }
    see_missing(&mut loss, case.with_prefix("loss."), |name| {
        VARIANTS.contains(&name) || seen.iter().any(|s| s == name)
    });
    let gradients = gradients_of(&thawed, &terms.total);
    let gradient = compare_gradients(case, read_gradients(&thawed, &gradients).await?);
    let trace = match case.trace(name, trace_file)?.filter(|_| steps > 0) {
        None => None,
        Some(trace) => {
            let mut model = build(&case.model)?;
            let mut optimiser = Optimiser::new(case.learning_rate);
            let mut worst = Worst::none();
            for step in 0..=steps {
                let terms = asked.loss(&model);
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

/// Losses of accidents in other code, which the vectors hold for comparison and this crate does not have.
const VARIANTS: [&str; 2] = ["item_skip_slot0", "item_with_mask_row"];

fn thaw(model: &ModelConfig) -> ModelConfig {
    let mut model = model.clone();
    if let ModelConfig::DifSr(config) = &mut model {
        config.freeze_attribute_tables = false;
    }
    model
}

/// The exercise of a case on a device.
enum Asked {
    Items(Box<(Batch, TargetBatch)>),
    Pretraining(Box<PretrainingBatch>),
}

impl Asked {
    fn upload(case: &Case, values: &ItemValues, device: &Device) -> Self {
        match case.exercise() {
            Exercise::Items(task) => Self::Items(Box::new(task.upload(values, device))),
            Exercise::Pretraining(task) => Self::Pretraining(Box::new(task.upload(values, case.schema.items, device))),
        }
    }

    fn loss(&self, model: &AnyModel) -> LossTerms {
        match self {
            Self::Items(asked) => model.loss(&asked.0, &asked.1, &mut Noise::none()),
            Self::Pretraining(batch) => {
                model.pretraining_loss(batch, &mut Noise::none()).expect("a case of pre-training is one of S3-Rec")
            }
        }
    }
}

async fn read_terms(terms: &LossTerms) -> Result<Vec<(String, f64)>> {
    let mut names = vec!["total".to_owned(), "item".to_owned()];
    let mut reads = Transaction::default().register(terms.total.clone()).register(terms.item.clone());
    for (k, term) in terms.attributes.iter().enumerate() {
        names.push(format!("attribute.{k}"));
        reads = reads.register(term.clone());
    }
    for (name, term) in &terms.extra {
        names.push((*name).to_owned());
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

    fn add_all(&mut self, intermediates: Intermediates) {
        for (name, tensor) in intermediates.0 {
            self.add(name, Axes::Plain, tensor);
        }
    }
}

async fn activations(
    case: &Case,
    model: &AnyModel,
    asked: &Asked,
    values: &ItemValues,
    device: &Device,
) -> Result<Worst> {
    let mut named = Named { names: Vec::new(), reads: Transaction::default() };
    match (asked, model) {
        (Asked::Pretraining(batch), AnyModel::S3Rec(model)) => {
            let (intermediates, traces) = model.pretraining_intermediates(batch);
            named.add_all(intermediates);
            add_layers(&mut named, &case.model, traces);
        }
        (Asked::Items(asked), model) => {
            let (batch, targets) = asked.as_ref();
            named.add_all(model.intermediates(batch));
            add_layers(&mut named, &case.model, model.attention(batch, &Edits::none()));
            for (k, labels) in targets.attributes.iter().enumerate() {
                named.add(format!("attribute_target.{k}"), Axes::Plain, labels.clone());
            }
            if targets.rows.is_some() {
                let logits = model.item_logits(model.target_states(batch, targets.rows.as_deref(), &mut Noise::none()));
                named.add("masked_logits".into(), Axes::Plain, logits);
            }
            let question = case.question().map(|slots| Batch::new(&slots, values, device));
            let prefix = if question.is_some() { "readout." } else { "" };
            let asked = question.as_ref().unwrap_or(batch);
            // By the plain layers, and by what trains and answers.
            let fast = model.target_states(asked, None, &mut Noise::none());
            for state in [model.encode(asked, &mut Noise::none()), fast] {
                named.add(format!("{prefix}item_logits"), Axes::Plain, model.item_logits(state.clone()));
                for (k, logits) in model.attribute_logits(&state).into_iter().enumerate() {
                    named.add(format!("{prefix}attribute_logits.{k}"), Axes::Plain, logits);
                }
                named.add(format!("{prefix}sequence_output"), Axes::Plain, state);
            }
        }
        (Asked::Pretraining(_), _) => {}
    }
    let values = read_all(named.reads).await?;
    let mut worst = Worst::none();
    let known: Vec<String> = named.names.iter().map(|(name, _)| name.clone()).collect();
    for ((name, axes), values) in named.names.into_iter().zip(values) {
        if let Some(reference) = case.get(&format!("act.{name}")) {
            see_activation(&mut worst, case, &name, axes, reference, &values);
        }
    }
    see_missing(&mut worst, case.with_prefix("act."), |name| known.iter().any(|one| one == name));
    Ok(worst)
}

/// A reference that nothing was compared with would otherwise go unnoticed.
fn see_missing<'a>(
    worst: &mut Worst,
    references: impl Iterator<Item = (&'a str, &'a Reference)>,
    known: impl Fn(&str) -> bool,
) {
    for (name, _) in references.filter(|(name, _)| !known(name)) {
        worst.see(&format!("{name}, which nothing was compared with"), std::iter::once((f64::NAN, 0.0)));
    }
}

fn add_layers(named: &mut Named, model: &ModelConfig, traces: Vec<AttentionTrace>) {
    let own = model.backbone().map_or(0, |sizes| sizes.layers);
    for (l, trace) in traces.into_iter().enumerate() {
        // FDSA's second stack comes after its first.
        let prefix = if l < own { format!("layer.{l}") } else { format!("attribute_layer.{}", l - own) };
        let sources = trace.tables.len();
        if sources == 1 {
            named.add(format!("{prefix}.score"), Axes::Table, trace.fused.clone());
        } else {
            for (s, table) in trace.tables.iter().enumerate() {
                let (source, axes) = match sources - s {
                    1 => ("position_score".to_owned(), Axes::Plain),
                    2 => ("item_score".to_owned(), Axes::Table),
                    _ => (format!("attribute_score.{s}"), Axes::Table),
                };
                named.add(format!("{prefix}.{source}"), axes, table.clone());
            }
        }
        if l + 1 == own {
            named.add("output".into(), Axes::Slots, trace.output.clone());
        }
        add_layer(named, &prefix, trace);
    }
}

fn add_layer(named: &mut Named, prefix: &str, layer: AttentionTrace) {
    if let Some(gates) = layer.gates {
        named.add(format!("{prefix}.gate_weight"), Axes::Gates, gates);
    }
    named.add(format!("{prefix}.fused_score"), Axes::Table, layer.fused);
    named.add(format!("{prefix}.logits"), Axes::Masked, layer.logits);
    named.add(format!("{prefix}.attention"), Axes::Table, layer.weights);
    named.add(format!("{prefix}.context"), Axes::Slots, layer.context);
    named.add(format!("{prefix}.attention_block"), Axes::Slots, layer.half);
    named.add(format!("{prefix}.output"), Axes::Slots, layer.output);
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
    let mut names = Vec::new();
    for gradient in gradients {
        let reference = case.get(&format!("grad.{}", gradient.name));
        let values: Vec<f64> = gradient.values.iter().map(|&value| f64::from(value)).collect();
        see_reference(&mut worst, reference, &gradient.name, &values);
        names.push(gradient.name);
    }
    see_missing(&mut worst, case.with_prefix("grad."), |name| names.iter().any(|known| known == name));
    worst
}

fn see_reference(worst: &mut Worst, reference: Option<&Reference>, name: &str, values: &[f64]) {
    if let Some(reference) = reference {
        let complete = reference.values.len() == values.len();
        let pairs = values.iter().copied().zip(reference.values.iter().copied());
        worst.see(name, pairs.map(|(x, y)| if complete { (x, y) } else { (f64::NAN, y) }));
    }
}
