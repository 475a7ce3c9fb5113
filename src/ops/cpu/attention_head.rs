//! One head of one sequence: the loops of decoupled attention.

use super::math::softmax;
use super::matrix::Factor;
use super::row_sums::{add_rows, dot};

/// Columns of a matrix that belong to one head, from the first row of one sequence on.
#[derive(Debug, Clone, Copy)]
pub struct Strip<'a> {
    /// From the first entry on.
    pub values: &'a [f32],
    /// From one row to the next.
    pub stride: usize,
    /// Columns.
    pub width: usize,
}

impl<'a> Strip<'a> {
    /// The first `count` rows as a factor of a product.
    pub const fn rows(&self, count: usize) -> Factor<'a> {
        Factor { values: self.values, rows: (count, self.stride), columns: (self.width, 1) }
    }

    pub fn row(&self, row: usize) -> &[f32] {
        &self.values[row * self.stride..][..self.width]
    }
}

/// What a row of weights is made from and goes to.
pub struct Row<'a> {
    /// Number of the query in its sequence.
    pub query: usize,
    /// Scores that all sequences share, already scaled; as long as the row.
    pub shared: Option<&'a [f32]>,
    /// Dropout's factors, as long as the row.
    pub noise: Option<&'a [f32]>,
}

/// Keys of all sources side by side, and space to work in. Made once, filled for each head and sequence.
#[derive(Debug, Default)]
pub struct Head {
    /// Keys of one token after the other, `[tokens, width]`.
    keys: Vec<f32>,
    /// The same by columns, `[width, tokens]`.
    columns: Vec<f32>,
    /// Values by columns, `[value width, tokens]`.
    value_columns: Vec<f32>,
    /// Scaled queries of all sources side by side, `[queries, width]`; in the forward pass one of them.
    queries: Vec<f32>,
    /// Gradients of the scores, `[tokens, queries]`.
    d_scores: Vec<f32>,
    /// Weights after dropout, `[tokens, queries]`.
    kept: Vec<f32>,
    /// Gradient of the query that was worked on last, or of a key.
    d_row: Vec<f32>,
    /// A row of scores, weights or gradients, with what fills its last block.
    work: Vec<f32>,
    tokens: usize,
    width: usize,
}

/// Tokens that are turned into columns together. Columns end with zeros where the tokens are no multiple of it, so that loops over
/// them have no rest.
const BLOCK: usize = 8;

/// Numbers of a row or column of so many tokens, with what fills its last block.
const fn padded(tokens: usize) -> usize {
    tokens.next_multiple_of(BLOCK)
}

/// Rows of `strips` side by side, by columns.
#[cfg_attr(not(target_family = "wasm"), inline(always))]
fn by_columns(target: &mut Vec<f32>, strips: &[Strip], tokens: usize) {
    let room = padded(tokens);
    target.clear();
    target.resize(strips.iter().map(|strip| strip.width).sum::<usize>() * room, 0.0);
    let mut start = 0;
    for strip in strips {
        let part = &mut target[start * room..][..strip.width * room];
        // Eight tokens at a time: as many numbers of a column lie side by side.
        let mut token = 0;
        while token + BLOCK <= tokens {
            let rows: [&[f32]; BLOCK] = std::array::from_fn(|at| strip.row(token + at));
            for (column, values) in part.chunks_exact_mut(room).enumerate() {
                let values: &mut [f32; BLOCK] = (&mut values[token..token + BLOCK]).try_into().expect("a block");
                *values = rows.map(|row| row[column]);
            }
            token += BLOCK;
        }
        for token in token..tokens {
            for (values, value) in part.chunks_exact_mut(room).zip(strip.row(token)) {
                values[token] = *value;
            }
        }
        start += strip.width;
    }
}

impl Head {
    /// Takes the keys of a sequence; a forward pass needs no more.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub fn load(&mut self, keys: &[Strip], tokens: usize) {
        by_columns(&mut self.columns, keys, tokens);
        self.tokens = tokens;
        self.width = keys.iter().map(|strip| strip.width).sum();
    }

    /// What the backward pass needs in place of [`Self::load`], for so many queries.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub fn load_backward(&mut self, keys: &[Strip], value: Strip, tokens: usize, queries: usize) {
        self.tokens = tokens;
        self.width = keys.iter().map(|strip| strip.width).sum();
        by_columns(&mut self.value_columns, &[value], tokens);
        self.keys.clear();
        for token in 0..tokens {
            for strip in keys {
                self.keys.extend_from_slice(strip.row(token));
            }
        }
        self.queries.clear();
        for table in [&mut self.d_scores, &mut self.kept] {
            // What is there from before is written over where it is read.
            table.resize(tokens * queries, 0.0);
        }
    }

    /// Appends a scaled query.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn load_query(&mut self, queries: &[Strip], query: usize, scale: f32) {
        for strip in queries {
            self.queries.extend(strip.row(query).iter().map(|value| value * scale));
        }
    }

    /// One row of weights and what it takes from the values, added to `context`.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub fn forward(
        &mut self,
        queries: &[Strip],
        value: Strip,
        scale: f32,
        row: &Row,
        weights: &mut [f32],
        context: &mut [f32],
    ) {
        self.queries.clear();
        self.load_query(queries, row.query, scale);
        let seen = weights.len();
        self.work.clear();
        if let Some(shared) = row.shared {
            self.work.extend_from_slice(shared);
        }
        self.work.resize(padded(seen), 0.0);
        add_rows(&mut self.work, &self.queries, &self.columns, padded(self.tokens));
        // As good as nothing of a row's weights goes to what fills its last block.
        self.work[seen..].fill(f32::MIN);
        softmax(&mut self.work);
        weights.copy_from_slice(&self.work[..seen]);
        if let Some(noise) = row.noise {
            for (weight, noise) in self.work.iter_mut().zip(noise) {
                *weight *= noise;
            }
        }
        add_rows(context, &self.work[..seen], value.values, value.stride);
    }

    /// The gradient of one query, from that of its context: returned. That of the shared scores is added to `d_shared`; what
    /// [`Self::of_key`] needs is kept.
    ///
    /// # Equation
    /// `dw_j = noise_j dO . v_j`, `ds_j = w_j (dw_j - sum over k of w_k dw_k)`, `dq = scale sum over j of ds_j k_j`
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub fn backward(
        &mut self,
        queries: &[Strip],
        scale: f32,
        row: &Row,
        weights: &[f32],
        d_context: &[f32],
        d_shared: Option<&mut [f32]>,
    ) -> &[f32] {
        self.load_query(queries, row.query, scale);
        let seen = weights.len();
        let asked = self.kept.len() / self.tokens;
        self.work.clear();
        self.work.resize(padded(seen), 0.0);
        add_rows(&mut self.work, d_context, &self.value_columns, padded(self.tokens));
        let kept = self.kept[row.query..].iter_mut().step_by(asked);
        if let Some(noise) = row.noise {
            for (d, noise) in self.work.iter_mut().zip(noise) {
                *d *= noise;
            }
            for ((kept, weight), noise) in kept.zip(weights).zip(noise) {
                *kept = weight * noise;
            }
        } else {
            for (kept, weight) in kept.zip(weights) {
                *kept = *weight;
            }
        }
        let work = &mut self.work[..seen];
        let mean = dot(weights, work);
        for (d, weight) in work.iter_mut().zip(weights) {
            *d = weight * (*d - mean);
        }
        if let Some(d_shared) = d_shared {
            for (sum, d) in d_shared.iter_mut().zip(&*work) {
                *sum += d;
            }
        }
        for (kept, d) in self.d_scores[row.query..].iter_mut().step_by(asked).zip(&*work) {
            *kept = *d;
        }
        self.d_row.clear();
        self.d_row.resize(self.width, 0.0);
        add_rows(&mut self.d_row, &self.work[..seen], &self.keys, self.width);
        for d in &mut self.d_row {
            *d *= scale;
        }
        &self.d_row
    }

    /// The gradient of one key, returned, and of its value, added to `d_value`, once every query has been worked on: from query
    /// number `first` on they see it.
    ///
    /// # Equation
    /// `dk = scale sum over queries i of ds_i q_i`, `dv = sum over queries i of noise_i w_i dO_i`
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub fn of_key(&mut self, token: usize, first: usize, d_context: Strip, d_value: &mut [f32]) -> &[f32] {
        let asked = self.kept.len() / self.tokens;
        let column = token * asked + first..(token + 1) * asked;
        self.d_row.clear();
        self.d_row.resize(self.width, 0.0);
        if first < asked {
            add_rows(&mut self.d_row, &self.d_scores[column.clone()], &self.queries[first * self.width..], self.width);
            add_rows(d_value, &self.kept[column], &d_context.values[first * d_context.stride..], d_context.stride);
        }
        &self.d_row
    }
}
