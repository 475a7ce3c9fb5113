// What service-worker.js keeps, and what it forgets: the part of it that reads and writes the storage.

// Names `self.BUILD`: the files of this build, see www/scripts/build-files.mjs. Another build has another list, which makes the
// worker a new one.
importScripts("build-files.js");

const { scope } = self.registration;
const { id, page, hashed, others, engines } = self.BUILD;
/** Pages of one host share its storage; each keeps to its own. */
const CACHE = `dif-sr-lab ${scope}`;
/** Kept in place of everything, by a visitor who wants nothing kept. */
const NOTHING = `${scope}?keep=nothing`;

const addressOf = (name) => new URL(name, scope).href;
const byAddress = (files) => new Map(Object.entries(files).map(([name, bytes]) => [addressOf(name), bytes]));
/** By address, each with its bytes. */
const HASHED = byAddress(hashed);
/** What carries no hash is kept for each build apart: the page, and what nothing but the browser reads, such as icons. */
const OTHERS = byAddress(others);
const keyOf = (address) => `${address}?build=${id}`;
const PAGE = keyOf(scope);
const isPage = (key) => key.startsWith(`${scope}?build=`);

/**
 * The host has no such page any more, or the visitor wants nothing of it left. Until its last window is closed this worker goes on, and
 * keeps nothing: also where it was ended meanwhile and has forgotten this, for what is not begun is not kept.
 */
let isGone = false;

async function begin() {
  await caches.open(CACHE).catch(() => undefined);
}

async function leave() {
  isGone = true;
  await caches.delete(CACHE);
  await self.registration.unregister();
  return true;
}

/** Key and bytes of all that a browser needs which runs these engines; the page is the last. */
function filesFor(needed) {
  const unneeded = Object.entries(engines).flatMap(([engine, name]) => (needed.includes(engine) ? [] : [addressOf(name)]));
  return [
    ...[...HASHED].filter(([address]) => !unneeded.includes(address)),
    ...[...OTHERS].map(([address, bytes]) => [keyOf(address), bytes]),
    [PAGE, page],
  ];
}

async function find(key) {
  try {
    return await caches.match(key, { cacheName: CACHE });
  } catch {
    return undefined;
  }
}

/** In the order in which they came. */
async function keptKeys() {
  if (!(await caches.has(CACHE))) return [];
  return (await (await caches.open(CACHE)).keys()).map(({ url }) => url);
}

/** The page of another build that is whole. */
async function newestOfOthers() {
  const newest = (await keptKeys()).findLast((key) => isPage(key) && key !== PAGE);
  return newest && find(newest);
}

/** What the page has just loaded: the browser's own cache still has it. */
async function keepLoaded(url) {
  if (await find(url)) return;
  try {
    await keep(url, await fetch(url, { cache: "force-cache" }));
  } catch {
    // The connection broke; the next visit tries again.
  }
}

/** Keys that are under way: two windows may ask for the same. */
const coming = new Map();

/** Resolves to whether it is kept. */
function fetchToKeep(key) {
  const known = coming.get(key);
  if (known) return known;
  const fetched = fetchOnce(key).finally(() => coming.delete(key));
  coming.set(key, fetched);
  return fetched;
}

async function fetchOnce(key) {
  // A file that carries its hash may be in the browser's own cache, and so may a wrong answer to it.
  const ways = HASHED.has(key) ? ["force-cache", "reload"] : ["no-cache"];
  for (const cache of ways) {
    const response = await fetch(key.replace(/\?.*/, ""), { cache, priority: "low" }).catch(() => null);
    if (response && (await keep(key, response))) return true;
  }
  return false;
}

/** Resolves to whether it is kept. */
async function keep(key, response) {
  try {
    if (response.status !== 200 || !(await isFit(key, response.clone()))) return false;
    if ((await find(NOTHING)) || isGone || !(await caches.has(CACHE))) return false;
    // Browsers refuse a page that came from another address than the one that was asked for.
    const own = response.redirected ? new Response(response.body, { headers: response.headers }) : response;
    await (await caches.open(CACHE)).put(key, own);
    // It was left while this was on its way.
    if (isGone) await caches.delete(CACHE);
    return !isGone;
  } catch {
    // Storage is full or forbidden, or the connection broke.
    return false;
  }
}

/** Some hosts answer a file that is missing with a page, a few of them under the type of the file. It would be kept for good. */
async function isFit(key, { headers, body }) {
  if (isPage(key)) return isOfThisBuild(await new Response(body).text());
  if (headers.get("content-type")?.includes("text/html")) return false;
  const reader = body.getReader();
  const { value } = await reader.read();
  reader.cancel();
  return !/^\s*<(!do|htm)/i.test(new TextDecoder().decode(value?.subarray(0, 64)));
}

/** The host may have a newer page by now, and a network may answer with one of its own. */
function isOfThisBuild(html) {
  const named = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map(([, name]) => name);
  return named.length > 0 && named.every((name) => Object.hasOwn(hashed, name));
}

/**
 * Forgets what only other builds have, as soon as no window can be of one. The last build that is whole stays until this one is: it
 * opens where there is no network.
 */
async function forgetOldBuilds() {
  const { waiting, installing } = self.registration;
  if (waiting || installing) return;
  try {
    const keys = await keptKeys();
    if (!keys.includes(PAGE) && keys.some(isPage)) return;
    const own = new Set([...HASHED.keys(), ...[...OTHERS.keys()].map(keyOf), PAGE, NOTHING]);
    const cache = await caches.open(CACHE);
    await Promise.all(keys.filter((key) => !own.has(key)).map((key) => cache.delete(key)));
  } catch {
    // Nothing is kept where storage is forbidden.
  }
}
