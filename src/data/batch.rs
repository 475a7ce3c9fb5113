//! From item ids on the host to tensors on a device.

use std::sync::Arc;

use burn::tensor::{Bool, Device, FloatDType, Int, Tensor, TensorData};

use super::bags::{Bags, Padded, Ragged};
use super::catalogue::AttributeKind;
use super::dataset::Dataset;
use super::ids::Ids;
use super::packing::Packing;
pub use super::slots::Slots;
pub use super::taps::{LookedUp, Taps};
use crate::config::{AttributeSchema, Schema};

/// Added to a score that must not be seen. Finite, as in the release; with right padding the softmax is the same as with
/// minus infinity, because key 0 is always visible.
pub const HIDDEN: f32 = -10_000.0;

/// Which keys a query row may see, and which query rows are wanted.
#[derive(Debug, Clone)]
pub struct View {
    /// 0 or [`HIDDEN`]: `[batch, 1, rows or 1, len]`.
    pub mask: Tensor<4>,
    /// `None`: every slot is a query row. Otherwise one row per sequence: the read-out slots.
    pub readout: Option<ReadOut>,
}

/// One query row per sequence.
#[derive(Debug, Clone)]
pub struct ReadOut {
    /// Slot of the last item, `[batch]`.
    pub slot: Tensor<1, Int>,
    /// Row of that slot in a `[batch * len, _]` matrix, `[batch]`.
    pub row: Tensor<1, Int>,
}

impl View {
    /// The wanted query rows of a stream: `[batch, len, width]` -> `[batch, rows, width]`.
    #[must_use]
    pub fn rows(&self, stream: Tensor<3>) -> Tensor<3> {
        match &self.readout {
            None => stream,
            Some(readout) => {
                let [batch, len, width] = stream.dims();
                stream.reshape([batch * len, width]).select(0, readout.row.clone()).unsqueeze_dim(1)
            }
        }
    }

    /// The wanted rows of a table shared by the batch: `[heads, len, len]` -> `[batch or 1, heads, rows, len]`.
    #[must_use]
    pub fn shared_rows(&self, table: Tensor<3>) -> Tensor<4> {
        match &self.readout {
            None => table.unsqueeze_dim(0),
            // [heads, batch, len] -> [batch, heads, 1, len]
            Some(readout) => table.select(1, readout.slot.clone()).swap_dims(0, 1).unsqueeze_dim(2),
        }
    }
}

/// The values of one attribute at every slot of a batch.
#[derive(Debug, Clone)]
#[allow(clippy::large_enum_variant, reason = "a batch holds a handful of them; on 32 bits the lint is silent")]
pub enum SlotValues {
    /// One id per slot, `[batch, len]`; id 0 ("no value", padding) uses row 0 like any other row.
    Single(Ids),
    /// Several ids per slot, of `batch * len` slots.
    Bag(Padded),
    /// The same where most of it would be padding.
    Ragged(Ragged),
}

/// The attribute values of every item, ready for look-up.
#[derive(Debug, Clone)]
pub struct ItemValues {
    attributes: Arc<Vec<ValueTable>>,
    items: usize,
}

/// How many values a bag has.
#[derive(Debug, Clone, Copy)]
pub struct BagSize {
    /// Of the item that has most.
    pub widest: usize,
    /// Of a click, in the mean.
    pub mean: f64,
}

#[derive(Debug, Clone)]
struct ValueTable {
    /// Values of one item after another.
    ids: Vec<u32>,
    /// First value of each item, and the number of all at the end.
    starts: Vec<usize>,
    /// Values of the item that has most, 1 at least.
    width: usize,
    rows: usize,
    bag: bool,
}

impl ValueTable {
    /// Values of an item; the [MASK] item comes after the last real one and has none.
    fn of(&self, item: u32) -> &[u32] {
        let item = item as usize;
        self.starts.get(item..item + 2).map_or(&[], |range| &self.ids[range[0]..range[1]])
    }
}

impl ItemValues {
    /// An empty list for `items` rows, padding row 0 included.
    #[must_use]
    pub fn new(items: usize) -> Self {
        Self { attributes: Arc::default(), items }
    }

    /// Adds one attribute: `values[item]` lists the ids of each item (one at most unless `bag`), below `rows`.
    #[must_use]
    pub fn with<'a>(mut self, values: impl Iterator<Item = &'a [u32]>, rows: usize, bag: bool) -> Self {
        let (mut ids, mut starts, mut width) = (Vec::new(), vec![0], 1);
        for values in values.take(self.items) {
            ids.extend_from_slice(values);
            starts.push(ids.len());
            width = width.max(values.len());
        }
        Arc::make_mut(&mut self.attributes).push(ValueTable { ids, starts, width, rows, bag });
        self
    }

    /// Rows of the item table.
    #[must_use]
    pub const fn items(&self) -> usize {
        self.items
    }

    /// Number of attributes.
    #[must_use]
    pub fn attributes(&self) -> usize {
        self.attributes.len()
    }

    /// Whether an item may have several values of an attribute.
    #[must_use]
    pub fn is_bag(&self, attribute: usize) -> bool {
        self.attributes[attribute].bag
    }

    /// The values of an item in one attribute: its set, or nothing.
    pub fn of(&self, attribute: usize, item: u32) -> impl Iterator<Item = u32> {
        self.attributes[attribute].of(item).iter().copied().filter(|&value| value > 0)
    }

    /// The values of every item as if the items were one sequence of one slot each: `[items, 1]` slots, padding row first.
    #[must_use]
    pub fn of_all_items(&self, device: &Device) -> Vec<SlotValues> {
        let all: Vec<u32> = (0..self.items as u32).collect();
        self.slots(&all, self.items, 1, device)
    }

    /// One multi-hot row per wanted item for each attribute: `[wanted, values]`, column 0 all 0; none for an item without values,
    /// such as padding.
    #[must_use]
    pub fn labels(&self, wanted: &[u32], device: &Device) -> Vec<Tensor<2>> {
        let tables = self.attributes.iter().map(|table| {
            let mut hot = vec![0.0_f32; wanted.len() * table.rows];
            for (row, &item) in hot.chunks_mut(table.rows).zip(wanted) {
                for &value in table.of(item).iter().filter(|&&value| value > 0) {
                    row[value as usize] = 1.0;
                }
            }
            Tensor::from_data(TensorData::new(hot, [wanted.len(), table.rows]), device)
        });
        tables.collect()
    }

    fn slots(&self, items: &[u32], batch: usize, len: usize, device: &Device) -> Vec<SlotValues> {
        let tables = self.attributes.iter().map(|table| {
            if !table.bag {
                let ids = items.iter().map(|&item| table.of(item).first().map_or(0, |&id| id as i32)).collect();
                return SlotValues::Single(Ids::new(ids, [batch, len], device));
            }
            let bags = Bags::of(items.iter().map(|&item| table.of(item)));
            if bags.is_sparse(table.width) {
                SlotValues::Ragged(bags.ragged(table.width, device))
            } else {
                SlotValues::Bag(bags.padded(table.width, device))
            }
        });
        tables.collect()
    }
}

impl Dataset {
    /// The table sizes that a model of this data needs.
    #[must_use]
    pub fn schema(&self) -> Schema {
        let attributes = self.catalogue.attributes.iter().map(|attribute| AttributeSchema {
            name: attribute.name.clone(),
            bag: attribute.kind == AttributeKind::Bag,
            rows: attribute.values.len(),
        });
        Schema { items: self.catalogue.items.len(), attributes: attributes.collect(), users: self.sequences.len() }
    }

    /// How many values each bag has; in the mean of the training clicks.
    #[must_use]
    pub fn bags(&self) -> Vec<BagSize> {
        let items = &self.catalogue.items;
        let clicks = items.iter().map(|item| f64::from(item.count)).sum::<f64>().max(1.0);
        let is_bag = |index: &usize| self.catalogue.attributes[*index].kind == AttributeKind::Bag;
        let of = |index: usize| BagSize {
            widest: items.iter().map(|item| item.values[index].len()).max().unwrap_or(0),
            mean: items.iter().map(|item| f64::from(item.count) * item.values[index].len() as f64).sum::<f64>()
                / clicks,
        };
        (0..self.catalogue.attributes.len()).filter(is_bag).map(of).collect()
    }

    /// The attribute values of every item.
    #[must_use]
    pub fn item_values(&self) -> ItemValues {
        let items = &self.catalogue.items;
        let attributes = self.catalogue.attributes.iter().enumerate();
        attributes.fold(ItemValues::new(items.len()), |values, (k, attribute)| {
            let ids = items.iter().map(|item| item.values[k].as_slice());
            values.with(ids, attribute.values.len(), attribute.kind == AttributeKind::Bag)
        })
    }
}

/// Sequences on a device.
#[derive(Debug, Clone)]
pub struct Batch {
    /// Item ids, `[batch, len]`, 0 = padding.
    pub items: Ids,
    /// Where `items` is padding, `[batch, len, 1]`; `None` if nowhere.
    pub padding: Option<Tensor<3, Bool>>,
    /// Values of each attribute at each slot.
    pub attributes: Vec<SlotValues>,
    /// The user of each sequence, `[batch]`, where known; 0 = padding.
    pub users: Option<Tensor<1, Int>>,
    /// Added to what is looked up; `None` unless somebody asks for the gradients there.
    pub taps: Option<Taps>,
    readout: ReadOut,
    keys: Tensor<4>,
    slots: Slots,
    values: ItemValues,
}

impl Batch {
    /// Uploads sequences with the values of their items.
    #[must_use]
    pub fn new(slots: &Slots, values: &ItemValues, device: &Device) -> Self {
        let len = slots.len;
        let batch = slots.readout.len();
        let ids: Vec<i32> = slots.items.iter().map(|&id| id as i32).collect();
        let padded: Vec<bool> = ids.iter().map(|&id| id == 0).collect();
        let keys: Vec<f32> = padded.iter().map(|&hidden| if hidden { HIDDEN } else { 0.0 }).collect();
        let slot = slots.readout.iter().map(|&slot| slot as i32);
        let row: Vec<i32> = slot.clone().zip(0..).map(|(slot, sequence)| sequence * len as i32 + slot).collect();
        let slot: Vec<i32> = slot.collect();
        let padding =
            padded.contains(&true).then(|| Tensor::from_data(TensorData::new(padded, [batch, len, 1]), device));
        Self {
            items: Ids::new(ids, [batch, len], device),
            padding,
            attributes: values.slots(&slots.items, batch, len, device),
            users: (!slots.users.is_empty()).then(|| {
                let users: Vec<i32> = slots.users.iter().map(|&user| user as i32).collect();
                Tensor::from_data(TensorData::new(users, [batch]), device)
            }),
            readout: ReadOut {
                slot: Tensor::from_data(TensorData::new(slot, [batch]), device),
                row: Tensor::from_data(TensorData::new(row, [batch]), device),
            },
            keys: Tensor::from_data(TensorData::new(keys, [batch, 1, 1, len]), device),
            taps: None,
            slots: slots.clone(),
            values: values.clone(),
        }
    }

    /// The same sequences for a model in double precision.
    #[must_use]
    pub fn in_double(mut self) -> Self {
        self.keys = self.keys.cast(FloatDType::F64);
        for values in &mut self.attributes {
            match values {
                SlotValues::Single(_) => {}
                SlotValues::Bag(bag) => bag.present = bag.present.clone().cast(FloatDType::F64),
                SlotValues::Ragged(bag) => bag.counts = bag.counts.clone().cast(FloatDType::F64),
            }
        }
        self
    }

    /// The vectors of the slots' own positions, `[len, hidden]`, from the table of all.
    #[must_use]
    pub fn positions(&self, table: Tensor<2>) -> Tensor<2> {
        let looked_up = table.narrow(0, 0, self.slots.len);
        match &self.taps {
            None => looked_up,
            Some(taps) => taps.positions(looked_up),
        }
    }

    /// The sequences on the host.
    #[must_use]
    pub const fn slots(&self) -> &Slots {
        &self.slots
    }

    /// The same sequences without padding; `None` if one of them has padding before an item.
    #[must_use]
    pub fn packed(&self) -> Option<Packing> {
        let Slots { items, len, readout, .. } = &self.slots;
        let device = self.items.tensor.device();
        let holes = |(slots, &last): (&[u32], &u32)| last > 0 && slots[..=last as usize].contains(&0);
        if items.chunks(*len).zip(readout).any(holes) {
            return None;
        }
        let mut starts = vec![0];
        let mut tokens = Vec::with_capacity(items.len());
        for (slots, &last) in items.chunks(*len).zip(readout) {
            tokens.extend_from_slice(&slots[..=last as usize]);
            starts.push(tokens.len());
        }
        let ids: Vec<i32> = tokens.iter().map(|&id| id as i32).collect();
        let padded: Vec<bool> = tokens.iter().map(|&id| id == 0).collect();
        let shape = [1, tokens.len()];
        Some(Packing {
            starts: Arc::new(starts),
            items: Ids::new(ids, shape, &device),
            padding: padded
                .contains(&true)
                .then(|| Tensor::from_data(TensorData::new(padded, [1, tokens.len(), 1]), &device)),
            attributes: self.values.slots(&tokens, 1, tokens.len(), &device),
            len: *len,
            readout: readout.clone(),
        })
    }

    /// Number of sequences and of slots.
    #[must_use]
    pub const fn dims(&self) -> (usize, usize) {
        (self.slots.readout.len(), self.slots.len)
    }

    /// Every slot looks at itself and at earlier items.
    ///
    /// # Equation
    /// `M_ij = 0 if j <= i and slot j holds an item, else -10000`
    #[must_use]
    pub fn causal_view(&self) -> View {
        let len = self.slots.len;
        let future: Vec<f32> = (0..len * len).map(|at| if at % len > at / len { HIDDEN } else { 0.0 }).collect();
        let future =
            Tensor::<4>::from_data(TensorData::new(future, [1, 1, len, len]), (&self.keys.device(), self.keys.dtype()));
        View { mask: (future + self.keys.clone()).clamp_min(HIDDEN), readout: None }
    }

    /// Every slot looks at every item, earlier or later.
    #[must_use]
    pub fn full_view(&self) -> View {
        View { mask: self.keys.clone(), readout: None }
    }

    /// Only the last item looks, at every item.
    #[must_use]
    pub fn readout_view(&self) -> View {
        View { mask: self.keys.clone(), readout: Some(self.readout.clone()) }
    }
}
