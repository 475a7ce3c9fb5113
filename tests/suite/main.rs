//! All integration tests in one binary: linking Burn once is slow enough.

mod architecture;
mod data;
mod evaluation;
mod explaining;
mod fusion;
mod golden;
#[cfg(feature = "vulkan")]
mod gpu;
mod gradients;
#[cfg(feature = "vulkan")]
mod graphics;
mod packing;
mod peer;
mod pytorch;
mod runs;
mod sources;
mod statements;
mod systems;
mod training;
mod truth;
