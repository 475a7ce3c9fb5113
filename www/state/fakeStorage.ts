// IndexedDB for tests, in memory and shared by everybody who opens it, as tabs of one browser share theirs: a transaction that writes
// waits for the one before it, and a database that is deleted is let go by all.

interface Request {
  result: unknown;
  onsuccess: (() => void) | null;
}

interface FakeDatabase {
  onversionchange: ((event: { newVersion: number | null }) => void) | null;
}

type Stores = Map<string, Map<string, unknown>>;

export function fakeStorage() {
  const databases = new Map<string, Stores>();
  const open = new Map<string, Set<FakeDatabase>>();
  /** `full`: nothing more is taken. `blocked`: not even looking for it is allowed. */
  const disk = { full: false, blocked: false };
  /** Stores whose records were read whole, in the order in which they were. */
  const read: string[] = [];
  let writing: Promise<void> = Promise.resolve();

  const storesOf = (name: string): Stores => {
    const stores = databases.get(name) ?? new Map();
    databases.set(name, stores);
    return stores;
  };

  function storeOf(stores: Stores, name: string, request: (work: () => unknown) => Request) {
    const store = stores.get(name) ?? new Map<string, unknown>();
    stores.set(name, store);
    return {
      getAll: () =>
        request(() => {
          read.push(name);
          return structuredClone([...store.values()]);
        }),
      getAllKeys: () => request(() => [...store.keys()]),
      get: (key: string) =>
        request(() => {
          read.push(name);
          return structuredClone(store.get(key));
        }),
      put: (value: unknown, key: string) =>
        request(() => {
          if (disk.full) throw new DOMException("no room", "QuotaExceededError");
          store.set(key, structuredClone(value));
        }),
      delete: (key: string) => request(() => store.delete(key)),
      clear: () => request(() => store.clear()),
    };
  }

  function transaction(database: string, mode: "readonly" | "readwrite" = "readonly") {
    const waiting: (() => void)[] = [];
    const request = (work: () => unknown): Request => {
      const made: Request = { result: undefined, onsuccess: null };
      waiting.push(() => {
        made.result = work();
        made.onsuccess?.();
      });
      return made;
    };
    const made = {
      objectStore: (name: string) => storeOf(storesOf(database), name, request),
      oncomplete: () => undefined,
      onabort: () => undefined,
      abort: () => waiting.splice(0),
      error: null as unknown,
    };
    const run = async () => {
      try {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          next();
          await Promise.resolve();
        }
      } catch (cause) {
        made.error = cause;
        made.onabort();
        return;
      }
      made.oncomplete();
    };
    if (mode === "readwrite") writing = writing.then(run);
    else queueMicrotask(() => void run());
    return made;
  }

  function connect(name: string) {
    const holders = open.get(name) ?? new Set();
    open.set(name, holders);
    const database = {
      onversionchange: null as FakeDatabase["onversionchange"],
      transaction: (_: unknown, mode?: "readonly" | "readwrite") => transaction(name, mode),
      close: () => holders.delete(database),
    };
    holders.add(database);
    storesOf(name);
    return database;
  }

  function answered(work: () => unknown) {
    if (disk.blocked) throw new DOMException("The operation is insecure.", "SecurityError");
    const request: Request & { addEventListener: () => void } = {
      ...{ result: undefined, onsuccess: null },
      addEventListener: () => undefined,
    };
    queueMicrotask(() => {
      request.result = work();
      request.onsuccess?.();
    });
    return request;
  }

  const factory = {
    databases: async () => [...databases.keys()].map((name) => ({ name })),
    open: (name: string) => answered(() => connect(name)),
    deleteDatabase: (name: string) =>
      answered(() => {
        for (const one of [...(open.get(name) ?? [])]) one.onversionchange?.({ newVersion: null });
        databases.delete(name);
      }),
  } as unknown as IDBFactory;
  return { factory, databases, stores: storesOf, read, disk };
}
