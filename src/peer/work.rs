//! Weights and batches that every stack makes alike: each number is a hash of its place, so that no library's random numbers are
//! needed and nothing has to be sent.

use super::Case;
use crate::models::NamedTensor;

/// Streams of numbers below this one belong to parameters.
const ATTRIBUTES: u32 = 900;
const BATCHES: u32 = 1000;
const SESSIONS: u32 = 5000;
/// Places of targets and of items in the stream of a batch; sequence lengths come first.
const TARGETS: u32 = 1_000_000;
const ITEMS: u32 = 2_000_000;

/// How a parameter starts.
#[derive(Clone, Copy)]
enum Start {
    /// Uniform around 0 with this standard deviation.
    Spread(f64),
    /// All the same.
    Constant(f32),
}

/// One step's questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepBatch {
    /// Item ids, `[batch * len]`, 0 = padding, on the right.
    pub items: Vec<u32>,
    /// Items of each sequence, `[batch]`.
    pub lengths: Vec<u32>,
    /// Item to predict, `[batch]`.
    pub targets: Vec<u32>,
}

/// The finaliser of `MurmurHash3`: every bit of the input reaches every bit of the output.
const fn mix(mut x: u32) -> u32 {
    x = (x ^ (x >> 16)).wrapping_mul(0x85eb_ca6b);
    x = (x ^ (x >> 13)).wrapping_mul(0xc2b2_ae35);
    x ^ (x >> 16)
}

/// Number `at` of a stream.
const fn word(stream: u32, at: u32) -> u32 {
    mix(mix(at) ^ stream.wrapping_mul(0x9e37_79b9))
}

/// Number `at` of a stream as one of `1..=choices`.
const fn choice(stream: u32, at: u32, choices: usize) -> u32 {
    1 + word(stream, at) % choices as u32
}

/// Every parameter under the name that the peers give it, in their order.
#[must_use]
pub fn parameters(case: &Case) -> Vec<NamedTensor> {
    let (d, width, inner) = (case.d, case.d_attr, case.d_inner);
    let (items, values) = (case.items + 1, case.attr_values + 1);
    let mut made = Parameters::default();
    made.add("item", &[items, d], Start::Spread(0.02));
    made.add("pos", &[case.len, d], Start::Spread(0.02));
    made.add("attr", &[values, width], Start::Spread(1.0));
    made.norm("in", d);
    for layer in 0..case.layers {
        for name in ["q", "k", "v", "pq", "pk", "o"] {
            made.linear(&format!("{layer}.{name}"), d, d);
        }
        for name in ["aq", "ak"] {
            made.linear(&format!("{layer}.{name}"), width, width);
        }
        made.linear(&format!("{layer}.f1"), d, inner);
        made.linear(&format!("{layer}.f2"), inner, d);
        made.norm(&format!("{layer}.n1"), d);
        made.norm(&format!("{layer}.n2"), d);
    }
    made.linear("head", d, values);
    made.0
}

#[derive(Default)]
struct Parameters(Vec<NamedTensor>);

impl Parameters {
    fn add(&mut self, name: &str, shape: &[usize], start: Start) {
        let stream = self.0.len() as u32 + 1;
        let count = shape.iter().product::<usize>() as u32;
        let value = |at| match start {
            Start::Constant(value) => value,
            // A uniform number on an interval of length 1 has variance 1 / 12.
            Start::Spread(std) => ((f64::from(word(stream, at)) / 2_f64.powi(32) - 0.5) * (12_f64.sqrt() * std)) as f32,
        };
        self.0.push(NamedTensor { name: name.into(), shape: shape.to_vec(), values: (0..count).map(value).collect() });
    }

    fn linear(&mut self, name: &str, input: usize, output: usize) {
        self.add(&format!("{name}.w"), &[input, output], Start::Spread(0.02));
        self.add(&format!("{name}.b"), &[output], Start::Constant(0.0));
    }

    fn norm(&mut self, name: &str, width: usize) {
        self.add(&format!("{name}.g"), &[width], Start::Constant(1.0));
        self.add(&format!("{name}.b"), &[width], Start::Constant(0.0));
    }
}

/// The attribute value of every item, row 0 (padding) without one: `[items + 1]`.
#[must_use]
pub fn item_attributes(case: &Case) -> Vec<u32> {
    let real = (1..=case.items as u32).map(|item| choice(ATTRIBUTES, item, case.attr_values));
    std::iter::once(0).chain(real).collect()
}

/// Batch number `index`.
#[must_use]
pub fn batch(case: &Case, index: u32) -> StepBatch {
    let stream = BATCHES + index;
    let sequences = 0..case.batch as u32;
    let lengths: Vec<u32> = sequences.clone().map(|sequence| choice(stream, sequence, case.len)).collect();
    let items = lengths.iter().zip(sequences.clone()).flat_map(|(&length, sequence)| {
        (0..case.len as u32).map(move |slot| {
            let at = ITEMS + sequence * case.len as u32 + slot;
            if slot < length { choice(stream, at, case.items) } else { 0 }
        })
    });
    StepBatch {
        items: items.collect(),
        targets: sequences.map(|sequence| choice(stream, TARGETS + sequence, case.items)).collect(),
        lengths,
    }
}

/// Session number `index`, which fills all slots.
#[must_use]
pub fn session(case: &Case, index: u32) -> Vec<u32> {
    (0..case.len as u32).map(|slot| choice(SESSIONS + index, slot, case.items)).collect()
}
