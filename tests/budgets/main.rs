//! What a training step asks of the allocator, held to what was recorded. In a binary of its own: it replaces the allocator, and
//! a test beside it would be counted too.

use std::alloc::System;
use std::sync::Mutex;

use dif_sr::data::atomic::File;
use dif_sr::data::open::open_atomic;
use dif_sr::data::subset::SubsetConfig;
use dif_sr::lab::Lab;
use serde::Deserialize;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

/// The sizes of the bench, from its own file.
#[path = "../../src/cli/bench/sizes.rs"]
mod sizes;

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Whoever counts is alone.
static TURN: Mutex<()> = Mutex::new(());

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
    let _turn = TURN.lock();
    let recorded: StepCost = serde_json::from_str(RECORDED).unwrap();
    let size = sizes::Size::named("S").unwrap();
    let mut lab = Lab::new(burn::tensor::Device::flex());
    lab.open(size.data().unwrap(), None);
    lab.start_training(size.configuration(&lab).unwrap(), None).unwrap();
    let StepCost { allocations: requests, allocated_bytes: bytes } = cost_of_a_step(&mut lab);
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

#[test]
fn an_item_with_hundreds_of_values_costs_a_step_no_more_than_they_are() {
    let _turn = TURN.lock();
    let users = 1500;
    let clicks: Vec<String> =
        (0..users).flat_map(|user| (0..5).map(move |n| format!("u{user}\ti{}\n", (user + n) % 300))).collect();
    let inter = format!("user_id:token\titem_id:token\n{}", clicks.concat());
    let bytes = |values_of_the_first: usize| {
        let last = |item: usize| item + if item == 0 { values_of_the_first } else { 2 };
        let tags = |item: usize| (item..last(item)).map(|tag| format!("t{} ", tag % 290)).collect::<Vec<_>>().concat();
        let rows: Vec<String> = (0..300).map(|item| format!("i{item}\t{}\n", tags(item))).collect();
        let item = format!("item_id:token\ttags:token_seq\n{}", rows.concat());
        let file = |name, text: &'static str| File { name, bytes: text.as_bytes() };
        let (inter, item) = (inter.clone().leak(), item.leak());
        let data = open_atomic(file("a.inter", inter), Some(file("a.item", item)), &SubsetConfig::default()).unwrap();
        let mut lab = Lab::new(burn::tensor::Device::flex());
        lab.open(data, None);
        lab.start_training(lab.default_config("dif_sr").unwrap(), None).unwrap();
        cost_of_a_step(&mut lab).allocated_bytes
    };
    let (narrow, wide) = (bytes(2), bytes(280));
    assert!(
        wide < 1.5 * narrow,
        "{narrow:.0} bytes a step with two values an item, {wide:.0} where one of 300 has 280"
    );
}

fn cost_of_a_step(lab: &mut Lab) -> StepCost {
    let mut train = |steps: usize| {
        let reports = pollster::block_on(lab.train_steps(steps)).unwrap();
        assert_eq!(reports.len(), steps, "an epoch has more steps");
    };
    train(WARM_UP);
    let region = Region::new(ALLOCATOR);
    train(STEPS);
    let found = region.change();
    let per_step = |count: usize| count as f64 / STEPS as f64;
    // A reallocation is a request, too.
    StepCost {
        allocations: per_step(found.allocations + found.reallocations),
        allocated_bytes: per_step(found.bytes_allocated),
    }
}
