//! Where the tokens of packed sequences lie, and which of them ask, as kernels read it.

use burn::tensor::{Device, Int, Tensor, TensorData};
use burn_cubecl::tensor::CubeTensor;
use cubecl::prelude::*;

use super::track::ids;
use crate::data::packing::{Packing, Queries};

/// Packed sequences with the rows that a layer is asked for.
#[derive(Debug, Clone)]
pub struct Places {
    /// The token of each query; the sequence of each token; the first token of each sequence and the number of all; the first
    /// query of each sequence and the number of all.
    pub(super) list: CubeTensor,
    pub(super) counts: Counts,
}

/// How many there are of what.
#[derive(Debug, Clone, Copy)]
pub(super) struct Counts {
    pub queries: usize,
    pub tokens: usize,
    pub sequences: usize,
    /// Whether a token sees earlier tokens of its sequence and itself only.
    pub causal: bool,
    /// Whether every token asks: query number `i` is token `i`.
    pub all: bool,
}

impl Places {
    /// Uploads where the tokens of `packing` lie.
    #[must_use]
    pub fn new(packing: &Packing, queries: &Queries, causal: bool, device: &Device) -> Self {
        let firsts = queries.starts.windows(2).zip(packing.starts.iter());
        let asking =
            firsts.flat_map(|(pair, start)| queries.slots[pair[0]..pair[1]].iter().map(move |slot| start + slot));
        let all = queries.is_all();
        Self::upload(asking.collect(), &packing.starts, &queries.starts, (causal, all), device)
    }

    /// The slots themselves as one sequence of `len` tokens, each of which asks: positions, which all sequences share.
    pub(super) fn of_slots(len: usize, causal: bool, device: &Device) -> Self {
        let ends = [0, len];
        Self::upload((0..len).collect(), &ends, &ends, (causal, true), device)
    }

    fn upload(
        asking: Vec<usize>,
        tokens: &[usize],
        queries: &[usize],
        (causal, all): (bool, bool),
        device: &Device,
    ) -> Self {
        let sequences = tokens.len() - 1;
        let counts = Counts { queries: asking.len(), tokens: tokens[sequences], sequences, causal, all };
        let of_tokens =
            tokens.windows(2).enumerate().flat_map(|(sequence, pair)| (pair[0]..pair[1]).map(move |_| sequence));
        let list = asking.into_iter().chain(of_tokens).chain(tokens.iter().copied()).chain(queries.iter().copied());
        let list: Vec<i32> = list.map(|number| number as i32).collect();
        let length = list.len();
        let list = Tensor::<1, Int>::from_data(TensorData::new(list, [length]), device);
        Self { list: ids(list), counts }
    }
}

/// The token of a query.
#[cube]
pub(super) fn token_of(list: &[i32], query: usize) -> usize {
    list[query] as usize
}

/// The sequence of a token.
#[cube]
pub(super) fn sequence_of(list: &[i32], queries: usize, token: usize) -> usize {
    list[queries + token] as usize
}

/// The first token of a sequence, or with the number of the next one the end of it.
#[cube]
pub(super) fn first_token(list: &[i32], queries: usize, tokens: usize, sequence: usize) -> usize {
    list[queries + tokens + sequence] as usize
}

/// The first query of a sequence, or with the number of the next one the end of them.
#[cube]
pub(super) fn first_query(list: &[i32], queries: usize, tokens: usize, sequences: usize, sequence: usize) -> usize {
    list[queries + tokens + sequences + 1 + sequence] as usize
}

/// The query of a token: `queries` if it does not ask.
#[cube]
pub(super) fn query_of(list: &[i32], queries: usize, tokens: usize, sequences: usize, token: usize, all: u32) -> usize {
    let mut found = token;
    if all == 0 {
        let sequence = sequence_of(list, queries, token);
        let first = first_query(list, queries, tokens, sequences, sequence);
        let end = first_query(list, queries, tokens, sequences, sequence + 1);
        found = queries;
        for query in first..end {
            if token_of(list, query) == token {
                found = query;
            }
        }
    }
    found
}
