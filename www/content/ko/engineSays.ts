// The engine's English in Korean: the line whose words are there, with the values in its places.
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

const lines = Object.entries(engineLines)
  .map(lineOf)
  .sort((one, other) => Number(other.isOuter) - Number(one.isOuter) || other.letters - one.letters);

/** Null where no line has these words. */
export function engineSays(text: string): string | null {
  for (const { pattern, korean, said } of lines) {
    const found = pattern.exec(text);
    if (found) return filled(korean, found.groups ?? {}, said);
  }
  return null;
}

function filled(korean: string, values: Readonly<Record<string, string>>, said: ReadonlySet<string>): string {
  return korean.replace(FILLED, (place, name: string, form: string | undefined) => {
    const value = values[name];
    if (value === undefined) return place;
    const word = said.has(name) ? (engineSays(value) ?? asItIs(value)) : value;
    return form === undefined ? word : word + particle(word, form as Particle);
  });
}

/** English that nobody has put into Korean is called so; names and numbers are neither. */
export function asItIs(text: string): string {
  return /[A-Za-z]{2,} [A-Za-z]{2,}/.test(text) ? `${text} (영어 원문)` : text;
}
