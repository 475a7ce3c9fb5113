//! `dif-sr bake`: the files that the page ships, made from a seed.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use burn::tensor::Device;
use clap::Args;
use dif_sr::config::ModelConfig;
use dif_sr::config::systems::{model_of, systems};
use dif_sr::data::catalogue::Catalogue;
use dif_sr::data::split::Part;
use dif_sr::data::synthetic::{SyntheticConfig, generate};
use dif_sr::error::{Error, Result};
use dif_sr::lab::{Lab, MAIN, Question};
use dif_sr::train::checkpoint::{Measured, Precision};
use serde_json::json;

/// Where to write, and which day to note.
#[derive(Args)]
pub struct Arguments {
    /// Folder of the page's public files.
    #[arg(long, default_value = "www/public")]
    out: PathBuf,
    /// Day of the training, YYYY-MM-DD, noted in the files.
    #[arg(long)]
    date: String,
    /// Train these systems only, separated by commas; the weights of the others stay.
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
}

impl Arguments {
    fn weights(&self, system: &str) -> PathBuf {
        self.out.join(format!("weights/{system}.safetensors"))
    }
}

/// Sessions that tell a story, by names of items; the first one is on screen when the page opens.
const EXAMPLES: [(&str, &[&str]); 4] = [
    (
        "camera",
        &["Dome tent", "Gas stove", "Compact camera", "35 mm lens", "Enamel mug", "Travel tripod", "Camera sling"],
    ),
    ("kitchen", &["Burr grinder", "Stand mixer", "Gooseneck kettle", "Steel bowl set", "Ceramic dripper"]),
    ("camping", &["Tunnel tent", "Hiking boots", "Down sleeping bag", "Daypack 20 L", "Self-inflating mat"]),
    ("studio", &["Acoustic guitar", "Studio easel", "Bronze strings", "Linen canvas", "Clip tuner", "Flat brush"]),
];

/// Twice the page's default: the models that greet a visitor have settled.
const EPOCHS: usize = 40;
/// Candidates stored with the example.
const STORED_CANDIDATES: usize = 20;
/// The system whose answers are painted before any WebAssembly.
const FIRST: &str = "dif_sr";

/// Steps that are timed for the index.
const TIMED_STEPS: usize = 30;

/// Trains every system on the first preset and writes their weights, an index of them, and the stored example.
pub fn run(arguments: &Arguments) -> Result<()> {
    let made = generate(&SyntheticConfig::default())?;
    let mut lab = Lab::new(Device::flex());
    lab.open(made.dataset, Some(made.process));
    let all = systems();
    if let Some(unknown) = arguments.only.iter().find(|id| all.iter().all(|system| system.id != **id)) {
        model_of(unknown)?;
    }
    for system in all.iter().filter(|system| arguments.only.is_empty() || arguments.only.contains(&system.id)) {
        let weights = best_of_run(&mut lab, &system.id, &arguments.date)?;
        put(&arguments.weights(&system.id), &weights)?;
    }
    let path = arguments.weights(FIRST);
    let first = fs::read(&path).map_err(|error| unusable(&path, &error))?;
    put(&arguments.out.join("example.json"), example(&mut lab, &first)?.as_bytes())?;
    let mut entries = Vec::new();
    for system in &all {
        let path = arguments.weights(&system.id);
        let weights = fs::read(&path).map_err(|error| unusable(&path, &error))?;
        let model = lab.load_model(&weights, MAIN)?;
        entries.push(json!({
            "id": system.id,
            "name": system.name,
            "enters": system.enters,
            "citation": system.citation,
            "attention": system.attention,
            "bytes": weights.len(),
            "parameters": model.parameters,
            "ms_per_step": time_of_a_step(&mut lab, &system.id)?,
            "valid": model.metrics.valid,
            "test": model.metrics.test,
        }));
    }
    let index = json!({ "date": arguments.date, "epochs": EPOCHS, "systems": entries });
    put(&arguments.out.join("weights/index.json"), rounded(index).to_string().as_bytes())
}

/// The weights of the epoch with the best validation NDCG@10, with its metrics.
fn best_of_run(lab: &mut Lab, system: &str, date: &str) -> Result<Vec<u8>> {
    let mut config = lab.default_config(system)?;
    config.training.epochs = EPOCHS;
    let pretraining = config.model.pretraining_epochs();
    lab.start_training(config, None)?;
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
    println!("{system}: kept epoch {epoch}, validation NDCG@10 {reached:.4}");
    Ok(weights)
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
fn example(lab: &mut Lab, weights: &[u8]) -> Result<String> {
    let model = lab.load_model(weights, MAIN)?;
    let catalogue = &lab.data()?.catalogue;
    let examples = EXAMPLES.iter().map(|(id, names)| Ok((*id, ids(catalogue, names)?))).collect::<Result<Vec<_>>>()?;
    let session = &examples[0].1;
    let prediction = pollster::block_on(lab.predict(&Question::plain(session), STORED_CANDIDATES, false))?;
    let explanation = pollster::block_on(lab.explain(&Question::plain(session)))?;
    let stored: Vec<_> = examples.iter().map(|(id, items)| json!({ "id": id, "items": items })).collect();
    let example = json!({
        "catalogue": catalogue,
        "summary": lab.data()?.summary(),
        "model": model,
        "session": session,
        "prediction": prediction,
        "explanation": explanation,
        "floors": {
            "valid": lab.floors(Part::Valid, config_sessions(lab)?)?,
            "test": lab.floors(Part::Test, 0)?,
        },
        "examples": stored,
    });
    Ok(rounded(example).to_string())
}

/// The validation sample that a run on this data uses, so that stored floors and live curves answer the same questions.
fn config_sessions(lab: &Lab) -> Result<usize> {
    Ok(lab.default_config("dif_sr")?.training.eval_sessions)
}

/// Six digits are more than a screen shows, and half the bytes.
fn rounded(value: serde_json::Value) -> serde_json::Value {
    match value {
        serde_json::Value::Number(number) if number.is_f64() => {
            let short: f64 = format!("{:.5e}", number.as_f64().unwrap_or_default()).parse().unwrap_or_default();
            json!(short)
        }
        serde_json::Value::Array(values) => values.into_iter().map(rounded).collect(),
        serde_json::Value::Object(fields) => fields.into_iter().map(|(key, value)| (key, rounded(value))).collect(),
        other => other,
    }
}

fn ids(catalogue: &Catalogue, names: &[&str]) -> Result<Vec<u32>> {
    names
        .iter()
        .map(|name| {
            let position = catalogue.items.iter().position(|item| item.name == *name);
            position.map(|id| id as u32).ok_or_else(|| Error::Config {
                field: "examples".into(),
                found: (*name).into(),
                expected: "the name of an item of the shop".into(),
            })
        })
        .collect()
}

fn unusable(path: &Path, error: &std::io::Error) -> Error {
    Error::File {
        file: path.display().to_string(),
        found: error.to_string(),
        expected: "weights made by this command".into(),
        advice: "Leave --only out to make all of them.".into(),
    }
}

fn put(path: &Path, bytes: &[u8]) -> Result<()> {
    let failure = |error: std::io::Error| Error::File {
        file: path.display().to_string(),
        found: error.to_string(),
        expected: "a file that can be written".into(),
        advice: "Choose another folder with --out.".into(),
    };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failure)?;
    }
    fs::write(path, bytes).map_err(failure)?;
    println!("{}: {} bytes", path.display(), bytes.len());
    Ok(())
}
