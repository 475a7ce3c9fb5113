import { beforeEach, describe, expect, test, vi } from "vitest";
import type { RunConfig } from "../engine.ts";
import type { DataSource, Opened, TrainerClient } from "../worker/client";
import type { OnProgress } from "../worker/fetchFile";
import { fakeEngine, fakePage } from "./fakeEngine";

const shop: DataSource = { kind: "synthetic", config: { preset: "brand_loyal", seed: 1 } };
const other: DataSource = { kind: "synthetic", config: { preset: "department_chains", seed: 1 } };
const config = { model: { kind: "dif_sr" }, training: { epochs: 1 } } as unknown as RunConfig;
const onGpu: Opened = {
  device: { kind: "webgpu", name: "card", detail: "" },
  gpu: { usable: true, name: "card", fallback: false },
};

const noProgress: OnProgress = () => undefined;

/** A page whose session is answered, and a trainer that writes down what it is asked. */
async function page() {
  vi.resetModules();
  const { signal } = await import("@preact/signals");
  const store = await fakePage();
  const trainer = await import("./trainer");
  const { set } = await import("./current");
  const { trainsOn } = await import("./holder");
  const { defaultConfigs } = await import("./defaultConfigs");
  const { followWarmUp } = await import("./warmUp");
  const asked: string[] = [];
  const warmth = { end: () => {}, fail: () => {}, finds: onGpu, opens: onGpu, progress: noProgress };
  trainer.prepareTrainer(
    () =>
      ({
        warmUp: (source: DataSource, backend: string) => {
          asked.push(`warm up ${source === shop ? "shop" : "other"} ${backend}`);
          return new Promise<Opened>((resolve, reject) => {
            warmth.end = () => resolve(warmth.finds);
            warmth.fail = () => reject(new Error("ended"));
          });
        },
        endWarmUp: () => {
          asked.push("end");
          warmth.fail();
        },
        open: async (_: DataSource, backend: string) => {
          asked.push(`open ${backend}`);
          return warmth.opens;
        },
        stop: async () => undefined,
        on: () => () => undefined,
        onProgress: (listener: OnProgress) => {
          warmth.progress = listener;
          return () => undefined;
        },
      }) as unknown as TrainerClient,
  );
  const reading = signal(true);
  await store.connect(fakeEngine().client);
  const openData = (source: DataSource) => {
    store.open(source);
    defaultConfigs.put(new Map([["dif_sr", config]]));
  };
  openData(shop);
  const change = (epochs: number) => set({ form: { system: "dif_sr", changes: { "training.epochs": epochs } } });
  const open = () => {
    const client = trainer.trainer();
    if (!client) throw new Error("no trainer");
    return trainer.openOnTrainer(client, store.source.value ?? shop);
  };
  return { set, change, openData, trainsOn, trainer, store, followWarmUp, asked, warmth, reading, open };
}

describe("the warm-up", () => {
  let it: Awaited<ReturnType<typeof page>>;
  let follow: () => void;
  beforeEach(async () => {
    it = await page();
    follow = () => it.followWarmUp(() => it.reading.value);
  });

  test("waits until the visitor comes to the panel and has been answered", () => {
    it.reading.value = false;
    it.store.isOpening.value = true;
    follow();
    it.reading.value = true;
    expect(it.asked).toEqual([]);
    it.store.isOpening.value = false;
    expect(it.asked).toEqual(["warm up shop auto"]);
    expect(it.trainer.warmingSince.value).not.toBeNull();
  });

  test("comes once for a data set, whatever is set meanwhile", async () => {
    follow();
    it.change(2);
    it.warmth.end();
    await vi.waitFor(() => expect(it.trainsOn.value).toEqual(onGpu));
    it.change(3);
    expect(it.asked).toEqual(["warm up shop auto"]);
  });

  test("shows the bytes of the GPU's engine while they arrive, and no longer", async () => {
    follow();
    it.warmth.progress(3, 9);
    expect(it.trainer.gpuBytes.value).toEqual({ received: 3, total: 9 });
    it.warmth.progress(9, 9);
    expect(it.trainer.gpuBytes.value).toBeNull();
    // A host that compresses tells no total: the end is that of the warm-up.
    it.warmth.progress(12, null);
    it.warmth.end();
    await vi.waitFor(() => expect(it.trainer.gpuBytes.value).toBeNull());
  });

  test("that is ended while the GPU's engine arrives shows no bytes any more", () => {
    follow();
    it.warmth.progress(3, null);
    it.openData(other);
    expect(it.trainer.gpuBytes.value).toBeNull();
  });

  test("a run waits for it and finds its data open", async () => {
    follow();
    const opening = it.open();
    it.warmth.end();
    expect(await opening).toEqual(onGpu);
    expect(it.asked).toEqual(["warm up shop auto"]);
    expect(it.trainer.warmingSince.value).toBeNull();
  });

  test("one that fails is not tried again, and the run opens the device itself", async () => {
    follow();
    it.warmth.fail();
    await vi.waitFor(() => expect(it.trainer.warmingSince.value).toBeNull());
    it.change(2);
    expect(await it.open()).toEqual(onGpu);
    expect(it.asked).toEqual(["warm up shop auto", "open auto"]);
  });

  const missing = { code: "not_found", address: "https://lab.example/engine.wasm", status: 404 } as const;
  test.each<[string, Opened["gpu"]]>([
    ["was still being built", { usable: false, code: "being_built", message: "" }],
    ["did not arrive", { usable: false, code: "load_failed", message: "", reason: missing }],
  ])("a run asks again for a GPU engine that %s", async (_, gpu) => {
    const later: Opened = { device: { kind: "cpu", name: "CPU", detail: "" }, gpu };
    Object.assign(it.warmth, { finds: later, opens: later });
    follow();
    it.warmth.end();
    await vi.waitFor(() => expect(it.trainsOn.value).toEqual(later));
    expect(await it.open()).toEqual(later);
    it.warmth.opens = onGpu;
    expect(await it.open()).toEqual(onGpu);
    expect(await it.open()).toEqual(onGpu);
    expect(it.asked).toEqual(["warm up shop auto", "open auto", "open auto"]);
  });

  test("but not for one that died: it would die again", async () => {
    const reason = { code: "crashed", message: "" } as const;
    const dead: Opened = {
      device: { kind: "cpu", name: "CPU", detail: "" },
      gpu: { usable: false, code: "load_failed", message: "", reason },
    };
    Object.assign(it.warmth, { finds: dead, opens: dead });
    for (let run = 0; run < 2; run++) expect(await it.open()).toEqual(dead);
    expect(it.asked).toEqual(["open auto"]);
  });

  test("the CPU needs none, and choosing it ends one", async () => {
    follow();
    it.set({ device: "cpu" });
    await it.open();
    expect(it.asked).toEqual(["warm up shop auto", "end", "open cpu"]);
  });

  test("a run that waits goes on, on the device chosen meanwhile, when it is ended", async () => {
    follow();
    const opening = it.open();
    it.set({ device: "cpu" });
    await opening;
    expect(it.asked).toEqual(["warm up shop auto", "end", "open cpu"]);
  });

  test("other data ends it and is warmed up for", () => {
    follow();
    it.openData(other);
    expect(it.asked).toEqual(["warm up shop auto", "end", "warm up other auto"]);
  });

  test("never comes between the steps of a run", () => {
    it.trainer.holdTrainer("compare");
    follow();
    expect(it.asked).toEqual([]);
  });
});
