//! One head of one sequence: the loops of decoupled attention.

use super::math::softmax;
use super::matrix::Factor;
use super::row_sums::{add_outer, add_rows, dot};

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

    fn row(&self, row: usize) -> &[f32] {
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
    /// Gradient of `keys`.
    pub d_keys: Vec<f32>,
    /// Scaled query of all sources side by side.
    query: Vec<f32>,
    /// Gradient of `query`.
    pub d_query: Vec<f32>,
    work: Vec<f32>,
    tokens: usize,
    width: usize,
}

/// Tokens that are turned into columns together.
const BLOCK: usize = 8;

/// Rows of `strips` side by side, by columns.
fn by_columns(target: &mut Vec<f32>, strips: &[Strip], tokens: usize) {
    target.clear();
    target.resize(strips.iter().map(|strip| strip.width).sum::<usize>() * tokens, 0.0);
    let mut start = 0;
    for strip in strips {
        let part = &mut target[start * tokens..][..strip.width * tokens];
        // Eight tokens at a time: as many numbers of a column lie side by side.
        let mut token = 0;
        while token + BLOCK <= tokens {
            let rows: [&[f32]; BLOCK] = std::array::from_fn(|at| strip.row(token + at));
            for (column, values) in part.chunks_exact_mut(tokens).enumerate() {
                let values: &mut [f32; BLOCK] = (&mut values[token..token + BLOCK]).try_into().expect("a block");
                *values = rows.map(|row| row[column]);
            }
            token += BLOCK;
        }
        for token in token..tokens {
            for (values, value) in part.chunks_exact_mut(tokens).zip(strip.row(token)) {
                values[token] = *value;
            }
        }
        start += strip.width;
    }
}

impl Head {
    /// Takes the keys of a sequence; a forward pass needs no more.
    pub fn load(&mut self, keys: &[Strip], tokens: usize) {
        by_columns(&mut self.columns, keys, tokens);
        self.tokens = tokens;
        self.width = keys.iter().map(|strip| strip.width).sum();
    }

    /// What the backward pass needs on top of [`Self::load`].
    pub fn load_backward(&mut self, keys: &[Strip], value: Strip, tokens: usize) {
        self.tokens = tokens;
        self.width = keys.iter().map(|strip| strip.width).sum();
        by_columns(&mut self.value_columns, &[value], tokens);
        self.keys.clear();
        for token in 0..tokens {
            for strip in keys {
                self.keys.extend_from_slice(strip.row(token));
            }
        }
        self.d_keys.clear();
        self.d_keys.resize(self.keys.len(), 0.0);
    }

    fn load_query(&mut self, queries: &[Strip], query: usize, scale: f32) {
        self.query.clear();
        for strip in queries {
            self.query.extend_from_slice(strip.row(query));
        }
        for value in &mut self.query {
            *value *= scale;
        }
    }

    /// One row of scores, added to what is in `scores`.
    pub fn add_scores(&mut self, queries: &[Strip], query: usize, scale: f32, scores: &mut [f32]) {
        self.load_query(queries, query, scale);
        add_rows(scores, &self.query, &self.columns, self.tokens);
    }

    /// One row of weights and what it takes from the values, added to `context`.
    pub fn forward(
        &mut self,
        queries: &[Strip],
        value: Strip,
        scale: f32,
        row: &Row,
        weights: &mut [f32],
        context: &mut [f32],
    ) {
        match row.shared {
            Some(shared) => weights.copy_from_slice(shared),
            None => weights.fill(0.0),
        }
        self.add_scores(queries, row.query, scale, weights);
        softmax(weights);
        match row.noise {
            None => add_rows(context, weights, value.values, value.stride),
            Some(noise) => {
                self.work.clear();
                self.work.extend(weights.iter().zip(noise).map(|(weight, noise)| weight * noise));
                add_rows(context, &self.work, value.values, value.stride);
            }
        }
    }

    /// The gradients of one row, from that of its context. Those of the keys are added to [`Self::d_keys`], that of the query is
    /// left in [`Self::d_query`], those of the shared scores and of the values are added to `d_shared` and `d_value`.
    ///
    /// # Equation
    /// `dw_j = noise_j dO . v_j`, `ds_j = w_j (dw_j - sum over k of w_k dw_k)`, `dv_j = noise_j w_j dO`,
    /// `dq = scale sum over j of ds_j k_j`, `dk_j = scale ds_j q`
    #[allow(clippy::too_many_arguments, reason = "streams in, gradients out")]
    pub fn backward(
        &mut self,
        queries: &[Strip],
        scale: f32,
        row: &Row,
        weights: &[f32],
        d_context: &[f32],
        d_shared: Option<&mut [f32]>,
        (d_value, stride): (&mut [f32], usize),
    ) {
        self.load_query(queries, row.query, scale);
        let seen = weights.len();
        self.work.clear();
        self.work.resize(seen, 0.0);
        add_rows(&mut self.work, d_context, &self.value_columns, self.tokens);
        if let Some(noise) = row.noise {
            for (d, noise) in self.work.iter_mut().zip(noise) {
                *d *= noise;
            }
            let dropped: Vec<f32> = weights.iter().zip(noise).map(|(weight, noise)| weight * noise).collect();
            add_outer(d_value, stride, &dropped, d_context);
        } else {
            add_outer(d_value, stride, weights, d_context);
        }
        let mean = dot(weights, &self.work);
        for (d, weight) in self.work.iter_mut().zip(weights) {
            *d = weight * (*d - mean);
        }
        if let Some(d_shared) = d_shared {
            for (sum, d) in d_shared.iter_mut().zip(&self.work) {
                *sum += d;
            }
        }
        self.d_query.clear();
        self.d_query.resize(self.width, 0.0);
        add_rows(&mut self.d_query, &self.work, &self.keys, self.width);
        for d in &mut self.d_query {
            *d *= scale;
        }
        add_outer(&mut self.d_keys, self.width, &self.work, &self.query);
    }
}
