import { effect } from "@preact/signals";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { RunConfig, StepReport } from "../engine.ts";
import type { DataSource, TrainerClient, TrainerEvent } from "../worker/client";
import { fakeEngine, fakePage } from "./fakeEngine";

const shop: DataSource = { kind: "synthetic", config: { preset: "brand_loyal", seed: 1 } };
const training = {
  learning_rate: 0.003,
  train_batch_size: 8,
  epochs: 4,
  targets: "prefix",
  seed: 1,
  eval_every: 1,
  valid_metric: "NDCG@10",
  stopping_step: 0,
  eval_sessions: 50,
  sampled_softmax: 0,
} as const;
const config = {
  model: { kind: "dif_sr", hidden_size: 8, n_heads: 2, n_layers: 1, fusion: "sum" },
  training,
} as unknown as RunConfig;
const sasrec = {
  model: { kind: "sasrec", hidden_size: 16, n_heads: 1, n_layers: 2 },
  training,
} as unknown as RunConfig;

const report = (step: number): StepReport => ({
  ...{ step, epoch: Math.ceil(step / 5), total: 1, item: 1, attributes: [0], extra: [], targets: 8 },
  stage: "training",
});

/** A page with an engine and a trainer that only write down what they are asked. */
async function page() {
  vi.resetModules();
  const store = await fakePage();
  const lease = { ...(await import("./trainer")), ...(await import("./holder")) };
  const { ended } = await import("./holder");
  const state = await import("./current");
  const [training, form, runModel] = await Promise.all([import("./training"), import("./form"), import("./runModel")]);
  const control = { ...training, ...form, ...runModel };
  const { WorkerFailure } = await import("../worker/client");
  const asked: string[] = [];
  const loaded: string[] = [];
  const started: { config: RunConfig; warm: string | null; limitMs: number | null }[] = [];
  let listener: (event: TrainerEvent) => void = () => undefined;
  let runId = 0;
  let refusal: string | null = null;
  const trainer: TrainerClient = {
    warmUp: () => Promise.reject(new Error("not asked here")),
    endWarmUp: () => undefined,
    open: async (_, backend) => {
      asked.push(`open ${backend}`);
      return {
        device: { kind: "cpu", name: "CPU", detail: "" },
        gpu: { usable: false, code: "not_tried", message: "" },
      };
    },
    start: async ({ config: given, warmStart: warm, limitMs }) => {
      if (refusal !== null) throw new WorkerFailure(refusal, { code: "unknown", message: refusal });
      runId += 1;
      started.push({ config: given, warm: warm ? new TextDecoder().decode(warm) : null, limitMs });
      return { runId, start: { steps_per_epoch: 5, total_steps: 20, pretraining_epochs: 0, parameters: 1, bytes: 1 } };
    },
    time: () => Promise.reject(new Error("not asked here")),
    judge: () => Promise.reject(new Error("not asked here")),
    play: () => asked.push("play"),
    pause: async () => void asked.push("pause"),
    step: () => asked.push("step"),
    keep: () => asked.push("keep"),
    stop: async () => void asked.push("stop"),
    on: (added) => {
      listener = added;
      return () => undefined;
    },
    onProgress: () => () => undefined,
    dispose: () => undefined,
  };
  const engine = fakeEngine({
    systems: () => ["dif_sr", "dif_sr-gate", "sasrec"].map((id) => ({ id, targets: ["prefix"], enters: [] })),
    readConfig: ({ text }) => JSON.parse(text),
    defaultConfig: ({ system }) => (system === "sasrec" ? sasrec : config),
    floors: () => ({}),
    loadModel: () => ({ system: { id: "dif_sr", name: "DIF-SR" } }),
    dropModel: () => null,
  }).client;
  const { wantedModel } = await import("./choices");
  effect(() => {
    const wanted = wantedModel.value;
    if (wanted && wanted !== "wait") void wanted.bytes().then((bytes) => loaded.push(new TextDecoder().decode(bytes)));
  });
  control.prepareTraining(
    () => trainer,
    (epoch, run) => (run === undefined ? `epoch ${epoch}` : `run ${run}, epoch ${epoch}`),
  );
  store.client.value = engine;
  store.open(shop, ["brand"]);
  await vi.waitFor(() => expect(control.form.value).toEqual(config));
  const snapshot = (step: number, text: string, best: boolean) =>
    listener({
      type: "snapshot",
      runId,
      epoch: Math.ceil(step / 5),
      step,
      best,
      bytes: new TextEncoder().encode(text),
    });
  const crash = () =>
    listener({
      type: "crashed",
      runId,
      device: "webgpu",
      failure: new WorkerFailure("gone", { code: "crashed", message: "gone" }),
    });
  const tell = (event: TrainerEvent) => listener(event);
  const refuse = (why: string | null) => {
    refusal = why;
  };
  return { refuse, store, state, lease, ended, control, asked, loaded, started, snapshot, crash, tell };
}

describe("training", () => {
  let it: Awaited<ReturnType<typeof page>>;
  beforeEach(async () => {
    it = await page();
  });

  test("play opens the data once, starts a run and lets it go", async () => {
    await it.control.play();
    await it.control.play();
    expect(it.asked).toEqual(["stop", "open auto", "play", "play"]);
    expect(it.started).toHaveLength(1);
    expect(it.control.run.value?.attributes).toEqual(["brand"]);
  });

  test("while the trainer is held by the Compare panel no run starts, and the trainer is given back when one ends", async () => {
    it.lease.holdTrainer("compare");
    await it.control.play();
    expect(it.control.blocked.value).toBe(true);
    expect(it.started).toHaveLength(0);
    it.lease.releaseTrainer("compare");
    await it.control.play();
    expect(it.lease.holder.value).toBe("train");
    it.tell({ type: "finished", runId: 1, reason: "stopped", epoch: 1, step: 3 });
    expect(it.lease.holder.value).toBeNull();
  });

  test("what a run ends with can be chosen later: its best weights, under its own name", async () => {
    const { trainedModels } = await import("./shelf");
    await it.control.play();
    it.snapshot(5, "best", true);
    it.snapshot(10, "last", false);
    it.tell({ type: "finished", runId: 1, reason: "stopped", epoch: 2, step: 10 });
    await vi.waitFor(() => expect(trainedModels.value).toHaveLength(1));
    expect(trainedModels.value[0]).toMatchObject({
      key: "run-1",
      system: "dif_sr",
      label: "run 1, epoch 1",
      source: shop,
    });
    expect(new TextDecoder().decode(trainedModels.value[0]?.bytes)).toBe("best");
  });

  test("snapshots reach the visitor's own session, the newest of those that wait", async () => {
    await it.control.play();
    it.snapshot(1, "a", false);
    it.snapshot(2, "b", false);
    it.snapshot(3, "c", false);
    await vi.waitFor(() => expect(it.loaded.at(-1)).toBe("c"));
  });

  test("the best weights answer once the run has ended by itself", async () => {
    await it.control.play();
    it.snapshot(5, "best", true);
    it.snapshot(10, "last", false);
    it.tell({ type: "finished", runId: 1, reason: "epochs", epoch: 2, step: 10 });
    await vi.waitFor(() => expect(it.loaded.at(-1)).toBe("best"));
    expect(it.control.answering.value).toBe("best");
  });

  test("a lost device keeps the last weights, and what goes on starts from them on the CPU", async () => {
    await it.control.play();
    it.snapshot(7, "kept", false);
    it.crash();
    expect(it.control.lost.value).toMatchObject({ device: "webgpu", kept: { epoch: 2, step: 7 } });
    await it.control.resume("cpu");
    expect(it.control.lost.value).toBeNull();
    expect(it.asked).toEqual(["stop", "open auto", "play", "stop", "open cpu", "play"]);
    expect(it.state.current.device.value).toBe("cpu");
    expect(it.started[1]).toMatchObject({ warm: "kept", config: { training: { epochs: 2 } } });
    expect(it.control.run.value?.config).toEqual(config);
  });

  test("where the page may choose, a run opens on the device that was measured to be the faster one", async () => {
    const { addTiming } = await import("./paces");
    const timing = (stepMs: number) => ({
      training: { stepMs, stepsPerEpoch: 5 },
      ...{ pretraining: null, sessionMs: 0, parameters: 1, bytes: 1 },
    });
    addTiming(config, "cpu", timing(1), shop);
    addTiming(config, "webgpu", timing(2), shop);
    await it.control.play();
    expect(it.asked).toContain("open cpu");
    it.state.set({ device: "webgpu" });
    it.tell({ type: "finished", runId: 1, reason: "epochs", epoch: 4, step: 20 });
    await it.control.play();
    expect(it.asked).toContain("open webgpu");
  });

  test("a time limit goes with the run; what went on before a lost device has had its part of it", async () => {
    await it.control.play();
    expect(it.started[0]?.limitMs).toBeNull();
    it.state.set({ minutes: 2 });
    expect(it.control.changed.value).toBe(true);
    await it.control.restart();
    expect(it.started[1]?.limitMs).toBe(120_000);
    expect(it.control.changed.value).toBe(false);
    it.tell({ type: "steps", runId: 2, reports: [report(7)], stepsPerSecond: 10, elapsedMs: 50_000 });
    it.snapshot(7, "kept", false);
    it.state.set({ minutes: 9 });
    it.crash();
    await it.control.resume("cpu");
    expect(it.started[2]?.limitMs).toBe(70_000);
  });

  test("settings that differ from the run need a restart, and can be taken back", async () => {
    await it.control.play();
    expect(it.control.changed.value).toBe(false);
    it.control.setForm({ ...config, training: { ...training, learning_rate: 0.1 } });
    expect(it.control.changed.value).toBe(true);
    it.control.undoChanges();
    expect(it.control.changed.value).toBe(false);
  });

  test("other data ends the run, and its settings are asked for there", async () => {
    await it.control.play();
    it.store.open({ kind: "synthetic", config: { preset: "department_chains", seed: 1 } });
    expect(it.control.run.value).toBeNull();
    expect(it.asked.at(-1)).toBe("stop");
    expect(it.lease.holder.value).toBeNull();
    expect(it.ended.value, "nobody waits for the end of a run on other data").toBeNull();
    await vi.waitFor(() => expect(it.control.form.value).toEqual(config));
  });

  test("the end of a run is known until another begins", async () => {
    await it.control.play();
    expect(it.ended.value).toBeNull();
    it.tell({ type: "finished", runId: 1, reason: "epochs", epoch: 4, step: 20 });
    expect(it.ended.value).toBe("train");
    await it.control.play();
    expect([it.ended.value, it.lease.holder.value]).toEqual([null, "train"]);
  });

  test("a run that could not start gives the trainer back, says why, and can be tried again", async () => {
    it.refuse("no memory");
    await it.control.play();
    expect(it.control.refused.value?.message).toBe("no memory");
    expect([it.lease.holder.value, it.ended.value]).toEqual([null, "train"]);
    it.refuse(null);
    await it.control.play();
    expect(it.control.refused.value).toBeNull();
    expect(it.started).toHaveLength(1);
  });
});
