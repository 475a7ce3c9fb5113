//! Explanations of the models that answer: rank, gradients, attribution, edits, item map. On the CPU alone.

use burn::module::Module;

use super::answers::{FusionName, SourceInfo, look_ups, sources};
use super::explanations::{
    Ablated, AttributionReport, Edits, GradientReport, GradientStep, LessonState, Lessons, RandomRank, RankReport,
};
use super::{Lab, Question, Serving};
use crate::config::ModelConfig;
use crate::error::{Error, Result};
use crate::explain::attribution::{Attribution, attribution};
use crate::explain::counterfactual::{Counterfactual, Edit, after_edits, counterfactual};
use crate::explain::gradient::{Lesson, Objective, SlotGradients, describe, over_batch, slot_gradients};
use crate::explain::item_map::{ItemMap, item_map};
use crate::explain::lens::Subject;
use crate::explain::random_rank::{RandomSizes, random_rank};
use crate::explain::rank::{RankTables, rank_tables};
use crate::explain::standing::{Standing, scores};
use crate::models::{AnyModel, SequentialModel, moved};
use crate::nn::dropout::Noise;
use crate::train::optimiser::Optimiser;
use crate::train::tasks::Task;

/// Most sessions whose gradients are laid beside each other at once.
const MOST_BATCH: usize = 256;

impl Lab {
    /// The rank of every score table for the items of a session.
    ///
    /// # Errors
    /// As [`Lab::predict`]; [`Error::Diverged`] for weights that are not finite.
    #[cold]
    pub fn rank(&self, model: &str, items: &[u32]) -> Result<RankReport> {
        let serving = self.checked(&Question { model, items, scales: &[] })?;
        let tables = rank_tables(&self.subject(serving)?, items)?;
        let (sources, fusion) = sources(&serving.card.config.model, &self.data()?.catalogue);
        Ok(report(tables, sources, fusion))
    }

    /// Ranks of random tables; the sources are called as those of the open data.
    ///
    /// # Errors
    /// [`Error::Config`] for sizes out of range, [`Error::NotReady`] without data.
    #[cold]
    pub fn random_rank(&self, sizes: &RandomSizes) -> Result<RandomRank> {
        let (decoupled, early) = random_rank(sizes)?;
        let catalogue = &self.data()?.catalogue;
        let plain = |kind: &'static str| SourceInfo { kind, name: kind.into(), attribute: None };
        let attributes = (0..sizes.attribute_widths.len()).map(|index| SourceInfo {
            kind: "attribute",
            name: catalogue.attributes.get(index).map_or_else(|| format!("attribute {index}"), |a| a.name.clone()),
            attribute: Some(index),
        });
        let sources = [plain("item"), plain("position")].into_iter().chain(attributes).collect();
        Ok(RandomRank {
            decoupled: report(decoupled, sources, FusionName::Fusion(crate::config::Fusion::Sum)),
            early: report(early, vec![plain("joint")], FusionName::none()),
        })
    }

    /// Which gradients each source receives from one session, and what one update does.
    ///
    /// # Errors
    /// As [`Lab::rank`].
    #[cold]
    pub fn gradients(&self, asked: &Lessons<'_>) -> Result<GradientReport> {
        let serving = self.checked(&Question { model: asked.model, items: asked.items, scales: &[] })?;
        self.check_item("target", asked.target)?;
        let subject = self.subject(serving)?;
        let model = subject.tracked(true);
        let lesson = Lesson { slots: subject.slots(asked.items), target: asked.target };
        let own = slot_gradients(&subject, &model, &lesson, Objective::Total)?;
        let config = &serving.card.config.model;
        let frozen = matches!(config, ModelConfig::DifSr(config) if config.freeze_attribute_tables);
        let batch = match asked.batch {
            0 => None,
            wanted => Some(over_batch(&self.batch_gradients(&subject, &model, wanted)?)?),
        };
        let items = subject.seen(asked.items).to_vec();
        Ok(GradientReport {
            n: own.sources[0].rows,
            items,
            target: asked.target,
            sources: look_ups(config, own.has_position, own.sources.len(), &self.data()?.catalogue),
            by_source: describe(&own, frozen),
            step: self.one_step(serving, &subject, &lesson)?,
            batch,
        })
    }

    /// The gradients of evenly spread test sessions.
    #[cold]
    fn batch_gradients(&self, subject: &Subject<'_>, model: &AnyModel, wanted: usize) -> Result<Vec<SlotGradients>> {
        let sequences = &self.data()?.sequences;
        let samples =
            crate::eval::evaluator::questions(sequences, crate::data::split::Part::Test, wanted.min(MOST_BATCH));
        let mut found = Vec::with_capacity(samples.len());
        for sample in samples {
            let lesson =
                Lesson { slots: subject.slots(sample.history(sequences)), target: sample.target_item(sequences) };
            found.push(slot_gradients(subject, model, &lesson, Objective::Total)?);
        }
        Ok(found)
    }

    /// One update on a copy of the model.
    #[cold]
    fn one_step(&self, serving: &Serving, subject: &Subject<'_>, lesson: &Lesson) -> Result<GradientStep> {
        let learning_rate = serving.card.config.training.learning_rate;
        let training = self.device.clone().autodiff();
        let model = moved(serving.model.clone(), &training).train();
        let task = Task { slots: lesson.slots.clone(), targets: vec![lesson.target], rows: None };
        let (batch, targets) = task.upload(subject.values, &training);
        let loss = model.loss(&batch, &targets, &mut Noise::none()).total;
        let after = Optimiser::new(learning_rate).step(model, &loss).valid();
        Ok(GradientStep {
            learning_rate,
            before: lesson_state(subject, lesson)?,
            after: lesson_state(&Subject { model: &after, ..*subject }, lesson)?,
        })
    }

    /// What one candidate hangs on.
    ///
    /// # Errors
    /// As [`Lab::rank`].
    #[cold]
    pub fn attribution(&self, question: &Question<'_>, candidate: u32) -> Result<AttributionReport> {
        let subject = self.weighed(question)?;
        self.check_item("candidate", candidate)?;
        let (sources, _) = sources(subject.config, &self.data()?.catalogue);
        let seen = subject.seen(question.items);
        let n = seen.len();
        let Attribution { base, leave_one_out, gradient, ablation } = attribution(&subject, question.items, candidate)?;
        let raw = gradient.items.products(n)[..n].to_vec();
        let input = gradient.input.as_ref().map(|place| place.products(n)[..n].to_vec());
        Ok(AttributionReport {
            candidate,
            items: seen.to_vec(),
            sources,
            base,
            leave_one_out: (n > 1).then_some(leave_one_out),
            normalised: input.is_some(),
            gradient_times_input: input.unwrap_or_else(|| raw.clone()),
            raw,
            ablation: ablation.into_iter().map(|[off, half]| Ablated { off, half }).collect(),
        })
    }

    /// The place of a candidate after every edit of a kind.
    ///
    /// # Errors
    /// As [`Lab::rank`], and for a slot outside the session.
    #[cold]
    pub fn edits(&self, question: &Question<'_>, candidate: u32, edit: Edit) -> Result<Edits> {
        let subject = self.weighed(question)?;
        self.check_item("candidate", candidate)?;
        let base = Standing::new(&scores(&subject, &[question.items])?[0], candidate, question.items);
        let found = after_edits(&subject, question.items, candidate, edit)?;
        let place = |of: fn(&Standing) -> f64| found.iter().map(|s| s.as_ref().map_or(-1.0, of)).collect();
        Ok(Edits { candidate, base, rank: place(|s| s.rank), rank_new: place(|s| s.rank_new) })
    }

    /// The whole search for edits that bring a candidate among the first `top`.
    ///
    /// # Errors
    /// As [`Lab::edits`].
    pub fn counterfactual(&self, question: &Question<'_>, candidate: u32, top: usize) -> Result<Counterfactual> {
        self.check_item("candidate", candidate)?;
        counterfactual(&self.weighed(question)?, question.items, candidate, top)
    }

    /// The items of a model as a map; `untrained`: with the weights that it started from.
    ///
    /// # Errors
    /// As [`Lab::rank`].
    #[cold]
    pub fn item_map(&self, model: &str, untrained: bool, neighbours: usize) -> Result<ItemMap> {
        let serving = self.serving(model)?;
        let subject = self.subject(serving)?;
        if !untrained {
            return item_map(&subject, neighbours);
        }
        let fresh = self.initial(serving)?;
        item_map(&Subject { model: &fresh, ..subject }, neighbours)
    }

    /// Puts the model that `from` started as under another name.
    ///
    /// # Errors
    /// [`Error::NotReady`] if there is no such model.
    #[cold]
    pub fn load_untrained(&mut self, from: &str, slot: &str) -> Result<super::ModelSummary> {
        let serving = self.serving(from)?;
        let model = self.initial(serving)?;
        let mut card = serving.card.clone();
        card.trained = None;
        card.metrics = crate::train::checkpoint::Measured::default();
        self.serving.insert(slot.to_owned(), Serving { card, model, remembered: std::cell::RefCell::default() });
        self.model(slot)
    }

    fn initial(&self, serving: &Serving) -> Result<AnyModel> {
        let (card, open) = (&serving.card, self.opened()?);
        AnyModel::new(&card.config.model, &card.schema, &open.values, card.config.training.seed, &self.device)
    }

    pub(super) fn subject<'a>(&'a self, serving: &'a Serving) -> Result<Subject<'a>> {
        let values = &self.opened()?.values;
        let config = &serving.card.config.model;
        let sources = sources(config, &self.data()?.catalogue).0.len();
        Ok(Subject { config, model: &serving.model, values, device: &self.device, factors: &[], sources })
    }

    /// The model of a question that it can answer, with the factors on its sources.
    fn weighed<'a>(&'a self, question: &Question<'a>) -> Result<Subject<'a>> {
        Ok(Subject { factors: question.scales, ..self.subject(self.checked(question)?)? })
    }

    fn check_item(&self, field: &str, item: u32) -> Result<()> {
        let rows = self.opened()?.values.items();
        if item > 0 && (item as usize) < rows {
            return Ok(());
        }
        Err(Error::config(field, format!("item {item}"), format!("ids from 1 to {}", rows - 1)))
    }
}

fn report(tables: RankTables, sources: Vec<SourceInfo>, fusion: FusionName) -> RankReport {
    let RankTables { n, layers, heads, head_width, tables } = tables;
    RankReport { n, layers, heads, head_width, sources, fusion, tables }
}

/// Losses and standing of one lesson.
#[cold]
fn lesson_state(subject: &Subject<'_>, lesson: &Lesson) -> Result<LessonState> {
    let task = Task { slots: lesson.slots.clone(), targets: vec![lesson.target], rows: None };
    let (batch, targets) = task.upload(subject.values, subject.device);
    let terms = subject.model.loss(&batch, &targets, &mut Noise::none());
    let state = subject.model.target_states(&batch, None, &mut Noise::none());
    let mut reads = burn::tensor::Transaction::default()
        .register(subject.model.item_logits(state))
        .register(terms.total)
        .register(terms.item);
    for term in terms.attributes {
        reads = reads.register(term);
    }
    let read = crate::read::read_now(reads)?;
    let numbers: Vec<f64> = read[1..].iter().map(|values| f64::from(values[0])).collect();
    let standing = Standing::new(&read[0], lesson.target, &[]);
    let attributes = numbers[2..].to_vec();
    Ok(LessonState {
        loss: numbers[0],
        item: numbers[1],
        lambdas: crate::explain::gradient::lambdas(subject.config).into_iter().take(attributes.len()).collect(),
        attributes,
        probability: standing.probability,
        rank: standing.rank,
    })
}
