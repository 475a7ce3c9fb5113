//! Whether the first line of a table names its columns.

use crate::names;
use crate::times;

/// Whether `first` names the columns of `rows`, the rows behind it.
#[must_use]
pub fn is_header(first: &[String], rows: &[Vec<String>]) -> bool {
    if first.iter().all(|cell| typed(cell).is_some()) {
        return true;
    }
    let known = first.iter().filter(|cell| names::meaning(cell).is_some()).count();
    if known > 0 && 2 * known >= first.len() {
        return true;
    }
    if first.iter().any(|cell| is_number(cell)) || rows.is_empty() {
        return known > 0 && rows.is_empty();
    }
    let column =
        |index: usize| rows.iter().filter_map(move |row| row.get(index)).filter(|cell| !cell.trim().is_empty());
    let is_numeric = |index: usize| {
        let filled = column(index).count();
        filled > 0
            && 10 * column(index).filter(|cell| is_number(cell) || times::read_iso(cell).is_some()).count()
                >= 9 * filled
    };
    let has_words_above_numbers = (0..first.len())
        .any(|index| is_numeric(index) && !first[index].trim().is_empty() && times::read_iso(&first[index]).is_none());
    if has_words_above_numbers {
        return true;
    }
    // Words above words: names, if one is known and none comes back below.
    known > 0 && (0..first.len()).all(|index| column(index).all(|cell| *cell != first[index]))
}

/// The name and the type of a column as `RecBole` writes them.
#[must_use]
pub fn typed(cell: &str) -> Option<(&str, &str)> {
    let (name, kind) = cell.rsplit_once(':')?;
    (!name.is_empty() && matches!(kind, "token" | "token_seq" | "float" | "float_seq")).then_some((name, kind))
}

fn is_number(cell: &str) -> bool {
    times::read_number(cell).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &str) -> Vec<String> {
        cells.split(',').map(str::to_owned).collect()
    }

    #[test]
    fn names_are_told_from_values() {
        let of = |first: &str, second: &str| is_header(&row(first), &[row(second)]);
        assert!(of("userId,movieId,rating", "1,2,3.5"));
        assert!(of("who,what,when", "ann,shoe,12345"));
        assert!(of("a:token,b:float", "x,y"));
        assert!(of("user,item", "ann,shoe"));
        assert!(!of("1,2,3.5", "1,3,4"));
        assert!(!of("ann,shoe", "ann,hat"));
        assert!(!of("52,2014-04-07T23:39:09.368Z,214530153,0", "46,2014-04-07T22:08:48.329Z,214530000,S"));
    }
}
