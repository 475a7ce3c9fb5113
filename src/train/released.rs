//! Weights under the names, and in the layout, of the code that the authors and `RecBole` released, for PyTorch.
//!
//! `AIM-SE/DIF-SR: recbole/model/sequential_recommender/sasrecd.py, recbole/model/layers.py` and
//! `RUCAIBox/RecBole: recbole/model/sequential_recommender/{sasrec,bert4rec,gru4rec}.py`. docs/weights.md shows the table.

use super::checkpoint::{Card, Precision, encode, unreadable};
use crate::config::{Fusion, ModelConfig};
use crate::error::Result;
use crate::models::NamedTensor;

/// Metadata entry of an exported file: the card of the model.
const KEY: &str = "dif_sr_export";

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A linear map: `.weight` `[in, out]` here and `[out, in]` there, `.bias` the same.
    Linear,
    /// A layer normalisation: `.gamma` and `.beta` here, `.weight` and `.bias` there.
    Norm,
    /// One tensor, the same.
    Tensor,
    /// One tensor, `[in, out]` here and `[out, in]` there.
    Transposed,
}

use Part::{Linear, Norm, Tensor, Transposed};

/// Our name, theirs, and what it is. `#` stands for a number, the same in both names and in the same order.
pub type Row = (&'static str, &'static str, Part);

/// DIF-SR (`SASRecD`), `SASRec`, `BERT4Rec`.
pub const TRANSFORMERS: [Row; 26] = [
    ("item_embedding", "item_embedding.weight", Tensor),
    ("position_embedding", "position_embedding.weight", Tensor),
    ("input_norm", "LayerNorm", Norm),
    ("layer.#.query", "trm_encoder.layer.#.multi_head_attention.query", Linear),
    ("layer.#.key", "trm_encoder.layer.#.multi_head_attention.key", Linear),
    ("layer.#.value", "trm_encoder.layer.#.multi_head_attention.value", Linear),
    ("layer.#.item_query", "trm_encoder.layer.#.multi_head_attention.query", Linear),
    ("layer.#.item_key", "trm_encoder.layer.#.multi_head_attention.key", Linear),
    ("layer.#.item_value", "trm_encoder.layer.#.multi_head_attention.value", Linear),
    ("layer.#.position_query", "trm_encoder.layer.#.multi_head_attention.query_p", Linear),
    ("layer.#.position_key", "trm_encoder.layer.#.multi_head_attention.key_p", Linear),
    ("layer.#.attribute_query.#", "trm_encoder.layer.#.multi_head_attention.query_layers.#", Linear),
    ("layer.#.attribute_key.#", "trm_encoder.layer.#.multi_head_attention.key_layers.#", Linear),
    ("layer.#.fusion", "trm_encoder.layer.#.multi_head_attention.fusion_layer", Linear),
    ("layer.#.fusion.hidden", "trm_encoder.layer.#.multi_head_attention.fusion_layer.projection.0", Linear),
    ("layer.#.fusion.out", "trm_encoder.layer.#.multi_head_attention.fusion_layer.projection.2", Linear),
    ("layer.#.attention_output", "trm_encoder.layer.#.multi_head_attention.dense", Linear),
    ("layer.#.attention_norm", "trm_encoder.layer.#.multi_head_attention.LayerNorm", Norm),
    ("layer.#.ffn_in", "trm_encoder.layer.#.feed_forward.dense_1", Linear),
    ("layer.#.ffn_out", "trm_encoder.layer.#.feed_forward.dense_2", Linear),
    ("layer.#.ffn_norm", "trm_encoder.layer.#.feed_forward.LayerNorm", Norm),
    ("attribute_embedding.#", "feature_embed_layer_list.#.token_seq_embedding_table.item.0.weight", Tensor),
    ("attribute_head.#", "ap.#", Linear),
    ("output", "output_ffn", Linear),
    ("output_norm", "output_ln", Norm),
    ("item_bias", "output_bias", Tensor),
];

/// `GRU4Rec`.
pub const GRU4REC: [Row; 4] = [
    ("item_embedding", "item_embedding.weight", Tensor),
    ("item_gru.input", "gru_layers.weight_ih_l0", Transposed),
    ("item_gru.hidden", "gru_layers.weight_hh_l0", Transposed),
    ("output", "dense", Linear),
];

/// Writes the tensors of a model under the released names; models without released code keep their names and layout.
///
/// # Errors
/// [`crate::error::Error::Weights`] for a tensor that the table does not know.
pub fn write(card: &Card, tensors: Vec<NamedTensor>) -> Result<Vec<u8>> {
    let tensors = match table(&card.config.model) {
        Some(table) => tensors.into_iter().map(|tensor| rename(tensor, table)).collect::<Result<Vec<_>>>()?,
        None => tensors,
    };
    let card = serde_json::to_string(card).expect("a card holds nothing that JSON cannot");
    encode((KEY, card), &tensors, Precision::Single)
}

/// The names of a model's released code, where there is any that they fit.
#[must_use]
pub const fn table(model: &ModelConfig) -> Option<&'static [Row]> {
    match model {
        ModelConfig::DifSr(config) if matches!(config.fusion, Fusion::SigmoidGate) => None,
        ModelConfig::DifSr(_) | ModelConfig::SasRec(_) | ModelConfig::Bert4Rec(_) => Some(&TRANSFORMERS),
        ModelConfig::Gru4Rec(_) => Some(&GRU4REC),
        _ => None,
    }
}

fn rename(tensor: NamedTensor, table: &[Row]) -> Result<NamedTensor> {
    let found = table.iter().find_map(|&(ours, theirs, part)| {
        let endings: &[(&str, &str, bool)] = match part {
            Linear => &[(".weight", ".weight", true), (".bias", ".bias", false)],
            Norm => &[(".gamma", ".weight", false), (".beta", ".bias", false)],
            Tensor => &[("", "", false)],
            Transposed => &[("", "", true)],
        };
        endings.iter().find_map(|&(our_end, their_end, turned)| {
            let numbers = numbers_where(tensor.name.strip_suffix(our_end)?, ours)?;
            Some((filled(theirs, &numbers) + their_end, turned))
        })
    });
    let (name, turned) = found.ok_or_else(|| unreadable(&format!("the tensor {}", tensor.name)))?;
    let tensor = NamedTensor { name, ..tensor };
    Ok(if turned { transposed(tensor) } else { tensor })
}

/// The numbers in `name` at the `#` of `pattern`; `None` where they do not fit.
fn numbers_where<'a>(name: &'a str, pattern: &str) -> Option<Vec<&'a str>> {
    let (parts, wanted) = (name.split('.'), pattern.split('.'));
    if parts.clone().count() != wanted.clone().count() {
        return None;
    }
    let mut numbers = Vec::new();
    for (part, wanted) in parts.zip(wanted) {
        match wanted {
            "#" if part.parse::<usize>().is_ok() => numbers.push(part),
            _ if part == wanted => {}
            _ => return None,
        }
    }
    Some(numbers)
}

fn filled(pattern: &str, numbers: &[&str]) -> String {
    numbers.iter().fold(pattern.to_owned(), |name, number| name.replacen('#', number, 1))
}

/// `[in, out]` -> `[out, in]`.
fn transposed(tensor: NamedTensor) -> NamedTensor {
    let &[rows, columns] = tensor.shape.as_slice() else { return tensor };
    let values = (0..columns).flat_map(|column| (0..rows).map(move |row| row * columns + column));
    NamedTensor {
        values: values.map(|index| tensor.values[index]).collect(),
        shape: vec![columns, rows],
        name: tensor.name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn renamed(name: &str, shape: &[usize], table: &[Row]) -> Option<(String, Vec<usize>, Vec<f32>)> {
        let values = (0..shape.iter().product::<usize>()).map(|value| value as f32).collect();
        let tensor = rename(NamedTensor { name: name.into(), shape: shape.to_vec(), values }, table).ok()?;
        Some((tensor.name, tensor.shape, tensor.values))
    }

    #[test]
    fn numbers_keep_their_order_and_linear_maps_are_turned() {
        let (name, shape, values) = renamed("layer.3.attribute_key.1.weight", &[2, 3], &TRANSFORMERS).unwrap();
        assert_eq!(name, "trm_encoder.layer.3.multi_head_attention.key_layers.1.weight");
        assert_eq!((shape, values), (vec![3, 2], vec![0.0, 3.0, 1.0, 4.0, 2.0, 5.0]));
        let name = |name| renamed(name, &[2], &TRANSFORMERS).map(|(name, ..)| name);
        assert_eq!(name("input_norm.gamma").unwrap(), "LayerNorm.weight");
        let gate = "trm_encoder.layer.0.multi_head_attention.fusion_layer.projection.2.bias";
        assert_eq!(name("layer.0.fusion.out.bias").unwrap(), gate);
        assert_eq!((name("layer.x.query.bias"), name("layer.0.nothing")), (None, None));
        let (name, shape, _) = renamed("item_gru.input", &[2, 6], &GRU4REC).unwrap();
        assert_eq!((name.as_str(), shape), ("gru_layers.weight_ih_l0", vec![6, 2]));
    }

    #[test]
    fn the_documentation_shows_the_table() {
        let page = include_str!("../../docs/weights.md");
        for (ours, theirs, _) in TRANSFORMERS.iter().chain(&GRU4REC) {
            assert!(page.contains(&format!("| `{ours}` | `{theirs}` |")), "docs/weights.md lacks {ours}");
        }
    }
}
