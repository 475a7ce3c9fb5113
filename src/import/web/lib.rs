//! The importer for the page: a WebAssembly file of its own, loaded in a worker when files are opened. Files are read in pieces
//! where they lie, so that memory grows with the clicks and not with the bytes.

#![cfg(target_family = "wasm")]

mod picked;

use dif_sr_import::samples::Seen;
use dif_sr_import::{Choices, Imported, Report, Source, import};
use js_sys::Function;
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

use picked::Picked;

/// A panic becomes readable text on the console, which the worker forwards.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// What was read last.
#[wasm_bindgen]
#[derive(Default)]
pub struct Importer {
    imported: Option<Imported>,
}

/// What the page gets to know.
#[derive(Serialize)]
struct Answer<'a> {
    report: &'a Report,
    seen: &'a Seen,
}

#[wasm_bindgen]
impl Importer {
    /// Nothing yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads files as `choices`, a columns file, says. Gives `{report, seen}` as JSON. `heard` is called with the name of a file, and the
    /// bytes up to which it is read, about once a mebibyte.
    /// # Errors
    /// A columns file that is none.
    pub fn read(&mut self, files: Vec<web_sys::File>, choices: &str, heard: &Function) -> Result<String, JsError> {
        let choices = Choices::read(choices)?;
        let files: Vec<Picked> = files.into_iter().map(|file| Picked::new(file, heard)).collect();
        let sources: Vec<&dyn Source> = files.iter().map(|file| file as &dyn Source).collect();
        let (report, imported) = import(&sources, &choices);
        self.imported = imported;
        Ok(serde_json::to_string(&Answer { report: &report, seen: &report.seen })?)
    }

    /// What was read, for an engine; nothing where the files were refused.
    #[must_use]
    pub fn hand_over(&self) -> Option<Vec<u8>> {
        self.imported.as_ref().map(Imported::to_bytes)
    }
}

/// What the browser says, as an error of reading.
fn of_browser(error: &JsValue) -> std::io::Error {
    let text = js_sys::Error::from(error.clone()).message();
    std::io::Error::other(String::from(text))
}
