// Where finished runs are kept over a reload: IndexedDB, since weights are bytes. A browser may forbid it; runs are then kept
// for as long as the page is open.
import type { RunRecord } from "./runRecord";

export interface RecordStore {
  /** False: nothing outlives the page. It may become false while the page is open. */
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
    if (factory) return new StoreUntilTaken(await openDatabase(factory));
  } catch {
    // A private window, or storage that is switched off.
  }
  return new PassingStore();
}

async function openDatabase(factory: IDBFactory): Promise<IDBDatabase> {
  const request = factory.open(NAME, VERSION);
  request.onupgradeneeded = () => {
    const database = request.result;
    for (const name of [...database.objectStoreNames]) database.deleteObjectStore(name);
    for (const name of STORES) database.createObjectStore(name);
  };
  return Promise.race([answerTo(request), refusedWhenBlocked(request)]);
}

/** Another tab holds the storage in an older shape, and nobody knows for how long: this page goes on without it. */
function refusedWhenBlocked(request: IDBOpenDBRequest): Promise<never> {
  return new Promise((_, reject) => {
    request.onblocked = () => {
      // What comes after all must not hold up the next page in turn.
      request.addEventListener("success", () => request.result.close());
      reject(new Error("another tab holds the storage"));
    };
  });
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

/** Lasts until the storage is taken away. What comes from then on is kept for as long as the page is open. */
class StoreUntilTaken implements RecordStore {
  #store: RecordStore;

  constructor(database: IDBDatabase) {
    this.#store = new LastingStore(database);
    const leave = () => {
      database.close();
      this.#store = new PassingStore();
    };
    // A newer build in another tab changes the shape, and would wait for this page to let go.
    database.onversionchange = leave;
    // The visitor has emptied the storage, or its disk is gone.
    database.onclose = leave;
  }

  get lasting(): boolean {
    return this.#store.lasting;
  }
  records(): Promise<RunRecord[]> {
    return this.#store.records();
  }
  weights(id: string): Promise<Uint8Array | null> {
    return this.#store.weights(id);
  }
  put(record: RunRecord, weights: Uint8Array | null): Promise<void> {
    return this.#store.put(record, weights);
  }
  remove(ids: readonly string[]): Promise<void> {
    return this.#store.remove(ids);
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
