import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Explanation, Prediction } from "../../engine.ts";
import type { Choice } from "../../state/shelf";
import type { EngineClient } from "../../worker/client";

interface Question {
  readonly model: string;
  readonly items: readonly number[];
  answer(): void;
}

const choice = (id: string): Choice => ({
  key: `ready:${id}`,
  system: id,
  name: id,
  label: "",
  weights: async () => new TextEncoder().encode(id),
});

async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

async function bench() {
  vi.resetModules();
  const sides = await import("./sides");
  const store = await import("../../state/store");
  const { WorkerFailure } = await import("../../worker/client");
  const questions: Question[] = [];
  const slots = new Map<string, string>();
  const client = {
    loadModel: async (bytes: Uint8Array, slot: string) => {
      const id = new TextDecoder().decode(bytes);
      if (id === "broken") throw new WorkerFailure("wrong shape", { code: "unknown", message: "wrong shape" });
      slots.set(slot, id);
      return { system: { id } };
    },
    dropModel: async (slot: string) => {
      slots.delete(slot);
    },
    predict: ({ items, model }: { items: number[]; model: string }) =>
      new Promise((resolve) =>
        questions.push({
          model: slots.get(model) ?? "none",
          items,
          answer: () => resolve({ value: { top: [], ranks: new Uint32Array() } as unknown as Prediction, ms: 1 }),
        }),
      ),
    explain: async () => ({ value: { layers: 0, items: [] } as unknown as Explanation, ms: 1 }),
  } as unknown as EngineClient;
  store.client.value = client;
  store.engine.value = { phase: "ready" };
  sides.inView.value = true;
  const stop = sides.follow();
  /** What the store does once the visitor's own model has answered. */
  const edit = async (items: number[]) => {
    store.dispatch({ type: "replace", items });
    store.answered.value = store.experiment.value.session;
    await settle();
  };
  const answerAll = async () => {
    for (const question of questions.splice(0)) question.answer();
    await settle();
  };
  return { sides, store, slots, questions, edit, answerAll, stop };
}

describe("models side by side", () => {
  let now: Awaited<ReturnType<typeof bench>>;
  beforeEach(async () => {
    now = await bench();
  });
  afterEach(() => now.stop());

  const shown = () => now.sides.sides.value.map(({ choice: { system } }) => system);

  test("every model is asked in its own slot, about the session on screen", async () => {
    now.sides.showModels([choice("a"), choice("b")]);
    await now.edit([1, 2]);
    expect(now.questions.map(({ model, items }) => [model, ...items])).toEqual([
      ["a", 1, 2],
      ["b", 1, 2],
    ]);
  });

  test("answers appear together, and a session that came and went is not shown", async () => {
    now.sides.showModels([choice("a"), choice("b")]);
    await now.edit([1]);
    const old = now.questions.splice(0);
    await now.edit([1, 2]);
    for (const question of old) question.answer();
    await settle();
    expect(now.sides.sides.value.map(({ answer }) => answer)).toEqual([null, null]);
    now.questions[0]?.answer();
    await settle();
    expect(now.sides.sides.value.map(({ answer }) => answer)).toEqual([null, null]);
    await now.answerAll();
    expect(now.sides.sides.value.map(({ answer }) => answer?.session)).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  test("a model that is put beside others is asked alone; theirs is known", async () => {
    now.sides.showModels([choice("a"), choice("b")]);
    await now.edit([1]);
    await now.answerAll();
    now.sides.showModels([choice("a"), choice("b"), choice("c")]);
    await settle();
    expect(now.questions.map(({ model }) => model)).toEqual(["c"]);
  });

  test("waits for the visitor's own list and for being in view", async () => {
    now.sides.inView.value = false;
    now.sides.showModels([choice("a"), choice("b")]);
    await now.edit([1]);
    expect(now.questions).toHaveLength(0);
    now.sides.inView.value = true;
    await settle();
    expect(now.questions).toHaveLength(2);
    now.questions.splice(0);
    now.store.dispatch({ type: "add", item: 5 });
    await settle();
    expect(now.questions).toHaveLength(0);
  });

  test("a model that leaves frees its slot", async () => {
    now.sides.showModels([choice("a"), choice("b"), choice("c")]);
    await settle();
    now.sides.removeSide(1);
    await settle();
    expect([...now.slots.values()]).toEqual(["a", "c"]);
    now.sides.removeSide(1);
    expect(shown()).toEqual(["a", "c"]);
  });

  test("swapping keeps answers and what is compared", async () => {
    now.sides.showModels([choice("a"), choice("b"), choice("c")]);
    await now.edit([1]);
    await now.answerAll();
    now.sides.compareWith(2);
    now.sides.swapWithFirst(2);
    await settle();
    expect(shown()).toEqual(["c", "b", "a"]);
    expect(now.sides.partner.value).toBe(2);
    expect(now.questions).toHaveLength(0);
    expect(now.sides.sides.value.every(({ answer }) => answer !== null)).toBe(true);
  });

  test("weights that do not fit say why and hold nobody up", async () => {
    now.sides.showModels([choice("a"), choice("broken")]);
    await now.edit([1]);
    await now.answerAll();
    expect(now.sides.sides.value.map(({ failure }) => failure)).toEqual([null, "wrong shape"]);
    expect(now.sides.sides.value[0]?.answer).not.toBeNull();
  });

  test("other data takes all models away: their slots are gone", async () => {
    now.sides.showModels([choice("a"), choice("b")]);
    await settle();
    now.store.source.value = { kind: "synthetic", config: { preset: "department_chains", seed: 1 } };
    await settle();
    expect(shown()).toEqual([]);
  });
});
