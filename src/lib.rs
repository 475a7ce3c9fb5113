//! DIF-SR and its baselines: trained, measured and explained, natively and in the browser.
//!
//! Layers, lowest first; a test holds their direction:
//! [`error`], [`config`], [`rng`] (of the crate [`dif_sr_ops`]), [`read`] <- [`data`] <- [`nn`] <- [`models`] <- [`eval`] <- [`train`] <- [`lab`] <- `web`, `main`;
//! [`explain`] reads models and is used by [`lab`]; [`peer`] is a step of [`train`] on batches from outside, for measuring.
//!
//! Where each equation of the paper lives: [`models::DifSr`] opens with the map.

pub mod config;
pub mod data;
pub mod error;
pub mod eval;
pub mod explain;
pub mod golden;
pub mod lab;
pub mod models;
pub mod nn;
#[cfg(any(feature = "peer", not(target_family = "wasm")))]
pub mod peer;
pub mod read;
pub mod train;

pub use dif_sr_ops::rng;

#[cfg(target_family = "wasm")]
mod web;
