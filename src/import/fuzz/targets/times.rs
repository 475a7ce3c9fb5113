//! Times: numbers, ISO dates, and columns of either.
#![no_main]

use dif_sr_import::times::{Unit, guess, read_iso, read_number};

libfuzzer_sys::fuzz_target!(|text: &str| {
    for stamp in [read_iso(text), read_number(text)].into_iter().flatten() {
        assert!(stamp.nano < 1_000_000_000);
        for unit in [Unit::Seconds, Unit::Milliseconds, Unit::HundredNanoseconds, Unit::Spreadsheet] {
            let _ = (stamp.unix_seconds(unit), stamp.with_time_of_day(stamp, unit));
        }
    }
    let _ = guess(text.lines());
});
