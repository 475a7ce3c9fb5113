// A browser that is made of maps, as far as public/service-worker.js uses one.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import vm from "node:vm";

const codeOf = (name) => readFileSync(fileURLToPath(new URL(`public/${name}`, import.meta.url)), "utf8");
export const SCOPE = "https://lab.example/";

/** A cache as far as the worker uses one. */
class FakeCache {
  files = new Map();
  match = async (url) => this.files.get(url)?.clone();
  put = async (url, response) => void this.files.set(url, new Response(await response.arrayBuffer()));
  keys = async () => [...this.files.keys()].map((url) => ({ url }));
  delete = async (url) => this.files.delete(url);
}

/** A host that has these files, and this page. */
const hostOf = (files, page, scope) => async (request) => {
  const url = (request.url ?? request).replace(/\?.*/, "");
  const body = url === scope ? page : (files[url.slice(`${scope}assets/`.length)] ?? files[url.slice(scope.length)]);
  return body === undefined ? new Response("Not found", { status: 404 }) : new Response(...[body].flat());
};
const offline = async () => {
  throw new TypeError("Failed to fetch");
};

/**
 * A browser that has run the worker of a build.
 * # Options
 * - `files`, `others`, `engines`, `id`, `names`: the build; `names` where it lists other files than the host has
 * - `page`: what the host has for one
 * - `storage`: lives on over builds
 * - `windows`, `registration`, `caches`: of the browser
 */
export async function browser(options) {
  const { files = {}, others = {}, engines = {}, id = "one", storage = new Map(), scope = SCOPE } = options;
  const { names = Object.keys(files), windows = 1, registration = {}, caches } = options;
  const page = options.page ?? `<script src="./assets/${names[0]}"></script>`;
  let host = hostOf({ ...files, ...others }, page, scope);
  // Another page of the same host.
  const elsewhere = scope === new URL("/", scope).href ? [] : [{ url: new URL("/", scope).href }];
  const listeners = {};
  const asked = [];
  const told = [];
  const open = async (name) => {
    if (!storage.has(name)) storage.set(name, new FakeCache());
    return storage.get(name);
  };
  const self = {
    registration: { scope, unregister: async () => told.push("unregister"), ...registration },
    skipWaiting: async () => void told.push("skipWaiting"),
    clients: {
      claim: async () => undefined,
      matchAll: async () => [...Array(windows).fill({ url: `${scope}?s=1` }), ...elsewhere],
    },
    addEventListener: (type, listener) => {
      listeners[type] = listener;
    },
  };
  const fetch = async (request) => {
    asked.push(request.url ?? request);
    return host(request);
  };
  const bytes = (some, prefix = "") => Object.fromEntries(some.map((name) => [prefix + name, 10]));
  const importScripts = (name) => {
    if (name !== "build-files.js") vm.runInContext(codeOf(name), context);
    else self.BUILD = { id, page: 10, hashed: bytes(names, "assets/"), others: bytes(Object.keys(others)), engines };
  };
  const deleted = async (name) => storage.delete(name);
  const has = async (name) => storage.has(name);
  const match = async (url, { cacheName }) => storage.get(cacheName)?.match(url);
  const context = vm.createContext({
    ...{ self, URL, TextDecoder, Response, fetch, importScripts },
    caches: caches ?? { open, has, match, delete: deleted },
  });
  vm.runInContext(codeOf("service-worker.js"), context);
  /** Tells the worker of something, and waits until all that follows from it is done. */
  const tell = async (type, event = {}) => {
    const waits = [];
    let answer;
    listeners[type]({
      ports: [],
      ...event,
      waitUntil: (promise) => waits.push(promise),
      respondWith: (response) => (answer = response),
    });
    const response = await answer;
    const text = await response?.text();
    await Promise.all(waits);
    return text;
  };
  const ask = async (question, extra = {}) => {
    let answer;
    const port = { postMessage: (value) => (answer = value) };
    const data = { ask: question, entry: `${scope}assets/${names[0]}`, engines: [], without: [], ...extra };
    await tell("message", { data, ports: [port] });
    return answer;
  };
  await tell("install");
  await tell("activate");
  const request = (url, rest) =>
    tell("fetch", { request: { method: "GET", mode: "cors", cache: "default", url, ...rest } });
  return {
    asked,
    told,
    storage,
    ask,
    /** The same worker, after the browser has ended it for want of work. */
    ended: () => vm.runInContext("isGone = false", context),
    get: (place, rest) => request(scope + place, rest),
    load: (name) => request(`${scope}assets/${name}`),
    /** Without waiting for an answer. */
    tell: (ask) => tell("message", { data: { ask } }),
    named: (...urls) => tell("message", { data: { keep: urls } }),
    goOffline: () => {
      host = offline;
    },
    /** Asks until there is no rest, as the page does. */
    async takeAll(extra) {
      let now = { without: [] };
      do now = await ask("take", { ...extra, without: now.without });
      while (now.rest > 0);
      return now;
    },
    kept: () =>
      [...storage.values()]
        .flatMap(({ files: kept }) => [...kept.keys()])
        .map((url) => url.replace(`${scope}assets/`, "").replace(scope, "/")),
  };
}
