// Runs that are under way, as they outlive the page: what the engine needs to go on, what the page has drawn of them, and the visitor's
// own data, which no address names. One record a run; a run that is over has none. What a list says of a run stands apart from it: the
// whole of it is megabytes.
import type { RunConfig } from "../engine.ts";
import type { Checkpoint, DataSource } from "../worker/protocol";
import { byteSize } from "./byteSize";
import { Connection } from "./connection";
import { answerTo } from "./database";
import type { DataKey } from "./dataKey";
import type { Interrupted } from "./holder";
import type { LiveModel } from "./liveModel";
import type { KeptLosses } from "./losses";
import type { Run } from "./runs";

export interface KeptRun extends Interrupted {
  readonly key: DataKey;
  /** What the trainer trains: less than the run's own settings where it goes on from weights. */
  readonly trained: RunConfig;
  readonly run: Omit<Run, "loss" | "id"> & { readonly loss: KeptLosses };
  readonly checkpoint: Checkpoint;
  readonly newest: LiveModel | null;
  readonly best: LiveModel | null;
}

/** What is known of a run without reading it. */
export interface ListedRun extends Interrupted {
  /** Of the run, and of the visitor's own data with it. */
  readonly bytes: number;
  readonly dataBytes: number;
}

export const UNDER_WAY = "dif-sr-lab-under-way";
/** Grows with the shape of the records; older ones are dropped. */
const VERSION = 2;
const LIST = "list";
const RUNS = "runs";
/** The visitor's own data, by the id of its run. */
const DATA = "data";
const STORES = [LIST, RUNS, DATA];

export class CheckpointStore {
  readonly #connection: Connection;

  private constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Null where the browser keeps nothing for the page. */
  static async open(given?: IDBFactory): Promise<CheckpointStore | null> {
    try {
      // Reading it is refused, too, where a browser keeps nothing for the page.
      const factory = given ?? globalThis.indexedDB;
      const shape = { name: UNDER_WAY, version: VERSION, upgrade };
      return factory ? new CheckpointStore(await Connection.open(factory, shape)) : null;
    } catch {
      // A private window, or storage that is switched off.
      return null;
    }
  }

  /** Calls back when everything on the device was deleted. */
  onEmptied(listener: () => void): void {
    this.#connection.onEmptied = listener;
  }

  /** Newest first. */
  async list(): Promise<ListedRun[]> {
    const all = await this.#connection.look<ListedRun[]>(LIST, (store) => store.getAll());
    return (all ?? []).sort((one, other) => other.saved - one.saved);
  }

  async run(id: string): Promise<KeptRun | null> {
    return (await this.#connection.read<KeptRun | undefined>(RUNS, (store) => store.get(id))) ?? null;
  }

  async dataOf(id: string): Promise<DataSource | null> {
    return (await this.#connection.read<DataSource | undefined>(DATA, (store) => store.get(id))) ?? null;
  }

  /** `data` where it is the visitor's own and not kept yet. Rejects where the disk is full. */
  put(run: KeptRun, data: DataSource | null): Promise<void> {
    const { id, step, epoch, saved, name, data: dataName } = run;
    return this.#connection.write(STORES, async (store) => {
      const before = await answerTo<ListedRun | undefined>(store(LIST).get(id));
      const dataBytes = data ? byteSize(data) : (before?.dataBytes ?? 0);
      const listed: ListedRun = { id, step, epoch, saved, name, data: dataName, bytes: byteSize(run), dataBytes };
      store(LIST).put(listed, id);
      store(RUNS).put(run, id);
      if (data) store(DATA).put(data, id);
    });
  }

  remove(id: string): Promise<void> {
    return this.#connection.write(STORES, (store) => {
      for (const name of STORES) store(name).delete(id);
    });
  }
}

function upgrade(database: IDBDatabase): void {
  for (const name of [...database.objectStoreNames]) database.deleteObjectStore(name);
  for (const name of STORES) database.createObjectStore(name);
}
