/** The place, from 1, of a rank that is counted from 0. Halves come of equal scores: of the two places in their middle, the better. */
export function placeOf(rank: number): number {
  return Math.floor(rank) + 1;
}
