//! Explanations for JavaScript: convert in, call, convert out. In the CPU build alone.
//!
//! Requests come as plain numbers: nine structures that are taken apart key by key would weigh as much as the ranks they ask for.

use tsify::Ts;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::lab::{Answer, WebLab, give, refused};
use crate::explain::agreement::{Agreement, Pairs, agreement};
use crate::explain::counterfactual::Edit;
use crate::explain::item_map::ItemMap;
use crate::explain::random_rank::RandomSizes;
use crate::lab::{
    AttributionReport, Edits, GradientReport, LawReport, Lessons, ModelSummary, Question, RandomRank, RankReport,
    Truth, TruthClicks, TruthQuestion,
};

#[wasm_bindgen(js_class = Lab)]
#[expect(clippy::needless_pass_by_value, reason = "the boundary hands lists over by value")]
impl WebLab {
    /// The rank of every score table of a session, `items`, oldest first.
    pub fn rank(&self, model: &str, items: Vec<u32>) -> Answer<RankReport> {
        give(&self.lab.rank(model, &items)?)
    }

    /// The rank of random tables: clicks, width of a head, those of each attribute's, different values of each (0: all), different
    /// items (0: all).
    pub fn random_rank(
        &self,
        length: usize,
        width: usize,
        attribute_widths: Vec<usize>,
        attribute_values: Vec<usize>,
        items: usize,
        seed: u32,
    ) -> Answer<RandomRank> {
        let sizes = RandomSizes { length, width, attribute_widths, attribute_values, items, seed: u64::from(seed) };
        give(&self.lab.random_rank(&sizes)?)
    }

    /// The gradients that each source receives where `target` comes next; over `batch` test sessions, too, unless it is 0.
    pub fn gradients(&self, model: &str, items: Vec<u32>, target: u32, batch: usize) -> Answer<GradientReport> {
        give(&self.lab.gradients(&Lessons { model, items: &items, target, batch })?)
    }

    /// What a candidate hangs on; `source_scale` as in `predict`.
    pub fn attribution(
        &self,
        model: &str,
        items: Vec<u32>,
        candidate: u32,
        source_scale: Vec<f32>,
    ) -> Answer<AttributionReport> {
        give(&self.lab.attribution(&Question { model, items: &items, scales: &source_scale }, candidate)?)
    }

    /// The place of a candidate after every removal of one click, or of two.
    pub fn removals(
        &self,
        model: &str,
        items: Vec<u32>,
        candidate: u32,
        two: bool,
        source_scale: Vec<f32>,
    ) -> Answer<Edits> {
        let question = Question { model, items: &items, scales: &source_scale };
        give(&self.lab.edits(&question, candidate, if two { Edit::RemoveTwo } else { Edit::Remove })?)
    }

    /// The place of a candidate with each of `count` items from the id `from` on in place of the click in `slot`.
    #[expect(clippy::too_many_arguments, reason = "plain numbers across the boundary")]
    pub fn replacements(
        &self,
        model: &str,
        items: Vec<u32>,
        candidate: u32,
        slot: usize,
        from: u32,
        count: u32,
        source_scale: Vec<f32>,
    ) -> Answer<Edits> {
        let question = Question { model, items: &items, scales: &source_scale };
        give(&self.lab.edits(&question, candidate, Edit::Replace { slot, from, end: from.saturating_add(count) })?)
    }

    /// The items of a model as a map.
    pub fn item_map(&self, model: &str, untrained: bool, neighbours: usize) -> Answer<ItemMap> {
        give(&self.lab.item_map(model, untrained, neighbours)?)
    }

    /// How many clicks each question has; `undefined` where no process is known.
    pub fn truth_clicks(&self) -> std::result::Result<Option<Ts<TruthClicks>>, JsValue> {
        self.lab.truth_clicks()?.map(|clicks| give(&clicks)).transpose()
    }

    /// What every explanation names for some clicks, beside what was planted.
    pub fn truth(
        &self,
        model: &str,
        #[wasm_bindgen(unchecked_param_type = "\"which\" | \"pointed\"")] question: &str,
        from: usize,
        count: usize,
    ) -> Answer<Truth> {
        let question = match question {
            "which" => TruthQuestion::Which,
            "pointed" => TruthQuestion::Pointed,
            other => return Err(refused("question", other).into()),
        };
        give(&self.lab.truth(model, question, from..from.saturating_add(count))?)
    }

    /// How well what was named agrees with what was true.
    #[expect(clippy::unused_self, reason = "asked of the workplace, like everything else")]
    pub fn agreement(&self, named: Vec<u32>, truth: Vec<u32>) -> Answer<Agreement> {
        give(&agreement(&Pairs { named, truth }))
    }

    /// The planted law and the learned one.
    pub fn law(&self, model: &str) -> Answer<LawReport> {
        give(&self.lab.law(model)?)
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
    pub fn check_explained(&self, name: &str, vectors: &[u8]) -> Answer<crate::golden::ExplainedReport> {
        give(&crate::golden::check_explained(name, vectors, self.lab.device())?)
    }
}
