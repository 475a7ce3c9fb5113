//! Cuts a log down to what a browser can train on, and says what was left out.

use serde::{Deserialize, Serialize};

use super::dataset::{DropReason, Dropped};
use super::interactions::{Interaction, by_user, count, first_appearances, frequencies, k_core, keep_only};
use super::order::Order;
use crate::error::{Error, Result};

/// The shortest session that has a history, a validation target and a test target.
const SHORTEST_SESSION: usize = 3;

/// What to keep, and in which order the clicks of a user count. The rules apply in the order of the fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct SubsetConfig {
    /// The order of the clicks: by time where there are times, else that of the file, unless another one is named.
    pub order: Option<Order>,
    /// Users and items with fewer interactions are dropped, until none is left that has fewer. 1 keeps all.
    pub core: usize,
    /// Only the most popular items; the one that appeared first wins a tie.
    pub max_items: Option<usize>,
    /// Only users with at least so many interactions left.
    pub min_length: Option<usize>,
    /// At most so many users, evenly spread over the file.
    pub max_users: Option<usize>,
    /// Only the newest interactions of each user.
    pub max_session: Option<usize>,
}

impl Default for SubsetConfig {
    fn default() -> Self {
        Self { order: None, core: 5, max_items: None, min_length: None, max_users: None, max_session: None }
    }
}

impl SubsetConfig {
    /// Refuses what would keep nothing.
    /// # Errors
    /// [`Error::Config`] with the name of the field.
    pub fn validate(&self) -> Result<()> {
        let at_least = |field: &str, value: Option<usize>, least: usize| match value {
            Some(value) if value < least => {
                Err(Error::config(format!("subset.{field}"), value, format!("a whole number, {least} or more")))
            }
            _ => Ok(()),
        };
        at_least("core", Some(self.core), 1)?;
        at_least("max_items", self.max_items, 2)?;
        at_least("min_length", self.min_length, 1)?;
        at_least("max_users", self.max_users, 1)?;
        at_least("max_session", self.max_session, SHORTEST_SESSION)
    }

    /// What is left of `rows` (in file order): the lines of each user in time order, and what each rule dropped.
    #[must_use]
    pub fn apply(&self, rows: Vec<Interaction>) -> (Vec<Vec<Interaction>>, Vec<Dropped>) {
        let mut dropped = Vec::new();
        let mut left = count(&rows);
        let mut note = |reason, rows: &[Interaction]| {
            let now = count(rows);
            if now != left {
                dropped.push(Dropped { reason, counts: left.without(now) });
                left = now;
            }
        };
        let mut rows = k_core(rows, self.core, self.core);
        note(DropReason::Core, &rows);
        if let Some(max_items) = self.max_items {
            keep_popular_items(&mut rows, max_items);
            note(DropReason::Items, &rows);
        }
        if let Some(min_length) = self.min_length {
            let lengths = frequencies(&rows, |row| row.user);
            rows.retain(|row| lengths[row.user as usize] >= min_length);
            note(DropReason::MinLength, &rows);
        }
        if let Some(max_users) = self.max_users {
            keep_some_users(&mut rows, max_users);
            note(DropReason::Users, &rows);
        }
        let mut users = by_user(&rows);
        if let Some(max_session) = self.max_session {
            for rows in &mut users {
                rows.drain(..rows.len().saturating_sub(max_session));
            }
            note(DropReason::MaxSession, &users.concat());
        }
        (users, dropped)
    }
}

fn keep_popular_items(rows: &mut Vec<Interaction>, max_items: usize) {
    let counts = frequencies(rows, |row| row.item);
    let mut items = first_appearances(rows, |row| row.item);
    items.sort_by_key(|&item| std::cmp::Reverse(counts[item as usize])); // stable: first appearance decides ties
    items.truncate(max_items);
    keep_only(rows, &items, |row| row.item);
}

fn keep_some_users(rows: &mut Vec<Interaction>, max_users: usize) {
    let users = first_appearances(rows, |row| row.user);
    if users.len() > max_users {
        let kept: Vec<u32> = (0..max_users).map(|index| users[index * users.len() / max_users]).collect();
        keep_only(rows, &kept, |row| row.user);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::dataset::Counts;

    /// Users 1 to 4 meet items 1 to `user + 1`, in this order.
    fn stairs() -> Vec<Interaction> {
        let of_user = |user: u32| (1..=user + 1).map(move |item| Interaction { user, item, time: f64::from(item) });
        (1..=4).flat_map(of_user).collect()
    }

    fn all() -> SubsetConfig {
        SubsetConfig { core: 1, ..SubsetConfig::default() }
    }

    fn users_of(users: &[Vec<Interaction>]) -> Vec<u32> {
        users.iter().map(|rows| rows[0].user).collect()
    }

    #[test]
    fn nothing_asked_nothing_dropped() {
        let (users, dropped) = all().apply(stairs());
        assert_eq!((users.concat(), dropped), (stairs(), vec![]));
    }

    #[test]
    fn each_rule_says_what_it_dropped() {
        let config = SubsetConfig { max_items: Some(3), min_length: Some(3), max_users: Some(2), core: 2, ..all() };
        let (users, dropped) = config.apply(stairs());
        // Core: item 5 (one line). Items: item 4. Minimum length: user 1. Users: the second of 2, 3, 4 is left out.
        assert_eq!(users_of(&users), [2, 3]);
        let counts = |users, items, interactions| Counts { users, items, interactions };
        let expected = [
            (DropReason::Core, counts(0, 1, 1)),
            (DropReason::Items, counts(0, 1, 2)),
            (DropReason::MinLength, counts(1, 0, 2)),
            (DropReason::Users, counts(1, 0, 3)),
        ];
        assert_eq!(dropped, expected.map(|(reason, counts)| Dropped { reason, counts }));
    }

    #[test]
    fn the_newest_items_of_a_long_session_stay() {
        let (users, dropped) = SubsetConfig { max_session: Some(3), ..all() }.apply(stairs());
        let items: Vec<u32> = users[3].iter().map(|row| row.item).collect();
        assert_eq!(items, [3, 4, 5]);
        assert_eq!(dropped[0].reason, DropReason::MaxSession);
        assert_eq!(dropped[0].counts.interactions, 3);
    }

    #[test]
    fn the_first_item_wins_a_tie_in_popularity() {
        let rows = [(1, 8), (1, 5), (2, 5), (2, 8), (2, 9)].map(|(user, item)| Interaction { user, item, time: 0.0 });
        let (users, _) = SubsetConfig { max_items: Some(2), ..all() }.apply(rows.into());
        assert!(users.concat().iter().all(|row| row.item != 9));
    }

    #[test]
    fn impossible_wishes_are_refused_by_name() {
        let config: SubsetConfig = serde_json::from_str(r#"{"max_session": 2}"#).unwrap();
        let message = config.validate().unwrap_err().to_string();
        assert_eq!(message, "The setting subset.max_session is 2; expected a whole number, 3 or more.");
        assert!(serde_json::from_str::<SubsetConfig>(r#"{"max_item": 2}"#).is_err());
        assert!(SubsetConfig::default().validate().is_ok());
    }
}
