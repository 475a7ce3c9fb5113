//! All integration tests in one binary: linking Burn once is slow enough.

mod architecture;
mod data;
mod evaluation;
mod exchange;
mod explaining;
mod fusion;
mod golden;
#[cfg(feature = "vulkan")]
mod gpu;
mod gradients;
#[cfg(feature = "vulkan")]
mod graphics;
mod inspect;
mod own_files;
mod packing;
mod peer;
mod pytorch;
mod run_files;
mod runs;
mod sources;
mod split;
mod statements;
mod systems;
mod training;
mod truth;

use std::path::PathBuf;

/// A file or folder of the repository, whose place is asked when the test runs: clones share what is built, and a path that was compiled
/// in may lead to another one.
fn of_repository(path: &str) -> PathBuf {
    PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo says where the package is")).join(path)
}
