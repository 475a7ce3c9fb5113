import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeEngine, fakePage, settle } from "../../state/fakeEngine";
import type { Choice } from "../../state/shelf";

const shop = { kind: "synthetic", config: { preset: "brand_loyal", seed: 1 } } as const;
const choice = (id: string): Choice => ({
  key: `ready:${id}`,
  version: "brand_loyal",
  system: id,
  name: id,
  label: "",
  weights: async () => new TextEncoder().encode(id),
});

async function bench() {
  vi.resetModules();
  const page = await fakePage();
  const sides = await import("./sides");
  const { dispatch, session } = await import("../../state/current");
  const { offerTrained } = await import("../../state/shelf");
  const { WorkerFailure } = await import("../../worker/client");
  const slots = new Map<string, string>();
  const fake = fakeEngine({
    loadModel: ({ bytes, slot }) => {
      const id = new TextDecoder().decode(bytes);
      if (id === "broken") throw new WorkerFailure("wrong shape", { code: "unknown", message: "wrong shape" });
      slots.set(slot, id);
      return { system: { id }, sources: [] };
    },
    dropModel: ({ slot }) => {
      slots.delete(slot);
    },
    explain: () => ({ value: { layers: 0, items: [] }, ms: 1 }),
  });
  await page.connect(fake.client);
  page.open(shop);
  // Everything that is put side by side here was trained here: the state names it by its key.
  for (const id of ["a", "b", "c", "broken"]) {
    offerTrained({ key: id, system: id, name: id, label: id, source: shop, bytes: new TextEncoder().encode(id) });
  }
  const { choices } = await import("../../state/choices");
  const pick = (ids: readonly string[]) =>
    sides.showModels(ids.map((id) => choices.value.find(({ system }) => system === id) ?? choice(id)));
  page.loaded.value = {
    ...{ key: "own", origin: "kept", label: "", bytes: new Uint8Array() },
    summary: { sources: [], system: { id: "own" }, config: {} },
  } as unknown as NonNullable<typeof page.loaded.value>;
  const stop = sides.follow();
  /** Questions by model; "own" is the visitor's. */
  const asked = () =>
    fake.open("predict").map((question) => ({ question, model: slots.get(question.args.model ?? "") ?? "own" }));
  const answer = async (models: (model: string) => boolean) => {
    for (const { question, model } of asked()) {
      if (!models(model)) continue;
      question.answer({ value: { top: [], ranks: new Uint32Array() }, ms: 1 });
      fake.asked.splice(fake.asked.indexOf(question), 1);
    }
    await settle();
  };
  /** An edit, and the visitor's own model's answer to it. */
  const edit = async (items: number[]) => {
    dispatch({ type: "replace", items });
    await settle();
    await answer((model) => model === "own");
  };
  const others = () => asked().filter(({ model }) => model !== "own");
  return {
    page,
    sides,
    slots,
    pick,
    others,
    edit,
    answerAll: () => answer(() => true),
    answer,
    session,
    dispatch,
    stop,
  };
}

describe("models side by side", () => {
  let now: Awaited<ReturnType<typeof bench>>;
  beforeEach(async () => {
    now = await bench();
  });
  afterEach(() => now.stop());

  const shown = () => now.sides.sides.value.map(({ choice: { system } }) => system);

  test("every model is asked in its own slot, about the session on screen", async () => {
    now.pick(["a", "b"]);
    await now.edit([1, 2]);
    expect(now.others().map(({ model, question }) => [model, ...question.args.items])).toEqual([
      ["a", 1, 2],
      ["b", 1, 2],
    ]);
  });

  test("answers appear together, and a session that came and went is not shown", async () => {
    now.pick(["a", "b"]);
    await now.edit([1]);
    await now.edit([1, 2]);
    await now.answer((model) => model === "a");
    expect(now.sides.sides.value.map(({ answer }) => answer)).toEqual([null, null]);
    await now.answerAll();
    expect(now.sides.sides.value.map(({ answer }) => answer?.session)).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  test("a model that is put beside others is asked alone; theirs is known", async () => {
    now.pick(["a", "b"]);
    await now.edit([1]);
    await now.answerAll();
    now.pick(["a", "b", "c"]);
    await settle();
    expect(now.others().map(({ model }) => model)).toEqual(["c"]);
  });

  test("waits for the visitor's own list, and asks nothing once the panel is gone", async () => {
    now.pick(["a", "b"]);
    await settle();
    now.dispatch({ type: "replace", items: [1] });
    await settle();
    expect(now.others()).toHaveLength(0);
    await now.answer((model) => model === "own");
    expect(now.others()).toHaveLength(2);
    await now.answerAll();
    now.stop();
    await now.edit([1, 2]);
    expect(now.others()).toHaveLength(0);
  });

  test("a model that leaves frees its slot", async () => {
    now.pick(["a", "b", "c"]);
    await settle();
    now.sides.removeSide(1);
    await settle();
    expect([...now.slots.values()]).toEqual(["a", "c"]);
    now.sides.removeSide(1);
    expect(shown()).toEqual(["a", "c"]);
  });

  test("swapping keeps answers and what is compared", async () => {
    now.pick(["a", "b", "c"]);
    await now.edit([1]);
    await now.answerAll();
    now.sides.compareWith(2);
    now.sides.swapWithFirst(2);
    await settle();
    expect(shown()).toEqual(["c", "b", "a"]);
    expect(now.sides.partner.value).toBe(2);
    expect(now.others()).toHaveLength(0);
    expect(now.sides.sides.value.every(({ answer }) => answer !== null)).toBe(true);
  });

  test("a model that does not fit says why and holds nobody up", async () => {
    now.pick(["a", "broken"]);
    await now.edit([1]);
    await now.answerAll();
    expect(now.sides.sides.value.map(({ failure }) => failure?.message)).toEqual([undefined, "wrong shape"]);
    expect(now.sides.sides.value[0]?.answer).not.toBeNull();
  });

  test("other data takes all models away: their slots are gone", async () => {
    now.pick(["a", "b"]);
    await settle();
    now.page.open({ kind: "synthetic", config: { preset: "department_chains", seed: 1 } });
    await settle();
    expect(shown()).toEqual([]);
  });
});
