//! Sequence files: one user a line, `user item item ...` in time order, separated by spaces, and beside it a JSON object
//! `{"item": [value, ...]}` with the attribute values of the items. The form in which S3-Rec's authors publish Amazon's data
//! (`RUCAIBox/CIKM2020-S3Rec: data/`).

use std::collections::HashMap;

use dif_sr_import::vocab::Vocab;

use super::atomic::{Column, ColumnType, File, ItemTable, Log};
use super::interactions::Interaction;
use super::no_text::refuse_no_text;
use super::text::{self, Lines};
use crate::error::{Error, Result};

/// Reads the sequences.
/// # Errors
/// [`Error::Malformed`] with the line for a user without items or a second line of the same user, [`Error::File`] for an empty
/// file, [`Error::TooLarge`].
pub fn read_sequences(file: File<'_>) -> Result<Log> {
    let (users, items) = (Vocab::default(), Vocab::default());
    let mut log = Log { users, items, rows: Vec::new(), passed_over: Vec::new(), likely_time: None };
    let malformed = |line, found: String, advice: &str| Error::Malformed {
        file: file.name.into(),
        line,
        found,
        expected: "one line per user: the user, then the items in time order, separated by spaces".into(),
        advice: advice.into(),
    };
    for line in Lines::new(file.name, file.bytes)? {
        let (number, content) = line?;
        let mut tokens = content.split(' ').filter(|token| !token.is_empty());
        let Some(user) = tokens.next() else { continue };
        if log.users.get(user).is_some() {
            let found = format!("the user \"{}\" a second time", text::short(user));
            return Err(malformed(number, found, "Join the lines of each user."));
        }
        let user = log.users.id(user);
        let before = log.rows.len();
        for item in tokens {
            let item = log.items.id(item);
            // Without times of their own, equal ones: the order of the line stays.
            log.rows.push(Interaction { user, item, time: 0.0 });
        }
        if log.rows.len() == before {
            let found = format!("\"{}\" alone", text::short(content));
            return Err(malformed(number, found, "Separate users and items by spaces, or remove the line."));
        }
    }
    if log.rows.is_empty() {
        return Err(Error::File {
            file: file.name.into(),
            found: "no line".into(),
            expected: "one line per user: the user, then the items in time order".into(),
            advice: "Choose the complete file.".into(),
        });
    }
    Ok(log)
}

/// Reads the attribute values: one attribute, called `attributes`, several values per item.
/// # Errors
/// [`Error::File`] if it is no such object.
pub fn read_values(file: File<'_>) -> Result<ItemTable> {
    refuse_no_text(file.name, file.bytes)?;
    let items: HashMap<String, Vec<u64>> = serde_json::from_slice(file.bytes).map_err(|error| Error::File {
        file: file.name.into(),
        found: error.to_string(),
        expected: "a JSON object with a list of attribute numbers for each item, such as {\"4\": [1, 2]}".into(),
        advice: "Bring the file that belongs to the sequences.".into(),
    })?;
    let cell = |values: Vec<u64>| values.iter().map(u64::to_string).collect::<Vec<_>>().join(" ");
    Ok(ItemTable {
        columns: vec![Column { name: "attributes".into(), kind: ColumnType::TokenSeq }],
        rows: items.into_iter().map(|(item, values)| (item, vec![cell(values)])).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(bytes: &str) -> File<'_> {
        File { name: "s.txt", bytes: bytes.as_bytes() }
    }

    #[test]
    fn a_line_is_a_user_and_the_order_of_its_items() {
        let log = read_sequences(file("7 b a\r\n\n8  a c b\n")).unwrap();
        let rows: Vec<(&str, &str)> =
            log.rows.iter().map(|row| (log.users.name(row.user), log.items.name(row.item))).collect();
        assert_eq!(rows, [("7", "b"), ("7", "a"), ("8", "a"), ("8", "c"), ("8", "b")]);
    }

    #[test]
    fn what_does_not_fit_is_named_with_its_line() {
        let message = |text| read_sequences(file(text)).unwrap_err().to_string();
        assert!(message("1 a b\n2\n").starts_with("s.txt, line 2: found \"2\" alone"), "{}", message("1 a b\n2\n"));
        assert!(message("1 a\n1 b\n").starts_with("s.txt, line 2: found the user \"1\" a second time"));
        assert!(message("").starts_with("s.txt: found no line"));
        assert!(read_values(file("{\"1\": 3}")).unwrap_err().to_string().contains("list of attribute numbers"));
    }
}
