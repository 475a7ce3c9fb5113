//! What a model computes on its way, by name: for reference vectors.

use burn::tensor::Tensor;

/// Named tensors, flattened, in the order in which they arise.
#[derive(Default)]
pub struct Intermediates(pub Vec<(String, Tensor<1>)>);

impl Intermediates {
    /// Adds one.
    pub fn add<const D: usize>(&mut self, name: &str, tensor: Tensor<D>) {
        let length = tensor.dims().iter().product::<usize>();
        self.0.push((name.to_owned(), tensor.reshape([length])));
    }
}
