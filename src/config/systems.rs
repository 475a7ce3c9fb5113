//! The systems that can be chosen and compared: every model of the paper's table, with the variants that teach something.

use serde::Serialize;

use super::{
    Backbone, Bert4RecConfig, CaserConfig, DifBertConfig, DifSrConfig, FdsaConfig, Fusion, GruConfig, IcaiConfig,
    InputFusion, ModelConfig, NovaConfig, S3RecConfig, SasRecConfig, SasRecFConfig, SourceFusion, Targets,
};
use crate::error::{Error, Result};

/// Where side information enters a model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum SideInformation {
    /// Mixed into the input of the first block: early fusion.
    Input,
    /// Inside attention: queries and keys only.
    Attention,
    /// Joined after the last block: late fusion.
    Output,
    /// As something to predict.
    Loss,
}

/// One row of the table of systems.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Row {
    id: &'static str,
    name: &'static str,
    enters: &'static [SideInformation],
    citation: &'static str,
}

/// A system that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct System {
    /// Short name in files and addresses.
    pub id: String,
    /// Kind of model.
    pub kind: String,
    /// Name on screen.
    pub name: String,
    /// Where side information enters; empty = never.
    pub enters: Vec<SideInformation>,
    /// Who proposed it, where and when.
    pub citation: String,
    /// Whether it attends, so that there are maps to look at.
    pub attention: bool,
    /// The training regimes that are valid, the preferred one first.
    pub targets: Vec<Targets>,
    /// Why training at every position would be wrong, where it would be.
    pub refusal: Option<String>,
}

const XIE: &str = "Xie, Zhou and Kim, SIGIR 2022";
const KANG: &str = "Kang and McAuley, ICDM 2018";
const LIU: &str = "Liu et al., AAAI 2021";

use SideInformation::{Attention, Input, Loss, Output};

const ROWS: [Row; 17] = [
    Row { id: "dif_sr", name: "DIF-SR", enters: &[Attention, Loss], citation: XIE },
    Row { id: "dif_sr-concat", name: "DIF-SR (concat)", enters: &[Attention, Loss], citation: XIE },
    Row { id: "dif_sr-gate", name: "DIF-SR (gate)", enters: &[Attention, Loss], citation: XIE },
    Row { id: "dif_bert", name: "DIF-BERT4Rec", enters: &[Attention, Loss], citation: XIE },
    Row { id: "icai", name: "ICAI-SR", enters: &[Input, Loss], citation: "Yuan et al., SIGIR 2021; by our definition" },
    Row { id: "nova", name: "NOVA", enters: &[Attention], citation: LIU },
    Row { id: "nova-concat", name: "NOVA (concat)", enters: &[Attention], citation: LIU },
    Row { id: "nova-gate", name: "NOVA (gate)", enters: &[Attention], citation: LIU },
    Row { id: "s3rec", name: "S3-Rec", enters: &[Loss], citation: "Zhou et al., CIKM 2020" },
    Row { id: "fdsa", name: "FDSA", enters: &[Output], citation: "Zhang et al., IJCAI 2019" },
    Row { id: "sasrecf", name: "SASRecF", enters: &[Input], citation: "Kang and McAuley, ICDM 2018, with attributes" },
    Row {
        id: "sasrecf-add",
        name: "SASRecF (add)",
        enters: &[Input],
        citation: "Kang and McAuley, ICDM 2018, with attributes",
    },
    Row { id: "sasrec", name: "SASRec", enters: &[], citation: KANG },
    Row { id: "bert4rec", name: "BERT4Rec", enters: &[], citation: "Sun et al., CIKM 2019" },
    Row { id: "gru4recf", name: "GRU4RecF", enters: &[Output], citation: "Hidasi et al., RecSys 2016" },
    Row { id: "gru4rec", name: "GRU4Rec", enters: &[], citation: "Hidasi et al., ICLR 2016; Tan et al., DLRS 2016" },
    Row { id: "caser", name: "Caser", enters: &[], citation: "Tang and Wang, WSDM 2018" },
];

/// Every system, DIF-SR first, then from the paper's newest baselines to its oldest.
#[must_use]
pub fn systems() -> Vec<System> {
    ROWS.iter().map(|row| describe(row, &bare(row.id))).collect()
}

/// The system that a model configuration is; the plain form of its kind where no variant fits.
#[must_use]
pub fn system_of(config: &ModelConfig) -> System {
    let id = match config {
        ModelConfig::DifSr(c) => match c.fusion {
            Fusion::Concat => "dif_sr-concat",
            Fusion::Gate => "dif_sr-gate",
            Fusion::Sum | Fusion::SigmoidGate => "dif_sr",
        },
        ModelConfig::Nova(c) => match c.fusion {
            SourceFusion::Sum => "nova",
            SourceFusion::Concat => "nova-concat",
            SourceFusion::Gate => "nova-gate",
        },
        ModelConfig::SasRecF(c) => match c.fusion {
            InputFusion::Concat => "sasrecf",
            InputFusion::Add => "sasrecf-add",
        },
        other => other.kind(),
    };
    let row = ROWS.iter().find(|row| row.id == id).expect("every kind of model has a row");
    describe(row, config)
}

/// The model of a system, with default sizes.
///
/// # Errors
/// [`Error::Config`] for an unknown id.
pub fn model_of(id: &str) -> Result<ModelConfig> {
    if ROWS.iter().any(|row| row.id == id) {
        return Ok(bare(id));
    }
    let known: Vec<&str> = ROWS.iter().map(|row| row.id).collect();
    Err(Error::Config { field: "system".into(), found: id.into(), expected: format!("one of {}", known.join(", ")) })
}

impl ModelConfig {
    /// The same model at other sizes of its attention blocks; models without keep theirs.
    #[must_use]
    pub fn resized(self, backbone: Backbone) -> Self {
        match self {
            Self::DifSr(c) => Self::DifSr(DifSrConfig {
                fusion: c.fusion,
                mask_before_fusion: c.mask_before_fusion,
                attributes: c.attributes,
                freeze_attribute_tables: c.freeze_attribute_tables,
                attribute_table_std: c.attribute_table_std,
                ..DifSrConfig::of(backbone)
            }),
            Self::DifBert(c) => Self::DifBert(DifBertConfig {
                fusion: c.fusion,
                attributes: c.attributes,
                ..DifBertConfig::of(backbone)
            }),
            Self::SasRec(_) => Self::SasRec(SasRecConfig::of(backbone)),
            Self::SasRecF(c) => {
                Self::SasRecF(SasRecFConfig { fusion: c.fusion, pooling: c.pooling, ..SasRecFConfig::of(backbone) })
            }
            Self::Nova(c) => {
                Self::Nova(NovaConfig { fusion: c.fusion, pooling: c.pooling, ..NovaConfig::of(backbone) })
            }
            Self::Icai(c) => Self::Icai(IcaiConfig { lambda: c.lambda, ..IcaiConfig::of(backbone) }),
            Self::Fdsa(c) => Self::Fdsa(FdsaConfig { pooling: c.pooling, ..FdsaConfig::of(backbone) }),
            Self::S3Rec(c) => {
                Self::S3Rec(S3RecConfig { pretrain_epochs: c.pretrain_epochs, ..S3RecConfig::of(backbone) })
            }
            Self::Bert4Rec(c) => {
                Self::Bert4Rec(Bert4RecConfig { output_head: c.output_head, ..Bert4RecConfig::of(backbone) })
            }
            Self::Gru4Rec(_) | Self::Gru4RecF(_) | Self::Caser(_) => self,
        }
    }
}

fn bare(id: &str) -> ModelConfig {
    match id {
        "dif_sr-concat" => ModelConfig::DifSr(DifSrConfig { fusion: Fusion::Concat, ..DifSrConfig::default() }),
        "dif_sr-gate" => ModelConfig::DifSr(DifSrConfig { fusion: Fusion::Gate, ..DifSrConfig::default() }),
        "dif_bert" => ModelConfig::DifBert(DifBertConfig::default()),
        "icai" => ModelConfig::Icai(IcaiConfig::default()),
        "nova" => ModelConfig::Nova(NovaConfig::default()),
        "nova-concat" => ModelConfig::Nova(NovaConfig { fusion: SourceFusion::Concat, ..NovaConfig::default() }),
        "nova-gate" => ModelConfig::Nova(NovaConfig { fusion: SourceFusion::Gate, ..NovaConfig::default() }),
        "s3rec" => ModelConfig::S3Rec(S3RecConfig::default()),
        "fdsa" => ModelConfig::Fdsa(FdsaConfig::default()),
        "sasrecf" => ModelConfig::SasRecF(SasRecFConfig::default()),
        "sasrecf-add" => ModelConfig::SasRecF(SasRecFConfig { fusion: InputFusion::Add, ..SasRecFConfig::default() }),
        "sasrec" => ModelConfig::SasRec(SasRecConfig::default()),
        "bert4rec" => ModelConfig::Bert4Rec(Bert4RecConfig::default()),
        "gru4recf" => ModelConfig::Gru4RecF(GruConfig::default()),
        "gru4rec" => ModelConfig::Gru4Rec(GruConfig::default()),
        "caser" => ModelConfig::Caser(CaserConfig::default()),
        _ => ModelConfig::DifSr(DifSrConfig::default()),
    }
}

fn describe(row: &Row, config: &ModelConfig) -> System {
    System {
        id: row.id.into(),
        kind: config.kind().into(),
        name: row.name.into(),
        enters: row.enters.to_vec(),
        citation: row.citation.into(),
        attention: config.backbone().is_some(),
        targets: config.targets().to_vec(),
        refusal: config.refusal().map(Into::into),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_and_its_configuration_name_each_other() {
        for system in systems() {
            let model = model_of(&system.id).unwrap();
            assert_eq!(system_of(&model), system);
            assert_eq!(model.kind(), system.kind);
            assert!(model.validate().is_ok(), "{}", system.id);
        }
    }

    #[test]
    fn an_unknown_system_is_refused_with_the_known_ones() {
        let message = model_of("word2vec").unwrap_err().to_string();
        assert!(message.contains("dif_sr-gate") && message.contains("caser"), "{message}");
    }
}
