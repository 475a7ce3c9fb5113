//! Kernels on buffers: what they read, what they write, and parts of buffers.

use burn::tensor::{DType, Shape};
use burn_cubecl::Cube;
use burn_cubecl::kernel::into_contiguous;
use burn_cubecl::ops::numeric::empty_device_contiguous_dtype;
use burn_cubecl::tensor::CubeTensor;

/// The backend of every device that computes through CubeCL. Burn's own merging of operations is not used: few of its operations
/// are left in a step, and it would be a quarter of the page's second file.
pub type Gpu = Cube;

/// Runs kernels that read `inputs` and write new tensors of the shapes `outputs`, single precision.
///
/// `run` gets the inputs, each contiguous, and the outputs, uninitialised: it has to write every number of them.
pub fn launch(
    inputs: Vec<CubeTensor>,
    outputs: &[Shape],
    run: impl FnOnce(&[CubeTensor], &[CubeTensor]),
) -> Vec<CubeTensor> {
    launch_parts(inputs, outputs, |inputs, shapes| {
        let outputs: Vec<CubeTensor> = shapes.iter().map(|shape| like(&inputs[0], shape.clone())).collect();
        run(inputs, &outputs);
        outputs
    })
}

/// As [`launch`], for kernels that make their outputs themselves: `run` returns one tensor for each of the shapes it is given.
pub fn launch_parts(
    inputs: Vec<CubeTensor>,
    outputs: &[Shape],
    run: impl FnOnce(&[CubeTensor], &[Shape]) -> Vec<CubeTensor>,
) -> Vec<CubeTensor> {
    let inputs: Vec<CubeTensor> = inputs.into_iter().map(into_contiguous).collect();
    run(&inputs, outputs)
}

/// An uninitialised tensor beside another one.
pub fn like(neighbour: &CubeTensor, shape: Shape) -> CubeTensor {
    empty_device_contiguous_dtype(neighbour.client.clone(), neighbour.device.clone(), shape, DType::F32)
}

/// Numbers between the starts of two parts of a buffer that devices let a kernel bind on its own: 256 bytes.
const ALIGNMENT: usize = 64;

/// The least multiple of the alignment that holds `count` numbers.
pub const fn padded(count: usize) -> usize {
    count.next_multiple_of(ALIGNMENT)
}

/// Part of a buffer as a tensor: `shape` numbers from `start`, a multiple of the alignment.
pub fn view(whole: &CubeTensor, start: usize, shape: Shape) -> CubeTensor {
    const BYTES: usize = size_of::<f32>();
    let end = whole.meta.num_elements() - start - shape.num_elements();
    let handle = whole.handle.clone().offset_start((start * BYTES) as u64).offset_end((end * BYTES) as u64);
    CubeTensor::new_contiguous(whole.client.clone(), whole.device.clone(), shape, handle, DType::F32)
}
