//! Errors as JavaScript sees them: an `Error` whose `detail` is the tagged enum, so that words are chosen by code.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

use crate::error::Error;

impl From<Error> for JsValue {
    fn from(error: Error) -> Self {
        let thrown = js_sys::Error::new(&error.to_string());
        let detail = error.serialize(&Serializer::json_compatible()).unwrap_or(Self::NULL);
        // Setting a property of a fresh object cannot fail.
        let _ = js_sys::Reflect::set(&thrown, &Self::from_str("detail"), &detail);
        thrown.into()
    }
}
