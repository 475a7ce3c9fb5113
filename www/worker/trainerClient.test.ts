import { afterEach, describe, expect, it, vi } from "vitest";
import type { RunConfig } from "../engine.ts";
import { WorkerFailure } from "./failure";
import { type FakeLab, fakeLab, runConfig } from "./fakeLab";
import { type PortPair, portPair } from "./portPair";
import type { DataSource } from "./protocol";
import { TrainerConnection, type TrainerEvent } from "./trainerClient";
import { hostTrainer, type TrainerLab } from "./trainerHost";

const SOURCE: DataSource = { kind: "synthetic", config: { preset: "department_chains", seed: 1 } };
const FILES: DataSource = {
  kind: "files",
  interName: "ml.inter",
  inter: new TextEncoder().encode("user_id:token").buffer as ArrayBuffer,
  itemName: "ml.item",
  item: null,
  subset: {},
};

/** The smallest module there is. */
const MODULE = new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));

const open: PortPair[] = [];
afterEach(() => {
  for (const pair of open.splice(0)) pair.worker.terminate();
});

function newPair(): PortPair {
  const pair = portPair();
  open.push(pair);
  return pair;
}

function trainer(lab: TrainerLab | (() => TrainerLab) = fakeLab()) {
  const pairs: PortPair[] = [];
  const events: TrainerEvent[] = [];
  const client = new TrainerConnection(
    () => {
      const pair = newPair();
      pairs.push(pair);
      const onFatal = (thrown: unknown) => {
        const message = String(thrown);
        pair.inside.postMessage({ event: "crashed", failure: { message, detail: { code: "crashed", message } } }, []);
      };
      const make = async () => (typeof lab === "function" ? lab() : lab);
      hostTrainer(
        pair.inside,
        { findAdapter: async () => ({ found: true, name: "card", fallback: false }), openCpu: make, openGpu: make },
        { isFatal: (thrown) => thrown instanceof WebAssembly.RuntimeError, onFatal },
      );
      return pair.worker;
    },
    async () => MODULE,
  );
  client.on((event) => events.push(event));
  const until = (type: TrainerEvent["type"]) => vi.waitFor(() => expect(events.map((e) => e.type)).toContain(type));
  return { client, pairs, events, until };
}

async function started(lab: TrainerLab, config: RunConfig = runConfig()) {
  const all = trainer(lab);
  await all.client.open(SOURCE, "cpu");
  const run = await all.client.start(config);
  return { ...all, run };
}

describe("the trainer's client", () => {
  it("opens files with what the engine wants", async () => {
    const lab: FakeLab = fakeLab();
    const { client } = trainer(lab);
    expect(await client.open(FILES, "auto")).toEqual({
      device: { kind: "cpu", name: "cpu", detail: "" },
      gpu: { usable: true, name: "card", fallback: false },
    });
    expect(lab.calls).toEqual(["open ml.inter"]);
    if (FILES.kind === "files") expect(FILES.inter.byteLength).toBeGreaterThan(0);
  });

  it("runs to the end and tells it", async () => {
    const { client, events, until, run } = await started(fakeLab());
    expect(run.start.total_steps).toBe(20);
    client.play();
    await until("finished");
    expect(events.at(-1)).toEqual({ type: "finished", runId: run.runId, reason: "epochs", epoch: 2, step: 20 });
  });

  it("a start before any data is refused by code", async () => {
    const { client } = trainer();
    await expect(client.start(runConfig())).rejects.toMatchObject({ detail: { code: "not_ready" } });
  });

  it("a warm start hands the weights on", async () => {
    const lab = fakeLab();
    const { client } = trainer(lab);
    await client.open(SOURCE, "cpu");
    await client.start(runConfig(), Uint8Array.of(1, 2));
    expect(lab.calls).toContain("start from 2");
  });

  it("weights of a run that is over are ranked by a run that takes no step", async () => {
    const lab = fakeLab({ recalls: [0.25] });
    const { client, events } = trainer(lab);
    await client.open(SOURCE, "cpu");
    const metrics = await client.judge(runConfig(), Uint8Array.of(1, 2, 3), "test", 0);
    expect(metrics.kept.recall).toEqual([0, 0, 0.25]);
    expect(lab.calls.slice(1)).toEqual(["start from 3", "evaluate test 0"]);
    expect(events).toEqual([]);
  });

  it("ranking before any data is refused by code", async () => {
    const { client } = trainer();
    const judged = client.judge(runConfig(), Uint8Array.of(1), "test", 0);
    await expect(judged).rejects.toMatchObject({ detail: { code: "not_ready" } });
  });

  it("a graceful stop tells the end once", async () => {
    const { client, events } = await started(fakeLab({ stepMs: 2 }), runConfig({ epochs: 1000 }));
    client.play();
    await new Promise((resolve) => setTimeout(resolve, 10));
    await client.stop();
    expect(events.filter(({ type }) => type === "finished")).toMatchObject([{ reason: "stopped" }]);
  });

  it("a step that never ends is ended with its worker", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const hung: TrainerLab = { ...fakeLab(), train_steps: () => new Promise(() => undefined) };
      const { client, events, pairs } = await started(hung);
      client.play();
      const stopped = client.stop();
      await vi.advanceTimersByTimeAsync(2000);
      await stopped;
      expect(pairs[0]?.worker.terminated).toBe(true);
      expect(events.at(-1)).toMatchObject({ type: "finished", reason: "stopped" });
    } finally {
      vi.useRealTimers();
    }
  });

  it("after an ended worker the next start opens the data again", async () => {
    const labs: FakeLab[] = [];
    const { client, pairs } = trainer(() => {
      const lab = fakeLab();
      labs.push(lab);
      return lab;
    });
    await client.open(SOURCE, "cpu");
    pairs[0]?.fireError("gone");
    await client.start(runConfig());
    expect(labs[1]?.calls.map((call) => call.split(" ")[0])).toEqual(["open", "start"]);
  });

  it("a crash keeps the last snapshot and rejects what waits", async () => {
    const { client, events, pairs, until, run } = await started(fakeLab());
    client.step();
    await until("snapshot");
    const waiting = client.start(runConfig()).catch((thrown) => thrown);
    pairs[0]?.fireError("lost");
    expect(await waiting).toBeInstanceOf(WorkerFailure);
    const crash = events.at(-1);
    expect(crash).toMatchObject({ type: "crashed", device: "cpu" });
    expect(run.runId).toBe(1);
  });

  it("the crash of a run carries its snapshot", async () => {
    const { client, events, pairs, until } = await started(fakeLab());
    client.step();
    await until("snapshot");
    pairs[0]?.fireError("lost");
    expect(events.at(-1)).toMatchObject({
      type: "crashed",
      runId: 1,
      lastSnapshot: { bytes: Uint8Array.of(1), epoch: 1, step: 1 },
    });
  });

  it("a run whose engine refuses is a crash with the engine's words", async () => {
    const { client, events, until } = await started({
      ...fakeLab(),
      train_steps: () => Promise.reject(new Error("The loss is not a number.")),
    });
    client.play();
    await until("crashed");
    expect(events.at(-1)).toMatchObject({ failure: { message: "Error: The loss is not a number." } });
  });

  it("a warm-up opens the data and takes one step on a GPU that nobody hears of", async () => {
    const lab = fakeLab({ kind: "webgpu" });
    const steps: number[] = [];
    const { client, events } = trainer({
      ...lab,
      train_steps: (n) => {
        steps.push(n);
        return lab.train_steps(n);
      },
    });
    expect(await client.warmUp(SOURCE, "webgpu", runConfig())).toMatchObject({ device: { kind: "webgpu" } });
    expect(lab.calls.map((call) => call.split(" ")[0])).toEqual(["open", "start"]);
    expect(steps).toEqual([1]);
    const { start } = await client.start(runConfig());
    expect(start.total_steps).toBe(20);
    expect(events.filter(({ type }) => type !== "phase")).toEqual([]);
  });

  it("a warm-up on the CPU opens the data and no more", async () => {
    const lab = fakeLab();
    const { client } = trainer(lab);
    expect(await client.warmUp(SOURCE, "auto", runConfig())).toMatchObject({ device: { kind: "cpu" } });
    expect(lab.calls.map((call) => call.split(" ")[0])).toEqual(["open"]);
  });

  it("a warm-up that takes its worker down is no crash, and the next opening starts another worker", async () => {
    const { client, events, pairs } = trainer(fakeLab({ kind: "webgpu" }));
    const warming = client.warmUp(SOURCE, "webgpu", runConfig()).catch((thrown) => thrown);
    pairs[0]?.fireError("driver gone");
    expect(await warming).toBeInstanceOf(WorkerFailure);
    expect(await client.open(SOURCE, "webgpu")).toMatchObject({ device: { kind: "webgpu" } });
    expect(events).toEqual([]);
    expect(pairs).toHaveLength(2);
  });

  it("a warm-up that is ended ends with its worker", async () => {
    const hung: TrainerLab = { ...fakeLab({ kind: "webgpu" }), train_steps: () => new Promise(() => undefined) };
    const { client, events, pairs } = trainer(hung);
    const warming = client.warmUp(SOURCE, "webgpu", runConfig()).catch((thrown) => thrown);
    client.endWarmUp();
    expect(await warming).toBeInstanceOf(WorkerFailure);
    expect(pairs[0]?.worker.terminated).toBe(true);
    expect(events).toEqual([]);
  });

  it("a GPU that takes its worker down while opening leaves the CPU and the reason", async () => {
    const { client, pairs, events } = trainer(fakeLab());
    const opened = client.open(SOURCE, "webgpu");
    pairs[0]?.fireError("driver gone");
    expect(await opened).toMatchObject({
      device: { kind: "cpu" },
      gpu: { usable: false, code: "load_failed", message: "driver gone" },
    });
    expect(events).toEqual([]);
  });
});
