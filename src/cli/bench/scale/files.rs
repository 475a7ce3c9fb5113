//! Files of any size, the same for the same size: what grows in `dif-sr bench scale`.

use std::fmt::Write;

use dif_sr::rng;

/// Seed of every draw.
const SEED: u64 = 212;
/// Sessions are that long, both ends included.
const LENGTHS: (u32, u32) = (10, 30);
/// Values of the one attribute.
const VALUES: usize = 20;

/// An `.inter` and an `.item` file.
pub struct Files {
    pub inter: String,
    pub item: String,
}

/// A log of exactly so many interactions in the order of time, as a shop writes it: sessions overlap. Every item occurs, and few
/// occur often: beyond the first occurrence of each, item `floor(items u^3)` is drawn with a uniform `u`.
/// # Panics
/// If there are fewer interactions than items, or more than `u32::MAX`.
pub fn files(interactions: usize, items: usize) -> Files {
    assert!(items <= interactions, "every item occurs");
    let mut order = rng::stream(SEED, "scale.order");
    let mut met: Vec<u32> = (0..items as u32).collect();
    let mut draws = rng::stream(SEED, "scale.items");
    met.extend((items..interactions).map(|_| (items as f64 * rng::uniform_f64(&mut draws).powi(3)) as u32));
    rng::shuffle(&mut order, &mut met);

    let mut lengths = rng::stream(SEED, "scale.lengths");
    let mut users: Vec<u32> = Vec::with_capacity(interactions);
    for user in 0.. {
        let length = LENGTHS.0 + rng::below(&mut lengths, LENGTHS.1 - LENGTHS.0 + 1);
        users.extend((0..length).map(|_| user));
        if users.len() >= interactions {
            break;
        }
    }
    users.truncate(interactions);
    rng::shuffle(&mut order, &mut users);

    let mut inter = String::from("user_id:token\titem_id:token\ttimestamp:float\n");
    for (time, (user, item)) in users.iter().zip(&met).enumerate() {
        writeln!(inter, "u{user}\ti{item}\t{time}").expect("a string takes everything");
    }
    let mut item = String::from("item_id:token\tkind:token\n");
    for id in 0..items {
        writeln!(item, "i{id}\tv{}", id % VALUES).expect("a string takes everything");
    }
    Files { inter, item }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dif_sr::data::atomic::File;
    use dif_sr::data::open::open_atomic;
    use dif_sr::data::subset::SubsetConfig;

    #[test]
    fn the_files_hold_what_was_asked_for() {
        let made = files(3000, 200);
        let inter = File { name: "s.inter", bytes: made.inter.as_bytes() };
        let item = File { name: "s.item", bytes: made.item.as_bytes() };
        let data = open_atomic(inter, Some(item), &SubsetConfig { core: 1, ..SubsetConfig::default() }).unwrap();
        let counts = data.counts();
        assert_eq!((counts.interactions, counts.items), (3000, 200));
        let lengths: Vec<usize> = data.sequences.iter().map(Vec::len).collect();
        let (last, full) = lengths.iter().min().zip(lengths.iter().max()).unwrap();
        assert!(*full <= 30 && *last >= 1 && lengths.len().abs_diff(150) < 15, "{lengths:?}");
        assert_eq!(data.catalogue.attributes[0].values.len(), VALUES + 1);
        assert_eq!(made.inter, files(3000, 200).inter);
    }
}
