//! Adam with the reference's constants, and with moments that can be written down.

use std::collections::BTreeMap;

use burn::module::{Module, ModuleMapper, Param};
use burn::optim::GradientsParams;
use burn::tensor::{Device, Tensor, TensorData, Transaction};

#[cfg(feature = "kernels")]
use super::flat_update;
use crate::error::{Error, Result};
use crate::models::{NamedTensor, ParameterPath, gradients_of, map_parameters};
use crate::nn::adam::adam;
#[cfg(feature = "kernels")]
use crate::nn::gpu::{FlatAdam, Memory, runs_on};
use crate::read::read_all;
use dif_sr_ops::AdamStep;

const BETA_1: f32 = 0.9;
const BETA_2: f32 = 0.999;
const EPSILON: f32 = 1e-8;

/// Adam: betas 0.9 and 0.999, epsilon 1e-8, no weight decay, no clipping, a constant rate.
///
/// # Equation
/// `m = beta_1 m + (1 - beta_1) g`, `v = beta_2 v + (1 - beta_2) g^2`,
/// `w = w - rate (m / (1 - beta_1^t)) / (sqrt(v / (1 - beta_2^t)) + epsilon)` (Kingma and Ba 2015).
pub struct Optimiser {
    learning_rate: f64,
    moments: BTreeMap<String, Moments>,
    /// Where parameters are updated together, what is remembered of them; `moments` then holds the others.
    #[cfg(feature = "kernels")]
    together: Option<FlatAdam>,
}

/// What Adam remembers of one parameter.
#[derive(Clone)]
struct Moments {
    /// Updates so far.
    time: usize,
    /// `m`, flat.
    first: Tensor<1>,
    /// `v`, flat.
    second: Tensor<1>,
}

impl Moments {
    /// Before the first update.
    fn none<const D: usize>(value: &Tensor<D>) -> Self {
        let zeros = || Tensor::zeros([value.dims().iter().product::<usize>()], &value.device());
        Self { time: 0, first: zeros(), second: zeros() }
    }

    /// The parameter after one more update.
    fn update<const D: usize>(self, rate: f32, value: Tensor<D>, gradient: Tensor<D>) -> (Tensor<D>, Self) {
        let time = self.time + 1;
        let (value, (first, second)) = adam(corrected(rate, time), value, gradient, (self.first, self.second));
        (value, Self { time, first, second })
    }
}

/// [`Moments`] on the host.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredMoments {
    /// Updates of each parameter so far.
    pub times: BTreeMap<String, usize>,
    /// `m` of each parameter, flat.
    pub first: Vec<NamedTensor>,
    /// `v` of each parameter, flat; as many as `first`, in any order.
    pub second: Vec<NamedTensor>,
}

impl Optimiser {
    /// A fresh optimiser.
    #[must_use]
    pub const fn new(learning_rate: f64) -> Self {
        Self {
            learning_rate,
            moments: BTreeMap::new(),
            #[cfg(feature = "kernels")]
            together: None,
        }
    }

    /// One update from the gradients of `loss`, `[1]`. Parameters that the loss does not reach stay as they are.
    pub fn step<M: Module>(&mut self, model: M, loss: &Tensor<1>) -> M {
        let gradients = gradients_of(&model, loss);
        #[cfg(feature = "kernels")]
        if runs_on(loss) {
            return self.step_together(model, gradients);
        }
        map_parameters(model, &mut Update { path: ParameterPath::default(), gradients, optimiser: self })
    }

    /// One update of all parameters in a few kernels.
    #[cfg(feature = "kernels")]
    fn step_together<M: Module>(&mut self, model: M, gradients: GradientsParams) -> M {
        let (parameters, ids) = flat_update::reached(&model, gradients);
        if parameters.is_empty() {
            return model;
        }
        let together = match self.together.take() {
            Some(together) if together.remembers(&parameters) => together,
            other => {
                // Another stage of training reaches other parameters.
                self.moments.extend(other.iter().flat_map(moments_of));
                let remembered = parameters.iter().map(|parameter| {
                    let Moments { time, first, second } = self.moments.remove(parameter.name())?;
                    Some(Memory { time, first, second })
                });
                FlatAdam::new(&parameters, remembered.collect())
            }
        };
        let rate = self.learning_rate as f32;
        let (together, updated) = together.step(parameters, |time| corrected(rate, time));
        self.together = Some(together);
        flat_update::replace(model, ids, updated)
    }

    /// Reads the moments of every parameter in one round trip.
    ///
    /// # Errors
    /// [`Error::DeviceRefused`] if the device cannot hand them over.
    pub async fn read(&self) -> Result<StoredMoments> {
        let moments = self.all_moments();
        let mut reads = Transaction::default();
        for moments in moments.values() {
            reads = reads.register(moments.first.clone()).register(moments.second.clone());
        }
        let mut values = read_all(reads).await?.into_iter();
        let mut stored = StoredMoments { times: BTreeMap::new(), first: Vec::new(), second: Vec::new() };
        for (name, moments) in &moments {
            stored.times.insert(name.clone(), moments.time);
            for list in [&mut stored.first, &mut stored.second] {
                let values = values.next().expect("two reads for each parameter");
                list.push(NamedTensor { name: name.clone(), shape: vec![values.len()], values });
            }
        }
        Ok(stored)
    }

    /// What is remembered of every parameter.
    fn all_moments(&self) -> BTreeMap<String, Moments> {
        let all = self.moments.clone();
        #[cfg(feature = "kernels")]
        let all = all.into_iter().chain(self.together.iter().flat_map(moments_of)).collect();
        all
    }

    /// An optimiser that goes on where `stored` was read.
    ///
    /// # Errors
    /// [`Error::Weights`] if the three parts do not name the same parameters.
    pub fn restored(learning_rate: f64, stored: StoredMoments, device: &Device) -> Result<Self> {
        let mut optimiser = Self::new(learning_rate);
        let expected = stored.times.len();
        let lift = |tensor: NamedTensor| {
            let length = tensor.values.len();
            Tensor::from_data(TensorData::new(tensor.values, [length]), device)
        };
        let mut seconds: BTreeMap<String, NamedTensor> =
            stored.second.into_iter().map(|tensor| (tensor.name.clone(), tensor)).collect();
        for first in stored.first {
            let name = first.name.clone();
            if let (Some(&time), Some(second)) = (stored.times.get(&name), seconds.remove(&name)) {
                optimiser.moments.insert(name, Moments { time, first: lift(first), second: lift(second) });
            }
        }
        if optimiser.moments.len() == expected {
            return Ok(optimiser);
        }
        Err(Error::Weights {
            tensor: "Adam's memory".into(),
            found: format!("{} parameters", optimiser.moments.len()),
            expected: format!("{expected}"),
        })
    }
}

#[cfg(feature = "kernels")]
fn moments_of(together: &FlatAdam) -> impl Iterator<Item = (String, Moments)> {
    let memories = together.memories().into_iter();
    memories.map(|(name, Memory { time, first, second })| (name, Moments { time, first, second }))
}

/// The numbers of update number `time`.
fn corrected(rate: f32, time: usize) -> AdamStep {
    let correction = (1.0 - BETA_2.powi(time as i32)).sqrt();
    AdamStep {
        betas: (BETA_1, BETA_2),
        rate: rate * correction / (1.0 - BETA_1.powi(time as i32)),
        epsilon: EPSILON * correction,
    }
}

struct Update<'a> {
    path: ParameterPath,
    gradients: GradientsParams,
    optimiser: &'a mut Optimiser,
}

impl ModuleMapper for Update<'_> {
    fn enter_module(&mut self, name: &str, container_type: &str) {
        self.path.enter(name, container_type);
    }
    fn exit_module(&mut self, _name: &str, _container_type: &str) {
        self.path.exit();
    }
    fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
        let Some(gradient) = self.gradients.remove::<D>(param.id) else { return param };
        let (id, value, mapper) = param.consume();
        let tracked = value.is_require_grad();
        let value = value.inner();
        let moments = self.optimiser.moments.remove(&self.path.name()).unwrap_or_else(|| Moments::none(&value));
        let (value, moments) = moments.update(self.optimiser.learning_rate as f32, value, gradient);
        let value = Tensor::from_inner(value);
        self.optimiser.moments.insert(self.path.name(), moments);
        Param::from_mapped_value(id, if tracked { value.require_grad() } else { value }, mapper)
    }
}
