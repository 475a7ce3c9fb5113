//! Dates by a pattern, in the letters of strftime.

use super::Stamp;
use super::calendar::{days, month};
use super::iso::{digits, fraction, number, offset};

/// What was met so far.
#[derive(Default)]
struct Parts {
    year: Option<i64>,
    month: Option<u32>,
    day: Option<u32>,
    of_year: Option<u32>,
    hour: u32,
    minute: u32,
    second: u32,
    nano: u32,
    is_afternoon: Option<bool>,
    zone: i64,
    unix: Option<i64>,
}

/// Reads `text` by a pattern such as `%d.%m.%Y %H:%M:%S`. A pattern without a date counts from 1 January 1970, one without a
/// year within 1970, one without a day from the first.
///
/// Letters: `Y y m d j b B H I M S f p z Z s F T R D` and `%`; a space stands for any space, or none.
#[must_use]
pub fn read_format(text: &str, pattern: &str) -> Option<Stamp> {
    let mut parts = Parts::default();
    let rest = follow(text.trim(), pattern.trim(), &mut parts)?;
    rest.trim().is_empty().then(|| parts.stamp())?
}

/// Whether every letter of a pattern is known.
#[must_use]
pub fn is_pattern(pattern: &str) -> bool {
    let mut letters = pattern.chars();
    let mut any = false;
    while let Some(letter) = letters.next() {
        if letter == '%' {
            let known = letters.next().is_some_and(|letter| "YymdejbBhHIMSfpzZsFTRDaA%".contains(letter));
            if !known {
                return false;
            }
            any = true;
        }
    }
    any
}

fn follow<'a>(mut text: &'a str, pattern: &str, parts: &mut Parts) -> Option<&'a str> {
    let mut letters = pattern.chars();
    while let Some(letter) = letters.next() {
        if letter.is_whitespace() {
            text = text.trim_start();
        } else if letter == '%' {
            text = field(text, letters.next()?, parts)?;
        } else {
            text = text.strip_prefix(letter)?;
        }
    }
    Some(text)
}

fn field<'a>(text: &'a str, letter: char, parts: &mut Parts) -> Option<&'a str> {
    let (value, rest) = match letter {
        'Y' => digits(text, 4)?,
        'j' => digits(text, 3).or_else(|| number(text))?,
        'y' | 'm' | 'd' | 'e' | 'H' | 'I' | 'M' | 'S' => number(text.trim_start())?,
        'b' | 'B' | 'h' => {
            let (name, rest) = word(text);
            (month(name)?, rest)
        }
        'f' => fraction(text)?,
        _ => return other_field(text, letter, parts),
    };
    match letter {
        'Y' => parts.year = Some(i64::from(value)),
        // As POSIX has it: 69 to 99 are of the last century.
        'y' => parts.year = Some(i64::from(value) + if value < 69 { 2000 } else { 1900 }),
        'j' => parts.of_year = Some(value),
        'm' | 'b' | 'B' | 'h' => parts.month = Some(value),
        'd' | 'e' => parts.day = Some(value),
        'H' | 'I' => parts.hour = value,
        'M' => parts.minute = value,
        'S' => parts.second = value,
        _ => parts.nano = value,
    }
    Some(rest)
}

fn other_field<'a>(text: &'a str, letter: char, parts: &mut Parts) -> Option<&'a str> {
    match letter {
        'F' => follow(text, "%Y-%m-%d", parts),
        'T' => follow(text, "%H:%M:%S", parts),
        'R' => follow(text, "%H:%M", parts),
        'D' => follow(text, "%m/%d/%y", parts),
        '%' => text.strip_prefix('%'),
        'a' | 'A' => Some(word(text).1),
        'p' => {
            let (is_afternoon, rest) = ["AM", "am", "오전", "PM", "pm", "오후"]
                .iter()
                .position(|half| text.starts_with(half))
                .map(|at| (at > 2, &text[if at % 3 == 2 { 6 } else { 2 }..]))?;
            parts.is_afternoon = Some(is_afternoon);
            Some(rest)
        }
        'z' | 'Z' => {
            let end = text.find(char::is_whitespace).unwrap_or(text.len());
            parts.zone = offset(&text[..end])?;
            Some(&text[end..])
        }
        's' => {
            let end = text.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
            parts.unix = Some(text[..end].parse().ok()?);
            Some(&text[end..])
        }
        _ => None,
    }
}

fn word(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len()))
}

impl Parts {
    fn stamp(&self) -> Option<Stamp> {
        if let Some(unix) = self.unix {
            return Some(Stamp { whole: unix, nano: self.nano });
        }
        let year = self.year.unwrap_or(1970);
        let date = match self.of_year {
            Some(of_year @ 1..=366) => days(year, 1, 1)? + i64::from(of_year) - 1,
            Some(_) => return None,
            None => days(year, self.month.unwrap_or(1), self.day.unwrap_or(1))?,
        };
        let hour = match self.is_afternoon {
            Some(is_afternoon) if (1..=12).contains(&self.hour) => self.hour % 12 + if is_afternoon { 12 } else { 0 },
            Some(_) => return None,
            None => self.hour,
        };
        if hour > 24 || self.minute > 59 || self.second > 60 {
            return None;
        }
        let clock = i64::from(hour) * 3600 + i64::from(self.minute) * 60 + i64::from(self.second);
        Some(Stamp { whole: date * 86_400 + clock - self.zone, nano: self.nano })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_read_what_they_describe() {
        let read = |text, pattern| read_format(text, pattern).map(|stamp| stamp.whole);
        assert_eq!(read("29.04.2009 10:30:55", "%d.%m.%Y %H:%M:%S"), Some(1_241_001_055));
        assert_eq!(read("Wed Apr 29 10:30:55 +0000 2009", "%a %b %d %H:%M:%S %z %Y"), Some(1_241_001_055));
        assert_eq!(read("04 29, 2009", "%m %d, %Y"), Some(1_240_963_200));
        assert_eq!(read("4/29/09 12:05 AM", "%m/%d/%y %I:%M %p"), Some(1_240_963_500));
        assert_eq!(read("2009. 4. 29. 오후 1:00", "%Y. %m. %d. %p %I:%M"), Some(1_241_010_000));
        assert_eq!(read("20090429", "%Y%m%d"), Some(1_240_963_200));
        assert_eq!(read("13:05", "%H:%M"), Some(47_100));
        assert_eq!(read("29.04.2009 x", "%d.%m.%Y"), None);
        assert_eq!(read("31.04.2009", "%d.%m.%Y"), None);
    }

    #[test]
    fn unknown_letters_are_no_pattern() {
        assert!(is_pattern("%d.%m.%Y") && is_pattern("%F %T"));
        assert!(!is_pattern("%Q") && !is_pattern("dd.mm.yyyy") && !is_pattern("%"));
    }
}
