//! Settings that suit data of a given size.

use super::{AttributeConfig, DifSrConfig, ModelConfig, RunConfig, SasRecConfig, Schema, TrainingConfig};
use crate::error::{Error, Result};

/// Rows of the item table from which data counts as large: wider model, longer sessions, smaller steps.
const LARGE: usize = 600;

/// A configuration for `kind` (`dif_sr` or `sasrec`).
///
/// Small catalogues: 32 wide, 20 slots, initial weights from N(0, 0.1^2), since N(0, 0.02^2) was chosen for widths of 64 and more
/// and lets scores of narrow heads wake up late. Larger ones: 64 wide, 50 slots, the settings of the reference runs on MovieLens-100K
/// (hidden 64, 2 layers, 2 heads, attributes 16, dropout 0.3, lambda 10, learning rate 0.001).
///
/// # Errors
/// [`Error::Config`] for an unknown kind.
pub fn suited(kind: &str, schema: &Schema, longest: usize) -> Result<RunConfig> {
    let large = schema.items > LARGE;
    let (hidden_size, hidden_dropout_prob, attn_dropout_prob) = if large { (64, 0.3, 0.3) } else { (32, 0.2, 0.1) };
    let initializer_range = if large { 0.02 } else { 0.1 };
    let max_length = longest.saturating_sub(1).clamp(2, if large { 50 } else { 20 });
    let attribute = AttributeConfig { lambda: if large { 10.0 } else { 2.0 }, ..AttributeConfig::default() };
    let model = match kind {
        "dif_sr" => ModelConfig::DifSr(DifSrConfig {
            hidden_size,
            inner_size: hidden_size,
            max_length,
            attributes: vec![attribute; schema.attributes.len()],
            hidden_dropout_prob,
            attn_dropout_prob,
            initializer_range,
            ..DifSrConfig::default()
        }),
        "sasrec" => ModelConfig::SasRec(SasRecConfig {
            hidden_size,
            inner_size: hidden_size,
            max_length,
            hidden_dropout_prob,
            attn_dropout_prob,
            initializer_range,
            ..SasRecConfig::default()
        }),
        other => {
            return Err(Error::Config {
                field: "kind".into(),
                found: other.into(),
                expected: "dif_sr or sasrec".into(),
            });
        }
    };
    let learning_rate = if large { 0.001 } else { 0.006 };
    Ok(RunConfig { model, training: TrainingConfig { learning_rate, ..TrainingConfig::default() } })
}
