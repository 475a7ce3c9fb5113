//! Explanations against reference vectors: rank, gradients, attribution, counterfactuals, item map (tests/golden/EXPLAIN.md).

use burn::tensor::Device;
use dif_sr_ops::linear_algebra::Matrix;

use super::case::Case;
use super::checks::{Checks, ExplainedReport, Measure};
use super::file::{File, unreadable};
use crate::data::batch::{Batch, Slots};
use crate::error::Result;
use crate::explain::attention::edits;
use crate::explain::attribution::{FACTORS, attribution};
use crate::explain::counterfactual::counterfactual;
use crate::explain::gradient::{Lesson, Objective, SlotGradients, describe, over_batch, slot_gradients};
use crate::explain::item_map::map_of;
use crate::explain::lens::Subject;
use crate::explain::rank::rank_tables;
use crate::explain::standing::{Standing, edited_scores, scores};
use crate::models::{AnyModel, with_parameters};

/// Whether a file holds explanations.
///
/// # Errors
/// [`crate::error::Error::File`] if the bytes are no such file.
pub fn explains(name: &str, bytes: &[u8]) -> Result<bool> {
    Ok(File::read(name, bytes)?.metadata.contains_key("explain"))
}

/// Compares the explanations of one file with ours.
///
/// # Errors
/// [`crate::error::Error::File`] for a file of another kind, [`crate::error::Error::Weights`] if its weights do not fit its model.
pub fn check_explained(name: &str, bytes: &[u8], device: &Device) -> Result<ExplainedReport> {
    let file = File::read(name, bytes)?;
    let kind = file.metadata.get("explain").cloned().unwrap_or_default();
    let report = ExplainedReport { kind: kind.clone(), checks: Vec::new() };
    let mut checks = Checks { case: &file, seen: Vec::new(), report };
    if kind == "map" {
        check_map(&mut checks, name)?;
        return Ok(checks.finish());
    }
    let case =
        Case::read(name, bytes, None)?.ok_or_else(|| unreadable(name, "a model that this crate does not have"))?;
    let values = case.item_values();
    let fresh = AnyModel::new(&case.model, &case.schema, &values, 0, device)?;
    let model = with_parameters(fresh, case.weights())?;
    let subject = Subject { config: &case.model, model: &model, values: &values, device, factors: &[], sources: 0 };
    match kind.as_str() {
        "rank" => check_rank(&mut checks, &case, &subject)?,
        "gradient" => check_gradient(&mut checks, &case, &subject)?,
        "attribution" => check_attribution(&mut checks, &case, &subject)?,
        "counterfactual" => check_counterfactual(&mut checks, &case, &subject)?,
        other => return Err(unreadable(name, &format!("explanations of the kind {other}"))),
    }
    Ok(checks.finish())
}

fn ids(case: &Case, name: &str) -> Vec<u32> {
    case.get(name).map_or_else(Vec::new, |reference| reference.values.iter().map(|&id| id as u32).collect())
}

fn session(case: &Case) -> Vec<u32> {
    ids(case, "in.item_seq").into_iter().filter(|&item| item > 0).collect()
}

/// What the reference calls the `place`-th source of the page's order.
fn source_name(place: usize) -> String {
    match place {
        0 => "item".into(),
        1 => "position".into(),
        attribute => format!("attribute.{}", attribute - 2),
    }
}

fn counts(values: &[usize]) -> Vec<f64> {
    values.iter().map(|&value| value as f64).collect()
}

fn check_rank(checks: &mut Checks<'_>, case: &Case, subject: &Subject<'_>) -> Result<()> {
    let decoupled = subject.config.kind() == "dif_sr";
    for table in rank_tables(subject, &session(case))?.tables {
        let name = match table.source {
            None => "fused_score".into(),
            Some(_) if !decoupled => "score".into(),
            Some(0) => "item_score".into(),
            Some(1) => "position_score".into(),
            Some(place) => format!("attribute_score.{}", place - 2),
        };
        let of = |what: &str| format!("{what}.layer.{}.{name}", table.layer);
        let scores: Vec<f64> = table.scores.iter().flat_map(|matrix| matrix.values.iter().copied()).collect();
        checks.see(&of("crop"), &scores, Measure::OfLargest(2e-5));
        // A spectrum is held against its own largest value, head by head.
        let reference = checks.case.tensors.get(&of("singular_values")).map_or(&[][..], |found| &found.values);
        let n = table.singular[0].len();
        let shares = |values: &[f64]| -> Vec<f64> {
            values
                .chunks(n)
                .flat_map(|s| s.iter().map(|x| x / s[0].max(f64::MIN_POSITIVE)).collect::<Vec<_>>())
                .collect()
        };
        let found: Vec<f64> = table.singular.concat();
        let (ours, theirs) = (shares(&found), shares(reference));
        let worst = ours.iter().zip(&theirs).fold(0.0, |worst: f64, (a, b)| worst.max((a - b).abs()));
        let largest: Vec<f64> = found.chunks(n).map(|s| s[0]).collect();
        let theirs_largest: Vec<f64> = reference.chunks(n).map(|s| s[0]).collect();
        let sizes = largest
            .iter()
            .zip(&theirs_largest)
            .fold(0.0, |worst: f64, (a, b)| worst.max((a - b).abs() / b.max(f64::MIN_POSITIVE)));
        let complete = found.len() == reference.len();
        let total = if complete { worst.max(sizes) } else { f64::INFINITY };
        checks.see_number(&of("singular_values"), total, 2e-5);
        checks.see(&of("rank"), &counts(&table.rank), Measure::Exact);
        checks.see(&of("generic_rank"), &counts(&table.generic), Measure::Exact);
        checks.see(&of("bound"), &[table.bound as f64], Measure::Exact);
        checks.see(&of("effective_rank"), &table.effective, Measure::Relative(1e-4));
    }
    Ok(())
}

fn check_gradient(checks: &mut Checks<'_>, case: &Case, subject: &Subject<'_>) -> Result<()> {
    let len = case.model.max_length();
    let (items, readout, targets) = (ids(case, "in.item_seq"), ids(case, "in.gather_index"), ids(case, "in.target"));
    let sequences = targets.len();
    let decoupled = subject.config.kind() == "dif_sr";
    let model = subject.tracked(true);
    let objectives = [("total", Objective::Total), ("item", Objective::Item)];
    for (term, objective) in objectives.into_iter().take(if decoupled { 2 } else { 1 }) {
        let mut sessions: Vec<SlotGradients> = Vec::new();
        for (row, &target) in targets.iter().enumerate() {
            let slots = Slots {
                items: items[row * len..(row + 1) * len].to_vec(),
                len,
                readout: vec![readout[row]],
                users: Vec::new(),
            };
            let mut found = slot_gradients(subject, &model, &Lesson { slots, target }, objective)?;
            // The loss of a batch is the mean over its sequences.
            for source in &mut found.sources {
                source.values.iter_mut().for_each(|x| *x /= sequences as f64);
            }
            sessions.push(found);
        }
        compare_gradients(checks, term, &sessions, len, &items);
        let batch = over_batch(&sessions)?;
        checks.see(&format!("linear_rank.{term}"), &[batch.rank as f64], Measure::Exact);
        for (place, &residual) in batch.residual.iter().enumerate().skip(1) {
            let name = format!("linear_residual.{term}.{}", source_name(place));
            checks.see(&name, &[residual], Measure::Absolute(1e-5));
        }
    }
    Ok(())
}

/// Slot by slot, at padding slots 0.
fn compare_gradients(checks: &mut Checks<'_>, term: &str, sessions: &[SlotGradients], len: usize, items: &[u32]) {
    let live = |at: usize| items[at] > 0;
    let described: Vec<_> = sessions.iter().map(|session| describe(session, false)).collect();
    let spread = |of: &dyn Fn(usize, usize) -> Option<Vec<f64>>, width: usize| -> Vec<f64> {
        let mut found = Vec::new();
        for sequence in 0..sessions.len() {
            let mut slot = 0;
            for at in 0..len {
                let row = if live(sequence * len + at) { of(sequence, slot) } else { None };
                slot += usize::from(live(sequence * len + at));
                found.extend(row.unwrap_or_else(|| vec![0.0; width]));
            }
        }
        found
    };
    let norms: Vec<Vec<f64>> = (0..sessions[0].sources.len())
        .map(|place| spread(&|sequence, slot| Some(vec![described[sequence][place].norm[slot]]), 1))
        .collect();
    let large = |place: usize, at: usize| {
        let most = norms[place].iter().copied().fold(0.0, f64::max);
        live(at) && norms[place][at] >= 1e-3 * most
    };
    for place in 0..sessions[0].sources.len() {
        let name = source_name(place);
        let width = sessions[0].sources[place].columns;
        let gradient = spread(&|sequence, slot| Some(described[sequence][place].gradient[slot].clone()), width);
        checks.see(&format!("slot_grad.{term}.{name}"), &gradient, Measure::OfLargest(1e-4));
        checks.see(&format!("norm.{term}.{name}"), &norms[place], Measure::OfLargest(1e-4));
        if place > 0 && width == sessions[0].sources[0].columns {
            let cosine = spread(&|sequence, slot| described[sequence][place].cosine[slot].map(|x| vec![x]), 1);
            let counts = |at: usize| large(0, at) && large(place, at);
            checks.see_where(&format!("cosine.{term}.{name}"), &cosine, Measure::Absolute(1e-4), counts);
        }
        if place > 1 && width == sessions[0].sources[1].columns {
            let cosine =
                spread(&|sequence, slot| described[sequence][place].cosine_to_position[slot].map(|x| vec![x]), 1);
            let counts = |at: usize| large(1, at) && large(place, at);
            checks.see_where(&format!("cosine_to_position.{term}.{name}"), &cosine, Measure::Absolute(1e-4), counts);
        }
    }
}

fn check_attribution(checks: &mut Checks<'_>, case: &Case, subject: &Subject<'_>) -> Result<()> {
    let items = session(case);
    let n = items.len();
    let candidate = ids(case, "in.candidate")[0];
    let decoupled = subject.config.kind() == "dif_sr";
    let attributes = subject.attribute_widths().len();
    let sources = if decoupled { attributes + 2 } else { 1 };
    let found = attribution(&Subject { sources, ..*subject }, &items, candidate)?;
    let input =
        found.gradient.input.as_ref().map(|place| ((if decoupled { "item_input" } else { "input" }).to_owned(), place));
    let places: Vec<_> =
        [("item".to_owned(), &found.gradient.items), ("position".to_owned(), &found.gradient.positions)]
            .into_iter()
            .chain(found.gradient.attributes.iter().enumerate().map(|(k, place)| (format!("attribute.{k}"), place)))
            .chain(input)
            .collect();
    let products: Vec<Vec<f64>> = places.iter().map(|(_, place)| place.products(n)[..n].to_vec()).collect();
    let largest = products.iter().flatten().fold(0.0, |most: f64, x| most.max(x.abs()));
    for ((name, place), products) in places.iter().zip(&products) {
        checks.see(&format!("logit_grad.{name}"), &place.gradient[..n * place.width], Measure::OfLargest(1e-4));
        checks.see(&format!("gradient_times_input.{name}"), products, Measure::Of(largest, 1e-4));
    }
    if checks.case.tensors.contains_key("gradient_times_input.sum_with_bias") {
        // What the input normalisation sees has no length of its own: the parts of all its terms, the bias included, sum to 0.
        let bias = case.get("w.fusion.bias").map_or(&[][..], |bias| &bias.values);
        let position = &found.gradient.positions;
        let sums = (0..n).map(|slot| {
            let parts: f64 = products[..places.len() - 1].iter().map(|part| part[slot]).sum();
            let row = &position.gradient[slot * position.width..(slot + 1) * position.width];
            parts + row.iter().zip(bias).map(|(g, b)| g * b).sum::<f64>()
        });
        checks.see("gradient_times_input.sum_with_bias", &sums.collect::<Vec<_>>(), Measure::Of(largest, 1e-4));
    }
    let without: Vec<Vec<u32>> = (0..n).map(|slot| crate::explain::attribution::without(&items, &[slot])).collect();
    let without: Vec<&[u32]> = without.iter().map(Vec::as_slice).collect();
    see_standings(checks, "base", &[found.base], &scores(subject, &[&items])?);
    see_standings(checks, "leave_one_out", &found.leave_one_out, &scores(subject, &without)?);
    if decoupled {
        // The file lists attributes, item, position.
        let order: Vec<usize> = (2..sources).chain([0, 1]).collect();
        let standings: Vec<Standing> = order.iter().flat_map(|&source| found.ablation[source]).collect();
        let mut rows = Vec::new();
        for &source in &order {
            for factor in FACTORS {
                let mut factors = vec![1.0; sources];
                factors[source] = factor;
                rows.extend(edited_scores(subject, &[&items], |_, _: &Batch| edits(&factors, sources))?);
            }
        }
        see_standings(checks, "ablation", &standings, &rows);
        let factors: Vec<f64> = FACTORS.iter().map(|&factor| f64::from(factor)).collect();
        checks.see("ablation.factor", &factors, Measure::Exact);
    }
    Ok(())
}

fn see_standings(checks: &mut Checks<'_>, prefix: &str, standings: &[Standing], rows: &[Vec<f32>]) {
    let all = |of: fn(&Standing) -> f64| standings.iter().map(of).collect::<Vec<_>>();
    checks.see(&format!("{prefix}.logit"), &all(|v| v.logit), Measure::Relative(2e-5));
    checks.see(&format!("{prefix}.rank"), &all(|v| v.rank), Measure::Exact);
    checks.see(&format!("{prefix}.probability"), &all(|v| v.probability), Measure::Absolute(1e-5));
    let logits: Vec<f64> = rows.iter().flatten().map(|&x| f64::from(x)).collect();
    checks.see(&format!("{prefix}.item_logits"), &logits, Measure::Relative(2e-5));
}

fn check_counterfactual(checks: &mut Checks<'_>, case: &Case, subject: &Subject<'_>) -> Result<()> {
    let items = session(case);
    for (q, &candidate) in ids(case, "in.candidate").iter().enumerate() {
        let found = counterfactual(subject, &items, candidate, 3)?;
        let place = |standing: &Option<Standing>| standing.map_or(-1.0, |standing| standing.rank);
        let places = |standings: &[Option<Standing>]| standings.iter().map(place).collect::<Vec<_>>();
        let whole = |values: &[usize]| values.iter().map(|&value| value as f64).collect::<Vec<_>>();
        let mut see =
            |what: &str, values: &[f64]| checks.see(&format!("counterfactual.{q}.{what}"), values, Measure::Exact);
        see("base_rank", &[found.base.rank]);
        see("rank_without", &places(&found.without));
        see("rank_without_two", &places(&found.without_two));
        see("rank_replaced", &found.replaced.iter().flat_map(|slot| places(slot)).collect::<Vec<_>>());
        see("smallest_removal", &[found.smallest_removal() as f64]);
        for (name, size) in [("remove_one", 1), ("remove_two", 2)] {
            let removals: Vec<_> = found.removals.iter().filter(|removal| removal.slots.len() == size).collect();
            see(name, &whole(&removals.iter().flat_map(|removal| removal.slots.clone()).collect::<Vec<_>>()));
            see(&format!("{name}_rank"), &removals.iter().map(|removal| removal.standing.rank).collect::<Vec<_>>());
        }
        let pairs = found.replacements.iter().flat_map(|hit| [hit.slot, hit.item as usize]);
        see("replace", &whole(&pairs.collect::<Vec<_>>()));
        see("replace_rank", &found.replacements.iter().map(|hit| hit.standing.rank).collect::<Vec<_>>());
    }
    Ok(())
}

fn check_map(checks: &mut Checks<'_>, name: &str) -> Result<()> {
    let table = checks.case.tensors.get("w.item_embedding").ok_or_else(|| unreadable(name, "no item table"))?;
    let (rows, width) = (table.shape[0] - 1, table.shape[1]);
    let map = map_of(&Matrix::new(rows, width, table.values[width..].to_vec()), 5)?;
    // The sign of each direction is free.
    let reference = checks.case.tensors.get("map.coordinates").map_or(Vec::new(), |found| found.values.clone());
    let sign = |axis: usize| {
        let along: f64 =
            map.coordinates.iter().zip(reference.chunks(2)).map(|(ours, theirs)| ours[axis] * theirs[axis]).sum();
        if along < 0.0 { -1.0 } else { 1.0 }
    };
    let signs = [sign(0), sign(1)];
    let coordinates = map.coordinates.iter().flat_map(|at| [signs[0] * at[0], signs[1] * at[1]]);
    checks.see("map.coordinates", &coordinates.collect::<Vec<_>>(), Measure::OfLargest(1e-4));
    checks.see("map.explained_variance_ratio", &map.explained, Measure::Absolute(1e-5));
    let neighbours = map.neighbours.iter().flatten().map(|&item| f64::from(item));
    checks.see("map.neighbours", &neighbours.collect::<Vec<_>>(), Measure::Exact);
    checks.see("map.similarity", &map.similarity.concat(), Measure::Absolute(1e-5));
    Ok(())
}
