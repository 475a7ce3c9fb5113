//! Times as exact numbers, in whatever form they are written.

mod calendar;
mod format;
mod iso;
mod number;
mod rule;

pub use iso::read_iso;
pub use number::read_number;
pub use rule::{TimeRule, guess};

use serde::{Deserialize, Serialize};

/// A time: whole units and billionths of one. Exact where doubles tie: 19 digits, or nine behind the point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Stamp {
    /// Whole units, rounded towards the past.
    pub whole: i64,
    /// Billionths of a unit, below 1,000,000,000.
    pub nano: u32,
}

/// What a number of time counts, since 1970 where nothing else is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unit {
    /// Seconds.
    #[serde(rename = "s")]
    Seconds,
    /// Milliseconds.
    #[serde(rename = "ms")]
    Milliseconds,
    /// Microseconds.
    #[serde(rename = "us")]
    Microseconds,
    /// Nanoseconds.
    #[serde(rename = "ns")]
    Nanoseconds,
    /// Tenths of a microsecond, since the year 1 (.NET) or 1601 (Windows), by their size.
    #[serde(rename = "100ns")]
    HundredNanoseconds,
    /// Days since 30 December 1899, as spreadsheets count.
    #[serde(rename = "spreadsheet")]
    Spreadsheet,
}

/// Seconds from the beginnings of other calendars to 1970.
const YEAR_ONE: i64 = 62_135_596_800;
const YEAR_1601: i64 = 11_644_473_600;
/// From here on, tenths of a microsecond are counted from the year 1: those from 1601 reach it in the year 2552.
const TICKS_FROM_YEAR_ONE: i64 = 300_000_000_000_000_000;

impl Stamp {
    /// A whole number.
    #[must_use]
    pub const fn whole(whole: i64) -> Self {
        Self { whole, nano: 0 }
    }

    /// Seconds since 1970, rounded down, if the number counts `unit`.
    #[must_use]
    pub fn unix_seconds(self, unit: Unit) -> i64 {
        match unit {
            Unit::Seconds => self.whole,
            Unit::Milliseconds => self.whole.div_euclid(1_000),
            Unit::Microseconds => self.whole.div_euclid(1_000_000),
            Unit::Nanoseconds => self.whole.div_euclid(1_000_000_000),
            Unit::HundredNanoseconds => {
                let since = if self.whole >= TICKS_FROM_YEAR_ONE { YEAR_ONE } else { YEAR_1601 };
                self.whole.div_euclid(10_000_000) - since
            }
            Unit::Spreadsheet => {
                let day = i64::from(self.nano) * 86_400 / 1_000_000_000;
                self.whole.saturating_sub(25_569).saturating_mul(86_400).saturating_add(day)
            }
        }
    }

    /// The sum of a date and a time of day that counts `unit`, in seconds; none where it overflows.
    #[must_use]
    pub fn with_time_of_day(self, time: Self, unit: Unit) -> Option<Self> {
        let per_second: i64 = match unit {
            Unit::Seconds => 1,
            Unit::Milliseconds => 1_000,
            Unit::Microseconds => 1_000_000,
            Unit::HundredNanoseconds => 10_000_000,
            Unit::Nanoseconds => 1_000_000_000,
            Unit::Spreadsheet => {
                let nanos = i64::from(time.nano) * 86_400;
                let nano = u32::try_from(nanos % 1_000_000_000).ok()?;
                return Some(Self { whole: self.whole.checked_add(nanos / 1_000_000_000)?, nano });
            }
        };
        let below = i128::from(time.whole.rem_euclid(per_second)) * 1_000_000_000 + i128::from(time.nano);
        let nanos = i128::from(self.nano) + below / i128::from(per_second);
        let whole = self.whole.checked_add(time.whole.div_euclid(per_second))?;
        let carry = i64::try_from(nanos / 1_000_000_000).ok()?;
        Some(Self { whole: whole.checked_add(carry)?, nano: u32::try_from(nanos % 1_000_000_000).ok()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_lead_to_the_same_second() {
        let second = 1_500_000_000_i64;
        let of = |whole, unit| Stamp::whole(whole).unix_seconds(unit);
        assert_eq!(of(second, Unit::Seconds), second);
        assert_eq!(of(second * 1_000 + 999, Unit::Milliseconds), second);
        assert_eq!(of(second * 1_000_000_000, Unit::Nanoseconds), second);
        assert_eq!(of((second + YEAR_ONE) * 10_000_000, Unit::HundredNanoseconds), second);
        assert_eq!(of((second + YEAR_1601) * 10_000_000, Unit::HundredNanoseconds), second);
        let noon = Stamp { whole: 42_930, nano: 500_000_000 };
        assert_eq!(noon.unix_seconds(Unit::Spreadsheet), (42_930 - 25_569) * 86_400 + 43_200);
    }

    #[test]
    fn a_date_and_milliseconds_of_the_day_make_one_time() {
        let day = Stamp::whole(86_400);
        let both = day.with_time_of_day(Stamp::whole(318_170), Unit::Milliseconds);
        assert_eq!(both, Some(Stamp { whole: 86_718, nano: 170_000_000 }));
        assert_eq!(Stamp::whole(i64::MAX).with_time_of_day(Stamp::whole(5), Unit::Seconds), None);
    }
}
