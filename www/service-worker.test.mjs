// The service worker in a browser that is made of maps: what it keeps, for how long, and what it asks of the network.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { describe, expect, it } from "vitest";

const code = readFileSync(fileURLToPath(new URL("public/service-worker.js", import.meta.url)), "utf8");
const SCOPE = "https://lab.example/";
const asset = (name) => `${SCOPE}assets/${name}`;
/** As many as a page with ready models for several shops has. */
const MODELS = Array.from({ length: 300 }, (_, n) => `model${n}-1a2b3c4d.safetensors`);

/** A cache as far as the worker uses one. */
class FakeCache {
  files = new Map();
  match = async (url) => this.files.get(url)?.clone();
  put = async (url, response) => void this.files.set(url, new Response(await response.arrayBuffer()));
  keys = async () => [...this.files.keys()].map((url) => ({ url }));
  delete = async ({ url }) => this.files.delete(url);
}

/** A host that has the files of one build. */
const hostOf = (files) => async (request) => {
  const url = request.url ?? request;
  const body = files[url.slice(asset("").length)];
  return body === undefined ? new Response("Not found", { status: 404 }) : new Response(...[body].flat());
};

/** A browser that has run the worker of a build: `storage` lives on over builds. */
async function browser({ files = {}, names = Object.keys(files), storage = new Map(), caches, host = hostOf(files) }) {
  const listeners = {};
  const asked = [];
  const open = async (name) => {
    if (!storage.has(name)) storage.set(name, new FakeCache());
    return storage.get(name);
  };
  const self = {
    registration: { scope: SCOPE },
    skipWaiting: () => undefined,
    clients: { claim: async () => undefined },
    addEventListener: (type, listener) => {
      listeners[type] = listener;
    },
  };
  const fetch = async (request) => {
    asked.push(request.url ?? request);
    return host(request);
  };
  const importScripts = () => {
    self.HASHED_FILES = names;
  };
  vm.runInNewContext(code, { self, URL, TextDecoder, fetch, importScripts, caches: caches ?? { open } });
  /** Tells the worker of something, and waits until all that follows from it is done. */
  const tell = async (type, event = {}) => {
    const waits = [];
    const all = { ...event, waitUntil: (promise) => waits.push(promise) };
    let answer;
    listeners[type]({ ...all, respondWith: (response) => (answer = response) });
    const response = await answer;
    const text = await response?.text();
    await Promise.all(waits);
    return text;
  };
  await tell("install");
  await tell("activate");
  return {
    asked,
    load: (name) => tell("fetch", { request: { method: "GET", url: asset(name) } }),
    named: (...urls) => tell("message", { data: { keep: urls } }),
    kept: () =>
      [...storage.values()].flatMap(({ files: kept }) => [...kept.keys()]).map((url) => url.split("/").at(-1)),
    storage,
  };
}

describe("the service worker", () => {
  it("keeps nothing before it is loaded, however many models the page has", async () => {
    const { asked, kept, load } = await browser({ files: Object.fromEntries(MODELS.map((name) => [name, "weights"])) });
    expect([asked, kept()]).toEqual([[], []]);
    expect(await load(MODELS[7])).toBe("weights");
    expect(kept()).toEqual([MODELS[7]]);
  });

  it("answers a second time from what is kept", async () => {
    const { asked, load } = await browser({ files: { "index-1a2b3c4d.js": "code" } });
    for (let visit = 0; visit < 3; visit++) expect(await load("index-1a2b3c4d.js")).toBe("code");
    expect(asked).toHaveLength(1);
  });

  it("keeps what the page names as loaded before, of its own hashed files alone", async () => {
    const { kept, named } = await browser({ files: { "index-1a2b3c4d.js": "code", "other-1a2b3c4d.js": "code" } });
    await named(asset("index-1a2b3c4d.js"), `${SCOPE}index.html`, "https://elsewhere.example/assets/index-1a2b3c4d.js");
    expect(kept()).toEqual(["index-1a2b3c4d.js"]);
  });

  it("leaves everything else to the network", async () => {
    const { asked, load, kept } = await browser({ files: { "index-1a2b3c4d.js": "code" } });
    expect(await load("unknown-1a2b3c4d.js")).toBeUndefined();
    expect([asked, kept()]).toEqual([[], []]);
  });

  it("of another build forgets what that build does not have, and keeps the rest without loading it again", async () => {
    const [same, old, fresh] = [
      "model-11111111.safetensors",
      "model-22222222.safetensors",
      "model-33333333.safetensors",
    ];
    const before = await browser({ files: { [same]: "a", [old]: "b" } });
    await before.load(same);
    await before.load(old);
    const after = await browser({ files: { [same]: "a", [fresh]: "c" }, storage: before.storage });
    expect(after.kept()).toEqual([same]);
    expect(await after.load(same)).toBe("a");
    expect(after.asked).toEqual([]);
    await after.load(fresh);
    expect(after.kept()).toEqual([same, fresh]);
  });

  it.each([
    ["by its type", [["anything", { headers: { "content-type": "text/html" } }]]],
    [
      "by its first bytes",
      [["\n<!doctype html><title>Home</title>", { headers: { "content-type": "application/wasm" } }]],
    ],
    ["that is an error", [["Not found", { status: 404 }]]],
  ])("does not keep a page in place of a file: known %s", async (_, [answer]) => {
    const files = { "engine_bg-1a2b3c4d.wasm": answer };
    const { kept, load, named } = await browser({ files });
    expect(await load("engine_bg-1a2b3c4d.wasm")).toBe(answer[0]);
    await named(asset("engine_bg-1a2b3c4d.wasm"));
    expect(kept()).toEqual([]);
  });

  it("answers from the network where storage is forbidden", async () => {
    const forbidden = { open: () => Promise.reject(new DOMException("denied", "SecurityError")) };
    const { load } = await browser({ files: { "index-1a2b3c4d.js": "code" }, caches: forbidden });
    expect(await load("index-1a2b3c4d.js")).toBe("code");
  });
});
