//! Weight files, as somebody opens them beside the page's first shop: they fit or are refused, and never answer with what is no
//! number.
#![no_main]

use std::cell::RefCell;

use burn::tensor::Device;
use dif_sr::data::synthetic::{SyntheticConfig, generate};
use dif_sr::lab::{Lab, MAIN};

thread_local! {
    static LAB: RefCell<Lab> = RefCell::new({
        let mut lab = Lab::new(Device::flex());
        let made = generate(&SyntheticConfig::default()).expect("the page's own shop");
        lab.open(made.dataset, Some(made.process));
        lab
    });
}

libfuzzer_sys::fuzz_target!(|data: &[u8]| LAB.with_borrow_mut(|lab| {
    let _ = lab.load_model(data, MAIN);
}));
