//! Files that are no text, told by their bytes: what they are, and what to do.

use crate::error::{Error, Result};

/// How far into a file is looked for what only some files of a kind begin with.
const HEAD: usize = 1 << 16;

const UNPACK: &str = "Unpack it, and open the file inside.";
const EXPORT: &str = "Save the table as text, separated by tabs.";
const FETCH: &str = "The download brought this in place of the file: fetch the file itself.";

/// First bytes, what they tell, and what to do.
const KINDS: [(&[u8], &str, &str); 14] = [
    (b"\x1f\x8b", "a gzip archive", UNPACK),
    (b"PK\x03\x04", "a zip archive", UNPACK),
    (b"BZh", "a bzip2 archive", UNPACK),
    (b"\xfd7zXZ", "an xz archive", UNPACK),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", UNPACK),
    (b"7z\xbc\xaf", "a 7z archive", UNPACK),
    (b"PAR1", "a Parquet file", EXPORT),
    (b"\xd0\xcf\x11\xe0", "an old Excel or Office file", EXPORT),
    (b"%PDF", "a PDF", EXPORT),
    (b"\x89PNG", "a picture", EXPORT),
    (b"\xff\xd8\xff", "a picture", EXPORT),
    (b"GIF8", "a picture", EXPORT),
    (b"RIFF", "a picture or a sound", EXPORT),
    (b"version https://git-lfs", "a Git LFS pointer, not the file", FETCH),
];

/// Refuses what is no text and what only stands in for a file.
/// # Errors
/// [`Error::File`] with what it is.
pub fn refuse_no_text(file: &str, bytes: &[u8]) -> Result<()> {
    let Some((found, advice)) = what(bytes) else { return Ok(()) };
    let (file, found, advice) = (file.into(), found.into(), advice.into());
    Err(Error::File { file, found, expected: "a table as text".into(), advice })
}

/// What the bytes are, if they are no text.
fn what(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let head = &bytes[..bytes.len().min(HEAD)];
    // A user may be called PAR1: bytes that could be text are.
    let is_binary = bytes.contains(&0) || std::str::from_utf8(head).is_err_and(|error| error.error_len().is_some());
    let is = |first: &[u8], advice: &str| bytes.starts_with(first) && (is_binary || advice == FETCH);
    if let Some(&(first, found, advice)) = KINDS.iter().find(|&&(first, _, advice)| is(first, advice)) {
        let is_sheet = first == b"PK\x03\x04" && head.windows(3).any(|name| name == b"xl/");
        return Some(if is_sheet { ("an Excel file", EXPORT) } else { (found, advice) });
    }
    let start = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    let begins = |with: &[u8]| start.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    if begins(b"<!doctype") || begins(b"<html") {
        return Some(("a web page", FETCH));
    }
    // Other bytes that are not UTF-8 may be text in another encoding, whose line can be named.
    bytes.contains(&0).then_some(("bytes that are no text", EXPORT))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(bytes: &[u8]) -> Option<&'static str> {
        what(bytes).map(|(found, _)| found)
    }

    #[test]
    fn what_is_no_text_is_told_by_its_bytes() {
        for (first, expected, _) in KINDS {
            assert_eq!(found(&[first, b" and \0 more"].concat()), Some(expected));
        }
        assert_eq!(found(b"PK\x03\x04\0\0xl/workbook.xml"), Some("an Excel file"));
        assert_eq!(found(b"\xef\xbb\xbf\n <!DocType html><html>"), Some("a web page"));
        assert_eq!(found(b"user_id:token\titem_id:token\nann\ta\0b\n"), Some("bytes that are no text"));
    }

    #[test]
    fn text_is_left_alone() {
        for text in ["", "user_id:token\titem_id:token\n", "<", "<b>\t1", "PAR1 a b", "{\"1\": [2]}", "é 1 2"] {
            assert_eq!(found(text.as_bytes()), None, "{text}");
        }
    }
}
