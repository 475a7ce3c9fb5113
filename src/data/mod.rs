//! Data on the host: files, sessions, catalogues, splits and the synthetic shop. Only [`batch`] knows tensors.

pub mod batch;
pub mod catalogue;
pub mod dataset;
pub mod process;
pub mod shop;
pub mod split;
pub mod synthetic;
