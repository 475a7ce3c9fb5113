//! `dif-sr bench`: time of a training step and of one inference, at the sizes that are compared everywhere.

use std::time::Instant;

use clap::Args;
use dif_sr::config::{DifSrConfig, ModelConfig, RunConfig, Targets};
use dif_sr::data::atomic::File;
use dif_sr::data::dataset::Dataset;
use dif_sr::data::open::open_atomic;
use dif_sr::data::subset::SubsetConfig;
use dif_sr::error::{Error, Result};
use dif_sr::lab::{Lab, MAIN, Question};
use dif_sr::train::checkpoint::{Measured, Precision};
use serde::Serialize;

use super::device::DeviceChoice;

/// What to measure.
#[derive(Args)]
pub struct Arguments {
    /// Sizes, separated by commas.
    #[arg(long, default_value = "S,M,L")]
    sizes: String,
    /// Timed steps of each size.
    #[arg(long, default_value_t = 20)]
    steps: usize,
    /// Print JSON instead of a table.
    #[arg(long)]
    json: bool,
    /// What computes; more devices with `--features vulkan`.
    #[arg(long, value_enum, default_value_t = DeviceChoice::Cpu)]
    device: DeviceChoice,
}

/// Steps before the timed ones.
const WARM_UP: usize = 3;
/// Timed inferences of each size.
const INFERENCES: usize = 50;
/// Seconds after which a size is not measured further.
const LONG_ENOUGH: f64 = 60.0;

struct Size {
    name: &'static str,
    items: usize,
    values: usize,
    hidden: usize,
    attribute: usize,
    heads: usize,
    layers: usize,
    length: usize,
    batch: usize,
}

const SIZES: [Size; 3] = [
    Size { name: "S", items: 300, values: 20, hidden: 32, attribute: 16, heads: 2, layers: 2, length: 20, batch: 64 },
    Size { name: "M", items: 1700, values: 19, hidden: 64, attribute: 32, heads: 2, layers: 2, length: 50, batch: 128 },
    Size {
        name: "L",
        items: 12_101,
        values: 600,
        hidden: 64,
        attribute: 32,
        heads: 4,
        layers: 3,
        length: 50,
        batch: 256,
    },
];

/// Medians and tenths, in milliseconds.
#[derive(Serialize)]
struct Row {
    device: &'static str,
    size: &'static str,
    steps: usize,
    parameters: usize,
    first_step_ms: f64,
    step_ms: f64,
    step_p10_ms: f64,
    step_p90_ms: f64,
    inference_ms: f64,
    explanation_ms: f64,
}

/// Measures and prints.
pub fn run(arguments: &Arguments) -> Result<()> {
    let mut rows = Vec::new();
    for name in arguments.sizes.split(',') {
        let size = SIZES.iter().find(|size| size.name == name).ok_or_else(|| Error::Config {
            field: "sizes".into(),
            found: name.into(),
            expected: "S, M or L".into(),
        })?;
        rows.push(measure(size, arguments.steps, arguments.device)?);
    }
    if arguments.json {
        println!("{}", serde_json::to_string_pretty(&rows).expect("numbers and names are JSON"));
        return Ok(());
    }
    println!("size  weights   ms/step (10 % to 90 %)      ms/inference  ms/explanation");
    for row in rows {
        println!(
            "{:<4} {:>8}  {:>7.1} ({:.1} to {:.1}, {} steps)  {:>8.2}  {:>8.2}",
            row.size,
            row.parameters,
            row.step_ms,
            row.step_p10_ms,
            row.step_p90_ms,
            row.steps,
            row.inference_ms,
            row.explanation_ms
        );
    }
    Ok(())
}

fn measure(size: &Size, steps: usize, device: DeviceChoice) -> Result<Row> {
    let mut lab = Lab::new(device.open());
    lab.open(data(size)?, None);
    let start = lab.start_training(configuration(size, &lab)?, None)?;
    let mut times = Vec::new();
    let began = Instant::now();
    while times.len() < WARM_UP + steps && (times.len() < WARM_UP + 3 || began.elapsed().as_secs_f64() < LONG_ENOUGH) {
        times.push(milliseconds(|| pollster::block_on(lab.train_steps(1)).map(|_| ()))?);
    }
    let weights = pollster::block_on(lab.snapshot(Measured::default(), "", Precision::Single))?;
    lab.load_model(&weights, MAIN)?;
    let session: Vec<u32> = (0..size.length).map(|index| (1 + index * 37 % size.items) as u32).collect();
    let mut inferences = Vec::new();
    let mut explanations = Vec::new();
    for _ in 0..INFERENCES {
        inferences
            .push(milliseconds(|| pollster::block_on(lab.predict(&Question::plain(&session), 10, false)).map(|_| ()))?);
        explanations.push(milliseconds(|| pollster::block_on(lab.explain(&Question::plain(&session))).map(|_| ()))?);
    }
    let warm = &times[WARM_UP..];
    Ok(Row {
        device: device.name(),
        size: size.name,
        steps: warm.len(),
        parameters: start.parameters,
        first_step_ms: times[0],
        step_ms: quantile(warm, 0.5),
        step_p10_ms: quantile(warm, 0.1),
        step_p90_ms: quantile(warm, 0.9),
        inference_ms: quantile(&inferences, 0.5),
        explanation_ms: quantile(&explanations, 0.5),
    })
}

/// Sessions in which every item occurs and every session fills the slots; the same as in the browser's half of the bench.
fn data(size: &Size) -> Result<Dataset> {
    let session_length = size.length + 3;
    let sessions = (3 * size.items).div_ceil(session_length).max(300);
    let mut inter = String::from("user_id:token\titem_id:token\ttimestamp:float\n");
    for user in 0..sessions {
        for step in 0..session_length {
            let item = (user * session_length + step * 7919) % size.items;
            inter.extend(["u", &user.to_string(), "\ti", &item.to_string(), "\t", &step.to_string(), "\n"]);
        }
    }
    let mut item = String::from("item_id:token\tkind:token\n");
    for id in 0..size.items {
        item.extend(["i", &id.to_string(), "\tv", &(id % size.values).to_string(), "\n"]);
    }
    open_atomic(
        File { name: "bench.inter", bytes: inter.as_bytes() },
        Some(File { name: "bench.item", bytes: item.as_bytes() }),
        &SubsetConfig { core: 1, ..SubsetConfig::default() },
    )
}

fn configuration(size: &Size, lab: &Lab) -> Result<RunConfig> {
    let mut config = lab.default_config("dif_sr")?;
    if let ModelConfig::DifSr(model) = &mut config.model {
        *model = DifSrConfig {
            hidden_size: size.hidden,
            inner_size: size.hidden,
            n_heads: size.heads,
            n_layers: size.layers,
            max_length: size.length,
            hidden_dropout_prob: 0.0,
            attn_dropout_prob: 0.0,
            ..model.clone()
        };
        for attribute in &mut model.attributes {
            attribute.attribute_hidden_size = size.attribute;
            attribute.lambda = 10.0;
        }
    }
    config.training.train_batch_size = size.batch;
    config.training.targets = Targets::Prefix;
    config.training.learning_rate = 0.001;
    Ok(config)
}

fn milliseconds(mut work: impl FnMut() -> Result<()>) -> Result<f64> {
    let start = Instant::now();
    work()?;
    Ok(start.elapsed().as_secs_f64() * 1e3)
}

fn quantile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[((share * sorted.len() as f64) as usize).min(sorted.len() - 1)]
}
