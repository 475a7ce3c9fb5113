// How numbers are written that no first view shows.
import { decimal, percent } from "./format";

/** .0908: a score below one as papers print it, without the leading zero. */
export function fraction(value: number, digits = 3): string {
  return decimal(value, digits).replace(/^(−?)0(?=\D)/, "$1");
}

/** A bound 0..1 on a probability, rounded up: what lies below the bound lies below what is written, and that is never 0.0 %. */
export function percentBound(bound: number): string {
  // A product that rounding has put a hair above a whole number is that number.
  return percent(Math.max(1, Math.ceil(bound * 1000 - 1e-9)) / 1000);
}

/** 0:14, 12:05 */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** 2026-11-30: of this machine's own day, as dates stand in files. */
export function isoDate(time: number): string {
  const day = new Date(time);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
