//! In which order the clicks of a user stand, and what a file without times lets one guess about it.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use super::interactions::Interaction;

/// In which order the clicks of a user count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// By their times; equal times keep the order of the file.
    #[default]
    Time,
    /// As they stand in the file, oldest first.
    File,
    /// As they stand in the file, newest first.
    #[serde(rename = "file reversed")]
    FileReversed,
}

impl Order {
    /// The order that `rows`, in file order, get: the one that was asked for, else that of the times where two differ, else
    /// that of the file. Puts it into the times, by which everything sorts.
    pub fn settle(asked: Option<Self>, rows: &mut [Interaction]) -> Self {
        let differ = rows.windows(2).any(|pair| pair[0].time.total_cmp(&pair[1].time).is_ne());
        let order = asked.unwrap_or(if differ { Self::Time } else { Self::File });
        for (place, row) in rows.iter_mut().enumerate() {
            row.time = match order {
                Self::Time => row.time,
                Self::File => 0.0,
                Self::FileReversed => -(place as f64),
            };
        }
        order
    }
}

/// A column that was not read as the time but may be one, and which way it runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct LikelyTime {
    /// Its name.
    pub column: String,
    /// How often it rises from one line of a user to the next.
    pub rising: usize,
    /// How often it falls.
    pub falling: usize,
}

/// Follows such a column down a file.
pub(super) struct Watch<'a> {
    /// Index of the column.
    pub column: usize,
    found: LikelyTime,
    /// What stood there last, by user.
    last: Vec<Option<&'a str>>,
}

impl<'a> Watch<'a> {
    /// Before the first line.
    pub fn new(column: usize, name: &str) -> Self {
        let found = LikelyTime { column: name.to_owned(), rising: 0, falling: 0 };
        Self { column, found, last: Vec::new() }
    }

    /// Whether a column of that name may hold times.
    pub fn is_likely(name: &str) -> bool {
        let name = name.to_lowercase();
        name == "ts" || name.contains("time") || name.contains("date")
    }

    /// Takes note of a cell; numbers are compared as numbers, and everything else, such as 2009-04-29, letter by letter.
    pub fn see(&mut self, user: u32, cell: &'a str) {
        let user = user as usize;
        self.last.resize(self.last.len().max(user + 1), None);
        if let Some(before) = self.last[user].replace(cell) {
            let step = match (before.parse::<f64>(), cell.parse::<f64>()) {
                (Ok(before), Ok(now)) => now.total_cmp(&before),
                _ => cell.cmp(before),
            };
            self.found.rising += usize::from(step == Ordering::Greater);
            self.found.falling += usize::from(step == Ordering::Less);
        }
    }

    /// What was seen.
    pub fn found(self) -> LikelyTime {
        self.found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(times: &[f64]) -> Vec<Interaction> {
        times.iter().map(|&time| Interaction { user: 1, item: 1, time }).collect()
    }

    #[test]
    fn times_decide_where_two_differ_and_the_file_elsewhere() {
        assert_eq!(Order::settle(None, &mut rows(&[3.0, 1.0])), Order::Time);
        assert_eq!(Order::settle(None, &mut rows(&[3.0, 3.0])), Order::File);
        assert_eq!(Order::settle(Some(Order::File), &mut rows(&[3.0, 1.0])), Order::File);
    }

    #[test]
    fn a_reversed_file_begins_with_its_last_line() {
        let mut reversed = rows(&[0.0; 3]);
        assert_eq!(Order::settle(Some(Order::FileReversed), &mut reversed), Order::FileReversed);
        assert!(reversed.windows(2).all(|pair| pair[0].time > pair[1].time));
    }

    #[test]
    fn a_column_is_followed_user_by_user() {
        let mut watch = Watch::new(2, "date");
        for (user, cell) in [(1, "10"), (2, "2009-05-01"), (1, "9"), (2, "2009-04-30"), (2, "2009-04-30"), (1, "11")] {
            watch.see(user, cell);
        }
        assert_eq!(watch.found(), LikelyTime { column: "date".into(), rising: 1, falling: 2 });
    }

    #[test]
    fn the_names_are_those_of_the_columns_file() {
        let names = [Order::Time, Order::File, Order::FileReversed].map(|order| serde_json::to_value(order).unwrap());
        assert_eq!(names, ["time", "file", "file reversed"]);
    }
}
