//! Files as they come: opened as often as they are needed, read from the beginning, never held whole.

use std::io::{self, Cursor, Read, Seek};

/// What a file is read through. Zip files keep their directory at the end, so it can be sought.
pub trait ReadSeek: Read + Seek {}

impl<T: Read + Seek> ReadSeek for T {}

/// A file that somebody gave.
pub trait Source {
    /// Its name as the visitor knows it.
    fn name(&self) -> &str;
    /// Its size in bytes.
    fn bytes(&self) -> u64;
    /// Opens it at its beginning.
    /// # Errors
    /// What the system says.
    fn open(&self) -> io::Result<Box<dyn ReadSeek + '_>>;
}

/// A file that lies in memory.
#[derive(Debug, Clone, Copy)]
pub struct Held<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its content.
    pub content: &'a [u8],
}

impl Source for Held<'_> {
    fn name(&self) -> &str {
        self.name
    }

    fn bytes(&self) -> u64 {
        self.content.len() as u64
    }

    fn open(&self) -> io::Result<Box<dyn ReadSeek + '_>> {
        Ok(Box::new(Cursor::new(self.content)))
    }
}
