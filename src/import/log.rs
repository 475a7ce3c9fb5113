//! Who met what, with exact times: the clicks as they were read.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use crate::choices::{Order, Repeats};
use crate::times::{Stamp, Unit};
use crate::vocab::Vocab;

/// Somebody met an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Click {
    /// Id of the user, or of the session.
    pub user: u32,
    /// Id of the item.
    pub item: u32,
    /// When.
    pub time: Stamp,
}

/// Who met what, in the order of the file.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Log {
    /// Names of users or sessions, by id.
    pub users: Vocab,
    /// Names of items, by id.
    pub items: Vocab,
    /// The clicks.
    pub clicks: Vec<Click>,
    /// What the times count, if that is known.
    pub unit: Option<Unit>,
}

impl Log {
    /// Rows that equal an earlier one in user, item and time.
    #[must_use]
    pub fn repeated(&self) -> u64 {
        let mut met = HashSet::with_capacity(self.clicks.len());
        self.clicks.iter().filter(|click| !met.insert((click.user, click.item, click.time))).count() as u64
    }

    /// Leaves out rows that repeat, as chosen; the order has to be settled before.
    pub fn without_repeats(&mut self, repeats: Repeats, order: Order) {
        if repeats == Repeats::All {
            return;
        }
        let mut places: Vec<u32> = (0..u32::try_from(self.clicks.len()).unwrap_or(u32::MAX)).collect();
        if order == Order::Time {
            places.sort_by_key(|&place| self.clicks[place as usize].time);
        }
        let mut keep = vec![false; self.clicks.len()];
        let mut rows = HashSet::new();
        let mut last: HashMap<u32, u32> = HashMap::new();
        for place in places {
            let Click { user, item, time } = self.clicks[place as usize];
            keep[place as usize] = match repeats {
                Repeats::All => true,
                Repeats::EqualRowsOnce => rows.insert((user, item, time)),
                Repeats::PairsOnce => rows.insert((user, item, Stamp::default())),
                Repeats::RunsOnce => last.insert(user, item) != Some(item),
            };
        }
        let mut kept = keep.into_iter();
        self.clicks.retain(|_| kept.next().unwrap_or(true));
    }

    /// Times count no more: the order of the clicks is all there is.
    pub fn forget_times(&mut self) {
        self.clicks.iter_mut().for_each(|click| click.time = Stamp::default());
        self.unit = None;
    }

    /// Different users and items, and clicks.
    #[must_use]
    pub fn counts(&self) -> (usize, usize, usize) {
        let different = |of: fn(&Click) -> u32, rows: usize| {
            let mut met = vec![false; rows];
            self.clicks.iter().for_each(|click| met[of(click) as usize] = true);
            met.into_iter().filter(|&met| met).count()
        };
        (
            different(|click| click.user, self.users.rows()),
            different(|click| click.item, self.items.rows()),
            self.clicks.len(),
        )
    }

    /// The newest time; none without clicks.
    #[must_use]
    pub fn end(&self) -> Option<Stamp> {
        self.clicks.iter().map(|click| click.time).max()
    }

    /// The first and the last second since 1970; none without clicks, or where times have no dates.
    #[must_use]
    pub fn seconds(&self) -> Option<(i64, i64)> {
        let unit = self.unit?;
        let first = self.clicks.iter().map(|click| click.time).min()?;
        Some((first.unix_seconds(unit), self.end()?.unix_seconds(unit)))
    }

    /// Share of the clicks that have the time of another click of the same sequence.
    #[must_use]
    pub fn equal_times(&self) -> f64 {
        let mut counts: HashMap<(u32, Stamp), u32> = HashMap::with_capacity(self.clicks.len());
        for click in &self.clicks {
            *counts.entry((click.user, click.time)).or_default() += 1;
        }
        let shared: u64 = counts.into_values().filter(|&count| count > 1).map(u64::from).sum();
        #[expect(clippy::cast_precision_loss, reason = "counts far below 2^53")]
        let share = shared as f64 / self.clicks.len().max(1) as f64;
        share
    }

    /// Names with a blank at an end whose twin without it is there too.
    #[must_use]
    pub fn twins(&self) -> Vec<String> {
        let of = |names: &Vocab| -> Vec<String> {
            (1..names.rows())
                .filter_map(|id| u32::try_from(id).ok())
                .map(|id| names.name(id))
                .filter(|name| name.trim() != *name && names.get(name.trim()).is_some())
                .map(str::to_owned)
                .collect()
        };
        [of(&self.items), of(&self.users)].concat()
    }
}
