//! How the cells of one column become times, told or guessed.

use super::format::{is_pattern, read_format};
use super::iso::read_iso;
use super::number::read_number;
use super::{Stamp, Unit};

/// How a cell is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TimeRule {
    /// A number; its unit where it is known.
    Number(Option<Unit>),
    /// A date as ISO 8601 has it.
    Iso,
    /// A date by a pattern of strftime.
    Pattern(String),
}

/// Patterns that are tried where a column is neither numbers nor ISO. Where several read all cells, the first one is taken.
const PATTERNS: [&str; 24] = [
    "%m %d, %Y",
    "%b %d, %Y",
    "%B %d, %Y",
    "%d %b %Y",
    "%d-%b-%Y",
    "%d-%b-%Y %H:%M:%S",
    "%d/%b/%Y:%H:%M:%S %z",
    "%a %b %d %H:%M:%S %z %Y",
    "%a, %d %b %Y %H:%M:%S %Z",
    "%m/%d/%Y",
    "%m/%d/%Y %H:%M",
    "%m/%d/%Y %H:%M:%S",
    "%m/%d/%Y %I:%M:%S %p",
    "%d/%m/%Y",
    "%d/%m/%Y %H:%M",
    "%d/%m/%Y %H:%M:%S",
    "%d.%m.%Y",
    "%d.%m.%Y %H:%M",
    "%d.%m.%Y %H:%M:%S",
    "%Y. %m. %d.",
    "%Y. %m. %d. %p %I:%M:%S",
    "%Y-%m-%d %p %I:%M:%S",
    "%H:%M:%S",
    "%H:%M",
];

impl TimeRule {
    /// The rule that somebody told; none if the pattern has unknown letters.
    #[must_use]
    pub fn told(unit: Option<Unit>, pattern: Option<&str>) -> Option<Self> {
        match pattern {
            Some(pattern) => is_pattern(pattern).then(|| Self::Pattern(pattern.to_owned())),
            None => Some(Self::Number(unit)),
        }
    }

    /// Reads one cell.
    #[must_use]
    pub fn read(&self, cell: &str) -> Option<Stamp> {
        match self {
            Self::Number(_) => read_number(cell),
            Self::Iso => read_iso(cell),
            Self::Pattern(pattern) => read_format(cell, pattern),
        }
    }

    /// What the numbers that come out count, if that is known.
    #[must_use]
    pub fn unit(&self) -> Option<Unit> {
        match self {
            Self::Number(unit) => *unit,
            Self::Iso | Self::Pattern(_) => Some(Unit::Seconds),
        }
    }

    /// Whether it tells a time of the day without the day.
    #[must_use]
    pub fn is_of_day(&self) -> bool {
        matches!(self, Self::Pattern(pattern) if pattern.starts_with("%H"))
    }

    /// In words, for reasons and messages.
    #[must_use]
    pub fn in_words(&self) -> String {
        match self {
            Self::Number(None) => "numbers".into(),
            Self::Number(Some(unit)) => match unit {
                Unit::Seconds => "seconds since 1970".into(),
                Unit::Milliseconds => "milliseconds since 1970".into(),
                Unit::Microseconds => "microseconds since 1970".into(),
                Unit::Nanoseconds => "nanoseconds since 1970".into(),
                Unit::HundredNanoseconds => "tenths of a microsecond".into(),
                Unit::Spreadsheet => "days of a spreadsheet".into(),
            },
            Self::Iso => "dates such as 2009-04-29T10:30:55Z".into(),
            Self::Pattern(pattern) => format!("dates written as {pattern}"),
        }
    }
}

/// The rule that reads the most of these cells, if it reads nine tenths of those that are not empty.
#[must_use]
pub fn guess<'a>(cells: impl Iterator<Item = &'a str> + Clone) -> Option<TimeRule> {
    let filled = cells.filter(|cell| !cell.trim().is_empty());
    let total = filled.clone().count();
    let reads = |rule: &TimeRule| filled.clone().filter(|cell| rule.read(cell).is_some()).count();
    let candidates = [TimeRule::Number(None), TimeRule::Iso].into_iter();
    let candidates = candidates.chain(PATTERNS.iter().map(|&pattern| TimeRule::Pattern(pattern.into())));
    let mut best: Option<(usize, TimeRule)> = None;
    for rule in candidates {
        let count = reads(&rule);
        if best.as_ref().is_none_or(|(most, _)| count > *most) {
            best = Some((count, rule));
        }
        if count == total {
            break;
        }
    }
    let (count, rule) = best.filter(|(count, _)| *count > 0 && 10 * count >= 9 * total)?;
    debug_assert!(count <= total);
    Some(match rule {
        TimeRule::Number(_) => TimeRule::Number(unit_of(filled.filter_map(read_number))),
        rule => rule,
    })
}

/// What numbers of this size count if they lie between the years 1980 and 2100.
fn unit_of(stamps: impl Iterator<Item = Stamp>) -> Option<Unit> {
    let mut all: Vec<i64> = stamps.map(|stamp| stamp.whole).collect();
    all.sort_unstable();
    let middle = *all.get(all.len() / 2)?;
    let is_date = |unit: &Unit| (315_532_800..4_102_444_800).contains(&Stamp::whole(middle).unix_seconds(*unit));
    [Unit::Seconds, Unit::Milliseconds, Unit::Microseconds, Unit::Nanoseconds, Unit::HundredNanoseconds]
        .into_iter()
        .find(is_date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_say_how_they_are_written() {
        let of = |cells: &[&str]| guess(cells.iter().copied());
        assert_eq!(of(&["881250949", "", "881250950"]), Some(TimeRule::Number(Some(Unit::Seconds))));
        assert_eq!(of(&["1589145859122"]), Some(TimeRule::Number(Some(Unit::Milliseconds))));
        assert_eq!(of(&["0", "1", "2"]), Some(TimeRule::Number(None)));
        assert_eq!(of(&["2009-04-29T10:30:55Z"]), Some(TimeRule::Iso));
        assert_eq!(of(&["03 16, 2011", "11 29, 2011"]), Some(TimeRule::Pattern("%m %d, %Y".into())));
        assert_eq!(of(&["04/05/2011", "31/12/2011"]), Some(TimeRule::Pattern("%d/%m/%Y".into())));
        assert_eq!(of(&["ann", "bob"]), None);
        assert_eq!(of(&["", ""]), None);
    }
}
