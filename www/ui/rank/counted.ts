// The reports of the panel: of random queries and keys, or of one or two trained models on the clicks that are counted.
import { computed, signal } from "@preact/signals";
import type { RankReport } from "../../engine.ts";
import { current } from "../../state/current";
import { isOpening } from "../../state/engine";
import { catalogue, loaded, ofData } from "../../state/opened";
import { type Ask, asking, question } from "../../state/question";
import type { Choice } from "../../state/shelf";
import { clicks, different, from, isShown } from "./clicks";
import { firstChoice, secondChoice } from "./pair";

export const FIRST_DRAW = 212;
/** Which random parameters; another draw gives other values and the same ranks. */
export const draw = signal(FIRST_DRAW);

export const random = question(
  "randomRank",
  () => {
    const attributes = catalogue.value?.attributes;
    if (current.weights.value !== "random" || !attributes) return null;
    const width = current.rankAttributeWidth.value;
    const shared = {
      width: current.rankWidth.value,
      attribute_widths: attributes.map(() => width),
      seed: draw.value,
    };
    if (from.value === "different") {
      return { ...shared, length: current.rankClicks.value, items: 0, attribute_values: attributes.map(() => 0) };
    }
    const [items, kinds] = [clicks.value, different.value];
    if (!items || !kinds || items.length === 0) return null;
    return { ...shared, length: items.length, items: kinds.items, attribute_values: kinds.values };
  },
  { when: () => isShown.value && !isOpening.value },
);

/** A report with the clicks and the model it is of. */
export interface Counted {
  readonly clicks: readonly number[];
  readonly key: string;
  /** That the model was trained with; null where its file does not say. */
  readonly seed: number | null;
  readonly report: RankReport;
}

const isReady = () => isShown.value && !isOpening.value && loaded.value?.bytes != null;

interface InSlot {
  readonly version: unknown;
  readonly seed: number | null;
}

/** What each slot of the engine holds: with other data it has emptied them. */
const inSlots = ofData<Readonly<Record<string, InSlot>>>({});

/** Ranks of a model in a slot of its own, which it is loaded into where it is not there yet. */
export async function rankOf(
  ask: Ask,
  slot: string,
  { version, weights }: { version: unknown; weights: () => Promise<Uint8Array> },
  items: readonly number[],
): Promise<RankReport> {
  if (inSlots.peek()[slot]?.version !== version) {
    const bytes = await weights();
    const { seed } = await ask("loadModel", { bytes, slot });
    inSlots.put({ ...inSlots.peek(), [slot]: { version, seed } });
  }
  return ask("rank", { items: [...items], model: slot });
}

/** Two systems of one shop share a version; their keys tell them apart. */
const asVersion = ({ key, version, weights }: Choice) => ({
  version: typeof version === "object" ? version : `${key} ${String(version)}`,
  weights,
});

function asked(slot: string, choice: () => Choice | null, orMain: boolean) {
  return asking<Counted>(
    () => {
      const [items, now, one] = [clicks.value, loaded.value, choice()];
      if (current.weights.value !== "trained" || !items || items.length === 0 || !now) return null;
      if (one) {
        const { key } = one;
        return async (ask) => {
          const report = await rankOf(ask, slot, asVersion(one), items);
          return { clicks: items, key, seed: inSlots.peek()[slot]?.seed ?? null, report };
        };
      }
      if (!orMain) return null;
      const { key, summary } = now;
      return async (ask) => ({
        ...{ clicks: items, key, seed: summary.seed },
        report: await ask("rank", { items: [...items] }),
      });
    },
    { when: isReady },
  );
}

export const first = asked("rank-1", () => firstChoice.value, true);
export const second = asked("rank-2", () => secondChoice.value, false);

/** Of the trained models on screen. */
export const trainedSeeds = computed(() => [first, second].flatMap(({ value }) => value.value?.seed ?? []));
