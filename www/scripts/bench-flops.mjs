// Work of a training step by formula: the multiplications and additions of its matrix products, every slot computed.

/** The sizes that are compared everywhere. The same as in src/cli/bench/sizes.rs. */
export const SIZES = {
  S: { items: 300, values: 20, hidden: 32, attribute: 16, heads: 2, layers: 2, length: 20, batch: 64 },
  M: { items: 1700, values: 19, hidden: 64, attribute: 32, heads: 2, layers: 2, length: 50, batch: 128 },
  L: { items: 12101, values: 600, hidden: 64, attribute: 32, heads: 4, layers: 3, length: 50, batch: 256 },
};

/**
 * Operations of one step of DIF-SR with the fusion sum and one attribute, feed-forward as wide as the hidden stream, one target a
 * sequence scored against all items and all values. The gradient costs twice the forward pass. Position scores count once: they
 * are the same for the whole batch. An engine that leaves out what nobody reads does less and is credited with all of it.
 */
export function stepFlops({ items, values, hidden, attribute, layers, length, batch }) {
  const slots = batch * length;
  const pairs = batch * length * length;
  const projections = 4 * slots * hidden ** 2 + 2 * slots * attribute ** 2 + 2 * length * hidden ** 2;
  const scores = pairs * (hidden + attribute) + length ** 2 * hidden;
  const context = pairs * hidden;
  const feedForward = 2 * slots * hidden ** 2;
  // One row more than there are items or values: padding, and "no value".
  const readOut = batch * hidden * (items + 1 + values + 1);
  return 3 * 2 * (layers * (projections + scores + context + feedForward) + readOut);
}
