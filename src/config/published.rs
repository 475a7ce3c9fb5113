//! Published settings: those behind the paper's table, those of the release's current configurations, those of our reference
//! runs, and small ones for a browser.

use super::systems::model_of;
use super::{AttributeConfig, Backbone, ModelConfig, RunConfig, Schema, Targets, TrainingConfig, ValidMetric};
use crate::error::{Error, Result};

/// Named settings of a published run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Published {
    /// Name on the command line.
    pub name: &'static str,
    /// Where the settings come from.
    pub source: &'static str,
    /// The system that was run.
    pub system: &'static str,
    sizes: Backbone,
    attribute: AttributeSizes,
    training: Schedule,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct AttributeSizes {
    width: usize,
    lambda: f64,
    /// The released code never trains its attribute tables.
    frozen: bool,
    std: f64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Schedule {
    learning_rate: f64,
    batch: usize,
    epochs: usize,
    targets: Targets,
    eval_every: usize,
    valid_metric: ValidMetric,
    eval_sessions: usize,
}

const TABLE: &str = "first release, logs of commit 7fcdbb4: the runs behind the paper's table";
const CURRENT: &str = "current configuration of the release, commit b600052";

/// Every set of settings.
pub const PUBLISHED: [Published; 10] = [
    paper("beauty", CURRENT, "dif_sr-gate", [50, 4, 8, 64], 10.0),
    paper("sports", CURRENT, "dif_sr-gate", [50, 3, 8, 64], 5.0),
    paper("toys", CURRENT, "dif_sr-gate", [50, 3, 4, 64], 5.0),
    paper("yelp", CURRENT, "dif_sr-gate", [50, 4, 8, 64], 10.0),
    paper("beauty-table", TABLE, "dif_sr-gate", [7, 4, 4, 256], 10.0),
    paper("sports-table", TABLE, "dif_sr-gate", [7, 4, 2, 256], 5.0),
    paper("toys-table", TABLE, "dif_sr-concat", [7, 3, 2, 128], 5.0),
    paper("yelp-table", TABLE, "dif_sr-concat", [10, 4, 2, 64], 10.0),
    Published {
        name: "ml-100k",
        source: "reference runs on MovieLens-100K with the attribute class",
        system: "dif_sr",
        sizes: Backbone { hidden_dropout: 0.3, ..backbone(64, 50, 2, 2, 0.3) },
        attribute: AttributeSizes { width: 16, lambda: 10.0, frozen: false, std: 0.02 },
        training: Schedule {
            learning_rate: 0.001,
            batch: 64,
            epochs: 50,
            targets: Targets::EveryPosition,
            eval_every: 5,
            valid_metric: ValidMetric::Recall20,
            eval_sessions: 0,
        },
    },
    Published {
        name: "small",
        source: "the page's settings for its synthetic shops",
        system: "dif_sr",
        sizes: Backbone { hidden_dropout: 0.2, std: 0.1, ..backbone(32, 20, 2, 2, 0.1) },
        attribute: AttributeSizes { width: 16, lambda: 2.0, frozen: false, std: 1.0 },
        training: Schedule {
            learning_rate: 0.006,
            batch: 64,
            epochs: 20,
            targets: Targets::EveryPosition,
            eval_every: 1,
            valid_metric: ValidMetric::Ndcg10,
            eval_sessions: 600,
        },
    },
];

/// The settings that all runs of the paper share: width 256, dropout 0.5 and 0.3, batches of 2,048 prefixes, at most 200 epochs.
/// `shape` is length, layers, heads and width of the attribute.
const fn paper(
    name: &'static str,
    source: &'static str,
    system: &'static str,
    shape: [usize; 4],
    lambda: f64,
) -> Published {
    let [length, layers, heads, width] = shape;
    Published {
        name,
        source,
        system,
        sizes: Backbone { hidden_dropout: 0.5, ..backbone(256, length, layers, heads, 0.3) },
        attribute: AttributeSizes { width, lambda, frozen: true, std: 1.0 },
        training: Schedule {
            learning_rate: 1e-4,
            batch: 2048,
            epochs: 200,
            targets: Targets::Prefix,
            eval_every: 2,
            valid_metric: ValidMetric::Recall20,
            eval_sessions: 0,
        },
    }
}

const fn backbone(width: usize, length: usize, layers: usize, heads: usize, attention_dropout: f64) -> Backbone {
    Backbone {
        hidden: width,
        inner: width,
        layers,
        heads,
        length,
        hidden_dropout: attention_dropout,
        attention_dropout,
        epsilon: 1e-12,
        std: 0.02,
    }
}

/// The settings of that name.
///
/// # Errors
/// [`Error::Config`] for an unknown name.
pub fn published(name: &str) -> Result<&'static Published> {
    PUBLISHED.iter().find(|published| published.name == name).ok_or_else(|| {
        let known: Vec<&str> = PUBLISHED.iter().map(|published| published.name).collect();
        Error::config("preset", name, format!("one of {}", known.join(", ")))
    })
}

impl Published {
    /// The settings for a system (`None`: the one that was run) on data of this schema. A system keeps what the settings do not
    /// speak of, and the training targets that are valid for it.
    ///
    /// # Errors
    /// [`Error::Config`] for an unknown system.
    pub fn configure(&self, system: Option<&str>, schema: &Schema) -> Result<RunConfig> {
        let sizes = self.sizes;
        let mut model = model_of(system.unwrap_or(self.system))?.resized(sizes);
        let attribute = AttributeConfig {
            attribute_hidden_size: self.attribute.width,
            lambda: self.attribute.lambda,
            ..AttributeConfig::default()
        };
        let attributes = vec![attribute; schema.attributes.len()];
        match &mut model {
            ModelConfig::DifSr(c) => {
                c.attributes = attributes;
                c.freeze_attribute_tables = self.attribute.frozen;
                c.attribute_table_std = self.attribute.std;
            }
            ModelConfig::DifBert(c) => (c.attributes, c.attribute_table_std) = (attributes, self.attribute.std),
            ModelConfig::Icai(c) => c.lambda = self.attribute.lambda,
            ModelConfig::Gru4Rec(c) | ModelConfig::Gru4RecF(c) => {
                (c.embedding_size, c.hidden_size, c.max_length) = (sizes.hidden, 2 * sizes.hidden, sizes.length);
            }
            // A bank of filters for every height: long windows cost much and gain nothing.
            ModelConfig::Caser(c) => (c.embedding_size, c.max_length) = (sizes.hidden, sizes.length.min(10)),
            _ => {}
        }
        let valid = model.targets();
        let wanted = self.training.targets;
        let training = TrainingConfig {
            learning_rate: self.training.learning_rate,
            train_batch_size: self.training.batch,
            epochs: self.training.epochs,
            targets: if valid.contains(&wanted) { wanted } else { valid[0] },
            eval_every: self.training.eval_every,
            valid_metric: self.training.valid_metric,
            eval_sessions: self.training.eval_sessions,
            ..TrainingConfig::default()
        };
        Ok(RunConfig { model, training })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::AttributeSchema;
    use crate::config::systems::systems;

    /// Data with one attribute.
    fn schema(items: usize, values: usize) -> Schema {
        let attributes = vec![AttributeSchema { name: "categories".into(), bag: true, rows: values }];
        Schema { items, attributes, users: 100 }
    }

    #[test]
    fn every_set_of_settings_is_valid_for_every_system() {
        for published in PUBLISHED {
            let schema = schema(100, 20);
            published.configure(None, &schema).unwrap().validate().unwrap();
            for system in systems() {
                let config = published.configure(Some(&system.id), &schema).unwrap();
                config.validate().unwrap_or_else(|error| panic!("{} {}: {error}", published.name, system.id));
                config.model.fits(&schema).unwrap();
            }
        }
    }

    /// The counts that the logs print, by the formula of the released model with its frozen tables left out.
    #[test]
    fn parameters_are_those_of_the_published_logs() {
        let logs = [
            ("beauty", 12_102, 355, 5_355_783),
            ("sports", 18_358, 1876, 6_809_935),
            ("toys", 11_925, 730, 4_868_565),
            ("yelp", 20_069, 1603, 7_716_071),
            ("beauty-table", 12_102, 355, 5_827_683),
            ("sports-table", 18_358, 1876, 7_820_116),
            ("toys-table", 11_925, 730, 4_924_328),
            ("yelp-table", 20_069, 1603, 7_696_667),
        ];
        for (name, items, values, expected) in logs {
            let config = published(name).unwrap().configure(None, &schema(items, values)).unwrap();
            let ModelConfig::DifSr(c) = config.model else { panic!("{name} is DIF-SR") };
            let (d, inner, l, m) = (c.hidden_size, c.inner_size, c.max_length, 3);
            let width = c.attributes[0].attribute_hidden_size;
            let joined = width / c.n_heads * c.n_heads;
            let fusion = match c.fusion {
                super::super::Fusion::Concat => m * l * l + l,
                _ => l * l + l + l + 1,
            };
            let layer = 6 * (d * d + d) + 2 * (width * joined + joined) + fusion + 4 * d + 2 * d * inner + inner + d;
            let found = items * d + l * d + 2 * d + c.n_layers * layer + d * values + values;
            assert!(c.freeze_attribute_tables, "{name}");
            assert_eq!(found, expected, "{name}");
        }
    }

    #[test]
    fn an_unknown_name_is_answered_with_the_known_ones() {
        assert!(published("beuty").unwrap_err().to_string().contains("beauty-table"));
    }
}
