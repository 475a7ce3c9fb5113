import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { anyOf, breaksOff, missing, pageInstead, typed, withHeaders } from "./bad-host.mjs";
import { inPackage } from "./declarations.mjs";
import { filesOf } from "./first-view.mjs";
import { lateEngines } from "./late-engines.mjs";
import { oneChunk } from "./one-chunk.mjs";
import { root } from "./places.mjs";
import { portOf } from "./port.mjs";
import { serve } from "./static-server.mjs";
import { instructionsIn } from "./step-cost.mjs";
import { browserCounts, cargoTestCounts, vitestCounts } from "./test-counts.mjs";

const folder = mkdtempSync(path.join(os.tmpdir(), "dif-sr-"));
writeFileSync(path.join(folder, "index.html"), "<p>page</p>");
writeFileSync(path.join(folder, "engine.wasm"), "wasm");
const SCRIPT = "export const view = 1;\n".repeat(100);
mkdirSync(path.join(folder, "assets"));
writeFileSync(path.join(folder, "assets", "view-D6gD4PyX.js"), SCRIPT);
afterAll(() => rmSync(folder, { recursive: true }));

describe("the port of npm start", () => {
  it("is the usual one, or the one asked for; what is no port is refused in a sentence", () => {
    expect([portOf(undefined), portOf(""), portOf("8080")]).toEqual([4173, 4173, 8080]);
    for (const wanted of ["eighty", "0", "70000", "80.5"])
      expect(() => portOf(wanted)).toThrow(/must be a whole number/);
  });
});

describe("the static server", () => {
  it("serves folders with their types and nothing outside them", async () => {
    const server = await serve({ mounts: { "/": folder, "/more/": folder } });
    const get = async (place) => {
      const response = await fetch(server.origin + place);
      return [response.status, response.headers.get("content-type")];
    };
    expect(await get("/")).toEqual([200, "text/html; charset=utf-8"]);
    expect(await get("/more/engine.wasm")).toEqual([200, "application/wasm"]);
    expect((await get("/missing.js"))[0]).toBe(404);
    expect((await get("/..%2f..%2fetc/passwd"))[0]).toBe(404);
    expect((await get("/%"))[0]).toBe(404);
    await server.close();
  });

  it("compresses, keeps hashed files for good and asks again about the others", async () => {
    const answers = [];
    const server = await serve({ mounts: { "/": folder }, observe: (answer) => answers.push(answer) });
    const get = (place, headers = {}) => fetch(server.origin + place, { headers });
    const page = await get("/");
    expect(page.headers.get("cache-control")).toBe("no-cache");
    expect((await get("/", { "if-none-match": page.headers.get("etag") })).status).toBe(304);
    writeFileSync(path.join(folder, "index.html"), "<p>another page</p>");
    expect((await get("/", { "if-none-match": page.headers.get("etag") })).status).toBe(200);
    const script = await get("/assets/view-D6gD4PyX.js");
    expect(script.headers.get("cache-control")).toContain("immutable");
    expect(script.headers.get("content-encoding")).toBe("gzip");
    expect(await script.text()).toBe(SCRIPT);
    expect(await (await get("/assets/view-D6gD4PyX.js", { "accept-encoding": "identity" })).text()).toBe(SCRIPT);
    await server.close();
    const [zipped, plain] = answers.slice(-2);
    expect(plain).toEqual({ path: "/assets/view-D6gD4PyX.js", status: 200, bytes: SCRIPT.length });
    expect(zipped.bytes).toBeLessThan(plain.bytes);
  });

  it("takes the next port when one is taken", async () => {
    const first = await serve({ mounts: { "/": folder } });
    const second = await serve({ mounts: { "/": folder }, port: first.port });
    expect(second.port).toBeGreaterThan(first.port);
    await Promise.all([first.close(), second.close()]);
  });
});

describe("a bad host", () => {
  const getFrom = async (spoil) => {
    const server = await serve({ mounts: { "/": folder }, spoil });
    try {
      const response = await fetch(`${server.origin}/engine.wasm`);
      return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
    } finally {
      await server.close();
    }
  };
  const WASM = /\.wasm$/;

  it("lacks a file, and has the others", async () => {
    expect(await getFrom(missing(WASM))).toMatchObject({ status: 404 });
    expect(await getFrom(missing(/\.js$/))).toMatchObject({ status: 200, text: "wasm" });
  });

  it("sends a page in a file's place", async () => {
    const page = await getFrom(pageInstead(WASM));
    expect(page).toMatchObject({ status: 200, type: "text/html; charset=utf-8" });
    expect(page.text).toContain("<p>");
  });

  it("calls a file by another type, or by none", async () => {
    expect(await getFrom(typed(WASM, "text/plain"))).toEqual({ status: 200, type: "text/plain", text: "wasm" });
    expect(await getFrom(typed(WASM, ""))).toEqual({ status: 200, type: null, text: "wasm" });
  });

  it("adds headers of its own", async () => {
    expect(await getFrom(withHeaders(WASM, { "content-type": "x/y" }))).toMatchObject({ type: "x/y", text: "wasm" });
  });

  it("breaks off in the middle of a file", async () => {
    await expect(getFrom(breaksOff(WASM, 2))).rejects.toThrow(/terminated/);
  });

  it("may be bad in several ways", async () => {
    expect(await getFrom(anyOf(missing(/\.js$/), typed(WASM, "text/plain")))).toMatchObject({ type: "text/plain" });
  });
});

describe("a page without all engines", () => {
  const html = readFileSync(path.join(root, "index.html"), "utf8");
  const links = (engines) => [
    ...lateEngines(engines)
      .transformIndexHtml.handler(html)
      .matchAll(/data-engine="([\w-]+)"/g),
  ];
  const named = (engines) => links(engines).map(([, engine]) => engine);

  it("names no file of the faster CPU engine before it is there", () => {
    expect(named(["cpu"])).toEqual(["simd"]);
    expect(named(["cpu", "import", "cpu-relaxed", "gpu"])).toEqual(["relaxed-simd", "simd"]);
  });

  it("has the search for what is missing in its place", () => {
    expect(lateEngines(["cpu", "import", "cpu-relaxed", "gpu"]).config()).toEqual({});
    const aliases = lateEngines(["cpu"]).config().resolve.alias;
    for (const [index, module] of ["gpuEngine", "importCode"].entries()) {
      const { find, replacement } = aliases[index];
      expect(find.test(`./${module}`)).toBe(true);
      expect(find.test(`./${module}Later`)).toBe(false);
      expect(existsSync(replacement)).toBe(true);
    }
    expect(lateEngines(["cpu", "import"]).config().resolve.alias).toHaveLength(1);
  });
});

describe("a declaration of the package", () => {
  it("names files with their endings, and the engines where they are in it", () => {
    expect(["./requests", "../engine.ts", "../pkg/cpu/engine.js", "../../pkg/gpu/engine.js"].map(inPackage)).toEqual([
      "./requests.js",
      "../engine.js",
      "../cpu/engine.js",
      "../../gpu/engine.js",
    ]);
  });
});

describe("the weight of the first view", () => {
  const manifest = {
    "index.html": { file: "assets/index.js", imports: ["_store"], css: ["assets/index.css"], dynamicImports: ["why"] },
    _store: { file: "assets/store.js", imports: ["index.html"] },
    why: { file: "assets/why.js", imports: ["_store"], css: ["assets/why.css"] },
  };

  it("is that of the page's files, of what they import, and of their styles", () => {
    expect(filesOf(manifest, ["index.html"])).toEqual(["assets/index.js", "assets/index.css", "assets/store.js"]);
  });

  it("has what is drawn at once, although it is a file of its own", () => {
    expect(filesOf(manifest, ["index.html", "why"]).slice(3)).toEqual(["assets/why.js", "assets/why.css"]);
  });

  it("is in one file with what it draws at once, and refuses to leave out what it does not find", () => {
    const graph = { "/lab/index.html": ["/lab/main"], "/lab/main": ["/lab/store"], "/lab/why": ["/lab/store"] };
    const builder = {
      getModuleIds: () => ["/lab/other", "/lab/store", ...Object.keys(graph)],
      getModuleInfo: (id) => ({ importedIds: graph[id] ?? [] }),
      error: (message) => {
        throw new Error(message);
      },
    };
    const plugin = oneChunk("first-view", ["index.html", "why"]);
    plugin.buildEnd.call(builder);
    const [{ test }] = plugin.config().build.rolldownOptions.output.codeSplitting.groups;
    expect(builder.getModuleIds().filter(test)).toEqual(["/lab/store", "/lab/index.html", "/lab/main", "/lab/why"]);
    expect(() => oneChunk("first-view", ["gone"]).buildEnd.call(builder)).toThrow(/gone/);
  });
});

describe("counting tests", () => {
  it("adds up the binaries of cargo test and names what was ignored", () => {
    const output = [
      "test slow ... ignored, takes an hour",
      "test result: ok. 41 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out",
      "test result: FAILED. 2 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out",
    ].join("\n");
    expect(cargoTestCounts(output, 101)).toEqual({ passed: 43, failed: 3, skipped: ["slow: takes an hour"] });
  });

  it("a run that fails without a failed test counts as one failure", () => {
    expect(cargoTestCounts("error: could not compile", 101)).toMatchObject({ passed: 0, failed: 1 });
  });

  it("reads TAP with its skipped tests", () => {
    const output = "ok 1 - a\nok 2 - MovieLens # SKIP no data\n# tests 2\n# pass 1\n# fail 0\n# cancelled 0\n";
    expect(browserCounts(output, 0)).toEqual({ passed: 1, failed: 0, skipped: ["MovieLens: no data"] });
  });
});

describe("counting unit tests", () => {
  it("names those that were skipped", () => {
    const file = path.join(folder, "vitest.json");
    const assertionResults = [
      { status: "passed", fullName: "a" },
      { status: "skipped", fullName: "is ended with everything" },
    ];
    writeFileSync(file, JSON.stringify({ numPassedTests: 1, numFailedTests: 0, testResults: [{ assertionResults }] }));
    expect(vitestCounts(file, 0)).toEqual({ passed: 1, failed: 0, skipped: ["is ended with everything"] });
  });
});

describe("counting instructions", () => {
  it("reads Valgrind's total and refuses to go on without one", () => {
    expect(instructionsIn("2 steps\n==27126== \n==27126== I   refs:      200,005,509\n")).toBe(200_005_509);
    expect(() => instructionsIn("==1== Process terminating with signal 4")).toThrow(/no number of instructions/);
  });
});
