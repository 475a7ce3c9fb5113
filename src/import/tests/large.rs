//! Large files, files in files, and files that were made to harm.

use std::fmt::Write as _;
use std::io::Write as _;
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::write::GzEncoder;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::support::{held, raw};

/// Far more than it takes, and far less than somebody waits.
const SOON: Duration = Duration::from_mins(1);

fn log(clicks: usize) -> Vec<u8> {
    let mut text = String::from("user_id,item_id,timestamp\n");
    for click in 0..clicks {
        let _ = writeln!(text, "u{},i{},{}", click % 50_021, click * 7919 % 20_011, 1_500_000_000 + click);
    }
    text.into_bytes()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in files {
        archive.start_file(*name, options).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn one(name: &str, bytes: Vec<u8>) -> dif_sr_import::Report {
    held(&[(name.to_owned(), bytes)], "{}").0
}

#[test]
fn a_million_clicks_are_read_within_seconds() {
    let bytes = log(1_000_000);
    let began = Instant::now();
    let report = one("clicks.csv", bytes);
    println!("a million clicks in {:.1} s", began.elapsed().as_secs_f64());
    assert_eq!(raw(&report), (50_021, 20_011, 1_000_000));
    assert!(began.elapsed() < SOON);
}

#[test]
fn compressed_files_hold_what_they_hold() {
    let plain = log(500);
    let expected = raw(&one("a.csv", plain.clone()));
    assert_eq!(raw(&one("a.csv.gz", gzip(&plain))), expected);
    assert_eq!(raw(&one("a.zip", zip(&[("folder/a.csv", &plain), ("__MACOSX/._a.csv", b"x")]))), expected);
    assert_eq!(raw(&one("a.zip", zip(&[("a.csv.gz", &gzip(&plain))]))), expected);
}

#[test]
fn a_file_that_grows_beyond_measure_is_refused() {
    let began = Instant::now();
    let bomb = gzip(&vec![b'0'; 300 << 20]);
    let refused = one("bomb.csv.gz", bomb.clone()).refused.unwrap();
    assert!(refused.found.contains("200 times"), "{refused}");
    let report = one("bomb.zip", zip(&[("bomb.csv", &vec![b'0'; 300 << 20])]));
    assert!(report.refused.is_some());
    assert!(report.files.iter().any(|file| file.reason.contains("200 times")), "{:?}", report.files);
    assert!(began.elapsed() < 2 * SOON);
}

#[test]
fn paths_that_lead_out_of_an_archive_are_not_followed() {
    let report = one("a.zip", zip(&[("../../etc/cron.d/x", b"user,item\na,b\n"), ("ok.csv", &log(50))]));
    assert_eq!(report.raw.unwrap().interactions, 50);
    let outside = report.files.iter().find(|file| file.name.contains("cron")).unwrap();
    assert!(outside.reason.contains("leads out"), "{}", outside.reason);
}

#[test]
fn an_archive_that_is_cut_or_changed_is_refused() {
    let whole = zip(&[("a.csv", &log(500))]);
    assert!(one("a.zip", whole[..whole.len() / 2].to_vec()).refused.unwrap().found.contains("broken"));
    let mut changed = whole;
    changed[60] ^= 0x55;
    assert!(one("a.zip", changed).refused.is_some());
    let mut cut = gzip(&log(500));
    cut.truncate(cut.len() - 9);
    assert!(one("a.csv.gz", cut).refused.is_some());
}

#[test]
fn a_quote_that_never_closes_costs_nothing_but_itself() {
    let mut text = String::from("user,item,title,time\n");
    for row in 0..2000 {
        let title = if row == 900 { "\"open" } else { "\"a, b\"" };
        let _ = writeln!(text, "u{},i{},{title},{}", row % 40, row % 30, 1_500_000_000 + row);
    }
    let report = one("a.csv", text.into_bytes());
    assert_eq!(report.raw.unwrap().interactions, 2000);
    assert!(
        report.repairs.iter().any(|repair| repair.what.contains("never close") && repair.first.line == Some(902)),
        "{:?}",
        report.repairs
    );
}

#[test]
fn rows_that_cannot_be_read_are_listed_and_counted() {
    let mut text = String::from("user,item,time\n");
    for row in 0..1000 {
        let time = if row % 20 == 7 { "soon".to_owned() } else { (1_500_000_000 + row).to_string() };
        let _ = writeln!(text, "u{},i{},{time}", row % 40, row % 30);
    }
    let report = one("a.csv", text.into_bytes());
    assert_eq!(report.raw.unwrap().interactions, 950);
    assert_eq!((report.problems.len(), report.problems.iter().map(|problem| problem.count).sum::<u64>()), (20, 50));
    assert_eq!((report.problems[0].line, report.problems[0].column.as_deref()), (Some(9), Some("time")));
}
