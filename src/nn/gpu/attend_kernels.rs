//! Attention whose score is a sum over sources, each with its own queries and keys, over packed sequences.
//!
//! A source is a buffer of rows `queries | keys`, `2 width` numbers; the items' rows go on with their values. A row of the buffer
//! belongs to a token, or with `shared` to a slot of every sequence. Weights and scores have a row for each query and head, with
//! room for `len` keys; where a key is hidden from the query, nothing is written or read.

use burn_cubecl::tensor::CubeTensor;
use cubecl::prelude::*;

use super::grid::{FLAT, grid};
use super::own::{add_kept_products, add_products};
use super::places::{Counts, Places, first_token, sequence_of, token_of};

/// Sources beside the items at most: with more, a kernel would read more buffers than every adapter allows.
pub const EXTRA: usize = 4;
/// Keys whose scores one unit finds together.
pub(super) const KEYS: usize = 4;
/// Columns that one unit computes; those of its neighbours lie between them.
pub(super) const COLUMNS: usize = 4;

/// Adds one source's share of the scores: the rows of a query and of some keys, both of one head.
#[cube]
#[allow(clippy::too_many_arguments, reason = "a source and where its rows lie")]
#[allow(clippy::trivially_copy_pass_by_ref, reason = "an array of the kernel, which is no array here")]
fn add_scores(
    source: &[f32],
    query: usize,
    keys: &Array<usize>,
    before: usize,
    head: usize,
    heads: usize,
    width: usize,
    pitch: usize,
    sums: &mut Array<f32>,
) {
    let part = width / heads;
    let mut left = Array::<usize>::new(1usize);
    let mut rights = Array::<usize>::new(KEYS);
    left[0] = (query - before) * pitch + head * part;
    #[unroll]
    for j in 0..KEYS {
        rights[j] = (keys[j] - before) * pitch + width + head * part;
    }
    add_products(source, &left, 1, source, &rights, 1, part, sums, 1usize, KEYS);
}

/// Tokens before a sequence's rows in a source: none where it is shared by all sequences.
#[cube]
fn tokens_before(first: usize, is_shared: u32) -> usize {
    let mut before = 0usize;
    if is_shared == 1 {
        before = first;
    }
    before
}

/// `weights = softmax over the visible keys of (sum over sources of q k) * scale`. One unit a query and head.
#[cube(launch)]
#[allow(clippy::too_many_arguments, reason = "a kernel's arguments are its buffers")]
fn weights_kernel(
    items: &[f32],
    extra0: &[f32],
    extra1: &[f32],
    extra2: &[f32],
    extra3: &[f32],
    places: &[i32],
    weights: &mut [f32],
    queries: usize,
    tokens: usize,
    len: usize,
    heads: usize,
    hidden: usize,
    width0: usize,
    width1: usize,
    width2: usize,
    width3: usize,
    shared0: u32,
    shared1: u32,
    shared2: u32,
    shared3: u32,
    causal: u32,
    scale: f32,
) {
    let head = ABSOLUTE_POS / queries;
    let query = ABSOLUTE_POS % queries;
    if head < heads {
        let token = token_of(places, query);
        let sequence = sequence_of(places, queries, token);
        let first = first_token(places, queries, tokens, sequence);
        let end = end_of_keys(places, queries, tokens, sequence, token, causal);
        let out = (query * heads + head) * len;
        let mut sums = Array::new(KEYS);
        let mut keys = Array::<usize>::new(KEYS);
        let mut highest = f32::new(-3.0e38f32);
        for block in 0..(end - first).div_ceil(KEYS) {
            let begin = first + block * KEYS;
            #[unroll]
            for j in 0..KEYS {
                sums[j] = 0.0f32;
                // Beyond the end the last one is read once more, and not written.
                keys[j] = (begin + j).min(end - 1);
            }
            add_scores(items, token, &keys, 0usize, head, heads, hidden, 3 * hidden, &mut sums);
            if width0 > 0 {
                let before = tokens_before(first, shared0);
                add_scores(extra0, token, &keys, before, head, heads, width0, 2 * width0, &mut sums);
            }
            if width1 > 0 {
                let before = tokens_before(first, shared1);
                add_scores(extra1, token, &keys, before, head, heads, width1, 2 * width1, &mut sums);
            }
            if width2 > 0 {
                let before = tokens_before(first, shared2);
                add_scores(extra2, token, &keys, before, head, heads, width2, 2 * width2, &mut sums);
            }
            if width3 > 0 {
                let before = tokens_before(first, shared3);
                add_scores(extra3, token, &keys, before, head, heads, width3, 2 * width3, &mut sums);
            }
            #[unroll]
            for j in 0..KEYS {
                if begin + j < end {
                    let score = sums[j] * scale;
                    weights[out + begin - first + j] = score;
                    highest = highest.max(score);
                }
            }
        }
        let mut total = 0.0f32;
        for key in 0..end - first {
            let value = (weights[out + key] - highest).exp();
            weights[out + key] = value;
            total += value;
        }
        let share = 1.0f32 / total;
        for key in 0..end - first {
            weights[out + key] *= share;
        }
    }
}

/// The end of the keys that a query sees.
#[cube]
pub(super) fn end_of_keys(
    places: &[i32],
    queries: usize,
    tokens: usize,
    sequence: usize,
    token: usize,
    causal: u32,
) -> usize {
    let mut end = token + 1;
    if causal == 0 {
        end = first_token(places, queries, tokens, sequence + 1);
    }
    end
}

/// `context = (weights * keep) values`, heads side by side. One unit some columns of a query and head.
#[cube(launch)]
#[allow(clippy::too_many_arguments, reason = "a kernel's arguments are its buffers")]
fn context_kernel(
    weights: &[f32],
    keep: &[f32],
    items: &[f32],
    places: &[i32],
    context: &mut [f32],
    queries: usize,
    tokens: usize,
    len: usize,
    heads: usize,
    hidden: usize,
    causal: u32,
    drops: u32,
) {
    let part = hidden / heads;
    let across = part.div_ceil(COLUMNS);
    let column = ABSOLUTE_POS % across;
    let head = ABSOLUTE_POS / across % heads;
    let query = ABSOLUTE_POS / across / heads;
    if query < queries {
        let token = token_of(places, query);
        let sequence = sequence_of(places, queries, token);
        let first = first_token(places, queries, tokens, sequence);
        let count = end_of_keys(places, queries, tokens, sequence, token, causal) - first;
        let mut sums = Array::new(COLUMNS);
        let mut left = Array::<usize>::new(1usize);
        let mut rights = Array::<usize>::new(COLUMNS);
        left[0] = (query * heads + head) * len;
        #[unroll]
        for j in 0..COLUMNS {
            sums[j] = 0.0f32;
            rights[j] = (3 * first + 2) * hidden + head * part + (column + j * across).min(part - 1);
        }
        if drops == 1 {
            add_kept_products(weights, keep, &left, 1, items, &rights, 3 * hidden, count, &mut sums, 1usize, COLUMNS);
        } else {
            add_products(weights, &left, 1, items, &rights, 3 * hidden, count, &mut sums, 1usize, COLUMNS);
        }
        #[unroll]
        for j in 0..COLUMNS {
            let c = column + j * across;
            if c < part {
                context[query * hidden + head * part + c] = sums[j];
            }
        }
    }
}

/// Sizes of one attention.
#[derive(Debug, Clone, Copy)]
pub struct Sizes {
    /// Heads.
    pub heads: usize,
    /// Width of the items' queries, keys and values, all heads.
    pub hidden: usize,
    /// Keys that a row of weights has room for: slots of the longest sequence there may be.
    pub len: usize,
}

impl Sizes {
    pub(super) fn scale(&self) -> f32 {
        1.0 / ((self.hidden / self.heads) as f32).sqrt()
    }
}

/// A source beside the items.
#[derive(Debug, Clone, Copy)]
pub struct Extra {
    /// Width of its queries and of its keys, all heads.
    pub width: usize,
    /// Whether all sequences share its rows, one for each slot.
    pub is_shared: bool,
}

/// Launches the weights of every query.
pub fn weights(items: &CubeTensor, extras: &[(CubeTensor, Extra)], places: &Places, out: &CubeTensor, sizes: &Sizes) {
    let source = |index: usize| extras.get(index).map_or(items, |(source, _)| source).clone().into_buffer_arg();
    let width = |index: usize| extras.get(index).map_or(0, |(_, extra)| extra.width);
    let is_shared = |index: usize| extras.get(index).map_or(0, |(_, extra)| u32::from(extra.is_shared));
    let Counts { queries, tokens, causal, .. } = places.counts;
    weights_kernel::launch(
        &items.client,
        grid(queries * sizes.heads),
        FLAT,
        items.clone().into_buffer_arg(),
        source(0),
        source(1),
        source(2),
        source(3),
        places.list.clone().into_buffer_arg(),
        out.clone().into_buffer_arg(),
        queries,
        tokens,
        sizes.len,
        sizes.heads,
        sizes.hidden,
        width(0),
        width(1),
        width(2),
        width(3),
        is_shared(0),
        is_shared(1),
        is_shared(2),
        is_shared(3),
        u32::from(causal),
        sizes.scale(),
    );
}

/// Launches the weighed sum of the values.
pub fn context(
    weights: &CubeTensor,
    keep: Option<&CubeTensor>,
    items: &CubeTensor,
    places: &Places,
    out: &CubeTensor,
    sizes: &Sizes,
) {
    let Counts { queries, tokens, causal, .. } = places.counts;
    context_kernel::launch(
        &items.client,
        grid(queries * sizes.heads * (sizes.hidden / sizes.heads).div_ceil(COLUMNS)),
        FLAT,
        weights.clone().into_buffer_arg(),
        keep.unwrap_or(weights).clone().into_buffer_arg(),
        items.clone().into_buffer_arg(),
        places.list.clone().into_buffer_arg(),
        out.clone().into_buffer_arg(),
        queries,
        tokens,
        sizes.len,
        sizes.heads,
        sizes.hidden,
        u32::from(causal),
        u32::from(keep.is_some()),
    );
}
