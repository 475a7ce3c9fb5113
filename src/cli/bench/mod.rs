//! `dif-sr bench`: what training, inference, import and evaluation cost.

mod limits;
mod product;
mod scale;
mod sizes;
mod steps;
mod targets;
pub mod timing;
mod train_only;

use clap::{Args, Subcommand};
use dif_sr::error::Result;
use serde::Serialize;

/// What to measure: a step and an inference unless another measurement is named.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Arguments {
    #[command(subcommand)]
    what: Option<What>,
    #[command(flatten)]
    steps: steps::Arguments,
}

#[derive(Subcommand)]
enum What {
    /// Time and peak memory of import, one epoch and evaluation as the data grows.
    Scale(scale::Arguments),
    /// One point of `scale` in a process of its own, so that its peak of memory is its own.
    #[command(hide = true)]
    ScalePoint(scale::PointArguments),
    /// Milliseconds per target of training at every position and of training on prefixes, on the same data.
    Targets(Box<targets::Arguments>),
    /// The largest catalogue that one tab of a browser can train on, by the page's own estimate.
    Limits(limits::Arguments),
    /// The rate of a plain matrix product: what no step can exceed.
    Product(product::Arguments),
    /// Nothing but training steps: for profilers and counters of instructions.
    TrainOnly(train_only::Arguments),
}

/// Measures and prints.
pub fn run(arguments: &Arguments) -> Result<()> {
    match &arguments.what {
        None => steps::run(&arguments.steps),
        Some(What::Scale(arguments)) => scale::run(arguments),
        Some(What::ScalePoint(arguments)) => scale::run_point(arguments),
        Some(What::Targets(arguments)) => targets::run(arguments),
        Some(What::Limits(arguments)) => limits::run(arguments),
        Some(What::Product(arguments)) => product::run(arguments),
        Some(What::TrainOnly(arguments)) => train_only::run(arguments),
    }
}

/// Results for other programs.
fn print_json(results: &impl Serialize) {
    println!("{}", serde_json::to_string_pretty(results).expect("numbers and names are JSON"));
}
