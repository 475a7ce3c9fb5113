//! Names and their ids.

use std::collections::HashMap;

/// Numbers names in the order of their first appearance. Id 0 is kept free: it means padding, or no value.
#[derive(Debug, Clone)]
pub struct Vocab {
    ids: HashMap<String, u32>,
    names: Vec<String>,
}

impl Default for Vocab {
    fn default() -> Self {
        Self { ids: HashMap::new(), names: vec![String::new()] }
    }
}

impl Vocab {
    /// The id of `name`, a new one if the name is new.
    /// # Panics
    /// If there are more than `u32::MAX` names.
    pub fn id(&mut self, name: &str) -> u32 {
        if let Some(&id) = self.ids.get(name) {
            return id;
        }
        let id = u32::try_from(self.names.len()).expect("a file of this size does not fit into memory");
        self.ids.insert(name.to_owned(), id);
        self.names.push(name.to_owned());
        id
    }

    /// The id of `name`, if it has one.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<u32> {
        self.ids.get(name).copied()
    }

    /// The name behind an id; empty for id 0.
    /// # Panics
    /// If the id was never given.
    #[must_use]
    pub fn name(&self, id: u32) -> &str {
        &self.names[id as usize]
    }

    /// Number of ids, id 0 included.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.names.len()
    }

    /// All names by id, `""` first.
    #[must_use]
    pub fn into_names(self) -> Vec<String> {
        self.names
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_follow_first_appearance_and_start_at_one() {
        let mut vocab = Vocab::default();
        assert_eq!(["b", "a", "b", "c"].map(|name| vocab.id(name)), [1, 2, 1, 3]);
        assert_eq!((vocab.get("c"), vocab.get("d"), vocab.name(2), vocab.rows()), (Some(3), None, "a", 4));
        assert_eq!(vocab.into_names(), ["", "b", "a", "c"]);
    }
}
