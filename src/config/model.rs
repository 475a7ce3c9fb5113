//! The models and their settings.

use serde::{Deserialize, Serialize};

use super::backbone::Backbone;
use super::check::{LARGEST_SIZE, count, number};
use super::{
    Bert4RecConfig, CaserConfig, DifBertConfig, DifSrConfig, FdsaConfig, GruConfig, IcaiConfig, NovaConfig,
    S3RecConfig, SasRecConfig, SasRecFConfig, Schema, Targets,
};
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
    /// The same with attributes in its input: early fusion.
    #[serde(rename = "sasrecf")]
    SasRecF(SasRecFConfig),
    /// Non-invasive self-attention (Liu et al. 2021).
    Nova(NovaConfig),
    /// Attribute-aware item vectors and a next-attribute loss (Yuan et al. 2021), by our definition.
    Icai(IcaiConfig),
    /// Two streams joined at the output: late fusion (Zhang et al. 2019).
    Fdsa(FdsaConfig),
    /// Pre-training with attributes, then fine-tuning without (Zhou et al. 2020).
    #[serde(rename = "s3rec")]
    S3Rec(S3RecConfig),
    /// Bidirectional attention and masked items (Sun et al. 2019).
    #[serde(rename = "bert4rec")]
    Bert4Rec(Bert4RecConfig),
    /// Decoupled fusion inside the bidirectional backbone of BERT4Rec.
    DifBert(DifBertConfig),
    /// Recurrent network (Hidasi et al. 2016; Tan et al. 2016).
    #[serde(rename = "gru4rec")]
    Gru4Rec(GruConfig),
    /// The same with a second network for attributes (Hidasi et al. 2016).
    #[serde(rename = "gru4recf")]
    Gru4RecF(GruConfig),
    /// Convolutional sequence embedding (Tang and Wang 2018).
    Caser(CaserConfig),
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

/// How sequences are masked for training.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cloze {
    /// Probability of an item to be masked.
    pub share: f64,
    /// Share of sequences of which only the last item is masked.
    pub last_only: f64,
    /// How often an epoch meets each sequence.
    pub copies: usize,
}

/// How item and attribute vectors become one input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum InputFusion {
    /// Side by side, then one affine map back to the width of the model.
    Concat,
    /// Plain sum: item and attribute vectors then get the very same gradient.
    Add,
}

/// How the vectors of the sources become queries and keys (NOVA).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum SourceFusion {
    /// Plain sum.
    Sum,
    /// Side by side, then one affine map.
    Concat,
    /// Each source times `sigmoid(source . w + b)`, then summed.
    Gate,
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

impl ModelConfig {
    /// Number of slots, `L`.
    #[must_use]
    pub const fn max_length(&self) -> usize {
        match self {
            Self::Gru4Rec(c) | Self::Gru4RecF(c) => c.max_length,
            Self::Caser(c) => c.max_length,
            _ => match self.backbone() {
                Some(backbone) => backbone.length,
                None => unreachable!(),
            },
        }
    }

    /// Sizes of the attention blocks, for models that attend.
    #[must_use]
    pub const fn backbone(&self) -> Option<Backbone> {
        Some(match self {
            Self::DifSr(c) => c.backbone(),
            Self::DifBert(c) => c.backbone(),
            Self::SasRec(c) => c.backbone(),
            Self::SasRecF(c) => c.backbone(),
            Self::Nova(c) => c.backbone(),
            Self::Icai(c) => c.backbone(),
            Self::Fdsa(c) => c.backbone(),
            Self::S3Rec(c) => c.backbone(),
            Self::Bert4Rec(c) => c.backbone(),
            Self::Gru4Rec(_) | Self::Gru4RecF(_) | Self::Caser(_) => return None,
        })
    }

    /// Short name used in files and on the page.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::DifSr(_) => "dif_sr",
            Self::SasRec(_) => "sasrec",
            Self::SasRecF(_) => "sasrecf",
            Self::Nova(_) => "nova",
            Self::Icai(_) => "icai",
            Self::Fdsa(_) => "fdsa",
            Self::S3Rec(_) => "s3rec",
            Self::Bert4Rec(_) => "bert4rec",
            Self::DifBert(_) => "dif_bert",
            Self::Gru4Rec(_) => "gru4rec",
            Self::Gru4RecF(_) => "gru4recf",
            Self::Caser(_) => "caser",
        }
    }

    /// Whether sequences must be padded to `max_length`, because weights are tied to that length.
    #[must_use]
    pub const fn needs_full_length(&self) -> bool {
        match self {
            Self::DifSr(c) => c.fusion.looks_ahead(),
            Self::DifBert(c) => c.fusion.looks_ahead(),
            Self::Caser(_) => true,
            _ => false,
        }
    }

    /// Whether every slot sees every other one, and the answer is read at a [MASK] slot after the last item.
    #[must_use]
    pub const fn is_bidirectional(&self) -> bool {
        matches!(self, Self::Bert4Rec(_) | Self::DifBert(_))
    }

    /// How sequences are masked, for models trained by cloze.
    #[must_use]
    pub const fn cloze(&self) -> Option<Cloze> {
        match self {
            Self::Bert4Rec(c) => Some(Cloze { share: c.mask_ratio, last_only: c.ft_ratio, copies: c.dupe_factor }),
            Self::DifBert(c) => Some(Cloze { share: c.mask_ratio, last_only: c.ft_ratio, copies: c.dupe_factor }),
            _ => None,
        }
    }

    /// Epochs of pre-training before the epochs of the run.
    #[must_use]
    pub const fn pretraining_epochs(&self) -> usize {
        match self {
            Self::S3Rec(c) => c.pretrain_epochs,
            _ => 0,
        }
    }

    /// The regimes that are valid for this model.
    #[must_use]
    pub const fn targets(&self) -> &'static [Targets] {
        match self {
            Self::Bert4Rec(_) | Self::DifBert(_) => &[Targets::Cloze],
            Self::Caser(_) => &[Targets::Prefix],
            Self::DifSr(c) if c.fusion.looks_ahead() && !c.mask_before_fusion => &[Targets::Prefix],
            _ => &[Targets::EveryPosition, Targets::Prefix],
        }
    }

    /// Why training at every position would be wrong, where it would be.
    #[must_use]
    pub const fn refusal(&self) -> Option<&'static str> {
        match self {
            Self::Bert4Rec(_) | Self::DifBert(_) => {
                Some("every slot sees every other one, so a slot would see its own target")
            }
            Self::Caser(_) => Some("its filters run over the whole window at once and give one state for it"),
            Self::DifSr(c) if c.fusion.looks_ahead() && !c.mask_before_fusion => Some(
                "concat and gate read score rows that include later slots, so a slot could see its own target; \
                 mask_before_fusion would hide them",
            ),
            _ => None,
        }
    }

    /// Checks ranges that do not depend on the data.
    ///
    /// # Errors
    /// [`Error::Config`] for the first setting out of range.
    pub fn validate(&self) -> Result<()> {
        if let Some(backbone) = self.backbone() {
            backbone.validate()?;
        }
        if let Some(cloze) = self.cloze() {
            number("mask_ratio", cloze.share, 0.01, 0.95)?;
            number("ft_ratio", cloze.last_only, 0.0, 1.0)?;
            count("dupe_factor", cloze.copies, 1, 100)?;
            count("max_length", self.max_length(), 2, 1024)?;
        }
        match self {
            Self::DifSr(c) => decoupled(&c.attributes, c.attribute_table_std, c.n_heads),
            Self::DifBert(c) => decoupled(&c.attributes, c.attribute_table_std, c.n_heads),
            Self::Icai(c) => number("lambda", c.lambda, 0.0, 1e4),
            Self::S3Rec(c) => {
                count("pretrain_epochs", c.pretrain_epochs, 0, 10_000)?;
                number("mask_ratio", c.mask_ratio, 0.01, 0.95)?;
                number("aap_weight", c.aap_weight, 0.0, 1e4)?;
                number("mip_weight", c.mip_weight, 0.0, 1e4)?;
                number("map_weight", c.map_weight, 0.0, 1e4)?;
                number("sp_weight", c.sp_weight, 0.0, 1e4)
            }
            Self::Gru4Rec(c) | Self::Gru4RecF(c) => {
                count("embedding_size", c.embedding_size, 1, LARGEST_SIZE)?;
                count("hidden_size", c.hidden_size, 1, LARGEST_SIZE)?;
                count("max_length", c.max_length, 1, 1024)?;
                number("dropout_prob", c.dropout_prob, 0.0, 0.95)
            }
            Self::Caser(c) => {
                count("embedding_size", c.embedding_size, 1, LARGEST_SIZE)?;
                count("max_length", c.max_length, 1, 64)?;
                count("n_v", c.n_v, 1, 256)?;
                count("n_h", c.n_h, 1, 256)?;
                number("dropout_prob", c.dropout_prob, 0.0, 0.95)?;
                number("reg_weight", c.reg_weight, 0.0, 10.0)
            }
            Self::SasRec(_) | Self::SasRecF(_) | Self::Nova(_) | Self::Fdsa(_) | Self::Bert4Rec(_) => Ok(()),
        }
    }

    /// Checks the configuration against the data it is to be used with.
    ///
    /// # Errors
    /// [`Error::Config`] if the number of attributes differs, or if there is none and the model needs one.
    pub fn fits(&self, schema: &Schema) -> Result<()> {
        let attributes = match self {
            Self::DifSr(c) => &c.attributes,
            Self::DifBert(c) => &c.attributes,
            Self::Fdsa(_) | Self::Gru4RecF(_) if schema.attributes.is_empty() => {
                return Err(Error::Config {
                    field: "kind".into(),
                    found: format!("{}, but the data have no attribute", self.kind()),
                    expected: "data with at least one attribute, or a model without side information".into(),
                });
            }
            _ => return Ok(()),
        };
        if attributes.len() == schema.attributes.len() {
            return Ok(());
        }
        Err(Error::Config {
            field: "attributes".into(),
            found: format!("{} entries", attributes.len()),
            expected: format!("{}, one for each attribute of the data", schema.attributes.len()),
        })
    }
}

fn decoupled(attributes: &[AttributeConfig], std: f64, heads: usize) -> Result<()> {
    number("attribute_table_std", std, 0.0, 10.0)?;
    for attribute in attributes {
        count("attribute_hidden_size", attribute.attribute_hidden_size, heads, LARGEST_SIZE)?;
        number("lambda", attribute.lambda, 0.0, 1e4)?;
    }
    Ok(())
}
