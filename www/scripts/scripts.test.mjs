import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { serve } from "./static-server.mjs";
import { instructionsIn } from "./step-cost.mjs";
import { browserCounts, cargoTestCounts } from "./test-counts.mjs";

const folder = mkdtempSync(path.join(os.tmpdir(), "dif-sr-"));
writeFileSync(path.join(folder, "index.html"), "<p>page</p>");
writeFileSync(path.join(folder, "engine.wasm"), "wasm");
const SCRIPT = "export const view = 1;\n".repeat(100);
mkdirSync(path.join(folder, "assets"));
writeFileSync(path.join(folder, "assets", "view-D6gD4PyX.js"), SCRIPT);
afterAll(() => rmSync(folder, { recursive: true }));

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

describe("counting instructions", () => {
  it("reads Valgrind's total and refuses to go on without one", () => {
    expect(instructionsIn("2 steps\n==27126== \n==27126== I   refs:      200,005,509\n")).toBe(200_005_509);
    expect(() => instructionsIn("==1== Process terminating with signal 4")).toThrow(/no number of instructions/);
  });
});
