import { describe, expect, it, vi } from "vitest";
import type { EngineClient } from "../worker/client";
import type { Choice } from "./shelf";

const shop = { kind: "synthetic", config: { preset: "brand_loyal", seed: 1 } } as const;

async function bench() {
  vi.resetModules();
  const store = await import("./store");
  const choose = await import("./choose");
  const ready = await import("./ready");
  const shelf = await import("./shelf");
  const client = {
    ready: Promise.resolve({ kind: "cpu", name: "CPU", detail: "" }),
    onProgress: () => undefined,
    onCrash: () => undefined,
    open: async () => ({}),
    catalogue: async () => ({ attributes: [], items: [] }),
    floors: async () => ({}),
    loadModel: async (bytes: Uint8Array) => ({ system: { id: new TextDecoder().decode(bytes) }, config: {} }),
  } as unknown as EngineClient;
  const weights = new TextEncoder().encode("dif_sr");
  const floors = {} as never;
  await store.connect(client, { source: shop, weights, examples: [], floors }, shop);
  ready.readyIndex.value = {
    date: "",
    systems: ["dif_sr", "sasrec"].map((id) => ({ id, name: id }) as never),
  };
  return { store, choose, shelf };
}

const choice = (system: string, weights: () => Promise<Uint8Array>, label = ""): Choice => ({
  key: `${label === "" ? "ready" : "trained"}:${system}`,
  system,
  name: system,
  label,
  weights,
});
const bytes = (id: string) => async () => new TextEncoder().encode(id);

describe("choosing the model that answers", () => {
  it("loads it, and says so in the state that a link carries", async () => {
    const { store, choose } = await bench();
    expect(choose.answeringChoice.value?.key).toBe("ready:dif_sr");
    await choose.choose(choice("sasrec", bytes("sasrec")));
    expect(choose.answeringChoice.value?.key).toBe("ready:sasrec");
    expect([store.experiment.value.model, choose.choosing.value]).toEqual(["sasrec", null]);
  });

  it("the last of two choices answers, whichever weights arrive first", async () => {
    const { store, choose } = await bench();
    let release: () => void = () => undefined;
    const slow = choice("sasrec", () => new Promise((resolve) => (release = () => resolve(bytes("sasrec")()))));
    const first = choose.choose(slow);
    await choose.choose(choice("dif_sr-gate", bytes("dif_sr-gate")));
    release();
    await first;
    expect(store.model.value?.system.id).toBe("dif_sr-gate");
  });

  it("weights that do not arrive change nothing and say why", async () => {
    const { store, choose } = await bench();
    await choose.choose(choice("sasrec", () => Promise.reject(new Error("503 Away"))));
    expect(store.model.value?.system.id).toBe("dif_sr");
    expect([choose.chooseFailure.value, choose.choosing.value]).toEqual(["503 Away", null]);
  });

  it("other data leaves what was trained on it, and nothing of the page", async () => {
    const { store, choose, shelf } = await bench();
    const other = { kind: "synthetic", config: { preset: "department_chains", seed: 1 } } as const;
    await store.openData(other);
    expect(choose.choices.value).toEqual([]);
    const trained = { key: "run-1", system: "sasrec", name: "SASRec", label: "1", source: other };
    shelf.offerTrained({ ...trained, bytes: await bytes("sasrec")() });
    const [only] = choose.choices.value;
    if (!only) throw new Error("the run is not on the shelf");
    await choose.choose(only);
    expect(store.weights.value).toEqual({ kind: "kept", label: "1" });
    expect(choose.answeringChoice.value?.key).toBe("trained:run-1");
  });
});
