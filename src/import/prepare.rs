//! From given files to files that are ready to be read: what each one is, and what its columns are for.

use std::collections::HashSet;

use crate::choices::{Choices, FileChoices};
use crate::containers::{self, Content as Inside, Entry};
use crate::encoding::TextEncoding;
use crate::form::{self, Form, Shape};
use crate::formats::{self, Content, Plan, any, guess_time, recbole, sequences};
use crate::not_data::NotData;
use crate::problem::{Refusal, Told, short};
use crate::records::Opened;
use crate::report::{ColumnReport, FileReport};
use crate::role::{Column, Role};
use crate::source::Source;
use crate::survey::{Survey, survey};

/// A file that can be read.
pub struct Prepared {
    /// Where it lies.
    pub entry: Entry,
    /// What it looks like.
    pub survey: Survey,
    /// Its form.
    pub form: Form,
    /// What it is for.
    pub plan: Plan,
    /// What somebody chose for it.
    pub choices: FileChoices,
}

impl Prepared {
    /// It, to be read.
    pub fn open<'a>(&'a self, sources: &[&'a dyn Source]) -> Opened<'a> {
        Opened { entry: &self.entry, source: sources[self.entry.source], survey: &self.survey, form: &self.form }
    }

    /// Chooses kinds of events and a threshold for ratings, for all logs alike.
    /// # Errors
    /// [`Refusal`] where there is no such column.
    pub fn choose_rows(&mut self, choices: &Choices) -> Result<(), Refusal> {
        let (mut has_events, mut has_ratings) = (false, false);
        for column in &mut self.plan.columns {
            match (&mut column.role, &choices.keep_events, choices.rating_at_least) {
                (Role::Event { keep }, Some(kinds), _) => {
                    *keep = Some(kinds.clone());
                    has_events = true;
                }
                (Role::Rating { at_least }, _, Some(least)) => {
                    *at_least = Some(least);
                    has_ratings = true;
                }
                _ => {}
            }
        }
        let lacks = |what: &str, role: &str| {
            Refusal::of_file(
                "no_such_column",
                &self.entry.name,
                format!("no column with {what}"),
                format!("a column with the role {role}"),
                "Leave that choice out, or give a column that role.",
            )
        };
        if choices.keep_events.is_some() && !has_events {
            return Err(lacks("kinds of events", "event"));
        }
        if choices.rating_at_least.is_some() && !has_ratings {
            return Err(lacks("ratings", "rating"));
        }
        Ok(())
    }

    /// What the report says of its columns.
    pub fn columns(&self) -> impl Iterator<Item = ColumnReport> + '_ {
        self.plan.columns.iter().map(|column| ColumnReport::of(&self.entry.name, column))
    }

    /// What the report says of it.
    #[must_use]
    pub fn report(&self, role: &'static str, reason: impl Into<String>) -> FileReport {
        let separator = match &self.form.shape {
            Shape::Table { dialect, .. } => Some(dialect.separator.as_text()),
            Shape::Sequences { separator } => Some(separator.as_text()),
            Shape::ObjectLines | Shape::Objects | Shape::Values => None,
        };
        let Entry { name, bytes, .. } = &self.entry;
        FileReport {
            name: name.clone(),
            bytes: *bytes,
            encoding: Some(self.survey.encoding.name()),
            separator,
            role,
            reason: reason.into(),
        }
    }
}

/// What was made of the given files.
#[derive(Default)]
pub struct Preparation {
    /// Those that can be read.
    pub ready: Vec<Prepared>,
    /// What the report says of the others.
    pub others: Vec<FileReport>,
    /// Why given files cannot be read.
    pub refused: Vec<Refusal>,
}

const TABLE: &str = "a table or a log of clicks as text";

/// Looks at every given file.
pub fn prepare(sources: &[&dyn Source], choices: &Choices, told: &mut Told) -> Preparation {
    let mut all = Preparation::default();
    for (index, source) in sources.iter().enumerate() {
        let file = source.name();
        let not_data = |what: NotData| Refusal::of_file("not_data", file, what.found, TABLE, what.advice);
        match containers::look(index, *source) {
            Err(refusal) => all.refuse(file, source.bytes(), refusal),
            Ok(Inside::Not(what)) => all.refuse(file, source.bytes(), not_data(what)),
            Ok(Inside::One(entry)) => match prepare_one(entry, *source, choices, told) {
                Ok(prepared) => all.ready.push(prepared),
                Err(refusal) => all.refuse(file, source.bytes(), refusal),
            },
            Ok(Inside::Many { entries, left }) => {
                let archive = FileReport {
                    name: file.into(),
                    bytes: source.bytes(),
                    encoding: None,
                    separator: None,
                    role: "archive",
                    reason: format!("a zip file with {} files", entries.len() + left.len()),
                };
                all.others.push(archive);
                for (name, reason) in left {
                    all.pass_over(&name, 0, reason);
                }
                for entry in entries {
                    let (name, bytes) = (entry.name.clone(), entry.bytes);
                    match prepare_one(entry, *source, choices, told) {
                        Ok(prepared) => all.ready.push(prepared),
                        // A README beside the tables is no reason to refuse them.
                        Err(refusal) => {
                            all.pass_over(&name, bytes, format!("{}, expected {}", refusal.found, refusal.expected));
                        }
                    }
                }
            }
        }
    }
    all.leave_out_copies(told);
    all
}

impl Preparation {
    fn refuse(&mut self, name: &str, bytes: u64, refusal: Refusal) {
        self.pass_over(name, bytes, refusal.found.clone());
        self.refused.push(refusal);
    }

    fn pass_over(&mut self, name: &str, bytes: u64, reason: String) {
        self.others.push(FileReport {
            name: name.into(),
            bytes,
            encoding: None,
            separator: None,
            role: "passed over",
            reason,
        });
    }

    /// Of files of one content, the first is read.
    fn leave_out_copies(&mut self, told: &mut Told) {
        let mut met: Vec<(u64, u64, String)> = Vec::new();
        let mut copies = Vec::new();
        self.ready.retain(|file| {
            let Survey { size, fingerprint, .. } = file.survey;
            if let Some((.., first)) =
                met.iter().find(|(other_size, other, _)| (*other_size, *other) == (size, fingerprint))
            {
                copies.push(file.report("passed over", format!("the same content as {first}")));
                told.note(
                    "copy",
                    &file.entry.name,
                    format!("the same content as {first}"),
                    "different files",
                    "It is read once.",
                );
                return false;
            }
            met.push((size, fingerprint, file.entry.name.clone()));
            true
        });
        self.others.append(&mut copies);
    }
}

fn prepare_one(entry: Entry, source: &dyn Source, choices: &Choices, told: &mut Told) -> Result<Prepared, Refusal> {
    let name = entry.name.as_str();
    let choices = choices.of(name, entry.base());
    let encoding = choices.encoding.as_deref().map(|wanted| {
        TextEncoding::named(wanted).ok_or_else(|| {
            let all: Vec<&str> = TextEncoding::ALL.iter().map(|encoding| encoding.name()).collect();
            Refusal::of_file(
                "encoding",
                name,
                format!("the encoding \"{}\"", short(wanted)),
                format!("one of {}", all.join(", ")),
                "Correct it.",
            )
        })
    });
    let survey = survey(&entry, source, encoding.transpose()?).map_err(|error| Refusal::unreadable(name, &error))?;
    let survey = survey.map_err(|what| Refusal::of_file("not_data", name, what.found, TABLE, what.advice))?;
    let mut form = form::find(name, &survey, &choices)?;
    let mut plan = sequences::recognise(&form)
        .or_else(|| recbole::recognise(&form))
        .or_else(|| formats::recognise(&form))
        .unwrap_or_else(|| any::guess(&form));
    if plan.columns.len() != form.columns.len() {
        // Files that are passed over name no columns.
        let named = form.columns[plan.columns.len().min(form.columns.len())..].iter();
        plan.columns.extend(named.map(|name| Column::new(name, Role::Ignore, "not read")));
    }
    choose(&mut plan, &form, &choices, name)?;
    form.columns = plan.columns.iter().map(|column| column.name.clone()).collect();
    tell_repairs(name, &survey, told);
    Ok(Prepared { entry, survey, form, plan, choices })
}

/// Puts what somebody chose in the place of what was guessed.
fn choose(plan: &mut Plan, form: &Form, choices: &FileChoices, file: &str) -> Result<(), Refusal> {
    if choices.columns.is_empty() {
        return Ok(());
    }
    let mut used = HashSet::new();
    for (index, column) in plan.columns.iter_mut().enumerate() {
        // In a RecBole file a column is named with its type or without.
        let choice = choices.column(&column.name, index).or_else(|| choices.columns.get(&form.columns[index]));
        let Some(choice) = choice else { continue };
        used.insert(index);
        let old = std::mem::replace(column, Column::new("", Role::Ignore, ""));
        *column = old
            .chosen(choice, guess_time(form, index))
            .map_err(|(found, expected)| Refusal::of_file("columns_file", file, found, expected, "Correct it."))?;
    }
    if used.is_empty() {
        return Ok(());
    }
    give_way(plan, &used);
    let has = |is: fn(&Role) -> bool| plan.columns.iter().any(|column| is(&column.role));
    let (has_item, has_user) =
        (has(|role| matches!(role, Role::Item)), has(|role| matches!(role, Role::User | Role::Session)));
    plan.content = match (has_item, has_user) {
        (true, true) => Content::Log,
        (true, false) => Content::Items,
        _ => plan.content,
    };
    Ok(())
}

/// Of roles that one column has, a guessed one gives way to the one that was chosen.
fn give_way(plan: &mut Plan, chosen: &HashSet<usize>) {
    let is_single = |role: &Role| {
        matches!(
            role,
            Role::User | Role::Session | Role::Item | Role::Title { .. } | Role::Rating { .. } | Role::Event { .. }
        ) || matches!(role, Role::Time(time) if time.part.is_none())
    };
    let taken: Vec<&'static str> =
        chosen.iter().map(|&at| &plan.columns[at].role).filter(|role| is_single(role)).map(Role::name).collect();
    for (at, column) in plan.columns.iter_mut().enumerate() {
        if !chosen.contains(&at) && is_single(&column.role) && taken.contains(&column.role.name()) {
            *column = Column::new(&column.name, Role::Ignore, "another column was chosen");
        }
    }
}

fn tell_repairs(name: &str, survey: &Survey, told: &mut Told) {
    if survey.encoding == TextEncoding::Utf8Mark {
        told.repair("a byte order mark", name, Some(1), 1);
    }
    if survey.has_windows_ends {
        told.repair("line ends of Windows", name, Some(1), 1);
    }
    if survey.has_lone_returns {
        told.repair("line ends that are carriage returns alone", name, Some(1), 1);
    }
    if !matches!(survey.encoding, TextEncoding::Utf8 | TextEncoding::Utf8Mark) {
        told.repair(format!("the encoding {}", survey.encoding.name()), name, Some(1), 1);
    }
}
