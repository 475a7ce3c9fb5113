//! The training step and the inference that are measured on other stacks as well: DIF-SR with given weights, on given batches.
//!
//! A comparison of times says something only if everybody computes the same, so a [`Case`] fixes the sizes, [`work`] makes the
//! same weights and batches as every other stack, and equal losses show that the work was equal. It is part of the library, not of
//! the tests, because the same step is measured natively and in the browser.

mod case;
pub mod every_slot;
mod full_run;
mod model;
pub mod work;

pub use case::Case;
pub use full_run::FullRun;
pub use model::{PeerModel, Scored, Work};
