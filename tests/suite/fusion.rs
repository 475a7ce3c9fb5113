//! What each fusion may see, and that the shares that the page draws add up.

use burn::tensor::{Device, Tensor, Transaction};
use dif_sr::config::{AttributeConfig, AttributeSchema, DifSrConfig, Fusion, ModelConfig, Schema};
use dif_sr::data::batch::{Batch, ItemValues, Slots};
use dif_sr::explain::attention::explain;
use dif_sr::models::{AnyModel, SequentialModel};
use dif_sr::nn::dropout::Noise;
use dif_sr::nn::edits::Edits;

/// Single precision, values of the order of 1.
const ROUNDING: f32 = 1e-5;

const FUSIONS: [Fusion; 4] = [Fusion::Sum, Fusion::Concat, Fusion::Gate, Fusion::SigmoidGate];

fn values() -> ItemValues {
    let one: [&[u32]; 9] = [&[], &[1], &[2], &[3], &[1], &[2], &[3], &[1], &[2]];
    ItemValues::new(9).with(one.into_iter(), 4, false)
}

fn model(fusion: Fusion, mask_before_fusion: bool) -> AnyModel {
    let config = ModelConfig::DifSr(DifSrConfig {
        hidden_size: 8,
        inner_size: 8,
        max_length: 6,
        fusion,
        mask_before_fusion,
        attributes: vec![AttributeConfig { attribute_hidden_size: 4, ..AttributeConfig::default() }],
        initializer_range: 0.5,
        ..DifSrConfig::default()
    });
    let attributes = vec![AttributeSchema { name: "one".into(), bag: false, rows: 4 }];
    AnyModel::new(&config, &Schema { items: 9, attributes, users: 0 }, &values(), 3, &Device::flex()).unwrap()
}

fn batch(items: &[u32]) -> Batch {
    Batch::new(&Slots::right_padded(&[items], 6, true), &values(), &Device::flex())
}

fn read<const D: usize>(tensor: Tensor<D>) -> Vec<f32> {
    let data = pollster::block_on(Transaction::default().register(tensor).execute_async()).unwrap();
    data[0].clone().try_into_vec().unwrap()
}

fn distance(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).fold(0.0, |worst, (a, b)| worst.max((a - b).abs()))
}

/// How far the states of slots 0 to 2 move when the item at slot 3 changes.
fn look_ahead(model: &AnyModel) -> f32 {
    let states = |last| {
        let all = read(model.encode_all(&batch(&[1, 2, 3, last]), &mut Noise::none()));
        all[..3 * 8].to_vec()
    };
    distance(&states(4), &states(8))
}

#[test]
fn sum_is_causal_and_the_fusions_of_whole_rows_are_not() {
    assert!(look_ahead(&model(Fusion::Sum, false)) < ROUNDING);
    for fusion in [Fusion::Concat, Fusion::Gate, Fusion::SigmoidGate] {
        assert!(look_ahead(&model(fusion, false)) > 1e-3, "{fusion:?}");
    }
}

#[test]
fn masking_before_fusion_makes_every_fusion_causal() {
    for fusion in FUSIONS {
        assert!(look_ahead(&model(fusion, true)) < ROUNDING, "{fusion:?}");
    }
}

#[test]
fn computing_only_the_read_out_row_changes_nothing() {
    for fusion in FUSIONS {
        let model = model(fusion, false);
        let items = [5, 1, 7, 2];
        let all = read(model.encode_all(&batch(&items), &mut Noise::none()));
        let row = read(model.encode(&batch(&items), &mut Noise::none()));
        assert!(distance(&all[3 * 8..4 * 8], &row) < ROUNDING, "{fusion:?}");
    }
}

#[test]
fn a_short_batch_is_the_same_as_a_padded_one_with_sum() {
    let model = model(Fusion::Sum, false);
    let short = Batch::new(&Slots::right_padded(&[&[5, 1, 7]], 6, false), &values(), &Device::flex());
    let state = |batch: &Batch| read(model.encode(batch, &mut Noise::none()));
    assert!(distance(&state(&short), &state(&batch(&[5, 1, 7]))) < ROUNDING);
}

#[test]
fn contributions_and_bias_add_up_to_the_fused_score_and_weights_to_one() {
    for fusion in FUSIONS {
        let items = [5, 1, 7, 2];
        let maps = pollster::block_on(explain(&model(fusion, false), &batch(&items), 4, &Edits::none())).unwrap();
        let cells = 4 * 4;
        let (heads, sources) = (maps.heads, maps.sources);
        assert_eq!((maps.layers, heads, sources), (2, 2, 3));
        for layer in 0..maps.layers {
            for head in 0..heads {
                let block = layer * heads + head;
                for cell in 0..cells {
                    let parts: f32 =
                        (0..sources).map(|source| maps.contributions[(block * sources + source) * cells + cell]).sum();
                    let bias = maps.bias.get(layer * 4 + cell % 4).copied().unwrap_or(0.0);
                    let fused = maps.fused[block * cells + cell];
                    assert!((parts + bias - fused).abs() < ROUNDING, "{fusion:?}: {parts} + {bias} is not {fused}");
                }
                for row in 0..4 {
                    let weights = &maps.weights[block * cells + row * 4..block * cells + row * 4 + 4];
                    assert!((weights.iter().sum::<f32>() - 1.0).abs() < ROUNDING, "{fusion:?} row {row}");
                    assert!(weights[row + 1..].iter().all(|&weight| weight == 0.0), "the future is masked");
                }
            }
        }
        let has_gates = matches!(fusion, Fusion::Gate | Fusion::SigmoidGate);
        assert_eq!(maps.gates.len(), if has_gates { 2 * 2 * 4 * sources } else { 0 });
    }
}

#[test]
fn a_silenced_source_contributes_nothing() {
    let maps = pollster::block_on(explain(
        &model(Fusion::Sum, false),
        &batch(&[5, 1, 7, 2]),
        4,
        &Edits::scaled(vec![0.0, 1.0, 1.0], 3),
    ))
    .unwrap();
    // Layer order of the factors is attributes, item, position; the attribute is the last source on the page.
    let attribute = |block: usize| &maps.contributions[(block * 3 + 2) * 16..(block * 3 + 3) * 16];
    assert!((0..4).all(|block| attribute(block).iter().all(|&value| value == 0.0)));
}
