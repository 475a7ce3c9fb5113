//! Cross-entropies of whole rows: losses and the gradient of the scores in one pass.

use burn_cubecl::tensor::CubeTensor;
use cubecl::prelude::*;

use super::units::{ROW_UNITS, max_of_units, sum_of_units};

/// `loss = log sum exp(scores) - scores[target]`, `gradient = (softmax(scores) - [target]) / rows`. One workgroup a row.
#[cube(launch)]
fn softmax_kernel(
    scores: &[f32],
    targets: &[i32],
    losses: &mut [f32],
    gradient: &mut [f32],
    rows: usize,
    classes: usize,
) {
    let mut shared = Shared::new_slice(ROW_UNITS);
    let row = CUBE_POS_X as usize;
    let unit = UNIT_POS as usize;
    let start = row * classes;
    let mut highest = f32::new(-1.0e30f32);
    let mut class = unit;
    while class < classes {
        highest = highest.max(scores[start + class]);
        class += ROW_UNITS;
    }
    let highest = max_of_units(highest, &mut shared);
    let mut total = 0.0f32;
    let mut class = unit;
    while class < classes {
        total += (scores[start + class] - highest).exp();
        class += ROW_UNITS;
    }
    let total = sum_of_units(total, &mut shared);
    let target = targets[row] as usize;
    let mut class = unit;
    while class < classes {
        let mut probability = (scores[start + class] - highest).exp() / total;
        if class == target {
            probability -= 1.0f32;
        }
        gradient[start + class] = probability / rows as f32;
        class += ROW_UNITS;
    }
    if unit == 0 {
        losses[row] = highest + total.ln() - scores[start + target];
    }
}

/// Sigmoid cross-entropy of every class but class 0, which is "no value": `loss = mean over classes of
/// max(z, 0) - z y + log(1 + exp(-|z|))`, `gradient = (sigmoid(z) - y) / (rows (classes - 1))`. One workgroup a row.
#[cube(launch)]
fn sigmoid_kernel(
    scores: &[f32],
    labels: &[f32],
    losses: &mut [f32],
    gradient: &mut [f32],
    rows: usize,
    classes: usize,
) {
    let mut shared = Shared::new_slice(ROW_UNITS);
    let row = CUBE_POS_X as usize;
    let unit = UNIT_POS as usize;
    let start = row * classes;
    let real = (classes - 1) as f32;
    let mut sum = 0.0f32;
    let mut class = unit;
    while class < classes {
        let z = scores[start + class];
        let y = labels[start + class];
        let small = (-z.abs()).exp();
        // exp of a negative number only: it cannot overflow.
        let mut sigmoid = 1.0f32 / (1.0f32 + small);
        if z < 0.0f32 {
            sigmoid = small / (1.0f32 + small);
        }
        let mut slope = (sigmoid - y) / (real * rows as f32);
        if class == 0 {
            slope = 0.0f32;
        } else {
            sum += z.max(0.0f32) - z * y + (1.0f32 + small).ln();
        }
        gradient[start + class] = slope;
        class += ROW_UNITS;
    }
    let sum = sum_of_units(sum, &mut shared);
    if unit == 0 {
        losses[row] = sum / real;
    }
}

/// The mean of the rows' losses. One workgroup.
#[cube(launch)]
fn mean_kernel(losses: &[f32], mean: &mut [f32], rows: usize) {
    let mut shared = Shared::new_slice(ROW_UNITS);
    let mut sum = 0.0f32;
    let mut row = UNIT_POS as usize;
    while row < rows {
        sum += losses[row];
        row += ROW_UNITS;
    }
    let sum = sum_of_units(sum, &mut shared);
    if UNIT_POS == 0 {
        mean[0] = sum / rows as f32;
    }
}

/// `out = values * factor[0]`.
#[cube(launch)]
fn scale_kernel(values: &[f32], factor: &[f32], out: &mut [f32], count: usize) {
    let at = ABSOLUTE_POS;
    if at < count {
        out[at] = values[at] * factor[0];
    }
}

const ROW: CubeDim = CubeDim::new_1d(ROW_UNITS as u32);

/// Launches the rows' losses, `[rows]`, and the gradient of their mean by the scores, `[rows, classes]`.
pub fn softmax(
    scores: &CubeTensor,
    targets: &CubeTensor,
    (losses, gradient): (&CubeTensor, &CubeTensor),
    sizes: [usize; 2],
) {
    let [rows, classes] = sizes;
    softmax_kernel::launch(
        &scores.client,
        CubeCount::Static(rows as u32, 1, 1),
        ROW,
        scores.clone().into_buffer_arg(),
        targets.clone().into_buffer_arg(),
        losses.clone().into_buffer_arg(),
        gradient.clone().into_buffer_arg(),
        rows,
        classes,
    );
}

/// Launches the rows' losses, `[rows]`, and the gradient of their mean by the scores, `[rows, classes]`; labels are 0 or 1.
pub fn sigmoid(
    scores: &CubeTensor,
    labels: &CubeTensor,
    (losses, gradient): (&CubeTensor, &CubeTensor),
    sizes: [usize; 2],
) {
    let [rows, classes] = sizes;
    sigmoid_kernel::launch(
        &scores.client,
        CubeCount::Static(rows as u32, 1, 1),
        ROW,
        scores.clone().into_buffer_arg(),
        labels.clone().into_buffer_arg(),
        losses.clone().into_buffer_arg(),
        gradient.clone().into_buffer_arg(),
        rows,
        classes,
    );
}

/// Launches the mean of the losses, `[1]`.
pub fn mean(losses: &CubeTensor, out: &CubeTensor, rows: usize) {
    let (losses, buffer) = (losses.clone(), out.clone());
    mean_kernel::launch(
        &out.client,
        CubeCount::Static(1, 1, 1),
        ROW,
        losses.into_buffer_arg(),
        buffer.into_buffer_arg(),
        rows,
    );
}

/// Launches the product with a number that only the device knows.
pub fn scale(values: &CubeTensor, factor: &CubeTensor, out: &CubeTensor) {
    let count = values.meta.num_elements();
    scale_kernel::launch(
        &values.client,
        super::grid::grid(count),
        super::grid::FLAT,
        values.clone().into_buffer_arg(),
        factor.clone().into_buffer_arg(),
        out.clone().into_buffer_arg(),
        count,
    );
}
