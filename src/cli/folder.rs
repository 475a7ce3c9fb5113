//! The folder of a run: `config.json`, `data.json`, `log.jsonl`, `best.safetensors`, `last.safetensors`.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use dif_sr::config::RunConfig;
use dif_sr::error::{Error, Result};
use serde_json::Value;

use super::data::DataArguments;
use super::files;

/// A folder that holds one run.
pub struct RunFolder {
    path: PathBuf,
    log: fs::File,
    /// Length of the log.
    logged: u64,
}

impl RunFolder {
    /// A folder for a new run.
    pub fn create(path: &Path, config: &RunConfig, data: &DataArguments) -> Result<Self> {
        if path.join("config.json").exists() {
            return Err(Error::File {
                file: path.display().to_string(),
                found: "a run".into(),
                expected: "a new folder".into(),
                advice: format!("Go on with it by --resume {0}, or choose another folder.", path.display()),
            });
        }
        let pretty = |value: Value| format!("{value:#}\n").into_bytes();
        files::write(&path.join("config.json"), &pretty(serde_json::to_value(config).expect("JSON")))?;
        files::write(&path.join("data.json"), &pretty(serde_json::to_value(data.absolute()).expect("JSON")))?;
        Self::open(path, 0)
    }

    /// The folder of an interrupted run; its log is cut to the `logged` bytes that the last checkpoint knew.
    pub fn open(path: &Path, logged: u64) -> Result<Self> {
        let file = path.join("log.jsonl");
        let open = || {
            let log = OpenOptions::new().create(true).append(true).open(&file)?;
            log.set_len(logged)?;
            Ok(log)
        };
        let log = open().map_err(|error| files::unwritable(&file, &error))?;
        Ok(Self { path: path.to_owned(), log, logged })
    }

    /// The data of the run in a folder.
    pub fn data(path: &Path) -> Result<DataArguments> {
        let file = path.join("data.json");
        serde_json::from_str(&files::read_text(&file)?).map_err(|error| Error::File {
            file: file.display().to_string(),
            found: error.to_string(),
            expected: "the data.json of a run".into(),
            advice: "Name a folder that --out made.".into(),
        })
    }

    /// The last checkpoint in a folder.
    pub fn last(path: &Path) -> Result<Vec<u8>> {
        files::read(&path.join("last.safetensors"))
    }

    /// Appends a line to the log.
    pub fn log(&mut self, event: &Value) -> Result<()> {
        let line = format!("{event}\n");
        self.log.write_all(line.as_bytes()).map_err(|error| files::unwritable(&self.path.join("log.jsonl"), &error))?;
        self.logged += line.len() as u64;
        Ok(())
    }

    /// Bytes of the log so far.
    pub const fn logged(&self) -> u64 {
        self.logged
    }

    /// Path of one of its files.
    pub fn file(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }
}
