//! ISO 8601 as logs write it: a date, or a date and a time, with a fraction and a zone where there are some.

use super::Stamp;
use super::calendar::days;

/// Reads `2009-04-29T10:30:55Z`, `2011-12-28 23:45:00.25+09:00`, `2016/05/09`; without a zone the time counts as UTC. In seconds.
#[must_use]
pub fn read_iso(text: &str) -> Option<Stamp> {
    let text = text.trim();
    let (is_negative, text) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (year, rest) = digits(text, 4)?;
    let separator = rest.chars().next().filter(|c| matches!(c, '-' | '/' | '.'))?;
    let (month, rest) = number(rest.strip_prefix(separator)?)?;
    let (day, rest) = number(rest.strip_prefix(separator)?)?;
    let year = if is_negative { -i64::from(year) } else { i64::from(year) };
    let date = days(year, month, day)? * 86_400;
    let Some(time) = rest.strip_prefix(['T', 't', ' ']).map(str::trim_start).filter(|time| !time.is_empty()) else {
        return rest.trim().is_empty().then(|| Stamp::whole(date));
    };
    let (seconds, nano, zone) = clock(time)?;
    Some(Stamp { whole: date + seconds - offset(zone)?, nano })
}

/// Hours, minutes, seconds and their fraction, and what stands behind.
fn clock(text: &str) -> Option<(i64, u32, &str)> {
    let (hour, rest) = number(text)?;
    let (minute, rest) = digits(rest.strip_prefix(':')?, 2)?;
    let (second, rest) = match rest.strip_prefix(':') {
        Some(rest) => digits(rest, 2)?,
        None => (0, rest),
    };
    // A leap second has the number 60.
    if hour > 24 || minute > 59 || second > 60 {
        return None;
    }
    let (nano, rest) = match rest.strip_prefix(['.', ',']) {
        Some(rest) => fraction(rest)?,
        None => (0, rest),
    };
    Some((i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second), nano, rest))
}

/// Billionths from the digits behind the point; those behind the ninth are cut.
pub(super) fn fraction(text: &str) -> Option<(u32, &str)> {
    let end = text.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    let kept = &text[..end.min(9)];
    let nano = kept.parse::<u32>().ok()? * 10_u32.pow(9 - u32::try_from(kept.len()).ok()?);
    Some((nano, &text[end..]))
}

/// Seconds east of Greenwich.
pub(super) fn offset(zone: &str) -> Option<i64> {
    let zone = zone.trim();
    if matches!(zone, "" | "Z" | "z" | "UTC" | "GMT") {
        return Some(0);
    }
    let sign = match zone.as_bytes()[0] {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let (hours, rest) = digits(&zone[1..], 2)?;
    let rest = rest.strip_prefix(':').unwrap_or(rest);
    let (minutes, rest) = if rest.is_empty() { (0, rest) } else { digits(rest, 2)? };
    (hours < 24 && minutes < 60 && rest.is_empty())
        .then_some(sign * (i64::from(hours) * 3600 + i64::from(minutes) * 60))
}

/// Exactly `count` digits.
pub(super) fn digits(text: &str, count: usize) -> Option<(u32, &str)> {
    let (front, rest) = text.split_at_checked(count)?;
    front.bytes().all(|byte| byte.is_ascii_digit()).then(|| front.parse().ok().map(|number| (number, rest)))?
}

/// One or two digits.
pub(super) fn number(text: &str) -> Option<(u32, &str)> {
    digits(text, 2).or_else(|| digits(text, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_times_become_seconds() {
        let read = |text| read_iso(text).map(|stamp| (stamp.whole, stamp.nano));
        assert_eq!(read("2009-04-29T10:30:55Z"), Some((1_241_001_055, 0)));
        assert_eq!(read("2014-04-07T23:39:09.368Z"), Some((1_396_913_949, 368_000_000)));
        assert_eq!(read("2009-04-29 19:30:55+09:00"), Some((1_241_001_055, 0)));
        assert_eq!(read("2016/5/9"), Some((1_462_752_000, 0)));
        assert_eq!(read("1970-01-01 00:01"), Some((60, 0)));
        assert_eq!(read("1970-01-01 00:00:00 UTC"), Some((0, 0)));
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "2009",
            "2009-13-01",
            "2009-04-31",
            "2009-04-29T25:00:00",
            "2009-04-29x",
            "2009-04-29T10:30:55+99:00",
            "20,9-01-01",
            "é009-04-29",
        ] {
            assert_eq!(read_iso(text), None, "{text}");
        }
    }
}
