//! The forms in which well-known data is published: which columns say that a file is one of them, and what they are for.

mod amazon;
pub mod any;
mod diginetica;
mod lastfm;
mod movielens;
pub mod recbole;
mod retailrocket;
pub mod sequences;
mod steam;
mod tmall;
mod yelp;
mod yoochoose;

use crate::choices::Part;
use crate::form::{Form, Shape};
use crate::role::{AttributeRule, Column, Role, Split, TimeColumn};
use crate::times::{self, TimeRule, Unit};

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// Clicks.
    Log,
    /// What the items are like.
    Items,
    /// Something else, in words; it is passed over.
    Other(&'static str),
}

/// What a file is and what its columns are for.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// Name of the form.
    pub format: &'static str,
    /// What it holds.
    pub content: Content,
    /// Its columns, in order.
    pub columns: Vec<Column>,
}

/// What a column of a known file is for.
#[derive(Debug, Clone, Copy)]
pub enum Is {
    /// [`Role::User`]
    User,
    /// [`Role::Session`]
    Session,
    /// [`Role::Item`]
    Item,
    /// [`Role::Time`], its form guessed.
    Time,
    /// The date of a time.
    Date,
    /// What is added to the date.
    TimeOfDay(Unit),
    /// [`Role::Rating`]
    Rating,
    /// [`Role::Event`]
    Event,
    /// [`Role::Title`]
    Title,
    /// A title that ends with a year in brackets.
    TitleWithYear,
    /// An attribute of one value.
    Single,
    /// An attribute of several values, with what stands between them.
    Bag(&'static str),
    /// An attribute of several values that is a list.
    List,
    /// [`Role::LongName`]
    LongName,
    /// [`Role::LongValue`]
    LongValue,
    /// Nothing, and why.
    Not(&'static str),
}

/// A file with a header, or with keys, that is known.
pub struct Known {
    /// Name of the form.
    pub format: &'static str,
    /// What it holds.
    pub content: Content,
    /// Columns that it must have.
    pub needs: &'static [&'static str],
    /// What its columns are for; those that are not named are passed over.
    pub columns: &'static [(&'static str, Is)],
}

/// All known files with names of columns; the first that fits is taken.
const ALL: [&[Known]; 8] = [
    &movielens::KNOWN,
    &amazon::KNOWN,
    &yelp::KNOWN,
    &steam::KNOWN,
    &retailrocket::KNOWN,
    &diginetica::KNOWN,
    &tmall::KNOWN,
    &lastfm::KNOWN,
];

/// Recognises a file; none if it is none of the known ones.
#[must_use]
pub fn recognise(form: &Form) -> Option<Plan> {
    if let Shape::Table { has_header: false, dialect } = &form.shape {
        return movielens::without_header(form, *dialect)
            .or_else(|| lastfm::without_header(form))
            .or_else(|| yoochoose::without_header(form))
            .or_else(|| amazon::without_header(form));
    }
    let has = |name: &&str| form.columns.iter().any(|column| column.eq_ignore_ascii_case(name));
    let known = ALL.iter().flat_map(|known| known.iter()).find(|known| known.needs.iter().all(has))?;
    let columns = form.columns.iter().enumerate().map(|(index, name)| {
        match known.columns.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
            Some((_, is)) => column(form, index, *is, &format!("so named in {}", known.format)),
            None => Column::new(name, Role::Ignore, format!("not among what is read of {}", known.format)),
        }
    });
    Some(Plan { format: known.format, content: known.content, columns: columns.collect() })
}

/// A column of a known file.
fn column(form: &Form, index: usize, is: Is, reason: &str) -> Column {
    let name = form.columns[index].as_str();
    let time = |part, rule: Option<TimeRule>| {
        Role::Time(TimeColumn { rule: rule.or_else(|| guess_time(form, index)).unwrap_or(TimeRule::Iso), part })
    };
    let role = match is {
        Is::User => Role::User,
        Is::Session => Role::Session,
        Is::Item => Role::Item,
        Is::Time => time(None, None),
        Is::Date => time(Some(Part::Date), None),
        Is::TimeOfDay(unit) => time(Some(Part::TimeOfDay), Some(TimeRule::Number(Some(unit)))),
        Is::Rating => Role::Rating { at_least: None },
        Is::Event => Role::Event { keep: None },
        Is::Title => Role::Title { has_year: false },
        Is::TitleWithYear => Role::Title { has_year: true },
        Is::Single => Role::Attribute(AttributeRule::single(name)),
        Is::Bag(separator) => Role::Attribute(AttributeRule::bag(name, Split::ListOr(separator.into()))),
        Is::List => Role::Attribute(AttributeRule::bag(name, Split::ListOr(String::new()))),
        Is::LongName => Role::LongName,
        Is::LongValue => Role::LongValue,
        Is::Not(why) => return Column::new(name, Role::Ignore, why),
    };
    Column::new(name, role, reason)
}

/// How the cells of a column would be read as times.
#[must_use]
pub fn guess_time(form: &Form, index: usize) -> Option<TimeRule> {
    let cells: Vec<String> = texts(form, index).collect();
    times::guess(cells.iter().map(String::as_str))
}

/// The cells of a column in the sample.
pub fn texts(form: &Form, index: usize) -> impl Iterator<Item = String> + '_ {
    form.rows.iter().filter_map(move |row| row.get(index)).map(|cell| cell.text().into_owned())
}

/// Whether nine tenths of the cells that are not empty, and at least one, fulfil a condition.
pub fn most(form: &Form, index: usize, is: impl Fn(&str) -> bool) -> bool {
    let (mut filled, mut fulfil) = (0_usize, 0_usize);
    for cell in texts(form, index).filter(|cell| !cell.trim().is_empty()) {
        filled += 1;
        fulfil += usize::from(is(cell.trim()));
    }
    filled > 0 && 10 * fulfil >= 9 * filled
}

/// Whether a cell is a rating of one to five or to ten, in halves.
#[must_use]
pub fn is_rating(cell: &str) -> bool {
    times::read_number(cell)
        .is_some_and(|number| (0..=10).contains(&number.whole) && matches!(number.nano, 0 | 500_000_000))
}

/// Whether a cell is a number.
#[must_use]
pub fn is_number(cell: &str) -> bool {
    times::read_number(cell).is_some()
}

/// Columns without names of their own, in order.
fn plan(form: &Form, format: &'static str, content: Content, columns: &[(&str, Is)]) -> Plan {
    let columns = columns.iter().enumerate().map(|(index, (name, is))| {
        let found = column(form, index, *is, &format!("in this place in {format}"));
        let role = match found.role {
            Role::Attribute(rule) => Role::Attribute(AttributeRule { name: (*name).into(), ..rule }),
            role => role,
        };
        Column { name: (*name).into(), role, reason: found.reason }
    });
    Plan { format, content, columns: columns.collect() }
}
