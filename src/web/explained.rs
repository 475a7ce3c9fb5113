//! Explanations for JavaScript: convert in, call, convert out. In the CPU build alone.

use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use tsify::{Ts, Tsify};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::dto::main_model;
use super::lab::{Answer, WebLab, give, refused};
use crate::explain::agreement::{Agreement, Pairs, agreement};
use crate::explain::item_map::ItemMap;
use crate::explain::random_rank::RandomSizes;
use crate::lab::{
    AttributionReport, EditKind, Edits, GradientReport, LawReport, Lessons, ModelSummary, Question, RandomRank,
    RankReport, Truth, TruthClicks, TruthQuestion,
};

/// A session put to one of the loaded models.
#[derive(Debug, Clone, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct SessionRequest {
    /// The session, oldest first.
    pub items: Vec<u32>,
    /// Which of the loaded models is asked; `main` by default.
    #[serde(default = "main_model")]
    #[tsify(optional)]
    pub model: String,
}

/// Random queries and keys in place of a model's.
#[derive(Debug, Clone, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct RandomRankRequest {
    /// Clicks.
    pub length: usize,
    /// Width of a head of item and position.
    pub width: usize,
    /// Width of a head of each attribute.
    pub attribute_widths: Vec<usize>,
    /// Different values of each attribute among the items; 0: all different.
    pub attribute_values: Vec<usize>,
    /// Different items among the clicks; 0: all different.
    pub items: usize,
    /// Of the draws.
    pub seed: u32,
}

/// A session and what came next.
#[derive(Debug, Clone, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct GradientRequest {
    /// The session, oldest first.
    pub items: Vec<u32>,
    /// Which of the loaded models is asked; `main` by default.
    #[serde(default = "main_model")]
    #[tsify(optional)]
    pub model: String,
    /// The item that came next.
    pub target: u32,
    /// Test sessions whose gradients tell one linear map from several; 0: none.
    pub batch: usize,
}

/// A session and the candidate that is explained.
#[derive(Debug, Clone, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct AttributionRequest {
    /// The session, oldest first.
    pub items: Vec<u32>,
    /// Which of the loaded models is asked; `main` by default.
    #[serde(default = "main_model")]
    #[tsify(optional)]
    pub model: String,
    /// The candidate.
    pub candidate: u32,
}

/// A kind of edit, and the candidate whose place it may change.
#[derive(Debug, Clone, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct EditsRequest {
    /// The session, oldest first.
    pub items: Vec<u32>,
    /// Which of the loaded models is asked; `main` by default.
    #[serde(default = "main_model")]
    #[tsify(optional)]
    pub model: String,
    /// The candidate.
    pub candidate: u32,
    /// What is tried, whole.
    pub edit: EditKind,
    /// Whose click is replaced.
    #[serde(default)]
    #[tsify(optional)]
    pub slot: usize,
}

/// A stretch of the clicks of one question.
#[derive(Debug, Clone, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct TruthRequest {
    /// Which of the loaded models is asked; `main` by default.
    #[serde(default = "main_model")]
    #[tsify(optional)]
    pub model: String,
    /// Which question.
    pub question: TruthQuestion,
    /// Place of the first click among those of the question.
    pub from: usize,
    /// How many.
    pub count: usize,
}

/// What was named and what was true, list by list.
#[derive(Debug, Clone, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct AgreementRequest {
    /// Each is judged on its own.
    pub pairs: Vec<Pairs>,
}

/// Which items are drawn as a map.
#[derive(Debug, Clone, Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct MapRequest {
    /// Which of the loaded models is asked; `main` by default.
    #[serde(default = "main_model")]
    #[tsify(optional)]
    pub model: String,
    /// With the weights that it started from.
    pub untrained: bool,
    /// How many of the nearest items of each.
    pub neighbours: usize,
}

#[wasm_bindgen(js_class = Lab)]
impl WebLab {
    /// The rank of every score table.
    pub fn rank(&self, request: Ts<SessionRequest>) -> Answer<RankReport> {
        let request = request.to_rust().map_err(|error| refused("request", &error.to_string()))?;
        give(&self.lab.rank(&request.model, &request.items)?)
    }

    /// The rank of random tables.
    pub fn random_rank(&self, request: Ts<RandomRankRequest>) -> Answer<RandomRank> {
        let request = request.to_rust().map_err(|error| refused("request", &error.to_string()))?;
        let RandomRankRequest { length, width, attribute_widths, attribute_values, items, seed } = request;
        let sizes = RandomSizes { length, width, attribute_widths, attribute_values, items, seed: u64::from(seed) };
        give(&self.lab.random_rank(&sizes)?)
    }

    /// The gradients that each source receives.
    pub fn gradients(&self, request: Ts<GradientRequest>) -> Answer<GradientReport> {
        let request = request.to_rust().map_err(|error| refused("request", &error.to_string()))?;
        let GradientRequest { items, model, target, batch } = &request;
        give(&self.lab.gradients(&Lessons { model, items, target: *target, batch: *batch })?)
    }

    /// What a candidate hangs on.
    pub fn attribution(&self, request: Ts<AttributionRequest>) -> Answer<AttributionReport> {
        let request = request.to_rust().map_err(|error| refused("request", &error.to_string()))?;
        let question = Question { model: &request.model, items: &request.items, scales: &[] };
        give(&self.lab.attribution(&question, request.candidate)?)
    }

    /// The place of a candidate after every edit of a kind.
    pub fn edits(&self, request: Ts<EditsRequest>) -> Answer<Edits> {
        let request = request.to_rust().map_err(|error| refused("request", &error.to_string()))?;
        let question = Question { model: &request.model, items: &request.items, scales: &[] };
        give(&self.lab.edits(&question, request.candidate, request.edit, request.slot)?)
    }

    /// The items of a model as a map.
    pub fn item_map(&self, request: Ts<MapRequest>) -> Answer<ItemMap> {
        let request = request.to_rust().map_err(|error| refused("request", &error.to_string()))?;
        give(&self.lab.item_map(&request.model, request.untrained, request.neighbours)?)
    }

    /// How many clicks each question has; `undefined` where no process is known.
    pub fn truth_clicks(&self) -> std::result::Result<Option<Ts<TruthClicks>>, JsValue> {
        self.lab.truth_clicks()?.map(|clicks| give(&clicks)).transpose()
    }

    /// What every explanation names for some clicks, beside what was planted.
    pub fn truth(&self, request: Ts<TruthRequest>) -> Answer<Truth> {
        let request = request.to_rust().map_err(|error| refused("request", &error.to_string()))?;
        let range = request.from..request.from.saturating_add(request.count);
        give(&self.lab.truth(&request.model, request.question, range)?)
    }

    /// How well what was named agrees with what was true.
    #[wasm_bindgen(unchecked_return_type = "Agreement[]")]
    #[expect(clippy::unused_self, reason = "asked of the workplace, like everything else")]
    pub fn agreement(&self, request: Ts<AgreementRequest>) -> std::result::Result<JsValue, JsValue> {
        let request = request.to_rust().map_err(|error| refused("request", &error.to_string()))?;
        let found: Vec<Agreement> = request.pairs.iter().map(agreement).collect();
        Ok(found.serialize(&Serializer::json_compatible())?)
    }

    /// The planted law and the learned one.
    pub fn law(&self, model: String) -> Answer<LawReport> {
        give(&self.lab.law(&model)?)
    }

    /// Puts the model that `from` started as under the name `slot`.
    pub fn load_untrained(&mut self, from: &str, slot: &str) -> Answer<ModelSummary> {
        give(&self.lab.load_untrained(from, slot)?)
    }
}

/// Reference vectors, in the build that tests load.
#[cfg(feature = "golden")]
#[wasm_bindgen(js_class = Lab)]
impl WebLab {
    /// Compares an explanation with its reference vectors (`tests/golden/EXPLAIN.md`).
    pub fn check_explained(&self, name: String, vectors: Vec<u8>) -> Answer<crate::golden::ExplainedReport> {
        give(&crate::golden::check_explained(&name, &vectors, self.lab.device())?)
    }
}
