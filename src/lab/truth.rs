//! What explanations of a model are true about, where the shop knows; see [`crate::explain::truth`].

use std::ops::Range;

use serde::Serialize;

use super::answers::{SourceInfo, sources};
use super::{Lab, not_ready};
use crate::data::process::{Process, Rule};
use crate::error::{Error, Result};
use crate::explain::law::{PerStep, Property, law};
use crate::explain::truth::{Click, POINTED, WHICH, pointed, pointed_clicks, which, which_clicks};

/// Most clicks that are asked about at once: the page asks in parts, and nothing waits behind a long one.
const MOST_CLICKS: usize = 4096;

/// One of the two questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum TruthQuestion {
    /// Which earlier click led to this one?
    Which,
    /// What pointed to it?
    Pointed,
}

/// How many clicks each question has on the open data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct TruthClicks {
    /// Last clicks that were not noise.
    pub which: usize,
    /// Those that one cue alone pointed to.
    pub pointed: usize,
}

/// One click and what was named for it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct TruthClick {
    /// Index of the session in the data; its last item is the click.
    pub user: usize,
    /// The session before it, oldest first.
    pub history: Vec<u32>,
    /// The click.
    pub item: u32,
    /// What decided.
    pub rule: Rule,
    /// Steps back from the last item to the one that led to it.
    pub back: usize,
    /// Which: `back`. Pointed: index of the planted source.
    pub truth: usize,
    /// In the order of the methods, in the terms of `truth`; `None` where the model cannot be asked this way.
    pub named: Vec<Option<usize>>,
    /// 0-based rank of the click in the model's list, history kept.
    pub rank: f64,
}

/// What every explanation names for some clicks, beside what was planted.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct Truth {
    /// Which question.
    pub question: TruthQuestion,
    /// What the model keeps apart.
    pub sources: Vec<SourceInfo>,
    /// What names something, in the order of `named`.
    pub methods: Vec<&'static str>,
    /// The clicks; none where the model cannot be asked.
    pub clicks: Vec<TruthClick>,
}

/// The planted law and the learned one.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct LawReport {
    /// What the model keeps apart.
    pub sources: Vec<SourceInfo>,
    /// Number of layers.
    pub layers: usize,
    /// Department, brand, price band.
    pub properties: Vec<Property>,
    /// How long ago.
    pub position: PerStep,
}

impl Lab {
    /// How many clicks each question has; `None` where no process is known.
    ///
    /// # Errors
    /// [`Error::NotReady`] if no data is open.
    #[cold]
    pub fn truth_clicks(&self) -> Result<Option<TruthClicks>> {
        let open = self.opened()?;
        Ok(open.process.as_ref().map(|process| TruthClicks {
            which: which_clicks(process, &open.data.sequences).len(),
            pointed: pointed_clicks(process, &open.data.sequences).len(),
        }))
    }

    /// What every explanation of a model names for the clicks of a question in `range`.
    ///
    /// # Errors
    /// [`Error::NotReady`] without such a model or a known process, [`Error::Config`] for too many clicks at once.
    #[cold]
    pub fn truth(&self, model: &str, question: TruthQuestion, range: Range<usize>) -> Result<Truth> {
        let (serving, open) = (self.serving(model)?, self.opened()?);
        let process = self.process()?;
        if range.len() > MOST_CLICKS {
            return Err(Error::config("count", range.len(), format!("{MOST_CLICKS} at most")));
        }
        let subject = self.subject(serving)?;
        let (sources, _) = sources(&serving.card.config.model, &open.data.catalogue);
        let all = match question {
            TruthQuestion::Which => which_clicks(process, &open.data.sequences),
            TruthQuestion::Pointed => pointed_clicks(process, &open.data.sequences),
        };
        let end = range.end.min(all.len());
        let clicks = &all[range.start.min(end)..end];
        let found = match question {
            TruthQuestion::Which => {
                let found = which(&subject, process, clicks)?.into_iter();
                let found =
                    found.zip(clicks).map(|(one, click)| answer(click, click.back, one.named, one.standing.rank));
                found.collect()
            }
            TruthQuestion::Pointed => match pointed(&subject, process, clicks, sources.len())? {
                None => Vec::new(),
                Some(found) => {
                    let found = found.into_iter().zip(clicks);
                    found.map(|(one, click)| answer(click, one.truth, one.named, one.standing.rank)).collect()
                }
            },
        };
        let methods = match question {
            TruthQuestion::Which => WHICH.to_vec(),
            TruthQuestion::Pointed => POINTED.to_vec(),
        };
        Ok(Truth { question, sources, methods, clicks: found })
    }

    /// The planted law beside what a model learned of it, over the sessions before the last clicks; without properties for a model that
    /// keeps no source apart.
    ///
    /// # Errors
    /// As [`Lab::truth`].
    #[cold]
    pub fn law(&self, model: &str) -> Result<LawReport> {
        let (serving, open) = (self.serving(model)?, self.opened()?);
        let process = self.process()?;
        let config = &serving.card.config.model;
        let (sources, _) = sources(config, &open.data.catalogue);
        let layers = config.backbone().map_or(0, |sizes| sizes.layers);
        if sources.len() < 2 || config.is_bidirectional() {
            let position = PerStep { planted: crate::data::process::DECAY.ln(), learned: Vec::new() };
            return Ok(LawReport { sources, layers, properties: Vec::new(), position });
        }
        let clicks = which_clicks(process, &open.data.sequences);
        let found = law(&self.subject(serving)?, process, &clicks, sources.len())?;
        Ok(LawReport { sources, layers, properties: found.properties, position: found.position })
    }

    fn process(&self) -> Result<&Process> {
        let process = self.opened()?.process.as_ref().filter(|process| !process.last_steps().is_empty());
        process.ok_or_else(|| not_ready("Open a shop whose rules are known"))
    }
}

fn answer(click: &Click, truth: usize, named: Vec<Option<usize>>, rank: f64) -> TruthClick {
    let Click { user, history, item, rule, back } = click.clone();
    TruthClick { user, history, item, rule, back, truth, named, rank }
}
