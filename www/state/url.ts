// The state of the page as a query string, and back. Only what differs from the defaults is written. Reading never throws:
// every value is checked, a bad one is as good as absent.
import type { Preset, ProcessWeights, SyntheticConfig } from "../engine.ts";
import {
  type Experiment,
  type FocusCell,
  LANGUAGES,
  MAX_SESSION,
  PANELS,
  THEMES,
  TOP_K,
  type TopK,
} from "./experiment";

const PRESETS: readonly Preset[] = ["brand_loyal", "department_chains", "side_information_useless"];
const RULES = ["chain", "brand", "price", "transition", "noise"] as const;
const MAX_ID = 1_000_000;
const MAX_SEED = 2 ** 32 - 1;
const MAX_LAYERS = 16;
const MAX_HEADS = 16;
const MOST_SIDES = 4;
/** What the generator accepts. */
const SESSIONS = { least: 50, most: 20_000 };

/** The part of the experiment that a link carries; what it does not name stays as it is. */
export type LinkedState = Partial<
  Pick<
    Experiment,
    | "session"
    | "pinned"
    | "focus"
    | "layer"
    | "head"
    | "model"
    | "sides"
    | "k"
    | "excludeSeen"
    | "panel"
    | "theme"
    | "language"
  >
>;

export interface Link {
  readonly state: LinkedState;
  /** The synthetic data the link was made with; null: the data the page comes with. */
  readonly data: SyntheticConfig | null;
}

function integer(text: string | null, least: number, most: number): number | null {
  if (text === null || !/^\d{1,10}$/.test(text)) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}

function oneOf<Value extends string>(text: string | null, values: readonly Value[]): Value | null {
  return values.find((value) => value === text) ?? null;
}

function ids(text: string | null): number[] | null {
  if (text === null) return null;
  return text
    .slice(0, 8 * MAX_SESSION)
    .split(".")
    .flatMap((part) => integer(part, 1, MAX_ID) ?? [])
    .slice(-MAX_SESSION);
}

/** Ids of systems; whether there are such systems is known once their list is here. */
function systems(text: string | null): string[] {
  return [...new Set((text ?? "").split("."))].filter((id) => /^[a-z0-9_-]{1,24}$/.test(id));
}

function focusCell(text: string | null): FocusCell | null {
  const parts = /^(\d{1,3})\.(\d{1,3})$/.exec(text ?? "");
  const row = integer(parts?.[1] ?? null, 1, MAX_SESSION);
  const column = integer(parts?.[2] ?? null, 1, MAX_SESSION);
  // Whether a row may look at a later column depends on the model; the store knows it.
  return row === null || column === null ? null : { row: row - 1, column: column - 1, pinned: true };
}

function processWeights(text: string | null): ProcessWeights | null {
  const parts = (text ?? "").split("_");
  if (parts.length !== RULES.length || !parts.every((part) => /^[01](\.\d{1,4})?$/.test(part))) return null;
  const [chain = 0, brand = 0, price = 0, transition = 0, noise = 0] = parts.map((part) => Math.min(1, Number(part)));
  return chain + brand + price + transition + noise > 0 ? { chain, brand, price, transition, noise } : null;
}

function syntheticConfig(params: URLSearchParams): SyntheticConfig | null {
  const preset = oneOf(params.get("data"), PRESETS);
  const seed = integer(params.get("seed"), 0, MAX_SEED);
  if (preset === null || seed === null) return null;
  const sessions = integer(params.get("n"), SESSIONS.least, SESSIONS.most);
  const weights = processWeights(params.get("w"));
  return { preset, seed, ...(sessions === null ? {} : { sessions }), ...(weights === null ? {} : { weights }) };
}

/** Reads a query string, with or without its question mark. */
export function readLink(search: string): Link {
  const params = new URLSearchParams(search);
  const session = ids(params.get("s"));
  const pinned = ids(params.get("base"));
  const focus = focusCell(params.get("cell"));
  const layer = integer(params.get("layer"), 1, MAX_LAYERS);
  const head = params.get("head") === "mean" ? "mean" : integer(params.get("head"), 1, MAX_HEADS);
  const data = syntheticConfig(params);
  const [model] = systems(params.get("m"));
  const sides = systems(params.get("ab")).slice(0, MOST_SIDES);
  const k = TOP_K.find((value): value is TopK => String(value) === params.get("k"));
  const panel = oneOf(params.get("panel"), PANELS);
  const theme = oneOf(params.get("theme"), THEMES);
  const language = oneOf(params.get("lang"), LANGUAGES);
  return {
    state: {
      ...(session === null ? {} : { session }),
      ...(pinned === null || pinned.length === 0 ? {} : { pinned }),
      ...(focus === null ? {} : { focus }),
      ...(layer === null ? {} : { layer: layer - 1 }),
      ...(head === null ? {} : { head: head === "mean" ? head : head - 1 }),
      ...(model === undefined || data ? {} : { model }),
      ...(sides.length < 2 || data ? {} : { sides }),
      ...(k === undefined ? {} : { k }),
      ...(params.get("new") === "1" ? { excludeSeen: true } : {}),
      ...(panel === null ? {} : { panel }),
      ...(theme === null ? {} : { theme }),
      ...(language === null ? {} : { language }),
    },
    data,
  };
}

function rounded(value: number): string {
  return String(Math.round(value * 1e4) / 1e4);
}

/**
 * The query string of a state, "" when nothing differs from `defaults`. `data` is null for the data the page comes with and
 * undefined for the visitor's own files, whose item ids mean nothing to anybody else.
 */
export function writeLink(state: Experiment, defaults: Experiment, data: SyntheticConfig | null | undefined): string {
  const parts: string[] = [];
  const put = (key: string, value: string | number) => parts.push(`${key}=${value}`);
  if (data) {
    put("data", data.preset);
    put("seed", data.seed);
    if (data.sessions !== undefined) put("n", data.sessions);
    const { weights } = data;
    if (weights) put("w", RULES.map((rule) => rounded(weights[rule])).join("_"));
  }
  if (data !== undefined) {
    const isDefault = data === null && state.session.join() === defaults.session.join();
    if (!isDefault && (data === null || state.session.length > 0)) put("s", state.session.join("."));
    if (state.pinned && state.pinned.length > 0) put("base", state.pinned.join("."));
    if (state.focus?.pinned) put("cell", `${state.focus.row + 1}.${state.focus.column + 1}`);
  }
  if (data === null && state.model !== defaults.model) put("m", state.model);
  if (data === null && state.sides.length > 0) put("ab", state.sides.join("."));
  if (state.layer !== defaults.layer) put("layer", state.layer + 1);
  if (state.head !== defaults.head) put("head", state.head === "mean" ? "mean" : state.head + 1);
  if (state.k !== defaults.k) put("k", state.k);
  if (state.excludeSeen) put("new", 1);
  if (state.panel !== defaults.panel) put("panel", state.panel);
  if (state.theme !== defaults.theme) put("theme", state.theme);
  if (state.language !== defaults.language) put("lang", state.language);
  return parts.join("&");
}
