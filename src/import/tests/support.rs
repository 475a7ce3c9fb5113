//! Files of the cases, opened and held.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use dif_sr_import::{Choices, Held, Imported, Report, Source, import};

/// The folder of the cases: beside the repository, whose place is asked when the test runs. Clones share what is built, and a path that
/// was compiled in may lead to another one.
pub fn cases() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo says where the package is");
    PathBuf::from(package).join("../../../shared/cases")
}

/// Content of files of one case; a name may end with `*`.
pub fn files(case: &str, names: &[&str]) -> Vec<(String, Vec<u8>)> {
    let folder = fs::read_dir(cases()).unwrap().map(|entry| entry.unwrap().path());
    let folder = folder.into_iter().find(|path| path.file_name().unwrap().to_string_lossy().starts_with(case)).unwrap();
    let mut all: Vec<String> =
        fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    all.sort();
    let fits =
        |name: &str, wanted: &str| wanted.strip_suffix('*').map_or(name == wanted, |start| name.starts_with(start));
    let wanted = names.iter().flat_map(|wanted| all.iter().filter(move |name| fits(name, wanted)));
    let found: Vec<(String, Vec<u8>)> =
        wanted.map(|name| (name.clone(), fs::read(folder.join(name)).unwrap())).collect();
    assert!(found.len() >= names.len(), "{case}: {names:?}");
    found
}

/// Imports files that are held.
pub fn held(files: &[(String, Vec<u8>)], choices: &str) -> (Report, Option<Imported>) {
    let held: Vec<Held<'_>> = files.iter().map(|(name, content)| Held { name, content }).collect();
    let sources: Vec<&dyn Source> = held.iter().map(|held| held as &dyn Source).collect();
    import(&sources, &Choices::read(choices).unwrap())
}

/// Imports files of one case.
pub fn case(case: &str, names: &[&str], choices: &str) -> (Report, Option<Imported>) {
    held(&files(case, names), choices)
}

/// The item names of each user's sequence, oldest first, by the name of the user.
pub fn sequences(imported: &Imported) -> BTreeMap<String, Vec<String>> {
    let log = &imported.log;
    let mut clicks: Vec<_> = log.clicks.clone();
    clicks.sort_by_key(|click| click.time);
    let mut sequences: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for click in clicks {
        sequences.entry(log.users.name(click.user).to_owned()).or_default().push(log.items.name(click.item).to_owned());
    }
    sequences
}

/// The figures `raw` of a case's `expected.json`, below a key or at its top.
pub fn expected(case: &str, key: &str) -> (usize, usize, usize) {
    let (_, text) = files(case, &["expected.json"]).remove(0);
    let all: serde_json::Value = serde_json::from_slice(&text).unwrap();
    let raw = if key.is_empty() { &all["raw"] } else { &all[key]["raw"] };
    let number = |name: &str| usize::try_from(raw[name].as_u64().unwrap()).unwrap();
    (number("users"), number("items"), number("interactions"))
}

/// The figures that were read.
pub fn raw(report: &Report) -> (usize, usize, usize) {
    let raw = report.raw.unwrap_or_else(|| panic!("{:?}", report.refused));
    (raw.users, raw.items, raw.interactions)
}
