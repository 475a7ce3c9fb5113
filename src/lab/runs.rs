//! Runs: how large they may be, and how they go on after an interruption.

use std::rc::Rc;

use serde_json::Value;

use super::{Lab, RunStart, not_ready, trained_parameters};
use crate::config::RunConfig;
use crate::error::{Bulk, Error, Result};
use crate::train::memory;
use crate::train::trainer::Trainer;

impl Lab {
    /// The same workplace for runs that are estimated to need at most so many bytes.
    #[must_use]
    pub fn with_memory_limit(self, bytes: u64) -> Self {
        Self { memory_limit: bytes, ..self }
    }

    /// The run in progress as a file from which it can go on, bit for bit on the CPU; `kept` is handed back then.
    ///
    /// # Errors
    /// [`Error::NotReady`] without a run.
    pub async fn save_run(&self, kept: Value) -> Result<Vec<u8>> {
        self.trainer.as_ref().ok_or_else(|| not_ready("Start a training run"))?.save(kept).await
    }

    /// Goes on with a saved run on the open data, which has to be the same.
    ///
    /// # Errors
    /// [`Error::Weights`] if the file is no saved run, or one of other data.
    pub fn resume_run(&mut self, bytes: &[u8]) -> Result<(RunStart, Value)> {
        let data = Rc::clone(&self.opened()?.data);
        let (trainer, kept) = Trainer::restore(bytes, data, &self.device)?;
        Ok((self.run(trainer)?, kept))
    }

    /// The configuration of the run in progress.
    ///
    /// # Errors
    /// [`Error::NotReady`] without a run.
    pub fn run_config(&self) -> Result<&RunConfig> {
        Ok(self.trainer.as_ref().ok_or_else(|| not_ready("Start a training run"))?.config())
    }

    /// Updates that the run in progress has made; 0 without one.
    #[must_use]
    pub fn run_steps_done(&self) -> usize {
        self.trainer.as_ref().map_or(0, |trainer| trainer.progress().0)
    }

    /// Ends the run in progress without keeping anything of it.
    pub fn drop_run(&mut self) {
        self.trainer = None;
    }

    fn estimate(&self, config: &RunConfig) -> Result<u64> {
        let data = self.data()?;
        Ok(memory::estimate(config, &data.schema(), &data.bags()))
    }

    pub(super) fn check_memory(&self, config: &RunConfig) -> Result<()> {
        let estimate = self.estimate(config)?;
        if estimate <= self.memory_limit {
            return Ok(());
        }
        Err(Error::TooLarge {
            of: Bulk::Memory,
            what: "The memory that this run needs".into(),
            found: estimate,
            limit: self.memory_limit,
            advice: "A smaller batch, width or sequence length needs less, and so do fewer items or a sampled softmax."
                .into(),
        })
    }

    pub(super) fn run(&mut self, trainer: Trainer) -> Result<RunStart> {
        let (config, steps) = (trainer.config(), trainer.steps_per_epoch());
        let start = RunStart {
            steps_per_epoch: steps,
            total_steps: trainer.total_steps(),
            pretraining_epochs: config.model.pretraining_epochs(),
            parameters: trained_parameters(&config.model, &trainer.model()),
            bytes: self.estimate(config)?,
        };
        self.trainer = Some(trainer);
        Ok(start)
    }
}
