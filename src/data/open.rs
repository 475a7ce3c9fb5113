//! From the two atomic files to a data set.

use super::atomic::{Column, ColumnType, File, ItemTable, Log, read_interactions, read_items};
use super::catalogue::{AttributeInfo, AttributeKind, Catalogue, CatalogueItem};
use super::dataset::{Dataset, Origin};
use super::interactions::{Numbered, count, number};
use super::sequences::{read_sequences, read_values};
use super::split::train_targets;
use super::subset::SubsetConfig;
use super::text;
use super::vocab::Vocab;
use crate::error::{Error, Result};

/// Reads a log and its items (`None`: names are the ids, and there are no attributes), and keeps what `subset` asks for.
///
/// The title-like column becomes the name of the items; `token_seq` columns become bags and `token` columns single-valued
/// attributes, except those that say no more than the id. Numbers are passed over.
/// # Errors
/// What the readers refuse; [`Error::Config`] for an impossible subset; [`Error::Malformed`] if an item of the log is not among
/// the items; [`Error::File`] if nothing is left to train on.
pub fn open_atomic(inter: File<'_>, item: Option<File<'_>>, subset: &SubsetConfig) -> Result<Dataset> {
    subset.validate()?;
    let log = read_interactions(inter)?;
    let table = item.map(|item| read_items(item).map(|table| (item, table))).transpose()?;
    build(inter, log, table, subset)
}

/// Reads sequences and the attribute values of their items (`None`: no attributes), and keeps what `subset` asks for.
/// # Errors
/// As [`open_atomic`].
pub fn open_sequences(sequences: File<'_>, values: Option<File<'_>>, subset: &SubsetConfig) -> Result<Dataset> {
    subset.validate()?;
    let log = read_sequences(sequences)?;
    let table = values.map(|values| read_values(values).map(|table| (values, table))).transpose()?;
    build(sequences, log, table, subset)
}

fn build(inter: File<'_>, log: Log, table: Option<(File<'_>, ItemTable)>, subset: &SubsetConfig) -> Result<Dataset> {
    let table = table.map(|(item, table)| check_items(inter, item, &log, table)).transpose()?;
    let raw = count(&log.rows);
    let (users, dropped) = subset.apply(log.rows);
    let numbered = number(&users);
    if train_targets(&numbered.sequences) == 0 {
        let none_in_core = dropped.first().is_some_and(|core| core.counts == raw);
        return Err(Error::File {
            file: inter.name.into(),
            found: format!(
                "{} interactions (users: {}, items: {}), and no user with 4 of them after the filters",
                raw.interactions, raw.users, raw.items
            ),
            expected: "one at least: two to learn from, one for validation, one for the test".into(),
            advice: if none_in_core {
                format!(
                    "The filters keep users and items with at least {} interactions: ask for fewer, or bring more data.",
                    subset.core
                )
            } else {
                "Keep more items and longer sessions, or bring more data.".into()
            },
        });
    }
    let mut catalogue = match table {
        Some(table) => with_attributes(&numbered, &log.items, &table),
        None => named_only(&numbered, &log.items),
    };
    catalogue.count_training(&numbered.sequences);
    Ok(Dataset {
        name: inter.name.rsplit_once('.').map_or(inter.name, |(stem, _)| stem).to_owned(),
        origin: Origin::File,
        catalogue,
        users: numbered.users.iter().map(|&user| log.users.name(user).to_owned()).collect(),
        tokens: numbered.items.iter().map(|&item| log.items.name(item).to_owned()).collect(),
        sequences: numbered.sequences,
        raw,
        dropped,
    })
}

/// Refuses a log that knows items which the item file does not.
fn check_items(inter: File<'_>, item: File<'_>, log: &Log, table: ItemTable) -> Result<ItemTable> {
    let mut ids = 1..u32::try_from(log.items.rows()).expect("ids are u32");
    match ids.find(|&id| !table.rows.contains_key(log.items.name(id))) {
        None => Ok(table),
        Some(id) => Err(Error::Malformed {
            file: inter.name.into(),
            line: log.first_line[id as usize],
            found: format!("the item \"{}\"", text::short(log.items.name(id))),
            expected: format!("an item that {} describes", item.name),
            advice: "Add the item there, or remove its lines here.".into(),
        }),
    }
}

fn named_only(numbered: &Numbered, names: &Vocab) -> Catalogue {
    let mut catalogue = Catalogue::new(Vec::new());
    let of_item = |&item| CatalogueItem {
        name: names.name(item).to_owned(),
        pictogram: String::new(),
        values: Vec::new(),
        count: 0,
    };
    catalogue.items.extend(numbered.items[1..].iter().map(of_item));
    catalogue
}

fn with_attributes(numbered: &Numbered, names: &Vocab, table: &ItemTable) -> Catalogue {
    let rows: Vec<(&str, &Vec<String>)> =
        numbered.items[1..].iter().map(|&item| names.name(item)).map(|name| (name, &table.rows[name])).collect();
    let title = table.columns.iter().position(is_title_like);
    let mut catalogue = Catalogue::new(Vec::new());
    catalogue.items.extend(
        rows.iter().map(|(name, cells)| CatalogueItem {
            name: title
                .map(|column| tokens(&cells[column]).join(" "))
                .filter(|t| !t.is_empty())
                .unwrap_or((*name).to_owned()),
            pictogram: String::new(),
            values: Vec::new(),
            count: 0,
        }),
    );
    for (index, column) in table.columns.iter().enumerate() {
        let kind = match column.kind {
            _ if is_title_like(column) => continue,
            ColumnType::Token => AttributeKind::Single,
            ColumnType::TokenSeq => AttributeKind::Bag,
            ColumnType::Float | ColumnType::FloatSeq => continue,
        };
        let mut vocab = Vocab::default();
        let values: Vec<Vec<u32>> = rows.iter().map(|(_, cells)| value_ids(&cells[index], kind, &mut vocab)).collect();
        if identifies_items(kind, vocab.rows() - 1, &values) {
            continue;
        }
        catalogue.items[0].values.push(Vec::new());
        for (item, values) in catalogue.items[1..].iter_mut().zip(values) {
            item.values.push(values);
        }
        catalogue.attributes.push(AttributeInfo { name: column.name.clone(), kind, values: vocab.into_names() });
    }
    catalogue
}

/// A column that names the items rather than describing them.
fn is_title_like(column: &Column) -> bool {
    let name = column.name.to_lowercase();
    match column.kind {
        ColumnType::TokenSeq => name.contains("title") || name.contains("name"),
        ColumnType::Token => name.contains("title") || name == "name" || name == "item_name",
        ColumnType::Float | ColumnType::FloatSeq => false,
    }
}

/// Whether an attribute says no more than the id: every item has a single value of its own, or a bag has more values than there
/// are items, as running text has.
fn identifies_items(kind: AttributeKind, values: usize, of_items: &[Vec<u32>]) -> bool {
    match kind {
        AttributeKind::Single => values == of_items.iter().filter(|values| !values.is_empty()).count(),
        AttributeKind::Bag => values > of_items.len(),
    }
}

fn value_ids(cell: &str, kind: AttributeKind, vocab: &mut Vocab) -> Vec<u32> {
    match kind {
        AttributeKind::Single if cell.trim().is_empty() => Vec::new(),
        AttributeKind::Single => vec![vocab.id(cell.trim())],
        AttributeKind::Bag => {
            let mut ids: Vec<u32> = Vec::new();
            for token in tokens(cell) {
                let id = vocab.id(token);
                // A value that stands twice would count twice in the sum and give a target of 2 in the attribute loss.
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
            ids
        }
    }
}

fn tokens(cell: &str) -> Vec<&str> {
    cell.split(' ').filter(|token| !token.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const INTER: &[u8] = b"user_id:token\titem_id:token\ttimestamp:float\nann\t7\t3\nann\t8\t1\nann\t9\t2\nann\t7\t4\n";
    const ITEM: &[u8] = b"item_id:token\tmovie_title:token_seq\tyear:token\tclass:token_seq\turl:token\tprice:float\n\
        9\tNine  Lives\t1999\tDrama War Drama\tu9\t1\n8\t\t\t\tu8\t2\n7\tSe7en\t1999\tWar\tu7\t3\n";

    fn inter() -> File<'static> {
        File { name: "films.inter", bytes: INTER }
    }

    fn all() -> SubsetConfig {
        SubsetConfig { core: 1, ..SubsetConfig::default() }
    }

    #[test]
    fn titles_become_names_and_columns_become_attributes() {
        let item = File { name: "films.item", bytes: ITEM };
        let dataset = open_atomic(inter(), Some(item), &all()).unwrap();
        assert_eq!((dataset.name.as_str(), dataset.users.as_slice()), ("films", ["ann".to_owned()].as_slice()));
        assert_eq!(dataset.sequences, [vec![1, 2, 3, 3]], "items 8, 9, 7, 7 in time order");
        let catalogue = &dataset.catalogue;
        let names: Vec<&str> = catalogue.items.iter().map(|item| item.name.as_str()).collect();
        assert_eq!(names, ["", "8", "Nine Lives", "Se7en"]);
        let attributes: Vec<_> = catalogue.attributes.iter().map(|a| (a.name.as_str(), a.kind)).collect();
        assert_eq!(attributes, [("year", AttributeKind::Single), ("class", AttributeKind::Bag)]);
        assert_eq!(catalogue.attributes[1].values, ["", "Drama", "War"]);
        let values: Vec<_> = catalogue.items.iter().map(|item| item.values.clone()).collect();
        assert_eq!(
            values,
            [vec![vec![], vec![]], vec![vec![], vec![]], vec![vec![1], vec![1, 2]], vec![vec![1], vec![2]]]
        );
        assert_eq!(catalogue.items.iter().map(|item| item.count).collect::<Vec<_>>(), [0, 1, 1, 0]);
    }

    #[test]
    fn without_an_item_file_names_are_ids() {
        let dataset = open_atomic(inter(), None, &all()).unwrap();
        assert_eq!((dataset.catalogue.attributes.len(), dataset.catalogue.items[1].name.as_str()), (0, "8"));
    }

    #[test]
    fn an_item_that_the_item_file_lacks_is_named_with_its_line() {
        let item = File { name: "films.item", bytes: b"item_id:token\n7\n8\n" };
        assert_eq!(
            open_atomic(inter(), Some(item), &all()).unwrap_err().to_string(),
            "films.inter, line 4: found the item \"9\", expected an item that films.item describes. \
             Add the item there, or remove its lines here."
        );
    }

    #[test]
    fn sequences_give_the_same_as_a_log() {
        let sequences = File { name: "films.txt", bytes: b"ann 8 9 7 7\n" };
        let values = File { name: "films.json", bytes: b"{\"7\": [5], \"8\": [], \"9\": [4, 5, 4]}" };
        let dataset = open_sequences(sequences, Some(values), &all()).unwrap();
        let log = open_atomic(inter(), None, &all()).unwrap();
        assert_eq!((&dataset.name, &dataset.users, &dataset.sequences), (&log.name, &log.users, &log.sequences));
        let values: Vec<_> = dataset.catalogue.items.iter().map(|item| item.values.clone()).collect();
        assert_eq!(values, [vec![vec![]], vec![vec![]], vec![vec![1, 2]], vec![vec![2]]]);
        assert_eq!(dataset.catalogue.attributes[0].values, ["", "4", "5"]);
        let lacking = File { name: "films.json", bytes: b"{\"7\": [5], \"9\": []}" };
        let message = open_sequences(sequences, Some(lacking), &all()).unwrap_err().to_string();
        assert!(message.starts_with("films.txt, line 1: found the item \"8\""), "{message}");
    }

    #[test]
    fn a_subset_that_leaves_nothing_is_refused() {
        let message = open_atomic(inter(), None, &SubsetConfig::default()).unwrap_err().to_string();
        let found = "films.inter: found 4 interactions (users: 1, items: 3), and no user with 4 of them after the filters, \
             expected one at least: two to learn from, one for validation, one for the test.";
        assert_eq!(
            message,
            format!(
                "{found} The filters keep users and items with at least 5 interactions: ask for fewer, or bring more data."
            )
        );
        let short = SubsetConfig { max_session: Some(3), ..all() };
        let message = open_atomic(inter(), None, &short).unwrap_err().to_string();
        assert_eq!(message, format!("{found} Keep more items and longer sessions, or bring more data."));
    }
}
