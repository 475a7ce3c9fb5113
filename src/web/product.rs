//! The ceiling of a profile: plain matrix products as the CPU engine computes them. In builds for profiling alone.

use wasm_bindgen::prelude::wasm_bindgen;

use super::lab::WebLab;
use crate::lab::products;

#[wasm_bindgen(js_class = Lab)]
impl WebLab {
    /// Multiplies two matrices of `width` rows and columns, `times` times; whoever calls looks at the clock.
    #[allow(clippy::unused_self, reason = "called on the engine, as everything that is measured")]
    pub fn products(&self, width: usize, times: usize) {
        products(width, times);
    }
}
