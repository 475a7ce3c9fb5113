//! Puts a sequence of kernels into the device's stream of operations.

use burn::backend::BackendTypes;
use burn::backend::fusion::custom::{CustomOpIr, HandleContainer, OperationFn, OperationIr, StreamId, TensorIr};
use burn::tensor::{DType, Shape};
use burn_cubecl::fusion::CubeFusionHandle;
use burn_cubecl::kernel::into_contiguous;
use burn_cubecl::ops::numeric::empty_device_contiguous_dtype;
use burn_cubecl::tensor::CubeTensor;
use burn_cubecl::{Cube, CubeBackend};

/// The backend of every device that computes through CubeCL.
pub type Gpu = Cube;

/// A tensor of the device's stream: its values may not have been computed yet.
pub type Lazy = <Gpu as BackendTypes>::FloatTensorPrimitive;

type Handles = HandleContainer<CubeFusionHandle>;

/// Queues kernels that read `inputs` and write new tensors of the shapes `outputs`, single precision.
///
/// `run` gets the inputs, each contiguous, and the outputs, uninitialised: it has to write every number of them.
pub fn queue(
    name: &'static str,
    inputs: Vec<Lazy>,
    outputs: Vec<Shape>,
    run: impl Fn(&[CubeTensor], &[CubeTensor]) + Send + Sync + 'static,
) -> Vec<Lazy> {
    queue_parts(name, inputs, outputs, move |inputs, shapes| {
        let outputs: Vec<CubeTensor> = shapes.iter().map(|shape| like(&inputs[0], shape.clone())).collect();
        run(inputs, &outputs);
        outputs
    })
}

/// As [`queue`], for kernels that make their outputs themselves: `run` returns one tensor for each of the shapes it is given.
pub fn queue_parts(
    name: &'static str,
    inputs: Vec<Lazy>,
    outputs: Vec<Shape>,
    run: impl Fn(&[CubeTensor], &[Shape]) -> Vec<CubeTensor> + Send + Sync + 'static,
) -> Vec<Lazy> {
    let client = inputs[0].client.clone();
    let inputs: Vec<TensorIr> = inputs.into_iter().map(Lazy::into_ir).collect();
    let made: Vec<TensorIr> =
        outputs.iter().map(|shape| TensorIr::uninit(client.create_empty_handle(), shape.clone(), DType::F32)).collect();
    let operation = OperationIr::Custom(CustomOpIr::new(name, &inputs, &made));
    let ids: Vec<_> = made.iter().map(|tensor| tensor.id).collect();
    let execute = OperationFn(move |handles: &mut Handles| {
        let read = inputs.iter().map(|input| into_contiguous(handles.get_float_tensor::<CubeBackend>(input)));
        let read: Vec<CubeTensor> = read.collect();
        for (id, tensor) in ids.iter().zip(run(&read, &outputs)) {
            handles.register_float_tensor::<CubeBackend>(id, tensor);
        }
        Ok(())
    });
    client.register(StreamId::current(), operation, execute)
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
