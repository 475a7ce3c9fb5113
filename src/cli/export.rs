//! `dif-sr export`

use std::path::PathBuf;

use clap::Args;
use dif_sr::config::systems::system_of;
use dif_sr::error::Result;
use dif_sr::train::{checkpoint, released};

use super::files;

/// Which weights, and where to.
#[derive(Args)]
#[command(after_long_help = "\
Example:
  Weights for PyTorch, under the names of the released code:
    dif-sr export --model runs/dif_sr/best.safetensors --out dif_sr.pytorch.safetensors

docs/weights.md has the table of names; the README a loader of twenty lines.")]
pub struct Arguments {
    /// Weights, as --out, the page or `bake` wrote them.
    #[arg(long, value_name = "FILE")]
    model: PathBuf,
    /// The file to write.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// Writes the weights under the released code's names, in PyTorch's layout.
pub fn run(arguments: &Arguments) -> Result<()> {
    let (card, tensors) = checkpoint::read(&files::read(&arguments.model)?)?;
    let count = tensors.len();
    let bytes = released::write(&card, tensors)?;
    files::write(&arguments.out, &bytes)?;
    println!("{}: {count} tensors of {}", arguments.out.display(), system_of(&card.config.model).name);
    Ok(())
}
