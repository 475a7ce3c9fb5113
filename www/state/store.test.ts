import { beforeEach, describe, expect, it, vi } from "vitest";
import type { BakedExample, Explanation, Prediction } from "../engine.ts";
import type { EngineClient } from "../worker/client";

/** A call to the engine that the test answers when it wants to. */
interface Call {
  readonly items: readonly number[];
  answer(): void;
  fail(cause: Error): void;
}

function predictionOf(items: readonly number[]): Prediction {
  const best = (items.at(-1) ?? 0) + 1;
  const ranks = Uint32Array.from({ length: 10 }, (_, id) => (id === 0 ? 0 : id === best ? 1 : id + 1));
  return {
    top: [{ item: best, score: 1, probability: 0.5, true_probability: null }],
    ranks,
    attributes: [],
    dropped: 0,
  };
}

function explanationOf(items: readonly number[]): Explanation {
  const n = items.length;
  const square = () => new Float32Array(n * n);
  const weights = square();
  // Every row looks at the oldest item most.
  for (let row = 0; row < n; row++) weights[row * n] = 1;
  return {
    items: [...items],
    layers: 1,
    heads: 1,
    sources: [{ kind: "item", name: "item", attribute: null }],
    fusion: "none",
    contributions: square(),
    bias: new Float32Array(),
    fused: square(),
    weights,
    gates: new Float32Array(),
    causal: true,
    stacks: ["item"],
  };
}

const stored = {
  catalogue: { attributes: [], items: [] },
  summary: { name: "shop" },
  model: { config: { max_length: 20 } },
  session: [1, 2],
  prediction: { ...predictionOf([1, 2]), ranks: [...predictionOf([1, 2]).ranks] },
  explanation: explanationOf([1, 2]),
  floors: { valid: {}, test: {} },
  examples: [{ id: "a", items: [1, 2] }],
} as unknown as BakedExample;

const source = { kind: "synthetic", config: { preset: "brand_loyal", seed: 1 } } as const;

async function freshStore() {
  vi.resetModules();
  const store = await import("./store");
  const { WorkerFailure } = await import("../worker/client");
  const calls: Call[] = [];
  const crashes: (() => void)[] = [];
  const loads: string[] = [];
  const client = {
    ready: Promise.resolve({ kind: "cpu", name: "CPU", detail: "" }),
    onProgress: () => undefined,
    onCrash: (listener: () => void) => crashes.push(listener),
    open: async () => stored.summary,
    catalogue: async () => stored.catalogue,
    floors: async () => stored.floors.valid,
    loadModel: async (bytes: Uint8Array) => {
      loads.push(bytes.join());
      return stored.model;
    },
    predict: ({ items }: { items: number[] }) =>
      new Promise((resolve, reject) =>
        calls.push({ items, answer: () => resolve({ value: predictionOf(items), ms: 1 }), fail: reject }),
      ),
    explain: async ({ items }: { items: number[] }) => ({ value: explanationOf(items), ms: 1 }),
    realSession: async () => ({ items: [1], target: 2, user: 3 }),
    dispose: () => undefined,
  } as unknown as EngineClient;
  const shipped = { source, weights: new Uint8Array(), examples: stored.examples, floors: stored.floors };
  store.dispatch({ type: "replace", items: [1, 2] });
  store.showExample(stored);
  await store.connect(client, shipped, source);
  await settle();
  return { store, calls, crashes, loads, WorkerFailure };
}

/** Lets every promise that can go on go on. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

type Bench = Awaited<ReturnType<typeof freshStore>>;

async function answerAll({ calls }: Bench): Promise<void> {
  while (calls.length > 0) {
    calls.shift()?.answer();
    await settle();
  }
}

describe("store", () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await freshStore();
  });

  it("asks for the stored session first and calls the answer no change", async () => {
    expect(bench.calls.map(({ items }) => items)).toEqual([[1, 2]]);
    await answerAll(bench);
    expect(bench.store.baseline.value).toBeNull();
    expect(bench.store.pending.value).toBe(false);
  });

  it("keeps the last list on screen until the next is here, and skips sessions that came and went", async () => {
    await answerAll(bench);
    const { store, calls } = bench;
    const before = store.prediction.value;
    for (const item of [3, 4, 5]) store.dispatch({ type: "add", item });
    await settle();
    expect(store.prediction.value).toBe(before);
    expect(store.pending.value).toBe(true);
    expect(calls.map(({ items }) => items)).toEqual([[1, 2, 3]]);
    calls.shift()?.answer();
    await settle();
    expect(calls.map(({ items }) => items)).toEqual([[1, 2, 3, 4, 5]]);
    await answerAll(bench);
    expect(store.prediction.value?.top[0]?.item).toBe(6);
  });

  it("measures rank changes against the list before the last edit", async () => {
    await answerAll(bench);
    const { store } = bench;
    const before = store.prediction.value?.ranks;
    store.dispatch({ type: "add", item: 4 });
    await answerAll(bench);
    expect(store.baseline.value).toEqual({ ranks: before, reason: { kind: "add", item: 4 } });
  });

  it("keeps a pinned list as the baseline through edits", async () => {
    await answerAll(bench);
    const { store } = bench;
    const pinned = store.prediction.value?.ranks;
    store.dispatch({ type: "pinBaseline" });
    for (const item of [4, 5]) {
      store.dispatch({ type: "add", item });
      await answerAll(bench);
    }
    expect(store.baseline.value).toEqual({ ranks: pinned, reason: { kind: "pinned", session: [1, 2] } });
    store.dispatch({ type: "unpinBaseline" });
    expect(store.baseline.value).toBeNull();
  });

  it("has nothing to show for an empty session", async () => {
    await answerAll(bench);
    const { store } = bench;
    store.dispatch({ type: "clear" });
    await settle();
    expect([store.prediction.value, store.explanation.value, store.pending.value]).toEqual([null, null, false]);
  });

  it("asks again when other weights answer, against the old weights' ranks", async () => {
    await answerAll(bench);
    const { store } = bench;
    await store.useWeights(new Uint8Array(), "epoch 3");
    await answerAll(bench);
    expect(store.weights.value).toEqual({ kind: "training", label: "epoch 3" });
    expect(store.baseline.value?.reason).toEqual({ kind: "weights" });
  });

  it("weights of the page that the visitor chose are the page's own from then on", async () => {
    await answerAll(bench);
    const { store, loads } = bench;
    await store.useReadyWeights(Uint8Array.of(7));
    await store.useKeptWeights(Uint8Array.of(8), "run 1");
    expect(store.weights.value).toEqual({ kind: "kept", label: "run 1" });
    await store.useShippedWeights();
    expect(loads.slice(-3)).toEqual(["7", "8", "7"]);
    expect(store.weights.value).toEqual({ kind: "shipped" });
  });

  it("the page's weights answer no other data", async () => {
    await answerAll(bench);
    const { store, loads } = bench;
    await store.openData({ kind: "synthetic", config: { preset: "department_chains", seed: 1 } });
    const before = loads.length;
    expect(store.isShippedData.value).toBe(false);
    await store.useReadyWeights(Uint8Array.of(7));
    expect(loads).toHaveLength(before);
  });

  it("forgets the session when other data is opened, for its ids mean other items", async () => {
    await answerAll(bench);
    const { store } = bench;
    await store.openData({ kind: "synthetic", config: { preset: "department_chains", seed: 1 } });
    expect(store.experiment.value.session).toEqual([]);
    expect([store.model.value, store.weights.value]).toEqual([null, { kind: "none" }]);
    await store.openData(source);
    expect(store.weights.value).toEqual({ kind: "shipped" });
  });

  it("asks once more after a crash and gives up after the second", async () => {
    await answerAll(bench);
    const { store, calls, crashes, WorkerFailure } = bench;
    const crash = () => {
      for (const tell of crashes) tell();
      calls.shift()?.fail(new WorkerFailure("out of memory", { code: "crashed", message: "out of memory" }));
    };
    store.dispatch({ type: "add", item: 3 });
    await settle();
    crash();
    await settle();
    expect(store.engine.value.phase).toBe("restarted");
    expect(calls.map(({ items }) => items)).toEqual([[1, 2, 3]]);
    crash();
    await settle();
    expect(store.engine.value.phase).toBe("failed");
  });

  it("points all maps at the newest item's strongest look back until the visitor points elsewhere", async () => {
    await answerAll(bench);
    const { store } = bench;
    expect(store.focusCell.value).toEqual({ row: 1, column: 0, pinned: false });
    store.dispatch({ type: "pinFocus", cell: { row: 1, column: 1 } });
    expect(store.focusCell.value).toEqual({ row: 1, column: 1, pinned: true });
  });
});
