//! One node of the autodiff graph, made of two functions over CPU tensors.

use std::fmt::Debug;

use burn::backend::autodiff::checkpoint::base::Checkpointer;
use burn::backend::autodiff::checkpoint::strategy::NoCheckpointing;
use burn::backend::autodiff::grads::Gradients;
use burn::backend::autodiff::ops::{Backward, Ops, OpsKind};
use burn::backend::flex::FlexTensor;
use burn::backend::{Autodiff, DispatchTensor, DispatchTensorKind, Flex};
use burn::tensor::{Int, Tensor};

use super::wide::wide;

/// A differentiable operation on `N` tensors of any rank.
pub trait Operation<const N: usize>: Clone + Debug + Send + 'static {
    /// What the forward pass leaves for the backward pass.
    type Memory: Clone + Debug + Send + 'static;

    /// The result, and what the backward pass needs.
    fn forward(&self, inputs: &[FlexTensor; N]) -> (FlexTensor, Self::Memory);

    /// The gradients of the inputs from that of the result; inputs that are not `wanted` may be `None`.
    fn backward(&self, memory: Self::Memory, gradient: FlexTensor, wanted: [bool; N]) -> [Option<FlexTensor>; N];
}

/// Whether a tensor lies on the CPU, so that these operations apply.
#[must_use]
pub fn on_cpu<const D: usize>(tensor: &Tensor<D>) -> bool {
    match tensor.clone().into_dispatch().kind {
        DispatchTensorKind::Flex(_) => true,
        DispatchTensorKind::Autodiff(inner) => matches!(*inner, DispatchTensorKind::Flex(_)),
        #[allow(unreachable_patterns, reason = "builds with a GPU have further kinds")]
        _ => false,
    }
}

/// An input of any rank.
pub fn input<const D: usize>(tensor: &Tensor<D>) -> DispatchTensor {
    tensor.clone().into_dispatch()
}

/// Ids that lie on the CPU.
pub fn ids(tensor: Tensor<1, Int>) -> Vec<usize> {
    let ids = tensor.inner().try_into_primitive::<Flex>().expect("ids on the CPU");
    ids.into_data().iter::<i64>().map(|id| id as usize).collect()
}

/// Runs an operation: recorded if any input is, otherwise only forward.
pub fn apply<const N: usize, const D: usize, O: Operation<N>>(operation: O, inputs: [DispatchTensor; N]) -> Tensor<D> {
    let tracked = inputs.iter().any(|input| matches!(input.kind, DispatchTensorKind::Autodiff(_)));
    if !tracked {
        let inputs = inputs.map(plain);
        return Tensor::from_primitive::<Flex>(
            wide(
                #[inline(always)]
                || operation.forward(&inputs),
            )
            .0,
        );
    }
    let parts = inputs.map(|input| {
        let tensor = lifted(input).try_into_primitive::<Autodiff<Flex>>();
        tensor.expect("all inputs of an operation lie on one device").into_parts()
    });
    let inputs = parts.each_ref().map(|(tensor, _)| tensor.to_contiguous());
    let nodes = parts.map(|(_, node)| node);
    let (output, memory) = wide(
        #[inline(always)]
        || operation.forward(&inputs),
    );
    let output = match Node(operation.clone()).prepare::<NoCheckpointing>(nodes).compute_bound().stateful() {
        OpsKind::Tracked(prepared) => prepared.finish((operation, memory), output),
        OpsKind::UnTracked(prepared) => prepared.finish(output),
    };
    Tensor::from_primitive::<Autodiff<Flex>>(output)
}

fn plain(input: DispatchTensor) -> FlexTensor {
    let tensor = Tensor::<1>::from_dispatch(input).try_into_primitive::<Flex>();
    tensor.expect("an operation on the CPU").to_contiguous()
}

/// The rank of a [`Tensor`] is in its type only; these functions look at none.
fn lifted(input: DispatchTensor) -> Tensor<1> {
    let recorded = matches!(input.kind, DispatchTensorKind::Autodiff(_));
    let tensor = Tensor::<1>::from_dispatch(input);
    if recorded { tensor } else { Tensor::from_inner(tensor) }
}

/// [`Operation`] as Burn's autodiff knows it.
#[derive(Debug, Clone)]
struct Node<O>(O);

impl<const N: usize, O: Operation<N>> Backward<Flex, N> for Node<O> {
    type State = (O, O::Memory);

    fn backward(self, ops: Ops<Self::State, N>, gradients: &mut Gradients, _: &mut Checkpointer) {
        let gradient = gradients.consume::<Flex>(&ops.node).to_contiguous();
        let (operation, memory) = ops.state;
        let wanted = ops.parents.each_ref().map(Option::is_some);
        let found = wide(
            #[inline(always)]
            || operation.backward(memory, gradient, wanted),
        );
        for (parent, found) in ops.parents.iter().zip(found) {
            if let (Some(parent), Some(found)) = (parent, found) {
                gradients.register::<Flex>(parent.id, found);
            }
        }
    }
}
