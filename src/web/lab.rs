//! [`crate::lab::Lab`] for JavaScript: convert in, call, convert out.

use dif_sr_import::Imported;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_wasm_bindgen::Serializer;
use tsify::{Ts, Tsify};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::device::{self, DeviceInfo};
use super::dto::{ExplanationDto, PredictionDto};
use super::early_stop::WebEarlyStop;
use crate::config::RunConfig;
use crate::config::systems::systems;
#[cfg(feature = "cpu")]
use crate::data::catalogue::Catalogue;
use crate::data::dataset::DatasetSummary;
use crate::data::imported::{Keep, open_imported};
#[cfg(feature = "cpu")]
use crate::data::imported::{Remains, remains};
use crate::data::split::Part;
use crate::data::synthetic::{SyntheticConfig, generate};
use crate::error::{Error, Result};
#[cfg(feature = "cpu")]
use crate::eval::facts::{DataFacts, facts};
#[cfg(feature = "cpu")]
use crate::eval::floors::Floors;
use crate::eval::metrics::Metrics;
#[cfg(feature = "webgpu")]
use crate::golden::{Case, CaseReport, check};
#[cfg(feature = "cpu")]
use crate::lab::RealSession;
use crate::lab::{Lab, MAIN, ModelSummary, Question, RunStart};
use crate::train::checkpoint::{Measured, Precision};
use crate::train::early_stop::EarlyStop;
use crate::train::trainer::StepReport;

/// One workplace of a worker.
#[wasm_bindgen(js_name = Lab)]
pub struct WebLab {
    pub(super) lab: Lab,
    device: DeviceInfo,
    last_valid: Option<Metrics>,
}

pub type Answer<T> = std::result::Result<Ts<T>, JsValue>;

#[wasm_bindgen(js_class = Lab)]
impl WebLab {
    /// Opens the device of this build. Rejects with code `no_adapter`, `device_refused` or `wrong_answer`.
    pub async fn open() -> std::result::Result<WebLab, JsValue> {
        let (handle, device) = device::open().await?;
        Ok(Self { lab: Lab::new(handle), device, last_valid: None })
    }

    /// What computes.
    pub fn device(&self) -> Answer<DeviceInfo> {
        give(&self.device)
    }

    /// Generates and opens a synthetic shop; `config` is a `SyntheticConfig` as JSON.
    pub fn open_synthetic(&mut self, config: &str) -> Answer<DatasetSummary> {
        let made = generate(&strict::<SyntheticConfig>(config)?)?;
        self.lab.open(made.dataset, Some(made.process));
        give(&self.lab.data()?.summary())
    }

    /// Opens what the importer read of a file called `name`; `keep` is a `Keep` as JSON.
    pub fn open_imported(&mut self, name: &str, bytes: &[u8], keep: &str) -> Answer<DatasetSummary> {
        let (data, _) = open_imported(name, &handed_over(name, bytes)?, &strict::<Keep>(keep)?)?;
        self.lab.open(data, None);
        give(&self.lab.data()?.summary())
    }

    /// Every system that can be chosen.
    #[wasm_bindgen(unchecked_return_type = "System[]")]
    #[expect(clippy::unused_self, reason = "asked of the workplace, like everything else")]
    pub fn systems(&self) -> std::result::Result<JsValue, JsValue> {
        Ok(systems().serialize(&Serializer::json_compatible())?)
    }

    /// A configuration of one of the systems that suits the open data.
    pub fn default_config(&self, system: &str) -> Answer<RunConfig> {
        give(&self.lab.default_config(system)?)
    }

    /// Reads a configuration file, whoever wrote it: strict, whole again, and fit for the open data.
    pub fn read_config(&self, text: &str) -> Answer<RunConfig> {
        let config = RunConfig::from_json(text)?;
        config.model.fits(&self.lab.data()?.schema())?;
        give(&config)
    }

    /// Loads saved weights into a model that answers: the main one, or another one under a name of its own.
    #[expect(clippy::unused_async, reason = "a promise, like every call that may take long")]
    pub async fn load_model(&mut self, bytes: &[u8], slot: Option<String>) -> Answer<ModelSummary> {
        give(&self.lab.load_model(bytes, slot.as_deref().unwrap_or(MAIN))?)
    }

    /// Forgets a model.
    pub fn drop_model(&mut self, slot: &str) {
        self.lab.drop_model(slot);
    }

    /// A model that answers; the main one by default.
    #[expect(clippy::needless_pass_by_value, reason = "the boundary hands it over by value")]
    pub fn model(&self, slot: Option<String>) -> Answer<ModelSummary> {
        give(&self.lab.model(slot.as_deref().unwrap_or(MAIN))?)
    }

    /// What comes after `items`, oldest first: the first `k`, without items of the session if `exclude_seen`. `source_scale`: a factor
    /// on each source's scores, in the order of `Explanation.sources`, for all layers or for each; empty = all 1.
    pub async fn predict(
        &self,
        model: String,
        items: Vec<u32>,
        k: usize,
        exclude_seen: bool,
        source_scale: Vec<f32>,
    ) -> Answer<PredictionDto> {
        let question = Question { model: &model, items: &items, scales: &source_scale };
        give(&PredictionDto::from(self.lab.predict(&question, k, exclude_seen).await?))
    }

    /// Which source looks at what; `source_scale` as in `predict`.
    pub async fn explain(&self, model: String, items: Vec<u32>, source_scale: Vec<f32>) -> Answer<ExplanationDto> {
        let question = Question { model: &model, items: &items, scales: &source_scale };
        give(&ExplanationDto::from(self.lab.explain(&question).await?))
    }

    /// Prepares a run; `config` is a `RunConfig` as JSON, `warm_start` saved weights to continue from.
    #[expect(clippy::unused_async, reason = "a promise, like every call that may take long")]
    pub async fn start_training(&mut self, config: &str, warm_start: Option<Vec<u8>>) -> Answer<RunStart> {
        self.last_valid = None;
        give(&self.lab.start_training(RunConfig::from_json(config)?, warm_start.as_deref())?)
    }

    /// The run in progress, written down so that it can go on as if it had never stopped: bit for bit on the CPU.
    pub async fn save_run(&self) -> std::result::Result<Vec<u8>, JsValue> {
        Ok(self.lab.save_run(Value::Null).await?)
    }

    /// Goes on with a run that was written down, on the open data, which has to be the same.
    pub fn resume_run(&mut self, bytes: &[u8]) -> Answer<RunStart> {
        // What it reached is known again after its next evaluation.
        self.last_valid = None;
        give(&self.lab.resume_run(bytes)?.0)
    }

    /// The rule that names the best evaluation of the run in progress and ends it for want of a gain.
    pub fn early_stop(&self) -> std::result::Result<WebEarlyStop, JsValue> {
        Ok(WebEarlyStop::new(EarlyStop::new(&self.lab.run_config()?.training)))
    }

    /// At most `n` steps, fewer at the end of an epoch; an empty list when the run is over.
    #[wasm_bindgen(unchecked_return_type = "StepReport[]")]
    pub async fn train_steps(&mut self, n: usize) -> std::result::Result<JsValue, JsValue> {
        let reports: Vec<StepReport> = self.lab.train_steps(n).await?;
        Ok(reports.serialize(&Serializer::json_compatible())?)
    }

    /// Full ranking with the model in training, or with the one that answers; `sessions` 0 = all.
    pub async fn evaluate(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Split")] split: String,
        sessions: usize,
    ) -> Answer<Metrics> {
        let part = part(&split)?;
        let metrics = self.lab.evaluate(part, sessions).await?;
        if part == Part::Valid {
            self.last_valid = Some(metrics.clone());
        }
        give(&metrics)
    }

    /// The weights as a safetensors file with configuration, seed and last validation metrics.
    pub async fn snapshot(&self) -> std::result::Result<Vec<u8>, JsValue> {
        let measured = Measured { valid: self.last_valid.clone(), test: None };
        Ok(self.lab.snapshot(measured, "", Precision::Single).await?)
    }
}

/// Asked of the engine that answers the visitor, which is always the CPU's.
#[cfg(feature = "cpu")]
#[wasm_bindgen(js_class = Lab)]
impl WebLab {
    /// The items and attributes of the open data.
    pub fn catalogue(&self) -> Answer<Catalogue> {
        give(&self.lab.data()?.catalogue)
    }

    /// A held-out session and its hidden next item.
    pub fn real_session(&self, seed: f64) -> Answer<RealSession> {
        give(&self.lab.real_session(seed as u64)?)
    }

    /// Floors and ceiling on one part; `sessions` 0 = all.
    pub fn floors(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Split")] split: &str,
        sessions: usize,
    ) -> Answer<Floors> {
        give(&self.lab.floors(part(split)?, sessions)?)
    }

    /// What the open data is like.
    pub fn data_facts(&self) -> Answer<DataFacts> {
        give(&facts(self.lab.data()?))
    }

    /// How much of it `keep` would leave.
    #[expect(clippy::unused_self, reason = "asked of the workplace, like everything else")]
    pub fn remains(&self, name: &str, bytes: &[u8], keep: &str) -> Answer<Remains> {
        give(&remains(name, &handed_over(name, bytes)?, &strict::<Keep>(keep)?)?)
    }
}

/// The CPU is held to the same vectors natively; its file stays free of them.
#[cfg(feature = "webgpu")]
#[wasm_bindgen(js_class = Lab)]
impl WebLab {
    /// Compares this graphics device with reference vectors (`tests/golden`): forward pass, losses, gradients.
    pub async fn check_reference(&self, name: String, vectors: Vec<u8>, steps: usize) -> Answer<CaseReport> {
        let case = Case::read(&name, &vectors, None)?.ok_or_else(|| refused("vectors", "a case of another model"))?;
        give(&check(&case, &name, None, steps, self.lab.device()).await?)
    }
}

/// Plain objects, with `null` for what is missing.
pub fn give<T: Tsify + Serialize>(value: &T) -> Answer<T> {
    Ok(Ts::new_unchecked(value.serialize(&Serializer::json_compatible())?))
}

/// Parses JSON so that unknown keys are refused; conversion from JavaScript objects would pass them over.
pub fn strict<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| refused("configuration", &error.to_string()))
}

fn handed_over(name: &str, bytes: &[u8]) -> Result<Imported> {
    Imported::from_bytes(bytes).map_err(|error| Error::File {
        file: name.to_owned(),
        found: error.to_string(),
        expected: "what this version of the page reads".into(),
        advice: "Open the files again.".into(),
    })
}

fn part(split: &str) -> Result<Part> {
    match split {
        "valid" => Ok(Part::Valid),
        "test" => Ok(Part::Test),
        other => Err(refused("split", other)),
    }
}

pub fn refused(field: &str, found: &str) -> Error {
    Error::Config {
        field: field.into(),
        found: found.into(),
        expected: "what the declarations of this module say".into(),
    }
}
