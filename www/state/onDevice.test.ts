import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakePage } from "./fakeEngine";
import { fakeCaches, fakeLocks, fakeNotes } from "./fakeNotes";
import { fakeStorage } from "./fakeStorage";
import type { NewRecord } from "./runRecord";

const shop = { kind: "synthetic", config: { preset: "brand_loyal", seed: 1 } } as const;
const CACHE = "dif-sr-lab https://lab.example/";
const FILES = { "https://lab.example/a.js": new Uint8Array(300), "https://lab.example/?build=one": new Uint8Array(40) };

/** What is kept as one tab of the browser has it. */
async function openTab() {
  vi.resetModules();
  const page = await fakePage();
  const history = await import("./runHistory");
  const device = await import("./onDevice");
  const notes = await import("./notes");
  const { openLectureStore } = await import("./lectureStore");
  page.open(shop);
  await history.prepareHistory();
  const train = (id: string, weights: Uint8Array | null) =>
    history.addRecord({ id, name: id, ended: Date.now(), data: "x" } as NewRecord, weights);
  const lecture = async (text: string) => (await openLectureStore()).put({ id: text, changed: 1, text });
  const stop = device.followSizes();
  const counts = () => {
    const all = device.sizes.value;
    return (
      all && Object.fromEntries(device.KINDS.flatMap((kind) => (all[kind].count ? [[kind, all[kind].count]] : [])))
    );
  };
  return { ...history, ...device, ...notes, train, lecture, counts, stop };
}

const storage = { now: fakeStorage() };
beforeEach(() => {
  storage.now = fakeStorage();
  vi.stubGlobal("indexedDB", storage.now.factory);
  vi.stubGlobal("navigator", { ...fakeLocks(), storage: { estimate: async () => ({ usage: 9000, quota: 2e9 }) } });
  vi.stubGlobal("location", { href: "https://lab.example/?panel=train" });
  vi.stubGlobal("localStorage", fakeNotes({ "dif-sr.theme": "dark", another: "page" }));
  vi.stubGlobal("sessionStorage", fakeNotes({ "dif-sr.places": "[]" }));
  vi.stubGlobal("caches", fakeCaches({ [CACHE]: { ...FILES }, "another page": {} }));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const ALL = { runs: 2, lectures: 1, files: 2, notes: 2 };

describe("what is kept on the device", () => {
  test("is counted and weighed by kind, in bytes that are true", async () => {
    const tab = await openTab();
    await tab.train("a", new Uint8Array(4000));
    await tab.train("b", null);
    await tab.lecture("x".repeat(700));
    await vi.waitFor(() => expect(tab.counts()).toEqual(ALL));
    const sizes = tab.sizes.value;
    expect(sizes?.files.bytes).toBe(340);
    expect(sizes?.runs.bytes).toBeGreaterThan(4000);
    expect(sizes?.runs.bytes).toBeLessThan(4300);
    expect(sizes?.lectures.bytes).toBeGreaterThan(1400);
    expect(tab.total.value).toBe(Object.values(sizes ?? {}).reduce((sum, { bytes }) => sum + bytes, 0));
    expect(tab.room.value).toEqual({ used: 9000, most: 2e9 });
    tab.stop();
  });

  test("is deleted whole; another tab lets go of it, other pages keep theirs, and what comes then is new", async () => {
    const [tab, other] = [await openTab(), await openTab()];
    other.hearOfForgetting();
    const forgotten = vi.fn();
    other.onForgotten(forgotten);
    await tab.train("a", new Uint8Array(4000));
    await tab.train("b", null);
    await tab.lecture("talk");
    await vi.waitFor(() => expect([tab.counts(), other.counts()]).toEqual([ALL, ALL]));
    expect(await tab.deleteEverything()).toBe(true);
    expect([tab.counts(), tab.total.value, [...storage.now.databases.keys()]]).toEqual([{}, 0, []]);
    expect([tab.records.value, other.records.value]).toEqual([[], []]);
    expect(await caches.keys()).toEqual(["another page"]);
    expect([localStorage.length, localStorage.getItem("another"), sessionStorage.length]).toEqual([1, "page", 0]);
    await vi.waitFor(() => expect(forgotten).toHaveBeenCalled());
    await vi.waitFor(() => expect(other.counts()).toEqual({}));
    expect([...storage.now.databases.keys()]).toEqual([]);
    await tab.train("c", null);
    await vi.waitFor(() => expect([tab.counts(), other.counts()]).toEqual([{ runs: 1 }, { runs: 1 }]));
    expect(tab.records.value.map(({ number, name }) => `${number} ${name}`)).toEqual(["1 c"]);
    for (const one of [tab, other]) one.stop();
  });

  test("goes kind by kind, too", async () => {
    const tab = await openTab();
    await tab.train("a", new Uint8Array(10));
    await tab.train("b", null);
    await tab.lecture("talk");
    await vi.waitFor(() => expect(tab.counts()).toEqual(ALL));
    await tab.deleteKind("lectures");
    expect(tab.counts()).toEqual({ runs: 2, files: 2, notes: 2 });
    await tab.deleteKind("runs");
    expect(tab.counts()).toEqual({ files: 2, notes: 2 });
    expect(storage.now.stores("dif-sr-lab").get("weights")?.size).toBe(0);
    await tab.deleteKind("notes");
    expect(tab.counts()).toEqual({ files: 2 });
    tab.stop();
  });

  test("is nothing where the browser keeps nothing, and says so without a fault", async () => {
    storage.now.disk.blocked = true;
    vi.stubGlobal("caches", undefined);
    vi.stubGlobal("navigator", {});
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(globalThis, name, {
        configurable: true,
        get: () => {
          throw new DOMException("The operation is insecure.", "SecurityError");
        },
      });
    }
    const tab = await openTab();
    await tab.train("a", new Uint8Array(10));
    await vi.waitFor(() => expect(tab.counts()).toEqual({}));
    expect([tab.keepsAnything.value, tab.runsUnkept.value, tab.room.value]).toEqual([false, "blocked", null]);
    expect(await tab.deleteEverything()).toBe(true);
    expect(tab.records.value).toHaveLength(1);
    tab.stop();
  });
});
