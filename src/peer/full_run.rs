//! DIF-SR training on a data set with nothing left out, to be measured beside the training that leaves out what it can.

use burn::tensor::{Device, Transaction};

use super::every_slot::{filled, loss};
use crate::config::{ModelConfig, RunConfig, Targets};
use crate::data::batch::ItemValues;
use crate::data::dataset::Dataset;
use crate::error::{Error, Result};
use crate::models::AnyModel;
use crate::nn::dropout::Noise;
use crate::read::read_all;
use crate::rng;
use crate::train::optimiser::Optimiser;
use crate::train::tasks::{Task, Unit, units};

/// A run whose steps compute every slot of every layer.
pub struct FullRun<'a> {
    config: &'a RunConfig,
    sequences: &'a [Vec<u32>],
    values: ItemValues,
    lambdas: Vec<f64>,
    device: Device,
    /// One epoch, shuffled; begun anew at its end.
    units: Vec<Unit>,
    next: usize,
    model: AnyModel,
    optimiser: Optimiser,
    noise: Noise,
}

impl<'a> FullRun<'a> {
    /// A run with these `targets` in place of those of `config`, on `device` (without autodiff).
    ///
    /// # Errors
    /// [`Error::Config`] if the model is not DIF-SR or does not fit the data, [`Error::NotReady`] if there is nothing to train on.
    pub fn new(data: &'a Dataset, config: &'a RunConfig, targets: Targets, device: &Device) -> Result<Self> {
        let ModelConfig::DifSr(model) = &config.model else {
            return Err(Error::config("model", config.model.kind(), "dif_sr"));
        };
        let (values, seed, device) = (data.item_values(), config.training.seed, device.clone().autodiff());
        let draws = &mut rng::stream(seed, "shuffle");
        let mut units = units(&data.sequences, targets, config.model.max_length(), 1, draws);
        if units.is_empty() {
            return Err(Error::NotReady { what: "Bring data with more sessions".into() });
        }
        rng::shuffle(draws, &mut units);
        Ok(Self {
            config,
            sequences: &data.sequences,
            lambdas: model.attributes.iter().map(|attribute| attribute.lambda).collect(),
            model: AnyModel::new(&config.model, &data.schema(), &values, seed, &device)?,
            values,
            device,
            units,
            next: 0,
            optimiser: Optimiser::new(config.training.learning_rate),
            noise: Noise::training(seed),
        })
    }

    /// One update, its loss read. Returns how many targets it had.
    ///
    /// # Errors
    /// [`Error::DeviceRefused`] if the device fails.
    pub async fn step(&mut self) -> Result<usize> {
        let model = &self.config.model;
        let end = (self.next + self.config.training.train_batch_size).min(self.units.len());
        let units = &self.units[self.next..end];
        self.next = if end < self.units.len() { end } else { 0 };
        // DIF-SR masks nothing: the stream is not drawn from.
        let mask = &mut rng::stream(self.config.training.seed, "mask");
        let task = Task::new(units, self.sequences, model, self.values.items(), mask);
        let (batch, targets) = filled(&task, model.max_length()).upload(&self.values, &self.device);
        let terms = loss(&self.model, &batch, &targets, &self.lambdas, &mut self.noise);
        self.model = self.optimiser.step(self.model.clone(), &terms.total);
        read_all(Transaction::default().register(terms.total.inner())).await?;
        Ok(task.targets.len())
    }
}
