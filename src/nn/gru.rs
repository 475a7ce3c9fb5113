//! A gated recurrent unit without biases, as GRU4Rec uses it.

use burn::module::{Module, Param};
use burn::tensor::Tensor;
use burn::tensor::activation::{sigmoid, tanh};

use super::init::Initialiser;
use super::product::product;

/// The unit; columns of both maps in the order reset, update, new.
///
/// # Equation
/// `r = sigmoid(x W_ir + h W_hr)`, `z = sigmoid(x W_iz + h W_hz)`, `n = tanh(x W_in + r * (h W_hn))`, `h' = (1 - z) n + z h`
/// (Cho et al., EMNLP 2014; the reset gate after the product, as in cuDNN and PyTorch).
#[derive(Module, Debug)]
pub struct Gru {
    input: Param<Tensor<2>>,
    hidden: Param<Tensor<2>>,
}

impl Gru {
    /// Draws both maps Xavier-uniform.
    #[must_use]
    pub fn new(init: &mut Initialiser, width: usize, hidden: usize) -> Self {
        Self { input: init.xavier_uniform(width, 3 * hidden), hidden: init.xavier_uniform(hidden, 3 * hidden) }
    }

    /// Draws both maps Xavier-normal.
    #[must_use]
    pub fn normal(init: &mut Initialiser, width: usize, hidden: usize) -> Self {
        Self { input: init.xavier_normal(width, 3 * hidden), hidden: init.xavier_normal(hidden, 3 * hidden) }
    }

    /// The state after every slot.
    ///
    /// # Shapes
    /// - `x`: `[batch, len, width]`; returns `[batch, len, hidden]`. The first state is zero.
    #[must_use]
    pub fn forward(&self, x: Tensor<3>) -> Tensor<3> {
        let [batch, len, _] = x.dims();
        let [size, _] = self.hidden.val().dims();
        let inputs = product(x, self.input.val().unsqueeze()); // [batch, len, 3 hidden], all slots at once
        let mut state = Tensor::zeros([batch, size], (&inputs.device(), inputs.dtype()));
        let mut states = Vec::with_capacity(len);
        for slot in 0..len {
            let input = inputs.clone().narrow(1, slot, 1).squeeze_dim::<2>(1);
            let own = product(state.clone(), self.hidden.val());
            let gates = sigmoid(input.clone().narrow(1, 0, 2 * size) + own.clone().narrow(1, 0, 2 * size));
            let reset = gates.clone().narrow(1, 0, size);
            let update = gates.narrow(1, size, size);
            let new = tanh(input.narrow(1, 2 * size, size) + reset * own.narrow(1, 2 * size, size));
            // (1 - z) n + z h
            state = new.clone() + update * (state - new);
            states.push(state.clone());
        }
        Tensor::stack(states, 1)
    }
}
