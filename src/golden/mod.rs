//! Comparison of a model with reference vectors: every activation, all losses, all gradients, ten Adam steps.
//!
//! It is part of the library, not of the tests, because the same check runs natively and on the visitor's own WebGPU device.

mod baselines;
mod case;
#[cfg(feature = "cpu")]
mod checks;
mod compare;
#[cfg(feature = "cpu")]
mod explained;
mod file;

pub use case::{Case, Exercise, Trace};
#[cfg(feature = "cpu")]
pub use checks::{Check, ExplainedReport};
pub use compare::{CaseReport, Worst, check};
#[cfg(feature = "cpu")]
pub use explained::{check_explained, explains};
