// A lecture from a file, or from a link: everything in it is checked, what is not understood is named and left out, and where something has
// the wrong shape the file is refused with its line. Words are words: nothing in them is ever markup.

import type { LanguageCode } from "../../../content/language";
import type { Asked, ClickWords, OwnWords, StepWords } from "../../../content/lecture/lecture";
import { lectureName } from "../../../state/codecs";
import { DEFAULTS } from "../../../state/experiment";
import { FIELDS, type FieldName, LANGUAGES } from "../../../state/fields";
import { leftOut, readLink, writeLink } from "../../../state/link";
import { freeName, isOfBase } from "./edits";
import { FORMAT, VERSION } from "./fileForm";
import { readJson } from "./json";
import {
  BASES,
  type BaseId,
  FRESH_SECONDS,
  isBase,
  MINUTES,
  MOST_ASKED,
  MOST_CLICKS,
  MOST_MINUTES,
  MOST_NAME,
  MOST_SECONDS,
  MOST_SET,
  MOST_STEPS,
  MOST_TEXT,
  type OwnClick,
  type OwnLecture,
  type OwnStep,
  stepOf,
  stepsOf,
} from "./model";
import { type Left, type Refusal, Refused } from "./refusal";
import { Shape } from "./shape";

export interface Taken {
  readonly lecture: OwnLecture;
  readonly left: readonly Left[];
}
export type Read = Taken | { readonly refusal: Refusal };

export const MOST_BYTES = 1_000_000;

export function readLecture(text: string): Read {
  try {
    if (text.length > MOST_BYTES) refuseWhole(String(text.length), { kind: "small", most: MOST_BYTES });
    const read = readJson(text);
    if ("wrong" in read) {
      const { line, column, found, expected: sign } = read.wrong;
      throw new Refused({ line, column, place: "", found, expected: { kind: "json", sign } });
    }
    const left: Left[] = [];
    return { lecture: lectureFrom(new Shape(read.json, left)), left };
  } catch (cause) {
    if (cause instanceof Refused) return { refusal: cause.refusal };
    throw cause;
  }
}

function refuseWhole(found: string, expected: Refusal["expected"]): never {
  throw new Refused({ line: null, place: "", found, expected });
}

function lectureFrom(file: Shape): OwnLecture {
  if (file.json.kind !== "object") return file.refuse({ kind: "object" });
  const format = file.json.members.get("format");
  if (format?.kind !== "text" || format.value !== FORMAT) {
    const found = format?.kind === "text" ? JSON.stringify(format.value) : "";
    return file.refuse({ kind: "lecture" }, found);
  }
  const version = file.json.members.get("version");
  // Of another version everything else may mean something else.
  if (version?.kind !== "number" || version.value !== VERSION) {
    const found = version ?? { kind: "nothing", line: file.json.line };
    return file.at(found, "version").refuse({ kind: "version", version: VERSION });
  }
  const parts = file.members(["format", "version", "id", "name", "base", "minutes", "steps"]);
  const base = baseFrom(parts.base, file);
  return {
    id: idFrom(parts.id ?? missing(file, "id")),
    name: parts.name?.text(MOST_NAME) ?? "",
    base,
    minutes: parts.minutes?.whole(1, MOST_MINUTES) ?? MINUTES[base],
    steps: parts.steps ? stepsFrom(parts.steps, base) : stepsOf(base),
  };
}

/** A part that has to be there, as if it were empty. */
const missing = (of: Shape, name: string): Shape => of.at({ kind: "nothing", line: of.json.line }, name);

function baseFrom(part: Shape | undefined, file: Shape): BaseId {
  const id = (part ?? missing(file, "base")).json;
  if (id.kind === "text" && isBase(id.value)) return id.value;
  return (part ?? missing(file, "base")).refuse({ kind: "base", bases: BASES });
}

/** It stands in links, and none of ours is called so. */
function idFrom(part: Shape): string {
  const { json } = part;
  const isFree = json.kind === "text" && lectureName.read(json.value) !== null && !isBase(json.value);
  return isFree ? json.value : part.refuse({ kind: "id" });
}

function stepsFrom(list: Shape, base: BaseId): readonly OwnStep[] {
  const steps: OwnStep[] = [];
  for (const item of list.items(MOST_STEPS)) {
    const step = stepFrom(item, base);
    if (step && steps.some(({ name }) => name === step.name)) item.refuse({ kind: "other" }, JSON.stringify(step.name));
    if (step) steps.push(step);
  }
  // What a file does not name is not given, and can be brought back.
  const missed = stepsOf(base).filter(({ name }) => !steps.some((step) => isOfBase(step) && step.name === name));
  const taken = missed.find(({ name }) => steps.some((step) => step.name === name));
  if (taken) list.refuse({ kind: "other" }, JSON.stringify(taken.name));
  return [...steps, ...missed.map((step) => ({ ...step, isHidden: true }))];
}

/** Null: a step that this page has not, which is left out. */
function stepFrom(item: Shape, base: BaseId): OwnStep | null {
  if (item.json.kind === "text") {
    const step = stepOf(base, item.json.value);
    if (!step) item.leave(item.json.value.slice(0, MOST_NAME), "base");
    return step;
  }
  const parts = item.members(["step", "from", "hidden", "words", "clicks"]);
  const named = parts.step ?? missing(item, "step");
  const name = named.text(MOST_NAME);
  if (lectureName.read(name) === null) named.refuse({ kind: "name" });
  const from = parts.from?.text(MOST_NAME) ?? (stepOf(base, name) ? name : null);
  const before = from === null ? null : stepOf(base, from);
  if ((from !== null && !before) || (from === null && !parts.clicks)) {
    item.leave(from ?? name, "base");
    return null;
  }
  const clicks = parts.clicks ? clicksFrom(parts.clicks, before) : (before?.clicks ?? []);
  if (clicks.length === 0) parts.clicks?.refuse({ kind: "list" }, "[]");
  return {
    ...{ name, of: from, clicks },
    isHidden: parts.hidden?.flag() ?? before?.isHidden ?? false,
    words: parts.words ? wordsFrom(parts.words, stepWordsFrom) : {},
  };
}

function clicksFrom(list: Shape, before: OwnStep | null): readonly OwnClick[] {
  const clicks: OwnClick[] = [];
  for (const item of list.items(MOST_CLICKS)) {
    const click = clickFrom(item, before);
    const key = freeName(
      clicks.map((one) => one.key),
      click.key,
    );
    clicks.push({ ...click, key });
  }
  const missed = before?.clicks.filter(({ of }) => !clicks.some((click) => click.of === of)) ?? [];
  return [...clicks, ...missed.map((click) => ({ ...click, isHidden: true }))];
}

function clickFrom(item: Shape, before: OwnStep | null): OwnClick {
  const most = (before?.clicks.length ?? 0) - 1;
  const at = (part: Shape): OwnClick =>
    before?.clicks[part.whole(0, most)] ?? part.refuse({ kind: "whole", least: 0, most });
  if (item.json.kind === "number") return at(item);
  const parts = item.members(["from", "hidden", "seconds", "asks", "set", "words"]);
  const from = parts.from ? at(parts.from) : null;
  // What a sub-step of ours puts on the wall is its own.
  if (from) parts.set?.leave(undefined, "fixed");
  return {
    key: from?.key ?? "own",
    of: from?.of ?? null,
    isHidden: parts.hidden?.flag() ?? from?.isHidden ?? false,
    seconds: parts.seconds?.whole(1, MOST_SECONDS) ?? from?.seconds ?? FRESH_SECONDS,
    asks: parts.asks?.flag() ?? from?.asks ?? false,
    set: from ? "" : setFrom(parts.set ?? missing(item, "set")),
    words: parts.words ? wordsFrom(parts.words, clickWordsFrom) : {},
  };
}

/** What a link may say and a step may not: where the lecture is, and what is the visitor's own. */
const NOT_OF_A_STEP: readonly FieldName[] = [
  ...(["lecture", "step", "click", "exercise", "embed", "parent", "theme", "language", "device"] as const),
];

/** What of a query string a step can put on the wall, what this page does not know, and what is of a link alone. */
export function setOf(query: string): {
  readonly set: string;
  readonly dropped: readonly string[];
  readonly fixed: readonly string[];
} {
  const { patch, dropped } = readLink(query);
  const params = new URLSearchParams(query);
  const others = NOT_OF_A_STEP.filter((name) => name in patch).map((name) => {
    const [key] = FIELDS[name].keys;
    return { name, part: leftOut(key, params.get(key) ?? "") };
  });
  const rest = Object.fromEntries(Object.entries(patch).filter(([name]) => !others.some((one) => one.name === name)));
  return {
    set: writeLink({ ...DEFAULTS, ...rest }, DEFAULTS),
    dropped,
    fixed: others.map(({ part }) => part),
  };
}

function setFrom(part: Shape): string {
  if (part.json.kind !== "text") return part.refuse({ kind: "set" });
  const { set, dropped, fixed } = setOf(part.text(MOST_SET));
  for (const one of dropped) part.leave(one);
  for (const one of fixed) part.leave(one, "fixed");
  return set;
}

function wordsFrom<Words>(part: Shape, read: (words: Shape) => Partial<Words>): OwnWords<Words> {
  const found = part.members<LanguageCode>(LANGUAGES);
  return Object.fromEntries(
    LANGUAGES.flatMap((code) => (found[code] ? [[code, read(found[code])] as const] : [])),
  ) as OwnWords<Words>;
}

function textsFrom<Key extends keyof typeof MOST_TEXT>(
  parts: Partial<Record<Key, Shape>>,
): Partial<Record<Key, string>> {
  const texts = Object.entries<Shape | undefined>(parts).flatMap(([key, part]) =>
    part ? [[key, part.text(MOST_TEXT[key as Key])] as const] : [],
  );
  return Object.fromEntries(texts) as Partial<Record<Key, string>>;
}

const clickWordsFrom = (words: Shape): Partial<ClickWords> =>
  textsFrom(words.members(["title", "text", "does", "say", "otherwise"]));

function stepWordsFrom(words: Shape): Partial<StepWords> {
  const { asked, ...texts } = words.members(["name", "fails", "asked"]);
  return { ...textsFrom(texts), ...(asked && { asked: asked.items(MOST_ASKED).map(askedFrom) }) };
}

function askedFrom(item: Shape): Asked {
  return { question: "", answer: "", ...textsFrom(item.members(["question", "answer"])) };
}
