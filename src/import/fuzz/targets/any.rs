//! Any file, read as it is.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| dif_sr_import_fuzz::read(&[("file", data)], &Default::default()));
