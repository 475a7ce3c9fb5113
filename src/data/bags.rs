//! Several values per slot, in the two forms in which they are looked up.

use std::sync::Arc;

use burn::tensor::{Device, Int, Tensor, TensorData};

use super::ids::Ids;

/// From how many places per value on a bag is kept value by value.
pub const MOSTLY_PADDING: usize = 8;

/// The bags of many slots on the host: the values one after another, and the slot of each, in ascending order.
#[derive(Debug, Default)]
pub(super) struct Bags {
    ids: Vec<i32>,
    slots: Vec<i32>,
    count: usize,
}

/// Bags with as many places in every slot as the widest bag of any item needs.
#[derive(Debug, Clone)]
pub struct Padded {
    /// Value ids, `[slots, width]`, filled with 0.
    pub ids: Ids,
    /// 1 where an id is present, `[slots, width, 1]`.
    pub present: Tensor<3>,
}

/// Bags value by value, so that time and memory follow the values that are there and not the one item that has hundreds.
#[derive(Debug, Clone)]
pub struct Ragged {
    /// Value ids, `[values]`.
    pub ids: Tensor<1, Int>,
    /// Slot of each value, `[values]`.
    pub slots: Tensor<1, Int>,
    /// Values of each slot, `[slots, 1]`.
    pub counts: Tensor<2>,
    host: Arc<Bags>,
    width: usize,
}

impl Bags {
    /// The bag of each slot.
    pub(super) fn of<'a>(lists: impl Iterator<Item = &'a [u32]>) -> Self {
        let mut bags = Self::default();
        for (slot, list) in (0..).zip(lists) {
            for &value in list.iter().filter(|&&value| value > 0) {
                bags.ids.push(value as i32);
                bags.slots.push(slot);
            }
            bags.count += 1;
        }
        bags
    }

    /// Whether bags of this width would be padding for the most part.
    pub(super) fn is_sparse(&self, width: usize) -> bool {
        !self.ids.is_empty() && self.count * width > MOSTLY_PADDING * self.ids.len()
    }

    /// The same in `width` places a slot.
    pub(super) fn padded(&self, width: usize, device: &Device) -> Padded {
        let size = self.count * width;
        let (mut ids, mut present) = (vec![0; size], vec![0.0_f32; size]);
        let (mut slot, mut place) = (0, 0);
        for (&id, &of) in self.ids.iter().zip(&self.slots) {
            place = if of == slot { place } else { 0 };
            slot = of;
            let at = slot as usize * width + place;
            (ids[at], present[at]) = (id, 1.0);
            place += 1;
        }
        Padded {
            ids: Ids::new(ids, [self.count, width], device),
            present: Tensor::from_data(TensorData::new(present, [self.count, width, 1]), device),
        }
    }

    /// The same value by value.
    pub(super) fn ragged(self, width: usize, device: &Device) -> Ragged {
        let mut counts = vec![0.0_f32; self.count];
        for &slot in &self.slots {
            counts[slot as usize] += 1.0;
        }
        let list = |list: &[i32]| Tensor::from_data(TensorData::new(list.to_vec(), [list.len()]), device);
        Ragged {
            ids: list(&self.ids),
            slots: list(&self.slots),
            counts: Tensor::from_data(TensorData::new(counts, [self.count, 1]), device),
            host: Arc::new(self),
            width,
        }
    }
}

impl Ragged {
    /// The same with padding, for what needs the values of a slot side by side.
    #[must_use]
    pub fn padded(&self) -> Padded {
        self.host.padded(self.width, &self.counts.device())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_hold_the_same_values() {
        let device = Device::flex();
        let lists: [&[u32]; 4] = [&[3, 1], &[], &[2, 0, 0], &[4, 5, 6, 7]];
        let bags = || Bags::of(lists.into_iter());
        let padded = bags().padded(4, &device);
        assert_eq!(padded.ids.on_host(), [3, 1, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 4, 5, 6, 7]);
        let ragged = bags().ragged(4, &device);
        assert_eq!(ragged.padded().ids.on_host(), padded.ids.on_host());
        let read = |tensor: Tensor<1, Int>| -> Vec<i32> {
            pollster::block_on(tensor.into_data_async()).unwrap().convert::<i32>().try_into_vec().unwrap()
        };
        assert_eq!((read(ragged.ids), read(ragged.slots)), (vec![3, 1, 2, 4, 5, 6, 7], vec![0, 0, 2, 3, 3, 3, 3]));
    }

    #[test]
    fn one_wide_bag_among_narrow_ones_is_mostly_padding() {
        let wide: Vec<u32> = (1..=300).collect();
        let narrow: [&[u32]; 3] = [&[1], &[2, 3], &[4]];
        assert!(Bags::of(narrow.into_iter().cycle().take(200).chain([wide.as_slice()])).is_sparse(300));
        assert!(!Bags::of(narrow.into_iter()).is_sparse(5));
        assert!(!Bags::of([[].as_slice()].into_iter()).is_sparse(300), "without a value there is nothing to look up");
    }
}
