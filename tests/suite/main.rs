//! All integration tests in one binary: linking Burn once is slow enough.

mod architecture;
mod data;
mod evaluation;
mod fusion;
mod golden;
mod gradients;
mod packing;
mod peer;
mod pytorch;
mod runs;
mod systems;
mod training;
