//! Tables: quotes, separators, headers; a log whose columns are told, and a table of items beside a log.
#![no_main]

use dif_sr_import_fuzz::{choices, read};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let told = r#"{"separator": ",", "columns": {"1": {"role": "user"}, "2": {"role": "item"}}}"#;
    read(&[("log.csv", data)], &choices(told));
    read(&[("log.csv", b"user,item,time\na,1,5\nb,2,6\n"), ("items.csv", data)], &choices(r#"{"separator": ","}"#));
});
