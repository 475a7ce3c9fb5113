//! A model as a safetensors file: weights, and in the metadata everything needed to build and judge it.

use std::collections::HashMap;

use half::f16;
use safetensors::tensor::TensorView;
use safetensors::{Dtype, SafeTensors};
use serde::{Deserialize, Serialize};

use crate::config::{RunConfig, Schema};
use crate::data::dataset::Vocabulary;
use crate::error::{Error, Result};
use crate::eval::metrics::Metrics;
use crate::models::NamedTensor;

/// The one metadata entry that is read back; the others are for people.
const KEY: &str = "dif_sr";

/// Largest magnitude of a weight that is read: far above any that training makes, and low enough that everything a model computes
/// from such weights is finite. A gate multiplies six of them.
const LARGEST: f32 = 1e4;

/// Everything about a saved model but its weights.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// Model and training settings, seed included.
    pub config: RunConfig,
    /// Table sizes of the data.
    pub schema: Schema,
    /// How far it was trained.
    pub trained: Option<Trained>,
    /// What it reached.
    pub metrics: Measured,
    /// What the rows of its tables stand for; left out where the data is known and the file travels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vocabulary: Option<Vocabulary>,
}

/// How far a model was trained, and on what.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Trained {
    /// Whole passes over the training part.
    pub epochs: usize,
    /// Updates.
    pub steps: usize,
    /// Name of the data set.
    pub data: String,
    /// Day of the training, `YYYY-MM-DD`; empty in the browser's snapshots.
    pub date: String,
}

/// Metrics on the held-out parts.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(deny_unknown_fields)]
pub struct Measured {
    /// On the validation part.
    pub valid: Option<Metrics>,
    /// On the test part.
    pub test: Option<Metrics>,
}

/// Stored precision of the weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// 4 bytes a number: snapshots, checkpoints.
    Single,
    /// 2 bytes a number: weights that travel over a network.
    Half,
}

/// Writes a file.
///
/// # Errors
/// [`Error::Weights`] if a tensor's values and shape disagree.
pub fn write(card: &Card, tensors: &[NamedTensor], precision: Precision) -> Result<Vec<u8>> {
    let card = serde_json::to_string(card).expect("a card holds nothing that JSON cannot");
    encode((KEY, card), tensors, precision)
}

/// Reads a file of either precision.
///
/// # Errors
/// [`Error::Weights`] if the bytes are no such file, lack the card, store a tensor in another type, or hold a number
/// with which no model computes a probability: none, an infinite one, one above ten thousand.
pub fn read(bytes: &[u8]) -> Result<(Card, Vec<NamedTensor>)> {
    let (card, tensors) = decode(bytes, KEY)?;
    let card: Card = serde_json::from_str(&card).map_err(|error| unreadable(&error.to_string()))?;
    card.config.validate()?;
    for tensor in &tensors {
        if let Some(value) = tensor.values.iter().find(|value| value.is_nan() || value.abs() > LARGEST) {
            return Err(Error::Weights {
                tensor: tensor.name.clone(),
                found: value.to_string(),
                expected: format!("numbers up to {LARGEST}"),
            });
        }
    }
    Ok((card, tensors))
}

/// A safetensors file with one entry of metadata.
pub(super) fn encode(entry: (&str, String), tensors: &[NamedTensor], precision: Precision) -> Result<Vec<u8>> {
    let dtype = match precision {
        Precision::Single => Dtype::F32,
        Precision::Half => Dtype::F16,
    };
    let bytes: Vec<Vec<u8>> = tensors
        .iter()
        .map(|tensor| match precision {
            Precision::Single => tensor.values.iter().flat_map(|value| value.to_le_bytes()).collect(),
            Precision::Half => tensor.values.iter().flat_map(|&value| f16::from_f32(value).to_le_bytes()).collect(),
        })
        .collect();
    let views = tensors
        .iter()
        .zip(&bytes)
        .map(|(tensor, bytes)| Ok((tensor.name.as_str(), TensorView::new(dtype, tensor.shape.clone(), bytes)?)))
        .collect::<std::result::Result<Vec<_>, safetensors::SafeTensorError>>()
        .map_err(|error| unreadable(&error.to_string()))?;
    let (key, text) = entry;
    safetensors::serialize(views, Some(HashMap::from([(key.to_owned(), text)])))
        .map_err(|error| unreadable(&error.to_string()))
}

/// The metadata entry `key` of such a file, and its tensors, sorted by name.
pub(super) fn decode(bytes: &[u8], key: &str) -> Result<(String, Vec<NamedTensor>)> {
    let failure = |error: safetensors::SafeTensorError| unreadable(&error.to_string());
    let (_, header) = SafeTensors::read_metadata(bytes).map_err(failure)?;
    let text = header.metadata().as_ref().and_then(|metadata| metadata.get(key)).cloned();
    let text = text.ok_or_else(|| unreadable(&format!("no entry {key} in the metadata")))?;
    let file = SafeTensors::deserialize(bytes).map_err(failure)?;
    let mut tensors = Vec::new();
    for (name, view) in file.iter() {
        let values = match view.dtype() {
            Dtype::F32 => view.data().as_chunks().0.iter().map(|&bytes| f32::from_le_bytes(bytes)).collect(),
            Dtype::F16 => view.data().as_chunks().0.iter().map(|&bytes| f16::from_le_bytes(bytes).to_f32()).collect(),
            other => {
                return Err(Error::Weights {
                    tensor: name.to_owned(),
                    found: format!("type {other:?}"),
                    expected: "F32 or F16".into(),
                });
            }
        };
        tensors.push(NamedTensor { name: name.to_owned(), shape: view.shape().to_vec(), values });
    }
    // The file's own order is that of a hash table.
    tensors.sort_by(|a, b| a.name.cmp(&b.name));
    Ok((text, tensors))
}

pub(super) fn unreadable(found: &str) -> Error {
    Error::Weights {
        tensor: "the file".into(),
        found: found.into(),
        expected: "a safetensors file saved by this program".into(),
    }
}
