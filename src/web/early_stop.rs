//! [`crate::train::early_stop::EarlyStop`] for JavaScript.

use wasm_bindgen::prelude::wasm_bindgen;

use super::lab::{Answer, give};
use crate::train::early_stop::{EarlyStop, Reached, Verdict};

/// The rule that names the best evaluation of a run and ends it when there is no gain.
#[wasm_bindgen(js_name = EarlyStop)]
pub struct WebEarlyStop {
    rule: EarlyStop,
}

impl WebEarlyStop {
    /// A rule before any evaluation.
    pub const fn new(rule: EarlyStop) -> Self {
        Self { rule }
    }
}

#[wasm_bindgen(js_class = EarlyStop)]
impl WebEarlyStop {
    /// Takes note of an evaluation on the validation part: its recall and NDCG at each cut-off and its MRR, history kept.
    #[expect(clippy::needless_pass_by_value, reason = "the boundary hands lists over by value")]
    pub fn record(&mut self, k: Vec<usize>, recall: Vec<f64>, ndcg: Vec<f64>, mrr: f64) -> Answer<Verdict> {
        give(&self.rule.record_reached(Reached { k: &k, recall: &recall, ndcg: &ndcg, mrr }))
    }
}
