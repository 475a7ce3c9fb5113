// The whole state of the page as one immutable value, and every way it can change. No DOM, no engine: the store feeds
// actions in, the views read the result, the URL encodes it.

export const PANELS = ["session", "next", "why", "train", "compare", "paper"] as const;
export type Panel = (typeof PANELS)[number];
export const TOP_K = [5, 10, 20] as const;
export type TopK = (typeof TOP_K)[number];
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];
export const LANGUAGES = ["en", "ko"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Longest session the page keeps. More than any model here reads, few enough to draw. */
export const MAX_SESSION = 200;
/** Steps that can be undone. */
const MAX_HISTORY = 200;

/**
 * The cell all maps share. Row: the item that looks; column: the item it looks at; both count from the oldest item the
 * model saw (0), as the rows and columns of an explanation do. A pinned cell ignores the pointer until it is freed.
 */
export interface FocusCell {
  readonly row: number;
  readonly column: number;
  readonly pinned: boolean;
}

/** A held-out session whose true next item the page knows and hides until it is asked. */
export interface RealTarget {
  readonly seed: number;
  readonly target: number;
  readonly revealed: boolean;
}

/** What undo goes back to. */
export interface SessionState {
  readonly items: readonly number[];
  readonly real: RealTarget | null;
}

/** The last edit of the session: what a change of rank is measured against is the list before it. */
export type Change =
  | { readonly kind: "add" | "remove" | "move"; readonly item: number }
  | { readonly kind: "undo" }
  | { readonly kind: "redo" }
  | { readonly kind: "clear" }
  | { readonly kind: "replace" };

export interface Experiment {
  /** Item ids, oldest first. */
  readonly session: readonly number[];
  readonly real: RealTarget | null;
  readonly past: readonly SessionState[];
  readonly future: readonly SessionState[];
  readonly change: Change | null;
  /** The session whose list is the baseline of the rank changes; null: the list before the last edit. */
  readonly pinned: readonly number[] | null;
  readonly focus: FocusCell | null;
  readonly layer: number;
  /** One head, or the mean over all. */
  readonly head: number | "mean";
  /** The ready system that answers; only for the data its weights belong to. */
  readonly model: string;
  /** Ready systems side by side, the first is A; empty: those the page would choose. */
  readonly sides: readonly string[];
  readonly k: TopK;
  readonly excludeSeen: boolean;
  readonly panel: Panel;
  readonly theme: Theme;
  readonly language: Language;
}

export const DEFAULTS: Experiment = {
  session: [],
  real: null,
  past: [],
  future: [],
  change: null,
  pinned: null,
  focus: null,
  layer: 0,
  head: 0,
  model: "dif_sr",
  sides: [],
  k: 10,
  excludeSeen: false,
  panel: "session",
  theme: "system",
  language: "en",
};

export type Action =
  | { readonly type: "add"; readonly item: number }
  | { readonly type: "remove"; readonly index: number }
  | { readonly type: "move"; readonly from: number; readonly to: number }
  | { readonly type: "clear" }
  | { readonly type: "replace"; readonly items: readonly number[]; readonly real?: RealTarget }
  | { readonly type: "reveal" }
  | { readonly type: "undo" }
  | { readonly type: "redo" }
  /** Other data: item ids mean something else now, so nothing of the old session can stay. */
  | { readonly type: "forget" }
  | { readonly type: "pinBaseline" }
  | { readonly type: "unpinBaseline" }
  /** Pointer or arrow keys over a map; null when the pointer leaves. Ignored while a cell is pinned. */
  | { readonly type: "focus"; readonly cell: { readonly row: number; readonly column: number } | null }
  | { readonly type: "pinFocus"; readonly cell: { readonly row: number; readonly column: number } }
  | { readonly type: "freeFocus" }
  | { readonly type: "layer"; readonly layer: number }
  | { readonly type: "head"; readonly head: number | "mean" }
  | { readonly type: "model"; readonly model: string }
  | { readonly type: "sides"; readonly sides: readonly string[] }
  | { readonly type: "k"; readonly k: TopK }
  | { readonly type: "excludeSeen"; readonly on: boolean }
  | { readonly type: "panel"; readonly panel: Panel }
  | { readonly type: "theme"; readonly theme: Theme }
  | { readonly type: "language"; readonly language: Language };

/** The session with a new list; the old one goes on the undo stack. */
function edit(state: Experiment, items: readonly number[], change: Change, real: RealTarget | null): Experiment {
  return {
    ...state,
    session: items.slice(-MAX_SESSION),
    real,
    past: [...state.past, { items: state.session, real: state.real }].slice(-MAX_HISTORY),
    future: [],
    change,
    focus: null,
  };
}

function moved(items: readonly number[], from: number, to: number): number[] {
  const rest = items.filter((_, index) => index !== from);
  const item = items[from];
  return item === undefined ? [...items] : [...rest.slice(0, to), item, ...rest.slice(to)];
}

export function reduce(state: Experiment, action: Action): Experiment {
  switch (action.type) {
    case "add":
      return edit(state, [...state.session, action.item], { kind: "add", item: action.item }, null);
    case "remove": {
      const item = state.session[action.index];
      if (item === undefined) return state;
      const rest = state.session.filter((_, index) => index !== action.index);
      return edit(state, rest, { kind: "remove", item }, null);
    }
    case "move": {
      const item = state.session[action.from];
      const to = Math.min(Math.max(action.to, 0), state.session.length - 1);
      if (item === undefined || to === action.from) return state;
      return edit(state, moved(state.session, action.from, to), { kind: "move", item }, null);
    }
    case "clear":
      return state.session.length === 0 ? state : edit(state, [], { kind: "clear" }, null);
    case "replace":
      return edit(state, action.items, { kind: "replace" }, action.real ?? null);
    case "reveal":
      return state.real ? { ...state, real: { ...state.real, revealed: true } } : state;
    case "undo": {
      const last = state.past.at(-1);
      if (!last) return state;
      return {
        ...state,
        session: last.items,
        real: last.real,
        past: state.past.slice(0, -1),
        future: [{ items: state.session, real: state.real }, ...state.future],
        change: { kind: "undo" },
        focus: null,
      };
    }
    case "redo": {
      const [next, ...later] = state.future;
      if (!next) return state;
      return {
        ...state,
        session: next.items,
        real: next.real,
        past: [...state.past, { items: state.session, real: state.real }],
        future: later,
        change: { kind: "redo" },
        focus: null,
      };
    }
    case "forget":
      return { ...state, session: [], real: null, past: [], future: [], change: null, pinned: null, focus: null };
    case "pinBaseline":
      return { ...state, pinned: state.session };
    case "unpinBaseline":
      return { ...state, pinned: null };
    case "focus":
      if (state.focus?.pinned) return state;
      if (action.cell?.row === state.focus?.row && action.cell?.column === state.focus?.column) return state;
      return { ...state, focus: action.cell && { ...action.cell, pinned: false } };
    case "pinFocus":
      return { ...state, focus: { ...action.cell, pinned: true } };
    case "freeFocus":
      return state.focus ? { ...state, focus: { ...state.focus, pinned: false } } : state;
    case "layer":
      return { ...state, layer: action.layer };
    case "head":
      return { ...state, head: action.head };
    case "model":
      return { ...state, model: action.model };
    case "sides":
      return { ...state, sides: action.sides };
    case "k":
      return { ...state, k: action.k };
    case "excludeSeen":
      return { ...state, excludeSeen: action.on };
    case "panel":
      return { ...state, panel: action.panel };
    case "theme":
      return { ...state, theme: action.theme };
    case "language":
      return { ...state, language: action.language };
  }
}
