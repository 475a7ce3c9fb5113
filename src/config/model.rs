//! The models and their sizes.

use serde::{Deserialize, Serialize};

use super::Schema;
use super::check::{LARGEST_SIZE, count, number};
use crate::error::{Error, Result};

/// The closed set of models.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ModelConfig {
    /// Decoupled side-information fusion (Xie et al. 2022).
    DifSr(DifSrConfig),
    /// Self-attentive sequential recommendation, without side information (Kang and McAuley 2018).
    #[serde(rename = "sasrec")]
    SasRec(SasRecConfig),
}

/// How the score tables of the sources are joined (`fusion_type` in the release).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Fusion {
    /// `S = sum of all sources`. Causal and independent of the length.
    Sum,
    /// Rows of all sources side by side, one affine map `m L -> L`.
    Concat,
    /// A two-layer perceptron per source row, softmax over the sources (the released code).
    Gate,
    /// `G = sigmoid(row . w)` per source row, without normalisation (the authors' slides).
    SigmoidGate,
}

impl Fusion {
    /// Whether a score row may depend on slots that come later, so that only the read-out slot is safe to train on.
    #[must_use]
    pub const fn looks_ahead(self) -> bool {
        match self {
            Self::Sum => false,
            Self::Concat | Self::Gate | Self::SigmoidGate => true,
        }
    }
}

/// How the values of a bag become one vector.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Pooling {
    /// Sum over the values (all published runs).
    Sum,
    /// Sum divided by the number of values.
    Mean,
    /// Largest entry per dimension; an empty bag is the zero vector.
    Max,
}

/// Settings of one attribute.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct AttributeConfig {
    /// Width of the attribute embedding.
    pub attribute_hidden_size: usize,
    /// How several values are pooled; without effect for single-valued attributes.
    pub pooling: Pooling,
    /// Weight of this attribute's auxiliary loss (`lamdas` in the release).
    pub lambda: f64,
}

impl Default for AttributeConfig {
    fn default() -> Self {
        Self { attribute_hidden_size: 16, pooling: Pooling::Sum, lambda: 10.0 }
    }
}

/// Sizes and switches of [`crate::models::DifSr`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct DifSrConfig {
    /// Width of the item stream, `d`.
    pub hidden_size: usize,
    /// Inner width of the feed-forward part.
    pub inner_size: usize,
    /// Number of layers.
    pub n_layers: usize,
    /// Number of heads; divides `hidden_size`.
    pub n_heads: usize,
    /// Number of slots, `L` (`MAX_ITEM_LIST_LENGTH`).
    pub max_length: usize,
    /// How score tables are joined.
    pub fusion: Fusion,
    /// Set scores of hidden slots to 0 before concat and gate. Makes them causal; a deviation from the released code.
    pub mask_before_fusion: bool,
    /// One entry per attribute of the data set, in its order.
    pub attributes: Vec<AttributeConfig>,
    /// Keep the attribute tables at their initial values, as the released code does by accident.
    pub freeze_attribute_tables: bool,
    /// Standard deviation of the initial attribute tables: 1 in the release, 0.02 for every other table.
    pub attribute_table_std: f64,
    /// Dropout of inputs and of both residual branches.
    pub hidden_dropout_prob: f64,
    /// Dropout of attention weights.
    pub attn_dropout_prob: f64,
    /// Epsilon of every layer normalisation.
    pub layer_norm_eps: f64,
    /// Standard deviation of initial weights.
    pub initializer_range: f64,
}

impl Default for DifSrConfig {
    fn default() -> Self {
        Self {
            hidden_size: 32,
            inner_size: 32,
            n_layers: 2,
            n_heads: 2,
            max_length: 20,
            fusion: Fusion::Sum,
            mask_before_fusion: false,
            attributes: Vec::new(),
            freeze_attribute_tables: false,
            attribute_table_std: 1.0,
            hidden_dropout_prob: 0.2,
            attn_dropout_prob: 0.1,
            layer_norm_eps: 1e-12,
            initializer_range: 0.02,
        }
    }
}

/// Sizes of [`crate::models::SasRec`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct SasRecConfig {
    /// Width of the model, `d`.
    pub hidden_size: usize,
    /// Inner width of the feed-forward part.
    pub inner_size: usize,
    /// Number of layers.
    pub n_layers: usize,
    /// Number of heads; divides `hidden_size`.
    pub n_heads: usize,
    /// Number of slots, `L`.
    pub max_length: usize,
    /// Dropout of inputs and of both residual branches.
    pub hidden_dropout_prob: f64,
    /// Dropout of attention weights.
    pub attn_dropout_prob: f64,
    /// Epsilon of every layer normalisation.
    pub layer_norm_eps: f64,
    /// Standard deviation of initial weights.
    pub initializer_range: f64,
}

impl Default for SasRecConfig {
    fn default() -> Self {
        let d = DifSrConfig::default();
        Self {
            hidden_size: d.hidden_size,
            inner_size: d.inner_size,
            n_layers: d.n_layers,
            n_heads: d.n_heads,
            max_length: d.max_length,
            hidden_dropout_prob: d.hidden_dropout_prob,
            attn_dropout_prob: d.attn_dropout_prob,
            layer_norm_eps: d.layer_norm_eps,
            initializer_range: d.initializer_range,
        }
    }
}

impl ModelConfig {
    /// Number of slots, `L`.
    #[must_use]
    pub const fn max_length(&self) -> usize {
        match self {
            Self::DifSr(c) => c.max_length,
            Self::SasRec(c) => c.max_length,
        }
    }

    /// Short name used in files and on the page.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::DifSr(_) => "dif_sr",
            Self::SasRec(_) => "sasrec",
        }
    }

    /// Whether sequences must be padded to `max_length`, because fusion weights are tied to that length.
    #[must_use]
    pub const fn needs_full_length(&self) -> bool {
        match self {
            Self::DifSr(c) => c.fusion.looks_ahead(),
            Self::SasRec(_) => false,
        }
    }

    /// Checks ranges that do not depend on the data.
    ///
    /// # Errors
    /// [`Error::Config`] for the first setting out of range.
    pub fn validate(&self) -> Result<()> {
        match self {
            Self::DifSr(c) => {
                sizes(c.hidden_size, c.inner_size, c.n_layers, c.n_heads, c.max_length)?;
                rates(c.hidden_dropout_prob, c.attn_dropout_prob, c.layer_norm_eps, c.initializer_range)?;
                number("attribute_table_std", c.attribute_table_std, 0.0, 10.0)?;
                for attribute in &c.attributes {
                    count("attribute_hidden_size", attribute.attribute_hidden_size, c.n_heads, LARGEST_SIZE)?;
                    number("lambda", attribute.lambda, 0.0, 1e4)?;
                }
                Ok(())
            }
            Self::SasRec(c) => {
                sizes(c.hidden_size, c.inner_size, c.n_layers, c.n_heads, c.max_length)?;
                rates(c.hidden_dropout_prob, c.attn_dropout_prob, c.layer_norm_eps, c.initializer_range)
            }
        }
    }

    /// Checks the configuration against the data it is to be used with.
    ///
    /// # Errors
    /// [`Error::Config`] if the number of attributes differs.
    pub fn fits(&self, schema: &Schema) -> Result<()> {
        match self {
            Self::DifSr(c) if c.attributes.len() != schema.attributes.len() => Err(Error::Config {
                field: "attributes".into(),
                found: format!("{} entries", c.attributes.len()),
                expected: format!("{}, one for each attribute of the data", schema.attributes.len()),
            }),
            Self::DifSr(_) | Self::SasRec(_) => Ok(()),
        }
    }
}

fn sizes(hidden: usize, inner: usize, layers: usize, heads: usize, length: usize) -> Result<()> {
    count("hidden_size", hidden, 1, LARGEST_SIZE)?;
    count("inner_size", inner, 1, LARGEST_SIZE)?;
    count("n_layers", layers, 1, 32)?;
    count("n_heads", heads, 1, 64)?;
    count("max_length", length, 1, 1024)?;
    if !hidden.is_multiple_of(heads) {
        return Err(Error::Config {
            field: "n_heads".into(),
            found: heads.to_string(),
            expected: format!("a divisor of hidden_size, which is {hidden}"),
        });
    }
    Ok(())
}

fn rates(hidden_dropout: f64, attention_dropout: f64, epsilon: f64, std: f64) -> Result<()> {
    number("hidden_dropout_prob", hidden_dropout, 0.0, 0.95)?;
    number("attn_dropout_prob", attention_dropout, 0.0, 0.95)?;
    number("layer_norm_eps", epsilon, 0.0, 0.1)?;
    number("initializer_range", std, 0.0, 10.0)
}
