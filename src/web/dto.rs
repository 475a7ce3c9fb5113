//! What crosses the boundary beyond the types of the lower layers. Large arrays are typed arrays.

use js_sys::{Float32Array, Uint32Array};
use serde::{Deserialize, Serialize};
use tsify::Tsify;

use crate::config::{Fusion, ModelConfig};
use crate::explain::attention::AttentionMaps;
use crate::lab::{Candidate, ModelSummary, PredictedValue, Prediction, sources};
use crate::train::checkpoint::{Measured, Trained};

/// One source of attention scores.
#[derive(Debug, Clone, Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct SourceInfo {
    /// `item`, `position` or `attribute`.
    #[tsify(type = "\"item\" | \"position\" | \"attribute\"")]
    pub kind: &'static str,
    /// `item`, `position`, or the attribute's name.
    pub name: String,
    /// Index of the attribute.
    pub attribute: Option<usize>,
}

/// Facts about a model.
#[derive(Debug, Clone, Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct ModelDto {
    /// `dif_sr` or `sasrec`.
    pub kind: String,
    /// Sizes and switches.
    pub config: ModelConfig,
    /// Trainable numbers.
    pub parameters: usize,
    /// Sources in the order of every array: item, position, attributes.
    pub sources: Vec<SourceInfo>,
    /// Seed of the run.
    pub seed: Option<u64>,
    /// How far it was trained.
    pub trained: Option<Trained>,
    /// What it reached.
    pub metrics: Measured,
}

/// What to predict.
#[derive(Debug, Clone, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct PredictRequest {
    /// The session, oldest first.
    pub items: Vec<u32>,
    /// How many candidates to list.
    pub k: usize,
    /// Leave out items of the session.
    pub exclude_seen: bool,
    /// Factor on each source's scores: item, position, attributes.
    #[serde(default)]
    #[tsify(optional)]
    pub source_scale: Vec<f32>,
}

/// What to explain.
#[derive(Debug, Clone, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct ExplainRequest {
    /// The session, oldest first.
    pub items: Vec<u32>,
    /// Factor on each source's scores: item, position, attributes.
    #[serde(default)]
    #[tsify(optional)]
    pub source_scale: Vec<f32>,
}

/// One predicted attribute.
#[derive(Debug, Clone, Serialize, Tsify)]
pub struct AttributePrediction {
    /// Index of the attribute.
    pub attribute: usize,
    /// Most probable values, best first.
    pub values: Vec<PredictedValue>,
}

/// What comes next.
#[derive(Debug, Clone, Serialize, Tsify)]
pub struct PredictionDto {
    /// Best first.
    pub top: Vec<Candidate>,
    /// 1-based rank of every item, index = item id; 0 = no candidate.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    #[tsify(type = "Uint32Array")]
    pub ranks: Uint32Array,
    /// Predicted attributes of the next item.
    pub attributes: Vec<AttributePrediction>,
    /// How many of the oldest items did not fit.
    pub dropped: usize,
}

/// Attention of one session; shapes as in [`AttentionMaps`].
#[derive(Debug, Clone, Serialize, Tsify)]
pub struct ExplanationDto {
    /// The items the model saw, oldest first.
    pub items: Vec<u32>,
    /// Number of layers.
    pub layers: usize,
    /// Number of heads.
    pub heads: usize,
    /// Sources in the order of the arrays.
    pub sources: Vec<SourceInfo>,
    /// Fusion of the model, `none` for a model with one source.
    #[tsify(type = "Fusion | \"none\"")]
    pub fusion: serde_json::Value,
    /// `[layers, heads, sources, n, n]`.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    #[tsify(type = "Float32Array")]
    pub contributions: Float32Array,
    /// `[layers, n]` or empty.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    #[tsify(type = "Float32Array")]
    pub bias: Float32Array,
    /// `[layers, heads, n, n]`.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    #[tsify(type = "Float32Array")]
    pub fused: Float32Array,
    /// `[layers, heads, n, n]`.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    #[tsify(type = "Float32Array")]
    pub weights: Float32Array,
    /// `[layers, heads, n, sources]` or empty.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    #[tsify(type = "Float32Array")]
    pub gates: Float32Array,
}

/// Describes the sources of a model.
pub fn source_infos(config: &ModelConfig, attributes: &[String]) -> (Vec<SourceInfo>, Option<Fusion>) {
    let (names, fusion) = sources(config, attributes);
    let infos = names.into_iter().enumerate().map(|(index, name)| SourceInfo {
        kind: ["item", "position"].get(index).copied().unwrap_or("attribute"),
        name,
        attribute: index.checked_sub(2),
    });
    (infos.collect(), fusion)
}

impl ModelDto {
    /// Describes a model over data with these attributes.
    pub fn new(summary: ModelSummary, attributes: &[String]) -> Self {
        let card = summary.card;
        Self {
            kind: card.config.model.kind().into(),
            parameters: summary.parameters,
            sources: source_infos(&card.config.model, attributes).0,
            seed: Some(card.config.training.seed),
            config: card.config.model,
            trained: card.trained,
            metrics: card.metrics,
        }
    }
}

impl From<Prediction> for PredictionDto {
    fn from(prediction: Prediction) -> Self {
        let attributes = prediction.attributes.into_iter().enumerate();
        Self {
            top: prediction.top,
            ranks: Uint32Array::from(prediction.ranks.as_slice()),
            attributes: attributes.map(|(attribute, values)| AttributePrediction { attribute, values }).collect(),
            dropped: prediction.dropped,
        }
    }
}

impl ExplanationDto {
    /// Hands maps over.
    pub fn new(items: Vec<u32>, maps: &AttentionMaps, config: &ModelConfig, attributes: &[String]) -> Self {
        let (sources, fusion) = source_infos(config, attributes);
        Self {
            items,
            layers: maps.layers,
            heads: maps.heads,
            sources,
            fusion: fusion.and_then(|fusion| serde_json::to_value(fusion).ok()).unwrap_or_else(|| "none".into()),
            contributions: Float32Array::from(maps.contributions.as_slice()),
            bias: Float32Array::from(maps.bias.as_slice()),
            fused: Float32Array::from(maps.fused.as_slice()),
            weights: Float32Array::from(maps.weights.as_slice()),
            gates: Float32Array::from(maps.gates.as_slice()),
        }
    }
}
