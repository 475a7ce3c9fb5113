//! `dif-sr train`

use std::path::PathBuf;

use clap::Args;
use dif_sr::config::systems::system_of;
use dif_sr::error::Result;
use dif_sr::lab::Lab;

use super::configure::ConfigArguments;
use super::data::DataArguments;
use super::device::DeviceChoice;
use super::folder::RunFolder;
use super::run::{Checkpoints, Run};
use super::{clock, report};

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

  The run behind the paper's table, on RecBole's Amazon files:
    dif-sr train --data Amazon_Beauty.inter --items Amazon_Beauty.item --attributes categories \\
        --preset beauty-table --out runs/beauty

The folder of --out holds config.json (which --config and the page read), data.json, log.jsonl (one JSON object a line:
start, steps, evaluation, resume, end), best.safetensors (the best evaluation on the validation part) and last.safetensors
(the checkpoint). training.valid_metric says what is best: NDCG@10, and MRR between equals; or Recall@20 alone, the rule of the
released configurations, which their presets and ml-100k keep.")]
pub struct Arguments {
    #[command(flatten)]
    data: DataArguments,
    #[command(flatten)]
    config: ConfigArguments,
    /// Keep the run in this new folder.
    #[arg(long, value_name = "DIR", help_heading = "Run")]
    out: Option<PathBuf>,
    /// Go on with the run in this folder; it knows its data and configuration.
    #[arg(long, value_name = "DIR", help_heading = "Run", conflicts_with_all = ["out", "data", "synthetic", "config", "preset", "system", "changes"])]
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
    let run = if let Some(folder) = &arguments.resume {
        RunFolder::data(folder)?.open(&mut lab)?;
        Run::resume(&mut lab, folder, arguments.device)?
    } else {
        arguments.data.open(&mut lab)?;
        let config = arguments.config.resolve(&lab)?;
        let folder = arguments.out.as_ref().map(|path| RunFolder::create(path, &config, &arguments.data));
        Run::start(&mut lab, config, folder.transpose()?, arguments.device)?
    };
    let name = system_of(&run.config().model).name;
    let outcome = run.finish(&mut lab, arguments.checkpoints)?;
    println!("{name}, best epoch {} by validation {}, {}", outcome.best_epoch, outcome.best_by, clock::today());
    report::print("Test", &name, &outcome.test, &outcome.floors);
    Ok(())
}
