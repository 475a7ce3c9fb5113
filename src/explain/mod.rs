//! Reads a trained model; never changes it.

pub mod attention;
#[cfg(feature = "cpu")]
pub mod attribution;
#[cfg(feature = "cpu")]
pub mod counterfactual;
#[cfg(feature = "cpu")]
pub mod gradient;
#[cfg(feature = "cpu")]
pub mod item_map;
#[cfg(feature = "cpu")]
pub mod lens;
#[cfg(feature = "cpu")]
pub mod linear_algebra;
#[cfg(feature = "cpu")]
pub mod rank;
#[cfg(feature = "cpu")]
pub mod verdict;
