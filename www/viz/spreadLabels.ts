/** Moves labels apart so that neighbours keep `gap` pixels, as little as possible in the sense of least squares, inside
 *  [low, high]. Returns the new centres in the order given. When there is no room for all, they share it evenly. */
export function spreadLabels(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const count = wanted.length;
  if (count === 0) return [];
  const step = count > 1 ? Math.min(gap, (high - low) / (count - 1)) : 0;
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);

  // Pool neighbours that collide: a block of labels sits at the mean of what its members want.
  interface Block {
    sum: number;
    size: number;
  }
  const blocks: Block[] = [];
  const meanOf = (block: Block) => block.sum / block.size;
  order.forEach((label, rank) => {
    let block: Block = { sum: (wanted[label] ?? 0) - rank * step, size: 1 };
    for (let last = blocks.at(-1); last && meanOf(last) >= meanOf(block); last = blocks.at(-1)) {
      block = { sum: last.sum + block.sum, size: last.size + block.size };
      blocks.pop();
    }
    blocks.push(block);
  });

  const most = high - (count - 1) * step;
  const placed = new Array<number>(count).fill(low);
  let rank = 0;
  for (const block of blocks) {
    const base = Math.min(Math.max(meanOf(block), low), Math.max(low, most));
    for (let i = 0; i < block.size; i++, rank++) {
      const label = order[rank];
      if (label !== undefined) placed[label] = base + rank * step;
    }
  }
  return placed;
}
