import { beforeEach, describe, expect, test, vi } from "vitest";
import type { RunConfig } from "../engine.ts";
import type { Backend, DataSource, Opened, TrainerClient } from "../worker/client";
import { configOf } from "./fakeConfigs";
import { fakeEngine, fakePage } from "./fakeEngine";

const shop: DataSource = { kind: "synthetic", config: { preset: "brand_loyal", seed: 1 } };
const config = configOf("sasrec", { eval_sessions: 50, targets: "prefix" });
const timing = (stepMs: number) => ({
  training: { stepMs, stepsPerEpoch: 5 },
  ...{ pretraining: null, sessionMs: 0, parameters: 1, bytes: 1 },
});

/** A page with settings, and trainers that are as quick as the test says. */
async function page() {
  vi.resetModules();
  const store = await fakePage();
  const trainer = await import("./trainer");
  const { defaultConfigs } = await import("./defaultConfigs");
  const { set } = await import("./current");
  const paces = await import("./paces");
  const { measure, measuring, measureFailure } = await import("./measurePaces");
  const { WorkerFailure } = await import("../worker/client");
  const asked: string[] = [];
  const machine = { hasGpu: true, ms: { cpu: 1, webgpu: 2 }, fails: null as Error | null, meanwhile: () => {} };
  let died: (cause: Error) => void = () => undefined;
  trainer.prepareTrainer(() => {
    let device: "cpu" | "webgpu" = "cpu";
    return {
      open: async (_: DataSource, backend: Backend): Promise<Opened> => {
        device = backend === "webgpu" && machine.hasGpu ? "webgpu" : "cpu";
        asked.push(`open ${backend}`);
        const gpu = { usable: false, code: "no_adapter", message: "" } as const;
        return { device: { kind: device, name: device, detail: "" }, gpu };
      },
      time: (given: RunConfig, sessions: number) => {
        expect([given, sessions]).toEqual([config, 50]);
        asked.push(`time ${device}`);
        return new Promise((resolve, reject) => {
          died = reject;
          machine.meanwhile();
          if (machine.fails) reject(machine.fails);
          else resolve(timing(machine.ms[device]));
        });
      },
      dispose: () => {
        asked.push("dispose");
        died(new WorkerFailure("closed", { code: "crashed", message: "closed" }));
      },
    } as unknown as TrainerClient;
  });
  await store.connect(fakeEngine().client);
  store.open(shop);
  const open = store.openData.peek();
  if (open) store.openData.value = { ...open, summary: { ...open.summary, users: 600 } };
  set({ form: { system: "sasrec", changes: {} } });
  defaultConfigs.put(new Map([["sasrec", config]]));
  return { ...store, ...trainer, ...paces, measure, measuring, measureFailure, asked, machine, WorkerFailure };
}

describe("measuring", () => {
  let it: Awaited<ReturnType<typeof page>>;
  beforeEach(async () => {
    it = await page();
  });

  test("times every device on a trainer of its own, and lets it go", async () => {
    await it.measure();
    expect(it.asked).toEqual(["open cpu", "time cpu", "open webgpu", "time webgpu", "dispose"]);
    const { cpu, webgpu } = it.pacesFor(config);
    expect([cpu?.training.stepMs, webgpu?.training.stepMs]).toEqual([1, 2]);
    expect(it.backendOf(config)).toBe("cpu");
    expect(it.measuring.value).toBeNull();
  });

  test("offers no time on a device that is not there", async () => {
    it.machine.hasGpu = false;
    await it.measure();
    expect(it.asked).toEqual(["open cpu", "time cpu", "open webgpu", "dispose"]);
    expect(it.pacesFor(config).webgpu).toBeNull();
    expect(it.gpuIsUsable.value).toBe(false);
    expect(it.backendOf(config)).toBe("auto");
  });

  test("is given up without a word when somebody trains", async () => {
    it.machine.meanwhile = () => it.holdTrainer("train");
    await it.measure();
    expect(it.asked).toEqual(["open cpu", "time cpu", "dispose", "dispose"]);
    expect(it.pacesFor(config)).toEqual({ cpu: null, webgpu: null });
    expect([it.measuring.value, it.measureFailure.value]).toEqual([null, null]);
  });

  test("says why nothing could be timed", async () => {
    it.machine.fails = new it.WorkerFailure("too large", { code: "unknown", message: "too large" });
    await it.measure();
    expect(it.measureFailure.value?.message).toBe("too large");
    expect(it.pacesFor(config)).toEqual({ cpu: null, webgpu: null });
  });

  test("does not begin while somebody trains", async () => {
    it.holdTrainer("compare");
    await it.measure();
    expect(it.asked).toEqual([]);
  });
});
