//! The loops that training and explaining spend their time in. A crate of its own, so that a build can make them fast and everything around
//! them small.

mod adam_step;
#[cfg(feature = "cpu")]
pub mod cpu;
pub mod dropout;
pub mod linear_algebra;
pub mod rng;

pub use adam_step::AdamStep;
