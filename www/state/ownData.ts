// Data as the engine opens it, by the key that the state holds. Files stay in this visit: the state knows them by a number.
import type { DataSource } from "../worker/client";
import type { DataKey } from "./dataKey";

const files = new Map<number, DataSource>();

/** Files of the visitor, under a key of their own. */
export function keepFiles(source: DataSource): DataKey {
  const id = files.size + 1;
  files.set(id, source);
  return { kind: "own", id };
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
