//! One case of reference vectors, typed.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::baselines;
use super::file::{File, Reference, unreadable};
use crate::config::{AttributeConfig, AttributeSchema, DifSrConfig, Fusion, ModelConfig, Pooling, Schema};
use crate::data::batch::{ItemValues, Slots};
use crate::error::Result;
use crate::models::NamedTensor;
use crate::train::pretraining::PretrainingTask;
use crate::train::tasks::Task;

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

/// What the loss of a case is about.
pub enum Exercise {
    /// Items to predict, at read-out slots or at masked ones.
    Items(Task),
    /// S3-Rec's first stage.
    Pretraining(PretrainingTask),
}

/// Losses before each of some Adam steps, by term.
pub struct Trace {
    /// `total`, `item`, `attribute.k`, ... -> values.
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
    /// The file that holds the weights of this one, if they lie elsewhere.
    ///
    /// # Errors
    /// [`crate::error::Error::File`] if the bytes are no such file.
    pub fn weights_from(name: &str, bytes: &[u8]) -> Result<Option<String>> {
        Ok(File::read(name, bytes)?.metadata.remove("weights_from"))
    }

    /// Reads a file of reference vectors; `weights` is the file named by [`Case::weights_from`].
    ///
    /// # Errors
    /// [`crate::error::Error::File`] if the bytes are no such file; `Ok(None)` if it is one, for a model that this crate does not
    /// have.
    pub fn read(name: &str, bytes: &[u8], weights: Option<&[u8]>) -> Result<Option<Self>> {
        let file = File::read(name, bytes)?;
        let other = weights.map(|bytes| File::read(name, bytes)).transpose()?;
        let known = match (file.metadata.get("config"), &other) {
            (Some(config), _) => Some(dif_sr(name, config)?),
            (None, Some(other)) => baselines::configuration(name, other)?,
            (None, None) => baselines::configuration(name, &file)?,
        };
        let mut tensors = file.tensors;
        for (name, reference) in other.into_iter().flat_map(|other| other.tensors) {
            if name.starts_with("w.") || name.starts_with("in.attribute_values") {
                tensors.entry(name).or_insert(reference);
            }
        }
        Ok(known.map(|(model, schema)| Self { model, schema, learning_rate: 1e-3, tensors }))
    }

    /// The trace stored in this file or, for baselines, in a file of its own.
    ///
    /// # Errors
    /// [`crate::error::Error::File`] if `separate` is no such file.
    pub fn trace(&self, name: &str, separate: Option<&[u8]>) -> Result<Option<Trace>> {
        let other = separate.map(|bytes| File::read(name, bytes)).transpose()?;
        let tensors = other.as_ref().map_or(&self.tensors, |file| &file.tensors);
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

    /// The tensors whose names start with `prefix`, without it.
    pub fn with_prefix<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a Reference)> {
        self.tensors.iter().filter_map(move |(name, reference)| Some((name.strip_prefix(prefix)?, reference)))
    }

    /// The weights `w.*`.
    #[must_use]
    pub fn weights(&self) -> Vec<NamedTensor> {
        let weights = self.with_prefix("w.").map(|(name, reference)| NamedTensor {
            name: name.to_owned(),
            shape: reference.shape.clone(),
            values: reference.values.iter().map(|&value| value as f32).collect(),
        });
        weights.collect()
    }

    /// The inputs and targets of the loss, in their own slots.
    #[must_use]
    pub fn exercise(&self) -> Exercise {
        if let Some(masked) = self.get("in.segment_context").map(|_| self.ids("in.masked_seq")) {
            return Exercise::Pretraining(PretrainingTask {
                truth: self.slots("in.item_seq", None),
                masked,
                negatives: self.ids("in.negative_items"),
                context: self.ids("in.segment_context"),
                positive: self.ids("in.segment_positive"),
                negative: self.ids("in.segment_negative"),
            });
        }
        if self.get("in.masked_slots").is_some() {
            let rows = self.ids("in.masked_slots").into_iter().zip(0..).filter(|&(masked, _)| masked > 0);
            let rows: Vec<u32> = rows.map(|(_, row)| row).collect();
            let items = self.ids("in.item_seq");
            return Exercise::Items(Task {
                slots: self.slots("in.masked_seq", None),
                targets: rows.iter().map(|&row| items[row as usize]).collect(),
                rows: Some(rows),
            });
        }
        Exercise::Items(Task {
            slots: self.slots("in.item_seq", Some("in.gather_index")),
            targets: self.ids("in.target"),
            rows: None,
        })
    }

    /// The sequences as a trained model is asked, where they are not those of the loss.
    #[must_use]
    pub fn question(&self) -> Option<Slots> {
        self.get("in.readout_seq").map(|_| self.slots("in.readout_seq", Some("in.readout_index")))
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

    /// Sequences in their slots, read out at the slots of `readout`, else at their last item.
    fn slots(&self, sequences: &str, readout: Option<&str>) -> Slots {
        let (items, len) = (self.ids(sequences), self.model.max_length());
        let given = readout.map(|name| self.ids(name)).filter(|slots| !slots.is_empty());
        let last = |slots: &[u32]| slots.iter().rposition(|&id| id != 0).unwrap_or(0) as u32;
        let readout = given.unwrap_or_else(|| items.chunks(len).map(last).collect());
        Slots { items, len, readout, users: self.ids("in.user") }
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
    Ok((ModelConfig::DifSr(model), Schema { items: c.n_items, attributes: attributes.collect(), users: 0 }))
}
