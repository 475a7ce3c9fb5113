//! Decimal numbers, exactly: digits, a point, an exponent.

use super::Stamp;

/// Reads a number such as `881250949`, `1396913949.368` or `8.8125e+08`; none for anything else, and where it does not fit.
/// More than nine digits behind the point are the noise of a conversion and are cut.
#[must_use]
pub fn read_number(text: &str) -> Option<Stamp> {
    let text = text.trim();
    let (is_negative, text) = match text.as_bytes().first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let (front, behind) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if (front.is_empty() && behind.is_empty()) || exponent.unsigned_abs() > 40 {
        return None;
    }
    let mut digits: u128 = 0;
    for byte in front.bytes().chain(behind.bytes()) {
        let digit = byte.is_ascii_digit().then(|| u128::from(byte - b'0'))?;
        digits = digits.checked_mul(10)?.checked_add(digit)?;
    }
    let places = exponent.checked_sub(i32::try_from(behind.len()).ok()?)?;
    let (whole, nano) = scaled(digits, places)?;
    if !is_negative {
        return Some(Stamp { whole: i64::try_from(whole).ok()?, nano });
    }
    let below = -i64::try_from(whole).ok()?;
    Some(if nano == 0 {
        Stamp::whole(below)
    } else {
        Stamp { whole: below.checked_sub(1)?, nano: 1_000_000_000 - nano }
    })
}

/// `digits * 10^places` as a whole number and billionths.
fn scaled(digits: u128, places: i32) -> Option<(u128, u32)> {
    if places >= 0 {
        return Some((digits.checked_mul(10_u128.checked_pow(places.unsigned_abs())?)?, 0));
    }
    let Some(unit) = 10_u128.checked_pow(places.unsigned_abs()) else { return Some((0, 0)) };
    let (whole, rest) = (digits / unit, digits % unit);
    let nano = if unit > 1_000_000_000 { rest / (unit / 1_000_000_000) } else { rest * (1_000_000_000 / unit) };
    Some((whole, u32::try_from(nano).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written() {
        let read = |text| read_number(text).map(|stamp| (stamp.whole, stamp.nano));
        assert_eq!(read(" 881250000.0 "), Some((881_250_000, 0)));
        assert_eq!(read("8.81250e+08"), Some((881_250_000, 0)));
        assert_eq!(read("8.8125E8"), Some((881_250_000, 0)));
        assert_eq!(read("1396913949.368"), Some((1_396_913_949, 368_000_000)));
        assert_eq!(read("1500000000000030100"), Some((1_500_000_000_000_030_100, 0)));
        assert_eq!(read("-1.5"), Some((-2, 500_000_000)));
        assert_eq!(read(".5"), Some((0, 500_000_000)));
        assert_eq!(read("0511"), Some((511, 0)));
        assert_eq!(read("1e-40"), Some((0, 0)));
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in [
            "",
            "-",
            ".",
            "881250000,0",
            "881,250,000",
            "inf",
            "NaN",
            "0x10",
            "1e",
            "1e99",
            "18446744073709551616",
            "１",
        ] {
            assert_eq!(read_number(text), None, "{text}");
        }
    }
}
