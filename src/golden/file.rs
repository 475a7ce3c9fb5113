//! The format of reference vectors: safetensors with metadata, whatever the stored precision.

use std::collections::BTreeMap;

use safetensors::{Dtype, SafeTensors};

use crate::error::{Error, Result};

/// Reference values.
pub struct Reference {
    /// Sizes of the axes.
    pub shape: Vec<usize>,
    /// Row-major values.
    pub values: Vec<f64>,
}

/// A file: metadata and tensors.
pub struct File {
    /// Entries of the header, by key.
    pub metadata: BTreeMap<String, String>,
    /// Tensors, by [`canonical`] name.
    pub tensors: BTreeMap<String, Reference>,
}

impl File {
    /// Reads a file.
    ///
    /// # Errors
    /// [`Error::File`] if the bytes are none, or store a tensor in an unknown type.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self> {
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
            tensors.insert(canonical(tensor), Reference { shape: view.shape().to_vec(), values });
        }
        Ok(Self { metadata, tensors })
    }

    /// A whole number of the metadata.
    ///
    /// # Errors
    /// [`Error::File`] if it is missing or no number.
    pub fn number<T: std::str::FromStr<Err: std::fmt::Display>>(&self, name: &str, key: &str) -> Result<T> {
        let text = self.metadata.get(key).ok_or_else(|| unreadable(name, &format!("no metadata {key}")))?;
        text.parse().map_err(|error| unreadable(name, &format!("metadata {key}: {error}")))
    }

    /// The size of one axis of a tensor.
    ///
    /// # Errors
    /// [`Error::File`] if there is no such tensor or axis.
    pub fn size(&self, name: &str, tensor: &str, axis: usize) -> Result<usize> {
        let shape = self.tensors.get(tensor).map(|reference| &reference.shape);
        shape.and_then(|shape| shape.get(axis)).copied().ok_or_else(|| unreadable(name, &format!("no tensor {tensor}")))
    }
}

/// What belongs to an attribute, without its number where a case has only one.
const PER_ATTRIBUTE: [&str; 9] = [
    "attribute_embedding",
    "attribute_head",
    "attribute_values",
    "attribute_input",
    "attribute_logits",
    "attribute_target",
    "aggregate",
    "aggregate_weight",
    "attribute",
];

/// The name in this crate: attributes and filter banks are numbered from 0.
fn canonical(name: &str) -> String {
    let parts: Vec<&str> = name.split('.').collect();
    let mut result: Vec<String> = Vec::new();
    for (at, &part) in parts.iter().enumerate() {
        let number = |part: &&str| part.parse::<usize>().ok();
        match number(&part) {
            Some(height) if at > 0 && parts[at - 1] == "horizontal" => result.push((height - 1).to_string()),
            _ => result.push(part.to_owned()),
        }
        if PER_ATTRIBUTE.contains(&part) && parts.get(at + 1).is_none_or(|next| number(next).is_none()) {
            result.push("0".to_owned());
        }
    }
    result.join(".")
}

pub fn unreadable(name: &str, found: &str) -> Error {
    Error::File {
        file: name.into(),
        found: found.into(),
        expected: "a safetensors file of reference vectors".into(),
        advice: "tests/golden/README.md describes the format.".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::canonical;

    #[test]
    fn attributes_and_banks_are_numbered_from_zero() {
        for (given, expected) in [
            ("w.attribute_embedding", "w.attribute_embedding.0"),
            ("grad.attribute_embedding.1", "grad.attribute_embedding.1"),
            ("w.attribute_head.weight", "w.attribute_head.0.weight"),
            ("w.attribute_head.1.bias", "w.attribute_head.1.bias"),
            ("loss.attribute", "loss.attribute.0"),
            ("w.horizontal.1.weight", "w.horizontal.0.weight"),
            ("act.horizontal", "act.horizontal"),
            ("w.attribute_layer.0.key.weight", "w.attribute_layer.0.key.weight"),
        ] {
            assert_eq!(canonical(given), expected);
        }
    }
}
