// Where lectures of a lecturer's own are kept: in a database of their own, since a new shape of the runs' store empties it, and these are
// somebody's work. Each is kept as the text of its file, which says of what version it is. A browser may forbid it; whoever opens it then
// keeps them for as long as the page is open.
import { answerTo, kept, openChannel, openDatabase } from "./database";

export interface KeptLecture {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly changed: number;
  /** What its file holds. */
  readonly text: string;
}

const NAME = "dif-sr-lab lectures";
/** The shape of the database; what is in the texts has versions of its own. */
const VERSION = 1;
const STORE = "lectures";
const CHANNEL = "dif-sr-lab lectures";

export class LectureStore {
  #database: IDBDatabase | null;
  readonly #channel: BroadcastChannel | null;

  constructor(database: IDBDatabase | null) {
    this.#database = database;
    this.#channel = database ? openChannel(CHANNEL) : null;
    if (!database) return;
    const leave = () => {
      database.close();
      this.#database = null;
    };
    // A newer build in another tab changes the shape, and would wait for this page to let go.
    database.onversionchange = leave;
    // The visitor has emptied the storage, or its disk is gone.
    database.onclose = leave;
  }

  /** False: nothing outlives the page. It may become false while the page is open. */
  get lasting(): boolean {
    return this.#database !== null;
  }

  async all(): Promise<readonly KeptLecture[]> {
    const store = this.#database?.transaction(STORE).objectStore(STORE);
    return store ? answerTo<KeptLecture[]>(store.getAll()) : [];
  }

  put(lecture: KeptLecture): Promise<void> {
    return this.#write((store) => store.put(lecture, lecture.id));
  }

  remove(id: string): Promise<void> {
    return this.#write((store) => store.delete(id));
  }

  /** Calls back when another tab has written or deleted something. */
  onChange(listener: () => void): void {
    if (this.#channel) this.#channel.onmessage = listener;
  }

  async #write(work: (store: IDBObjectStore) => void): Promise<void> {
    const transaction = this.#database?.transaction(STORE, "readwrite");
    if (!transaction) return;
    work(transaction.objectStore(STORE));
    await kept(transaction);
    this.#channel?.postMessage("changed");
  }
}

export async function openLectureStore(given?: IDBFactory): Promise<LectureStore> {
  try {
    // Reading it is refused, too, where a browser keeps nothing for the page.
    const factory = given ?? globalThis.indexedDB;
    if (factory) {
      return new LectureStore(
        await openDatabase(factory, NAME, VERSION, (database) => database.createObjectStore(STORE)),
      );
    }
  } catch {
    // A private window, or storage that is switched off.
  }
  return new LectureStore(null);
}
