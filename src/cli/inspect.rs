//! `dif-sr inspect`

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use dif_sr::data::dataset::Dataset;
use dif_sr::data::imported::{Facts, open_imported};
use dif_sr::data::reading::LeftOut;
use dif_sr::data::split::{HoldOut, Part, count_targets, samples};
use dif_sr::error::Result;
use dif_sr::eval::floors::{markov, popularity};
use dif_sr::eval::metrics::{CUTOFFS, Metrics, RankMetrics};
use dif_sr_import::Report;
use dif_sr_import::problem::{Place, Repair};
use serde_json::{Map, Value, json};

use super::data::SubsetArguments;
use super::{clock, sources, told};

/// Which files, read how.
#[derive(Args)]
#[command(after_long_help = "\
Examples:
  What MovieLens is, as downloaded:
    dif-sr inspect ml-100k.zip

  A table of one's own, with a columns file that says what its columns are for:
    dif-sr inspect clicks.csv products.csv --columns shop.json --core 3

The columns file is JSON; every key is optional, and what is not given is guessed:
  {\"encoding\": \"CP949\", \"separator\": \";\", \"header\": false, \"order\": \"time\" | \"file\" | \"file reversed\",
   \"repeats\": \"all\" | \"equal rows once\" | \"runs once\" | \"pairs once\", \"bad_rows\": \"refuse\" | \"leave out\",
   \"columns\": {\"<name, or number from 1>\": {\"role\": \"user|session|item|time|attribute|title|rating|event|ignore\",
     \"unit\": \"s|ms|us|ns|100ns|spreadsheet\", \"format\": \"%d.%m.%Y\", \"part\": \"date\" | \"time of day\",
     \"kind\": \"single|bag|number\", \"separator\": \"|\", \"bins\": 10, \"long\": \"name|value\", \"at_least\": 4, \"keep\": [\"view\"]}},
   \"files\": {\"<file name>\": {the same keys}}}

Prints one JSON object; the exit status is 2 where the files are refused.")]
pub struct Arguments {
    /// The files: logs, tables of items, compressed or not, in any order.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    subset: SubsetArguments,
    /// Print the object in one line.
    #[arg(long)]
    json: bool,
}

/// Reads the files and prints what they are.
pub fn run(arguments: &Arguments) -> ExitCode {
    let object = inspect(arguments);
    let is_refused = !object["refused"].is_null();
    if arguments.json {
        println!("{object}");
    } else {
        println!("{object:#}");
    }
    if is_refused { ExitCode::from(2) } else { ExitCode::SUCCESS }
}

fn inspect(arguments: &Arguments) -> Value {
    let first = arguments.files.first().map(|path| sources::short_name(path)).unwrap_or_default();
    let choices = match arguments.subset.choices() {
        Ok(choices) => choices,
        Err(error) => {
            let refused = Some(sources::refusal(&error, &first));
            return object(&Report { refused, ..Report::default() }, None);
        }
    };
    let (mut report, imported) = sources::read(&arguments.files, &choices);
    let Some(imported) = imported else { return object(&report, None) };
    let name = report.files.iter().find(|file| file.role == "log").map_or(first, |file| file.name.clone());
    let opened = arguments.subset.keep().and_then(|keep| open_imported(&name, &imported, &keep));
    match opened {
        Ok((data, facts)) => {
            tell(&mut report, &facts, &name);
            object(&report, Some((&data, arguments.subset.config().core)))
        }
        Err(error) => {
            report.refused = Some(sources::refusal(&error, &name));
            object(&report, None)
        }
    }
}

/// Adds what opening the data found.
pub fn tell(report: &mut Report, facts: &Facts, log: &str) {
    report.equal_times = facts.equal_times;
    let mut repair = |what: String, count: usize, file: &str| {
        let first = Place { file: file.into(), line: None };
        report.repairs.push(Repair { what: what.into(), count: count as u64, first });
    };
    if facts.outside > 0 {
        repair("clicks outside of the dates asked for".into(), facts.outside, log);
    }
    let table = report.files.iter().find(|file| file.role == "items").map_or(log, |file| &file.name).to_owned();
    if facts.undescribed > 0 {
        let what = format!("items without a description: they have no value ({} clicks)", facts.undescribed_clicks);
        repair(what, facts.undescribed, &table);
    }
    for LeftOut { column, reason, .. } in &facts.left_out {
        repair(format!("the attribute {column} left out: {}", told::reason(*reason)), 1, &table);
    }
}

fn object(report: &Report, opened: Option<(&Dataset, usize)>) -> Value {
    let Ok(Value::Object(mut object)) = serde_json::to_value(report) else { unreachable!("a report is an object") };
    if let Some((data, _)) = opened
        && data.sequences.hold_out() == HoldOut::Time
    {
        object.insert("split".into(), split(data));
    }
    let (kept, attributes, floors) = match opened {
        Some((data, core)) => (kept(data, core), attributes(data), floors(data)),
        None => (Value::Null, json!([]), Value::Null),
    };
    object.insert("kept".into(), kept);
    object.insert("attributes".into(), attributes);
    object.insert("floors".into(), floors);
    Value::Object(object)
}

fn kept(data: &Dataset, core: usize) -> Value {
    let counts = data.counts();
    let targets = |part| count_targets(&data.sequences, part);
    json!({
        "core": core, "users": counts.users, "items": counts.items, "interactions": counts.interactions,
        "train_targets": targets(Part::Train), "valid_sessions": targets(Part::Valid), "test_sessions": targets(Part::Test),
    })
}

/// What is held out, where times say that.
fn split(data: &Dataset) -> Value {
    let from = data.reading.as_ref().and_then(|reading| reading.held_from).map(|from| from.map(clock::moment));
    let [valid_from, test_from] = from.map_or_else(Default::default, |from| from.map(Some));
    let targets = |part| count_targets(&data.sequences, part);
    let test = targets(Part::Test);
    json!({
        "by": "time", "valid_from": valid_from, "test_from": test_from,
        "targets": {"train": targets(Part::Train), "valid": targets(Part::Valid), "test": test},
        "users_without_test": data.sequences.len() - test,
    })
}

fn attributes(data: &Dataset) -> Value {
    let all = data.summary().attributes.into_iter().map(|attribute| {
        json!({
            "name": attribute.name, "kind": attribute.kind, "values": attribute.values,
            "mean_per_item": rounded(attribute.mean_values), "items_without": attribute.items_without,
        })
    });
    all.collect()
}

fn floors(data: &Dataset) -> Value {
    let samples = samples(&data.sequences, Part::Test, usize::MAX);
    let rows = data.catalogue.items.len();
    let both = |metrics: &Metrics| json!({"kept": ranks(&metrics.kept, metrics.sessions), "masked": ranks(&metrics.masked, metrics.sessions)});
    json!({"popularity": both(&popularity(&data.sequences, rows, &samples)), "markov": both(&markov(&data.sequences, rows, &samples))})
}

fn ranks(metrics: &RankMetrics, sessions: usize) -> Value {
    let mut all =
        Map::from_iter([("sessions".to_owned(), json!(sessions)), ("MRR".to_owned(), json!(rounded(metrics.mrr)))]);
    for (at, k) in CUTOFFS.into_iter().enumerate() {
        all.insert(format!("R@{k}"), json!(rounded(metrics.recall[at])));
        all.insert(format!("N@{k}"), json!(rounded(metrics.ndcg[at])));
    }
    Value::Object(all)
}

/// Four digits, as tables print them.
fn rounded(number: f64) -> f64 {
    (number * 10_000.0).round() / 10_000.0
}

/// Opens what the importer read, for the commands that train and answer.
pub fn open(report: &mut Report, imported: &dif_sr_import::Imported, subset: &SubsetArguments) -> Result<Dataset> {
    let name = report.files.iter().find(|file| file.role == "log").map(|file| file.name.clone()).unwrap_or_default();
    let (data, facts) = open_imported(&name, imported, &subset.keep()?)?;
    tell(report, &facts, &name);
    Ok(data)
}
