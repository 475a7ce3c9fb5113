//! Gradients of attention over several sources; sources and sizes as in [`super::attend_kernels`].

use burn::tensor::Shape;
use burn_cubecl::tensor::CubeTensor;
use cubecl::prelude::*;

use super::attend_kernels::{COLUMNS, KEYS, Sizes, end_of_keys};
use super::grid::{FLAT, grid};
use super::launch::like;
use super::own::{add_kept_products, add_products};
use super::places::{Counts, Places, first_query, first_token, query_of, sequence_of, token_of};

/// Gradient of the sum of the sources' scores: `scale * weights * (d - sum over keys of d weights)`, `d = keep * (dcontext V^T)`.
/// One unit a query and head.
#[cube(launch)]
#[allow(clippy::too_many_arguments, reason = "a kernel's arguments are its buffers")]
fn score_gradient_kernel(
    gradient: &[f32],
    weights: &[f32],
    keep: &[f32],
    items: &[f32],
    places: &[i32],
    scores: &mut [f32],
    queries: usize,
    tokens: usize,
    len: usize,
    heads: usize,
    hidden: usize,
    causal: u32,
    drops: u32,
    scale: f32,
) {
    let head = ABSOLUTE_POS / queries;
    let query = ABSOLUTE_POS % queries;
    if head < heads {
        let part = hidden / heads;
        let token = token_of(places, query);
        let sequence = sequence_of(places, queries, token);
        let first = first_token(places, queries, tokens, sequence);
        let end = end_of_keys(places, queries, tokens, sequence, token, causal);
        let out = (query * heads + head) * len;
        let mut sums = Array::new(KEYS);
        let mut left = Array::<usize>::new(1usize);
        let mut rights = Array::<usize>::new(KEYS);
        left[0] = query * hidden + head * part;
        let mut total = 0.0f32;
        for block in 0..(end - first).div_ceil(KEYS) {
            let begin = first + block * KEYS;
            #[unroll]
            for j in 0..KEYS {
                sums[j] = 0.0f32;
                // Beyond the end the last one is read once more, and not written.
                rights[j] = (3 * (begin + j).min(end - 1) + 2) * hidden + head * part;
            }
            add_products(gradient, &left, 1, items, &rights, 1, part, &mut sums, 1usize, KEYS);
            #[unroll]
            for j in 0..KEYS {
                if begin + j < end {
                    let at = out + begin - first + j;
                    let mut d = sums[j];
                    if drops == 1 {
                        d *= keep[at];
                    }
                    scores[at] = d;
                    total += d * weights[at];
                }
            }
        }
        for at in out..out + end - first {
            let d = scores[at];
            scores[at] = scale * weights[at] * (d - total);
        }
    }
}

/// Gradient of a source's rows `queries | keys` from that of the scores; where there is a third section also of the values. One
/// unit some columns of a token, section and head; `further` units more one number each of what the positions ask, `summed`.
#[cube(launch)]
#[allow(clippy::too_many_arguments, reason = "a kernel's arguments are its buffers")]
fn source_gradient_kernel(
    scores: &[f32],
    source: &[f32],
    places: &[i32],
    weights: &[f32],
    keep: &[f32],
    gradient: &[f32],
    out: &mut [f32],
    summed: &mut [f32],
    queries: usize,
    tokens: usize,
    sequences: usize,
    len: usize,
    heads: usize,
    width: usize,
    sections: usize,
    further: usize,
    all: u32,
    causal: u32,
    drops: u32,
) {
    let part = width / heads;
    let across = part.div_ceil(COLUMNS);
    let column = ABSOLUTE_POS % across;
    let head = ABSOLUTE_POS / across % heads;
    let section = ABSOLUTE_POS / across / heads % sections;
    let token = ABSOLUTE_POS / across / heads / sections;
    if token < tokens {
        let pitch = sections * width;
        let sequence = sequence_of(places, queries, token);
        let first = first_token(places, queries, tokens, sequence);
        let mut sums = Array::new(COLUMNS);
        let mut columns = Array::<usize>::new(COLUMNS);
        let mut left = Array::<usize>::new(1usize);
        let mut rights = Array::<usize>::new(COLUMNS);
        #[unroll]
        for j in 0..COLUMNS {
            sums[j] = 0.0f32;
            columns[j] = head * part + (column + j * across).min(part - 1);
        }
        if section == 0 {
            let query = query_of(places, queries, tokens, sequences, token, all);
            if query < queries {
                let end = end_of_keys(places, queries, tokens, sequence, token, causal);
                left[0] = (query * heads + head) * len;
                #[unroll]
                for j in 0..COLUMNS {
                    rights[j] = first * pitch + width + columns[j];
                }
                add_products(scores, &left, 1, source, &rights, pitch, end - first, &mut sums, 1usize, COLUMNS);
            }
        } else {
            // The queries that see this token.
            let mut begin = first_query(places, queries, tokens, sequences, sequence);
            let end = first_query(places, queries, tokens, sequences, sequence + 1);
            if causal == 1 {
                if all == 1 {
                    begin = token;
                } else {
                    while begin < end && token_of(places, begin) < token {
                        begin += 1;
                    }
                }
            }
            left[0] = (begin * heads + head) * len + token - first;
            if section == 1 && all == 1 {
                #[unroll]
                for j in 0..COLUMNS {
                    rights[j] = begin * pitch + columns[j];
                }
                add_products(
                    scores,
                    &left,
                    heads * len,
                    source,
                    &rights,
                    pitch,
                    end - begin,
                    &mut sums,
                    1usize,
                    COLUMNS,
                );
            } else if section == 1 {
                for query in begin..end {
                    let score = scores[(query * heads + head) * len + token - first];
                    let row = token_of(places, query) * pitch;
                    #[unroll]
                    for j in 0..COLUMNS {
                        sums[j] += score * source[row + columns[j]];
                    }
                }
            } else {
                #[unroll]
                for j in 0..COLUMNS {
                    rights[j] = begin * width + columns[j];
                }
                let (step, count) = (heads * len, end - begin);
                if drops == 1 {
                    add_kept_products(
                        weights, keep, &left, step, gradient, &rights, width, count, &mut sums, 1usize, COLUMNS,
                    );
                } else {
                    add_products(weights, &left, step, gradient, &rights, width, count, &mut sums, 1usize, COLUMNS);
                }
            }
        }
        #[unroll]
        for j in 0..COLUMNS {
            if column + j * across < part {
                out[token * pitch + section * width + columns[j]] = sums[j];
            }
        }
    } else {
        let at = ABSOLUTE_POS - tokens * sections * heads * across;
        if at < further {
            summed[at] = sequence_sum(scores, places, at, queries, tokens, sequences, len, heads, all, causal);
        }
    }
}

/// Number `at` of the sum of the scores' gradients over the sequences, at the slots of their queries: `[len, heads, len]`.
#[cube]
#[allow(clippy::too_many_arguments, reason = "a part of a kernel, with its buffers")]
fn sequence_sum(
    scores: &[f32],
    places: &[i32],
    at: usize,
    queries: usize,
    tokens: usize,
    sequences: usize,
    len: usize,
    heads: usize,
    all: u32,
    causal: u32,
) -> f32 {
    let key = at % len;
    let head = at / len % heads;
    let slot = at / len / heads;
    let mut sum = 0.0f32;
    if causal == 0 || key <= slot {
        for sequence in 0..sequences {
            let first = first_token(places, queries, tokens, sequence);
            let count = first_token(places, queries, tokens, sequence + 1) - first;
            if slot < count && key < count {
                let query = query_of(places, queries, tokens, sequences, first + slot, all);
                if query < queries {
                    sum += scores[(query * heads + head) * len + key];
                }
            }
        }
    }
    sum
}

/// Buffers of the backward pass.
pub struct Backward<'a> {
    /// Gradient of the context.
    pub gradient: &'a CubeTensor,
    /// Weights of the forward pass.
    pub weights: &'a CubeTensor,
    /// Factor on each weight, where dropout is on.
    pub keep: Option<&'a CubeTensor>,
    /// The items' queries, keys and values.
    pub items: &'a CubeTensor,
    /// Which tokens ask, and what they see.
    pub places: &'a Places,
    /// Sizes of the forward pass.
    pub sizes: Sizes,
}

impl Backward<'_> {
    /// Launches the gradient of the scores.
    pub fn scores(&self, out: &CubeTensor) {
        let Counts { queries, tokens, causal, .. } = self.places.counts;
        score_gradient_kernel::launch(
            &self.items.client,
            grid(queries * self.sizes.heads),
            FLAT,
            self.gradient.clone().into_buffer_arg(),
            self.weights.clone().into_buffer_arg(),
            self.keep.unwrap_or(self.weights).clone().into_buffer_arg(),
            self.items.clone().into_buffer_arg(),
            self.places.list.clone().into_buffer_arg(),
            out.clone().into_buffer_arg(),
            queries,
            tokens,
            self.sizes.len,
            self.sizes.heads,
            self.sizes.hidden,
            u32::from(causal),
            u32::from(self.keep.is_some()),
            self.sizes.scale(),
        );
    }

    /// Launches the gradient of a source whose rows belong to the tokens of `places`: `sections` times `width` numbers each, 2, or
    /// for the items with their values 3. On the side, where it is asked for, the sum of the scores' gradients over the sequences,
    /// `[len, heads, len]`.
    pub fn source(
        &self,
        (scores, places): (&CubeTensor, &Places),
        source: &CubeTensor,
        (out, summed): (&CubeTensor, Option<&CubeTensor>),
        (width, sections): (usize, usize),
    ) {
        let Sizes { heads, len, .. } = self.sizes;
        let Counts { queries, tokens, sequences, causal, all } = places.counts;
        let further = if summed.is_some() { len * heads * len } else { 0 };
        // A kernel may not write to one buffer by two names.
        let summed = summed.cloned().unwrap_or_else(|| like(scores, Shape::new([1])));
        source_gradient_kernel::launch(
            &self.items.client,
            grid(tokens * sections * heads * (width / heads).div_ceil(COLUMNS) + further),
            FLAT,
            scores.clone().into_buffer_arg(),
            source.clone().into_buffer_arg(),
            places.list.clone().into_buffer_arg(),
            self.weights.clone().into_buffer_arg(),
            self.keep.unwrap_or(self.weights).clone().into_buffer_arg(),
            self.gradient.clone().into_buffer_arg(),
            out.clone().into_buffer_arg(),
            summed.into_buffer_arg(),
            queries,
            tokens,
            sequences,
            len,
            heads,
            width,
            sections,
            further,
            u32::from(all),
            u32::from(causal),
            u32::from(self.keep.is_some()),
        );
    }
}
