//! Which edits of a session change the place of one candidate: every removal of one or two clicks, every replacement of one.

use super::attribution::without;
use super::lens::Subject;
use super::standing::{Standing, scores};
use crate::error::{Error, Result};

/// A kind of edit of one session, tried in every slot that the model reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    /// One click is gone.
    Remove,
    /// Two clicks are gone.
    RemoveTwo,
    /// Each item with an id in `from..end` in place of the click in `slot`.
    Replace {
        /// Among those that the model reads, from the oldest.
        slot: usize,
        /// First item that is tried.
        from: u32,
        /// End of the range.
        end: u32,
    },
}

/// The place of the candidate after each edit; `None` where there is no such edit.
///
/// `Remove`: `[n]`; `RemoveTwo`: `[n * n]`; `Replace`: one for each id of the range, as far as there are items. A session that would be empty is no edit.
/// `n` clicks are read; an older one that had no room comes into reach where one of them is gone.
///
/// # Errors
/// [`Error::Config`] for a slot outside the session, [`Error::DeviceRefused`] if the device fails.
#[cold]
pub fn after_edits(subject: &Subject<'_>, items: &[u32], candidate: u32, edit: Edit) -> Result<Vec<Option<Standing>>> {
    let seen = subject.seen(items);
    let n = seen.len();
    let unread = items.len() - n;
    let gone = |slots: &[usize]| (items.len() > slots.len()).then(|| without(items, slots));
    let sessions: Vec<Option<Vec<u32>>> = match edit {
        Edit::Remove => (0..n).map(|slot| gone(&[unread + slot])).collect(),
        Edit::RemoveTwo => {
            let pair = |at: usize| (at / n < at % n).then(|| gone(&[unread + at / n, unread + at % n])).flatten();
            (0..n * n).map(pair).collect()
        }
        Edit::Replace { slot, from, end } => {
            let Some(&own) = seen.get(slot) else {
                return Err(Error::config("slot", slot, format!("a slot of the session, 0 to {}", n - 1)));
            };
            let with = |item: u32| {
                let mut session = items.to_vec();
                session[unread + slot] = item;
                session
            };
            (from..end.min(subject.values.items() as u32))
                .map(|item| (item > 0 && item != own).then(|| with(item)))
                .collect()
        }
    };
    let asked: Vec<&[u32]> = sessions.iter().flatten().map(Vec::as_slice).collect();
    let rows = scores(subject, &asked)?;
    let mut standings = rows.iter().zip(&asked).map(|(scores, session)| Standing::new(scores, candidate, session));
    let mut found: Vec<Option<Standing>> =
        sessions.iter().map(|session| session.as_ref().and_then(|_| standings.next())).collect();
    if edit == Edit::RemoveTwo {
        for (i, j) in (0..n).flat_map(|i| (i + 1..n).map(move |j| (i, j))) {
            found[j * n + i] = found[i * n + j];
        }
    }
    Ok(found)
}

/// Everything that the search finds about one candidate.
#[derive(Debug, Clone, PartialEq)]
pub struct Counterfactual {
    /// The session as it is.
    pub base: Standing,
    /// See [`after_edits`].
    pub without: Vec<Option<Standing>>,
    /// See [`after_edits`].
    pub without_two: Vec<Option<Standing>>,
    /// See [`after_edits`]; one list a slot.
    pub replaced: Vec<Vec<Option<Standing>>>,
    /// The smallest removals that bring the candidate among the first `top`: single clicks, or pairs if no single one does.
    pub removals: Vec<Removal>,
    /// The replacements that do.
    pub replacements: Vec<Replacement>,
}

/// Clicks that are taken out, and what becomes of the candidate.
#[derive(Debug, Clone, PartialEq)]
pub struct Removal {
    /// Slots, oldest first.
    pub slots: Vec<usize>,
    /// Where the candidate then stands.
    pub standing: Standing,
}

/// A click that is replaced, and what becomes of the candidate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Replacement {
    /// Whose click.
    pub slot: usize,
    /// By which item.
    pub item: u32,
    /// Where the candidate then stands.
    pub standing: Standing,
}

impl Counterfactual {
    /// How many clicks have to go: 1, 2, or 0 if neither works.
    #[must_use]
    pub fn smallest_removal(&self) -> usize {
        self.removals.first().map_or(0, |removal| removal.slots.len())
    }
}

/// The whole search for one candidate.
///
/// # Errors
/// As [`after_edits`].
pub fn counterfactual(subject: &Subject<'_>, items: &[u32], candidate: u32, top: usize) -> Result<Counterfactual> {
    let n = subject.seen(items).len();
    let base = Standing::new(&scores(subject, &[items])?[0], candidate, items);
    let without = after_edits(subject, items, candidate, Edit::Remove)?;
    let without_two = after_edits(subject, items, candidate, Edit::RemoveTwo)?;
    let mut replaced = Vec::with_capacity(n);
    for slot in 0..n {
        replaced.push(after_edits(subject, items, candidate, Edit::Replace { slot, from: 0, end: u32::MAX })?);
    }
    let hit = |standing: &Option<Standing>| standing.filter(|standing| standing.rank < top as f64);
    let single = without.iter().enumerate();
    let mut removals: Vec<Removal> =
        single.filter_map(|(slot, standing)| Some(Removal { slots: vec![slot], standing: hit(standing)? })).collect();
    if removals.is_empty() {
        let pairs = (0..n).flat_map(|i| (i + 1..n).map(move |j| [i, j]));
        removals = pairs
            .filter_map(|[i, j]| Some(Removal { slots: vec![i, j], standing: hit(&without_two[i * n + j])? }))
            .collect();
    }
    let all = replaced.iter().enumerate().flat_map(|(slot, standings)| {
        (0..)
            .zip(standings)
            .filter_map(move |(item, standing)| Some(Replacement { slot, item, standing: hit(standing)? }))
    });
    let replacements = all.collect();
    Ok(Counterfactual { base, without, without_two, replaced, removals, replacements })
}
