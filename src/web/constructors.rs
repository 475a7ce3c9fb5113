//! What has to run before anything else in a module.
#![allow(unsafe_code, reason = "the linker's function has no safe declaration")]

unsafe extern "C" {
    /// Made by the linker: runs the constructors of all crates. CubeCL's compiler has some hundred, which register its operations.
    fn __wasm_call_ctors();
}

/// Runs the constructors of all crates, once.
///
/// A linker that finds no call of them takes the module for a program that is called once, and puts one in front of every function
/// that JavaScript can call: a training step, which creates some thousand JavaScript objects, spent .7 seconds in them.
pub fn run_constructors() {
    // SAFETY: called while the module starts, before any other code that might depend on them.
    unsafe { __wasm_call_ctors() }
}
