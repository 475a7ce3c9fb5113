import { describe, expect, it } from "vitest";
import { openRecordStore } from "./recordStore";
import type { NewRecord } from "./runRecord";

const record = { id: "run 1" } as NewRecord;
const numbered = { ...record, number: 1 };
const weights = Uint8Array.of(1, 2);

/** Storage with one request to open it, which the test answers; what is written lands in `written`. */
function storage() {
  const written: string[] = [];
  let closed = 0;
  const getAll = () => {
    const request = { result: [], onsuccess: () => undefined };
    queueMicrotask(() => request.onsuccess());
    return request;
  };
  const store = (name: string) => ({
    getAll,
    put: () => written.push(name),
    delete: () => written.push(`not ${name}`),
  });
  const database = {
    onversionchange: () => undefined,
    onclose: () => undefined,
    close: () => {
      closed += 1;
    },
    transaction: () => {
      const transaction = { objectStore: store, oncomplete: () => undefined };
      setTimeout(() => transaction.oncomplete());
      return transaction;
    },
  };
  const request = Object.assign(new EventTarget(), {
    result: database,
    onsuccess: () => undefined,
    onblocked: () => undefined,
  });
  const succeed = () => {
    request.onsuccess();
    request.dispatchEvent(new Event("success"));
  };
  const factory = { open: () => request } as unknown as IDBFactory;
  return { factory, database, succeed, block: () => request.onblocked(), written, closed: () => closed };
}

async function openStorage() {
  const all = storage();
  const opening = openRecordStore(all.factory);
  all.succeed();
  return { ...all, store: await opening };
}

describe("the store of runs", () => {
  it("keeps runs over a reload where the browser allows it", async () => {
    const { store, written } = await openStorage();
    expect(store.lasting).toBe(true);
    await store.put(record, weights);
    await store.put(record, null);
    expect(written).toEqual(["runs", "weights", "runs"]);
  });

  it("keeps them for as long as the page is open where the browser does not", async () => {
    const store = await openRecordStore(undefined);
    await store.put(record, weights);
    expect([store.lasting, await store.records(), await store.weights("run 1")]).toEqual([false, [numbered], weights]);
    await store.remove(["run 1"]);
    expect([await store.records(), await store.weights("run 1")]).toEqual([[], null]);
  });

  it("does not wait for a tab that holds the storage in an older shape, nor holds it up itself later", async () => {
    const { factory, block, succeed, closed } = storage();
    const opening = openRecordStore(factory);
    block();
    expect((await opening).lasting).toBe(false);
    succeed();
    expect(closed()).toBe(1);
  });

  it.each(["onversionchange", "onclose"] as const)(
    "lets go of storage that is taken away, and goes on without: %s",
    async (event) => {
      const { store, database, written, closed } = await openStorage();
      database[event]();
      expect([store.lasting, closed()]).toEqual([false, 1]);
      await store.put(record, weights);
      expect(written).toEqual([]);
      expect([await store.records(), await store.weights("run 1")]).toEqual([[numbered], weights]);
    },
  );

  it("lasts as long as the page where even looking for the storage is refused", async () => {
    Object.defineProperty(globalThis, "indexedDB", {
      configurable: true,
      get: () => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
    const store = await openRecordStore();
    Reflect.deleteProperty(globalThis, "indexedDB");
    expect(store.lasting).toBe(false);
    expect(await store.put(record, weights)).toEqual(numbered);
  });
});
