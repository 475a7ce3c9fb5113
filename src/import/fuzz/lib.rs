//! What all targets have in common: files in memory, read as the product reads them.

use dif_sr_import::{Choices, Held, Source, import};

/// Reads files and checks what holds whatever they hold.
pub fn read(files: &[(&str, &[u8])], choices: &Choices) {
    let held: Vec<Held<'_>> = files.iter().map(|&(name, content)| Held { name, content }).collect();
    let sources: Vec<&dyn Source> = held.iter().map(|held| held as &dyn Source).collect();
    let (report, data) = import(&sources, choices);
    assert_ne!(report.refused.is_some(), data.is_some());
    assert!(files.iter().all(|(name, _)| report.files.iter().any(|file| file.name == *name)));
}

/// A columns file that is known to be one.
pub fn choices(text: &str) -> Choices {
    Choices::read(text).expect("written in a target")
}
