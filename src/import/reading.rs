//! From the rows of a log file to clicks.

use std::collections::HashMap;

use crate::choices::Part;
use crate::items::Items;
use crate::log::{Click, Log};
use crate::problem::{Refusal, Tally, Told, short};
use crate::records::{Bad, Opened};
use crate::role::{Column, Role, TimeColumn, unit_of_day};
use crate::times::{Stamp, TimeRule};
use crate::value::Cell;

/// Kinds of events that are counted; a column with more of them holds something else.
const MOST_KINDS: usize = 1000;

/// What one log file adds to what the others gave.
#[derive(Debug, Default)]
pub struct Reading {
    /// The clicks so far.
    pub log: Log,
    /// Whether the rows have times.
    pub has_times: bool,
    /// Kinds of events and their rows.
    pub events: Vec<(String, u64)>,
    /// The longest list of items of each sequence, where rows are questions with their history.
    histories: HashMap<u32, (Vec<u32>, u64)>,
}

/// Which columns of a log are what.
struct Places {
    user: usize,
    item: usize,
    time: Option<(usize, TimeColumn)>,
    clock: Option<(usize, TimeColumn)>,
    rating: Option<(usize, f64)>,
    event: Option<(usize, Option<Vec<String>>)>,
    history: Option<usize>,
}

impl Places {
    fn find(columns: &[Column]) -> Option<Self> {
        let at = |is: fn(&Role) -> bool| columns.iter().position(|column| is(&column.role));
        let user = at(|role| matches!(role, Role::Session)).or_else(|| at(|role| matches!(role, Role::User)))?;
        let item = at(|role| matches!(role, Role::Item))?;
        let times = columns.iter().enumerate().filter_map(|(index, column)| match &column.role {
            Role::Time(time) => Some((index, time.clone())),
            _ => None,
        });
        let (clocks, dates): (Vec<_>, Vec<_>) = times.partition(|(_, time)| time.part == Some(Part::TimeOfDay));
        let find = |of: fn(usize, &Role) -> Option<(usize, f64)>| {
            columns.iter().enumerate().find_map(|(index, column)| of(index, &column.role))
        };
        let rating = find(|index, role| match role {
            Role::Rating { at_least: Some(least) } => Some((index, *least)),
            _ => None,
        });
        let event = columns.iter().enumerate().find_map(|(index, column)| match &column.role {
            Role::Event { keep } => Some((index, keep.clone())),
            _ => None,
        });
        let history = at(|role| matches!(role, Role::History));
        let (time, clock) = match (dates.into_iter().next(), clocks.into_iter().next()) {
            // A time of day alone is the time.
            (None, clock) => (clock, None),
            both => both,
        };
        Some(Self { user, item, time, clock, rating, event, history })
    }

    fn time(&self, cells: &[Cell<'_>], columns: &[Column]) -> Result<Stamp, Bad> {
        let Some((index, time)) = &self.time else { return Ok(Stamp::default()) };
        let date = read_time(&cells[*index], &time.rule, &columns[*index].name)?;
        let Some((index, clock)) = &self.clock else { return Ok(date) };
        let of_day = read_time(&cells[*index], &clock.rule, &columns[*index].name)?;
        date.with_time_of_day(of_day, unit_of_day(clock))
            .ok_or_else(|| bad_time(&cells[*index], &clock.rule, &columns[*index].name))
    }
}

fn read_time(cell: &Cell<'_>, rule: &TimeRule, column: &str) -> Result<Stamp, Bad> {
    rule.read(&cell.text()).ok_or_else(|| bad_time(cell, rule, column))
}

fn bad_time(cell: &Cell<'_>, rule: &TimeRule, column: &str) -> Bad {
    let found = if cell.is_empty() { "no time".to_owned() } else { format!("the time \"{}\"", short(&cell.text())) };
    let expected = match rule {
        TimeRule::Number(None) => "a number, such as 881250949 or 8.8125e8".to_owned(),
        rule => rule.in_words(),
    };
    let advice = "Say how times are written (unit or format), or correct the cell. Removing the column would make the order of the file count, and many files stand newest first.";
    Bad { code: "time", column: Some(column.into()), found, expected, advice }
}

impl Reading {
    /// Reads the rows of one file.
    /// # Errors
    /// [`Refusal`] if the file breaks off, or has no columns for user and item.
    pub fn read(
        &mut self,
        file: Opened<'_>,
        columns: &[Column],
        items: &mut Items,
        told: &mut Told,
    ) -> Result<Tally, Refusal> {
        let name = file.entry.name.as_str();
        let Some(places) = Places::find(columns) else {
            let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
            let found = format!("the columns {}", short(&names.join(", ")));
            return Err(Refusal::of_file(
                "no_user_or_item",
                name,
                found,
                "a column that says who (user or session) and one that says what (item)",
                "Give the columns their roles.",
            ));
        };
        let has_times = places.time.is_some();
        self.has_times |= has_times;
        if let Some((_, time)) = &places.time {
            self.log.unit = time.rule.unit();
        }
        let describing = items.describing(columns);
        let mut left = Left::default();
        let tally = file.each(told, &mut |line, cells| {
            if cells[places.user].is_empty() {
                left.without_user.met(line);
                return Ok(());
            }
            if cells[places.item].is_empty() {
                left.without_item.met(line);
                return Ok(());
            }
            if let Some((index, keep)) = &places.event {
                let kind = cells[*index].text();
                match self.events.iter().position(|(known, _)| *known == kind) {
                    Some(at) => self.events[at].1 += 1,
                    None if self.events.len() < MOST_KINDS => self.events.push((kind.clone().into_owned(), 1)),
                    None => {}
                }
                if keep.as_ref().is_some_and(|keep| !keep.iter().any(|kept| *kept == kind)) {
                    left.other_event.met(line);
                    return Ok(());
                }
            }
            let time = places.time(cells, columns)?;
            if let Some((index, least)) = places.rating {
                let rating: Option<f64> =
                    cells[index].text().trim().parse().ok().filter(|rating: &f64| rating.is_finite());
                let Some(rating) = rating else {
                    let found = format!("the rating \"{}\"", short(&cells[index].text()));
                    return Err(Bad {
                        code: "rating",
                        column: Some(columns[index].name.clone()),
                        found,
                        expected: "a number".into(),
                        advice: "Correct the cell, or leave the threshold out.",
                    });
                };
                if rating < least {
                    left.low_rating.met(line);
                    return Ok(());
                }
            }
            let user = self.log.users.id(&cells[places.user].text());
            let item_name = cells[places.item].text();
            let item = self.log.items.id(&item_name);
            if let Some(history) = places.history {
                let text = cells[history].text();
                let mut list: Vec<u32> =
                    text.split(' ').filter(|item| !item.is_empty()).map(|item| self.log.items.id(item)).collect();
                list.push(item);
                let next = self.histories.len() as u64;
                let longest = self.histories.entry(user).or_insert_with(|| (Vec::new(), next));
                if list.len() > longest.0.len() {
                    longest.0 = list;
                }
                return Ok(());
            }
            self.log.clicks.push(Click { user, item, time });
            items.describe(&describing, &item_name, cells, Some(time));
            Ok(())
        })?;
        left.tell(told, name);
        Ok(tally)
    }

    /// Ends the reading: histories become sequences.
    pub fn finish(&mut self) {
        let mut histories: Vec<(u32, (Vec<u32>, u64))> = self.histories.drain().collect();
        histories.sort_unstable_by_key(|(_, (_, place))| *place);
        let clicks = histories.into_iter().flat_map(|(user, (items, _))| {
            items.into_iter().map(move |item| Click { user, item, time: Stamp::default() })
        });
        self.log.clicks.extend(clicks);
    }
}

/// Rows that are no clicks.
#[derive(Default)]
struct Left {
    without_user: Count,
    without_item: Count,
    other_event: Count,
    low_rating: Count,
}

#[derive(Default)]
struct Count {
    count: u64,
    first: Option<u64>,
}

impl Count {
    fn met(&mut self, line: u64) {
        self.count += 1;
        self.first.get_or_insert(line);
    }
}

impl Left {
    fn tell(&self, told: &mut Told, file: &str) {
        for (what, left) in [
            ("rows without a user", &self.without_user),
            ("rows without an item", &self.without_item),
            ("rows of kinds of events that do not count", &self.other_event),
            ("rows with a rating below the threshold", &self.low_rating),
        ] {
            if left.count > 0 {
                told.repair(what, file, left.first, left.count);
            }
        }
    }
}
