//! What a session that grows need not compute again.

use burn::tensor::Tensor;

/// Keys and values of the items of one session, in every layer of one model with unchanging weights.
///
/// Exact where slots see themselves and earlier slots only: nothing that comes after an item changes its keys and values in any
/// layer, as long as it keeps its slot.
#[derive(Debug, Default)]
pub struct Remembered {
    /// The session, oldest first.
    items: Vec<i32>,
    /// How many of its items the new session begins with.
    kept: usize,
    /// One matrix for each call of [`Self::extend`] between two of [`Self::begin`], `[items, width]`.
    rows: Vec<Tensor<2>>,
    /// Which of them is next.
    next: usize,
}

impl Remembered {
    /// Starts a session; returns how many of its items are known. The last one always counts as new: its state is what is asked for.
    ///
    /// # Panics
    /// If the session is empty.
    pub fn begin(&mut self, items: &[i32]) -> usize {
        let common = self.items.iter().zip(items).take_while(|(old, new)| old == new).count();
        self.kept = common.min(items.len() - 1);
        self.items = items.to_vec();
        self.next = 0;
        self.kept
    }

    /// The rows of all items of the session from those of the new ones: `[new, width]` -> `[items, width]`. To be called as often
    /// and in the same order for every session.
    #[must_use]
    pub fn extend(&mut self, new: Tensor<2>) -> Tensor<2> {
        let all = match self.rows.get(self.next) {
            Some(old) if self.kept > 0 => Tensor::cat(vec![old.clone().narrow(0, 0, self.kept), new], 0),
            _ => new,
        };
        if self.next == self.rows.len() {
            self.rows.push(all.clone());
        } else {
            self.rows[self.next] = all.clone();
        }
        self.next += 1;
        all
    }
}

#[cfg(test)]
mod tests {
    use burn::tensor::{Device, TensorData};

    use super::*;

    /// Takes a session through two calls whose rows are the ids; returns how many rows were new.
    fn put(remembered: &mut Remembered, items: &[i32]) -> usize {
        let device = Device::flex();
        let new = &items[remembered.begin(items)..];
        for sign in [1.0, -1.0] {
            let rows = |items: &[i32]| {
                let rows: Vec<f32> = items.iter().map(|&item| sign * item as f32).collect();
                Tensor::<2>::from_data(TensorData::new(rows, [items.len(), 1]), &device)
            };
            let all = remembered.extend(rows(new));
            let [all, expected] = [all, rows(items)].map(|rows| pollster::block_on(rows.into_data_async()).unwrap());
            all.assert_eq(&expected, true);
        }
        new.len()
    }

    #[test]
    fn only_what_follows_the_common_beginning_is_new() {
        let mut remembered = Remembered::default();
        assert_eq!(put(&mut remembered, &[1, 2, 3]), 3);
        assert_eq!(put(&mut remembered, &[1, 2, 3, 4]), 1, "one more");
        assert_eq!(put(&mut remembered, &[1, 2, 3, 4]), 1, "once more");
        assert_eq!(put(&mut remembered, &[1, 2]), 1, "taken back");
        assert_eq!(put(&mut remembered, &[1, 5, 6]), 2, "another way from the second item on");
        assert_eq!(put(&mut remembered, &[5, 6, 7]), 3, "the oldest is gone, every slot is another");
        assert_eq!(put(&mut remembered, &[5]), 1);
    }
}
