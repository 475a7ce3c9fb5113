//! Every operation against the plain formulation on the CPU: values and all gradients.

use burn::module::Param;
use burn::nn::{LayerNorm, LayerNormConfig, Linear};
use burn::tensor::activation::{log_softmax, softmax};
use burn::tensor::module::embedding as plain_embedding;
use burn::tensor::{Device, Int, Tensor, TensorData};

use dif_sr::data::batch::{Batch, ItemValues, Slots};
use dif_sr::data::ids::Ids;
use dif_sr::data::packing::{Packing, Queries};
use dif_sr::nn::activation::gelu;
use dif_sr::nn::dropout::Noise;
use dif_sr::nn::gpu::{
    Places, RowZero, Sources, add_norm, attend, dropout, embedding, factors_of_weights, feed_forward, layer_norm,
    linears, runs_on, softmax_cross_entropy,
};
use dif_sr::nn::heads;
use dif_sr::nn::loss::{multi_label, plain_multi_label};
use dif_sr::nn::product::{product, product_of_rows};
use dif_sr::train::optimiser::Optimiser;

use super::graphics::graphics;

/// Single precision, sums in another order.
const TOLERANCE: f32 = 2e-5;

fn devices() -> [Device; 2] {
    [Device::flex().autodiff(), graphics().autodiff()]
}

/// Numbers without a pattern that a wrong index would leave as they are.
fn wave<const D: usize>(shape: [usize; D], speed: f32, device: &Device) -> Tensor<D> {
    let count = shape.iter().product::<usize>();
    let values: Vec<f32> = (0..count).map(|at| (at as f32 * speed).sin() + 0.1 * (at as f32 * 0.37).cos()).collect();
    Tensor::from_data(TensorData::new(values, shape), device).require_grad()
}

fn read<const D: usize>(tensor: Tensor<D>) -> Vec<f32> {
    pollster::block_on(tensor.into_data_async()).unwrap().try_into_vec().unwrap()
}

/// The gradients of `sum(output * weights)` by some tensors, after the output itself.
struct Found(Vec<Vec<f32>>);

impl Found {
    fn of<const D: usize>(output: Tensor<D>, inputs: &[&dyn Differentiated]) -> Self {
        let weights = wave(output.dims(), 0.61, &output.device()).detach();
        let gradients = (output.clone() * weights).sum().backward();
        let mut found = vec![read(output.inner())];
        found.extend(inputs.iter().map(|input| input.gradient(&gradients)));
        Self(found)
    }
}

trait Differentiated {
    fn gradient(&self, gradients: &burn::tensor::Gradients) -> Vec<f32>;
}

impl<const D: usize> Differentiated for Tensor<D> {
    fn gradient(&self, gradients: &burn::tensor::Gradients) -> Vec<f32> {
        read(self.grad(gradients).expect("the output depends on it"))
    }
}

fn compare(plain: &Found, ours: &Found) {
    assert_eq!(plain.0.len(), ours.0.len());
    for (part, (plain, ours)) in plain.0.iter().zip(&ours.0).enumerate() {
        assert_eq!(plain.len(), ours.len(), "part {part}");
        for (at, (plain, ours)) in plain.iter().zip(ours).enumerate() {
            let far = (plain - ours).abs() / (1.0 + plain.abs());
            assert!(far <= TOLERANCE, "part {part}, number {at}: {ours} instead of {plain}");
        }
    }
}

fn linear(input: usize, output: usize, speed: f32, device: &Device) -> Linear {
    Linear {
        weight: Param::from_tensor(wave([input, output], speed, device)),
        bias: Some(Param::from_tensor(wave([output], speed + 0.1, device))),
    }
}

fn parts(map: &Linear) -> (Tensor<2>, Tensor<1>) {
    (map.weight.val(), map.bias.as_ref().unwrap().val())
}

#[test]
fn joined_maps_are_the_maps_side_by_side() {
    // Sizes on both sides of a tile, a width that ends inside one, and rows for several slices.
    for (rows, inner, width, count) in [(3, 5, 4, 1), (70, 40, 36, 2), (33, 32, 32, 3), (400, 9, 7, 2)] {
        let [plain, ours] = devices().map(|device| {
            let x = wave([2, rows, inner], 0.31, &device);
            let maps: Vec<Linear> = (0..count).map(|at| linear(inner, width, 0.5 + at as f32 * 0.2, &device)).collect();
            let y = if runs_on(&x) {
                linears(x.clone(), &maps.iter().collect::<Vec<_>>())
            } else {
                Tensor::cat(maps.iter().map(|map| map.forward(x.clone())).collect(), 2)
            };
            let weights: Vec<_> = maps.iter().map(parts).collect();
            let mut inputs: Vec<&dyn Differentiated> = vec![&x];
            for (weight, bias) in &weights {
                inputs.extend([weight as &dyn Differentiated, bias]);
            }
            Found::of(y, &inputs)
        });
        compare(&plain, &ours);
    }
}

#[test]
fn feed_forward_is_two_maps_with_gelu_between_them() {
    let [plain, ours] = devices().map(|device| {
        let x = wave([4, 19, 20], 0.31, &device);
        let (first, second) = (linear(20, 40, 0.7, &device), linear(40, 20, 0.9, &device));
        let y = if runs_on(&x) {
            feed_forward(x.clone(), &first, &second)
        } else {
            second.forward(gelu(first.forward(x.clone())))
        };
        let [(w1, b1), (w2, b2)] = [parts(&first), parts(&second)];
        Found::of(y, &[&x, &w1, &b1, &w2, &b2])
    });
    compare(&plain, &ours);
}

#[test]
fn products_are_those_of_each_pair_of_matrices() {
    // As many on both sides, one on either side, on both sides of a tile.
    for (left, right, [n, k, m]) in
        [([2, 3], [2, 3], [5, 7, 4]), ([2, 3], [1, 1], [40, 33, 6]), ([1, 1], [3, 2], [7, 9, 35])]
    {
        let [plain, ours] = devices().map(|device| {
            let a = wave([left[0], left[1], n, k], 0.31, &device);
            let b = wave([right[0], right[1], k, m], 0.47, &device);
            let rows = wave([right[0], right[1], m, k], 0.53, &device);
            let (first, second) = (product(a.clone(), b.clone()), product_of_rows(a.clone(), rows.clone()));
            Found::of(Tensor::cat(vec![first, second], 2), &[&a, &b, &rows])
        });
        compare(&plain, &ours);
    }
    // More of them than there may be workgroups along one axis.
    let [plain, ours] = devices().map(|device| {
        let (a, b) = (wave([66_000, 1, 2], 0.31, &device), wave([66_000, 2, 1], 0.47, &device));
        Found::of(product(a.clone(), b.clone()), &[&a, &b])
    });
    compare(&plain, &ours);
    let [plain, ours] = devices().map(|device| {
        let (a, b) = (wave([34, 3], 0.31, &device), wave([3, 40], 0.47, &device));
        Found::of(product(a.clone(), b.clone()), &[&a, &b])
    });
    compare(&plain, &ours);
}

fn norm(width: usize, device: &Device) -> LayerNorm {
    let mut norm = LayerNormConfig::new(width).with_epsilon(1e-12).init(device);
    norm.gamma = Param::from_tensor(wave([width], 0.9, device));
    norm.beta = Some(Param::from_tensor(wave([width], 1.1, device)));
    norm
}

#[test]
fn normalisation_is_that_of_the_sum() {
    for width in [16, 70] {
        let [plain, ours] = devices().map(|device| {
            let (x, residual) = (wave([3, 7, width], 0.31, &device), wave([3, 7, width], 0.47, &device));
            let norm = norm(width, &device);
            let (once, twice) = if runs_on(&x) {
                (layer_norm(x.clone(), &norm, 1e-12), add_norm(x.clone(), residual.clone(), &norm, 1e-12))
            } else {
                (norm.forward(x.clone()), norm.forward(x.clone() + residual.clone()))
            };
            let (gamma, beta) = (norm.gamma.val(), norm.beta.as_ref().unwrap().val());
            Found::of(Tensor::cat(vec![once, twice], 2), &[&x, &residual, &gamma, &beta])
        });
        compare(&plain, &ours);
    }
}

/// Sequences of 3, 6 and 1 tokens, packed, on a device.
fn packed(device: &Device) -> Packing {
    let histories: [&[u32]; 3] = [&[1, 2, 3], &[4, 5, 6, 1, 2, 3], &[5]];
    let slots = Slots::right_padded(&histories, SLOTS, false);
    Batch::new(&slots, &ItemValues::new(8), device).packed().unwrap()
}

const SLOTS: usize = 7;

#[test]
fn attention_is_the_sum_of_the_sources_scores() {
    let (hidden, heads, tokens) = (10, 2, 10);
    // Rows of the padded matrix: slots 0 and 2 of the first sequence, 1, 4 and 5 of the second, the only one of the third.
    let some: &[u32] = &[0, 2, 7, 10, 11, 12];
    let every: Vec<u32> = (0..3).chain(6..12).chain(12..13).collect();
    let asked = [(None, 3), (Some(some), 6), (Some(every.as_slice()), tokens)];
    let cases =
        asked.iter().flat_map(|asked| [(asked, true, 0, true), (asked, false, 2, true), (asked, true, 3, false)]);
    for ((rows, queries), drops, attributes, causal) in cases {
        let [plain, ours] = devices().map(|device| {
            let packing = packed(&device);
            let queries = (packing.queries(*rows), *queries);
            let items = wave([tokens, 3 * hidden], 0.31, &device);
            let sources = |count: usize| (0..count).map(|at| (at, 4 + 2 * at));
            let attributes: Vec<_> = sources(attributes)
                .map(|(at, width)| wave([tokens, 2 * width], 0.43 + 0.1 * at as f32, &device))
                .collect();
            let positions = (attributes.len() < 3).then(|| wave([SLOTS, 2 * hidden], 0.57, &device));
            let keep = drops.then(|| (wave([queries.1, heads, SLOTS], 1.7, &device).detach() * 2.0).round());
            let sources =
                Sources { items: items.clone(), attributes: attributes.clone(), positions: positions.clone() };
            let output = if runs_on(&items) {
                let places = Places::new(&packing, &queries.0, causal, &device);
                attend(sources, &places, heads, SLOTS, keep)
            } else {
                plain_attention(&sources, (&packing, &queries.0), causal, heads, keep)
            };
            let mut inputs: Vec<&dyn Differentiated> = vec![&items];
            inputs.extend(attributes.iter().chain(&positions).map(|source| source as &dyn Differentiated));
            Found::of(output, &inputs)
        });
        compare(&plain, &ours);
    }
}

#[test]
fn dropout_is_that_of_the_hosts_numbers() {
    let (heads, rate) = (2, 0.3);
    let some: &[u32] = &[0, 2, 7, 10];
    for (rows, count) in [(None, 3), (Some(some), 4)] {
        // Rows of less than a block of numbers, of whole ones, and of some and a part; starting anywhere in a block.
        for (width, earlier) in [(5, 3), (32, 1), (64, 0), (70, 1001)] {
            let [plain, ours] = devices().map(|device| {
                let packing = packed(&device);
                let queries = packing.queries(rows);
                let x = wave([count, width], 0.31, &device);
                let mut noise = Noise::training(5);
                let _ = noise.mask([earlier], rate, &Device::flex());
                let (output, weights) = if runs_on(&x) {
                    let places = Places::new(&packing, &queries, true, &device);
                    let rows = (&queries, &places);
                    let output = dropout(x.clone(), rows, &mut noise, rate);
                    let weights = factors_of_weights(&packing, rows, heads, (&mut noise, rate), &x).unwrap();
                    (output, of_tokens(&read(weights), (&packing, &queries), heads))
                } else {
                    let output = noise.packed_dropout(x.clone(), &queries, rate);
                    (output, noise.of_weights(&packing, &queries, heads, rate).unwrap())
                };
                let mut found = Found::of(output, &[&x]);
                found.0.push(weights);
                assert!(found.0[0].contains(&0.0) && found.0[0].iter().any(|value| value.abs() > 0.0));
                found
            });
            compare(&plain, &ours);
        }
    }
}

/// `[queries, heads, slots]` as the CPU lays weights out: sequence by sequence, head by head, one row a query with an entry a token.
fn of_tokens(weights: &[f32], (packing, queries): (&Packing, &Queries), heads: usize) -> Vec<f32> {
    let mut found = Vec::new();
    for (tokens, rows) in packing.starts.windows(2).zip(queries.starts.windows(2)) {
        for head in 0..heads {
            for row in rows[0]..rows[1] {
                let start = (row * heads + head) * packing.len;
                found.extend_from_slice(&weights[start..start + tokens[1] - tokens[0]]);
            }
        }
    }
    found
}

/// One sequence after the other, from the plain equations.
fn plain_attention(
    sources: &Sources,
    (packing, queries): (&Packing, &Queries),
    causal: bool,
    heads: usize,
    keep: Option<Tensor<3>>,
) -> Tensor<2> {
    let device = sources.items.device();
    let hidden = sources.items.dims()[1] / 3;
    let part = |source: &Tensor<2>, at: usize, width: usize| source.clone().narrow(1, at * width, width);
    let sequences = packing.starts.windows(2).zip(queries.starts.windows(2));
    let contexts = sequences.map(|(tokens, rows)| {
        let (first, count) = (tokens[0], tokens[1] - tokens[0]);
        let slots: Vec<i32> = queries.slots[rows[0]..rows[1]].iter().map(|&slot| slot as i32).collect();
        let asking = Tensor::<1, Int>::from_ints(slots.as_slice(), &device);
        let scores = |source: &Tensor<2>, first: usize| {
            let width = source.dims()[1] / if source.dims()[1] == 3 * hidden { 3 } else { 2 };
            let [query, key] = [0, 1].map(|at| part(source, at, width).narrow(0, first, count).unsqueeze::<3>());
            heads::scores(query.select(1, asking.clone()), key, heads)
        };
        let mut all = scores(&sources.items, first);
        for source in &sources.attributes {
            all = all + scores(source, first);
        }
        if let Some(positions) = &sources.positions {
            all = all + scores(positions, 0);
        }
        let mask: Vec<f32> = slots
            .iter()
            .flat_map(|&slot| (0..count as i32).map(move |key| if causal && key > slot { -1e9 } else { 0.0 }))
            .collect();
        let mask = Tensor::<4>::from_data(TensorData::new(mask, [1, 1, slots.len(), count]), &device);
        let mut weights = softmax(all / ((hidden / heads) as f64).sqrt() + mask, 3);
        if let Some(keep) = &keep {
            let keep = keep.clone().narrow(0, rows[0], slots.len()).narrow(2, 0, count);
            weights = weights * keep.swap_dims(0, 1).unsqueeze::<4>();
        }
        let value = part(&sources.items, 2, hidden).narrow(0, first, count).unsqueeze::<3>();
        heads::join(weights.matmul(heads::split(value, heads))).squeeze_dim::<2>(0)
    });
    Tensor::cat(contexts.collect(), 0)
}

#[test]
fn a_look_up_sends_its_gradient_to_its_row() {
    for zero in [RowZero::Padding, RowZero::Ordinary] {
        let [plain, ours] = devices().map(|device| {
            let table = wave([40, 35], 0.31, &device);
            let ids: Vec<i32> = (0..5 * 61).map(|at| (at * at) % 39).collect();
            let silent: Vec<f32> =
                ids.iter().map(|&id| if id == 0 && zero == RowZero::Padding { 0.0 } else { 1.0 }).collect();
            let ids = Ids::new(ids, [5, 61], &device);
            let output = if runs_on(&table) {
                embedding(table.clone(), &ids, zero)
            } else {
                let rows = plain_embedding(table.clone(), ids.tensor);
                let silent = Tensor::<3>::from_data(TensorData::new(silent, [5, 61, 1]), &device);
                rows.clone() * silent.clone() + rows.detach() * (1.0 - silent)
            };
            Found::of(output, &[&table])
        });
        compare(&plain, &ours);
    }
}

#[test]
fn cross_entropy_is_that_of_the_softmax() {
    let [plain, ours] = devices().map(|device| {
        let (states, table) = (wave([37, 24], 0.31, &device), wave([150, 24], 0.23, &device));
        let targets = Tensor::<1, Int>::from_data(
            TensorData::new((0..37).map(|at| at * 4 % 150).collect::<Vec<i32>>(), [37]),
            &device,
        );
        let loss = if runs_on(&states) {
            softmax_cross_entropy(states.clone(), table.clone(), targets)
        } else {
            let scores = states.clone().matmul(table.clone().transpose());
            log_softmax(scores, 1).gather(1, targets.unsqueeze_dim(1)).mean().neg()
        };
        Found::of(loss * 1.7, &[&states, &table])
    });
    compare(&plain, &ours);
}

#[test]
fn cross_entropy_of_labels_leaves_out_the_first() {
    let [plain, ours] = devices().map(|device| {
        let scores = wave([9, 70], 2.31, &device);
        let labels: Vec<f32> = (0..9 * 70).map(|at| f32::from(u8::from(at % 7 == 3))).collect();
        let labels = Tensor::<2>::from_data(TensorData::new(labels, [9, 70]), &device);
        let loss = if runs_on(&scores) {
            multi_label(scores.clone(), labels)
        } else {
            plain_multi_label(scores.clone(), labels)
        };
        Found::of(loss * 1.7, &[&scores])
    });
    compare(&plain, &ours);
}

#[test]
fn adam_goes_on_from_moments_that_were_read_and_leaves_older_weights_alone() {
    const RATE: f64 = 0.01;
    let [plain, ours] = devices().map(|device| {
        let loss = |map: &Linear| map.forward(wave([4, 5], 0.3, &device)).square().mean();
        let weights = |map: &Linear| {
            let (weight, bias) = parts(map);
            [read(weight.inner()), read(bias.inner())].concat()
        };
        let mut optimiser = Optimiser::new(RATE);
        let mut map = linear(5, 3, 0.5, &device);
        for _ in 0..2 {
            map = optimiser.step(map.clone(), &loss(&map));
        }
        let before = weights(&map);
        let stored = pollster::block_on(optimiser.read()).unwrap();
        assert_eq!(stored.times.values().collect::<Vec<_>>(), [&2, &2]);
        let mut restored = Optimiser::restored(RATE, stored, &device.clone().inner()).unwrap();
        let onward = weights(&optimiser.step(map.clone(), &loss(&map)));
        let resumed = weights(&restored.step(map.clone(), &loss(&map)));
        assert_eq!(weights(&map), before);
        assert_ne!(onward, before);
        Found(vec![before, onward, resumed])
    });
    assert_eq!(ours.0[1], ours.0[2]);
    compare(&plain, &ours);
}
