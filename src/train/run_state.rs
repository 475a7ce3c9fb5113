//! A run written down, so that it can go on as if it had never stopped: weights, Adam's moments, the place in the epoch and the
//! position of every random stream. One safetensors file.

use std::collections::BTreeMap;
use std::rc::Rc;

use burn::tensor::Device;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::checkpoint::{Precision, decode, encode, unreadable};
use super::optimiser::{Optimiser, StoredMoments};
use super::trainer::Trainer;
use crate::config::RunConfig;
use crate::data::dataset::Dataset;
use crate::error::{Error, Result};
use crate::models::{NamedTensor, read_parameters, with_parameters};
use crate::rng;

/// Metadata entry.
pub(super) const KEY: &str = "dif_sr_run";
/// Prefixes of the tensors.
pub(super) const WEIGHTS: &str = "weights.";
pub(super) const FIRST: &str = "adam.first.";
pub(super) const SECOND: &str = "adam.second.";

/// Everything about a run that is no tensor.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Place {
    pub(super) config: RunConfig,
    /// [`Dataset::fingerprint`].
    pub(super) data: String,
    pub(super) step: usize,
    pub(super) epoch: usize,
    /// Sequences of the epoch that have been seen.
    pub(super) next: usize,
    /// Position of the shuffling stream when the epoch began: its order is drawn again from there.
    pub(super) shuffle: u64,
    pub(super) dropout: u64,
    pub(super) mask: u64,
    /// Adam's updates of each parameter.
    updates: BTreeMap<String, usize>,
    /// What the caller keeps with the run.
    pub(super) kept: Value,
}

impl Trainer {
    /// Writes the run down, together with anything that the caller wants back.
    ///
    /// # Errors
    /// [`Error::DeviceRefused`] if the device cannot hand the weights over.
    pub async fn save(&self, kept: Value) -> Result<Vec<u8>> {
        let moments = self.optimiser.read().await?;
        let place = Place {
            config: self.config.clone(),
            data: self.data.fingerprint(),
            step: self.step,
            epoch: self.epoch,
            next: self.next,
            shuffle: self.shuffled_from,
            dropout: self.noise.position(),
            mask: rng::position(&self.mask),
            updates: moments.times,
            kept,
        };
        let named = |prefix: &'static str, tensors: Vec<NamedTensor>| {
            tensors.into_iter().map(move |tensor| NamedTensor { name: format!("{prefix}{}", tensor.name), ..tensor })
        };
        let weights = named(WEIGHTS, read_parameters(&self.model()).await?);
        let moments = named(FIRST, moments.first).chain(named(SECOND, moments.second));
        let place = serde_json::to_string(&place).expect("a place holds nothing that JSON cannot");
        encode((KEY, place), &weights.chain(moments).collect::<Vec<_>>(), Precision::Single)
    }

    /// Goes on with a run that was written down, on the same data; also what the caller had kept with it.
    ///
    /// # Errors
    /// [`Error::Weights`] if the bytes are no such file, or of other data.
    pub fn restore(bytes: &[u8], data: Rc<Dataset>, device: &Device) -> Result<(Self, Value)> {
        let (place, tensors) = decode(bytes, KEY)?;
        let place: Place = serde_json::from_str(&place).map_err(|error| unreadable(&error.to_string()))?;
        if place.data != data.fingerprint() {
            return Err(Error::Weights {
                tensor: "the run".into(),
                found: format!("data with the fingerprint {}", place.data),
                expected: format!("{}, which is {}", data.fingerprint(), data.name),
            });
        }
        let mut trainer = Self::new(place.config, data, None, device)?;
        let [mut weights, mut first, mut second] = [Vec::new(), Vec::new(), Vec::new()];
        for tensor in tensors {
            let lists = [(WEIGHTS, &mut weights), (FIRST, &mut first), (SECOND, &mut second)];
            let home =
                lists.into_iter().find_map(|(prefix, list)| Some((tensor.name.strip_prefix(prefix)?.to_owned(), list)));
            let (name, list) = home.ok_or_else(|| unreadable(&format!("the tensor {}", tensor.name)))?;
            list.push(NamedTensor { name, ..tensor });
        }
        trainer.model = with_parameters(trainer.model, weights)?;
        rng::seek(&mut trainer.shuffle, place.shuffle);
        trainer.epoch = place.epoch.checked_sub(1).ok_or_else(|| unreadable("a run before its first epoch"))?;
        trainer.begin_epoch();
        let stored = StoredMoments { times: place.updates, first, second };
        trainer.optimiser =
            Optimiser::restored(trainer.config.training.learning_rate, stored, &trainer.device.clone().inner())?;
        trainer.step = place.step;
        trainer.next = place.next;
        trainer.noise.seek(place.dropout);
        rng::seek(&mut trainer.mask, place.mask);
        Ok((trainer, place.kept))
    }
}
