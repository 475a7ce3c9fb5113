//! One size, in a process of its own: import, one epoch, evaluation.

use std::path::PathBuf;

use clap::Args;
use dif_sr::config::{DifSrConfig, ModelConfig, RunConfig, Targets};
use dif_sr::data::atomic::File;
use dif_sr::data::dataset::Dataset;
use dif_sr::data::open::open_atomic;
use dif_sr::data::split::Part;
use dif_sr::data::subset::SubsetConfig;
use dif_sr::error::Result;
use dif_sr::lab::Lab;
use dif_sr::train::memory::estimate;
use serde::{Deserialize, Serialize};

use super::super::print_json;
use super::super::timing::median_of;
use super::memory::{peak, restart_peak};
use crate::cli::device::DeviceChoice;
use crate::cli::files::read;

#[derive(Args)]
pub struct PointArguments {
    #[arg(long)]
    inter: PathBuf,
    #[arg(long)]
    item: PathBuf,
    #[arg(long, value_enum, default_value_t = DeviceChoice::Cpu)]
    device: DeviceChoice,
}

/// Measurements of a stage, at most; one where the first takes long.
const TIMES: usize = 3;
/// Seconds after which a stage is not measured once more.
const LONG_ENOUGH: f64 = 10.0;
/// Steps between two readings of the loss.
const STEPS_AT_ONCE: usize = 50;

/// What a size costs.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Point {
    pub interactions: usize,
    pub items: usize,
    pub users: usize,
    /// Bytes of both files.
    pub file_bytes: usize,
    pub import: Cost,
    pub epoch: Cost,
    pub evaluation: Cost,
    /// Bytes that the page's estimate gives for the run: what it would refuse beyond its limit.
    pub estimated_bytes: u64,
}

/// Time and memory of a stage.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Cost {
    /// Milliseconds, median.
    pub ms: f64,
    /// Highest resident memory of the process during the stage, in bytes.
    pub peak_bytes: Option<usize>,
}

/// Measures and prints JSON.
pub fn run_point(arguments: &PointArguments) -> Result<()> {
    let (inter, item) = (read(&arguments.inter)?, read(&arguments.item)?);
    let open = || -> Result<Dataset> {
        open_atomic(
            File { name: "scale.inter", bytes: &inter },
            Some(File { name: "scale.item", bytes: &item }),
            &SubsetConfig { core: 1, ..SubsetConfig::default() },
        )
    };
    let import = cost(|| open().map(drop))?;
    // The limit is the page's; here the machine's own memory decides.
    let mut lab = Lab::new(arguments.device.open()).with_memory_limit(u64::MAX);
    lab.open(open()?, None);
    let file_bytes = inter.len() + item.len();
    drop((inter, item));
    let counts = lab.data()?.counts();
    let config = configuration(&lab)?;
    let estimated_bytes = estimate(&config, &lab.data()?.schema(), &lab.data()?.bags());
    lab.start_training(config, None)?;
    // Every epoch takes the same targets, cut at other places.
    let epoch = cost(|| {
        loop {
            pollster::block_on(lab.train_steps(STEPS_AT_ONCE))?;
            if lab.training_epoch().is_none_or(|(_, is_over)| is_over) {
                return Ok(());
            }
        }
    })?;
    let evaluation = cost(|| pollster::block_on(lab.evaluate(Part::Test, 0)).map(drop))?;
    print_json(&Point {
        interactions: counts.interactions,
        items: counts.items,
        users: counts.users,
        file_bytes,
        import,
        epoch,
        evaluation,
        estimated_bytes,
    });
    Ok(())
}

fn cost(work: impl FnMut() -> Result<()>) -> Result<Cost> {
    restart_peak();
    let ms = median_of(TIMES, LONG_ENOUGH, work)?;
    Ok(Cost { ms, peak_bytes: peak() })
}

/// A small DIF-SR that stays the same whatever the size of the data.
fn configuration(lab: &Lab) -> Result<RunConfig> {
    let mut config = lab.default_config("dif_sr")?;
    if let ModelConfig::DifSr(model) = &mut config.model {
        *model = DifSrConfig {
            hidden_size: 32,
            inner_size: 32,
            n_heads: 2,
            n_layers: 1,
            max_length: 20,
            hidden_dropout_prob: 0.0,
            attn_dropout_prob: 0.0,
            ..model.clone()
        };
        for attribute in &mut model.attributes {
            attribute.attribute_hidden_size = 16;
        }
    }
    config.training.targets = Targets::EveryPosition;
    config.training.train_batch_size = 32;
    config.training.epochs = TIMES;
    Ok(config)
}
