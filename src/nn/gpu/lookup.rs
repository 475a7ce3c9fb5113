//! Rows of an embedding table.

use burn::tensor::{Int, Shape, Tensor};
use burn_cubecl::tensor::CubeTensor;

use super::launch::launch;
use super::lookup_kernels as kernels;
use super::track::{Input, Operation, apply, ids as lazy_ids};

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
/// - `table`: `[entries, width]`; `ids`: `[batch, len]`, below `entries`
/// - returns: `[batch, len, width]`
#[must_use]
pub fn embedding(table: Tensor<2>, ids: Tensor<2, Int>, zero: RowZero) -> Tensor<3> {
    let ([entries, width], [batch, len]) = (table.dims(), ids.dims());
    let ids = lazy_ids(ids);
    apply([Input::from(table)], |[table]| {
        let kept = Embedding { ids: ids.clone(), sizes: [batch * len, entries, width], zero };
        let run = move |inputs: &[CubeTensor], outputs: &[CubeTensor]| {
            kernels::gather(&inputs[0], &inputs[1], &outputs[0], width);
        };
        (launch(vec![table, ids], &[Shape::new([batch, len, width])], run).remove(0), kept)
    })
}

#[derive(Debug, Clone)]
struct Embedding {
    ids: CubeTensor,
    /// Look-ups, entries of the table, width.
    sizes: [usize; 3],
    zero: RowZero,
}

impl Operation<1> for Embedding {
    fn gradients(self, output: CubeTensor, [wanted]: [bool; 1]) -> [Option<CubeTensor>; 1] {
        let Self { ids, sizes, zero } = self;
        let run = move |inputs: &[CubeTensor], outputs: &[CubeTensor]| {
            kernels::scatter(&inputs[0], &inputs[1], &outputs[0], sizes, zero == RowZero::Padding);
        };
        let shape = Shape::new([sizes[1], sizes[2]]);
        [wanted.then(|| launch(vec![output, ids], &[shape], run).remove(0))]
    }
}
