// Keeps the files that carry their hash in their name, so that the next visit loads them from this machine, whatever the host
// says about caching. A file is kept once it was loaded, never before: nobody loads every model. The page itself and all other
// files go to the network as without this worker: what is kept by content cannot be out of date, and nothing else is kept. A
// browser that forbids storage answers from the network, too.

// Names `self.HASHED_FILES`: the hashed files of this build. Another build has another list, which makes this worker a new one.
importScripts("hashed-files.js");

const { scope } = self.registration;
const ASSETS = new URL("assets/", scope);
const FILES = new Set(self.HASHED_FILES.map((name) => new URL(name, ASSETS).href));
/** Pages of one host share its storage; each keeps to its own. */
const CACHE = `dif-sr-lab ${scope}`;

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(passOthersBy(event));
});
self.addEventListener("activate", (event) => event.waitUntil(Promise.all([forgetOldFiles(), self.clients.claim()])));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && FILES.has(request.url)) event.respondWith(answer(event));
});
/** The page names what it had loaded before this worker was there. */
self.addEventListener("message", (event) => {
  const urls = event.data?.keep ?? [];
  event.waitUntil(Promise.all(urls.filter((url) => FILES.has(url)).map(keepLoaded)));
});

/** Where the browser can be told, other requests do not even start this worker. */
async function passOthersBy(event) {
  try {
    const others = { not: { urlPattern: new URLPattern({ pathname: `${ASSETS.pathname}*` }) } };
    await event.addRoutes({ condition: others, source: "network" });
  } catch {
    // They pass through the listener above, which leaves them alone.
  }
}

async function answer(event) {
  const { request } = event;
  const kept = await find(request.url);
  if (kept) return kept;
  const response = await fetch(request);
  event.waitUntil(keep(request.url, response.clone()));
  return response;
}

/** The browser's own cache still has what the page has just loaded. */
async function keepLoaded(url) {
  if (await find(url)) return;
  try {
    await keep(url, await fetch(url, { cache: "force-cache" }));
  } catch {
    // The connection broke; the next visit tries again.
  }
}

async function find(url) {
  try {
    return await (await caches.open(CACHE)).match(url);
  } catch {
    return undefined;
  }
}

async function keep(url, response) {
  try {
    if (response.status !== 200 || (await isPage(response.clone()))) return;
    await (await caches.open(CACHE)).put(url, response);
  } catch {
    // Storage is full or forbidden, or the connection broke.
  }
}

/** Some hosts answer a file that is missing with a page, a few of them under the type of the file. It would be kept for good. */
async function isPage({ headers, body }) {
  if (headers.get("content-type")?.includes("text/html")) return true;
  const reader = body.getReader();
  const { value } = await reader.read();
  reader.cancel();
  return /^\s*<(!do|htm)/i.test(new TextDecoder().decode(value?.subarray(0, 64)));
}

async function forgetOldFiles() {
  try {
    const cache = await caches.open(CACHE);
    const requests = await cache.keys();
    await Promise.all(requests.filter(({ url }) => !FILES.has(url)).map((request) => cache.delete(request)));
  } catch {
    // Nothing is kept where storage is forbidden.
  }
}
