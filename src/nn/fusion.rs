//! Fusion of score tables: the one step in which decoupled sources meet.

use burn::module::{Module, Param};
use burn::nn::Linear;
use burn::tensor::Tensor;
use burn::tensor::activation::{relu, sigmoid, softmax};

use super::init::Initialiser;
use super::linear::linear;
use super::product::product;
use crate::config::Fusion;

/// Joins the score tables of all sources into one.
///
/// Weights are shared by the heads and differ by layer. All variants but `Sum` read whole score rows of length `L`, unmasked
/// and unscaled, as the released code does: they see later slots and padding.
#[derive(Module, Debug)]
pub enum ScoreFusion {
    /// `S = S_1 + ... + S_m`.
    Sum(SumFusion),
    /// `S = [S_1 ... S_m] W + b`.
    Concat(Linear),
    /// `e_s = w_2 . relu(S_s W_1 + b_1) + b_2`, `G = softmax over s of e`, `S = sum_s G_s S_s` (released code).
    Gate(GateFusion),
    /// `G_s = sigmoid(S_s . w)`, `S = sum_s G_s S_s` (slides).
    SigmoidGate(SigmoidGateFusion),
}

/// The sum has no parameters.
#[derive(Module, Debug)]
pub struct SumFusion {}

/// The two-layer perceptron of the gate.
#[derive(Module, Debug)]
pub struct GateFusion {
    hidden: Linear,
    out: Linear,
}

/// The single vector of the slides' gate.
#[derive(Module, Debug)]
pub struct SigmoidGateFusion {
    weight: Param<Tensor<1>>,
}

/// A fused table and how it came about.
pub struct Fused {
    /// `[batch, heads, rows, len]`.
    pub scores: Tensor<4>,
    /// Gate variants: weight of each source per row, `[batch, heads, rows, sources]`, in the order of the sources.
    pub gates: Option<Tensor<4>>,
}

impl ScoreFusion {
    /// Draws the parameters for `sources` tables of rows of length `len`.
    pub fn new(init: &mut Initialiser, fusion: Fusion, sources: usize, len: usize) -> Self {
        match fusion {
            Fusion::Sum => Self::Sum(SumFusion {}),
            Fusion::Concat => Self::Concat(init.linear(sources * len, len)),
            Fusion::Gate => Self::Gate(GateFusion { hidden: init.linear(len, len), out: init.linear(len, 1) }),
            Fusion::SigmoidGate => Self::SigmoidGate(SigmoidGateFusion { weight: init.vector(len) }),
        }
    }

    /// Fuses the tables.
    ///
    /// # Shapes
    /// - `tables`: each `[batch or 1, heads, rows, len]`, unscaled, in the order attributes, item, position
    /// - returns: `[batch, heads, rows, len]`
    ///
    /// # Equation
    /// `S = Fuse(S_1, ..., S_K, S_ID, S_P)` (Xie et al. 2022, section 3.2.3)
    #[must_use]
    pub fn forward(&self, tables: &[Tensor<4>]) -> Fused {
        let (parts, bias, gates) = self.contributions(tables);
        Fused { scores: joined(parts, bias), gates }
    }

    /// The exact share of each source in the fused table: all four variants are linear in the score tables once the gates
    /// are known, so `S = sum of the parts + bias`.
    ///
    /// # Shapes
    /// - returns: one `[batch or 1, heads, rows, len]` per source, the bias `[len]` (concat), the gates (gate variants)
    #[must_use]
    pub fn contributions(&self, tables: &[Tensor<4>]) -> (Vec<Tensor<4>>, Option<Tensor<1>>, Option<Tensor<4>>) {
        match self {
            Self::Sum(_) => (tables.to_vec(), None, None),
            Self::Concat(map) => {
                // The map on the joined row is a sum of one map per source; position is mapped once, not per sequence.
                let len = tables[0].dims()[3];
                let weight = map.weight.val();
                let parts = tables.iter().enumerate().map(|(source, table)| {
                    let block = weight.clone().narrow(0, source * len, len); // [len, len]
                    product(table.clone(), block.unsqueeze::<4>())
                });
                (parts.collect(), map.bias.as_ref().map(Param::val), None)
            }
            Self::Gate(gate) => {
                let energies = tables.iter().map(|table| linear(&gate.out, relu(linear(&gate.hidden, table.clone()))));
                let gates = softmax(beside(energies.collect()), 3);
                (weighted(tables, &gates), None, Some(gates))
            }
            Self::SigmoidGate(gate) => {
                let column = gate.weight.val().unsqueeze_dim::<2>(1).unsqueeze::<4>(); // [1, 1, len, 1]
                let gates =
                    sigmoid(beside(tables.iter().map(|table| product(table.clone(), column.clone())).collect()));
                (weighted(tables, &gates), None, Some(gates))
            }
        }
    }
}

/// The fused table from the parts of all sources and the bias, see [`ScoreFusion::contributions`].
#[must_use]
pub fn joined(parts: Vec<Tensor<4>>, bias: Option<Tensor<1>>) -> Tensor<4> {
    let summed = parts.into_iter().reduce(|sum, part| sum + part).expect("a model has at least two sources");
    match bias {
        Some(bias) => summed + bias.unsqueeze::<4>(),
        None => summed,
    }
}

/// `[batch or 1, heads, rows, 1]` of every source -> `[batch, heads, rows, sources]`.
fn beside(columns: Vec<Tensor<4>>) -> Tensor<4> {
    let batch = columns.iter().map(|column| column.dims()[0]).max().expect("at least one source");
    let columns = columns.into_iter().map(|column| {
        let [_, heads, rows, one] = column.dims();
        column.expand([batch, heads, rows, one])
    });
    Tensor::cat(columns.collect(), 3)
}

fn weighted(tables: &[Tensor<4>], gates: &Tensor<4>) -> Vec<Tensor<4>> {
    let parts = tables.iter().enumerate().map(|(source, table)| table.clone() * gates.clone().narrow(3, source, 1));
    parts.collect()
}
