//! Attention over several sources as one operation, from queries, keys and values to the joined heads.

use burn::tensor::{Shape, Tensor};
use burn_cubecl::tensor::CubeTensor;

use super::attend_gradient_kernels::Backward;
use super::attend_kernels::{self as kernels, Extra, Sizes};
use super::launch::{launch, like};
use super::places::Places;
use super::track::{Input, Operation, apply, constant};

/// Sources beside the items that one attention takes at most.
pub const EXTRA_SOURCES: usize = kernels::EXTRA;

/// Queries, keys and values of one layer, each tensor with its parts side by side. Widths are multiples of the heads.
pub struct Sources {
    /// Queries, keys and values of the items, `[tokens, 3 hidden]`.
    pub items: Tensor<2>,
    /// Queries and keys of further sources, `[tokens, 2 width]`.
    pub attributes: Vec<Tensor<2>>,
    /// Queries and keys that belong to the slots of every sequence, `[slots, 2 width]`; as many as the longest sequence has.
    pub positions: Option<Tensor<2>>,
}

/// `softmax(sum over sources of Q K^T / sqrt(d_h) + M) V` per head, the heads side by side.
///
/// # Shapes
/// - `slots`: how many slots a sequence has at most; `positions` have as many rows
/// - `keep`: factor on each weight, `[queries, heads, slots]`, where dropout is on
/// - returns: `[queries, hidden]`
///
/// # Panics
/// If there are more sources beside the items than [`EXTRA_SOURCES`].
#[must_use]
pub fn attend(sources: Sources, places: &Places, heads: usize, slots: usize, keep: Option<Tensor<3>>) -> Tensor<2> {
    let Sources { items, attributes, positions } = sources;
    let sizes = Sizes { heads, hidden: items.dims()[1] / 3, len: slots };
    let device = items.device();
    let extra = |source: &Tensor<2>, is_shared| Extra { width: source.dims()[1] / 2, is_shared };
    let mut extras: Vec<Extra> = attributes.iter().map(|source| extra(source, false)).collect();
    extras.extend(positions.as_ref().map(|source| extra(source, true)));
    // Where positions ask positions, what the sequences ask is summed up first.
    let slots = positions.as_ref().map(|_| Places::of_slots(slots, places.counts.causal, &device));
    let aside = Aside { places: places.clone(), slots, keep: keep.map(constant), extras, sizes };
    let items = Input::from(items);
    let mut rest = attributes.into_iter().chain(positions).map(Input::from);
    let mut next = || rest.next().expect("as many as were counted");
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
    places: Places,
    /// The slots as a sequence of their own, where a source is shared.
    slots: Option<Places>,
    keep: Option<CubeTensor>,
    extras: Vec<Extra>,
    sizes: Sizes,
}

/// Inputs: the items, then the further sources.
fn run<const N: usize>(inputs: [Input; N], aside: Aside) -> Tensor<2> {
    let Sizes { heads, hidden, len } = aside.sizes;
    let queries = aside.places.counts.queries;
    apply(inputs, |values: [CubeTensor; N]| {
        let mut bound = values.to_vec();
        bound.extend(aside.keep.clone());
        let (places, extras, sizes) = (&aside.places, &aside.extras, &aside.sizes);
        let forward = |inputs: &[CubeTensor], outputs: &[CubeTensor]| {
            let beside: Vec<_> = inputs[1..N].iter().cloned().zip(extras.iter().copied()).collect();
            kernels::weights(&inputs[0], &beside, places, &outputs[1], sizes);
            kernels::context(&outputs[1], inputs.get(N), &inputs[0], places, &outputs[0], sizes);
        };
        let shapes = vec![Shape::new([queries, hidden]), Shape::new([queries, heads, len])];
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
        let Aside { places, slots, keep, extras, sizes } = self.aside;
        let shapes: Vec<Shape> = self.sources.iter().map(burn::backend::TensorMetadata::shape).collect();
        let mut bound = vec![output, self.weights];
        bound.extend(self.sources);
        bound.extend(keep);
        let run = |inputs: &[CubeTensor], outputs: &[CubeTensor]| {
            let (sources, keep) = inputs[2..].split_at(N);
            let backward = Backward {
                gradient: &inputs[0],
                weights: &inputs[1],
                keep: keep.first(),
                items: &sources[0],
                places: &places,
                sizes,
            };
            let scores = like(&inputs[0], Shape::new([places.counts.queries, sizes.heads, sizes.len]));
            backward.scores(&scores);
            let shared = || like(&scores, Shape::new([sizes.len, sizes.heads, sizes.len]));
            let summed = slots.is_some().then(shared);
            backward.source((&scores, &places), &sources[0], (&outputs[0], summed.as_ref()), (sizes.hidden, 3));
            for ((source, out), extra) in sources[1..].iter().zip(&outputs[1..]).zip(&extras) {
                let sums = summed.as_ref().zip(slots.as_ref()).filter(|_| extra.is_shared);
                let asked = sums.unwrap_or((&scores, &places));
                backward.source(asked, source, (out, None), (extra.width, 2));
            }
        };
        let mut found = launch(bound, &shapes, run).into_iter();
        wanted.map(|wanted| found.next().filter(|_| wanted))
    }
}
