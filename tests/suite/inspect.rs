//! `dif-sr inspect` on the visible cases: what is kept and the floors on it, in one JSON object whatever happens; and the other commands on
//! the same files.

use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;

/// Case, files (a name may end with `*`), columns file, where `expected.json` has the figures.
const READ: [(&str, &[&str], &str, &str); 38] = [
    ("01", &["u.data", "u.item", "u.genre"], "{}", ""),
    ("02", &["ratings.csv", "movies.csv"], "{}", ""),
    ("03", &["ratings.dat", "movies.dat"], "{}", ""),
    ("04", &["reviews*", "meta*"], "{}", ""),
    ("05", &["ratings_Things_2014.csv"], "{}", "right"),
    ("06", &["Things.csv", "meta*"], "{}", ""),
    ("07", &["yelp*"], "{}", ""),
    ("08", &["steam*"], "{}", ""),
    ("09", &["userid*"], "{}", "right"),
    ("10", &["events.csv", "item_*", "category*"], "{}", "all events"),
    ("10", &["events.csv"], r#"{"columns": {"event": {"keep": ["view"]}}}"#, "views"),
    ("11", &["train*", "product*"], "{}", "right"),
    ("12", &["yoochoose*"], "{}", ""),
    ("13", &["sessions.inter"], "{}", "sessions"),
    ("14", &["user_log*"], "{}", ""),
    ("15", &["Amazon*"], "{}", "log"),
    ("16", &["hundred*"], "{}", "fourth exact"),
    ("16", &["nano*"], "{}", "right"),
    ("17", &["full*"], "{}", "full"),
    ("18", &["ids*"], "{}", "ids"),
    ("19", &["huge.inter"], "{}", ""),
    ("20", &["repeated*"], "{}", "as documented (every line counts)"),
    ("20", &["repeated*"], r#"{"repeats": "pairs once"}"#, "each pair once, the earliest"),
    ("21", &["short.inter"], "{}", ""),
    ("22", &["one-time*"], "{}", "one time"),
    ("23", &["newest-first.txt"], "{}", "file order"),
    ("24", &["shop.inter", "lacks-p*"], "{}", ""),
    ("28", &["robot*"], "{}", ""),
    ("29", &["three*"], "{}", "three"),
    ("30", &["films*"], "{}", ""),
    ("31", &["good.inter.gz"], "{}", ""),
    ("31", &["zip-inside.inter"], "{}", ""),
    ("32", &["shop*", "cp949*"], "{}", ""),
    ("33", &["shop.*"], "{}", ""),
    ("34", &["pairs.txt"], "{}", ""),
    ("34", &["tabs.txt"], "{}", ""),
    ("35", &["user_seq*", "words*"], "{}", ""),
    ("50", &["many*"], "{}", ""),
];

fn folder(case: &str) -> PathBuf {
    let cases = std::fs::read_dir(crate::of_repository("../shared/cases")).unwrap();
    let starts = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().starts_with(case);
    cases.map(|entry| entry.unwrap().path()).find(starts).unwrap()
}

fn files(case: &str, names: &[&str]) -> Vec<PathBuf> {
    let mut all: Vec<PathBuf> = std::fs::read_dir(folder(case)).unwrap().map(|entry| entry.unwrap().path()).collect();
    all.sort();
    let name = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    let fits = |path: &PathBuf, wanted: &str| {
        wanted.strip_suffix('*').map_or(name(path) == wanted, |start| name(path).starts_with(start))
    };
    let found = names.iter().flat_map(|wanted| all.iter().filter(move |path| fits(path, wanted)));
    let found: Vec<PathBuf> = found.cloned().collect();
    assert!(found.len() >= names.len(), "{case}: {names:?}");
    found
}

/// Writes a columns file.
fn columns(name: &str, text: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("columns-{name}.json"));
    std::fs::write(&path, text).unwrap();
    path
}

fn dif_sr(command: &str, files: &[PathBuf], more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dif-sr")).arg(command).args(files).args(more).output().unwrap()
}

/// The one object on standard output.
fn object(output: &Output) -> Value {
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    assert!(!text.contains("NaN"), "{text}");
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// Numbers of four digits.
fn same(found: &Value, expected: &Value, place: &str) {
    match expected {
        Value::Object(members) => {
            members.iter().for_each(|(name, value)| same(&found[name], value, &format!("{place} {name}")));
        }
        Value::Number(number) => {
            let (found, expected) = (found.as_f64().unwrap_or(f64::NAN), number.as_f64().unwrap());
            assert!((found - expected).abs() < 1.5e-4, "{place}: {found}, expected {expected}");
        }
        _ => {}
    }
}

#[test]
fn what_is_kept_and_the_floors_on_it_are_those_of_the_oracle() {
    for (at, (case, names, choices, key)) in READ.into_iter().enumerate() {
        let given = files(case, names);
        let choices = columns(&format!("read-{at}"), choices);
        let text = std::fs::read_to_string(folder(case).join("expected.json")).unwrap();
        let all: Value = serde_json::from_str(&text).unwrap();
        let expected = if key.is_empty() { &all } else { &all[key] };
        for core in ["1", "5"] {
            let wanted = &expected[format!("core{core}")];
            let options = ["--columns", choices.to_str().unwrap(), "--core", core, "--json"];
            let output = dif_sr("inspect", &given, &options);
            let found = object(&output);
            let place = format!("{case} {names:?} core {core}");
            if wanted["train_targets"].as_u64().unwrap_or(0) == 0 {
                assert!(wanted.is_null() || !found["refused"].is_null(), "{place}");
                continue;
            }
            assert!(output.status.success(), "{place}: {}", found["refused"]);
            same(&found["raw"], &expected["raw"], &place);
            for name in ["users", "items", "interactions", "train_targets", "valid_sessions", "test_sessions"] {
                same(&found["kept"][name], &wanted[name], &format!("{place} {name}"));
            }
            same(&found["floors"], &wanted["floors"], &place);
            for path in &given {
                let name = path.file_name().unwrap().to_string_lossy();
                let named = |list: &str, key: &str| {
                    let list = found[list].as_array().unwrap();
                    list.iter().any(|one| one[key].as_str().is_some_and(|one| one.starts_with(&*name)))
                };
                assert!(named("files", "name") || named("problems", "file"), "{place}: {name} is not named");
            }
        }
    }
}

#[test]
fn whatever_happens_there_is_one_object_and_a_refusal_is_exit_2() {
    let refused = |output: &Output| {
        assert_eq!(output.status.code(), Some(2));
        object(output)["refused"].clone()
    };
    let missing = refused(&dif_sr("inspect", &[PathBuf::from("no-such-file.csv")], &["--json"]));
    assert_eq!(missing["file"], "no-such-file.csv");
    let given = files("01", &["u.data"]);
    let none = refused(&dif_sr("inspect", &given, &["--core", "1000"]));
    assert!(none["found"].as_str().unwrap().contains("no user with 4 of them"), "{none}");
    let odd = columns("odd", "{\"colour\": 1}");
    let columns = refused(&dif_sr("inspect", &given, &["--columns", odd.to_str().unwrap()]));
    assert!(columns["found"].as_str().unwrap().contains("colour"), "{columns}");
    let date = refused(&dif_sr("inspect", &given, &["--from", "yesterday"]));
    assert!(date["expected"].as_str().unwrap().contains("2016-05-09"), "{date}");
}

#[test]
fn the_same_files_are_trained_on_and_answered_from() {
    let out = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("inspect-run");
    let _ = std::fs::remove_dir_all(&out);
    let given = files("02", &["ratings.csv", "movies.csv"]);
    let paths: Vec<&str> = given.iter().map(|path| path.to_str().unwrap()).collect();
    let run = |arguments: &[&str]| Command::new(env!("CARGO_BIN_EXE_dif-sr")).args(arguments).output().unwrap();
    let data = [&["--data"], paths.as_slice()].concat();
    let sizes = ["--set", "training.epochs=1", "--set", "model.hidden_size=16", "--out", out.to_str().unwrap()];
    let trained = run(&[&["train"], data.as_slice(), &sizes].concat());
    assert!(trained.status.success(), "{}", String::from_utf8_lossy(&trained.stderr));
    let log = std::fs::read_to_string(out.join("log.jsonl")).unwrap();
    let first: Value = serde_json::from_str(log.lines().next().unwrap()).unwrap();
    let inspected = object(&dif_sr("inspect", &given, &["--json"]));
    for name in ["users", "items", "interactions"] {
        assert_eq!(first["data"][name], inspected["kept"][name], "{name}");
    }
    assert_eq!(first["data"]["order"], "time");
    let model = out.join("best.safetensors");
    let model = ["--model", model.to_str().unwrap()];
    let answered = run(&[&["predict"], model.as_slice(), data.as_slice(), &["--session", "1", "-k", "3"]].concat());
    let text = String::from_utf8_lossy(&answered.stdout).into_owned();
    assert!(
        answered.status.success() && text.lines().count() == 4,
        "{text}{}",
        String::from_utf8_lossy(&answered.stderr)
    );
    let evaluated = run(&[&["evaluate"], model.as_slice(), data.as_slice()].concat());
    assert!(evaluated.status.success(), "{}", String::from_utf8_lossy(&evaluated.stderr));
    let kept = std::fs::read_to_string(out.join("data.json")).unwrap();
    assert!(kept.contains("movies.csv"), "{kept}");
}

#[test]
fn many_rows_that_cannot_be_read_are_left_out_by_a_flag_and_told() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let log = folder.join("bad-times.inter");
    let rows = (0..60).map(|n| {
        let time = if n % 5 == 0 { "yesterday".into() } else { (100 + n).to_string() };
        format!("u{}\ti{}\t{time}\n", n % 6, n % 11)
    });
    let text = format!("user_id:token\titem_id:token\ttimestamp:float\n{}", rows.collect::<String>());
    std::fs::write(&log, text).unwrap();
    let given = [log];

    let refused = dif_sr("inspect", &given, &["--core", "1"]);
    assert_eq!(refused.status.code(), Some(2));
    let refused = &object(&refused)["refused"];
    assert_eq!((&refused["tally"]["rows"], &refused["tally"]["bad"]), (&60.into(), &12.into()));
    let advice = refused["advice"].as_str().unwrap();
    assert!(
        advice.ends_with("12 of 60 rows cannot be read. To read the other 48 alone: --leave-out-bad-rows."),
        "{advice}"
    );

    let read = dif_sr("inspect", &given, &["--core", "1", "--leave-out-bad-rows"]);
    assert!(read.status.success());
    let read = object(&read);
    assert_eq!(read["raw"]["interactions"], 48);
    let repairs = read["repairs"].as_array().unwrap();
    let told = repairs.iter().find(|one| one["what"] == "rows that cannot be read, left out as chosen").unwrap();
    assert_eq!(told["count"], 12);

    // What trains takes the same flag, and the same importer with it.
    let out = folder.join("bad-times-run");
    let _ = std::fs::remove_dir_all(&out);
    let train = |more: &[&str]| {
        let sizes = ["--core", "1", "--set", "training.epochs=1", "--set", "model.hidden_size=16", "--out"];
        let data = [std::ffi::OsStr::new("train"), std::ffi::OsStr::new("--data"), given[0].as_os_str()];
        let mut command = Command::new(env!("CARGO_BIN_EXE_dif-sr"));
        command.args(data).args(sizes).arg(&out).args(more).output().unwrap()
    };
    assert!(!train(&[]).status.success());
    let trained = train(&["--leave-out-bad-rows"]);
    let said = String::from_utf8_lossy(&trained.stderr).into_owned();
    assert!(trained.status.success(), "{said}");
    assert!(said.contains("rows that cannot be read, left out as chosen (12, first in line 2)"), "{said}");
}
