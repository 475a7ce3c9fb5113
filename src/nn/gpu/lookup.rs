//! Rows of a table.

use burn::tensor::{Int, Shape, Tensor, TensorData};
use burn_cubecl::tensor::CubeTensor;

use super::launch::launch;
use super::lookup_kernels as kernels;
use super::track::{Input, Operation, apply, ids as lazy_ids};
use crate::data::ids::Ids;

/// What row 0 of a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowZero {
    /// Padding: its look-ups send no gradient back.
    Padding,
    /// A row like any other.
    Ordinary,
}

/// The rows of a table at `ids`.
///
/// # Shapes
/// - `table`: `[entries, width]`; `ids`: `[n, m]`, below `entries`
/// - returns: `[n, m, width]`
#[must_use]
pub fn embedding(table: Tensor<2>, ids: &Ids, zero: RowZero) -> Tensor<3> {
    let ([entries, width], [n, m]) = (table.dims(), ids.tensor.dims());
    // What the gradient adds up is found here, where the ids are known.
    let occurrences = table.is_autodiff().then(|| {
        let list = ids.occurrences(entries, zero == RowZero::Padding);
        let length = list.len();
        lazy_ids(Tensor::<1, Int>::from_data(TensorData::new(list, [length]), &table.device()))
    });
    let ids = lazy_ids(ids.tensor.clone());
    apply([Input::from(table)], |[table]| {
        let run = move |inputs: &[CubeTensor], outputs: &[CubeTensor]| {
            kernels::gather(&inputs[0], &inputs[1], &outputs[0], width);
        };
        let rows = launch(vec![table, ids], &[Shape::new([n, m, width])], run).remove(0);
        (rows, Embedding { occurrences, sizes: [entries, width] })
    })
}

#[derive(Debug, Clone)]
struct Embedding {
    /// See [`Ids::occurrences`]; there wherever gradients are asked for.
    occurrences: Option<CubeTensor>,
    /// Entries of the table, width.
    sizes: [usize; 2],
}

impl Operation<1> for Embedding {
    fn gradients(self, output: CubeTensor, [wanted]: [bool; 1]) -> [Option<CubeTensor>; 1] {
        let Self { occurrences, sizes } = self;
        let run = move |inputs: &[CubeTensor], outputs: &[CubeTensor]| {
            kernels::scatter(&inputs[0], &inputs[1], &outputs[0], sizes);
        };
        let occurrences = occurrences.filter(|_| wanted);
        [occurrences.and_then(|list| launch(vec![output, list], &[Shape::new(sizes)], run).pop())]
    }
}
