//! Settings of the models that attend.

use super::backbone::attention_model;
use super::{AttributeConfig, Fusion, InputFusion, Pooling, SourceFusion};

attention_model! {
    /// Sizes and switches of [`crate::models::DifSr`].
    DifSrConfig {
        /// How score tables are joined.
        fusion: Fusion = Fusion::Sum,
        /// Set scores of hidden slots to 0 before concat and gate. Makes them causal; a deviation from the released code.
        mask_before_fusion: bool = false,
        /// One entry per attribute of the data set, in its order.
        attributes: Vec<AttributeConfig> = Vec::new(),
        /// Keep the attribute tables at their initial values, as the released code does by accident.
        freeze_attribute_tables: bool = false,
        /// Standard deviation of the initial attribute tables: 1 in the release, 0.02 for every other table.
        attribute_table_std: f64 = 1.0,
    }
}

attention_model! {
    /// Sizes and switches of [`crate::models::DifBert`].
    DifBertConfig {
        /// How score tables are joined.
        fusion: Fusion = Fusion::Sum,
        /// One entry per attribute of the data set, in its order.
        attributes: Vec<AttributeConfig> = Vec::new(),
        /// Standard deviation of the initial attribute tables.
        attribute_table_std: f64 = 1.0,
        /// Share of items that are masked in training.
        mask_ratio: f64 = 0.2,
        /// Share of sequences of which only the last item is masked, as in prediction.
        ft_ratio: f64 = 0.5,
        /// How often an epoch meets each sequence, cut and masked anew each time: masking asks for few items at a time.
        dupe_factor: usize = 4,
    }
}

attention_model! {
    /// Sizes of [`crate::models::SasRec`].
    SasRecConfig {}
}

attention_model! {
    /// Sizes and switches of [`crate::models::SasRecF`].
    SasRecFConfig {
        /// How item and attribute vectors become one input.
        fusion: InputFusion = InputFusion::Concat,
        /// How the values of a bag become one vector.
        pooling: Pooling = Pooling::Sum,
    }
}

attention_model! {
    /// Sizes and switches of [`crate::models::Nova`].
    NovaConfig {
        /// How item, position and attribute vectors become queries and keys.
        fusion: SourceFusion = SourceFusion::Sum,
        /// How the values of a bag become one vector.
        pooling: Pooling = Pooling::Sum,
    }
}

attention_model! {
    /// Sizes and switches of [`crate::models::Icai`].
    IcaiConfig {
        /// Weight of the next-attribute losses.
        lambda: f64 = 10.0,
    }
}

attention_model! {
    /// Sizes and switches of [`crate::models::Fdsa`].
    FdsaConfig {
        /// How the values of a bag become one vector.
        pooling: Pooling = Pooling::Mean,
    }
}

attention_model! {
    /// Sizes and switches of [`crate::models::Bert4Rec`].
    Bert4RecConfig {
        /// Output layer (linear, GELU, normalisation) and item bias, as in RecBole since 2023; without: as in the paper's table.
        output_head: bool = true,
        /// Share of items that are masked in training: 0.6 in the paper's table, 0.2 in RecBole today.
        mask_ratio: f64 = 0.2,
        /// Share of sequences of which only the last item is masked, as in prediction.
        ft_ratio: f64 = 0.5,
        /// How often an epoch meets each sequence, cut and masked anew each time: masking asks for few items at a time.
        dupe_factor: usize = 4,
    }
}

attention_model! {
    /// Sizes and switches of [`crate::models::S3Rec`].
    S3RecConfig {
        /// Passes over the training part with the four pre-training losses, before the epochs of fine-tuning.
        pretrain_epochs: usize = 20,
        /// Share of items that are masked in pre-training.
        mask_ratio: f64 = 0.2,
        /// Weight of associated attribute prediction.
        aap_weight: f64 = 0.2,
        /// Weight of masked item prediction.
        mip_weight: f64 = 1.0,
        /// Weight of masked attribute prediction.
        map_weight: f64 = 1.0,
        /// Weight of segment prediction.
        sp_weight: f64 = 0.5,
    }
}
