//! Reusable layers. They know tensors and configuration enums, not data files and not training.

pub mod activation;
pub mod adam;
pub mod attention;
pub mod attributes;
pub mod decoupled;
pub mod decoupled_encoder;
pub mod dropout;
pub mod edits;
pub mod fusion;
#[cfg(feature = "kernels")]
pub mod gpu;
pub mod gru;
pub mod heads;
pub mod init;
pub mod linear;
pub mod lookup;
pub mod loss;
#[cfg(feature = "cpu")]
mod on_cpu;
mod packed;
pub mod post_norm;
pub mod product;
pub mod remembered;
pub mod sampled_softmax;
pub mod transformer;
