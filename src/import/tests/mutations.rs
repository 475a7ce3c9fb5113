//! Damaged files: cut, overwritten, shuffled, joined. Nothing panics or hangs, and no row goes without a word.

use std::collections::BTreeMap;
use std::fs;
use std::thread;

use dif_sr_import::{Choices, Report};

use crate::support::{cases, held};

/// Damaged inputs in all.
const INPUTS: usize = 100_000;
/// Bytes of a file that is damaged: enough for every form to be known.
const LONGEST: usize = 1500;

/// Numbers that look random and are the same in every run (Marsaglia's xorshift).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end.max(1) as u64).unwrap()
    }
}

/// Every file of the cases that is data, cut.
fn seeds() -> Vec<(String, Vec<u8>)> {
    let mut folders: Vec<_> =
        fs::read_dir(cases()).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    let mut seeds = Vec::new();
    for folder in folders {
        let mut files: Vec<_> =
            fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect();
        files.sort();
        for path in files {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if !["case.md", "expected.json"].contains(&name.as_str()) {
                let mut bytes = fs::read(&path).unwrap();
                // Compressed files stay whole where they are small: their ends matter.
                if !name.ends_with("zip") && !name.ends_with("gz") {
                    bytes.truncate(LONGEST);
                }
                seeds.push((name, bytes));
            }
        }
    }
    seeds
}

const PIECES: [&[u8]; 24] = [
    b"\"",
    b"'",
    b"\t",
    b",",
    b";",
    b"|",
    b"::",
    b"\n",
    b"\r",
    b"\r\n",
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xe9",
    b"{",
    b"}",
    b"[[[[",
    b"\\u",
    b"nan",
    b"-1",
    b"1e99",
    b"99999999999999999999",
    b"PK\x03\x04",
    b"\x1f\x8b",
];

fn damage(bytes: &mut Vec<u8>, other: &[u8], random: &mut Random) {
    for _ in 0..=random.below(3) {
        let at = random.below(bytes.len() + 1);
        let length = random.below(40).min(bytes.len() - at);
        match random.below(8) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..at + length)),
            2 => {
                let piece = bytes[at..at + length].to_vec();
                let to = random.below(bytes.len() + 1);
                bytes.splice(to..to, piece);
            }
            3 if at < bytes.len() => bytes[at] = random.next().to_le_bytes()[0],
            4 if at < bytes.len() => bytes[at] ^= 1 << random.below(8),
            5 => {
                let from = random.below(other.len() + 1);
                let piece = other[from..(from + 60).min(other.len())].to_vec();
                bytes.splice(at..at, piece);
            }
            6 if !bytes.is_empty() => {
                let byte = bytes[random.below(bytes.len())];
                bytes.iter_mut().filter(|other| **other == byte).for_each(|other| *other = b' ');
            }
            _ => drop(bytes.splice(at..at, PIECES[random.below(PIECES.len())].iter().copied())),
        }
    }
}

/// Clicks, rows with a problem, and rows that a repair counts: all rows there are, where each row is a line.
fn check(files: &[(String, Vec<u8>)], report: &Report) {
    serde_json::to_string(report).unwrap();
    assert_ne!(report.raw.is_some(), report.refused.is_some());
    for (name, _) in files {
        assert!(report.files.iter().any(|file| file.name == *name), "{name} is named nowhere");
    }
    let Some(raw) = report.raw else { return };
    let [(_, bytes)] = files else { return };
    let is_simple = report.format == "recbole" && report.columns.iter().all(|column| column.role != "history");
    let is_plain = !bytes.starts_with(b"PK")
        && !bytes.starts_with(b"\x1f\x8b")
        && report.files[0].separator.as_deref() == Some("\t")
        && !bytes.contains(&b'"');
    if !is_simple || !is_plain || !report.files[0].encoding.unwrap().starts_with("UTF-8") {
        return;
    }
    let text = String::from_utf8_lossy(bytes);
    let ends = if report.repairs.iter().any(|repair| repair.what.contains("returns alone")) { '\r' } else { '\n' };
    let rows = text
        .split(ends)
        .map(|line| line.trim_end_matches('\r').trim_start_matches('\u{feff}'))
        .filter(|line| line.contains('\t') || !line.trim().is_empty())
        .count()
        - 1;
    let bad: u64 = report.problems.iter().filter(|problem| problem.line.is_some()).map(|problem| problem.count).sum();
    let left: u64 =
        report.repairs.iter().filter(|repair| repair.what.starts_with("rows ")).map(|repair| repair.count).sum();
    assert_eq!(raw.interactions as u64 + bad + left, rows as u64, "{text}");
}

/// Reads so many damaged files; counted by the reader that took them, and those that none took.
fn read_damaged(seeds: &[(String, Vec<u8>)], count: usize, mut random: Random) -> BTreeMap<String, usize> {
    let mut by_reader = BTreeMap::new();
    for _ in 0..count {
        let (name, bytes) = &seeds[random.below(seeds.len())];
        let (other_name, other) = &seeds[random.below(seeds.len())];
        let mut damaged = bytes.clone();
        damage(&mut damaged, other, &mut random);
        let mut files = vec![(name.clone(), damaged)];
        if random.below(4) == 0 && other_name != name {
            files.push((other_name.clone(), other.clone()));
        }
        let (report, _) = held(&files, "{}");
        check(&files, &report);
        let reader = if report.raw.is_some() { report.format } else { "refused".to_owned() };
        *by_reader.entry(reader).or_default() += 1;
    }
    by_reader
}

#[test]
fn damaged_files_are_read_or_refused_and_no_row_goes_without_a_word() {
    let seeds = seeds();
    let workers = thread::available_parallelism().map_or(2, usize::from);
    let mut by_reader: BTreeMap<String, usize> = BTreeMap::new();
    thread::scope(|scope| {
        let seeds = &seeds;
        let start = |worker: usize| {
            let random = Random(0x9e37_79b9_7f4a_7c15 ^ (worker as u64 + 1));
            scope.spawn(move || read_damaged(seeds, INPUTS.div_ceil(workers), random))
        };
        let reading: Vec<_> = (0..workers).map(start).collect();
        for (reader, count) in reading.into_iter().flat_map(|one| one.join().unwrap()) {
            *by_reader.entry(reader).or_default() += count;
        }
    });
    assert!(by_reader.len() > 5, "{by_reader:?}");
    // `npm run soak` reads these lines.
    for (reader, count) in by_reader {
        println!("damaged, {reader}: {count}");
    }
}

#[test]
fn damaged_columns_files_are_read_or_refused() {
    let seed = br#"{"encoding": "CP949", "separator": ";", "header": true, "order": "file", "repeats": "runs once", "columns": {"1": {"role": "time",
        "unit": "ms", "format": "%d", "part": "date", "kind": "bag", "separator": "|", "bins": 3, "long": "name", "at_least": 1, "keep": ["a"]}},
        "files": {"a": {"columns": {"2": {"role": "item"}}}}}"#;
    let mut random = Random(7);
    let data = ("a".to_owned(), b"x;y;z\n1;2;3\n4;5;6\n".to_vec());
    for _ in 0..2000 {
        let mut text = seed.to_vec();
        damage(&mut text, seed, &mut random);
        let text = String::from_utf8_lossy(&text);
        if Choices::read(&text).is_ok() {
            let (report, _) = held(std::slice::from_ref(&data), &text);
            check(std::slice::from_ref(&data), &report);
        }
    }
}
