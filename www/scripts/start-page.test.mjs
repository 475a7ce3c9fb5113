import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { fakeTerminal } from "./fake-terminal.mjs";
import { Screen } from "./screen.mjs";
import { startPage } from "./start-page.mjs";
import { serve } from "./static-server.mjs";

const ENGINES = [
  { name: "cpu", title: "CPU engine", use: "" },
  { name: "cpu-relaxed", title: "faster CPU engine", use: "A page that is loaded from now on runs it." },
  { name: "gpu", title: "GPU engine", use: "A run that is started from now on can train on it." },
];

const open = [];
afterEach(async () => {
  for (const end of open.splice(0)) await end();
});

/** Builds nothing: each engine comes, or fails, when the test says so. A page is a folder that names its engines. */
function workshop({ built = [] } = {}) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "dif-sr-start-"));
  open.push(() => rmSync(folder, { recursive: true, force: true }));
  const terminal = fakeTerminal();
  const screen = new Screen(terminal);
  const under = new Map();
  let origin = null;
  const title = (name) => ENGINES.find((one) => one.name === name).title;
  const parts = {
    engines: ENGINES,
    isBuilt: (name) => built.includes(name),
    build: (name) =>
      screen.during(`Building the ${title(name)}`, async () => {
        await new Promise((resolve, reject) => under.set(name, { resolve, reject }));
        screen.say(`The ${title(name)} is built (1:00).`);
      }),
    buildPage: async (names) => {
      const page = path.join(folder, names.join("+"));
      mkdirSync(path.join(page, "assets"), { recursive: true });
      writeFileSync(path.join(page, "index.html"), names.join(" "));
      writeFileSync(path.join(page, "assets", `of-${names.length}.js`), names.join(" "));
      return page;
    },
    open: async ({ mounts, answers }) => {
      const server = await serve({ mounts, answers });
      open.push(server.close);
      origin = server.origin;
      return { origin };
    },
    folderOf: (name) => {
      const engine = path.join(folder, `engine-${name}`);
      mkdirSync(engine, { recursive: true });
      writeFileSync(path.join(engine, "engine.js"), name);
      return engine;
    },
    screen,
  };
  const get = async (place) => {
    const response = await fetch(origin + place);
    return response.ok ? response.text() : response.status;
  };
  const until = async (holds) => {
    for (let time = 0; time < 500 && !(await holds()); time++) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await holds()).toBe(true);
  };
  const underWay = (name) => until(() => under.has(name));
  return { parts, terminal, under, get, until, underWay, isServed: () => origin !== null };
}

describe("npm start", () => {
  it("serves the page when the first engine is there, and takes each other as it comes", async () => {
    const { parts, under, get, until, underWay, isServed } = workshop();
    const over = startPage(parts);
    await underWay("cpu");
    expect(isServed()).toBe(false);
    under.get("cpu").resolve();

    await underWay("cpu-relaxed");
    expect(await get("/")).toBe("cpu");
    expect(JSON.parse(await get("/engines.json"))).toEqual({
      cpu: { state: "ready" },
      "cpu-relaxed": { state: "building" },
      gpu: { state: "waiting" },
    });
    expect(await get("/engines/gpu/engine.js")).toBe(404);
    under.get("cpu-relaxed").resolve();

    await underWay("gpu");
    expect(await get("/")).toBe("cpu cpu-relaxed");
    // A page that was loaded before asks for its own files.
    expect(await get("/assets/of-1.js")).toBe("cpu");
    under.get("gpu").resolve();
    await over;
    expect(await get("/")).toBe("cpu cpu-relaxed gpu");
    expect(await get("/assets/of-1.js")).toBe("cpu");
    expect(await get("/engines/gpu/engine.js")).toBe("gpu");
    await until(async () => JSON.parse(await get("/engines.json")).gpu.state === "ready");
  });

  it("goes on without an engine that cannot be built, and says so in the page and on screen", async () => {
    const { parts, under, get, terminal, underWay } = workshop({ built: ["cpu", "cpu-relaxed"] });
    const over = startPage(parts);
    await underWay("gpu");
    under.get("gpu").reject(new Error("The GPU engine could not be built (status 101)."));
    expect(await over).toEqual(["GPU engine"]);
    expect(await get("/")).toBe("cpu cpu-relaxed");
    expect(JSON.parse(await get("/engines.json")).gpu).toEqual({ state: "failed" });
    expect(terminal.rows().join("\n")).toContain(
      "could not be built (status 101).\n\nThe page goes on without the GPU engine.",
    );
  });

  it("without the first engine there is no page, and the reason is told", async () => {
    const { parts, under, underWay, isServed } = workshop();
    const over = startPage(parts);
    await underWay("cpu");
    under.get("cpu").reject(new Error("no compiler"));
    await expect(over).rejects.toThrow("no compiler");
    expect(isServed()).toBe(false);
  });

  it("builds nothing where nothing has changed", async () => {
    const { parts, under, get, terminal } = workshop({ built: ["cpu", "cpu-relaxed", "gpu"] });
    expect(await startPage(parts)).toEqual([]);
    expect(under.size).toBe(0);
    expect(await get("/")).toBe("cpu cpu-relaxed gpu");
    expect(terminal.written).not.toContain("Still to be built");
  });

  it("fits an old terminal, and no line wraps, even when it installs everything and builds three engines", async () => {
    const { parts, under, terminal, underWay } = workshop();
    parts.screen.say("wasm-bindgen 0.2.130 is installed.");
    const over = startPage(parts);
    for (const { name } of ENGINES) {
      await underWay(name);
      expect(terminal.rows().at(-1)).toMatch(/^Building the .*: 0:0\d$/);
      under.get(name).resolve();
    }
    await over;
    expect(terminal.rows().length).toBeLessThanOrEqual(20);
    expect(terminal.rows().filter((row) => row.length >= 80)).toEqual([]);
    expect(terminal.written).not.toMatch(/error/i);
  });
});
