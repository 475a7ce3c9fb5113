// Keeps the page on the visitor's machine. A file that carries its hash in its name is kept once it was loaded, whatever the host says
// about caching. On the page's word all other files of its build are kept, too, the page as the last: then the build is whole, and the
// page opens from here, with a network and without. Until then it comes from the network, as without this worker.
//
// A newer build brings a worker of its own. It waits until every window of the older one is closed, or until it is told to take over,
// so all windows are of one build; and no file that a window uses can be of another one, for each carries its hash. A browser that
// forbids storage answers from the network.

// A host may send the page's policy with this file, too: then names of scripts pass by a rule alone.
self.trustedTypes?.createPolicy("default", {
  createScriptURL: (name) => (["kept-files.js", "build-files.js"].includes(name) ? name : null),
});
importScripts("kept-files.js");

const ASSETS = addressOf("assets/");
const ALSO_PAGE = addressOf("index.html");
/** No network lies between such a page and its host, and who works on the page there wants to see what was just built. */
const IS_LOCAL = ["localhost", "127.0.0.1", "[::1]"].includes(new URL(scope).hostname);
/** Files that are fetched at once: the host has to answer the visitor meanwhile. */
const AT_ONCE = 3;

self.addEventListener("install", (event) => event.waitUntil(Promise.all([begin(), passOthersBy(event)])));
self.addEventListener("activate", (event) => event.waitUntil(Promise.all([forgetOldBuilds(), self.clients.claim()])));
self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  if (method !== "GET") return;
  if (url.startsWith(ASSETS)) event.respondWith(answerHashed(event));
  if (IS_LOCAL) return;
  const isPageAsked = [scope, ALSO_PAGE].includes(url.replace(/[?#].*/, ""));
  if (mode === "navigate" && isPageAsked) event.respondWith(answerPage(event));
  if (mode !== "navigate" && OTHERS.has(url)) event.respondWith(answerOther(event));
});
self.addEventListener("message", (event) => {
  const { keep: loaded = [], ask } = event.data ?? {};
  // The page names what it had loaded before this worker was there.
  event.waitUntil(Promise.all(loaded.filter((url) => HASHED.has(url)).map(keepLoaded)));
  if (Object.hasOwn(ANSWERS, ask)) event.waitUntil(reply(event));
});

/** Where the browser can be told, requests that are none of this worker's business do not even start it. */
async function passOthersBy(event) {
  const own = IS_LOCAL ? [] : [scope, ALSO_PAGE, ...OTHERS.keys()];
  // What is a sign in patterns stands for itself in an address.
  const pathOf = (address) => new URL(address).pathname.replace(/[+*?:{}()\\]/g, "\\$&");
  try {
    const patterns = [`${pathOf(ASSETS)}*`, ...own.map(pathOf)].map((pathname) => new URLPattern({ pathname }));
    const condition = { not: { or: patterns.map((urlPattern) => ({ urlPattern })) } };
    await event.addRoutes({ condition, source: "network" });
  } catch {
    // They pass through the listener above, which leaves them alone.
  }
}

/** Of whichever build the window is: what was kept for it is still there. */
async function answerHashed(event) {
  const { url } = event.request;
  const kept = await find(url);
  if (kept) return kept;
  const response = await fetch(event.request);
  if (HASHED.has(url)) event.waitUntil(keep(url, response.clone()));
  return response;
}

async function answerOther({ request }) {
  return (await find(keyOf(request.url))) ?? fetch(request);
}

async function answerPage(event) {
  const { request } = event;
  const own = await find(PAGE);
  if (own) {
    event.waitUntil(forgetOldBuilds());
    return (await pageInWaiting(request)) ?? own;
  }
  return fetch(request).catch(async (failure) => (await newestOfOthers()) ?? Promise.reject(failure));
}

/** A window that is loaded anew, and is the only one, gets the build that waits. A second window has to be of the first one's. */
async function pageInWaiting({ cache }) {
  const { waiting } = self.registration;
  const isReload = cache === "no-cache" || cache === "reload";
  if (!waiting || !isReload || (await windows()).length > 1) return undefined;
  const next = await newestOfOthers();
  if (next) waiting.postMessage({ ask: "takeOver" });
  return next;
}

async function windows() {
  const all = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  return all.filter(({ url }) => url.startsWith(scope));
}

/** What the page asks for. Every question but the last two is `{ entry, engines, without }`; see www/worker/keeper.ts. */
const ANSWERS = {
  look,
  take,
  async allow(question) {
    await (await caches.open(CACHE)).delete(NOTHING);
    return look(question);
  },
  async forget(question) {
    await caches.delete(CACHE);
    await (await caches.open(CACHE)).put(NOTHING, new Response(""));
    return look(question);
  },
  takeOver: async () => void self.skipWaiting(),
  leave,
};

async function reply({ data, ports: [port] }) {
  // Where storage is forbidden there is nothing to say.
  const answer = await ANSWERS[data.ask](data).catch(() => null);
  port?.postMessage(answer);
}

/** How much of what a browser needs is kept. */
async function look({ entry, engines: needed, without }) {
  const keys = new Set(await keptKeys());
  const files = filesFor(needed);
  const bytesOf = (some) => some.reduce((sum, [, bytes]) => sum + bytes, 0);
  return {
    isOwn: HASHED.has(entry),
    isLocal: IS_LOCAL,
    isOff: keys.has(NOTHING),
    kept: bytesOf(files.filter(([key]) => keys.has(key))),
    of: bytesOf(files),
    rest: files.filter(([key]) => !keys.has(key) && !without.includes(key)).length,
    windows: (await windows()).length,
  };
}

/** Keeps some of what is missing, for a worker that is at it for minutes is ended: the page asks again until there is no rest. */
async function take(question) {
  const { engines: needed, without } = question;
  const keys = new Set(await keptKeys());
  const missing = filesFor(needed).flatMap(([key]) => (keys.has(key) ? [] : [key]));
  const next = missing.filter((key) => key !== PAGE && !without.includes(key)).slice(0, AT_ONCE);
  // With its page a build is whole, so nothing else may be missing then.
  const due = next.length === 0 && missing[0] === PAGE ? [PAGE] : next;
  const kept = keys.has(NOTHING) ? [] : await Promise.all(due.map(fetchToKeep));
  const failed = due.filter((_, index) => !kept[index]);
  const given = due.length === 0 ? [...without, ...missing] : [...without, ...failed];
  return { ...(await look({ ...question, without: given })), without: given };
}
