//! Models and runs as files for other programs. In the CPU build alone, which answers the visitor.

use js_sys::Uint8Array;
use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::lab::{Answer, WebLab, give, strict};
use crate::lab::RunFacts;
use crate::train::run_file::{Seen, write_seen};
use crate::train::{checkpoint, released};

/// A run from a file.
#[derive(Debug, Clone, Serialize, Tsify)]
#[tsify(rename = "OpenedRun")]
pub struct OpenedRunDto {
    /// What it is, and where it stands.
    pub facts: RunFacts,
    /// What `resume_run` goes on from.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    #[tsify(type = "Uint8Array")]
    pub run: Uint8Array,
    /// The model of its best evaluation; empty before the first.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    #[tsify(type = "Uint8Array")]
    pub best: Uint8Array,
}

#[wasm_bindgen(js_class = Lab)]
impl WebLab {
    /// A saved model under the names, and in the layout, of the released code; nothing where there is none that it fits.
    #[expect(clippy::unused_self, reason = "asked of the workplace, like everything else")]
    pub fn for_pytorch(&self, model: &[u8]) -> std::result::Result<Option<Vec<u8>>, JsValue> {
        let (card, tensors) = checkpoint::read(model)?;
        let is_released = released::table(&card.config.model).is_some();
        Ok(is_released.then(|| released::write(&card, tensors)).transpose()?)
    }

    /// What `save_run` wrote down as a file that goes on anywhere; `seen` is a `RunSeen` as JSON, `best` the model of its best evaluation.
    #[expect(clippy::unused_self, reason = "asked of the workplace, like everything else")]
    #[expect(clippy::needless_pass_by_value, reason = "the boundary hands it over by value")]
    pub fn run_file(&self, run: &[u8], seen: &str, best: Option<Vec<u8>>) -> std::result::Result<Vec<u8>, JsValue> {
        Ok(write_seen(run, strict::<Seen>(seen)?, best.as_deref())?)
    }

    /// Reads such a file of a run on the open data; nothing changes by it.
    pub fn open_run(&self, bytes: &[u8]) -> Answer<OpenedRunDto> {
        let (file, facts) = self.lab.open_run(bytes)?;
        let best = file.best.unwrap_or_default();
        give(&OpenedRunDto {
            facts,
            run: Uint8Array::from(file.run.as_slice()),
            best: Uint8Array::from(best.as_slice()),
        })
    }
}
