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
