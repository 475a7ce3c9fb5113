//! Computing without padding, with forward and backward written out, against the plain layers: states and every gradient, with
//! dropout, for the read-out slots and for every position.

use std::cell::RefCell;

use burn::optim::GradientsParams;
use burn::tensor::{Device, Tensor, TensorData, Tolerance};
use dif_sr::config::presets::suited;
use dif_sr::config::systems::{model_of, systems};
use dif_sr::config::{AttributeSchema, ModelConfig, Schema};
use dif_sr::data::batch::{Batch, ItemValues, Slots};
use dif_sr::models::{AnyModel, SequentialModel, read_gradients};
use dif_sr::nn::dropout::Noise;

/// Relative to the largest entry, at least [`FLOOR`]; single precision, another order of additions.
const TOLERANCE: f32 = 2e-5;
/// Some gradients are exactly zero in theory (a bias of keys shifts all scores of a row): what is left is rounding.
const FLOOR: f32 = 1e-2;

fn schema() -> Schema {
    let attribute = |name: &str, bag, rows| AttributeSchema { name: name.into(), bag, rows };
    Schema { items: 12, attributes: vec![attribute("one", false, 4), attribute("bag", true, 5)], users: 3 }
}

fn values() -> ItemValues {
    let one: Vec<Vec<u32>> = (0..12).map(|item| if item == 0 { vec![] } else { vec![1 + item % 3] }).collect();
    let bag: Vec<Vec<u32>> = (0..12).map(|item| (1..5).filter(|value| item % (value + 1) == 0).collect()).collect();
    ItemValues::new(12).with(one.iter().map(Vec::as_slice), 4, false).with(bag.iter().map(Vec::as_slice), 5, true)
}

/// The system with the settings that suit the data, dropout among them.
fn configuration(system: &str) -> ModelConfig {
    suited(system, &schema(), 10).unwrap().model
}

/// Rows of the padded matrix that hold an item.
fn every_row(slots: &Slots) -> Vec<u32> {
    let items = slots.items.iter().zip(0..);
    items.filter(|(item, _)| **item > 0).map(|(_, row)| row).collect()
}

type Numbers = Vec<(String, Vec<f32>)>;

/// States and gradients of a sum in which every state entry has its own weight.
fn judge(model: &AnyModel, states: Tensor<2>, device: &Device) -> Numbers {
    let [rows, width] = states.dims();
    let weights: Vec<f32> = (0..rows * width).map(|at| (at as f32 * 0.37).sin()).collect();
    let weights = Tensor::<2>::from_data(TensorData::new(weights, [rows, width]), device);
    let loss = (states.clone() * weights).sum();
    let gradients = GradientsParams::from_grads(loss.backward(), model);
    let gradients = pollster::block_on(read_gradients(model, &gradients)).unwrap();
    let states = pollster::block_on(states.inner().into_data_async()).unwrap().try_into_vec().unwrap();
    let named = gradients.into_iter().map(|gradient| (gradient.name, gradient.values));
    std::iter::once(("states".to_owned(), states)).chain(named).collect()
}

#[test]
fn without_padding_and_written_out_equals_the_plain_layers() {
    compare_with_plain(&Device::flex().autodiff());
}

#[cfg(feature = "vulkan")]
#[test]
fn without_padding_and_by_kernels_equals_the_plain_layers() {
    compare_with_plain(&super::graphics::graphics().autodiff());
}

fn compare_with_plain(device: &Device) {
    let mut packed_systems = Vec::new();
    for system in systems() {
        let config = configuration(&system.id);
        let model = AnyModel::new(&config, &schema(), &values(), 3, device).unwrap();
        let histories: [&[u32]; 3] = [&[1, 2, 3], &[4, 5, 6, 7, 8, 9, 10, 11, 1], &[5]];
        let slots = Slots::questions(&histories, &config, 12).of_users([0, 1, 2].into_iter());
        let batch = Batch::new(&slots, &values(), device);
        let every = every_row(&slots);
        for rows in [None, Some(every.as_slice()), Some(&every[1..4])] {
            let Some(packed) = model.packed_states(&batch, rows, &mut Noise::training(7)) else { continue };
            packed_systems.push(system.id.clone());
            let plain = match rows {
                None => model.encode(&batch, &mut Noise::training(7)),
                Some(rows) => {
                    let states = model.encode_all(&batch, &mut Noise::training(7));
                    let [sequences, len, width] = states.dims();
                    let rows: Vec<i32> = rows.iter().map(|&row| row as i32).collect();
                    let rows = Tensor::from_data(TensorData::new(rows.clone(), [rows.len()]), device);
                    states.reshape([sequences * len, width]).select(0, rows)
                }
            };
            let (packed, plain) = (judge(&model, packed, device), judge(&model, plain, device));
            assert_eq!(packed.len(), plain.len(), "{}", system.id);
            for ((name, packed), (_, plain)) in packed.iter().zip(&plain) {
                assert_eq!(packed.len(), plain.len(), "{}: {name}", system.id);
                let largest = plain.iter().fold(FLOOR, |largest, value| largest.max(value.abs()));
                for (packed, plain) in packed.iter().zip(plain) {
                    let off = (packed - plain).abs() / largest;
                    assert!(off < TOLERANCE, "{}: {name} is {packed} instead of {plain}", system.id);
                }
            }
        }
    }
    packed_systems.dedup();
    assert_eq!(packed_systems, ["dif_sr", "sasrecf", "sasrecf-add", "sasrec", "bert4rec"]);
}

#[test]
fn a_session_that_grows_equals_one_that_is_new() {
    let device = Device::flex();
    let mut growing = Vec::new();
    for system in systems() {
        let config = configuration(&system.id);
        let model = AnyModel::new(&config, &schema(), &values(), 3, &device).unwrap();
        let remembered = RefCell::default();
        let long: Vec<u32> = (0..=config.max_length() as u32).map(|at| 1 + at * 5 % 11).collect();
        let sessions: [&[u32]; 7] = [&[1, 2], &[1, 2, 3], &[1, 2, 3, 4, 5], &[1, 2], &[1, 2, 9], &long[..8], &long];
        for session in sessions {
            let batch = Batch::new(&Slots::questions(&[session], &config, 12), &values(), &device);
            let Some(grown) = model.grown_state(&batch, &remembered) else { continue };
            growing.push(system.id.clone());
            let whole = model.encode(&batch, &mut Noise::none());
            let [grown, whole] = [grown, whole].map(|state| pollster::block_on(state.into_data_async()).unwrap());
            grown.assert_approx_eq(&whole, Tolerance::<f32>::absolute(TOLERANCE));
        }
    }
    growing.dedup();
    assert_eq!(growing, ["dif_sr", "sasrecf", "sasrecf-add", "sasrec"]);
}

#[test]
fn padding_before_an_item_is_left_to_the_plain_layers() {
    let device = Device::flex();
    let slots = Slots { items: vec![0, 0, 3, 1, 2, 3], len: 3, readout: vec![2, 2], users: Vec::new() };
    assert!(Batch::new(&slots, &values(), &device).packed().is_none());
    let model = model_of("dif_sr").unwrap();
    let histories: [&[u32]; 2] = [&[3], &[1, 2, 3]];
    let slots = Slots::right_padded(&histories, model.max_length(), false);
    let packing = Batch::new(&slots, &values(), &device).packed().unwrap();
    assert_eq!(*packing.starts, [0, 1, 4]);
}
