// The numbers in the article: nothing that the page can compute stands in its words. They are asked of the engine while the article is on
// the page, of the models that come with it, in slots of their own; what takes trainings or minutes of counting was recorded by the page
// itself (`node www/scripts/record-article.mjs`), and so were the others, for whoever reads with other data open or without an engine.
import { batch, computed, signal } from "@preact/signals";
import type { RandomRank } from "../../engine.ts";
import { isSettled } from "../../state/answers";
import { isOpening } from "../../state/engine";
import { shop } from "../../state/opened";
import { type Ask, asking } from "../../state/question";
import { shownPlaces } from "../../state/shown";
import { fetchJson } from "../../worker/fetchJson";
import { bestOther, RESULTS } from "../common/paperResults";
import {
  askRandomRank,
  FAIR,
  gradientsBeside,
  NARROW,
  narrowRanks,
  oneBrand,
  ranksOf,
  SHOP,
  withReadyModels,
} from "../common/shopNumbers";
import { count, printed, type Values } from "../common/values";

/** Of the first shop. */
const ATTRIBUTES = 3;
const SLOTS = { main: "article", early: "article-early", concat: "article-concat" } as const;
const MODELS = { [SLOTS.main]: "dif_sr", [SLOTS.early]: "sasrecf-add", [SLOTS.concat]: "sasrecf" };

interface Recorded {
  readonly date: string;
  readonly values: Values;
}

const [address] = Object.values(
  import.meta.glob<string>("../../ready/article.json", { query: "?url", import: "default", eager: true }),
);

export const recorded = signal<Recorded | null>(null);

/** Once; without it, the numbers are awaited. */
export async function fetchRecorded(): Promise<void> {
  if (recorded.peek() || !address) return;
  try {
    recorded.value = await fetchJson(address);
  } catch {
    // The engine then has to say them.
  }
}

/** The article on the page; the engine is asked once it is. */
export const { isShown, show } = shownPlaces();

/** Once for all: what was asked does not change. The visitor's own questions come first. */
function askOnce(isDue: () => boolean, work: (ask: Ask) => Promise<void>): void {
  asking(
    () => {
      if (!isShown.value || !isDue()) return null;
      return async (ask) => {
        await work(ask);
        return true;
      };
    },
    { when: () => isSettled.value && !isOpening.value },
  );
}

/** Tables of random weights, which need no data. */
export const random = signal<RandomRank | null>(null);
const ofRandom = signal<Values | null>(null);
askOnce(
  () => ofRandom.value === null,
  async (ask) => {
    const found = await askRandomRank(ask, NARROW.clicks, NARROW.width, ATTRIBUTES);
    const fair = ranksOf(await askRandomRank(ask, FAIR.clicks, FAIR.width, ATTRIBUTES));
    const narrow = await narrowRanks(ask, ATTRIBUTES);
    batch(() => {
      random.value = found;
      ofRandom.value = { ...narrow, rank_short: count(Math.min(fair.early, fair.decoupled)) };
    });
  },
);

const ofModels = signal<Values | null>(null);
askOnce(
  () => ofModels.value === null && shop.value === SHOP,
  (ask) =>
    withReadyModels(ask, MODELS, async () => {
      ofModels.value = { ...(await oneBrand(ask, SLOTS.main)), ...(await gradientsBeside(ask, SLOTS)) };
    }),
);

/** The engine has been asked what it can be asked. */
export const isLive = computed(() => ofRandom.value !== null && ofModels.value !== null);

/** A row of the paper's table: DIF-SR's number, and the best of the others. */
function rowOf(data: string, metric: string) {
  const row = RESULTS.find((one) => one.data === data && one.metric === metric);
  if (!row) throw new Error(`the paper's table has no ${metric} on ${data}`);
  return { own: printed(row.values.at(-1) ?? Number.NaN), next: printed(bestOther(row)) };
}

function ofPaper(): Values {
  const [ndcg, recall] = [rowOf("Beauty", "NDCG@10"), rowOf("Beauty", "Recall@20")];
  return {
    paper_rows: count(RESULTS.length),
    ...{ paper_ndcg: ndcg.own, paper_ndcg_next: ndcg.next },
    ...{ paper_recall: recall.own, paper_recall_next: recall.next },
  };
}

/** By the names that the sentences have for them. */
export const numbers = computed<Values>(() => ({
  ...recorded.value?.values,
  ...ofPaper(),
  ...ofRandom.value,
  ...ofModels.value,
}));
