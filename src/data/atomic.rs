//! `RecBole`'s atomic files, `.inter` and `.item`: UTF-8 text, fields separated by tabs, a first line `name:type` per column.
//!
//! Types are `token`, `token_seq` (tokens separated by spaces), `float` and `float_seq`. A byte order mark, Windows line ends
//! and empty lines are accepted; everything else that does not fit is refused with its line. Format:
//! `RUCAIBox/RecBole: recbole/data/dataset/dataset.py`, whose names are kept.

use std::collections::HashMap;

use dif_sr_import::vocab::Vocab;

use super::interactions::Interaction;
use super::order::{LikelyTime, Order, Watch};
use super::text::{self, Lines};
use crate::error::{Error, Result};

const USER: &str = "user_id";
const ITEM: &str = "item_id";
const TIME: &str = "timestamp";

/// A file as the visitor gave it.
#[derive(Debug, Clone, Copy)]
pub struct File<'a> {
    /// Its name, for messages.
    pub name: &'a str,
    /// Its content.
    pub bytes: &'a [u8],
}

/// Type of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnType {
    /// One name.
    Token,
    /// Names separated by spaces.
    TokenSeq,
    /// One number.
    Float,
    /// Numbers separated by spaces.
    FloatSeq,
}

impl ColumnType {
    const ALL: [Self; 4] = [Self::Token, Self::TokenSeq, Self::Float, Self::FloatSeq];

    fn read(written: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.written() == written)
    }

    /// As a header names it.
    const fn written(self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::TokenSeq => "token_seq",
            Self::Float => "float",
            Self::FloatSeq => "float_seq",
        }
    }
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name, without the type.
    pub name: String,
    /// Its type.
    pub kind: ColumnType,
}

/// An `.inter` file: who met what, in file order.
#[derive(Debug, Clone)]
pub struct Log {
    /// Names of the users by the ids in `rows`.
    pub users: Vocab,
    /// Names of the items by the ids in `rows`.
    pub items: Vocab,
    /// The interactions, in file order.
    pub rows: Vec<Interaction>,
    /// Columns that were not read.
    pub passed_over: Vec<String>,
    /// One of them that may hold the times, where none were read and no order was asked for.
    pub likely_time: Option<LikelyTime>,
}

/// An `.item` file: the cells of every item.
#[derive(Debug, Clone)]
pub struct ItemTable {
    /// The columns, without `item_id`.
    pub columns: Vec<Column>,
    /// The cells of each item, one per column.
    pub rows: HashMap<String, Vec<String>>,
}

/// The first line of a file.
struct Header {
    line: usize,
    columns: Vec<Column>,
}

/// Reads an `.inter` file: the columns `user_id:token` and `item_id:token`, and `timestamp:float` where there is one, unless an
/// order is asked for that goes without times. Other columns are passed over.
/// # Errors
/// [`Error::Malformed`] with the line, [`Error::File`] for an empty file or a missing column, [`Error::TooLarge`].
pub fn read_interactions(file: File<'_>, order: Option<Order>) -> Result<Log> {
    let (mut lines, header) = open(file)?;
    let user = required(file, &header, USER)?;
    let item = required(file, &header, ITEM)?;
    let time = match order {
        None => optional(file, &header, TIME, ColumnType::Float)?,
        Some(Order::Time) => Some(required_as(file, &header, TIME, ColumnType::Float)?),
        Some(Order::File | Order::FileReversed) => None,
    };
    let mut others: Vec<(usize, &Column)> = header.columns.iter().enumerate().collect();
    others.retain(|&(index, _)| index != user && index != item && Some(index) != time);
    let likely = others.iter().find(|(_, column)| order.is_none() && time.is_none() && Watch::is_likely(&column.name));
    let mut watch = likely.map(|(index, column)| Watch::new(*index, &column.name));
    let (mut users, mut items, mut rows) = (Vocab::default(), Vocab::default(), Vec::new());
    while let Some((line, cells)) = next_row(file, &mut lines, header.columns.len())? {
        let user = users.id(name_in(file, line, cells[user], USER)?);
        let item = items.id(name_in(file, line, cells[item], ITEM)?);
        let time = time.map_or(Ok(0.0), |column| number_in(file, line, cells[column]))?;
        rows.push(Interaction { user, item, time });
        if let Some(watch) = &mut watch {
            watch.see(user, cells[watch.column]);
        }
    }
    if rows.is_empty() {
        return Err(text::nothing_but_a_header(file.name));
    }
    let passed_over = others.into_iter().map(|(_, column)| column.name.clone()).collect();
    Ok(Log { users, items, rows, passed_over, likely_time: watch.map(Watch::found) })
}

/// Reads an `.item` file: the column `item_id:token` and any others, one line per item.
/// # Errors
/// As [`read_interactions`]; an item that occurs twice is [`Error::Malformed`].
pub fn read_items(file: File<'_>) -> Result<ItemTable> {
    let (mut lines, mut header) = open(file)?;
    let item = required(file, &header, ITEM)?;
    let mut rows = HashMap::new();
    let mut line_of: HashMap<&str, usize> = HashMap::new();
    while let Some((line, mut cells)) = next_row(file, &mut lines, header.columns.len())? {
        let name = name_in(file, line, cells.remove(item), ITEM)?;
        if let Some(first) = line_of.insert(name, line) {
            return Err(Error::Malformed {
                file: file.name.into(),
                line,
                found: format!("the item \"{}\" a second time (first in line {first})", text::short(name)),
                expected: "one line per item".into(),
                advice: "Remove one of the two lines.".into(),
            });
        }
        rows.insert(name.to_owned(), cells.into_iter().map(str::to_owned).collect());
    }
    if rows.is_empty() {
        return Err(text::nothing_but_a_header(file.name));
    }
    header.columns.remove(item);
    Ok(ItemTable { columns: header.columns, rows })
}

/// Starts a file: checks its size and reads the header.
fn open(file: File<'_>) -> Result<(Lines<'_>, Header)> {
    let mut lines = Lines::new(file.name, file.bytes)?;
    let Some((line, header)) = lines.next().transpose()? else {
        return Err(Error::File {
            file: file.name.into(),
            found: "an empty file".into(),
            expected: "a header line and data lines".into(),
            advice: "Choose a RecBole atomic file, such as ml-100k.inter.".into(),
        });
    };
    let fields: Vec<&str> = header.split('\t').collect();
    if let (1, Some(separator)) = (fields.len(), text::other_separator(header)) {
        let is_json = header.starts_with(['{', '[']);
        return Err(Error::Malformed {
            file: file.name.into(),
            line,
            found: if is_json { "JSON".into() } else { format!("columns separated by {separator}") },
            expected: "columns separated by tabs".into(),
            advice: "Save the table as tab separated text.".into(),
        });
    }
    let mut columns: Vec<Column> = Vec::with_capacity(fields.len());
    for field in fields {
        let column = column(file, line, field)?;
        if columns.iter().any(|other| other.name == column.name) {
            return Err(Error::Malformed {
                file: file.name.into(),
                line,
                found: format!("the column {} twice", text::short(&column.name)),
                expected: "a name of its own for every column".into(),
                advice: "Rename or remove one of the two columns.".into(),
            });
        }
        columns.push(column);
    }
    Ok((lines, Header { line, columns }))
}

/// Reads one `name:type` of the header.
fn column(file: File<'_>, line: usize, field: &str) -> Result<Column> {
    let typed = field.rsplit_once(':').and_then(|(name, kind)| {
        let kind = ColumnType::read(kind)?;
        (!name.is_empty()).then(|| Column { name: name.to_owned(), kind })
    });
    typed.ok_or_else(|| Error::Malformed {
        file: file.name.into(),
        line,
        found: format!("the column \"{}\"", text::short(field)),
        expected: "a name and a type, such as item_id:token (types: token, token_seq, float, float_seq)".into(),
        advice: "Add the type to each name in the first line, and the first line itself if it is missing.".into(),
    })
}

/// The next line that is not empty, cut into as many cells as there are columns.
fn next_row<'a>(file: File<'_>, lines: &mut Lines<'a>, columns: usize) -> Result<Option<(usize, Vec<&'a str>)>> {
    let Some((line, content)) = lines.next().transpose()? else {
        return Ok(None);
    };
    let cells: Vec<&str> = content.split('\t').collect();
    if cells.len() == columns {
        return Ok(Some((line, cells)));
    }
    let fields = |n: usize| if n == 1 { "1 field".to_owned() } else { format!("{n} fields") };
    let separator = text::other_separator(content).filter(|_| cells.len() == 1);
    Err(Error::Malformed {
        file: file.name.into(),
        line,
        found: match separator {
            Some(separator) => format!("a line separated by {separator}"),
            None => fields(cells.len()),
        },
        expected: format!("{} separated by tabs, as in the header", fields(columns)),
        advice: "Give every line one value per column, with one tab between two values.".into(),
    })
}

fn required(file: File<'_>, header: &Header, name: &str) -> Result<usize> {
    required_as(file, header, name, ColumnType::Token)
}

fn required_as(file: File<'_>, header: &Header, name: &str, kind: ColumnType) -> Result<usize> {
    optional(file, header, name, kind)?.ok_or_else(|| {
        let names: Vec<&str> = header.columns.iter().map(|column| column.name.as_str()).collect();
        let wanted = kind.written();
        Error::File {
            file: file.name.into(),
            found: format!("the columns {}", text::short(&names.join(", "))),
            expected: format!("a column {name}:{wanted}"),
            advice: format!("Rename the column that holds it to {name}:{wanted} in the first line."),
        }
    })
}

fn optional(file: File<'_>, header: &Header, name: &str, kind: ColumnType) -> Result<Option<usize>> {
    let index = header.columns.iter().position(|column| column.name == name);
    match index {
        Some(index) if header.columns[index].kind != kind => {
            let wanted = kind.written();
            Err(Error::Malformed {
                file: file.name.into(),
                line: header.line,
                found: format!("the column {name} with another type"),
                expected: format!("{name}:{wanted}"),
                advice: "Correct the type in the first line.".into(),
            })
        }
        _ => Ok(index),
    }
}

fn name_in<'a>(file: File<'_>, line: usize, cell: &'a str, column: &str) -> Result<&'a str> {
    if cell.trim().is_empty() {
        return Err(Error::Malformed {
            file: file.name.into(),
            line,
            found: format!("an empty {column}"),
            expected: "a name or a number".into(),
            advice: "Fill it in or remove the line.".into(),
        });
    }
    Ok(cell)
}

fn number_in(file: File<'_>, line: usize, cell: &str) -> Result<f64> {
    match cell.trim().parse::<f64>() {
        // Adding 0 turns -0 into 0, which would otherwise sort before it.
        Ok(number) if number.is_finite() => Ok(number + 0.0),
        _ => Err(Error::Malformed {
            file: file.name.into(),
            line,
            found: format!("the {TIME} \"{}\"", text::short(cell)),
            expected: "a finite number, such as 881250949".into(),
            advice:
                "Convert dates to seconds. Without times only the order of the file is left, and many files begin with \
                     the newest."
                    .into(),
        }),
    }
}
