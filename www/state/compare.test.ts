import { beforeEach, describe, expect, test, vi } from "vitest";
import type { RunConfig, System } from "../engine.ts";
import type { DataSource, TrainerClient, TrainerEvent } from "../worker/client";
import { metricsWith } from "../worker/fakeLab";
import { fakeEngine, fakePage } from "./fakeEngine";
import type { TrainedModel } from "./shelf";
import { DEFAULT_WISH } from "./wishField";

const shop: Extract<DataSource, { kind: "synthetic" }> = {
  kind: "synthetic",
  config: { preset: "brand_loyal", seed: 1 },
};
const system = (id: string): System => ({
  id,
  kind: id,
  name: id.toUpperCase(),
  enters: [],
  citation: "",
  attention: true,
  targets: ["prefix", "every_position"],
  refusal: null,
});
const systems = ["dif_sr", "sasrec", "sasrecf"].map(system);
const configOf = (kind: string): RunConfig =>
  ({
    model: { kind, hidden_size: 8 },
    training: { epochs: 2, seed: 7, targets: "every_position", eval_sessions: 50 },
  }) as unknown as RunConfig;

/** A page whose trainer does what it is told and nothing by itself. */
async function page() {
  vi.resetModules();
  const store = await fakePage();
  const { set } = await import("./current");
  const lease = { ...(await import("./trainer")), ...(await import("./holder")) };
  const choosing = await import("./compareChoice");
  const history = await import("./runHistory");
  const parts = await Promise.all([
    import("./compare"),
    import("./compareRun"),
    import("./compareResults"),
    import("./compareProgress"),
  ]);
  const compare = { ...parts[0], ...parts[1], ...parts[2], ...parts[3] };
  const { WorkerFailure } = await import("../worker/client");
  const listeners: ((event: TrainerEvent) => void)[] = [];
  const tell = (event: TrainerEvent) => {
    for (const listener of listeners) listener(event);
  };
  const started: string[] = [];
  const judged: string[] = [];
  const asked: string[] = [];
  const offered: TrainedModel[] = [];
  let runId = 0;
  let refuse: string | null = null;
  const trainer: TrainerClient = {
    warmUp: () => Promise.reject(new Error("not asked here")),
    endWarmUp: () => undefined,
    open: async () => ({
      device: { kind: "cpu", name: "CPU", detail: "" },
      gpu: { usable: false, code: "not_tried", message: "" },
    }),
    start: async ({ config: { model, training } }) => {
      runId += 1;
      started.push(`${model.kind} ${training.seed}`);
      if (refuse === model.kind) throw new WorkerFailure("too large", { code: "unknown", message: "too large" });
      return { runId, start: { steps_per_epoch: 5, total_steps: 10, pretraining_epochs: 0, parameters: 3, bytes: 1 } };
    },
    time: () => Promise.reject(new Error("not asked here")),
    judge: async (_, weights, split) => {
      judged.push(`${split} ${weights[0]}`);
      return metricsWith(0.4);
    },
    play: () => asked.push("play"),
    pause: async () => tell({ type: "phase", runId, phase: "paused" }),
    step: () => undefined,
    keep: () => undefined,
    stop: async () => tell({ type: "finished", runId, reason: "stopped", epoch: 1, step: 5 }),
    on: (added) => {
      listeners.push(added);
      return () => undefined;
    },
    onProgress: () => () => undefined,
    dispose: () => undefined,
  };
  const engine = fakeEngine({
    systems: () => systems,
    defaultConfig: ({ system: id }) => configOf(id),
    floors: () => ({}),
  }).client;
  compare.prepareComparison({
    connect: () => trainer,
    offer: (weights) => offered.push(weights),
    label: ({ config }, epoch) => `seed ${config.training.seed}, epoch ${epoch}`,
  });
  set({ wish: { ...DEFAULT_WISH, systems: ["dif_sr", "sasrec"] } });
  store.client.value = engine;
  store.open(shop);
  await vi.waitFor(() => {
    expect(choosing.planned.value).toHaveLength(2);
    expect(history.openIdentity.value).not.toBeNull();
  });
  /** Lets the run under way reach its end, with its best weights after the first of two evaluations. */
  const finish = () => {
    for (const [epoch, best] of [
      [1, true],
      [2, false],
    ] as const) {
      const at = { runId, epoch, step: epoch * 5 };
      tell({ type: "metrics", ...at, metrics: metricsWith(0.5 / epoch) });
      tell({ type: "snapshot", ...at, best, bytes: Uint8Array.of(10 * runId + epoch) });
    }
    tell({ type: "finished", runId, reason: "epochs", epoch: 2, step: 10 });
  };
  const crash = () =>
    tell({
      type: "crashed",
      runId,
      device: "cpu",
      failure: new WorkerFailure("gone", { code: "crashed", message: "gone" }),
    });
  const training = (count: number) =>
    vi.waitFor(() => {
      expect(started).toHaveLength(count);
      expect(compare.phase.value).toBe("training");
    });
  const idle = () => vi.waitFor(() => expect(compare.phase.value).toBe("idle"));
  const refuseAll = (kind: string | null) => {
    refuse = kind;
  };
  return {
    ...{ store, lease, choosing, history, compare, started, judged, asked, offered },
    ...{ finish, crash, training, idle, refuse: refuseAll, tell },
  };
}

describe("comparing", () => {
  let it: Awaited<ReturnType<typeof page>>;
  beforeEach(async () => {
    it = await page();
  });

  test("trains one system after another and ranks the test sessions at the best weights", async () => {
    void it.compare.trainAll();
    await it.training(1);
    it.finish();
    await it.training(2);
    expect(it.started).toEqual(["dif_sr 7", "sasrec 7"]);
    it.finish();
    await it.idle();
    expect(it.judged).toEqual(["test 11", "test 21"]);
    expect(it.compare.missing.value).toEqual([]);
    expect(it.compare.results.value.get("dif_sr 7")).toMatchObject({ best: { epoch: 1 }, test: metricsWith(0.4) });
    expect(it.lease.holder.value).toBeNull();
  });

  test("weights of the first seed are offered to the session, those of the others are not", async () => {
    it.choosing.changeWish({ seeds: 3 });
    void it.compare.trainAll();
    for (let run = 1; run <= 6; run++) {
      await it.training(run);
      it.finish();
    }
    await it.idle();
    expect(it.offered.map(({ system, label }) => `${system}: ${label}`)).toEqual([
      "dif_sr: seed 7, epoch 1",
      "sasrec: seed 7, epoch 1",
    ]);
  });

  test("a system that cannot start, or whose worker dies, is written down and the next goes on", async () => {
    it.refuse("dif_sr");
    void it.compare.trainAll();
    await it.training(2);
    expect(it.compare.failures.value.get("dif_sr 7")?.message).toBe("too large");
    it.crash();
    await it.idle();
    expect([...it.compare.failures.value.keys()]).toEqual(["dif_sr 7", "sasrec 7"]);
    it.refuse(null);
    void it.compare.trainAll();
    await it.training(3);
    expect(it.compare.failures.value.size).toBe(0);
  });

  test("a stop keeps what is finished, and the next press trains only what is missing", async () => {
    void it.compare.trainAll();
    await it.training(1);
    it.finish();
    await it.training(2);
    await it.compare.stopAll();
    await it.idle();
    expect(it.compare.missing.value.map((run) => run.system)).toEqual(["sasrec"]);
    void it.compare.trainAll();
    await it.training(3);
    expect(it.started).toEqual(["dif_sr 7", "sasrec 7", "sasrec 7"]);
  });

  test("a pause holds the run, and it goes on where it was", async () => {
    void it.compare.trainAll();
    await it.training(1);
    it.tell({ type: "phase", runId: 1, phase: "paused" });
    expect(it.compare.phase.value).toBe("training");
    await it.compare.pauseAll();
    expect(it.compare.phase.value).toBe("paused");
    it.compare.goOn();
    expect(it.compare.phase.value).toBe("training");
    expect(it.asked).toEqual(["play", "play"]);
  });

  test("a run in the Train panel comes first", async () => {
    it.lease.holdTrainer("train");
    await it.compare.trainAll();
    expect(it.compare.blocked.value).toBe(true);
    expect(it.started).toEqual([]);
  });

  test("other data ends the run under way, and its results are kept but not mixed", async () => {
    void it.compare.trainAll();
    await it.training(1);
    it.finish();
    await it.training(2);
    it.store.open({ ...shop, config: { preset: "department_chains", seed: 1 } });
    await it.idle();
    await vi.waitFor(() => expect(it.history.openIdentity.value).toContain("department_chains"));
    expect(it.compare.results.value.size).toBe(0);
    expect(it.history.recordsElsewhere.value).toBe(1);
    it.store.open({ ...shop });
    await vi.waitFor(() => expect(it.compare.results.value.size).toBe(1));
  });

  test("what failed on one data set is not said of another, and nothing is planned before its own defaults are known", async () => {
    it.refuse("dif_sr");
    void it.compare.trainAll();
    await it.training(2);
    it.crash();
    await it.idle();
    expect(it.compare.failures.value.size).toBe(2);
    it.store.open({ ...shop, config: { preset: "department_chains", seed: 1 } });
    expect(it.compare.failures.value.size).toBe(0);
    expect(it.choosing.planned.value).toEqual([]);
    await vi.waitFor(() => expect(it.choosing.planned.value).toHaveLength(2));
  });

  test("other data while a run is being prepared: it is ended as soon as it is there, and no other follows", async () => {
    void it.compare.trainAll();
    it.store.open({ ...shop, config: { preset: "department_chains", seed: 1 } });
    await it.idle();
    expect(it.started).toEqual(["dif_sr 7"]);
    expect(it.asked).toEqual([]);
    expect(it.lease.holder.value).toBeNull();
  });

  test("both in one press: decoupled and early", async () => {
    void it.compare.trainBoth();
    await it.training(1);
    it.finish();
    await it.training(2);
    expect(it.started).toEqual(["dif_sr 7", "sasrecf 7"]);
  });

  test("all runs again replace the old results", async () => {
    void it.compare.trainAll();
    for (let run = 1; run <= 2; run++) {
      await it.training(run);
      it.finish();
    }
    await it.idle();
    void it.compare.trainAgain();
    await it.training(3);
    expect(it.compare.missing.value).toHaveLength(2);
  });

  test("the time left counts the runs to come as long as the one under way", async () => {
    void it.compare.trainAll();
    await it.training(1);
    const reports = [
      { step: 5, epoch: 1, total: 1, item: 1, attributes: [], extra: [], stage: "training" as const, targets: 8 },
    ];
    it.tell({ type: "steps", runId: 1, reports, stepsPerSecond: 5, elapsedMs: 1000 });
    expect(it.compare.allTimeLeft.value).toBe(1000 + 2000);
  });
});
