//! How well a ranking predicts what came next, and what simple methods and the truth itself reach.

pub mod evaluator;
pub mod facts;
pub mod floors;
pub mod metrics;
pub mod rank;
