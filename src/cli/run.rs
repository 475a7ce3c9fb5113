//! A run from its first step, from its last checkpoint, or from a file of it, to its end.

use std::path::Path;
use std::time::{Duration, Instant};

use clap::Args;
use dif_sr::config::RunConfig;
use dif_sr::config::systems::system_of;
use dif_sr::data::dataset::{AttributeSummary, Counts};
use dif_sr::data::reading::Reading;
use dif_sr::data::split::Part;
use dif_sr::data::synthetic::SyntheticConfig;
use dif_sr::error::{Error, Result};
use dif_sr::eval::floors::Floors;
use dif_sr::eval::metrics::Metrics;
use dif_sr::lab::{Lab, MAIN, RunStart};
use dif_sr::train::checkpoint::{self, Measured, Precision};
use dif_sr::train::run_file::{self, Evaluation, Kept, RunFile, TrainedOn};
use dif_sr::train::trainer::StepReport;
use pollster::block_on;
use serde::Serialize;
use serde_json::{Value, json};

use super::device::DeviceChoice;
use super::folder::RunFolder;
use super::progress::Progress;
use super::{clock, files};

/// Steps between two looks at the clock.
const CHUNK: usize = 16;

/// When a run writes itself down, besides after every evaluation.
#[derive(Args, Debug, Clone, Copy)]
pub struct Checkpoints {
    /// Write a checkpoint when so many seconds have passed: no more is lost by a crash.
    #[arg(long, value_name = "SECONDS", default_value_t = 60.0, help_heading = "Run")]
    checkpoint_seconds: f64,
}

/// What the first line of a log says about the data.
#[derive(Serialize)]
struct LoggedData<'a> {
    name: &'a str,
    fingerprint: String,
    #[serde(flatten)]
    counts: Counts,
    attributes: &'a [AttributeSummary],
    #[serde(flatten)]
    reading: Option<&'a Reading>,
}

/// A run in progress.
pub struct Run {
    config: RunConfig,
    start: RunStart,
    folder: Option<RunFolder>,
    kept: Kept,
    best: Vec<u8>,
    began: Instant,
}

/// What a run reached.
pub struct Outcome {
    /// The epoch that was kept.
    pub best_epoch: usize,
    /// The metric that chose it.
    pub best_by: &'static str,
    /// Its test metrics.
    pub test: Metrics,
    /// Floors on the same questions.
    pub floors: Floors,
}

impl Run {
    /// Begins a run on the data that is open in `lab`.
    pub fn start(
        lab: &mut Lab,
        config: RunConfig,
        folder: Option<RunFolder>,
        shop: Option<SyntheticConfig>,
        device: DeviceChoice,
    ) -> Result<Self> {
        let start = lab.start_training(config.clone(), None)?;
        let data = TrainedOn { name: lab.data()?.name.clone(), synthetic: shop };
        let kept = Kept::new(&config.training, Some(data));
        let mut run = Self { config, start, folder, kept, best: Vec::new(), began: Instant::now() };
        run.log_start(lab, device)?;
        run.checkpoint(lab)?;
        Ok(run)
    }

    fn log_start(&mut self, lab: &Lab, device: DeviceChoice) -> Result<()> {
        let data = lab.data()?;
        let run = &self;
        let event = json!({
            "event": "start",
            "date": clock::now(),
            "version": env!("CARGO_PKG_VERSION"),
            "command": std::env::args().skip(1).collect::<Vec<_>>().join(" "),
            "device": device.name(),
            "system": system_of(&run.config.model).id,
            "seed": run.config.training.seed,
            "config": run.config,
            "data": LoggedData {
                name: &data.name,
                fingerprint: data.fingerprint(),
                counts: data.counts(),
                attributes: &data.summary().attributes,
                reading: data.reading.as_ref(),
            },
            "parameters": run.start.parameters,
            "total_steps": run.start.total_steps,
            "estimated_bytes": run.start.bytes,
        });
        self.log(&event)
    }

    /// Goes on with the run in a folder.
    pub fn resume(lab: &mut Lab, path: &Path, device: DeviceChoice) -> Result<Self> {
        let RunFile { run, config, kept, best, .. } = run_file::read(&RunFolder::last(path)?)?;
        let (start, _) = lab.resume_run(&run)?;
        let folder = RunFolder::open(path, kept.logged)?;
        // Checkpoints of earlier versions leave the weights to the file beside them.
        let best = match best {
            Some(best) => best,
            None if kept.best_epoch > 0 => files::read(&folder.file("best.safetensors"))?,
            None => Vec::new(),
        };
        let mut run = Self { config, start, folder: Some(folder), kept, best, began: Instant::now() };
        run.log(&json!({"event": "resume", "date": clock::now(), "device": device.name()}))?;
        Ok(run)
    }

    /// Goes on with the run in a file, which may have begun on the page, in a folder of its own.
    pub fn resume_file(
        lab: &mut Lab,
        file: &Path,
        folder: impl FnOnce(&RunConfig) -> Result<Option<RunFolder>>,
        device: DeviceChoice,
    ) -> Result<Self> {
        let (RunFile { run, config, kept, best, .. }, _) = lab.open_run(&files::read(file)?)?;
        let (start, _) = lab.resume_run(&run)?;
        let folder = folder(&config)?;
        let best = best.unwrap_or_default();
        let mut run = Self { config, start, folder, kept, best, began: Instant::now() };
        run.log_start(lab, device)?;
        for evaluation in run.kept.evaluations.clone() {
            let Evaluation { epoch, metrics, .. } = evaluation;
            let best = epoch == run.kept.best_epoch;
            run.log(&json!({"event": "evaluation", "epoch": epoch, "valid": metrics, "best": best}))?;
        }
        let from =
            json!({"event": "resume", "date": clock::now(), "device": device.name(), "step": lab.run_steps_done()});
        run.log(&from)?;
        if !run.best.is_empty() {
            run.write("best.safetensors", &run.best)?;
        }
        run.checkpoint(lab)?;
        Ok(run)
    }

    /// The configuration.
    pub const fn config(&self) -> &RunConfig {
        &self.config
    }

    /// Trains to the end, then measures the best epoch on the test part.
    pub fn finish(mut self, lab: &mut Lab, checkpoints: Checkpoints) -> Result<Outcome> {
        let mut progress = Progress::new(lab.run_steps_done(), self.start.total_steps);
        let mut written = Instant::now();
        let patience = Duration::try_from_secs_f64(checkpoints.checkpoint_seconds)
            .map_err(|error| Error::config("checkpoint_seconds", error, "a number of seconds, 0 or more"))?;
        // A run may have been written down between the end of an epoch and its evaluation.
        if self.kept.tells_evaluations() && self.awaits_evaluation(lab) {
            self.evaluate(lab, &mut progress)?;
        }
        while !self.kept.stopped {
            let reports = block_on(lab.train_steps(CHUNK))?;
            if reports.is_empty() {
                break;
            }
            self.took(&reports)?;
            progress.steps(&reports, self.start.total_steps);
            if self.awaits_evaluation(lab) {
                self.evaluate(lab, &mut progress)?;
            } else if written.elapsed() < patience {
                continue;
            }
            self.checkpoint(lab)?;
            written = Instant::now();
        }
        progress.finish();
        self.conclude(lab)
    }

    /// An epoch is over that is to be evaluated.
    fn awaits_evaluation(&self, lab: &Lab) -> bool {
        let is_new = |epoch| epoch > self.kept.evaluated_epoch() && self.is_due(epoch);
        lab.training_epoch().is_some_and(|(epoch, over)| over && is_new(epoch))
    }

    fn is_due(&self, epoch: usize) -> bool {
        let epoch = epoch.saturating_sub(self.start.pretraining_epochs);
        let training = &self.config.training;
        epoch > 0 && (epoch.is_multiple_of(training.eval_every) || epoch == training.epochs)
    }

    fn took(&mut self, reports: &[StepReport]) -> Result<()> {
        let totals: Vec<f32> = reports.iter().map(|report| report.total).collect();
        self.kept.losses.0 += totals.iter().map(|&total| f64::from(total)).sum::<f64>();
        self.kept.losses.1 += totals.len();
        let first = &reports[0];
        self.log(&json!({
            "event": "steps",
            "stage": first.stage,
            "epoch": first.epoch,
            "first": first.step,
            "total": totals,
            "item": reports.iter().map(|report| report.item).collect::<Vec<_>>(),
            "seconds": self.seconds(),
        }))
    }

    fn evaluate(&mut self, lab: &Lab, progress: &mut Progress) -> Result<()> {
        let (epoch, _) = lab.training_epoch().unwrap_or_default();
        let valid = block_on(lab.evaluate(Part::Valid, self.config.training.eval_sessions))?;
        let verdict = self.kept.evaluated(Evaluation { epoch, step: lab.run_steps_done(), metrics: valid.clone() });
        let (sum, count) = std::mem::take(&mut self.kept.losses);
        let metric = format!("N@10 {:.4}  R@20 {:.4}", valid.kept.ndcg[1], valid.kept.recall[2]);
        progress.evaluated(epoch, sum / count.max(1) as f64, &metric, verdict.best);
        self.log(&json!({
            "event": "evaluation", "epoch": epoch, "valid": valid, "best": verdict.best, "seconds": self.seconds(),
        }))?;
        if verdict.best {
            let measured = Measured { valid: Some(valid), test: None };
            self.best = block_on(lab.snapshot(measured, &clock::today(), Precision::Single))?;
            self.write("best.safetensors", &self.best)?;
        }
        Ok(())
    }

    fn checkpoint(&mut self, lab: &Lab) -> Result<()> {
        let Some(folder) = &self.folder else { return Ok(()) };
        let kept = Kept { logged: folder.logged(), seconds: self.seconds(), ..self.kept.clone() };
        let best = (!self.best.is_empty()).then_some(self.best.as_slice());
        self.write("last.safetensors", &run_file::write(&block_on(lab.save_run(Value::Null))?, kept, best)?)
    }

    /// Measures the best epoch on all sessions and notes it with the weights.
    fn conclude(mut self, lab: &mut Lab) -> Result<Outcome> {
        lab.drop_run();
        lab.load_model(&self.best, MAIN)?;
        let valid = block_on(lab.evaluate(Part::Valid, 0))?;
        let test = block_on(lab.evaluate(Part::Test, 0))?;
        let floors = lab.floors(Part::Test, 0)?;
        let (mut card, tensors) = checkpoint::read(&self.best)?;
        card.metrics = Measured { valid: Some(valid.clone()), test: Some(test.clone()) };
        self.write("best.safetensors", &checkpoint::write(&card, &tensors, Precision::Single)?)?;
        let reason = if self.kept.stopped { "no gain any more" } else { "all epochs done" };
        self.log(&json!({
            "event": "end", "date": clock::now(), "reason": reason, "best_epoch": self.kept.best_epoch,
            "best_by": self.kept.early_stop.valid_metric(),
            "valid": valid, "test": test, "floors": floors, "seconds": self.seconds(),
        }))?;
        let best_by = self.kept.early_stop.valid_metric().name();
        Ok(Outcome { best_epoch: self.kept.best_epoch, best_by, test, floors })
    }

    fn seconds(&self) -> f64 {
        let seconds = self.kept.seconds + self.began.elapsed().as_secs_f64();
        (seconds * 1e3).round() / 1e3
    }

    fn write(&self, name: &str, bytes: &[u8]) -> Result<()> {
        self.folder.as_ref().map_or(Ok(()), |folder| files::write(&folder.file(name), bytes))
    }

    fn log(&mut self, event: &serde_json::Value) -> Result<()> {
        self.folder.as_mut().map_or(Ok(()), |folder| folder.log(event))
    }
}
