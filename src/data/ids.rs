//! Ids of the rows of a table, for the host and for a device.

use std::sync::Arc;

use burn::tensor::{Device, Int, Tensor, TensorData};

/// A matrix of ids, each of which names a row of a table.
#[derive(Debug, Clone)]
pub struct Ids {
    /// For the device, `[rows, columns]`.
    pub tensor: Tensor<2, Int>,
    /// For the host, row by row.
    host: Arc<Vec<i32>>,
}

impl Ids {
    /// Uploads ids, given row by row.
    #[must_use]
    pub fn new(ids: Vec<i32>, shape: [usize; 2], device: &Device) -> Self {
        let host = Arc::new(ids);
        Self { tensor: Tensor::from_data(TensorData::new(host.to_vec(), shape), device), host }
    }

    /// The ids, row by row.
    #[must_use]
    pub fn on_host(&self) -> &[i32] {
        &self.host
    }

    /// Where each row of a table of `entries` is named: the places of row `r` are the numbers `list[r]..list[r + 1]` of what
    /// follows the first `entries + 1` numbers of the list, in ascending order. None for row 0 if it is `silent`.
    ///
    /// # Equation
    /// `list = [0, c_0, c_0 + c_1, ..., places of row 0, places of row 1, ...]` with `c_r` the number of places of row `r`
    #[must_use]
    pub fn occurrences(&self, entries: usize, silent: bool) -> Vec<i32> {
        let counts = |id: &&i32| !silent || **id > 0;
        let mut list = vec![0; entries + 1];
        for &id in self.host.iter().filter(counts) {
            list[id as usize + 1] += 1;
        }
        for row in 0..entries {
            list[row + 1] += list[row];
        }
        let mut next = list.clone();
        list.resize(entries + 1 + list[entries] as usize, 0);
        for (place, id) in (0..).zip(self.host.iter()).filter(|(_, id)| counts(id)) {
            let at = &mut next[*id as usize];
            list[entries + 1 + *at as usize] = place;
            *at += 1;
        }
        list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_knows_its_places() {
        let ids = Ids::new(vec![2, 0, 3, 2, 0, 2], [2, 3], &Device::flex());
        assert_eq!(ids.occurrences(5, false), [0, 2, 2, 5, 6, 6, 1, 4, 0, 3, 5, 2]);
        assert_eq!(ids.occurrences(5, true), [0, 0, 0, 3, 4, 4, 0, 3, 5, 2]);
    }
}
