//! Commands of `dif-sr`: files and clocks instead of a browser, over the same library.

mod bake;
mod bench;
mod clock;
mod configure;
mod data;
mod device;
mod evaluate;
mod explain;
mod export;
mod files;
mod folder;
mod inspect;
mod names;
mod peer;
mod predict;
mod progress;
mod report;
mod results;
mod run;
mod sources;
mod told;
mod train;

use clap::{Parser, Subcommand};

/// DIF-SR and its baselines: train, measure and use them natively; make the files that the page ships.
#[derive(Parser)]
#[command(
    version,
    after_help = "\
A first round, in about a minute:
  dif-sr train --set training.epochs=10 --out runs/first
  dif-sr evaluate --model runs/first/best.safetensors
  dif-sr predict --model runs/first/best.safetensors --session \"Dome tent, Gas stove\"

`dif-sr COMMAND --help` has examples for each command."
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Train the systems that the page ships; write their weights, an index of them and the stored example
    Bake(bake::Arguments),
    /// Measure a training step and an inference at the sizes S, M and L.
    Bench(bench::Arguments),
    /// Rank all items for every held-out session and print metrics beside simple floors.
    Evaluate(evaluate::Arguments),
    /// Explain a model: ranks, gradients, what a prediction hangs on, edits that change it, the items as a map.
    Explain(explain::Arguments),
    /// Write weights for PyTorch, under the released code's names.
    Export(export::Arguments),
    /// Say what files are: format, columns, counts, attributes, floors, repairs, problems.
    Inspect(inspect::Arguments),
    /// Measure the step that other stacks are measured on; `npm run bench:peers` asks for it.
    #[command(hide = true)]
    Peer(peer::Arguments),
    /// List the most probable next items of a session.
    Predict(predict::Arguments),
    /// Write the results page from the logs of runs, and train the runs that are missing.
    Results(results::Arguments),
    /// Train a system on a synthetic shop or on files, with checkpoints, early stopping and a log.
    Train(Box<train::Arguments>),
}

/// Runs the command named on the command line.
pub fn run() -> std::process::ExitCode {
    let result = match Arguments::parse().command {
        Command::Bake(arguments) => bake::run(&arguments),
        Command::Bench(arguments) => bench::run(&arguments),
        Command::Evaluate(arguments) => evaluate::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Export(arguments) => export::run(&arguments),
        Command::Inspect(arguments) => return inspect::run(&arguments),
        Command::Peer(arguments) => peer::run(&arguments),
        Command::Predict(arguments) => predict::run(&arguments),
        Command::Results(arguments) => results::run(&arguments),
        Command::Train(arguments) => train::run(&arguments),
    };
    match result {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("dif-sr: {error}");
            std::process::ExitCode::FAILURE
        }
    }
}
