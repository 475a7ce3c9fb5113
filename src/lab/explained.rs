//! Explanations of the models that answer: rank, gradients, attribution, edits, item map. On the CPU alone.

use burn::module::Module;
use serde::{Deserialize, Serialize};

use super::answers::{FusionName, SourceInfo, look_ups, sources};
use super::{Lab, Question, Serving};
use crate::config::ModelConfig;
use crate::error::{Error, Result};
use crate::explain::attribution::{Attribution, attribution};
use crate::explain::counterfactual::{Counterfactual, Edit, after_edits, counterfactual};
use crate::explain::gradient::{
    GradientBatch, Lesson, Objective, SlotGradients, SourceGradient, describe, over_batch, slot_gradients,
};
use crate::explain::item_map::{ItemMap, item_map};
use crate::explain::lens::Subject;
use crate::explain::random_rank::{RandomSizes, random_rank};
use crate::explain::rank::{RankTable, RankTables, rank_tables};
use crate::explain::standing::{Standing, scores};
use crate::models::{AnyModel, SequentialModel};
use crate::nn::dropout::Noise;
use crate::train::optimiser::Optimiser;
use crate::train::tasks::Task;

/// Most sessions whose gradients are laid beside each other at once.
const MOST_BATCH: usize = 256;

/// Ranks of the score tables of one session.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct RankReport {
    /// Slots in use.
    pub n: usize,
    /// Number of layers.
    pub layers: usize,
    /// Number of heads.
    pub heads: usize,
    /// Width of a head of the item stream.
    pub head_width: usize,
    /// What the tables are of.
    pub sources: Vec<SourceInfo>,
    /// How they are joined.
    pub fusion: FusionName,
    /// Of every layer the sources, then the fused one.
    pub tables: Vec<RankTable>,
}

/// Ranks of random tables.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct RandomRank {
    /// One layer and one head of decoupled fusion by sum.
    pub decoupled: RankReport,
    /// The one table of a model that adds its sources before it compares them.
    pub early: RankReport,
}

/// What a session teaches a model.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct GradientReport {
    /// Slots that hold an item.
    pub n: usize,
    /// What stands there.
    pub items: Vec<u32>,
    /// The item that came next.
    pub target: u32,
    /// What is looked up.
    pub sources: Vec<SourceInfo>,
    /// Gradients of the whole loss, one a source.
    pub by_source: Vec<SourceGradient>,
    /// One update on this session alone.
    pub step: GradientStep,
    /// The best linear maps over many clicks, if asked for.
    pub batch: Option<GradientBatch>,
}

/// One update with Adam at the model's learning rate.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct GradientStep {
    /// Of the configuration that the model was trained with.
    pub learning_rate: f64,
    /// Before the update.
    pub before: LessonState,
    /// After it.
    pub after: LessonState,
}

/// How well a session is known.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct LessonState {
    /// What is minimised.
    pub loss: f64,
    /// Cross-entropy of the item.
    pub item: f64,
    /// Auxiliary losses without their weights.
    pub attributes: Vec<f64>,
    /// Weights of the auxiliary losses.
    pub lambdas: Vec<f64>,
    /// Of the target, among all items.
    pub probability: f64,
    /// 0-based rank of the target, history kept.
    pub rank: f64,
}

/// What is to be explained.
#[derive(Debug, Clone, Copy)]
pub struct Lessons<'a> {
    /// Name of the model.
    pub model: &'a str,
    /// The session, oldest first.
    pub items: &'a [u32],
    /// The item that came next.
    pub target: u32,
    /// Test sessions whose gradients tell one linear map from several; 0: none.
    pub batch: usize,
}

/// A model whose answers are asked for one candidate.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify), tsify(rename = "Attribution", missing_as_null))]
pub struct AttributionReport {
    /// The candidate.
    pub candidate: u32,
    /// What stood in the slots: the newest items that fit.
    pub items: Vec<u32>,
    /// What the model keeps apart.
    pub sources: Vec<SourceInfo>,
    /// The session as it is.
    pub base: Standing,
    /// Without each click; `None` for a session of one.
    pub leave_one_out: Option<Vec<Standing>>,
    /// Gradient of the score times the normalised input, `[n]`; where nothing is normalised, times the raw look-up.
    pub gradient_times_input: Vec<f64>,
    /// Whether that is at a normalised input.
    pub normalised: bool,
    /// The same at the raw item look-up, `[n]`.
    pub raw: Vec<f64>,
    /// By source: its scores times 0 and times 1/2 in every layer; empty for models that keep no source apart.
    pub ablation: Vec<Ablated>,
}

/// One source silenced and weakened.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct Ablated {
    /// Its scores times 0.
    pub off: Standing,
    /// Its scores times 1/2.
    pub half: Standing,
}

/// The place of a candidate after each edit of a kind.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
pub struct Edits {
    /// The candidate.
    pub candidate: u32,
    /// The session as it is.
    pub base: Standing,
    /// 0-based, history kept; -1 where there is no such edit.
    pub rank: Vec<f64>,
    /// Among items that are not in the session.
    pub rank_new: Vec<f64>,
}

/// The kinds of edits, as they are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum EditKind {
    /// Without one click.
    Remove,
    /// Without two.
    RemoveTwo,
    /// Another item in place of the click in a slot.
    Replace,
}

impl Lab {
    /// The rank of every score table for the items of a session.
    ///
    /// # Errors
    /// As [`Lab::predict`]; [`Error::Diverged`] for weights that are not finite.
    pub async fn rank(&self, model: &str, items: &[u32]) -> Result<RankReport> {
        let serving = self.checked(&Question { model, items, scales: &[] })?;
        let tables = rank_tables(&self.subject(serving)?, items).await?;
        let (sources, fusion) = sources(&serving.card.config.model, &self.data()?.catalogue);
        Ok(report(tables, sources, fusion))
    }

    /// Ranks of random tables; the sources are called as those of the open data.
    ///
    /// # Errors
    /// [`Error::Config`] for sizes out of range, [`Error::NotReady`] without data.
    pub async fn random_rank(&self, sizes: &RandomSizes) -> Result<RandomRank> {
        let (decoupled, early) = random_rank(sizes, &self.device).await?;
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
    pub async fn gradients(&self, asked: &Lessons<'_>) -> Result<GradientReport> {
        let serving = self.checked(&Question { model: asked.model, items: asked.items, scales: &[] })?;
        self.check_item("target", asked.target)?;
        let subject = self.subject(serving)?;
        let model = subject.tracked(true);
        let lesson = Lesson { slots: subject.slots(asked.items), target: asked.target };
        let own = slot_gradients(&subject, &model, &lesson, Objective::Total).await?;
        let config = &serving.card.config.model;
        let frozen = matches!(config, ModelConfig::DifSr(config) if config.freeze_attribute_tables);
        let batch = match asked.batch {
            0 => None,
            wanted => Some(over_batch(&self.batch_gradients(&subject, &model, wanted).await?, &subject).await?),
        };
        let items = subject.seen(asked.items).to_vec();
        Ok(GradientReport {
            n: own.sources[0].rows,
            items,
            target: asked.target,
            sources: look_ups(config, own.has_position, own.sources.len(), &self.data()?.catalogue),
            by_source: describe(&own, frozen),
            step: self.one_step(serving, &subject, &lesson).await?,
            batch,
        })
    }

    /// The gradients of evenly spread test sessions.
    async fn batch_gradients(
        &self,
        subject: &Subject<'_>,
        model: &AnyModel,
        wanted: usize,
    ) -> Result<Vec<SlotGradients>> {
        let sequences = &self.data()?.sequences;
        let samples =
            crate::eval::evaluator::questions(sequences, crate::data::split::Part::Test, wanted.min(MOST_BATCH));
        let mut found = Vec::with_capacity(samples.len());
        for sample in samples {
            let lesson =
                Lesson { slots: subject.slots(sample.history(sequences)), target: sample.target_item(sequences) };
            found.push(slot_gradients(subject, model, &lesson, Objective::Total).await?);
        }
        Ok(found)
    }

    /// One update on a copy of the model.
    async fn one_step(&self, serving: &Serving, subject: &Subject<'_>, lesson: &Lesson) -> Result<GradientStep> {
        let learning_rate = serving.card.config.training.learning_rate;
        let training = self.device.clone().autodiff();
        let model = serving.model.clone().to_device(&training).train();
        let task = Task { slots: lesson.slots.clone(), targets: vec![lesson.target], rows: None };
        let (batch, targets) = task.upload(subject.values, &training);
        let loss = model.loss(&batch, &targets, &mut Noise::none()).total;
        let after = Optimiser::new(learning_rate).step(model, &loss).valid();
        Ok(GradientStep {
            learning_rate,
            before: lesson_state(subject, lesson).await?,
            after: lesson_state(&Subject { model: &after, ..*subject }, lesson).await?,
        })
    }

    /// What one candidate hangs on.
    ///
    /// # Errors
    /// As [`Lab::rank`].
    pub async fn attribution(&self, question: &Question<'_>, candidate: u32) -> Result<AttributionReport> {
        let serving = self.checked(question)?;
        self.check_item("candidate", candidate)?;
        let subject = self.subject(serving)?;
        let (sources, _) = sources(&serving.card.config.model, &self.data()?.catalogue);
        let seen = subject.seen(question.items);
        let n = seen.len();
        let Attribution { base, leave_one_out, gradient, ablation } =
            attribution(&subject, question.items, candidate, sources.len()).await?;
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
    pub async fn edits(&self, question: &Question<'_>, candidate: u32, kind: EditKind, slot: usize) -> Result<Edits> {
        let serving = self.checked(question)?;
        self.check_item("candidate", candidate)?;
        let subject = self.subject(serving)?;
        let seen = subject.seen(question.items);
        let edit = match kind {
            EditKind::Remove => Edit::Remove,
            EditKind::RemoveTwo => Edit::RemoveTwo,
            EditKind::Replace => Edit::Replace(slot),
        };
        let base = Standing::new(&scores(&subject, &[seen]).await?[0], candidate, seen);
        let found = after_edits(&subject, seen, candidate, edit).await?;
        let place = |of: fn(&Standing) -> f64| found.iter().map(|s| s.as_ref().map_or(-1.0, of)).collect();
        Ok(Edits { candidate, base, rank: place(|s| s.rank), rank_new: place(|s| s.rank_new) })
    }

    /// The whole search for edits that bring a candidate among the first `top`.
    ///
    /// # Errors
    /// As [`Lab::edits`].
    pub async fn counterfactual(&self, question: &Question<'_>, candidate: u32, top: usize) -> Result<Counterfactual> {
        let serving = self.checked(question)?;
        self.check_item("candidate", candidate)?;
        counterfactual(&self.subject(serving)?, question.items, candidate, top).await
    }

    /// The items of a model as a map; `untrained`: with the weights that it started from.
    ///
    /// # Errors
    /// As [`Lab::rank`].
    pub async fn item_map(&self, model: &str, untrained: bool, neighbours: usize) -> Result<ItemMap> {
        let serving = self.serving(model)?;
        let subject = self.subject(serving)?;
        if !untrained {
            return item_map(&subject, neighbours).await;
        }
        let fresh = self.initial(serving)?;
        item_map(&Subject { model: &fresh, ..subject }, neighbours).await
    }

    /// Puts the model that `from` started as under another name.
    ///
    /// # Errors
    /// [`Error::NotReady`] if there is no such model.
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
        Ok(Subject { config: &serving.card.config.model, model: &serving.model, values, device: &self.device })
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
async fn lesson_state(subject: &Subject<'_>, lesson: &Lesson) -> Result<LessonState> {
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
    let read = crate::read::read_all(reads).await?;
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
