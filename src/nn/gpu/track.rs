//! Our operations as nodes of Burn's graph of gradients.

use std::fmt::Debug;
use std::marker::PhantomData;

use burn::backend::autodiff::checkpoint::base::Checkpointer;
use burn::backend::autodiff::checkpoint::strategy::NoCheckpointing;
use burn::backend::autodiff::grads::Gradients;
use burn::backend::autodiff::ops::{Backward, NodeGuard, Ops, OpsKind};
use burn::backend::{Autodiff, DispatchTensorKind};
use burn::tensor::{Int, Tensor};

use burn_cubecl::tensor::CubeTensor;

use super::launch::Gpu;

/// What an operation keeps of its forward pass, and how the gradients of its `N` inputs follow from it.
pub trait Operation<const N: usize>: Clone + Debug + Send + 'static {
    /// The gradient of every input that is `wanted`, given that of the output.
    fn gradients(self, output: CubeTensor, wanted: [bool; N]) -> [Option<CubeTensor>; N];
}

/// An input of an operation: its values, and its place in the graph where gradients are tracked.
pub struct Input {
    values: CubeTensor,
    node: Option<NodeGuard>,
}

impl Input {
    /// The shape of its values.
    pub fn dims(&self) -> &[usize] {
        self.values.meta.shape()
    }
}

impl<const D: usize> From<Tensor<D>> for Input {
    fn from(tensor: Tensor<D>) -> Self {
        const PLACE: &str = "the caller has asked `runs_on`";
        if is_tracked(&tensor) {
            let (values, node) = tensor.try_into_primitive::<Autodiff<Gpu>>().expect(PLACE).into_parts();
            return Self { values, node: Some(node) };
        }
        Self { values: tensor.try_into_primitive::<Gpu>().expect(PLACE), node: None }
    }
}

/// Whether a tensor lies on a device that these operations run on: not the CPU device.
#[must_use]
pub fn runs_on<const D: usize>(tensor: &Tensor<D>) -> bool {
    match tensor.clone().into_dispatch().kind {
        DispatchTensorKind::Autodiff(inner) => matches!(*inner, DispatchTensorKind::Cube(_)),
        DispatchTensorKind::Cube(_) => true,
        #[allow(unreachable_patterns, reason = "builds with a CPU have further kinds")]
        _ => false,
    }
}

fn is_tracked<const D: usize>(tensor: &Tensor<D>) -> bool {
    matches!(tensor.clone().into_dispatch().kind, DispatchTensorKind::Autodiff(_))
}

/// Values without a gradient of their own.
pub fn constant<const D: usize>(tensor: Tensor<D>) -> CubeTensor {
    Input::from(tensor).values
}

/// Ids, as the device holds them.
pub fn ids<const D: usize>(tensor: Tensor<D, Int>) -> CubeTensor {
    // Whole numbers have no gradient: with tracking they are the same primitive.
    match tensor.clone().try_into_primitive::<Autodiff<Gpu>>() {
        Ok(ids) => ids,
        Err(_) => tensor.try_into_primitive::<Gpu>().expect("the caller has asked `runs_on`"),
    }
}

/// Applies an operation: `forward` computes the output and says what the gradient will need.
pub fn apply<const N: usize, const D: usize, O: Operation<N>>(
    inputs: [Input; N],
    forward: impl FnOnce([CubeTensor; N]) -> (CubeTensor, O),
) -> Tensor<D> {
    let mut nodes = Vec::with_capacity(N);
    let values = inputs.map(|input| {
        nodes.extend(input.node);
        input.values
    });
    let (output, operation) = forward(values);
    if nodes.is_empty() {
        return Tensor::from_primitive::<Gpu>(output);
    }
    let nodes: [NodeGuard; N] = nodes.try_into().expect("gradients are tracked for all inputs of a device or for none");
    let node = Node(PhantomData::<O>);
    let tracked = match node.prepare::<NoCheckpointing>(nodes).compute_bound().stateful() {
        OpsKind::Tracked(prepared) => prepared.finish(operation, output),
        OpsKind::UnTracked(prepared) => prepared.finish(output),
    };
    Tensor::from_primitive::<Autodiff<Gpu>>(tracked)
}

#[derive(Debug)]
struct Node<O>(PhantomData<O>);

impl<const N: usize, O: Operation<N>> Backward<Gpu, N> for Node<O> {
    type State = O;

    fn backward(self, ops: Ops<O, N>, gradients: &mut Gradients, _: &mut Checkpointer) {
        let output = gradients.consume::<Gpu>(&ops.node);
        let wanted = ops.parents.each_ref().map(Option::is_some);
        for (parent, gradient) in ops.parents.into_iter().zip(ops.state.gradients(output, wanted)) {
            if let (Some(parent), Some(gradient)) = (parent, gradient) {
                gradients.register::<Gpu>(parent.id, gradient);
            }
        }
    }
}
