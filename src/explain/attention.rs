//! What each source contributes to each attention weight, for one session.

use burn::tensor::{Tensor, Transaction};
use serde::Serialize;

use crate::data::batch::Batch;
use crate::error::Result;
use crate::models::{AnyModel, SequentialModel};
use crate::nn::edits::Edits;
use crate::read::read_all;

/// Attention of one session, cropped to its `n` slots; without layers for a model that does not attend. Sources in the order item, position, attributes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AttentionMaps {
    /// Slots in use: items, and [MASK] where the model reads there.
    #[serde(skip)]
    pub n: usize,
    /// Number of layers.
    pub layers: usize,
    /// Number of heads.
    pub heads: usize,
    /// Number of sources.
    #[serde(skip)]
    pub sources: usize,
    /// Share of each source in the fused score, scaled, before mask and softmax: `[layers, heads, sources, n, n]`.
    pub contributions: Vec<f32>,
    /// Bias of concat, scaled, `[layers, n]`; empty for the other fusions.
    pub bias: Vec<f32>,
    /// Fused scores, scaled, before the mask: `[layers, heads, n, n]`. Sum of the contributions and the bias.
    pub fused: Vec<f32>,
    /// After mask and softmax, `[layers, heads, n, n]`; rows sum to 1.
    pub weights: Vec<f32>,
    /// Gate variants: weight of each source per row, `[layers, heads, n, sources]`; empty otherwise.
    pub gates: Vec<f32>,
}

/// Tensors to be read in one go, with the shape of each.
struct Wanted {
    reads: Transaction,
    shapes: Vec<[usize; 4]>,
}

impl Wanted {
    fn add(&mut self, tensor: Tensor<4>) {
        self.shapes.push(tensor.dims());
        self.reads = std::mem::take(&mut self.reads).register(tensor);
    }
}

/// Explains a batch of one session in `n` slots, right padded. `edits`: see [`SequentialModel::attention`].
///
/// # Errors
/// [`crate::error::Error::DeviceRefused`] if the device cannot hand the maps over.
pub async fn explain(model: &AnyModel, batch: &Batch, n: usize, edits: &Edits) -> Result<AttentionMaps> {
    let view = model.view(batch);
    let traces = model.attention(batch, edits);
    let layers = traces.len();
    let mut wanted = Wanted { reads: Transaction::default(), shapes: Vec::new() };
    let mut sources = 1;
    let (mut heads, mut has_bias, mut has_gates) = (1, false, false);
    for (l, trace) in traces.iter().enumerate() {
        // One scale for all sources: that of the item stream's heads.
        let [_, _, hidden] = trace.context.dims();
        heads = trace.weights.dims()[1];
        let scale = 1.0 / ((hidden / heads) as f64).sqrt();
        let (parts, bias) = model.contributions(l, trace, &view);
        sources = parts.len();
        for source in page_order(sources) {
            wanted.add(parts[source].clone() * scale);
        }
        wanted.add(trace.fused.clone() * scale);
        wanted.add(trace.weights.clone());
        if let Some(bias) = bias {
            has_bias = true;
            wanted.add(bias.unsqueeze::<4>() * scale);
        }
        if let Some(gates) = &trace.gates {
            has_gates = true;
            wanted.add(gates.clone());
        }
    }
    let mut maps = read_all(wanted.reads).await?.into_iter().zip(wanted.shapes);
    let mut next = || maps.next().expect("as many reads as registered");
    let mut result = AttentionMaps {
        n,
        layers,
        heads,
        sources,
        contributions: Vec::new(),
        bias: Vec::new(),
        fused: Vec::new(),
        weights: Vec::new(),
        gates: Vec::new(),
    };
    for _ in 0..layers {
        let parts: Vec<_> = (0..sources).map(|_| next()).collect();
        for head in 0..heads {
            for (values, shape) in &parts {
                crop(values, *shape, head, n, n, &mut result.contributions);
            }
        }
        for target in [&mut result.fused, &mut result.weights] {
            let (values, shape) = next();
            for head in 0..heads {
                crop(&values, shape, head, n, n, target);
            }
        }
        if has_bias {
            result.bias.extend(&next().0[..n]);
        }
        if has_gates {
            let (values, shape) = next();
            for head in 0..heads {
                let start = result.gates.len();
                crop(&values, shape, head, n, sources, &mut result.gates);
                for row in result.gates[start..].chunks_mut(sources) {
                    let gates = row.to_vec();
                    for (slot, source) in row.iter_mut().zip(page_order(sources)) {
                        *slot = gates[source];
                    }
                }
            }
        }
    }
    Ok(result)
}

/// Edits from factors in page order (item, position, attributes), for all layers alike or layer by layer; none for fewer than two
/// sources: there is nothing to weigh against.
#[must_use]
pub fn edits(factors: &[f32], sources: usize) -> Edits {
    if sources < 2 {
        return Edits::none();
    }
    let layers = factors.chunks(sources);
    let ordered = layers.flat_map(|layer| layer[2..].iter().chain(&layer[..2]).copied());
    Edits::scaled(ordered.collect(), sources)
}

/// Layers hold attributes, item, position; the page shows item, position, attributes.
pub(super) fn page_order(sources: usize) -> Vec<usize> {
    if sources < 2 {
        return (0..sources).collect();
    }
    [sources - 2, sources - 1].into_iter().chain(0..sources - 2).collect()
}

/// The first `rows` x `columns` of one head.
fn crop(
    values: &[f32],
    [_, _, height, width]: [usize; 4],
    head: usize,
    rows: usize,
    columns: usize,
    out: &mut Vec<f32>,
) {
    for row in 0..rows {
        let start = (head * height + row) * width;
        out.extend(&values[start..start + columns]);
    }
}
