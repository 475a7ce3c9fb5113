//! What reading files decided without being asked, and what it did not use: the lines that every command prints about it.

use dif_sr::data::dataset::Dataset;
use dif_sr::data::order::{LikelyTime, Order};
use dif_sr::data::reading::LeftOutReason;
use dif_sr::data::split::{HoldOut, Part, count_targets};

use super::clock;

/// The lines about data that was read from the files of these names; none for data that was not. `settled`: the order was asked for, or could be no other.
pub fn told(data: &Dataset, log: &str, items: Option<&str>, settled: bool) -> Vec<String> {
    let Some(reading) = &data.reading else { return Vec::new() };
    let mut lines = vec![format!("{log}: each user's clicks are in the order of {}.", order(reading.order))];
    if reading.order == Order::File && !settled {
        lines.push(format!(
            "{log}: no column timestamp tells them apart. If the newest clicks stand first, add --order file-reversed."
        ));
    }
    lines.extend(reading.likely_time.as_ref().map(|likely| format!("{log}: {}", hint(likely))));
    lines.extend(reading.left_out.iter().map(|column| {
        let values = if column.values > 0 { format!(" ({})", counted(column.values, "value")) } else { String::new() };
        format!("left out: the column {}{values}: {}.", column.column, reason(column.reason))
    }));
    let lacking = reading.undescribed;
    if let (Some(items), true) = (items, lacking.items > 0) {
        lines.push(format!(
            "{items} describes {} of {}; the other {} ({}) have no values and are named by their ids.",
            data.catalogue.n_items() - lacking.items,
            counted(data.catalogue.n_items(), "item"),
            lacking.items,
            counted(lacking.interactions, "click")
        ));
    }
    lines
}

/// What is held out, where that is not each user's last two clicks.
pub fn held_out(data: &Dataset) -> Option<String> {
    if data.sequences.hold_out() == HoldOut::LeaveOneOut {
        return None;
    }
    let from = data.reading.as_ref().and_then(|reading| reading.held_from);
    let when = from.map_or_else(String::new, |from| {
        let [valid, test] = from.map(clock::moment);
        format!(", validation from {valid} on, test from {test} on")
    });
    let [valid, test] = [Part::Valid, Part::Test].map(|part| count_targets(&data.sequences, part));
    Some(format!("held out by time{when}: {valid} validation and {test} test targets."))
}

fn counted(number: usize, of: &str) -> String {
    format!("{number} {of}{}", if number == 1 { "" } else { "s" })
}

const fn order(order: Order) -> &'static str {
    match order {
        Order::Time => "their times",
        Order::File => "the file, oldest first",
        Order::FileReversed => "the file, newest first",
    }
}

fn hint(likely: &LikelyTime) -> String {
    let LikelyTime { column, rising, falling } = likely;
    format!(
        "the column {column} may hold the times: from one click of a user to the next it rises {rising} times and falls \
         {falling} times. Named timestamp:float, and as numbers, it gives the order."
    )
}

/// Why a column is not used, in words.
pub const fn reason(reason: LeftOutReason) -> &'static str {
    match reason {
        LeftOutReason::NoValue => "no item has a value",
        LeftOutReason::SameValue => "the same for all items",
        LeftOutReason::OwnValue => "no two items share a value, so it says no more than the id",
        LeftOutReason::Text => "more values than items, most of them at one item only, as in running text",
        LeftOutReason::Number => "numbers are not used as attributes; with the type token they are",
        LeftOutReason::SecondTitle => "another column names the items",
        LeftOutReason::LogColumn => "of a log, only users, items and times are read",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dif_sr::data::atomic::File;
    use dif_sr::data::open::open_atomic;
    use dif_sr::data::subset::SubsetConfig;

    #[test]
    fn order_columns_and_items_that_were_not_used_as_they_came_are_told() {
        let inter =
            b"user_id:token\titem_id:token\tdate:token\trating:float\nu\t7\t2\t1\nu\t8\t1\t1\nu\t9\t0\t1\nu\t10\t0\t1\n";
        let item = b"item_id:token\tsku:token\tprice:float\tclass:token\n7\ta\t1\tx\n8\tb\t1\ty\n10\tc\t1\tx\n";
        let file = |name, bytes| File { name, bytes };
        let subset = SubsetConfig { core: 1, ..SubsetConfig::default() };
        let data = open_atomic(file("a.inter", inter), Some(file("a.item", item)), &subset).unwrap();
        let lines = told(&data, "a.inter", Some("a.item"), false);
        assert_eq!(lines.len(), 8, "{lines:#?}");
        assert!(lines[0].starts_with("a.inter: each user's clicks are in the order of the file, oldest first"));
        assert!(lines[1].starts_with("a.inter: no column timestamp") && lines[1].contains("--order file-reversed"));
        assert!(
            lines[2].contains("the column date may hold the times") && lines[2].contains("rises 0 times and falls 2")
        );
        for (line, begin) in lines[3..].iter().zip([
            "left out: the column date: of a log",
            "left out: the column rating: of a log",
            "left out: the column sku (3 values): no two items",
            "left out: the column price (1 value): numbers",
            "a.item describes 3 of 4 items; the other 1 (1 click)",
        ]) {
            assert!(line.starts_with(begin), "{line}");
        }
        assert!(!told(&data, "a.inter", None, true).iter().any(|line| line.contains("--order")), "it was chosen");
    }
}
