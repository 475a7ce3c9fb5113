//! One size at which stacks are compared.

use serde::Deserialize;

use crate::config::{AttributeConfig, AttributeSchema, DifSrConfig, Fusion, ModelConfig, Pooling, Schema};
use crate::error::{Error, Result};

/// Sizes of one comparison: fusion `sum`, one attribute with one value per item and a trained table, no dropout.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Items, without the padding row.
    pub items: usize,
    /// Values of the attribute, without "no value".
    pub attr_values: usize,
    /// Width of the model.
    pub d: usize,
    /// Width of the attribute.
    pub d_attr: usize,
    /// Inner width of the feed-forward part.
    pub d_inner: usize,
    /// Heads.
    pub heads: usize,
    /// Layers.
    pub layers: usize,
    /// Slots of a sequence.
    pub len: usize,
    /// Sequences in a step.
    pub batch: usize,
    /// Weight of the attribute's loss.
    pub lambda: f64,
    /// Step size of Adam.
    pub lr: f64,
}

impl Case {
    /// Reads a case and checks it.
    ///
    /// # Errors
    /// [`Error::Config`] if the text is no case, or a size is out of range.
    pub fn from_json(text: &str) -> Result<Self> {
        let case: Self = serde_json::from_str(text)
            .map_err(|error| Error::config("case", error, "one entry of the peer benchmark's cases.json"))?;
        for (field, found) in [("items", case.items), ("attr_values", case.attr_values), ("batch", case.batch)] {
            if found == 0 {
                return Err(Error::config(field, found, "at least 1"));
            }
        }
        if !(case.lr.is_finite() && case.lr > 0.0) {
            return Err(Error::config("lr", case.lr, "a number above 0"));
        }
        let config = case.config();
        config.validate()?;
        config.fits(&case.schema())?;
        Ok(case)
    }

    /// The model of this case.
    #[must_use]
    pub fn config(&self) -> ModelConfig {
        let attribute =
            AttributeConfig { attribute_hidden_size: self.d_attr, pooling: Pooling::Sum, lambda: self.lambda };
        ModelConfig::DifSr(DifSrConfig {
            hidden_size: self.d,
            inner_size: self.d_inner,
            n_layers: self.layers,
            n_heads: self.heads,
            max_length: self.len,
            fusion: Fusion::Sum,
            attributes: vec![attribute],
            hidden_dropout_prob: 0.0,
            attn_dropout_prob: 0.0,
            ..DifSrConfig::default()
        })
    }

    /// The table sizes of this case, padding rows included.
    #[must_use]
    pub fn schema(&self) -> Schema {
        let attribute = AttributeSchema { name: "attribute".into(), bag: false, rows: self.attr_values + 1 };
        Schema { items: self.items + 1, attributes: vec![attribute], users: 0 }
    }

    /// This model's name of a parameter that the peers call `name`; `None` if they have no such parameter. Shapes are the same:
    /// linear maps are `[in, out]` on both sides.
    #[must_use]
    pub fn parameter(name: &str) -> Option<String> {
        let table = match name {
            "item" => Some("item_embedding"),
            "pos" => Some("position_embedding"),
            "attr" => Some("attribute_embedding.0"),
            _ => None,
        };
        if let Some(table) = table {
            return Some(table.into());
        }
        let (module, part) = name.rsplit_once('.')?;
        let (layer, module) = match module.split_once('.') {
            Some((layer, module)) => (Some(layer.parse::<usize>().ok()?), module),
            None => (None, module),
        };
        let (field, is_norm) = match (layer.is_some(), module) {
            (false, "in") => ("input_norm", true),
            (false, "head") => ("attribute_head.0", false),
            (true, "q") => ("item_query", false),
            (true, "k") => ("item_key", false),
            (true, "v") => ("item_value", false),
            (true, "pq") => ("position_query", false),
            (true, "pk") => ("position_key", false),
            (true, "aq") => ("attribute_query.0", false),
            (true, "ak") => ("attribute_key.0", false),
            (true, "o") => ("attention_output", false),
            (true, "n1") => ("attention_norm", true),
            (true, "f1") => ("ffn_in", false),
            (true, "f2") => ("ffn_out", false),
            (true, "n2") => ("ffn_norm", true),
            _ => return None,
        };
        let part = match (is_norm, part) {
            (true, "g") => "gamma",
            (true, "b") => "beta",
            (false, "w") => "weight",
            (false, "b") => "bias",
            _ => return None,
        };
        Some(match layer {
            Some(layer) => format!("layer.{layer}.{field}.{part}"),
            None => format!("{field}.{part}"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = r#"{"items": 300, "attr_values": 20, "d": 32, "d_attr": 16, "d_inner": 32, "heads": 2, "layers": 2,
        "len": 20, "batch": 64, "lambda": 10, "lr": 0.001}"#;

    #[test]
    fn a_case_that_cannot_be_computed_is_refused_by_the_name_of_its_field() {
        let refused = |from: &str, to: &str| Case::from_json(&SMALL.replace(from, to)).unwrap_err().to_string();
        assert!(refused("\"items\": 300", "\"items\": 0").contains("items is 0; expected at least 1"));
        assert!(refused("\"heads\": 2", "\"heads\": 3").contains("n_heads is 3; expected a divisor"));
        assert!(refused("\"lr\": 0.001", "\"lr\": -1").contains("lr is -1"));
        assert!(refused("\"lr\"", "\"rate\"").contains("unknown field `rate`"));
    }

    #[test]
    fn parameters_of_other_stacks_have_names_here() {
        assert_eq!(Case::parameter("1.aq.w").unwrap(), "layer.1.attribute_query.0.weight");
        assert_eq!(Case::parameter("in.g").unwrap(), "input_norm.gamma");
        for unknown in ["q.w", "0.in.g", "0.q.g", "x.q.w", "0.n1.w", "item.w", "positions"] {
            assert_eq!(Case::parameter(unknown), None, "{unknown}");
        }
    }
}
