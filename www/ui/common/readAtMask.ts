/** Kinds that append a [MASK] slot to the clicks and are read there: a place for the item to come, which holds none. */
const KINDS: readonly string[] = ["bert4rec", "dif_bert"];

export const readAtMask = (kind: string) => KINDS.includes(kind);
