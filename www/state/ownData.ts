// Data as the engine opens it, by the key that the state holds. Files stay in this visit: the state knows them by a number.
import type { DataSource } from "../worker/client";
import type { DataKey } from "./dataKey";

const files = new Map<number, DataSource>();
let last = 0;

/** Files of the visitor, under a key of their own. */
export function keepFiles(source: DataSource): DataKey {
  last += 1;
  const id = last;
  files.set(id, source);
  return { kind: "own", id };
}

/** Files that could not be opened, or that nothing leads back to. */
export function dropFiles(key: DataKey): void {
  if (key.kind === "own") files.delete(key.id);
}

/** One and the same object for one and the same shop: what is known of data is known by it. */
const shops = new Map<string, DataSource>();

/** Null: files of another visit. */
export function sourceOf(key: DataKey): DataSource | null {
  if (key.kind === "own") return files.get(key.id) ?? null;
  const name = JSON.stringify(key.config);
  const known = shops.get(name) ?? ({ kind: "synthetic", config: key.config } as const);
  shops.set(name, known);
  return known;
}
