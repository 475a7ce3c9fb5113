//! Configurations of the baseline cases, read from metadata and tensor shapes.

use super::file::File;
use crate::config::{
    AttributeSchema, Backbone, Bert4RecConfig, CaserConfig, FdsaConfig, GruConfig, IcaiConfig, InputFusion,
    ModelConfig, NovaConfig, Pooling, S3RecConfig, SasRecConfig, SasRecFConfig, Schema, SourceFusion,
};
use crate::error::Result;

/// The model and its tables; `None` for a model that this crate does not have.
pub fn configuration(name: &str, file: &File) -> Result<Option<(ModelConfig, Schema)>> {
    let Some(kind) = file.metadata.get("model") else { return Ok(None) };
    let pooling = match file.metadata.get("pooling").map(String::as_str) {
        Some("mean") => Pooling::Mean,
        _ => Pooling::Sum,
    };
    let model = match kind.as_str() {
        "sasrec" => ModelConfig::SasRec(SasRecConfig::of(backbone(name, file)?)),
        "sasrecf_sum" | "sasrecf_mean" => ModelConfig::SasRecF(SasRecFConfig {
            fusion: InputFusion::Concat,
            pooling,
            ..SasRecFConfig::of(backbone(name, file)?)
        }),
        "sasrecf_add" => ModelConfig::SasRecF(SasRecFConfig {
            fusion: InputFusion::Add,
            pooling,
            ..SasRecFConfig::of(backbone(name, file)?)
        }),
        "nova_sum" | "nova_concat" | "nova_gate" => {
            let fusion = match kind.as_str() {
                "nova_concat" => SourceFusion::Concat,
                "nova_gate" => SourceFusion::Gate,
                _ => SourceFusion::Sum,
            };
            ModelConfig::Nova(NovaConfig { fusion, pooling, ..NovaConfig::of(backbone(name, file)?) })
        }
        "icai" => ModelConfig::Icai(IcaiConfig {
            lambda: file.number(name, "lambda")?,
            ..IcaiConfig::of(backbone(name, file)?)
        }),
        "fdsa" => ModelConfig::Fdsa(FdsaConfig { pooling, ..FdsaConfig::of(backbone(name, file)?) }),
        "bert4rec" | "bert4rec_head" => ModelConfig::Bert4Rec(Bert4RecConfig {
            output_head: file.tensors.contains_key("w.output.weight"),
            ..Bert4RecConfig::of(backbone(name, file)?)
        }),
        "s3rec_pretrain" => ModelConfig::S3Rec(S3RecConfig {
            aap_weight: file.number(name, "aap_weight")?,
            mip_weight: file.number(name, "mip_weight")?,
            map_weight: file.number(name, "map_weight")?,
            sp_weight: file.number(name, "sp_weight")?,
            ..S3RecConfig::of(backbone(name, file)?)
        }),
        "gru4rec" => ModelConfig::Gru4Rec(gru(name, file)?),
        "gru4recf" => ModelConfig::Gru4RecF(gru(name, file)?),
        "caser" | "caser_anonymous" => ModelConfig::Caser(CaserConfig {
            embedding_size: file.number(name, "d")?,
            max_length: file.number(name, "L")?,
            n_v: file.number(name, "vertical")?,
            n_h: file.number(name, "horizontal")?,
            user_embedding: file.tensors.contains_key("w.user_embedding"),
            dropout_prob: 0.0,
            reg_weight: file.number(name, "l2_weight")?,
        }),
        _ => return Ok(None),
    };
    let with_mask = matches!(model, ModelConfig::Bert4Rec(_) | ModelConfig::S3Rec(_));
    let items = file.size(name, "w.item_embedding", 0)? - usize::from(with_mask);
    let attributes = match file.tensors.get("w.attribute_embedding.0") {
        None => Vec::new(),
        Some(table) => vec![AttributeSchema { name: "attribute 0".into(), bag: true, rows: table.shape[0] }],
    };
    let users = file.tensors.get("w.user_embedding").map_or(0, |table| table.shape[0] - 1);
    Ok(Some((model, Schema { items, attributes, users })))
}

fn backbone(name: &str, file: &File) -> Result<Backbone> {
    Ok(Backbone {
        hidden: file.number(name, "d")?,
        inner: file.size(name, "w.layer.0.ffn_in.weight", 1)?,
        layers: file.number(name, "layers")?,
        heads: file.number(name, "heads")?,
        length: file.number(name, "L")?,
        hidden_dropout: 0.0,
        attention_dropout: 0.0,
        epsilon: 1e-12,
        std: 0.02,
    })
}

fn gru(name: &str, file: &File) -> Result<GruConfig> {
    Ok(GruConfig {
        embedding_size: file.number(name, "d")?,
        hidden_size: file.size(name, "w.item_gru.hidden", 0)?,
        max_length: file.number(name, "L")?,
        dropout_prob: 0.0,
    })
}
