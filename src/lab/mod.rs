//! The use cases, free of JavaScript and files: open data, load or train a model, predict, explain, measure, save.

mod answers;
mod ask;
#[cfg(feature = "profile")]
mod ceiling;
#[cfg(feature = "cpu")]
mod explained;
#[cfg(feature = "cpu")]
mod explanations;
#[cfg(feature = "cpu")]
mod run_files;
mod runs;
mod trial;
#[cfg(feature = "cpu")]
mod truth;

pub use answers::{
    AttributePrediction, Candidate, Explanation, FusionName, ModelSummary, NoFusion, PredictedValue, Prediction,
    RealSession, SourceInfo,
};
pub use ask::Question;
#[cfg(feature = "profile")]
pub use ceiling::products;
#[cfg(feature = "cpu")]
pub use explanations::{
    Ablated, AttributionReport, Edits, GradientReport, GradientStep, LessonState, Lessons, RandomRank, RankReport,
};
#[cfg(feature = "cpu")]
pub use run_files::RunFacts;
pub use trial::known_answer;
#[cfg(feature = "cpu")]
pub use truth::{LawReport, Truth, TruthClick, TruthClicks, TruthQuestion};

#[cfg(feature = "kernels")]
pub use crate::nn::gpu::BUFFERS;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use burn::tensor::Device;
use serde::Serialize;

use crate::config::{ModelConfig, RunConfig};
use crate::data::batch::ItemValues;
use crate::data::dataset::Dataset;
use crate::data::process::Process;
use crate::data::split::Part;
use crate::error::{Error, Result};
use crate::eval::evaluator::{questions, rank_all};
use crate::eval::floors::{Floors, floors};
use crate::eval::metrics::Metrics;
use crate::models::{AnyModel, count_parameters, read_parameters, with_parameters};
use crate::nn::remembered::Remembered;
use crate::rng;
use crate::train::checkpoint::{Card, Measured, Precision, Trained, read, write};
use crate::train::trainer::{StepReport, Trainer};

/// Name of the model that answers unless another one is asked for.
pub const MAIN: &str = "main";

/// One workplace: a device, the open data, the models that answer, the run in progress.
pub struct Lab {
    device: Device,
    open: Option<Open>,
    serving: BTreeMap<String, Serving>,
    trainer: Option<Trainer>,
    memory_limit: u64,
}

struct Open {
    data: Rc<Dataset>,
    values: ItemValues,
    process: Option<Process>,
}

struct Serving {
    card: Card,
    model: AnyModel,
    /// Of the last session it was asked about.
    remembered: RefCell<Remembered>,
}

/// What a run will do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct RunStart {
    /// Updates in the first epoch.
    pub steps_per_epoch: usize,
    /// Updates in all.
    pub total_steps: usize,
    /// Trainable numbers.
    pub parameters: usize,
    /// Estimated memory of weights, gradients, Adam's two moments and one batch's activations, in bytes.
    pub bytes: u64,
    /// Epochs of pre-training that come before those asked for.
    pub pretraining_epochs: usize,
}

impl Lab {
    /// An empty workplace on `device` (without autodiff), for runs of the size that a browser's tab holds.
    #[must_use]
    pub const fn new(device: Device) -> Self {
        let memory_limit = crate::train::memory::LIMIT;
        Self { device, open: None, serving: BTreeMap::new(), trainer: None, memory_limit }
    }

    /// The device.
    #[must_use]
    pub const fn device(&self) -> &Device {
        &self.device
    }

    /// Opens data in place of what was open; models and runs of the old data are gone.
    pub fn open(&mut self, data: Dataset, process: Option<Process>) {
        let values = data.item_values();
        self.open = Some(Open { data: Rc::new(data), values, process });
        self.serving.clear();
        self.trainer = None;
    }

    /// The open data.
    ///
    /// # Errors
    /// [`Error::NotReady`] if none is open.
    pub fn data(&self) -> Result<&Dataset> {
        Ok(&self.opened()?.data)
    }

    /// A held-out session with its test target; the same seed gives the same one.
    ///
    /// # Errors
    /// [`Error::NotReady`] if no data is open or it has no test session.
    pub fn real_session(&self, seed: u64) -> Result<RealSession> {
        let data = self.data()?;
        let all = questions(&data.sequences, Part::Test, 0);
        if all.is_empty() {
            return Err(not_ready("Open data with sessions of at least two items"));
        }
        let index = rng::below(&mut rng::stream(seed, "real session"), all.len() as u32);
        let sample = all[index as usize];
        let items = sample.history(&data.sequences).to_vec();
        let cuts = data.sequences.cuts(sample.user);
        Ok(RealSession { items, target: sample.target_item(&data.sequences), user: sample.user, cuts })
    }

    /// What simple methods reach on one part, and the best possible where the process is known. `sessions` 0 = all.
    ///
    /// # Errors
    /// [`Error::NotReady`] if no data is open.
    pub fn floors(&self, part: Part, sessions: usize) -> Result<Floors> {
        let open = self.opened()?;
        Ok(floors(&open.data, open.process.as_ref(), &questions(&open.data.sequences, part, sessions)))
    }

    /// A configuration that suits the open data.
    ///
    /// # Errors
    /// [`Error::NotReady`] if no data is open, [`Error::Config`] for an unknown system.
    pub fn default_config(&self, system: &str) -> Result<RunConfig> {
        let data = self.data()?;
        crate::config::presets::suited(system, &data.schema(), data.summary().max_length)
    }

    /// Loads saved weights into the model that answers under the name `slot` ([`MAIN`] by default).
    ///
    /// # Errors
    /// [`Error::Weights`] if they do not fit the open data; what answered under that name stays.
    pub fn load_model(&mut self, bytes: &[u8], slot: &str) -> Result<ModelSummary> {
        let open = self.opened()?;
        let schema = open.data.schema();
        let (card, tensors) = read(bytes)?;
        if (card.schema.items, &card.schema.attributes) != (schema.items, &schema.attributes) {
            return Err(Error::Weights {
                tensor: "the file".into(),
                found: format!(
                    "a model of {} items and {} attributes",
                    card.schema.items - 1,
                    card.schema.attributes.len()
                ),
                expected: format!("one of {} items and {} attributes", schema.items - 1, schema.attributes.len()),
            });
        }
        if card.vocabulary.as_ref().is_some_and(|vocabulary| *vocabulary != open.data.vocabulary()) {
            return Err(Error::Weights {
                tensor: "the vocabulary".into(),
                found: "other items or values than the data, or another order".into(),
                expected: format!("those of {}", open.data.name),
            });
        }
        let seed = card.config.training.seed;
        let fresh = AnyModel::new(&card.config.model, &card.schema, &open.values, seed, &self.device)?;
        let model = with_parameters(fresh, tensors)?;
        self.serving.insert(slot.to_owned(), Serving { card, model, remembered: RefCell::default() });
        self.model(slot)
    }

    /// Forgets a model.
    pub fn drop_model(&mut self, slot: &str) {
        self.serving.remove(slot);
    }

    /// A model that answers.
    ///
    /// # Errors
    /// [`Error::NotReady`] if none is loaded under that name.
    pub fn model(&self, slot: &str) -> Result<ModelSummary> {
        let serving = self.serving(slot)?;
        let parameters = trained_parameters(&serving.card.config.model, &serving.model);
        Ok(ModelSummary::new(serving.card.clone(), parameters, &self.data()?.catalogue))
    }

    /// Prepares a run on the open data; weights saved earlier can take the place of fresh ones.
    ///
    /// # Errors
    /// [`Error::Config`] and [`Error::File`] as [`Trainer::new`], [`Error::TooLarge`] if the estimate exceeds what one tab holds.
    pub fn start_training(&mut self, config: RunConfig, warm_start: Option<&[u8]>) -> Result<RunStart> {
        let data = Rc::clone(&self.opened()?.data);
        config.validate()?;
        config.model.fits(&data.schema())?;
        let start_from = warm_start
            .map(|bytes| {
                let (card, tensors) = read(bytes)?;
                let (schema, seed) = (data.schema(), card.config.training.seed);
                let fresh = AnyModel::new(&config.model, &schema, &data.item_values(), seed, &self.device)?;
                with_parameters(fresh, tensors)
            })
            .transpose()?;
        self.check_memory(&config)?;
        self.run(Trainer::new(config, data, start_from, &self.device)?)
    }

    /// The epoch of the run in progress and whether all its steps are done; `None` without a run.
    #[must_use]
    pub fn training_epoch(&self) -> Option<(usize, bool)> {
        self.trainer.as_ref().map(Trainer::epoch)
    }

    /// Trains for at most `n` steps; see [`Trainer::run_steps`].
    ///
    /// # Errors
    /// [`Error::NotReady`] without a run, [`Error::Diverged`] as the trainer.
    pub async fn train_steps(&mut self, n: usize) -> Result<Vec<StepReport>> {
        self.trainer.as_mut().ok_or_else(|| not_ready("Start a training run"))?.run_steps(n).await
    }

    /// Ranks all items for the sessions of one part: with the model in training if there is a run, else with the one that
    /// answers. `sessions` 0 = all.
    ///
    /// # Errors
    /// [`Error::NotReady`] without data or model.
    pub async fn evaluate(&self, part: Part, sessions: usize) -> Result<Metrics> {
        let open = self.opened()?;
        let (model, config) = if let Some(trainer) = &self.trainer {
            (trainer.model(), &trainer.config().model)
        } else {
            let serving = self.serving(MAIN)?;
            (serving.model.clone(), &serving.card.config.model)
        };
        let questions = questions(&open.data.sequences, part, sessions);
        let ranks = rank_all(&model, config, &open.data.sequences, &open.values, &questions, &self.device).await?;
        Ok(Metrics::from_ranks(&ranks.kept, &ranks.masked))
    }

    /// The weights of the run in progress, or of the model that answers, as a file.
    ///
    /// # Errors
    /// [`Error::NotReady`] without either.
    pub async fn snapshot(&self, metrics: Measured, day: &str, precision: Precision) -> Result<Vec<u8>> {
        let Some(trainer) = &self.trainer else {
            let serving = self.serving(MAIN)?;
            return write(&serving.card, &read_parameters(&serving.model).await?, precision);
        };
        let (steps, epochs) = trainer.progress();
        let data = self.data()?;
        let card = Card {
            config: trainer.config().clone(),
            schema: data.schema(),
            trained: Some(Trained { epochs, steps, data: data.name.clone(), date: day.into() }),
            metrics,
            vocabulary: (precision == Precision::Single).then(|| data.vocabulary()),
        };
        write(&card, &read_parameters(&trainer.model()).await?, precision)
    }

    fn opened(&self) -> Result<&Open> {
        self.open.as_ref().ok_or_else(|| not_ready("Open a data set"))
    }

    fn serving(&self, slot: &str) -> Result<&Serving> {
        self.serving.get(slot).ok_or_else(|| not_ready("Load a model"))
    }
}

fn trained_parameters(config: &ModelConfig, model: &AnyModel) -> usize {
    let frozen = match (config, model) {
        (ModelConfig::DifSr(config), AnyModel::DifSr(model)) if config.freeze_attribute_tables => {
            model.attribute_table_size()
        }
        _ => 0,
    };
    count_parameters(model) - frozen
}

fn not_ready(what: &str) -> Error {
    Error::NotReady { what: what.into() }
}
