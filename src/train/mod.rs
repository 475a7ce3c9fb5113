//! Training: what a step sees, how weights move, when a run ends, what is kept.

pub mod optimiser;
