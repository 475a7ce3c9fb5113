// Every number on the page is written here: true minus sign, the language's own digits and separators, fixed decimals
// so that columns line up under tabular numerals.
import { language } from "../../content/language";

const cache = new Map<string, Intl.NumberFormat>();

function formatter(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language.value}${JSON.stringify(options)}`;
  const known = cache.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(language.value, options);
  cache.set(key, made);
  return made;
}

/** Intl writes a hyphen for "minus"; type wants U+2212. Minus zero is zero. */
function write(value: number, options: Intl.NumberFormatOptions): string {
  if (!Number.isFinite(value)) return "–";
  const text = formatter(options).format(value);
  return text.replace("-", "−");
}

/** 1,234 */
export function count(value: number): string {
  return write(value, { maximumFractionDigits: 0 });
}

/** 0.38 */
export function decimal(value: number, digits = 2): string {
  return write(value, { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: "negative" });
}

/** .0908: a score below one as papers print it, without the leading zero. */
export function fraction(value: number, digits = 3): string {
  return decimal(value, digits).replace(/^(−?)0(?=\D)/, "$1");
}

/** +0.62, −0.18, 0.00 */
export function signed(value: number, digits = 2): string {
  return write(value, { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: "exceptZero" });
}

/** A probability 0..1 as "14.2", for columns headed %. */
export function percentNumber(probability: number, digits = 1): string {
  return decimal(probability * 100, digits);
}

/** A probability 0..1 as "14.2 %", for sentences. */
export function percent(probability: number, digits = 1): string {
  return `${percentNumber(probability, digits)}\u00a0%`;
}

/** A bound 0..1 on a probability, rounded up: what lies below the bound lies below what is written, and that is never 0.0 %. */
export function percentBound(bound: number): string {
  // A product that rounding has put a hair above a whole number is that number.
  return percent(Math.max(1, Math.ceil(bound * 1000 - 1e-9)) / 1000);
}

/** 3.1 ms, 210 ms, 1.8 s */
export function duration(ms: number): string {
  if (ms < 10) return `${decimal(ms, 1)}\u00a0ms`;
  if (ms < 1000) return `${decimal(ms, 0)}\u00a0ms`;
  return `${decimal(ms / 1000, 1)}\u00a0s`;
}

/** 3 ms, 210 ms, 1.8 s: where a tenth of a millisecond says nothing. */
export function wholeDuration(ms: number): string {
  return ms < 1000 ? `${decimal(ms, 0)}\u00a0ms` : duration(ms);
}

/** 12 B, 148 KB, 1.2 MB, 3.6 GB; 1 KB is 1,000 bytes as in the browser's own network panel. */
export function bytes(value: number): string {
  if (value < 1e3) return `${decimal(value, 0)}\u00a0B`;
  if (value < 1e6) return `${decimal(value / 1e3, 0)}\u00a0KB`;
  if (value < 1e9) return `${decimal(value / 1e6, 1)}\u00a0MB`;
  return `${decimal(value / 1e9, 1)}\u00a0GB`;
}

/** 0:14, 12:05 */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
