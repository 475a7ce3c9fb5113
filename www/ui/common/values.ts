// Numbers on their way into words: what kind each is, so that it is written as such numbers are everywhere.
/** How a number is written. */
export type Kind = "count" | "percent" | "share" | "weight" | "signed" | "cosine" | "metric" | "printed" | "text";

export interface Value {
  readonly kind: Kind;
  readonly value: number | string;
}

export type Values = Readonly<Record<string, Value>>;

const of =
  (kind: Exclude<Kind, "text">) =>
  (value: number): Value => ({ kind, value });

export const count = of("count");
export const percent = of("percent");
export const share = of("share");
export const weight = of("weight");
export const signed = of("signed");
export const cosine = of("cosine");
export const metric = of("metric");
/** To the digits that papers print. */
export const printed = of("printed");
export const text = (value: string): Value => ({ kind: "text", value });

export const sum = (all: readonly number[]): number => all.reduce((total, value) => total + value, 0);
