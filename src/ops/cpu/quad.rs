//! Four numbers in one register, multiplied and added in one instruction where the engine can.
//!
//! The functions that work on them carry `#[cfg_attr(feature = "relaxed-simd", target_feature(enable = "relaxed-simd"))]`: the
//! instruction is put into their code only, not called.

/// Four numbers.
#[derive(Debug, Clone, Copy)]
pub struct Quad(Four);

#[cfg(not(feature = "relaxed-simd"))]
type Four = [f32; 4];
#[cfg(feature = "relaxed-simd")]
type Four = std::arch::wasm32::v128;

impl Quad {
    /// Four times the same number.
    #[inline]
    pub fn splat(number: f32) -> Self {
        [number; 4].into()
    }

    /// The sum of the four.
    #[inline]
    pub fn sum(self) -> f32 {
        <[f32; 4]>::from(self).iter().sum()
    }
}

#[cfg(not(feature = "relaxed-simd"))]
mod plain {
    use super::Quad;

    impl Quad {
        /// `self other + sum`; whether the product is rounded before it is added is left to the engine.
        #[inline]
        pub fn times_plus(self, other: Self, sum: Self) -> Self {
            Self(std::array::from_fn(|at| self.0[at] * other.0[at] + sum.0[at]))
        }

        /// `self + other`
        #[inline]
        pub fn plus(self, other: Self) -> Self {
            Self(std::array::from_fn(|at| self.0[at] + other.0[at]))
        }
    }

    impl From<[f32; 4]> for Quad {
        #[inline]
        fn from(numbers: [f32; 4]) -> Self {
            Self(numbers)
        }
    }

    impl From<Quad> for [f32; 4] {
        #[inline]
        fn from(Quad(numbers): Quad) -> Self {
            numbers
        }
    }
}

#[cfg(feature = "relaxed-simd")]
mod relaxed {
    use std::arch::wasm32::{f32x4, f32x4_add, f32x4_extract_lane, f32x4_relaxed_madd};

    use super::Quad;

    impl Quad {
        /// `self other + sum`; whether the product is rounded before it is added is left to the engine.
        #[inline]
        #[target_feature(enable = "relaxed-simd")]
        pub fn times_plus(self, other: Self, sum: Self) -> Self {
            Self(f32x4_relaxed_madd(self.0, other.0, sum.0))
        }

        /// `self + other`
        #[inline]
        pub fn plus(self, other: Self) -> Self {
            Self(f32x4_add(self.0, other.0))
        }
    }

    impl From<[f32; 4]> for Quad {
        #[inline]
        fn from([a, b, c, d]: [f32; 4]) -> Self {
            Self(f32x4(a, b, c, d))
        }
    }

    impl From<Quad> for [f32; 4] {
        #[inline]
        fn from(Quad(four): Quad) -> Self {
            [
                f32x4_extract_lane::<0>(four),
                f32x4_extract_lane::<1>(four),
                f32x4_extract_lane::<2>(four),
                f32x4_extract_lane::<3>(four),
            ]
        }
    }
}
