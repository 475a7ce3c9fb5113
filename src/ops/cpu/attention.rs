//! Decoupled attention over packed sequences: scores of every source, their sum, softmax and values, as one operation.

use std::sync::Arc;

use burn::backend::DispatchTensor;
use burn::backend::flex::FlexTensor;
use burn::tensor::Tensor;

use super::attention_head::{Head, Row, Strip};
use super::graph::{Operation, apply, input};
use super::matrix::{dims, edit, matrix, values, zeros};
use super::row_sums::add_scaled;

/// Where the heads of one map lie: `heads * width` columns of an input, from `start`.
#[derive(Debug, Clone, Copy)]
pub struct Columns {
    /// Which of the inputs.
    pub input: usize,
    /// First column.
    pub start: usize,
}

/// A source of scores: its queries and keys.
#[derive(Debug, Clone, Copy)]
pub struct Source {
    /// One row per query.
    pub query: Columns,
    /// One row per token.
    pub key: Columns,
    /// Columns of one head.
    pub width: usize,
}

/// Rows that a layer is asked for, sequence by sequence.
#[derive(Debug, Clone)]
pub struct Queries {
    /// First query of each sequence, and the number of all at the end.
    pub starts: Arc<Vec<usize>>,
    /// Slot of each query in its sequence.
    pub slots: Arc<Vec<usize>>,
}

/// What an attention layer computes after its maps.
///
/// # Equation
/// `O_i = sum over j of noise_ij softmax_j((sum over s of q_i,s . k_j,s + P_ij) / sqrt(d_h)) v_j`, per head, over the keys that
/// slot `i` sees; `P = p_q p_k^T`, the same for every sequence.
#[derive(Debug, Clone)]
pub struct Attention {
    /// First token of each sequence, and the number of all at the end.
    pub starts: Arc<Vec<usize>>,
    /// The rows that are asked for.
    pub queries: Queries,
    /// The sources whose scores differ by sequence.
    pub sources: Vec<Source>,
    /// The source that belongs to the slots: its input has one row per slot.
    pub position: Option<Source>,
    /// Values, one row per token; `hidden / heads` columns a head.
    pub value: Columns,
    /// Number of heads.
    pub heads: usize,
    /// Columns of all heads of the values.
    pub hidden: usize,
    /// A slot sees itself and earlier slots only.
    pub causal: bool,
    /// Factor on each attention weight, laid out as the weights: sequence by sequence, head by head, one row per query with one
    /// entry per token.
    pub noise: Option<Arc<Vec<f32>>>,
}

/// What the backward pass needs.
#[derive(Debug, Clone)]
pub struct Memory<const N: usize> {
    inputs: [FlexTensor; N],
    /// Attention weights before dropout: sequence by sequence, head by head, one row per query with one entry per key.
    weights: Vec<f32>,
}

impl Attention {
    /// Runs the layer.
    ///
    /// # Shapes
    /// - `inputs`: matrices with one row per token, per query, or per slot, as the [`Columns`] say
    /// - returns: `[queries, hidden]`
    ///
    /// # Panics
    /// With more than ten inputs.
    #[must_use]
    pub fn forward(self, inputs: &[Tensor<2>]) -> Tensor<2> {
        fn run<const N: usize>(layer: Attention, inputs: &[DispatchTensor]) -> Tensor<2> {
            apply::<N, 2, _>(layer, std::array::from_fn(|at| inputs[at].clone()))
        }
        let inputs: Vec<DispatchTensor> = inputs.iter().map(input).collect();
        match inputs.len() {
            1 => run::<1>(self, &inputs),
            2 => run::<2>(self, &inputs),
            3 => run::<3>(self, &inputs),
            4 => run::<4>(self, &inputs),
            5 => run::<5>(self, &inputs),
            6 => run::<6>(self, &inputs),
            7 => run::<7>(self, &inputs),
            8 => run::<8>(self, &inputs),
            9 => run::<9>(self, &inputs),
            10 => run::<10>(self, &inputs),
            n => panic!("{n} inputs of one attention layer"),
        }
    }

    /// Number of attention weights: for every sequence and head one row per query with one entry per token.
    #[must_use]
    pub fn weights_of(starts: &[usize], queries: &[usize], heads: usize) -> usize {
        let pairs = starts.windows(2).zip(queries.windows(2));
        pairs.map(|(tokens, queries)| heads * (tokens[1] - tokens[0]) * (queries[1] - queries[0])).sum()
    }

    /// Every sequence, with where its weights start.
    fn sequences(&self) -> Vec<Sequence> {
        let mut first = 0;
        let pairs = self.starts.windows(2).zip(self.queries.starts.windows(2));
        let sequences = pairs.map(|(tokens, queries)| {
            let sequence = Sequence {
                token: tokens[0],
                tokens: tokens[1] - tokens[0],
                query: queries[0],
                queries: queries[1] - queries[0],
                weights: first,
            };
            first += self.heads * sequence.tokens * sequence.queries;
            sequence
        });
        // Of a sequence that nobody asks about nothing is computed.
        sequences.filter(|sequence| sequence.queries > 0).collect()
    }

    fn width(&self) -> usize {
        self.hidden / self.heads
    }

    fn scale(&self) -> f32 {
        1.0 / (self.width() as f32).sqrt()
    }

    /// Scaled scores of the slots in one head, `[slots, slots]`, and how many slots there are.
    fn position_scores(&self, inputs: &[FlexTensor], number: usize) -> Option<(Vec<f32>, usize)> {
        let Source { query, key, width } = self.position?;
        let (slots, _) = dims(&inputs[key.input]);
        let factor = |columns| strip(inputs, columns, number, width, 0).rows(slots);
        let mut scores = factor(query).times(&factor(key).transposed());
        for score in &mut scores {
            *score *= self.scale();
        }
        Some((scores, slots))
    }

    /// Gradients of the slots' queries and keys in one head from those of their scaled scores.
    fn position_backward(&self, inputs: &[FlexTensor], number: usize, d_scores: &[f32], gradients: &mut [Vec<f32>]) {
        let Some(Source { query, key, width }) = self.position else { return };
        let (slots, _) = dims(&inputs[key.input]);
        let d_scores = Strip { values: d_scores, stride: slots, width: slots }.rows(slots);
        for (columns, d_scores, other) in [(query, &d_scores, key), (key, &d_scores.transposed(), query)] {
            let found = d_scores.times(&strip(inputs, other, number, width, 0).rows(slots));
            for (slot, found) in found.chunks_exact(width).enumerate() {
                add_scaled(place(inputs, gradients, columns, number, width, slot), self.scale(), found);
            }
        }
    }
}

/// One sequence among the packed ones.
struct Sequence {
    /// Row of its first token.
    token: usize,
    tokens: usize,
    /// Row of its first query.
    query: usize,
    queries: usize,
    /// Where its attention weights start.
    weights: usize,
}

impl Sequence {
    /// Where one row of weights starts.
    fn row(&self, head: usize, query: usize) -> usize {
        self.weights + (head * self.queries + query) * self.tokens
    }
}

/// The columns of one head, from `row` on.
fn strip(inputs: &[FlexTensor], columns: Columns, head: usize, width: usize, row: usize) -> Strip<'_> {
    let tensor = &inputs[columns.input];
    let stride = dims(tensor).1;
    Strip { values: &values(tensor)[row * stride + columns.start + head * width..], stride, width }
}

/// One row of one head in the gradients.
fn place<'a>(
    inputs: &[FlexTensor],
    gradients: &'a mut [Vec<f32>],
    columns: Columns,
    head: usize,
    width: usize,
    row: usize,
) -> &'a mut [f32] {
    let stride = dims(&inputs[columns.input]).1;
    &mut gradients[columns.input][row * stride + columns.start + head * width..][..width]
}

impl<const N: usize> Operation<N> for Attention {
    type Memory = Memory<N>;

    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn forward(&self, inputs: &[FlexTensor; N]) -> (FlexTensor, Self::Memory) {
        let mut weights = vec![0.0; Self::weights_of(&self.starts, &self.queries.starts, self.heads)];
        let mut context = zeros(self.queries.slots.len(), self.hidden);
        let context_values = edit(&mut context);
        let mut head = Head::default();
        let sequences = self.sequences();
        for number in 0..self.heads {
            let shared = self.position_scores(inputs, number);
            for sequence in &sequences {
                let keys = self.strips(inputs, number, |source| (source.key, sequence.token));
                let queries = self.strips(inputs, number, |source| (source.query, sequence.query));
                let value = strip(inputs, self.value, number, self.width(), sequence.token);
                head.load(&keys, sequence.tokens);
                for query in 0..sequence.queries {
                    let at = sequence.row(number, query);
                    let (row, seen) = self.row(sequence, query, at, shared.as_ref());
                    let start = (sequence.query + query) * self.hidden + number * self.width();
                    let context = &mut context_values[start..start + self.width()];
                    head.forward(&queries, value, self.scale(), &row, &mut weights[at..at + seen], context);
                }
            }
        }
        (context, Memory { inputs: inputs.clone(), weights })
    }

    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn backward(&self, memory: Self::Memory, gradient: FlexTensor, _: [bool; N]) -> [Option<FlexTensor>; N] {
        let Memory { inputs, weights } = &memory;
        let mut gradients: Vec<Vec<f32>> = inputs.iter().map(|input| vec![0.0; values(input).len()]).collect();
        let mut head = Head::default();
        let sequences = self.sequences();
        for number in 0..self.heads {
            let slots = self.position.map_or(0, |source| dims(&inputs[source.key.input]).0);
            let mut d_shared = vec![0.0; slots * slots];
            for sequence in &sequences {
                let keys = self.strips(inputs, number, |source| (source.key, sequence.token));
                let queries = self.strips(inputs, number, |source| (source.query, sequence.query));
                let value = strip(inputs, self.value, number, self.width(), sequence.token);
                let start = sequence.query * self.hidden + number * self.width();
                let d_context = Strip { values: &values(&gradient)[start..], stride: self.hidden, width: self.width() };
                head.load_backward(&keys, value, sequence.tokens, sequence.queries);
                for query in 0..sequence.queries {
                    let at = sequence.row(number, query);
                    let (row, seen) = self.row(sequence, query, at, None);
                    let slot = self.queries.slots[sequence.query + query];
                    let d_shared = self.position.is_some().then(|| &mut d_shared[slot * slots..][..seen]);
                    let weights = &weights[at..at + seen];
                    let mut rest = head.backward(&queries, self.scale(), &row, weights, d_context.row(query), d_shared);
                    for source in &self.sources {
                        let (d, after) = rest.split_at(source.width);
                        let row = sequence.query + query;
                        place(inputs, &mut gradients, source.query, number, source.width, row).copy_from_slice(d);
                        rest = after;
                    }
                }
                let slots = &self.queries.slots[sequence.query..][..sequence.queries];
                for token in 0..sequence.tokens {
                    let first = if self.causal { slots.partition_point(|&slot| slot < token) } else { 0 };
                    let row = sequence.token + token;
                    let d_value = place(inputs, &mut gradients, self.value, number, self.width(), row);
                    let mut rest = head.of_key(token, first, d_context, d_value);
                    for source in &self.sources {
                        let (d, after) = rest.split_at(source.width);
                        place(inputs, &mut gradients, source.key, number, source.width, row).copy_from_slice(d);
                        rest = after;
                    }
                }
            }
            self.position_backward(inputs, number, &d_shared, &mut gradients);
        }
        let mut found = gradients.into_iter().zip(inputs).map(|(gradient, input)| {
            let (rows, columns) = dims(input);
            matrix(gradient, rows, columns)
        });
        std::array::from_fn(|_| found.next())
    }
}

impl Attention {
    fn strips<'a>(
        &self,
        inputs: &'a [FlexTensor],
        head: usize,
        which: impl Fn(&Source) -> (Columns, usize),
    ) -> Vec<Strip<'a>> {
        let strips = self.sources.iter().map(|source| {
            let (columns, row) = which(source);
            strip(inputs, columns, head, source.width, row)
        });
        strips.collect()
    }

    /// A row of weights that starts at `at`, and how many keys it sees.
    fn row<'a>(
        &'a self,
        sequence: &Sequence,
        query: usize,
        at: usize,
        shared: Option<&'a (Vec<f32>, usize)>,
    ) -> (Row<'a>, usize) {
        let slot = self.queries.slots[sequence.query + query];
        let seen = if self.causal { slot + 1 } else { sequence.tokens };
        let row = Row {
            query,
            shared: shared.map(|(scores, slots)| &scores[slot * slots..][..seen]),
            noise: self.noise.as_ref().map(|noise| &noise[at..at + seen]),
        };
        (row, seen)
    }
}
