import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

export const budgets = JSON.parse(readFileSync(new URL("./budgets.json", import.meta.url), "utf8"));

/** Bytes of a file as it is and as a static host sends it. */
export function sizeOf(file) {
  const content = readFileSync(file);
  return { raw: content.length, gzip: gzipSync(content, { level: 9 }).length };
}

export const kilobytes = (bytes) => `${(bytes / 1000).toFixed(bytes < 100_000 ? 1 : 0)} KB`;
