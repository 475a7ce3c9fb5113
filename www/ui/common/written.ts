// How probabilities and signed numbers beside each other are written: small ones with more digits, so that they say something.
import { percent, signed } from "./format";

const MOST_DIGITS = 3;

function digitsOf(probability: number): number {
  return probability >= 0.01 ? 1 : probability >= 0.001 ? 2 : MOST_DIGITS;
}

/** A probability beside the one that it is compared with: "20.5 %" and "0.2 %", or "0.056 %" and "12.6 %". */
export function percentBeside(probability: number, base: number): string {
  return percent(probability, Math.min(digitsOf(probability), digitsOf(base)));
}

/** The end of an axis with as many digits as it has: "16 %", "2.5 %", "0.12 %". */
export function axisText(end: number): string {
  const digits = Array.from({ length: MOST_DIGITS }, (_, index) => index);
  const isWhole = (at: number) => Math.abs(end * 10 ** (2 + at) - Math.round(end * 10 ** (2 + at))) < 1e-6;
  return percent(end, digits.find(isWhole) ?? MOST_DIGITS);
}

/** Signed numbers with two digits of the largest of them, at least two behind the point. */
export function signedBy(values: readonly number[]): (value: number) => string {
  const most = Math.max(0, ...values.map(Math.abs));
  const digits = most > 0 ? Math.min(5, Math.max(2, 1 - Math.floor(Math.log10(most)))) : 2;
  return (value) => signed(value, digits);
}
