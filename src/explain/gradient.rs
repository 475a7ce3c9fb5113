//! Which gradients the sources of a model receive: at the vectors that are looked up, before anything touches them.

use burn::tensor::{FloatDType, Int, Tensor, TensorData};
use dif_sr_ops::linear_algebra::{Matrix, decompose};
use serde::Serialize;

use super::lens::{LookUps, Place, Subject, look_ups};
use crate::config::ModelConfig;
use crate::data::batch::Slots;
use crate::error::Result;
use crate::models::{AnyModel, SequentialModel};
use crate::nn::loss::{plain_item_cross_entropy, plain_multi_label};

/// Directions of the item's gradients that are smaller than this share of the largest are rounding: every model normalises right
/// after the look-up, and a gradient that passed a `LayerNorm` has one dimension less.
const KEPT: f64 = 1e-5;

/// Which loss.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Objective {
    /// The cross-entropy of the item alone.
    Item,
    /// With the auxiliary losses.
    Total,
}

/// A session and the item that came next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesson {
    /// One sequence.
    pub slots: Slots,
    /// The target.
    pub target: u32,
}

/// Gradient of the loss at what one source looks up, slot by slot.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct SourceGradient {
    /// Numbers in one vector.
    pub width: usize,
    /// The tables of this source are not trained, as in the released code.
    pub frozen: bool,
    /// `[n][width]`
    pub gradient: Vec<Vec<f64>>,
    /// Euclidean, `[n]`.
    pub norm: Vec<f64>,
    /// With the item's gradient; `None` where widths differ or one of the two is 0.
    pub cosine: Vec<Option<f64>>,
    /// With the position's; `None` likewise.
    pub cosine_to_position: Vec<Option<f64>>,
    /// Largest difference from the item's numbers, as a share of the largest number; `None` where widths differ.
    pub difference: Option<f64>,
    /// The same from the position's numbers.
    pub difference_to_position: Option<f64>,
}

/// The best linear map from the item's gradients to each source's, over many clicks.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct GradientBatch {
    /// Sessions that gave the clicks.
    pub sessions: usize,
    /// Rows of the matrices.
    pub clicks: usize,
    /// Rank of the item's gradients.
    pub rank: usize,
    /// What the best map leaves, as a share, by source; the item's own is 0.
    pub residual: Vec<f64>,
    /// Cosines with the item by source; `None` where widths differ.
    pub cosine: Vec<Option<Spread>>,
}

/// Three numbers of many.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct Spread {
    /// Smallest.
    pub least: f64,
    /// Mean.
    pub mean: f64,
    /// Largest.
    pub most: f64,
}

/// The gradients of one session, sources in the order item, position (where the model has one), attributes.
#[derive(Debug, Clone, PartialEq)]
pub struct SlotGradients {
    /// `[n, width]` of each source.
    pub sources: Vec<Matrix>,
    /// Whether the second source is the position.
    pub has_position: bool,
}

/// The loss of one lesson, from the state at the read-out slot, in double precision: `item + sum over k of lambda_k attribute_k`.
///
/// Written out of plain operations, because those that are written by hand know single precision only.
#[must_use]
#[cold]
pub fn loss(
    subject: &Subject<'_>,
    model: &AnyModel,
    state: &Tensor<2>,
    target: u32,
    objective: Objective,
) -> Tensor<1> {
    let device = state.device();
    let ids: Tensor<1, Int> = Tensor::from_data(TensorData::new(vec![target as i32], [1]), &device);
    let item = plain_item_cross_entropy(&model.scorer(), state.clone(), ids);
    if objective == Objective::Item {
        return item;
    }
    let labels = subject.values.labels(&[target], &device);
    let terms = model.attribute_logits(state).into_iter().zip(labels).zip(lambdas(subject.config));
    terms.fold(item, |total, ((logits, labels), lambda)| {
        total + plain_multi_label(logits, labels.cast(FloatDType::F64)) * lambda
    })
}

/// The weight of each attribute's loss; none for models without auxiliary heads.
#[must_use]
#[cold]
pub fn lambdas(config: &ModelConfig) -> Vec<f64> {
    match config {
        ModelConfig::DifSr(c) => c.attributes.iter().map(|a| a.lambda).collect(),
        ModelConfig::DifBert(c) => c.attributes.iter().map(|a| a.lambda).collect(),
        // One weight for all; taken as often as there are heads.
        ModelConfig::Icai(c) => vec![c.lambda; 64],
        _ => Vec::new(),
    }
}

/// The gradients of one lesson at the slots that hold an item.
///
/// # Errors
/// As [`look_ups`].
#[cold]
pub fn slot_gradients(
    subject: &Subject<'_>,
    model: &AnyModel,
    lesson: &Lesson,
    objective: Objective,
) -> Result<SlotGradients> {
    let found =
        look_ups(subject, model, &lesson.slots, |model, state| loss(subject, model, &state, lesson.target, objective));
    let LookUps { items, attributes, positions, .. } = found?;
    let live: Vec<usize> = (0..lesson.slots.len).filter(|&slot| lesson.slots.items[slot] > 0).collect();
    let rows = |place: &Place| {
        let width = place.width;
        let rows = live.iter().flat_map(|&slot| place.gradient[slot * width..(slot + 1) * width].iter().copied());
        Matrix::new(live.len(), width, rows.collect())
    };
    let has_position = subject.config.backbone().is_some();
    let position = has_position.then_some(&positions);
    let sources = [&items].into_iter().chain(position).chain(&attributes).map(rows).collect();
    Ok(SlotGradients { sources, has_position })
}

/// What the gradients of one session say, source by source.
#[must_use]
#[cold]
pub fn describe(gradients: &SlotGradients, frozen: bool) -> Vec<SourceGradient> {
    let item = &gradients.sources[0];
    let position = gradients.has_position.then(|| &gradients.sources[1]);
    let first_attribute = 1 + usize::from(gradients.has_position);
    let of = |(index, own): (usize, &Matrix)| SourceGradient {
        width: own.columns,
        frozen: frozen && index >= first_attribute,
        gradient: (0..own.rows).map(|row| own.row(row).to_vec()).collect(),
        norm: norms(own),
        cosine: cosines(Some(item), own),
        cosine_to_position: cosines(position, own),
        difference: difference(Some(item), own),
        difference_to_position: difference(position, own),
    };
    gradients.sources.iter().enumerate().map(of).collect()
}

fn length(vector: &[f64]) -> f64 {
    vector.iter().map(|x| x * x).sum::<f64>().sqrt()
}

fn norms(matrix: &Matrix) -> Vec<f64> {
    (0..matrix.rows).map(|row| length(matrix.row(row))).collect()
}

#[cold]
fn cosines(other: Option<&Matrix>, own: &Matrix) -> Vec<Option<f64>> {
    let Some(other) = other.filter(|other| other.columns == own.columns) else { return vec![None; own.rows] };
    let of = |row: usize| {
        let (a, b) = (other.row(row), own.row(row));
        let size = length(a) * length(b);
        (size > 0.0).then(|| a.iter().zip(b).map(|(x, y)| x * y).sum::<f64>() / size)
    };
    (0..own.rows).map(of).collect()
}

#[cold]
fn difference(other: Option<&Matrix>, own: &Matrix) -> Option<f64> {
    let other = other.filter(|other| other.columns == own.columns)?;
    let largest = other.values.iter().chain(&own.values).fold(0.0, |most: f64, x| most.max(x.abs()));
    let apart = other.values.iter().zip(&own.values).fold(0.0, |most: f64, (x, y)| most.max((x - y).abs()));
    Some(if largest > 0.0 { apart / largest } else { 0.0 })
}

/// The residuals over all clicks of some sessions.
///
/// # Equation
/// `min over M of |G_s - G_item M| / |G_s|` (Frobenius), by projection on the left singular vectors of `G_item`.
///
/// # Errors
/// As [`decompose`].
#[cold]
pub fn over_batch(sessions: &[SlotGradients]) -> Result<GradientBatch> {
    let sources = sessions.first().map_or(0, |session| session.sources.len());
    let stacked: Vec<Matrix> = (0..sources)
        .map(|source| {
            let columns = sessions[0].sources[source].columns;
            let values: Vec<f64> = sessions.iter().flat_map(|s| s.sources[source].values.iter().copied()).collect();
            Matrix::new(values.len() / columns, columns, values)
        })
        .collect();
    let item = &stacked[0];
    let svd = decompose(item)?;
    let largest = svd.values.first().copied().unwrap_or(0.0);
    let rank = svd.values.iter().filter(|&&value| value > largest * KEPT).count();
    let kept = (0..item.rows).flat_map(|row| svd.left.row(row)[..rank].iter().copied());
    let directions = Matrix::new(item.rows, rank, kept.collect());
    let residual = stacked.iter().enumerate().map(|(source, wanted)| match source {
        0 => 0.0,
        _ => residual(&directions, wanted),
    });
    Ok(GradientBatch {
        sessions: sessions.len(),
        clicks: item.rows,
        rank,
        residual: residual.collect(),
        cosine: stacked.iter().map(|own| spread(&cosines(Some(item), own))).collect(),
    })
}

#[cold]
fn residual(directions: &Matrix, wanted: &Matrix) -> f64 {
    let size = length(&wanted.values);
    if size == 0.0 {
        return 0.0;
    }
    let along = directions.transposed_times(wanted); // [rank, columns]
    let mut left = wanted.clone();
    for row in 0..left.rows {
        let target = &mut left.values[row * wanted.columns..(row + 1) * wanted.columns];
        for (k, &weight) in directions.row(row).iter().enumerate() {
            target.iter_mut().zip(along.row(k)).for_each(|(x, y)| *x -= weight * y);
        }
    }
    length(&left.values) / size
}

#[cold]
fn spread(cosines: &[Option<f64>]) -> Option<Spread> {
    let known: Vec<f64> = cosines.iter().copied().flatten().collect();
    if known.is_empty() {
        return None;
    }
    Some(Spread {
        least: known.iter().copied().fold(f64::INFINITY, f64::min),
        mean: known.iter().sum::<f64>() / known.len() as f64,
        most: known.iter().copied().fold(f64::NEG_INFINITY, f64::max),
    })
}
