// The way to a database of the page's own. A visitor who deletes everything deletes the database under it: it lets go, and comes back with
// the next thing that is read or kept. One that is taken away otherwise is gone for as long as the page is open.
import { answerTo, kept, openDatabase, PATIENCE_MS } from "./database";

export interface Shape {
  readonly name: string;
  readonly version: number;
  /** Gives the database its stores where there is none, or one of an older version. */
  readonly upgrade: (database: IDBDatabase) => void;
}

type Stores = (name: string) => IDBObjectStore;

export class Connection {
  readonly #factory: IDBFactory;
  readonly #shape: Shape;
  #opening: Promise<IDBDatabase> | null = null;
  #isOpen = false;
  #isTaken = false;
  /** When it was deleted the last time; epoch milliseconds. */
  #emptied = 0;
  /** It is gone for good. */
  onTaken: () => void = () => undefined;
  /** All that was in it is deleted, here or in another tab. */
  onEmptied: () => void = () => undefined;

  private constructor(factory: IDBFactory, shape: Shape) {
    this.#factory = factory;
    this.#shape = shape;
  }

  static async open(factory: IDBFactory, shape: Shape): Promise<Connection> {
    const connection = new Connection(factory, shape);
    await connection.#reach();
    return connection;
  }

  /** False once it was taken away. */
  get lasting(): boolean {
    return !this.#isTaken;
  }

  /** What `read` reads, and null where all was deleted: to read it would make the database anew. */
  async look<Value>(name: string, ask: (store: IDBObjectStore) => IDBRequest<Value>): Promise<Value | null> {
    return (await this.isThere()) ? this.read(name, ask) : null;
  }

  async isThere(): Promise<boolean> {
    if (this.#isOpen) return true;
    // It may still be on its way out.
    if (this.#isTaken || Date.now() - this.#emptied < PATIENCE_MS) return false;
    const all = (await this.#factory.databases?.()) ?? [];
    return all.some(({ name }) => name === this.#shape.name);
  }

  async read<Value>(name: string, ask: (store: IDBObjectStore) => IDBRequest<Value>): Promise<Value> {
    const database = await this.#reach();
    return answerTo(ask(database.transaction(name).objectStore(name)));
  }

  /** All that `work` writes, or nothing of it. Rejects where the disk is full. */
  async write(names: readonly string[], work: (store: Stores) => void | Promise<void>): Promise<void> {
    const database = await this.#reach();
    const transaction = database.transaction([...names], "readwrite");
    const done = kept(transaction);
    try {
      await work((name) => transaction.objectStore(name));
    } catch (cause) {
      done.catch(() => undefined);
      undo(transaction);
      throw cause;
    }
    await done;
  }

  #reach(): Promise<IDBDatabase> {
    if (this.#isTaken) return Promise.reject(new Error("the storage was taken away"));
    const { name, version, upgrade } = this.#shape;
    this.#opening ??= openDatabase(this.#factory, name, version, upgrade).then(
      (database) => this.#hold(database),
      (cause) => {
        this.#opening = null;
        throw cause;
      },
    );
    return this.#opening;
  }

  #hold(database: IDBDatabase): IDBDatabase {
    const letGo = () => {
      database.close();
      this.#opening = null;
      this.#isOpen = false;
    };
    const leave = () => {
      letGo();
      this.#isTaken = true;
      this.onTaken();
    };
    // Whoever wants the database changed or deleted would wait for this page to let go.
    database.onversionchange = (event: IDBVersionChangeEvent | undefined) => {
      // A newer build in another tab needs another shape.
      if (event?.newVersion !== null) return leave();
      letGo();
      this.#emptied = Date.now();
      this.onEmptied();
    };
    // The visitor has emptied the storage in the browser's own settings, or its disk is gone.
    database.onclose = leave;
    this.#isOpen = true;
    return database;
  }
}

function undo(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // The browser has done so already.
  }
}
