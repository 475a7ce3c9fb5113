//! A step in which nothing is left out: every slot of every layer, as stacks without our shortcuts compute it. The loss is the
//! same.

use burn::tensor::{Int, Tensor};

use crate::data::batch::{Batch, Slots};
use crate::models::{AnyModel, LossTerms, SequentialModel, TargetBatch};
use crate::nn::dropout::Noise;
use crate::nn::loss::multi_labels;
use crate::train::tasks::Task;

/// The item that stands where padding would.
const FILLER: u32 = 1;

/// The same questions with an item at each of `len` slots. A slot sees earlier ones only, so what follows a history changes
/// nothing, and no slot can be passed over as padding.
#[must_use]
pub fn filled(task: &Task, len: usize) -> Task {
    let Slots { items, len: before, readout, users } = &task.slots;
    let fill = |slots: &[u32]| -> Vec<u32> {
        let items = slots.iter().map(|&item| if item == 0 { FILLER } else { item });
        items.chain(std::iter::repeat(FILLER)).take(len).collect()
    };
    let rows = match &task.rows {
        Some(rows) => rows.iter().map(|row| row / *before as u32 * len as u32 + row % *before as u32).collect(),
        None => (0..).zip(readout).map(|(sequence, slot)| sequence * len as u32 + slot).collect(),
    };
    Task {
        slots: Slots {
            items: items.chunks(*before).flat_map(fill).collect(),
            len,
            readout: vec![len as u32 - 1; readout.len()],
            users: users.clone(),
        },
        targets: task.targets.clone(),
        rows: Some(rows),
    }
}

/// The state of every slot, `[batch * len, hidden]`, and of these the given rows.
pub fn states(model: &AnyModel, batch: &Batch, rows: &[u32], noise: &mut Noise) -> Tensor<2> {
    let (sequences, len) = batch.dims();
    let all: Vec<u32> = (0..(sequences * len) as u32).collect();
    let packed = model.packed_states(batch, Some(&all), noise);
    let states = packed.unwrap_or_else(|| model.encode_all(batch, noise).flatten(0, 1));
    let rows: Vec<i32> = rows.iter().map(|&row| row as i32).collect();
    states.select(0, Tensor::<1, Int>::from_ints(rows.as_slice(), &batch.items.tensor.device()))
}

/// The loss of a [`filled`] task: item cross-entropy and, weighed by `lambdas`, that of each attribute.
/// # Panics
/// If the task was not filled.
pub fn loss(model: &AnyModel, batch: &Batch, targets: &TargetBatch, lambdas: &[f64], noise: &mut Noise) -> LossTerms {
    let rows = targets.rows.as_deref().expect("a filled task names its rows");
    let states = states(model, batch, rows, noise);
    let attributes = multi_labels(model.attribute_logits(&states), &targets.attributes);
    LossTerms::joint(targets.item_loss(&model.scorer(), states), attributes, lambdas)
}
