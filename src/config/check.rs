//! Ranges of settings.

use crate::error::{Error, Result};

/// Largest accepted size of any one setting: keeps a mistyped number from exhausting the tab.
pub const LARGEST_SIZE: usize = 4096;

/// Refuses a whole number outside `low..=high`.
pub fn count(field: &str, found: usize, low: usize, high: usize) -> Result<()> {
    if (low..=high).contains(&found) {
        return Ok(());
    }
    Err(Error::Config {
        field: field.into(),
        found: found.to_string(),
        expected: format!("a whole number from {low} to {high}"),
    })
}

/// Refuses a number outside `low..=high`, and what is not a number.
pub fn number(field: &str, found: f64, low: f64, high: f64) -> Result<()> {
    if found.is_finite() && (low..=high).contains(&found) {
        return Ok(());
    }
    Err(Error::Config {
        field: field.into(),
        found: found.to_string(),
        expected: format!("a number from {low} to {high}"),
    })
}
