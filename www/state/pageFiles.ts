// What the page's service worker has kept of the page's own files, as bytes, and how to be rid of it. See public/kept-files.js.
import { askToLeave } from "../worker/keeper";
import { byteSize, NOTHING, type Size } from "./byteSize";
import { loseKeeper } from "./kept";

/** Where a browser has no service workers for this page, it has nothing kept either. */
const workers = (): ServiceWorkerContainer | undefined => navigator.serviceWorker;

/** Pages of one host share its storage; each keeps to its own. */
const cacheName = () => `dif-sr-lab ${new URL(import.meta.env.BASE_URL, location.href).href.replace(/[?#].*/, "")}`;

/** By address. A file that carries its hash never changes, and is weighed once. */
const weighed = new Map<string, number>();

export async function sizeOfPageFiles(): Promise<Size> {
  try {
    if (!(await caches.has(cacheName()))) return NOTHING;
    const cache = await caches.open(cacheName());
    // What stands for "keep nothing" is no file.
    const kept = (await cache.keys()).filter(({ url }) => !url.endsWith("?keep=nothing"));
    let bytes = 0;
    for (const request of kept) bytes += await weigh(cache, request);
    return { count: kept.length, bytes };
  } catch {
    // There is no such storage, or it is forbidden.
    return NOTHING;
  }
}

async function weigh(cache: Cache, request: Request): Promise<number> {
  const known = weighed.get(request.url);
  if (known !== undefined) return known;
  const body = await (await cache.match(request))?.arrayBuffer();
  const bytes = body ? byteSize(body) : 0;
  weighed.set(request.url, bytes);
  return bytes;
}

/** With the worker that kept them. Resolves to whether nothing is left. */
export async function deletePageFiles(): Promise<boolean> {
  try {
    const registration = await workers()?.getRegistration();
    const all = [registration?.installing, registration?.waiting, registration?.active];
    await Promise.all(all.map((worker) => worker && askToLeave(worker)));
    loseKeeper();
    await globalThis.caches?.delete(cacheName());
    await registration?.unregister();
    return !(await globalThis.caches?.has(cacheName()));
  } catch {
    // Where they are forbidden, there are none.
    return true;
  }
}
