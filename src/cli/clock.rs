//! The day and the time, in UTC.

use std::time::{SystemTime, UNIX_EPOCH};

const DAY: i64 = 86_400;
/// The calendar repeats after so many days, which are 400 years.
const ERA: i64 = 146_097;

/// Today, `YYYY-MM-DD`.
pub fn today() -> String {
    day(seconds() / DAY)
}

/// Now, `YYYY-MM-DDThh:mm:ssZ`.
pub fn now() -> String {
    moment(seconds())
}

/// A moment counted in seconds from 1970 on, `YYYY-MM-DDThh:mm:ssZ`.
pub fn moment(seconds: i64) -> String {
    let (days, of_day) = (seconds.div_euclid(DAY), seconds.rem_euclid(DAY));
    format!("{}T{:02}:{:02}:{:02}Z", day(days), of_day / 3600, of_day % 3600 / 60, of_day % 60)
}

fn seconds() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs().cast_signed())
}

/// The date of a day counted from 1970-01-01, by the rules of the Gregorian calendar.
fn day(days: i64) -> String {
    let leap = |year: i64| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let mut year = 1970 + 400 * days.div_euclid(ERA);
    let mut left = days.rem_euclid(ERA);
    while left >= 365 + i64::from(leap(year)) {
        left -= 365 + i64::from(leap(year));
        year += 1;
    }
    let months = [31, 28 + i64::from(leap(year)), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
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
        assert_eq!(moment(-1), "1969-12-31T23:59:59Z");
        assert_eq!(moment(86_400 * 59 + 3661), "1970-03-01T01:01:01Z");
    }
}
