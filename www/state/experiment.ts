// The whole state of the page as one immutable value, and every way it can change. No DOM, no engine: actions come in, the views read
// the result, the link holds its fields.
import { MAX_SESSION } from "./codecs";
import { sameData } from "./dataKey";
import { FALLBACKS, type Fields, OTHER_DATA, type Patch, type Quiz } from "./fields";

/** Steps that can be undone. */
const MAX_HISTORY = 200;

/** What undo goes back to. */
export interface SessionState {
  readonly session: Fields["session"];
  readonly quiz: Quiz | null;
}

/** The last edit of the session: what a change of rank is measured against is the list before it. */
export type Change =
  | { readonly kind: "add" | "remove" | "move" | "swap"; readonly item: number }
  | { readonly kind: "undo" }
  | { readonly kind: "redo" }
  | { readonly kind: "clear" }
  | { readonly kind: "replace" };

export interface Experiment extends Fields {
  /** The session that the open data begins with; none for the visitor's own files. */
  readonly example: readonly number[];
  readonly past: readonly SessionState[];
  readonly future: readonly SessionState[];
  readonly change: Change | null;
}

export const DEFAULTS: Experiment = { ...FALLBACKS, example: [], past: [], future: [], change: null };

export type Action =
  /** Any fields at once. Other data takes along whatever means something only on the old. */
  | { readonly type: "set"; readonly patch: Patch }
  /** The data is open: where its sessions begin, and how many items it has. */
  | { readonly type: "opened"; readonly example: readonly number[]; readonly items: number }
  | { readonly type: "add"; readonly item: number }
  | { readonly type: "remove"; readonly index: number }
  | { readonly type: "move"; readonly from: number; readonly to: number }
  /** Several clicks taken out at once, or others put in their places: one step back brings them all. */
  | { readonly type: "edit"; readonly items: readonly number[]; readonly change: Change }
  | { readonly type: "clear" }
  | { readonly type: "replace"; readonly items: readonly number[]; readonly quiz?: Quiz }
  | { readonly type: "undo" }
  | { readonly type: "redo" };

export function itemsOf({ session, example }: Pick<Experiment, "session" | "example">): readonly number[] {
  return session ?? example;
}

/** The session with a new list; the old one goes on the undo stack. */
function edit(state: Experiment, items: readonly number[], change: Change, quiz: Quiz | null): Experiment {
  const { session, quiz: before } = state;
  return {
    ...state,
    session: items.slice(-MAX_SESSION),
    quiz,
    past: [...state.past, { session, quiz: before }].slice(-MAX_HISTORY),
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

function set(state: Experiment, patch: Patch): Experiment {
  if (patch.data === undefined || sameData(patch.data, state.data)) return { ...state, ...patch };
  return { ...state, ...OTHER_DATA, ...patch, example: [], past: [], future: [], change: null };
}

/** Ids that the data has; null, as if none had been named, where it has none of them. */
function known(ids: readonly number[] | null, items: number): readonly number[] | null {
  if (!ids?.some((id) => id >= items)) return ids;
  const left = ids.filter((id) => id < items);
  return left.length > 0 ? left : null;
}

export function reduce(state: Experiment, action: Action): Experiment {
  const items = itemsOf(state);
  switch (action.type) {
    case "set":
      return set(state, action.patch);
    case "opened": {
      const session = known(state.session, action.items);
      const candidate = state.candidate !== null && state.candidate < action.items ? state.candidate : null;
      return { ...state, example: action.example, session, pinned: known(state.pinned, action.items), candidate };
    }
    case "add":
      return edit(state, [...items, action.item], { kind: "add", item: action.item }, null);
    case "remove": {
      const item = items[action.index];
      if (item === undefined) return state;
      const rest = items.filter((_, index) => index !== action.index);
      return edit(state, rest, { kind: "remove", item }, null);
    }
    case "move": {
      const item = items[action.from];
      const to = Math.min(Math.max(action.to, 0), items.length - 1);
      if (item === undefined || to === action.from) return state;
      return edit(state, moved(items, action.from, to), { kind: "move", item }, null);
    }
    case "edit":
      return edit(state, action.items, action.change, null);
    case "clear":
      return items.length === 0 ? state : edit(state, [], { kind: "clear" }, null);
    case "replace":
      return edit(state, action.items, { kind: "replace" }, action.quiz ?? null);
    case "undo": {
      const last = state.past.at(-1);
      if (!last) return state;
      const { session, quiz } = state;
      const future = [{ session, quiz }, ...state.future];
      return { ...state, ...last, past: state.past.slice(0, -1), future, change: { kind: "undo" }, focus: null };
    }
    case "redo": {
      const [next, ...future] = state.future;
      if (!next) return state;
      const { session, quiz } = state;
      const past = [...state.past, { session, quiz }];
      return { ...state, ...next, past, future, change: { kind: "redo" }, focus: null };
    }
  }
}
