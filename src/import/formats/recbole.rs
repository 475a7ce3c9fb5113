//! `RecBole`'s atomic files: a header of `name:type`, types `token`, `token_seq`, `float` and `float_seq`
//! (`RUCAIBox/RecBole: recbole/data/dataset/dataset.py`). Files of a ready-made split hold the history as `item_id_list`.

use super::{Content, Plan, guess_time};
use crate::form::Form;
use crate::header;
use crate::names::{self, Meaning};
use crate::role::{AttributeRule, Column, Role, Split, TimeColumn};

/// The plan of an atomic file; none if a column has no type.
#[must_use]
pub fn recognise(form: &Form) -> Option<Plan> {
    let typed: Vec<(&str, &str)> = form.columns.iter().map(|column| header::typed(column)).collect::<Option<_>>()?;
    let has = |wanted: &str| typed.iter().any(|(name, _)| *name == wanted);
    let means =
        |meaning| typed.iter().position(|(name, _)| names::meaning(name) == Some(meaning) && !name.ends_with("_list"));
    let user = if has("user_id") { position(&typed, "user_id") } else { means(Meaning::User) };
    let session = if has("session_id") { position(&typed, "session_id") } else { means(Meaning::Session) };
    let item = if has("item_id") { position(&typed, "item_id") } else { means(Meaning::Item) };
    let content = match (item.is_some(), user.is_some() || session.is_some()) {
        (true, true) => Content::Log,
        (true, false) => Content::Items,
        (false, true) => Content::Other("a description of the users"),
        (false, false) => Content::Other("a table without users and items"),
    };
    let time = if has("timestamp") { position(&typed, "timestamp") } else { means(Meaning::Time) };
    let columns = typed.iter().enumerate().map(|(index, (name, kind))| {
        let at = Some(index);
        if at == item {
            return Column::new(name, Role::Item, named(name, "item_id"));
        }
        if content == Content::Log {
            if at == session {
                return Column::new(name, Role::Session, named(name, "session_id"));
            }
            if at == user {
                return Column::new(name, Role::User, named(name, "user_id"));
            }
            if at == time {
                return time_column(form, index, name);
            }
            return of_log(name);
        }
        of_items(name, kind)
    });
    Some(Plan { format: "recbole", content, columns: columns.collect() })
}

fn position(typed: &[(&str, &str)], wanted: &str) -> Option<usize> {
    typed.iter().position(|(name, _)| *name == wanted)
}

fn named(name: &str, usual: &str) -> String {
    if name == usual {
        format!("{usual} in RecBole's files")
    } else {
        format!("its name; RecBole's own would be {usual}")
    }
}

fn time_column(form: &Form, index: usize, name: &str) -> Column {
    let rule = guess_time(form, index).unwrap_or(crate::times::TimeRule::Number(None));
    Column::new(name, Role::Time(TimeColumn { rule, part: None }), named(name, "timestamp"))
}

/// What stands beside the clicks.
fn of_log(name: &str) -> Column {
    match names::meaning(name) {
        _ if name == "item_id_list" => Column::new(name, Role::History, "the items before, in RecBole's split files"),
        Some(Meaning::Rating) => {
            Column::new(name, Role::Rating { at_least: None }, "its name; every rating counts as a click")
        }
        _ => Column::new(name, Role::Ignore, "columns of the log that are no user, item or time are passed over"),
    }
}

/// What describes the items.
fn of_items(name: &str, kind: &str) -> Column {
    let lower = name.to_lowercase();
    let is_title = match kind {
        "token_seq" => lower.contains("title") || lower.contains("name"),
        "token" => lower.contains("title") || matches!(lower.as_str(), "name" | "item_name"),
        _ => false,
    };
    match kind {
        _ if is_title => Column::new(name, Role::Title { has_year: false }, "its name"),
        "token" => Column::new(name, Role::Attribute(AttributeRule::single(name)), "type token"),
        "token_seq" => {
            let rule = AttributeRule::bag(name, Split::ListOr(" ".into()));
            Column::new(name, Role::Attribute(rule), "type token_seq: lists as lists, everything else at spaces")
        }
        _ => Column::new(name, Role::Ignore, format!("type {kind}: numbers are passed over unless a kind is chosen")),
    }
}
