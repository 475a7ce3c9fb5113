// How single values stand in a link. Reading never throws: what cannot be read is null, and whoever asked names it.
import { SYSTEM_IDS } from "./systemIds";

/** Longest session the page keeps. More than any model here reads, few enough to draw. */
export const MAX_SESSION = 200;
const MAX_ID = 1_000_000;
/** What chance is drawn from: 32 bits. */
export const MOST_SEED = 2 ** 32 - 1;

export interface Codec<Value> {
  /** Null: nothing that could be meant. `drop` gets what was left out where the rest was read. */
  readonly read: (text: string, drop?: (part: string) => void) => Value | null;
  readonly write: (value: Value) => string;
}

function whole(text: string, least: number, most: number): number | null {
  if (!/^\d{1,10}$/.test(text)) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}

export function integer(least: number, most: number): Codec<number> {
  return { read: (text) => whole(text, least, most), write: String };
}

/** Counted from 1 in a link, as people count, and from 0 inside. */
export function ordinal(most: number): Codec<number> {
  return {
    read: (text) => {
      const value = whole(text, 1, most);
      return value === null ? null : value - 1;
    },
    write: (value) => String(value + 1),
  };
}

export function oneOf<Value extends string | number>(values: readonly Value[]): Codec<Value> {
  return { read: (text) => values.find((value) => String(value) === text) ?? null, write: String };
}

/** "1": on. Off is the fallback, which is never written. */
export const flag: Codec<boolean> = { read: (text) => (text === "1" ? true : null), write: (on) => (on ? "1" : "0") };

interface Many {
  readonly separator?: string;
  readonly least?: number;
  readonly most?: number;
}

/** Some of the values, each once, in the order of the link. Null where fewer than the least of them are known. */
export function someOf<Value extends string>(values: readonly Value[], many: Many = {}): Codec<readonly Value[]> {
  const { separator = ".", least = 1, most = values.length } = many;
  return {
    read: (text, drop) => {
      const parts = [...new Set(text.split(separator))];
      const known = parts.flatMap((part) => values.find((value) => value === part) ?? []).slice(0, most);
      if (known.length < least) return null;
      const left = parts.filter((part) => part !== "" && !known.some((value) => value === part));
      if (left.length > 0) drop?.(left.join(separator));
      return known;
    },
    write: (list) => list.join(separator),
  };
}

/** Item ids, oldest first; the newest are kept where there are too many. Which of them the data has is known when it is open. */
export const itemIds: Codec<readonly number[]> = {
  read: (text, drop) => {
    // An empty session is written as nothing at all.
    if (text === "") return [];
    const parts = text.split(".").map((part) => ({ part, id: whole(part, 1, MAX_ID) }));
    const ids = parts.flatMap(({ id }) => id ?? []);
    if (ids.length === 0) return null;
    const none = parts.filter(({ part, id }) => part !== "" && id === null).map(({ part }) => part);
    for (const left of [ids.slice(0, -MAX_SESSION), none]) if (left.length > 0) drop?.(left.join("."));
    return ids.slice(-MAX_SESSION);
  },
  write: (ids) => ids.join("."),
};

/** The same, at least one of them. */
export const someItemIds: Codec<readonly number[]> = {
  read: (text, drop) => (text === "" ? null : itemIds.read(text, drop)),
  write: itemIds.write,
};

/** The id of a system. Which of them the data has a model of is known when it is open. */
export const systemId: Codec<string> = oneOf<string>(SYSTEM_IDS);

export function systemIds(least: number, most: number): Codec<readonly string[]> {
  return someOf<string>(SYSTEM_IDS, { least, most });
}

/** A name of a lecture or of one of its steps. Which there are is known when the lecture is open. */
export const lectureName: Codec<string> = {
  read: (text) => (/^[a-z][a-z0-9-]{0,39}$/.test(text) ? text : null),
  write: (name) => name,
};

/** Names of lines of a chart. Which it has is known when it is drawn. */
export const lines: Codec<readonly string[]> = {
  read: (text) => (/^[a-z][a-z0-9_.-]{0,99}$/.test(text) ? text.split(".") : null),
  write: (list) => list.join("."),
};

const MOST_LETTERS = 16;

/** Single letters, each once: sources by the letter that the page gives them. */
export const letters: Codec<readonly string[]> = {
  read: (text, drop) => {
    const all = [...new Set(text)];
    const found = all.filter((letter) => /\p{L}/u.test(letter)).slice(0, MOST_LETTERS);
    if (found.length === 0) return null;
    const left = all.filter((letter) => !found.includes(letter));
    if (left.length > 0) drop?.(left.join(""));
    return found;
  },
  write: (list) => list.join(""),
};

/** One such letter. */
export const oneLetter: Codec<string> = {
  read: (text) => (/^\p{L}$/u.test(text) ? text : null),
  write: (letter) => letter,
};

export const itemId: Codec<number> = integer(1, MAX_ID);

/** The scores of a source times a factor: in one layer, or in all. */
export interface SourceFactor {
  readonly letter: string;
  /** Null: every layer. */
  readonly layer: number | null;
  /** 0 to 2. */
  readonly factor: number;
}

const MOST_FACTORS = 64;
const FACTOR = /^(\p{L})(\d(?:\.\d{1,2})?)(?:@(\d{1,2}))?$/u;

function oneFactor(text: string): SourceFactor | null {
  const [, letter = "", number = "", layer] = FACTOR.exec(text) ?? [];
  const factor = Number(number);
  const place = layer === undefined ? null : whole(layer, 1, 16);
  if (letter === "" || factor > 2 || (layer !== undefined && place === null)) return null;
  return { letter, factor, layer: place === null ? null : place - 1 };
}

/** "B0.5,C2@1": brand halved everywhere, category doubled in the first layer. */
export const factors: Codec<readonly SourceFactor[]> = {
  read: (text, drop) => {
    const parts = text.split(",").map((part) => ({ part, found: oneFactor(part) }));
    const found = parts.flatMap((part) => part.found ?? []).slice(0, MOST_FACTORS);
    if (found.length === 0) return null;
    const left = parts.filter((part) => !part.found && part.part !== "").map(({ part }) => part);
    if (left.length > 0) drop?.(left.join(","));
    return found;
  },
  write: (all) =>
    all.map(({ letter, factor, layer }) => `${letter}${factor}${layer === null ? "" : `@${layer + 1}`}`).join(","),
};

/** A cell of a map: the row that looks and the column it looks at, both from the oldest slot (0). */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** "3.1": row, column, from 1. Whether a row may look at a later column depends on the model. */
export const cell: Codec<Cell> = {
  read: (text) => {
    const parts = /^(\d{1,3})\.(\d{1,3})$/.exec(text);
    const row = whole(parts?.[1] ?? "", 1, MAX_SESSION);
    const column = whole(parts?.[2] ?? "", 1, MAX_SESSION);
    return row === null || column === null ? null : { row: row - 1, column: column - 1 };
  },
  write: ({ row, column }) => `${row + 1}.${column + 1}`,
};

/** The origin of a page that may send and receive messages; nothing else of its address. */
export const origin: Codec<string> = {
  read: (text) => {
    try {
      const { origin: found, protocol } = new URL(text);
      return protocol === "https:" || protocol === "http:" ? found : null;
    } catch {
      return null;
    }
  },
  write: encodeURIComponent,
};
