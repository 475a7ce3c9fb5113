// JSON with the line of every value, so that what is wrong in a file can be found there. The browser's own reader knows no lines, and says
// in its own words, another way in every browser, where it stopped.

interface Placed {
  /** From 1. */
  readonly line: number;
}
export type Json = Placed &
  (
    | { readonly kind: "text"; readonly value: string }
    | { readonly kind: "number"; readonly value: number }
    | { readonly kind: "flag"; readonly value: boolean }
    | { readonly kind: "nothing" }
    | { readonly kind: "list"; readonly items: readonly Json[] }
    | {
        readonly kind: "object";
        readonly members: ReadonlyMap<string, Json>;
        /** Those whose names come again: as everywhere, the last of a name counts. */
        readonly again: readonly { readonly name: string; readonly json: Json }[];
      }
  );

/** Where a text stops being JSON. */
export interface NotJson {
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** Empty: the text ends there. */
  readonly found: string;
  /** A sign that should stand there, or what kind of thing. */
  readonly expected: string;
}

/** Deeper than anything that is meant. */
const DEEPEST = 16;
const SPACE = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON allows none of them inside a text
const TEXT = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const WORD = /true|false|null/y;

class Stopped extends Error {
  readonly expected: string;
  constructor(expected: string) {
    super(expected);
    this.expected = expected;
  }
}

export function readJson(text: string): { readonly json: Json } | { readonly wrong: NotJson } {
  let at = text.startsWith("\ufeff") ? 1 : 0;
  let [line, lineBegan] = [1, 0];

  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) return null;
    at += found.length;
    return found;
  };
  const skip = () => {
    const from = at;
    take(SPACE);
    for (let place = from; place < at; place++) {
      if (text[place] === "\n") [line, lineBegan] = [line + 1, place + 1];
    }
  };
  const sign = (expected: string) => {
    skip();
    if (text[at] !== expected) throw new Stopped(expected);
    at += 1;
  };
  const isNext = (wanted: string) => {
    skip();
    if (text[at] !== wanted) return false;
    at += 1;
    return true;
  };

  /** What stands between two brackets, apart by commas. */
  const members = (close: string, one: () => void) => {
    if (isNext(close)) return;
    for (;;) {
      one();
      if (isNext(close)) return;
      if (!isNext(",")) throw new Stopped(`, ${close}`);
    }
  };

  const value = (depth: number): Json => {
    skip();
    const where = { line };
    if (depth > DEEPEST) throw new Stopped("depth");
    if (isNext("{")) {
      const found = new Map<string, Json>();
      const again: { name: string; json: Json }[] = [];
      members("}", () => {
        skip();
        const key = take(TEXT);
        if (key === null) throw new Stopped('"');
        sign(":");
        const name: string = JSON.parse(key);
        const before = found.get(name);
        if (before) again.push({ name, json: before });
        found.set(name, value(depth + 1));
      });
      return { ...where, kind: "object", members: found, again };
    }
    if (isNext("[")) {
      const items: Json[] = [];
      members("]", () => items.push(value(depth + 1)));
      return { ...where, kind: "list", items };
    }
    const quoted = take(TEXT);
    if (quoted !== null) return { ...where, kind: "text", value: JSON.parse(quoted) };
    const number = take(NUMBER);
    if (number !== null) return { ...where, kind: "number", value: Number(number) };
    const word = take(WORD);
    if (word !== null)
      return word === "null" ? { ...where, kind: "nothing" } : { ...where, kind: "flag", value: word === "true" };
    throw new Stopped("value");
  };

  try {
    const json = value(0);
    skip();
    if (at < text.length) throw new Stopped("end");
    return { json };
  } catch (cause) {
    if (!(cause instanceof Stopped)) throw cause;
    const found = /^\S*/.exec(text.slice(at, at + 40))?.[0] ?? "";
    return { wrong: { line, column: at - lineBegan + 1, found, expected: cause.expected } };
  }
}
