//! What the columns of an item file become: the names of the items, attributes, or nothing, and then why.

use dif_sr_import::vocab::Vocab;

use super::atomic::{Column, ColumnType, ItemTable};
use super::catalogue::{AttributeInfo, AttributeKind, Catalogue, CatalogueItem};
use super::reading::{LeftOut, LeftOutReason};

/// The items of these ids as `table` describes them; one that it lacks is named by its id and has no values.
///
/// The first title-like column names the items; `token_seq` columns become bags and `token` columns single-valued attributes,
/// except those that say nothing. Numbers are no attributes.
pub fn described(ids: &[&str], table: &ItemTable) -> (Catalogue, Vec<LeftOut>) {
    let rows: Vec<Option<&Vec<String>>> = ids.iter().map(|&id| table.rows.get(id)).collect();
    let title = table.columns.iter().position(is_title_like);
    let mut catalogue = Catalogue::new(Vec::new());
    catalogue.items.extend(ids.iter().zip(&rows).map(|(&id, &row)| {
        let name = title.map(|column| tokens(cell(row, column)).join(" ")).filter(|name| !name.is_empty());
        CatalogueItem::named(name.unwrap_or_else(|| id.to_owned()))
    }));
    let mut left_out = Vec::new();
    for (index, column) in table.columns.iter().enumerate().filter(|(index, _)| Some(*index) != title) {
        let kind = if column.kind == ColumnType::TokenSeq { AttributeKind::Bag } else { AttributeKind::Single };
        let mut vocab = Vocab::default();
        let values: Vec<Vec<u32>> = rows.iter().map(|&row| value_ids(cell(row, index), kind, &mut vocab)).collect();
        let reason = match column.kind {
            _ if is_title_like(column) => Some(LeftOutReason::SecondTitle),
            ColumnType::Float | ColumnType::FloatSeq => Some(LeftOutReason::Number),
            ColumnType::Token | ColumnType::TokenSeq => says_nothing(vocab.rows() - 1, &values),
        };
        if let Some(reason) = reason {
            left_out.push(LeftOut { column: column.name.clone(), reason, values: vocab.rows() - 1 });
            continue;
        }
        catalogue.items[0].values.push(Vec::new());
        for (item, values) in catalogue.items[1..].iter_mut().zip(values) {
            item.values.push(values);
        }
        catalogue.attributes.push(AttributeInfo { name: column.name.clone(), kind, values: vocab.into_names() });
    }
    (catalogue, left_out)
}

fn cell(row: Option<&Vec<String>>, column: usize) -> &str {
    row.map_or("", |cells| &cells[column])
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

/// Why an attribute with so many different values tells no items apart, or no more than their ids do.
pub(super) fn says_nothing(different: usize, of_items: &[Vec<u32>]) -> Option<LeftOutReason> {
    let mut items_with = vec![0_usize; different + 1];
    for &value in of_items.iter().flatten() {
        items_with[value as usize] += 1;
    }
    let given: usize = items_with.iter().sum();
    let of_one_item = items_with.iter().filter(|&&items| items == 1).count();
    match different {
        0 => Some(LeftOutReason::NoValue),
        // An item has a value once at most: every item has every value.
        _ if given == different * of_items.len() => Some(LeftOutReason::SameValue),
        _ if given == different => Some(LeftOutReason::OwnValue),
        _ if different > of_items.len() && 2 * of_one_item > different => Some(LeftOutReason::Text),
        _ => None,
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

    /// Why a column whose cells are these is left out.
    fn reason(kind: ColumnType, name: &str, cells: &[&str]) -> Option<LeftOutReason> {
        let ids: Vec<String> = (0..cells.len()).map(|id| id.to_string()).collect();
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        let rows = ids.iter().zip(cells).map(|(id, cell)| ((*id).to_owned(), vec![(*cell).to_owned()]));
        let table = ItemTable { columns: vec![Column { name: name.into(), kind }], rows: rows.collect() };
        let (catalogue, left_out) = described(&ids, &table);
        assert_eq!(catalogue.attributes.len() + left_out.len(), 1, "a column is used or told");
        left_out.first().map(|column| column.reason)
    }

    #[test]
    fn what_tells_no_items_apart_is_left_out_with_its_reason() {
        use ColumnType::{Float, Token, TokenSeq};
        use LeftOutReason::{NoValue, Number, OwnValue, SameValue, Text};
        for (kind, cells, expected) in [
            (TokenSeq, ["", " ", ""], Some(NoValue)),
            (Token, ["", "", ""], Some(NoValue)),
            (Token, ["a", "a", "a"], Some(SameValue)),
            (TokenSeq, ["a b", "b a a", "a b"], Some(SameValue)),
            (Token, ["a", "", ""], Some(OwnValue)),
            (TokenSeq, ["a b", "c", "d"], Some(OwnValue)),
            (TokenSeq, ["the a b", "the c", "the d"], Some(Text)),
            (Float, ["1", "1", "2"], Some(Number)),
            // Having the one value or not is something.
            (Token, ["a", "a", ""], None),
            // More tags than items, shared: no running text.
            (TokenSeq, ["a b c d", "c d a", "b"], None),
        ] {
            assert_eq!(reason(kind, "x", &cells), expected, "{cells:?}");
        }
    }

    #[test]
    fn a_small_catalogue_may_have_more_tags_than_items() {
        let cells: Vec<String> = (0..24).map(|n| format!("t{} t{} t{} t{}", n, n + 1, n + 24, n + 25)).collect();
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        assert_eq!(reason(ColumnType::TokenSeq, "tags", &cells), None);
    }

    #[test]
    fn the_first_title_names_the_items_and_a_second_one_is_told() {
        let column = |name: &str| Column { name: name.into(), kind: ColumnType::TokenSeq };
        let cells = |id: &str, title: &str| (id.to_owned(), vec![title.to_owned(), "Same Maker".to_owned()]);
        let table = ItemTable {
            columns: vec![column("title"), column("brand_name")],
            rows: [cells("1", "Nine  Lives"), cells("2", "")].into(),
        };
        let (catalogue, left_out) = described(&["1", "2", "3"], &table);
        let names: Vec<&str> = catalogue.items.iter().map(|item| item.name.as_str()).collect();
        assert_eq!(names, ["", "Nine Lives", "2", "3"]);
        let told = LeftOut { column: "brand_name".into(), reason: LeftOutReason::SecondTitle, values: 2 };
        assert_eq!(left_out, [told]);
    }
}
