//! Gradients against central differences, for fusions that the reference vectors do not hold.
//!
//! Single precision leaves about three digits to a difference quotient, which is enough to see a wrong term.

use burn::module::Module;
use burn::optim::GradientsParams;
use burn::tensor::{Device, Int, Tensor, TensorData};
use dif_sr::config::{AttributeConfig, AttributeSchema, DifSrConfig, Fusion, ModelConfig, Pooling, Schema};
use dif_sr::data::batch::{Batch, ItemValues, Slots};
use dif_sr::models::{
    AnyModel, NamedTensor, SequentialModel, TargetBatch, read_gradients, read_parameters, with_parameters,
};
use dif_sr::nn::dropout::Noise;

const STEP: f32 = 5e-3;
/// Relative to the largest gradient entry of the parameter, single precision.
const TOLERANCE: f32 = 2e-2;

fn schema() -> Schema {
    let attribute = |name: &str, bag, rows| AttributeSchema { name: name.into(), bag, rows };
    Schema { items: 9, attributes: vec![attribute("one", false, 4), attribute("bag", true, 5)] }
}

fn values() -> ItemValues {
    let one: [&[u32]; 9] = [&[], &[1], &[2], &[3], &[1], &[2], &[3], &[1], &[2]];
    let bag: [&[u32]; 9] = [&[], &[1, 2], &[2], &[], &[3, 4], &[1], &[4], &[2, 3], &[1, 4]];
    ItemValues::new(9).with(one.into_iter(), 4, false).with(bag.into_iter(), 5, true)
}

fn config(fusion: Fusion, pooling: Pooling, mask_before_fusion: bool) -> ModelConfig {
    let attribute = AttributeConfig { attribute_hidden_size: 4, pooling, lambda: 3.0 };
    ModelConfig::DifSr(DifSrConfig {
        hidden_size: 8,
        inner_size: 8,
        max_length: 5,
        fusion,
        mask_before_fusion,
        attributes: vec![attribute.clone(), attribute],
        initializer_range: 0.4,
        ..DifSrConfig::default()
    })
}

fn batch(device: &Device) -> Batch {
    Batch::new(&Slots::right_padded(&[&[1, 2, 3], &[4, 5, 6, 7, 8]], 5, true), &values(), device)
}

fn targets(device: &Device) -> TargetBatch {
    let items: Tensor<1, Int> = Tensor::from_data(TensorData::from([4, 1]), device);
    let attributes = values().labels(device).into_iter().map(|table| table.select(0, items.clone())).collect();
    TargetBatch { items, attributes, rows: None }
}

fn loss(model: &AnyModel, device: &Device) -> f32 {
    let total = model.loss(&batch(device), &targets(device), &mut Noise::none()).total;
    pollster::block_on(total.into_scalar_async()).unwrap()
}

fn disagreement(fusion: Fusion, pooling: Pooling, mask_before_fusion: bool) -> Vec<String> {
    let training = Device::flex().autodiff();
    let config = config(fusion, pooling, mask_before_fusion);
    let model = AnyModel::new(&config, &schema(), 5, &training).unwrap();
    let total = model.loss(&batch(&training), &targets(&training), &mut Noise::none()).total;
    let gradients = GradientsParams::from_grads(total.backward(), &model);
    let gradients = pollster::block_on(read_gradients(&model, &gradients)).unwrap();
    let parameters = pollster::block_on(read_parameters(&model)).unwrap();
    let device = Device::flex();
    let plain = model.valid();
    let mut problems = Vec::new();
    for (index, gradient) in gradients.iter().enumerate() {
        let largest = gradient.values.iter().fold(0.0_f32, |largest, value| largest.max(value.abs()));
        for at in [0, gradient.values.len() / 2, gradient.values.len() - 1] {
            let moved = |delta: f32| {
                let mut moved: Vec<NamedTensor> = parameters.clone();
                moved[index].values[at] += delta;
                loss(&with_parameters(plain.clone(), moved).unwrap(), &device)
            };
            // Padding look-ups send no gradient back, but they do move the value: row 0 of the item table is left out. So is
            // what feeds the gate's ReLU, whose kinks a difference quotient steps over; the reference vectors hold it.
            let padding = gradient.name == "item_embedding" && at < gradient.shape[1];
            if padding || gradient.name.contains("fusion.hidden") {
                continue;
            }
            let numeric = (moved(STEP) - moved(-STEP)) / (2.0 * STEP);
            if (numeric - gradient.values[at]).abs() > TOLERANCE * (largest + 0.05) {
                problems.push(format!(
                    "{fusion:?} {pooling:?} {}[{at}]: {} by differences {numeric}",
                    gradient.name, gradient.values[at]
                ));
            }
        }
    }
    problems
}

#[test]
fn every_fusion_has_the_gradient_of_its_value() {
    let mut problems = Vec::new();
    for fusion in [Fusion::Sum, Fusion::Concat, Fusion::Gate, Fusion::SigmoidGate] {
        problems.extend(disagreement(fusion, Pooling::Sum, false));
    }
    assert!(problems.is_empty(), "{problems:#?}");
}

#[test]
fn every_pooling_has_the_gradient_of_its_value() {
    let mut problems = Vec::new();
    for pooling in [Pooling::Mean, Pooling::Max] {
        problems.extend(disagreement(Fusion::Sum, pooling, false));
    }
    assert!(problems.is_empty(), "{problems:#?}");
}

#[test]
fn masking_before_fusion_has_the_gradient_of_its_value() {
    let mut problems = Vec::new();
    for fusion in [Fusion::Concat, Fusion::Gate] {
        problems.extend(disagreement(fusion, Pooling::Sum, true));
    }
    assert!(problems.is_empty(), "{problems:#?}");
}
