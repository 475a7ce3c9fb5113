//! Matrices on the CPU: products by Flex, everything else over slices.

use burn::backend::Flex;
use burn::backend::flex::FlexTensor;
use burn::backend::ops::FloatTensorOps;
use burn::tensor::{DType, TensorData};

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
    FlexTensor::zeros([rows, columns].into(), DType::F32)
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
    Flex::float_matmul(a.clone(), b.clone())
}

/// `a^T b`
pub fn product_of_columns(a: &FlexTensor, b: &FlexTensor) -> FlexTensor {
    Flex::float_matmul(a.transpose(0, 1), b.clone())
}

/// `a b^T`
pub fn product_of_rows(a: &FlexTensor, b: &FlexTensor) -> FlexTensor {
    Flex::float_matmul(a.clone(), b.transpose(0, 1))
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
