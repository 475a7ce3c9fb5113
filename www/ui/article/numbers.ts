// The numbers in the article: nothing that the page can compute stands in its words. They are asked of the engine while the article is on
// the page, of the models that come with it, in slots of their own; what takes trainings or minutes of counting was recorded by the page
// itself (`node www/scripts/record-article.mjs`), and so were the others, for whoever reads with other data open or without an engine.
import { computed, signal } from "@preact/signals";
import { isSettled } from "../../state/answers";
import { isOpening } from "../../state/engine";
import { shop } from "../../state/opened";
import { asking } from "../../state/question";
import { shownPlaces } from "../../state/shown";
import { fetchFile } from "../../worker/fetchFile";
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
    recorded.value = JSON.parse(new TextDecoder().decode(await fetchFile(address)));
  } catch {
    // The engine then has to say them.
  }
}

export const { isShown, show } = shownPlaces();

/** The visitor's own questions come first. */
const when = () => isShown.value && isSettled.value && !isOpening.value;

/** Of random weights, which need no data: the two tables that are drawn, and where the fair case stops. */
export const random = asking(
  () => async (ask) => {
    const found = await askRandomRank(ask, NARROW.clicks, NARROW.width, ATTRIBUTES);
    const fair = ranksOf(await askRandomRank(ask, FAIR.clicks, FAIR.width, ATTRIBUTES));
    const values = await narrowRanks(ask, ATTRIBUTES);
    return { found, values: { ...values, rank_short: count(Math.min(fair.early, fair.decoupled)) } };
  },
  { when },
);

const ofModels = asking<Values>(
  () => {
    if (shop.value !== SHOP) return null;
    return async (ask) => {
      let values: Values = {};
      await withReadyModels(ask, MODELS, async () => {
        values = { ...(await oneBrand(ask, SLOTS.main)), ...(await gradientsBeside(ask, SLOTS)) };
      });
      return values;
    };
  },
  { when },
);

/** The engine has been asked what it can be asked. */
export const isLive = computed(() => random.value.value !== null && ofModels.value.value !== null);

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
  ...random.value.value?.values,
  ...ofModels.value.value,
}));
