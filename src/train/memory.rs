//! How much memory a run will need, before it is started.

use crate::config::{DifBertConfig, DifSrConfig, ModelConfig, Pooling, RunConfig, Schema, Targets};
use crate::data::bags::MOSTLY_PADDING;
use crate::data::batch::BagSize;

/// Most bytes that a run may be estimated to need: a WebAssembly memory ends at 4 GiB, and half of it is left for copies.
pub const LIMIT: u64 = 2 << 30;

/// Bytes of one number.
const FLOAT: u64 = 4;

/// Tensors of the size of the hidden stream, and of the score tables, that one layer keeps for its gradient: counted in
/// [`crate::nn::decoupled`], rounded up. Other models are fitted into the same formula, generously.
const STREAMS_PER_LAYER: u64 = 24;
const TABLES_PER_SOURCE: u64 = 3;

/// Numbers that one place of a bag keeps besides its vector: ids and presence, padded and packed, on the host and on the device.
const NUMBERS_PER_PLACE: f64 = 6.0;
/// Copies of that vector: looked up, with absent ones set to 0, and the gradients of both.
const VECTORS_PER_PLACE: f64 = 4.0;
/// The same in ICAI-SR, which weighs the values of every item against each other: keys, values, their products and gradients.
const VECTORS_PER_WEIGHED: f64 = 6.0;

/// Estimated bytes of weights, gradients, Adam's moments and the activations of one batch. In 64 bits: what a browser cannot hold
/// does not fit into its `usize` either.
#[must_use]
pub fn estimate(config: &RunConfig, schema: &Schema, bags: &[BagSize]) -> u64 {
    let batch = config.training.train_batch_size;
    let len = config.model.max_length();
    let schema_attributes = schema.attributes.len();
    let (hidden, inner, layers, heads, sources) = match (&config.model, config.model.backbone()) {
        (ModelConfig::DifSr(_) | ModelConfig::DifBert(_), Some(b)) => {
            (b.hidden, b.inner, b.layers, b.heads, schema_attributes + 2)
        }
        // Two stacks.
        (ModelConfig::Fdsa(_), Some(b)) => (b.hidden, b.inner, 2 * b.layers, b.heads, 1),
        // Four encodings of every sequence while pre-training.
        (ModelConfig::S3Rec(_), Some(b)) => (b.hidden, b.inner, 4 * b.layers, b.heads, 1),
        (_, Some(b)) => (b.hidden, b.inner, b.layers, b.heads, 1),
        (ModelConfig::Gru4Rec(c) | ModelConfig::Gru4RecF(c), None) => (3 * c.hidden_size, c.hidden_size, 1, 0, 0),
        // Patches of every height: about half of all pairs of slots.
        (ModelConfig::Caser(c), None) => (c.embedding_size * c.max_length / 2, c.embedding_size, 1, 0, 0),
        (_, None) => (0, 0, 0, 0, 0),
    };
    let [batch, len, hidden, inner, layers, heads, sources] =
        [batch, len, hidden, inner, layers, heads, sources].map(|count| count as u64);
    let [items, drawn] = [schema.items, config.training.sampled_softmax].map(|count| count as u64);
    let targets = match config.training.targets {
        Targets::Prefix => batch,
        Targets::EveryPosition | Targets::Cloze => batch * len,
    };
    let values: u64 = schema.attributes.iter().map(|attribute| attribute.rows as u64).sum();
    let weights = (items + values) * hidden + layers * (sources * 2 + 4) * hidden * hidden.max(inner);
    let streams = layers * STREAMS_PER_LAYER * batch * len * hidden.max(inner);
    let tables = layers * (sources * TABLES_PER_SOURCE + 4) * batch * heads * len * len;
    let candidates = if drawn == 0 { items } else { items.min(drawn + targets) };
    let logits = 4 * targets * (candidates + values);
    // Weight, gradient, two moments.
    FLOAT * (4 * weights + streams + tables + logits + places(config, items, batch * len, bags))
}

/// Numbers that looking up the values of bags takes. What a slot will hold is known in the mean alone, so the mean counts, with as
/// much padding as is borne.
fn places(config: &RunConfig, items: u64, slots: u64, bags: &[BagSize]) -> u64 {
    let hidden = config.model.backbone().map_or(0, |backbone| backbone.hidden);
    let (width, side_by_side) = match &config.model {
        ModelConfig::DifSr(DifSrConfig { attributes, .. }) | ModelConfig::DifBert(DifBertConfig { attributes, .. }) => {
            let width = attributes.iter().map(|attribute| attribute.attribute_hidden_size).max().unwrap_or(0);
            (width, attributes.iter().any(|attribute| attribute.pooling == Pooling::Max))
        }
        ModelConfig::Nova(_) | ModelConfig::SasRecF(_) | ModelConfig::Fdsa(_) => (hidden, false),
        ModelConfig::Gru4RecF(c) => (c.embedding_size, false),
        // These look up no values in the slots.
        ModelConfig::SasRec(_)
        | ModelConfig::Bert4Rec(_)
        | ModelConfig::S3Rec(_)
        | ModelConfig::Icai(_)
        | ModelConfig::Gru4Rec(_)
        | ModelConfig::Caser(_) => (0, false),
    };
    let of = |bag: &BagSize| {
        let widest = bag.widest as f64;
        let in_slots = if side_by_side { widest } else { widest.min(bag.mean * MOSTLY_PADDING as f64) } * slots as f64;
        // Of every item, whatever the batch holds.
        let in_items = if matches!(config.model, ModelConfig::Icai(_)) { widest * items as f64 } else { 0.0 };
        in_slots * (NUMBERS_PER_PLACE + VECTORS_PER_PLACE * width as f64)
            + in_items * VECTORS_PER_WEIGHED * hidden as f64
    };
    bags.iter().map(of).sum::<f64>() as u64
}
