//! Zeros that are added to what a model looks up: their gradients are the gradients there.

use std::cell::RefCell;
use std::rc::Rc;

use burn::tensor::Tensor;

/// Zeros that are added to the vectors of one sequence as they are looked up, before anything touches them: the gradient of a zero is
/// the gradient of what it was added to.
#[derive(Debug, Clone)]
pub struct Taps {
    /// `[1, len, hidden]`.
    pub items: Tensor<3>,
    /// The pooled vectors of each attribute, `[1, len, width]`.
    pub attributes: Vec<Tensor<3>>,
    /// `[len, hidden]`.
    pub positions: Tensor<2>,
    /// What they were added to.
    pub looked_up: Rc<RefCell<LookedUp>>,
}

/// The vectors of one sequence as they are looked up; shapes as in [`Taps`].
#[derive(Debug, Clone, Default)]
pub struct LookedUp {
    /// Of the items.
    pub items: Option<Tensor<3>>,
    /// Of each attribute; empty where the model reads none.
    pub attributes: Vec<Tensor<3>>,
    /// Of the positions.
    pub positions: Option<Tensor<2>>,
}

impl Taps {
    /// Item vectors with their zero.
    #[must_use]
    pub fn items(&self, vectors: Tensor<3>) -> Tensor<3> {
        self.looked_up.borrow_mut().items = Some(vectors.clone());
        vectors + self.items.clone()
    }

    /// Attribute vectors with their zeros.
    #[must_use]
    pub fn attributes(&self, vectors: Vec<Tensor<3>>) -> Vec<Tensor<3>> {
        self.looked_up.borrow_mut().attributes.clone_from(&vectors);
        vectors.into_iter().zip(&self.attributes).map(|(vectors, zero)| vectors + zero.clone()).collect()
    }

    /// Position vectors with their zero.
    #[must_use]
    pub fn positions(&self, vectors: Tensor<2>) -> Tensor<2> {
        self.looked_up.borrow_mut().positions = Some(vectors.clone());
        vectors + self.positions.clone()
    }
}
