//! Items as a person names them: by the ids of the files or by names, which may hold commas, read like ids, or be shared.

use std::collections::HashMap;

use dif_sr::data::dataset::Dataset;
use dif_sr::error::{Error, Result};

/// Names that a message offers instead of an unknown one.
const OFFERED: usize = 5;

/// Every item of a data set by its id in the files, by its name, and by either as people type it.
pub struct Names<'a> {
    data: &'a Dataset,
    ids: HashMap<&'a str, u32>,
    titles: HashMap<&'a str, Vec<u32>>,
    /// By id or name without regard to case and blanks.
    alike: HashMap<String, Vec<u32>>,
}

impl<'a> Names<'a> {
    /// The items of `data`.
    pub fn of(data: &'a Dataset) -> Self {
        let mut all = Self { data, ids: HashMap::new(), titles: HashMap::new(), alike: HashMap::new() };
        for ((item, described), id) in (1..).zip(&data.catalogue.items[1..]).zip(&data.tokens[1..]) {
            all.ids.insert(id, item);
            all.titles.entry(&described.name).or_default().push(item);
            for text in [id, &described.name] {
                let items = all.alike.entry(typed(text)).or_default();
                if items.last() != Some(&item) {
                    items.push(item);
                }
            }
        }
        all
    }

    /// The items of a session, separated by commas. Ids and names may hold commas themselves: the longest run of pieces that is one
    /// counts.
    pub fn session(&self, text: &str) -> Result<Vec<u32>> {
        let mut ends: Vec<usize> = text.match_indices(',').map(|(at, _)| at).collect();
        ends.push(text.len());
        let mut found = Vec::new();
        let (mut start, mut piece) = (0, 0);
        while piece < ends.len() {
            let runs = (piece..ends.len()).rev().map(|last| (&text[start..ends[last]], last));
            let longest = runs.map(|(run, last)| (run, last, self.called(run))).find(|(.., items)| !items.is_empty());
            let (run, last, items) = longest.ok_or_else(|| self.unknown(text[start..ends[piece]].trim()))?;
            let &[item] = items else { return Err(self.shared(run.trim(), items)) };
            found.push(item);
            (start, piece) = (ends[last] + 1, last + 1);
        }
        Ok(found)
    }

    /// The items that a text may mean: an id before a name, and either as it is written before what reads alike.
    fn called(&self, text: &str) -> &[u32] {
        // An id may begin or end with a blank.
        let id = self.ids.get(text).or_else(|| self.ids.get(text.trim())).map(std::slice::from_ref);
        let name = || self.titles.get(text.trim()).map(Vec::as_slice);
        let alike = || self.alike.get(&typed(text)).map(Vec::as_slice);
        id.or_else(name).or_else(alike).unwrap_or_default()
    }

    /// The name of an item, with its id where the name alone would lead to another item or to several.
    pub fn shown(&self, item: u32) -> String {
        let name = &self.data.catalogue.items[item as usize].name;
        if self.called(name) == [item] { name.clone() } else { format!("{name} (id {})", self.id(item)) }
    }

    fn id(&self, item: u32) -> &str {
        &self.data.tokens[item as usize]
    }

    fn shared(&self, text: &str, items: &[u32]) -> Error {
        let ids: Vec<&str> = items.iter().take(OFFERED).map(|&item| self.id(item)).collect();
        let found = format!("\"{text}\", which may be any of {} items", items.len());
        Error::config("session", found, format!("the id of the one that is meant, such as {}", ids.join("; ")))
    }

    fn unknown(&self, text: &str) -> Error {
        let wanted = typed(text);
        let of_item = |item: usize| self.shown(item as u32);
        let items = 1..self.data.catalogue.items.len();
        let close = items.clone().filter(|&item| typed(&self.data.catalogue.items[item].name).contains(&wanted));
        let mut close: Vec<String> = close.take(OFFERED).map(of_item).collect();
        if close.is_empty() {
            close = items.take(OFFERED).map(of_item).collect();
        }
        let expected = format!("names or ids of the data, such as {}", close.join("; "));
        Error::config("session", format!("\"{text}\""), expected)
    }
}

/// A text without regard to case and blanks.
fn typed(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use dif_sr::data::atomic::File;
    use dif_sr::data::open::open_atomic;
    use dif_sr::data::subset::SubsetConfig;

    /// Items with these ids and titles, numbered from 1 in their order.
    fn data(items: &[(&str, &str)]) -> Dataset {
        let clicks: Vec<String> = items.iter().map(|(id, _)| format!("u\t{id}")).collect();
        let titles: Vec<String> = items.iter().map(|(id, title)| format!("{id}\t{title}")).collect();
        let inter = format!("user_id:token\titem_id:token\n{}", clicks.join("\n"));
        let item = format!("item_id:token\ttitle:token_seq\n{}", titles.join("\n"));
        let subset = SubsetConfig { core: 1, ..SubsetConfig::default() };
        let (inter, item) = (inter.as_bytes(), item.as_bytes());
        open_atomic(File { name: "a.inter", bytes: inter }, Some(File { name: "a.item", bytes: item }), &subset)
            .unwrap()
    }

    fn message(data: &Dataset, session: &str) -> String {
        Names::of(data).session(session).unwrap_err().to_string()
    }

    #[test]
    fn names_may_hold_commas_with_and_without_a_blank_behind() {
        let titles = ["Usual Suspects, The", "Heat", "The", "20,000 Spoons", "a, b, c", "a", "b, c"];
        let ids = ["7", "8", "9", "10", "11", "12", "13"];
        let data = data(&ids.into_iter().zip(titles).collect::<Vec<_>>());
        let session = |text: &str| Names::of(&data).session(text).unwrap();
        assert_eq!(session("usual suspects, the, Heat, 9, The,7"), [1, 2, 3, 3, 1]);
        assert_eq!(session("20,000 Spoons"), [4]);
        assert_eq!(session("Heat, 20,000 spoons,usual suspects,the"), [2, 4, 1]);
        assert_eq!(session("a, b, c, a, b, c,a"), [5, 5, 6], "the longest run counts");
        let message = message(&data, "Heat, suspects");
        assert!(message.contains("\"suspects\"") && message.contains("Usual Suspects, The"), "{message}");
    }

    #[test]
    fn an_id_comes_before_a_title_that_reads_like_it() {
        let data = data(&[("330", "187"), ("187", "Kettle Baron"), ("1", "x"), ("2", "y")]);
        let names = Names::of(&data);
        assert_eq!(names.session("187, 330, kettle baron").unwrap(), [2, 1, 2]);
        assert_eq!((names.shown(1), names.shown(2)), ("187 (id 330)".into(), "Kettle Baron".into()));
    }

    #[test]
    fn case_and_blanks_count_where_they_tell_items_apart() {
        let data = data(&[("aB3", ""), ("Ab3", ""), ("sku 1", ""), ("sku  1", ""), ("7", ""), ("7 ", "")]);
        let names = Names::of(&data);
        for (text, item) in [("aB3", 1), ("Ab3", 2), (" Ab3 ", 2), ("sku 1", 3), ("sku  1", 4), ("7", 5), ("7 ", 6)] {
            assert_eq!(names.session(text).unwrap(), [item], "{text:?}");
        }
        let message = message(&data, "AB3");
        assert!(message.contains("any of 2 items") && message.contains("aB3; Ab3"), "{message}");
    }

    #[test]
    fn of_equal_titles_neither_is_guessed() {
        let data = data(&[("9", "That Dog!"), ("10", "That Dog!"), ("11", "x"), ("12", "y")]);
        let names = Names::of(&data);
        let message = message(&data, "x, that dog!");
        assert!(message.contains("\"that dog!\"") && message.contains("such as 9; 10"), "{message}");
        assert_eq!(names.session("9, 10").unwrap(), [1, 2]);
        assert_eq!(names.shown(2), "That Dog! (id 10)");
    }
}
