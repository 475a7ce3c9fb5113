//! Training on the CPU without detours: the parts of a step with forward and backward pass written out over slices.
//!
//! Each file holds one operation that Burn's autodiff sees as a single node. What they gain over the same equations put together
//! from Burn's operations: sequences lie end to end without padding, the half of a causal score table that nobody sees is never
//! computed, several maps of one stream are one matrix product, and nothing is written to memory that is not read again. The plain
//! equations are in `src/nn`: they are read, explained, run on the GPU, and are the reference of the tests of whoever calls these.

mod adam;
mod attention;
mod attention_head;
mod graph;
mod layer_norm;
mod math;
mod matrix;
mod multi_label;
mod norm;
mod post_norm;
mod projection;
#[cfg(any(feature = "relaxed-simd", test))]
mod quad;
#[cfg(any(feature = "relaxed-simd", test))]
mod relaxed_rows;
#[cfg(any(not(feature = "relaxed-simd"), test))]
mod rows;
mod softmax_loss;
#[cfg(any(feature = "relaxed-simd", test))]
mod tiles;
mod wide;

pub use adam::adam;
pub use attention::{Attention, Columns, Queries, Source};
pub use graph::on_cpu;
pub use layer_norm::layer_norm;
#[cfg(feature = "profile")]
pub use matrix::square_product;
pub use multi_label::multi_label;
pub use post_norm::{BlockLayers, BlockNoise, post_norm};
pub use projection::project;
#[cfg(feature = "relaxed-simd")]
use relaxed_rows as row_sums;
#[cfg(not(feature = "relaxed-simd"))]
use rows as row_sums;
pub use softmax_loss::softmax_loss;
