//! What a training step asks of the allocator, held to what was recorded. In a binary of its own: it replaces the allocator, and
//! a test beside it would be counted too.

use std::alloc::System;

use dif_sr::lab::Lab;
use serde::Deserialize;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

/// The sizes of the bench, from its own file.
#[path = "../../src/cli/bench/sizes.rs"]
mod sizes;

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Steps before the counted ones: optimiser state and pools of memory are made in the first.
const WARM_UP: usize = 3;
/// Counted steps.
const STEPS: usize = 8;
/// A step may cost that much more than recorded.
const TOLERANCE: f64 = 1.1;

const RECORDED: &str = include_str!("../../docs/performance/step-cost.json");

/// A step of size S on the CPU, one target a sequence.
#[derive(Deserialize)]
struct StepCost {
    allocations: f64,
    allocated_bytes: f64,
}

#[test]
fn a_training_step_asks_no_more_of_the_allocator_than_recorded() {
    let recorded: StepCost = serde_json::from_str(RECORDED).unwrap();
    let size = sizes::Size::named("S").unwrap();
    let mut lab = Lab::new(burn::tensor::Device::flex());
    lab.open(size.data().unwrap(), None);
    lab.start_training(size.configuration(&lab).unwrap(), None).unwrap();
    let mut train = |steps: usize| {
        let reports = pollster::block_on(lab.train_steps(steps)).unwrap();
        assert_eq!(reports.len(), steps, "an epoch of size {} has more steps", size.name);
    };
    train(WARM_UP);
    let region = Region::new(ALLOCATOR);
    train(STEPS);
    let found = region.change();
    let per_step = |count: usize| count as f64 / STEPS as f64;
    // A reallocation is a request, too.
    let requests = per_step(found.allocations + found.reallocations);
    let bytes = per_step(found.bytes_allocated);
    println!("a step: {requests:.0} allocations, {bytes:.0} bytes");
    assert!(requests > 0.0, "the allocator counts");
    for (what, found, recorded) in
        [("allocations", requests, recorded.allocations), ("bytes allocated", bytes, recorded.allocated_bytes)]
    {
        assert!(
            found <= recorded * TOLERANCE,
            "{what} of a training step: found {found:.0}, expected at most {:.0}, which is what was recorded and a tenth. \
             If the step is worth it, write the new number into docs/performance/step-cost.json.",
            recorded * TOLERANCE
        );
    }
}
