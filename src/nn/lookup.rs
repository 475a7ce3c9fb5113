//! Item look-up.

use burn::tensor::Tensor;
use burn::tensor::module::embedding;

use crate::data::batch::Batch;

/// The item vectors of a batch, `[batch, len, hidden]`. Padding slots look up row 0 but send no gradient back to it, as
/// PyTorch's `padding_idx` does; row 0 still learns as a class of the output softmax.
#[must_use]
pub fn items(table: Tensor<2>, batch: &Batch) -> Tensor<3> {
    let vectors = embedding(table, batch.items.clone());
    match &batch.padding {
        None => vectors,
        Some(padding) => {
            let mask = padding.clone().expand(vectors.dims());
            let silent = vectors.clone().detach();
            vectors.mask_where(mask, silent)
        }
    }
}
