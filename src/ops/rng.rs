//! One seed, named streams: every consumer of randomness draws from a stream of its own, so that adding one does not
//! shift the others.
//!
//! The generator is `ChaCha` with 8 rounds and everything below it is integer arithmetic or an exact conversion, so the same
//! seed and name give the same numbers on every platform. [`normal`] alone uses a logarithm, in its tails (about one draw in
//! 4,000), where the last bit of the `f64` may depend on the platform before it is rounded to `f32`.

use rand::rngs::ChaCha8Rng;
use rand::{Rng as _, SeedableRng};
use rand_distr::{Distribution, StandardNormal};

/// The stream called `name` of `seed`.
///
/// The 32-byte key is four words of `SplitMix64` (Steele, Lea and Flood 2014), started at the seed plus the 64-bit FNV-1a
/// hash of the name, the sum mixed once first so that close seeds do not give overlapping word sequences.
#[must_use]
pub fn stream(seed: u64, name: &str) -> ChaCha8Rng {
    let mut start = mix(seed).wrapping_add(fnv1a(name.as_bytes()));
    let mut state = splitmix(&mut start);
    let mut key = [0_u8; 32];
    for word in key.chunks_exact_mut(8) {
        word.copy_from_slice(&splitmix(&mut state).to_le_bytes());
    }
    ChaCha8Rng::from_seed(key)
}

/// How far a stream has been read, in 32-bit words.
/// # Panics
/// After 2^64 words.
#[must_use]
pub fn position(rng: &ChaCha8Rng) -> u64 {
    u64::try_from(rng.get_word_pos()).expect("no run draws 2^64 words")
}

/// Moves a stream to a [`position`].
pub fn seek(rng: &mut ChaCha8Rng, position: u64) {
    rng.set_word_pos(u128::from(position));
}

/// A hash of whole numbers, the same on every platform: tells data sets apart.
#[must_use]
pub fn fingerprint(numbers: impl Iterator<Item = u32>) -> u64 {
    let start = fnv1a(b"");
    numbers.fold(start, |hash, number| mix(hash.wrapping_add(u64::from(number)).wrapping_add(0x9e37_79b9_7f4a_7c15)))
}

/// A uniform number in `[0, 1)` with 53 random bits: every value is exact in `f64`.
pub fn uniform_f64(rng: &mut ChaCha8Rng) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit the f64 mantissa exactly")]
    let numerator = (rng.next_u64() >> 11) as f64;
    numerator / 9_007_199_254_740_992.0
}

/// A uniform index in `0..n`, without bias: the high half of a 64-bit product, redrawn where the range does not divide
/// evenly (Lemire 2019).
/// # Panics
/// If `n` is 0.
pub fn below(rng: &mut ChaCha8Rng, n: u32) -> u32 {
    assert!(n > 0, "an index below 0 does not exist");
    let threshold = n.wrapping_neg() % n;
    loop {
        let product = u64::from(rng.next_u32()) * u64::from(n);
        #[expect(clippy::cast_possible_truncation, reason = "the two halves of the product are meant")]
        let (high, low) = ((product >> 32) as u32, product as u32);
        if low >= threshold {
            return high;
        }
    }
}

/// Brings `values` into a uniformly random order (Fisher and Yates).
/// # Panics
/// If there are more than `u32::MAX` values.
pub fn shuffle<T>(rng: &mut ChaCha8Rng, values: &mut [T]) {
    for last in (1..values.len()).rev() {
        let n = u32::try_from(last + 1).expect("lists here are far shorter than u32::MAX");
        values.swap(last, below(rng, n) as usize);
    }
}

/// The first `k` indices of a random order of `0..n`; all of them where `k >= n`.
pub fn choose(rng: &mut ChaCha8Rng, n: usize, k: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..n).collect();
    shuffle(rng, &mut order);
    order.truncate(k);
    order
}

/// The index drawn with probability proportional to its weight.
/// # Panics
/// If `weights` is empty.
pub fn weighted(rng: &mut ChaCha8Rng, weights: &[f64]) -> usize {
    let total: f64 = weights.iter().sum();
    let mut left = uniform_f64(rng) * total;
    for (index, &weight) in weights.iter().enumerate() {
        if left < weight {
            return index;
        }
        left -= weight;
    }
    // Rounding can leave a crumb beyond the last weight: it belongs to the last index that can be drawn at all.
    weights.iter().rposition(|&weight| weight > 0.0).unwrap_or(weights.len() - 1)
}

/// A draw from the normal distribution with mean 0 and standard deviation `std` (`rand_distr`'s ziggurat, in `f64`).
pub fn normal(rng: &mut ChaCha8Rng, std: f64) -> f32 {
    let value: f64 = StandardNormal.sample(rng);
    (std * value) as f32
}

/// 64-bit FNV-1a.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// The next word of `SplitMix64`.
fn splitmix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mix(*state)
}

/// The finaliser of `SplitMix64`: a bijection in which each input bit reaches every output bit.
fn mix(word: u64) -> u64 {
    let word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    word ^ (word >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_published_fnv1a() {
        assert_eq!(fnv1a(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(b"foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn the_key_words_are_published_splitmix64() {
        let mut state = 1_234_567;
        assert_eq!(splitmix(&mut state), 6_457_827_717_110_365_317);
        assert_eq!(splitmix(&mut state), 3_203_168_211_198_807_973);
    }

    /// These numbers may never change: recorded seeds would mean other data and other weights. The first two were also computed
    /// by an independent implementation.
    #[test]
    fn the_numbers_of_a_stream_are_fixed_on_every_platform() {
        let mut rng = stream(212, "init");
        assert_eq!([rng.next_u64(), rng.next_u64()], [0xbd39_821c_970f_430a, 0xd6e5_f05d_dcd3_4e71]);
        assert_eq!([rng.next_u32() >> 8, rng.next_u32() >> 8], [14_524_779, 2_423_341]);
        assert_eq!(uniform_f64(&mut rng).to_bits(), 0x3fc8_509e_16f8_3ebc);
        assert_eq!([10, 10, 1000].map(|n| below(&mut rng, n)), [4, 9, 721]);
        assert_eq!(choose(&mut rng, 8, 8), [5, 1, 2, 4, 7, 6, 0, 3]);
        assert_eq!(weighted(&mut rng, &[1.0, 2.0, 3.0]), 2);
        assert_eq!([normal(&mut rng, 1.0), normal(&mut rng, 1.0)].map(f32::to_bits), [0xbf69_8f24, 0x3e8e_32f7]);
    }

    #[test]
    fn a_stream_goes_on_from_a_position_as_if_it_had_never_stopped() {
        // Odd numbers of bytes and words, across the generator's blocks.
        for skipped in [0, 1, 7, 63, 64, 65, 1000] {
            let mut original = stream(5, "seek");
            let mut bytes = vec![0; skipped * 2 + 1];
            original.fill_bytes(&mut bytes);
            for _ in 0..skipped {
                original.next_u32();
            }
            let mut copy = stream(5, "seek");
            seek(&mut copy, position(&original));
            let next = |rng: &mut ChaCha8Rng| [rng.next_u64(), u64::from(rng.next_u32()), rng.next_u64()];
            assert_eq!(next(&mut copy), next(&mut original), "{skipped}");
        }
    }

    #[test]
    fn the_fingerprint_depends_on_values_and_order() {
        let of = |numbers: &[u32]| fingerprint(numbers.iter().copied());
        assert_eq!(of(&[1, 2]), of(&[1, 2]));
        assert!(of(&[1, 2]) != of(&[2, 1]) && of(&[0]) != of(&[0, 0]) && of(&[]) != of(&[0]));
    }

    #[test]
    fn names_and_seeds_give_different_streams() {
        let first = |seed, name| stream(seed, name).next_u64();
        assert_eq!(first(7, "init"), first(7, "init"));
        assert_ne!(first(7, "init"), first(7, "shuffle"));
        assert_ne!(first(7, "init"), first(8, "init"));
    }

    #[test]
    fn below_reaches_every_value_equally_often() {
        let mut rng = stream(3, "below");
        let mut counts = [0_u32; 6];
        for _ in 0..60_000 {
            counts[below(&mut rng, 6) as usize] += 1;
        }
        // Five standard deviations of a binomial count: sqrt(60000 * 1/6 * 5/6) = 91.
        assert!(counts.iter().all(|&count| count.abs_diff(10_000) < 456), "{counts:?}");
    }

    #[test]
    fn shuffle_keeps_every_value() {
        let mut values: Vec<u32> = (0..100).collect();
        shuffle(&mut stream(3, "shuffle"), &mut values);
        assert_ne!(values, (0..100).collect::<Vec<_>>());
        values.sort_unstable();
        assert_eq!(values, (0..100).collect::<Vec<_>>());
    }

    #[test]
    fn a_weight_of_zero_is_never_drawn() {
        let mut rng = stream(3, "weighted");
        let mut counts = [0_u32; 4];
        for _ in 0..40_000 {
            counts[weighted(&mut rng, &[0.0, 3.0, 1.0, 0.0])] += 1;
        }
        assert_eq!((counts[0], counts[3]), (0, 0));
        assert!(counts[2].abs_diff(10_000) < 433, "{counts:?}");
    }

    #[test]
    fn normal_draws_have_mean_zero_and_deviation_one() {
        let mut rng = stream(3, "normal");
        let draws: Vec<f64> = (0..100_000).map(|_| f64::from(normal(&mut rng, 1.0))).collect();
        let mean = draws.iter().sum::<f64>() / 1e5;
        let variance = draws.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / 1e5;
        assert!(mean.abs() < 0.016, "{mean}"); // five standard errors
        assert!((variance - 1.0).abs() < 0.023, "{variance}");
    }
}
