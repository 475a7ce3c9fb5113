//! The catalogue of the synthetic shop: 10 departments of 6 types of 4 variants, 240 items that everybody can picture.
//!
//! The types of a department form a chain, in the order written here: who looked at a tent goes on to sleeping bags, then to
//! mats. The chain is a circle; after the last type comes the first. The four variants of a type run from the cheapest to the
//! dearest and are its price bands 1 to 4. Brands are invented; each works in three or four departments with one item of
//! every type there, and moves up one price band from type to type, so that neither department nor price gives the brand away.

use super::catalogue::{AttributeInfo, AttributeKind, Catalogue, CatalogueItem};

/// Variants of each type, and the number of price bands.
pub const VARIANTS: usize = 4;
/// Types of each department, which form its chain.
pub const TYPES: usize = 6;

/// Index of the category attribute: a bag of department and type, as in the Amazon data of the paper.
pub const CATEGORY: usize = 0;
/// Index of the brand attribute.
pub const BRAND: usize = 1;
/// Index of the price band attribute.
pub const PRICE: usize = 2;

/// The invented brands.
pub const BRANDS: [&str; 12] = [
    "Norvelo", "Kamuri", "Ostrel", "Lumevo", "Haldric", "Vindrel", "Pelorin", "Quenlow", "Tamrel", "Solvane",
    "Briskel", "Aruvel",
];

/// One type: its name, the name of its pictogram, its variants from the cheapest to the dearest.
pub struct TypeOfItem {
    /// Name of the type, a value of the category attribute.
    pub name: &'static str,
    /// Name of the symbol that the page draws for it.
    pub pictogram: &'static str,
    /// Names of the items.
    pub variants: [&'static str; VARIANTS],
}

/// One department: its name, the brands at work there (indices into [`BRANDS`]), its types in the order of the chain.
pub struct Department {
    /// Name of the department, a value of the category attribute.
    pub name: &'static str,
    /// The brands at work there.
    pub brands: [usize; VARIANTS],
    /// The chain.
    pub types: [TypeOfItem; TYPES],
}

const fn of(name: &'static str, pictogram: &'static str, variants: [&'static str; VARIANTS]) -> TypeOfItem {
    TypeOfItem { name, pictogram, variants }
}

/// The whole shop.
pub const DEPARTMENTS: [Department; 10] = [
    Department {
        name: "Camping",
        brands: [0, 1, 5, 9],
        types: [
            of("Tent", "tent", ["Pop-up tent", "Dome tent", "Tunnel tent", "Four-season tent"]),
            of(
                "Sleeping bag",
                "bag",
                ["Summer sleeping bag", "Hooded sleeping bag", "Down sleeping bag", "Arctic sleeping bag"],
            ),
            of("Sleeping mat", "mat", ["Foam mat", "Folding mat", "Self-inflating mat", "Insulated air mat"]),
            of("Camp stove", "stove", ["Spirit stove", "Gas stove", "Wood stove", "Multi-fuel stove"]),
            of("Camp mug", "mug", ["Enamel mug", "Steel mug", "Insulated mug", "Titanium mug"]),
            of("Camp lamp", "lamp", ["Clip lamp", "Headlamp", "Camp lantern", "Solar lantern"]),
        ],
    },
    Department {
        name: "Hiking",
        brands: [0, 1, 8, 10],
        types: [
            of("Boots", "boot", ["Trail shoes", "Hiking boots", "Trekking boots", "Alpine boots"]),
            of("Backpack", "pack", ["Daypack 20 L", "Hiking pack 35 L", "Trekking pack 50 L", "Expedition pack 70 L"]),
            of("Bottle", "bottle", ["Squeeze bottle", "Steel bottle", "Filter bottle", "Vacuum bottle"]),
            of("Trekking poles", "poles", ["Fixed poles", "Telescopic poles", "Folding poles", "Carbon poles"]),
            of("Rain jacket", "jacket", ["Rain poncho", "Packable jacket", "Three-layer jacket", "Storm jacket"]),
            of("Compass", "compass", ["Thumb compass", "Baseplate compass", "Mirror compass", "Altimeter compass"]),
        ],
    },
    Department {
        name: "Photography",
        brands: [3, 4, 2, 11],
        types: [
            of("Camera", "camera", ["Instant camera", "Compact camera", "Mirrorless camera", "Full-frame camera"]),
            of("Lens", "lens", ["Kit lens", "35 mm lens", "Macro lens", "Telephoto lens"]),
            of(
                "Lens filter",
                "filter",
                ["UV filter", "Soft-focus filter", "Polarising filter", "Variable grey filter"],
            ),
            of("Tripod", "tripod", ["Table tripod", "Travel tripod", "Studio tripod", "Carbon tripod"]),
            of("Flash", "flash", ["Clip-on flash", "Bounce flash", "Ring flash", "Studio flash"]),
            of("Camera bag", "cbag", ["Camera pouch", "Shoulder camera bag", "Camera sling", "Camera hard case"]),
        ],
    },
    Department {
        name: "Video",
        brands: [3, 4, 6, 2],
        types: [
            of("Drone", "drone", ["Pocket drone", "Folding drone", "Camera drone", "Cinema drone"]),
            of("Battery", "battery", ["Spare battery", "Twin battery", "Power bank", "V-mount battery"]),
            of("Memory card", "card", ["32 GB card", "128 GB card", "512 GB card", "2 TB card"]),
            of("Microphone", "mic", ["Clip-on mic", "Desk mic", "Shotgun mic", "Wireless mic set"]),
            of("Light panel", "led", ["Pocket LED light", "LED light panel", "Bi-colour LED panel", "LED tube kit"]),
            of("Gimbal", "gimbal", ["Phone gimbal", "Action gimbal", "Camera gimbal", "Cinema gimbal"]),
        ],
    },
    Department {
        name: "Coffee",
        brands: [1, 7, 9, 4],
        types: [
            of("Grinder", "grinder", ["Hand grinder", "Blade grinder", "Burr grinder", "Flat-burr grinder"]),
            of("Kettle", "kettle", ["Stove kettle", "Electric kettle", "Gooseneck kettle", "Temperature kettle"]),
            of("Dripper", "dripper", ["Plastic dripper", "Glass dripper", "Ceramic dripper", "Copper dripper"]),
            of("Coffee scale", "scale", ["Spoon scale", "Pocket scale", "Timer scale", "Flow scale"]),
            of("Cup", "cup", ["Espresso cup", "Cappuccino cup", "Double-wall cup", "Porcelain cup set"]),
            of("Flask", "flask", ["Travel flask", "Press flask", "Family flask", "Touch-lid flask"]),
        ],
    },
    Department {
        name: "Baking",
        brands: [7, 9, 6, 11],
        types: [
            of("Mixer", "mixer", ["Hand mixer", "Stick mixer", "Stand mixer", "Spiral dough mixer"]),
            of("Mixing bowl", "bowl", ["Plastic bowl", "Glass bowl", "Steel bowl set", "Stoneware bowl"]),
            of("Whisk", "whisk", ["Silicone whisk", "Balloon whisk", "Spiral whisk", "Copper whisk"]),
            of("Baking tin", "tin", ["Muffin tin", "Loaf tin", "Springform tin", "Bundt tin"]),
            of(
                "Rolling pin",
                "pin",
                ["Beech rolling pin", "French rolling pin", "Marble rolling pin", "Steel rolling pin"],
            ),
            of("Cooling rack", "rack", ["Round rack", "Wire rack", "Stacking rack", "Folding rack"]),
        ],
    },
    Department {
        name: "Cycling",
        brands: [0, 10, 5, 8],
        types: [
            of("Bicycle", "bike", ["City bike", "Folding bike", "Gravel bike", "Touring bike"]),
            of("Helmet", "helmet", ["Skate helmet", "City helmet", "Trail helmet", "Aero helmet"]),
            of("Bike lock", "lock", ["Cable lock", "Chain lock", "U-lock", "Folding lock"]),
            of("Bike light", "beam", ["Clip-on tail light", "Front light", "Light set", "Dynamo light"]),
            of("Bike pump", "pump", ["Mini pump", "Frame pump", "Floor pump", "Electric pump"]),
            of("Pannier", "pannier", ["Handlebar bag", "Saddle bag", "Rear pannier", "Pannier pair"]),
        ],
    },
    Department {
        name: "Music",
        brands: [4, 6, 11, 2],
        types: [
            of("Guitar", "guitar", ["Travel guitar", "Classical guitar", "Acoustic guitar", "Electric guitar"]),
            of("Strings", "strings", ["Nylon strings", "Steel strings", "Bronze strings", "Coated strings"]),
            of("Tuner", "tuner", ["Tuning fork", "Clip tuner", "Pedal tuner", "Strobe tuner"]),
            of("Amplifier", "amp", ["Pocket amp", "Practice amp", "Combo amp", "Valve amp"]),
            of(
                "Headphones",
                "phones",
                ["On-ear headphones", "Wired headphones", "Wireless headphones", "Studio headphones"],
            ),
            of("Music stand", "stand", ["Table stand", "Wire music stand", "Folding stand", "Orchestra stand"]),
        ],
    },
    Department {
        name: "Painting",
        brands: [6, 3, 7, 8],
        types: [
            of("Easel", "easel", ["Table easel", "Field easel", "Box easel", "Studio easel"]),
            of("Canvas", "canvas", ["Canvas board", "Cotton canvas", "Linen canvas", "Gallery canvas"]),
            of("Brush", "brush", ["Bristle brush", "Flat brush", "Fan brush", "Sable brush"]),
            of("Paint", "paint", ["Poster paint", "Acrylic set", "Watercolour set", "Oil colour set"]),
            of("Palette", "palette", ["Paper palette", "Wooden palette", "Folding palette", "Glass palette"]),
            of("Varnish", "varnish", ["Matt varnish", "Satin varnish", "Gloss varnish", "Damar varnish"]),
        ],
    },
    Department {
        name: "Garden",
        brands: [5, 10, 2, 11],
        types: [
            of("Spade", "spade", ["Hand trowel", "Border spade", "Digging spade", "Ergonomic spade"]),
            of("Soil", "soil", ["Seed compost", "Potting soil", "Herb soil", "Peat-free soil"]),
            of("Plant pot", "pot", ["Nursery pot", "Clay pot", "Glazed pot", "Self-watering pot"]),
            of("Seeds", "seeds", ["Cress seeds", "Herb seeds", "Tomato seeds", "Wildflower seeds"]),
            of("Watering can", "can", ["Plastic can", "Long-spout can", "Zinc can", "Copper can"]),
            of("Secateurs", "shears", ["Flower snips", "Bypass secateurs", "Anvil secateurs", "Ratchet secateurs"]),
        ],
    },
];

/// The pictogram names, one per type, in the order of the departments: what the page has to draw.
pub fn pictograms() -> impl Iterator<Item = &'static str> {
    DEPARTMENTS.iter().flat_map(|department| department.types.iter().map(|kind| kind.pictogram))
}

/// The catalogue with the attributes category (bag of department and type), brand and price band. Ids run through the
/// departments, then the types, then the variants. Counts are 0.
#[must_use]
pub fn catalogue() -> Catalogue {
    let mut category = AttributeInfo::new("category", AttributeKind::Bag);
    for department in &DEPARTMENTS {
        category.values.push(department.name.into());
        category.values.extend(department.types.iter().map(|kind| kind.name.into()));
    }
    let mut brand = AttributeInfo::new("brand", AttributeKind::Single);
    brand.values.extend(BRANDS.map(Into::into));
    let mut price = AttributeInfo::new("price band", AttributeKind::Single);
    price.values.extend((1..=VARIANTS).map(|band| band.to_string()));

    let mut catalogue = Catalogue::new(vec![category, brand, price]);
    for (d, department) in DEPARTMENTS.iter().enumerate() {
        let department_value = 1 + d * (1 + TYPES);
        for (t, kind) in department.types.iter().enumerate() {
            for (v, name) in kind.variants.iter().enumerate() {
                let brand = 1 + department.brands[(v + VARIANTS - t % VARIANTS) % VARIANTS];
                let ids = [vec![department_value, department_value + 1 + t], vec![brand], vec![1 + v]];
                let values = ids.map(|of_attribute| of_attribute.into_iter().map(id_of).collect()).into();
                let item = CatalogueItem { name: (*name).into(), pictogram: kind.pictogram.into(), values, count: 0 };
                catalogue.items.push(item);
            }
        }
    }
    catalogue
}

fn id_of(value: usize) -> u32 {
    u32::try_from(value).expect("the shop has a few hundred values")
}

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, HashSet};

    use super::*;

    #[test]
    fn there_are_240_items_with_different_names() {
        let catalogue = catalogue();
        let names: HashSet<&str> = catalogue.items[1..].iter().map(|item| item.name.as_str()).collect();
        assert_eq!((catalogue.n_items(), names.len()), (240, 240));
    }

    #[test]
    fn category_values_and_pictograms_are_all_different() {
        let catalogue = catalogue();
        let values: HashSet<&String> = catalogue.attributes[CATEGORY].values.iter().collect();
        assert_eq!((catalogue.attributes[CATEGORY].values.len(), values.len()), (71, 71));
        assert_eq!(pictograms().collect::<HashSet<_>>().len(), 60);
    }

    #[test]
    fn the_first_item_is_a_tent_of_camping() {
        let catalogue = catalogue();
        let item = &catalogue.items[1];
        let value = |attribute: usize, n: usize| {
            catalogue.attributes[attribute].values[item.values[attribute][n] as usize].as_str()
        };
        assert_eq!((item.name.as_str(), item.pictogram.as_str()), ("Pop-up tent", "tent"));
        assert_eq!((value(CATEGORY, 0), value(CATEGORY, 1)), ("Camping", "Tent"));
        assert_eq!((value(BRAND, 0), value(PRICE, 0)), ("Norvelo", "1"));
    }

    #[test]
    fn every_brand_has_one_item_per_type_in_three_or_four_departments_and_all_price_bands() {
        let catalogue = catalogue();
        let mut of_brand: HashMap<u32, Vec<&CatalogueItem>> = HashMap::new();
        for item in &catalogue.items[1..] {
            of_brand.entry(item.values[BRAND][0]).or_default().push(item);
        }
        assert_eq!(of_brand.len(), BRANDS.len());
        for items in of_brand.values() {
            let departments: HashSet<u32> = items.iter().map(|item| item.values[CATEGORY][0]).collect();
            let types: HashSet<u32> = items.iter().map(|item| item.values[CATEGORY][1]).collect();
            let bands: HashSet<u32> = items.iter().map(|item| item.values[PRICE][0]).collect();
            assert!((3..=4).contains(&departments.len()));
            assert_eq!((types.len(), items.len()), (departments.len() * TYPES, departments.len() * TYPES));
            assert_eq!(bands.len(), VARIANTS);
        }
    }
}
