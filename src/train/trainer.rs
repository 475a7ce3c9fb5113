//! One run: epochs, batches, updates. Pull-based: nothing happens between two calls, so to pause is to stop calling.

use std::rc::Rc;

use burn::module::Module;
use burn::tensor::{Device, Transaction};
use rand::rngs::ChaCha8Rng;
use serde::Serialize;

use super::negatives::Negatives;
use super::optimiser::Optimiser;
use super::pretraining::PretrainingTask;
use super::tasks::{Task, Unit, units};
use crate::config::{ModelConfig, RunConfig, Targets};
use crate::data::batch::ItemValues;
use crate::data::dataset::Dataset;
use crate::data::split::{Sequences, Window};
use crate::error::{Error, Result};
use crate::models::{AnyModel, LossTerms, SequentialModel, moved};
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
    /// Further terms, by name.
    pub extra: Vec<ExtraTerm>,
    /// Targets in the batch; sequences while pre-training.
    pub targets: usize,
    /// What is being learnt.
    pub stage: Stage,
}

/// A term of the loss that only some models have.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct ExtraTerm {
    /// `l2`, `l2_horizontal` (Caser); `aap`, `mip`, `map`, `sp` (S3-Rec while pre-training).
    pub name: &'static str,
    /// Its value, without its weight.
    pub value: f32,
}

/// The two stages of a run; most models have only the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Self-supervised, before the task itself.
    Pretraining,
    /// The next item.
    Training,
}

/// A run in progress.
pub struct Trainer {
    pub(super) config: RunConfig,
    pub(super) data: Rc<Dataset>,
    values: ItemValues,
    negatives: Option<Negatives>,
    pub(super) device: Device,
    pub(super) model: AnyModel,
    pub(super) optimiser: Optimiser,
    pub(super) shuffle: ChaCha8Rng,
    /// Where `shuffle` stood when the epoch began.
    pub(super) shuffled_from: u64,
    pub(super) noise: Noise,
    pub(super) mask: ChaCha8Rng,
    order: Vec<Unit>,
    pub(super) next: usize,
    pub(super) step: usize,
    pub(super) epoch: usize,
}

/// Loss terms waiting to be read.
struct Pending {
    step: usize,
    epoch: usize,
    targets: usize,
    stage: Stage,
    attributes: usize,
    extra: Vec<&'static str>,
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
        let values = data.item_values();
        let fresh = AnyModel::new(&config.model, &data.schema(), &values, config.training.seed, &training)?;
        let seed = config.training.seed;
        let mut trainer = Self {
            optimiser: Optimiser::new(config.training.learning_rate),
            shuffle: rng::stream(seed, "shuffle"),
            shuffled_from: 0,
            noise: Noise::training(seed),
            mask: rng::stream(seed, "mask"),
            model: warm_start.map_or(fresh, |model| moved(model, &training).train()),
            device: training,
            order: Vec::new(),
            next: 0,
            step: 0,
            epoch: 0,
            negatives: Negatives::new(&config.training, &data),
            config,
            data,
            values,
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

    /// Updates and whole epochs done so far.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        let (epoch, finished) = self.epoch();
        (self.step, epoch - usize::from(!finished))
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

    /// Steps of the running epoch that are done.
    #[must_use]
    pub const fn steps_of_epoch(&self) -> usize {
        self.next.div_ceil(self.config.training.train_batch_size)
    }

    /// Takes at most `n` steps, fewer at the end of an epoch and none after the last; losses are read once, at the end.
    ///
    /// # Errors
    /// [`Error::Diverged`] if a loss is not finite, [`Error::DeviceRefused`] if the device fails.
    pub async fn run_steps(&mut self, n: usize) -> Result<Vec<StepReport>> {
        if self.next >= self.order.len() {
            if self.epoch >= self.total_epochs() {
                return Ok(Vec::new());
            }
            self.begin_epoch();
        }
        let mut pending = Vec::new();
        let mut reads = Transaction::default();
        while pending.len() < n && self.next < self.order.len() {
            let (terms, targets) = self.one_step();
            pending.push(Pending {
                step: self.step,
                epoch: self.epoch,
                targets,
                stage: self.stage(),
                attributes: terms.attributes.len(),
                extra: terms.extra.iter().map(|(name, _)| *name).collect(),
            });
            reads = reads.register(terms.total.inner()).register(terms.item.inner());
            for term in terms.attributes.into_iter().chain(terms.extra.into_iter().map(|(_, term)| term)) {
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
                extra: step.extra.into_iter().map(|name| ExtraTerm { name, value: read() }).collect(),
                targets: step.targets,
                stage: step.stage,
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

    /// Epochs of the whole run: those of pre-training, then those asked for.
    #[must_use]
    pub const fn total_epochs(&self) -> usize {
        self.config.model.pretraining_epochs() + self.config.training.epochs
    }

    /// Updates of the whole run. With every-position training an epoch may differ from another by a step.
    #[must_use]
    pub fn total_steps(&self) -> usize {
        let (batch, before) = (self.config.training.train_batch_size, self.config.model.pretraining_epochs());
        let steps = |stage| {
            let cuts = &mut rng::stream(self.config.training.seed, "total");
            units_of(stage, &self.config, &self.data.sequences, cuts).len().div_ceil(batch)
        };
        let pretraining = if before > 0 { before * steps(Stage::Pretraining) } else { 0 };
        pretraining + self.config.training.epochs * steps(Stage::Training)
    }

    const fn stage(&self) -> Stage {
        if self.epoch <= self.config.model.pretraining_epochs() { Stage::Pretraining } else { Stage::Training }
    }

    pub(super) fn begin_epoch(&mut self) {
        self.epoch += 1;
        self.shuffled_from = rng::position(&self.shuffle);
        if self.epoch == self.config.model.pretraining_epochs() + 1 {
            // Fine-tuning starts with an optimiser of its own.
            self.optimiser = Optimiser::new(self.config.training.learning_rate);
        }
        self.order = units_of(self.stage(), &self.config, &self.data.sequences, &mut self.shuffle);
        rng::shuffle(&mut self.shuffle, &mut self.order);
        self.next = 0;
    }

    fn one_step(&mut self) -> (LossTerms, usize) {
        let end = (self.next + self.config.training.train_batch_size).min(self.order.len());
        let units = &self.order[self.next..end];
        self.next = end;
        let (sequences, model) = (&self.data.sequences, &self.config.model);
        let items = self.values.items();
        let (terms, count) = if let (Stage::Pretraining, ModelConfig::S3Rec(config)) = (self.stage(), model) {
            let windows: Vec<Window> = units.iter().filter_map(Unit::stretch).collect();
            let (length, share) = (config.max_length, config.mask_ratio);
            let task = PretrainingTask::new(&windows, sequences, length, items, share, &mut self.mask);
            let batch = task.upload(&self.values, items, &self.device);
            let terms = self.model.pretraining_loss(&batch, &mut self.noise);
            (terms.expect("a model with a stage of pre-training has its loss"), windows.len())
        } else {
            let task = Task::new(units, sequences, model, items, &mut self.mask);
            let (batch, mut targets) = task.upload(&self.values, &self.device);
            let drawn = self.negatives.as_ref().map(|negatives| negatives.draw(&task.targets, self.step));
            targets.candidates = drawn.map(|drawn| drawn.upload(&self.device));
            (self.model.loss(&batch, &targets, &mut self.noise), task.targets.len())
        };
        self.model = self.optimiser.step(self.model.clone(), &terms.total);
        self.step += 1;
        (terms, count)
    }
}

/// The training sequences of an epoch of one stage.
fn units_of(stage: Stage, config: &RunConfig, sequences: &Sequences, cuts: &mut ChaCha8Rng) -> Vec<Unit> {
    let (targets, copies) = match stage {
        // Pre-training looks at whole stretches, as cloze does.
        Stage::Pretraining => (Targets::Cloze, 1),
        Stage::Training => (config.training.targets, config.model.cloze().map_or(1, |cloze| cloze.copies)),
    };
    units(sequences, targets, config.model.max_length(), copies, cuts)
}
