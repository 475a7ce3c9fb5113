// The visitor of the lecture, whom the exercises meet again: test session 396 of the shop "brand loyal".
export const VISITOR: readonly number[] = [39, 234, 41, 162, 238, 219, 223, 93];
/** What they click ninth. */
export const NINTH = 221;
