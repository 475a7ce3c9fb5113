import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { DataSource } from "../worker/client";
import { fakePage } from "./fakeEngine";
import { fakeStorage } from "./fakeStorage";
import type { NewRecord } from "./runRecord";

const shop = { kind: "synthetic", config: { preset: "brand_loyal", seed: 1 } } as const;

/** The page after a load: nothing is on the shelf, and what was kept is offered. */
async function load() {
  vi.resetModules();
  const page = await fakePage();
  const [history, kept, shelf] = await Promise.all([import("./runHistory"), import("./keptModels"), import("./shelf")]);
  kept.offerKeptModels(async ({ name }, epoch) => `${name}, epoch ${epoch}`);
  page.open(shop);
  await vi.waitFor(() => expect(history.openIdentity.value).not.toBeNull());
  let ended = 0;
  const add = (given: Partial<NewRecord>, weights: Uint8Array | null = Uint8Array.of(1)) => {
    ended += 1;
    const whole = {
      id: `${given.name}-${ended}`,
      ...{ ended, data: history.openIdentity.peek() ?? "", origin: "train", system: "dif_sr", best: null },
      ...{ config: { model: { kind: "dif_sr" }, training: {} }, hasWeights: weights !== null, ...given },
    };
    return history.addRecord(whole as unknown as NewRecord, weights);
  };
  const models = () => shelf.trainedModels.value.map(({ key, label }) => `${key.replace(/-.*/, "")}: ${label}`);
  return { add, models, isOnShelf: kept.isOnShelf, open: page.open, identity: history.openIdentity };
}

beforeEach(() => {
  vi.stubGlobal("indexedDB", fakeStorage().factory);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test("of each system and panel the newest run with weights can answer after a load, the newest last", async () => {
  const before = await load();
  await before.add({ name: "old" });
  await before.add({ name: "other", system: "sasrec" });
  await before.add({ name: "compared", origin: "compare" });
  await before.add({ name: "own", system: null });
  await before.add({ name: "new" });
  await before.add({ name: "without" }, null);
  await before.add({ name: "elsewhere", data: "another shop", system: "gru4rec" });
  const after = await load();
  await vi.waitFor(() =>
    expect(after.models()).toEqual([
      "kept: other, epoch 0",
      "compare: compared, epoch 0",
      "kept: own, epoch 0",
      "kept: new, epoch 0",
    ]),
  );
});

test("a run of this visit left its model on the shelf already", async () => {
  const now = await load();
  now.isOnShelf(await now.add({ name: "a" }), shop);
  expect(now.models()).toEqual([]);
  const after = await load();
  await vi.waitFor(() => expect(after.models()).toEqual(["kept: a, epoch 0"]));
});

test("files that are opened again have it anew: a model on the shelf is of the files as they were opened", async () => {
  const now = await load();
  const files = () =>
    ({ kind: "files", name: "own", log: Uint8Array.of(1, 2), itemName: null, keep: {} }) as unknown as DataSource;
  const first = files();
  const opened = async (source: DataSource) => {
    now.open(source);
    await vi.waitFor(() => expect(now.identity.value).not.toBeNull());
  };
  await opened(first);
  now.isOnShelf(await now.add({ name: "a" }), first);
  await opened(shop);
  await opened(first);
  expect(now.models()).toEqual([]);
  await opened(shop);
  await opened(files());
  await vi.waitFor(() => expect(now.models()).toEqual(["kept: a, epoch 0"]));
});
