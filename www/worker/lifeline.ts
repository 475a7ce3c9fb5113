// A worker that is terminated, or whose thread dies, sends nothing. But the browser takes back its locks: a lock held for
// the whole life of a worker tells the page of any death at once, however it came.

/**
 * In the worker: takes the lock and keeps it for good. Resolves to its name, or null where there are no locks: on plain http, and
 * where the visitor forbids storage.
 */
export function holdLifeline(locks: LockManager | undefined): Promise<string | null> {
  if (!locks) return Promise.resolve(null);
  const name = `dif-sr-lab/${crypto.randomUUID()}`;
  return new Promise((resolve) => {
    const forbidden = () => resolve(null);
    locks
      .request(name, () => {
        resolve(name);
        return new Promise<never>(() => {});
      })
      .catch(forbidden);
  });
}

/** In the page: calls once when the worker is gone. Returns a way to stop watching. */
export function watchLifeline(name: string, onGone: () => void, locks: LockManager | undefined): () => void {
  const abort = new AbortController();
  locks?.request(name, { signal: abort.signal }, () => onGone()).catch(() => undefined);
  return () => abort.abort();
}
