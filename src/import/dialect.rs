//! How a table separates its cells: which character, and whether quotes mean anything.

use std::borrow::Cow;

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use crate::value::Cell;

/// What stands between two cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    /// A tab.
    Tab,
    /// A comma.
    Comma,
    /// A semicolon.
    Semicolon,
    /// A vertical bar.
    Bar,
    /// Two colons.
    Colons,
    /// One or more spaces.
    Spaces,
    /// A character of somebody's own.
    Other(u8),
}

use Separator::{Bar, Colons, Comma, Other, Semicolon, Spaces, Tab};

impl Separator {
    /// Those that are looked for; the earlier one wins a tie.
    pub const ALL: [Self; 6] = [Colons, Tab, Semicolon, Bar, Comma, Spaces];

    /// By its character, or by its name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "\t" | "\\t" | "tab" => Some(Tab),
            "," | "comma" => Some(Comma),
            ";" | "semicolon" => Some(Semicolon),
            "|" | "bar" => Some(Bar),
            "::" => Some(Colons),
            " " | "space" => Some(Spaces),
            _ => match name.as_bytes() {
                [byte @ 0x21..=0x7e] if !byte.is_ascii_alphanumeric() && *byte != b'"' => Some(Other(*byte)),
                _ => None,
            },
        }
    }

    /// As it is written in the report and in a columns file.
    #[must_use]
    pub fn as_text(self) -> String {
        match self {
            Tab => "\t".into(),
            Comma => ",".into(),
            Semicolon => ";".into(),
            Bar => "|".into(),
            Colons => "::".into(),
            Spaces => " ".into(),
            Other(byte) => char::from(byte).to_string(),
        }
    }

    /// In words, for messages.
    #[must_use]
    pub fn in_words(self) -> String {
        match self {
            Tab => "tabs".into(),
            Comma => "commas".into(),
            Semicolon => "semicolons".into(),
            Bar => "vertical bars".into(),
            Colons => "double colons".into(),
            Spaces => "spaces".into(),
            Other(byte) => format!("\"{}\"", char::from(byte)),
        }
    }

    fn byte(self) -> u8 {
        match self {
            Tab => b'\t',
            Comma => b',',
            Semicolon => b';',
            Bar => b'|',
            Colons => b':',
            Spaces => b' ',
            Other(byte) => byte,
        }
    }
}

/// The form of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    /// What stands between two cells.
    pub separator: Separator,
    /// Whether a cell that begins with a double quote ends with one, and holds separators and line ends as they are.
    pub has_quotes: bool,
}

impl Dialect {
    /// Cuts a record into its cells.
    #[must_use]
    pub fn split(self, record: &str) -> Vec<Cell<'_>> {
        match self.separator {
            Colons => record.split("::").map(Cell::of).collect(),
            Spaces => record.split([' ', '\t']).filter(|cell| !cell.is_empty()).map(Cell::of).collect(),
            separator if self.has_quotes && record.contains('"') => quoted(record, separator.byte()),
            separator => record.split(char::from(separator.byte())).map(Cell::of).collect(),
        }
    }

    /// Whether a record ends inside of quotes, so that it goes on in the next line.
    #[must_use]
    pub fn is_open(self, record: &str) -> bool {
        if !self.has_quotes || !record.contains('"') {
            return false;
        }
        let separator = self.separator.byte();
        let mut bytes = record.bytes().peekable();
        let (mut is_inside, mut is_at_start) = (false, true);
        while let Some(byte) = bytes.next() {
            if is_inside {
                if byte == b'"' && bytes.next_if_eq(&b'"').is_none() {
                    is_inside = false;
                }
            } else if byte == b'"' && is_at_start {
                is_inside = true;
            }
            is_at_start = !is_inside && byte == separator;
        }
        is_inside
    }
}

fn quoted(record: &str, separator: u8) -> Vec<Cell<'_>> {
    let mut reader: Reader = ReaderBuilder::new().delimiter(separator).build();
    let mut text = vec![0; record.len() + 1];
    // One end more than there are separators.
    let mut ends = vec![0; record.bytes().filter(|&byte| byte == separator).count() + 2];
    let (mut read, mut written, mut count) = (0, 0, 0);
    loop {
        let (result, took, wrote, ended) =
            reader.read_record(&record.as_bytes()[read..], &mut text[written..], &mut ends[count..]);
        (read, written, count) = (read + took, written + wrote, count + ended);
        match result {
            ReadRecordResult::InputEmpty => {}
            ReadRecordResult::OutputFull => text.resize(2 * text.len(), 0),
            ReadRecordResult::OutputEndsFull => ends.resize(2 * ends.len(), 0),
            // Behind the first record nothing is left but what follows a carriage return in the middle of a line.
            ReadRecordResult::Record | ReadRecordResult::End => break,
        }
    }
    let mut from = 0;
    let cells = ends[..count].iter().map(|&end| {
        let cell = String::from_utf8_lossy(&text[from..end]).into_owned();
        from = end;
        Cell::Plain(Cow::Owned(cell))
    });
    cells.collect()
}

/// How many cells most records have, and the share of records that have as many.
#[must_use]
pub fn width(dialect: Dialect, records: &[&str]) -> (usize, f64) {
    let mut counts: Vec<usize> = records.iter().map(|record| dialect.split(record).len()).collect();
    counts.sort_unstable();
    let longest = counts.chunk_by(|a, b| a == b).max_by_key(|run| run.len()).unwrap_or_default();
    #[expect(clippy::cast_precision_loss, reason = "a sample")]
    let share = longest.len() as f64 / counts.len().max(1) as f64;
    (longest.first().copied().unwrap_or(0), share)
}

/// The form that cuts the records of a sample most evenly; none if no separator gives two cells.
#[must_use]
pub fn sniff(lines: &[&str], told: Option<Separator>) -> Option<(Dialect, usize, f64)> {
    let candidates: Vec<Separator> = told.map_or_else(|| Separator::ALL.to_vec(), |separator| vec![separator]);
    let mut best: Option<(Dialect, usize, f64)> = None;
    for separator in candidates {
        for has_quotes in [false, true] {
            let dialect = Dialect { separator, has_quotes };
            if has_quotes && (matches!(separator, Colons | Spaces) || !quotes_mean_something(dialect, lines)) {
                continue;
            }
            let records = joined(dialect, lines);
            let records: Vec<&str> = records.iter().map(String::as_str).collect();
            let (columns, share) = width(dialect, &records);
            // Quotes win a tie: without them they would stay in the cells.
            let is_better = best.is_none_or(|(other, _, most)| {
                share > most + 1e-9 || (share >= most - 1e-9 && other.separator == separator)
            });
            if columns >= 2 && (is_better || (has_quotes && best.is_none())) {
                best = Some((dialect, columns, share));
            }
        }
    }
    best
}

/// Whether some cell begins and ends with a quote.
fn quotes_mean_something(dialect: Dialect, lines: &[&str]) -> bool {
    let plain = Dialect { has_quotes: false, ..dialect };
    let is_quoted = |cell: &Cell<'_>| {
        let text = cell.text();
        text.len() > 1 && text.starts_with('"') && text.ends_with('"')
    };
    let opens = |cell: &Cell<'_>| cell.text().starts_with('"');
    let (mut quoted, mut open) = (0, 0);
    for cell in lines.iter().filter(|line| line.contains('"')).flat_map(|line| plain.split(line)) {
        quoted += usize::from(is_quoted(&cell));
        open += usize::from(opens(&cell) && !is_quoted(&cell));
    }
    // A cell with separators inside opens in one piece and closes in another.
    quoted > 0 || (open > 0 && dialect.separator != Tab)
}

/// Lines of a sample as records: a line that ends inside of quotes is joined with those behind it.
fn joined(dialect: Dialect, lines: &[&str]) -> Vec<String> {
    let mut records = Vec::new();
    let mut open = String::new();
    for line in lines {
        if !open.is_empty() {
            open.push('\n');
        }
        open.push_str(line);
        if !dialect.is_open(&open) {
            records.push(std::mem::take(&mut open));
        }
    }
    // What the end of the sample cuts says nothing, but a quote that never closes says that quotes are ordinary.
    if open.contains('\n') && open.lines().count() > 20 {
        records.extend(open.lines().map(str::to_owned));
    }
    records
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(dialect: Dialect, record: &str) -> Vec<String> {
        dialect.split(record).iter().map(|cell| cell.text().into_owned()).collect()
    }

    #[test]
    fn quotes_keep_separators_and_doubled_quotes() {
        let dialect = Dialect { separator: Comma, has_quotes: true };
        assert_eq!(
            cells(dialect, "186,\"\"\"Paper\"\" Wolves, (1985)\",a|b"),
            ["186", "\"Paper\" Wolves, (1985)", "a|b"]
        );
        assert_eq!(cells(dialect, "1,5\" steel,"), ["1", "5\" steel", ""]);
        assert_eq!(cells(dialect, "\"a\nb\",c"), ["a\nb", "c"]);
        assert!(dialect.is_open("1,\"a") && !dialect.is_open("1,\"a\"\"\"") && !dialect.is_open("1,5\" steel"));
    }

    #[test]
    fn the_separator_is_the_one_that_cuts_evenly() {
        let of = |lines: &[&str]| {
            sniff(lines, None).map(|(dialect, columns, _)| (dialect.separator, dialect.has_quotes, columns))
        };
        assert_eq!(of(&["1::A, b::x|y", "2::C: d::x"]), Some((Colons, false, 3)));
        assert_eq!(of(&["1|Lantern, The|0|1", "2|Night|0|0"]), Some((Bar, false, 4)));
        assert_eq!(of(&["itemId;tokens", "1;2,3", "2;4,5"]), Some((Semicolon, false, 2)));
        assert_eq!(of(&["id,title", "1,\"a, b\"", "2,c"]), Some((Comma, true, 2)));
        assert_eq!(of(&["u\tSe\"ñor 12\"", "u\t\"unclosed", "u\tplain"]), Some((Tab, false, 2)));
        assert_eq!(of(&["word", "other"]), None);
    }
}
