//! One attribute of the items: its values, and how a cell becomes them.

use serde::{Deserialize, Serialize};

use crate::choices::Kind;
use crate::python;
use crate::role::{AttributeRule, Split};
use crate::times::Stamp;
use crate::value::{Cell, Value};
use crate::vocab::Vocab;

/// One attribute.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Attribute {
    /// Its name in the source.
    pub name: String,
    /// One value, several, or a number in bins.
    pub kind: Kind,
    /// Names of the values, by id.
    pub values: Vocab,
    /// Value ids of each item, by the id of the item; shorter where the last items have none.
    pub of_item: Vec<Vec<u32>>,
    #[serde(skip)]
    pub(crate) bins: u32,
    /// When each value was seen, where it changes over time.
    #[serde(skip)]
    pub(crate) seen: Vec<Stamp>,
    #[serde(skip)]
    pub(crate) changes: u64,
}

/// Words that stand for no value in exported tables.
const NO_VALUE: [&str; 10] = ["\\N", "NULL", "null", "NaN", "nan", "None", "NA", "N/A", "<NA>", "(no genres listed)"];

impl Attribute {
    /// An attribute without values yet.
    #[must_use]
    pub(crate) fn new(rule: &AttributeRule) -> Self {
        Self {
            name: rule.name.clone(),
            kind: rule.kind,
            values: Vocab::default(),
            of_item: Vec::new(),
            bins: rule.bins,
            seen: Vec::new(),
            changes: 0,
        }
    }

    /// The values of an item.
    #[must_use]
    pub fn of(&self, item: u32) -> &[u32] {
        self.of_item.get(item as usize).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn add(&mut self, item: usize, values: &[&str]) {
        self.of_item.resize(self.of_item.len().max(item + 1), Vec::new());
        for value in values {
            let id = self.values.id(value);
            if !self.of_item[item].contains(&id) {
                self.of_item[item].push(id);
            }
        }
    }

    pub(crate) fn set(&mut self, item: usize, values: &[&str], time: Option<Stamp>) {
        let Some(time) = time else { return self.add(item, values) };
        self.of_item.resize(self.of_item.len().max(item + 1), Vec::new());
        self.seen.resize(self.of_item.len(), Stamp { whole: i64::MIN, nano: 0 });
        if time < self.seen[item] {
            return;
        }
        self.seen[item] = time;
        let ids: Vec<u32> = values.iter().map(|value| self.values.id(value)).collect();
        if !self.of_item[item].is_empty() && self.of_item[item] != ids {
            self.changes += 1;
        }
        self.of_item[item] = ids;
    }

    /// Puts numbers into bins that hold about as many items each; what is no number has no value.
    pub(crate) fn put_into_bins(&mut self) {
        let number = |ids: &Vec<u32>| -> Option<f64> {
            self.values.name(*ids.first()?).parse().ok().filter(|number: &f64| number.is_finite())
        };
        let numbers: Vec<Option<f64>> = self.of_item.iter().map(number).collect();
        let mut sorted: Vec<f64> = numbers.iter().flatten().copied().collect();
        sorted.sort_by(f64::total_cmp);
        let bins = self.bins as usize;
        let mut edges: Vec<f64> = (1..bins).filter_map(|bin| sorted.get(bin * sorted.len() / bins).copied()).collect();
        edges.dedup();
        let mut values = Vocab::default();
        let label = |bin: usize| {
            let inside = sorted.iter().filter(|number| edges.partition_point(|edge| *edge <= **number) == bin);
            let (low, high) = inside
                .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), number| (low.min(*number), high.max(*number)));
            if (low - high).abs() < f64::EPSILON { format!("{low}") } else { format!("{low} to {high}") }
        };
        let labels: Vec<String> = (0..=edges.len()).map(label).collect();
        self.of_item = numbers
            .iter()
            .map(|number| {
                number
                    .map(|number| vec![values.id(&labels[edges.partition_point(|edge| *edge <= number)])])
                    .unwrap_or_default()
            })
            .collect();
        self.values = values;
    }
}

/// The values in a cell, each once.
pub(crate) fn values(cell: &Cell<'_>, rule: &AttributeRule) -> Vec<String> {
    if let Some(flag) = &rule.flag {
        return if cell.text().trim() == "1" { vec![flag.clone()] } else { Vec::new() };
    }
    let found: Vec<String> = match (cell, rule.kind) {
        (_, Kind::Single | Kind::Number) => vec![cell.text().trim().to_owned()],
        (Cell::Value(value @ (Value::List(_) | Value::Map(_))), Kind::Bag) => {
            value.texts().into_iter().map(str::to_owned).collect()
        }
        (cell, Kind::Bag) => cut(&cell.text(), &rule.split),
    };
    let mut once: Vec<String> = Vec::with_capacity(found.len());
    for value in found {
        if !value.is_empty() && !NO_VALUE.contains(&value.as_str()) && !once.contains(&value) {
            once.push(value);
        }
    }
    once
}

fn cut(text: &str, split: &Split) -> Vec<String> {
    let at = match split {
        Split::ListOr(at) => {
            if let Some(list) = python::list(text) {
                return Value::List(list).texts().into_iter().map(str::to_owned).collect();
            }
            at
        }
        Split::At(at) => at,
    };
    if at.is_empty() {
        return vec![text.trim().to_owned()];
    }
    text.split(at.as_str()).map(|piece| piece.trim().to_owned()).collect()
}

/// A title and the year in brackets at its end.
pub(crate) fn without_year(title: &str) -> (&str, Option<&str>) {
    let inside = title.strip_suffix(')').and_then(|front| front.rsplit_once('('));
    match inside {
        Some((front, year)) if year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) => {
            (front.trim_end(), Some(year))
        }
        _ => (title, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_go_into_bins_of_equal_size() {
        let mut attribute =
            Attribute::new(&AttributeRule { kind: Kind::Number, bins: 2, ..AttributeRule::single("price") });
        for (item, price) in ["1", "2", "30", "x", "40"].into_iter().enumerate() {
            attribute.set(item, &[price], None);
        }
        attribute.put_into_bins();
        let names: Vec<Option<&str>> =
            attribute.of_item.iter().map(|ids| ids.first().map(|&id| attribute.values.name(id))).collect();
        assert_eq!(names, [Some("1 to 2"), Some("1 to 2"), Some("30 to 40"), None, Some("30 to 40")]);
    }

    #[test]
    fn the_year_leaves_the_title_and_other_brackets_stay() {
        assert_eq!(
            without_year("Two Left Gloves (Deux gants gauches) (1989)"),
            ("Two Left Gloves (Deux gants gauches)", Some("1989"))
        );
        assert_eq!(without_year("Part (II)"), ("Part (II)", None));
        assert_eq!(without_year(")"), (")", None));
    }

    #[test]
    fn values_stand_once_and_words_for_nothing_are_none() {
        let bag = |text: &str, split| values(&Cell::of(text), &AttributeRule::bag("x", split));
        assert_eq!(bag("a|b|a", Split::At("|".into())), ["a", "b"]);
        assert_eq!(bag("'Hair Care', 'x'", Split::ListOr(" ".into())), ["Hair Care", "x"]);
        assert_eq!(bag("'Hair Care',", Split::At(" ".into())), ["'Hair", "Care',"]);
        assert_eq!(bag("(no genres listed)", Split::At("|".into())), Vec::<String>::new());
    }
}
