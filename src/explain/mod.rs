//! Reads a trained model; never changes it.

pub mod attention;
