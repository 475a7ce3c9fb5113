//! Attention over several sources as one operation, from queries, keys and values to the joined heads.

use burn::tensor::{Shape, Tensor};
use burn_cubecl::tensor::CubeTensor;

use super::attend_gradient_kernels::Backward;
use super::attend_kernels::{self as kernels, Extra, Sizes};
use super::launch::{launch, like};
use super::track::{Input, Operation, apply, constant, ids};
use crate::data::batch::View;

/// Sources beside the items that one attention takes at most.
pub const EXTRA_SOURCES: usize = kernels::EXTRA;

/// Queries, keys and values of one layer, each tensor with its parts side by side.
pub struct Sources {
    /// Queries, keys and values of the items, `[batch, len, 3 hidden]`.
    pub items: Tensor<3>,
    /// Queries and keys of further sources, `[batch, len, 2 width]`, or `[1, len, 2 width]` where all sequences share them; at
    /// most [`EXTRA_SOURCES`]. A width is a multiple of the heads.
    pub extra: Vec<Tensor<3>>,
}

/// `softmax(sum over sources of Q K^T / sqrt(d_h) + M) V` per head, the heads side by side.
///
/// # Shapes
/// - `keep`: factor on each weight, `[batch, heads, rows, len]`, where dropout is on
/// - returns: `[batch, rows, hidden]`
///
/// # Panics
/// If there are more further sources than [`EXTRA_SOURCES`].
#[must_use]
pub fn attend(sources: Sources, view: &View, heads: usize, keep: Option<Tensor<4>>) -> Tensor<3> {
    let [batch, len, joined] = sources.items.dims();
    let hidden = joined / 3;
    let [masks, _, mask_rows, _] = view.mask.dims();
    let sizes = Sizes {
        batch,
        rows: if view.readout.is_some() { 1 } else { len },
        len,
        heads,
        hidden,
        mask_batch: if masks == 1 { 0 } else { mask_rows * len },
        mask_row: if mask_rows == 1 { 0 } else { len },
        reads_out: view.readout.is_some(),
    };
    let extras = sources.extra.iter().map(|source| {
        let [batch, _, joined] = source.dims();
        Extra { width: joined / 2, is_shared: batch == 1 }
    });
    let mask = constant(view.mask.clone());
    let aside = Aside {
        // Without a read-out the kernels read no slots, and any buffer may stand there.
        slots: view.readout.as_ref().map_or_else(|| mask.clone(), |readout| ids(readout.slot.clone())),
        mask,
        keep: keep.map(constant),
        extras: extras.collect(),
        sizes,
    };
    let items = Input::from(sources.items);
    let mut extra = sources.extra.into_iter().map(Input::from);
    let mut next = || extra.next().expect("as many as were counted");
    match aside.extras.len() {
        0 => run([items], aside),
        1 => run([items, next()], aside),
        2 => run([items, next(), next()], aside),
        3 => run([items, next(), next(), next()], aside),
        4 => run([items, next(), next(), next(), next()], aside),
        many => panic!("{many} further sources, at most {EXTRA_SOURCES} fit"),
    }
}

/// What has no gradient.
#[derive(Debug, Clone)]
struct Aside {
    mask: CubeTensor,
    slots: CubeTensor,
    keep: Option<CubeTensor>,
    extras: Vec<Extra>,
    sizes: Sizes,
}

/// Inputs: the items, then the further sources.
fn run<const N: usize>(inputs: [Input; N], aside: Aside) -> Tensor<3> {
    let sizes = aside.sizes;
    apply(inputs, |values: [CubeTensor; N]| {
        let extras = aside.extras.clone();
        let mut bound = values.to_vec();
        bound.extend([aside.mask.clone(), aside.slots.clone()]);
        bound.extend(aside.keep.clone());
        let forward = move |inputs: &[CubeTensor], outputs: &[CubeTensor]| {
            let beside: Vec<_> = inputs[1..N].iter().cloned().zip(extras.iter().copied()).collect();
            kernels::weights(&inputs[0], &beside, (&inputs[N], &inputs[N + 1]), &outputs[1], &sizes);
            kernels::context(&outputs[1], inputs.get(N + 2), &inputs[0], &outputs[0], &sizes);
        };
        let shapes = vec![Shape::new([sizes.batch, sizes.rows, sizes.hidden]), Shape::new(sizes.table())];
        let [context, weights] = launch(bound, &shapes, forward).try_into().expect("two were asked for");
        (context, Attention { sources: values.to_vec(), weights, aside })
    })
}

#[derive(Debug, Clone)]
struct Attention {
    sources: Vec<CubeTensor>,
    weights: CubeTensor,
    aside: Aside,
}

impl<const N: usize> Operation<N> for Attention {
    fn gradients(self, output: CubeTensor, wanted: [bool; N]) -> [Option<CubeTensor>; N] {
        let Aside { slots, keep, extras, sizes, .. } = self.aside;
        let shapes: Vec<Shape> = self.sources.iter().map(burn::backend::TensorMetadata::shape).collect();
        let mut bound = vec![output, self.weights, slots];
        bound.extend(self.sources);
        bound.extend(keep);
        let run = move |inputs: &[CubeTensor], outputs: &[CubeTensor]| {
            let (sources, keep) = inputs[3..].split_at(N);
            let backward = Backward {
                gradient: &inputs[0],
                weights: &inputs[1],
                slots: &inputs[2],
                keep: keep.first(),
                items: &sources[0],
            };
            let scores = like(&inputs[0], Shape::new(sizes.table()));
            backward.scores(&scores, &sizes);
            backward.source(&scores, &sources[0], &outputs[0], (sizes.hidden, 3), &sizes);
            for ((source, out), extra) in sources[1..].iter().zip(&outputs[1..]).zip(&extras) {
                if extra.is_shared {
                    let summed = like(&scores, Shape::new([sizes.heads, sizes.len, sizes.len]));
                    backward.batch_sum(&scores, &summed, &sizes);
                    let once = Sizes { batch: 1, rows: sizes.len, reads_out: false, ..sizes };
                    backward.source(&summed, source, out, (extra.width, 2), &once);
                } else {
                    backward.source(&scores, source, out, (extra.width, 2), &sizes);
                }
            }
        };
        let mut found = launch(bound, &shapes, run).into_iter();
        wanted.map(|wanted| found.next().filter(|_| wanted))
    }
}
