// Runs that are under way, as they outlive the page: what the engine needs to go on, what the page has drawn of them, and the visitor's
// own data, which no address names. One record a run; a run that is over has none.
import type { RunConfig } from "../engine.ts";
import type { Checkpoint, DataSource } from "../worker/protocol";
import { answerTo, kept, openDatabase } from "./database";
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

const NAME = "dif-sr-lab-under-way";
/** Grows with the shape of the records; older ones are dropped. */
const VERSION = 1;
const RUNS = "runs";
/** The visitor's own data, by the id of its run. */
const DATA = "data";

export class CheckpointStore {
  readonly #database: IDBDatabase;

  private constructor(database: IDBDatabase) {
    this.#database = database;
    // A newer build in another tab changes the shape, and would wait for this page to let go.
    database.onversionchange = () => database.close();
  }

  /** Null where the browser keeps nothing for the page. */
  static async open(factory: IDBFactory | undefined = globalThis.indexedDB): Promise<CheckpointStore | null> {
    try {
      return factory ? new CheckpointStore(await openDatabase(factory, NAME, VERSION, upgrade)) : null;
    } catch {
      // A private window, or storage that is switched off.
      return null;
    }
  }

  /** Newest first. */
  async runs(): Promise<KeptRun[]> {
    const all = await answerTo<KeptRun[]>(this.#database.transaction(RUNS).objectStore(RUNS).getAll());
    return all.sort((one, other) => other.saved - one.saved);
  }

  async dataOf(id: string): Promise<DataSource | null> {
    return (await answerTo(this.#database.transaction(DATA).objectStore(DATA).get(id))) ?? null;
  }

  /** `data` where it is the visitor's own and not kept yet. Rejects where the disk is full. */
  async put(run: KeptRun, data: DataSource | null): Promise<void> {
    const transaction = this.#database.transaction([RUNS, DATA], "readwrite");
    transaction.objectStore(RUNS).put(run, run.id);
    if (data) transaction.objectStore(DATA).put(data, run.id);
    await kept(transaction);
  }

  async remove(id: string): Promise<void> {
    const transaction = this.#database.transaction([RUNS, DATA], "readwrite");
    for (const name of [RUNS, DATA]) transaction.objectStore(name).delete(id);
    await kept(transaction);
  }
}

function upgrade(database: IDBDatabase): void {
  for (const name of [...database.objectStoreNames]) database.deleteObjectStore(name);
  for (const name of [RUNS, DATA]) database.createObjectStore(name);
}
