//! Adam over all parameters of a model in a few launches.

use burn::backend::TensorMetadata;
use burn::backend::ops::FloatTensorOps;
use burn::tensor::{DType, FloatDType, Shape, Tensor};
use burn_cubecl::tensor::CubeTensor;

use super::adam_kernels::{self as kernels, Flat, PARAMETERS};
use super::launch::{Gpu, launch, launch_parts, like, padded, view};
use super::track::constant;
use dif_sr_ops::AdamStep;

/// A parameter and the gradient of one step.
pub struct Parameter {
    name: String,
    values: CubeTensor,
    gradient: CubeTensor,
}

impl Parameter {
    /// Values and gradient of the same shape, neither tracked.
    #[must_use]
    pub fn new<const D: usize>(name: String, values: Tensor<D>, gradient: Tensor<D>) -> Self {
        Self { name, values: constant(values), gradient: constant(gradient) }
    }

    /// The name that it was given.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// A parameter after a step.
pub struct Updated(CubeTensor);

impl Updated {
    /// Its values, not tracked, in the shape that it had before.
    #[must_use]
    pub fn values<const D: usize>(self) -> Tensor<D> {
        Tensor::from_primitive::<Gpu>(self.0)
    }
}

/// What Adam remembers of one parameter.
pub struct Memory {
    /// Updates so far.
    pub time: usize,
    /// `m`, flat.
    pub first: Tensor<1>,
    /// `v`, flat.
    pub second: Tensor<1>,
}

fn zeros(count: usize, beside: &CubeTensor) -> CubeTensor {
    Gpu::float_zeros(Shape::new([count]), &beside.device(), FloatDType::F32)
}

/// Adam's memory of a fixed list of parameters.
///
/// After the first step the parameters themselves are parts of one buffer, so that a launch reaches all of them through one
/// binding. A step writes a new one: the weights before it stay what they were for whoever still holds them.
pub struct FlatAdam {
    slots: Vec<Slot>,
    /// `m` of all parameters, then `v`.
    moments: CubeTensor,
    weights: Option<Packed>,
}

struct Slot {
    name: String,
    shape: Shape,
    start: usize,
    time: usize,
}

/// All parameters in one buffer, and the parts of it that the model was given.
struct Packed {
    whole: CubeTensor,
    parts: Vec<CubeTensor>,
}

impl Packed {
    /// Whether these are the parts that the model was given: the same buffer from the same byte on.
    fn consists_of(&self, values: &[CubeTensor]) -> bool {
        let same = |(part, value): (&CubeTensor, &CubeTensor)| {
            buffer(part) == buffer(value) && first_byte(part) == first_byte(value)
        };
        self.parts.len() == values.len() && self.parts.iter().zip(values).all(same)
    }
}

impl FlatAdam {
    /// Begins with what is remembered of each of these parameters, of which there is at least one; nothing of a parameter that has
    /// never been updated.
    #[must_use]
    pub fn new(parameters: &[Parameter], memories: Vec<Option<Memory>>) -> Self {
        let mut slots = Vec::with_capacity(parameters.len());
        let mut total = 0;
        for (Parameter { name, values, .. }, memory) in parameters.iter().zip(&memories) {
            let time = memory.as_ref().map_or(0, |memory| memory.time);
            slots.push(Slot { name: name.clone(), shape: values.shape(), start: total, time });
            total += padded(values.shape().num_elements());
        }
        let beside = &parameters[0].values;
        if memories.iter().all(Option::is_none) {
            return Self { slots, moments: zeros(2 * total, beside), weights: None };
        }
        let (mut moments, mut starts) = (Vec::new(), Vec::new());
        for (slot, memory) in slots.iter().zip(memories) {
            let nothing = || zeros(slot.shape.num_elements(), beside);
            let (first, second) = memory
                .map_or_else(|| (nothing(), nothing()), |memory| (constant(memory.first), constant(memory.second)));
            moments.extend([first, second]);
            starts.extend([slot.start, total + slot.start]);
        }
        Self { slots, moments: pack(moments, starts, 2 * total), weights: None }
    }

    /// Whether these are the parameters that it remembers.
    #[must_use]
    pub fn remembers(&self, parameters: &[Parameter]) -> bool {
        let same = |(slot, parameter): (&Slot, &Parameter)| {
            slot.name == parameter.name && slot.shape == parameter.values.shape()
        };
        self.slots.len() == parameters.len() && self.slots.iter().zip(parameters).all(same)
    }

    /// What it remembers, by name.
    #[must_use]
    pub fn memories(&self) -> Vec<(String, Memory)> {
        let moments: Tensor<1> = Tensor::from_primitive::<Gpu>(self.moments.clone());
        let total = self.moments.shape().num_elements() / 2;
        let part = |start: usize, slot: &Slot| moments.clone().narrow(0, start, slot.shape.num_elements());
        let each = self.slots.iter().map(|slot| {
            let (first, second) = (part(slot.start, slot), part(total + slot.start, slot));
            (slot.name.clone(), Memory { time: slot.time, first, second })
        });
        each.collect()
    }

    /// One update of the parameters that it remembers; `numbers` gives those of each update, the first being number 1.
    #[must_use]
    pub fn step(self, parameters: Vec<Parameter>, numbers: impl Fn(usize) -> AdamStep) -> (Self, Vec<Updated>) {
        let Self { mut slots, moments, weights } = self;
        let starts: Vec<usize> = slots.iter().map(|slot| slot.start).collect();
        let (values, gradients): (Vec<_>, Vec<_>) =
            parameters.into_iter().map(|Parameter { values, gradient, .. }| (values, gradient)).unzip();
        let whole = match weights {
            Some(packed) if packed.consists_of(&values) => packed.whole,
            _ => pack(values, starts.clone(), moments.shape().num_elements() / 2),
        };
        for slot in &mut slots {
            slot.time += 1;
        }
        let times: Vec<(usize, usize)> = slots.iter().map(|slot| (slot.start, slot.time)).collect();
        let mut shapes = vec![whole.shape(), moments.shape()];
        shapes.extend(slots.iter().map(|slot| slot.shape.clone()));
        let mut bound = vec![whole, moments];
        bound.extend(gradients);
        let run = move |inputs: &[CubeTensor], shapes: &[Shape]| {
            let [weights, moments, gradients @ ..] = inputs else { unreachable!("two buffers and the gradients") };
            let updated = like(weights, shapes[0].clone());
            // Whoever reads the moments of an earlier step keeps them.
            let moments = if moments.can_mut() { moments.clone() } else { moments.copy() };
            let flat = Flat { weights, moments: &moments, updated: &updated };
            // A launch has one time, since that decides its constants.
            for same in runs(gradients, &times).chunk_by(|a, b| a.time == b.time) {
                for launch in same.chunks(PARAMETERS) {
                    let gradients: Vec<CubeTensor> = launch.iter().map(|run| run.gradient.clone()).collect();
                    let lengths: Vec<usize> = gradients.iter().map(|one| padded(one.meta.num_elements())).collect();
                    kernels::adam(&gradients, &lengths, &flat, launch[0].start, numbers(launch[0].time));
                }
            }
            let parts = starts.iter().zip(&shapes[2..]).map(|(&start, shape)| view(&updated, start, shape.clone()));
            let parts: Vec<CubeTensor> = parts.collect();
            [vec![updated, moments], parts].concat()
        };
        let mut made = launch_parts(bound, &shapes, run).into_iter();
        let (whole, moments) = (made.next().expect("the weights"), made.next().expect("the moments"));
        let parts: Vec<CubeTensor> = made.collect();
        let weights = Some(Packed { whole, parts: parts.clone() });
        (Self { slots, moments, weights }, parts.into_iter().map(Updated).collect())
    }
}

/// Neighbouring parameters that have been updated equally often, and whose gradients lie one after another as they do: one long
/// parameter. A kernel that finds the gradients of several maps writes them so.
struct Run {
    start: usize,
    time: usize,
    gradient: CubeTensor,
}

/// The fewest runs of parameters with these gradients; `times`: start and time of each.
fn runs(gradients: &[CubeTensor], times: &[(usize, usize)]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (gradient, &(start, time)) in gradients.iter().zip(times) {
        match runs.last_mut() {
            Some(run) if run.time == time && follows(gradient, &run.gradient) => {
                run.gradient = joined(&run.gradient, gradient);
            }
            _ => runs.push(Run { start, time, gradient: gradient.clone() }),
        }
    }
    runs
}

/// Whether a tensor begins where parameters would if the one before it was a parameter.
fn follows(tensor: &CubeTensor, before: &CubeTensor) -> bool {
    buffer(tensor) == buffer(before) && first_byte(tensor) == first_byte(before) + bytes(padded(numbers_of(before)))
}

/// Two parts of a buffer and what lies between them.
fn joined(first: &CubeTensor, second: &CubeTensor) -> CubeTensor {
    let mut handle = first.handle.clone();
    handle.offset_end = second.handle.offset_end;
    let shape = Shape::new([padded(numbers_of(first)) + numbers_of(second)]);
    CubeTensor::new_contiguous(first.client.clone(), first.device.clone(), shape, handle, DType::F32)
}

/// Which buffer a tensor is a part of.
fn buffer(tensor: &CubeTensor) -> impl PartialEq {
    tensor.handle.memory.clone().binding().id()
}

fn numbers_of(tensor: &CubeTensor) -> usize {
    tensor.meta.num_elements()
}

fn first_byte(tensor: &CubeTensor) -> u64 {
    tensor.handle.offset_start.unwrap_or(0)
}

const fn bytes(numbers: usize) -> u64 {
    (numbers * size_of::<f32>()) as u64
}

/// Copies tensors into one buffer of `total` numbers, each to its start; what lies between is left as it is.
fn pack(tensors: Vec<CubeTensor>, starts: Vec<usize>, total: usize) -> CubeTensor {
    let run = move |inputs: &[CubeTensor], outputs: &[CubeTensor]| {
        for (input, &start) in inputs.iter().zip(&starts) {
            kernels::copy(input, &outputs[0], start);
        }
    };
    launch(tensors, &[Shape::new([total])], run).remove(0)
}
