//! `dif-sr results`: from logs to `docs/results.md`.

mod log;
mod page;
mod suite;

use std::path::PathBuf;

use clap::Args;
use dif_sr::error::{Error, Result};
use dif_sr::lab::Lab;

use super::device::DeviceChoice;
use super::folder::RunFolder;
use super::run::{Checkpoints, Run};
use super::{files, report};
use log::{Finished, shortened};
use suite::{Planned, Suite};

/// Which runs, where their logs are, where the page goes.
#[derive(Args)]
#[command(after_long_help = "\
Examples:
  The page anew from the logs that are there, with the commands of the runs that are not:
    dif-sr results

  First train what is missing on MovieLens-100K; interrupted runs go on:
    dif-sr results --train --files ~/data --only ml-100k")]
pub struct Arguments {
    /// The runs and the paper's table.
    #[arg(long, value_name = "FILE", default_value = "docs/results.json")]
    suite: PathBuf,
    /// Folder of the logs.
    #[arg(long, value_name = "DIR", default_value = "docs/results")]
    logs: PathBuf,
    /// The page.
    #[arg(long, value_name = "FILE", default_value = "docs/results.md")]
    out: PathBuf,
    /// Train what has no log yet.
    #[arg(long, requires = "files")]
    train: bool,
    /// Folder of the data files.
    #[arg(long, value_name = "DIR")]
    files: Option<PathBuf>,
    /// Train only runs whose name holds this, such as `ml-100k` or `ml-100k/sasrec.`.
    #[arg(long, value_name = "TEXT", default_value = "")]
    only: String,
    /// Folder of the runs in progress.
    #[arg(long, value_name = "DIR", default_value = "runs")]
    runs: PathBuf,
    #[command(flatten)]
    checkpoints: Checkpoints,
    /// What computes.
    #[arg(long, value_enum, default_value_t = DeviceChoice::Cpu)]
    device: DeviceChoice,
}

/// Trains what is asked for and writes the page.
pub fn run(arguments: &Arguments) -> Result<()> {
    let suite = Suite::read(&arguments.suite)?;
    if let Some(folder) = arguments.files.as_ref().filter(|_| arguments.train) {
        for planned in suite.planned().filter(|planned| planned.log().contains(&arguments.only)) {
            if finished(arguments, &planned)?.is_none() {
                train(arguments, &planned, folder)?;
                write_page(arguments, &suite)?;
            }
        }
    }
    let (done, all) = write_page(arguments, &suite)?;
    println!("{}: {done} of {all} runs", arguments.out.display());
    Ok(())
}

fn write_page(arguments: &Arguments, suite: &Suite) -> Result<(usize, usize)> {
    let runs =
        suite.planned().map(|planned| Ok((planned, finished(arguments, &planned)?))).collect::<Result<page::Runs>>()?;
    files::write(&arguments.out, page::page(suite, &runs).as_bytes())?;
    Ok((runs.iter().filter(|(_, log)| log.is_some()).count(), runs.len()))
}

/// The log of a run; `None` if there is none.
fn finished(arguments: &Arguments, planned: &Planned) -> Result<Option<Finished>> {
    let path = arguments.logs.join(planned.log());
    if !path.exists() {
        return Ok(None);
    }
    match Finished::read(&files::read_text(&path)?) {
        Some(log) => Ok(Some(log)),
        None => Err(Error::File {
            file: path.display().to_string(),
            found: "something else".into(),
            expected: "the log of a finished run".into(),
            advice: "Delete it and train again with --train.".into(),
        }),
    }
}

/// Trains one run, or goes on with it, and keeps its log.
fn train(arguments: &Arguments, planned: &Planned, files_folder: &std::path::Path) -> Result<()> {
    let path = arguments.runs.join(planned.log().trim_end_matches(".jsonl"));
    let mut lab = Lab::new(arguments.device.open()).with_memory_limit(u64::MAX);
    let data = planned.data_arguments(files_folder);
    data.open(&mut lab)?;
    let run = if path.join("last.safetensors").exists() {
        Run::resume(&mut lab, &path, arguments.device)?
    } else {
        let config = planned.config_arguments().resolve(&lab)?;
        let folder = RunFolder::create(&path, &config, &data)?;
        Run::start(&mut lab, config, Some(folder), data.shop()?, arguments.device)?
    };
    let outcome = run.finish(&mut lab, arguments.checkpoints)?;
    report::print(&planned.log(), planned.system, &outcome.test, &outcome.floors);
    let log = shortened(&files::read_text(&path.join("log.jsonl"))?, &planned.command());
    files::write(&arguments.logs.join(planned.log()), log.as_bytes())
}
