//! Dropout's factors, drawn by the device: the numbers of the host's stream, found where they are needed.
//!
//! The stream is `ChaCha` with 8 rounds (Bernstein 2008), 64 bytes a block, any block of which can be computed by itself. Drawn by the
//! host, factors would have to be sent, and a step would take longer for that than for everything else that the host does.

use burn::tensor::Shape;
use burn_cubecl::tensor::CubeTensor;
use cubecl::prelude::*;

use super::grid::{FLAT, grid};
use super::launch::like;
use super::places::{Places, first_token, sequence_of, token_of};
use crate::nn::dropout::Ahead;

/// Words of a block.
const WORDS: usize = 16;
/// Entries of a block: two bytes each.
const ENTRIES: usize = 2 * WORDS;

#[cube]
#[allow(clippy::manual_rotate, reason = "kernels know no such method")]
fn rotated(x: u32, #[comptime] by: u32) -> u32 {
    (x << by) | (x >> (32u32 - by))
}

#[cube]
fn quarter_round(
    words: &mut Array<u32>,
    #[comptime] a: usize,
    #[comptime] b: usize,
    #[comptime] c: usize,
    #[comptime] d: usize,
) {
    words[a] += words[b];
    words[d] = rotated(words[d] ^ words[a], 16u32);
    words[c] += words[d];
    words[b] = rotated(words[b] ^ words[c], 12u32);
    words[a] += words[b];
    words[d] = rotated(words[d] ^ words[a], 8u32);
    words[c] += words[d];
    words[b] = rotated(words[b] ^ words[c], 7u32);
}

/// `y = factor x`, or the factors alone. Row `query heads + head` of `y` has `width` entries and the numbers of row
/// `(sequence heads + head) padded_rows + slot` of the padded layout, which start in block `low` (with the high word `high`) after
/// `earlier` entries. One unit a row and block.
#[cube(launch)]
#[allow(clippy::too_many_arguments, reason = "a kernel's arguments are its buffers")]
fn dropout_kernel(
    x: &[f32],
    places: &[i32],
    y: &mut [f32],
    queries: usize,
    tokens: usize,
    heads: usize,
    padded_rows: usize,
    width: usize,
    key0: u32,
    key1: u32,
    key2: u32,
    key3: u32,
    key4: u32,
    key5: u32,
    key6: u32,
    key7: u32,
    low: u32,
    high: u32,
    earlier: usize,
    threshold: u32,
    kept: f32,
    multiplies: u32,
) {
    let blocks = width.div_ceil(ENTRIES) + 1;
    let row = ABSOLUTE_POS / blocks;
    if row < queries * heads {
        let token = token_of(places, row / heads);
        let sequence = sequence_of(places, queries, token);
        let mut padded = (sequence * heads + row % heads) * padded_rows;
        if padded_rows > 1 {
            padded += token - first_token(places, queries, tokens, sequence);
        }
        let begin = earlier + padded * width;
        let block = begin / ENTRIES + ABSOLUTE_POS % blocks;
        let mut start = Array::<u32>::new(WORDS);
        start[0] = 0x6170_7865u32;
        start[1] = 0x3320_646eu32;
        start[2] = 0x7962_2d32u32;
        start[3] = 0x6b20_6574u32;
        start[4] = key0;
        start[5] = key1;
        start[6] = key2;
        start[7] = key3;
        start[8] = key4;
        start[9] = key5;
        start[10] = key6;
        start[11] = key7;
        start[12] = low + block as u32;
        start[13] = high;
        if start[12] < low {
            start[13] += 1u32;
        }
        start[14] = 0u32;
        start[15] = 0u32;
        let mut words = Array::<u32>::new(WORDS);
        #[unroll]
        for i in 0..WORDS {
            words[i] = start[i];
        }
        for _ in 0..4u32 {
            #[unroll]
            for i in 0..4usize {
                quarter_round(&mut words, i, 4 + i, 8 + i, 12 + i);
            }
            #[unroll]
            for i in 0..4usize {
                quarter_round(
                    &mut words,
                    i,
                    comptime!(4 + (i + 1) % 4),
                    comptime!(8 + (i + 2) % 4),
                    comptime!(12 + (i + 3) % 4),
                );
            }
        }
        for i in 0..WORDS {
            let word = words[i] + start[i];
            #[unroll]
            for half in 0..2usize {
                let number = (word >> comptime!(16 * half as u32)) & 0xffffu32;
                let entry = block * ENTRIES + 2 * i + half;
                if entry >= begin && entry < begin + width {
                    let at = row * width + entry - begin;
                    let mut value = 1.0f32;
                    if multiplies == 1 {
                        value = x[at];
                    }
                    if number < threshold {
                        value = 0.0f32;
                    }
                    y[at] = kept * value;
                }
            }
        }
    }
}

/// Rows of the padded layout: `heads` for each sequence, `padded_rows` each, of `width` entries.
#[derive(Debug, Clone, Copy)]
pub struct Sizes {
    pub heads: usize,
    pub padded_rows: usize,
    pub width: usize,
}

/// Launches `y = factor x`, or without `x` `y = factor`.
pub fn dropout(x: Option<&CubeTensor>, places: &Places, ahead: &Ahead, y: &CubeTensor, sizes: Sizes) {
    let Sizes { heads, padded_rows, width } = sizes;
    let [key0, key1, key2, key3, key4, key5, key6, key7] = ahead.key;
    let (block, word) = (ahead.position / WORDS as u64, ahead.position % WORDS as u64);
    dropout_kernel::launch(
        &y.client,
        grid(places.counts.queries * heads * (width.div_ceil(ENTRIES) + 1)),
        FLAT,
        // Never read where there is none; but it may not be what is written.
        x.map_or_else(|| like(y, Shape::new([1])), CubeTensor::clone).into_buffer_arg(),
        places.list.clone().into_buffer_arg(),
        y.clone().into_buffer_arg(),
        places.counts.queries,
        places.counts.tokens,
        heads,
        padded_rows,
        width,
        key0,
        key1,
        key2,
        key3,
        key4,
        key5,
        key6,
        key7,
        block as u32,
        (block >> 32) as u32,
        2 * word as usize,
        u32::from(ahead.threshold),
        ahead.kept,
        u32::from(x.is_some()),
    );
}
