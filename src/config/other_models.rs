//! Settings of the models that do not attend.

use serde::{Deserialize, Serialize};

/// Sizes of [`crate::models::Gru4Rec`], and of [`crate::models::Gru4RecF`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct GruConfig {
    /// Width of item and attribute vectors, `d`.
    pub embedding_size: usize,
    /// Width of the recurrent state.
    pub hidden_size: usize,
    /// Number of slots, `L`.
    pub max_length: usize,
    /// Dropout of the item vectors.
    pub dropout_prob: f64,
}

impl Default for GruConfig {
    fn default() -> Self {
        Self { embedding_size: 32, hidden_size: 64, max_length: 20, dropout_prob: 0.3 }
    }
}

/// Sizes of [`crate::models::Caser`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct CaserConfig {
    /// Width of item and user vectors, `d`.
    pub embedding_size: usize,
    /// Number of slots, `L`: the image is `L` rows high, and there are `L` horizontal filter banks.
    pub max_length: usize,
    /// Vertical filters.
    pub n_v: usize,
    /// Horizontal filters of each height.
    pub n_h: usize,
    /// A vector per user. Without it the model can answer a visitor whom it never met.
    pub user_embedding: bool,
    /// Dropout of the joined features.
    pub dropout_prob: f64,
    /// Weight of the norms in the loss.
    pub reg_weight: f64,
}

impl Default for CaserConfig {
    fn default() -> Self {
        Self {
            embedding_size: 32,
            max_length: 10,
            n_v: 4,
            n_h: 8,
            user_embedding: false,
            dropout_prob: 0.4,
            reg_weight: 1e-4,
        }
    }
}
