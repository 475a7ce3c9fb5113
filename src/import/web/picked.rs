//! A file that the visitor chose, read piece by piece.

use std::io::{self, Read, Seek, SeekFrom};

use dif_sr_import::Source;
use dif_sr_import::source::ReadSeek;
use js_sys::{Function, Uint8Array};
use wasm_bindgen::JsValue;
use web_sys::{File, FileReaderSync};

use crate::of_browser;

/// Bytes that are fetched at a time.
const PIECE: u64 = 1 << 20;

/// A file, and who hears how far it is read.
pub struct Picked<'a> {
    file: File,
    name: String,
    heard: &'a Function,
}

impl<'a> Picked<'a> {
    /// A file.
    pub fn new(file: File, heard: &'a Function) -> Self {
        let name = file.name();
        Self { file, name, heard }
    }
}

impl Source for Picked<'_> {
    fn name(&self) -> &str {
        &self.name
    }

    fn bytes(&self) -> u64 {
        self.file.size() as u64
    }

    fn open(&self) -> io::Result<Box<dyn ReadSeek + '_>> {
        let reader = FileReaderSync::new().map_err(|error| of_browser(&error))?;
        Ok(Box::new(Pieces { file: self, reader, at: 0, piece: Vec::new(), start: 0 }))
    }
}

/// A file at some place.
struct Pieces<'a> {
    file: &'a Picked<'a>,
    reader: FileReaderSync,
    at: u64,
    /// What was fetched last, from `start` on.
    piece: Vec<u8>,
    start: u64,
}

impl Pieces<'_> {
    fn fetch(&mut self) -> io::Result<()> {
        let end = (self.at + PIECE).min(self.file.bytes());
        let slice = self.file.file.slice_with_f64_and_f64(self.at as f64, end as f64);
        let bytes = slice.and_then(|slice| self.reader.read_as_array_buffer(&slice));
        self.piece = Uint8Array::new(bytes.map_err(|error| of_browser(&error))?.as_ref()).to_vec();
        self.start = self.at;
        // Nobody waits for an answer, and a page that is gone hears nothing.
        let _ = self.file.heard.call2(&JsValue::NULL, &self.file.name.as_str().into(), &(end as f64).into());
        Ok(())
    }
}

impl Read for Pieces<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.at >= self.file.bytes() {
            return Ok(0);
        }
        let is_here = self.at >= self.start && self.at < self.start + self.piece.len() as u64;
        if !is_here {
            self.fetch()?;
        }
        let from = (self.at - self.start) as usize;
        let count = into.len().min(self.piece.len().saturating_sub(from));
        into[..count].copy_from_slice(&self.piece[from..from + count]);
        self.at += count as u64;
        Ok(count)
    }
}

impl Seek for Pieces<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let base = match to {
            SeekFrom::Start(_) => 0,
            SeekFrom::Current(_) => self.at,
            SeekFrom::End(_) => self.file.bytes(),
        };
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::Current(by) | SeekFrom::End(by) => base.checked_add_signed(by),
        };
        self.at = at.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "a place before the file"))?;
        Ok(self.at)
    }
}
