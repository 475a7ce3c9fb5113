//! From the two atomic files to a data set.

use super::atomic::{File, ItemTable, Log, read_interactions, read_items};
use super::catalogue::{Catalogue, CatalogueItem};
use super::columns::described;
use super::dataset::{Counts, Dataset, Dropped, Names};
use super::interactions::{Interaction, count, number};
use super::order::Order;
use super::reading::{LeftOut, LeftOutReason, Reading};
use super::sequences::{read_sequences, read_values};
use super::split::train_targets;
use super::subset::SubsetConfig;
use super::text;
use crate::error::{Error, Result};

/// How far a header is looked for, in bytes.
const HEADER: usize = 4096;

/// Reads a log and its items (`None`: names are the ids, and there are no attributes), and keeps what `subset` asks for.
/// # Errors
/// What the readers refuse; [`Error::Config`] for an impossible subset; [`Error::File`] if nothing is left to train on, or if the
/// item file describes none of the items that are.
pub fn open_atomic(inter: File<'_>, item: Option<File<'_>>, subset: &SubsetConfig) -> Result<Dataset> {
    subset.validate()?;
    let log = read_interactions(inter, subset.order)?;
    let table = item.map(|item| read_items(item).map(|table| (item, table))).transpose()?;
    build(inter, log, table, subset)
}

/// Reads sequences and the attribute values of their items (`None`: no attributes), and keeps what `subset` asks for.
/// # Errors
/// As [`open_atomic`].
pub fn open_sequences(sequences: File<'_>, values: Option<File<'_>>, subset: &SubsetConfig) -> Result<Dataset> {
    subset.validate()?;
    if subset.order == Some(Order::Time) {
        return Err(Error::config("subset.order", "time", "file or file reversed: sequences have no times"));
    }
    let log = read_sequences(sequences)?;
    let table = values.map(|values| read_values(values).map(|table| (values, table))).transpose()?;
    build(sequences, log, table, subset)
}

/// Why nothing is left of `raw` clicks.
pub(super) fn nothing_to_train_on(file: &str, raw: Counts, dropped: &[Dropped], subset: &SubsetConfig) -> Error {
    let none_in_core = dropped.first().is_some_and(|core| core.counts == raw);
    Error::File {
        file: file.into(),
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
    }
}

/// Whether a file holds sequences: its name ends in `.txt`, and it does not begin with the header of an atomic file, which may
/// have got that ending on its way.
#[must_use]
pub fn holds_sequences(file: File<'_>) -> bool {
    file.name.to_lowercase().ends_with(".txt") && !is_atomic(file)
}

/// Whether a file begins with the header of an atomic file.
#[must_use]
pub fn is_atomic(file: File<'_>) -> bool {
    let begin = file.bytes.get(..HEADER).unwrap_or(file.bytes);
    begin.split(|&byte| byte == b'\n').next().is_some_and(|line| line.windows(6).any(|w| w == b":token"))
}

fn build(
    inter: File<'_>,
    mut log: Log,
    table: Option<(File<'_>, ItemTable)>,
    subset: &SubsetConfig,
) -> Result<Dataset> {
    let order = Order::settle(subset.order, &mut log.rows);
    let raw = count(&log.rows);
    let (users, dropped) = subset.apply(log.rows);
    let numbered = number(&users);
    if train_targets(&numbered.sequences) == 0 {
        return Err(nothing_to_train_on(inter.name, raw, &dropped, subset));
    }
    let ids: Vec<&str> = numbered.items[1..].iter().map(|&item| log.items.name(item)).collect();
    let mut catalogue = Catalogue::new(Vec::new());
    let mut reading = Reading { order, likely_time: log.likely_time, ..Reading::default() };
    let of_log = |column| LeftOut { column, reason: LeftOutReason::LogColumn, values: 0 };
    reading.left_out.extend(log.passed_over.into_iter().map(of_log));
    match table {
        None => catalogue.items.extend(ids.iter().map(|&id| CatalogueItem::named(id.to_owned()))),
        Some((item, table)) => {
            let lacks = |row: &Interaction| !table.rows.contains_key(log.items.name(row.item));
            let lacking: Vec<Interaction> = users.iter().flatten().filter(|&row| lacks(row)).copied().collect();
            reading.undescribed = count(&lacking);
            if reading.undescribed.items == ids.len() {
                return Err(describes_none(inter, item, ids[0]));
            }
            let (described, left_out) = described(&ids, &table);
            catalogue = described;
            reading.left_out.extend(left_out);
        }
    }
    catalogue.count_training(&numbered.sequences);
    let names = Names { users: &log.users, items: &log.items };
    Ok(Dataset::of_files(inter.name, catalogue, numbered, names, raw, dropped, reading))
}

/// Some items without a description are usual; an item file without any of the items belongs to another log.
fn describes_none(inter: File<'_>, item: File<'_>, example: &str) -> Error {
    Error::File {
        file: item.name.into(),
        found: format!("none of the items that are kept of {}, such as \"{}\"", inter.name, text::short(example)),
        expected: "a line for each of them".into(),
        advice: "Bring the item file of this log, with the same ids.".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::catalogue::AttributeKind;
    use crate::data::dataset::Counts;

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
        assert_eq!(*dataset.sequences, [vec![1, 2, 3, 3]], "items 8, 9, 7, 7 in time order");
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
    fn items_without_a_description_go_by_their_ids_and_are_counted() {
        let item = File {
            name: "films.item",
            bytes: b"item_id:token\ttitle:token\tclass:token\n7\tSe7en\tWar\n8\tHeat\tWar\n",
        };
        let dataset = open_atomic(inter(), Some(item), &all()).unwrap();
        let items: Vec<_> = dataset.catalogue.items[1..].iter().map(|item| (&*item.name, &*item.values[0])).collect();
        assert_eq!(items, [("Heat", &[1][..]), ("9", &[]), ("Se7en", &[1])]);
        assert_eq!(dataset.reading.unwrap().undescribed, Counts { users: 1, items: 1, interactions: 1 });
    }

    #[test]
    fn an_item_file_of_another_log_is_refused() {
        let item = File { name: "films.item", bytes: b"item_id:token\tclass:token\n07\tWar\n08\tWar\n" };
        assert_eq!(
            open_atomic(inter(), Some(item), &all()).unwrap_err().to_string(),
            "films.item: found none of the items that are kept of films.inter, such as \"8\", expected a line for each of \
             them. Bring the item file of this log, with the same ids."
        );
    }

    #[test]
    fn the_order_is_that_of_the_times_or_the_one_asked_for() {
        let sequence = |file, order| {
            let dataset = open_atomic(file, None, &SubsetConfig { order, ..all() }).unwrap();
            let items: Vec<&str> = dataset.sequences[0].iter().map(|&item| &*dataset.tokens[item as usize]).collect();
            (items.join(" "), dataset.reading.unwrap().order)
        };
        let without =
            File { name: "films.inter", bytes: b"user_id:token\titem_id:token\nann\t7\nann\t8\nann\t9\nann\t7\n" };
        assert_eq!(sequence(inter(), None), ("8 9 7 7".into(), Order::Time));
        assert_eq!(sequence(without, None), ("7 8 9 7".into(), Order::File));
        assert_eq!(sequence(inter(), Some(Order::File)), ("7 8 9 7".into(), Order::File));
        assert_eq!(sequence(without, Some(Order::FileReversed)), ("7 9 8 7".into(), Order::FileReversed));
        let message = open_atomic(without, None, &SubsetConfig { order: Some(Order::Time), ..all() }).unwrap_err();
        assert!(message.to_string().contains("expected a column timestamp:float"), "{message}");
    }

    #[test]
    fn an_ending_that_a_download_added_does_not_turn_a_log_into_sequences() {
        assert!(holds_sequences(File { name: "Beauty.TXT", bytes: b"1 2 3\n" }));
        assert!(!holds_sequences(File { name: "films.inter.txt", bytes: INTER }));
        assert!(!holds_sequences(inter()));
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
        let reversed = SubsetConfig { order: Some(Order::FileReversed), ..all() };
        assert_eq!(*open_sequences(sequences, None, &reversed).unwrap().sequences, [[1, 1, 2, 3]], "7 7 9 8");
        let by_time = SubsetConfig { order: Some(Order::Time), ..all() };
        assert!(open_sequences(sequences, None, &by_time).unwrap_err().to_string().contains("no times"));
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
