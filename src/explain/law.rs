//! The law of the synthetic shop beside what a model learned of it, without any click: where an earlier item shares one property with
//! the last one, by how much more does each source speak for it than where it shares none?

use burn::tensor::Transaction;
use serde::Serialize;

use super::attention::page_order;
use super::lens::Subject;
use super::truth::Click;
use crate::data::batch::{Batch, Slots};
use crate::data::process::{CUED, DECAY, LOOK_BACK, Process};
use crate::data::shop::{BRAND, CATEGORY, PRICE};
use crate::error::Result;
use crate::models::SequentialModel;
use crate::nn::edits::Edits;
use crate::read::read_now;

const BATCH: usize = 64;

/// What was planted for one property, and what was learned.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct Property {
    /// Index of the attribute that shows it.
    pub attribute: usize,
    /// `ln` of how much more likely an item that shares it comes to mind, under the rule that looks for it; 0 where none does.
    pub planted: f64,
    /// The lift of each source's centred part, `[layers][sources]`, mean over heads.
    pub learned: Vec<Vec<f64>>,
    /// Pairs of items that share this property alone.
    pub cells: usize,
}

/// The same for each step back.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct PerStep {
    /// `ln` of the decay.
    pub planted: f64,
    /// Slope of the position's part, one a layer.
    pub learned: Vec<f64>,
}

/// The planted law and the learned one.
#[derive(Debug, Clone, PartialEq)]
pub struct Law {
    /// Department, brand, price band.
    pub properties: Vec<Property>,
    /// How long ago.
    pub position: PerStep,
}

/// Sums over the pairs of one kind.
#[derive(Clone)]
struct Mean {
    sum: Vec<f64>,
    count: usize,
}

/// Measures a model that keeps its sources apart on some sessions.
///
/// Pairs: the last item and each of the seven before it, without items that equal the last one. A part is centred: its row's mean is
/// taken off, because the softmax ignores a constant per row. Properties are those that the catalogue shows.
///
/// # Errors
/// [`crate::error::Error::DeviceRefused`] if the device fails.
#[cold]
pub fn law(subject: &Subject<'_>, process: &Process, clicks: &[Click], sources: usize) -> Result<Law> {
    let layers = subject.config.backbone().map_or(0, |sizes| sizes.layers);
    let none = Mean { sum: vec![0.0; layers * sources], count: 0 };
    // Department alone, brand alone, price alone, nothing.
    let mut kinds = vec![none; 4];
    let mut slope = vec![(0.0, 0.0, 0.0, 0.0, 0.0); layers];
    for chunk in clicks.chunks(BATCH) {
        let parts = centred_parts(subject, chunk, sources)?;
        for (click, parts) in chunk.iter().zip(&parts) {
            let seen = subject.seen(&click.history);
            let (n, last) = (seen.len(), seen[seen.len() - 1]);
            for back in 1..n.min(LOOK_BACK) {
                let slot = n - 1 - back;
                let item = seen[slot];
                for (layer, line) in slope.iter_mut().enumerate() {
                    let (x, y) = (back as f64, parts[(layer * sources + 1) * n + slot]);
                    *line = (line.0 + 1.0, line.1 + x, line.2 + y, line.3 + x * x, line.4 + x * y);
                }
                if item == last {
                    continue;
                }
                let [department, brand, price] = [CATEGORY, BRAND, PRICE].map(|k| shares(subject, k, item, last));
                let kind = match (department, brand, price) {
                    (true, false, false) => 0,
                    (false, true, false) => 1,
                    (false, false, true) => 2,
                    (false, false, false) => 3,
                    _ => continue,
                };
                kinds[kind].count += 1;
                for (at, sum) in kinds[kind].sum.iter_mut().enumerate() {
                    *sum += parts[at * n + slot];
                }
            }
        }
    }
    let mean = |kind: usize, at: usize| kinds[kind].sum[at] / kinds[kind].count.max(1) as f64;
    let weights = process.weights();
    // The cue of a rule is planted in what the catalogue shows only where it shows the truth.
    let shows = |attribute: usize, cue: usize| {
        let items = 1..subject.values.items() as u32;
        items.clone().all(|one| {
            items.clone().all(|other| {
                shares(subject, attribute, one, other) == process.shared_cues(one, other)[cue] || one == other
            })
        })
    };
    let cued = |weight: f64, attribute: usize, cue: usize| {
        if weight > 0.0 && shows(attribute, cue) { CUED.ln() } else { 0.0 }
    };
    let planted = [(CATEGORY, cued(weights.brand, CATEGORY, 1)), (BRAND, cued(weights.chain, BRAND, 0)), (PRICE, 0.0)];
    let properties = planted.into_iter().enumerate().map(|(kind, (attribute, planted))| Property {
        attribute,
        planted,
        learned: (0..layers)
            .map(|layer| (0..sources).map(|s| mean(kind, layer * sources + s) - mean(3, layer * sources + s)).collect())
            .collect(),
        cells: kinds[kind].count,
    });
    let slopes = slope.into_iter().map(|(count, x, y, xx, xy)| {
        let spread = count * xx - x * x;
        if spread > 0.0 { (count * xy - x * y) / spread } else { 0.0 }
    });
    Ok(Law { properties: properties.collect(), position: PerStep { planted: DECAY.ln(), learned: slopes.collect() } })
}

/// Whether two items show a common value; the department is a value of the category, and a type has one department.
fn shares(subject: &Subject<'_>, attribute: usize, one: u32, other: u32) -> bool {
    subject.values.of(attribute, one).any(|value| subject.values.of(attribute, other).any(|own| own == value))
}

/// For each session the parts of its read-out row, scaled, centred, mean over heads: `[layers, sources, n]`, sources in page order.
#[cold]
fn centred_parts(subject: &Subject<'_>, clicks: &[Click], sources: usize) -> Result<Vec<Vec<f64>>> {
    let histories: Vec<&[u32]> = clicks.iter().map(|click| click.history.as_slice()).collect();
    let slots = Slots::questions(&histories, subject.config, subject.values.items());
    let batch = Batch::new(&slots, subject.values, subject.device);
    let view = subject.model.view(&batch);
    let mut reads = Transaction::default();
    let mut shapes = Vec::new();
    for (layer, trace) in subject.model.attention(&batch, &Edits::none()).iter().enumerate() {
        let [_, _, hidden] = trace.context.dims();
        let scale = 1.0 / ((hidden / trace.weights.dims()[1]) as f64).sqrt();
        let (parts, _) = subject.model.contributions(layer, trace, &view);
        for source in page_order(sources) {
            shapes.push((parts[source].dims(), scale));
            reads = reads.register(parts[source].clone());
        }
    }
    let read = read_now(reads)?;
    let rows = clicks.iter().enumerate().map(|(sequence, click)| {
        let n = subject.seen(&click.history).len();
        let row = slots.readout[sequence] as usize;
        let tables = read.iter().zip(&shapes).flat_map(|(values, &([batch, heads, rows, len], scale))| {
            let first = if batch == 1 { 0 } else { sequence * heads };
            let of_heads = |slot: usize| {
                let scores = (0..heads).map(|head| f64::from(values[((first + head) * rows + row) * len + slot]));
                scale * scores.sum::<f64>() / heads as f64
            };
            let scores: Vec<f64> = (0..n).map(of_heads).collect();
            let mean = scores.iter().sum::<f64>() / n as f64;
            scores.into_iter().map(move |score| score - mean)
        });
        tables.collect()
    });
    Ok(rows.collect())
}
