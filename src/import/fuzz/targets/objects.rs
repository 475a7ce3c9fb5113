//! JSON: objects a line, in a list, over several lines, and one object of lists.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    for front in ["{", "[{", "{\n", "{\"a\": ["] {
        let text = [front.as_bytes(), data].concat();
        dif_sr_import_fuzz::read(&[("file.json", &text)], &Default::default());
    }
});
