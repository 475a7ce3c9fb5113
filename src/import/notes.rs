//! What whoever reads a log should know, although it hurts no row.

use crate::choices::Order;
use crate::items::Items;
use crate::log::Log;
use crate::prepare::Prepared;
use crate::problem::{Refusal, Told, counted, short};
use crate::reading::Reading;
use crate::role::{Role, unread_history};

/// Tells what is worth knowing of a log.
pub fn tell(file: &Prepared, reading: &Reading, order: Order, told: &mut Told) {
    let name = file.entry.name.as_str();
    let columns = &file.plan.columns;
    if reading.events.len() > 1 {
        let events = &reading.events;
        let kinds: Vec<String> =
            events.iter().take(20).map(|(kind, count)| format!("{} {count}", short(kind))).collect();
        let found = format!("{} kinds of events: {}", events.len(), kinds.join(", "));
        told.note("events", name, found, "the kinds that count as clicks", "All count unless some are chosen.");
    }
    let has = |is: fn(&Role) -> bool| columns.iter().any(|column| is(&column.role));
    if has(|role| matches!(role, Role::Session)) && has(|role| matches!(role, Role::User)) {
        told.note(
            "session_and_user",
            name,
            "a session and a user in every row".into(),
            "one of them",
            "The session makes the sequence; leave that column out to have the user make it.",
        );
    }
    if has(|role| matches!(role, Role::History)) {
        told.note(
            "history",
            name,
            "the items before in every row (item_id_list)".into(),
            "one click a row",
            "The longest history of each sequence was read, and the item of its row after it.",
        );
    }
    if unread_history(columns) {
        told.note("unread_history", name, "a column history".into(), "one click a row", "The column is not read: its items have rows of their own, in this file or in the other parts of the split.");
    }
    match order {
        Order::Time => {}
        Order::File => told.note(
            "file_order",
            name,
            if reading.has_times { "the order of the file, as chosen".into() } else { "no column with times".to_owned() },
            "times, or an order that is known",
            "The order of the file counts, the first row as the oldest. Where the newest stands first, choose the order \"file reversed\".",
        ),
        Order::FileReversed => told.note("file_reversed", name, "the order of the file, reversed".into(), "times, or an order that is known", "The last row counts as the oldest."),
    }
    let repeated = if reading.has_times { reading.log.repeated() } else { 0 };
    if repeated > 0 {
        told.note(
            "repeats",
            name,
            format!("{} equal to an earlier one", counted(repeated, "row")),
            "rows that differ",
            "Every row counts unless repeats are chosen: equal rows once, runs once, pairs once.",
        );
    }
    let twins = reading.log.twins();
    if let Some(first) = twins.first() {
        told.note(
            "twins",
            name,
            format!(
                "{} equal to another one but for a blank at the beginning or the end, such as \"{}\"",
                counted(twins.len() as u64, "name"),
                short(first)
            ),
            "names that differ by more",
            "They count as different; remove the blanks if they are the same.",
        );
    }
}

/// Tells what a table of items leaves open; refuses one that describes no item of the log.
pub fn of_table(table: &Prepared, items: &Items, log: &Log, told: &mut Told) -> Option<Refusal> {
    let (described, never) = (items.described(), items.never_met(&log.items));
    if described > 0 && described == never {
        let met = log.items.name(1);
        let found =
            format!("{} that the log does not have (there: \"{}\")", counted(described as u64, "item"), short(met));
        return Some(Refusal::of_file(
            "other_items",
            &table.entry.name,
            found,
            "the items of the log",
            "Choose the file that belongs to the log, or the column that holds the log's item names.",
        ));
    }
    if never > 0 {
        told.repair("items that are described but never clicked", &table.entry.name, None, never as u64);
    }
    None
}
