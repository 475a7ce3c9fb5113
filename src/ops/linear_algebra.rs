//! Singular values and ranks of small matrices in double precision.

/// A matrix holds numbers that are not finite.
#[derive(Debug, Clone, Copy)]
pub struct NotFinite;

/// Most rounds over all pairs of columns; a handful is what it takes.
const SWEEPS: usize = 40;

/// What counts as 0 beside the largest singular value of an `n` by `n` table: rounding in double precision.
#[must_use]
pub fn threshold(n: usize) -> f64 {
    16.0 * n as f64 * f64::EPSILON
}

/// A matrix, row-major.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    /// Number of rows.
    pub rows: usize,
    /// Numbers in a row.
    pub columns: usize,
    /// `[rows, columns]`.
    pub values: Vec<f64>,
}

impl Matrix {
    /// From its rows.
    #[must_use]
    #[inline(never)]
    pub fn new(rows: usize, columns: usize, values: Vec<f64>) -> Self {
        assert_eq!(rows * columns, values.len(), "{rows} rows of {columns}");
        Self { rows, columns, values }
    }

    /// One row.
    #[must_use]
    pub fn row(&self, row: usize) -> &[f64] {
        &self.values[row * self.columns..(row + 1) * self.columns]
    }

    /// The matrix with a column of ones in front.
    #[must_use]
    #[inline(never)]
    pub fn with_ones(&self) -> Self {
        let rows = (0..self.rows).flat_map(|row| std::iter::once(1.0).chain(self.row(row).iter().copied()));
        Self::new(self.rows, self.columns + 1, rows.collect())
    }

    /// Matrices of as many rows beside each other.
    #[must_use]
    #[inline(never)]
    pub fn beside(parts: &[&Self]) -> Self {
        let rows = parts[0].rows;
        let values = (0..rows).flat_map(|row| parts.iter().flat_map(move |part| part.row(row).iter().copied()));
        Self::new(rows, parts.iter().map(|part| part.columns).sum(), values.collect())
    }

    /// `self^T other`
    #[must_use]
    #[inline(never)]
    pub fn transposed_times(&self, other: &Self) -> Self {
        let mut values = vec![0.0; self.columns * other.columns];
        for row in 0..self.rows {
            for (i, &left) in self.row(row).iter().enumerate() {
                let target = &mut values[i * other.columns..(i + 1) * other.columns];
                target.iter_mut().zip(other.row(row)).for_each(|(sum, &right)| *sum += left * right);
            }
        }
        Self::new(self.columns, other.columns, values)
    }

    /// `self other^T`
    #[must_use]
    #[inline(never)]
    pub fn times_rows(&self, other: &Self) -> Self {
        let product = |i: usize, j: usize| self.row(i).iter().zip(other.row(j)).map(|(x, y)| x * y).sum();
        let values = (0..self.rows).flat_map(|i| (0..other.rows).map(move |j| (i, j))).map(|(i, j)| product(i, j));
        Self::new(self.rows, other.rows, values.collect())
    }

    /// Every row times its factor.
    #[must_use]
    #[inline(never)]
    pub fn rows_times(&self, factors: &[f64]) -> Self {
        let values = self.values.iter().enumerate().map(|(at, value)| value * factors[at / self.columns]);
        Self { values: values.collect(), ..*self }
    }

    #[inline(never)]
    fn transposed(&self) -> Self {
        let values = (0..self.columns).flat_map(|column| (0..self.rows).map(move |row| self.row(row)[column]));
        Self::new(self.columns, self.rows, values.collect())
    }
}

/// `U S V^T` with `k = min(rows, columns)`. Directions of the value 0 are 0.
pub struct Svd {
    /// `[rows, k]`, orthonormal columns.
    pub left: Matrix,
    /// Descending.
    pub values: Vec<f64>,
    /// `[k, columns]`, orthonormal rows.
    pub right: Matrix,
}

/// The singular value decomposition by one-sided Jacobi rotations: pairs of columns are turned until all are orthogonal; their lengths
/// are the singular values. It resolves faint directions better than any other way (Demmel and Veselić 1992), and is a tenth of the
/// code of the general decomposition that Burn has, which knows two precisions and would be most of what an explanation weighs.
///
/// # Errors
/// If the matrix holds numbers that are not finite.
pub fn decompose(matrix: &Matrix) -> Result<Svd, NotFinite> {
    let Orthogonal { columns, turned, lengths, order, is_wide } = orthogonal(matrix, true)?;
    let (n, k) = (columns.first().map_or(0, Vec::len), columns.len());
    let unit = |column: usize| {
        let length = if lengths[column] > 0.0 { lengths[column] } else { 1.0 };
        columns[column].iter().map(move |x| x / length)
    };
    let directions: Vec<f64> = order.iter().flat_map(|&column| unit(column)).collect(); // [k, n]
    let turned: Vec<f64> = order.iter().flat_map(|&column| turned[column].iter().copied()).collect(); // [k, k]
    let (directions, turned) = (Matrix::new(k, n, directions), Matrix::new(k, k, turned));
    let values = order.iter().map(|&column| lengths[column]).collect();
    Ok(if is_wide {
        Svd { left: turned.transposed(), values, right: directions }
    } else {
        Svd { left: directions.transposed(), values, right: turned }
    })
}

/// The singular values alone, descending.
///
/// They are those of the matrix seen from its column space, which has as few rows as the matrix has rank: a table of 49 clicks and rank
/// 14 costs a tenth. What the space leaves out is at most `sqrt(columns) n 2^-52` of the largest value, below the `16 n 2^-52` that [`counted`]
/// takes for rounding up to 256 columns, and is given as 0.
///
/// # Errors
/// As [`decompose`].
pub fn singular_values(matrix: &Matrix) -> Result<Vec<f64>, NotFinite> {
    check_finite(matrix)?;
    let larger = matrix.rows.max(matrix.columns);
    let space = basis_above(matrix, larger as f64 * f64::EPSILON);
    let Orthogonal { lengths, order, .. } = orthogonal(&space.transposed_times(matrix), false)?;
    let mut values: Vec<f64> = order.into_iter().map(|column| lengths[column]).collect();
    values.resize(matrix.rows.min(matrix.columns), 0.0);
    Ok(values)
}

/// Columns that were turned until all are orthogonal.
struct Orthogonal {
    columns: Vec<Vec<f64>>,
    /// The product of all turns, column by column; empty unless wanted.
    turned: Vec<Vec<f64>>,
    lengths: Vec<f64>,
    /// Longest first.
    order: Vec<usize>,
    /// The matrix was turned over: the fewer columns, the fewer pairs.
    is_wide: bool,
}

fn check_finite(matrix: &Matrix) -> Result<(), NotFinite> {
    if matrix.values.iter().all(|value| value.is_finite()) { Ok(()) } else { Err(NotFinite) }
}

fn orthogonal(matrix: &Matrix, wants_turns: bool) -> Result<Orthogonal, NotFinite> {
    check_finite(matrix)?;
    let is_wide = matrix.columns > matrix.rows;
    let (n, k) = if is_wide { (matrix.columns, matrix.rows) } else { (matrix.rows, matrix.columns) };
    let at = |row: usize, column: usize| matrix.values[if is_wide { column * n + row } else { row * k + column }];
    let mut columns: Vec<Vec<f64>> = (0..k).map(|column| (0..n).map(|row| at(row, column)).collect()).collect();
    let one = |column: usize| (0..k).map(|row| f64::from(u8::from(row == column))).collect();
    let mut turned: Vec<Vec<f64>> = if wants_turns { (0..k).map(one).collect() } else { Vec::new() };
    for _ in 0..SWEEPS {
        let mut is_done = true;
        for first in 0..k {
            for second in first + 1..k {
                let (p, q) = (&columns[first], &columns[second]);
                let (pp, qq, pq) = (dot(p, p), dot(q, q), dot(p, q));
                if pq == 0.0 || pq.abs() <= f64::EPSILON * (pp * qq).sqrt() {
                    continue;
                }
                is_done = false;
                let zeta = (qq - pp) / (2.0 * pq);
                let t = zeta.signum() / (zeta.abs() + zeta.hypot(1.0));
                let c = 1.0 / t.hypot(1.0);
                rotate(&mut columns, first, second, c, c * t);
                if wants_turns {
                    rotate(&mut turned, first, second, c, c * t);
                }
            }
        }
        if is_done {
            break;
        }
    }
    let lengths: Vec<f64> = columns.iter().map(|column| dot(column, column).sqrt()).collect();
    let mut order: Vec<usize> = (0..k).collect();
    order.sort_by(|&a, &b| lengths[b].total_cmp(&lengths[a]));
    Ok(Orthogonal { columns, turned, lengths, order, is_wide })
}

/// In four sums, which a processor adds at once.
fn dot(a: &[f64], b: &[f64]) -> f64 {
    let (a, rest_a) = a.as_chunks::<4>();
    let (b, rest_b) = b.as_chunks::<4>();
    let mut sums = [0.0; 4];
    for (x, y) in a.iter().zip(b) {
        for ((sum, x), y) in sums.iter_mut().zip(x).zip(y) {
            *sum += x * y;
        }
    }
    let rest: f64 = rest_a.iter().zip(rest_b).map(|(x, y)| x * y).sum();
    (sums[0] + sums[1]) + (sums[2] + sums[3]) + rest
}

/// `(p, q) := (c p - s q, s p + c q)`
fn rotate(vectors: &mut [Vec<f64>], first: usize, second: usize, c: f64, s: f64) {
    let (head, tail) = vectors.split_at_mut(second);
    for (p, q) in head[first].iter_mut().zip(&mut tail[0]) {
        (*p, *q) = (c * *p - s * *q, s * *p + c * *q);
    }
}

/// How many singular values of an `n` by `n` table are not rounding; `values` descending.
#[must_use]
pub fn counted(values: &[f64], n: usize) -> usize {
    let least = values.first().copied().unwrap_or(0.0) * threshold(n);
    values.iter().filter(|&&value| value > least).count()
}

/// `exp(-sum p ln p)`, `p = s / sum s`: how many singular values there are, weighed by their size.
#[must_use]
pub fn effective(values: &[f64]) -> f64 {
    let sum: f64 = values.iter().sum();
    if sum == 0.0 {
        return 0.0;
    }
    let entropy: f64 =
        values.iter().filter(|&&value| value > 0.0).map(|&value| -(value / sum) * (value / sum).ln()).sum();
    entropy.exp()
}

/// The column space of a matrix: as many orthonormal columns as it has rank. Gram-Schmidt with the largest column first, each
/// projected twice, is a hundred times cheaper than singular values, and is asked for every subset of the sources.
#[must_use]
pub fn basis(matrix: &Matrix) -> Matrix {
    basis_above(matrix, threshold(matrix.rows.max(matrix.columns)))
}

/// Without what is at most `share` of the largest column.
fn basis_above(matrix: &Matrix, share: f64) -> Matrix {
    let (n, columns) = (matrix.rows, matrix.columns);
    let size = |column: &[f64]| dot(column, column).sqrt();
    let column = |column: usize| (0..n).map(move |row| matrix.values[row * columns + column]).collect();
    let mut left: Vec<Vec<f64>> = (0..columns).map(column).collect();
    let mut sizes: Vec<f64> = left.iter().map(|column| size(column)).collect();
    let least = sizes.iter().copied().fold(0.0, f64::max) * share;
    let mut found: Vec<Vec<f64>> = Vec::new();
    while found.len() < n.min(columns) {
        let Some(next) = (0..left.len()).max_by(|&a, &b| sizes[a].total_cmp(&sizes[b])) else { break };
        sizes.swap_remove(next);
        let mut column = left.swap_remove(next);
        project_out(&mut column, &found);
        let length = size(&column);
        if length <= least {
            break;
        }
        for x in &mut column {
            *x /= length;
        }
        for (other, its_size) in left.iter_mut().zip(&mut sizes) {
            project_out(other, std::slice::from_ref(&column));
            *its_size = size(other);
        }
        found.push(column);
    }
    let values = (0..n).flat_map(|row| found.iter().map(move |column| column[row]));
    Matrix::new(n, found.len(), values.collect())
}

fn project_out(column: &mut [f64], directions: &[Vec<f64>]) {
    for direction in directions {
        let along = dot(column, direction);
        column.iter_mut().zip(direction).for_each(|(x, y)| *x -= along * y);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn singular_values_of_a_known_matrix() {
        // Orthogonal columns of lengths 5 and 2.
        let matrix = Matrix::new(3, 2, vec![3.0, 0.0, 4.0, 0.0, 0.0, 2.0]);
        let Svd { left, values, right } = decompose(&matrix).unwrap();
        assert!((values[0] - 5.0).abs() < 1e-14 && (values[1] - 2.0).abs() < 1e-14, "{values:?}");
        for row in 0..3 {
            for column in 0..2 {
                let product: f64 = (0..2).map(|k| left.row(row)[k] * values[k] * right.row(k)[column]).sum();
                assert!((product - matrix.row(row)[column]).abs() < 1e-14);
            }
        }
        assert_eq!(counted(&values, 3), 2);
        assert_eq!(counted(&[0.0, 0.0], 2), 0);
        assert!((effective(&[1.0, 1.0, 1.0, 0.0]) - 3.0).abs() < 1e-14);
    }

    #[test]
    fn singular_values_alone_are_those_of_the_decomposition_and_resolve_what_is_faint() {
        // Rank 3 of 9 by 7, the third direction 1e11 times fainter than the first.
        let mix = |seed: usize, rows: usize| {
            let value = |at: usize| (((at + seed) * 7919 % 104_729) as f64 / 104_729.0) - 0.5;
            Matrix::new(rows, 3, (0..rows * 3).map(value).collect())
        };
        let mut left = mix(5, 9);
        left.values.chunks_exact_mut(3).for_each(|row| row[2] *= 1e-11);
        for matrix in [left.times_rows(&mix(40, 7)), mix(40, 7).times_rows(&left)] {
            let (alone, all) = (singular_values(&matrix).unwrap(), decompose(&matrix).unwrap().values);
            assert_eq!((alone.len(), counted(&alone, 9), counted(&all, 9)), (7, 3, 3), "{alone:?}");
            let worst = alone.iter().zip(&all).map(|(one, other)| (one - other).abs()).fold(0.0, f64::max);
            assert!(worst < 4.0 * f64::EPSILON * all[0], "{alone:?} {all:?}");
        }
        assert_eq!(singular_values(&Matrix::new(2, 3, vec![0.0; 6])).unwrap(), [0.0, 0.0]);
    }

    #[test]
    fn numbers_that_are_not_finite_are_refused_and_never_panic() {
        for wrong in [f64::NAN, f64::INFINITY] {
            let matrix = Matrix::new(2, 2, vec![1.0, wrong, 0.0, 1.0]);
            assert!(decompose(&matrix).is_err());
            assert!(singular_values(&matrix).is_err());
        }
    }

    #[test]
    fn a_basis_has_as_many_columns_as_the_matrix_has_rank() {
        // The third column is the sum of the first two; the fourth is faint, not absent.
        let matrix =
            Matrix::new(4, 4, vec![1.0, 0.0, 1.0, 0.0, 0.0, 1.0, 1.0, 0.0, 2.0, 1.0, 3.0, 1e-9, 0.0, 3.0, 3.0, 0.0]);
        let basis = basis(&matrix);
        assert_eq!(basis.columns, 3);
        let gram = basis.transposed_times(&basis);
        for i in 0..3 {
            for j in 0..3 {
                assert!((gram.row(i)[j] - f64::from(u8::from(i == j))).abs() < 1e-12);
            }
        }
    }
}
