//! One run: epochs, batches, updates. Pull-based: nothing happens between two calls, so to pause is to stop calling.

use std::rc::Rc;

use burn::module::Module;
use burn::tensor::{Device, Int, Tensor, TensorData, Transaction};
use rand::rngs::ChaCha8Rng;
use serde::Serialize;

use super::optimiser::Optimiser;
use crate::config::{RunConfig, Targets};
use crate::data::batch::{Batch, ItemValues, Slots};
use crate::data::dataset::Dataset;
use crate::data::split::{Part, Sample, Window, samples, windows};
use crate::error::{Error, Result};
use crate::models::{AnyModel, LossTerms, SequentialModel, TargetBatch};
use crate::nn::dropout::Noise;
use crate::read::read_all;
use crate::rng;

/// What one update saw.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct StepReport {
    /// Updates so far, from 1.
    pub step: usize,
    /// Pass over the training part, from 1.
    pub epoch: usize,
    /// Total loss before the update.
    pub total: f32,
    /// Its item term.
    pub item: f32,
    /// Its attribute terms, without their weights.
    pub attributes: Vec<f32>,
    /// Targets in the batch.
    pub targets: usize,
}

/// A run in progress.
pub struct Trainer {
    config: RunConfig,
    data: Rc<Dataset>,
    values: ItemValues,
    labels: Vec<Tensor<2>>,
    device: Device,
    model: AnyModel,
    optimiser: Optimiser,
    shuffle: ChaCha8Rng,
    noise: Noise,
    order: Vec<Unit>,
    next: usize,
    step: usize,
    epoch: usize,
}

/// One training sequence.
#[derive(Debug, Clone, Copy)]
enum Unit {
    Prefix(Sample),
    Window(Window),
}

/// Loss terms waiting to be read.
struct Pending {
    step: usize,
    epoch: usize,
    targets: usize,
    attributes: usize,
}

impl Trainer {
    /// Prepares a run on `device` (without autodiff; the trainer adds it). `warm_start` replaces the initial weights.
    ///
    /// # Errors
    /// [`Error::Config`] if the configuration is out of range or does not fit the data; [`Error::File`] if nothing is left to
    /// train on.
    pub fn new(config: RunConfig, data: Rc<Dataset>, warm_start: Option<AnyModel>, device: &Device) -> Result<Self> {
        config.validate()?;
        let training = device.clone().autodiff();
        let fresh = AnyModel::new(&config.model, &data.schema(), config.training.seed, &training)?;
        let values = data.item_values();
        let labels = values.labels(&training);
        let seed = config.training.seed;
        let mut trainer = Self {
            optimiser: Optimiser::new(config.training.learning_rate),
            shuffle: rng::stream(seed, "shuffle"),
            noise: Noise::training(seed),
            model: warm_start.map_or(fresh, |model| model.to_device(&training).train()),
            device: training,
            order: Vec::new(),
            next: 0,
            step: 0,
            epoch: 0,
            config,
            data,
            values,
            labels,
        };
        trainer.begin_epoch();
        if trainer.order.is_empty() {
            return Err(Error::File {
                file: trainer.data.name.clone(),
                found: "no session with a training target".into(),
                expected: "sessions of at least four items".into(),
                advice: "Lower the minimum length or the number of required interactions.".into(),
            });
        }
        Ok(trainer)
    }

    /// The configuration of the run.
    #[must_use]
    pub const fn config(&self) -> &RunConfig {
        &self.config
    }

    /// The model as it is now, for evaluation: no autodiff.
    #[must_use]
    pub fn model(&self) -> AnyModel {
        self.model.valid()
    }

    /// Updates and epochs done so far.
    #[must_use]
    pub const fn progress(&self) -> (usize, usize) {
        (self.step, self.epoch)
    }

    /// The epoch in progress, and whether all its steps are done.
    #[must_use]
    pub fn epoch(&self) -> (usize, bool) {
        (self.epoch, self.next >= self.order.len())
    }

    /// Steps of the running epoch. With every-position training an epoch may differ by a step from the one before.
    #[must_use]
    pub fn steps_per_epoch(&self) -> usize {
        self.order.len().div_ceil(self.config.training.train_batch_size)
    }

    /// Takes at most `n` steps, fewer at the end of an epoch and none after the last; losses are read once, at the end.
    ///
    /// # Errors
    /// [`Error::Diverged`] if a loss is not finite, [`Error::DeviceRefused`] if the device fails.
    pub async fn run_steps(&mut self, n: usize) -> Result<Vec<StepReport>> {
        if self.next >= self.order.len() {
            if self.epoch >= self.config.training.epochs {
                return Ok(Vec::new());
            }
            self.begin_epoch();
        }
        let mut pending = Vec::new();
        let mut reads = Transaction::default();
        while pending.len() < n && self.next < self.order.len() {
            let (terms, targets) = self.one_step();
            pending.push(Pending { step: self.step, epoch: self.epoch, targets, attributes: terms.attributes.len() });
            reads = reads.register(terms.total.inner()).register(terms.item.inner());
            for term in terms.attributes {
                reads = reads.register(term.inner());
            }
        }
        let mut values = read_all(reads).await?.into_iter().map(|values| values[0]);
        let mut read = || values.next().expect("as many reads as registered");
        let reports: Vec<StepReport> = pending
            .into_iter()
            .map(|step| StepReport {
                step: step.step,
                epoch: step.epoch,
                total: read(),
                item: read(),
                attributes: (0..step.attributes).map(|_| read()).collect(),
                targets: step.targets,
            })
            .collect();
        match reports.iter().find(|report| !report.total.is_finite()) {
            None => Ok(reports),
            Some(report) => Err(Error::Diverged {
                message: format!(
                    "the loss is {} at step {}; a learning rate below {} may help",
                    report.total, report.step, self.config.training.learning_rate
                ),
            }),
        }
    }

    fn begin_epoch(&mut self) {
        let (sequences, length) = (&self.data.sequences, self.config.model.max_length());
        self.order = match self.config.training.targets {
            Targets::Prefix => samples(sequences, Part::Train, length).into_iter().map(Unit::Prefix).collect(),
            Targets::EveryPosition => {
                windows(sequences, length, &mut self.shuffle).into_iter().map(Unit::Window).collect()
            }
        };
        rng::shuffle(&mut self.shuffle, &mut self.order);
        self.next = 0;
        self.epoch += 1;
    }

    fn one_step(&mut self) -> (LossTerms, usize) {
        let end = (self.next + self.config.training.train_batch_size).min(self.order.len());
        let units = &self.order[self.next..end];
        self.next = end;
        let sequences = &self.data.sequences;
        let histories: Vec<&[u32]> = units
            .iter()
            .map(|unit| match unit {
                Unit::Prefix(sample) => sample.history(sequences),
                Unit::Window(window) => window.inputs(sequences),
            })
            .collect();
        let model = &self.config.model;
        let slots = Slots::right_padded(&histories, model.max_length(), model.needs_full_length());
        let batch = Batch::new(&slots, &self.values, &self.device);
        let mut targets = Vec::new();
        let mut rows = Vec::new();
        for (sequence, unit) in units.iter().enumerate() {
            match unit {
                Unit::Prefix(sample) => targets.push(sample.target_item(sequences) as i32),
                Unit::Window(window) => {
                    for (slot, &target) in window.targets(sequences).iter().enumerate() {
                        targets.push(target as i32);
                        rows.push((sequence * slots.len + slot) as i32);
                    }
                }
            }
        }
        let count = targets.len();
        let items: Tensor<1, Int> = Tensor::from_data(TensorData::new(targets, [count]), &self.device);
        let target_batch = TargetBatch {
            attributes: self.labels.iter().map(|table| table.clone().select(0, items.clone())).collect(),
            rows: (!rows.is_empty()).then(|| Tensor::from_data(TensorData::new(rows, [count]), &self.device)),
            items,
        };
        let terms = self.model.loss(&batch, &target_batch, &mut self.noise);
        self.model = self.optimiser.step(self.model.clone(), &terms.total);
        self.step += 1;
        (terms, count)
    }
}
