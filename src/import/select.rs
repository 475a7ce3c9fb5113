//! Which of the files that could be logs are the log: one, or the parts of one.

use crate::prepare::Prepared;

/// Splits logs into those that are read, in order, and those that are not, each with its reason.
pub fn select(logs: Vec<Prepared>) -> (Vec<Prepared>, Vec<(Prepared, String)>) {
    let mut groups: Vec<Vec<Prepared>> = Vec::new();
    for log in logs {
        let fits = |group: &&mut Vec<Prepared>| is_part_of(&group[0], &log);
        match groups.iter_mut().find(fits) {
            Some(group) => group.push(log),
            None => groups.push(vec![log]),
        }
    }
    let size = |group: &Vec<Prepared>| group.iter().map(|log| log.survey.size).sum::<u64>();
    // Rows before questions made of them, published forms before guesses, the largest; the first of equals.
    let Some(chosen) =
        (0..groups.len()).rev().max_by_key(|&at| (is_whole(&groups[at]), is_published(&groups[at]), size(&groups[at])))
    else {
        return (Vec::new(), Vec::new());
    };
    let mut parts = groups.remove(chosen);
    parts.sort_by_key(|part| order(&part.entry.name));
    let name = parts[0].entry.name.clone();
    let reason = |log: &Prepared| {
        if crate::role::unread_history(&log.plan.columns) {
            format!("a ready-made split that holds the same clicks; {name} is the log")
        } else {
            format!("another log; {name} is read")
        }
    };
    let others = groups.into_iter().flatten().map(|log| {
        let why = reason(&log);
        (log, why)
    });
    let others = others.collect();
    (parts, others)
}

/// Whether a group holds rows rather than questions made of them.
fn is_whole(group: &[Prepared]) -> bool {
    !crate::role::unread_history(&group[0].plan.columns)
}

/// Whether a group has a form of its own: lists of words and tables are guessed.
fn is_published(group: &[Prepared]) -> bool {
    !matches!(group[0].plan.format, "s3rec" | "pairs" | "table" | "objects")
}

/// Whether two files are parts of one log: the same form, the same columns, and names that differ in the part alone.
fn is_part_of(one: &Prepared, other: &Prepared) -> bool {
    let names = |file: &Prepared| {
        file.plan.columns.iter().map(|column| (column.name.clone(), column.role.name())).collect::<Vec<_>>()
    };
    one.plan.format == other.plan.format
        && names(one) == names(other)
        && stem(one.entry.base()) == stem(other.entry.base())
}

/// Words of a name that say which part a file is.
const PARTS: [&str; 9] = ["train", "training", "valid", "validation", "val", "dev", "test", "testing", "part"];

/// A name without the words and numbers that tell parts apart.
fn stem(name: &str) -> String {
    let lower = name.to_lowercase();
    let words =
        lower.split(|c: char| !c.is_alphanumeric()).map(|word| word.trim_end_matches(|c: char| c.is_ascii_digit()));
    words.filter(|word| !word.is_empty() && !PARTS.contains(word)).collect::<Vec<_>>().join(" ")
}

/// Training before validation before test; numbers by their size.
fn order(name: &str) -> (u8, u64, String) {
    let lower = name.to_lowercase();
    let has = |word: &str| lower.split(|c: char| !c.is_alphanumeric()).any(|part| part.starts_with(word));
    let stage = if has("test") { 2 } else { u8::from(has("val") || has("dev")) };
    let digits: String =
        lower.chars().rev().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    let number = digits.chars().rev().collect::<String>().parse().unwrap_or(0);
    (stage, number, lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_share_their_stem_and_stand_in_order() {
        assert_eq!(stem("shop.train.inter"), stem("shop.test.inter"));
        assert_eq!(stem("NAME.part1.inter"), stem("NAME.part12.inter"));
        assert_ne!(stem("u.data"), stem("u1.base"));
        assert_ne!(stem("views.inter"), stem("all-events.inter"));
        let mut names = ["a.test", "a.part10", "a.valid", "a.part9", "a.train"];
        names.sort_by_key(|name| order(name));
        assert_eq!(names, ["a.train", "a.part9", "a.part10", "a.valid", "a.test"]);
    }
}
