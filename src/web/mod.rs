//! The edge to JavaScript: the only module that knows it.

#[cfg(feature = "webgpu")]
mod constructors;
mod device;
mod dto;
mod early_stop;
mod errors;
#[cfg(all(feature = "cpu", not(feature = "webgpu")))]
mod explained;
mod lab;
#[cfg(feature = "peer")]
mod peer;
#[cfg(feature = "profile")]
mod product;
#[cfg(all(feature = "cpu", not(feature = "webgpu")))]
mod run_files;

use wasm_bindgen::prelude::wasm_bindgen;

/// Runs when the module is instantiated: a panic becomes readable text on the console, which the worker forwards; and whoever
/// reports a problem finds there which engine it was.
#[wasm_bindgen(start)]
pub fn start() {
    #[cfg(feature = "webgpu")]
    constructors::run_constructors();
    console_error_panic_hook::set_once();
    let device = if cfg!(feature = "webgpu") { "WebGPU" } else { "CPU" };
    web_sys::console::debug_1(&format!("{} {}, {device}", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION")).into());
}
