//! Which runs the results page shows: `docs/results.json`.

use std::collections::BTreeSet;
use std::path::Path;

use dif_sr::config::systems::systems;
use dif_sr::error::{Error, Result};
use serde::Deserialize;

use crate::cli::configure::ConfigArguments;
use crate::cli::data::DataArguments;
use crate::cli::files;

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suite {
    /// One section of the page each.
    pub data: Vec<DataSet>,
    /// The paper's own figures.
    pub paper: Paper,
}

/// Runs on one data set.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DataSet {
    /// Name of the folder of its logs.
    pub id: String,
    /// Name on the page.
    pub title: String,
    /// What a reader should know, in Markdown.
    pub note: String,
    /// Interactions, then attributes.
    pub files: Vec<String>,
    /// The attributes that are used; all of them if left out.
    #[serde(default)]
    pub attributes: Option<Vec<String>>,
    /// Published settings.
    pub preset: String,
    /// Changes to them.
    #[serde(default)]
    pub set: Vec<String>,
    /// Systems by id, in the order of the table.
    pub systems: Vec<String>,
    /// One run of each system for each seed.
    pub seeds: Vec<u64>,
    /// What some of the systems have to reach.
    #[serde(default)]
    pub marks: Option<Marks>,
}

/// Least figures.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Marks {
    /// For these systems.
    pub systems: Vec<String>,
    /// Recall@20 on the validation part, history kept.
    pub valid_recall_20: f64,
    /// Recall@10 on the test part, history kept.
    pub test_recall_10: f64,
    /// Recall@10 on the test part, history masked.
    pub test_recall_10_masked: f64,
}

/// A table that we did not measure.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paper {
    /// Where it stands.
    pub source: String,
    /// Names of the columns.
    pub columns: Vec<String>,
    /// Figures of each system, in the order of the columns.
    pub rows: Vec<(String, Vec<f64>)>,
    /// What a reader should know, in Markdown.
    pub note: String,
}

/// One run of the suite.
#[derive(Debug, Clone, Copy)]
pub struct Planned<'a> {
    /// On what.
    pub data: &'a DataSet,
    /// Which system.
    pub system: &'a str,
    /// Which seed.
    pub seed: u64,
}

impl Suite {
    /// Reads and checks the file.
    pub fn read(path: &Path) -> Result<Self> {
        let failure = |found: String| Error::File {
            file: path.display().to_string(),
            found,
            expected: "a list of data sets and the paper's table".into(),
            advice: "Take docs/results.json as an example.".into(),
        };
        let suite: Self = serde_json::from_str(&files::read_text(path)?).map_err(|error| failure(error.to_string()))?;
        let known: BTreeSet<String> = systems().into_iter().map(|system| system.id).collect();
        for data in &suite.data {
            if let Some(unknown) = data.systems.iter().find(|system| !known.contains(*system)) {
                return Err(failure(format!("the system {unknown}")));
            }
            if data.files.is_empty() || data.files.len() > 2 {
                return Err(failure(format!("{} files for {}", data.files.len(), data.id)));
            }
        }
        if let Some((name, _)) = suite.paper.rows.iter().find(|(_, row)| row.len() != suite.paper.columns.len()) {
            return Err(failure(format!("a row of another length for {name}")));
        }
        Ok(suite)
    }

    /// Every run, in the order of the page.
    pub fn planned(&self) -> impl Iterator<Item = Planned<'_>> {
        self.data.iter().flat_map(|data| {
            let of_system = move |system| data.seeds.iter().map(move |&seed| Planned { data, system, seed });
            data.systems.iter().flat_map(move |system| of_system(system.as_str()))
        })
    }
}

impl Planned<'_> {
    /// Name of its log below the folder of logs.
    pub fn log(&self) -> String {
        format!("{}/{}.{}.jsonl", self.data.id, self.system, self.seed)
    }

    /// Its data, from files in `folder`.
    pub fn data_arguments(&self, folder: &Path) -> DataArguments {
        let mut paths = self.data.files.iter().map(|file| folder.join(file));
        let first = paths.next().expect("checked when the suite was read");
        DataArguments::of_files(first, paths.next(), self.data.attributes.clone())
    }

    /// Its configuration.
    pub fn config_arguments(&self) -> ConfigArguments {
        let changes = self.data.set.iter().cloned().chain([format!("training.seed={}", self.seed)]);
        ConfigArguments::of_preset(&self.data.preset, self.system, changes.collect())
    }

    /// The command that does the same, started where the files are.
    pub fn command(&self) -> String {
        let mut words = vec!["dif-sr train --data".to_owned(), self.data.files[0].clone()];
        if let Some(items) = self.data.files.get(1) {
            words.extend(["--items".into(), items.clone()]);
        }
        if let Some(attributes) = &self.data.attributes {
            words.extend(["--attributes".into(), attributes.join(",")]);
        }
        words.extend(["--preset".into(), self.data.preset.clone(), "--system".into(), self.system.into()]);
        for change in &self.data.set {
            words.extend(["--set".into(), change.clone()]);
        }
        words.extend(["--set".into(), format!("training.seed={}", self.seed)]);
        words.join(" ")
    }
}
