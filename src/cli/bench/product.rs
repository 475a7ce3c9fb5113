//! The rate of a plain matrix product on the engine that trains: the ceiling to hold a step's own rate against.

use burn::tensor::{Tensor, TensorData};
use clap::Args;
use dif_sr::error::{Error, Result};
use serde::Serialize;

use super::print_json;
use super::timing::{quantile, timed};
use crate::cli::device::DeviceChoice;

#[derive(Args)]
pub struct Arguments {
    /// Rows and columns of both factors.
    #[arg(long, default_value_t = 512, value_parser = clap::value_parser!(u32).range(1..=8192))]
    width: u32,
    /// Timed products.
    #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(u32).range(1..))]
    times: u32,
    /// Print JSON instead of a sentence.
    #[arg(long)]
    json: bool,
    /// What computes; more devices with `--features vulkan`.
    #[arg(long, value_enum, default_value_t = DeviceChoice::Cpu)]
    device: DeviceChoice,
}

/// Products before the timed ones.
const WARM_UP: u32 = 5;

#[derive(Serialize)]
struct Product {
    device: &'static str,
    width: u32,
    times: u32,
    ms: f64,
    /// Billions of additions and multiplications a second, by the median.
    gflops: f64,
}

/// Measures and prints.
pub fn run(arguments: &Arguments) -> Result<()> {
    let (width, device) = (arguments.width as usize, arguments.device.open());
    let factor = |speed: f32| {
        let values: Vec<f32> = (0..width * width).map(|at| (at as f32 * speed).sin()).collect();
        Tensor::<2>::from_data(TensorData::new(values, [width, width]), &device)
    };
    let (left, right) = (factor(0.7), factor(1.3));
    // One number is read back, so that a device which computes later has computed.
    let product = || {
        let corner = left.clone().matmul(right.clone()).slice([0..1, 0..1]);
        let refused = |error| Error::DeviceRefused { message: format!("{error:?}") };
        pollster::block_on(corner.into_data_async()).map(|_| ()).map_err(refused)
    };
    let mut times = Vec::new();
    for index in 0..WARM_UP + arguments.times {
        let (time, ()) = timed(product)?;
        if index >= WARM_UP {
            times.push(time);
        }
    }
    let ms = quantile(&times, 0.5);
    let gflops = 2.0 * (width as f64).powi(3) / (ms * 1e6);
    let found = Product { device: arguments.device.name(), width: arguments.width, times: arguments.times, ms, gflops };
    if arguments.json {
        print_json(&found);
    } else {
        println!("{width} x {width} x {width}: {ms:.2} ms, {gflops:.1} GFLOP/s (median of {})", found.times);
    }
    Ok(())
}
