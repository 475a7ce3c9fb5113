// What the model says of the visitor's session: the list of next items and the attention maps, asked together so that both always
// answer the same session; and the list that changes of rank are measured against.
import { computed, effect, signal, untracked } from "@preact/signals";
import type { BakedExample, Explanation, Prediction } from "../engine.ts";
import { current, experiment, session } from "./current";
import { type DataKey, sameData } from "./dataKey";
import { engine, isOpening } from "./engine";
import type { Change } from "./experiment";
import { type Fields, TOP_K } from "./fields";
import { type LoadedModel, loaded, openData } from "./opened";
import { asking } from "./question";
import { layersOf, scalesOf } from "./sourceScales";

/** The largest list any choice of k can show is always asked for, so that choosing k needs no question. */
const ASKED_K = Math.max(...TOP_K);

/** What was asked. */
interface Asked {
  readonly session: readonly number[];
  readonly excludeSeen: boolean;
  readonly off: Fields["off"];
  readonly factors: Fields["factors"];
  readonly model: LoadedModel;
}

interface Answer extends Asked {
  readonly list: Prediction;
  readonly maps: Explanation;
  /** As the model was trained, where a source is off or scaled: what the switched-off ones would say. */
  readonly whole: Explanation | null;
  readonly timings: Timings;
}

export interface Timings {
  /** Milliseconds inside the engine. */
  readonly predict: number;
  readonly explain: number;
  /** From the question to the answer's being handed to the views. */
  readonly total: number;
}

/** The list that changes of rank are measured against. */
export interface Baseline {
  /** 1-based rank by item id, 0 = was not a candidate. */
  readonly ranks: Uint32Array;
  readonly reason:
    | Exclude<Change, { kind: "replace" } | { kind: "clear" }>
    | { readonly kind: "model" | "filter" | "sources" }
    | { readonly kind: "pinned"; readonly session: readonly number[] };
}

/** The engine holds what is on screen; before that the stored example answers. */
const hasModel = computed(() => !isOpening.value && loaded.value !== null && loaded.value.bytes !== null);

/** What each source's scores are multiplied by; empty where the model answers as it was trained. */
export const sourceScale = computed(() => {
  const [summary, edits] = [loaded.value?.summary, { off: current.off.value, factors: current.factors.value }];
  return summary ? scalesOf(summary.sources, openData.value?.catalogue.attributes ?? [], edits, layersOf(summary)) : [];
});

/** Against the list before the last edit. */
const sinceEdit = signal<Baseline | null>(null);

const main = asking<Answer>(
  () => {
    const model = loaded.value;
    const items = session.value;
    if (items.length === 0 || !model) return null;
    const edits = { off: current.off.value, factors: current.factors.value };
    const excludeSeen = current.excludeSeen.value;
    const source_scale = sourceScale.value;
    return async (ask) => {
      const began = performance.now();
      const [list, maps, whole] = await Promise.all([
        ask("predict", { items: [...items], k: ASKED_K, exclude_seen: excludeSeen, source_scale }),
        ask("explain", { items: [...items], source_scale }),
        source_scale.length > 0 ? ask("explain", { items: [...items] }) : null,
      ]);
      const timings = { predict: list.ms, explain: maps.ms, total: performance.now() - began };
      const found = { list: list.value, maps: maps.value, whole: whole?.value ?? null };
      return { session: items, excludeSeen, ...edits, model, ...found, timings };
    };
  },
  {
    when: () => hasModel.value,
    onAnswer: (now, before) => {
      sinceEdit.value = baselineFor(now, before);
    },
  },
);

export const prediction = computed(() => main.value.value?.list ?? null);
export const explanation = computed(() => main.value.value?.maps ?? null);
/** The maps as the model was trained, where `explanation` has a source off or scaled; null otherwise. */
export const wholeExplanation = computed(() => main.value.value?.whole ?? null);
/** The session that `prediction` answers; the same array as `session` once it has caught up. */
export const answered = computed(() => main.value.value?.session ?? session.value.slice(0, 0));
/** Null until the engine has answered; the stored example took no time. */
export const timings = computed(() => (main.value.value?.model.bytes ? main.value.value.timings : null));
/** What the engine itself took for what is on screen: waiting behind other questions is no part of it. */
export const engineMs = computed(() => timings.value && timings.value.predict + timings.value.explain);
export const answerFailure = main.failure;
export const askAgain = main.again;

/** True while what is on screen answers an older session than the one shown. */
export const pending = computed(() => session.value.length > 0 && session.value !== answered.value);

/** True once the engine has answered, has nothing to answer or never will: work that nobody waits for may begin. */
export const isSettled = computed(() => {
  const { phase } = engine.value;
  if (phase === "loading" || phase === "opening") return false;
  const hasNothing = session.value.length === 0 || loaded.value === null;
  return phase === "failed" || hasNothing || timings.value !== null || answerFailure.value !== null;
});

const sameItems = (one: readonly number[], other: readonly number[]) => one.join() === other.join();

/** The pinned list, kept with the data that its ranks are of. */
const kept = signal<{ readonly data: DataKey; readonly items: readonly number[]; readonly ranks: Uint32Array } | null>(
  null,
);

/** A list that is pinned is the one on screen, whichever model, filter and sources made it; what comes later leaves it as it is. */
effect(() => {
  const [items, data] = [current.pinned.value, current.data.value];
  untracked(() => {
    const before = kept.peek();
    if (items && before && sameData(before.data, data) && sameItems(before.items, items)) return;
    const now = main.value.peek();
    const open = openData.peek();
    const isOnScreen = items && now && open && sameData(open.key, data) && sameItems(now.session, items);
    kept.value = isOnScreen ? { data, items, ranks: now.list.ranks } : null;
  });
});

/** A pin in a link names only its session: the model that answers is asked once, and from then on its list is the pinned one. */
asking(
  () => {
    const [items, data] = [current.pinned.value, current.data.value];
    if (!items || items.length === 0 || kept.value) return null;
    const exclude_seen = current.excludeSeen.peek();
    return async (ask) => {
      const { value } = await ask("predict", { items: [...items], k: ASKED_K, exclude_seen });
      return { data, items, ranks: value.ranks };
    };
  },
  {
    when: () => hasModel.value,
    onAnswer: (found) => {
      kept.value = found;
    },
  },
);

export const baseline = computed<Baseline | null>(() => {
  const session = current.pinned.value;
  if (!session) return sinceEdit.value;
  return kept.value && { ranks: kept.value.ranks, reason: { kind: "pinned", session } };
});

/**
 * The list on screen becomes the baseline of the next one; a whole new session starts without one, for its ranks have nothing to do
 * with the old list's.
 */
function baselineFor(now: Answer, before: Answer | null): Baseline | null {
  if (!before) return null;
  const { ranks } = before.list;
  if (before.session !== now.session) {
    const { change } = experiment.peek();
    return change && change.kind !== "replace" && change.kind !== "clear" ? { ranks, reason: change } : null;
  }
  // The engine's own answer in place of the stored one, which is the same.
  if (before.model.bytes === null && before.model.key === now.model.key) return sinceEdit.peek();
  if (before.model !== now.model) return { ranks, reason: { kind: "model" } };
  if (before.off !== now.off || before.factors !== now.factors) {
    // A slider that is drawn over forty places is one edit: the list before the first of them is what it is measured against.
    const since = sinceEdit.peek();
    return since?.reason.kind === "sources" ? since : { ranks, reason: { kind: "sources" } };
  }
  return before.excludeSeen === now.excludeSeen ? sinceEdit.peek() : { ranks, reason: { kind: "filter" } };
}

/** Paints the stored answer, if it is the one to the session on screen. */
export function showStored(example: BakedExample): void {
  const model = loaded.peek();
  const isAsked = sameItems(session.peek(), example.session) && !current.excludeSeen.peek();
  if (!isAsked || !model || sourceScale.peek().length > 0) return;
  const floats = (numbers: Iterable<number>) => Float32Array.from(numbers);
  const { contributions, bias, fused, weights, gates } = example.explanation;
  main.show({
    ...{ session: session.peek(), excludeSeen: false, off: current.off.peek(), factors: current.factors.peek(), model },
    list: { ...example.prediction, ranks: Uint32Array.from(example.prediction.ranks) },
    maps: {
      ...example.explanation,
      ...{ contributions: floats(contributions), bias: floats(bias), fused: floats(fused) },
      ...{ weights: floats(weights), gates: floats(gates) },
    },
    whole: null,
    timings: { predict: 0, explain: 0, total: 0 },
  });
}
