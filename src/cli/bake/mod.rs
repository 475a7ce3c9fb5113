//! `dif-sr bake`: the files that the page ships, made from a seed.

mod examples;

use std::path::PathBuf;
use std::time::Instant;

use burn::tensor::Device;
use clap::Args;
use dif_sr::config::systems::{model_of, systems};
use dif_sr::config::{Backbone, ModelConfig, RunConfig};
use dif_sr::data::split::Part;
use dif_sr::data::synthetic::{Preset, SyntheticConfig, generate};
use dif_sr::error::{Error, Result};
use dif_sr::lab::{Lab, MAIN, Question};
use dif_sr::train::checkpoint::{Measured, Precision};
use serde_json::{Value, json};

use self::examples::{Example, examples};
use super::files;

/// Which shops, where to write, and which day to note.
#[derive(Args)]
#[command(after_long_help = "\
Examples:
  The models of all shops, in one to two hours for each (most of it for those that are trained by prefixes):
    dif-sr bake --date 2026-11-29

  Two systems of one shop anew; the weights of the others stay:
    dif-sr bake --date 2026-11-29 --preset department_chains --only dif_sr,sasrec

  The four models with narrow heads, on the first shop; and the one whose attributes are as wide as its items:
    dif-sr bake --date 2026-11-29 --preset brand_loyal --variant narrow
    dif-sr bake --date 2026-11-29 --preset brand_loyal --variant wide")]
pub struct Arguments {
    /// Folder of the ready models, which has a folder for each shop.
    #[arg(long, default_value = "www/ready")]
    out: PathBuf,
    /// Day of the training, YYYY-MM-DD, noted in the files.
    #[arg(long)]
    date: String,
    /// Shops, separated by commas; all unless some are named.
    #[arg(long, value_delimiter = ',', value_parser = preset, default_values = Preset::ALL.map(Preset::id))]
    preset: Vec<Preset>,
    /// Train these systems only, separated by commas; the weights of the others stay.
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
    /// Train nothing; list the weights that are there.
    #[arg(long, conflicts_with = "only")]
    list: bool,
    /// Train the models of this variant, and nothing else: `narrow` heads, or attributes as `wide` as items.
    #[arg(long, value_parser = variant, conflicts_with_all = ["only", "list"])]
    variant: Option<&'static Variant>,
}

impl Arguments {
    fn trains(&self, system: &str) -> bool {
        !self.list && self.variant.is_none() && (self.only.is_empty() || self.only.iter().any(|id| id == system))
    }
}

fn preset(id: &str) -> Result<Preset> {
    let known = Preset::ALL.map(Preset::id).join(", ");
    let found = Preset::ALL.into_iter().find(|preset| preset.id() == id);
    found.ok_or_else(|| Error::config("preset", id, format!("one of {known}")))
}

/// Twice the page's default: the models that greet a visitor have settled.
const EPOCHS: usize = 40;
/// Candidates stored with the example.
const STORED_CANDIDATES: usize = 20;
/// The system whose answers are painted before any WebAssembly.
const FIRST: &str = "dif_sr";

/// Some systems once more, in a form that shows one thing and is not meant to answer visitors.
#[derive(Debug)]
struct Variant {
    /// Its folder, and its list in the index.
    name: &'static str,
    systems: &'static [&'static str],
    /// Makes it from a system's default.
    change: fn(RunConfig) -> RunConfig,
}

static VARIANTS: [Variant; 2] = [
    // The rank bottleneck, and the system without side information.
    Variant { name: "narrow", systems: &["dif_sr", "sasrecf-add", "nova", "sasrec"], change: narrow_heads },
    // Gradients of attributes that have an angle to the item's: only vectors of one width do.
    Variant { name: "wide", systems: &["dif_sr"], change: wide_attributes },
];
const NARROW_HEADS: usize = 8;

fn variant(name: &str) -> Result<&'static Variant> {
    let known = VARIANTS.iter().map(|one| one.name).collect::<Vec<_>>().join(", ");
    let found = VARIANTS.iter().find(|one| one.name == name);
    found.ok_or_else(|| Error::config("variant", name, format!("one of {known}")))
}

/// Steps that are timed for the index.
const TIMED_STEPS: usize = 30;

/// Trains every system on every shop and writes their weights and an index of those that are there; for the first shop the stored
/// example, too.
pub fn run(arguments: &Arguments) -> Result<()> {
    for unknown in arguments.only.iter().filter(|id| systems().iter().all(|system| system.id != **id)) {
        model_of(unknown)?;
    }
    arguments.preset.iter().try_for_each(|&preset| bake(arguments, preset))
}

fn bake(arguments: &Arguments, preset: Preset) -> Result<()> {
    let made = generate(&SyntheticConfig { preset, ..SyntheticConfig::default() })?;
    let mut lab = Lab::new(Device::flex());
    lab.open(made.dataset, Some(made.process));
    let examples = examples(preset, &lab.data()?.catalogue)?;
    let folder = arguments.out.join(preset.id());
    let weights = |system: &str| folder.join(format!("{system}.safetensors"));
    let all = systems();
    for system in all.iter().filter(|system| arguments.trains(&system.id)) {
        let config = lab.default_config(&system.id)?;
        put(&weights(&system.id), &best_of_run(&mut lab, preset, &system.id, config, &arguments.date)?)?;
    }
    if let Some(variant) = arguments.variant {
        return bake_variant(&mut lab, arguments, preset, &folder, variant);
    }
    let mut entries = Vec::new();
    // A shop may have fewer systems than there are.
    for system in all.iter().filter(|system| weights(&system.id).exists()) {
        let bytes = files::read(&weights(&system.id))?;
        let model = lab.load_model(&bytes, MAIN)?;
        entries.push(json!({
            "id": system.id,
            "name": system.name,
            "enters": system.enters,
            "citation": system.citation,
            "attention": system.attention,
            "bytes": bytes.len(),
            "parameters": model.parameters,
            "ms_per_step": time_of_a_step(&mut lab, &system.id)?,
            "valid": model.metrics.valid,
            "test": model.metrics.test,
        }));
    }
    let mut index = json!({ "date": arguments.date, "epochs": EPOCHS, "systems": entries });
    let mut before = listed(&folder)?;
    for Variant { name, .. } in &VARIANTS {
        if let Some(list) = before.remove(*name) {
            index[*name] = list;
        }
    }
    if preset == Preset::default() {
        // Its sessions are in the example, which the page has before any index.
        let first = files::read(&weights(FIRST))?;
        put(&arguments.out.join("example.json"), example(&mut lab, &first, &examples)?.as_bytes())?;
    } else {
        index["examples"] = json!(examples);
    }
    put(&folder.join("index.json"), rounded(index).to_string().as_bytes())
}

/// The weights of the epoch with the best validation NDCG@10, with its metrics.
fn best_of_run(lab: &mut Lab, preset: Preset, system: &str, mut config: RunConfig, date: &str) -> Result<Vec<u8>> {
    config.training.epochs = EPOCHS;
    let pretraining = config.model.pretraining_epochs();
    lab.start_training(config, None)?;
    let began = Instant::now();
    let mut best: Option<(f64, Vec<u8>, usize)> = None;
    for epoch in 1..=pretraining + EPOCHS {
        one_epoch(lab, epoch)?;
        if epoch <= pretraining {
            continue;
        }
        let valid = pollster::block_on(lab.evaluate(Part::Valid, 0))?;
        let ndcg = valid.kept.ndcg[1];
        if best.as_ref().is_none_or(|(reached, ..)| ndcg > *reached) {
            let test = pollster::block_on(lab.evaluate(Part::Test, 0))?;
            let measured = Measured { valid: Some(valid), test: Some(test) };
            best = Some((ndcg, pollster::block_on(lab.snapshot(measured, date, Precision::Half))?, epoch));
        }
    }
    let (reached, weights, epoch) = best.expect("a run has at least one epoch");
    let seconds = began.elapsed().as_secs();
    println!("{}, {system}: kept epoch {epoch}, validation NDCG@10 {reached:.4}, {seconds} s", preset.id());
    Ok(weights)
}

/// The same model with heads so narrow that a session is longer than they are wide: 8 of width 4, those of attributes of width 2.
fn narrow_heads(mut config: RunConfig) -> RunConfig {
    if let Some(sizes) = config.model.backbone() {
        config.model = config.model.resized(Backbone { heads: NARROW_HEADS, ..sizes });
    }
    config
}

/// The same model with attributes as wide as its items.
fn wide_attributes(mut config: RunConfig) -> RunConfig {
    if let ModelConfig::DifSr(model) = &mut config.model {
        for attribute in &mut model.attributes {
            attribute.attribute_hidden_size = model.hidden_size;
        }
    }
    config
}

/// Trains the models of a variant and lists them beside the others, whose lines stay as they are.
fn bake_variant(
    lab: &mut Lab,
    arguments: &Arguments,
    preset: Preset,
    folder: &std::path::Path,
    variant: &Variant,
) -> Result<()> {
    let own = folder.join(variant.name);
    let mut entries = Vec::new();
    for system in variant.systems {
        let config = (variant.change)(lab.default_config(system)?);
        let bytes = best_of_run(lab, preset, system, config, &arguments.date)?;
        put(&own.join(format!("{system}.safetensors")), &bytes)?;
        entries.push(variant_entry(lab, &own, system)?);
    }
    let mut index = listed(folder)?;
    let found = json!({ "date": arguments.date, "epochs": EPOCHS, "systems": entries });
    index.insert(variant.name.into(), rounded(found));
    put(&folder.join("index.json"), Value::Object(index).to_string().as_bytes())
}

/// The index of a shop as it is, empty where there is none.
fn listed(folder: &std::path::Path) -> Result<serde_json::Map<String, Value>> {
    let path = folder.join("index.json");
    if !path.exists() {
        return Ok(serde_json::Map::new());
    }
    serde_json::from_slice(&files::read(&path)?).map_err(|error| Error::File {
        file: path.display().to_string(),
        found: error.to_string(),
        expected: "an index that bake wrote".into(),
        advice: "Delete it and bake the shop anew.".into(),
    })
}

/// The line of a model of a variant.
fn variant_entry(lab: &mut Lab, folder: &std::path::Path, id: &str) -> Result<Value> {
    let bytes = files::read(&folder.join(format!("{id}.safetensors")))?;
    let model = lab.load_model(&bytes, MAIN)?;
    let sizes = model.config.backbone().expect("these models attend");
    Ok(json!({
        "id": id,
        "name": model.system.name,
        "heads": sizes.heads,
        "head_width": sizes.hidden / sizes.heads,
        "bytes": bytes.len(),
        "parameters": model.parameters,
        "valid": model.metrics.valid,
        "test": model.metrics.test,
    }))
}

/// Median time of a training step on the next item, in milliseconds.
fn time_of_a_step(lab: &mut Lab, system: &str) -> Result<f64> {
    let mut config = lab.default_config(system)?;
    if let ModelConfig::S3Rec(model) = &mut config.model {
        model.pretrain_epochs = 0;
    }
    lab.start_training(config, None)?;
    let mut times = Vec::new();
    for _ in 0..TIMED_STEPS {
        let began = Instant::now();
        pollster::block_on(lab.train_steps(1))?;
        times.push(began.elapsed().as_secs_f64() * 1e3);
    }
    times.sort_by(f64::total_cmp);
    Ok(times[times.len() / 2])
}

/// Trains to the end of `epoch`.
fn one_epoch(lab: &mut Lab, epoch: usize) -> Result<()> {
    while lab.training_epoch().is_some_and(|(at, finished)| at < epoch || (at == epoch && !finished)) {
        pollster::block_on(lab.train_steps(16))?;
    }
    Ok(())
}

/// The stored example: the same answers that the engine gives, from the same weights.
fn example(lab: &mut Lab, weights: &[u8], examples: &[Example]) -> Result<String> {
    let model = lab.load_model(weights, MAIN)?;
    let session = &examples[0].items;
    let prediction = pollster::block_on(lab.predict(&Question::plain(session), STORED_CANDIDATES, false))?;
    let explanation = pollster::block_on(lab.explain(&Question::plain(session)))?;
    let example = json!({
        "catalogue": lab.data()?.catalogue,
        "summary": lab.data()?.summary(),
        "model": model,
        "session": session,
        "prediction": prediction,
        "explanation": explanation,
        "floors": {
            "valid": lab.floors(Part::Valid, config_sessions(lab)?)?,
            "test": lab.floors(Part::Test, 0)?,
        },
        "examples": examples,
    });
    Ok(rounded(example).to_string())
}

/// The validation sample that a run on this data uses, so that stored floors and live curves answer the same questions.
fn config_sessions(lab: &Lab) -> Result<usize> {
    Ok(lab.default_config("dif_sr")?.training.eval_sessions)
}

/// Six digits are more than a screen shows, and half the bytes.
fn rounded(value: Value) -> Value {
    match value {
        Value::Number(number) if number.is_f64() => {
            let short: f64 = format!("{:.5e}", number.as_f64().unwrap_or_default()).parse().unwrap_or_default();
            json!(short)
        }
        Value::Array(values) => values.into_iter().map(rounded).collect(),
        Value::Object(fields) => fields.into_iter().map(|(key, value)| (key, rounded(value))).collect(),
        other => other,
    }
}

fn put(path: &std::path::Path, bytes: &[u8]) -> Result<()> {
    files::write(path, bytes)?;
    println!("{}: {} bytes", path.display(), bytes.len());
    Ok(())
}
