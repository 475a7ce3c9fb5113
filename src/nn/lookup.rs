//! Item look-up.

use burn::tensor::module::embedding;
use burn::tensor::{Bool, Tensor};

#[cfg(feature = "kernels")]
use super::gpu;
use crate::data::batch::Batch;
use crate::data::ids::Ids;
use crate::data::packing::Packing;

/// The item vectors of a batch, `[batch, len, hidden]`. Padding slots look up row 0 but send no gradient back to it, as
/// PyTorch's `padding_idx` does; row 0 still learns as a class of the output softmax.
#[must_use]
pub fn items(table: Tensor<2>, batch: &Batch) -> Tensor<3> {
    let vectors = of(table, &batch.items, batch.padding.as_ref());
    match &batch.taps {
        None => vectors,
        Some(taps) => taps.items(vectors),
    }
}

/// The item vectors of packed sequences, `[tokens, hidden]`.
#[must_use]
pub fn packed_items(table: Tensor<2>, packing: &Packing) -> Tensor<2> {
    of(table, &packing.items, packing.padding.as_ref()).squeeze_dim(0)
}

fn of(table: Tensor<2>, items: &Ids, padding: Option<&Tensor<3, Bool>>) -> Tensor<3> {
    #[cfg(feature = "kernels")]
    if gpu::runs_on(&table) {
        return gpu::embedding(table, items, gpu::RowZero::Padding);
    }
    let vectors = embedding(table, items.tensor.clone());
    match padding {
        None => vectors,
        Some(padding) => {
            let mask = padding.clone().expand(vectors.dims());
            let silent = vectors.clone().detach();
            vectors.mask_where(mask, silent)
        }
    }
}
