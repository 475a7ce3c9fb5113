//! A training step, an inference and an explanation at the sizes that are compared everywhere.

use std::time::Instant;

use clap::Args;
use dif_sr::error::Result;
use dif_sr::lab::{Lab, MAIN, Question};
use dif_sr::train::checkpoint::{Measured, Precision};
use serde::Serialize;

use super::print_json;
use super::sizes::Size;
use super::timing::{quantile, timed};
use crate::cli::device::DeviceChoice;

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
    /// The ten next items of a session of all slots that nothing is known of.
    inference_ms: f64,
    /// The same for a session that has just grown by its last item.
    addition_ms: f64,
    explanation_ms: f64,
}

/// Measures and prints.
pub fn run(arguments: &Arguments) -> Result<()> {
    let mut rows = Vec::new();
    for name in arguments.sizes.split(',') {
        rows.push(measure(Size::named(name)?, arguments.steps, arguments.device)?);
    }
    if arguments.json {
        print_json(&rows);
        return Ok(());
    }
    println!("size  weights   ms/step (10 % to 90 %)      ms/inference  one item more  ms/explanation");
    for row in rows {
        println!(
            "{:<4} {:>8}  {:>7.1} ({:.1} to {:.1}, {} steps)  {:>8.2}  {:>8.2}  {:>8.2}",
            row.size,
            row.parameters,
            row.step_ms,
            row.step_p10_ms,
            row.step_p90_ms,
            row.steps,
            row.inference_ms,
            row.addition_ms,
            row.explanation_ms
        );
    }
    Ok(())
}

fn measure(size: &Size, steps: usize, device: DeviceChoice) -> Result<Row> {
    let mut lab = Lab::new(device.open());
    lab.open(size.data()?, None);
    let start = lab.start_training(size.configuration(&lab)?, None)?;
    let mut times = Vec::new();
    let began = Instant::now();
    while times.len() < WARM_UP + steps && (times.len() < WARM_UP + 3 || began.elapsed().as_secs_f64() < LONG_ENOUGH) {
        times.push(timed(|| pollster::block_on(lab.train_steps(1)))?.0);
    }
    let weights = pollster::block_on(lab.snapshot(Measured::default(), "", Precision::Single))?;
    lab.load_model(&weights, MAIN)?;
    let predict = |items: &[u32]| timed(|| pollster::block_on(lab.predict(&Question::plain(items), 10, false)));
    let mut inferences = Vec::new();
    let mut additions = Vec::new();
    let mut explanations = Vec::new();
    for number in 0..INFERENCES {
        // A session that shares no beginning with the one before.
        let item = |index: usize| (1 + (index * 37 + number) % size.items) as u32;
        let session: Vec<u32> = (0..size.length).map(item).collect();
        inferences.push(predict(&session)?.0);
        predict(&session[..session.len() - 1])?;
        additions.push(predict(&session)?.0);
        explanations.push(timed(|| pollster::block_on(lab.explain(&Question::plain(&session))))?.0);
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
        addition_ms: quantile(&additions, 0.5),
        explanation_ms: quantile(&explanations, 0.5),
    })
}
