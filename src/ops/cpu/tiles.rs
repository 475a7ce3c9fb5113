//! Matrix products for engines whose SIMD multiplies and adds in one instruction (relaxed SIMD): about twice the rate of the
//! `gemm` crate, which knows no such instruction in WebAssembly.

use std::mem::MaybeUninit;
use std::ops::Range;

use super::matrix::Factor;
use super::quad::Quad;

/// Rows of the result that are computed together.
const ROWS: usize = 4;
/// Groups of four columns: 4 x 2 sums, 2 loads and 4 factors stay in the 15 registers that engines use on x86. With 5 x 2 or
/// 6 x 2 sums they do not, and the rate halves.
const QUADS: usize = 2;
const COLUMNS: usize = 4 * QUADS;
/// Summands between two visits of the result, at most: what a tile reads of the right factor stays in the first cache, and so do
/// as many [`STRIPS`] of the left one.
const DEPTH: usize = 256;
/// Strips of the left factor that are laid out together.
const STRIPS: usize = 16;

/// Rows from which on laying out the factors pays.
pub const LEAST_ROWS: usize = 2 * ROWS;

/// Writes the first summands of `left right`, as many as [`add_rest`] leaves out, to `product`, which has contiguous rows: every
/// entry of it.
pub fn write_product(left: &Factor, right: &Factor, product: &mut [MaybeUninit<f32>]) {
    Blocks::default().see(left, right, 0..depth(left), product);
}

/// Adds the summands of `left right` that [`write_product`] has not seen.
pub fn add_rest(left: &Factor, right: &Factor, product: &mut [f32]) {
    let (depth, summands) = (depth(left), left.columns.0);
    let mut blocks = Blocks::default();
    for start in (depth..summands).step_by(depth) {
        blocks.see(left, right, start..summands.min(start + depth), product);
    }
}

/// Summands of a block, about as many in each.
fn depth(left: &Factor) -> usize {
    let summands = left.columns.0;
    summands.div_ceil(summands.div_ceil(DEPTH))
}

/// Parts of the factors, laid out as tiles read them.
#[derive(Default)]
struct Blocks {
    strips: Vec<[f32; ROWS]>,
    panels: Vec<[f32; COLUMNS]>,
}

impl Blocks {
    /// Brings some of the summands to every entry of the product.
    fn see<T: Entry>(&mut self, left: &Factor, right: &Factor, summands: Range<usize>, product: &mut [T]) {
        let (height, width, depth) = (left.rows.0, right.columns.0, summands.len());
        lay_out(&right.transposed(), 0..width, summands.clone(), &mut self.panels);
        for first in (0..height).step_by(STRIPS * ROWS) {
            let last = height.min(first + STRIPS * ROWS);
            lay_out(left, first..last, summands.clone(), &mut self.strips);
            for (panel, column) in self.panels.chunks_exact(depth).zip((0..width).step_by(COLUMNS)) {
                for (strip, row) in self.strips.chunks_exact(depth).zip((first..last).step_by(ROWS)) {
                    let sums = tile(strip, panel);
                    put(&sums[..ROWS.min(last - row)], &mut product[row * width..], column, width);
                }
            }
        }
    }
}

/// What a sum goes to: a number that it is added to, or room for one.
trait Entry: Sized {
    fn bring(entries: &mut [Self; 4], sums: Quad);
    fn bring_one(entry: &mut Self, sum: f32);
}

impl Entry for f32 {
    #[inline]
    fn bring(entries: &mut [Self; 4], sums: Quad) {
        *entries = Quad::from(*entries).plus(sums).into();
    }
    #[inline]
    fn bring_one(entry: &mut Self, sum: f32) {
        *entry += sum;
    }
}

impl Entry for MaybeUninit<f32> {
    #[inline]
    fn bring(entries: &mut [Self; 4], sums: Quad) {
        entries.write_copy_of_slice(&<[f32; 4]>::from(sums));
    }
    #[inline]
    fn bring_one(entry: &mut Self, sum: f32) {
        entry.write(sum);
    }
}

/// Brings the sums of a tile to its columns of some rows of the product.
#[inline]
fn put<T: Entry>(sums: &[[Quad; QUADS]], rows: &mut [T], column: usize, width: usize) {
    let columns = COLUMNS.min(width - column);
    for (row, sums) in rows.chunks_mut(width).zip(sums) {
        let target = &mut row[column..column + columns];
        if let Ok(target) = <&mut [T; COLUMNS]>::try_from(&mut *target) {
            for (target, sum) in target.as_chunks_mut::<4>().0.iter_mut().zip(sums) {
                T::bring(target, *sum);
            }
        } else {
            for (target, sum) in target.iter_mut().zip(sums.iter().flat_map(|sum| <[f32; 4]>::from(*sum))) {
                T::bring_one(target, sum);
            }
        }
    }
}

/// A block of the result from one strip of the left factor and one panel of the right one.
#[inline]
#[cfg_attr(feature = "relaxed-simd", target_feature(enable = "relaxed-simd"))]
fn tile(strip: &[[f32; ROWS]], panel: &[[f32; COLUMNS]]) -> [[Quad; QUADS]; ROWS] {
    let mut sums = [[Quad::from([0.0; 4]); QUADS]; ROWS];
    for (left, right) in strip.iter().zip(panel) {
        let quads = right.as_chunks::<4>().0;
        let right: [Quad; QUADS] = std::array::from_fn(|at| quads[at].into());
        for (sums, left) in sums.iter_mut().zip(left) {
            let left = Quad::from([*left; 4]);
            for (sum, right) in sums.iter_mut().zip(right) {
                *sum = left.times_plus(right, *sum);
            }
        }
    }
    sums
}

/// `W` rows of a factor at a time, column by column; what is missing in the last group is zero.
fn lay_out<const W: usize>(factor: &Factor, rows: Range<usize>, columns: Range<usize>, target: &mut Vec<[f32; W]>) {
    let (across, along) = (factor.rows.1, factor.columns.1);
    target.clear();
    for first in rows.clone().step_by(W) {
        let from = &factor.values[first * across + columns.start * along..];
        let wide = W.min(rows.end - first);
        if wide < W {
            target.extend((0..columns.len()).map(|column| {
                std::array::from_fn(|row| if row < wide { from[row * across + column * along] } else { 0.0 })
            }));
        } else if along == 1 {
            let rows: [&[f32]; W] = std::array::from_fn(|row| &from[row * across..][..columns.len()]);
            target.extend((0..columns.len()).map(|column| rows.map(|row| row[column])));
        } else if across == 1 {
            let groups = from.chunks(along).take(columns.len());
            target.extend(groups.map(|group| *group.first_chunk::<W>().expect("as many rows as a group has")));
        } else {
            target.extend(
                (0..columns.len()).map(|column| std::array::from_fn(|row| from[row * across + column * along])),
            );
        }
    }
}
