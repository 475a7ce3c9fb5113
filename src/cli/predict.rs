//! `dif-sr predict`

use std::path::PathBuf;

use clap::Args;
use dif_sr::error::Result;
use dif_sr::lab::{Lab, MAIN, Question};

use super::data::DataArguments;
use super::device::DeviceChoice;
use super::files;
use super::names::Names;

/// Which model, after which items.
#[derive(Args)]
#[command(after_long_help = "\
Examples:
  What comes after two items of the page's shop:
    dif-sr predict --model www/ready/brand_loyal/dif_sr.safetensors --session \"Dome tent, Gas stove\"

  The same for films, by name or by id in the files:
    dif-sr predict --model runs/dif_sr/best.safetensors --data ml-100k.inter --items ml-100k.item \\
        --attributes class --session \"Toy Story, 172, Usual Suspects, The\" -k 5")]
pub struct Arguments {
    /// Weights, as --out, the page or `bake` wrote them.
    #[arg(long, value_name = "FILE")]
    model: PathBuf,
    #[command(flatten)]
    data: DataArguments,
    /// The session, oldest first: ids as in the files, or names, separated by commas. An id comes before a name that reads alike.
    #[arg(long, value_name = "ITEMS", allow_hyphen_values = true)]
    session: String,
    /// How many items to list.
    #[arg(short, long, default_value_t = 10)]
    k: usize,
    /// Leave out items of the session.
    #[arg(long)]
    new_only: bool,
    /// What computes.
    #[arg(long, value_enum, default_value_t = DeviceChoice::Cpu)]
    device: DeviceChoice,
}

/// Prints the most probable next items.
pub fn run(arguments: &Arguments) -> Result<()> {
    let mut lab = Lab::new(arguments.device.open());
    arguments.data.open(&mut lab)?;
    let model = lab.load_model(&files::read(&arguments.model)?, MAIN)?;
    let data = lab.data()?;
    let names = Names::of(data);
    let session = names.session(&arguments.session)?;
    let prediction = pollster::block_on(lab.predict(&Question::plain(&session), arguments.k, arguments.new_only))?;
    let after: Vec<String> = session.iter().map(|&item| names.shown(item)).collect();
    println!("{} after {}", model.system.name, after.join(", "));
    if prediction.dropped > 0 {
        println!("(the oldest {} do not fit into the model's window)", prediction.dropped);
    }
    for (place, candidate) in (1..).zip(&prediction.top) {
        let truth = candidate.true_probability.map_or(String::new(), |p| format!("  true {:>6.2} %", 100.0 * p));
        let name = names.shown(candidate.item);
        println!("{place:>3}  {:>6.2} %{truth}  {name}", 100.0 * candidate.probability);
    }
    Ok(())
}
