//! Loops compiled for the widest registers that the processor at hand has.

/// Runs `work`, whose code is compiled once for each family of processors: what is inlined into it uses the registers of the one that it
/// runs on. In WebAssembly there is one family.
#[inline]
pub fn wide<R>(work: impl FnOnce() -> R) -> R {
    #[cfg(target_family = "wasm")]
    return work();
    #[cfg(not(target_family = "wasm"))]
    pulp::Arch::new().dispatch(work)
}
