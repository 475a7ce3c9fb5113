// Where finished runs are kept over a reload: IndexedDB, since weights are bytes. A browser may forbid it; runs are then kept
// for as long as the page is open.
import type { RunRecord } from "./runRecord";

export interface RecordStore {
  /** False: nothing outlives the page. */
  readonly lasting: boolean;
  records(): Promise<RunRecord[]>;
  weights(id: string): Promise<Uint8Array | null>;
  /** Weights are kept where there are any. */
  put(record: RunRecord, weights: Uint8Array | null): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
}

const NAME = "dif-sr-lab";
/** Grows with the shape of the records; older ones are dropped, since nothing depends on them. */
const VERSION = 1;
const STORES = ["runs", "weights"] as const;
type StoreName = (typeof STORES)[number];

export async function openRecordStore(factory: IDBFactory | undefined = globalThis.indexedDB): Promise<RecordStore> {
  try {
    if (factory) return new LastingStore(await openDatabase(factory));
  } catch {
    // A private window, or storage that is switched off.
  }
  return new PassingStore();
}

function openDatabase(factory: IDBFactory): Promise<IDBDatabase> {
  const request = factory.open(NAME, VERSION);
  request.onupgradeneeded = () => {
    const database = request.result;
    for (const name of [...database.objectStoreNames]) database.deleteObjectStore(name);
    for (const name of STORES) database.createObjectStore(name);
  };
  return answerTo(request);
}

function answerTo<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

class LastingStore implements RecordStore {
  readonly lasting = true;
  readonly #database: IDBDatabase;

  constructor(database: IDBDatabase) {
    this.#database = database;
  }

  records(): Promise<RunRecord[]> {
    return answerTo(this.#database.transaction("runs").objectStore("runs").getAll());
  }

  async weights(id: string): Promise<Uint8Array | null> {
    return (await answerTo(this.#database.transaction("weights").objectStore("weights").get(id))) ?? null;
  }

  put(record: RunRecord, weights: Uint8Array | null): Promise<void> {
    return this.#write((store) => {
      store("runs").put(record, record.id);
      if (weights) store("weights").put(weights, record.id);
    });
  }

  remove(ids: readonly string[]): Promise<void> {
    return this.#write((store) => {
      for (const name of STORES) for (const id of ids) store(name).delete(id);
    });
  }

  #write(work: (store: (name: StoreName) => IDBObjectStore) => void): Promise<void> {
    const transaction = this.#database.transaction(STORES, "readwrite");
    work((name) => transaction.objectStore(name));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
  }
}

class PassingStore implements RecordStore {
  readonly lasting = false;
  readonly #records = new Map<string, RunRecord>();
  readonly #weights = new Map<string, Uint8Array>();

  async records(): Promise<RunRecord[]> {
    return [...this.#records.values()];
  }

  async weights(id: string): Promise<Uint8Array | null> {
    return this.#weights.get(id) ?? null;
  }

  async put(record: RunRecord, weights: Uint8Array | null): Promise<void> {
    this.#records.set(record.id, record);
    if (weights) this.#weights.set(record.id, weights);
  }

  async remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      this.#records.delete(id);
      this.#weights.delete(id);
    }
  }
}
