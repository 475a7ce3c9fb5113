//! Matrices on the CPU: products, and access to values.

use burn::backend::flex::FlexTensor;
use burn::tensor::TensorData;

#[cfg(any(feature = "relaxed-simd", test))]
use super::tiles;

/// Values of a contiguous tensor.
pub fn values(tensor: &FlexTensor) -> &[f32] {
    tensor.as_slice().expect("inputs are contiguous f32")
}

/// Values of a contiguous tensor, to be changed: in place if nobody else holds them, otherwise in a copy.
pub fn edit(tensor: &mut FlexTensor) -> &mut [f32] {
    let length = tensor.layout().num_elements();
    &mut tensor.storage_mut::<f32>()[..length]
}

/// A matrix `[rows, columns]` of zeros.
pub fn zeros(rows: usize, columns: usize) -> FlexTensor {
    matrix(vec![0.0; rows * columns], rows, columns)
}

/// A matrix `[rows, columns]` of these values.
pub fn matrix(values: Vec<f32>, rows: usize, columns: usize) -> FlexTensor {
    FlexTensor::from_data(TensorData::new(values, [rows, columns]))
}

/// A vector of these values.
pub fn vector(values: Vec<f32>) -> FlexTensor {
    let length = values.len();
    FlexTensor::from_data(TensorData::new(values, [length]))
}

/// Rows and columns; leading dimensions count as rows.
pub fn dims(tensor: &FlexTensor) -> (usize, usize) {
    let shape = tensor.layout().shape();
    let columns = shape[shape.num_dims() - 1];
    (shape.num_elements() / columns.max(1), columns)
}

/// `a b`
pub fn product(a: &FlexTensor, b: &FlexTensor) -> FlexTensor {
    Factor::of(a).product(&Factor::of(b))
}

/// `a^T b`
pub fn product_of_columns(a: &FlexTensor, b: &FlexTensor) -> FlexTensor {
    Factor::of(a).transposed().product(&Factor::of(b))
}

/// `a b^T`
pub fn product_of_rows(a: &FlexTensor, b: &FlexTensor) -> FlexTensor {
    Factor::of(a).product(&Factor::of(b).transposed())
}

/// `a b` for matrices of `width` rows and columns.
#[cfg(feature = "profile")]
#[must_use]
pub fn square_product(a: &[f32], b: &[f32], width: usize) -> Vec<f32> {
    let factor = |values| Factor { values, rows: (width, width), columns: (width, 1) };
    factor(a).times(&factor(b))
}

/// A matrix in a product: element `[i, j]` lies at `i * rows.1 + j * columns.1`.
pub struct Factor<'a> {
    pub values: &'a [f32],
    /// How many, and how far apart.
    pub rows: (usize, usize),
    pub columns: (usize, usize),
}

impl<'a> Factor<'a> {
    fn of(matrix: &'a FlexTensor) -> Self {
        let (rows, columns) = dims(matrix);
        Self { values: values(matrix), rows: (rows, columns), columns: (columns, 1) }
    }

    pub const fn transposed(&self) -> Self {
        Self { values: self.values, rows: self.columns, columns: self.rows }
    }

    fn last(&self) -> usize {
        self.rows.0.saturating_sub(1) * self.rows.1 + self.columns.0.saturating_sub(1) * self.columns.1
    }

    fn product(&self, right: &Self) -> FlexTensor {
        matrix(self.times(right), self.rows.0, right.columns.0)
    }

    /// The rows of the product, one after the other.
    pub fn times(&self, right: &Self) -> Vec<f32> {
        let (m, k, n) = (self.rows.0, self.columns.0, right.columns.0);
        assert_eq!(k, right.rows.0, "inner dimensions of a product");
        if m * n * k == 0 {
            return vec![0.0; m * n];
        }
        assert!(self.last() < self.values.len() && right.last() < right.values.len(), "factors lie in their slices");
        #[cfg(any(feature = "relaxed-simd", test))]
        if cfg!(feature = "relaxed-simd") && m >= tiles::LEAST_ROWS {
            return self.times_by_tiles(right);
        }
        self.times_by_gemm(right)
    }

    /// The product by [`tiles`].
    #[cfg(any(feature = "relaxed-simd", test))]
    #[allow(unsafe_code, reason = "memory that is written once need not be zeroed first")]
    fn times_by_tiles(&self, right: &Self) -> Vec<f32> {
        let entries = self.rows.0 * right.columns.0;
        let mut product = Vec::with_capacity(entries);
        tiles::write_product(self, right, &mut product.spare_capacity_mut()[..entries]);
        // SAFETY: there is room for them, and `write_product` has written every one of them.
        unsafe { product.set_len(entries) };
        tiles::add_rest(self, right, &mut product);
        product
    }

    /// The product by the `gemm` crate, which Flex uses, too; called directly, the result is not zeroed and copied first.
    #[allow(unsafe_code, reason = "the crate takes pointers; the assertions of the caller state what it relies on")]
    fn times_by_gemm(&self, right: &Self) -> Vec<f32> {
        let (m, k, n) = (self.rows.0, self.columns.0, right.columns.0);
        let mut product = Vec::with_capacity(m * n);
        let stride = |stride: usize| isize::try_from(stride).expect("strides of slices fit");
        // SAFETY: every element that the sizes and strides reach lies in its slice, by the assertions of the caller, and the result
        // has room for `m` rows of `n`, all of which are written, since `gemm` is told not to read them. The result is new, so no two
        // of the three overlap.
        unsafe {
            gemm::gemm(
                m,
                n,
                k,
                product.as_mut_ptr(),
                1,
                stride(n),
                false,
                self.values.as_ptr(),
                stride(self.columns.1),
                stride(self.rows.1),
                right.values.as_ptr(),
                stride(right.columns.1),
                stride(right.rows.1),
                0.0,
                1.0,
                false,
                false,
                false,
                gemm::Parallelism::None,
            );
            product.set_len(m * n);
        }
        product
    }
}

/// Sums of the columns of a matrix with rows of `width`.
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub fn column_sums(values: &[f32], width: usize) -> Vec<f32> {
    let mut sums = vec![0.0; width];
    for row in values.chunks_exact(width) {
        for (sum, value) in sums.iter_mut().zip(row) {
            *sum += value;
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(rows: usize, columns: usize, speed: f32) -> FlexTensor {
        matrix((0..rows * columns).map(|at| (at as f32 * speed).sin()).collect(), rows, columns)
    }

    #[test]
    fn products_by_tiles_are_those_of_the_library() {
        for (m, k, n) in [(12, 8, 8), (13, 300, 9), (6, 1, 16), (100, 64, 1), (7, 257, 64), (200, 33, 7)] {
            let [a, b] = [numbers(m, k, 0.7), numbers(k, n, 1.3)];
            let [a_columns, b_rows] = [numbers(k, m, 0.3), numbers(n, k, 0.9)];
            let lefts = [Factor::of(&a), Factor::of(&a_columns).transposed()];
            let rights = [Factor::of(&b), Factor::of(&b_rows).transposed()];
            for (left, right) in lefts.iter().flat_map(|left| rights.iter().map(move |right| (left, right))) {
                let (expected, found) = (left.times(right), left.times_by_tiles(right));
                assert_eq!(found.len(), m * n);
                for (found, expected) in found.iter().zip(&expected) {
                    assert!((found - expected).abs() < 1e-4, "{m} x {k} x {n}: {found}, not {expected}");
                }
            }
        }
    }
}
