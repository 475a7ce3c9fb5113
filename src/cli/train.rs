//! `dif-sr train`

use std::time::Instant;

use clap::Args;
use dif_sr::config::RunConfig;
use dif_sr::data::split::Part;
use dif_sr::data::synthetic::{SyntheticConfig, generate};
use dif_sr::error::{Error, Result};
use dif_sr::lab::Lab;

use super::device::DeviceChoice;

/// What to train, and on what.
#[derive(Args)]
pub struct Arguments {
    /// Synthetic data as JSON, for example `{"preset": "department_chains"}`.
    #[arg(long, default_value = "{}")]
    synthetic: String,
    /// Kind of model: `dif_sr` or `sasrec`.
    #[arg(long, default_value = "dif_sr")]
    model: String,
    /// Changes to the default configuration as JSON, for example `{"training": {"epochs": 5}}`.
    #[arg(long, default_value = "{}")]
    config: String,
    /// What computes; more devices with `--features vulkan`.
    #[arg(long, value_enum, default_value_t = DeviceChoice::Cpu)]
    device: DeviceChoice,
}

/// Trains and prints one line an epoch.
pub fn run(arguments: &Arguments) -> Result<()> {
    let synthetic: SyntheticConfig = serde_json::from_str(&arguments.synthetic).map_err(|error| json_error(&error))?;
    let made = generate(&synthetic)?;
    let mut lab = Lab::new(arguments.device.open());
    lab.open(made.dataset, Some(made.process));
    let mut config = serde_json::to_value(lab.default_config(&arguments.model)?).map_err(|error| json_error(&error))?;
    merge(&mut config, serde_json::from_str(&arguments.config).map_err(|error| json_error(&error))?);
    let config = RunConfig::from_json(&config.to_string())?;
    let start = lab.start_training(config.clone(), None)?;
    println!("{} parameters, {} steps an epoch", start.parameters, start.steps_per_epoch);
    let floors = lab.floors(Part::Test, 0)?;
    let ceiling = floors.ceiling.as_ref().map_or(f64::NAN, |metrics| metrics.kept.ndcg[1]);
    println!(
        "test NDCG@10: popularity {:.4}, Markov {:.4}, best possible {ceiling:.4}",
        floors.popularity.kept.ndcg[1], floors.markov.kept.ndcg[1]
    );
    let began = Instant::now();
    for epoch in 1..=config.training.epochs {
        let Epoch { total, item, .. } = one_epoch(&mut lab, epoch)?;
        if epoch % config.training.eval_every == 0 || epoch == config.training.epochs {
            let metrics = pollster::block_on(lab.evaluate(Part::Valid, 0))?;
            let test = pollster::block_on(lab.evaluate(Part::Test, 0))?;
            println!(
                "epoch {epoch:>3}  {:>6.1} s  loss {:.4}  item {:.4}  valid NDCG@10 {:.4} R@20 {:.4}  test NDCG@10 {:.4} ({:.1} %)",
                began.elapsed().as_secs_f64(),
                total,
                item,
                metrics.kept.ndcg[1],
                metrics.kept.recall[2],
                test.kept.ndcg[1],
                100.0 * test.kept.ndcg[1] / ceiling,
            );
        }
    }
    Ok(())
}

/// Means over the steps of an epoch.
pub struct Epoch {
    /// Total loss.
    pub total: f64,
    /// Item loss.
    pub item: f64,
    /// Number of steps.
    pub steps: f64,
}

/// Trains to the end of `epoch`.
pub fn one_epoch(lab: &mut Lab, epoch: usize) -> Result<Epoch> {
    let (mut total, mut item, mut steps) = (0.0, 0.0, 0.0);
    while lab.training_epoch().is_some_and(|(at, finished)| at < epoch || (at == epoch && !finished)) {
        for report in pollster::block_on(lab.train_steps(16))? {
            total += f64::from(report.total);
            item += f64::from(report.item);
            steps += 1.0;
        }
    }
    Ok(Epoch { total: total / steps, item: item / steps, steps })
}

fn json_error(error: &serde_json::Error) -> Error {
    Error::Config { field: "command line".into(), found: error.to_string(), expected: "JSON".into() }
}

/// Lays `change` over `base`, object by object.
fn merge(base: &mut serde_json::Value, change: serde_json::Value) {
    match (base, change) {
        (serde_json::Value::Object(base), serde_json::Value::Object(change)) => {
            for (key, value) in change {
                merge(base.entry(key).or_insert(serde_json::Value::Null), value);
            }
        }
        (base, change) => *base = change,
    }
}
