//! Matrix products.

use burn::tensor::Tensor;

/// `a b` for each pair of matrices along the leading axes.
///
/// # Shapes
/// - `a`: `[.., n, k]`, `b`: `[.., k, m]`; the leading axes of one of them may all be 1, which stands for every matrix of the other
/// - returns: `[.., n, m]`
#[must_use]
pub fn product<const D: usize>(a: Tensor<D>, b: Tensor<D>) -> Tensor<D> {
    multiply(a, b, false)
}

/// `a b^T` for each pair of matrices along the leading axes.
///
/// # Shapes
/// - `a`: `[.., n, k]`, `b`: `[.., m, k]`, with leading axes as those of [`product`]
/// - returns: `[.., n, m]`
#[must_use]
pub fn product_of_rows<const D: usize>(a: Tensor<D>, b: Tensor<D>) -> Tensor<D> {
    multiply(a, b, true)
}

/// Devices with kernels of our own use these, although Burn multiplies there, too: its products for every kind of number and
/// quantisation would be a fifth of the page's second file.
#[cfg(feature = "kernels")]
fn multiply<const D: usize>(a: Tensor<D>, b: Tensor<D>, by_columns: bool) -> Tensor<D> {
    #[cfg(feature = "cpu")]
    if !super::gpu::runs_on(&a) {
        return plain(a, b, by_columns);
    }
    super::gpu::product(a, b, by_columns)
}

#[cfg(not(feature = "kernels"))]
use plain as multiply;

#[cfg(feature = "cpu")]
fn plain<const D: usize>(a: Tensor<D>, b: Tensor<D>, by_columns: bool) -> Tensor<D> {
    a.matmul(if by_columns { b.transpose() } else { b })
}
