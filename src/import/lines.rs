//! Lines of a decoded file, with their numbers.

use std::io::{self, BufRead, BufReader, Read};

use crate::containers::Entry;
use crate::encoding::{Decoded, TextEncoding};
use crate::source::Source;
use crate::survey::Survey;

/// Longest line. A file of one line that is longer is no table.
pub const LONGEST: u64 = 64 << 20;

/// Reads one line after another into a text that is used again.
pub struct Lines<'a> {
    reader: Box<dyn BufRead + 'a>,
    end: u8,
    number: u64,
    bytes: Vec<u8>,
}

impl<'a> Lines<'a> {
    /// Opens a file that was surveyed.
    /// # Errors
    /// What the system says.
    pub fn open(entry: &Entry, source: &'a dyn Source, survey: &Survey) -> io::Result<Self> {
        let end = if survey.has_lone_returns { b'\r' } else { b'\n' };
        Ok(Self { reader: text(entry, source, survey.encoding)?, end, number: 0, bytes: Vec::new() })
    }

    /// The next line without its end, appended to `line`; none at the end of the file. Its number counts from 1.
    /// # Errors
    /// What the system says; a line beyond [`LONGEST`].
    pub fn next_into(&mut self, line: &mut String) -> io::Result<Option<u64>> {
        self.bytes.clear();
        let count = self.reader.by_ref().take(LONGEST).read_until(self.end, &mut self.bytes)?;
        if count == 0 {
            return Ok(None);
        }
        if count as u64 == LONGEST {
            return Err(io::Error::other("a line of more than 64 MB"));
        }
        self.number += 1;
        let bytes = self.bytes.strip_suffix(&[self.end]).unwrap_or(&self.bytes);
        let bytes = bytes.strip_suffix(b"\r").unwrap_or(bytes);
        match std::str::from_utf8(bytes) {
            Ok(text) => line.push_str(text),
            Err(_) => line.push_str(&String::from_utf8_lossy(bytes)),
        }
        Ok(Some(self.number))
    }
}

/// The text of a file as UTF-8.
/// # Errors
/// What the system says.
pub fn text<'a>(entry: &Entry, source: &'a dyn Source, encoding: TextEncoding) -> io::Result<Box<dyn BufRead + 'a>> {
    let reader = entry.open(source)?;
    if encoding == TextEncoding::Utf8 {
        return Ok(Box::new(BufReader::with_capacity(64 << 10, reader)));
    }
    Ok(Box::new(BufReader::with_capacity(64 << 10, Decoded::new(reader, encoding))))
}
