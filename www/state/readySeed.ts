/** The seed of the shops that have ready models. */
export const READY_SEED = 212;
