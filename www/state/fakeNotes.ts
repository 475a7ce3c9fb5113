// What a browser has beside a database, for tests: small storages, a cache of the page's files, and locks that tabs hold.

export function fakeNotes(kept: Record<string, string> = {}): Storage {
  const all = new Map(Object.entries(kept));
  return {
    get length() {
      return all.size;
    },
    key: (at: number) => [...all.keys()][at] ?? null,
    getItem: (name: string) => all.get(name) ?? null,
    setItem: (name: string, text: string) => void all.set(name, text),
    removeItem: (name: string) => void all.delete(name),
    clear: () => all.clear(),
  };
}

/** Caches by name, each with its files by address. */
export function fakeCaches(kept: Record<string, Record<string, Uint8Array<ArrayBuffer>>>) {
  const all = new Map(Object.entries(kept));
  return {
    has: async (name: string) => all.has(name),
    keys: async () => [...all.keys()],
    delete: async (name: string) => all.delete(name),
    open: async (name: string) => {
      const files = all.get(name) ?? {};
      all.set(name, files);
      return {
        keys: async () => Object.keys(files).map((url) => ({ url })),
        match: async ({ url }: { url: string }) => new Response(files[url]),
      };
    },
  };
}

/** Locks of one browser: `tab()` gives those of one of its tabs. */
export function fakeLocks() {
  const held = new Set<string>();
  type Work = (lock: object | null) => unknown;
  const request = async (name: string, _: object, work: Work) => {
    if (held.has(name)) return work(null);
    held.add(name);
    try {
      return await work({});
    } finally {
      held.delete(name);
    }
  };
  return { held, locks: { request } };
}
