//! Training: what a step sees, how weights move, when a run ends, what is kept.

pub mod checkpoint;
pub mod early_stop;
#[cfg(feature = "kernels")]
mod flat_update;
pub mod memory;
pub mod negatives;
pub mod optimiser;
pub mod pretraining;
pub mod released;
pub mod run_file;
pub mod run_state;
pub mod tasks;
pub mod trainer;
