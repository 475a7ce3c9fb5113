//! Sizes that every attention model shares.

use super::check::{LARGEST_SIZE, count, number};
use crate::error::{Error, Result};

/// Sizes of a stack of transformer blocks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Backbone {
    /// Width of the model, `d`.
    pub hidden: usize,
    /// Inner width of the feed-forward part.
    pub inner: usize,
    /// Number of layers.
    pub layers: usize,
    /// Number of heads; divides `hidden`.
    pub heads: usize,
    /// Number of slots, `L`.
    pub length: usize,
    /// Dropout of inputs and of both residual branches.
    pub hidden_dropout: f64,
    /// Dropout of attention weights.
    pub attention_dropout: f64,
    /// Epsilon of every layer normalisation.
    pub epsilon: f64,
    /// Standard deviation of initial weights.
    pub std: f64,
}

impl Backbone {
    /// Checks ranges.
    ///
    /// # Errors
    /// [`Error::Config`] for the first setting out of range.
    pub fn validate(&self) -> Result<()> {
        count("hidden_size", self.hidden, 1, LARGEST_SIZE)?;
        count("inner_size", self.inner, 1, LARGEST_SIZE)?;
        count("n_layers", self.layers, 1, 32)?;
        count("n_heads", self.heads, 1, 64)?;
        count("max_length", self.length, 1, 1024)?;
        if !self.hidden.is_multiple_of(self.heads) {
            return Err(Error::Config {
                field: "n_heads".into(),
                found: self.heads.to_string(),
                expected: format!("a divisor of hidden_size, which is {}", self.hidden),
            });
        }
        number("hidden_dropout_prob", self.hidden_dropout, 0.0, 0.95)?;
        number("attn_dropout_prob", self.attention_dropout, 0.0, 0.95)?;
        number("layer_norm_eps", self.epsilon, 0.0, 0.1)?;
        number("initializer_range", self.std, 0.0, 10.0)
    }
}

/// Declares the settings of an attention model: the shared sizes under RecBole's names, then its own.
macro_rules! attention_model {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $field:ident: $kind:ty = $default:expr,)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
        #[serde(default, deny_unknown_fields)]
        pub struct $name {
            /// Width of the model, `d`.
            pub hidden_size: usize,
            /// Inner width of the feed-forward part.
            pub inner_size: usize,
            /// Number of layers.
            pub n_layers: usize,
            /// Number of heads; divides `hidden_size`.
            pub n_heads: usize,
            /// Number of slots, `L` (`MAX_ITEM_LIST_LENGTH`).
            pub max_length: usize,
            $($(#[$doc])* pub $field: $kind,)*
            /// Dropout of inputs and of both residual branches.
            pub hidden_dropout_prob: f64,
            /// Dropout of attention weights.
            pub attn_dropout_prob: f64,
            /// Epsilon of every layer normalisation.
            pub layer_norm_eps: f64,
            /// Standard deviation of initial weights.
            pub initializer_range: f64,
        }

        impl Default for $name {
            fn default() -> Self {
                Self {
                    hidden_size: 32,
                    inner_size: 32,
                    n_layers: 2,
                    n_heads: 2,
                    max_length: 20,
                    $($field: $default,)*
                    hidden_dropout_prob: 0.2,
                    attn_dropout_prob: 0.1,
                    layer_norm_eps: 1e-12,
                    initializer_range: 0.02,
                }
            }
        }

        impl $name {
            /// The shared sizes.
            #[must_use]
            pub const fn backbone(&self) -> $crate::config::Backbone {
                $crate::config::Backbone {
                    hidden: self.hidden_size,
                    inner: self.inner_size,
                    layers: self.n_layers,
                    heads: self.n_heads,
                    length: self.max_length,
                    hidden_dropout: self.hidden_dropout_prob,
                    attention_dropout: self.attn_dropout_prob,
                    epsilon: self.layer_norm_eps,
                    std: self.initializer_range,
                }
            }

            /// Default settings at these sizes.
            #[must_use]
            #[allow(clippy::needless_update, reason = "a model may have no settings but the shared ones")]
            pub fn of(backbone: $crate::config::Backbone) -> Self {
                Self {
                    hidden_size: backbone.hidden,
                    inner_size: backbone.inner,
                    n_layers: backbone.layers,
                    n_heads: backbone.heads,
                    max_length: backbone.length,
                    hidden_dropout_prob: backbone.hidden_dropout,
                    attn_dropout_prob: backbone.attention_dropout,
                    layer_norm_eps: backbone.epsilon,
                    initializer_range: backbone.std,
                    ..Self::default()
                }
            }
        }
    };
}
pub(crate) use attention_model;
