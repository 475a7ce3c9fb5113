//! The rules by which visitors of the synthetic shop click, and how often each decides.

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};

/// What decided about an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// The type that follows in the department.
    Chain,
    /// The same brand.
    Brand,
    /// The same price band.
    Price,
    /// A fixed successor of the last item.
    Transition,
    /// Any item.
    Noise,
}

/// The rules that start from an item of the session, in the order of the weights.
pub(super) const LOOKING_BACK: [Rule; 3] = [Rule::Chain, Rule::Brand, Rule::Price];

/// How often each rule decides. Any non-negative numbers; they are divided by their sum.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct ProcessWeights {
    /// The type that follows in the department.
    pub chain: f64,
    /// The same brand.
    pub brand: f64,
    /// The same price band.
    pub price: f64,
    /// A fixed successor of the last item.
    pub transition: f64,
    /// Any item.
    pub noise: f64,
}

impl ProcessWeights {
    pub(super) fn named(&self) -> [(&'static str, f64); 5] {
        [
            ("chain", self.chain),
            ("brand", self.brand),
            ("price", self.price),
            ("transition", self.transition),
            ("noise", self.noise),
        ]
    }

    /// The weights divided by their sum.
    /// # Errors
    /// [`Error::Config`] if a weight is negative or not finite, or all are 0.
    pub fn normalised(&self) -> Result<Self> {
        for (name, weight) in self.named() {
            if !(weight.is_finite() && weight >= 0.0) {
                return Err(Error::config(format!("weights.{name}"), weight, "a finite number, 0 or more"));
            }
        }
        let sum: f64 = self.named().iter().map(|(_, weight)| weight).sum();
        if !(sum.is_finite() && sum > 0.0) {
            return Err(Error::config("weights", format!("a sum of {sum}"), "at least one weight above 0"));
        }
        Ok(Self {
            chain: self.chain / sum,
            brand: self.brand / sum,
            price: self.price / sum,
            transition: self.transition / sum,
            noise: self.noise / sum,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_divided_by_their_sum() {
        let weights = ProcessWeights { chain: 2.0, brand: 1.0, price: 0.0, transition: 1.0, noise: 0.0 };
        let expected = ProcessWeights { chain: 0.5, brand: 0.25, price: 0.0, transition: 0.25, noise: 0.0 };
        assert_eq!(weights.normalised().unwrap(), expected);
    }
}
