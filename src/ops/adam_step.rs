/// The numbers of one update by Adam.
#[derive(Debug, Clone, Copy)]
pub struct AdamStep {
    /// `beta_1` and `beta_2`.
    pub betas: (f32, f32),
    /// The learning rate times `sqrt(1 - beta_2^t) / (1 - beta_1^t)`.
    pub rate: f32,
    /// Epsilon times `sqrt(1 - beta_2^t)`: both corrections are in one factor, and the epsilon is scaled with them.
    pub epsilon: f32,
}
