//! Dictionaries and lists as Python prints them.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let text = [b"{'user': 'a', 'item': 'b', 'tags': ".as_slice(), data, b"}\n{'user': 'a', 'item': 'c'}\n"].concat();
    dif_sr_import_fuzz::read(&[("file.json", &text)], &Default::default());
});
