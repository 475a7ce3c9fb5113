//! The synthetic shop's sessions: a preset, a seed, and out comes a data set whose best possible prediction is known.

use serde::{Deserialize, Serialize};

use super::catalogue::Catalogue;
use super::dataset::{Counts, Dataset, Origin};
use super::process::{Process, ProcessWeights, Step};
use super::shop;
use super::split::Sequences;
use crate::error::{Error, Result};
use crate::rng;

/// Sessions, unless the configuration says otherwise.
const DEFAULT_SESSIONS: usize = 3000;
/// Seed, unless the configuration says otherwise: that of the authors' runs.
const DEFAULT_SEED: u64 = 212;
/// Fewest and most sessions that a configuration may ask for.
const SESSIONS: std::ops::RangeInclusive<usize> = 50..=20_000;

/// The processes that the page offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Preset {
    /// Visitors stay with a brand.
    #[default]
    BrandLoyal,
    /// Visitors follow the chain of a department.
    DepartmentChains,
    /// The last item decides nearly alone, and the catalogue shows each item with the attributes of another: what it shows says
    /// nothing.
    SideInformationUseless,
}

impl Preset {
    /// Every preset, the one that the page opens first.
    pub const ALL: [Self; 3] = [Self::BrandLoyal, Self::DepartmentChains, Self::SideInformationUseless];

    /// Its name in configurations and links, and that of the folder of its ready models.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::BrandLoyal => "brand_loyal",
            Self::DepartmentChains => "department_chains",
            Self::SideInformationUseless => "side_information_useless",
        }
    }

    /// The weights of the rules.
    #[must_use]
    pub const fn weights(self) -> ProcessWeights {
        match self {
            Self::BrandLoyal => ProcessWeights { chain: 0.45, brand: 0.40, price: 0.02, transition: 0.03, noise: 0.10 },
            Self::DepartmentChains => {
                ProcessWeights { chain: 0.85, brand: 0.05, price: 0.01, transition: 0.01, noise: 0.08 }
            }
            Self::SideInformationUseless => {
                ProcessWeights { chain: 0.08, brand: 0.05, price: 0.02, transition: 0.70, noise: 0.15 }
            }
        }
    }

    /// Name of the data set, as people read it.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::BrandLoyal => "Shop: brand loyal",
            Self::DepartmentChains => "Shop: department chains",
            Self::SideInformationUseless => "Shop: side information is useless",
        }
    }
}

/// What to generate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct SyntheticConfig {
    /// Which process.
    pub preset: Preset,
    /// Seed of every draw.
    pub seed: u64,
    /// Number of sessions.
    pub sessions: usize,
    /// Weights of the rules in place of the preset's.
    pub weights: Option<ProcessWeights>,
}

impl Default for SyntheticConfig {
    fn default() -> Self {
        Self { preset: Preset::default(), seed: DEFAULT_SEED, sessions: DEFAULT_SESSIONS, weights: None }
    }
}

impl SyntheticConfig {
    /// The weights in force, summing to 1.
    /// # Errors
    /// [`Error::Config`] for weights that cannot be normalised.
    pub fn process_weights(&self) -> Result<ProcessWeights> {
        self.weights.unwrap_or(self.preset.weights()).normalised()
    }

    /// Refuses what cannot be generated.
    /// # Errors
    /// [`Error::Config`] for impossible weights or a number of sessions outside 50 to 20,000.
    pub fn validate(&self) -> Result<()> {
        if !SESSIONS.contains(&self.sessions) {
            let expected = format!("a whole number from {} to {}", SESSIONS.start(), SESSIONS.end());
            return Err(Error::config("sessions", self.sessions, expected));
        }
        self.process_weights().map(|_| ())
    }
}

/// A generated data set and the process behind it.
#[derive(Debug, Clone)]
pub struct Synthetic {
    /// The sessions and the catalogue as shown.
    pub dataset: Dataset,
    /// The truth.
    pub process: Process,
}

/// Draws a data set. Streams of `seed`: `shop.popularity`, `shop.successors`, `shop.sessions` and `shop.shown`.
/// # Errors
/// As [`SyntheticConfig::validate`].
pub fn generate(config: &SyntheticConfig) -> Result<Synthetic> {
    config.validate()?;
    let weights = config.process_weights()?;
    let mut catalogue = shop::catalogue();
    let process = Process::new(&catalogue, weights, config.seed);
    let mut draws = rng::stream(config.seed, "shop.sessions");
    let (sequences, last_steps): (Vec<Vec<u32>>, Vec<Step>) =
        (0..config.sessions).map(|_| process.draw_session(&mut draws)).unzip();
    let sequences = Sequences::from(sequences);
    let process = process.with_last_steps(last_steps);
    match config.preset {
        Preset::SideInformationUseless => show_attributes_of_other_items(&mut catalogue, config.seed),
        Preset::BrandLoyal | Preset::DepartmentChains => {}
    }
    catalogue.count_training(&sequences);
    let interactions = sequences.iter().map(Vec::len).sum();
    let dataset = Dataset {
        name: config.preset.title().into(),
        origin: Origin::Synthetic { seed: config.seed, weights },
        users: (1..=sequences.len()).map(|session| session.to_string()).collect(),
        tokens: (0..catalogue.items.len()).map(|id| if id == 0 { String::new() } else { id.to_string() }).collect(),
        raw: Counts { users: sequences.len(), items: catalogue.n_items(), interactions },
        dropped: Vec::new(),
        reading: None,
        sequences,
        catalogue,
    };
    Ok(Synthetic { dataset, process })
}

/// Gives every item the attribute values of another one, all of them from the same other one.
fn show_attributes_of_other_items(catalogue: &mut Catalogue, seed: u64) {
    let mut shown: Vec<Vec<Vec<u32>>> = catalogue.items[1..].iter().map(|item| item.values.clone()).collect();
    rng::shuffle(&mut rng::stream(seed, "shop.shown"), &mut shown);
    for (item, values) in catalogue.items[1..].iter_mut().zip(shown) {
        item.values = values;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn generated(preset: Preset, sessions: usize) -> Synthetic {
        generate(&SyntheticConfig { preset, sessions, ..SyntheticConfig::default() }).unwrap()
    }

    #[test]
    fn next_probabilities_sum_to_one_and_leave_out_padding_and_the_last_item() {
        for preset in Preset::ALL {
            assert_eq!(serde_json::to_value(preset).unwrap(), preset.id());
            let Synthetic { dataset, process } = generated(preset, 50);
            for history in dataset.sequences.iter().flat_map(|s| (0..s.len()).map(|n| &s[..n])) {
                let p = process.next_probabilities(history);
                assert_eq!(p.len(), 241);
                assert!((p.iter().sum::<f64>() - 1.0).abs() < 1e-12);
                assert!(p.iter().all(|&p| p >= 0.0));
                assert!(p[0] == 0.0 && history.last().is_none_or(|&last| p[last as usize] == 0.0));
            }
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_sessions_and_another_seed_others() {
        let with =
            |seed| generate(&SyntheticConfig { seed, sessions: 50, ..SyntheticConfig::default() }).unwrap().dataset;
        assert_eq!(with(7), with(7));
        assert_ne!(with(7).sequences, with(8).sequences);
    }

    #[test]
    fn useless_side_information_is_the_true_one_in_another_order() {
        let shown = generated(Preset::SideInformationUseless, 50).dataset.catalogue;
        let truth = shop::catalogue();
        let sorted = |catalogue: &Catalogue| {
            let mut values: Vec<_> = catalogue.items.iter().map(|item| item.values.clone()).collect();
            values.sort();
            values
        };
        assert_eq!(sorted(&shown), sorted(&truth));
        let unmoved = shown.items[1..].iter().zip(&truth.items[1..]).filter(|(a, b)| a.values == b.values).count();
        assert!(unmoved < 10, "{unmoved} items kept their values");
        assert!(shown.items.iter().zip(&truth.items).all(|(a, b)| a.name == b.name));
    }

    #[test]
    fn configuration_names_the_wrong_field() {
        let message = |text: &str| {
            let config: SyntheticConfig = serde_json::from_str(text).unwrap();
            config.validate().unwrap_err().to_string()
        };
        assert_eq!(
            message(r#"{"sessions": 3}"#),
            "The setting sessions is 3; expected a whole number from 50 to 20000."
        );
        let weights =
            |brand| format!(r#"{{"weights": {{"chain":0,"brand":{brand},"price":0,"transition":0,"noise":0}}}}"#);
        assert_eq!(message(&weights("-1")), "The setting weights.brand is -1; expected a finite number, 0 or more.");
        assert_eq!(message(&weights("0")), "The setting weights is a sum of 0; expected at least one weight above 0.");
        assert!(serde_json::from_str::<SyntheticConfig>(r#"{"sesions": 3}"#).is_err());
        assert!(serde_json::from_str::<SyntheticConfig>(r#"{"weights": {"brand": 1}}"#).is_err());
    }
}
