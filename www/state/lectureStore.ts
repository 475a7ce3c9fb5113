// Where lectures of a lecturer's own are kept: in a database of their own, since a new shape of the runs' store empties it, and these are
// somebody's work. Each is kept as the text of its file, which says of what version it is. A browser may forbid it; whoever opens it then
// keeps them for as long as the page is open.
import { byteSize, NOTHING, type Size } from "./byteSize";
import { Connection } from "./connection";
import { openChannel } from "./database";

export interface KeptLecture {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly changed: number;
  /** What its file holds. */
  readonly text: string;
}

export const LECTURES = "dif-sr-lab lectures";
/** The shape of the database; what is in the texts has versions of its own. */
const VERSION = 1;
const STORE = "lectures";
const CHANNEL = "dif-sr-lab lectures";

export class LectureStore {
  readonly #connection: Connection | null;
  readonly #channel: BroadcastChannel | null;

  constructor(connection: Connection | null) {
    this.#connection = connection;
    this.#channel = connection ? openChannel(CHANNEL) : null;
  }

  /** False: nothing outlives the page. It may become false while the page is open. */
  get lasting(): boolean {
    return this.#connection?.lasting ?? false;
  }

  async all(): Promise<readonly KeptLecture[]> {
    if (!this.#connection || !this.lasting) return [];
    return this.#connection.read<KeptLecture[]>(STORE, (store) => store.getAll());
  }

  async size(): Promise<Size> {
    const all = await this.#connection?.look<KeptLecture[]>(STORE, (store) => store.getAll());
    if (!all) return NOTHING;
    return { count: all.length, bytes: byteSize(all) };
  }

  put(lecture: KeptLecture): Promise<void> {
    return this.#write((store) => store.put(lecture, lecture.id));
  }

  remove(id: string): Promise<void> {
    return this.#write((store) => store.delete(id));
  }

  removeAll(): Promise<void> {
    return this.#write((store) => store.clear());
  }

  /** Calls back when another tab has written or deleted something. */
  onChange(listener: () => void): void {
    if (this.#channel) this.#channel.onmessage = listener;
  }

  /** Calls back when everything on the device was deleted. */
  onEmptied(listener: () => void): void {
    if (this.#connection) this.#connection.onEmptied = listener;
  }

  async #write(work: (store: IDBObjectStore) => void): Promise<void> {
    if (!this.#connection || !this.lasting) return;
    await this.#connection.write([STORE], (store) => work(store(STORE)));
    this.#channel?.postMessage("changed");
  }
}

export async function openLectureStore(given?: IDBFactory): Promise<LectureStore> {
  try {
    // Reading it is refused, too, where a browser keeps nothing for the page.
    const factory = given ?? globalThis.indexedDB;
    if (factory) return new LectureStore(await Connection.open(factory, { name: LECTURES, version: VERSION, upgrade }));
  } catch {
    // A private window, or storage that is switched off.
  }
  return new LectureStore(null);
}

function upgrade(database: IDBDatabase): void {
  database.createObjectStore(STORE);
}
