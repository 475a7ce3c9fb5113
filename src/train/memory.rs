//! How much memory a run will need, before it is started.

use crate::config::{ModelConfig, RunConfig, Schema, Targets};

/// Most bytes that a run may be estimated to need: a WebAssembly memory ends at 4 GiB, and half of it is left for copies.
pub const LIMIT: usize = 2 << 30;

/// Bytes of one number.
const FLOAT: usize = 4;

/// Tensors of the size of the hidden stream, and of the score tables, that one layer keeps for its gradient: counted in
/// [`crate::nn::decoupled`], rounded up.
const STREAMS_PER_LAYER: usize = 24;
const TABLES_PER_SOURCE: usize = 3;

/// Estimated bytes of weights, gradients, Adam's moments and the activations of one batch.
#[must_use]
pub fn estimate(config: &RunConfig, schema: &Schema) -> usize {
    let batch = config.training.train_batch_size;
    let (hidden, inner, layers, heads, len, sources) = match &config.model {
        ModelConfig::DifSr(c) => {
            (c.hidden_size, c.inner_size, c.n_layers, c.n_heads, c.max_length, c.attributes.len() + 2)
        }
        ModelConfig::SasRec(c) => (c.hidden_size, c.inner_size, c.n_layers, c.n_heads, c.max_length, 1),
    };
    let targets = match config.training.targets {
        Targets::Prefix => batch,
        Targets::EveryPosition => batch * len,
    };
    let values: usize = schema.attributes.iter().map(|attribute| attribute.rows).sum();
    let weights = (schema.items + values) * hidden + layers * (sources * 2 + 4) * hidden * hidden.max(inner);
    let streams = layers * STREAMS_PER_LAYER * batch * len * hidden.max(inner);
    let tables = layers * (sources * TABLES_PER_SOURCE + 4) * batch * heads * len * len;
    let logits = 4 * targets * (schema.items + values);
    // Weight, gradient, two moments.
    FLOAT * (4 * weights + streams + tables + logits) + FLOAT * schema.items * values
}
