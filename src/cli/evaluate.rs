//! `dif-sr evaluate`

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use dif_sr::data::split::Part;
use dif_sr::error::Result;
use dif_sr::lab::{Lab, MAIN};
use serde_json::json;

use super::data::DataArguments;
use super::device::DeviceChoice;
use super::{files, report};

/// Which model, on what.
#[derive(Args)]
#[command(after_long_help = "\
Examples:
  The test metrics of a run, beside popularity, Markov and cosine floors:
    dif-sr evaluate --model runs/sasrec/best.safetensors \\
        --data ml-100k.inter --items ml-100k.item --attributes class

  A model that the page saved, on the validation part of the page's shop, as JSON:
    dif-sr evaluate --model dif-sr.safetensors --synthetic '{}' --split valid --json")]
pub struct Arguments {
    /// Weights, as --out, the page or `bake` wrote them.
    #[arg(long, value_name = "FILE")]
    model: PathBuf,
    #[command(flatten)]
    data: DataArguments,
    /// Which held-out targets.
    #[arg(long, value_enum, default_value_t = Split::Test)]
    split: Split,
    /// Print JSON instead of a table.
    #[arg(long)]
    json: bool,
    /// What computes.
    #[arg(long, value_enum, default_value_t = DeviceChoice::Cpu)]
    device: DeviceChoice,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Split {
    /// The last item but one of each user, or what `--hold-out` puts in its place.
    Valid,
    /// The last item of each user, or what `--hold-out` puts in its place.
    Test,
}

/// Ranks all items for every session and prints the metrics.
pub fn run(arguments: &Arguments) -> Result<()> {
    let mut lab = Lab::new(arguments.device.open());
    arguments.data.open(&mut lab)?;
    let model = lab.load_model(&files::read(&arguments.model)?, MAIN)?;
    let (part, title) = match arguments.split {
        Split::Valid => (Part::Valid, "Validation"),
        Split::Test => (Part::Test, "Test"),
    };
    let metrics = pollster::block_on(lab.evaluate(part, 0))?;
    let floors = lab.floors(part, 0)?;
    if arguments.json {
        println!("{:#}", json!({"system": model.system.id, "split": title, "metrics": metrics, "floors": floors}));
    } else {
        report::print(&format!("{title}, {}", lab.data()?.name), &model.system.name, &metrics, &floors);
    }
    Ok(())
}
