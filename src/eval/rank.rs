//! Exact rank of the target among all items, without sorting.

use burn::tensor::{Bool, Int, Tensor, TensorData, Transaction};

use crate::error::Result;
use crate::read::read_all;

/// Rank of each target under both protocols.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ranks {
    /// Among all items: the history stays a candidate (the paper's protocol).
    pub kept: Vec<f64>,
    /// Among all items but those of the history.
    pub masked: Vec<f64>,
}

/// Ranks targets by comparison with every candidate; only whole numbers are read back.
///
/// 0-based: items that score strictly better, plus half of the other items with the same score, so a rank can end in .5.
/// Candidates are rows 1.. (row 0 is padding), minus the history if masked, always plus the target. A score that is not a
/// number ranks last.
///
/// # Shapes
/// - `scores`: `[batch, items]`; one target and one history per row
///
/// # Errors
/// [`crate::error::Error::DeviceRefused`] if the device cannot hand the counts over.
pub async fn ranks(scores: Tensor<2>, targets: &[u32], histories: &[&[u32]]) -> Result<Ranks> {
    let [batch, items] = scores.dims();
    let device = scores.device();
    let ids: Vec<i32> = targets.iter().map(|&id| id as i32).collect();
    let target: Tensor<2, Int> = Tensor::from_data(TensorData::new(ids, [batch, 1]), &device);
    let target = scores.clone().gather(1, target); // [batch, 1]
    // Each item of a history counts once, and never the target itself.
    let unique: Vec<Vec<i32>> = histories
        .iter()
        .zip(targets)
        .map(|(history, target)| {
            let mut ids: Vec<i32> = history.iter().filter(|&id| id != target).map(|&id| id as i32).collect();
            ids.sort_unstable();
            ids.dedup();
            ids
        })
        .collect();
    let width = unique.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let mut ids = vec![0_i32; batch * width];
    for (row, history) in ids.chunks_mut(width).zip(&unique) {
        row[..history.len()].copy_from_slice(history);
    }
    let ids: Tensor<2, Int> = Tensor::from_data(TensorData::new(ids, [batch, width]), &device);
    let present = ids.clone().greater_elem(0);
    let candidates = scores.clone().narrow(1, 1, items - 1);
    let seen = scores.gather(1, ids);
    let total = |flags: Tensor<2, Bool>| flags.int().sum_dim(1);
    let lower = total(candidates.clone().lower(target.clone().expand(candidates.dims())));
    let equal = total(candidates.clone().equal(target.clone().expand(candidates.dims())));
    let seen_lower = total(seen.clone().lower(target.clone().expand(seen.dims())).bool_and(present.clone()));
    let seen_equal = total(seen.clone().equal(target.expand(seen.dims())).bool_and(present));
    let reads = Transaction::default().register(lower).register(equal).register(seen_lower).register(seen_equal);
    let counts = read_all(reads).await?;
    let count = |which: usize, row: usize| counts[which][row] as i64;
    let all = items as i64 - 1;
    let mut ranks = Ranks::default();
    for (row, history) in unique.iter().enumerate() {
        let (lower, equal) = (count(0, row), count(1, row));
        let (seen_lower, seen_equal) = (count(2, row), count(3, row));
        ranks.kept.push(rank(all, lower, equal));
        ranks.masked.push(rank(all - history.len() as i64, lower - seen_lower, equal - seen_equal));
    }
    Ok(ranks)
}

/// `equal` counts the target itself; it is 0 only if the target's score is not a number.
fn rank(candidates: i64, lower: i64, equal: i64) -> f64 {
    let better = candidates - lower - equal;
    if equal == 0 { (candidates - 1) as f64 } else { better as f64 + (equal - 1) as f64 / 2.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use burn::tensor::Device;

    fn of(scores: &[f32], target: u32, history: &[u32]) -> (f64, f64) {
        let data = TensorData::new(scores.to_vec(), [1, scores.len()]);
        let ranks = pollster::block_on(ranks(Tensor::from_data(data, &Device::flex()), &[target], &[history])).unwrap();
        (ranks.kept[0], ranks.masked[0])
    }

    #[test]
    fn the_padding_row_is_no_candidate() {
        assert_eq!(of(&[9.0, 1.0, 3.0, 2.0], 3, &[]), (1.0, 1.0));
    }

    #[test]
    fn ties_count_half() {
        assert_eq!(of(&[0.0, 1.0, 1.0, 1.0, 2.0], 1, &[]), (2.0, 2.0));
    }

    #[test]
    fn a_masked_history_leaves_and_the_target_stays() {
        assert_eq!(of(&[0.0, 5.0, 4.0, 3.0], 3, &[1, 1, 3]), (2.0, 1.0));
    }

    #[test]
    fn a_score_that_is_not_a_number_ranks_last() {
        assert_eq!(of(&[0.0, f32::NAN, 4.0, 3.0], 1, &[]), (2.0, 2.0));
    }
}
