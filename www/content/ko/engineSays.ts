// The engine's English in Korean: the line whose words are there, with the values in its places. Others who speak to the page have
// tables of their own.
import { engineLines } from "./engineLines";
import { type Particle, particle } from "./particle";

const PLACE = /\{([*=]?)(\w+)\}/;
/** What may stand in a place, by its kind. Any text may be none at all: an empty cell of a file. */
const MAY_STAND: Readonly<Record<string, string>> = { "": "\\S+?", "*": ".*?", "=": ".+?" };
const FILLED = /\{(\w+)(?::([가-힣]+))?\}/g;

interface Line {
  readonly pattern: RegExp;
  readonly korean: string;
  /** Places whose text has a line of its own. */
  readonly said: ReadonlySet<string>;
  /** It opens with another line, so it is the outer one of the two. */
  readonly isOuter: boolean;
  /** Letters that have to be there: of two lines that fit, the one with more of them is meant. */
  readonly letters: number;
}

function lineOf([english, korean]: [string, string]): Line {
  // Words, then for every place its kind, its name and the words after it.
  const [first = "", ...rest] = english.split(new RegExp(PLACE, "g"));
  let pattern = escaped(first);
  let letters = first.length;
  const said = new Set<string>();
  for (let at = 0; at < rest.length; at += 3) {
    const [kind = "", name = "", words = ""] = rest.slice(at, at + 3);
    if (kind === "=") said.add(name);
    pattern += `(?<${name}>${MAY_STAND[kind]})${escaped(words)}`;
    letters += words.length;
  }
  return { pattern: new RegExp(`^${pattern}$`, "su"), korean, said, isOuter: english.startsWith("{="), letters };
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

/** Says by the lines of a table; null where none has these words. */
export function saysBy(table: Readonly<Record<string, string>>): (text: string) => string | null {
  let lines: readonly Line[] | undefined;
  return function says(text) {
    // Most visits hear nothing: the patterns wait for the first text.
    lines ??= Object.entries(table)
      .map(lineOf)
      .sort((one, other) => Number(other.isOuter) - Number(one.isOuter) || other.letters - one.letters);
    let best: Said | null = null;
    for (const line of lines) {
      const found = line.pattern.exec(text);
      if (!found) continue;
      const said = filled(line, found.groups ?? {}, says);
      if (best === null || said.unknown < best.unknown) best = said;
      if (best.unknown === 0) break;
    }
    return best?.text ?? null;
  };
}

/** Null where no line has these words. */
export const engineSays = saysBy(engineLines);

interface Said {
  readonly text: string;
  /** Parts that should have a line and have none: of two lines that fit, the one that cuts a text at other places is meant. */
  readonly unknown: number;
}

function filled(line: Line, values: Readonly<Record<string, string>>, says: (text: string) => string | null): Said {
  let unknown = 0;
  const text = line.korean.replace(FILLED, (place, name: string, form: string | undefined) => {
    const value = values[name];
    if (value === undefined) return place;
    const own = line.said.has(name) ? says(value) : value;
    if (own === null) unknown += 1;
    const word = own ?? asItIs(value);
    return form === undefined ? word : word + particle(word, form as Particle);
  });
  return { text, unknown };
}

/** English that nobody has put into Korean is called so; names and numbers are neither. */
export function asItIs(text: string): string {
  return /[A-Za-z]{2,} [A-Za-z]{2,}/.test(text) ? `${text} (영어 원문)` : text;
}
