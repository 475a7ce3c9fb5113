//! One step of Adam for several parameters at once.

use burn_cubecl::tensor::CubeTensor;
use cubecl::prelude::*;

use super::grid::{FLAT, grid};
use dif_sr_ops::AdamStep;

/// Parameters of one launch, or runs of them: their gradients, weights, moments and the new weights are as many buffers as every adapter allows.
pub const PARAMETERS: usize = 5;

/// `w' = w - rate m / (sqrt(v) + epsilon)` after `m` and `v` have moved towards `g` and `g^2`.
///
/// `weights` and `updated` hold the parameters one after another, each from a multiple of the alignment on; `moments` holds all
/// `m` so, then all `v`. The launch covers `count` numbers from `first`; parameter `p` ends before `end_p`, padding included, and
/// its gradient has as many numbers as the parameter.
#[cube(launch)]
#[allow(clippy::too_many_arguments, reason = "a kernel's arguments are its buffers")]
fn adam_kernel(
    g0: &[f32],
    g1: &[f32],
    g2: &[f32],
    g3: &[f32],
    g4: &[f32],
    weights: &[f32],
    moments: &mut [f32],
    updated: &mut [f32],
    first: usize,
    count: usize,
    end0: usize,
    end1: usize,
    end2: usize,
    end3: usize,
    total: usize,
    rate: f32,
    epsilon: f32,
    beta1: f32,
    beta2: f32,
) {
    let at = ABSOLUTE_POS;
    if at < count {
        // Padding reads the last number of a gradient: what it holds is never looked at.
        let g = if at < end0 {
            g0[at.min(g0.len() - 1)]
        } else if at < end1 {
            g1[(at - end0).min(g1.len() - 1)]
        } else if at < end2 {
            g2[(at - end1).min(g2.len() - 1)]
        } else if at < end3 {
            g3[(at - end2).min(g3.len() - 1)]
        } else {
            g4[(at - end3).min(g4.len() - 1)]
        };
        let place = first + at;
        let m = beta1 * moments[place] + (1.0f32 - beta1) * g;
        let v = beta2 * moments[total + place] + (1.0f32 - beta2) * g * g;
        moments[place] = m;
        moments[total + place] = v;
        updated[place] = weights[place] - rate * m / (v.sqrt() + epsilon);
    }
}

/// The buffers that all parameters share.
pub struct Flat<'a> {
    /// Parameters before the step.
    pub weights: &'a CubeTensor,
    /// First moments, then second.
    pub moments: &'a CubeTensor,
    /// Parameters after the step.
    pub updated: &'a CubeTensor,
}

/// Launches the step of up to [`PARAMETERS`] parameters that lie one after another from `first`; `lengths` are padded.
pub fn adam(gradients: &[CubeTensor], lengths: &[usize], flat: &Flat, first: usize, step: AdamStep) {
    let gradient = |index: usize| gradients[index.min(gradients.len() - 1)].clone().into_buffer_arg();
    let end = |index: usize| lengths[..=index.min(lengths.len() - 1)].iter().sum::<usize>();
    let count = end(PARAMETERS);
    adam_kernel::launch(
        &flat.weights.client,
        grid(count),
        FLAT,
        gradient(0),
        gradient(1),
        gradient(2),
        gradient(3),
        gradient(4),
        flat.weights.clone().into_buffer_arg(),
        flat.moments.clone().into_buffer_arg(),
        flat.updated.clone().into_buffer_arg(),
        first,
        count,
        end(0),
        end(1),
        end(2),
        end(3),
        flat.moments.meta.num_elements() / 2,
        step.rate,
        step.epsilon,
        step.betas.0,
        step.betas.1,
    );
}

/// `out[start ..] = values`.
#[cube(launch)]
fn copy_kernel(values: &[f32], out: &mut [f32], start: usize, count: usize) {
    let at = ABSOLUTE_POS;
    if at < count {
        out[start + at] = values[at];
    }
}

/// Launches a copy into part of a buffer.
pub fn copy(values: &CubeTensor, out: &CubeTensor, start: usize) {
    let count = values.meta.num_elements();
    copy_kernel::launch(
        &values.client,
        grid(count),
        FLAT,
        values.clone().into_buffer_arg(),
        out.clone().into_buffer_arg(),
        start,
        count,
    );
}
