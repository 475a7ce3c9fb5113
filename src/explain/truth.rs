//! What an explanation is true about: two questions whose answers the synthetic shop knows.
//!
//! *Which earlier click led to this one?* and *What pointed to it?* The rule behind a click is drawn independently of the session, so
//! nothing that has not seen the click can name the rule; and the attributes of a decoupled model say where to look, not what comes
//! next: the chain rule finds its earlier item by brand, the brand rule by department. Held against each other are therefore the
//! clicks, and what pointed to them.

use burn::tensor::Transaction;

use super::attention::page_order;
use super::lens::Subject;
use super::standing::{Standing, edited_scores, log_probability, scores};
use super::traced::{Traced, trace};
use crate::data::batch::{Batch, Slots};
use crate::data::process::{LOOK_BACK, Process, Rule};
use crate::data::shop::{BRAND, CATEGORY};
use crate::error::Result;
use crate::models::SequentialModel;
use crate::nn::edits::Edits;
use crate::read::read_now;

/// Clicks whose gradients are computed at once.
const BATCH: usize = 64;

/// What can name the earlier click, in the order of [`Which::named`].
pub const WHICH: [&str; 8] = [
    "leave_one_out",
    "gradient_times_input",
    "attention",
    "attention_last_layer",
    "attention_times_gradient",
    "always_last",
    "best",
    "best_without_click",
];

/// What can name the source, in the order of [`Pointed::named`].
pub const POINTED: [&str; 6] =
    ["weighted_part", "plain_part", "part_off", "source_off", "gradient_times_input", "best"];

/// A held-out click with its session and how it came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Click {
    /// Index of the session in the data.
    pub user: usize,
    /// The session before it.
    pub history: Vec<u32>,
    /// What was clicked.
    pub item: u32,
    /// What decided.
    pub rule: Rule,
    /// Steps back from the last item of the session to the one that led to it.
    pub back: usize,
}

/// The last clicks of all sessions that were not noise.
#[must_use]
#[cold]
pub fn which_clicks(process: &Process, sequences: &[Vec<u32>]) -> Vec<Click> {
    let steps = process.last_steps().iter().zip(sequences).enumerate();
    let clicks = steps.filter_map(|(user, (step, session))| {
        let (&item, history) = session.split_last()?;
        let led = step.rule != Rule::Noise && !history.is_empty();
        led.then(|| Click { user, history: history.to_vec(), item, rule: step.rule, back: step.back })
    });
    clicks.collect()
}

/// Those of them whose earlier item was pointed to by one thing alone: chain or brand, from an older item that shares exactly the
/// rule's cue with the last one. The chain rule looks by brand, the brand rule by department.
#[must_use]
#[cold]
pub fn pointed_clicks(process: &Process, sequences: &[Vec<u32>]) -> Vec<Click> {
    let mut clicks = which_clicks(process, sequences);
    clicks.retain(|click| {
        let (Some(&last), Some(&from)) = (click.history.last(), planted(click)) else { return false };
        let cue = match click.rule {
            Rule::Chain => [true, false],
            Rule::Brand => [false, true],
            _ => return false,
        };
        click.back > 0 && process.shared_cues(from, last) == cue
    });
    clicks
}

fn planted(click: &Click) -> Option<&u32> {
    click.history.iter().rev().nth(click.back)
}

/// One click of the first question: what each of [`WHICH`] names, as steps back from the last item.
#[derive(Debug, Clone, PartialEq)]
pub struct Which {
    /// `None` where the model cannot be asked this way.
    pub named: Vec<Option<usize>>,
    /// Where the click stands in the model's list.
    pub standing: Standing,
}

/// One click of the second question: what each of [`POINTED`] names, as an index into item, position, attributes.
#[derive(Debug, Clone, PartialEq)]
pub struct Pointed {
    /// The planted source.
    pub truth: usize,
    /// `None` where the model cannot be asked this way.
    pub named: Vec<Option<usize>>,
    /// Where the click stands in the model's list.
    pub standing: Standing,
}

/// The place of the largest value, the first of equals: the oldest click where a list begins with it, the newest where it goes back.
fn largest(values: &[f64]) -> Option<usize> {
    let mut best = None;
    for (slot, &value) in values.iter().enumerate() {
        if best.is_none_or(|(_, most)| value > most) {
            best = Some((slot, value));
        }
    }
    best.map(|(slot, _)| slot)
}

/// Answers the first question for some clicks.
///
/// # Errors
/// [`crate::error::Error::DeviceRefused`] if the device fails.
#[cold]
pub fn which(subject: &Subject<'_>, process: &Process, clicks: &[Click]) -> Result<Vec<Which>> {
    let mut found = Vec::with_capacity(clicks.len());
    for chunk in clicks.chunks(BATCH) {
        let traced = trace(subject, chunk)?;
        let left_out = leave_one_out(subject, chunk, &traced)?;
        for (index, click) in chunk.iter().enumerate() {
            let n = subject.seen(&click.history).len();
            let back = |values: &[f64]| largest(values).map(|slot| n - 1 - slot);
            let ways = process.ways(&click.history, click.item);
            let mut by_back = vec![0.0; n.min(LOOK_BACK)];
            for way in ways.iter().filter(|way| way.rule != Rule::Noise) {
                if let Some(sum) = by_back.get_mut(way.back) {
                    *sum += way.probability;
                }
            }
            let one = &traced[index];
            found.push(Which {
                named: vec![
                    back(&left_out[index]),
                    back(&one.input),
                    one.attention.as_deref().and_then(back),
                    one.last_layer.as_deref().and_then(back),
                    one.attention_gradient.as_deref().and_then(back),
                    Some(0),
                    largest(&by_back),
                    largest(&process.starts(&click.history)),
                ],
                standing: one.standing,
            });
        }
    }
    Ok(found)
}

/// By how much the log-probability of each click falls without each slot.
#[cold]
fn leave_one_out(subject: &Subject<'_>, clicks: &[Click], traced: &[Traced]) -> Result<Vec<Vec<f64>>> {
    let sessions: Vec<Vec<Vec<u32>>> = clicks
        .iter()
        .map(|click| {
            let seen = subject.seen(&click.history);
            (0..seen.len()).map(|slot| super::attribution::without(seen, &[slot])).collect()
        })
        .collect();
    // A session of one click has nothing to be left out of: without it there is no question.
    let asked: Vec<&[u32]> =
        sessions.iter().flatten().map(Vec::as_slice).filter(|session| !session.is_empty()).collect();
    let mut rows = scores(subject, &asked)?.into_iter();
    let found = clicks.iter().zip(&sessions).zip(traced).map(|((click, sessions), traced)| {
        let drop = |session: &Vec<u32>| {
            if session.is_empty() {
                return 0.0;
            }
            let row = rows.next().expect("one row a session");
            traced.log_probability - log_probability(&row, row[click.item as usize])
        };
        sessions.iter().map(drop).collect()
    });
    Ok(found.collect())
}

/// Answers the second question for some clear clicks. `None` for a model that keeps no source apart, or is read at a [MASK] slot, which
/// has no brand that could point anywhere.
///
/// # Errors
/// [`crate::error::Error::DeviceRefused`] if the device fails.
#[cold]
pub fn pointed(
    subject: &Subject<'_>,
    process: &Process,
    clicks: &[Click],
    sources: usize,
) -> Result<Option<Vec<Pointed>>> {
    if sources < 2 || subject.config.is_bidirectional() {
        return Ok(None);
    }
    let mut found = Vec::with_capacity(clicks.len());
    for chunk in clicks.chunks(BATCH) {
        let traced = trace(subject, chunk)?;
        let parts = attention_parts(subject, chunk, sources)?;
        let changes = changes(subject, chunk, &traced, sources)?;
        for (index, click) in chunk.iter().enumerate() {
            // In the race: item and attributes, places 0 and 2.. of the page's order.
            let race: Vec<usize> = std::iter::once(0).chain(2..sources).collect();
            let winner = |value: &dyn Fn(usize) -> f64| {
                largest(&race.iter().map(|&place| value(place)).collect::<Vec<_>>()).map(|at| race[at])
            };
            let gradient = |place: usize| {
                let at = if place == 0 { 0 } else { place - 1 };
                traced[index].sources.get(at).copied().unwrap_or(f64::NEG_INFINITY)
            };
            let ways = process.ways(&click.history, click.item);
            let likely =
                |rule: Rule| -> f64 { ways.iter().filter(|way| way.rule == rule).map(|way| way.probability).sum() };
            let best = if likely(Rule::Chain) >= likely(Rule::Brand) { 2 + BRAND } else { 2 + CATEGORY };
            found.push(Pointed {
                truth: 2 + if click.rule == Rule::Chain { BRAND } else { CATEGORY },
                named: vec![
                    winner(&|place| parts[index][place].0),
                    winner(&|place| parts[index][place].1),
                    winner(&|place| changes[index][place].0),
                    winner(&|place| changes[index][place].1),
                    winner(&gradient),
                    Some(best),
                ],
                standing: traced[index].standing,
            });
        }
    }
    Ok(Some(found))
}

/// By source in the page's order: the centred part at the planted click, weighted by attention and plain, summed over layers and heads.
#[cold]
fn attention_parts(subject: &Subject<'_>, clicks: &[Click], sources: usize) -> Result<Vec<Vec<(f64, f64)>>> {
    let histories: Vec<&[u32]> = clicks.iter().map(|click| click.history.as_slice()).collect();
    let slots = Slots::questions(&histories, subject.config, subject.values.items());
    let batch = Batch::new(&slots, subject.values, subject.device);
    let mut found = vec![vec![(0.0, 0.0); sources]; clicks.len()];
    let mut reads = Transaction::default();
    let mut shapes = Vec::new();
    let view = subject.model.view(&batch);
    for (layer, trace) in subject.model.attention(&batch, &Edits::none()).iter().enumerate() {
        let [_, _, hidden] = trace.context.dims();
        let scale = 1.0 / ((hidden / trace.weights.dims()[1]) as f64).sqrt();
        let (parts, _) = subject.model.contributions(layer, trace, &view);
        shapes.push((trace.weights.dims(), scale, parts.iter().map(|part| part.dims()[0]).collect::<Vec<_>>()));
        reads = reads.register(trace.weights.clone());
        for source in page_order(sources) {
            reads = reads.register(parts[source].clone());
        }
    }
    let read = read_now(reads)?;
    for (layer, ([_, heads, rows, len], scale, batches)) in shapes.iter().enumerate() {
        let tables = &read[layer * (sources + 1)..(layer + 1) * (sources + 1)];
        for (sequence, click) in clicks.iter().enumerate() {
            let n = subject.seen(&click.history).len();
            if click.back >= n {
                continue;
            }
            let (row, key) = (slots.readout[sequence] as usize, n - 1 - click.back);
            for head in 0..*heads {
                // A table that all sequences share has one.
                let start =
                    |batch: usize| (((if batch == 1 { 0 } else { sequence }) * heads + head) * rows + row) * len;
                let weight = f64::from(tables[0][start(clicks.len()) + key]);
                for (place, source) in page_order(sources).into_iter().enumerate() {
                    let from = start(batches[source]);
                    let values = &tables[1 + place][from..from + n];
                    let mean = values.iter().map(|&x| f64::from(x)).sum::<f64>() / n as f64;
                    let part = scale * (f64::from(values[key]) - mean);
                    let (weighted, plain) = &mut found[sequence][place];
                    *weighted += weight * part;
                    *plain += part;
                }
            }
        }
    }
    Ok(found)
}

/// By source in the page's order: how far the log-probability falls without its part at the planted click, and without its scores.
#[cold]
fn changes(subject: &Subject<'_>, clicks: &[Click], traced: &[Traced], sources: usize) -> Result<Vec<Vec<(f64, f64)>>> {
    let histories: Vec<&[u32]> = clicks.iter().map(|click| click.history.as_slice()).collect();
    let keys: Vec<u32> =
        clicks.iter().map(|click| (subject.seen(&click.history).len().saturating_sub(1 + click.back)) as u32).collect();
    let mut found = vec![vec![(0.0, 0.0); sources]; clicks.len()];
    for (place, source) in page_order(sources).into_iter().enumerate().filter(|&(place, _)| place != 1) {
        let part_off = edited_scores(subject, &histories, |start, batch| {
            Edits::levelled(source, &keys[start..start + batch.dims().0], batch)
        });
        let mut factors = vec![1.0; sources];
        factors[source] = 0.0;
        let (part_off, source_off) =
            (part_off?, edited_scores(subject, &histories, |_, _| Edits::scaled(factors.clone(), sources))?);
        for (index, click) in clicks.iter().enumerate() {
            let fall = |row: &[f32]| traced[index].log_probability - log_probability(row, row[click.item as usize]);
            found[index][place] = (fall(&part_off[index]), fall(&source_off[index]));
        }
    }
    Ok(found)
}
