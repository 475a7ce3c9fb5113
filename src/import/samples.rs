//! What somebody needs to see to say what columns are for: some rows as they were read, and which kinds of events there are.

use std::collections::HashSet;

use serde::Serialize;

use crate::form::Shape;
use crate::prepare::Prepared;

/// Rows that are shown.
const ROWS: usize = 10;
/// Longest text of a cell, in characters.
const CELL: usize = 80;

/// The beginning of one file.
#[derive(Debug, Clone, Serialize)]
pub struct Sample {
    /// The file.
    pub file: String,
    /// Whether it is a table, where separator and header can be chosen.
    pub is_table: bool,
    /// Whether its first line names the columns.
    pub has_header: bool,
    /// Its first rows, cell by cell, in the order of its columns.
    pub rows: Vec<Vec<String>>,
    /// Different cells of each column among the rows that were looked at.
    pub different: Vec<usize>,
    /// How many rows were looked at.
    pub looked_at: usize,
}

impl Sample {
    /// Of a file that can be read.
    #[must_use]
    pub fn of(file: &Prepared) -> Self {
        let form = &file.form;
        let (is_table, has_header) = match form.shape {
            Shape::Table { has_header, .. } => (true, has_header),
            Shape::Sequences { .. } | Shape::ObjectLines | Shape::Objects | Shape::Values => (false, true),
        };
        let of_column = |column: usize| {
            let cells: HashSet<_> =
                form.rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.text()).collect();
            cells.len()
        };
        Self {
            file: file.entry.name.clone(),
            is_table,
            has_header,
            rows: form.rows.iter().take(ROWS).map(|row| row.iter().map(|cell| cut(&cell.text())).collect()).collect(),
            different: (0..form.columns.len()).map(of_column).collect(),
            looked_at: form.rows.len(),
        }
    }
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(CELL) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// What is seen on the way and is no part of the report.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Seen {
    /// The beginnings of all files that can be read.
    pub samples: Vec<Sample>,
    /// Kinds of events and their rows, the most frequent first.
    pub events: Vec<(String, u64)>,
    /// The first and the last second, since 1970, where times have dates.
    pub seconds: Option<(i64, i64)>,
}
