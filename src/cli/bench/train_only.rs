//! Training steps and nothing else: the program that a profiler or a counter of instructions watches. Two runs of different
//! length differ by steps alone.

use clap::Args;
use dif_sr::error::Result;
use dif_sr::lab::Lab;

use super::sizes::Size;
use crate::cli::device::DeviceChoice;

#[derive(Args)]
pub struct Arguments {
    /// S, M or L.
    #[arg(long, default_value = "S")]
    size: String,
    /// Steps in all.
    #[arg(long, default_value_t = 20)]
    steps: usize,
    /// What computes; more devices with `--features vulkan`.
    #[arg(long, value_enum, default_value_t = DeviceChoice::Cpu)]
    device: DeviceChoice,
}

/// Trains.
pub fn run(arguments: &Arguments) -> Result<()> {
    let size = Size::named(&arguments.size)?;
    let mut lab = Lab::new(arguments.device.open());
    lab.open(size.data()?, None);
    lab.start_training(size.configuration(&lab)?, None)?;
    let mut taken = 0;
    while taken < arguments.steps {
        // Fewer at the end of an epoch.
        let reports = pollster::block_on(lab.train_steps(arguments.steps - taken))?;
        if reports.is_empty() {
            break;
        }
        taken += reports.len();
    }
    println!("{taken} steps of size {}", size.name);
    Ok(())
}
