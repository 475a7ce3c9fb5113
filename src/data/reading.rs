//! How files were read: what was decided without being asked, and what was not used.

use serde::Serialize;

use super::dataset::Counts;
use super::order::{LikelyTime, Order};

/// How the files of a data set were read.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Reading {
    /// The order that counts.
    pub order: Order,
    /// A column that may hold the times, where none was read as such.
    pub likely_time: Option<LikelyTime>,
    /// Columns that are neither names nor attributes.
    pub left_out: Vec<LeftOut>,
    /// What is kept of items without a line in the item file; they are named by their ids and have no values.
    pub undescribed: Counts,
    /// Share of the kept clicks that have the time of another click of the same user, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub equal_times: Option<f64>,
    /// The seconds since 1970 at which validation and test begin, where times with dates say what is held out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held_from: Option<[i64; 2]>,
}

/// A column that is not used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct LeftOut {
    /// Its name.
    pub column: String,
    /// Why.
    pub reason: LeftOutReason,
    /// Different values on the kept items; 0 for a column of the log.
    pub values: usize,
}

/// Why a column is not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum LeftOutReason {
    /// No item has a value.
    NoValue,
    /// All items have the same.
    SameValue,
    /// No two items share a value: it says no more than the id.
    OwnValue,
    /// Running text: more values than items, and most of them at one item.
    Text,
    /// Numbers are no classes.
    Number,
    /// Another column names the items.
    SecondTitle,
    /// Of a log, users, items and times are read.
    LogColumn,
}
