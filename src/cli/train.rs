//! `dif-sr train`

use std::path::{Path, PathBuf};

use clap::Args;
use dif_sr::config::RunConfig;
use dif_sr::config::systems::system_of;
use dif_sr::error::{Error, Result};
use dif_sr::lab::Lab;
use dif_sr::train::run_file::{self, RunFile};

use super::configure::ConfigArguments;
use super::data::DataArguments;
use super::device::DeviceChoice;
use super::folder::RunFolder;
use super::run::{Checkpoints, Run};
use super::{clock, files, report};

/// What to train, on what, and where to keep it.
#[derive(Args)]
#[command(after_long_help = "\
Examples:
  Ten epochs of DIF-SR on the page's first synthetic shop, nothing kept:
    dif-sr train --set training.epochs=10

  SASRec on MovieLens-100K as in the reference runs, kept in runs/sasrec:
    dif-sr train --data ml-100k.inter --items ml-100k.item --attributes class \\
        --preset ml-100k --system sasrec --out runs/sasrec

  Go on after an interruption, even a kill -9; on the CPU the result is the same bit for bit:
    dif-sr train --resume runs/sasrec

  Go on with a run that the page saved as a file; files of one's own are named again, a shop is in the file:
    dif-sr train --resume sasrec.run.safetensors --out runs/sasrec

  The run behind the paper's table, on RecBole's Amazon files:
    dif-sr train --data Amazon_Beauty.inter --items Amazon_Beauty.item --attributes categories \\
        --preset beauty-table --out runs/beauty

The folder of --out holds config.json (which --config and the page read), data.json, log.jsonl (one JSON object a line:
start, steps, evaluation, resume, end), best.safetensors (the best evaluation on the validation part) and last.safetensors
(the checkpoint, which the page goes on with where it is dropped). training.valid_metric says what is best: NDCG@10, and MRR between equals; or Recall@20 alone, the rule of the
released configurations, which their presets and ml-100k keep.")]
pub struct Arguments {
    #[command(flatten)]
    data: DataArguments,
    #[command(flatten)]
    config: ConfigArguments,
    /// Keep the run in this new folder.
    #[arg(long, value_name = "DIR", help_heading = "Run")]
    out: Option<PathBuf>,
    /// Go on with the run in this folder, which knows its data and configuration; or with the run in this file, which knows its configuration.
    #[arg(long, value_name = "DIR|FILE", help_heading = "Run", conflicts_with_all = ["config", "preset", "system", "changes"])]
    resume: Option<PathBuf>,
    #[command(flatten)]
    checkpoints: Checkpoints,
    /// What computes.
    #[arg(long, value_enum, default_value_t = DeviceChoice::Cpu, help_heading = "Run")]
    device: DeviceChoice,
}

/// Trains to the end and prints what was reached.
pub fn run(arguments: &Arguments) -> Result<()> {
    let mut lab = Lab::new(arguments.device.open()).with_memory_limit(u64::MAX);
    let run = match &arguments.resume {
        Some(path) if path.is_file() => resume_file(&mut lab, arguments, path)?,
        Some(path) => resume_folder(&mut lab, arguments, path)?,
        None => {
            arguments.data.open(&mut lab)?;
            let config = arguments.config.resolve(&lab)?;
            let folder = arguments.out.as_ref().map(|path| RunFolder::create(path, &config, &arguments.data));
            Run::start(&mut lab, config, folder.transpose()?, arguments.data.shop()?, arguments.device)?
        }
    };
    let name = system_of(&run.config().model).name;
    let outcome = run.finish(&mut lab, arguments.checkpoints)?;
    println!("{name}, best epoch {} by validation {}, {}", outcome.best_epoch, outcome.best_by, clock::today());
    report::print("Test", &name, &outcome.test, &outcome.floors);
    Ok(())
}

fn resume_folder(lab: &mut Lab, arguments: &Arguments, folder: &Path) -> Result<Run> {
    let (data, out) = (arguments.data.is_named(), arguments.out.is_some());
    if data || out {
        let found = if data { "data" } else { "another folder" };
        return Err(Error::config("resume", format!("a folder, with {found}"), "a folder alone, which knows both"));
    }
    RunFolder::data(folder)?.open(lab)?;
    Run::resume(lab, folder, arguments.device)
}

fn resume_file(lab: &mut Lab, arguments: &Arguments, path: &Path) -> Result<Run> {
    let file = run_file::read(&files::read(path)?)?;
    let named = if arguments.data.is_named() { arguments.data.clone() } else { shop_of(&file)? };
    let data = named.open_as(lab, &file.fingerprint)?;
    let folder =
        |config: &RunConfig| arguments.out.as_ref().map(|out| RunFolder::create(out, config, &data)).transpose();
    Run::resume_file(lab, path, folder, arguments.device)
}

/// The shop that a run was trained on, as its file says it.
fn shop_of(file: &RunFile) -> Result<DataArguments> {
    let data = file.kept.data.as_ref();
    if let Some(shop) = data.and_then(|data| data.synthetic.as_ref()) {
        return Ok(DataArguments::of_shop(shop));
    }
    let name = data.map_or("data that it does not name", |data| &data.name);
    Err(Error::config("resume", format!("a run on {name}"), "the same data beside it, by --data"))
}
