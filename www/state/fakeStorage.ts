// IndexedDB for tests, in memory and shared by everybody who opens it, as tabs of one browser share theirs: a transaction that writes
// waits for the one before it.

interface Request {
  result: unknown;
  onsuccess: (() => void) | null;
}

export function fakeStorage() {
  const stores = new Map<string, Map<string, unknown>>();
  /** While it is set, nothing more is taken. */
  const disk = { full: false };
  let writing: Promise<void> = Promise.resolve();

  function storeOf(name: string, request: (work: () => unknown) => Request) {
    const store = stores.get(name) ?? new Map<string, unknown>();
    stores.set(name, store);
    return {
      getAll: () => request(() => structuredClone([...store.values()])),
      get: (key: string) => request(() => structuredClone(store.get(key))),
      put: (value: unknown, key: string) =>
        request(() => {
          if (disk.full) throw new Error("the disk is full");
          store.set(key, structuredClone(value));
        }),
      delete: (key: string) => request(() => store.delete(key)),
    };
  }

  function transaction(_: unknown, mode: "readonly" | "readwrite" = "readonly") {
    const open: (() => void)[] = [];
    const request = (work: () => unknown): Request => {
      const made: Request = { result: undefined, onsuccess: null };
      open.push(() => {
        made.result = work();
        made.onsuccess?.();
      });
      return made;
    };
    const made = {
      objectStore: (name: string) => storeOf(name, request),
      oncomplete: () => undefined,
      onabort: () => undefined,
      error: new Error("aborted"),
    };
    const run = async () => {
      try {
        for (let next = open.shift(); next; next = open.shift()) {
          next();
          await Promise.resolve();
        }
      } catch {
        made.onabort();
        return;
      }
      made.oncomplete();
    };
    if (mode === "readwrite") writing = writing.then(run);
    else queueMicrotask(() => void run());
    return made;
  }

  const database = { transaction, close: () => undefined };
  const factory = {
    open: () => {
      const request: Request & { addEventListener: () => void } = {
        ...{ result: database, onsuccess: null },
        addEventListener: () => undefined,
      };
      queueMicrotask(() => request.onsuccess?.());
      return request;
    },
  } as unknown as IDBFactory;
  return { factory, stores, disk };
}
