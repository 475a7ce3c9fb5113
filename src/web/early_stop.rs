//! [`crate::train::early_stop::EarlyStop`] for JavaScript.

use tsify::Ts;
use wasm_bindgen::prelude::wasm_bindgen;

use super::lab::{Answer, give, refused};
use crate::eval::metrics::Metrics;
use crate::train::early_stop::{EarlyStop, Verdict};

/// The rule that names the best evaluation of a run and ends it when there is no gain.
#[wasm_bindgen(js_name = EarlyStop)]
pub struct WebEarlyStop {
    rule: EarlyStop,
}

#[wasm_bindgen(js_class = EarlyStop)]
impl WebEarlyStop {
    /// Ends a run after more than `stopping_step` evaluations without a gain; 0 never ends it.
    #[wasm_bindgen(constructor)]
    pub fn new(stopping_step: usize) -> WebEarlyStop {
        Self { rule: EarlyStop::new(stopping_step) }
    }

    /// Takes note of an evaluation on the validation part.
    #[expect(clippy::needless_pass_by_value, reason = "the boundary hands it over by value")]
    pub fn record(&mut self, metrics: Ts<Metrics>) -> Answer<Verdict> {
        let metrics = metrics.to_rust().map_err(|error| refused("metrics", &error.to_string()))?;
        give(&self.rule.record(&metrics))
    }
}
