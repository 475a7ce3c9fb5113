//! `dif-sr peer`: the step and the inference that other stacks are measured on, natively; one row for their table.

use std::time::Instant;

use clap::Args;
use dif_sr::error::{Error, Result};
use dif_sr::peer::{Case, PeerModel, Work, work};
use serde::Serialize;

use super::bench::timing::quantile;
use super::device::DeviceChoice;

/// What to measure.
#[derive(Args)]
pub struct Arguments {
    /// One entry of the peer benchmark's cases.json.
    #[arg(long, value_name = "JSON")]
    case: String,
    /// Compute every slot of every layer, as the other stacks do.
    #[arg(long)]
    every_slot: bool,
    /// Timed steps.
    #[arg(long, default_value_t = 30)]
    steps: usize,
    /// Steps between the first one and the timed ones.
    #[arg(long, default_value_t = 3)]
    warmup: usize,
    /// Timed inferences.
    #[arg(long, default_value_t = 50)]
    infer: usize,
    /// Seconds after which no further step is timed.
    #[arg(long, default_value_t = 60.0)]
    cap: f64,
    /// What computes; more devices with `--features vulkan`.
    #[arg(long, value_enum, default_value_t = DeviceChoice::Cpu)]
    device: DeviceChoice,
}

/// The peers take as many batches and sessions in turn.
const DIFFERENT: usize = 8;
/// Losses kept for comparison.
const LOSSES: usize = 6;
/// Timed steps that even a slow device takes.
const AT_LEAST: usize = 3;
/// Candidates of an inference.
const CANDIDATES: usize = 10;

/// One row, in the fields of the peer benchmark; times in milliseconds.
#[derive(Serialize)]
struct Row {
    first_ms: f64,
    step_ms: f64,
    step_p10: f64,
    step_p90: f64,
    n: usize,
    first_infer_ms: f64,
    infer_ms: f64,
    infer_n: usize,
    losses: Vec<f32>,
    top: Vec<u32>,
}

/// Measures and prints one line of JSON.
pub fn run(arguments: &Arguments) -> Result<()> {
    if arguments.steps == 0 || arguments.infer == 0 {
        let found = format!("{} and {}", arguments.steps, arguments.infer);
        return Err(Error::config("steps and infer", found, "at least 1 each"));
    }
    let row = measure(arguments)?;
    println!("{}", serde_json::to_string(&row).expect("numbers and names are JSON"));
    Ok(())
}

fn measure(arguments: &Arguments) -> Result<Row> {
    let case = Case::from_json(&arguments.case)?;
    let (batches, sessions): (Vec<_>, Vec<_>) =
        (0..DIFFERENT as u32).map(|index| (work::batch(&case, index), work::session(&case, index))).unzip();
    let how = if arguments.every_slot { Work::EverySlot } else { Work::Needed };
    let mut model = PeerModel::new(&case, work::parameters(&case), how, &arguments.device.open())?;
    let mut losses = Vec::new();
    let mut times = Vec::new();
    let mut began = Instant::now();
    let untimed = 1 + arguments.warmup;
    for index in 0..untimed + arguments.steps {
        if index == untimed {
            began = Instant::now();
        }
        if index >= untimed + AT_LEAST && began.elapsed().as_secs_f64() > arguments.cap {
            break;
        }
        let start = Instant::now();
        losses.push(pollster::block_on(model.step(&batches[index % DIFFERENT]))?);
        times.push(milliseconds(start));
    }
    let mut answers = Vec::new();
    let mut top = Vec::new();
    for index in 0..=arguments.infer {
        let start = Instant::now();
        let best = pollster::block_on(model.infer(&sessions[index % DIFFERENT], CANDIDATES))?;
        answers.push(milliseconds(start));
        if index == 0 {
            top = best.iter().map(|scored| scored.item).collect();
        }
    }
    let (warm, repeated) = (&times[untimed..], &answers[1..]);
    losses.truncate(LOSSES);
    Ok(Row {
        first_ms: times[0],
        step_ms: quantile(warm, 0.5),
        step_p10: quantile(warm, 0.1),
        step_p90: quantile(warm, 0.9),
        n: warm.len(),
        first_infer_ms: answers[0],
        infer_ms: quantile(repeated, 0.5),
        infer_n: repeated.len(),
        losses,
        top,
    })
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1e3
}
