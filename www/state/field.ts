// One choice of the visitor: how it stands in a link, what it is before anything was chosen, and how far it reaches.
import type { Codec } from "./codecs";

/**
 * data: means something on the data it was chosen for alone, and goes back to its fallback when other data is opened.
 * page: everything else on the page.
 * visitor: the visitor's own habit, also remembered on their machine; a link outranks what is remembered.
 */
export type Scope = "data" | "page" | "visitor";

export interface Field<Value> {
  /** Keys in the link; the first one names the field there. */
  readonly keys: readonly [string, ...string[]];
  /**
   * Asked only where one of the keys is there. Null: nothing that could be meant. `drop` names a key whose text was left out although
   * the rest was read, or the part of its text that was.
   */
  readonly read: (get: (key: string) => string | null, drop: (key: string, part?: string) => void) => Value | null;
  /** Keys with their texts; none for a value that no link can hold. */
  readonly write: (value: Value) => readonly (readonly [string, string])[];
  readonly fallback: Value;
  readonly scope: Scope;
  /** What earlier versions kept on the visitor's machine, as a query string; undefined for what is one already. */
  readonly upgrade?: (text: string) => string | undefined;
}

/** Reads the parts of a field of several keys. A part that is there and cannot be read is null like one that is not, and is dropped. */
export function partReader(...[get, drop]: Parameters<Field<unknown>["read"]>) {
  return <Value>(key: string, codec: Pick<Codec<Value>, "read">): Value | null => {
    const text = get(key);
    const value = text === null ? null : codec.read(text, (part) => drop(key, part));
    if (text !== null && value === null) drop(key);
    return value;
  };
}

/** A field of one key. */
export function field<Value>(
  key: string,
  codec: Codec<NonNullable<Value>>,
  fallback: Value,
  scope: Scope,
): Field<Value> {
  return {
    keys: [key],
    read: (get, drop) => codec.read(get(key) ?? "", (part) => drop(key, part)),
    write: (value) => (value === null || value === undefined ? [] : [[key, codec.write(value)]]),
    fallback,
    scope,
  };
}
