//! From random numbers to the factors of a dropout mask.

/// Appends the factors of some entries: 0 where the number of an entry, least byte first, is below `threshold`, `kept` elsewhere.
pub fn append(numbers: &[[u8; 2]], threshold: u16, kept: f32, factors: &mut Vec<f32>) {
    let kept = kept.to_bits();
    // No branch, so that compilers turn the loop into SIMD: what is dropped cannot be foreseen.
    factors.extend(numbers.iter().map(|&number| {
        let keeps = u32::from(u16::from_le_bytes(number) >= threshold);
        f32::from_bits(kept & keeps.wrapping_neg())
    }));
}
