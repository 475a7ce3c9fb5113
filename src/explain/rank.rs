//! What rank the score tables of a session have, and which limit binds.
//!
//! Everything after the weights is computed in double precision: in single precision a faint source cannot be told from an absent one.

use burn::tensor::{Tensor, Transaction};
use dif_sr_ops::linear_algebra::{Matrix, basis, counted, effective, singular_values};
use serde::Serialize;

use super::attention::page_order;
use super::lens::{Subject, read_doubles};
use crate::config::{Fusion, ModelConfig};
use crate::data::batch::ItemValues;
use crate::error::Result;
use crate::models::{SequentialModel, read_parameters_now};
use crate::nn::attention::AttentionTrace;
use crate::nn::edits::Edits;

/// One table of scores: of a source, of all fused, or the one table of a model that mixes first. Unscaled, before mask and softmax.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct RankTable {
    /// Index of the layer.
    pub layer: usize,
    /// Index into the sources of the report; `None`: the fused table.
    pub source: Option<usize>,
    /// Width of one head's queries and keys; `None` for the fused table.
    pub width: Option<usize>,
    /// Different inputs among the slots; `None` for the fused table.
    pub different: Option<usize>,
    /// `min(slots, width, different)`; fused: `min(slots, sum of the sources' bounds, + 1 for the bias of concat)`.
    pub bound: usize,
    /// The exact rank for almost all weights, one a head: below the bound where sources overlap.
    pub generic: Vec<usize>,
    /// Counted, one a head: singular values above `16 n 2^-52` of the largest.
    pub rank: Vec<usize>,
    /// `exp` of the entropy of the singular values' shares, one a head.
    pub effective: Vec<f64>,
    /// Descending, one list a head.
    pub singular: Vec<Vec<f64>>,
    /// Fused table: rank of the sum grown source by source (first head), in the order of the sources; empty otherwise.
    pub grown: Vec<usize>,
    /// Fused table: rank of the attention weights, after mask and softmax, one a head; empty otherwise.
    pub after_rank: Vec<usize>,
    /// Fused table: singular values of the attention weights, one list a head; empty otherwise.
    pub after_singular: Vec<Vec<f64>>,
    /// The scores themselves, `[slots, slots]` a head, for tests.
    #[serde(skip)]
    pub scores: Vec<Matrix>,
}

/// The tables of every layer: sources in the order of the page, then the fused one.
#[derive(Debug, Clone, PartialEq)]
pub struct RankTables {
    /// Slots in use.
    pub n: usize,
    /// Number of layers.
    pub layers: usize,
    /// Number of heads.
    pub heads: usize,
    /// Width of one head of the item stream.
    pub head_width: usize,
    /// The tables.
    pub tables: Vec<RankTable>,
}

/// A table on its way: its scores for each head, and what its queries and keys are made of.
pub(super) struct Part {
    /// `[n, n]` a head.
    pub(super) scores: Vec<Matrix>,
    /// `[n, .]`
    pub(super) input: Matrix,
    /// Of one head.
    pub(super) width: usize,
    /// Rows of `input` that differ.
    pub(super) different: usize,
}

/// What the fusion does to the spaces of its sources.
enum Joint {
    Sum,
    /// Key side of each source and of the bias, `[n, .]`.
    Concat {
        keys: Vec<Matrix>,
        bias: Matrix,
    },
    /// Weight of each source on each row, by head.
    Gate(Vec<Vec<Vec<f64>>>),
    /// Slides' gate with the mask first, or any fusion whose exact rank is not worked out: the bound stands for it.
    Unknown,
}

/// Ranks, spectra and bounds of every table of a session; no tables for a model that does not attend.
///
/// # Errors
/// [`crate::error::Error::DeviceRefused`] if the device fails, [`crate::error::Error::Diverged`] for weights that are not finite.
#[cold]
pub fn rank_tables(subject: &Subject<'_>, items: &[u32]) -> Result<RankTables> {
    let model = subject.in_double();
    let batch = subject.double_batch(items);
    let seen = subject.seen(items);
    let n = seen.len() + usize::from(subject.config.is_bidirectional());
    let traces = model.attention(&batch, &Edits::none());
    let view = model.view(&batch);
    let mut result = RankTables { n, layers: traces.len(), heads: 1, head_width: 0, tables: Vec::new() };
    for (layer, trace) in traces.iter().enumerate() {
        let [_, _, hidden] = trace.context.dims();
        let heads = trace.weights.dims()[1];
        (result.heads, result.head_width) = (heads, hidden / heads);
        let sources = trace.tables.len();
        let parts = parts(subject, seen, n, layer, trace)?;
        if sources == 1 {
            let part = &parts[0];
            let generic = part.width.min(basis(&part.input.with_ones()).columns);
            let mut table = measured(&part.scores)?;
            describe(&mut table, layer, part, generic, heads);
            add_after(&mut table, trace, n)?;
            result.tables.push(RankTable { source: Some(0), ..table });
            continue;
        }
        let order = page_order(sources);
        for (place, &source) in order.iter().enumerate() {
            let part = &parts[source];
            let generic = part.width.min(basis(&part.input.with_ones()).columns);
            let mut table = measured(&part.scores)?;
            describe(&mut table, layer, part, generic, heads);
            result.tables.push(RankTable { source: Some(place), ..table });
        }
        let (shares, bias) = model.contributions(layer, trace, &view);
        let mut reads = Transaction::default().register(trace.fused.clone());
        for &source in &order {
            reads = reads.register(shares[source].clone());
        }
        let read = read_doubles(reads)?;
        let shape = |tensor: &Tensor<4>| tensor.dims();
        let fused = crops(&read[0], shape(&trace.fused), n);
        let mut table = measured(&fused)?;
        let joint = joint(subject, layer, trace, n, sources)?;
        let one = usize::from(bias.is_some());
        let sum: usize = parts.iter().map(|part| part.width.min(part.different).min(n)).sum();
        table.layer = layer;
        table.bound = n.min(sum + one);
        table.generic = generic_ranks(&parts, &joint, heads, table.bound);
        let mut grown = Matrix::new(n, n, vec![0.0; n * n]);
        for (share, &source) in read[1..].iter().zip(&order) {
            let share = &crops(share, shape(&shares[source]), n)[0];
            grown.values.iter_mut().zip(&share.values).for_each(|(sum, part)| *sum += part);
            let values = singular_values(&grown)?;
            table.grown.push(counted(&values, n));
        }
        add_after(&mut table, trace, n)?;
        result.tables.push(table);
    }
    Ok(result)
}

/// The tables of one layer in the order of the fusion.
#[cold]
fn parts(subject: &Subject<'_>, seen: &[u32], n: usize, layer: usize, trace: &AttentionTrace) -> Result<Vec<Part>> {
    let mut reads = Transaction::default();
    for (table, input) in trace.tables.iter().zip(&trace.inputs) {
        reads = reads.register(table.clone()).register(input.clone());
    }
    let read = read_doubles(reads)?;
    let sources = trace.tables.len();
    let hidden = trace.context.dims()[2];
    let parts = trace.tables.iter().zip(&trace.inputs).enumerate().map(|(source, (table, input))| {
        let heads = table.dims()[1];
        let [_, _, columns] = input.dims();
        let full = if sources == 1 || source + 2 >= sources { hidden } else { columns };
        Part {
            scores: crops(&read[2 * source], table.dims(), n),
            input: Matrix::new(n, columns, read[2 * source + 1][..n * columns].to_vec()),
            width: full / heads,
            different: different(subject, seen, n, layer, source, sources),
        }
    });
    Ok(parts.collect())
}

/// How many inputs of a source differ among the `n` slots, counted without arithmetic; sources in the order of the fusion.
///
/// An attribute: different sets of values. The item stream: different items at first. In later layers of a causal model every slot
/// differs, but for the first item's repeats right at the start, which have nothing but equal values to look at. What contains the
/// position: every slot.
#[cold]
fn different(subject: &Subject<'_>, seen: &[u32], n: usize, layer: usize, source: usize, sources: usize) -> usize {
    let masked = n - seen.len();
    if sources == 1 || source + 1 == sources {
        return n;
    }
    if source + 2 == sources {
        if layer == 0 {
            return count_different(seen.iter().map(|&item| vec![item])) + masked;
        }
        let run = seen.iter().take_while(|&&item| item == seen[0]).count();
        return if masked > 0 { n } else { n - run + 1 };
    }
    let sets = seen.iter().map(|&item| set_of(subject.values, source, item));
    // A [MASK] slot has no value; neither may an item.
    count_different(sets.chain((0..masked).map(|_| Vec::new())))
}

fn set_of(values: &ItemValues, attribute: usize, item: u32) -> Vec<u32> {
    let mut set: Vec<u32> = values.of(attribute, item).collect();
    set.sort_unstable();
    set
}

fn count_different(sets: impl Iterator<Item = Vec<u32>>) -> usize {
    sets.collect::<std::collections::BTreeSet<_>>().len()
}

/// The first `n` rows and columns of every head of the first sequence.
#[cold]
fn crops(values: &[f64], [_, heads, height, width]: [usize; 4], n: usize) -> Vec<Matrix> {
    let head = |head: usize| {
        let rows = (0..n).flat_map(|row| {
            let start = (head * height + row) * width;
            values[start..start + n].iter().copied()
        });
        Matrix::new(n, n, rows.collect())
    };
    (0..heads).map(head).collect()
}

fn spectra(scores: &[Matrix]) -> Result<Vec<Vec<f64>>> {
    let mut found = Vec::with_capacity(scores.len());
    for matrix in scores {
        found.push(singular_values(matrix)?);
    }
    Ok(found)
}

/// A table with what its singular values say.
#[cold]
fn measured(scores: &[Matrix]) -> Result<RankTable> {
    let singular = spectra(scores)?;
    Ok(RankTable {
        layer: 0,
        source: None,
        width: None,
        different: None,
        bound: 0,
        generic: Vec::new(),
        rank: singular.iter().map(|values| counted(values, values.len())).collect(),
        effective: singular.iter().map(|values| effective(values)).collect(),
        singular,
        grown: Vec::new(),
        after_rank: Vec::new(),
        after_singular: Vec::new(),
        scores: scores.to_vec(),
    })
}

#[cold]
fn describe(table: &mut RankTable, layer: usize, part: &Part, generic: usize, heads: usize) {
    table.layer = layer;
    table.width = Some(part.width);
    table.different = Some(part.different);
    table.bound = part.scores[0].rows.min(part.width).min(part.different);
    table.generic = vec![generic; heads];
}

#[cold]
fn add_after(table: &mut RankTable, trace: &AttentionTrace, n: usize) -> Result<()> {
    let read = read_doubles(Transaction::default().register(trace.weights.clone()))?;
    table.after_singular = spectra(&crops(&read[0], trace.weights.dims(), n))?;
    table.after_rank = table.after_singular.iter().map(|values| counted(values, n)).collect();
    Ok(())
}

#[cold]
fn joint(subject: &Subject<'_>, layer: usize, trace: &AttentionTrace, n: usize, sources: usize) -> Result<Joint> {
    let fusion = match subject.config {
        ModelConfig::DifSr(config) if config.mask_before_fusion => return Ok(Joint::Unknown),
        ModelConfig::DifSr(config) => config.fusion,
        ModelConfig::DifBert(config) => config.fusion,
        _ => return Ok(Joint::Unknown),
    };
    if fusion == Fusion::Sum {
        return Ok(Joint::Sum);
    }
    if let Some(gates) = &trace.gates {
        let [_, heads, rows, _] = gates.dims();
        let read = read_doubles(Transaction::default().register(gates.clone()))?;
        let of = |head: usize, source: usize| {
            (0..n).map(|row| read[0][(head * rows + row) * sources + source]).collect::<Vec<f64>>()
        };
        return Ok(Joint::Gate((0..heads).map(|head| (0..sources).map(|source| of(head, source)).collect()).collect()));
    }
    // The fusion map mixes the key side over the whole window, padding slots included; its bias is a source of width 1.
    let parameters = read_parameters_now(subject.model)?;
    let named = |part: &str| {
        let name = format!("layer.{layer}.fusion.{part}");
        parameters.iter().find(|tensor| tensor.name == name)
    };
    let (Some(weight), Some(bias)) = (named("weight"), named("bias")) else { return Ok(Joint::Unknown) };
    let len = bias.values.len();
    let inputs =
        read_doubles(trace.inputs.iter().fold(Transaction::default(), |reads, input| reads.register(input.clone())))?;
    let keys = inputs.iter().zip(&trace.inputs).enumerate().map(|(source, (values, input))| {
        let columns = input.dims()[2];
        let whole = Matrix::new(len, columns, values[..len * columns].to_vec()).with_ones();
        let block = (0..len).flat_map(|row| {
            let start = (source * len + row) * len;
            weight.values[start..start + n].iter().map(|&value| f64::from(value))
        });
        Matrix::new(len, n, block.collect()).transposed_times(&whole)
    });
    let bias = Matrix::new(n, 1, bias.values[..n].iter().map(|&value| f64::from(value)).collect());
    Ok(Joint::Concat { keys: keys.collect(), bias })
}

/// The exact rank for almost all projection weights, one a head.
///
/// # Equation
/// `min over sets T, U of sources of dim(query side of T) + dim(key side of U) + widths of the sources outside both`, the rank of
/// `sum_s (L_s A_s)(R_s B_s)^T` for almost all `A_s`, `B_s` (Rado; Lovász). With biases each side is `[1, X_s]`.
#[cold]
fn generic_ranks(parts: &[Part], joint: &Joint, heads: usize, bound: usize) -> Vec<usize> {
    let queries: Vec<Matrix> = parts.iter().map(|part| basis(&part.input.with_ones())).collect();
    let widths: Vec<usize> = parts.iter().map(|part| part.width).collect();
    match joint {
        Joint::Unknown => vec![bound; heads],
        Joint::Sum => {
            let dims = subset_ranks(&queries);
            vec![smallest_cut(&dims, &dims, &widths); heads]
        }
        Joint::Concat { keys, bias } => {
            let n = bias.rows;
            let left: Vec<Matrix> = queries.into_iter().chain([Matrix::new(n, 1, vec![1.0; n])]).collect();
            let right: Vec<Matrix> = keys.iter().map(basis).chain([bias.clone()]).collect();
            let widths: Vec<usize> = widths.into_iter().chain([1]).collect();
            vec![smallest_cut(&subset_ranks(&left), &subset_ranks(&right), &widths); heads]
        }
        Joint::Gate(gates) => {
            let right = subset_ranks(&queries);
            let of_head = |gates: &Vec<Vec<f64>>| {
                let left: Vec<Matrix> = queries.iter().zip(gates).map(|(space, gate)| space.rows_times(gate)).collect();
                smallest_cut(&subset_ranks(&left), &right, &widths)
            };
            gates.iter().map(of_head).collect()
        }
    }
}

/// The dimension of the sum of the spaces of every subset; bit `s` of the index says whether source `s` is in it.
#[cold]
fn subset_ranks(spaces: &[Matrix]) -> Vec<usize> {
    let n = spaces[0].rows;
    let mut found = vec![Matrix::new(n, 0, Vec::new())];
    for subset in 1..1_usize << spaces.len() {
        // One more source than a subset that was seen before.
        let (rest, source) = (&found[subset & (subset - 1)], &spaces[subset.trailing_zeros() as usize]);
        found.push(if rest.columns == n { rest.clone() } else { basis(&Matrix::beside(&[rest, source])) });
    }
    found.iter().map(|space| space.columns).collect()
}

#[cold]
fn smallest_cut(left: &[usize], right: &[usize], widths: &[usize]) -> usize {
    let mut least = usize::MAX;
    for (t, left) in left.iter().enumerate() {
        for (u, right) in right.iter().enumerate() {
            let outside = (0..widths.len()).filter(|s| (t | u) >> s & 1 == 0);
            least = least.min(left + right + outside.map(|s| widths[s]).sum::<usize>());
        }
    }
    least
}

/// The tables of one layer and one head, of sources in the order attributes, item, position that are added, or of one source alone.
#[cold]
pub(super) fn of_parts(parts: &[Part]) -> Result<RankTables> {
    let n = parts[0].scores[0].rows;
    let width = parts[parts.len() - 1].width;
    let mut result = RankTables { n, layers: 1, heads: 1, head_width: width, tables: Vec::new() };
    let mut grown = Matrix::new(n, n, vec![0.0; n * n]);
    let mut ranks = Vec::new();
    for (place, source) in page_order(parts.len()).into_iter().enumerate() {
        let part = &parts[source];
        let mut table = measured(&part.scores)?;
        describe(&mut table, 0, part, part.width.min(basis(&part.input.with_ones()).columns), 1);
        result.tables.push(RankTable { source: Some(place), ..table });
        grown.values.iter_mut().zip(&part.scores[0].values).for_each(|(sum, score)| *sum += score);
        ranks.push(counted(&singular_values(&grown)?, n));
    }
    if parts.len() > 1 {
        let mut table = measured(&[grown])?;
        table.bound = n.min(parts.iter().map(|part| part.width.min(part.different).min(n)).sum());
        table.generic = generic_ranks(parts, &Joint::Sum, 1, table.bound);
        table.grown = ranks;
        result.tables.push(table);
    }
    Ok(result)
}
