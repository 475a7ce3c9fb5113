//! A run from its first step, or from its last checkpoint, to its end.

use std::path::Path;
use std::time::{Duration, Instant};

use clap::Args;
use dif_sr::config::RunConfig;
use dif_sr::config::systems::system_of;
use dif_sr::data::dataset::{AttributeSummary, Counts};
use dif_sr::data::reading::Reading;
use dif_sr::data::split::Part;
use dif_sr::error::{Error, Result};
use dif_sr::eval::floors::Floors;
use dif_sr::eval::metrics::Metrics;
use dif_sr::lab::{Lab, MAIN, RunStart};
use dif_sr::train::checkpoint::{self, Measured, Precision};
use dif_sr::train::early_stop::EarlyStop;
use dif_sr::train::trainer::StepReport;
use pollster::block_on;
use serde::{Deserialize, Serialize};
use serde_json::json;

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

/// What a run has to remember besides what the trainer does.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    early_stop: EarlyStop,
    best_epoch: usize,
    /// The rule for early stopping has ended the run.
    stopped: bool,
    /// Bytes of the log.
    logged: u64,
    /// Seconds of computing before the checkpoint.
    seconds: f64,
    /// Total losses since the last evaluation, and their number.
    losses: (f64, usize),
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
    pub fn start(lab: &mut Lab, config: RunConfig, folder: Option<RunFolder>, device: DeviceChoice) -> Result<Self> {
        let start = lab.start_training(config.clone(), None)?;
        let kept = Kept {
            early_stop: EarlyStop::new(&config.training),
            best_epoch: 0,
            stopped: false,
            logged: 0,
            seconds: 0.0,
            losses: (0.0, 0),
        };
        let mut run = Self { config, start, folder, kept, best: Vec::new(), began: Instant::now() };
        let data = lab.data()?;
        run.log(&json!({
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
            "parameters": start.parameters,
            "total_steps": start.total_steps,
            "estimated_bytes": start.bytes,
        }))?;
        run.checkpoint(lab)?;
        Ok(run)
    }

    /// Goes on with the run in a folder.
    pub fn resume(lab: &mut Lab, path: &Path, device: DeviceChoice) -> Result<Self> {
        let (start, kept) = lab.resume_run(&RunFolder::last(path)?)?;
        let kept: Kept = serde_json::from_value(kept).map_err(|error| Error::Weights {
            tensor: "last.safetensors".into(),
            found: error.to_string(),
            expected: "a checkpoint of this version".into(),
        })?;
        let folder = RunFolder::open(path, kept.logged)?;
        let best = if kept.best_epoch > 0 { files::read(&folder.file("best.safetensors"))? } else { Vec::new() };
        let config = lab.run_config()?.clone();
        let mut run = Self { config, start, folder: Some(folder), kept, best, began: Instant::now() };
        run.log(&json!({"event": "resume", "date": clock::now(), "device": device.name()}))?;
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
        while !self.kept.stopped {
            let reports = block_on(lab.train_steps(CHUNK))?;
            if reports.is_empty() {
                break;
            }
            self.took(&reports)?;
            progress.steps(&reports, self.start.total_steps);
            if lab.training_epoch().is_some_and(|(epoch, over)| over && self.is_due(epoch)) {
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
        let verdict = self.kept.early_stop.record(&valid.kept);
        let (sum, count) = std::mem::take(&mut self.kept.losses);
        let metric = format!("N@10 {:.4}  R@20 {:.4}", valid.kept.ndcg[1], valid.kept.recall[2]);
        progress.evaluated(epoch, sum / count.max(1) as f64, &metric, verdict.best);
        self.log(&json!({
            "event": "evaluation", "epoch": epoch, "valid": valid, "best": verdict.best, "seconds": self.seconds(),
        }))?;
        if verdict.best {
            let measured = Measured { valid: Some(valid), test: None };
            self.best = block_on(lab.snapshot(measured, &clock::today(), Precision::Single))?;
            self.kept.best_epoch = epoch;
            self.write("best.safetensors", &self.best)?;
        }
        self.kept.stopped = verdict.stop;
        Ok(())
    }

    fn checkpoint(&mut self, lab: &Lab) -> Result<()> {
        let Some(folder) = &self.folder else { return Ok(()) };
        let kept = Kept { logged: folder.logged(), seconds: self.seconds(), ..self.kept.clone() };
        let kept = serde_json::to_value(kept).expect("what is kept is JSON");
        self.write("last.safetensors", &block_on(lab.save_run(kept))?)
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
