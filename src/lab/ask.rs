//! A session put to a model: what comes next, and why.

use burn::tensor::Transaction;

use super::answers::sources;
use super::{
    AttributePrediction, Candidate, Explanation, Lab, MAIN, Open, PredictedValue, Prediction, Serving, not_ready,
};
use crate::config::ModelConfig;
use crate::data::batch::{Batch, Slots};
use crate::error::{Error, Result};
use crate::explain::attention::{edits, explain};
use crate::models::SequentialModel;
use crate::nn::dropout::Noise;
use crate::nn::edits::Edits;
use crate::read::read_all;

/// Values shown for each predicted attribute.
const ATTRIBUTE_VALUES: usize = 8;

/// A session put to a model.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// Name of the model.
    pub model: &'a str,
    /// The session, oldest first.
    pub items: &'a [u32],
    /// A factor on the scores of each source of a model that keeps its sources apart, in the order in which the answers list
    /// them: item, position, then the attributes in the order of the data; for all layers alike, or one such row for each layer.
    /// Empty = all 1; the one choice for other models.
    pub scales: &'a [f32],
}

impl<'a> Question<'a> {
    /// The session put to the main model as it is.
    #[must_use]
    pub const fn plain(items: &'a [u32]) -> Self {
        Self { model: MAIN, items, scales: &[] }
    }
}

/// A question laid out for its model.
struct Asked<'a> {
    serving: &'a Serving,
    open: &'a Open,
    batch: Batch,
    /// What is changed in the scores of its sources.
    edits: Edits,
    /// How many of the items fit.
    seen: usize,
}

impl Lab {
    /// What comes next after the items of `question`.
    ///
    /// # Errors
    /// [`Error::NotReady`] without a model or for an empty session, [`Error::Config`] for an id outside the catalogue,
    /// for factors other than one finite number a source, and of a model that knows the users of its training alone.
    pub async fn predict(&self, question: &Question<'_>, k: usize, exclude_seen: bool) -> Result<Prediction> {
        let items = question.items;
        let asked = self.asked(question)?;
        let model = &asked.serving.model;
        let state = if question.scales.is_empty() {
            let grown = model.grown_state(&asked.batch, &asked.serving.remembered);
            grown.unwrap_or_else(|| model.target_states(&asked.batch, None, &mut Noise::none()))
        } else {
            model.encode_edited(&asked.batch, &asked.edits, &mut Noise::none())
        };
        let mut reads = Transaction::default().register(model.item_logits(state.clone()));
        for logits in model.attribute_logits(&state) {
            reads = reads.register(logits);
        }
        let mut values = read_all(reads).await?.into_iter();
        let scores = values.next().expect("item scores were registered first");
        let attributes = (values.enumerate())
            .map(|(attribute, logits)| AttributePrediction { attribute, values: most_probable(&logits) })
            .collect();
        let truth = asked.open.process.as_ref().map(|process| process.next_probabilities(items));
        let order = best_first(&scores, if exclude_seen { items } else { &[] });
        let mut ranks = vec![0; scores.len()];
        for (rank, &item) in (1..).zip(&order) {
            ranks[item as usize] = rank;
        }
        let probability = softmax(&scores[1..]);
        let top = order.iter().take(k).map(|&item| Candidate {
            item,
            score: scores[item as usize],
            probability: probability(scores[item as usize]),
            true_probability: truth.as_ref().map(|truth| truth[item as usize]),
        });
        Ok(Prediction { top: top.collect(), ranks, attributes, dropped: items.len() - asked.seen })
    }

    /// The attention of every source for the items of `question`, with the items that fitted; no maps for a model that does not
    /// attend.
    ///
    /// # Errors
    /// As [`Lab::predict`].
    pub async fn explain(&self, question: &Question<'_>) -> Result<Explanation> {
        let asked = self.asked(question)?;
        let config = &asked.serving.card.config.model;
        let mut slots = question.items[question.items.len() - asked.seen..].to_vec();
        if config.is_bidirectional() {
            slots.push(0);
        }
        let maps = explain(&asked.serving.model, &asked.batch, slots.len(), &asked.edits).await?;
        Ok(Explanation::new(slots, maps, config, &asked.open.data.catalogue))
    }

    fn asked(&self, question: &Question<'_>) -> Result<Asked<'_>> {
        let (serving, open) = (self.checked(question)?, self.opened()?);
        let (items, config) = (question.items, &serving.card.config.model);
        let sources = sources(config, &open.data.catalogue).0.len();
        let slots = Slots::questions(&[items], config, open.values.items());
        let seen = items.len().min(config.max_length() - usize::from(config.is_bidirectional()));
        let edits = edits(question.scales, sources);
        Ok(Asked { serving, open, batch: Batch::new(&slots, &open.values, &self.device), edits, seen })
    }

    /// The model of a question that it can answer.
    pub(super) fn checked(&self, question: &Question<'_>) -> Result<&Serving> {
        let (serving, open) = (self.serving(question.model)?, self.opened()?);
        let (items, rows) = (question.items, open.values.items());
        if let Some(&id) = items.iter().find(|&&id| id == 0 || id as usize >= rows) {
            return Err(Error::Config {
                field: "items".into(),
                found: format!("item {id}"),
                expected: format!("ids from 1 to {}", rows - 1),
            });
        }
        if items.is_empty() {
            return Err(not_ready("Add an item to the session"));
        }
        let config = &serving.card.config.model;
        if matches!(config, ModelConfig::Caser(caser) if caser.user_embedding) {
            let expected =
                "false to answer a session: it is nobody's, and the vectors belong to the users of the training data";
            return Err(Error::config("user_embedding", true, expected));
        }
        // A model without sources of its own has nothing to weigh them with.
        let sources = match sources(config, &open.data.catalogue).0.len() {
            0 | 1 => 0,
            several => several,
        };
        let layers = config.backbone().map_or(0, |sizes| sizes.layers);
        let scales = question.scales;
        let fits = [0, sources, layers * sources].contains(&scales.len());
        if !fits || scales.iter().any(|scale| !scale.is_finite()) {
            let expected = format!(
                "{sources} finite numbers, for item, position and each attribute, as many for each of the {layers} layers, or none"
            );
            return Err(Error::config("source_scale", format!("{scales:?}"), expected));
        }
        Ok(serving)
    }
}

fn most_probable(logits: &[f32]) -> Vec<PredictedValue> {
    let mut values: Vec<PredictedValue> = (logits.iter().enumerate().skip(1))
        .map(|(value, &logit)| PredictedValue { value, probability: 1.0 / (1.0 + (-logit).exp()) })
        .collect();
    values.sort_by(|a, b| b.probability.total_cmp(&a.probability).then(a.value.cmp(&b.value)));
    values.truncate(ATTRIBUTE_VALUES);
    values
}

/// The items with the best score first, equal ones in the order of the catalogue, without `unwanted` ones and the padding row.
fn best_first(scores: &[f32], unwanted: &[u32]) -> Vec<u32> {
    let mut wanted = vec![true; scores.len()];
    wanted[0] = false;
    for &item in unwanted {
        wanted[item as usize] = false;
    }
    // Score and item as one whole number: large catalogues are sorted in a fraction of the time that comparing scores takes.
    let descending = |score: f32| {
        let bits = score.to_bits();
        if bits >> 31 == 0 { !(bits | 1 << 31) } else { bits }
    };
    let items = (0_u32..).zip(scores).zip(wanted).filter(|(_, wanted)| *wanted);
    let mut keys: Vec<u64> =
        items.map(|((item, &score), _)| u64::from(descending(score)) << 32 | u64::from(item)).collect();
    keys.sort_unstable();
    keys.into_iter().map(|key| key as u32).collect()
}

/// The probability that goes with a score among `scores`.
fn softmax(scores: &[f32]) -> impl Fn(f32) -> f32 {
    let largest = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let sum: f64 = scores.iter().map(|&score| f64::from((score - largest).exp())).sum();
    move |score| (f64::from(score - largest).exp() / sum) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_comes_first_and_equals_stay_in_order() {
        let scores = [9.0, -1.5, 2.0, -0.0, 2.0, f32::NEG_INFINITY, 0.0, -3.0e38, 1.0e-40];
        let mut compared: Vec<u32> = (1..9).collect();
        compared.sort_by(|&a, &b| scores[b as usize].total_cmp(&scores[a as usize]).then(a.cmp(&b)));
        assert_eq!(best_first(&scores, &[]), compared);
        assert_eq!(best_first(&scores, &[2, 7]), [4, 8, 6, 3, 1, 5]);
    }

    #[test]
    fn probabilities_sum_to_one() {
        let scores = [80.0, 81.0, -400.0, 82.0];
        let probability = softmax(&scores);
        assert!((scores.iter().map(|&score| probability(score)).sum::<f32>() - 1.0).abs() < 1e-6);
        assert!((probability(82.0) - 0.665_241).abs() < 1e-6);
    }
}
