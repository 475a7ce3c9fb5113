// What the runs of the lecture came to: the test results of the comparison, or, where the clock runs ahead of them, those of a run that was
// recorded on this shop with the same settings, and is marked so.
import { computed, signal } from "@preact/signals";
import { t } from "../../content";
import { missing } from "../../state/compareResults";
import { verdict } from "../../state/compareStats";
import { fetchJson } from "../../worker/fetchJson";
import { onTest, rows } from "../common/runs/compareRows";
import { judgedReferences } from "../common/runs/compareVerdict";
import { JUDGED } from "../common/runs/metrics";
import type { Values } from "../common/values";

const DECOUPLED = "dif_sr";
const EARLY = "sasrecf-add";

/** Which runs those are. */
export interface RecordedRun {
  /** A day, "2026-11-30". */
  readonly date: string;
  readonly seed: number;
}

/** What a comparison on this shop came to. */
interface Outcome {
  readonly decoupled: number;
  readonly early: number;
  /** Systems whose intervals do not overlap. */
  readonly apart: boolean;
  readonly markov: number;
  readonly windowed: number;
  readonly ceiling: number;
}

/** One by the page itself. */
type Recorded = RecordedRun & Outcome;

const [address] = Object.values(
  import.meta.glob<string>("../../ready/lecture.json", { query: "?url", import: "default", eager: true }),
);

const recorded = signal<Recorded | null>(null);

/** Once; without it the wall waits for the runs. */
export async function fetchRecorded(): Promise<void> {
  if (recorded.peek() || !address) return;
  try {
    recorded.value = await fetchJson(address);
  } catch {
    // The runs of this visit then have to end.
  }
}

/** Of the runs of this visit, once both have ended. */
const here = computed<Outcome | null>(() => {
  if (missing.value.length > 0) return null;
  const of = (id: string) => {
    const row = rows.value.find(({ system }) => system.id === id);
    return row ? onTest(row, JUDGED) : null;
  };
  const [decoupled, early] = [of(DECOUPLED), of(EARLY)];
  if (!decoupled || !early) return null;
  const found = verdict([
    { name: DECOUPLED, ...decoupled },
    { name: EARLY, ...early },
  ]);
  const references = judgedReferences();
  const at = (id: string) => references.find((one) => one.id === id)?.value ?? Number.NaN;
  return {
    ...{ decoupled: decoupled.value, early: early.value, apart: (found?.below.length ?? 0) > 0 },
    ...{ markov: at("markov"), windowed: at("windowed_markov"), ceiling: at("ceiling") },
  };
});

/** True of a sentence that says what came of the runs. */
export const saysTrained = (sentence: string): boolean =>
  Object.keys(trained.value).some((name) => new RegExp(`\\{${name}[:}]`).test(sentence));

/** The run that the numbers on the wall are of; null: this visit's, or none. */
export const recordedRun = computed<RecordedRun | null>(() => (here.value === null ? recorded.value : null));

/** Which of the two is ahead; null: they cannot be told apart, undefined: nothing is known yet. */
export const ahead = computed<"decoupled" | "early" | null | undefined>(() => {
  const now = here.value ?? recorded.value;
  if (!now) return undefined;
  if (!now.apart) return null;
  return now.decoupled > now.early ? "decoupled" : "early";
});

export const trained = computed<Values>(() => {
  const now = here.value ?? recorded.value;
  if (!now) return {};
  const metric = (value: number) => ({ kind: "metric", value }) as const;
  return {
    ndcg_dif: metric(now.decoupled),
    ndcg_early: metric(now.early),
    ndcg_markov: metric(now.markov),
    ndcg_window: metric(now.windowed),
    ndcg_best: metric(now.ceiling),
    verdict: { kind: "text", value: now.apart ? t().lecture.apart : t().lecture.together },
    leader: { kind: "text", value: t().lecture.leaders[now.decoupled > now.early ? "decoupled" : "early"] },
    trained_apart: { kind: "count", value: now.apart ? 1 : 0 },
    ...(here.value ? { trained_here: { kind: "count", value: 1 } as const } : {}),
  };
});
