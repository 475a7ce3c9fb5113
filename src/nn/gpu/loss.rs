//! Softmax cross-entropy over a whole table, and sigmoid cross-entropy over labels.

use burn::backend::TensorMetadata;
use burn::tensor::{Int, Shape, Tensor};
use burn_cubecl::tensor::CubeTensor;

use super::launch::{launch, launch_parts, like, padded, view};
use super::linear_gradient_kernels::{InputGradient, WeightGradient, gradients};
use super::linear_kernels::{self as products, Sizes};
use super::loss_kernels as kernels;
use super::track::{Input, Operation, apply, constant, ids};

/// Mean over the rows of `log sum exp(s E^T) - s E^T[target]`, `E` the table.
///
/// # Shapes
/// - `states`: `[rows, hidden]`; `table`: `[classes, hidden]`; `targets`: `[rows]`
/// - returns: `[1]`
#[must_use]
pub fn softmax_cross_entropy(states: Tensor<2>, table: Tensor<2>, targets: Tensor<1, Int>) -> Tensor<1> {
    let ([rows, hidden], [classes, _]) = (states.dims(), table.dims());
    // Scores are a product with the transposed table, as the gradient of an input is.
    let sizes = Sizes { rows, inner: classes, width: hidden, columns: hidden };
    let targets = ids(targets);
    apply([Input::from(states), table.into()], |[states, table]| {
        let kept = [states.clone(), table.clone()];
        let run = move |inputs: &[CubeTensor], outputs: &[CubeTensor]| {
            let scores = like(&inputs[0], Shape::new([rows, classes]));
            let losses = like(&inputs[0], Shape::new([rows]));
            let out = InputGradient { weights: &inputs[1..2], before: None, out: &scores };
            gradients(&inputs[0], Some(out), None, sizes);
            kernels::softmax(&scores, &inputs[2], (&losses, &outputs[1]), [rows, classes]);
            kernels::mean(&losses, &outputs[0], rows);
        };
        let shapes = vec![Shape::new([1]), Shape::new([rows, classes])];
        let [loss, gradient] =
            launch(vec![states, table, targets], &shapes, run).try_into().expect("two were asked for");
        let [states, table] = kept;
        (loss, CrossEntropy { states, table, gradient, sizes })
    })
}

#[derive(Debug, Clone)]
struct CrossEntropy {
    states: CubeTensor,
    table: CubeTensor,
    /// Of the mean by the scores, `[rows, classes]`.
    gradient: CubeTensor,
    sizes: Sizes,
}

impl Operation<2> for CrossEntropy {
    fn gradients(self, output: CubeTensor, [wants_states, wants_table]: [bool; 2]) -> [Option<CubeTensor>; 2] {
        let Self { states, table, gradient, sizes } = self;
        // What comes from above is a factor on the narrow side of each product: the scores are by far the largest matrix.
        let by_table = wants_table.then(|| {
            let run = move |inputs: &[CubeTensor], shapes: &[Shape]| {
                let bias = padded(shapes[0].num_elements());
                // The kernel writes column sums too, as for a bias; nobody reads them.
                let stride = bias + padded(sizes.width);
                let whole = like(&inputs[0], Shape::new([stride]));
                let out = WeightGradient { x: &inputs[0], out: &whole, stride, bias };
                gradients(&inputs[1], None, Some(out), sizes);
                vec![view(&whole, 0, shapes[0].clone())]
            };
            let inputs = vec![gradient.clone(), scaled(states.clone(), output.clone())];
            launch_parts(inputs, &[table.shape()], run).remove(0)
        });
        let by_states = wants_states.then(|| {
            let shape = states.shape();
            let run = move |inputs: &[CubeTensor], outputs: &[CubeTensor]| {
                products::forward(&inputs[0], &inputs[1..], &[], &outputs[0], sizes, None);
            };
            scaled(launch(vec![gradient, table], &[shape], run).remove(0), output)
        });
        [by_states, by_table]
    }
}

/// Sigmoid cross-entropy, mean over the rows and over the classes but class 0.
///
/// # Shapes
/// - `scores`, `labels`: `[rows, classes]`, labels 0 or 1
/// - returns: `[1]`
#[must_use]
pub fn sigmoid_cross_entropy(scores: Tensor<2>, labels: Tensor<2>) -> Tensor<1> {
    let sizes = scores.dims();
    let labels = constant(labels);
    apply([Input::from(scores)], |[scores]| {
        let run = move |inputs: &[CubeTensor], outputs: &[CubeTensor]| {
            let losses = like(&inputs[0], Shape::new([sizes[0]]));
            kernels::sigmoid(&inputs[0], &inputs[1], (&losses, &outputs[1]), sizes);
            kernels::mean(&losses, &outputs[0], sizes[0]);
        };
        let shapes = vec![Shape::new([1]), Shape::new(sizes)];
        let [loss, gradient] = launch(vec![scores, labels], &shapes, run).try_into().expect("two were asked for");
        (loss, LabelEntropy { gradient })
    })
}

#[derive(Debug, Clone)]
struct LabelEntropy {
    /// Of the mean by the scores.
    gradient: CubeTensor,
}

impl Operation<1> for LabelEntropy {
    fn gradients(self, output: CubeTensor, [wanted]: [bool; 1]) -> [Option<CubeTensor>; 1] {
        [wanted.then(|| scaled(self.gradient, output))]
    }
}

/// A gradient times what comes from above, `[1]`.
fn scaled(gradient: CubeTensor, above: CubeTensor) -> CubeTensor {
    let shapes = vec![gradient.shape()];
    let run = |inputs: &[CubeTensor], outputs: &[CubeTensor]| kernels::scale(&inputs[0], &inputs[1], &outputs[0]);
    launch(vec![gradient, above], &shapes, run).remove(0)
}
