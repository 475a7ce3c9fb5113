// The browser's own storage, as every store here opens it: it refuses rather than waits.

/** Why something is not kept: the browser has no room left for the page, or keeps nothing for it. */
export type Unkept = "full" | "blocked";

export function whyUnkept(cause: unknown): Unkept {
  return cause instanceof Error && cause.name === "QuotaExceededError" ? "full" : "blocked";
}

/** Tells other tabs; null in browsers that have no channels: other tabs are then seen after a reload. */
export function openChannel(name: string): BroadcastChannel | null {
  return typeof BroadcastChannel === "function" ? new BroadcastChannel(name) : null;
}

/** `upgrade` gives the database its shape where there is none, or one of an older version. */
export async function openDatabase(
  factory: IDBFactory,
  name: string,
  version: number,
  upgrade: (database: IDBDatabase) => void,
): Promise<IDBDatabase> {
  const request = factory.open(name, version);
  request.onupgradeneeded = () => upgrade(request.result);
  return Promise.race([answerTo(request), refusedWhenBlocked(request)]);
}

/** Another tab holds the storage in an older shape, and nobody knows for how long: this page goes on without it. */
function refusedWhenBlocked(request: IDBOpenDBRequest): Promise<never> {
  return new Promise((_, reject) => {
    request.onblocked = () => {
      // What comes after all must not hold up the next page in turn.
      request.addEventListener("success", () => request.result.close());
      reject(new Error("another tab holds the storage"));
    };
  });
}

export function answerTo<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Resolves once everything that the transaction writes is kept. */
export function kept(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

/** How long other tabs may take to let go of what is deleted. */
export const PATIENCE_MS = 3000;

/** Resolves to whether it is gone: a tab that does not let go of it holds it up. */
export function deleteDatabase(factory: IDBFactory, name: string): Promise<boolean> {
  const request = factory.deleteDatabase(name);
  return new Promise((resolve) => {
    request.onsuccess = () => resolve(true);
    request.onerror = () => resolve(false);
    request.onblocked = () => setTimeout(() => resolve(false), PATIENCE_MS);
  });
}
