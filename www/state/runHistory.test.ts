import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakePage } from "./fakeEngine";
import { fakeStorage } from "./fakeStorage";
import type { NewRecord } from "./runRecord";

const shop = { kind: "synthetic", config: { preset: "brand_loyal", seed: 1 } } as const;

/** The history as one tab of the browser has it. */
async function openTab() {
  vi.resetModules();
  const page = await fakePage();
  const history = await import("./runHistory");
  page.open(shop);
  await history.prepareHistory();
  await vi.waitFor(() => expect(history.openIdentity.value).not.toBeNull());
  const here = () => history.recordsHere.value.map(({ number, name }) => `${number} ${name}`);
  const train = (name: string, weights: Uint8Array | null = null) =>
    history.addRecord(
      { id: name, name, ended: Date.now(), data: history.openIdentity.peek() ?? "" } as NewRecord,
      weights,
    );
  return { ...history, here, train };
}

const storage = { now: fakeStorage() };
beforeEach(() => {
  storage.now = fakeStorage();
  vi.stubGlobal("indexedDB", storage.now.factory);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe("the history of runs", () => {
  test("two tabs see each other's runs, and no number is given twice", async () => {
    const [one, two] = [await openTab(), await openTab()];
    await Promise.all([one.train("a"), two.train("b")]);
    const numbers = (all: string[]) => all.map((text) => text[0]).sort();
    for (const tab of [one, two]) {
      await vi.waitFor(() => expect(tab.here()).toHaveLength(2));
      await vi.waitFor(() => expect(numbers(tab.here())).toEqual(["1", "2"]));
    }
    expect([...one.here()].sort()).toEqual([...two.here()].sort());
    await two.train("c");
    await vi.waitFor(() => expect(one.here()[0]).toBe("3 c"));
  });

  test("what one tab deletes is gone in the other", async () => {
    const [one, two] = [await openTab(), await openTab()];
    await one.train("a", Uint8Array.of(1));
    await vi.waitFor(() => expect(two.here()).toEqual(["1 a"]));
    await two.deleteRecords(["a"]);
    await vi.waitFor(() => expect(one.here()).toEqual([]));
    expect(await one.keptWeights("a")).toBeNull();
  });

  test("a run keeps its number when an earlier one is deleted, and the next does not take it", async () => {
    const tab = await openTab();
    for (const name of ["a", "b"]) await tab.train(name);
    await tab.deleteRecords(["a"]);
    await tab.train("c");
    expect(tab.here()).toEqual(["3 c", "2 b"]);
  });

  test("runs that an earlier version kept without numbers count in the order in which they ended", async () => {
    const { data } = await (await openTab()).train("first");
    const runs = storage.now.stores("dif-sr-lab").get("runs");
    runs?.clear();
    runs?.set("y", { id: "y", name: "y", ended: 2, data });
    runs?.set("x", { id: "x", name: "x", ended: 1, data });
    runs?.set("z", { id: "z", name: "z", ended: 3, data: "other data" });
    const tab = await openTab();
    expect(tab.here()).toEqual(["2 y", "1 x"]);
    await tab.train("new");
    expect(tab.here()[0]).toBe("3 new");
  });

  test("a run that could not be kept stays on screen when another tab changes something", async () => {
    const [one, two] = [await openTab(), await openTab()];
    storage.now.disk.full = true;
    await one.train("a");
    storage.now.disk.full = false;
    await two.train("b");
    await vi.waitFor(() => expect([...one.here()].sort()).toEqual(["1 b", "2 a"]));
    expect(two.here()).toEqual(["1 b"]);
    expect(one.runsUnkept.value).toBe("full");
  });
});
