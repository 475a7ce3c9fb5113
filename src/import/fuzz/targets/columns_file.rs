//! Columns files, and what they make of a table.
#![no_main]

use dif_sr_import::Choices;

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Ok(choices) = Choices::read(text) {
        dif_sr_import_fuzz::read(&[("a", b"x;y;z\n1;2;3\n4;5;6\n")], &choices);
    }
});
