//! Text from bytes, line by line, with line numbers for messages.

use super::no_text::refuse_no_text;
use crate::error::{Bulk, Error, Result};

/// Largest file that is read.
const MAX_BYTES: usize = 256 << 20;
/// Longest piece of a file that a message repeats, in characters.
const SHORT: usize = 60;

/// The lines of a file that are not empty, with their numbers from 1.
#[derive(Debug)]
pub struct Lines<'a> {
    file: &'a str,
    rest: Option<&'a [u8]>,
    /// What ends a line: a line feed, or a carriage return where the file has no line feed at all, as on old Macs.
    end: u8,
    line: usize,
}

impl<'a> Lines<'a> {
    /// Starts at the first line, past a byte order mark.
    /// # Errors
    /// [`Error::TooLarge`] above 256 MiB; [`Error::File`] for UTF-16 and for what is no text.
    pub fn new(file: &'a str, bytes: &'a [u8]) -> Result<Self> {
        if bytes.len() > MAX_BYTES {
            return Err(Error::TooLarge {
                of: Bulk::File,
                what: file.into(),
                found: bytes.len() as u64,
                limit: MAX_BYTES as u64,
                advice: "Keep the part that matters, such as the newest year.".into(),
            });
        }
        if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
            return Err(Error::File {
                file: file.into(),
                found: "text in UTF-16".into(),
                expected: "text in UTF-8".into(),
                advice: "Save the file again with the encoding UTF-8.".into(),
            });
        }
        refuse_no_text(file, bytes)?;
        let end = if bytes.contains(&b'\n') { b'\n' } else { b'\r' };
        Ok(Self { file, rest: Some(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)), end, line: 0 })
    }
}

impl<'a> Iterator for Lines<'a> {
    /// The number and the text of a line, or [`Error::Malformed`] if it is not UTF-8.
    type Item = Result<(usize, &'a str)>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let rest = self.rest?;
            let end = rest.iter().position(|&byte| byte == self.end);
            let bytes = &rest[..end.unwrap_or(rest.len())];
            self.rest = end.map(|end| &rest[end + 1..]);
            self.line += 1;
            let bytes = bytes.strip_suffix(b"\r").unwrap_or(bytes);
            if !bytes.is_empty() {
                return Some(self.decode(bytes).map(|text| (self.line, text)));
            }
        }
    }
}

impl Lines<'_> {
    fn decode<'b>(&self, bytes: &'b [u8]) -> Result<&'b str> {
        std::str::from_utf8(bytes).map_err(|error| Error::Malformed {
            file: self.file.into(),
            line: self.line,
            found: format!("bytes that are not UTF-8, from byte {} of the line on", error.valid_up_to() + 1),
            expected: "text in UTF-8".into(),
            advice: "Save the file again with the encoding UTF-8.".into(),
        })
    }
}

/// A separator other than the tab that a line seems to use, in words.
#[must_use]
pub fn other_separator(line: &str) -> Option<&'static str> {
    [("::", "double colons"), (",", "commas"), (";", "semicolons"), ("|", "vertical bars"), (" ", "spaces")]
        .into_iter()
        .find_map(|(separator, name)| line.contains(separator).then_some(name))
}

/// A piece of a file for a message: cut after 60 characters, and with signs in place of characters that would move the line.
#[must_use]
pub fn short(text: &str) -> String {
    let shown = match text.char_indices().nth(SHORT) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    };
    shown.replace(char::is_control, "\u{fffd}")
}

/// The error for a file without data lines.
#[must_use]
pub fn nothing_but_a_header(file: &str) -> Error {
    Error::File {
        file: file.into(),
        found: "a header without data lines".into(),
        expected: "at least one data line".into(),
        advice: "Choose the complete file.".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(bytes: &[u8]) -> Result<Vec<(usize, String)>> {
        Lines::new("f", bytes)?.map(|line| line.map(|(number, text)| (number, text.to_owned()))).collect()
    }

    #[test]
    fn byte_order_mark_windows_line_ends_and_empty_lines_are_accepted() {
        let expected = vec![(1, "a".to_owned()), (3, "b".to_owned())];
        assert_eq!(lines(b"\xef\xbb\xbfa\r\n\r\nb").unwrap(), expected);
        assert_eq!(lines(b"a\n\nb\n\n").unwrap(), expected);
        assert_eq!(lines(b"a\r\rb\r").unwrap(), expected, "line ends of old Macs");
    }

    #[test]
    fn bytes_that_are_not_utf8_are_named_with_their_line() {
        let message = lines(b"a\nb\xff\n").unwrap_err().to_string();
        assert!(
            message.starts_with("f, line 2: found bytes that are not UTF-8, from byte 2 of the line on"),
            "{message}"
        );
        assert!(lines(b"\xff\xfea\0").unwrap_err().to_string().contains("UTF-16"));
    }

    #[test]
    fn long_pieces_are_cut_between_characters() {
        assert_eq!(short(&"é".repeat(61)), format!("{}…", "é".repeat(60)));
        assert_eq!(short("a"), "a");
        assert_eq!(short("a\r\0b"), "a\u{fffd}\u{fffd}b");
    }
}
