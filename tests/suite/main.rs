//! All integration tests in one binary: linking Burn once is slow enough.

mod golden;
