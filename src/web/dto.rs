//! Answers whose large arrays cross the boundary as typed arrays.

use js_sys::{Float32Array, Uint32Array};
use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::lab::{self, AttributePrediction, Candidate, FusionName, SourceInfo};

#[wasm_bindgen(typescript_custom_section)]
const SPLIT: &str = "/** A held-out part of the data. */\nexport type Split = \"valid\" | \"test\";";

/// What comes next.
#[derive(Debug, Clone, Serialize, Tsify)]
#[tsify(rename = "Prediction")]
pub struct PredictionDto {
    /// Best first.
    pub top: Vec<Candidate>,
    /// 1-based rank of every item, index = item id; 0 = no candidate.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    #[tsify(type = "Uint32Array")]
    pub ranks: Uint32Array,
    /// Predicted attributes of the next item; empty for models without auxiliary heads.
    pub attributes: Vec<AttributePrediction>,
    /// How many of the oldest items did not fit.
    pub dropped: usize,
}

/// Attention of one session, cropped to its n items. Row: the item that looks; column: the item looked at.
#[derive(Debug, Clone, Serialize, Tsify)]
#[tsify(rename = "Explanation")]
pub struct ExplanationDto {
    /// What stood in the n slots, oldest first: item ids, and 0 for the [MASK] slot at which some models are read.
    pub items: Vec<u32>,
    /// Whether a slot sees earlier slots only.
    pub causal: bool,
    /// For each layer the stack it belongs to.
    #[tsify(type = "(\"item\" | \"attribute\")[]")]
    pub stacks: Vec<&'static str>,
    /// Number of layers.
    pub layers: usize,
    /// Number of heads.
    pub heads: usize,
    /// What the attention is made of, in the order of the arrays.
    pub sources: Vec<SourceInfo>,
    /// Fusion of the model.
    pub fusion: FusionName,
    /// Share of each source in the fused score, scaled, before mask and softmax: `[layers, heads, sources, n, n]`.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    #[tsify(type = "Float32Array")]
    pub contributions: Float32Array,
    /// Bias of concat, scaled: `[layers, n]`; empty otherwise.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    #[tsify(type = "Float32Array")]
    pub bias: Float32Array,
    /// Fused scores, scaled, unmasked: `[layers, heads, n, n]`.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    #[tsify(type = "Float32Array")]
    pub fused: Float32Array,
    /// After mask and softmax: `[layers, heads, n, n]`.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    #[tsify(type = "Float32Array")]
    pub weights: Float32Array,
    /// Gate variants: weight of each source per row, `[layers, heads, n, sources]`; empty otherwise.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    #[tsify(type = "Float32Array")]
    pub gates: Float32Array,
}

impl From<lab::Prediction> for PredictionDto {
    fn from(prediction: lab::Prediction) -> Self {
        Self {
            top: prediction.top,
            ranks: Uint32Array::from(prediction.ranks.as_slice()),
            attributes: prediction.attributes,
            dropped: prediction.dropped,
        }
    }
}

impl From<lab::Explanation> for ExplanationDto {
    fn from(explanation: lab::Explanation) -> Self {
        let maps = &explanation.maps;
        Self {
            layers: maps.layers,
            heads: maps.heads,
            contributions: Float32Array::from(maps.contributions.as_slice()),
            bias: Float32Array::from(maps.bias.as_slice()),
            fused: Float32Array::from(maps.fused.as_slice()),
            weights: Float32Array::from(maps.weights.as_slice()),
            gates: Float32Array::from(maps.gates.as_slice()),
            items: explanation.items,
            causal: explanation.causal,
            stacks: explanation.stacks,
            sources: explanation.sources,
            fusion: explanation.fusion,
        }
    }
}
