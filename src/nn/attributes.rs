//! Side information as vectors: one table per attribute, pooled over the values of an item.

use burn::module::{Module, Param};
use burn::tensor::module::embedding;
use burn::tensor::{IndexingUpdateOp, Tensor};

#[cfg(feature = "kernels")]
use super::gpu;
use super::init::Initialiser;
use crate::config::{AttributeSchema, Pooling};
use crate::data::bags::{Padded, Ragged};
use crate::data::batch::{Batch, SlotValues};
use crate::data::ids::Ids;
use crate::data::packing::Packing;

/// Embedding table of one attribute with its pooling.
#[derive(Module, Debug)]
pub struct AttributeEmbedding {
    table: Param<Tensor<2>>,
    #[module(skip)]
    pooling: Pooling,
    #[module(skip)]
    frozen: bool,
}

impl AttributeEmbedding {
    /// Draws a table `[rows, width]` with standard deviation `std`.
    pub fn new(init: &mut Initialiser, schema: &AttributeSchema, width: usize, pooling: Pooling, std: f64) -> Self {
        Self { table: init.table_with(schema.rows, width, std), pooling, frozen: false }
    }

    /// Keeps the table as it was drawn, as the released code does: its tables were never handed to the optimiser.
    #[must_use]
    pub fn freeze(self, frozen: bool) -> Self {
        Self { frozen, ..self }
    }

    /// The table, `[rows, width]`.
    #[must_use]
    pub fn table(&self) -> Tensor<2> {
        if self.frozen { self.table.val().detach() } else { self.table.val() }
    }

    /// One vector per slot.
    ///
    /// # Shapes
    /// - returns: `[batch, len, width]`
    ///
    /// # Equation
    /// sum: `sum_v E_v`; mean: `sum_v E_v / (count + 1e-8)`; max: largest entry per dimension. An empty bag is the zero vector.
    #[must_use]
    pub fn forward(&self, values: &SlotValues, batch: usize, len: usize) -> Tensor<3> {
        let table = self.table();
        let [_, width] = table.dims();
        match values {
            SlotValues::Single(ids) => rows(table, ids),
            SlotValues::Bag(bag) => self.pool(table, bag).reshape([batch, len, width]),
            SlotValues::Ragged(bag) => match self.pooling {
                Pooling::Sum => sums(table, bag).reshape([batch, len, width]),
                Pooling::Mean => (sums(table, bag) / (bag.counts.clone() + 1e-8)).reshape([batch, len, width]),
                Pooling::Max => self.pool(table, &bag.padded()).reshape([batch, len, width]),
            },
        }
    }

    /// `[slots, 1, width]`
    fn pool(&self, table: Tensor<2>, Padded { ids, present }: &Padded) -> Tensor<3> {
        let vectors = rows(table, ids); // [slots, values, width]
        let present = present.clone().cast(vectors.dtype());
        match self.pooling {
            Pooling::Sum => (vectors * present).sum_dim(1),
            Pooling::Mean => (vectors * present.clone()).sum_dim(1) / (present.sum_dim(1) + 1e-8),
            Pooling::Max => {
                // Absent values are moved below any real one; an empty bag is then set to zero.
                let lowered = vectors + (present.clone() - 1.0) * 1e9;
                lowered.max_dim(1) * present.max_dim(1)
            }
        }
    }
}

/// The sum of the vectors of each slot, `[slots, width]`, adding up value after value.
fn sums(table: Tensor<2>, bag: &Ragged) -> Tensor<2> {
    let ([slots, _], [_, width]) = (bag.counts.dims(), table.dims());
    let none = Tensor::zeros([slots, width], (&table.device(), table.dtype()));
    none.select_assign(0, bag.slots.clone(), table.select(0, bag.ids.clone()), IndexingUpdateOp::Add)
}

/// The rows of a table: `[entries, width]` at `[n, m]` ids -> `[n, m, width]`.
fn rows(table: Tensor<2>, ids: &Ids) -> Tensor<3> {
    #[cfg(feature = "kernels")]
    if gpu::runs_on(&table) {
        return gpu::embedding(table, ids, gpu::RowZero::Ordinary);
    }
    embedding(table, ids.tensor.clone())
}

/// The pooled vectors of every attribute of a batch, `[batch, len, width]` each.
#[must_use]
pub fn pooled(tables: &[AttributeEmbedding], batch: &Batch) -> Vec<Tensor<3>> {
    let (sequences, len) = batch.dims();
    let vectors = tables.iter().zip(&batch.attributes).map(|(table, values)| table.forward(values, sequences, len));
    match &batch.taps {
        None => vectors.collect(),
        Some(taps) => taps.attributes(vectors.collect()),
    }
}

/// The pooled vectors of every attribute of packed sequences, `[tokens, width]` each.
#[must_use]
pub fn packed(tables: &[AttributeEmbedding], packing: &Packing) -> Vec<Tensor<2>> {
    let (_, tokens) = packing.dims();
    let attributes = tables.iter().zip(&packing.attributes);
    attributes.map(|(table, values)| table.forward(values, 1, tokens).squeeze_dim(0)).collect()
}
