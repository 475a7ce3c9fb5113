//! A data set ready for training: who met which items in which order, what the items are, and how it came about.

use dif_sr_import::vocab::Vocab;
use serde::{Deserialize, Serialize};

use super::catalogue::{AttributeKind, Catalogue};
use super::interactions::Numbered;
use super::process::ProcessWeights;
use super::reading::Reading;
use super::split::{Sequences, train_targets};
use crate::rng;

/// Sessions, items and their origin.
#[derive(Debug, Clone, PartialEq)]
pub struct Dataset {
    /// Name, as people read it.
    pub name: String,
    /// Where it comes from.
    pub origin: Origin,
    /// The items and their attributes.
    pub catalogue: Catalogue,
    /// Name of each user in the source.
    pub users: Vec<String>,
    /// Name of each item in the source, by id; entry 0 is empty.
    pub tokens: Vec<String>,
    /// Item ids of each user, oldest first, and what of them is held out; as many as `users`.
    pub sequences: Sequences,
    /// What the source held before anything was dropped.
    pub raw: Counts,
    /// What was dropped, and why, in the order in which it happened.
    pub dropped: Vec<Dropped>,
    /// How its files were read; `None` if it was not read from files.
    pub reading: Option<Reading>,
}

/// The names behind the ids of a log.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    pub users: &'a Vocab,
    pub items: &'a Vocab,
}

/// The names behind the rows of a model's tables.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vocabulary {
    /// Name of each item in the source, by id; entry 0 is empty.
    pub items: Vec<String>,
    /// Names of the values of each attribute, by id; entry 0 is empty.
    pub attributes: Vec<Vec<String>>,
}

/// Where a data set comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum Origin {
    /// Drawn from a known process.
    Synthetic {
        /// The seed of every draw.
        seed: u64,
        /// The weights of the process, summing to 1.
        weights: ProcessWeights,
    },
    /// Read from files that the visitor brought.
    File,
}

/// Sizes of a data set, or of a part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct Counts {
    /// Users, or sessions.
    pub users: usize,
    /// Different items.
    pub items: usize,
    /// Interactions.
    pub interactions: usize,
}

/// Why a part of the source was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum DropReason {
    /// Outside of the days asked for.
    Dates,
    /// Fewer interactions than the k-core asks for.
    Core,
    /// Not among the most popular items asked for.
    Items,
    /// More users than asked for.
    Users,
    /// Shorter than the minimum length asked for.
    MinLength,
    /// Older than the longest session asked for reaches back.
    MaxSession,
}

/// What one rule left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct Dropped {
    /// The rule.
    pub reason: DropReason,
    /// How much it left out.
    #[serde(flatten)]
    pub counts: Counts,
}

/// The figures of a data set that the page shows.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct DatasetSummary {
    /// Name, as people read it.
    pub name: String,
    /// `synthetic` or `file`.
    #[cfg_attr(target_family = "wasm", tsify(type = "\"synthetic\" | \"file\""))]
    pub origin: &'static str,
    /// Seed of a synthetic data set.
    pub seed: Option<u64>,
    /// Users, or sessions.
    pub users: usize,
    /// Different items.
    pub items: usize,
    /// Interactions.
    pub interactions: usize,
    /// Mean items per user.
    pub mean_length: f64,
    /// Median items per user; the mean of the middle two where the number of users is even.
    pub median_length: f64,
    /// Items of the longest user.
    pub max_length: usize,
    /// Targets that training sees in one epoch.
    pub train_targets: usize,
    /// The attributes, in order.
    pub attributes: Vec<AttributeSummary>,
    /// What was left out of the source.
    pub dropped: Vec<Dropped>,
    /// What the source held.
    pub raw: Counts,
    /// Weights of the process behind a synthetic data set, summing to 1.
    pub weights: Option<ProcessWeights>,
    /// How the files were read; left out where there were none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<Reading>,
}

/// The figures of one attribute.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct AttributeSummary {
    /// Name, as people read it.
    pub name: String,
    /// One value or several.
    pub kind: AttributeKind,
    /// Number of different values, "no value" not counted.
    pub values: usize,
    /// Mean number of values per item.
    pub mean_values: f64,
    /// Items without a value.
    pub items_without: usize,
}

impl Counts {
    /// What is missing of it where `rest` is left.
    pub(super) fn without(self, rest: Self) -> Self {
        Self {
            users: self.users - rest.users,
            items: self.items - rest.items,
            interactions: self.interactions - rest.interactions,
        }
    }
}

impl Dataset {
    /// What was read from files, the log's named `file`.
    pub(super) fn of_files(
        file: &str,
        catalogue: Catalogue,
        numbered: Numbered,
        names: Names<'_>,
        raw: Counts,
        dropped: Vec<Dropped>,
        reading: Reading,
    ) -> Self {
        Self {
            name: file.rsplit_once('.').map_or(file, |(stem, _)| stem).to_owned(),
            origin: Origin::File,
            catalogue,
            users: numbered.users.iter().map(|&user| names.users.name(user).to_owned()).collect(),
            tokens: numbered.items.iter().map(|&item| names.items.name(item).to_owned()).collect(),
            sequences: numbered.sequences,
            raw,
            dropped,
            reading: Some(reading),
        }
    }

    /// The sizes of what is there now.
    #[must_use]
    pub fn counts(&self) -> Counts {
        Counts {
            users: self.sequences.len(),
            items: self.catalogue.n_items(),
            interactions: self.sequences.iter().map(Vec::len).sum(),
        }
    }

    /// Which item and which value each row of a model's tables stands for.
    #[must_use]
    pub fn vocabulary(&self) -> Vocabulary {
        let attributes = self.catalogue.attributes.iter().map(|attribute| attribute.values.clone());
        Vocabulary { items: self.tokens.clone(), attributes: attributes.collect() }
    }

    /// Tells this data set apart from others: a hash of its sequences, of where they are cut unless each user's
    /// last two items are held out, and of attribute values, 16 hexadecimal digits.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let list = |list: &[u32]| std::iter::once(list.len() as u32).chain(list.iter().copied()).collect::<Vec<_>>();
        let sequences = self.sequences.iter().flat_map(|sequence| list(sequence));
        let values = self.catalogue.items.iter().flat_map(|item| &item.values).flat_map(|values| list(values));
        format!("{:016x}", rng::fingerprint(sequences.chain(values).chain(self.sequences.own_cuts())))
    }

    /// The figures that the page shows.
    #[must_use]
    pub fn summary(&self) -> DatasetSummary {
        let counts = self.counts();
        let (origin, seed, weights) = match &self.origin {
            Origin::Synthetic { seed, weights } => ("synthetic", Some(*seed), Some(*weights)),
            Origin::File => ("file", None, None),
        };
        let mut lengths: Vec<usize> = self.sequences.iter().map(Vec::len).collect();
        lengths.sort_unstable();
        let attributes = self.catalogue.attributes.iter().enumerate().map(|(index, attribute)| AttributeSummary {
            name: attribute.name.clone(),
            kind: attribute.kind,
            values: attribute.values.len() - 1,
            mean_values: self.catalogue.mean_values(index),
            items_without: self.catalogue.items[1..].iter().filter(|item| item.values[index].is_empty()).count(),
        });
        DatasetSummary {
            name: self.name.clone(),
            origin,
            seed,
            users: counts.users,
            items: counts.items,
            interactions: counts.interactions,
            mean_length: mean(&lengths),
            median_length: median(&lengths),
            max_length: lengths.last().copied().unwrap_or(0),
            train_targets: train_targets(&self.sequences),
            attributes: attributes.collect(),
            dropped: self.dropped.clone(),
            raw: self.raw,
            weights,
            reading: self.reading.clone(),
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts far below 2^53")]
fn mean(values: &[usize]) -> f64 {
    values.iter().sum::<usize>() as f64 / values.len().max(1) as f64
}

/// The median of sorted values; 0 where there are none.
fn median(sorted: &[usize]) -> f64 {
    match sorted.len() {
        0 => 0.0,
        n => mean(&[sorted[(n - 1) / 2], sorted[n / 2]]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_of_an_even_number_is_the_mean_of_the_middle_two() {
        assert!((median(&[1, 2, 5, 9]) - 3.5).abs() < 1e-12);
        assert!((median(&[1, 2, 5]) - 2.0).abs() < 1e-12);
        assert!(median(&[]).abs() < 1e-12);
    }

    #[test]
    fn a_drop_is_flat_on_the_wire() {
        let dropped = Dropped { reason: DropReason::MinLength, counts: Counts { users: 3, items: 0, interactions: 9 } };
        assert_eq!(
            serde_json::to_value(dropped).unwrap(),
            serde_json::json!({"reason": "min_length", "users": 3, "items": 0, "interactions": 9})
        );
    }

    #[test]
    fn the_summary_has_the_figures_that_the_page_reads() {
        let dataset = Dataset {
            name: "two".into(),
            origin: Origin::File,
            catalogue: Catalogue::new(Vec::new()),
            users: vec!["a".into(), "b".into()],
            tokens: vec![String::new()],
            sequences: vec![vec![0; 5], vec![0; 2]].into(),
            raw: Counts { users: 3, items: 1, interactions: 9 },
            dropped: Vec::new(),
            reading: None,
        };
        assert_eq!(
            serde_json::to_value(dataset.summary()).unwrap(),
            serde_json::json!({
                "name": "two", "origin": "file", "seed": null, "users": 2, "items": 0, "interactions": 7,
                "mean_length": 3.5, "median_length": 3.5, "max_length": 5, "train_targets": 2, "attributes": [],
                "dropped": [], "raw": {"users": 3, "items": 1, "interactions": 9}, "weights": null,
            })
        );
    }
}
