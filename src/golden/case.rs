//! One file of reference vectors, read and typed.

use std::collections::BTreeMap;

use safetensors::{Dtype, SafeTensors};
use serde::Deserialize;

use crate::config::{
    AttributeConfig, AttributeSchema, DifSrConfig, Fusion, ModelConfig, Pooling, SasRecConfig, Schema,
};
use crate::data::batch::{ItemValues, Slots};
use crate::error::{Error, Result};
use crate::models::NamedTensor;

/// Reference values, whatever their stored precision.
pub struct Reference {
    /// Sizes of the axes.
    pub shape: Vec<usize>,
    /// Row-major values.
    pub values: Vec<f64>,
}

/// One case: configuration, inputs, weights and expected values.
pub struct Case {
    /// Model and sizes.
    pub model: ModelConfig,
    /// Table sizes.
    pub schema: Schema,
    /// Step size of the trace.
    pub learning_rate: f64,
    tensors: BTreeMap<String, Reference>,
}

/// Losses before each of some Adam steps, by term.
pub struct Trace {
    /// `total`, `item`, `attribute.k` -> values.
    pub terms: BTreeMap<String, Vec<f64>>,
}

#[derive(Deserialize)]
struct OracleConfig {
    n_items: usize,
    max_len: usize,
    d: usize,
    n_heads: usize,
    n_layers: usize,
    d_inner: usize,
    attr_vocab: Vec<usize>,
    attr_dim: Vec<usize>,
    attr_multi: Vec<bool>,
    fusion: Fusion,
    pooling: Pooling,
    lambdas: Vec<f64>,
    layer_norm_eps: f64,
    freeze_attribute_tables: bool,
}

impl Case {
    /// Reads a file of reference vectors.
    ///
    /// # Errors
    /// [`Error::File`] if the bytes are no such file; `Ok(None)` if it is one, for a model that this crate does not have.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Option<Self>> {
        let (metadata, tensors) = open(name, bytes)?;
        let known = match (metadata.get("config"), metadata.get("model").map(String::as_str)) {
            (Some(config), _) => Some(dif_sr(name, config)?),
            (None, Some("sasrec")) => Some(sasrec(name, &metadata, &tensors)?),
            (None, _) => None,
        };
        Ok(known.map(|(model, schema)| Self { model, schema, learning_rate: 1e-3, tensors }))
    }

    /// The trace stored in this file or, for baselines, in a file of its own.
    ///
    /// # Errors
    /// [`Error::File`] if `separate` is no such file.
    pub fn trace(&self, name: &str, separate: Option<&[u8]>) -> Result<Option<Trace>> {
        let other = separate.map(|bytes| open(name, bytes)).transpose()?;
        let tensors = other.as_ref().map_or(&self.tensors, |(_, tensors)| tensors);
        let terms: BTreeMap<String, Vec<f64>> = tensors
            .iter()
            .filter_map(|(name, reference)| Some((name.strip_prefix("trace.")?.to_owned(), reference.values.clone())))
            .collect();
        Ok((!terms.is_empty()).then_some(Trace { terms }))
    }

    /// A tensor of the file.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Reference> {
        self.tensors.get(name)
    }

    /// The gradients `grad.*`, by parameter.
    pub fn gradients(&self) -> impl Iterator<Item = (&str, &Reference)> {
        self.tensors.iter().filter_map(|(name, reference)| Some((name.strip_prefix("grad.")?, reference)))
    }

    /// The weights `w.*`.
    #[must_use]
    pub fn weights(&self) -> Vec<NamedTensor> {
        let weights = self.tensors.iter().filter_map(|(name, reference)| {
            let name = name.strip_prefix("w.")?.to_owned();
            // The vectors keep an attribute table for every model; one without attributes has no use for it.
            let unused = matches!(self.model, ModelConfig::SasRec(_)) && name.starts_with("attribute");
            let values = reference.values.iter().map(|&value| value as f32).collect();
            (!unused).then(|| NamedTensor { name, shape: reference.shape.clone(), values })
        });
        weights.collect()
    }

    /// The sequences, in their own slots.
    #[must_use]
    pub fn slots(&self) -> Slots {
        Slots { items: self.ids("in.item_seq"), len: self.model.max_length(), readout: self.ids("in.gather_index") }
    }

    /// The targets.
    #[must_use]
    pub fn targets(&self) -> Vec<u32> {
        self.ids("in.target")
    }

    /// 1 where a query slot sees at least one key, `[batch * len]`.
    #[must_use]
    pub fn live_rows(&self) -> Vec<bool> {
        match self.get("in.live_rows") {
            Some(rows) => rows.values.iter().map(|&live| live > 0.0).collect(),
            None => vec![true; self.ids("in.item_seq").len()],
        }
    }

    /// The attribute values of every item.
    #[must_use]
    pub fn item_values(&self) -> ItemValues {
        let mut values = ItemValues::new(self.schema.items);
        for (k, attribute) in self.schema.attributes.iter().enumerate() {
            let ids = self.ids(&format!("in.attribute_values.{k}"));
            let width = ids.len() / self.schema.items;
            values = values.with(ids.chunks(width), attribute.rows, attribute.bag);
        }
        values
    }

    fn ids(&self, name: &str) -> Vec<u32> {
        let values = self.get(name).map_or(&[][..], |reference| &reference.values);
        values.iter().map(|&id| id as u32).collect()
    }
}

fn dif_sr(name: &str, config: &str) -> Result<(ModelConfig, Schema)> {
    let c: OracleConfig = serde_json::from_str(config).map_err(|error| unreadable(name, &error.to_string()))?;
    let attributes = c.attr_dim.iter().zip(&c.lambdas).map(|(&attribute_hidden_size, &lambda)| AttributeConfig {
        attribute_hidden_size,
        pooling: c.pooling,
        lambda,
    });
    let model = DifSrConfig {
        hidden_size: c.d,
        inner_size: c.d_inner,
        n_layers: c.n_layers,
        n_heads: c.n_heads,
        max_length: c.max_len,
        fusion: c.fusion,
        attributes: attributes.collect(),
        freeze_attribute_tables: c.freeze_attribute_tables,
        hidden_dropout_prob: 0.0,
        attn_dropout_prob: 0.0,
        layer_norm_eps: c.layer_norm_eps,
        ..DifSrConfig::default()
    };
    let attributes = c.attr_vocab.iter().zip(&c.attr_multi).enumerate().map(|(k, (&rows, &bag))| AttributeSchema {
        name: format!("attribute {k}"),
        bag,
        rows,
    });
    let schema = Schema { items: c.n_items, attributes: attributes.collect() };
    Ok((ModelConfig::DifSr(model), schema))
}

fn sasrec(
    name: &str,
    metadata: &BTreeMap<String, String>,
    tensors: &BTreeMap<String, Reference>,
) -> Result<(ModelConfig, Schema)> {
    let number = |key: &str| {
        let text = metadata.get(key).ok_or_else(|| unreadable(name, &format!("no metadata {key}")))?;
        text.parse::<usize>().map_err(|error| unreadable(name, &format!("metadata {key}: {error}")))
    };
    let size = |tensor: &str, axis: usize| {
        let shape = tensors.get(tensor).map(|reference| &reference.shape);
        shape.and_then(|shape| shape.get(axis)).copied().ok_or_else(|| unreadable(name, &format!("no tensor {tensor}")))
    };
    let model = SasRecConfig {
        hidden_size: number("d")?,
        inner_size: size("w.layer.0.ffn_in.weight", 1)?,
        n_layers: number("layers")?,
        n_heads: number("heads")?,
        max_length: number("L")?,
        hidden_dropout_prob: 0.0,
        attn_dropout_prob: 0.0,
        ..SasRecConfig::default()
    };
    Ok((ModelConfig::SasRec(model), Schema { items: size("w.item_embedding", 0)?, attributes: Vec::new() }))
}

fn open(name: &str, bytes: &[u8]) -> Result<(BTreeMap<String, String>, BTreeMap<String, Reference>)> {
    let failure = |error: safetensors::SafeTensorError| unreadable(name, &error.to_string());
    let (_, header) = SafeTensors::read_metadata(bytes).map_err(failure)?;
    let metadata = header.metadata().clone().unwrap_or_default().into_iter().collect();
    let file = SafeTensors::deserialize(bytes).map_err(failure)?;
    let mut tensors = BTreeMap::new();
    for (tensor, view) in file.iter() {
        let data = view.data();
        let values = match view.dtype() {
            Dtype::F32 => data.as_chunks().0.iter().map(|&bytes| f64::from(f32::from_le_bytes(bytes))).collect(),
            Dtype::F64 => data.as_chunks().0.iter().map(|&bytes| f64::from_le_bytes(bytes)).collect(),
            Dtype::I32 => data.as_chunks().0.iter().map(|&bytes| f64::from(i32::from_le_bytes(bytes))).collect(),
            other => return Err(unreadable(name, &format!("{tensor} stored as {other:?}"))),
        };
        tensors.insert(tensor.to_owned(), Reference { shape: view.shape().to_vec(), values });
    }
    Ok((metadata, tensors))
}

fn unreadable(name: &str, found: &str) -> Error {
    Error::File {
        file: name.into(),
        found: found.into(),
        expected: "a safetensors file of reference vectors".into(),
        advice: "tests/golden/README.md describes the format.".into(),
    }
}
