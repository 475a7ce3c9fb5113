//! A model laid out for explanation: double precision, and gradients at what it looks up.

use dif_sr_ops::linear_algebra::NotFinite;
use std::rc::Rc;

use burn::module::{ModuleMapper, Param};
use burn::tensor::{DType, Device, FloatDType, Tensor, TensorData, Transaction};

use super::attention::edits;
use crate::config::ModelConfig;
use crate::data::batch::{Batch, ItemValues, Slots, Taps};
use crate::error::{Error, Result};
use crate::models::{AnyModel, SequentialModel, map_parameters};
use crate::nn::dropout::{Noise, Watched};
use crate::nn::edits::Edits;

/// Nothing can be said of such numbers.
pub(super) const NOT_FINITE: &str = "the model computes numbers that are not finite; load or train another one";

impl From<NotFinite> for Error {
    fn from(_: NotFinite) -> Self {
        Self::Diverged { message: NOT_FINITE.into() }
    }
}

/// What an explanation is asked about: a trained model and the items it knows.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// Its sizes and switches.
    pub config: &'a ModelConfig,
    /// On a device without autodiff.
    pub model: &'a AnyModel,
    /// The attribute values of every item.
    pub values: &'a ItemValues,
    /// The device.
    pub device: &'a Device,
    /// A factor on the scores of each source, item, position, attributes, for all layers or for each; empty: as it was trained.
    pub factors: &'a [f32],
    /// How many sources the model keeps apart.
    pub sources: usize,
}

impl Subject<'_> {
    /// What is changed in the scores of its sources.
    #[must_use]
    pub fn edits(&self) -> Edits {
        edits(self.factors, self.sources)
    }

    /// The same with the scores of one source times `factor` more.
    #[must_use]
    pub fn edits_with(&self, source: usize, factor: f32) -> Edits {
        let mut factors = if self.factors.is_empty() { vec![1.0; self.sources] } else { self.factors.to_vec() };
        factors.iter_mut().skip(source).step_by(self.sources).for_each(|own| *own *= factor);
        edits(&factors, self.sources)
    }

    /// The slots of one session, as the model is asked.
    #[must_use]
    pub fn slots(&self, items: &[u32]) -> Slots {
        Slots::questions(&[items], self.config, self.values.items())
    }

    /// The session as the model sees it: its newest items, as many as fit.
    #[must_use]
    pub fn seen<'s>(&self, items: &'s [u32]) -> &'s [u32] {
        let room = self.config.max_length() - usize::from(self.config.is_bidirectional());
        &items[items.len() - items.len().min(room)..]
    }

    /// Width of the vectors that an attribute looks up for each slot; none for models whose input holds no attributes.
    #[must_use]
    pub fn attribute_widths(&self) -> Vec<usize> {
        let all = |width: usize| vec![width; self.values.attributes()];
        match self.config {
            ModelConfig::DifSr(c) => c.attributes.iter().map(|a| a.attribute_hidden_size).collect(),
            ModelConfig::DifBert(c) => c.attributes.iter().map(|a| a.attribute_hidden_size).collect(),
            ModelConfig::SasRecF(c) => all(c.hidden_size),
            ModelConfig::Nova(c) => all(c.hidden_size),
            ModelConfig::Fdsa(c) => all(c.hidden_size),
            ModelConfig::Gru4RecF(c) => all(c.embedding_size),
            // In pre-training only (S3-Rec), inside the item vectors (ICAI-SR), or nowhere.
            ModelConfig::S3Rec(_)
            | ModelConfig::Icai(_)
            | ModelConfig::SasRec(_)
            | ModelConfig::Bert4Rec(_)
            | ModelConfig::Gru4Rec(_)
            | ModelConfig::Caser(_) => Vec::new(),
        }
    }

    /// Width of item vectors.
    #[must_use]
    pub fn item_width(&self) -> usize {
        match self.config {
            ModelConfig::Gru4Rec(c) | ModelConfig::Gru4RecF(c) => c.embedding_size,
            ModelConfig::Caser(c) => c.embedding_size,
            other => other.backbone().map_or(0, |sizes| sizes.hidden),
        }
    }

    /// The model in double precision: what it says of its weights is then free of rounding.
    #[must_use]
    pub fn in_double(&self) -> AnyModel {
        map_parameters(self.model.clone(), &mut Widen { autodiff: false })
    }

    /// The model on an autodiff device with constant weights, in double precision or as it is.
    #[must_use]
    pub fn tracked(&self, double: bool) -> AnyModel {
        let wide = if double { self.in_double() } else { self.model.clone() };
        map_parameters(wide, &mut Widen { autodiff: true })
    }

    /// A batch for [`Self::in_double`].
    #[must_use]
    pub fn double_batch(&self, items: &[u32]) -> Batch {
        Batch::new(&self.slots(items), self.values, self.device).in_double()
    }
}

/// Changes the precision of every parameter, or puts it on the autodiff device as a constant.
struct Widen {
    autodiff: bool,
}

impl ModuleMapper for Widen {
    fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
        let (id, value, mapper) = param.consume();
        let value = value.inner();
        let value = if self.autodiff { Tensor::from_inner(value) } else { value.cast(FloatDType::F64) };
        Param::from_mapped_value(id, value.set_require_grad(false), mapper)
    }
}

/// A vector for every slot, and the gradient of one number there; both `[len, width]`.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Numbers in one vector.
    pub width: usize,
    /// The vectors; empty where the model looks nothing up.
    pub values: Vec<f64>,
    /// 0 where the number does not depend on it.
    pub gradient: Vec<f64>,
}

impl Place {
    /// Gradient times vector of the first `n` slots, summed over the dimensions.
    #[must_use]
    pub fn products(&self, n: usize) -> Vec<f64> {
        let pairs = self.values.chunks(self.width).zip(self.gradient.chunks(self.width));
        let mut found: Vec<f64> = pairs.map(|(x, g)| x.iter().zip(g).map(|(x, g)| x * g).sum()).collect();
        found.resize(n, 0.0);
        found
    }
}

/// Everything that one session looks up, with the gradients of one number.
#[derive(Debug, Clone, PartialEq)]
pub struct LookUps {
    /// Item vectors.
    pub items: Place,
    /// The pooled vectors of each attribute.
    pub attributes: Vec<Place>,
    /// Position vectors.
    pub positions: Place,
    /// The input of the first layer; `None` for models without attention.
    pub input: Option<Place>,
}

/// The gradients of `number`, which is made from the tracked model in double precision and its state at the read-out slot, `[1, hidden]`.
///
/// # Errors
/// [`Error::DeviceRefused`] if the device cannot hand them over.
#[cold]
pub fn look_ups(
    subject: &Subject<'_>,
    model: &AnyModel,
    slots: &Slots,
    number: impl Fn(&AnyModel, Tensor<2>) -> Tensor<1>,
) -> Result<LookUps> {
    let device = subject.device.clone().autodiff();
    let mut batch = Batch::new(slots, subject.values, &device).in_double();
    let len = slots.len;
    let widths = subject.attribute_widths();
    let hidden = subject.item_width();
    let zero = |width: usize| Tensor::<2>::zeros([len, width], (&device, DType::F64)).require_grad();
    let (items, positions) = (zero(hidden), zero(hidden));
    let attributes: Vec<Tensor<2>> = widths.iter().map(|&width| zero(width)).collect();
    batch.taps = Some(Taps {
        items: items.clone().unsqueeze_dim(0),
        attributes: attributes.iter().map(|tap| tap.clone().unsqueeze_dim(0)).collect(),
        positions: positions.clone(),
        looked_up: Rc::default(),
    });
    let looked_up = batch.taps.as_ref().map(|taps| Rc::clone(&taps.looked_up)).unwrap_or_default();
    let mut noise = Noise::watching();
    let state = model.encode_edited(&batch, &subject.edits(), &mut noise);
    let gradients = number(model, state).backward();
    let input = noise.watched().into_iter().next().filter(|_| subject.config.backbone().is_some());
    let looked_up = looked_up.take();
    let mut places = Places { len, reads: Transaction::default(), found: Vec::new() };
    places.add(hidden, looked_up.items, items.grad(&gradients));
    places.add(hidden, looked_up.positions, positions.grad(&gradients));
    let mut values = looked_up.attributes.into_iter();
    for (tap, &width) in attributes.iter().zip(&widths) {
        places.add(width, values.next(), tap.grad(&gradients));
    }
    if let Some(Watched { value, zero, .. }) = &input {
        places.add(hidden, Some(value.clone()), zero.grad(&gradients));
    }
    let mut read = places.read()?.into_iter();
    let mut next = || read.next().expect("as many as were added");
    let (items, positions) = (next(), next());
    let attributes = widths.iter().map(|_| next()).collect();
    Ok(LookUps { items, positions, attributes, input: input.map(|_| next()) })
}

/// Vectors and gradients that are read in one round trip.
struct Places {
    len: usize,
    reads: Transaction,
    /// Width, and whether there are vectors and gradients.
    found: Vec<(usize, bool, bool)>,
}

impl Places {
    fn add<const D: usize, const E: usize>(
        &mut self,
        width: usize,
        value: Option<Tensor<D>>,
        gradient: Option<Tensor<E>>,
    ) {
        self.found.push((width, value.is_some(), gradient.is_some()));
        if let Some(value) = value {
            self.reads = std::mem::take(&mut self.reads).register(value.inner());
        }
        if let Some(gradient) = gradient {
            self.reads = std::mem::take(&mut self.reads).register(gradient);
        }
    }

    fn read(self) -> Result<Vec<Place>> {
        let mut read = read_doubles(self.reads)?.into_iter();
        let mut next = |here: bool, missing: usize| {
            if here { read.next().expect("registered when it was added") } else { vec![0.0; missing] }
        };
        let place = |(width, has_values, has_gradient): (usize, bool, bool)| Place {
            width,
            values: next(has_values, 0),
            gradient: next(has_gradient, self.len * width),
        };
        Ok(self.found.into_iter().map(place).collect())
    }
}

/// Reads tensors without rounding them to single precision; refuses numbers that are not finite, which no explanation survives.
///
/// # Errors
/// [`Error::DeviceRefused`] if the device cannot hand them over, [`Error::Diverged`] for numbers that are not finite.
#[cold]
#[expect(clippy::disallowed_methods, reason = "explanations are the CPU's, which waits for nothing")]
pub fn read_doubles(reads: Transaction) -> Result<Vec<Vec<f64>>> {
    let data = reads.try_execute().map_err(|error| Error::DeviceRefused { message: error.to_string() })?;
    data.iter().map(finite).collect()
}

#[cold]
fn finite(data: &TensorData) -> Result<Vec<f64>> {
    let values: Vec<f64> = data.iter::<f64>().collect();
    if values.iter().all(|value| value.is_finite()) {
        return Ok(values);
    }
    Err(Error::Diverged { message: NOT_FINITE.into() })
}
