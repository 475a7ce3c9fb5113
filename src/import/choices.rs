//! What somebody chose: the columns file of the command line and of the page's dialog. Everything that is not given is guessed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::times::Unit;

/// The choices for all files.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Choices {
    /// Name of the encoding.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// What stands between two cells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub separator: Option<String>,
    /// Whether the first line names the columns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header: Option<bool>,
    /// What gives the order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<Order>,
    /// Which of several equal rows count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeats: Option<Repeats>,
    /// What becomes of a file of which many rows cannot be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bad_rows: Option<BadRows>,
    /// By the name in the header, or by the number from 1.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<String, ColumnChoice>,
    /// By the name of the file, where there are several.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub files: BTreeMap<String, FileChoices>,
    /// Kinds of events that count, whatever the columns file says.
    #[serde(skip)]
    pub keep_events: Option<Vec<String>>,
    /// From which rating on a row is a click, whatever the columns file says.
    #[serde(skip)]
    pub rating_at_least: Option<f64>,
}

/// The choices for one file.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FileChoices {
    /// As [`Choices::encoding`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// As [`Choices::separator`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub separator: Option<String>,
    /// As [`Choices::header`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header: Option<bool>,
    /// As [`Choices::order`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<Order>,
    /// As [`Choices::repeats`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeats: Option<Repeats>,
    /// As [`Choices::bad_rows`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bad_rows: Option<BadRows>,
    /// As [`Choices::columns`].
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<String, ColumnChoice>,
}

/// What gives the order of a sequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Order {
    /// The times; equal ones keep the order of the file.
    #[serde(rename = "time")]
    Time,
    /// The file, oldest first.
    #[serde(rename = "file")]
    File,
    /// The file, newest first.
    #[serde(rename = "file reversed")]
    FileReversed,
}

/// What becomes of a file where more than a tenth of the rows cannot be read: it may have been taken for something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum BadRows {
    /// It is refused.
    #[default]
    #[serde(rename = "refuse")]
    Refuse,
    /// They are left out, and the others are read.
    #[serde(rename = "leave out")]
    LeaveOut,
}

/// Which rows of one sequence and one item count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Repeats {
    /// All.
    #[default]
    #[serde(rename = "all")]
    All,
    /// Of rows with the same time, the first.
    #[serde(rename = "equal rows once")]
    EqualRowsOnce,
    /// Of rows that follow one another in the sequence, the first.
    #[serde(rename = "runs once")]
    RunsOnce,
    /// The earliest.
    #[serde(rename = "pairs once")]
    PairsOnce,
}

/// What a column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoleName {
    /// Who.
    User,
    /// Which visit.
    Session,
    /// What.
    Item,
    /// When.
    Time,
    /// Describes the item.
    Attribute,
    /// Names the item.
    Title,
    /// How much it was liked.
    Rating,
    /// What kind of event it is.
    Event,
    /// Nothing.
    Ignore,
}

/// How many values an attribute has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// One.
    Single,
    /// Several, each once.
    Bag,
    /// A number, which is put into bins of equal size.
    Number,
}

/// The part of a time that a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// The day.
    #[serde(rename = "date")]
    Date,
    /// What is added to it.
    #[serde(rename = "time of day")]
    TimeOfDay,
}

/// The two columns of an attribute table in long form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Long {
    /// Which attribute.
    Name,
    /// Its value.
    Value,
}

/// The choice for one column.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ColumnChoice {
    /// What it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<RoleName>,
    /// Of a time: what its number counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// Of a time: its pattern, in the letters of strftime.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// Of a time: which part it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<Part>,
    /// Of an attribute: how many values it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// Of a bag: what stands between two values.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub separator: Option<String>,
    /// Of a number: how many bins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bins: Option<u32>,
    /// Of an attribute in long form: which half.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub long: Option<Long>,
    /// Of a rating: from where on it is a click.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_least: Option<f64>,
    /// Of a kind of event: which ones count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keep: Option<Vec<String>>,
}

impl Choices {
    /// Reads a columns file.
    /// # Errors
    /// What the parser says, with line and column.
    pub fn read(text: &str) -> serde_json::Result<Self> {
        serde_json::from_str(text)
    }

    /// What is chosen for one file: its own choices before those for all.
    #[must_use]
    pub fn of(&self, name: &str, base: &str) -> FileChoices {
        let own = self.files.get(name).or_else(|| self.files.get(base)).cloned().unwrap_or_default();
        let mut columns = self.columns.clone();
        columns.extend(own.columns);
        FileChoices {
            encoding: own.encoding.or_else(|| self.encoding.clone()),
            separator: own.separator.or_else(|| self.separator.clone()),
            header: own.header.or(self.header),
            order: own.order.or(self.order),
            repeats: own.repeats.or(self.repeats),
            bad_rows: own.bad_rows.or(self.bad_rows),
            columns,
        }
    }
}

impl FileChoices {
    /// What is chosen for a column, by its name or its number from 0.
    #[must_use]
    pub fn column(&self, name: &str, index: usize) -> Option<&ColumnChoice> {
        self.columns.get(name).or_else(|| self.columns.get(&(index + 1).to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_columns_file_says_what_it_says_and_nothing_else() {
        let text = r#"{"order": "file reversed", "columns": {"2": {"role": "time", "unit": "ms", "part": "time of day"}},
            "files": {"a.csv": {"header": false, "columns": {"tags": {"kind": "bag", "separator": " "}}}}}"#;
        let choices = Choices::read(text).unwrap();
        let file = choices.of("x.zip/a.csv", "a.csv");
        assert_eq!((file.header, file.order), (Some(false), Some(Order::FileReversed)));
        assert_eq!(file.column("when", 1).unwrap().part, Some(Part::TimeOfDay));
        assert_eq!(file.column("tags", 5).unwrap().kind, Some(Kind::Bag));
        assert!(Choices::read(r#"{"column": {}}"#).is_err());
        assert_eq!(Choices::read(&serde_json::to_string(&choices).unwrap()).unwrap(), choices);
    }
}
