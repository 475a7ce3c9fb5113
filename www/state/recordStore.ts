// Where finished runs are kept over a reload: IndexedDB, since weights are bytes. All tabs of the page share it: it numbers the runs, and
// tells every tab what another has changed. A browser may forbid it; runs are then kept for as long as the page is open.
import { answerTo, kept, openChannel, openDatabase } from "./database";
import { type KeptRecord, type NewRecord, nextNumber, type RunRecord, withNumbers } from "./runRecord";

export interface RecordStore {
  /** False: nothing outlives the page. It may become false while the page is open. */
  readonly lasting: boolean;
  records(): Promise<RunRecord[]>;
  weights(id: string): Promise<Uint8Array | null>;
  /** Resolves to the record with its number. Weights are kept where there are any. */
  put(record: NewRecord, weights: Uint8Array | null): Promise<RunRecord>;
  remove(ids: readonly string[]): Promise<void>;
  /** Calls back when another tab has written or deleted something. */
  onChange(listener: () => void): void;
}

const NAME = "dif-sr-lab";
/** Grows with the shape of the records; older ones are dropped, since nothing depends on them. */
const VERSION = 1;
const STORES = ["runs", "weights"] as const;
const CHANNEL = "dif-sr-lab runs";
type StoreName = (typeof STORES)[number];

export async function openRecordStore(given?: IDBFactory): Promise<RecordStore> {
  try {
    // Reading it is refused, too, where a browser keeps nothing for the page.
    const factory = given ?? globalThis.indexedDB;
    if (factory) {
      return new StoreUntilTaken(await openDatabase(factory, NAME, VERSION, upgrade), openChannel(CHANNEL));
    }
  } catch {
    // A private window, or storage that is switched off.
  }
  return new PassingStore();
}

function upgrade(database: IDBDatabase): void {
  for (const name of [...database.objectStoreNames]) database.deleteObjectStore(name);
  for (const name of STORES) database.createObjectStore(name);
}

class LastingStore implements RecordStore {
  readonly lasting = true;
  readonly #database: IDBDatabase;
  readonly #channel: BroadcastChannel | null;

  constructor(database: IDBDatabase, channel: BroadcastChannel | null) {
    this.#database = database;
    this.#channel = channel;
  }

  async records(): Promise<RunRecord[]> {
    return withNumbers(await answerTo<KeptRecord[]>(this.#database.transaction("runs").objectStore("runs").getAll()));
  }

  async weights(id: string): Promise<Uint8Array | null> {
    return (await answerTo(this.#database.transaction("weights").objectStore("weights").get(id))) ?? null;
  }

  async put(record: NewRecord, weights: Uint8Array | null): Promise<RunRecord> {
    let numbered: RunRecord = { ...record, number: 0 };
    await this.#write((store) => {
      // Read and written in one transaction: two tabs cannot take the same number.
      const all: IDBRequest<KeptRecord[]> = store("runs").getAll();
      all.onsuccess = () => {
        numbered = { ...record, number: nextNumber(withNumbers(all.result), record.data) };
        store("runs").put(numbered, record.id);
        if (weights) store("weights").put(weights, record.id);
      };
    });
    return numbered;
  }

  remove(ids: readonly string[]): Promise<void> {
    return this.#write((store) => {
      for (const name of STORES) for (const id of ids) store(name).delete(id);
    });
  }

  onChange(listener: () => void): void {
    if (this.#channel) this.#channel.onmessage = listener;
  }

  async #write(work: (store: (name: StoreName) => IDBObjectStore) => void): Promise<void> {
    const transaction = this.#database.transaction(STORES, "readwrite");
    work((name) => transaction.objectStore(name));
    await kept(transaction);
    this.#channel?.postMessage("changed");
  }
}

/** Lasts until the storage is taken away. What comes from then on is kept for as long as the page is open. */
class StoreUntilTaken implements RecordStore {
  #store: RecordStore;

  constructor(database: IDBDatabase, channel: BroadcastChannel | null) {
    this.#store = new LastingStore(database, channel);
    const leave = () => {
      database.close();
      channel?.close();
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
  put(record: NewRecord, weights: Uint8Array | null): Promise<RunRecord> {
    return this.#store.put(record, weights);
  }
  remove(ids: readonly string[]): Promise<void> {
    return this.#store.remove(ids);
  }
  onChange(listener: () => void): void {
    this.#store.onChange(listener);
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

  async put(record: NewRecord, weights: Uint8Array | null): Promise<RunRecord> {
    const numbered = { ...record, number: nextNumber([...this.#records.values()], record.data) };
    this.#records.set(record.id, numbered);
    if (weights) this.#weights.set(record.id, weights);
    return numbered;
  }

  onChange(): void {
    // Nobody else sees it.
  }

  async remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      this.#records.delete(id);
      this.#weights.delete(id);
    }
  }
}
