// The state of the page as a query string, and back: what the field table says, and nothing else. Only what differs from the defaults is
// written. Reading never throws: every value is checked, a bad one is as good as absent, and the page names it.
import { panelsLeft } from "../panels";
import type { Experiment } from "./experiment";
import { FIELD_NAMES, FIELDS, type FieldName, fieldOf, MOST_RANK_CLICKS, type Patch } from "./fields";

export interface Link {
  readonly patch: Patch;
  /** "key=text" of everything that was left out, or "key=part" where the rest was read. */
  readonly dropped: readonly string[];
}

const MOST_TEXT = 40;
const MOST_SESSIONS = 20_000;

/** In a value's place: as it is without a link, where what the link is written against says otherwise. */
const BACK = "-";

/** How what was left out is named. */
export function leftOut(key: string, text: string): string {
  return `${key}=${text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text}`;
}

/** Reads a query string, with or without its question mark. */
export function readLink(search: string): Link {
  const params = withKeysOfNow(new URLSearchParams(search));
  const dropped = new Set<string>();
  const drop = (key: string, part = params.get(key) ?? "") => dropped.add(leftOut(key, part));
  const known = new Set(FIELD_NAMES.flatMap((name) => [...FIELDS[name].keys]));
  // Of a key that is there twice, the first counts.
  for (const [key, text] of params) if (!known.has(key) || text !== params.get(key)) drop(key, text);
  const patch: Partial<Record<FieldName, unknown>> = {};
  for (const name of FIELD_NAMES) {
    const { keys, read } = fieldOf(name);
    if (!keys.some((key) => params.has(key))) continue;
    const get = (key: string) => (params.get(key) === BACK ? null : params.get(key));
    const value = keys.some((key) => get(key) !== null) ? read(get, drop) : FIELDS[name].fallback;
    if (value === null) for (const key of keys.filter((one) => params.has(one))) drop(key);
    else patch[name] = value;
  }
  const { view = [], hide = [], embed } = patch as Patch;
  if (!embed && panelsLeft(view, hide).length === 0) {
    for (const key of ["view", "hide"] as const) {
      delete patch[key];
      if (params.has(key)) drop(key);
    }
  }
  return { patch: asOfNow(patch as Patch, params.has("ab")), dropped: [...dropped] };
}

/** Links of before called the sessions of a shop what is now the number of clicks of the rank panel, which are never as many. */
function withKeysOfNow(params: URLSearchParams): URLSearchParams {
  const sessions = params.get("n");
  if (
    sessions === null ||
    params.has("sessions") ||
    !(Number(sessions) > MOST_RANK_CLICKS && Number(sessions) <= MOST_SESSIONS)
  )
    return params;
  return new URLSearchParams([...params].map(([key, text]) => [key === "n" ? "sessions" : key, text]));
}

/** Links of before named the models side by side together with the panel that they stood in; they have one of their own now. */
function asOfNow(patch: Patch, namesSides: boolean): Patch {
  return patch.panel === "compare" && namesSides ? { ...patch, panel: "side" } : patch;
}

/** The query string of a state, "" when nothing differs from the defaults. */
export function writeLink(state: Experiment, defaults: Experiment): string {
  const parts = FIELD_NAMES.filter((name) => isWritten(state, name)).flatMap((name) => {
    const { write } = fieldOf(name);
    const [now, before] = [write(state[name]), write(defaults[name])];
    if (JSON.stringify(now) === JSON.stringify(before)) return [];
    const gone = before.filter(([key]) => now.every(([other]) => other !== key));
    return [...now, ...gone.map(([key]) => [key, BACK] as const)];
  });
  return parts.map(([key, text]) => `${key}=${text}`).join("&");
}

function isWritten({ data, model, sides, panel }: Experiment, name: FieldName): boolean {
  // Item ids of the visitor's own files mean nothing to anybody else.
  if (data.kind === "own") return FIELDS[name].scope !== "data" && name !== "data" && name !== "model";
  // What was trained here stays here.
  if (name === "model") return !model.includes(":");
  // Together with this panel it would be read as a link of before.
  if (name === "sides") return panel !== "compare" && sides.every((id) => !id.includes(":"));
  return true;
}
