//! The rows of a file, one after another, in whatever form it is.

use std::io;

use crate::containers::Entry;
use crate::form::{Form, Shape, by_column};
use crate::lines::{Lines, text};
use crate::objects::Objects;
use crate::problem::{Problem, Refusal, Tally, Told, counted, short};
use crate::source::Source;
use crate::survey::Survey;
use crate::value::{Cell, Value};
use crate::{json, python};

/// Lines that one record may have before a quote counts as an ordinary character.
const LONGEST_RECORD: usize = 200;

/// What is wrong with a row, but for its place.
#[derive(Debug)]
pub struct Bad {
    /// Which message.
    pub code: &'static str,
    /// The column.
    pub column: Option<String>,
    /// What stands there.
    pub found: String,
    /// What should.
    pub expected: String,
    /// What to do.
    pub advice: &'static str,
}

/// A file that is ready to be read.
#[derive(Clone, Copy)]
pub struct Opened<'a> {
    /// Where it lies.
    pub entry: &'a Entry,
    /// The given file that holds it.
    pub source: &'a dyn Source,
    /// What it looks like.
    pub survey: &'a Survey,
    /// Its form.
    pub form: &'a Form,
}

/// What looks at each row: its line and its cells.
pub type Visit<'v> = dyn FnMut(u64, &[Cell<'_>]) -> Result<(), Bad> + 'v;

impl Opened<'_> {
    /// Shows every row to `visit`, and tells those that cannot be read.
    /// # Errors
    /// [`Refusal`] if the file breaks off.
    pub fn each(self, told: &mut Told, visit: &mut Visit<'_>) -> Result<Tally, Refusal> {
        let mut rows = Rows { name: &self.entry.name, told, visit, tally: Tally::default() };
        let read = match &self.form.shape {
            Shape::Table { has_header, .. } => self.table(*has_header, &mut rows),
            Shape::Sequences { .. } => self.sequences(&mut rows),
            Shape::ObjectLines => self.object_lines(&mut rows),
            Shape::Objects => self.objects(&mut rows),
            Shape::Values => self.values(&mut rows),
        };
        read.map_err(|error| Refusal::unreadable(&self.entry.name, &error))?;
        Ok(rows.tally)
    }

    fn table(self, has_header: bool, rows: &mut Rows<'_, '_, '_>) -> io::Result<()> {
        let Shape::Table { dialect, .. } = self.form.shape else { return Ok(()) };
        let width = self.form.columns.len();
        let mut lines = Lines::open(self.entry, self.source, self.survey)?;
        let (mut record, mut is_first) = (String::new(), has_header);
        let mut pending: Vec<(u64, String)> = Vec::new();
        loop {
            record.clear();
            let number = if let Some((number, line)) = pending.pop() {
                record.push_str(&line);
                number
            } else {
                match lines.next_into(&mut record)? {
                    Some(number) => number,
                    None => return Ok(()),
                }
            };
            if record.is_empty() {
                continue;
            }
            let mut is_plain = false;
            if dialect.is_open(&record) {
                let first = record.len();
                let mut ends = vec![(number, first)];
                while dialect.is_open(&record) && ends.len() < LONGEST_RECORD {
                    record.push('\n');
                    let next = match pending.pop() {
                        Some((next, line)) => {
                            record.push_str(&line);
                            Some(next)
                        }
                        None => lines.next_into(&mut record)?,
                    };
                    let Some(next) = next else { break };
                    ends.push((next, record.len()));
                }
                if dialect.is_open(&record) || (ends.len() > 1 && dialect.split(&record).len() != width) {
                    // The quote never closes, or in another row: it is an ordinary character, and the lines behind it are rows of
                    // their own.
                    let tail: Vec<(u64, String)> =
                        ends.windows(2).map(|pair| (pair[1].0, record[pair[0].1 + 1..pair[1].1].to_owned())).collect();
                    pending.extend(tail.into_iter().rev());
                    record.truncate(first);
                    is_plain = true;
                    rows.told.repair("quotes that never close", rows.name, Some(number), 1);
                }
            }
            if std::mem::take(&mut is_first) {
                continue;
            }
            let dialect = if is_plain { crate::dialect::Dialect { has_quotes: false, ..dialect } } else { dialect };
            let mut cells = dialect.split(&record);
            if cells.len() > width && cells[width..].iter().all(Cell::is_empty) {
                rows.told.repair("separators at the end of the line", rows.name, Some(number), 1);
                cells.truncate(width);
            }
            if cells.len() == 1 && cells[0].is_empty() {
                continue;
            }
            if cells.len() == width {
                rows.row(number, &cells);
            } else {
                let cells_of = |width: usize| counted(width as u64, "cell");
                let expected = format!("{} separated by {}", cells_of(width), dialect.separator.in_words());
                rows.bad(number, Bad { code: "cells", column: None, found: cells_of(cells.len()), expected, advice: "Give every row one cell for each column; a cell that holds the separator stands in double quotes." });
            }
        }
    }

    fn sequences(self, rows: &mut Rows<'_, '_, '_>) -> io::Result<()> {
        let mut lines = Lines::open(self.entry, self.source, self.survey)?;
        let mut line = String::new();
        while let Some(number) = {
            line.clear();
            lines.next_into(&mut line)?
        } {
            let mut tokens = line.split([' ', '\t']).filter(|token| !token.is_empty());
            let Some(user) = tokens.next() else { continue };
            let mut is_alone = true;
            for item in tokens {
                is_alone = false;
                rows.row(number, &[Cell::of(user), Cell::of(item)]);
            }
            if is_alone {
                rows.told.repair("users without items", rows.name, Some(number), 1);
            }
        }
        Ok(())
    }

    fn object_lines(self, rows: &mut Rows<'_, '_, '_>) -> io::Result<()> {
        let mut lines = Lines::open(self.entry, self.source, self.survey)?;
        let mut line = String::new();
        while let Some(number) = {
            line.clear();
            lines.next_into(&mut line)?
        } {
            if !line.trim().is_empty() {
                rows.object(number, &line, &self.form.columns);
            }
        }
        Ok(())
    }

    fn objects(self, rows: &mut Rows<'_, '_, '_>) -> io::Result<()> {
        let mut objects = Objects::new(text(self.entry, self.source, self.survey.encoding)?);
        while let Some((number, object)) = objects.next()? {
            rows.object(number, &object, &self.form.columns);
        }
        Ok(())
    }

    fn values(self, rows: &mut Rows<'_, '_, '_>) -> io::Result<()> {
        let mut whole = String::new();
        io::Read::read_to_string(&mut text(self.entry, self.source, self.survey.encoding)?, &mut whole)?;
        let object = json::object(whole.trim_start_matches('\u{feff}')).ok().or_else(|| python::dictionary(&whole));
        let Some(pairs) = object else {
            return Err(io::Error::other("a JSON object that breaks off"));
        };
        for (item, values) in pairs {
            rows.row(1, &[Cell::Plain(item.into()), Cell::Value(whole_numbers(values))]);
        }
        Ok(())
    }
}

/// Numbers such as 1.0, as pandas writes whole ones, are the whole numbers.
fn whole_numbers(value: Value) -> Value {
    match value {
        Value::Text(text) => Value::Text(match text.strip_suffix(".0") {
            Some(front) if !front.is_empty() && front.bytes().all(|byte| byte.is_ascii_digit()) => front.to_owned(),
            _ => text,
        }),
        Value::List(values) => Value::List(values.into_iter().map(whole_numbers).collect()),
        other => other,
    }
}

struct Rows<'t, 'v, 'w> {
    name: &'t str,
    told: &'t mut Told,
    visit: &'v mut Visit<'w>,
    tally: Tally,
}

impl Rows<'_, '_, '_> {
    fn row(&mut self, line: u64, cells: &[Cell<'_>]) {
        self.tally.rows += 1;
        if let Err(bad) = (self.visit)(line, cells) {
            self.tally.rows -= 1;
            self.bad(line, bad);
        }
    }

    fn object(&mut self, line: u64, object: &str, columns: &[String]) {
        let error = match json::object(object) {
            Ok(pairs) => return self.row(line, &by_column(pairs, columns)),
            Err(error) => error,
        };
        if let Some(pairs) = python::dictionary(object) {
            return self.row(line, &by_column(pairs, columns));
        }
        self.bad(
            line,
            Bad {
                code: "object",
                column: None,
                found: format!("\"{}\" ({})", short(object.trim()), short(&error.to_string())),
                expected: "a JSON object, or a dictionary as Python prints it".to_owned(),
                advice: "Check that the line is complete.",
            },
        );
    }

    fn bad(&mut self, line: u64, bad: Bad) {
        self.tally.rows += 1;
        self.tally.bad += 1;
        let Bad { code, column, found, expected, advice } = bad;
        let (file, advice) = (self.name.to_owned(), advice.to_owned());
        self.told.row(Problem { code, file, line: Some(line), column, found, expected, advice, count: 1 });
    }
}
