//! Sessions to start from, which show what a shop is about.

use dif_sr::data::catalogue::Catalogue;
use dif_sr::data::synthetic::Preset;
use dif_sr::error::{Error, Result};
use serde::Serialize;

/// A session with the id under which the page has its name.
#[derive(Serialize)]
pub struct Example {
    id: &'static str,
    /// Item ids, oldest first.
    pub items: Vec<u32>,
}

/// Ids and names of items.
type Told = (&'static str, &'static [&'static str]);

/// An older click counts again, because the newest shares its brand or its department. The first is on screen when the page opens.
const BRAND_LOYAL: &[Told] = &[
    (
        "camera",
        &["Dome tent", "Gas stove", "Compact camera", "35 mm lens", "Enamel mug", "Travel tripod", "Camera sling"],
    ),
    ("kitchen", &["Burr grinder", "Stand mixer", "Gooseneck kettle", "Steel bowl set", "Ceramic dripper"]),
    ("camping", &["Tunnel tent", "Hiking boots", "Down sleeping bag", "Daypack 20 L", "Self-inflating mat"]),
    ("studio", &["Acoustic guitar", "Studio easel", "Bronze strings", "Linen canvas", "Clip tuner", "Flat brush"]),
];

/// One chain after the other type by type; a newest click of a brand that goes on with an older chain; two chains in turn.
const DEPARTMENT_CHAINS: &[Told] = &[
    ("chain", &["Dome tent", "Hooded sleeping bag", "Folding mat", "Gas stove"]),
    ("recall", &["Compact camera", "Hiking boots", "Hiking pack 35 L", "Stove kettle"]),
    ("turns", &["Gravel bike", "Border spade", "Trail helmet", "Potting soil", "U-lock"]),
];

/// Each click is the likeliest after the one before it; five clicks that show the brand Quenlow, of which the last alone decides:
/// SASRec puts its likeliest successor first, DIF-SR the second.
const SIDE_INFORMATION_USELESS: &[Told] = &[
    ("calls", &["Sable brush", "Zinc can", "Glass palette"]),
    ("labels", &["Camera gimbal", "Herb seeds", "Spiral whisk", "Paper palette", "Aero helmet"]),
];

/// The sessions of a shop.
///
/// # Errors
/// [`Error::Config`] for a name that no item has.
pub fn examples(preset: Preset, catalogue: &Catalogue) -> Result<Vec<Example>> {
    let told = match preset {
        Preset::BrandLoyal => BRAND_LOYAL,
        Preset::DepartmentChains => DEPARTMENT_CHAINS,
        Preset::SideInformationUseless => SIDE_INFORMATION_USELESS,
    };
    told.iter().map(|&(id, names)| Ok(Example { id, items: ids(catalogue, names)? })).collect()
}

fn ids(catalogue: &Catalogue, names: &[&str]) -> Result<Vec<u32>> {
    names
        .iter()
        .map(|name| {
            let position = catalogue.items.iter().position(|item| item.name == *name);
            let id = position.ok_or_else(|| Error::config("examples", name, "the name of an item of the shop"))?;
            Ok(u32::try_from(id).expect("the shop has a few hundred items"))
        })
        .collect()
}
