//! What the items are: their names and the values of their attributes.

use serde::{Deserialize, Serialize};

use super::split::Sequences;
use crate::error::{Error, Result};

/// How many values of one attribute an item can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum AttributeKind {
    /// At most one value, such as a brand.
    Single,
    /// Any number of values, each at most once, such as the genres of a film.
    Bag,
}

/// One attribute and its values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct AttributeInfo {
    /// Name, as people read it.
    pub name: String,
    /// One value or several.
    pub kind: AttributeKind,
    /// Names of the values; the index is the value id, and id 0 is `""`, meaning no value.
    pub values: Vec<String>,
}

/// One item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct CatalogueItem {
    /// Name, as people read it.
    pub name: String,
    /// Name of the symbol to draw, such as `tent`; empty where the data has none.
    pub pictogram: String,
    /// Value ids of each attribute, in the order of [`Catalogue::attributes`]; an empty list means no value.
    pub values: Vec<Vec<u32>>,
    /// Interactions with this item in the training part.
    pub count: u32,
}

/// All items of a data set, by id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct Catalogue {
    /// The attributes; their order is the order of every list of attributes in the crate.
    pub attributes: Vec<AttributeInfo>,
    /// The items; the index is the item id, and item 0 is padding.
    pub items: Vec<CatalogueItem>,
}

impl AttributeInfo {
    /// An attribute without values yet: only id 0.
    #[must_use]
    pub fn new(name: impl Into<String>, kind: AttributeKind) -> Self {
        Self { name: name.into(), kind, values: vec![String::new()] }
    }
}

impl CatalogueItem {
    /// An item of which nothing but the name is known.
    #[must_use]
    pub const fn named(name: String) -> Self {
        Self { name, pictogram: String::new(), values: Vec::new(), count: 0 }
    }
}

impl Catalogue {
    /// A catalogue that holds the padding item only.
    #[must_use]
    pub fn new(attributes: Vec<AttributeInfo>) -> Self {
        let values = vec![Vec::new(); attributes.len()];
        let padding = CatalogueItem { name: String::new(), pictogram: String::new(), values, count: 0 };
        Self { attributes, items: vec![padding] }
    }

    /// Keeps the attributes of these names, in this order, and forgets the others.
    ///
    /// # Errors
    /// [`Error::Config`] for a name that is not there, or is there twice.
    pub fn keep_attributes(&mut self, names: &[String]) -> Result<()> {
        let known: Vec<&str> = self.attributes.iter().map(|attribute| attribute.name.as_str()).collect();
        let mut kept: Vec<usize> = Vec::new();
        for name in names {
            let at = known.iter().position(|known| known == name).filter(|at| !kept.contains(at));
            kept.push(at.ok_or_else(|| {
                Error::config("attributes", name, format!("each at most once: {}", known.join(", ")))
            })?);
        }
        self.attributes = kept.iter().map(|&at| self.attributes[at].clone()).collect();
        for item in &mut self.items {
            item.values = kept.iter().map(|&at| item.values[at].clone()).collect();
        }
        Ok(())
    }

    /// Number of items, padding not counted.
    #[must_use]
    pub fn n_items(&self) -> usize {
        self.items.len() - 1
    }

    /// Sets [`CatalogueItem::count`] from the training part of `sequences`.
    pub fn count_training(&mut self, sequences: &Sequences) {
        for item in &mut self.items {
            item.count = 0;
        }
        for &id in sequences.training_parts().flatten() {
            self.items[id as usize].count += 1;
        }
    }

    /// Mean number of values of one attribute per item, padding not counted.
    #[must_use]
    pub fn mean_values(&self, attribute: usize) -> f64 {
        let values: usize = self.items[1..].iter().map(|item| item.values[attribute].len()).sum();
        #[expect(clippy::cast_precision_loss, reason = "a count far below 2^53")]
        let mean = values as f64 / self.n_items().max(1) as f64;
        mean
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two_items() -> Catalogue {
        let mut catalogue = Catalogue::new(vec![AttributeInfo {
            name: "genre".into(),
            kind: AttributeKind::Bag,
            values: vec![String::new(), "Drama".into(), "War".into()],
        }]);
        for (name, values) in [("a", vec![2, 1]), ("b", vec![])] {
            let item = CatalogueItem { name: name.into(), pictogram: String::new(), values: vec![values], count: 0 };
            catalogue.items.push(item);
        }
        catalogue
    }

    #[test]
    fn padding_is_not_counted_among_items_or_values() {
        assert_eq!(two_items().n_items(), 2);
        assert!((two_items().mean_values(0) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn counts_leave_out_validation_and_test_items() {
        let mut catalogue = two_items();
        catalogue.count_training(&vec![vec![1, 1, 2, 2, 2], vec![2, 1]].into());
        assert_eq!((catalogue.items[1].count, catalogue.items[2].count), (2, 1));
    }
}
