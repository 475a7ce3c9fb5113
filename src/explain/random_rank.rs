//! Random queries and keys in place of a model's: what widths and repeated values alone allow.

use dif_sr_ops::linear_algebra::Matrix;
use rand::rngs::ChaCha8Rng;

use super::rank::{Part, RankTables, of_parts};
use crate::error::{Error, Result};
use crate::rng;

/// Most clicks that are drawn at once; the page's sliders end earlier.
const MOST_CLICKS: usize = 128;
/// Widest head.
const MOST_WIDTH: usize = 256;
/// Most attributes.
const MOST_ATTRIBUTES: usize = 8;

/// Sizes of random tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RandomSizes {
    /// Clicks.
    pub length: usize,
    /// Width of a head of item and position.
    pub width: usize,
    /// Width of a head of each attribute.
    pub attribute_widths: Vec<usize>,
    /// Different values of each attribute among the items; 0: all different.
    pub attribute_values: Vec<usize>,
    /// Different items among the clicks; 0: all different.
    pub items: usize,
    /// Of the draws.
    pub seed: u64,
}

impl RandomSizes {
    fn validate(&self) -> Result<()> {
        let outside = |field: &str, value: usize, least: usize, most: usize| {
            Err(Error::config(field, value, format!("a whole number from {least} to {most}")))
        };
        if !(1..=MOST_CLICKS).contains(&self.length) {
            return outside("length", self.length, 1, MOST_CLICKS);
        }
        if !(1..=MOST_WIDTH).contains(&self.width) {
            return outside("width", self.width, 1, MOST_WIDTH);
        }
        let attributes = self.attribute_widths.len();
        if attributes > MOST_ATTRIBUTES {
            let expected = format!("at most {MOST_ATTRIBUTES} attributes");
            return Err(Error::config("attribute_widths", format!("{attributes} widths"), expected));
        }
        if self.attribute_values.len() != attributes {
            let (found, expected) = (self.attribute_values.len(), format!("as many as there are widths, {attributes}"));
            return Err(Error::config("attribute_values", format!("{found} counts"), expected));
        }
        match self.attribute_widths.iter().find(|width| !(1..=MOST_WIDTH).contains(*width)) {
            Some(&width) => outside("attribute_widths", width, 1, MOST_WIDTH),
            None => Ok(()),
        }
    }
}

/// The tables of one head of decoupled fusion by sum, and the one table of a model that adds its sources before it compares them.
///
/// Clicks of the same item have the same vectors, items of the same value share that attribute's; positions all differ.
///
/// # Errors
/// [`Error::Config`] for sizes that are no picture any more.
#[cold]
pub fn random_rank(sizes: &RandomSizes) -> Result<(RankTables, RankTables)> {
    sizes.validate()?;
    let n = sizes.length;
    let items = if sizes.items == 0 { n } else { sizes.items.min(n) };
    let item = |slot: usize| slot % items;
    let mut stream = rng::stream(sizes.seed, "random rank");
    let mut draw = |width: usize, kinds: usize, kind: &dyn Fn(usize) -> usize| part(&mut stream, n, width, kinds, kind);
    let own = draw(sizes.width, items, &item);
    let position = draw(sizes.width, n, &|slot| slot);
    let mut parts: Vec<Part> = Vec::new();
    for (&width, &values) in sizes.attribute_widths.iter().zip(&sizes.attribute_values) {
        let values = if values == 0 { items } else { values.min(items) };
        parts.push(draw(width, values, &|slot| item(slot) % values));
    }
    parts.extend([own, position]);
    let early = draw(sizes.width, n, &|slot| slot);
    Ok((of_parts(&parts)?, of_parts(&[early])?))
}

/// One head: queries and keys of each kind of input are drawn from `N(0, 1)`.
fn part(stream: &mut ChaCha8Rng, n: usize, width: usize, kinds: usize, kind: &dyn Fn(usize) -> usize) -> Part {
    let mut side = || -> Matrix {
        let vectors: Vec<f64> = (0..kinds * width).map(|_| f64::from(rng::normal(stream, 1.0))).collect();
        let rows = (0..n).flat_map(|slot| vectors[kind(slot) * width..(kind(slot) + 1) * width].to_vec());
        Matrix::new(n, width, rows.collect())
    };
    let scores = side().times_rows(&side());
    let marks = (0..n * kinds).map(|at| f64::from(u8::from(kind(at / kinds) == at % kinds)));
    Part { scores: vec![scores], input: Matrix::new(n, kinds, marks.collect()), width, different: kinds }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranks(sizes: &RandomSizes) -> (usize, usize, usize) {
        let (decoupled, early) = random_rank(sizes).unwrap();
        let fused = decoupled.tables.last().unwrap();
        assert_eq!(fused.rank, fused.generic);
        assert!(fused.rank[0] <= fused.bound);
        (early.tables[0].rank[0], fused.rank[0], fused.bound)
    }

    fn sizes(length: usize, width: usize, attributes: &[usize]) -> RandomSizes {
        RandomSizes {
            length,
            width,
            attribute_widths: attributes.to_vec(),
            attribute_values: vec![0; attributes.len()],
            items: 0,
            seed: 3,
        }
    }

    #[test]
    fn early_fusion_stops_at_the_width_of_a_head_and_decoupled_fusion_at_the_sum() {
        assert_eq!(ranks(&sizes(24, 4, &[2, 2, 2])), (4, 14, 14));
        assert_eq!(ranks(&sizes(8, 16, &[2, 2, 2])), (8, 8, 8), "few clicks hide the bottleneck");
        assert_eq!(ranks(&sizes(1, 4, &[])), (1, 1, 1));
    }

    #[test]
    fn few_values_and_few_items_lower_the_rank() {
        let few = RandomSizes { attribute_values: vec![1, 1], ..sizes(24, 4, &[2, 2]) };
        // Two constant attributes are one pattern.
        assert_eq!(ranks(&few), (4, 9, 10));
        let one = RandomSizes { items: 1, ..sizes(24, 4, &[2, 2, 2]) };
        assert!(ranks(&one).1 <= 5);
    }

    #[test]
    fn sizes_beyond_the_picture_are_refused() {
        for wrong in [sizes(0, 4, &[]), sizes(900, 4, &[]), sizes(4, 0, &[]), sizes(4, 4, &[0])] {
            assert!(random_rank(&wrong).is_err(), "{wrong:?}");
        }
        let said = |sizes: &RandomSizes| random_rank(sizes).unwrap_err().to_string();
        let few = RandomSizes { attribute_values: vec![0], ..sizes(4, 4, &[2, 2]) };
        assert!(said(&few).contains("as many as there are widths, 2"), "{}", said(&few));
        let many = sizes(4, 4, &[1; 9]);
        assert!(said(&many).contains("at most 8 attributes"), "{}", said(&many));
    }
}
