// Where finished runs are kept over a reload: IndexedDB, since weights are bytes. All tabs of the page share it: it numbers the runs, and
// tells every tab what another has changed. A browser may forbid it; runs are then kept for as long as the page is open.
import { byteSize, NOTHING, type Size } from "./byteSize";
import { Connection } from "./connection";
import { answerTo, openChannel } from "./database";
import { type KeptRecord, type NewRecord, nextNumber, type RunRecord, withNumbers } from "./runRecord";

export interface RecordStore {
  /** False: nothing outlives the page. It may become false while the page is open. */
  readonly lasting: boolean;
  records(): Promise<RunRecord[]>;
  weights(id: string): Promise<Uint8Array | null>;
  /** Of all that outlives the page. */
  size(): Promise<Size>;
  /** Resolves to the record with its number. Weights are kept where there are any. */
  put(record: NewRecord, weights: Uint8Array | null): Promise<RunRecord>;
  remove(ids: readonly string[]): Promise<void>;
  /** Calls back when another tab has written or deleted something. */
  onChange(listener: () => void): void;
  /** Calls back when everything on the device was deleted. */
  onEmptied(listener: () => void): void;
}

export const RUNS = "dif-sr-lab";
/** Grows with the shape of the records; older ones are dropped, since nothing depends on them. */
const VERSION = 1;
const STORES = ["runs", "weights"] as const;
const CHANNEL = "dif-sr-lab runs";
type StoreName = (typeof STORES)[number];

export async function openRecordStore(given?: IDBFactory): Promise<RecordStore> {
  try {
    // Reading it is refused, too, where a browser keeps nothing for the page.
    const factory = given ?? globalThis.indexedDB;
    const shape = { name: RUNS, version: VERSION, upgrade };
    if (factory) return new StoreUntilTaken(await Connection.open(factory, shape), openChannel(CHANNEL));
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
  readonly #connection: Connection;
  readonly #channel: BroadcastChannel | null;
  /** Bytes of weights by run: they are megabytes to read, and never change. */
  readonly #weighed = new Map<string, number>();

  constructor(connection: Connection, channel: BroadcastChannel | null) {
    this.#connection = connection;
    this.#channel = channel;
  }

  async records(): Promise<RunRecord[]> {
    return withNumbers(await this.#connection.read<KeptRecord[]>("runs", (store) => store.getAll()));
  }

  async weights(id: string): Promise<Uint8Array | null> {
    return (await this.#connection.read<Uint8Array | undefined>("weights", (store) => store.get(id))) ?? null;
  }

  async size(): Promise<Size> {
    const records = (await this.#connection.look<KeptRecord[]>("runs", (store) => store.getAll())) ?? [];
    const ids = (await this.#connection.look("weights", (store) => store.getAllKeys())) ?? [];
    let bytes = byteSize(records);
    for (const id of ids.map(String)) bytes += await this.#weigh(id);
    return { count: records.length, bytes };
  }

  async #weigh(id: string): Promise<number> {
    const known = this.#weighed.get(id);
    if (known !== undefined) return known;
    const weights = await this.#connection.look<Uint8Array | undefined>("weights", (store) => store.get(id));
    if (weights) this.#weighed.set(id, weights.byteLength);
    return weights?.byteLength ?? 0;
  }

  async put(record: NewRecord, weights: Uint8Array | null): Promise<RunRecord> {
    let numbered: RunRecord = { ...record, number: 0 };
    await this.#write(async (store) => {
      // Read and written in one transaction: two tabs cannot take the same number.
      const all = await answerTo<KeptRecord[]>(store("runs").getAll());
      numbered = { ...record, number: nextNumber(withNumbers(all), record.data) };
      store("runs").put(numbered, record.id);
      if (weights) store("weights").put(weights, record.id);
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

  onEmptied(listener: () => void): void {
    this.#connection.onEmptied = listener;
  }

  async #write(work: (store: (name: StoreName) => IDBObjectStore) => void | Promise<void>): Promise<void> {
    await this.#connection.write(STORES, work);
    this.#channel?.postMessage("changed");
  }
}

/** Lasts until the storage is taken away. What comes from then on is kept for as long as the page is open. */
class StoreUntilTaken implements RecordStore {
  #store: RecordStore;

  constructor(connection: Connection, channel: BroadcastChannel | null) {
    this.#store = new LastingStore(connection, channel);
    connection.onTaken = () => {
      channel?.close();
      this.#store = new PassingStore();
    };
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
  size(): Promise<Size> {
    return this.#store.size();
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
  onEmptied(listener: () => void): void {
    this.#store.onEmptied(listener);
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

  async size(): Promise<Size> {
    return NOTHING;
  }

  onChange(): void {
    // Nobody else sees it.
  }

  onEmptied(): void {
    // Nothing of it is on the device.
  }

  async remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      this.#records.delete(id);
      this.#weights.delete(id);
    }
  }
}
