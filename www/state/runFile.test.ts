import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Metrics, OpenedRun, RunConfig, RunFacts } from "../engine.ts";
import { fakeEngine, fakePage } from "./fakeEngine";
import { Losses } from "./losses";

const config = {
  model: { kind: "sasrec", hidden_size: 8 },
  training: { epochs: 6, seed: 3, eval_every: 1, train_batch_size: 8, valid_metric: "NDCG@10" },
} as unknown as RunConfig;

function metrics(mrr: number): Metrics {
  const kept = { k: [10], recall: [0.2], ndcg: [0.1], recall_se: [0], ndcg_se: [0], mrr };
  return { sessions: 9, kept, masked: kept };
}

const facts: RunFacts = {
  config,
  data: { name: "Shop: brand loyal", synthetic: { preset: "brand_loyal", seed: 1 } as never },
  step: 23,
  epoch: 3,
  steps_of_epoch: 3,
  steps_per_epoch: 10,
  total_epochs: 6,
  evaluations: [
    { epoch: 1, step: 10, metrics: metrics(0.5) },
    { epoch: 2, step: 20, metrics: metrics(0.4) },
  ],
  best_epoch: 1,
  seconds: 1.5,
  is_over: false,
};

describe("the file of a run", () => {
  let file: typeof import("./runFile");
  let page: Awaited<ReturnType<typeof fakePage>>;
  beforeEach(async () => {
    vi.resetModules();
    page = await fakePage();
    file = await import("./runFile");
  });

  test("says where whoever steers it stands: inside its epoch, behind its evaluations", () => {
    expect(file.placeOf(facts)).toEqual({
      step: 23,
      epoch: 3,
      stepsOfEpoch: 3,
      stepsPerEpoch: 10,
      mayHaveEnded: false,
      evaluated: 2,
      reached: [
        { k: [10], recall: [0.2], ndcg: [0.1], mrr: 0.5 },
        { k: [10], recall: [0.2], ndcg: [0.1], mrr: 0.4 },
      ],
      runningMs: 1500,
    });
    expect(file.placeOf({ ...facts, evaluations: [] })).toMatchObject({ evaluated: 0, reached: [] });
  });

  test("is drawn with its evaluations, its epochs of one length, and its best", () => {
    const run = file.runOf(facts);
    expect(run.epochStarts).toEqual([0, 10, 20]);
    expect(run.best).toEqual({ epoch: 1, step: 10 });
    expect(run.evaluations).toBe(facts.evaluations);
    expect(
      file.runOf({ ...facts, epoch: 1, step: 0, steps_of_epoch: 0, evaluations: [], best_epoch: 0 }),
    ).toMatchObject({
      epochStarts: [0],
      best: null,
    });
  });

  const kept = (more: object) => {
    const run = { ...file.runOf(facts), loss: Losses.none(0).kept, ...more };
    const checkpoint = { bytes: Uint8Array.of(1), place: file.placeOf(facts) };
    const key = { kind: "shop", config: { preset: "brand_loyal", seed: 7 } } as const;
    return {
      id: "",
      step: 23,
      epoch: 3,
      saved: 0,
      name: "",
      data: "Shop",
      trained: config,
      key,
      run,
      checkpoint,
    } as never;
  };

  test("holds what the trainer counts: nothing of before a lost device, and nothing of after it was written down", () => {
    const later = { epoch: 3, step: 30, metrics: metrics(0.6) };
    const seen = { ...file.seenOf(kept({ evaluations: [...facts.evaluations, later] })) };
    expect(seen.evaluations).toEqual(facts.evaluations);
    expect(seen).toMatchObject({ seconds: 1.5, data: { name: "Shop", synthetic: { preset: "brand_loyal", seed: 7 } } });
    const base = { epoch: 2, step: 50 };
    const first = { epoch: 2, step: 50, metrics: metrics(0.1) };
    const moved = facts.evaluations.map((one) => ({ ...one, epoch: one.epoch + 2, step: one.step + 50 }));
    expect(file.seenOf(kept({ base, evaluations: [first, ...moved] })).evaluations).toEqual(facts.evaluations);
    expect(file.nameOfRun(kept({ base }))).toBe("sasrec-step-73.run.safetensors");
  });

  test("is refused where it is empty, before the engine is asked", async () => {
    await expect(file.lookAtRun(new Uint8Array())).rejects.toMatchObject({ detail: { code: "empty_file" } });
  });

  test("is written with its best model where it has an evaluation of it, and without one of before a lost device", async () => {
    const asked: unknown[] = [];
    page.client.value = fakeEngine({
      runFile: (args) => {
        asked.push(args.best);
        return Uint8Array.of(9);
      },
    }).client;
    const best = { epoch: 1, step: 10, label: "", bytes: Uint8Array.of(5) };
    expect(await file.fileOfRun({ ...(kept({}) as object), best } as never)).toEqual(Uint8Array.of(9));
    const place = { ...file.placeOf(facts), reached: [] };
    const checkpoint = { bytes: Uint8Array.of(1), place };
    await file.fileOfRun({ ...(kept({}) as object), checkpoint, best } as never);
    expect(asked).toEqual([Uint8Array.of(5), null]);
  });

  test("goes on nowhere without a trainer, and says so", async () => {
    const opened: OpenedRun = { facts, run: Uint8Array.of(1), best: new Uint8Array() };
    await expect(file.goOnWith(opened)).rejects.toMatchObject({ detail: { code: "not_ready" } });
  });
});
