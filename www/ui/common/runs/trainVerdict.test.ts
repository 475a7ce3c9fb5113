import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { loadWords, useLanguage } from "../../../content";
import type { Floors, Metrics, RunConfig } from "../../../engine.ts";
import { floors } from "../../../state/opened";
import { openRun, type Run, reduceRun } from "../../../state/runs";
import { bestEvaluation, trainVerdict, verdictInShort } from "./trainVerdict";

function metrics(ndcg: number, error: number): Metrics {
  const ranks = { k: [10], recall: [ndcg], ndcg: [ndcg], recall_se: [error], ndcg_se: [error], mrr: 0 };
  return { sessions: 600, kept: ranks, masked: ranks };
}

const config = { model: { kind: "sasrec" }, training: { epochs: 3 } } as unknown as RunConfig;

/** A run that was evaluated after each epoch, the best one named; over where it has `finish`. */
function ran(values: readonly number[], best: number, isOver: boolean, error = 0.007): Run {
  const start = { steps_per_epoch: 5, total_steps: 15, pretraining_epochs: 0, parameters: 1, bytes: 1 };
  let run = openRun({ id: 1, config, start, device: { kind: "cpu", name: "", detail: "" }, attributes: [] });
  values.forEach((value, index) => {
    const at = { runId: 1, epoch: index + 1, step: 5 * (index + 1) };
    run = reduceRun(run, { type: "metrics", ...at, metrics: metrics(value, error) });
    run = reduceRun(run, { type: "snapshot", ...at, best: index + 1 === best, bytes: new Uint8Array() });
  });
  const last = { runId: 1, epoch: values.length, step: 5 * values.length };
  return isOver ? reduceRun(run, { type: "finished", reason: "epochs", ...last }) : run;
}

beforeAll(async () => {
  await useLanguage("en");
  await loadWords(["train", "compare"]);
});
beforeEach(() => {
  const valid: Partial<Record<keyof Floors, Metrics>> = {
    ceiling: metrics(0.4, 0.007),
    windowed_markov: metrics(0.068, 0.007),
    item_cosine: metrics(0.03, 0.004),
    markov: metrics(0.052, 0.006),
    popularity: metrics(0.02, 0.002),
  };
  floors.put({ valid: valid as Floors, test: valid as Floors });
});

describe("where a run stands", () => {
  test("a result within the intervals of the strongest floor claims no win over it", () => {
    const run = ran([0.064], 1, true);
    const standings = Object.fromEntries(trainVerdict(run)?.references.map(({ id, standing }) => [id, standing]) ?? []);
    expect(standings).toEqual({
      ceiling: "below",
      item_cosine: "above",
      windowed_markov: "same",
      markov: "same",
      popularity: "above",
    });
    expect(verdictInShort(run)).toBe("NDCG@10 .064 at epoch 1, cannot be told apart from windowed Markov (.068).");
  });

  test("a result whose interval lies above all floors' is above every floor", () => {
    expect(verdictInShort(ran([0.31], 1, true))).toBe("NDCG@10 .310 at epoch 1, clearly above every floor.");
  });

  test("a result whose interval lies below the strongest floor's is clearly below it", () => {
    expect(verdictInShort(ran([0.03], 1, true))).toBe("NDCG@10 .030 at epoch 1, clearly below windowed Markov (.068).");
  });

  test("while it goes on its newest evaluation is judged, once it is over its best one", () => {
    expect(trainVerdict(ran([0.31, 0.29], 1, false))).toMatchObject({ epoch: 2, result: { value: 0.29 } });
    expect(trainVerdict(ran([0.31, 0.29], 1, true))).toMatchObject({ epoch: 1, result: { value: 0.31 } });
  });

  test("the best evaluation is the one whose model is kept as the best", () => {
    const run = ran([0.2, 0.31, 0.29], 2, true);
    expect([run.best?.epoch, bestEvaluation(run)?.epoch]).toEqual([2, 2]);
  });

  test("there is none before the first evaluation", () => {
    expect([trainVerdict(ran([], 0, false)), verdictInShort(ran([], 0, false))]).toEqual([null, null]);
  });
});
