//! What lies in the given files: gzip and zip are looked into, by streams; nothing is unpacked to a disk.

use std::io::{self, BufReader, Read, SeekFrom};

use flate2::read::{DeflateDecoder, MultiGzDecoder};
use zip::{CompressionMethod, ZipArchive};

use crate::guard::{Checked, Guard};
use crate::not_data::{self, NotData};
use crate::problem::Refusal;
use crate::source::Source;

/// Most files that are looked at in one zip.
const MOST_ENTRIES: usize = 10_000;
/// Bytes at the beginning of a file that say what it is.
const HEAD: usize = 4096;

/// One table to be read: a given file, or what lies in one.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its name: of a file in a zip, the zip's name, a slash and the path inside.
    pub name: String,
    /// Bytes in the given file, compressed where it is.
    pub bytes: u64,
    /// Which of the given files.
    pub source: usize,
    layers: Vec<Layer>,
}

/// What is around the bytes of an entry, outermost first.
#[derive(Debug, Clone, Copy)]
enum Layer {
    Gzip,
    Zip { start: u64, stored: u64, size: u64, crc: u32, is_deflated: bool },
}

/// What a given file turned out to be.
#[derive(Debug)]
pub enum Content {
    /// A table, perhaps in gzip.
    One(Entry),
    /// A zip: the files inside that can be read, and the names and reasons of the others.
    Many {
        /// Those that can be read.
        entries: Vec<Entry>,
        /// The others: name and reason.
        left: Vec<(String, String)>,
    },
    /// No data.
    Not(NotData),
}

impl Entry {
    /// The last part of its name, without `.gz`.
    #[must_use]
    pub fn base(&self) -> &str {
        let base = self.name.rsplit(['/', '\\']).next().unwrap_or(&self.name);
        let plain = base.len().checked_sub(3).and_then(|at| base.split_at_checked(at));
        plain.filter(|(_, end)| end.eq_ignore_ascii_case(".gz")).map_or(base, |(plain, _)| plain)
    }

    /// Whether it lies in a zip.
    #[must_use]
    pub fn is_inside(&self) -> bool {
        self.layers.iter().any(|layer| matches!(layer, Layer::Zip { .. }))
    }

    /// Its bytes, with all layers taken off.
    /// # Errors
    /// What the system says; data that does not fit its own check sum, or grows beyond measure, while it is read.
    pub fn open<'a>(&self, source: &'a dyn Source) -> io::Result<Box<dyn Read + 'a>> {
        let mut file = source.open()?;
        if let Some(Layer::Zip { start, .. }) = self.layers.first() {
            file.seek(SeekFrom::Start(*start))?;
        }
        let mut reader: Box<dyn Read + 'a> = Box::new(file);
        for layer in &self.layers {
            reader = match *layer {
                Layer::Gzip => Box::new(Guard::new(MultiGzDecoder::new(BufReader::new(reader)), self.bytes)),
                Layer::Zip { stored, size, crc, is_deflated, .. } => {
                    let inside = BufReader::new(reader.take(stored));
                    let plain: Box<dyn Read + 'a> =
                        if is_deflated { Box::new(DeflateDecoder::new(inside)) } else { Box::new(inside) };
                    Box::new(Checked::new(Guard::new(plain, self.bytes), size, crc))
                }
            };
        }
        Ok(reader)
    }
}

/// Looks into a given file.
/// # Errors
/// [`Refusal`] if it cannot be read.
pub fn look(index: usize, source: &dyn Source) -> Result<Content, Refusal> {
    let file = source.name();
    let unreadable = |error: &io::Error| Refusal::unreadable(file, error);
    let mut entry = Entry { name: file.into(), bytes: source.bytes(), source: index, layers: Vec::new() };
    let mut bytes = head(&entry, source).map_err(|error| unreadable(&error))?;
    if bytes.is_empty() {
        return Ok(Content::Not(not_data::EMPTY));
    }
    if bytes.starts_with(b"\x1f\x8b") {
        entry.layers.push(Layer::Gzip);
        bytes = head(&entry, source).map_err(|error| unreadable(&error))?;
        if bytes.is_empty() {
            return Ok(Content::Not(not_data::EMPTY));
        }
        if bytes.starts_with(b"\x1f\x8b") || bytes.starts_with(b"PK\x03\x04") || is_tar(&bytes) {
            return Ok(Content::Not(ARCHIVE_IN_GZIP));
        }
    }
    if entry.layers.is_empty() && (bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")) {
        return look_into_zip(index, source);
    }
    if is_tar(&bytes) {
        return Ok(Content::Not(TAR));
    }
    Ok(not_data::recognise(&bytes).map_or(Content::One(entry), Content::Not))
}

const TAR: NotData = NotData {
    found: "a tar archive",
    advice: "Unpack it (tar xf FILE) and choose the files inside, or pack them as .zip.",
};
const ARCHIVE_IN_GZIP: NotData =
    NotData { found: "an archive in gzip", advice: "Unpack it and choose the files inside, or pack them as .zip." };

/// The mark of POSIX archives.
fn is_tar(head: &[u8]) -> bool {
    head.get(257..262) == Some(b"ustar")
}

fn head(entry: &Entry, source: &dyn Source) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(HEAD);
    entry.open(source)?.take(HEAD as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn look_into_zip(index: usize, source: &dyn Source) -> Result<Content, Refusal> {
    let file = source.name();
    let broken = |found: String| {
        Refusal::of_file(
            "broken_zip",
            file,
            found,
            "a complete zip file",
            "Download it again, or unpack it and choose the files inside.",
        )
    };
    let reader = source.open().map_err(|error| Refusal::unreadable(file, &error))?;
    let mut archive =
        ZipArchive::new(reader).map_err(|error| broken(format!("a zip file that is broken ({error})")))?;
    if let Some(what) = not_data::document_in_zip(archive.file_names().flatten()) {
        return Ok(Content::Not(what));
    }
    if archive.len() > MOST_ENTRIES {
        return Err(Refusal::of_file(
            "too_many_files",
            file,
            format!("a zip file with {} files", archive.len()),
            format!("at most {MOST_ENTRIES} files"),
            "Unpack it and choose the files with the data.",
        ));
    }
    let (mut entries, mut left) = (Vec::new(), Vec::new());
    for at in 0..archive.len() {
        let inside =
            archive.by_index_raw(at).map_err(|error| broken(format!("a zip file that is broken ({error})")))?;
        let name = inside.name().map_or_else(|_| format!("file {}", at + 1), std::borrow::Cow::into_owned);
        if inside.is_dir() || is_of_the_system(&name) {
            continue;
        }
        let shown = format!("{file}/{name}");
        if inside.enclosed_name().is_none() {
            left.push((shown, "a path that leads out of the archive".to_owned()));
            continue;
        }
        if inside.encrypted() {
            left.push((shown, "a file with a password".to_owned()));
            continue;
        }
        let is_deflated = match inside.compression() {
            CompressionMethod::Stored => false,
            CompressionMethod::Deflated => true,
            other => {
                left.push((shown, format!("a file compressed by {other}")));
                continue;
            }
        };
        let Some(start) = inside.data_start() else {
            left.push((shown, "a file whose place is not known".to_owned()));
            continue;
        };
        let layer = Layer::Zip {
            start,
            stored: inside.compressed_size(),
            size: inside.size(),
            crc: inside.crc32(),
            is_deflated,
        };
        let mut entry = Entry { name: shown, bytes: inside.compressed_size(), source: index, layers: vec![layer] };
        drop(inside);
        match head(&entry, source) {
            Ok(bytes) if bytes.starts_with(b"\x1f\x8b") => {
                entry.layers.push(Layer::Gzip);
                entries.push(entry);
            }
            Ok(bytes) if bytes.starts_with(b"PK\x03\x04") => {
                left.push((entry.name, "a zip file in a zip file".to_owned()));
            }
            Ok(bytes) => match not_data::recognise(&bytes) {
                Some(what) => left.push((entry.name, what.found.to_owned())),
                None if bytes.is_empty() => left.push((entry.name, "an empty file".to_owned())),
                None => entries.push(entry),
            },
            Err(error) => left.push((entry.name, error.to_string())),
        }
    }
    if entries.is_empty() && left.is_empty() {
        return Err(broken("a zip file without a file in it".to_owned()));
    }
    Ok(Content::Many { entries, left })
}

/// What operating systems put into archives beside the files.
fn is_of_the_system(name: &str) -> bool {
    let base = name.rsplit('/').next().unwrap_or(name);
    name.starts_with("__MACOSX/")
        || name.contains("/__MACOSX/")
        || base.starts_with("._")
        || matches!(base, ".DS_Store" | "Thumbs.db" | "desktop.ini")
}
