//! What was read and how, as one JSON object: `dif-sr inspect`'s, but for what is counted after filters.

use serde::Serialize;

use crate::choices::Order;
use crate::problem::{Problem, Refusal, Repair};
use crate::role::Column;
use crate::samples::Seen;

/// Everything that is known after reading.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Report {
    /// Name of the form of the log.
    pub format: String,
    /// Every given file, and those inside of zip files.
    pub files: Vec<FileReport>,
    /// The columns of the files that were read.
    pub columns: Vec<ColumnReport>,
    /// What gave the order.
    pub order: Option<Order>,
    /// Share of clicks that share their time with another one of the same sequence; none without times.
    pub equal_times: Option<f64>,
    /// What the log holds.
    pub raw: Option<Raw>,
    /// What was put right.
    pub repairs: Vec<Repair>,
    /// What could not be read, and what should be known.
    pub problems: Vec<Problem>,
    /// Why nothing was read.
    pub refused: Option<Refusal>,
    /// What a dialog shows besides.
    #[serde(skip)]
    pub seen: Seen,
}

/// One file.
#[derive(Debug, Clone, Serialize)]
pub struct FileReport {
    /// Its name.
    pub name: String,
    /// Its size.
    pub bytes: u64,
    /// Its encoding.
    pub encoding: Option<&'static str>,
    /// What stands between two cells.
    pub separator: Option<String>,
    /// `log`, `items`, `archive`, or `passed over`.
    pub role: &'static str,
    /// Why.
    pub reason: String,
}

/// One column.
#[derive(Debug, Clone, Serialize)]
pub struct ColumnReport {
    /// Its file.
    pub file: String,
    /// Its name, or its number from 1.
    pub name: String,
    /// What for.
    pub role: &'static str,
    /// Which kind of it.
    pub kind: Option<String>,
    /// What stands between two values.
    pub separator: Option<String>,
    /// Why.
    pub reason: String,
}

/// Sizes of a log before any filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Raw {
    /// Users, or sessions.
    pub users: usize,
    /// Different items.
    pub items: usize,
    /// Clicks.
    pub interactions: usize,
}

impl ColumnReport {
    /// What is said of a column.
    #[must_use]
    pub fn of(file: &str, column: &Column) -> Self {
        Self {
            file: file.into(),
            name: column.name.clone(),
            role: column.role.name(),
            kind: column.role.kind(),
            separator: column.role.separator(),
            reason: column.reason.clone(),
        }
    }
}
