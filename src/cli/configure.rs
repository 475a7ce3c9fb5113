//! Which configuration a run has.

use std::path::PathBuf;

use clap::Args;
use dif_sr::config::RunConfig;
use dif_sr::config::published::published;
use dif_sr::error::{Error, Result};
use dif_sr::lab::Lab;
use serde_json::Value;

use super::files;

/// Where the configuration comes from: a file, published settings, or what suits the data; then changes.
#[derive(Args, Debug, Clone, Default)]
#[command(next_help_heading = "Configuration")]
pub struct ConfigArguments {
    /// A configuration as the page saves it: one JSON object with `model` and `training`.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["preset", "system"])]
    config: Option<PathBuf>,
    /// Published settings: beauty, sports, toys, yelp (the release's current ones), beauty-table, sports-table, toys-table,
    /// yelp-table (those behind the paper's table), ml-100k, small.
    #[arg(long, value_name = "NAME")]
    preset: Option<String>,
    /// A system, such as `dif_sr`, `dif_sr-gate`, `sasrec`, `nova`, `bert4rec` (default: that of the preset, or `dif_sr`).
    #[arg(long, value_name = "ID")]
    system: Option<String>,
    /// A change, such as `training.epochs=30` or `model.attributes.0.lambda=5`. May be given several times.
    #[arg(long = "set", value_name = "KEY=VALUE")]
    changes: Vec<String>,
}

impl ConfigArguments {
    /// Published settings for a system, with changes.
    pub fn of_preset(preset: &str, system: &str, changes: Vec<String>) -> Self {
        Self { config: None, preset: Some(preset.into()), system: Some(system.into()), changes }
    }

    /// The configuration for the data that is open in `lab`.
    pub fn resolve(&self, lab: &Lab) -> Result<RunConfig> {
        let base = match (&self.config, &self.preset) {
            (Some(path), _) => RunConfig::from_json(&files::read_text(path)?)?,
            (None, Some(name)) => published(name)?.configure(self.system.as_deref(), &lab.data()?.schema())?,
            (None, None) => lab.default_config(self.system.as_deref().unwrap_or("dif_sr"))?,
        };
        let mut json = serde_json::to_value(base).expect("a configuration is JSON");
        for change in &self.changes {
            apply(&mut json, change)?;
        }
        RunConfig::from_json(&json.to_string())
    }
}

/// Applies one `key=value`; a value that is no JSON is a word.
fn apply(config: &mut Value, change: &str) -> Result<()> {
    let (path, value) = change
        .split_once('=')
        .ok_or_else(|| Error::config("set", change, "a key and a value, such as training.epochs=30"))?;
    let mut place = config;
    for key in path.split('.') {
        let known = match place {
            Value::Object(fields) => fields.keys().cloned().collect::<Vec<_>>().join(", "),
            Value::Array(entries) => format!("an index below {}", entries.len()),
            _ => "nothing further".into(),
        };
        let next = match place {
            Value::Object(fields) => fields.get_mut(key),
            Value::Array(entries) => key.parse().ok().and_then(|index: usize| entries.get_mut(index)),
            _ => None,
        };
        place = next.ok_or_else(|| Error::config(path, format!("unknown at \"{key}\""), known))?;
    }
    *place = serde_json::from_str(value).unwrap_or_else(|_| Value::String(value.into()));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_reach_nested_fields_and_unknown_ones_are_named() {
        let mut config = serde_json::json!({"model": {"fusion": "sum", "attributes": [{"lambda": 1.0}]}, "n": 1});
        for change in ["model.fusion=gate", "model.attributes.0.lambda=2.5", "n=3"] {
            apply(&mut config, change).unwrap();
        }
        let expected = serde_json::json!({"model": {"fusion": "gate", "attributes": [{"lambda": 2.5}]}, "n": 3});
        assert_eq!(config, expected);
        let message = |change| apply(&mut config.clone(), change).unwrap_err().to_string();
        assert_eq!(
            message("model.fusin=gate"),
            "The setting model.fusin is unknown at \"fusin\"; expected attributes, fusion."
        );
        assert!(message("model.attributes.1.lambda=2").contains("an index below 1"));
        assert!(message("n.x=2").contains("nothing further"));
        assert!(message("n").contains("training.epochs=30"));
    }
}
