//! Text in every encoding, told.
#![no_main]

use dif_sr_import_fuzz::{choices, read};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    for name in ["UTF-8", "UTF-16LE", "UTF-16BE", "latin1", "CP949", "GB18030"] {
        read(&[("file", data)], &choices(&format!("{{\"encoding\": \"{name}\"}}")));
    }
});
