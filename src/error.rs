//! Everything that can go wrong, as one enum whose fields say where, what was found and what was expected.
//!
//! The page chooses its words by `code`; the `Display` text is a plain sentence for the command line, for tests and for
//! whoever reads a log.

use serde::Serialize;

/// Why a request could not be met. Serialised with the tag `code`, so that a caller never has to match a message.
#[derive(Debug, Clone, PartialEq, thiserror::Error, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify), tsify(rename = "ErrorDetail"))]
pub enum Error {
    /// One line of a data file cannot be read.
    #[error("{file}, line {line}: found {found}, expected {expected}. {advice}")]
    Malformed {
        /// Name of the file as the visitor knows it.
        file: String,
        /// Line number, counted from 1, the header included.
        line: usize,
        /// What stands there.
        found: String,
        /// What should stand there.
        expected: String,
        /// What to do about it, as a sentence.
        advice: String,
    },
    /// A data file as a whole cannot be used: it is empty, has the wrong columns, or nothing is left of it.
    #[error("{file}: found {found}, expected {expected}. {advice}")]
    File {
        /// Name of the file as the visitor knows it.
        file: String,
        /// What the file holds.
        found: String,
        /// What it should hold.
        expected: String,
        /// What to do about it, as a sentence.
        advice: String,
    },
    /// A value of a configuration is outside its range, or the configuration text is not valid.
    #[error("The setting {field} is {found}; expected {expected}.")]
    Config {
        /// Path of the field, such as `training.learning_rate`.
        field: String,
        /// The value given.
        found: String,
        /// The values allowed.
        expected: String,
    },
    /// A weight file does not fit the model or the data it is loaded for.
    #[error("The weight file does not fit: {tensor} has {found}, expected {expected}.")]
    Weights {
        /// Name of the tensor, or of the metadata entry.
        tensor: String,
        /// Its shape or content.
        found: String,
        /// What the model needs.
        expected: String,
    },
    /// More bytes than are read, or than there are.
    #[error("{what} is too large: {}, the limit is {}. {advice}", size(*.found), size(*.limit))]
    TooLarge {
        /// What is measured; the page chooses its words by it.
        of: Bulk,
        /// The same in words: name of the file as the visitor knows it.
        what: String,
        /// Bytes asked for.
        found: u64,
        /// Most bytes allowed.
        limit: u64,
        /// What to do about it, as a sentence.
        advice: String,
    },
    /// A call came before the one it depends on.
    #[error("{what} first.")]
    NotReady {
        /// What has to happen first, as the beginning of a sentence: `Open a data set`.
        what: String,
    },
    /// The browser offers no WebGPU adapter.
    #[error("{message}")]
    NoAdapter {
        /// The reason in plain words.
        message: String,
    },
    /// An adapter answered, but gave no device.
    #[error("{message}")]
    DeviceRefused {
        /// The reason in plain words.
        message: String,
    },
    /// The device computed a known answer wrongly.
    #[error("{message}")]
    WrongAnswer {
        /// What was computed and what it should have been.
        message: String,
    },
    /// Training left the range of finite numbers.
    #[error("{message}")]
    Diverged {
        /// At which step, and what to try.
        message: String,
    },
}

/// What has a size that can be too large.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub enum Bulk {
    /// A file.
    File,
    /// The memory that a run needs.
    Memory,
}

/// A result whose error is [`Error`].
pub type Result<T> = std::result::Result<T, Error>;

/// Bytes as people say them.
fn size(bytes: u64) -> String {
    // What would round to a thousand of the smaller unit is one of the larger.
    let (unit, name) = if bytes < 999_950_000 { (1_000_000, "MB") } else { (1_000_000_000, "GB") };
    let tenths = bytes.saturating_add(unit / 20) / (unit / 10);
    format!("{}.{} {name}", tenths / 10, tenths % 10)
}

impl Error {
    /// A [`Error::Config`] from anything printable.
    pub fn config(field: impl Into<String>, found: impl std::fmt::Display, expected: impl Into<String>) -> Self {
        Self::Config { field: field.into(), found: found.to_string(), expected: expected.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_of_any_number_are_said_in_the_unit_that_fits() {
        assert_eq!([0, 2_147_483_648, 999_949_999, 999_999_999].map(size), ["0.0 MB", "2.1 GB", "999.9 MB", "1.0 GB"]);
        assert!(size(u64::MAX).ends_with(" GB"));
    }

    #[test]
    fn the_message_names_file_line_found_expected_and_advice() {
        let error = Error::Malformed {
            file: "shop.inter".into(),
            line: 7,
            found: "2 fields".into(),
            expected: "4 fields".into(),
            advice: "Separate the fields by one tab each.".into(),
        };
        assert_eq!(
            error.to_string(),
            "shop.inter, line 7: found 2 fields, expected 4 fields. Separate the fields by one tab each."
        );
    }

    #[test]
    fn the_wire_form_carries_the_code_beside_the_fields() {
        let wire = serde_json::to_value(of_a_file(9, 5)).unwrap();
        assert_eq!(
            wire,
            serde_json::json!({
                "code": "too_large", "of": "file", "what": "a.inter", "found": 9, "limit": 5, "advice": "Cut it."
            })
        );
    }

    fn of_a_file(found: u64, limit: u64) -> Error {
        Error::TooLarge { of: Bulk::File, what: "a.inter".into(), found, limit, advice: "Cut it.".into() }
    }

    #[test]
    fn sizes_are_said_as_people_say_them() {
        let said = |found, limit| of_a_file(found, limit).to_string();
        assert_eq!(said(3_567_951_872, 2_147_483_648), "a.inter is too large: 3.6 GB, the limit is 2.1 GB. Cut it.");
        assert_eq!(said(268_450_000, 40_000), "a.inter is too large: 268.5 MB, the limit is 0.0 MB. Cut it.");
    }

    #[test]
    fn every_code_is_the_one_the_page_knows() {
        let message = || "m".to_string();
        let code = |e: Error| serde_json::to_value(&e).unwrap()["code"].as_str().unwrap().to_string();
        assert_eq!(code(Error::NotReady { what: message() }), "not_ready");
        assert_eq!(code(Error::NoAdapter { message: message() }), "no_adapter");
        assert_eq!(code(Error::DeviceRefused { message: message() }), "device_refused");
        assert_eq!(code(Error::WrongAnswer { message: message() }), "wrong_answer");
        assert_eq!(code(Error::Diverged { message: message() }), "diverged");
        assert_eq!(code(Error::config("seed", -1, "a whole number")), "config");
    }
}
