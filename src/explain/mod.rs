//! Reads a trained model; never changes it.
//!
//! What is asked once a click or less is marked `#[cold]`: it is compiled for size, and what it calls a thousand times is not.

#[cfg(feature = "cpu")]
pub mod agreement;
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
pub mod law;
#[cfg(feature = "cpu")]
pub mod lens;
#[cfg(feature = "cpu")]
pub mod random_rank;
#[cfg(feature = "cpu")]
pub mod rank;
#[cfg(feature = "cpu")]
pub mod standing;
#[cfg(feature = "cpu")]
pub mod traced;
#[cfg(feature = "cpu")]
pub mod truth;
