//! A run as a file that goes on anywhere: what [`super::run_state`] writes down, together with what whoever steers the run has seen of it and
//! the weights of its best evaluation. The page and the command line write the same one.

use serde::{Deserialize, Serialize};

use super::checkpoint::{self, Card, Precision, decode, encode, unreadable};
use super::early_stop::{EarlyStop, Verdict};
use super::run_state::{FIRST, KEY, Place, SECOND, WEIGHTS};
use crate::config::{RunConfig, TrainingConfig};
use crate::data::synthetic::SyntheticConfig;
use crate::error::{Error, Result};
use crate::eval::metrics::Metrics;
use crate::models::NamedTensor;

/// Prefix of the tensors of the best evaluation; the others are those of the run.
const BEST: &str = "best.";

/// No run draws so many numbers from a stream.
const LAST_POSITION: u64 = 1 << 53;

/// The data of a run, as far as a name and a recipe say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(deny_unknown_fields)]
pub struct TrainedOn {
    /// Its name.
    pub name: String,
    /// How it is made, where it is a synthetic shop.
    pub synthetic: Option<SyntheticConfig>,
}

/// A ranking of the validation part while the run was under way.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Evaluation {
    /// The epoch that had ended, counted over both stages.
    pub epoch: usize,
    /// Updates so far.
    pub step: usize,
    /// What was reached.
    pub metrics: Metrics,
}

/// What a run has to remember besides what the trainer does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    /// What names the best evaluation and ends the run.
    pub early_stop: EarlyStop,
    /// 0 before the first evaluation.
    pub best_epoch: usize,
    /// The rule for early stopping has ended the run.
    pub stopped: bool,
    /// Bytes of the log of its folder, where it has one.
    pub logged: u64,
    /// Seconds of computing before it was written down.
    pub seconds: f64,
    /// Total losses since the last evaluation, and their number.
    pub losses: (f64, usize),
    /// All of them, oldest first; runs of earlier versions do not tell them.
    #[serde(default)]
    pub evaluations: Vec<Evaluation>,
    /// What it is trained on; runs of earlier versions do not tell it.
    #[serde(default)]
    pub data: Option<TrainedOn>,
    /// Of the best evaluation's model, whose weights are then in the file.
    #[serde(default)]
    pub best: Option<Card>,
}

impl Kept {
    /// Of a run before its first step.
    #[must_use]
    pub const fn new(training: &TrainingConfig, data: Option<TrainedOn>) -> Self {
        Self {
            early_stop: EarlyStop::new(training),
            best_epoch: 0,
            stopped: false,
            logged: 0,
            seconds: 0.0,
            losses: (0.0, 0),
            evaluations: Vec::new(),
            data,
            best: None,
        }
    }

    /// Takes note of an evaluation.
    pub fn evaluated(&mut self, evaluation: Evaluation) -> Verdict {
        let verdict = self.early_stop.record(&evaluation.metrics.kept);
        if verdict.best {
            self.best_epoch = evaluation.epoch;
        }
        self.stopped = verdict.stop;
        self.evaluations.push(evaluation);
        verdict
    }

    /// The last epoch that is known to be evaluated; 0 before the first.
    #[must_use]
    pub fn evaluated_epoch(&self) -> usize {
        self.evaluations.last().map_or(self.best_epoch, |evaluation| evaluation.epoch)
    }

    /// Whether all evaluations are here, or there was none.
    #[must_use]
    pub const fn tells_evaluations(&self) -> bool {
        self.best_epoch == 0 || !self.evaluations.is_empty()
    }
}

/// What the page has seen of a run.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify), tsify(rename = "RunSeen", missing_as_null))]
#[serde(deny_unknown_fields)]
pub struct Seen {
    /// Every evaluation before it was written down, oldest first.
    pub evaluations: Vec<Evaluation>,
    /// Seconds of computing.
    pub seconds: f64,
    /// What it is trained on.
    pub data: Option<TrainedOn>,
}

/// A run that was read from a file.
pub struct RunFile {
    /// What [`super::trainer::Trainer::restore`] goes on from.
    pub run: Vec<u8>,
    /// Its configuration.
    pub config: RunConfig,
    /// [`crate::data::dataset::Dataset::fingerprint`] of its data.
    pub fingerprint: String,
    /// What was seen of it.
    pub kept: Kept,
    /// The model of its best evaluation, as a file of its own.
    pub best: Option<Vec<u8>>,
}

/// Adds to a run that was written down what was seen of it, and the model of its best evaluation.
///
/// # Errors
/// [`Error::Weights`] if either is no such file.
pub fn write(run: &[u8], kept: Kept, best: Option<&[u8]>) -> Result<Vec<u8>> {
    let (mut place, mut tensors) = place_of(run)?;
    let (card, weights) = best.map(checkpoint::read).transpose()?.unzip();
    let named = |tensor: NamedTensor| NamedTensor { name: format!("{BEST}{}", tensor.name), ..tensor };
    tensors.extend(weights.into_iter().flatten().map(named));
    place.kept = serde_json::to_value(Kept { best: card, ..kept }).expect("what is kept is JSON");
    encode((KEY, text_of(&place)), &tensors, Precision::Single)
}

/// [`write`] of what the page has seen.
///
/// # Errors
/// As [`write`].
pub fn write_seen(run: &[u8], seen: Seen, best: Option<&[u8]>) -> Result<Vec<u8>> {
    let (place, _) = place_of(run)?;
    let mut kept = Kept::new(&place.config.training, seen.data);
    kept.seconds = seen.seconds;
    for evaluation in seen.evaluations {
        kept.evaluated(evaluation);
    }
    write(run, kept, best)
}

/// Reads the file of a run, whoever wrote it: every tensor has its place, and what was seen of the run says what it says.
///
/// # Errors
/// [`Error::Weights`] for everything else, [`Error::Config`] for a configuration out of range.
pub fn read(bytes: &[u8]) -> Result<RunFile> {
    let (mut place, tensors) = place_of(bytes)?;
    let kept: Kept = serde_json::from_value(place.kept.take()).map_err(|error| run_has(error.to_string()))?;
    place.config.validate()?;
    if let Some(position) = [place.shuffle, place.dropout, place.mask].into_iter().find(|&at| at > LAST_POSITION) {
        return Err(run_has(format!("a stream of random numbers at {position}")));
    }
    let (best, run): (Vec<_>, Vec<_>) = tensors.into_iter().partition(|tensor| tensor.name.starts_with(BEST));
    check_moments(&run)?;
    let best = match &kept.best {
        Some(card) => {
            let named = |tensor: NamedTensor| NamedTensor { name: tensor.name[BEST.len()..].to_owned(), ..tensor };
            let model = checkpoint::write(card, &best.into_iter().map(named).collect::<Vec<_>>(), Precision::Single)?;
            // What any file of weights has to be.
            checkpoint::read(&model)?;
            Some(model)
        }
        None if best.is_empty() => None,
        None => return Err(run_has("weights of a best evaluation that it does not name".into())),
    };
    let run = encode((KEY, text_of(&place)), &run, Precision::Single)?;
    Ok(RunFile { run, config: place.config, fingerprint: place.data, kept, best })
}

fn place_of(bytes: &[u8]) -> Result<(Place, Vec<NamedTensor>)> {
    let (text, tensors) = decode(bytes, KEY)?;
    let place = serde_json::from_str(&text).map_err(|error| unreadable(&error.to_string()))?;
    Ok((place, tensors))
}

fn text_of(place: &Place) -> String {
    serde_json::to_string(place).expect("a place holds nothing that JSON cannot")
}

/// Adam remembers as many numbers of a parameter as it has.
fn check_moments(run: &[NamedTensor]) -> Result<()> {
    let length = |name: &str| run.iter().find(|tensor| tensor.name == name).map(|tensor| tensor.values.len());
    for tensor in run {
        let name = [FIRST, SECOND].iter().find_map(|prefix| tensor.name.strip_prefix(prefix));
        let Some(name) = name else { continue };
        let expected = length(&format!("{WEIGHTS}{name}"));
        if expected != Some(tensor.values.len()) {
            return Err(Error::Weights {
                tensor: tensor.name.clone(),
                found: format!("{} numbers", tensor.values.len()),
                expected: format!("{} numbers", expected.unwrap_or(0)),
            });
        }
    }
    Ok(())
}

/// The error of a run that says of itself what no run does.
#[must_use]
pub fn run_has(found: String) -> Error {
    Error::Weights { tensor: "the run".into(), found, expected: "a run saved by this version".into() }
}
