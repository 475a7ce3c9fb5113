//! One value of a JSON object or a Python dictionary, with numbers as they are written.

use std::borrow::Cow;

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// `null` or `None`.
    Nothing,
    /// A text, or a number or a truth value as a text.
    Text(String),
    /// A list, or a tuple.
    List(Vec<Value>),
    /// An object, or a dictionary.
    Map(Vec<(String, Value)>),
}

impl Value {
    /// The texts in it: of a list all, however deep, each once, in order.
    #[must_use]
    pub fn texts(&self) -> Vec<&str> {
        let mut found = Vec::new();
        self.collect(&mut found);
        found
    }

    fn collect<'a>(&'a self, found: &mut Vec<&'a str>) {
        match self {
            Self::Nothing => {}
            Self::Text(text) => {
                let text = text.trim();
                if !text.is_empty() && !found.contains(&text) {
                    found.push(text);
                }
            }
            Self::List(values) => values.iter().for_each(|value| value.collect(found)),
            Self::Map(pairs) => pairs.iter().for_each(|(_, value)| value.collect(found)),
        }
    }

    /// It as one text; none for nothing.
    #[must_use]
    pub fn text(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Nothing => None,
            Self::Text(text) => Some(Cow::Borrowed(text)),
            Self::List(_) | Self::Map(_) => Some(Cow::Owned(self.texts().join(", "))),
        }
    }
}

/// One cell of a row, as it stands in the file.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'a> {
    /// Text of a table; empty where there is none.
    Plain(Cow<'a, str>),
    /// A value of an object.
    Value(Value),
}

impl<'a> Cell<'a> {
    /// No value.
    pub const EMPTY: Cell<'static> = Cell::Plain(Cow::Borrowed(""));

    /// Its text as it stands, blanks included; empty for nothing.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Plain(text) => Cow::Borrowed(text),
            Self::Value(value) => value.text().unwrap_or_default(),
        }
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Plain(text) => text.trim().is_empty(),
            Self::Value(value) => value.text().is_none_or(|text| text.trim().is_empty()),
        }
    }

    /// A text of a table.
    #[must_use]
    pub fn of(text: &'a str) -> Self {
        Self::Plain(Cow::Borrowed(text))
    }
}
