//! The visible cases: counts as `expected.json` has them, the same sequences from a raw form and from its converted twin, and what is
//! told.

use dif_sr_import::Imported;

use crate::support::{case, expected, raw, sequences};

/// Case, files, columns file, where `expected.json` has the figures, format.
const READ: [(&str, &[&str], &str, &str, &str); 53] = [
    ("01", &["u.data", "u.item", "u.genre"], "{}", "", "movielens-100k"),
    ("02", &["ratings.csv", "movies.csv"], "{}", "", "movielens-csv"),
    ("03", &["ratings.dat", "movies.dat"], "{}", "", "movielens-1m"),
    ("04", &["reviews*", "meta*"], "{}", "", "amazon-2014"),
    ("05", &["ratings_Things_2014.csv"], "{}", "right", "amazon-2014"),
    ("05", &["Things_2018.csv"], "{}", "right", "amazon-2018"),
    ("06", &["Things.csv", "meta*"], "{}", "", "amazon-2023"),
    ("06", &["Things*", "meta*"], "{}", "", "amazon-2023"),
    ("07", &["yelp*"], "{}", "", "yelp"),
    ("08", &["steam*"], "{}", "", "steam"),
    ("09", &["userid*"], "{}", "right", "lastfm-1k"),
    ("09", &["with-header.inter"], "{}", "right", "recbole"),
    ("10", &["events.csv", "item_*", "category*"], "{}", "all events", "retailrocket"),
    ("10", &["events.csv"], r#"{"columns": {"event": {"keep": ["view"]}}}"#, "views", "retailrocket"),
    ("11", &["train*", "product*"], "{}", "right", "diginetica"),
    (
        "11",
        &["train*"],
        r#"{"columns": {"sessionId": {"role": "ignore"}, "userId": {"role": "user"}}}"#,
        "userId as user",
        "diginetica",
    ),
    ("12", &["yoochoose*"], "{}", "", "yoochoose"),
    ("13", &["sessions.inter"], "{}", "sessions", "recbole"),
    ("13", &["users*"], r#"{"columns": {"session_id": {"role": "ignore"}}}"#, "by user", "recbole"),
    ("14", &["user_log*"], "{}", "", "tmall"),
    ("15", &["Amazon*"], "{}", "log", "recbole"),
    ("16", &["hundred*"], "{}", "fourth exact", "recbole"),
    ("16", &["nano*"], "{}", "right", "recbole"),
    ("17", &["full*"], "{}", "full", "recbole"),
    ("17", &["mixed*"], "{}", "full", "recbole"),
    ("17", &["six*"], "{}", "six digits", "recbole"),
    ("18", &["ids*"], "{}", "ids", "recbole"),
    ("18", &["trailing*"], "{}", "trailing space read literally", "recbole"),
    ("19", &["huge.inter"], "{}", "", "recbole"),
    ("20", &["repeated*"], "{}", "as documented (every line counts)", "recbole"),
    ("20", &["repeated*"], r#"{"repeats": "equal rows once"}"#, "equal lines once", "recbole"),
    ("20", &["repeated*"], r#"{"repeats": "runs once"}"#, "runs of one item once", "recbole"),
    ("20", &["repeated*"], r#"{"repeats": "pairs once"}"#, "each pair once, the earliest", "recbole"),
    ("21", &["short.inter"], "{}", "", "recbole"),
    ("21", &["empty-user.txt"], "{}", "", "s3rec"),
    ("22", &["one-time*"], "{}", "one time", "recbole"),
    ("23", &["newest-first.txt"], "{}", "file order", "s3rec"),
    ("24", &["shop.inter", "lacks-p*"], "{}", "", "recbole"),
    ("25", &["shop.inter", "no-blank*"], "{}", "log", "recbole"),
    ("28", &["robot*"], "{}", "", "recbole"),
    ("29", &["three*"], "{}", "three", "recbole"),
    ("30", &["films*"], "{}", "", "recbole"),
    ("31", &["good.inter.gz"], "{}", "", "recbole"),
    ("31", &["zip-inside.inter"], "{}", "", "recbole"),
    ("31", &["mac-line-ends.inter"], "{}", "", "recbole"),
    ("32", &["shop*", "cp949*"], "{}", "", "recbole"),
    ("33", &["shop.*"], "{}", "", "recbole"),
    ("33", &["test-renamed*"], "{}", "", "recbole"),
    ("34", &["pairs.txt"], "{}", "", "pairs"),
    ("34", &["pairs-with*"], "{}", "", "pairs"),
    ("34", &["tabs.txt"], "{}", "", "s3rec"),
    ("35", &["user_seq*", "words*"], "{}", "", "s3rec"),
    ("50", &["many*"], "{}", "", "recbole"),
];

fn data(name: &str, files: &[&str], choices: &str) -> Imported {
    let (report, data) = case(name, files, choices);
    data.unwrap_or_else(|| panic!("{name} {files:?}: {:?}", report.refused))
}

#[test]
fn counts_are_those_of_the_oracle() {
    for (name, files, choices, key, format) in READ {
        let (report, _) = case(name, files, choices);
        assert_eq!(raw(&report), expected(name, key), "{name} {files:?}");
        assert_eq!(report.format, format, "{name} {files:?}");
        assert!(report.refused.is_none());
    }
}

#[test]
fn a_raw_form_and_its_converted_twin_are_the_same_sequences() {
    for (name, files, twin) in [
        ("01", &["u.data"], "converted.inter"),
        ("02", &["ratings.csv"], "converted.inter"),
        ("03", &["ratings.dat"], "converted.inter"),
        ("04", &["reviews*"], "converted.inter"),
        ("05", &["ratings*"], "converted.inter"),
        ("05", &["Things_2018.csv"], "converted.inter"),
        ("06", &["Things.csv"], "converted.inter"),
        ("07", &["yelp_academic_dataset_review*"], "converted.inter"),
        ("08", &["steam_reviews*"], "converted.inter"),
        ("09", &["userid*"], "converted.inter"),
        ("09", &["with-header*"], "converted.inter"),
        ("10", &["events.csv"], "all-events.inter"),
        ("11", &["train*"], "converted.inter"),
        ("12", &["yoochoose*"], "converted.inter"),
        ("13", &["sessions*"], "renamed.inter"),
        ("14", &["user_log*"], "converted.inter"),
        ("21", &["empty-user.txt"], "empty-user-removed.txt"),
        ("31", &["good.inter.gz"], "good.inter"),
        ("31", &["GOOD*"], "good.inter"),
        ("33", &["shop.*"], "whole.inter"),
        ("34", &["pairs.txt"], "sequences.txt"),
        ("34", &["pairs-with-time.txt"], "sequences.txt"),
        ("34", &["tabs.txt"], "sequences.txt"),
    ] {
        assert_eq!(sequences(&data(name, files, "{}")), sequences(&data(name, &[twin], "{}")), "{name} {files:?}");
    }
}

#[test]
fn attributes_are_those_of_the_cases() {
    let values = |name: &str, files: &[&str], choices: &str| -> Vec<(String, usize, usize)> {
        let items = data(name, files, choices).items;
        let of = |at: usize| {
            let attribute = &items.attributes[at];
            (attribute.name.clone(), attribute.values.rows() - 1, attribute.of_item.iter().map(Vec::len).sum())
        };
        (0..items.attributes.len()).map(of).collect()
    };
    let has = |found: &[(String, usize, usize)], name: &str, count: usize| {
        assert!(found.iter().any(|(known, values, _)| known == name && *values == count), "{name} {count}: {found:?}");
    };
    let films = values("01", &["u.data", "u.item"], "{}");
    let converted = values("01", &["converted*"], "{}");
    has(&films, "genres", converted.iter().find(|(name, ..)| name == "class").unwrap().1);
    has(&values("04", &["reviews*", "meta*"], "{}"), "categories", 10);
    has(&values("04", &["reviews*", "meta*"], "{}"), "brand", 5);
    has(&values("06", &["Things.csv", "meta*"], "{}"), "store", 5);
    has(&values("07", &["yelp*"], "{}"), "categories", 8);
    has(&values("07", &["yelp*"], "{}"), "city", 3);
    for (name, count) in [("cat_id", 7), ("seller_id", 4), ("brand_id", 6)] {
        has(&values("14", &["user_log*"], "{}"), name, count);
    }
    has(&values("15", &["Amazon*"], "{}"), "categories", 10);
    has(&values("15", &["Amazon*"], r#"{"columns": {"categories": {"separator": " "}}}"#), "categories", 17);
    has(&values("19", &["huge.txt", "huge.json"], "{}"), "attributes", 6);
    has(&values("35", &["user*", "zero*"], "{}"), "attributes", 3);
    has(&values("35", &["user*", "numbers*"], "{}"), "attributes", 3);
    has(&values("35", &["user*", "words*"], "{}"), "attributes", 3);
}

#[test]
fn titles_are_read_as_they_are_meant() {
    let title = |name: &str, files: &[&str], item: &str| {
        let items = data(name, files, "{}").items;
        items.titles[items.names.get(item).unwrap() as usize].clone()
    };
    assert_eq!(title("01", &["u.data", "u.item"], "27"), "Café Aurélien");
    assert_eq!(title("01", &["u.data", "u.item"], "326"), "unknown");
    assert_eq!(title("02", &["ratings.csv", "movies.csv"], "112"), "Salt, Smoke, and Thunder");
    assert_eq!(title("02", &["ratings.csv", "movies.csv"], "186"), "\"Paper\" Wolves");
    assert_eq!(title("03", &["ratings.dat", "movies.dat"], "708"), "Quiet Engine: Part 2");
    let utf8 = data("32", &["shop*", "utf8.item"], "{}").items.titles;
    for other in ["utf8-bom.item", "cp949.item", "utf16.item"] {
        assert_eq!(data("32", &["shop*", other], "{}").items.titles, utf8, "{other}");
    }
}

#[test]
fn encodings_are_told_and_can_be_chosen() {
    for (file, encoding) in
        [("cp949.item", "CP949"), ("gb18030.item", "GB18030"), ("utf16.item", "UTF-16LE"), ("utf8.item", "UTF-8")]
    {
        let (report, _) = case("32", &["shop*", file], "{}");
        assert_eq!(report.files.iter().find(|known| known.name == file).unwrap().encoding, Some(encoding));
    }
    let wrong = data("32", &["shop*", "cp949.item"], r#"{"files": {"cp949.item": {"encoding": "latin1"}}}"#);
    assert!(wrong.items.titles[1].contains('¹'), "{:?}", wrong.items.titles);
}

#[test]
fn what_is_no_table_is_refused_in_one_sentence() {
    for (file, found) in [
        ("log.xlsx", "Excel"),
        ("log.parquet", "Parquet"),
        ("parquet-inside.inter", "Parquet"),
        ("google-page.inter", "a web page"),
        ("lfs-pointer.inter", "Git LFS pointer"),
        ("nul-bytes.inter", "no text"),
        ("zero-bytes.inter", "empty"),
    ] {
        let (report, data) = case("31", &[file], "{}");
        let refused = report.refused.unwrap();
        assert!(data.is_none() && refused.file == file && refused.found.contains(found), "{refused}");
        assert!(!refused.advice.contains("UTF-8)") || file.ends_with("xlsx"), "{refused}");
        assert!(report.files.iter().any(|known| known.name == file));
    }
    for file in ["decimal-comma.inter", "thousands.inter"] {
        let refused = case("17", &[file], "{}").0.refused.unwrap();
        assert_eq!(refused.line, Some(2));
        assert!(refused.found.contains("881"), "{refused}");
    }
    assert!(case("24", &["shop.inter", "empty.item"], "{}").0.refused.unwrap().found.contains("empty"));
    assert!(case("35", &["user*", "list.json"], "{}").0.refused.unwrap().expected.contains("JSON object"));
}

#[test]
fn what_should_be_known_is_told() {
    let tells = |name: &str, files: &[&str], code: &str| {
        let (report, _) = case(name, files, "{}");
        assert!(report.problems.iter().any(|problem| problem.code == code), "{name}: {:?}", report.problems);
    };
    tells("09", &["time-removed.inter"], "file_order");
    tells("23", &["newest-first-no-time.inter"], "file_order");
    tells("10", &["events.csv"], "events");
    tells("13", &["users*"], "session_and_user");
    tells("18", &["trailing*"], "twins");
    tells("20", &["repeated*"], "repeats");
    tells("06", &["Things.train.csv"], "unread_history");
    tells("06", &["Things.csv", "Things.train.csv"], "another_log");
    tells("33", &["shop.*"], "history");
    let repairs = case("09", &["userid*"], "{}").0.repairs;
    assert!(repairs.iter().any(|repair| repair.what == "rows without an item" && repair.count == 10), "{repairs:?}");
    let repairs = case("21", &["empty-user.txt"], "{}").0.repairs;
    assert!(repairs.iter().any(|repair| repair.count == 2 && repair.first.line == Some(14)), "{repairs:?}");
}

#[test]
fn equal_times_are_the_share_that_the_cases_count() {
    for (name, file, of, all) in [
        ("14", "user_log*", 454, 481),
        ("22", "one-time*", 473, 474),
        ("22", "baskets*", 449, 474),
        ("11", "date-only*", 478, 479),
    ] {
        let share = case(name, &[file], "{}").0.equal_times.unwrap();
        assert!((share - f64::from(of) / f64::from(all)).abs() < 1e-12, "{name}: {share}");
    }
}

#[test]
fn a_reversed_file_is_the_file_from_its_end() {
    let reversed = data("23", &["newest-first.txt"], r#"{"order": "file reversed"}"#);
    let timed = data("23", &["newest-first.inter"], "{}");
    assert_eq!(sequences(&reversed), sequences(&timed));
}

#[test]
fn every_given_file_is_named() {
    let (report, _) = case("31", &["*"], "{}");
    for name in ["good.inter", "log.xlsx", "ml-tiny.zip", "zero-bytes.inter", "GOOD (1).INTER"] {
        assert!(report.files.iter().any(|file| file.name == name), "{name}");
    }
}
