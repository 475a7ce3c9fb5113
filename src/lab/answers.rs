//! What the use cases answer with. Every list of sources is in the order item, position, attributes.

use serde::Serialize;

use crate::config::systems::{System, system_of};
use crate::config::{Fusion, ModelConfig};
use crate::data::catalogue::Catalogue;
use crate::explain::attention::AttentionMaps;
use crate::train::checkpoint::{Card, Measured, Trained};

/// A held-out session and the item that really came next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct RealSession {
    /// The session, oldest first.
    pub items: Vec<u32>,
    /// The test target.
    pub target: u32,
    /// Index of the session in the data.
    pub user: usize,
    /// Positions at which its validation and its test begin.
    pub cuts: [usize; 2],
}

/// One candidate of a prediction.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Candidate {
    /// Item id.
    pub item: u32,
    /// Inner product of state and item vector.
    pub score: f32,
    /// Softmax over all items but padding.
    pub probability: f32,
    /// Probability under the planted process, where it is known.
    pub true_probability: Option<f64>,
}

/// One value of a predicted attribute.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct PredictedValue {
    /// Value id.
    pub value: usize,
    /// Sigmoid of the auxiliary head.
    pub probability: f32,
}

/// One predicted attribute.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct AttributePrediction {
    /// Index of the attribute.
    pub attribute: usize,
    /// Most probable values, best first.
    pub values: Vec<PredictedValue>,
}

/// What comes next.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Prediction {
    /// Best first.
    pub top: Vec<Candidate>,
    /// 1-based rank of every item, index = id; 0 = no candidate.
    pub ranks: Vec<u32>,
    /// The most probable values of the next item; empty for models without auxiliary heads.
    pub attributes: Vec<AttributePrediction>,
    /// How many of the oldest items did not fit.
    pub dropped: usize,
}

/// One source of attention scores.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct SourceInfo {
    /// `item`, `position` or `attribute`; `joint` for a model that mixes them before it compares, and so has one table only.
    #[cfg_attr(target_family = "wasm", tsify(type = "\"item\" | \"position\" | \"attribute\" | \"joint\""))]
    pub kind: &'static str,
    /// `item`, `position`, `joint`, or the attribute's name.
    pub name: String,
    /// Index of the attribute.
    pub attribute: Option<usize>,
}

/// Facts about a model.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct ModelSummary {
    /// Which system it is.
    pub system: System,
    /// Kind of model.
    pub kind: &'static str,
    /// Sizes and switches.
    pub config: ModelConfig,
    /// Trainable numbers; frozen attribute tables do not count.
    pub parameters: usize,
    /// What its attention is made of.
    pub sources: Vec<SourceInfo>,
    /// Seed of the run.
    pub seed: Option<u64>,
    /// How far it was trained.
    pub trained: Option<Trained>,
    /// What it reached.
    pub metrics: Measured,
}

/// Attention of one session; shapes as in [`AttentionMaps`].
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explanation {
    /// What stood in the slots, oldest first: item ids, and 0 for the [MASK] slot at which some models are read.
    pub items: Vec<u32>,
    /// Whether a slot sees earlier slots only.
    pub causal: bool,
    /// For each layer the stack it belongs to: `item`, or `attribute` for the second stack of FDSA.
    pub stacks: Vec<&'static str>,
    /// What the attention is made of.
    pub sources: Vec<SourceInfo>,
    /// Fusion, or `none` for a model with one source.
    pub fusion: FusionName,
    /// The maps.
    #[serde(flatten)]
    pub maps: AttentionMaps,
}

/// A fusion, or that there is nothing to fuse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(untagged)]
pub enum FusionName {
    /// Several sources.
    Fusion(Fusion),
    /// One source.
    None(NoFusion),
}

/// The one word for a model without fusion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum NoFusion {
    /// `none`
    None,
}

impl ModelSummary {
    /// Describes a model over data with this catalogue.
    #[must_use]
    pub fn new(card: Card, parameters: usize, catalogue: &Catalogue) -> Self {
        Self {
            system: system_of(&card.config.model),
            kind: card.config.model.kind(),
            parameters,
            sources: sources(&card.config.model, catalogue).0,
            seed: Some(card.config.training.seed),
            config: card.config.model,
            trained: card.trained,
            metrics: card.metrics,
        }
    }
}

impl Explanation {
    /// Names the parts of `maps`.
    #[must_use]
    pub fn new(items: Vec<u32>, maps: AttentionMaps, config: &ModelConfig, catalogue: &Catalogue) -> Self {
        let (sources, fusion) = sources(config, catalogue);
        let own = if matches!(config, ModelConfig::Fdsa(_)) { maps.layers / 2 } else { maps.layers };
        let stacks = (0..maps.layers).map(|layer| if layer < own { "item" } else { "attribute" });
        Self { items, causal: !config.is_bidirectional(), stacks: stacks.collect(), sources, fusion, maps }
    }
}

impl FusionName {
    /// Nothing to fuse.
    #[must_use]
    pub const fn none() -> Self {
        Self::None(NoFusion::None)
    }
}

/// What a model looks up for each slot: the item, the position where there is one, and the attributes that it reads.
#[cfg(feature = "cpu")]
pub(super) fn look_ups(config: &ModelConfig, position: bool, count: usize, catalogue: &Catalogue) -> Vec<SourceInfo> {
    let plain = |kind: &'static str| SourceInfo { kind, name: kind.into(), attribute: None };
    let first = 1 + usize::from(position);
    let attributes = catalogue.attributes.iter().enumerate().take(count - first).map(|(index, attribute)| SourceInfo {
        kind: "attribute",
        name: attribute.name.clone(),
        attribute: Some(index),
    });
    debug_assert!(count >= first, "{} looks up {count} vectors", config.kind());
    [plain("item")].into_iter().chain(position.then(|| plain("position"))).chain(attributes).collect()
}

/// The sources of a model, and how it joins them.
pub(super) fn sources(config: &ModelConfig, catalogue: &Catalogue) -> (Vec<SourceInfo>, FusionName) {
    let plain = |kind: &'static str| SourceInfo { kind, name: kind.into(), attribute: None };
    let fusion = match config {
        ModelConfig::DifSr(config) => config.fusion,
        ModelConfig::DifBert(config) => config.fusion,
        other => {
            let joint = other.backbone().map(|_| plain("joint"));
            return (joint.into_iter().collect(), FusionName::none());
        }
    };
    let attributes = catalogue.attributes.iter().enumerate().map(|(index, attribute)| SourceInfo {
        kind: "attribute",
        name: attribute.name.clone(),
        attribute: Some(index),
    });
    ([plain("item"), plain("position")].into_iter().chain(attributes).collect(), FusionName::Fusion(fusion))
}
