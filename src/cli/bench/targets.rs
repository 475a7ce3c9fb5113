//! What a training target costs when every position of a window is one, and when every prefix is a sequence of its own: as the page
//! trains, and with every slot of every layer computed, as stacks without our shortcuts do.

use clap::Args;
use dif_sr::config::{ModelConfig, RunConfig, Targets};
use dif_sr::error::{Error, Result};
use dif_sr::lab::Lab;
use dif_sr::peer::FullRun;
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

/// Both forms of training on the same work.
#[derive(Serialize)]
struct Pair {
    every_position: Form,
    prefix: Form,
    /// Time per target at every position, divided by that of prefixes.
    ratio: f64,
}

#[derive(Serialize)]
struct Comparison {
    device: &'static str,
    data: String,
    system: &'static str,
    sequences_per_step: usize,
    /// As everywhere: what no result depends on is left out.
    needed: Pair,
    /// Nothing is left out. DIF-SR alone is taken apart like that.
    every_slot: Option<Pair>,
}

/// Measures and prints.
pub fn run(arguments: &Arguments) -> Result<()> {
    let mut lab = Lab::new(arguments.device.open());
    arguments.data.open(&mut lab)?;
    let config = arguments.config.resolve(&lab)?;
    let steps = arguments.steps as usize;
    let mut needed = Turns::default();
    let mut every_slot = matches!(config.model, ModelConfig::DifSr(_)).then(Turns::default);
    // In turns: a machine that is slow for a while is slow for all.
    while needed.prefix.times.len() < steps {
        let turn = STEPS_IN_TURN.min(steps - needed.prefix.times.len());
        for (targets, timed_steps) in needed.forms() {
            measure(&mut lab, &config, targets, turn, timed_steps)?;
        }
        for (targets, timed_steps) in every_slot.iter_mut().flat_map(Turns::forms) {
            let mut run = FullRun::new(lab.data()?, &config, targets, &arguments.device.open())?;
            timed_steps.take(turn, || pollster::block_on(run.step()))?;
        }
    }
    let found = Comparison {
        device: arguments.device.name(),
        data: lab.data()?.name.clone(),
        system: config.model.kind(),
        sequences_per_step: config.training.train_batch_size,
        needed: needed.pair(),
        every_slot: every_slot.as_ref().map(Turns::pair),
    };
    if arguments.json {
        print_json(&found);
        return Ok(());
    }
    println!("{} on {}, {} sequences a step", found.system, found.data, found.sequences_per_step);
    let pairs = [("as the page trains", Some(&found.needed)), ("every slot computed", found.every_slot.as_ref())];
    for (work, pair) in pairs.into_iter().filter_map(|(work, pair)| pair.map(|pair| (work, pair))) {
        println!("\n{work:<19}  ms/step  targets/step  ms/target");
        for form in [&pair.every_position, &pair.prefix] {
            let name = form.targets.name();
            println!("{name:<19} {:>8.1} {:>13.1} {:>10.4}", form.step_ms, form.targets_per_step, form.target_ms);
        }
        println!("every position costs {:.4} of prefixes per target (1/{:.1})", pair.ratio, 1.0 / pair.ratio);
    }
    Ok(())
}

/// Steps of both forms.
#[derive(Default)]
struct Turns {
    every_position: Timed,
    prefix: Timed,
}

impl Turns {
    fn forms(&mut self) -> [(Targets, &mut Timed); 2] {
        [(Targets::EveryPosition, &mut self.every_position), (Targets::Prefix, &mut self.prefix)]
    }

    fn pair(&self) -> Pair {
        let every_position = self.every_position.form(Targets::EveryPosition);
        let prefix = self.prefix.form(Targets::Prefix);
        Pair { ratio: every_position.target_ms / prefix.target_ms, every_position, prefix }
    }
}

/// What steps took, and how many targets they had.
#[derive(Default)]
struct Timed {
    times: Vec<f64>,
    counts: Vec<f64>,
}

impl Timed {
    /// Takes some steps, the first of which are not timed; each says how many targets it had.
    fn take(&mut self, steps: usize, mut step: impl FnMut() -> Result<usize>) -> Result<()> {
        for index in 0..WARM_UP + steps {
            let (time, targets) = timed(&mut step)?;
            if index >= WARM_UP {
                self.times.push(time);
                self.counts.push(targets as f64);
            }
        }
        Ok(())
    }

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
    timed_steps.take(steps, || {
        let reports = pollster::block_on(lab.train_steps(1))?;
        let report = reports.first().ok_or_else(|| Error::NotReady { what: "Bring data with more sessions".into() })?;
        Ok(report.targets)
    })?;
    lab.drop_run();
    Ok(())
}
