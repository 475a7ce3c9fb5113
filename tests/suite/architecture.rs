//! The layers of the crate, held by reading the sources.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What each layer may use. A layer not named here may use nothing.
const ALLOWED: [(&str, &[&str]); 15] = [
    ("error", &[]),
    ("config", &["error"]),
    ("read", &["error"]),
    ("data", &["error", "config", "rng"]),
    ("nn", &["config", "data", "rng"]),
    ("models", &["error", "config", "read", "data", "nn"]),
    ("eval", &["error", "config", "read", "data", "models", "nn", "rng"]),
    ("train", &["error", "config", "read", "rng", "data", "nn", "models", "eval"]),
    ("explain", &["error", "config", "read", "rng", "data", "nn", "models"]),
    ("golden", &["error", "config", "read", "data", "nn", "models", "train", "explain"]),
    ("lab", &["error", "config", "read", "rng", "data", "nn", "models", "eval", "train", "explain"]),
    ("peer", &["error", "config", "read", "rng", "data", "nn", "models", "train"]),
    ("web", &["error", "config", "read", "data", "eval", "explain", "golden", "lab", "models", "peer", "train"]),
    ("cli", &["error", "config", "data", "eval", "explain", "golden", "lab", "models", "peer", "rng", "train"]),
    ("main", &["cli"]),
];

/// Crates of their own, which use none of the layers but the last: that one links all of them.
const CRATES: [&str; 3] = ["src/import", "src/ops", "src/engine"];

/// Longest file, in lines: one idea a file.
const LONGEST: usize = 400;

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if CRATES.iter().any(|own| path.ends_with(own)) {
            continue;
        }
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Layer of each source file, and its text.
fn files() -> Vec<(String, PathBuf, String)> {
    let root = crate::of_repository("src");
    let mut paths = Vec::new();
    sources(&root, &mut paths);
    let files = paths.into_iter().filter(|path| !path.ends_with("lib.rs")).map(|path| {
        let inside = path.strip_prefix(&root).unwrap();
        let layer = inside.components().next().unwrap().as_os_str().to_string_lossy();
        let text = fs::read_to_string(&path).unwrap();
        (layer.trim_end_matches(".rs").to_owned(), path, text)
    });
    files.collect()
}

/// The text without its unit tests and comments.
fn code(text: &str) -> String {
    let body = text.split("#[cfg(test)]").next().unwrap_or(text);
    body.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Layers named as `crate::layer` or, from the command line, which is a crate of its own, `dif_sr::layer`.
fn used(layer: &str, code: &str) -> BTreeSet<String> {
    let mut layers = BTreeSet::new();
    let own_crate = ["cli", "main"].contains(&layer);
    for prefix in if own_crate { ["crate::", "dif_sr::"].as_slice() } else { &["crate::"] } {
        for (at, _) in code.match_indices(prefix) {
            let rest = &code[at + prefix.len()..];
            let names = match rest.strip_prefix('{') {
                Some(list) => list.split('}').next().unwrap_or(list),
                None => rest,
            };
            for name in names.split(',') {
                let name: String = name.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                layers.insert(name);
                if !rest.starts_with('{') {
                    break;
                }
            }
        }
    }
    layers
}

#[test]
fn every_layer_uses_lower_layers_only() {
    let allowed: BTreeMap<&str, &[&str]> = ALLOWED.into_iter().collect();
    let mut problems = Vec::new();
    for (layer, path, text) in files() {
        let Some(permitted) = allowed.get(layer.as_str()) else {
            problems.push(format!("{} is in no layer", path.display()));
            continue;
        };
        for name in used(&layer, &code(&text)) {
            if name != layer && !permitted.contains(&name.as_str()) {
                problems.push(format!("{}: {layer} may not use {name}", path.display()));
            }
        }
    }
    assert!(problems.is_empty(), "{problems:#?}");
}

#[test]
fn only_the_edges_know_javascript_the_command_line_clocks_and_files() {
    let edges = [
        ("wasm_bindgen", "web"),
        ("js_sys", "web"),
        ("web_sys", "web"),
        ("clap::", "cli"),
        ("pollster::", "cli"),
        ("std::fs", "cli"),
        ("std::time", "cli"),
        ("println!", "cli"),
    ];
    let mut problems = Vec::new();
    for (layer, path, text) in files() {
        let code = code(&text);
        for (word, home) in edges {
            if layer != home && code.contains(word) {
                problems.push(format!("{} names {word}, which belongs to {home}", path.display()));
            }
        }
    }
    assert!(problems.is_empty(), "{problems:#?}");
}

#[test]
fn files_hold_one_idea() {
    let long: Vec<String> = files()
        .into_iter()
        .filter(|(_, _, text)| text.lines().count() > LONGEST)
        .map(|(_, path, text)| format!("{}: {} lines", path.display(), text.lines().count()))
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}
