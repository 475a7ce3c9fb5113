//! The day and the time, in UTC.

use std::time::{SystemTime, UNIX_EPOCH};

const DAY: u64 = 86_400;

/// Today, `YYYY-MM-DD`.
pub fn today() -> String {
    day(seconds() / DAY)
}

/// Now, `YYYY-MM-DDThh:mm:ssZ`.
pub fn now() -> String {
    let seconds = seconds();
    let (hours, minutes) = (seconds % DAY / 3600, seconds % 3600 / 60);
    format!("{}T{hours:02}:{minutes:02}:{:02}Z", day(seconds / DAY), seconds % 60)
}

fn seconds() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

/// The date of a day counted from 1970-01-01, by the rules of the Gregorian calendar.
fn day(mut left: u64) -> String {
    let leap = |year: u64| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let mut year = 1970;
    while left >= 365 + u64::from(leap(year)) {
        left -= 365 + u64::from(leap(year));
        year += 1;
    }
    let months = [31, 28 + u64::from(leap(year)), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut month = 0;
    while left >= months[month] {
        left -= months[month];
        month += 1;
    }
    format!("{year}-{:02}-{:02}", month + 1, left + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        let days = [(0, "1970-01-01"), (59, "1970-03-01"), (11_016, "2000-02-29"), (11_017, "2000-03-01")];
        for (number, date) in
            days.into_iter().chain([(20_514, "2026-03-02"), (47_540, "2100-02-28"), (47_541, "2100-03-01")])
        {
            assert_eq!(day(number), date);
        }
    }
}
