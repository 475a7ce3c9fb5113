// The service worker in a browser that is made of maps: what it keeps, for how long, which page it opens, and what it asks of the
// network.
import { describe, expect, it } from "vitest";
import { browser, SCOPE } from "./fakeServiceWorker.mjs";

const NAVIGATE = { mode: "navigate" };
const RELOAD = { mode: "navigate", cache: "no-cache" };
/** As many as a page with ready models for several shops has. */
const MODELS = Array.from({ length: 300 }, (_, n) => `model${n}-1a2b3c4d.safetensors`);

const asset = (name) => `${SCOPE}assets/${name}`;

describe("what was loaded", () => {
  it("is kept, and nothing before, however many models the page has", async () => {
    const { asked, kept, load } = await browser({ files: Object.fromEntries(MODELS.map((name) => [name, "weights"])) });
    expect([asked, kept()]).toEqual([[], []]);
    expect(await load(MODELS[7])).toBe("weights");
    expect(kept()).toEqual([MODELS[7]]);
  });

  it("is answered a second time from what is kept", async () => {
    const { asked, load } = await browser({ files: { "index-1a2b3c4d.js": "code" } });
    for (let visit = 0; visit < 3; visit++) expect(await load("index-1a2b3c4d.js")).toBe("code");
    expect(asked).toHaveLength(1);
  });

  it("is kept when the page names it as loaded before, of the build's own hashed files alone", async () => {
    const { kept, named } = await browser({ files: { "index-1a2b3c4d.js": "code", "other-1a2b3c4d.js": "code" } });
    await named(asset("index-1a2b3c4d.js"), `${SCOPE}index.html`, "https://elsewhere.example/assets/index-1a2b3c4d.js");
    expect(kept()).toEqual(["index-1a2b3c4d.js"]);
  });

  it("is not kept where the build does not know it", async () => {
    const { get, kept } = await browser({
      files: { "index-1a2b3c4d.js": "code", "new-1a2b3c4d.js": "new" },
      names: ["index-1a2b3c4d.js"],
    });
    expect(await get("assets/new-1a2b3c4d.js")).toBe("new");
    expect(await get("engines.json")).toBeUndefined();
    expect(kept()).toEqual([]);
  });

  it.each([
    ["by its type", [["anything", { headers: { "content-type": "text/html" } }]]],
    [
      "by its first bytes",
      [["\n<!doctype html><title>Home</title>", { headers: { "content-type": "application/wasm" } }]],
    ],
    ["that is an error", [["Not found", { status: 404 }]]],
  ])("is not kept where it is a page in place of a file: known %s", async (_, [answer]) => {
    const files = { "engine_bg-1a2b3c4d.wasm": answer };
    const { kept, load, named } = await browser({ files });
    expect(await load("engine_bg-1a2b3c4d.wasm")).toBe(answer[0]);
    await named(asset("engine_bg-1a2b3c4d.wasm"));
    expect(kept()).toEqual([]);
  });

  it("comes from the network where storage is forbidden, and nothing is said of what is kept", async () => {
    const forbidden = { open: () => Promise.reject(new DOMException("denied", "SecurityError")) };
    const { load, get, ask } = await browser({ files: { "index-1a2b3c4d.js": "code" }, caches: forbidden });
    expect(await load("index-1a2b3c4d.js")).toBe("code");
    expect(await get("?s=1", NAVIGATE)).toContain("<script");
    expect(await ask("look")).toBeNull();
  });
});

const BUILD = {
  files: {
    "index-11111111.js": "code",
    "words-11111111.js": "words",
    "engine_bg-1a2b3c4d.wasm": "cpu",
    "engine_bg-9z8y7x6w.wasm": "gpu",
  },
  others: { "icon.svg": "icon", "app.webmanifest": "{}" },
  engines: { simd: "assets/engine_bg-1a2b3c4d.wasm", webgpu: "assets/engine_bg-9z8y7x6w.wasm" },
};
const NEXT = {
  ...BUILD,
  id: "two",
  files: {
    "index-22222222.js": "new code",
    "words-22222222.js": "new words",
    "engine_bg-1a2b3c4d.wasm": "cpu",
    "engine_bg-9z8y7x6w.wasm": "gpu",
  },
};
const ON_CPU = { engines: ["simd"] };

describe("a whole build", () => {
  it("is kept piece by piece, without the engines that this browser does not run, and then says so", async () => {
    const lab = await browser(BUILD);
    expect(await lab.ask("look", ON_CPU)).toMatchObject({
      isOwn: true,
      isLocal: false,
      kept: 0,
      of: 60,
      rest: 6,
      windows: 1,
    });
    const first = await lab.ask("take", ON_CPU);
    expect([first.kept, first.rest]).toEqual([30, 3]);
    expect(await lab.takeAll(ON_CPU)).toMatchObject({ kept: 60, of: 60, rest: 0 });
    expect(lab.kept()).not.toContain("engine_bg-9z8y7x6w.wasm");
    expect(await lab.takeAll({ engines: ["simd", "webgpu"] })).toMatchObject({ kept: 70, of: 70 });
    expect(lab.asked).toHaveLength(new Set(lab.asked).size);
  });

  it("opens from here: its page at any address of it, its icons, and nothing else", async () => {
    const lab = await browser(BUILD);
    await lab.takeAll(ON_CPU);
    lab.goOffline();
    const page = await lab.get("?panel=train&s=1.2", NAVIGATE);
    expect(page).toContain("index-11111111.js");
    expect(await lab.get("index.html?x", NAVIGATE)).toBe(page);
    expect(await lab.get("icon.svg")).toBe("icon");
    expect(await lab.get("other.html", NAVIGATE)).toBeUndefined();
    expect(await lab.get("", { ...NAVIGATE, method: "POST" })).toBeUndefined();
  });

  it("that is not whole comes from the network", async () => {
    const lab = await browser({
      ...BUILD,
      files: { ...BUILD.files, "words-11111111.js": ["Not found", { status: 404 }] },
    });
    expect(await lab.takeAll(ON_CPU)).toMatchObject({ kept: 40, of: 60, rest: 0 });
    expect(lab.kept()).not.toContain("/?build=one");
    const before = lab.asked.length;
    expect(await lab.get("?s=1", NAVIGATE)).toContain("index-11111111.js");
    expect(lab.asked).toHaveLength(before + 1);
    lab.goOffline();
    await expect(lab.get("?s=1", NAVIGATE)).rejects.toThrow("Failed to fetch");
  });

  it.each([
    ["a newer one of the host", '<script src="./assets/index-22222222.js"></script>'],
    ["one of the network that one has to sign in to", "<h1>Welcome</h1>"],
  ])("does not take another page for its own: %s", async (_, page) => {
    const lab = await browser({ ...BUILD, page });
    expect(await lab.takeAll(ON_CPU)).toMatchObject({ kept: 50, of: 60, rest: 0 });
    expect(lab.kept()).not.toContain("/?build=one");
  });

  it("is asked for anew after a visitor who wanted nothing kept wants it again", async () => {
    const lab = await browser(BUILD);
    await lab.takeAll(ON_CPU);
    expect(await lab.ask("forget", ON_CPU)).toMatchObject({ isOff: true, kept: 0, of: 60 });
    await lab.load("index-11111111.js");
    await lab.named(asset("words-11111111.js"));
    expect(await lab.ask("take", ON_CPU)).toMatchObject({ isOff: true, kept: 0 });
    expect(lab.kept()).toEqual(["/?keep=nothing"]);
    expect(await lab.ask("allow", ON_CPU)).toMatchObject({ isOff: false });
    expect(await lab.takeAll(ON_CPU)).toMatchObject({ kept: 60 });
  });

  it("of a page that comes from this machine does not open it: it is asked for every time", async () => {
    const lab = await browser({ ...BUILD, scope: "http://localhost:4173/" });
    expect(await lab.takeAll(ON_CPU)).toMatchObject({ isLocal: true, kept: 60 });
    expect(await lab.get("?s=1", NAVIGATE)).toBeUndefined();
    expect(await lab.get("icon.svg")).toBeUndefined();
  });
});

describe("another build", () => {
  it("forgets what it does not have, and keeps the rest without loading it again", async () => {
    const [same, old, fresh] = [1, 2, 3].map((n) => `model-${n}1a2b3c4.safetensors`);
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

  /** Storage in which the first build is whole. */
  async function firstWhole() {
    const lab = await browser(BUILD);
    await lab.takeAll(ON_CPU);
    return lab;
  }

  it("that waits is taken whole beside the older one, of which nothing is forgotten", async () => {
    const old = await firstWhole();
    const waiting = { postMessage: (message) => old.told.push(message.ask) };
    const next = await browser({ ...NEXT, storage: old.storage, registration: { waiting } });
    expect(await next.ask("look", { ...ON_CPU, entry: asset("index-11111111.js") })).toMatchObject({
      isOwn: false,
      kept: 10,
    });
    await next.takeAll(ON_CPU);
    expect(next.asked).not.toContain(asset("engine_bg-1a2b3c4d.wasm"));
    old.goOffline();
    expect(await old.get("?s=1", NAVIGATE)).toContain("index-11111111.js");
    expect(await old.load("words-11111111.js")).toBe("words");
  });

  it("opens when the only window is loaded anew, not in a second window, and not as long as it is not whole", async () => {
    const first = await firstWhole();
    const told = [];
    const waiting = { postMessage: (message) => told.push(message.ask) };
    const running = (windows) => browser({ ...BUILD, storage: first.storage, windows, registration: { waiting } });
    expect(await (await running(1)).get("?s=1", RELOAD)).toContain("index-11111111.js");
    // What is left of a build before both does not count.
    for (const cache of first.storage.values()) await cache.put(`${SCOPE}?build=zero`, new Response("long ago"));
    const next = await browser({ ...NEXT, storage: first.storage, registration: { waiting } });
    await next.takeAll(ON_CPU);
    expect(await (await running(1)).get("?s=1", NAVIGATE)).toContain("index-11111111.js");
    expect(await (await running(2)).get("?s=1", RELOAD)).toContain("index-11111111.js");
    expect(told).toEqual([]);
    const alone = await running(1);
    expect(await alone.get("?s=1", RELOAD)).toContain("index-22222222.js");
    expect(told).toEqual(["takeOver"]);
    // What it asks for on the way is found, whichever worker answers.
    alone.goOffline();
    expect(await alone.load("words-22222222.js")).toBe("new words");
  });

  it("forgets the older one once it runs and is whole; until then that one opens where there is no network", async () => {
    const { storage } = await firstWhole();
    const next = await browser({ ...NEXT, storage });
    expect(await next.get("?s=1", NAVIGATE)).toContain("index-22222222.js");
    next.goOffline();
    expect(await next.get("?s=1", NAVIGATE)).toContain("index-11111111.js");
    expect(await next.load("words-11111111.js")).toBe("words");
    const again = await browser({ ...NEXT, storage });
    await again.takeAll(ON_CPU);
    again.goOffline();
    expect(await again.get("?s=1", NAVIGATE)).toContain("index-22222222.js");
    expect(again.kept().filter((name) => /1111|one/.test(name))).toEqual([]);
    expect(again.kept()).toHaveLength(6);
  });

  it("takes over when it is told to, and a page that is gone leaves nothing behind", async () => {
    const lab = await firstWhole();
    await lab.tell("takeOver");
    expect(lab.told).toEqual(["skipWaiting"]);
    await lab.tell("leave");
    expect(lab.told).toEqual(["skipWaiting", "unregister"]);
    await lab.takeAll(ON_CPU);
    expect(lab.kept()).toEqual([]);
  });

  it("that a visitor has deleted is not kept again by windows that are still open, nor by a worker that was ended meanwhile", async () => {
    const lab = await firstWhole();
    expect(await lab.ask("leave")).toBe(true);
    lab.ended();
    await lab.load("index-11111111.js");
    await lab.named(asset("words-11111111.js"));
    await lab.takeAll(ON_CPU);
    expect([...lab.storage.keys()]).toEqual([]);
    const next = await browser({ ...BUILD, storage: lab.storage });
    await next.load("index-11111111.js");
    expect(next.kept()).toEqual(["index-11111111.js"]);
  });

  it("of a page on the same host is not counted among the windows", async () => {
    const lab = await browser({ ...BUILD, scope: "https://lab.example/lab/", windows: 2 });
    expect(await lab.ask("look", ON_CPU)).toMatchObject({ windows: 2 });
  });
});
