//! Files of the command line as the importer reads them: by streams, and as often as it needs.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use dif_sr::data::imported::Period;
use dif_sr::error::{Error, Result};
use dif_sr_import::problem::{Problem, Refusal, Tally};
use dif_sr_import::source::ReadSeek;
use dif_sr_import::times::{read_iso, read_number};
use dif_sr_import::{Choices, Imported, Report, Source, import};

use super::files;

/// A file on a disk.
struct OnDisk {
    path: PathBuf,
    name: String,
}

impl Source for OnDisk {
    fn name(&self) -> &str {
        &self.name
    }

    fn bytes(&self) -> u64 {
        self.path.metadata().map_or(0, |data| data.len())
    }

    fn open(&self) -> io::Result<Box<dyn ReadSeek + '_>> {
        Ok(Box::new(File::open(&self.path)?))
    }
}

/// Reads files as the importer does.
pub fn read(paths: &[PathBuf], choices: &Choices) -> (Report, Option<Imported>) {
    let files: Vec<OnDisk> = paths.iter().map(|path| OnDisk { name: short_name(path), path: path.clone() }).collect();
    let sources: Vec<&dyn Source> = files.iter().map(|file| file as &dyn Source).collect();
    let (mut report, imported) = import(&sources, choices);
    if let Some(Refusal { tally: Some(Tally { rows, bad }), advice, .. }) = &mut report.refused {
        *advice = format!("{advice} To read the other {} alone: --leave-out-bad-rows.", *rows - *bad);
    }
    (report, imported)
}

/// The columns file at a path; guesses alone without one.
pub fn choices(path: Option<&Path>) -> Result<Choices> {
    let Some(path) = path else { return Ok(Choices::default()) };
    Choices::read(&files::read_text(path)?).map_err(|error| Error::File {
        file: path.display().to_string(),
        found: error.to_string(),
        expected: "a columns file, such as {\"columns\": {\"when\": {\"role\": \"time\", \"unit\": \"ms\"}}}".into(),
        advice: "Correct it; `dif-sr inspect` prints the names of the columns.".into(),
    })
}

/// The seconds from the beginning of one day to the end of another, or from and to moments.
pub fn period(from: Option<&str>, to: Option<&str>) -> Result<Period> {
    let read = |field: &str, text: &str| {
        let stamp = read_iso(text).or_else(|| read_number(text));
        let expected = "a date such as 2016-05-09, a time such as 2016-05-09T10:30:00Z, or seconds since 1970";
        stamp.map(|stamp| stamp.whole).ok_or_else(|| Error::config(field, text, expected))
    };
    let from = from.map(|text| read("from", text)).transpose()?;
    let to = to.map(|text| {
        // A day alone means all of it.
        let is_day = read_iso(text).is_some() && !text.contains(':');
        read("to", text).map(|second| if is_day { second + 86_399 } else { second })
    });
    Ok(Period { from, to: to.transpose()? })
}

/// Refusals that somebody can mend by saying what the columns are for.
const OF_COLUMNS: [&str; 7] =
    ["no_log", "no_user_or_item", "no_item", "no_such_column", "time", "separator", "columns_file"];

/// What the importer refused, as an error of the command line.
pub fn error(refusal: Refusal) -> Error {
    let Refusal { code, file, line, found, expected, mut advice, .. } = refusal;
    if OF_COLUMNS.contains(&code) {
        advice.push_str(" Roles stand in a columns file (--columns; see dif-sr inspect --help).");
    }
    match line.and_then(|line| usize::try_from(line).ok()) {
        Some(line) => Error::Malformed { file, line, found, expected, advice },
        None => Error::File { file, found, expected, advice },
    }
}

/// An error of the command line, as the report holds it.
pub fn refusal(error: &Error, file: &str) -> Refusal {
    match error.clone() {
        Error::File { file, found, expected, advice } => Refusal::of_file("file", &file, found, expected, advice),
        Error::Config { field, found, expected } => {
            Refusal::of_file("setting", file, format!("the setting {field}: {found}"), expected, "Correct the option.")
        }
        other => {
            Refusal::of_file("other", file, other.to_string(), "data that can be trained on", "Choose other data.")
        }
    }
}

/// Says on standard error what was put right and what should be known.
pub fn say(report: &Report) {
    for repair in &report.repairs {
        let line = repair.first.line.map(|line| format!(", first in line {line}")).unwrap_or_default();
        eprintln!("{}: {} ({}{line})", repair.first.file, repair.what, repair.count);
    }
    for Problem { file, line, found, expected, advice, count, .. } in &report.problems {
        let line = line.map(|line| format!(", line {line}")).unwrap_or_default();
        let count = if *count > 1 { format!(" ({count} like it)") } else { String::new() };
        eprintln!("{file}{line}: found {found}, expected {expected}. {advice}{count}");
    }
}

/// The last part of a path.
pub fn short_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_day_is_kept_whole_however_it_is_written() {
        let whole = |to: &str| period(None, Some(to)).unwrap().to.unwrap();
        let end = whole("2016-05-09T23:59:59Z");
        for day in ["2016-05-09", "2016/05/09"] {
            assert_eq!(whole(day), end, "{day}");
        }
        assert_eq!(whole("-100"), -100, "seconds are seconds");
        assert_eq!(period(Some("2016-05-09"), None).unwrap().from.unwrap(), end - 86_399);
        assert!(period(Some("yesterday"), None).unwrap_err().to_string().contains("2016-05-09"));
    }
}
