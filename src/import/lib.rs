//! Reads logs of clicks and tables of items in the forms in which people have them: published ones, and tables of their own.
//!
//! Given files are looked into ([`containers`]), their encoding and form are found ([`survey`], [`form`]), their columns get their
//! roles ([`formats`], [`choices`]), and the rows become a [`Log`] and [`Items`]. Whatever happens there is a [`Report`]: what was read
//! as what and why, what was put right, what could not be read and what to do. Files are read by streams: memory grows with the
//! clicks, not with the bytes.

#![forbid(unsafe_code)]

pub mod attribute;
pub mod choices;
pub mod containers;
mod dialect;
mod encoding;
pub mod form;
pub mod formats;
mod guard;
pub mod hand_over;
mod header;
pub mod items;
mod json;
mod lines;
pub mod log;
mod names;
mod not_data;
mod notes;
mod objects;
mod prepare;
pub mod problem;
mod python;
pub mod reading;
pub mod records;
pub mod report;
pub mod role;
pub mod samples;
mod select;
pub mod source;
pub mod survey;
pub mod times;
pub mod value;
pub mod vocab;

pub use choices::Choices;
pub use items::Items;
pub use log::Log;
pub use report::Report;
pub use source::{Held, Source};

use serde::{Deserialize, Serialize};

use choices::{BadRows, Order};
use formats::Content;
use prepare::{Preparation, Prepared, prepare};
use problem::{Refusal, Tally, Told};
use report::Raw;

/// What came out of the files.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Imported {
    /// The clicks, in the order that counts where times are equal.
    pub log: Log,
    /// What the items are like.
    pub items: Items,
    /// What gives the order.
    pub order: Order,
}

/// Most rows of a file that may be left out before somebody has to choose so ([`BadRows`]), as one in so many.
const ONE_IN: u64 = 10;

/// Reads files. The report is complete in any case; without a refusal there is data too.
#[must_use]
pub fn import(sources: &[&dyn Source], choices: &Choices) -> (Report, Option<Imported>) {
    let mut told = Told::default();
    let mut report = Report::default();
    let preparation = prepare(sources, choices, &mut told);
    let imported = read(sources, preparation, choices, &mut report, &mut told);
    let imported = imported.map_err(|refusal| report.refused = Some(refusal)).ok();
    report.repairs = told.repairs;
    report.problems = told.problems;
    (report, imported)
}

fn read(
    sources: &[&dyn Source],
    preparation: Preparation,
    choices: &Choices,
    report: &mut Report,
    told: &mut Told,
) -> Result<Imported, Refusal> {
    let Preparation { ready, others, refused } = preparation;
    report.files = others;
    report.seen.samples = ready.iter().map(samples::Sample::of).collect();
    let (mut logs, mut tables, mut passed_over) = (Vec::new(), Vec::new(), Vec::new());
    for file in ready {
        match file.plan.content {
            Content::Log => logs.push(file),
            Content::Items => tables.push(file),
            Content::Other(what) => {
                told.note(
                    "passed_over",
                    &file.entry.name,
                    what.to_owned(),
                    "clicks, or what the items are like",
                    "It is not read.",
                );
                report.files.push(file.report("passed over", what));
                passed_over.push(file);
            }
        }
    }
    let (mut logs, left) = select::select(logs);
    for log in &mut logs {
        log.choose_rows(choices)?;
    }
    for (file, reason) in left {
        told.note(
            "another_log",
            &file.entry.name,
            reason.clone(),
            "one log, or the parts of one",
            "Give it alone to read it.",
        );
        report.files.push(file.report("passed over", reason));
    }
    report.files.extend(logs.iter().map(|file| file.report("log", file.plan.format)));
    report.files.extend(tables.iter().map(|file| file.report("items", file.plan.format)));
    report.columns.extend(logs.iter().chain(&tables).flat_map(Prepared::columns));
    if let Some(first) = refused.first() {
        for refusal in &refused[1..] {
            let Refusal { code, file, found, expected, advice, .. } = refusal.clone();
            told.note(code, &file, found, &expected, &advice);
        }
        return Err(first.clone());
    }
    let Some(first) = logs.first() else {
        // One of them may be the log, with columns whose roles nobody could guess.
        report.columns.extend(passed_over.iter().flat_map(Prepared::columns));
        return Err(no_log(sources, &tables));
    };
    first.plan.format.clone_into(&mut report.format);
    let (mut reading, mut items) = (reading::Reading::default(), Items::default());
    for file in &logs {
        let of_file = reading.read(file.open(sources), &file.plan.columns, &mut items, told)?;
        refuse_if_too_many(of_file, file, told)?;
    }
    reading.finish();
    reading.events.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let file = first.entry.name.as_str();
    if reading.log.clicks.is_empty() {
        return Err(Refusal::of_file(
            "no_clicks",
            file,
            "no click",
            "rows with a user and an item",
            "Choose the complete file, or other columns.",
        ));
    }
    let order = first.choices.order.unwrap_or(if reading.has_times { Order::Time } else { Order::File });
    notes::tell(first, &reading, order, told);
    report.seen.events = std::mem::take(&mut reading.events);
    let mut log = reading.log;
    match order {
        Order::Time => {}
        Order::File => log.forget_times(),
        Order::FileReversed => {
            log.clicks.reverse();
            log.forget_times();
        }
    }
    log.without_repeats(first.choices.repeats.unwrap_or_default(), order);
    report.seen.seconds = log.seconds().filter(|_| order == Order::Time);
    let end = log.end().filter(|_| order == Order::Time);
    for table in &tables {
        let of_table = items.read(table.open(sources), &table.plan.columns, end, told)?;
        refuse_if_too_many(of_table, table, told)?;
        if let Some(refusal) = notes::of_table(table, &items, &log, told) {
            return Err(refusal);
        }
    }
    items.finish(file, told);
    let (users, different, interactions) = log.counts();
    report.raw = Some(Raw { users, items: different, interactions });
    report.order = Some(order);
    report.equal_times = (order == Order::Time).then(|| log.equal_times());
    Ok(Imported { log, items, order })
}

fn refuse_if_too_many(tally: Tally, file: &Prepared, told: &mut Told) -> Result<(), Refusal> {
    if tally.bad * ONE_IN <= tally.rows {
        return Ok(());
    }
    let name = file.entry.name.as_str();
    let first = told.problems.iter().find(|problem| problem.file == name && problem.line.is_some()).cloned();
    let can_go_on = tally.bad < tally.rows;
    if can_go_on && file.choices.bad_rows == Some(BadRows::LeaveOut) {
        let line = first.and_then(|problem| problem.line);
        told.repair("rows that cannot be read, left out as chosen", name, line, tally.bad);
        return Ok(());
    }
    let mut refusal = first.map_or_else(
        || {
            let found = format!("{} rows that cannot be read", tally.bad);
            Refusal::of_file("too_many", name, found, "rows of one form", "Choose another file.")
        },
        |problem| {
            let mut refusal = Refusal::from(problem);
            if tally.bad > 1 {
                refusal.advice = format!("{} {} of {} rows cannot be read.", refusal.advice, tally.bad, tally.rows);
            }
            refusal
        },
    );
    refusal.tally = can_go_on.then_some(tally);
    Err(refusal)
}

fn no_log(sources: &[&dyn Source], tables: &[Prepared]) -> Refusal {
    let file = tables
        .first()
        .map_or_else(|| sources.first().map_or("", |source| source.name()), |table| table.entry.name.as_str());
    let found = match tables.first() {
        Some(table) => {
            let columns: Vec<&str> = table.plan.columns.iter().map(|column| column.name.as_str()).collect();
            format!("no column that says who; the columns are {}", problem::short(&columns.join(", ")))
        }
        None => "no file with clicks".to_owned(),
    };
    Refusal::of_file(
        "no_log",
        file,
        found,
        "a log: a user or a session, and an item, in every row",
        "Add the file with the clicks, or give the columns their roles.",
    )
}
