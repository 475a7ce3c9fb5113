//! What cannot be read, told so that somebody can mend it: where, what was found, what was expected, what to do.

use std::borrow::Cow;

use serde::Serialize;

/// Problems that are listed one by one; those behind them are counted.
pub const LISTED: usize = 20;
/// Longest piece of a file that a message repeats, in characters.
const SHORT: usize = 60;

/// One thing that could not be read, or that whoever reads the result should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Which message this is: the same for all files and figures.
    pub code: &'static str,
    /// The file.
    pub file: String,
    /// Line, counted from 1, the header included.
    pub line: Option<u64>,
    /// Name of the column, or its number.
    pub column: Option<String>,
    /// What stands there.
    pub found: String,
    /// What should stand there.
    pub expected: String,
    /// What to do.
    pub advice: String,
    /// How many there are like it, itself included.
    pub count: u64,
}

/// Rows met, and rows that were left out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// All.
    pub rows: u64,
    /// Those that could not be read.
    pub bad: u64,
}

/// Why nothing can be read at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// Which message this is.
    pub code: &'static str,
    /// The file.
    pub file: String,
    /// Line, where there is one.
    pub line: Option<u64>,
    /// What stands there.
    pub found: String,
    /// What should stand there.
    pub expected: String,
    /// What to do.
    pub advice: String,
    /// The rows, where those that cannot be read may be left out and the others read ([`crate::choices::BadRows`]).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tally: Option<Tally>,
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let line = self.line.map(|line| format!(", line {line}")).unwrap_or_default();
        write!(f, "{}{line}: found {}, expected {}. {}", self.file, self.found, self.expected, self.advice)
    }
}

impl std::error::Error for Refusal {}

impl Refusal {
    /// A refusal of a whole file.
    #[must_use]
    pub fn of_file(
        code: &'static str,
        file: &str,
        found: impl Into<String>,
        expected: impl Into<String>,
        advice: impl Into<String>,
    ) -> Self {
        let (found, expected, advice) = (found.into(), expected.into(), advice.into());
        Self { code, file: file.into(), line: None, found, expected, advice, tally: None }
    }

    /// A file that ends or breaks while it is read.
    #[must_use]
    pub fn unreadable(file: &str, error: &std::io::Error) -> Self {
        Self::of_file(
            "unreadable",
            file,
            error.to_string(),
            "a file that can be read to its end",
            "Fetch the file again.",
        )
    }
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        let Problem { code, file, line, found, expected, advice, .. } = problem;
        Self { code, file, line, found, expected, advice, tally: None }
    }
}

/// Something that was put right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Repair {
    /// What.
    pub what: Cow<'static, str>,
    /// How often.
    pub count: u64,
    /// Where first.
    pub first: Place,
}

/// A line of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The file.
    pub file: String,
    /// Line, where there is one.
    pub line: Option<u64>,
}

/// Collects repairs and problems while files are read.
#[derive(Debug, Default)]
pub struct Told {
    /// What was put right.
    pub repairs: Vec<Repair>,
    /// What could not be read, and what should be known.
    pub problems: Vec<Problem>,
    rows: usize,
}

impl Told {
    /// Counts a repair.
    pub fn repair(&mut self, what: impl Into<Cow<'static, str>>, file: &str, line: Option<u64>, count: u64) {
        let what = what.into();
        match self.repairs.iter_mut().find(|repair| repair.what == what && repair.first.file == file) {
            Some(repair) => repair.count += count,
            None => self.repairs.push(Repair { what, count, first: Place { file: file.into(), line } }),
        }
    }

    /// Tells a fact that hurts no row.
    pub fn note(&mut self, code: &'static str, file: &str, found: String, expected: &str, advice: &str) {
        let (file, expected, advice) = (file.into(), expected.into(), advice.into());
        self.problems.push(Problem { code, file, line: None, column: None, found, expected, advice, count: 1 });
    }

    /// A row that is left out: listed while there is room, counted in any case.
    pub fn row(&mut self, problem: Problem) {
        if self.rows < LISTED {
            self.rows += 1;
            self.problems.push(problem);
            return;
        }
        let is_like = |other: &&mut Problem| {
            other.line.is_some()
                && other.code == problem.code
                && other.file == problem.file
                && other.column == problem.column
        };
        match self.problems.iter_mut().rev().find(is_like) {
            Some(like) => like.count += 1,
            None => self.problems.push(problem),
        }
    }
}

/// "1 row", "12 rows".
#[must_use]
pub fn counted(number: u64, of: &str) -> String {
    format!("{number} {of}{}", if number == 1 { "" } else { "s" })
}

/// A piece of a file for a message: cut after 60 characters, without what would break the line.
#[must_use]
pub fn short(text: &str) -> String {
    let clean = |c: char| match c {
        '\t' => '\u{21e5}',
        _ if c.is_control() => '\u{fffd}',
        _ => c,
    };
    let mut piece: String = text.chars().take(SHORT).map(clean).collect();
    if text.chars().nth(SHORT).is_some() {
        piece.push('…');
    }
    piece
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(line: u64) -> Problem {
        let text = String::new;
        Problem {
            code: "time",
            file: "a".into(),
            line: Some(line),
            column: None,
            found: text(),
            expected: text(),
            advice: text(),
            count: 1,
        }
    }

    #[test]
    fn twenty_rows_are_listed_and_all_are_counted() {
        let mut told = Told::default();
        (1..=57).for_each(|line| told.row(at(line)));
        assert_eq!(told.problems.len(), 20);
        assert_eq!(told.problems.iter().map(|problem| problem.count).sum::<u64>(), 57);
    }

    #[test]
    fn repairs_of_one_kind_are_one_line_with_its_first_place() {
        let mut told = Told::default();
        told.repair("empty line", "a", Some(3), 1);
        told.repair("empty line", "a", Some(9), 2);
        assert_eq!((told.repairs.len(), told.repairs[0].count, told.repairs[0].first.line), (1, 3, Some(3)));
    }

    #[test]
    fn a_piece_of_a_file_stays_on_its_line() {
        assert_eq!(short("a\r\nb"), "a\u{fffd}\u{fffd}b");
        assert_eq!(short(&"é".repeat(61)).chars().count(), 61);
    }
}
