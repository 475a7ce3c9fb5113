//! Which data a command works on.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use dif_sr::data::atomic::File;
use dif_sr::data::dataset::Dataset;
use dif_sr::data::imported::Keep;
use dif_sr::data::open::{holds_sequences, is_atomic, open_atomic, open_sequences};
use dif_sr::data::order::Order;
use dif_sr::data::split::HoldOut;
use dif_sr::data::subset::SubsetConfig;
use dif_sr::data::synthetic::{SyntheticConfig, generate};
use dif_sr::error::{Error, Result};
use dif_sr::lab::Lab;
use dif_sr_import::Choices;
use dif_sr_import::choices::{self, BadRows};
use serde::{Deserialize, Deserializer, Serialize};

use super::told::told;
use super::{files, inspect, sources, told};

/// Where the data comes from. Without `--data`: the page's first synthetic shop.
#[derive(Args, Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[command(next_help_heading = "Data")]
pub struct DataArguments {
    /// A log of clicks and what describes its items, in any form that `dif-sr inspect` knows, compressed or not.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    #[serde(default, deserialize_with = "one_or_many")]
    data: Vec<PathBuf>,
    /// One more file: attributes of the items.
    #[arg(long, value_name = "FILE", requires = "data")]
    items: Option<PathBuf>,
    /// Use only these attributes, in this order, separated by commas.
    #[arg(long, value_name = "NAMES", value_delimiter = ',', requires = "data")]
    attributes: Option<Vec<String>>,
    #[command(flatten)]
    #[serde(flatten)]
    subset: SubsetArguments,
    /// A synthetic shop as JSON, such as `{"preset": "department_chains", "sessions": 3000, "seed": 212}`.
    #[arg(long, value_name = "JSON", conflicts_with = "data")]
    synthetic: Option<String>,
    /// Read as the page reads it, also where the released code reads such files in its own way.
    #[arg(skip)]
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    as_page: bool,
}

/// How files are read, and what of them is kept.
#[derive(Args, Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SubsetArguments {
    /// What the columns are for, as JSON; what it does not say is guessed (see `dif-sr inspect --help`).
    #[arg(long, value_name = "FILE")]
    columns: Option<PathBuf>,
    /// The order of each user's clicks (default: by time where there are times, else as in the file).
    #[arg(long, value_name = "ORDER")]
    order: Option<OrderChoice>,
    /// Of several kinds of events, only these count, separated by commas.
    #[arg(long, value_name = "KINDS", value_delimiter = ',')]
    keep_events: Option<Vec<String>>,
    /// Only rows with at least this rating count.
    #[arg(long, value_name = "X", allow_negative_numbers = true)]
    rating_at_least: Option<f64>,
    /// Where more than a tenth of the rows of a file cannot be read: leave them out and read the others.
    #[arg(long)]
    leave_out_bad_rows: bool,
    /// Only clicks from this day on, such as 2016-05-09.
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// Only clicks up to this day, all of it included.
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
    /// Drop users and items with fewer interactions, until none is left that has fewer (default 5).
    #[arg(long, value_name = "N")]
    core: Option<usize>,
    /// Keep only the most popular items.
    #[arg(long, value_name = "N")]
    max_items: Option<usize>,
    /// Keep only users with at least so many interactions.
    #[arg(long, value_name = "N")]
    min_length: Option<usize>,
    /// Keep at most so many users, evenly spread over the file.
    #[arg(long, value_name = "N")]
    max_users: Option<usize>,
    /// Keep only the newest interactions of each user.
    #[arg(long, value_name = "N")]
    max_session: Option<usize>,
    /// What training may not see (default: each user's last two clicks, while later clicks of others train).
    #[arg(long, value_name = "WHAT")]
    #[serde(skip_serializing_if = "Option::is_none")]
    hold_out: Option<HoldOutChoice>,
}

impl SubsetArguments {
    /// How the files are read.
    pub fn choices(&self) -> Result<Choices> {
        let mut read = sources::choices(self.columns.as_deref())?;
        // What is said on the command line counts, whatever the columns file says.
        if let Some(order) = self.order {
            read.order = Some(order.of_import());
            read.files.values_mut().for_each(|file| file.order = None);
        }
        if self.leave_out_bad_rows {
            read.bad_rows = Some(BadRows::LeaveOut);
            read.files.values_mut().for_each(|file| file.bad_rows = None);
        }
        Ok(Choices { keep_events: self.keep_events.clone(), rating_at_least: self.rating_at_least, ..read })
    }

    /// What is kept of what was read.
    pub fn keep(&self) -> Result<Keep> {
        let split = match self.hold_out {
            Some(HoldOutChoice::Time) => HoldOut::Time,
            Some(HoldOutChoice::LeaveOneOut) | None => HoldOut::LeaveOneOut,
        };
        Ok(Keep { period: sources::period(self.from.as_deref(), self.to.as_deref())?, subset: self.config(), split })
    }

    /// Which users, items and clicks are kept.
    pub fn config(&self) -> SubsetConfig {
        SubsetConfig {
            order: self.order.map(OrderChoice::order),
            core: self.core.unwrap_or(SubsetConfig::default().core),
            max_items: self.max_items,
            min_length: self.min_length,
            max_users: self.max_users,
            max_session: self.max_session,
        }
    }

    /// Whether nothing is asked for that only the importer understands.
    fn is_plain(&self) -> bool {
        let Self { columns, keep_events, rating_at_least, leave_out_bad_rows, from, to, .. } = self;
        let guesses = columns.is_none() && keep_events.is_none() && rating_at_least.is_none() && !leave_out_bad_rows;
        guesses && from.is_none() && to.is_none() && self.hold_out != Some(HoldOutChoice::Time)
    }
}

impl DataArguments {
    /// Files with the usual treatment.
    pub fn of_files(data: PathBuf, items: Option<PathBuf>, attributes: Option<Vec<String>>) -> Self {
        Self { data: vec![data], items, attributes, ..Self::default() }
    }

    /// A synthetic shop.
    pub fn of_shop(config: &SyntheticConfig) -> Self {
        let text = serde_json::to_string(config).expect("a recipe holds nothing that JSON cannot");
        Self { synthetic: Some(text), ..Self::default() }
    }

    /// Whether anything is said of it.
    pub fn is_named(&self) -> bool {
        *self != Self::default()
    }

    /// The recipe of a synthetic shop; none for files.
    pub fn shop(&self) -> Result<Option<SyntheticConfig>> {
        if !self.data.is_empty() {
            return Ok(None);
        }
        serde_json::from_str(self.synthetic.as_deref().unwrap_or("{}"))
            .map(Some)
            .map_err(|error| Error::config("synthetic", error, "JSON such as {\"preset\": \"brand_loyal\"}"))
    }

    /// Opens the data in `lab` in the way in which it has this fingerprint, as far as there is one; which way that is.
    pub fn open_as(&self, lab: &mut Lab, fingerprint: &str) -> Result<Self> {
        self.open(lab)?;
        let mut data = self.clone();
        if !self.data.is_empty() && lab.data()?.fingerprint() != fingerprint {
            data.as_page = true;
            data.open(lab)?;
        }
        Ok(data)
    }

    /// Opens the data in `lab`.
    pub fn open(&self, lab: &mut Lab) -> Result<()> {
        if self.data.is_empty() && self.subset != SubsetArguments::default() {
            return Err(Error::config("data", "nothing", "files, where some of them is to be kept"));
        }
        if let Some(config) = self.shop()? {
            let made = generate(&config)?;
            lab.open(made.dataset, Some(made.process));
            return Ok(());
        }
        let plain = if self.as_page { None } else { self.plainly()? };
        let mut data = match plain {
            Some(data) => data,
            None => self.imported()?,
        };
        if let Some(names) = &self.attributes {
            data.catalogue.keep_attributes(names)?;
        }
        lab.open(data, None);
        Ok(())
    }

    /// Reads the files that the released code reads, as it does: an atomic file, or sequences. `None`: they are something else.
    fn plainly(&self) -> Result<Option<Dataset>> {
        let files: Vec<&PathBuf> = self.data.iter().chain(&self.items).collect();
        let (path, items) = match files.as_slice() {
            [log] => (*log, None),
            [log, items] => (*log, Some(*items)),
            _ => return Ok(None),
        };
        let name = sources::short_name(path);
        let head = files::head(path)?;
        let begin = File { name: &name, bytes: &head };
        let sequences = holds_sequences(begin);
        if !self.subset.is_plain() || !(sequences || is_atomic(begin)) {
            return Ok(None);
        }
        let bytes = files::read(path)?;
        let file = File { name: &name, bytes: &bytes };
        let items = items.map(|path| Ok::<_, Error>((sources::short_name(path), files::read(path)?))).transpose()?;
        let items = items.as_ref().map(|(name, bytes)| File { name, bytes });
        let open = if sequences { open_sequences } else { open_atomic };
        let opened = open(file, items, &self.subset.config());
        // A text of pairs looks like sequences of one item, each user many times.
        if sequences && opened.is_err() {
            return Ok(None);
        }
        let data = opened?;
        for line in told(&data, file.name, items.map(|items| items.name), sequences || self.subset.order.is_some()) {
            eprintln!("{line}");
        }
        Ok(Some(data))
    }

    fn imported(&self) -> Result<Dataset> {
        let files: Vec<PathBuf> = self.data.iter().chain(&self.items).cloned().collect();
        let (mut report, imported) = sources::read(&files, &self.subset.choices()?);
        let opened = match imported {
            Some(imported) => inspect::open(&mut report, &imported, &self.subset),
            None => Err(sources::error(report.refused.clone().expect("without data there is a refusal"))),
        };
        sources::say(&report);
        if let Ok(data) = &opened
            && let Some(line) = told::held_out(data)
        {
            eprintln!("{line}");
        }
        opened
    }

    /// The same with paths that hold wherever a later command is started.
    pub fn absolute(&self) -> Self {
        let absolute = |path: &PathBuf| std::path::absolute(path).unwrap_or_else(|_| path.clone());
        let subset = SubsetArguments { columns: self.subset.columns.as_ref().map(absolute), ..self.subset.clone() };
        let data = self.data.iter().map(absolute).collect();
        Self { data, items: self.items.as_ref().map(absolute), subset, ..self.clone() }
    }
}

/// [`HoldOut`] as it is said on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum HoldOutChoice {
    /// Each user's last click is for the test, the one before it for validation.
    LeaveOneOut,
    /// The last tenth of the clicks in time is for the test, the tenth before it for validation; each user's last click in a
    /// period is its target.
    Time,
}

/// [`Order`] as it is said on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum OrderChoice {
    /// By their times.
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

    const fn of_import(self) -> choices::Order {
        match self {
            Self::Time => choices::Order::Time,
            Self::File => choices::Order::File,
            Self::FileReversed => choices::Order::FileReversed,
        }
    }
}

/// One path, as runs of earlier versions name their log, or several.
fn one_or_many<'de, D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Vec<PathBuf>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Paths {
        Many(Vec<PathBuf>),
        One(PathBuf),
        None(()),
    }
    Ok(match Paths::deserialize(deserializer)? {
        Paths::Many(paths) => paths,
        Paths::One(path) => vec![path],
        Paths::None(()) => Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_folder_of_before_names_its_log_as_one_path() {
        let read = |data: &str| {
            let text =
                format!(r#"{{"data": {data}, "items": "a.item", "attributes": null, "core": 3, "synthetic": null}}"#);
            serde_json::from_str::<DataArguments>(&text).unwrap()
        };
        assert_eq!(read("\"a.inter\"").data, [PathBuf::from("a.inter")]);
        assert_eq!(read("null").data, Vec::<PathBuf>::new());
        assert_eq!(read(r#"["a.inter", "b.inter"]"#).data.len(), 2);
        assert_eq!(read("null").subset.core, Some(3));
    }
}
