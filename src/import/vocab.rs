//! Names and their ids.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

/// Numbers names in the order of their first appearance. Id 0 is kept free: it means padding, or no value.
///
/// A log asks for a name per interaction, in no order. All names lie in one text and the table holds ids alone, so that both stay
/// in the processor's caches where a map of owned names would not.
#[derive(Debug, Clone)]
pub struct Vocab {
    /// All names, one after another.
    text: String,
    /// Where the name of each id ends in `text`; it starts where the one before ends.
    ends: Vec<usize>,
    ids: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

impl Default for Vocab {
    fn default() -> Self {
        let hasher = DefaultHashBuilder::default();
        Self { text: String::new(), ends: vec![0], ids: HashTable::new(), hasher }
    }
}

impl Vocab {
    /// The id of `name`, a new one if the name is new.
    /// # Panics
    /// If there are more than `u32::MAX` names.
    pub fn id(&mut self, name: &str) -> u32 {
        let Self { text, ends, ids, hasher } = self;
        let hash = hasher.hash_one(name);
        if let Some(&id) = ids.find(hash, |&id| named(text, ends, id) == name) {
            return id;
        }
        let id = u32::try_from(ends.len()).expect("a file of this size does not fit into memory");
        text.push_str(name);
        ends.push(text.len());
        ids.insert_unique(hash, id, |&id| hasher.hash_one(named(text, ends, id)));
        id
    }

    /// The id of `name`, if it has one.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<u32> {
        self.ids.find(self.hasher.hash_one(name), |&id| self.name(id) == name).copied()
    }

    /// The name behind an id; empty for id 0.
    /// # Panics
    /// If the id was never given.
    #[must_use]
    pub fn name(&self, id: u32) -> &str {
        named(&self.text, &self.ends, id)
    }

    /// Number of ids, id 0 included.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.ends.len()
    }

    /// All names by id, `""` first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        (0..).take(self.rows()).map(|id| self.name(id))
    }

    /// The same, owned.
    #[must_use]
    pub fn into_names(self) -> Vec<String> {
        self.names().map(str::to_owned).collect()
    }
}

#[inline]
fn named<'a>(text: &'a str, ends: &[usize], id: u32) -> &'a str {
    let id = id as usize;
    let start = id.checked_sub(1).map_or(0, |before| ends[before]);
    &text[start..ends[id]]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_follow_first_appearance_and_start_at_one() {
        let mut vocab = Vocab::default();
        assert_eq!(["b", "ab", "b", "c"].map(|name| vocab.id(name)), [1, 2, 1, 3]);
        assert_eq!((vocab.get("c"), vocab.get("a"), vocab.name(2), vocab.rows()), (Some(3), None, "ab", 4));
        assert_eq!(vocab.into_names(), ["", "b", "ab", "c"]);
    }

    #[test]
    fn many_names_keep_their_ids_while_the_table_grows() {
        let mut vocab = Vocab::default();
        let names: Vec<String> = (0..5000).map(|n| format!("é{n}")).collect();
        for _ in 0..2 {
            let ids: Vec<u32> = names.iter().map(|name| vocab.id(name)).collect();
            assert!(ids.into_iter().eq(1..=5000));
        }
        assert_eq!(vocab.into_names()[1..], names);
    }
}
