//! Days of the Gregorian calendar as whole numbers.

/// Days from 1 January 1970 to this day; none if there is no such day.
///
/// Counts in eras of 400 years that begin in March, so that the leap day is the last of its year (H. Hinnant, *chrono-compatible
/// low-level date algorithms*, `days_from_civil`).
#[must_use]
pub fn days(year: i64, month: u32, day: u32) -> Option<i64> {
    if !(1..=12).contains(&month) || day == 0 || day > days_in(year, month) || !(-9999..=9999).contains(&year) {
        return None;
    }
    let shifted = if month <= 2 { year - 1 } else { year };
    let era = shifted.div_euclid(400);
    let of_era = shifted.rem_euclid(400);
    let of_year = (153 * ((i64::from(month) + 9) % 12) + 2) / 5 + i64::from(day) - 1;
    Some(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
}

fn days_in(year: i64, month: u32) -> u32 {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A month by its English name or the first three letters of it.
#[must_use]
pub fn month(name: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let name = name.to_lowercase();
    let is = |month: &&str| *month == name || (name.len() == 3 && month.starts_with(&name));
    (1..).zip(MONTHS).find(|(_, month)| is(month)).map(|(number, _)| number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_days_have_their_numbers() {
        assert_eq!(days(1970, 1, 1), Some(0));
        assert_eq!(days(2000, 2, 29), Some(11_016));
        assert_eq!(days(1899, 12, 30), Some(-25_569));
        assert_eq!((days(1900, 2, 29), days(2001, 13, 1), days(2001, 4, 31)), (None, None, None));
    }

    #[test]
    fn every_day_follows_the_one_before() {
        let all = (1896..2105)
            .flat_map(|year| (1..=12).flat_map(move |month| (1..=31).filter_map(move |day| days(year, month, day))));
        let all: Vec<i64> = all.collect();
        assert!(all.windows(2).all(|pair| pair[1] == pair[0] + 1));
    }
}
