//! Files that are no table, by their first bytes: what they are and what to do, in one sentence each.

/// What a file is that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotData {
    /// What was found.
    pub found: &'static str,
    /// What to do.
    pub advice: &'static str,
}

const OTHER_COPY: &str = "Download the file itself, not the page around it.";
const EXPORT: &str = "Open it where it was made and export the table as CSV or TSV.";

/// First bytes, what they begin, what to do.
const SIGNATURES: [(&[u8], &str, &str); 22] = [
    (
        b"PAR1",
        "a Parquet file",
        "Write it as CSV: in Python, pandas.read_parquet(\"FILE\").to_csv(\"FILE.csv\", index=False).",
    ),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an Excel or Word file of the old kind",
        "Save the sheet as CSV (UTF-8) in the spreadsheet.",
    ),
    (b"%PDF-", "a PDF document", EXPORT),
    (b"\x89PNG", "a picture (PNG)", "Choose the file with the table."),
    (b"\xff\xd8\xff", "a picture (JPEG)", "Choose the file with the table."),
    (b"GIF8", "a picture (GIF)", "Choose the file with the table."),
    (b"BM6", "a picture (BMP)", "Choose the file with the table."),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "Unpack it and choose the files inside, or pack them as .zip."),
    (b"Rar!\x1a\x07", "a RAR archive", "Unpack it and choose the files inside, or pack them as .zip."),
    (b"BZh", "a bzip2 file", "Unpack it (bunzip2 FILE) and choose what comes out."),
    (b"\xfd7zXZ\x00", "an xz file", "Unpack it (unxz FILE) and choose what comes out."),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file", "Unpack it (zstd -d FILE) and choose what comes out."),
    (
        b"SQLite format 3\x00",
        "an SQLite database",
        "Export its table as CSV: sqlite3 -header -csv FILE \"select * from TABLE\".",
    ),
    (b"Obj\x01", "an Avro file", EXPORT),
    (b"ORC", "an ORC file", EXPORT),
    (
        b"ARROW1",
        "an Arrow or Feather file",
        "Write it as CSV: in Python, pandas.read_feather(\"FILE\").to_csv(\"FILE.csv\", index=False).",
    ),
    (
        b"\x93NUMPY",
        "a NumPy array",
        "Write it as CSV: in Python, numpy.savetxt(\"FILE.csv\", numpy.load(\"FILE\"), delimiter=\",\").",
    ),
    (b"\x89HDF\r\n\x1a\n", "an HDF5 file", EXPORT),
    (
        b"version https://git-lfs.github.com/spec/",
        "a Git LFS pointer, which stands for a file that was not downloaded",
        "Fetch the file itself: git lfs pull.",
    ),
    (b"{\\rtf", "a Rich Text document", "Save it as plain text."),
    (b"\x7fELF", "a program", "Choose the file with the table."),
    (b"MZ\x90", "a program", "Choose the file with the table."),
];

/// What `head`, the first bytes of a file, begins, if it is no table.
#[must_use]
pub fn recognise(head: &[u8]) -> Option<NotData> {
    let known = SIGNATURES.iter().find(|(bytes, ..)| head.starts_with(bytes));
    if let Some(&(_, found, advice)) = known {
        return Some(NotData { found, advice });
    }
    // Python's pickle, protocols 2 to 5.
    if head.len() > 2 && head[0] == 0x80 && (2..=5).contains(&head[1]) && head.contains(&0) {
        let advice =
            "Write its table as CSV: in Python, pandas.read_pickle(\"FILE\").to_csv(\"FILE.csv\", index=False).";
        return Some(NotData { found: "a Python pickle", advice });
    }
    is_web_page(head).then_some(NotData { found: "a web page", advice: OTHER_COPY })
}

/// Whether text begins as HTML or XML does.
fn is_web_page(head: &[u8]) -> bool {
    let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    let beginning = text[..text.len().min(15)].to_ascii_lowercase();
    ["<!doctype", "<html", "<head", "<body", "<?xml", "<!--"].iter().any(|tag| beginning.starts_with(tag.as_bytes()))
}

/// A zip file that is really a document, by the names inside.
#[must_use]
pub fn document_in_zip(mut names: impl Iterator<Item = impl AsRef<str>>) -> Option<NotData> {
    let sheet = "Save the sheet as CSV (UTF-8) in the spreadsheet.";
    names.find_map(|name| match name.as_ref() {
        name if name.starts_with("xl/") => Some(NotData { found: "an Excel workbook", advice: sheet }),
        name if name.starts_with("word/") => Some(NotData { found: "a Word document", advice: EXPORT }),
        name if name.starts_with("ppt/") => Some(NotData { found: "a PowerPoint document", advice: EXPORT }),
        "content.xml" => Some(NotData { found: "an OpenDocument file", advice: sheet }),
        _ => None,
    })
}

/// A file of zero bytes.
pub const EMPTY: NotData =
    NotData { found: "an empty file", advice: "The download may have failed: fetch the file again." };

/// Bytes that no text has.
pub const BINARY: NotData =
    NotData { found: "no text: it holds NUL bytes", advice: "Choose the file with the table, or export it as CSV." };

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_says_what_it_is_whatever_its_name() {
        let found = |head: &[u8]| recognise(head).map(|what| what.found);
        assert_eq!(found(b"PAR1\x15\x04"), Some("a Parquet file"));
        assert_eq!(found(b"\n <!DOCTYPE html>"), Some("a web page"));
        assert_eq!(
            found(b"version https://git-lfs.github.com/spec/v1\noid"),
            Some("a Git LFS pointer, which stands for a file that was not downloaded")
        );
        assert_eq!(found(b"user_id:token\t"), None);
        assert_eq!(found(b""), None);
    }
}
