//! What a training target costs when every position of a window is one, and when every prefix is a sequence of its own.

use clap::Args;
use dif_sr::config::{RunConfig, Targets};
use dif_sr::error::{Error, Result};
use dif_sr::lab::Lab;
use serde::Serialize;

use super::print_json;
use super::timing::{quantile, timed};
use crate::cli::configure::ConfigArguments;
use crate::cli::data::DataArguments;
use crate::cli::device::DeviceChoice;

/// Without further arguments: the page's first synthetic shop.
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    data: DataArguments,
    #[command(flatten)]
    config: ConfigArguments,
    /// Timed steps of each form.
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..))]
    steps: u32,
    /// Print JSON instead of a table.
    #[arg(long, help_heading = "Output")]
    json: bool,
    /// What computes; more devices with `--features vulkan`.
    #[arg(long, value_enum, default_value_t = DeviceChoice::Cpu)]
    device: DeviceChoice,
}

/// Steps before the timed ones of each turn.
const WARM_UP: usize = 3;
/// Timed steps of one form before it is the other's turn.
const STEPS_IN_TURN: usize = 5;

/// One form, at the same number of sequences a step.
#[derive(Serialize)]
struct Form {
    targets: Targets,
    steps: usize,
    step_ms: f64,
    targets_per_step: f64,
    /// Median over the steps.
    target_ms: f64,
}

#[derive(Serialize)]
struct Comparison {
    device: &'static str,
    data: String,
    system: &'static str,
    sequences_per_step: usize,
    every_position: Form,
    prefix: Form,
    /// Time per target at every position, divided by that of prefixes.
    ratio: f64,
}

/// Measures and prints.
pub fn run(arguments: &Arguments) -> Result<()> {
    let mut lab = Lab::new(arguments.device.open());
    arguments.data.open(&mut lab)?;
    let config = arguments.config.resolve(&lab)?;
    let steps = arguments.steps as usize;
    // In turns: a machine that is slow for a while is slow for both.
    let (mut every_position, mut prefix) = (Timed::default(), Timed::default());
    while prefix.times.len() < steps {
        let turn = STEPS_IN_TURN.min(steps - prefix.times.len());
        measure(&mut lab, &config, Targets::EveryPosition, turn, &mut every_position)?;
        measure(&mut lab, &config, Targets::Prefix, turn, &mut prefix)?;
    }
    let every_position = every_position.form(Targets::EveryPosition);
    let prefix = prefix.form(Targets::Prefix);
    let found = Comparison {
        device: arguments.device.name(),
        data: lab.data()?.name.clone(),
        system: config.model.kind(),
        sequences_per_step: config.training.train_batch_size,
        ratio: every_position.target_ms / prefix.target_ms,
        every_position,
        prefix,
    };
    if arguments.json {
        print_json(&found);
        return Ok(());
    }
    println!("{} on {}, {} sequences a step", found.system, found.data, found.sequences_per_step);
    println!("form             ms/step  targets/step  ms/target");
    for form in [&found.every_position, &found.prefix] {
        let name = form.targets.name();
        println!("{name:<15} {:>8.1} {:>13.1} {:>10.4}", form.step_ms, form.targets_per_step, form.target_ms);
    }
    println!("every position costs {:.4} of prefixes per target (1/{:.1})", found.ratio, 1.0 / found.ratio);
    Ok(())
}

/// What steps took, and how many targets they had.
#[derive(Default)]
struct Timed {
    times: Vec<f64>,
    counts: Vec<f64>,
}

impl Timed {
    fn form(&self, targets: Targets) -> Form {
        let per_target: Vec<f64> = self.times.iter().zip(&self.counts).map(|(time, count)| time / count).collect();
        Form {
            targets,
            steps: self.times.len(),
            step_ms: quantile(&self.times, 0.5),
            targets_per_step: self.counts.iter().sum::<f64>() / self.counts.len() as f64,
            target_ms: quantile(&per_target, 0.5),
        }
    }
}

fn measure(lab: &mut Lab, config: &RunConfig, targets: Targets, steps: usize, timed_steps: &mut Timed) -> Result<()> {
    let mut config = config.clone();
    config.training.targets = targets;
    // An epoch of few steps is followed by another one.
    config.training.epochs = WARM_UP + steps;
    lab.start_training(config, None)?;
    for step in 0..WARM_UP + steps {
        let (time, reports) = timed(|| pollster::block_on(lab.train_steps(1)))?;
        let report = reports.first().ok_or_else(|| Error::NotReady { what: "Bring data with more sessions".into() })?;
        if step >= WARM_UP {
            timed_steps.times.push(time);
            timed_steps.counts.push(report.targets as f64);
        }
    }
    lab.drop_run();
    Ok(())
}
