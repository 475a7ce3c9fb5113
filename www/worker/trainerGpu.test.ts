import { describe, expect, it } from "vitest";
import { WorkerFailure } from "./failure";
import { anew, fakeLab, runConfig, SHOP } from "./fakeLab";
import { fetchFailure } from "./fetchFile";
import { trainerBench } from "./trainerBench";
import type { TrainerLab } from "./trainerHost";

describe("the trainer on a GPU", () => {
  it("a warm-up opens the data and takes one step on a GPU that nobody hears of", async () => {
    const lab = fakeLab({ kind: "webgpu" });
    const steps: number[] = [];
    const { client, events } = trainerBench({
      ...lab,
      train_steps: (n) => {
        steps.push(n);
        return lab.train_steps(n);
      },
    });
    expect(await client.warmUp(SHOP, "webgpu", runConfig())).toMatchObject({ device: { kind: "webgpu" } });
    expect(lab.calls.map((call) => call.split(" ")[0])).toEqual(["open", "start"]);
    expect(steps).toEqual([1]);
    const { start } = await client.start(anew(runConfig()));
    expect(start.total_steps).toBe(20);
    expect(events.filter(({ type }) => type !== "phase")).toEqual([]);
  });

  it("a warm-up on the CPU opens the data and no more", async () => {
    const lab = fakeLab();
    const { client } = trainerBench(lab);
    expect(await client.warmUp(SHOP, "auto", runConfig())).toMatchObject({ device: { kind: "cpu" } });
    expect(lab.calls.map((call) => call.split(" ")[0])).toEqual(["open"]);
  });

  it("a warm-up that takes its worker down is no crash, and the next opening starts another worker", async () => {
    const { client, events, pairs } = trainerBench(fakeLab({ kind: "webgpu" }));
    const warming = client.warmUp(SHOP, "webgpu", runConfig()).catch((thrown) => thrown);
    pairs[0]?.fireError("driver gone");
    expect(await warming).toBeInstanceOf(WorkerFailure);
    expect(await client.open(SHOP, "webgpu")).toMatchObject({ device: { kind: "webgpu" } });
    expect(events).toEqual([]);
    expect(pairs.length).toBe(2);
  });

  it("a warm-up that is ended ends with its worker", async () => {
    const hung: TrainerLab = { ...fakeLab({ kind: "webgpu" }), train_steps: () => new Promise(() => undefined) };
    const { client, events, pairs } = trainerBench(hung);
    const warming = client.warmUp(SHOP, "webgpu", runConfig()).catch((thrown) => thrown);
    client.endWarmUp();
    expect(await warming).toBeInstanceOf(WorkerFailure);
    expect(pairs[0]?.worker.terminated).toBe(true);
    expect(events).toEqual([]);
  });

  it("a GPU that takes its worker down while opening leaves the CPU and the reason", async () => {
    const { client, pairs, events } = trainerBench(fakeLab());
    const opened = client.open(SHOP, "webgpu");
    pairs[0]?.fireError("driver gone");
    expect(await opened).toMatchObject({
      device: { kind: "cpu" },
      gpu: {
        usable: false,
        code: "load_failed",
        message: "driver gone",
        reason: { code: "crashed", message: "driver gone" },
      },
    });
    expect(events).toEqual([]);
  });

  it("tells the bytes of the GPU's engine while it comes, and of nothing else", async () => {
    const lab = fakeLab({ kind: "webgpu" });
    const { client } = trainerBench(lab, {
      openGpu: async (onProgress) => {
        onProgress(3, null);
        onProgress(7, 7);
        return lab;
      },
    });
    const seen: [number, number | null][] = [];
    const stop = client.onProgress((received, total) => seen.push([received, total]));
    await client.open(SHOP, "cpu");
    expect(seen).toEqual([]);
    await client.open(SHOP, "webgpu");
    expect(seen).toEqual([
      [3, null],
      [7, 7],
    ]);
    stop();
    await client.open(SHOP, "webgpu");
    expect(seen).toHaveLength(2);
  });

  it("an engine for the GPU that did not come is fetched anew, by another worker, the next time a GPU is wanted", async () => {
    const address = "https://lab.example/engine_bg.wasm";
    let isThere = false;
    const { client, pairs } = trainerBench(fakeLab(), {
      openGpu: async () => {
        if (!isThere) throw fetchFailure({ code: "not_found", address, status: 404 });
        return fakeLab({ kind: "webgpu" });
      },
    });
    expect(await client.open(SHOP, "auto")).toMatchObject({
      device: { kind: "cpu" },
      gpu: { code: "load_failed", reason: { code: "not_found", address, status: 404 } },
    });
    await client.open(SHOP, "cpu");
    expect(pairs.length).toBe(1);
    await client.open(SHOP, "auto");
    isThere = true;
    expect(await client.open(SHOP, "auto")).toMatchObject({ device: { kind: "webgpu" }, gpu: { usable: true } });
    await client.open(SHOP, "auto");
    expect(pairs.length).toBe(3);
  });
});
