import { percent } from "../common/format";

const MOST_DIGITS = 3;

/** The end of an axis with as many digits as it has: "16 %", "2.5 %", "0.12 %". */
export function axisText(end: number): string {
  const digits = Array.from({ length: MOST_DIGITS }, (_, index) => index);
  const whole = (at: number) => Math.abs(end * 10 ** (2 + at) - Math.round(end * 10 ** (2 + at))) < 1e-6;
  return percent(end, digits.find(whole) ?? MOST_DIGITS);
}
