//! Import, one epoch and full-ranking evaluation as the data grows, in time and in memory: once with more interactions on the same
//! catalogue, once with more items in a log of the same length.

mod files;
mod growth;
mod memory;
mod point;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use clap::Args;
use dif_sr::error::{Error, Result};
use serde::Serialize;

pub use point::{PointArguments, run_point};

use super::print_json;
use crate::cli::device::DeviceChoice;
use crate::cli::files::{unwritable, write};
use growth::{exponent, last_decade};
use point::{Cost, Point};

#[derive(Args)]
pub struct Arguments {
    /// Interactions at the largest point; the smallest has 1,000, and there are two a decade.
    #[arg(long, default_value_t = 1_000_000, value_parser = clap::value_parser!(u32).range(10_000..=10_000_000))]
    most_interactions: u32,
    /// Items at the largest point; the smallest has 100, and there are two a decade.
    #[arg(long, default_value_t = 100_000, value_parser = clap::value_parser!(u32).range(1000..=1_000_000))]
    most_items: u32,
    /// Print JSON instead of tables.
    #[arg(long)]
    json: bool,
    /// What computes; more devices with `--features vulkan`.
    #[arg(long, value_enum, default_value_t = DeviceChoice::Cpu)]
    device: DeviceChoice,
}

/// Items while interactions grow.
const ITEMS: usize = 1000;
/// Interactions while items grow; as many as items where there are more of them.
const INTERACTIONS: usize = 100_000;

/// One thing grows, the other stays.
#[derive(Serialize)]
struct Series {
    grows: &'static str,
    points: Vec<Point>,
    /// Exponents of growth over the last decade.
    growth: Growth,
}

/// `cost ~ size^exponent` of each stage.
#[derive(Serialize)]
struct Growth {
    import: StageGrowth,
    epoch: StageGrowth,
    evaluation: StageGrowth,
}

#[derive(Serialize)]
struct StageGrowth {
    time: Option<f64>,
    memory: Option<f64>,
}

/// Measures every point in a process of its own and prints.
pub fn run(arguments: &Arguments) -> Result<()> {
    let folder = std::env::temp_dir().join(format!("dif-sr-scale-{}", std::process::id()));
    let measured = measure(arguments, &folder);
    // Left behind where it cannot be removed, as any temporary folder.
    let _ = std::fs::remove_dir_all(&folder);
    let series = measured?;
    if arguments.json {
        print_json(&series);
    } else {
        series.iter().for_each(print);
    }
    Ok(())
}

fn measure(arguments: &Arguments, folder: &Path) -> Result<[Series; 2]> {
    let point = |interactions, items| measure_point(interactions, items, folder, arguments.device);
    let by_interactions =
        sizes(1000, arguments.most_interactions).into_iter().map(|size| point(size.max(ITEMS), ITEMS.min(size)));
    let by_interactions = by_interactions.collect::<Result<Vec<_>>>()?;
    let by_items = sizes(100, arguments.most_items).into_iter().map(|size| point(INTERACTIONS.max(size), size));
    let by_items = by_items.collect::<Result<Vec<_>>>()?;
    Ok([
        Series {
            grows: "interactions",
            growth: growth(&by_interactions, |at| at.interactions),
            points: by_interactions,
        },
        Series { grows: "items", growth: growth(&by_items, |at| at.items), points: by_items },
    ])
}

/// From `least` to `most`, two a decade: 1, 3.16, 10, ...
fn sizes(least: usize, most: u32) -> Vec<usize> {
    let halves = (2.0 * (f64::from(most) / least as f64).log10() + 1e-9).floor() as i32;
    (0..=halves).map(|half| (least as f64 * 10_f64.powf(f64::from(half) / 2.0)).round() as usize).collect()
}

/// Writes the files and measures in another process.
fn measure_point(interactions: usize, items: usize, folder: &Path, device: DeviceChoice) -> Result<Point> {
    let made = files::files(interactions, items);
    let [inter, item] = ["scale.inter", "scale.item"].map(|name| folder.join(name));
    write(&inter, made.inter.as_bytes())?;
    write(&item, made.item.as_bytes())?;
    drop(made);
    eprintln!("{interactions} interactions, {items} items");
    let program = std::env::current_exe().map_err(|error| unwritable(&PathBuf::from("dif-sr"), &error))?;
    let output = Command::new(program)
        .args(["bench", "scale-point", "--device", device.name()])
        .args([Path::new("--inter"), &inter, Path::new("--item"), &item])
        // What a stage has freed does not count for the next one: the allocator gives it back at once.
        .env("MIMALLOC_PURGE_DELAY", "0")
        .stderr(Stdio::inherit())
        .output();
    let refused = |found: String| Error::File {
        file: format!("the measurement of {interactions} interactions and {items} items"),
        found,
        expected: "its results".into(),
        advice: "Measure fewer with --most-interactions and --most-items: this size may be beyond the memory here."
            .into(),
    };
    let output = output.map_err(|error| refused(error.to_string()))?;
    if !output.status.success() {
        return Err(refused(output.status.to_string()));
    }
    serde_json::from_slice(&output.stdout).map_err(|error| refused(error.to_string()))
}

fn growth(points: &[Point], size: fn(&Point) -> usize) -> Growth {
    let stage = |of: fn(&Point) -> Cost| {
        let slope = |cost: &dyn Fn(&Point) -> Option<f64>| {
            let costs: Option<Vec<_>> = points.iter().map(|at| cost(at).map(|cost| (size(at) as f64, cost))).collect();
            costs.and_then(|costs| exponent(&last_decade(&costs)))
        };
        StageGrowth {
            time: slope(&|at| Some(of(at).ms)),
            memory: slope(&|at| of(at).peak_bytes.map(|bytes| bytes as f64)),
        }
    };
    Growth { import: stage(|at| at.import), epoch: stage(|at| at.epoch), evaluation: stage(|at| at.evaluation) }
}

fn print(series: &Series) {
    println!("\nmore {}", series.grows);
    println!("interactions   items   users   import ms    MB    epoch ms    MB   evaluation ms    MB   estimate MB");
    let megabytes = |bytes: Option<usize>| bytes.map_or("-".into(), |bytes| format!("{:.0}", bytes as f64 / 1e6));
    for at in &series.points {
        println!(
            "{:>12} {:>7} {:>7} {:>11.1} {:>5} {:>11.1} {:>5} {:>15.1} {:>5} {:>13}",
            at.interactions,
            at.items,
            at.users,
            at.import.ms,
            megabytes(at.import.peak_bytes),
            at.epoch.ms,
            megabytes(at.epoch.peak_bytes),
            at.evaluation.ms,
            megabytes(at.evaluation.peak_bytes),
            format!("{:.0}", at.estimated_bytes as f64 / 1e6),
        );
    }
    let Growth { import, epoch, evaluation } = &series.growth;
    let exponent = |exponent: Option<f64>| exponent.map_or("-".into(), |exponent| format!("{exponent:.2}"));
    for (name, stage) in [("import", import), ("epoch", epoch), ("evaluation", evaluation)] {
        let (time, memory) = (exponent(stage.time), exponent(stage.memory));
        println!("{name:<10} exponent over the last decade: time {time}, memory {memory}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_two_a_decade_with_both_ends() {
        assert_eq!(sizes(100, 10_000), [100, 316, 1000, 3162, 10_000]);
    }

    #[test]
    fn linear_cost_has_exponent_one() {
        let cost = |scale: usize| Cost { ms: scale as f64 * 0.5, peak_bytes: Some(scale * scale) };
        let points: Vec<Point> = sizes(100, 10_000)
            .into_iter()
            .map(|size| Point {
                interactions: size,
                items: 1,
                users: 1,
                file_bytes: 1,
                import: cost(size),
                epoch: Cost { peak_bytes: None, ..cost(size) },
                evaluation: cost(size),
                estimated_bytes: 1,
            })
            .collect();
        let found = growth(&points, |at| at.interactions);
        let near = |found: Option<f64>, wanted: f64| (found.unwrap() - wanted).abs() < 1e-6;
        assert!(near(found.import.time, 1.0) && near(found.import.memory, 2.0) && near(found.epoch.time, 1.0));
        assert_eq!(found.epoch.memory, None);
    }
}
