//! Any other table: what its columns are for, guessed from their names, the form of their cells, and what stands beside them.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::{Content, Plan, guess_time, is_number, is_rating, most, texts};
use crate::choices::Part;
use crate::dialect::Separator;
use crate::form::{Form, Shape};
use crate::names::{self, Meaning};
use crate::python;
use crate::role::{AttributeRule, Column, Role, Split, TimeColumn};
use crate::times::TimeRule;
use crate::value::{Cell, Value};

/// Mean length from which on a text is one to be read, not a value.
const RUNNING_TEXT: usize = 80;

/// Guesses what a file is for.
#[must_use]
pub fn guess(form: &Form) -> Plan {
    let mut guess = Guess { form, roles: vec![None; form.columns.len()] };
    let has_names = !matches!(form.shape, Shape::Table { has_header: false, .. });
    if has_names {
        guess.by_name();
    }
    guess.time_by_content();
    if has_names {
        guess.item_by_content();
    } else {
        guess.by_place();
    }
    let has = |meaning: Meaning| guess.roles.iter().flatten().any(|(found, _)| *found == meaning);
    let content = match (has(Meaning::Item), has(Meaning::User) || has(Meaning::Session)) {
        (true, true) => Content::Log,
        (true, false) => Content::Items,
        (false, true) => Content::Other("a table of users without items"),
        (false, false) => Content::Other("a table in which no column could be taken for an item"),
    };
    let format = match &form.shape {
        Shape::Table { has_header: false, dialect }
            if matches!(dialect.separator, Separator::Spaces | Separator::Tab)
                && matches!(form.columns.len(), 2 | 4) =>
        {
            "pairs"
        }
        Shape::Table { .. } => "table",
        _ => "objects",
    };
    let columns = (0..form.columns.len()).map(|index| guess.column(index, content)).collect();
    Plan { format, content, columns }
}

struct Guess<'a> {
    form: &'a Form,
    roles: Vec<Option<(Meaning, String)>>,
}

impl Guess<'_> {
    /// Takes the first column of each meaning; the plainest name first.
    fn by_name(&mut self) {
        for meaning in [Meaning::User, Meaning::Session, Meaning::Item, Meaning::Rating, Meaning::Event, Meaning::Title]
        {
            let mut found: Vec<usize> = (0..self.form.columns.len())
                .filter(|&index| names::meaning(&self.form.columns[index]) == Some(meaning))
                .collect();
            // `product_id` is the item where `product` stands beside it, and `id` of neither.
            found.sort_by_key(|&index| !names::plain(&self.form.columns[index]).ends_with("id"));
            if meaning == Meaning::Title {
                found.reverse();
                found.sort_by_key(|&index| usize::from(!names::plain(&self.form.columns[index]).contains("title")));
            }
            if let Some(&index) = found.first() {
                self.take(index, meaning, "its name");
            }
        }
        for (index, name) in self.form.columns.iter().enumerate() {
            if names::meaning(name) == Some(Meaning::Time)
                && self.roles[index].is_none()
                && guess_time(self.form, index).is_some()
            {
                self.roles[index] = Some((Meaning::Time, "its name".into()));
            }
        }
        let has =
            |roles: &[Option<(Meaning, String)>], meaning| roles.iter().flatten().any(|(found, _)| *found == meaning);
        // A table of items calls its key `id` alone, or its only name `movie`.
        if !has(&self.roles, Meaning::Item) {
            let key = (0..self.form.columns.len())
                .find(|&index| names::meaning(&self.form.columns[index]) == Some(Meaning::Id) && self.is_unique(index));
            if let Some(index) = key {
                self.take(index, Meaning::Item, "a key that is different in every row");
            }
        }
    }

    /// Where everybody stands in many rows, each row says what they met: in the column with the most different names.
    fn item_by_content(&mut self) {
        let has = |wanted: &[Meaning]| {
            self.roles.iter().position(|role| role.as_ref().is_some_and(|(meaning, _)| wanted.contains(meaning)))
        };
        let (Some(user), None) = (has(&[Meaning::Session, Meaning::User]), has(&[Meaning::Item])) else { return };
        let different = |index: usize| texts(self.form, index).collect::<HashSet<_>>().len();
        if 2 * different(user) > self.form.rows.len() {
            return;
        }
        let is_name = |index: usize| {
            self.roles[index].is_none()
                && matches!(names::meaning(&self.form.columns[index]), None | Some(Meaning::Id))
                && !most(self.form, index, |cell| cell.contains(['.', '|', ' ']))
                && guess_time(self.form, index).is_none_or(|_| most(self.form, index, is_number))
        };
        let all = (0..self.form.columns.len()).filter(|&index| is_name(index)).map(|index| (different(index), index));
        let found = all.filter(|(names, _)| *names > 1).max_by_key(|(names, index)| (*names, Reverse(*index)));
        if let Some((_, index)) = found {
            self.take(index, Meaning::Item, "the column with the most different names");
        }
    }

    fn take(&mut self, index: usize, meaning: Meaning, reason: &str) {
        if self.roles[index].is_none() {
            self.roles[index] = Some((meaning, reason.into()));
        }
    }

    fn is_unique(&self, index: usize) -> bool {
        let mut met = HashSet::new();
        texts(self.form, index).all(|cell| met.insert(cell))
    }

    /// A column whose cells are dates, where no name says which one it is.
    fn time_by_content(&mut self) {
        if self.roles.iter().flatten().any(|(meaning, _)| *meaning == Meaning::Time) {
            return;
        }
        let found = (0..self.form.columns.len()).filter(|&index| self.roles[index].is_none()).find_map(|index| {
            let rule = guess_time(self.form, index)?;
            rule.unit().filter(|_| !rule.is_of_day()).map(|_| (index, format!("its cells are {}", rule.in_words())))
        });
        if let Some((index, reason)) = found {
            self.roles[index] = Some((Meaning::Time, reason));
        }
    }

    /// Without names: the rating is small, the user stands before the item.
    fn by_place(&mut self) {
        let free = |roles: &[Option<(Meaning, String)>]| {
            roles.iter().enumerate().filter(|(_, role)| role.is_none()).map(|(index, _)| index).collect::<Vec<_>>()
        };
        let width = self.form.columns.len();
        if width > 2 {
            let rating = free(&self.roles)
                .into_iter()
                .skip(2)
                .find(|&index| most(self.form, index, is_rating) && self.has_few_values(index));
            if let Some(index) = rating {
                self.take(index, Meaning::Rating, "its cells are ratings");
            }
        }
        // A fourth column of numbers that only grow large behind a rating counts something since some day.
        if !self.roles.iter().flatten().any(|(meaning, _)| *meaning == Meaning::Time) {
            let last = width.saturating_sub(1);
            let is_behind_a_rating = last >= 3 && matches!(self.roles[last - 1], Some((Meaning::Rating, _)));
            if is_behind_a_rating && self.roles[last].is_none() && most(self.form, last, is_number) {
                self.take(last, Meaning::Time, "numbers behind a rating");
            }
        }
        let ids = free(&self.roles);
        let describes_items = self.roles.iter().all(Option::is_none)
            && width > 2
            && ids.first().is_some_and(|&first| self.is_unique(first));
        if describes_items {
            self.take(ids[0], Meaning::Item, "the first column, whose cells differ in every row");
        } else if let [user, item, ..] = ids[..] {
            self.take(user, Meaning::User, "the first column of names");
            self.take(item, Meaning::Item, "the second column of names");
        }
    }

    fn has_few_values(&self, index: usize) -> bool {
        texts(self.form, index).collect::<HashSet<_>>().len() <= 21
    }

    fn column(&self, index: usize, content: Content) -> Column {
        let name = self.form.columns[index].as_str();
        let Some((meaning, reason)) = &self.roles[index] else {
            return self.other(index, content);
        };
        let role = match meaning {
            Meaning::User => Role::User,
            Meaning::Session => Role::Session,
            Meaning::Item => Role::Item,
            Meaning::Rating if content == Content::Log => Role::Rating { at_least: None },
            Meaning::Event if content == Content::Log => Role::Event { keep: None },
            Meaning::Time => return self.time(index, reason),
            Meaning::Title => Role::Title { has_year: false },
            _ => return self.other(index, content),
        };
        Column::new(name, role, reason)
    }

    /// The first column of times, and a second one that holds the other half of it.
    fn time(&self, index: usize, reason: &str) -> Column {
        let name = self.form.columns[index].as_str();
        let all: Vec<usize> =
            (0..self.roles.len()).filter(|&at| matches!(self.roles[at], Some((Meaning::Time, _)))).collect();
        let is_clock = |at: usize| {
            names::is_time_of_day(&self.form.columns[at])
                || most(self.form, at, |cell| {
                    cell.len() <= 12
                        && cell.contains(':')
                        && cell.starts_with(|c: char| c.is_ascii_digit())
                        && !cell.contains(['-', '/', 'T'])
                })
        };
        let is_date = |at: usize| {
            most(self.form, at, |cell| {
                cell.len() <= 12 && crate::times::read_iso(cell).is_some_and(|time| time.whole % 86_400 == 0)
            })
        };
        let clock = all.iter().copied().find(|&at| is_clock(at)).filter(|_| all.len() > 1);
        let date = clock.and_then(|_| all.iter().copied().find(|&at| is_date(at)));
        let guessed = guess_time(self.form, index).unwrap_or(TimeRule::Number(None));
        let (rule, part) = match (date, clock) {
            (Some(date), _) if date == index => (guessed, Some(Part::Date)),
            (Some(_), Some(clock)) if clock == index => {
                let has_colons = most(self.form, index, |cell| cell.contains(':'));
                let pattern =
                    if most(self.form, index, |cell| cell.matches(':').count() == 2) { "%H:%M:%S" } else { "%H:%M" };
                (if has_colons { TimeRule::Pattern(pattern.into()) } else { guessed }, Some(Part::TimeOfDay))
            }
            _ if all.first() == Some(&index) || date.is_some() && Some(index) != clock && all.len() > 2 => {
                (guessed, None)
            }
            _ => return Column::new(name, Role::Ignore, "another column holds the time"),
        };
        if date.is_some() && part.is_none() {
            return Column::new(name, Role::Ignore, "two other columns make the time");
        }
        Column::new(name, Role::Time(TimeColumn { rule, part }), reason)
    }

    /// A column that is no user, item or time: perhaps it describes the items.
    fn other(&self, index: usize, content: Content) -> Column {
        let name = self.form.columns[index].as_str();
        let not = |why: &str| Column::new(name, Role::Ignore, why);
        let cells = || self.form.rows.iter().filter_map(|row| row.get(index)).filter(|cell| !cell.is_empty());
        let filled = cells().count();
        if filled == 0 {
            return not("empty in the rows that were looked at");
        }
        if cells().any(|cell| matches!(cell, Cell::Value(Value::Map(_)))) {
            return not("holds objects");
        }
        let length: usize = cells().map(|cell| cell.text().chars().count()).sum();
        let meaning = names::meaning(name);
        let describes = meaning == Some(Meaning::Attribute);
        let is_list = |cell: &Cell<'_>| match cell {
            Cell::Value(value) => matches!(value, Value::List(_)),
            Cell::Plain(text) => python::list(text).is_some(),
        };
        let lists = cells().filter(|cell| is_list(cell)).count();
        if content != Content::Log && meaning == Some(Meaning::Other) && !describes {
            return not("its name says that it is no attribute");
        }
        if length > RUNNING_TEXT * filled && 2 * lists < filled {
            return not("running text");
        }
        if content == Content::Log && !(describes && self.follows_the_item(index)) {
            return not("no user, item or time; role attribute reads it");
        }
        let share = |separator: &str| cells().filter(|cell| cell.text().contains(separator)).count();
        if 2 * lists >= filled || (lists > 0 && describes) {
            let rule = AttributeRule::bag(name, Split::ListOr(String::new()));
            return Column::new(name, Role::Attribute(rule), "its cells are lists");
        }
        for separator in ["|", ";"] {
            if 5 * share(separator) >= filled {
                let rule = AttributeRule::bag(name, Split::At(separator.into()));
                return Column::new(
                    name,
                    Role::Attribute(rule),
                    format!("several values, with {separator} between them"),
                );
            }
        }
        if describes && 5 * share(",") >= filled {
            let rule = AttributeRule::bag(name, Split::At(",".into()));
            return Column::new(name, Role::Attribute(rule), "several values, with commas between them");
        }
        if most(self.form, index, is_number) && !describes {
            return not("numbers; kind number puts them into bins");
        }
        Column::new(name, Role::Attribute(AttributeRule::single(name)), "one value")
    }

    /// Whether a column has one value for each item, as far as the sample shows items more than once.
    fn follows_the_item(&self, index: usize) -> bool {
        let Some(item) = self.roles.iter().position(|role| matches!(role, Some((Meaning::Item, _)))) else {
            return false;
        };
        let mut values: HashMap<String, String> = HashMap::new();
        let (mut again, mut same) = (0_usize, 0_usize);
        for (item, value) in texts(self.form, item).zip(texts(self.form, index)).filter(|(_, value)| !value.is_empty())
        {
            match values.get(&item) {
                Some(earlier) => {
                    again += 1;
                    same += usize::from(*earlier == value);
                }
                None => drop(values.insert(item, value)),
            }
        }
        10 * same >= 9 * again
    }
}
