//! Settings that suit data of a given size.

use super::systems::model_of;
use super::{AttributeConfig, Backbone, ModelConfig, RunConfig, Schema, Targets, TrainingConfig};
use crate::error::Result;

/// Rows of the item table from which data counts as large: wider model, longer sessions, smaller steps.
const LARGE: usize = 600;

/// A configuration for one of the [`super::systems::systems`].
///
/// Small catalogues: 32 wide, 20 slots, initial weights from N(0, 0.1^2), since N(0, 0.02^2) was chosen for widths of 64 and more
/// and lets scores of narrow heads wake up late. Larger ones: 64 wide, 50 slots, the settings of the reference runs on MovieLens-100K
/// (hidden 64, 2 layers, 2 heads, attributes 16, dropout 0.3, lambda 10, learning rate 0.001).
///
/// # Errors
/// [`crate::error::Error::Config`] for an unknown system.
pub fn suited(system: &str, schema: &Schema, longest: usize) -> Result<RunConfig> {
    let large = schema.items > LARGE;
    let (width, hidden_dropout, attention_dropout) = if large { (64, 0.3, 0.3) } else { (32, 0.2, 0.1) };
    let length = longest.saturating_sub(1).clamp(2, if large { 50 } else { 20 });
    let lambda = if large { 10.0 } else { 2.0 };
    let attributes = vec![AttributeConfig { lambda, ..AttributeConfig::default() }; schema.attributes.len()];
    let mut model = model_of(system)?.resized(Backbone {
        hidden: width,
        inner: width,
        layers: 2,
        heads: 2,
        length,
        hidden_dropout,
        attention_dropout,
        epsilon: 1e-12,
        std: if large { 0.02 } else { 0.1 },
    });
    match &mut model {
        ModelConfig::DifSr(c) => c.attributes = attributes,
        ModelConfig::DifBert(c) => c.attributes = attributes,
        ModelConfig::Icai(c) => c.lambda = lambda,
        ModelConfig::Gru4Rec(c) | ModelConfig::Gru4RecF(c) => {
            (c.embedding_size, c.hidden_size, c.max_length) = (width, 2 * width, length);
        }
        ModelConfig::Caser(c) => (c.embedding_size, c.max_length) = (width, length.min(10)),
        _ => {}
    }
    let targets = model.targets()[0];
    let training = TrainingConfig {
        learning_rate: if large { 0.001 } else { 0.006 },
        // A prefix yields one target, masking a few, a window several: about as many targets a step.
        train_batch_size: if targets == Targets::EveryPosition { 64 } else { 256 },
        targets,
        ..TrainingConfig::default()
    };
    Ok(RunConfig { model, training })
}
