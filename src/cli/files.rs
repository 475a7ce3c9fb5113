//! Reading and writing files, with errors that say which one.

use std::fs;
use std::io::Read;
use std::path::Path;

use dif_sr::error::{Error, Result};

/// Reads a file.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|error| unreadable(path, &error))
}

fn unreadable(path: &Path, error: &std::io::Error) -> Error {
    Error::File {
        file: path.display().to_string(),
        found: error.to_string(),
        expected: "a file that can be read".into(),
        advice: "Check its name and the folder you are in.".into(),
    }
}

/// How far into a file is looked to tell what it is.
const HEAD: u64 = 4096;

/// Reads the begin of a file.
pub fn head(path: &Path) -> Result<Vec<u8>> {
    let mut head = Vec::new();
    let read = fs::File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut head));
    read.map(|_| head).map_err(|error| unreadable(path, &error))
}

/// Reads a text.
pub fn read_text(path: &Path) -> Result<String> {
    String::from_utf8(read(path)?).map_err(|error| Error::File {
        file: path.display().to_string(),
        found: error.to_string(),
        expected: "text in UTF-8".into(),
        advice: "Save the file again with the encoding UTF-8.".into(),
    })
}

/// Writes a file, and the folders above it. Whoever reads it finds the old content or the new one, never a part: it is
/// written beside and then renamed.
pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let beside = path.with_added_extension("part");
    let attempt = || {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&beside, bytes)?;
        fs::File::open(&beside)?.sync_all()?;
        fs::rename(&beside, path)
    };
    attempt().map_err(|error| unwritable(path, &error))
}

/// The error of a file that cannot be written.
pub fn unwritable(path: &Path, error: &std::io::Error) -> Error {
    Error::File {
        file: path.display().to_string(),
        found: error.to_string(),
        expected: "a file that can be written".into(),
        advice: "Choose another folder with --out.".into(),
    }
}
