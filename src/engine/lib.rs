//! One WebAssembly file of the library's edge to JavaScript. A crate of its own: the optimiser that sees all crates at once works as this one is
//! compiled, so loops that are marked for speed become SIMD although everything around them is compiled for size.

extern crate dif_sr as _;
