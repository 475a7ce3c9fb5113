//! The item table as a map: its two directions of most variance, and who is near whom in all dimensions.

use burn::tensor::Transaction;
use dif_sr_ops::linear_algebra::{Matrix, decompose};
use serde::Serialize;

use super::lens::{Subject, read_doubles};
use crate::error::Result;
use crate::models::SequentialModel;

/// The map of the items of a model; the padding row takes no part.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct ItemMap {
    /// Along the two directions of most variance, `[items - 1][2]`, first item id 1. The sign of each is free.
    pub coordinates: Vec<Vec<f64>>,
    /// Share of the variance along each direction, largest first.
    pub explained: Vec<f64>,
    /// The nearest other items of each by cosine, nearest first, ids.
    pub neighbours: Vec<Vec<u32>>,
    /// Their cosines.
    pub similarity: Vec<Vec<f64>>,
    /// By attribute: how many of an item's neighbours share a value with it.
    pub shared: Vec<SharedValues>,
}

/// How many neighbours share a value.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct SharedValues {
    /// Index of the attribute.
    pub attribute: usize,
    /// Of the neighbours of an item, mean over the items.
    pub mean: f64,
    /// Of as many other items drawn at random.
    pub chance: f64,
}

/// The map of what the model scores states against.
///
/// # Errors
/// [`crate::error::Error::DeviceRefused`] if the device fails, [`crate::error::Error::Diverged`] for weights that are not finite.
#[cold]
pub fn item_map(subject: &Subject<'_>, neighbours: usize) -> Result<ItemMap> {
    let table = subject.in_double().scorer().table;
    let [rows, width] = table.dims();
    let values = read_doubles(Transaction::default().register(table.narrow(0, 1, rows - 1)))?.remove(0);
    let table = Matrix::new(rows - 1, width, values);
    let mut map = map_of(&table, neighbours)?;
    let attributes = 0..subject.values.attributes();
    map.shared = attributes.map(|attribute| shared(subject, attribute, &map.neighbours)).collect();
    Ok(map)
}

/// The map of a table without padding row.
///
/// # Equation
/// Coordinates: centred rows times the first two right singular vectors; explained: `s^2 / sum s^2`; neighbours by cosine of the
/// rows as they are.
///
/// # Errors
/// As [`decompose`].
#[cold]
pub fn map_of(table: &Matrix, neighbours: usize) -> Result<ItemMap> {
    let (n, width) = (table.rows, table.columns);
    let means: Vec<f64> =
        (0..width).map(|column| (0..n).map(|row| table.row(row)[column]).sum::<f64>() / n as f64).collect();
    let centred =
        (0..n).flat_map(|row| table.row(row).iter().zip(&means).map(|(x, mean)| x - mean).collect::<Vec<_>>());
    let centred = Matrix::new(n, width, centred.collect());
    let svd = decompose(&centred)?;
    let along = |row: usize, direction: usize| -> f64 {
        if direction >= svd.values.len() {
            return 0.0;
        }
        centred.row(row).iter().zip(svd.right.row(direction)).map(|(x, v)| x * v).sum()
    };
    let total: f64 = svd.values.iter().map(|s| s * s).sum();
    let lengths: Vec<f64> = (0..n).map(|row| table.row(row).iter().map(|x| x * x).sum::<f64>().sqrt()).collect();
    let cosine = |a: usize, b: usize| -> f64 {
        let product: f64 = table.row(a).iter().zip(table.row(b)).map(|(x, y)| x * y).sum();
        let size = lengths[a] * lengths[b];
        if size > 0.0 { product / size } else { 0.0 }
    };
    let near = |item: usize| {
        let mut others: Vec<(f64, usize)> =
            (0..n).filter(|&other| other != item).map(|other| (cosine(item, other), other)).collect();
        let kept = neighbours.min(others.len());
        let descending = |a: &(f64, usize), b: &(f64, usize)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
        if kept > 0 && kept < others.len() {
            others.select_nth_unstable_by(kept - 1, descending);
        }
        others.truncate(kept);
        others.sort_by(descending);
        others
    };
    let near: Vec<Vec<(f64, usize)>> = (0..n).map(near).collect();
    Ok(ItemMap {
        coordinates: (0..n).map(|row| vec![along(row, 0), along(row, 1)]).collect(),
        explained: svd.values.iter().map(|s| if total > 0.0 { s * s / total } else { 0.0 }).collect(),
        neighbours: near.iter().map(|near| near.iter().map(|&(_, item)| item as u32 + 1).collect()).collect(),
        similarity: near.iter().map(|near| near.iter().map(|&(cosine, _)| cosine).collect()).collect(),
        shared: Vec::new(),
    })
}

/// `neighbours[item - 1]` against the values of one attribute.
#[cold]
fn shared(subject: &Subject<'_>, attribute: usize, neighbours: &[Vec<u32>]) -> SharedValues {
    let n = neighbours.len();
    let sets: Vec<Vec<u32>> = (1..=n as u32).map(|item| subject.values.of(attribute, item).collect()).collect();
    let share = |a: usize, b: usize| sets[a].iter().any(|value| sets[b].contains(value));
    let kept = neighbours.first().map_or(0, Vec::len);
    let found: usize = neighbours
        .iter()
        .enumerate()
        .map(|(item, near)| near.iter().filter(|&&other| share(item, other as usize - 1)).count())
        .sum();
    let pairs: usize = (0..n).map(|item| (0..n).filter(|&other| other != item && share(item, other)).count()).sum();
    let others = (n.max(2) - 1) as f64;
    SharedValues {
        attribute,
        mean: found as f64 / n.max(1) as f64,
        chance: kept as f64 * pairs as f64 / n.max(1) as f64 / others,
    }
}
