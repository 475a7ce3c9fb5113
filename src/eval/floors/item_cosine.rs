//! Item-item collaborative filtering: the cosine between items by who met them.

use super::links::Links;
use crate::data::split::{Sample, Sequences};
use crate::eval::metrics::Metrics;

/// Items of the history that count.
const WINDOW: i32 = 50;
/// What one step back in the history leaves of an item's weight.
const DECAY: f64 = 0.8;

/// Ranks items by their cosine (users of both, divided by the root of the users of each) with the last fifty items of the
/// history, each step back counting 0.8 of the one after it; training part only, popularity decides between equal scores.
/// `rows` counts the padding item.
#[must_use]
pub fn item_cosine(sequences: &Sequences, rows: usize, samples: &[Sample]) -> Metrics {
    let mut users: Vec<Vec<usize>> = vec![Vec::new(); rows];
    let of_user: Vec<Vec<u32>> = sequences.training_parts().map(distinct).collect();
    for (user, items) in of_user.iter().enumerate() {
        for &item in items {
            users[item as usize].push(user);
        }
    }
    let links = Links::new(
        rows,
        |item, count| {
            for &other in users[item].iter().flat_map(|&user| &of_user[user]) {
                if other as usize != item {
                    count(other, 1.0);
                }
            }
        },
        |item, other, both| both / (users[item].len() as f64 * users[other].len() as f64).sqrt(),
    );
    let fading: Vec<f64> = (0..WINDOW).map(|step| DECAY.powi(step)).collect();
    links.rank_followers(&fading, sequences, samples)
}

fn distinct(items: &[u32]) -> Vec<u32> {
    let mut items = items.to_vec();
    items.sort_unstable();
    items.dedup();
    items
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::split::{Part, samples};

    #[test]
    fn the_cosine_is_taken_over_users() {
        // Item 1 has the users a, b; item 2: a, b, c, d; item 3: a. Cosines with 1: 2 / sqrt(8) = .707, 1 / sqrt(2) = .707.
        // Equal on paper, so popularity puts 2 ahead of 3. That a met 3 twice changes nothing.
        let parts = [vec![1, 2, 3, 3], vec![1, 2], vec![2, 5], vec![2, 5]];
        let mut sequences: Vec<Vec<u32>> = parts.iter().map(|part| [part.as_slice(), &[9, 9]].concat()).collect();
        let mut place = |target: u32| {
            sequences.truncate(parts.len());
            sequences.push(vec![1, target]);
            let sequences = sequences.clone().into();
            let asked = samples(&sequences, Part::Test, 50);
            1.0 / item_cosine(&sequences, 10, &asked[parts.len()..]).kept.mrr
        };
        assert!((place(2) - 1.0).abs() < 1e-12);
        assert!((place(3) - 2.0).abs() < 1e-12);
    }
}
