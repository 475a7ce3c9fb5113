//! `dif-sr predict`

use std::path::PathBuf;

use clap::Args;
use dif_sr::data::dataset::Dataset;
use dif_sr::error::{Error, Result};
use dif_sr::lab::{Lab, MAIN, Question};

use super::data::DataArguments;
use super::device::DeviceChoice;
use super::files;

/// Names that a message offers instead of an unknown one.
const OFFERED: usize = 5;

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
    /// The session, oldest first: names, or ids as in the files, separated by commas.
    #[arg(long, value_name = "ITEMS")]
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
    let session = session(data, &arguments.session)?;
    let prediction = pollster::block_on(lab.predict(&Question::plain(&session), arguments.k, arguments.new_only))?;
    let names = |ids: &[u32]| ids.iter().map(|&id| data.catalogue.items[id as usize].name.as_str()).collect::<Vec<_>>();
    println!("{} after {}", model.system.name, names(&session).join(", "));
    if prediction.dropped > 0 {
        println!("(the oldest {} do not fit into the model's window)", prediction.dropped);
    }
    for (place, candidate) in (1..).zip(&prediction.top) {
        let truth = candidate.true_probability.map_or(String::new(), |p| format!("  true {:>6.2} %", 100.0 * p));
        let name = names(&[candidate.item])[0];
        println!("{place:>3}  {:>6.2} %{truth}  {name}", 100.0 * candidate.probability);
    }
    Ok(())
}

/// The ids of items separated by commas. Names may hold commas themselves: the longest run of pieces that is a name counts.
pub(super) fn session(data: &Dataset, text: &str) -> Result<Vec<u32>> {
    let pieces: Vec<&str> = text.split(',').map(str::trim).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let longest = (at + 1..=pieces.len()).rev().find_map(|end| Some((id(data, &pieces[at..end].join(", "))?, end)));
        let (id, end) = longest.ok_or_else(|| unknown(data, pieces[at]))?;
        found.push(id);
        at = end;
    }
    Ok(found)
}

fn id(data: &Dataset, wanted: &str) -> Option<u32> {
    let wanted = wanted.to_lowercase();
    let names = data.catalogue.items.iter().map(|item| &item.name);
    let position = |of: &mut dyn Iterator<Item = &String>| of.skip(1).position(|name| name.to_lowercase() == wanted);
    let index = position(&mut names.into_iter()).or_else(|| position(&mut data.tokens.iter()))?;
    Some(index as u32 + 1)
}

fn unknown(data: &Dataset, wanted: &str) -> Error {
    let lower = wanted.to_lowercase();
    let names = data.catalogue.items[1..].iter().map(|item| item.name.as_str());
    let mut close: Vec<&str> =
        names.clone().filter(|name| name.to_lowercase().contains(&lower)).take(OFFERED).collect();
    if close.is_empty() {
        close = names.take(OFFERED).collect();
    }
    Error::config("session", format!("\"{wanted}\""), format!("names or ids of the data, such as {}", close.join("; ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use dif_sr::data::atomic::File;
    use dif_sr::data::open::open_atomic;
    use dif_sr::data::subset::SubsetConfig;

    #[test]
    fn a_session_is_read_by_name_and_by_id_even_with_commas_in_names() {
        let inter = b"user_id:token\titem_id:token\nu\t7\nu\t8\nu\t9\nu\t7\n";
        let item = b"item_id:token\ttitle:token_seq\n7\tUsual Suspects, The\n8\tHeat\n9\tThe\n";
        let file = |name, bytes| File { name, bytes };
        let subset = SubsetConfig { core: 1, ..SubsetConfig::default() };
        let data = open_atomic(file("a.inter", inter), Some(file("a.item", item)), &subset).unwrap();
        assert_eq!(session(&data, "usual suspects, the, Heat, 9, The,7").unwrap(), [1, 2, 3, 3, 1]);
        let message = session(&data, "Heat, suspects").unwrap_err().to_string();
        assert!(message.contains("\"suspects\"") && message.contains("Usual Suspects, The"), "{message}");
    }
}
