//! Readers that watch what comes out of compressed files.

use std::io::{self, Read};

use flate2::Crc;

/// What may come out of any file, and how many times its own size beyond that. Tables shrink to a tenth, rarely to a fiftieth;
/// files made to fill a memory shrink to a thousandth.
const FREE: u64 = 256 << 20;
const MOST_TIMES: u64 = 200;

/// Stops where a compressed file grows beyond measure.
pub struct Guard<R> {
    inner: R,
    left: u64,
}

impl<R> Guard<R> {
    /// Watches what comes out of `bytes` compressed bytes.
    pub fn new(inner: R, bytes: u64) -> Self {
        Self { inner, left: FREE.max(bytes.saturating_mul(MOST_TIMES)) }
    }
}

impl<R: Read> Read for Guard<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.left = self.left.checked_sub(count as u64).ok_or_else(|| {
            io::Error::other(format!("a compressed file that grows to more than {MOST_TIMES} times its size"))
        })?;
        Ok(count)
    }
}

/// Compares what came out of a zip file with the size and the check sum written there.
pub struct Checked<R> {
    inner: R,
    crc: Crc,
    size: u64,
    expected: u32,
}

impl<R> Checked<R> {
    /// Expects `size` bytes with the check sum `expected`.
    pub fn new(inner: R, size: u64, expected: u32) -> Self {
        Self { inner, crc: Crc::new(), size, expected }
    }
}

impl<R: Read> Read for Checked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.crc.update(&buffer[..count]);
        let is_at_end = count == 0 && !buffer.is_empty();
        // `amount` counts modulo 2^32.
        #[expect(clippy::cast_possible_truncation, reason = "compared modulo 2^32")]
        let is_whole = self.crc.amount() == self.size as u32 && self.crc.sum() == self.expected;
        if is_at_end && !is_whole {
            return Err(io::Error::other("a compressed file that does not fit its check sum"));
        }
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_its_check_sum_is_an_error_at_the_end() {
        let mut crc = Crc::new();
        crc.update(b"abc");
        let read = |size, sum| Checked::new(b"abc".as_slice(), size, sum).read_to_end(&mut Vec::new());
        assert_eq!(read(3, crc.sum()).unwrap(), 3);
        assert!(read(3, crc.sum() ^ 1).is_err() && read(4, crc.sum()).is_err());
    }

    #[test]
    fn growth_beyond_measure_is_an_error() {
        let mut guard = Guard { inner: io::repeat(0), left: 100 };
        let error = guard.read(&mut [0; 101]).unwrap_err();
        assert!(error.to_string().contains("200 times"), "{error}");
    }
}
