import { beforeEach, describe, expect, it, vi } from "vitest";
import type { BakedExample, Explanation, ModelSummary, Prediction } from "../engine.ts";
import { fakeEngine, settle } from "./fakeEngine";

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
    sources: [
      { kind: "item", name: "item", attribute: null },
      { kind: "position", name: "position", attribute: null },
    ],
    fusion: "sum",
    contributions: new Float32Array(2 * n * n),
    bias: new Float32Array(),
    fused: square(),
    weights,
    gates: new Float32Array(),
    causal: true,
    stacks: ["item"],
  };
}

const summary = {
  config: { max_length: 20 },
  system: { id: "dif_sr" },
  sources: explanationOf([1]).sources,
} as unknown as ModelSummary;

const stored = {
  catalogue: { attributes: [], items: Array.from({ length: 10 }, () => ({})) },
  summary: { name: "shop" },
  model: summary,
  session: [1, 2],
  prediction: { ...predictionOf([1, 2]), ranks: [...predictionOf([1, 2]).ranks] },
  explanation: explanationOf([1, 2]),
  floors: { valid: {}, test: {} },
  examples: [{ id: "a", items: [1, 2] }],
} as unknown as BakedExample;

async function bench() {
  vi.resetModules();
  const state = await import("./current");
  const engine = await import("./engine");
  const opened = await import("./opened");
  const answers = await import("./answers");
  const focus = { ...(await import("./focus")), ...(await import("./hoverCell")) };
  const { paintStored } = await import("./stored");
  const fake = fakeEngine({ explain: ({ items }) => ({ value: explanationOf(items), ms: 1 }) });
  paintStored(stored);
  await engine.connect(fake.client);
  /** The engine has the model, as `resources` has it load one. */
  const load = (key: string) => {
    opened.loaded.value = { key, summary, origin: "ready", label: "", bytes: new Uint8Array() };
  };
  load("ready:dif_sr");
  await settle();
  const answerAll = async () => {
    for (const question of fake.open("predict")) {
      question.answer({ value: predictionOf(question.args.items), ms: 1 });
      fake.asked.splice(fake.asked.indexOf(question), 1);
    }
    await settle();
  };
  return { ...state, ...answers, ...focus, engine, fake, load, answerAll };
}

describe("the model's answers", () => {
  let now: Awaited<ReturnType<typeof bench>>;
  beforeEach(async () => {
    now = await bench();
  });
  const asked = () => now.fake.open("predict").map(({ args: { items } }) => items);

  it("begin with the stored example, which the engine's own takes the place of without a change of rank", async () => {
    expect(now.prediction.value?.top[0]?.item).toBe(3);
    expect([now.pending.value, now.timings.value]).toEqual([false, null]);
    expect(asked()).toEqual([[1, 2]]);
    await now.answerAll();
    expect([now.baseline.value, now.timings.value?.predict]).toEqual([null, 1]);
  });

  it("are timed by the engine's own work: what they waited behind other questions is no part of it", async () => {
    await new Promise((resolve) => setTimeout(resolve, 30));
    await now.answerAll();
    expect([now.engineMs.value, now.timings.value?.predict, now.timings.value?.explain]).toEqual([2, 1, 1]);
    expect(now.timings.value?.total).toBeGreaterThan(20);
  });

  it("keep the last list on screen until the next is here, and skip sessions that came and went", async () => {
    await now.answerAll();
    const before = now.prediction.value;
    for (const item of [3, 4, 5]) now.dispatch({ type: "add", item });
    await settle();
    expect([now.prediction.value, now.pending.value]).toEqual([before, true]);
    expect(asked()).toEqual([[1, 2, 3, 4, 5]]);
    await now.answerAll();
    expect(now.prediction.value?.top[0]?.item).toBe(6);
  });

  it("measure rank changes against the list before the last edit", async () => {
    await now.answerAll();
    const before = now.prediction.value?.ranks;
    now.dispatch({ type: "add", item: 4 });
    await now.answerAll();
    expect(now.baseline.value).toEqual({ ranks: before, reason: { kind: "add", item: 4 } });
  });

  it("keep a pinned list as the baseline through edits", async () => {
    await now.answerAll();
    now.set({ pinned: now.session.value });
    await now.answerAll();
    const pinned = now.baseline.value;
    expect(pinned?.reason).toEqual({ kind: "pinned", session: [1, 2] });
    for (const item of [4, 5]) {
      now.dispatch({ type: "add", item });
      await now.answerAll();
    }
    expect(now.baseline.value).toEqual(pinned);
    now.set({ pinned: null });
    expect(now.baseline.value?.reason).toEqual({ kind: "add", item: 5 });
  });

  it("keep a pinned list as it was on screen, whichever models, filters and sources answer later", async () => {
    await now.answerAll();
    now.set({ off: ["P"] });
    await now.answerAll();
    const ranks = now.prediction.value?.ranks;
    now.set({ pinned: now.session.value });
    await settle();
    expect(asked()).toEqual([]);
    expect(now.baseline.value?.ranks).toBe(ranks);
    for (const key of ["run:1:epoch:1", "run:1:epoch:2", "ready:sasrec"]) {
      now.load(key);
      await now.answerAll();
      expect(now.baseline.value?.ranks).toBe(ranks);
    }
    now.set({ off: [], excludeSeen: true });
    await now.answerAll();
    now.set({ pinned: [...now.session.value] });
    expect(now.baseline.value?.ranks).toBe(ranks);
    now.set({ pinned: null });
    now.set({ pinned: now.session.value });
    expect(now.baseline.value?.ranks).toBe(now.prediction.value?.ranks);
  });

  it("ask for the list that a link pins once, of the model that answers then", async () => {
    await now.answerAll();
    now.set({ pinned: [5, 6] });
    await settle();
    expect([asked(), now.baseline.value]).toEqual([[[5, 6]], null]);
    await now.answerAll();
    const pinned = now.baseline.value;
    expect(pinned?.ranks[7]).toBe(1);
    now.load("ready:sasrec");
    await settle();
    expect(asked()).toEqual([[1, 2]]);
    await now.answerAll();
    expect(now.baseline.value?.ranks).toBe(pinned?.ranks);
  });

  it("have nothing to show for an empty session", async () => {
    await now.answerAll();
    now.dispatch({ type: "clear" });
    await settle();
    expect([now.prediction.value, now.explanation.value, now.pending.value]).toEqual([null, null, false]);
  });

  it("come anew from another model, against the old one's ranks", async () => {
    await now.answerAll();
    now.load("ready:sasrec");
    await now.answerAll();
    expect(now.baseline.value?.reason).toEqual({ kind: "model" });
  });

  it("come with sources switched off, in the model's order, and say so", async () => {
    await now.answerAll();
    now.set({ off: ["P"] });
    await settle();
    expect(now.fake.open("predict")[0]?.args.source_scale).toEqual([1, 0]);
    await now.answerAll();
    expect(now.baseline.value?.reason).toEqual({ kind: "sources" });
  });

  it("come with sources scaled, against the list before the first of the edits, and forget them with the rest", async () => {
    await now.answerAll();
    const before = now.prediction.value?.ranks;
    for (const factor of [0.95, 0.9, 0.5]) {
      now.set({ factors: [{ letter: "P", layer: null, factor }] });
      await settle();
      expect(now.fake.open("predict").map(({ args }) => args.source_scale)).toEqual([[1, factor]]);
      await now.answerAll();
      expect(now.baseline.value).toEqual({ ranks: before, reason: { kind: "sources" } });
      expect(now.baseline.value?.ranks).toBe(before);
    }
    now.set({ factors: [] });
    await settle();
    expect(now.fake.open("predict")[0]?.args.source_scale).toEqual([]);
  });

  it("point all maps at the newest item's strongest look back until the visitor points elsewhere", async () => {
    await now.answerAll();
    expect(now.focusCell.value).toEqual({ row: 1, column: 0, pinned: false });
    now.hoverCell({ row: 0, column: 0 });
    expect(now.focusCell.value).toEqual({ row: 0, column: 0, pinned: false });
    now.pinCell({ row: 1, column: 1 });
    now.hoverCell({ row: 0, column: 0 });
    expect(now.focusCell.value).toEqual({ row: 1, column: 1, pinned: true });
    now.freeCell();
    expect(now.focusCell.value).toEqual({ row: 1, column: 1, pinned: false });
  });

  it("are let go by the pointer when an edit makes its row mean another item", async () => {
    await now.answerAll();
    now.hoverCell({ row: 0, column: 0 });
    now.dispatch({ type: "add", item: 4 });
    expect(now.hovered.value).toBeNull();
  });

  it("of a hundred pointer moves change nothing but the focus", async () => {
    await now.answerAll();
    const before = now.experiment.value;
    for (let move = 0; move < 100; move++) now.hoverCell({ row: move % 2, column: 0 });
    expect(now.experiment.value).toBe(before);
  });
});
