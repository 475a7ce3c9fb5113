//! Where one tab ends: the largest catalogue that a run may have, by the estimate of memory that the page refuses runs with.

use clap::Args;
use dif_sr::config::{RunConfig, Schema, Targets};
use dif_sr::error::Result;
use dif_sr::lab::Lab;
use dif_sr::train::memory::{LIMIT, estimate};
use serde::Serialize;

use super::print_json;
use super::sizes::Size;
use crate::cli::device::DeviceChoice;

#[derive(Args)]
pub struct Arguments {
    /// Print JSON instead of a table.
    #[arg(long)]
    json: bool,
}

/// Items drawn in each step of sampled softmax.
const SAMPLE: usize = 2000;

/// One shape of model and one form of training.
#[derive(Serialize)]
struct Row {
    size: &'static str,
    width: usize,
    length: usize,
    batch: usize,
    values: usize,
    targets: Targets,
    /// Items drawn in each step of sampled softmax; 0: all compete.
    sampled_softmax: usize,
    /// Most items for which a run is not refused; 0 if none.
    most_items: usize,
    /// Bytes that another item costs there.
    bytes_per_item: f64,
}

/// Computes and prints.
pub fn run(arguments: &Arguments) -> Result<()> {
    let mut rows = Vec::new();
    for name in ["S", "M", "L"] {
        let size = Size::named(name)?;
        let mut lab = Lab::new(DeviceChoice::Cpu.open());
        lab.open(size.data()?, None);
        let (mut config, schema) = (size.configuration(&lab)?, lab.data()?.schema());
        for targets in [Targets::Prefix, Targets::EveryPosition] {
            for sampled_softmax in [0, SAMPLE] {
                config.training.targets = targets;
                config.training.sampled_softmax = sampled_softmax;
                rows.push(row(size, &config, &schema));
            }
        }
    }
    if arguments.json {
        print_json(&rows);
        return Ok(());
    }
    println!("largest catalogue whose run is estimated to need at most {} MB", LIMIT / 1_000_000);
    println!("size  width  length  batch  values  targets         sampled  most items  bytes/item");
    for row in rows {
        println!(
            "{:<4} {:>6} {:>7} {:>6} {:>7}  {:<15} {:>7} {:>11} {:>11.0}",
            row.size,
            row.width,
            row.length,
            row.batch,
            row.values,
            row.targets.name(),
            row.sampled_softmax,
            row.most_items,
            row.bytes_per_item
        );
    }
    Ok(())
}

fn row(size: &Size, config: &RunConfig, schema: &Schema) -> Row {
    let bytes = |items: usize| estimate(config, &Schema { items: items + 1, ..schema.clone() }, &[]);
    let most_items = largest(|items| bytes(items) <= LIMIT);
    Row {
        size: size.name,
        width: size.hidden,
        length: size.length,
        batch: size.batch,
        values: size.values,
        targets: config.training.targets,
        sampled_softmax: config.training.sampled_softmax,
        most_items,
        bytes_per_item: (bytes(most_items + 1000) - bytes(most_items)) as f64 / 1000.0,
    }
}

/// The largest number that `fits`, where all below it fit and none above it does; 0 if none fits.
fn largest(fits: impl Fn(usize) -> bool) -> usize {
    let mut beyond = 1;
    while fits(beyond) {
        beyond *= 2;
    }
    let mut within = beyond / 2;
    while beyond - within > 1 {
        let middle = within.midpoint(beyond);
        if fits(middle) {
            within = middle;
        } else {
            beyond = middle;
        }
    }
    within
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_that_fits_is_found_exactly() {
        for limit in [0, 1, 2, 3, 1023, 1024, 1025, 777_777] {
            assert_eq!(largest(|items| items <= limit), limit);
        }
    }
}
