//! Products of matrices that no map of a layer is: scores, contexts, filters.

use burn::backend::TensorMetadata;
use burn::tensor::{Shape, Tensor};
use burn_cubecl::tensor::CubeTensor;

use super::launch::launch;
use super::product_kernel::{Extent, Strides, multiply};
use super::track::{Input, Operation, apply};

/// `a b`, or `a b^T` if `b` is given `by_columns`: as [`crate::nn::product`].
///
/// # Panics
/// If the leading axes of `a` and `b` hold different numbers of matrices, neither of which is 1.
#[must_use]
pub fn product<const D: usize>(a: Tensor<D>, b: Tensor<D>, by_columns: bool) -> Tensor<D> {
    let [a, b] = [Input::from(a), Input::from(b)];
    let (a_matrices, [rows, inner]) = split(a.dims());
    let (matrices, b_sizes) = split(b.dims());
    let [b_inner, columns] = if by_columns { [b_sizes[1], b_sizes[0]] } else { b_sizes };
    assert_eq!(inner, b_inner, "inner dimensions of a product");
    assert!(a_matrices == matrices || a_matrices == 1 || matrices == 1, "{a_matrices} x {matrices} matrices");
    let leading = if a_matrices == 1 { b.dims() } else { a.dims() };
    let shape: Vec<usize> = leading[..D - 2].iter().copied().chain([rows, columns]).collect();
    // One right factor for all: the left ones are one matrix with all their rows.
    let (a_matrices, rows) = if matrices == 1 { (1, a_matrices * rows) } else { (a_matrices, rows) };
    let sizes = Sizes { a_matrices, matrices, rows, inner, columns, by_columns };
    apply([a, b], |[a, b]| {
        let run = |inputs: &[CubeTensor], outputs: &[CubeTensor]| {
            multiply((&inputs[0], sizes.a()), (&inputs[1], sizes.b()), &outputs[0], sizes.extent());
        };
        let output = launch(vec![a.clone(), b.clone()], &[Shape::from(shape)], run).remove(0);
        (output, Factors { a, b, sizes })
    })
}

/// Matrices along the leading axes, and the last two axes.
fn split(dims: &[usize]) -> (usize, [usize; 2]) {
    let (leading, last) = dims.split_at(dims.len() - 2);
    (leading.iter().product(), [last[0], last[1]])
}

#[derive(Debug, Clone, Copy)]
struct Sizes {
    /// 1, or as many as `matrices`.
    a_matrices: usize,
    /// Right factors and products.
    matrices: usize,
    rows: usize,
    inner: usize,
    columns: usize,
    by_columns: bool,
}

impl Sizes {
    const fn extent(self) -> Extent {
        let Self { matrices, rows, inner, columns, .. } = self;
        Extent { matrices, rows, inner, columns, summed: false }
    }

    const fn a(self) -> Strides {
        Strides::contiguous(self.a_matrices, self.rows, self.inner)
    }

    /// `b` as `[inner, columns]`, however it lies.
    const fn b(self) -> Strides {
        if self.by_columns {
            Strides::contiguous(self.matrices, self.columns, self.inner).transposed()
        } else {
            Strides::contiguous(self.matrices, self.inner, self.columns)
        }
    }

    const fn output(self) -> Strides {
        Strides::contiguous(self.matrices, self.rows, self.columns)
    }
}

#[derive(Debug, Clone)]
struct Factors {
    a: CubeTensor,
    b: CubeTensor,
    sizes: Sizes,
}

impl Operation<2> for Factors {
    /// `dA = dC B^T`, summed where one `A` stood for all; `dB = A^T dC`, or `dC^T A` if `b` was given by columns.
    fn gradients(self, output: CubeTensor, wanted: [bool; 2]) -> [Option<CubeTensor>; 2] {
        let Self { a, b, sizes } = self;
        let all = sizes.extent();
        let Sizes { a_matrices, matrices, rows, inner, columns, by_columns } = sizes;
        let d_a = wanted[0].then(|| {
            let extent = Extent { inner: columns, columns: inner, summed: a_matrices < matrices, ..all };
            let run = |inputs: &[CubeTensor], outputs: &[CubeTensor]| {
                let (left, right) = (sizes.output(), sizes.b().transposed());
                multiply((&inputs[0], left), (&inputs[1], right), &outputs[0], extent);
            };
            launch(vec![output.clone(), b.clone()], &[a.shape()], run).remove(0)
        });
        let d_b = wanted[1].then(|| {
            let run = |inputs: &[CubeTensor], outputs: &[CubeTensor]| {
                let (d, a) = ((&inputs[0], sizes.output()), (&inputs[1], sizes.a()));
                if by_columns {
                    let extent = Extent { rows: columns, inner: rows, columns: inner, ..all };
                    multiply((d.0, d.1.transposed()), a, &outputs[0], extent);
                } else {
                    let extent = Extent { rows: inner, inner: rows, columns, ..all };
                    multiply((a.0, a.1.transposed()), d, &outputs[0], extent);
                }
            };
            launch(vec![output, a], &[b.shape()], run).remove(0)
        });
        [d_a, d_b]
    }
}
