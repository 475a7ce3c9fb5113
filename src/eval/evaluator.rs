//! Full-ranking evaluation of a model on one part of the data.

use burn::tensor::Device;

use super::rank::{Ranks, ranks};
use crate::config::ModelConfig;
use crate::data::batch::{Batch, ItemValues, Slots};
use crate::data::split::{Part, Sample, Sequences, samples};
use crate::error::Result;
use crate::models::{AnyModel, SequentialModel};
use crate::nn::dropout::Noise;

/// Sessions ranked at once.
const BATCH: usize = 128;

/// The questions of one part, the same for every model and every floor: what follows this history?
#[must_use]
pub fn questions(sequences: &Sequences, part: Part, sessions: usize) -> Vec<Sample> {
    let all = samples(sequences, part, usize::MAX);
    if sessions == 0 || sessions >= all.len() {
        return all;
    }
    // Evenly spread over the users, so that the sample does not depend on a stream and stays the same for every run.
    (0..sessions).map(|index| all[index * all.len() / sessions]).collect()
}

/// Ranks the target of every question among all items. `model` must not be on an autodiff device.
///
/// # Errors
/// [`crate::error::Error::Diverged`] if the device fails.
pub async fn rank_all(
    model: &AnyModel,
    config: &ModelConfig,
    sequences: &[Vec<u32>],
    values: &ItemValues,
    questions: &[Sample],
    device: &Device,
) -> Result<Ranks> {
    let mut all = Ranks::default();
    for chunk in questions.chunks(BATCH) {
        let histories: Vec<&[u32]> = chunk.iter().map(|sample| sample.history(sequences)).collect();
        let targets: Vec<u32> = chunk.iter().map(|sample| sample.target_item(sequences)).collect();
        let slots =
            Slots::questions(&histories, config, values.items()).of_users(chunk.iter().map(|sample| sample.user));
        let batch = Batch::new(&slots, values, device);
        let state = model.target_states(&batch, None, &mut Noise::none());
        let found = ranks(model.item_logits(state), &targets, &histories).await?;
        all.kept.extend(found.kept);
        all.masked.extend(found.masked);
    }
    Ok(all)
}
