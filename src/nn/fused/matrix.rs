//! Matrices on the CPU: products, and access to values.

use burn::backend::flex::FlexTensor;
use burn::tensor::TensorData;

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
    Factor::of(a).times(&Factor::of(b))
}

/// `a^T b`
pub fn product_of_columns(a: &FlexTensor, b: &FlexTensor) -> FlexTensor {
    Factor::of(a).transposed().times(&Factor::of(b))
}

/// `a b^T`
pub fn product_of_rows(a: &FlexTensor, b: &FlexTensor) -> FlexTensor {
    Factor::of(a).times(&Factor::of(b).transposed())
}

/// A matrix in a product: element `[i, j]` lies at `i * rows.1 + j * columns.1`.
struct Factor<'a> {
    values: &'a [f32],
    /// How many, and how far apart.
    rows: (usize, usize),
    columns: (usize, usize),
}

impl<'a> Factor<'a> {
    fn of(matrix: &'a FlexTensor) -> Self {
        let (rows, columns) = dims(matrix);
        Self { values: values(matrix), rows: (rows, columns), columns: (columns, 1) }
    }

    const fn transposed(self) -> Self {
        Self { values: self.values, rows: self.columns, columns: self.rows }
    }

    fn last(&self) -> usize {
        self.rows.0.saturating_sub(1) * self.rows.1 + self.columns.0.saturating_sub(1) * self.columns.1
    }

    /// The product by the `gemm` crate, which Flex uses, too; called directly, the result is not zeroed and copied first.
    #[allow(unsafe_code, reason = "the crate takes pointers; the assertions state what it relies on")]
    fn times(&self, right: &Self) -> FlexTensor {
        let (m, k, n) = (self.rows.0, self.columns.0, right.columns.0);
        assert_eq!(k, right.rows.0, "inner dimensions of a product");
        assert!(self.last() < self.values.len().max(1) && right.last() < right.values.len().max(1));
        let mut product = vec![0.0_f32; m * n];
        let stride = |stride: usize| isize::try_from(stride).expect("strides of slices fit");
        if m * n * k > 0 {
            // SAFETY: every element that the sizes and strides reach lies in its slice, by the assertions above, and the result has
            // room for `m` rows of `n`; no two of the three slices overlap, because one is borrowed mutably.
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
            }
        }
        matrix(product, m, n)
    }
}

/// Sums of the columns of a matrix with rows of `width`.
pub fn column_sums(values: &[f32], width: usize) -> Vec<f32> {
    let mut sums = vec![0.0; width];
    for row in values.chunks_exact(width) {
        for (sum, value) in sums.iter_mut().zip(row) {
            *sum += value;
        }
    }
    sums
}
