//! From a log in file order to sequences in time order.

use super::dataset::Counts;
use super::split::Sequences;

/// One line of a log: a user met an item. Ids are those of a [`dif_sr_import::vocab::Vocab`], so lists by id are short.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interaction {
    /// Id of the user in the source.
    pub user: u32,
    /// Id of the item in the source.
    pub item: u32,
    /// When; any unit. All equal where the source has no time.
    pub time: f64,
}

/// Sequences with ids of their own: users from index 0, items from id 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbered {
    /// Item ids of each user, oldest first.
    pub sequences: Sequences,
    /// Source id of each user.
    pub users: Vec<u32>,
    /// Source id of each item; entry 0 stands for padding and is 0.
    pub items: Vec<u32>,
}

/// Different users, different items and lines.
#[must_use]
pub fn count(rows: &[Interaction]) -> Counts {
    let met = |of: fn(&Interaction) -> u32| frequencies(rows, of).into_iter().filter(|&count| count > 0).count();
    Counts { users: met(|row| row.user), items: met(|row| row.item), interactions: rows.len() }
}

/// Keeps users with at least `user_core` lines and items with at least `item_core`: drops all others at once and repeats until
/// nothing changes. A pair that occurs twice counts twice. The order of the lines stays. The result does not depend on the
/// order in which users and items are dropped.
#[must_use]
pub fn k_core(mut rows: Vec<Interaction>, user_core: usize, item_core: usize) -> Vec<Interaction> {
    loop {
        let users = frequencies(&rows, |row| row.user);
        let items = frequencies(&rows, |row| row.item);
        let before = rows.len();
        rows.retain(|row| users[row.user as usize] >= user_core && items[row.item as usize] >= item_core);
        if rows.len() == before {
            return rows;
        }
    }
}

/// The lines of each user in time order, users in the order of their first appearance. Equal times keep the order of the file.
#[must_use]
pub fn by_user(rows: &[Interaction]) -> Vec<Vec<Interaction>> {
    let lines = frequencies(rows, |row| row.user);
    let mut index: Vec<Option<usize>> = vec![None; lines.len()];
    let mut users: Vec<Vec<Interaction>> = Vec::new();
    for row in rows {
        let user = *index[row.user as usize].get_or_insert_with(|| {
            users.push(Vec::with_capacity(lines[row.user as usize]));
            users.len() - 1
        });
        users[user].push(*row);
    }
    for rows in &mut users {
        rows.sort_by(|a, b| a.time.total_cmp(&b.time)); // stable
    }
    users
}

/// Numbers the items by first appearance, walking user after user.
/// # Panics
/// If there are more than `u32::MAX` items.
#[must_use]
pub fn number(users: &[Vec<Interaction>]) -> Numbered {
    let mut ids: Vec<u32> = vec![0; below(users.iter().flatten().map(|row| row.item))];
    let mut items = vec![0];
    let sequences = users.iter().map(|rows| {
        let of_row = |row: &Interaction| {
            let id = &mut ids[row.item as usize];
            if *id == 0 {
                *id = u32::try_from(items.len()).expect("items are numbered in u32 already");
                items.push(row.item);
            }
            *id
        };
        rows.iter().map(of_row).collect()
    });
    let sequences = Sequences::from(sequences.collect::<Vec<_>>());
    Numbered { sequences, users: users.iter().filter_map(|rows| rows.first()).map(|row| row.user).collect(), items }
}

/// How often each id occurs, by id up to the largest one.
pub fn frequencies(rows: &[Interaction], of: impl Fn(&Interaction) -> u32) -> Vec<usize> {
    let mut counts = vec![0; below(rows.iter().map(&of))];
    for row in rows {
        counts[of(row) as usize] += 1;
    }
    counts
}

/// Each id that occurs, in the order of first appearance.
pub fn first_appearances(rows: &[Interaction], of: impl Fn(&Interaction) -> u32) -> Vec<u32> {
    let mut met = vec![false; below(rows.iter().map(&of))];
    rows.iter().map(of).filter(|&id| !std::mem::replace(&mut met[id as usize], true)).collect()
}

/// Drops the lines whose id is not among `kept`.
pub fn keep_only(rows: &mut Vec<Interaction>, kept: &[u32], of: impl Fn(&Interaction) -> u32) {
    let mut keep = vec![false; below(rows.iter().map(&of))];
    for &id in kept {
        keep[id as usize] = true;
    }
    rows.retain(|row| keep[of(row) as usize]);
}

/// Length of a list by id.
fn below(ids: impl Iterator<Item = u32>) -> usize {
    ids.max().map_or(0, |largest| largest as usize + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn log(pairs: &[(u32, u32, f64)]) -> Vec<Interaction> {
        pairs.iter().map(|&(user, item, time)| Interaction { user, item, time }).collect()
    }

    #[test]
    fn dropping_an_item_can_drop_a_user_in_the_next_pass() {
        // Item 9 has one line only; without it user 3 has one line only, and then item 8 too.
        let rows = log(&[(1, 1, 0.0), (1, 2, 0.0), (2, 1, 0.0), (2, 2, 0.0), (2, 8, 0.0), (3, 8, 0.0), (3, 9, 0.0)]);
        let kept = k_core(rows, 2, 2);
        assert_eq!(count(&kept), Counts { users: 2, items: 2, interactions: 4 });
    }

    #[test]
    fn equal_times_keep_the_order_of_the_file() {
        let rows = log(&[(7, 30, 5.0), (4, 10, 1.0), (7, 20, 5.0), (7, 10, 2.0), (7, 40, 5.0)]);
        let numbered = number(&by_user(&rows));
        assert_eq!(numbered.users, [7, 4]);
        assert_eq!(numbered.items, [0, 10, 30, 20, 40]);
        assert_eq!(*numbered.sequences, [vec![1, 2, 3, 4], vec![1]]);
    }

    #[test]
    fn a_core_of_one_keeps_everything() {
        let rows = log(&[(1, 1, 0.0), (2, 2, 0.0)]);
        assert_eq!(k_core(rows.clone(), 1, 1), rows);
    }
}
