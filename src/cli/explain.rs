//! `dif-sr explain`

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use dif_sr::data::dataset::Dataset;
use dif_sr::error::{Error, Result};
use dif_sr::explain::agreement::{Pairs, agreement};
use dif_sr::explain::counterfactual::{Counterfactual, Edit};
use dif_sr::lab::{Lab, Lessons, MAIN, Question, TruthQuestion};
use serde_json::{Value, json};

use super::data::DataArguments;
use super::device::DeviceChoice;
use super::files;
use super::names::Names;

/// The top three: what a counterfactual has to reach.
const TOP: usize = 3;
/// Neighbours of an item on the map.
const NEIGHBOURS: usize = 10;

/// Which model, which session, what about it.
#[derive(Args)]
#[command(after_long_help = "\
Examples:
  The rank of every score table for three clicks of the page's shop:
    dif-sr explain --model www/ready/brand_loyal/dif_sr.safetensors \\
        --session \"Camera pouch, Macro lens, Spare battery\" --what rank

  What the first item of the list hangs on, and which edits bring another one among the first three, as JSON:
    dif-sr explain --model www/ready/brand_loyal/dif_sr.safetensors \\
        --session \"Camera pouch, Macro lens, Spare battery\" --what attribution --json
    dif-sr explain --model www/ready/brand_loyal/dif_sr.safetensors \\
        --session \"Camera pouch, Macro lens, Spare battery\" --what counterfactual --candidate \"Ring flash\" --json")]
pub struct Arguments {
    /// Weights, as --out, the page or `bake` wrote them.
    #[arg(long, value_name = "FILE")]
    model: PathBuf,
    #[command(flatten)]
    data: DataArguments,
    /// The session, oldest first: ids as in the files, or names, separated by commas. Not needed for map, truth and law.
    #[arg(long, value_name = "ITEMS", default_value = "", allow_hyphen_values = true)]
    session: String,
    /// What is explained.
    #[arg(long, value_enum, default_value_t = What::Rank)]
    what: What,
    /// The item that is explained, or that came next: the first of the list by default.
    #[arg(long, value_name = "ITEM", allow_hyphen_values = true)]
    candidate: Option<String>,
    /// Test sessions whose gradients are laid beside each other.
    #[arg(long, default_value_t = 32)]
    batch: usize,
    /// With the weights that the model started from.
    #[arg(long)]
    untrained: bool,
    /// Print JSON instead of sentences.
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    /// Rank and singular values of every score table.
    Rank,
    /// Gradients that each source receives when the candidate is the next click.
    Gradient,
    /// What the candidate hangs on: every click, every source.
    Attribution,
    /// Which edits of the session bring the candidate among the first three.
    Counterfactual,
    /// The items as a map.
    Map,
    /// How often explanations name what was planted; shops only.
    Truth,
    /// The planted law beside the learned one; shops only.
    Law,
}

/// Explains a model.
pub fn run(arguments: &Arguments) -> Result<()> {
    let mut lab = Lab::new(DeviceChoice::Cpu.open());
    arguments.data.open(&mut lab)?;
    lab.load_model(&files::read(&arguments.model)?, MAIN)?;
    if arguments.untrained {
        lab.load_untrained(MAIN, MAIN)?;
    }
    let found = explain(&lab, arguments)?;
    if arguments.json {
        println!("{found:#}");
    } else {
        print_plainly(&found, 0);
    }
    Ok(())
}

fn explain(lab: &Lab, arguments: &Arguments) -> Result<Value> {
    let data = lab.data()?;
    let items = if arguments.session.is_empty() { Vec::new() } else { Names::of(data).session(&arguments.session)? };
    let question = Question::plain(&items);
    let value = |found: serde_json::Result<Value>| found.expect("answers are plain data");
    Ok(match arguments.what {
        What::Rank => value(serde_json::to_value(lab.rank(MAIN, &items)?)),
        What::Gradient => {
            let target = candidate(lab, arguments, &question)?;
            let asked = Lessons { model: MAIN, items: &items, target, batch: arguments.batch };
            value(serde_json::to_value(lab.gradients(&asked)?))
        }
        What::Attribution => {
            let candidate = candidate(lab, arguments, &question)?;
            value(serde_json::to_value(lab.attribution(&question, candidate)?))
        }
        What::Counterfactual => {
            let candidate = candidate(lab, arguments, &question)?;
            let found = lab.counterfactual(&question, candidate, TOP)?;
            let removed = lab.edits(&question, candidate, Edit::Remove)?;
            in_words(data, &items, candidate, &found, &removed.rank)
        }
        What::Map => value(serde_json::to_value(lab.item_map(MAIN, false, NEIGHBOURS)?)),
        What::Truth => truth(lab)?,
        What::Law => value(serde_json::to_value(lab.law(MAIN)?)),
    })
}

/// The named item, or the first of the list.
fn candidate(lab: &Lab, arguments: &Arguments, question: &Question<'_>) -> Result<u32> {
    if let Some(name) = &arguments.candidate {
        return match Names::of(lab.data()?).session(name)?.as_slice() {
            [one] => Ok(*one),
            _ => Err(Error::config("candidate", name, "one item")),
        };
    }
    Ok(pollster::block_on(lab.predict(question, 1, false))?.top.first().map_or(1, |candidate| candidate.item))
}

/// Names in place of ids.
fn in_words(data: &Dataset, items: &[u32], candidate: u32, found: &Counterfactual, removed: &[f64]) -> Value {
    let name = |item: u32| data.catalogue.items[item as usize].name.as_str();
    let place = |rank: f64| rank + 1.0;
    let start = items.len() - found.without.len();
    json!({
        "candidate": name(candidate),
        "place": place(found.base.rank),
        "without": items[start..].iter().zip(removed)
            .map(|(&item, &rank)| json!({"click": name(item), "place": if rank < 0.0 { Value::Null } else { json!(place(rank)) }}))
            .collect::<Vec<_>>(),
        "smallest_removal": found.smallest_removal(),
        "removals": found.removals.iter().map(|removal| json!({
            "clicks": removal.slots.iter().map(|&slot| name(items[start + slot])).collect::<Vec<_>>(),
            "place": place(removal.standing.rank),
        })).collect::<Vec<_>>(),
        "replacements": found.replacements.iter().map(|hit| json!({
            "click": name(items[start + hit.slot]), "by": name(hit.item), "place": place(hit.standing.rank),
        })).collect::<Vec<_>>(),
    })
}

/// Both questions over all clicks, method by method.
fn truth(lab: &Lab) -> Result<Value> {
    let mut found = serde_json::Map::new();
    for (name, question) in [("which", TruthQuestion::Which), ("pointed", TruthQuestion::Pointed)] {
        let truth = lab.truth(MAIN, question, 0..4096)?;
        let methods = truth.methods.iter().enumerate().filter_map(|(at, method)| {
            let pairs = truth.clicks.iter().filter_map(|click| Some((click.named[at]? as u32, click.truth as u32)));
            let (named, truth): (Vec<u32>, Vec<u32>) = pairs.unzip();
            let answered = !named.is_empty();
            answered.then(|| ((*method).to_owned(), json!(agreement(&Pairs { named, truth }))))
        });
        found.insert(name.to_owned(), Value::Object(methods.collect()));
    }
    Ok(Value::Object(found))
}

/// Numbers with three digits, nested lists by indentation; long lists of lists are left to `--json`.
fn print_plainly(value: &Value, depth: usize) {
    let indent = "  ".repeat(depth);
    let Value::Object(map) = value else { return println!("{indent}{}", short(value)) };
    for (key, value) in map {
        match value {
            Value::Object(_) => {
                println!("{indent}{key}");
                print_plainly(value, depth + 1);
            }
            Value::Array(list) if list.iter().any(Value::is_object) => {
                println!("{indent}{key}");
                for entry in list {
                    let Value::Object(fields) = entry else { continue };
                    let fields = fields.iter().filter(|(_, value)| !is_long(value));
                    let fields: Vec<String> = fields.map(|(key, value)| format!("{key} {}", short(value))).collect();
                    println!("{indent}  {}", fields.join(", "));
                }
            }
            _ if is_long(value) => println!("{indent}{key}: see --json"),
            _ => println!("{indent}{key}: {}", short(value)),
        }
    }
}

fn is_long(value: &Value) -> bool {
    matches!(value, Value::Array(list) if list.len() > 24 || list.iter().any(Value::is_array))
}

fn short(value: &Value) -> String {
    match value {
        Value::Number(number) => match number.as_f64() {
            Some(number) if number.fract() != 0.0 => format!("{number:.4}"),
            _ => number.to_string(),
        },
        Value::String(text) => text.clone(),
        Value::Array(list) => format!("[{}]", list.iter().map(short).collect::<Vec<_>>().join(" ")),
        Value::Object(map) => {
            let fields: Vec<String> = map.iter().map(|(key, value)| format!("{key} {}", short(value))).collect();
            format!("({})", fields.join(", "))
        }
        other => other.to_string(),
    }
}
