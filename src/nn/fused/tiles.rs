//! Matrix products for engines whose SIMD multiplies and adds in one instruction (relaxed SIMD): about twice the rate of the
//! `gemm` crate, which knows no such instruction in WebAssembly.

use super::matrix::Factor;
use super::quad::Quad;

/// Rows of the result that are computed together.
const ROWS: usize = 4;
/// Groups of four columns: 4 x 2 sums, 2 loads and 4 factors stay in the 15 registers that engines use on x86. With 5 x 2 or
/// 6 x 2 sums they do not, and the rate halves.
const QUADS: usize = 2;
const COLUMNS: usize = 4 * QUADS;
/// Summands between two visits of the result: what a tile reads of the right factor stays in the first cache.
const DEPTH: usize = 256;
/// Strips of the left factor that are laid out together: they stay in the second cache.
const STRIPS: usize = 16;

/// Rows from which on laying out the factors pays.
pub const LEAST_ROWS: usize = 2 * ROWS;

/// Adds `left right` to `product`, which has contiguous rows.
pub fn add_product(left: &Factor, right: &Factor, product: &mut [f32]) {
    let (height, width) = (left.rows.0, right.columns.0);
    let right = right.transposed();
    let (mut strips, mut panels) = (Vec::new(), Vec::new());
    for start in (0..left.columns.0).step_by(DEPTH) {
        let depth = DEPTH.min(left.columns.0 - start);
        lay_out::<COLUMNS>(&right, 0..width, start..start + depth, &mut panels);
        for first in (0..height).step_by(STRIPS * ROWS) {
            let last = height.min(first + STRIPS * ROWS);
            lay_out::<ROWS>(left, first..last, start..start + depth, &mut strips);
            for (panel, column) in panels.chunks_exact(depth).zip((0..width).step_by(COLUMNS)) {
                let columns = COLUMNS.min(width - column);
                for (strip, row) in strips.chunks_exact(depth).zip((first..last).step_by(ROWS)) {
                    let sums = tile(strip, panel);
                    for (row, sums) in (row..last).zip(&sums) {
                        add(&mut product[row * width + column..][..columns], sums);
                    }
                }
            }
        }
    }
}

fn add(target: &mut [f32], sums: &[Quad; QUADS]) {
    if let Ok(target) = <&mut [f32; COLUMNS]>::try_from(&mut *target) {
        for (target, sum) in target.as_chunks_mut::<4>().0.iter_mut().zip(sums) {
            *target = Quad::from(*target).plus(*sum).into();
        }
    } else {
        for (target, sum) in target.iter_mut().zip(sums.iter().flat_map(|sum| <[f32; 4]>::from(*sum))) {
            *target += sum;
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
fn lay_out<const W: usize>(
    factor: &Factor,
    rows: std::ops::Range<usize>,
    columns: std::ops::Range<usize>,
    target: &mut Vec<[f32; W]>,
) {
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
