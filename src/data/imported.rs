//! From what the importer read to a data set.
//!
//! The importer keeps times exactly; here their places in the order are enough, and those are exact as numbers of any kind.

use dif_sr_import::choices::{Kind, Order};
use dif_sr_import::log::Click;
use dif_sr_import::times::Stamp;
use dif_sr_import::vocab::Vocab;
use dif_sr_import::{Imported, Items, Log};
use serde::{Deserialize, Serialize};

use super::catalogue::{AttributeInfo, AttributeKind, Catalogue, CatalogueItem};
use super::columns::says_nothing;
use super::dataset::{Counts, Dataset, DropReason, Dropped, Names};
use super::interactions::{Interaction, Numbered, count, number};
use super::open::nothing_to_train_on;
use super::reading::{LeftOut, Reading};
use super::split::{HoldOut, Part, Sequences, count_targets};
use super::subset::SubsetConfig;
use crate::error::{Error, Result};

/// Clicks of which days are kept, in seconds since 1970, both ends included.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct Period {
    /// The first second.
    pub from: Option<i64>,
    /// The last second.
    pub to: Option<i64>,
}

/// What is kept of what was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct Keep {
    /// Clicks of these days.
    pub period: Period,
    /// Of them, these users and items.
    pub subset: SubsetConfig,
    /// What of the rest is held out; not written where it is the usual.
    #[serde(skip_serializing_if = "HoldOut::is_usual")]
    pub split: HoldOut,
}

/// How much would be kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct Remains {
    /// Before any rule.
    pub raw: Counts,
    /// After all of them.
    pub kept: Counts,
    /// What each rule drops, in their order.
    pub dropped: Vec<Dropped>,
    /// Targets that training would see in an epoch: without any, nothing can be opened.
    pub train_targets: usize,
    /// Targets that choose the best epoch.
    pub valid_targets: usize,
    /// Targets that are reported.
    pub test_targets: usize,
}

/// What happened on the way besides what the data set says of itself.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Facts {
    /// Share of the kept clicks that have the time of another click of the same sequence; none where times give no order.
    pub equal_times: Option<f64>,
    /// Clicks outside of the period.
    pub outside: usize,
    /// Kept items that no table describes, where there is one.
    pub undescribed: usize,
    /// Kept clicks on them.
    pub undescribed_clicks: usize,
    /// Attributes that were left out, and why.
    pub left_out: Vec<LeftOut>,
}

/// Makes a data set called `name` of what is to be kept.
/// # Errors
/// [`Error::Config`] for an impossible subset, or a period where times have no dates; [`Error::File`] if nothing is left to train
/// on.
pub fn open_imported(name: &str, imported: &Imported, keep: &Keep) -> Result<(Dataset, Facts)> {
    let Imported { log, items, order } = imported;
    let Cut { users, raw, dropped, times } = cut(log, keep)?;
    let outside = dropped.iter().find(|rule| rule.reason == DropReason::Dates).map_or(0, |it| it.counts.interactions);
    let equal_times = (*order == Order::Time).then(|| equal_times(&users));
    let mut facts = Facts { equal_times, outside, ..Facts::default() };
    let mut numbered = number(&users);
    let held_from = hold_out(name, &mut numbered.sequences, &users, imported, &times, keep.split)?;
    if count_targets(&numbered.sequences, Part::Train) == 0 {
        if users.is_empty() && outside == raw.interactions {
            return Err(Error::config("subset.period", "no click in these days", "days that the log has"));
        }
        return Err(nothing_to_train_on(name, raw, &dropped, &keep.subset));
    }
    let mut catalogue = catalogue(&numbered, log, items, &mut facts);
    catalogue.count_training(&numbered.sequences);
    let base = name.rsplit('/').next().unwrap_or(name);
    let base = base.strip_suffix(".gz").unwrap_or(base);
    let reading = Reading {
        order: match order {
            Order::Time => super::order::Order::Time,
            Order::File => super::order::Order::File,
            Order::FileReversed => super::order::Order::FileReversed,
        },
        undescribed: Counts { users: 0, items: facts.undescribed, interactions: facts.undescribed_clicks },
        left_out: facts.left_out.clone(),
        equal_times,
        held_from,
        ..Reading::default()
    };
    let names = Names { users: &log.users, items: &log.items };
    Ok((Dataset::of_files(base, catalogue, numbered, names, raw, dropped, reading), facts))
}

/// How much would be kept.
/// # Errors
/// As [`open_imported`], but that nothing is left is no error.
pub fn remains(name: &str, imported: &Imported, keep: &Keep) -> Result<Remains> {
    let Cut { users, raw, dropped, times } = cut(&imported.log, keep)?;
    let kept = count(&users.concat());
    let mut sequences = number(&users).sequences;
    hold_out(name, &mut sequences, &users, imported, &times, keep.split)?;
    let [train_targets, valid_targets, test_targets] = targets(&sequences);
    Ok(Remains { raw, kept, dropped, train_targets, valid_targets, test_targets })
}

/// Of ten clicks, so many lie before validation, and so many before test.
const BEFORE: [usize; 2] = [8, 9];

/// Cuts the sequences where `split` says, and gives the seconds at which validation and test begin, if a moment says that and
/// times have dates. Clicks of one moment stay together.
fn hold_out(
    name: &str,
    sequences: &mut Sequences,
    users: &[Vec<Interaction>],
    imported: &Imported,
    times: &[Stamp],
    split: HoldOut,
) -> Result<Option<[i64; 2]>> {
    let refused = |found: String, expected: &str, advice: &str| Error::File {
        file: name.into(),
        found,
        expected: expected.into(),
        advice: advice.into(),
    };
    if split == HoldOut::LeaveOneOut || users.is_empty() {
        return Ok(None);
    }
    if imported.order != Order::Time {
        return Err(refused(
            "clicks that are not in the order of their times".into(),
            "times, for a split by time",
            "Say which column holds the times, or hold out the last two clicks of each user.",
        ));
    }
    let mut clicks = vec![0; times.len()];
    users.iter().flatten().for_each(|click| clicks[click.time as usize] += 1);
    let all: usize = clicks.iter().sum();
    let begins = BEFORE.map(|tenths| {
        let mut met = 0;
        let is_reached = |&clicks: &usize| {
            met += clicks;
            met > all * tenths / 10
        };
        clicks.iter().position(is_reached).unwrap_or_default()
    });
    let cuts = |rows: &Vec<Interaction>| begins.map(|begin| rows.partition_point(|row| (row.time as usize) < begin));
    sequences.cut_at(users.iter().map(cuts).collect());
    let counts = targets(sequences);
    if counts.contains(&0) {
        let [train, valid, test] = counts;
        return Err(refused(
            format!("{train} training, {valid} validation and {test} test targets in a split by time"),
            "one of each at least",
            "Keep more clicks, or hold out the last two clicks of each user.",
        ));
    }
    Ok(imported.log.unit.map(|unit| begins.map(|begin| times[begin].unix_seconds(unit))))
}

fn targets(sequences: &Sequences) -> [usize; 3] {
    [Part::Train, Part::Valid, Part::Test].map(|part| count_targets(sequences, part))
}

/// A log cut down.
struct Cut {
    users: Vec<Vec<Interaction>>,
    raw: Counts,
    dropped: Vec<Dropped>,
    /// All different times of the log, of which the clicks have the places.
    times: Vec<Stamp>,
}

fn cut(log: &Log, keep: &Keep) -> Result<Cut> {
    let Keep { period, subset, .. } = keep;
    subset.validate()?;
    let (mut rows, times) = in_order(log);
    let raw = count(&rows);
    let mut dropped = Vec::new();
    if *period != Period::default() {
        let inside = dates(log, *period)?;
        let mut inside = inside.into_iter();
        rows.retain(|_| inside.next().unwrap_or(true));
        let counts = raw.without(count(&rows));
        if counts != Counts::default() {
            dropped.push(Dropped { reason: DropReason::Dates, counts });
        }
    }
    let (users, by_subset) = subset.apply(rows);
    dropped.extend(by_subset);
    Ok(Cut { users, raw, dropped, times })
}

/// The clicks with the places of their times among all different times, and those.
fn in_order(log: &Log) -> (Vec<Interaction>, Vec<Stamp>) {
    let mut times: Vec<Stamp> = log.clicks.iter().map(|click| click.time).collect();
    times.sort_unstable();
    times.dedup();
    let place = |time: &Stamp| times.binary_search(time).expect("it is among them") as f64;
    let click = |click: &Click| Interaction { user: click.user, item: click.item, time: place(&click.time) };
    (log.clicks.iter().map(click).collect(), times)
}

/// Whether each click lies in the period.
fn dates(log: &Log, period: Period) -> Result<Vec<bool>> {
    let Some(unit) = log.unit else {
        return Err(Error::config("subset.period", "times without dates", "a log whose times count from a known day"));
    };
    let is_inside = |time: Stamp| {
        let second = time.unix_seconds(unit);
        period.from.is_none_or(|from| second >= from) && period.to.is_none_or(|to| second <= to)
    };
    Ok(log.clicks.iter().map(|click| is_inside(click.time)).collect())
}

/// Share of clicks whose neighbour in time, of the same user, has the same time.
fn equal_times(users: &[Vec<Interaction>]) -> f64 {
    let of_user = |rows: &Vec<Interaction>| {
        let groups = rows.chunk_by(|a, b| a.time.total_cmp(&b.time).is_eq());
        groups.map(<[Interaction]>::len).filter(|&length| length > 1).sum::<usize>()
    };
    let all: usize = users.iter().map(Vec::len).sum();
    users.iter().map(of_user).sum::<usize>() as f64 / all.max(1) as f64
}

fn catalogue(numbered: &Numbered, log: &Log, items: &Items, facts: &mut Facts) -> Catalogue {
    let kept: Vec<(&str, Option<u32>)> = numbered.items[1..]
        .iter()
        .map(|&item| log.items.name(item))
        .map(|name| (name, items.names.get(name)))
        .collect();
    let mut catalogue = Catalogue::new(Vec::new());
    catalogue.items.extend(kept.iter().map(|(name, id)| {
        let title = id.and_then(|id| items.titles.get(id as usize)).filter(|title| !title.is_empty());
        let name = title.map_or(*name, String::as_str).to_owned();
        CatalogueItem::named(name)
    }));
    if items.has_table {
        let is_undescribed: Vec<bool> = kept.iter().map(|(name, _)| !items.describes(name)).collect();
        facts.undescribed = is_undescribed.iter().filter(|&&is| is).count();
        let clicks = numbered.sequences.iter().flatten();
        facts.undescribed_clicks = clicks.filter(|&&item| is_undescribed[item as usize - 1]).count();
    }
    for attribute in &items.attributes {
        let mut vocab = Vocab::default();
        let values: Vec<Vec<u32>> = kept
            .iter()
            .map(|(_, id)| id.map_or(&[][..], |id| attribute.of(id)))
            .map(|ids| ids.iter().map(|&id| vocab.id(attribute.values.name(id))).collect())
            .collect();
        let different = vocab.rows() - 1;
        if let Some(reason) = says_nothing(different, &values) {
            facts.left_out.push(LeftOut { column: attribute.name.clone(), reason, values: different });
            continue;
        }
        catalogue.items[0].values.push(Vec::new());
        for (item, values) in catalogue.items[1..].iter_mut().zip(values) {
            item.values.push(values);
        }
        let kind = if attribute.kind == Kind::Bag { AttributeKind::Bag } else { AttributeKind::Single };
        catalogue.attributes.push(AttributeInfo { name: attribute.name.clone(), kind, values: vocab.into_names() });
    }
    catalogue
}
