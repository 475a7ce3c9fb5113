//! What the items are like: titles and attributes, from tables of their own, from columns beside the clicks, and in long form.

use std::collections::{BTreeSet, HashMap, HashSet};

use serde::{Deserialize, Serialize};

use crate::attribute::{Attribute, values, without_year};
use crate::choices::Kind;
use crate::problem::{Refusal, Tally, Told};
use crate::records::Opened;
use crate::role::{AttributeRule, Column, Role, TimeColumn};
use crate::times::Stamp;
use crate::value::Cell;
use crate::vocab::Vocab;

/// All items that are described.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Items {
    /// Their names in the source.
    pub names: Vocab,
    /// Their titles, by id; empty where there is none.
    pub titles: Vec<String>,
    /// Their attributes.
    pub attributes: Vec<Attribute>,
    /// Whether a table of items was read.
    pub has_table: bool,
    /// In order: the same data gives the same bytes.
    pub(crate) described: BTreeSet<u32>,
}

/// Which columns describe items, and which attribute each one is.
pub struct Describing {
    title: Option<(usize, Option<usize>)>,
    attributes: Vec<(usize, usize, AttributeRule)>,
}

impl Items {
    /// Finds the columns that describe items and makes room for their attributes.
    pub fn describing(&mut self, columns: &[Column]) -> Describing {
        let title = columns.iter().enumerate().find_map(|(index, column)| match column.role {
            Role::Title { has_year } => Some((index, has_year)),
            _ => None,
        });
        let title =
            title.map(|(index, has_year)| (index, has_year.then(|| self.attribute(&AttributeRule::single("year")))));
        let rules = columns.iter().enumerate().filter_map(|(index, column)| match &column.role {
            Role::Attribute(rule) => Some((index, rule.clone())),
            _ => None,
        });
        let attributes = rules.map(|(index, rule)| (index, self.attribute(&rule), rule)).collect();
        Describing { title, attributes }
    }

    fn attribute(&mut self, rule: &AttributeRule) -> usize {
        if let Some(at) = self.attributes.iter().position(|known| known.name == rule.name && known.kind == rule.kind) {
            return at;
        }
        self.attributes.push(Attribute::new(rule));
        self.attributes.len() - 1
    }

    /// Takes what a row says of its item. With a time, the newest value counts; without, a row adds to what is there.
    pub fn describe(&mut self, describing: &Describing, item: &str, cells: &[Cell<'_>], time: Option<Stamp>) {
        if describing.title.is_none() && describing.attributes.is_empty() {
            return;
        }
        let id = self.names.id(item);
        let at = id as usize;
        if let Some((index, year)) = describing.title {
            self.titles.resize(self.titles.len().max(at + 1), String::new());
            let title = cells[index].text();
            let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
            let (title, found) = if year.is_some() { without_year(&title) } else { (title.as_str(), None) };
            if self.titles[at].is_empty() {
                title.clone_into(&mut self.titles[at]);
            }
            if let (Some(attribute), Some(found)) = (year, found) {
                self.attributes[attribute].set(at, &[found], time);
            }
        }
        for (index, attribute, rule) in &describing.attributes {
            let values = values(&cells[*index], rule);
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            if values.is_empty() {
                continue;
            }
            if rule.flag.is_some() {
                self.attributes[*attribute].add(at, &values);
            } else {
                self.attributes[*attribute].set(at, &values, time);
            }
        }
    }

    /// Reads a table of items; `end` is the newest time of the log.
    /// # Errors
    /// [`Refusal`] if it breaks off.
    pub fn read(
        &mut self,
        file: Opened<'_>,
        columns: &[Column],
        end: Option<Stamp>,
        told: &mut Told,
    ) -> Result<Tally, Refusal> {
        self.has_table = true;
        let name = file.entry.name.as_str();
        let at = |is: fn(&Role) -> bool| columns.iter().position(|column| is(&column.role));
        let Some(item) = at(|role| matches!(role, Role::Item)) else {
            let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
            return Err(Refusal::of_file(
                "no_item",
                name,
                format!("the columns {}", names.join(", ")),
                "a column that says which item a row describes",
                "Give it the role item.",
            ));
        };
        let long = at(|role| matches!(role, Role::LongName)).zip(at(|role| matches!(role, Role::LongValue)));
        if let Some((property, value)) = long {
            let time = columns.iter().enumerate().find_map(|(index, column)| match &column.role {
                Role::Time(time) => Some((index, time.clone())),
                _ => None,
            });
            return self.read_long(file, &Long { item, property, value, time, end }, told);
        }
        let describing = self.describing(columns);
        let (mut twice, mut nameless) = ((0, None), (0, None));
        let mut here = HashSet::new();
        let tally = file.each(told, &mut |line, cells| {
            if cells[item].is_empty() {
                nameless = (nameless.0 + 1, nameless.1.or(Some(line)));
                return Ok(());
            }
            let item = cells[item].text();
            let id = self.names.id(&item);
            if !here.insert(id) {
                twice = (twice.0 + 1, twice.1.or(Some(line)));
                return Ok(());
            }
            self.described.insert(id);
            self.describe(&describing, &item, cells, None);
            Ok(())
        })?;
        for (what, (count, first)) in
            [("items described twice: the first row counts", twice), ("rows without an item", nameless)]
        {
            if count > 0 {
                told.repair(what, name, first, count);
            }
        }
        Ok(tally)
    }

    fn read_long(&mut self, file: Opened<'_>, long: &Long, told: &mut Told) -> Result<Tally, Refusal> {
        let name = file.entry.name.as_str();
        let (mut hashed, mut late) = ((0, None), (0, None));
        let mut attributes: HashMap<String, usize> = HashMap::new();
        let tally = file.each(told, &mut |line, cells| {
            let property = cells[long.property].text();
            if cells[long.item].is_empty() || property.trim().is_empty() {
                return Ok(());
            }
            if property.bytes().all(|byte| byte.is_ascii_digit()) {
                hashed = (hashed.0 + 1, hashed.1.or(Some(line)));
                return Ok(());
            }
            let time = long.time.as_ref().and_then(|(index, time)| time.rule.read(&cells[*index].text()));
            if let (Some(time), Some(end)) = (time, long.end)
                && time > end
            {
                late = (late.0 + 1, late.1.or(Some(line)));
                return Ok(());
            }
            let known = attributes.get(property.as_ref()).copied();
            let at = known.unwrap_or_else(|| self.attribute(&AttributeRule::single(&property)));
            if known.is_none() {
                attributes.insert(property.into_owned(), at);
            }
            let id = self.names.id(&cells[long.item].text());
            self.described.insert(id);
            let rule = AttributeRule::single("");
            let values = values(&cells[long.value], &rule);
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            self.attributes[at].set(id as usize, &values, Some(time.unwrap_or_default()));
            Ok(())
        })?;
        for (what, (count, first)) in [
            ("values of properties whose names are numbers, left out", hashed),
            ("values from after the end of the log, left out", late),
        ] {
            if count > 0 {
                told.repair(what, name, first, count);
            }
        }
        Ok(tally)
    }

    /// Ends the reading: numbers go into bins; what changed over time is told.
    pub fn finish(&mut self, file: &str, told: &mut Told) {
        for attribute in &mut self.attributes {
            if attribute.kind == Kind::Number {
                attribute.put_into_bins();
            }
            if attribute.changes > 0 {
                told.repair(
                    format!("values of {} that changed: the newest counts", attribute.name),
                    file,
                    None,
                    attribute.changes,
                );
            }
        }
    }

    /// Items of tables that stand in no row of the log.
    #[must_use]
    pub fn never_met(&self, log: &Vocab) -> usize {
        self.described.iter().filter(|&&id| log.get(self.names.name(id)).is_none()).count()
    }

    /// Items that a table describes.
    #[must_use]
    pub fn described(&self) -> usize {
        self.described.len()
    }

    /// Whether a table describes an item of this name.
    #[must_use]
    pub fn describes(&self, name: &str) -> bool {
        self.names.get(name).is_some_and(|id| self.described.contains(&id))
    }
}

struct Long {
    item: usize,
    property: usize,
    value: usize,
    time: Option<(usize, TimeColumn)>,
    end: Option<Stamp>,
}
