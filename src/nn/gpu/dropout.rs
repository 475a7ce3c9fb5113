//! Dropout of packed rows and of attention weights.

use burn::backend::TensorMetadata;
use burn::tensor::{Shape, Tensor};
use burn_cubecl::tensor::CubeTensor;

use super::dropout_kernels::{self as kernels, Sizes};
use super::launch::{Gpu, launch, like};
use super::places::Places;
use super::track::{Operation, apply, constant};
use crate::data::packing::{Packing, Queries};
use crate::nn::dropout::{Ahead, Noise};

/// Inverted dropout of the rows that ask, `[queries, width]`, with the factors of the padded layout:
/// [`Noise::packed_dropout`].
#[must_use]
pub fn dropout(x: Tensor<2>, (queries, places): (&Queries, &Places), noise: &mut Noise, rate: f64) -> Tensor<2> {
    let [_, width] = x.dims();
    let sizes = Sizes { heads: 1, padded_rows: queries.padded_rows, width };
    let Some(ahead) = noise.ahead(places.counts.sequences * queries.padded_rows * width, rate) else { return x };
    let dropout = Dropout { ahead, places: places.clone(), sizes };
    apply([x.into()], |[x]: [CubeTensor; 1]| (dropout.of(x), dropout))
}

/// The factors of attention weights, `[queries, heads, slots]`, with those of the padded layout: [`Noise::of_weights`]. `None`
/// without dropout. `beside`: a tensor on the device.
pub fn factors_of_weights(
    packing: &Packing,
    (queries, places): (&Queries, &Places),
    heads: usize,
    (noise, rate): (&mut Noise, f64),
    beside: &Tensor<2>,
) -> Option<Tensor<3>> {
    let sizes = Sizes { heads, padded_rows: queries.padded_rows, width: packing.len };
    let ahead = noise.ahead(places.counts.sequences * heads * sizes.padded_rows * sizes.width, rate)?;
    let beside = constant(beside.clone());
    let factors = like(&beside, Shape::new([places.counts.queries, heads, sizes.width]));
    kernels::dropout(None, places, &ahead, &factors, sizes);
    Some(Tensor::from_primitive::<Gpu>(factors))
}

#[derive(Debug, Clone)]
struct Dropout {
    ahead: Ahead,
    places: Places,
    sizes: Sizes,
}

impl Dropout {
    fn of(&self, x: CubeTensor) -> CubeTensor {
        let shape = x.shape();
        let run = |inputs: &[CubeTensor], outputs: &[CubeTensor]| {
            kernels::dropout(Some(&inputs[0]), &self.places, &self.ahead, &outputs[0], self.sizes);
        };
        launch(vec![x], &[shape], run).remove(0)
    }
}

impl Operation<1> for Dropout {
    fn gradients(self, output: CubeTensor, _: [bool; 1]) -> [Option<CubeTensor>; 1] {
        [Some(self.of(output))]
    }
}
