//! Commands of `dif-sr`: files and clocks instead of a browser, over the same library.

mod bake;
mod bench;
mod device;
mod train;

use clap::{Parser, Subcommand};

/// DIF-SR and its baselines: train and measure natively, make the files that the page ships.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Train the model that the page ships and write its weights and the stored example.
    Bake(bake::Arguments),
    /// Measure a training step and an inference at the sizes S, M and L.
    Bench(bench::Arguments),
    /// Train a model on a synthetic shop or on RecBole files and print its metrics.
    Train(train::Arguments),
}

/// Runs the command named on the command line.
pub fn run() -> std::process::ExitCode {
    let result = match Arguments::parse().command {
        Command::Bake(arguments) => bake::run(&arguments),
        Command::Bench(arguments) => bench::run(&arguments),
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
