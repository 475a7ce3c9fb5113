//! The file of a run is looked at before anything gives way to it.

use std::rc::Rc;

use serde::Serialize;

use super::{Lab, Open};
use crate::config::RunConfig;
use crate::error::{Error, Result};
use crate::models::{AnyModel, with_parameters};
use crate::train::checkpoint;
use crate::train::run_file::{self, Evaluation, Kept, RunFile, TrainedOn, run_has};
use crate::train::trainer::Trainer;

/// What a run is, and where it stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct RunFacts {
    /// Its configuration.
    pub config: RunConfig,
    /// What it is trained on, where the file says it.
    pub data: Option<TrainedOn>,
    /// Updates so far.
    pub step: usize,
    /// The epoch in progress, counted over both stages.
    pub epoch: usize,
    /// Updates of that epoch so far.
    pub steps_of_epoch: usize,
    /// Updates of that epoch in all.
    pub steps_per_epoch: usize,
    /// Epochs of the whole run.
    pub total_epochs: usize,
    /// All of them, oldest first.
    pub evaluations: Vec<Evaluation>,
    /// Of these the best one's epoch; 0 before the first.
    pub best_epoch: usize,
    /// Seconds of computing so far.
    pub seconds: f64,
    /// Nothing is left to train.
    pub is_over: bool,
}

impl Lab {
    /// Reads the file of a run on the open data. A run that would go on from it is built whole, so that what cannot go on is refused here.
    ///
    /// # Errors
    /// [`Error::Weights`] if the file is no such run, or one of other data; [`Error::Config`] and [`Error::TooLarge`] as
    /// [`Lab::start_training`].
    pub fn open_run(&self, bytes: &[u8]) -> Result<(RunFile, RunFacts)> {
        let data = &self.opened()?.data;
        let file = run_file::read(bytes)?;
        if file.fingerprint != data.fingerprint() {
            return Err(of_other_data(&file, &data.fingerprint(), &data.name));
        }
        file.config.model.fits(&data.schema())?;
        self.check_memory(&file.config)?;
        check_best(&file)?;
        self.check_best_weights(&file)?;
        let (trainer, _) = Trainer::restore(&file.run, Rc::clone(data), &self.device)?;
        let (step, _) = trainer.progress();
        let (epoch, epoch_is_over) = trainer.epoch();
        let facts = RunFacts {
            config: file.config.clone(),
            data: file.kept.data.clone(),
            step,
            epoch,
            steps_of_epoch: trainer.steps_of_epoch(),
            steps_per_epoch: trainer.steps_per_epoch(),
            total_epochs: trainer.total_epochs(),
            evaluations: file.kept.evaluations.clone(),
            best_epoch: file.kept.best_epoch,
            seconds: file.kept.seconds,
            is_over: file.kept.stopped || (epoch_is_over && epoch >= trainer.total_epochs()),
        };
        Ok((file, facts))
    }

    /// They are those of the same model.
    fn check_best_weights(&self, file: &RunFile) -> Result<()> {
        let Some(best) = &file.best else { return Ok(()) };
        let (card, tensors) = checkpoint::read(best)?;
        if card.config.model != file.config.model {
            return Err(run_has("a best evaluation of another model".into()));
        }
        let Open { data, values, .. } = self.opened()?;
        let fresh = AnyModel::new(&card.config.model, &data.schema(), values, card.config.training.seed, &self.device)?;
        with_parameters(fresh, tensors).map(|_| ())
    }
}

/// The best evaluation is the one that the rule names, and its weights are there: whoever goes on judges later ones by it.
fn check_best(file: &RunFile) -> Result<()> {
    let mut seen = Kept::new(&file.config.training, None);
    for evaluation in &file.kept.evaluations {
        seen.evaluated(evaluation.clone());
    }
    if seen.best_epoch == file.kept.best_epoch && (seen.best_epoch > 0) == file.best.is_some() {
        return Ok(());
    }
    Err(run_has("a best evaluation without its metrics or weights".into()))
}

fn of_other_data(file: &RunFile, fingerprint: &str, name: &str) -> Error {
    let found = match &file.kept.data {
        Some(data) => format!("{} with the fingerprint {}", data.name, file.fingerprint),
        None => format!("data with the fingerprint {}", file.fingerprint),
    };
    let expected = format!("{fingerprint}, which is {name}; open the data of the run before the run");
    Error::Weights { tensor: "the run".into(), found, expected }
}
