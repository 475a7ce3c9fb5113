//! What each column of a file is for.

use crate::choices::{ColumnChoice, Kind, Long, Part, RoleName};
use crate::times::{TimeRule, Unit};

/// How the cell of a bag is cut into its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Split {
    /// As a list where it is one, as JSON, Python and R print lists; else at this text.
    ListOr(String),
    /// At this text.
    At(String),
}

/// How a column describes items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttributeRule {
    /// The attribute; several columns may be one.
    pub name: String,
    /// How many values.
    pub kind: Kind,
    /// How a bag is cut.
    pub split: Split,
    /// Of a number: how many bins.
    pub bins: u32,
    /// Of a column of zeros and ones: the value that a one stands for.
    pub flag: Option<String>,
}

/// How a column tells times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeColumn {
    /// How its cells are read.
    pub rule: TimeRule,
    /// Which part it is; none: the whole time.
    pub part: Option<Part>,
}

/// What a column is for.
#[derive(Debug, Clone, PartialEq)]
pub enum Role {
    /// Who.
    User,
    /// Which visit: the sequence, where there is one.
    Session,
    /// What.
    Item,
    /// When.
    Time(TimeColumn),
    /// Describes the item.
    Attribute(AttributeRule),
    /// Names the item.
    Title {
        /// Whether a year in brackets ends it, which becomes an attribute.
        has_year: bool,
    },
    /// How much it was liked.
    Rating {
        /// From where on that is a click.
        at_least: Option<f64>,
    },
    /// What kind of event.
    Event {
        /// Which ones count.
        keep: Option<Vec<String>>,
    },
    /// The items before, in a file that holds one question a row.
    History,
    /// The name of an attribute whose value stands beside it.
    LongName,
    /// Its value.
    LongValue,
    /// Nothing.
    Ignore,
}

/// A column and why it is what it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What for.
    pub role: Role,
    /// Why.
    pub reason: String,
}

/// Bins of a number where nobody says how many.
const BINS: u32 = 10;

impl AttributeRule {
    /// One value.
    #[must_use]
    pub fn single(name: &str) -> Self {
        Self { name: name.into(), kind: Kind::Single, split: Split::At(String::new()), bins: BINS, flag: None }
    }

    /// Several values.
    #[must_use]
    pub fn bag(name: &str, split: Split) -> Self {
        Self { name: name.into(), kind: Kind::Bag, split, bins: BINS, flag: None }
    }
}

impl Column {
    /// A column.
    #[must_use]
    pub fn new(name: &str, role: Role, reason: impl Into<String>) -> Self {
        Self { name: name.into(), role, reason: reason.into() }
    }

    /// The same with what somebody chose; `guess` tells how its cells would be read as times.
    /// # Errors
    /// What is wrong with the choice, as what was found and what was expected.
    pub fn chosen(self, choice: &ColumnChoice, guess: Option<TimeRule>) -> Result<Self, (String, &'static str)> {
        let role = match (choice.role, &choice.long) {
            (Some(RoleName::Attribute) | None, Some(Long::Name)) => Role::LongName,
            (Some(RoleName::Attribute) | None, Some(Long::Value)) => Role::LongValue,
            (Some(RoleName::User), _) => Role::User,
            (Some(RoleName::Session), _) => Role::Session,
            (Some(RoleName::Item), _) => Role::Item,
            (Some(RoleName::Title), _) => match self.role {
                Role::Title { has_year } => Role::Title { has_year },
                _ => Role::Title { has_year: false },
            },
            (Some(RoleName::Ignore), _) => Role::Ignore,
            (Some(RoleName::Time), _) => Role::Time(time(&self.role, choice, guess)?),
            (Some(RoleName::Attribute), _) => Role::Attribute(attribute(&self, choice)),
            (Some(RoleName::Rating), _) => Role::Rating { at_least: choice.at_least },
            (Some(RoleName::Event), _) => Role::Event { keep: choice.keep.clone() },
            (None, None) => match &self.role {
                Role::Time(_) => Role::Time(time(&self.role, choice, guess)?),
                Role::Attribute(_) => Role::Attribute(attribute(&self, choice)),
                Role::Rating { .. } => Role::Rating { at_least: choice.at_least },
                Role::Event { .. } => Role::Event { keep: choice.keep.clone() },
                Role::Ignore if choice.kind.is_some() => Role::Attribute(attribute(&self, choice)),
                other => other.clone(),
            },
        };
        Ok(Self { name: self.name, role, reason: "chosen".into() })
    }
}

fn time(guessed: &Role, choice: &ColumnChoice, guess: Option<TimeRule>) -> Result<TimeColumn, (String, &'static str)> {
    let old = match guessed {
        Role::Time(old) => Some(old.clone()),
        _ => None,
    };
    let part = choice.part.or_else(|| old.as_ref().and_then(|old| old.part));
    let rule = if choice.unit.is_some() || choice.format.is_some() {
        TimeRule::told(choice.unit, choice.format.as_deref()).ok_or_else(|| {
            (
                format!("the format \"{}\"", choice.format.as_deref().unwrap_or_default()),
                "the letters of strftime, such as %d.%m.%Y %H:%M:%S",
            )
        })?
    } else {
        old.map(|old| old.rule).or(guess).unwrap_or(TimeRule::Number(None))
    };
    Ok(TimeColumn { rule, part })
}

fn attribute(column: &Column, choice: &ColumnChoice) -> AttributeRule {
    let mut rule = match &column.role {
        Role::Attribute(rule) => rule.clone(),
        _ => AttributeRule { split: Split::ListOr(" ".into()), ..AttributeRule::single(&column.name) },
    };
    if let Some(kind) = choice.kind {
        rule.kind = kind;
    }
    if let Some(separator) = &choice.separator {
        rule.split = Split::At(separator.clone());
        if choice.kind.is_none() {
            rule.kind = Kind::Bag;
        }
    }
    rule.bins = choice.bins.unwrap_or(rule.bins).clamp(2, 1000);
    rule
}

impl Role {
    /// As the report names it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Session => "session",
            Self::Item => "item",
            Self::Time(_) => "time",
            Self::Attribute(_) | Self::LongName | Self::LongValue => "attribute",
            Self::Title { .. } => "title",
            Self::Rating { .. } => "rating",
            Self::Event { .. } => "event",
            Self::History => "history",
            Self::Ignore => "ignore",
        }
    }

    /// Its kind as the report names it.
    #[must_use]
    pub fn kind(&self) -> Option<String> {
        Some(match self {
            Self::Attribute(rule) => match rule.kind {
                Kind::Single => "single".into(),
                Kind::Bag => "bag".into(),
                Kind::Number => "number".into(),
            },
            Self::LongName => "long: name".into(),
            Self::LongValue => "long: value".into(),
            Self::Time(time) => match time.part {
                None => time.rule.in_words(),
                Some(Part::Date) => "date".into(),
                Some(Part::TimeOfDay) => "time of day".into(),
            },
            _ => return None,
        })
    }

    /// The separator of a bag as the report names it.
    #[must_use]
    pub fn separator(&self) -> Option<String> {
        match self {
            Self::Attribute(AttributeRule { kind: Kind::Bag, split, .. }) => Some(match split {
                Split::ListOr(text) if text.is_empty() => "list".into(),
                Split::ListOr(text) | Split::At(text) => text.clone(),
            }),
            _ => None,
        }
    }
}

/// The unit of a time of day.
#[must_use]
pub fn unit_of_day(column: &TimeColumn) -> Unit {
    column.rule.unit().unwrap_or(Unit::Seconds)
}

/// Whether a file holds the history of every click beside it, so that each click stands in many rows.
#[must_use]
pub fn unread_history(columns: &[Column]) -> bool {
    columns.iter().any(|column| matches!(column.name.as_str(), "history") && column.role == Role::Ignore)
}
