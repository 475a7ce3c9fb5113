//! What the explanations of a model answer with. Every list of sources is in the order item, position, attributes.

use serde::Serialize;

use super::answers::{FusionName, SourceInfo};
use crate::explain::gradient::{GradientBatch, SourceGradient};
use crate::explain::rank::RankTable;
use crate::explain::standing::Standing;

/// Ranks of the score tables of one session.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct RankReport {
    /// Slots in use.
    pub n: usize,
    /// Number of layers.
    pub layers: usize,
    /// Number of heads.
    pub heads: usize,
    /// Width of a head of the item stream.
    pub head_width: usize,
    /// What the tables are of.
    pub sources: Vec<SourceInfo>,
    /// How they are joined.
    pub fusion: FusionName,
    /// Of every layer the sources, then the fused one.
    pub tables: Vec<RankTable>,
}

/// Ranks of random tables.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct RandomRank {
    /// One layer and one head of decoupled fusion by sum.
    pub decoupled: RankReport,
    /// The one table of a model that adds its sources before it compares them.
    pub early: RankReport,
}

/// What a session teaches a model.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct GradientReport {
    /// Slots that hold an item.
    pub n: usize,
    /// What stands there.
    pub items: Vec<u32>,
    /// The item that came next.
    pub target: u32,
    /// What is looked up.
    pub sources: Vec<SourceInfo>,
    /// Gradients of the whole loss, one a source.
    pub by_source: Vec<SourceGradient>,
    /// One update on this session alone.
    pub step: GradientStep,
    /// The best linear maps over many clicks, if asked for.
    pub batch: Option<GradientBatch>,
}

/// One update with Adam at the model's learning rate.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct GradientStep {
    /// Of the configuration that the model was trained with.
    pub learning_rate: f64,
    /// Before the update.
    pub before: LessonState,
    /// After it.
    pub after: LessonState,
}

/// How well a session is known.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct LessonState {
    /// What is minimised.
    pub loss: f64,
    /// Cross-entropy of the item.
    pub item: f64,
    /// Auxiliary losses without their weights.
    pub attributes: Vec<f64>,
    /// Weights of the auxiliary losses.
    pub lambdas: Vec<f64>,
    /// Of the target, among all items.
    pub probability: f64,
    /// 0-based rank of the target, history kept.
    pub rank: f64,
}

/// What is to be explained.
#[derive(Debug, Clone, Copy)]
pub struct Lessons<'a> {
    /// Name of the model.
    pub model: &'a str,
    /// The session, oldest first.
    pub items: &'a [u32],
    /// The item that came next.
    pub target: u32,
    /// Test sessions whose gradients tell one linear map from several; 0: none.
    pub batch: usize,
}

/// A model whose answers are asked for one candidate.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify), tsify(rename = "Attribution", missing_as_null))]
pub struct AttributionReport {
    /// The candidate.
    pub candidate: u32,
    /// What stood in the slots: the newest items that fit.
    pub items: Vec<u32>,
    /// What the model keeps apart.
    pub sources: Vec<SourceInfo>,
    /// The session as it is.
    pub base: Standing,
    /// Without each click; `None` for a session of one.
    pub leave_one_out: Option<Vec<Standing>>,
    /// Gradient of the score times the normalised input, `[n]`; where nothing is normalised, times the raw look-up.
    pub gradient_times_input: Vec<f64>,
    /// Whether that is at a normalised input.
    pub normalised: bool,
    /// The same at the raw item look-up, `[n]`.
    pub raw: Vec<f64>,
    /// By source: its scores times 0 and times 1/2 in every layer; empty for models that keep no source apart.
    pub ablation: Vec<Ablated>,
}

/// One source silenced and weakened.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct Ablated {
    /// Its scores times 0.
    pub off: Standing,
    /// Its scores times 1/2.
    pub half: Standing,
}

/// The place of a candidate after each edit of a kind.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct Edits {
    /// The candidate.
    pub candidate: u32,
    /// The session as it is.
    pub base: Standing,
    /// 0-based, history kept; -1 where there is no such edit.
    pub rank: Vec<f64>,
    /// Among items that are not in the session.
    pub rank_new: Vec<f64>,
}
