//! The sizes S, M and L that are compared everywhere, with data and settings for them.

use dif_sr::config::{DifSrConfig, ModelConfig, RunConfig, Targets};
use dif_sr::data::atomic::File;
use dif_sr::data::dataset::Dataset;
use dif_sr::data::open::open_atomic;
use dif_sr::data::subset::SubsetConfig;
use dif_sr::error::{Error, Result};
use dif_sr::lab::Lab;

/// One size.
pub struct Size {
    pub name: &'static str,
    pub items: usize,
    pub values: usize,
    pub hidden: usize,
    pub attribute: usize,
    pub heads: usize,
    pub layers: usize,
    pub length: usize,
    pub batch: usize,
}

const SIZES: [Size; 3] = [
    Size { name: "S", items: 300, values: 20, hidden: 32, attribute: 16, heads: 2, layers: 2, length: 20, batch: 64 },
    Size { name: "M", items: 1700, values: 19, hidden: 64, attribute: 32, heads: 2, layers: 2, length: 50, batch: 128 },
    Size {
        name: "L",
        items: 12_101,
        values: 600,
        hidden: 64,
        attribute: 32,
        heads: 4,
        layers: 3,
        length: 50,
        batch: 256,
    },
];

impl Size {
    /// The size of that name.
    pub fn named(name: &str) -> Result<&'static Self> {
        SIZES.iter().find(|size| size.name == name).ok_or_else(|| Error::config("sizes", name, "S, M or L"))
    }

    /// Sessions in which every item occurs and every session fills the slots; the same as in the browser's half of the bench.
    pub fn data(&self) -> Result<Dataset> {
        let session_length = self.length + 3;
        let sessions = (3 * self.items).div_ceil(session_length).max(300);
        let mut inter = String::from("user_id:token\titem_id:token\ttimestamp:float\n");
        for user in 0..sessions {
            for step in 0..session_length {
                let item = (user * session_length + step * 7919) % self.items;
                inter.extend(["u", &user.to_string(), "\ti", &item.to_string(), "\t", &step.to_string(), "\n"]);
            }
        }
        let mut item = String::from("item_id:token\tkind:token\n");
        for id in 0..self.items {
            item.extend(["i", &id.to_string(), "\tv", &(id % self.values).to_string(), "\n"]);
        }
        open_atomic(
            File { name: "bench.inter", bytes: inter.as_bytes() },
            Some(File { name: "bench.item", bytes: item.as_bytes() }),
            &SubsetConfig { core: 1, ..SubsetConfig::default() },
        )
    }

    /// DIF-SR with the fusion sum, one attribute predicted beside the item, dropout off, one target a sequence; for the data that
    /// is open in `lab`.
    pub fn configuration(&self, lab: &Lab) -> Result<RunConfig> {
        let mut config = lab.default_config("dif_sr")?;
        if let ModelConfig::DifSr(model) = &mut config.model {
            *model = DifSrConfig {
                hidden_size: self.hidden,
                inner_size: self.hidden,
                n_heads: self.heads,
                n_layers: self.layers,
                max_length: self.length,
                hidden_dropout_prob: 0.0,
                attn_dropout_prob: 0.0,
                ..model.clone()
            };
            for attribute in &mut model.attributes {
                attribute.attribute_hidden_size = self.attribute;
                attribute.lambda = 10.0;
            }
        }
        config.training.train_batch_size = self.batch;
        config.training.targets = Targets::Prefix;
        config.training.learning_rate = 0.001;
        Ok(config)
    }
}
