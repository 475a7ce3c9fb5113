//! Which data a command works on.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use dif_sr::data::atomic::File;
use dif_sr::data::open::{holds_sequences, open_atomic, open_sequences};
use dif_sr::data::order::Order;
use dif_sr::data::subset::SubsetConfig;
use dif_sr::data::synthetic::{SyntheticConfig, generate};
use dif_sr::error::{Error, Result};
use dif_sr::lab::Lab;
use serde::{Deserialize, Serialize};

use super::files;
use super::told::told;

/// Where the data comes from. Without `--data`: the page's first synthetic shop.
#[derive(Args, Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[command(next_help_heading = "Data")]
#[serde(deny_unknown_fields)]
pub struct DataArguments {
    /// Interactions: a RecBole `.inter` file, or a `.txt` with one user a line, `user item item ...` in time order.
    #[arg(long, value_name = "FILE")]
    data: Option<PathBuf>,
    /// Attributes of the items: a RecBole `.item` file; for a `.txt`, a `.json` such as `{"item": [1, 2]}`.
    #[arg(long, value_name = "FILE", requires = "data")]
    items: Option<PathBuf>,
    /// Use only these attributes, in this order, separated by commas.
    #[arg(long, value_name = "NAMES", value_delimiter = ',', requires = "data")]
    attributes: Option<Vec<String>>,
    /// The order of each user's clicks (default: by time where there are times, else as in the file).
    #[arg(long, value_name = "ORDER", requires = "data")]
    order: Option<OrderChoice>,
    /// Drop users and items with fewer interactions, until none is left that has fewer (default 5).
    #[arg(long, value_name = "N", requires = "data")]
    core: Option<usize>,
    /// Keep only the most popular items.
    #[arg(long, value_name = "N", requires = "data")]
    max_items: Option<usize>,
    /// Keep only users with at least so many interactions.
    #[arg(long, value_name = "N", requires = "data")]
    min_length: Option<usize>,
    /// Keep at most so many users, evenly spread over the file.
    #[arg(long, value_name = "N", requires = "data")]
    max_users: Option<usize>,
    /// Keep only the newest interactions of each user.
    #[arg(long, value_name = "N", requires = "data")]
    max_session: Option<usize>,
    /// A synthetic shop as JSON, such as `{"preset": "department_chains", "sessions": 3000, "seed": 212}`.
    #[arg(long, value_name = "JSON", conflicts_with = "data")]
    synthetic: Option<String>,
}

impl DataArguments {
    /// Files with the usual treatment.
    pub fn of_files(data: PathBuf, items: Option<PathBuf>, attributes: Option<Vec<String>>) -> Self {
        Self { data: Some(data), items, attributes, ..Self::default() }
    }

    /// Opens the data in `lab`.
    pub fn open(&self, lab: &mut Lab) -> Result<()> {
        let Some(path) = &self.data else {
            let text = self.synthetic.as_deref().unwrap_or("{}");
            let config: SyntheticConfig = serde_json::from_str(text)
                .map_err(|error| Error::config("synthetic", error, "JSON such as {\"preset\": \"brand_loyal\"}"))?;
            let made = generate(&config)?;
            lab.open(made.dataset, Some(made.process));
            return Ok(());
        };
        let (name, bytes) = (short_name(path), files::read(path)?);
        let items = self.items.as_ref().map(|path| Ok((short_name(path), files::read(path)?))).transpose()?;
        let items = items.as_ref().map(|(name, bytes)| File { name, bytes });
        let file = File { name: &name, bytes: &bytes };
        let open = if holds_sequences(file) { open_sequences } else { open_atomic };
        let mut data = open(file, items, &self.subset())?;
        for line in told(&data, file.name, items.map(|items| items.name), self.order.is_some()) {
            eprintln!("{line}");
        }
        if let Some(names) = &self.attributes {
            data.catalogue.keep_attributes(names)?;
        }
        lab.open(data, None);
        Ok(())
    }

    /// The same with paths that hold wherever a later command is started.
    pub fn absolute(&self) -> Self {
        let absolute = |path: &PathBuf| std::path::absolute(path).unwrap_or_else(|_| path.clone());
        Self { data: self.data.as_ref().map(absolute), items: self.items.as_ref().map(absolute), ..self.clone() }
    }

    fn subset(&self) -> SubsetConfig {
        SubsetConfig {
            order: self.order.map(OrderChoice::order),
            core: self.core.unwrap_or(SubsetConfig::default().core),
            max_items: self.max_items,
            min_length: self.min_length,
            max_users: self.max_users,
            max_session: self.max_session,
        }
    }
}

/// [`Order`] as it is said on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum OrderChoice {
    /// By the column timestamp.
    Time,
    /// As in the file, oldest first.
    File,
    /// As in the file, newest first.
    FileReversed,
}

impl OrderChoice {
    const fn order(self) -> Order {
        match self {
            Self::Time => Order::Time,
            Self::File => Order::File,
            Self::FileReversed => Order::FileReversed,
        }
    }
}

fn short_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
