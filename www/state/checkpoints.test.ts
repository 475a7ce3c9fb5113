import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { DataSource } from "../worker/client";
import { deleteDatabase } from "./database";
import { fakePage } from "./fakeEngine";
import { fakeLocks } from "./fakeNotes";
import { fakeStorage } from "./fakeStorage";
import type { Run } from "./runs";

const NAME = "dif-sr-lab-under-way";
const own = {
  kind: "files",
  name: "mine",
  itemName: null,
  log: new Uint8Array(1000),
  keep: {},
} as unknown as DataSource;
const checkpoint = { bytes: new Uint8Array(5000), place: { step: 7 } } as never;

/** Training as one tab of the browser has it; each has a run of its own. */
async function openTab() {
  vi.resetModules();
  const page = await fakePage();
  const checkpoints = await import("./checkpoints");
  const { current, set } = await import("./current");
  const { interrupted } = await import("./holder");
  const { Losses } = await import("./losses");
  page.open(own);
  set({ data: { kind: "own", id: 1 } });
  const run = (id: number) => ({ id, step: 7, epoch: 1, loss: Losses.none(0) }) as unknown as Run;
  const write = async (id = 1) => {
    const before = checkpoints.underWayChanges.peek();
    checkpoints.keepCheckpoint(run(id), checkpoint, { trained: {}, name: "DIF-SR", data: "mine" } as never);
    await vi.waitFor(() => expect(checkpoints.underWayChanges.peek()).toBeGreaterThan(before));
  };
  return { ...checkpoints, current, interrupted, run, write };
}

const browser = { storage: fakeStorage(), ...fakeLocks() };
beforeEach(() => {
  Object.assign(browser, { storage: fakeStorage() }, fakeLocks());
  vi.stubGlobal("indexedDB", browser.storage.factory);
  vi.stubGlobal("navigator", { locks: browser.locks });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe("runs that are under way", () => {
  test("are listed and weighed without reading one of them", async () => {
    const one = await openTab();
    await one.write();
    await one.write();
    browser.storage.read.length = 0;
    browser.held.clear();
    const next = await openTab();
    await next.lookForInterrupted();
    expect(next.interrupted.value).toMatchObject({ step: 7, name: "DIF-SR", data: "mine" });
    const { runs, data, brokenOff } = await next.sizeUnderWay();
    expect([runs.count, data.count, brokenOff]).toEqual([1, 1, 1]);
    expect(runs.bytes).toBeGreaterThan(5000);
    expect(runs.bytes).toBeLessThan(6000);
    expect(data.bytes).toBeGreaterThan(1000);
    expect(data.bytes).toBeLessThan(1100);
    expect(new Set(browser.storage.read)).toEqual(new Set(["list"]));
    const whole = await next.takeOver(next.interrupted.value?.id ?? "");
    expect([whole?.run.step, whole?.data]).toEqual([7, own]);
  });

  test("go on when everything is deleted, and are written down whole again, with the visitor's data", async () => {
    const [one, other] = [await openTab(), await openTab()];
    await one.write();
    browser.held.clear();
    await other.lookForInterrupted();
    expect(other.interrupted.value).not.toBeNull();
    await deleteDatabase(browser.storage.factory, NAME);
    expect([other.interrupted.value, one.outlives(one.run(1))]).toEqual([null, false]);
    expect(browser.storage.databases.has(NAME)).toBe(false);
    await one.write();
    expect(one.outlives(one.run(1))).toBe(true);
    expect([...browser.storage.stores(NAME).keys()].sort()).toEqual(["data", "list", "runs"]);
    expect(browser.storage.stores(NAME).get("data")?.size).toBe(1);
  });

  test("that were broken off are all deleted, and one that goes on elsewhere is not", async () => {
    const [one, two] = [await openTab(), await openTab()];
    await one.write();
    browser.held.clear();
    await two.write();
    const three = await openTab();
    await three.lookForInterrupted();
    await three.forgetAllInterrupted();
    expect(three.interrupted.value).toBeNull();
    expect((await three.sizeUnderWay()).runs.count).toBe(1);
    expect(browser.storage.stores(NAME).get("data")?.size).toBe(1);
  });

  test("say why they are not written down: no room, or a browser that keeps nothing", async () => {
    const tab = await openTab();
    await tab.write();
    expect([tab.runUnkept.value, tab.outlives(tab.run(1))]).toEqual([null, true]);
    browser.storage.disk.full = true;
    await tab.write();
    expect([tab.runUnkept.value, tab.outlives(tab.run(1))]).toEqual(["full", false]);
    browser.storage.disk.full = false;
    await tab.write();
    expect(tab.runUnkept.value).toBeNull();
    browser.storage.disk.blocked = true;
    const other = await openTab();
    await other.write();
    expect([other.runUnkept.value, await other.sizeUnderWay()]).toMatchObject(["blocked", { brokenOff: 0 }]);
    other.dropCheckpoint(1);
    expect(other.runUnkept.value).toBeNull();
  });
});
