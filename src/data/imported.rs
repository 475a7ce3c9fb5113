//! From what the importer read to a data set.
//!
//! The importer keeps times exactly; here their places in the order are enough, and those are exact as numbers of any kind.

use dif_sr_import::choices::{Kind, Order};
use dif_sr_import::times::Stamp;
use dif_sr_import::{Imported, Items, Log};
use serde::Serialize;

use super::catalogue::{AttributeInfo, AttributeKind, Catalogue, CatalogueItem};
use super::columns::says_nothing;
use super::dataset::{Counts, Dataset, Origin};
use super::interactions::{Interaction, Numbered, count, number};
use super::open::nothing_to_train_on;
use super::reading::{LeftOut, Reading};
use super::split::train_targets;
use super::subset::SubsetConfig;
use super::vocab::Vocab;
use crate::error::{Error, Result};

/// Clicks of which days are kept, in seconds since 1970, both ends included.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Period {
    /// The first second.
    pub from: Option<i64>,
    /// The last second.
    pub to: Option<i64>,
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
    /// Kept items without a value, for each attribute of the data set.
    pub without: Vec<usize>,
}

/// Makes a data set called `name` and keeps what `period` and `subset` ask for.
/// # Errors
/// [`Error::Config`] for an impossible subset, or a period where times have no dates; [`Error::File`] if nothing is left to train
/// on.
pub fn open_imported(
    name: &str,
    imported: &Imported,
    subset: &SubsetConfig,
    period: Period,
) -> Result<(Dataset, Facts)> {
    subset.validate()?;
    let Imported { log, items, order } = imported;
    let mut facts = Facts::default();
    let mut rows = in_order(log);
    let raw = count(&rows);
    if period != Period::default() {
        let inside = dates(log, period)?;
        let mut inside = inside.into_iter();
        rows.retain(|_| inside.next().unwrap_or(true));
        facts.outside = raw.interactions - rows.len();
    }
    let (users, dropped) = subset.apply(rows);
    facts.equal_times = (*order == Order::Time).then(|| equal_times(&users));
    let numbered = number(&users);
    if train_targets(&numbered.sequences) == 0 {
        if count(&users.concat()).interactions == 0 && facts.outside == raw.interactions {
            return Err(Error::config("subset.from and to", "no click in these days", "days that the log has"));
        }
        return Err(nothing_to_train_on(name, raw, &dropped, subset));
    }
    let mut catalogue = catalogue(&numbered, log, items, &mut facts);
    catalogue.count_training(&numbered.sequences);
    let base = name.rsplit('/').next().unwrap_or(name);
    let base = base.strip_suffix(".gz").unwrap_or(base);
    let dataset = Dataset {
        name: base.rsplit_once('.').map_or(base, |(stem, _)| stem).to_owned(),
        origin: Origin::File,
        catalogue,
        users: numbered.users.iter().map(|&user| log.users.name(user).to_owned()).collect(),
        tokens: numbered.items.iter().map(|&item| log.items.name(item).to_owned()).collect(),
        sequences: numbered.sequences,
        raw,
        dropped,
        reading: Some(Reading {
            order: match order {
                Order::Time => super::order::Order::Time,
                Order::File => super::order::Order::File,
                Order::FileReversed => super::order::Order::FileReversed,
            },
            undescribed: Counts { users: 0, items: facts.undescribed, interactions: facts.undescribed_clicks },
            left_out: facts.left_out.clone(),
            ..Reading::default()
        }),
    };
    Ok((dataset, facts))
}

/// The clicks with the places of their times among all different times.
fn in_order(log: &Log) -> Vec<Interaction> {
    let mut times: Vec<Stamp> = log.clicks.iter().map(|click| click.time).collect();
    times.sort_unstable();
    times.dedup();
    let place = |time: &Stamp| times.binary_search(time).expect("it is among them") as f64;
    log.clicks
        .iter()
        .map(|click| Interaction { user: click.user, item: click.item, time: place(&click.time) })
        .collect()
}

/// Whether each click lies in the period.
fn dates(log: &Log, period: Period) -> Result<Vec<bool>> {
    let Some(unit) = log.unit else {
        return Err(Error::config(
            "subset.from and to",
            "times without dates",
            "a log whose times count from a known day",
        ));
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
        facts.without.push(values.iter().filter(|values| values.is_empty()).count());
        catalogue.items[0].values.push(Vec::new());
        for (item, values) in catalogue.items[1..].iter_mut().zip(values) {
            item.values.push(values);
        }
        let kind = if attribute.kind == Kind::Bag { AttributeKind::Bag } else { AttributeKind::Single };
        catalogue.attributes.push(AttributeInfo { name: attribute.name.clone(), kind, values: vocab.into_names() });
    }
    catalogue
}
