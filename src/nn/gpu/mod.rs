//! Our own kernels for devices that compute through CubeCL (WebGPU, Vulkan, CUDA): sequences without padding
//! ([`crate::nn::packed`]), in fewer and larger operations than the plain formulation, since what a step costs there is the number of
//! kernels and of shaders more than the arithmetic. Units do not wait for each other where they need not.
//!
//! A `*_kernels` file holds CubeCL code and how it is launched on buffers; beside it an operation file joins launches into one
//! function of tensors with its gradient. The plain formulation in the layers of [`crate::nn`] is what the tests compare with.

mod adam;
mod adam_kernels;
mod attend;
mod attend_gradient_kernels;
mod attend_kernels;
mod dropout;
mod dropout_kernels;
mod grid;
mod launch;
mod layer_norm;
mod layers;
mod linear;
mod linear_gradient_kernels;
mod linear_kernels;
mod lookup;
mod lookup_kernels;
mod loss;
mod loss_kernels;
mod normalise_kernels;
mod own;
mod places;
mod product;
mod product_kernel;
mod track;
mod units;

/// Storage buffers that the largest of our kernels binds, the one with its sizes included.
pub const BUFFERS: u32 = 9;

pub use adam::{FlatAdam, Memory, Parameter, Updated};
pub use attend::{EXTRA_SOURCES, Sources, attend};
pub use dropout::{dropout, factors_of_weights};
pub use layer_norm::{add_norm, layer_norm};
pub use linear::{feed_forward, linears};
pub use lookup::{RowZero, embedding};
pub use loss::{sigmoid_cross_entropy, softmax_cross_entropy};
pub use places::Places;
pub use product::product;
pub use track::runs_on;
