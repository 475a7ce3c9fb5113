//! gzip and zip, from their first bytes on.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    for front in [b"PK\x03\x04".as_slice(), b"\x1f\x8b\x08"] {
        let bytes = [front, data].concat();
        dif_sr_import_fuzz::read(&[("file.zip", &bytes)], &Default::default());
    }
});
