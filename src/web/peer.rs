//! [`crate::peer::PeerModel`] for JavaScript, in builds that are measured beside other stacks.

use std::collections::BTreeMap;

use js_sys::{Float32Array, Uint32Array};
use serde::{Deserialize, Serialize};
use tsify::Tsify;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::device;
use super::lab::{Answer, give, refused};
use crate::models::NamedTensor;
use crate::peer::work::StepBatch;
use crate::peer::{Case, PeerModel, Scored, Work};

/// A parameter as the peers hold it.
#[derive(Deserialize)]
struct Parameter {
    shape: Vec<usize>,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    data: Float32Array,
}

/// The best items, best first.
#[derive(Serialize, Tsify)]
pub struct TopItems {
    /// Item ids.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    #[tsify(type = "Uint32Array")]
    pub ids: Uint32Array,
    /// Their scores.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    #[tsify(type = "Float32Array")]
    pub scores: Float32Array,
}

impl From<Vec<Scored>> for TopItems {
    fn from(top: Vec<Scored>) -> Self {
        let (ids, scores): (Vec<u32>, Vec<f32>) = top.iter().map(|scored| (scored.item, scored.score)).unzip();
        Self { ids: Uint32Array::from(ids.as_slice()), scores: Float32Array::from(scores.as_slice()) }
    }
}

/// A model in training on batches from outside.
#[wasm_bindgen(js_name = Peer)]
pub struct WebPeer {
    model: PeerModel,
}

#[wasm_bindgen(js_class = Peer)]
impl WebPeer {
    /// Opens the device of this build and loads `parameters` under the names that the peers give them. `case` is one entry of the
    /// peer benchmark's cases as JSON; with `every_slot` nothing is left out that no result depends on.
    pub async fn open(
        case: &str,
        #[wasm_bindgen(unchecked_param_type = "Record<string, { shape: number[]; data: Float32Array }>")]
        parameters: JsValue,
        every_slot: bool,
    ) -> std::result::Result<WebPeer, JsValue> {
        let case = Case::from_json(case)?;
        let parameters: BTreeMap<String, Parameter> =
            serde_wasm_bindgen::from_value(parameters).map_err(|error| refused("parameters", &error.to_string()))?;
        let tensors = parameters.into_iter().map(|(name, Parameter { shape, data })| {
            if shape.iter().product::<usize>() == data.length() as usize {
                return Ok(NamedTensor { name, shape, values: data.to_vec() });
            }
            Err(refused("parameters", &format!("{name} with {} values for shape {shape:?}", data.length())))
        });
        let tensors = tensors.collect::<crate::error::Result<Vec<_>>>()?;
        let work = if every_slot { Work::EverySlot } else { Work::Needed };
        let (device, _) = device::open().await?;
        Ok(Self { model: PeerModel::new(&case, tensors, work, &device)? })
    }

    /// One update on a batch: `items` `[batch * len]`, padded with 0 on the right, `lengths` and `targets` `[batch]`. Resolves to
    /// the loss before it.
    pub async fn step(
        &mut self,
        items: Vec<u32>,
        lengths: Vec<u32>,
        targets: Vec<u32>,
    ) -> std::result::Result<f32, JsValue> {
        Ok(self.model.step(&StepBatch { items, lengths, targets }).await?)
    }

    /// The `k` best items after `session`.
    pub async fn infer(&mut self, session: Vec<u32>, k: usize) -> Answer<TopItems> {
        give(&TopItems::from(self.model.infer(&session, k).await?))
    }
}
