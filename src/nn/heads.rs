//! Splitting a width into heads and joining it again.

use super::product::product_of_rows;
use burn::tensor::Tensor;

/// `[batch, len, heads * width]` -> `[batch, heads, len, width]`.
#[must_use]
pub fn split(x: Tensor<3>, heads: usize) -> Tensor<4> {
    let [batch, len, width] = x.dims();
    x.reshape([batch, len, heads, width / heads]).swap_dims(1, 2) // [batch, heads, len, width]
}

/// `[batch, heads, len, width]` -> `[batch, len, heads * width]`.
#[must_use]
pub fn join(x: Tensor<4>) -> Tensor<3> {
    let [batch, heads, len, width] = x.dims();
    x.swap_dims(1, 2).reshape([batch, len, heads * width]) // [batch, len, heads * width]
}

/// Score table `Q K^T` of one source, unscaled and unmasked.
///
/// # Shapes
/// - `query`: `[batch, rows, heads * width]`, `key`: `[batch, len, heads * width]`
/// - returns: `[batch, heads, rows, len]`
#[must_use]
pub fn scores(query: Tensor<3>, key: Tensor<3>, heads: usize) -> Tensor<4> {
    product_of_rows(split(query, heads), split(key, heads))
}
