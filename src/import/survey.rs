//! The first look at a whole file: its encoding, its line ends, a sample from its beginning, and whether it is another one's copy.

use std::io::{self, Read};

use crate::containers::Entry;
use crate::encoding::{self, TextEncoding};
use crate::not_data::{self, NotData};
use crate::source::Source;

/// Bytes that the form of a file is guessed from.
const SAMPLE: usize = 256 << 10;
/// Bytes above 127, with their neighbours, that an encoding is guessed from.
const HIGH: usize = 64 << 10;

/// What a file looks like.
#[derive(Debug, Clone)]
pub struct Survey {
    /// Its encoding.
    pub encoding: TextEncoding,
    /// Its beginning, decoded; ends with a whole line unless the first line is longer.
    pub sample: String,
    /// Whether the sample is all there is.
    pub is_whole: bool,
    /// Whether lines end with carriage returns alone.
    pub has_lone_returns: bool,
    /// Whether lines end with a carriage return and a line feed.
    pub has_windows_ends: bool,
    /// Size, all layers taken off.
    pub size: u64,
    /// The same for two files of the same content, and for hardly any others.
    pub fingerprint: u64,
}

/// Reads a file once; `told` is an encoding that somebody chose.
/// # Errors
/// What the system says.
pub fn survey(entry: &Entry, source: &dyn Source, told: Option<TextEncoding>) -> io::Result<Result<Survey, NotData>> {
    let mut reader = entry.open(source)?;
    let mut seen = Seen::default();
    let mut block = vec![0; 64 << 10];
    loop {
        let count = reader.read(&mut block)?;
        if count == 0 {
            break;
        }
        seen.take(&block[..count]);
    }
    seen.cut |= !seen.utf8.rest.is_empty();
    Ok(seen.conclude(told))
}

struct Seen {
    head: Vec<u8>,
    high: Vec<u8>,
    before: u8,
    was_high: bool,
    utf8: Utf8,
    cut: bool,
    feeds: u64,
    returns: u64,
    windows: u64,
    zeros: u64,
    size: u64,
    fingerprint: u64,
}

impl Default for Seen {
    fn default() -> Self {
        // FNV-1a's beginning.
        let fingerprint = 0xcbf2_9ce4_8422_2325;
        let (head, high) = (Vec::new(), Vec::new());
        Self {
            head,
            high,
            before: 0,
            was_high: false,
            utf8: Utf8::default(),
            cut: false,
            feeds: 0,
            returns: 0,
            windows: 0,
            zeros: 0,
            size: 0,
            fingerprint,
        }
    }
}

impl Seen {
    fn take(&mut self, bytes: &[u8]) {
        let room = SAMPLE - self.head.len();
        self.head.extend_from_slice(&bytes[..bytes.len().min(room)]);
        self.size += bytes.len() as u64;
        for &byte in bytes {
            self.fingerprint = (self.fingerprint ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            match byte {
                b'\n' if self.before == b'\r' => self.windows += 1,
                b'\n' => self.feeds += 1,
                b'\r' => self.returns += 1,
                0 => self.zeros += 1,
                _ => {}
            }
            self.before = byte;
        }
        if !bytes.is_ascii() || self.was_high {
            self.utf8.take(bytes);
            self.keep_high(bytes);
        } else if !self.utf8.rest.is_empty() {
            self.utf8.take(bytes);
        }
    }

    /// Keeps runs of bytes above 127 with the byte behind, which may be the second half of a character.
    fn keep_high(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            if (byte >= 0x80 || self.was_high) && self.high.len() < HIGH {
                self.high.push(byte);
            }
            self.was_high = byte >= 0x80;
        }
    }

    fn conclude(self, told: Option<TextEncoding>) -> Result<Survey, NotData> {
        let is_utf8 = self.utf8.is_valid && !self.cut && self.zeros == 0;
        let has_mark = self.head.starts_with(b"\xef\xbb\xbf");
        let encoding = told.unwrap_or_else(|| match (is_utf8, has_mark) {
            (_, true) => TextEncoding::Utf8Mark,
            (true, false) => TextEncoding::Utf8,
            (false, false) => encoding::guess(&self.head, &self.high),
        });
        let is_wide = matches!(encoding, TextEncoding::Utf16Le | TextEncoding::Utf16Be);
        if self.size == 0 {
            return Err(not_data::EMPTY);
        }
        if self.zeros > 0 && !is_wide {
            return Err(not_data::BINARY);
        }
        let mut sample = encoding.decode(&self.head);
        let is_whole = self.size == self.head.len() as u64;
        let has_lone_returns = if is_wide {
            !sample.contains('\n') && sample.contains('\r')
        } else {
            self.returns > self.windows && self.feeds + self.windows == 0
        };
        if let (false, Some(end)) = (is_whole, sample.rfind(if has_lone_returns { '\r' } else { '\n' })) {
            sample.truncate(end + 1);
        }
        if sample.trim().is_empty() && is_whole {
            return Err(not_data::EMPTY);
        }
        let has_windows_ends = if is_wide { sample.contains("\r\n") } else { self.windows > 0 };
        Ok(Survey {
            encoding,
            sample,
            is_whole,
            has_lone_returns,
            has_windows_ends,
            size: self.size,
            fingerprint: self.fingerprint,
        })
    }
}

/// Whether bytes that come in pieces are UTF-8.
struct Utf8 {
    is_valid: bool,
    rest: Vec<u8>,
}

impl Default for Utf8 {
    fn default() -> Self {
        Self { is_valid: true, rest: Vec::new() }
    }
}

impl Utf8 {
    fn take(&mut self, bytes: &[u8]) {
        if !self.is_valid {
            return;
        }
        let joined: Vec<u8>;
        let bytes = if self.rest.is_empty() {
            bytes
        } else {
            joined = [self.rest.as_slice(), bytes].concat();
            &joined
        };
        match std::str::from_utf8(bytes) {
            Ok(_) => self.rest = Vec::new(),
            Err(error) if error.error_len().is_none() => self.rest = bytes[error.valid_up_to()..].to_vec(),
            Err(_) => self.is_valid = false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(blocks: &[&[u8]]) -> Result<Survey, NotData> {
        let mut seen = Seen::default();
        for block in blocks {
            seen.take(block);
        }
        seen.cut |= !seen.utf8.rest.is_empty();
        seen.conclude(None)
    }

    #[test]
    fn characters_that_blocks_cut_are_whole() {
        let survey = of(&[b"caf\xc3", b"\xa9\n"]).unwrap();
        assert_eq!((survey.encoding, survey.sample.as_str()), (TextEncoding::Utf8, "café\n"));
        assert_eq!(of(&[b"caf\xc3"]).unwrap().encoding, TextEncoding::Latin1);
        assert_eq!(of(&[b"caf\xc3", b"x"]).unwrap().encoding, TextEncoding::Latin1);
    }

    #[test]
    fn an_accent_far_behind_the_sample_decides_too() {
        let early = vec![b'a'; SAMPLE + 5];
        assert_eq!(of(&[&early, b"Caf\xe9\n"]).unwrap().encoding, TextEncoding::Latin1);
    }

    #[test]
    fn line_ends_and_zeros_are_seen() {
        assert!(of(&[b"a\rb\rc"]).unwrap().has_lone_returns);
        let windows = of(&[b"a\r", b"\nb\r\n"]).unwrap();
        assert!(windows.has_windows_ends && !windows.has_lone_returns);
        assert_eq!(of(&[b"user\titem\nu1\0\ti1\nu2\ti2\nu3\ti3\nu4\ti4\n"]).unwrap_err(), not_data::BINARY);
        assert_eq!(of(&[b" \r\n"]).unwrap_err(), not_data::EMPTY);
    }
}
