//! Configurations of runs, as a file or a link holds them.
#![no_main]

use dif_sr::config::RunConfig;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    if let Ok(config) = serde_json::from_slice::<RunConfig>(data) {
        let valid = config.validate().is_ok();
        let text = serde_json::to_vec(&config).expect("what was read can be written");
        let again: RunConfig = serde_json::from_slice(&text).expect("what was written can be read");
        assert_eq!(valid, again.validate().is_ok());
    }
});
