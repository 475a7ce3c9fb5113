//! Data on the host: files, sessions, catalogues, splits and the synthetic shop. Only [`batch`], [`bags`], [`packing`] and [`ids`] know tensors.

pub mod atomic;
pub mod bags;
pub mod batch;
pub mod catalogue;
pub mod columns;
pub mod dataset;
pub mod ids;
pub mod imported;
pub mod interactions;
pub mod no_text;
pub mod open;
pub mod order;
pub mod packing;
pub mod posterior;
pub mod process;
pub mod reading;
pub mod rules;
pub mod sequences;
pub mod shop;
pub mod slots;
pub mod split;
pub mod subset;
pub mod synthetic;
pub mod taps;
pub mod text;
