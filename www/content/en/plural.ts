/** A count with its noun: "1 epoch", "12 epochs". `count` as it is written, `one` its singular. */
export const plural = (count: string, one: string): string => `${count} ${count === "1" ? one : `${one}s`}`;
