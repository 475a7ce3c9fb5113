//! The ceiling of a profile: plain matrix products on the engine that trains. In builds for profiling alone.

use burn::tensor::{Tensor, TensorData, Transaction};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::lab::WebLab;
use crate::read::read_all;

#[wasm_bindgen(js_class = Lab)]
impl WebLab {
    /// Multiplies two matrices of `width` rows and columns, `times` times; whoever calls looks at the clock.
    pub async fn products(&self, width: usize, times: usize) -> std::result::Result<(), JsValue> {
        let factor = |speed: f32| {
            let values: Vec<f32> = (0..width * width).map(|at| (at as f32 * speed).sin()).collect();
            Tensor::<2>::from_data(TensorData::new(values, [width, width]), self.device_handle())
        };
        let (left, right) = (factor(0.7), factor(1.3));
        let corner = |_| left.clone().matmul(right.clone()).slice([0..1, 0..1]);
        let reads = (0..times).map(corner).fold(Transaction::default(), Transaction::register);
        read_all(reads).await?;
        Ok(())
    }
}
