// Effective rank while a model learned: every kept model of every run of this visit, asked on the clicks on screen.
import { computed, signal } from "@preact/signals";
import type { RankReport } from "../../engine.ts";
import { current } from "../../state/current";
import { isOpening } from "../../state/engine";
import { source } from "../../state/opened";
import { asking } from "../../state/question";
import { type RunSnapshot, snapshotRuns } from "../../state/runSnapshots";
import { clicks, isShown } from "./clicks";
import { rankOf } from "./counted";
import { countedHead } from "./head";
import { headOf } from "./limits";

const SLOT = "rank-run";

/** What was asked of each model before, with the clicks it was asked on. */
const known = new WeakMap<RunSnapshot, { readonly clicks: readonly number[]; readonly report: RankReport }>();

const reportOn = (snapshot: RunSnapshot, items: readonly number[]) => {
  const found = known.get(snapshot);
  return found && found.clicks === items ? found.report : null;
};

/** Grows with every answer, so that lines grow with it. */
const answers = signal(0);

/** The runs on the data that is open. */
const runs = computed(() => snapshotRuns.value.filter((run) => run.source === source.value));

const items = computed(() => (current.weights.value === "trained" ? clicks.value : null));

/** One after the other, so that whatever the visitor asks meanwhile goes between. */
export const counting = asking<true>(
  () => {
    const [now, all] = [items.value, runs.value];
    if (!now || now.length === 0 || all.length === 0) return null;
    return async (ask) => {
      for (const { snapshots } of all) {
        for (const snapshot of snapshots) {
          if (reportOn(snapshot, now)) continue;
          const { bytes } = snapshot;
          const report = await rankOf(ask, SLOT, { version: bytes, weights: async () => bytes }, now);
          known.set(snapshot, { clicks: now, report });
          answers.value += 1;
        }
      }
      return true;
    };
  },
  { when: () => isShown.value && !isOpening.value },
);

export interface RankSeries {
  readonly id: number;
  readonly name: string;
  readonly seed: number;
  readonly epochs: number;
  readonly points: readonly { readonly epoch: number; readonly effective: number }[];
  readonly losses: readonly { readonly epoch: number; readonly loss: number }[];
}

/** How many of the kept models have answered. */
export const progress = computed(() => {
  answers.value;
  const now = items.value;
  const all = runs.value.flatMap(({ snapshots }) => snapshots);
  return { all: all.length, done: now ? all.filter((one) => reportOn(one, now)).length : 0 };
});

/** A line a run. */
export const series = computed<readonly RankSeries[]>(() => {
  answers.value;
  const now = items.value;
  if (!now) return [];
  return runs.value.map(({ id, name, seed, epochs, snapshots }) => ({
    ...{ id, name, seed, epochs },
    points: snapshots.flatMap((snapshot) => {
      const report = reportOn(snapshot, now);
      const found = report && headOf(report, current.layer.value, countedHead.value);
      return found ? [{ epoch: snapshot.epoch, effective: found.effective }] : [];
    }),
    losses: snapshots.flatMap(({ epoch, loss }) => (loss === null ? [] : [{ epoch, loss }])),
  }));
});
