//! Run configuration: one JSON object shared by the page, the command line and every saved model.
//!
//! Keys keep the names of RecBole's configuration files (`hidden_size`, `n_layers`, `hidden_dropout_prob`, ...), so that a
//! reader of the paper's configurations recognises them. Unknown keys are refused at every level.

mod attention_models;
mod backbone;
mod check;
mod model;
mod other_models;
pub mod presets;
pub mod published;
pub mod systems;

pub use attention_models::{
    Bert4RecConfig, DifBertConfig, DifSrConfig, FdsaConfig, IcaiConfig, NovaConfig, S3RecConfig, SasRecConfig,
    SasRecFConfig,
};
pub use backbone::Backbone;
pub use model::{AttributeConfig, Cloze, Fusion, InputFusion, ModelConfig, Pooling, SourceFusion};
pub use other_models::{CaserConfig, GruConfig};

use serde::{Deserialize, Serialize};

use check::{LARGEST_SIZE, count, number};

use crate::error::{Error, Result};

/// Model and training settings of one run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct RunConfig {
    /// Which model, and its sizes.
    pub model: ModelConfig,
    /// How it is trained.
    #[serde(default)]
    pub training: TrainingConfig,
}

/// Which targets one training sequence yields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Targets {
    /// Every prefix is a sample with one target, as in the release. Valid for every fusion.
    Prefix,
    /// Every slot of a window predicts its successor. Valid only where a slot cannot see later ones.
    EveryPosition,
    /// Some items of a window are masked and predicted from both sides (BERT4Rec's way).
    Cloze,
}

impl Targets {
    /// The name in configuration files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Prefix => "prefix",
            Self::EveryPosition => "every_position",
            Self::Cloze => "cloze",
        }
    }
}

/// What names the best evaluation of a run, on the validation part with the history kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub enum ValidMetric {
    /// NDCG@10, and MRR where it is the same: both tell epochs apart where the first twenty hold every item, or none.
    #[serde(rename = "NDCG@10")]
    Ndcg10,
    /// Recall@20 alone: the rule of the released configurations.
    #[serde(rename = "Recall@20")]
    Recall20,
}

impl ValidMetric {
    /// The name in configuration files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ndcg10 => "NDCG@10",
            Self::Recall20 => "Recall@20",
        }
    }
}

/// Settings of the training loop.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct TrainingConfig {
    /// Step size of Adam (betas 0.9 and 0.999, epsilon 1e-8, no decay).
    pub learning_rate: f64,
    /// Sequences in one step.
    pub train_batch_size: usize,
    /// Passes over the training part.
    pub epochs: usize,
    /// Which targets a sequence yields.
    pub targets: Targets,
    /// One seed for initial weights, order and dropout, each with its own stream.
    pub seed: u64,
    /// Epochs between two evaluations.
    pub eval_every: usize,
    /// What is to gain: names the best evaluation.
    pub valid_metric: ValidMetric,
    /// Evaluations without gain before the run ends; 0 = never.
    pub stopping_step: usize,
    /// Validation sessions ranked at each evaluation; 0 = all.
    pub eval_sessions: usize,
    /// Items drawn in each step to compete with the targets, for catalogues whose full matrix of scores is too large; 0 = all items
    /// compete. Evaluation always ranks all.
    pub sampled_softmax: usize,
}

impl Default for TrainingConfig {
    fn default() -> Self {
        Self {
            learning_rate: 0.003,
            train_batch_size: 64,
            epochs: 20,
            targets: Targets::EveryPosition,
            seed: 212,
            eval_every: 1,
            valid_metric: ValidMetric::Ndcg10,
            stopping_step: 10,
            eval_sessions: 600,
            sampled_softmax: 0,
        }
    }
}

/// What a model must know about the data: table sizes, not contents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Schema {
    /// Rows of the item table, padding row 0 included.
    pub items: usize,
    /// The attributes, in data-set order.
    pub attributes: Vec<AttributeSchema>,
    /// Users, for models that keep a vector of each; they alone must meet the same users again.
    #[serde(default)]
    pub users: usize,
}

/// Table size and kind of one attribute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttributeSchema {
    /// Column name.
    pub name: String,
    /// Several values per item allowed.
    pub bag: bool,
    /// Rows of the table, row 0 ("no value") included.
    pub rows: usize,
}

impl RunConfig {
    /// Parses strict JSON and checks every value.
    ///
    /// # Errors
    /// [`Error::Config`] naming the field, what was found and what is allowed.
    pub fn from_json(text: &str) -> Result<Self> {
        let config: Self = serde_json::from_str(text).map_err(|error| Error::Config {
            field: "configuration".into(),
            found: error.to_string(),
            expected: "one JSON object with `model` and `training`".into(),
        })?;
        config.validate()?;
        Ok(config)
    }

    /// Checks ranges and combinations that do not depend on the data.
    ///
    /// # Errors
    /// [`Error::Config`] for the first setting out of range.
    pub fn validate(&self) -> Result<()> {
        self.model.validate()?;
        let t = &self.training;
        number("learning_rate", t.learning_rate, 1e-7, 1.0)?;
        count("train_batch_size", t.train_batch_size, 1, LARGEST_SIZE)?;
        count("epochs", t.epochs, 1, 10_000)?;
        count("eval_every", t.eval_every, 1, 10_000)?;
        count("sampled_softmax", t.sampled_softmax, 0, 1_000_000)?;
        let valid = self.model.targets();
        if valid.contains(&t.targets) {
            return Ok(());
        }
        let names: Vec<&str> = valid.iter().map(|targets| targets.name()).collect();
        let reason = self.model.refusal().unwrap_or("only models with a [MASK] item fill gaps");
        Err(Error::Config {
            field: "targets".into(),
            found: format!("{} for {}", t.targets.name(), self.model.kind()),
            expected: format!("{}, because {reason}", names.join(" or ")),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str =
        r#"{"model": {"kind": "dif_sr", "hidden_size": 8, "inner_size": 8}, "training": {"epochs": 3}}"#;

    #[test]
    fn missing_keys_take_their_defaults() {
        let config = RunConfig::from_json(SMALL).unwrap();
        assert_eq!(config.training.epochs, 3);
        assert_eq!(config.training.train_batch_size, 64);
        assert_eq!(config.model.max_length(), 20);
    }

    #[test]
    fn unknown_keys_are_refused_at_every_level() {
        for text in [
            SMALL.replace("hidden_size", "hidenSize"),
            SMALL.replace("epochs", "epoch"),
            SMALL.replace("training", "train"),
        ] {
            assert!(RunConfig::from_json(&text).is_err(), "{text}");
        }
    }

    #[test]
    fn every_position_is_refused_where_a_slot_could_see_its_target() {
        let text = SMALL.replace("\"hidden_size\"", "\"fusion\": \"gate\", \"hidden_size\"");
        let message = RunConfig::from_json(&text).unwrap_err().to_string();
        assert!(message.contains("later slots"), "{message}");
        let masked = text.replace("\"fusion\"", "\"mask_before_fusion\": true, \"fusion\"");
        assert!(RunConfig::from_json(&masked).is_ok());
    }

    #[test]
    fn heads_must_divide_the_width() {
        let text = SMALL.replace("\"hidden_size\": 8", "\"n_heads\": 3, \"hidden_size\": 8");
        assert!(RunConfig::from_json(&text).unwrap_err().to_string().contains("divisor"));
    }

    #[test]
    fn a_configuration_survives_a_round_trip() {
        let config = RunConfig::from_json(SMALL).unwrap();
        let text = serde_json::to_string(&config).unwrap();
        assert_eq!(RunConfig::from_json(&text).unwrap(), config);
    }
}
