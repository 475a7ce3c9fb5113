import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import vm from "node:vm";
import { afterAll, expect, it } from "vitest";
import { beforeScripts } from "./before-scripts.mjs";
import { enginesOf, listFiles } from "./build-files.mjs";
import { root } from "./places.mjs";

const folder = mkdtempSync(path.join(os.tmpdir(), "dif-sr-list-"));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (files) => {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
};
const listed = () => {
  listFiles(folder);
  const self = {};
  vm.runInNewContext(readFileSync(path.join(folder, "build-files.js"), "utf8"), { self });
  return self.BUILD;
};

const HTML = '<link data-engine="simd" href="./assets/engine_bg-11111111.wasm" as="fetch" />';

it("a build's list has every file but the worker's own, each with its bytes", () => {
  write({
    "index.html": HTML,
    "icons/icon.png": "12345",
    "service-worker.js": "worker",
    "kept-files.js": "worker",
    "assets/index-aaaaaaaa.js": "123",
    "assets/engine_bg-11111111.wasm": "1",
    "assets/engine_bg-22222222.wasm": "22",
  });
  const { id, ...build } = listed();
  expect(build).toEqual({
    page: HTML.length,
    hashed: { "assets/engine_bg-11111111.wasm": 1, "assets/engine_bg-22222222.wasm": 2, "assets/index-aaaaaaaa.js": 3 },
    others: { "icons/icon.png": 5 },
    engines: { simd: "assets/engine_bg-11111111.wasm", webgpu: "assets/engine_bg-22222222.wasm" },
  });
  expect(listed().id).toBe(id);
  write({ "icons/icon.png": "54321" });
  expect(listed().id).not.toBe(id);
});

it("which engine is for WebGPU is never guessed", () => {
  expect(enginesOf(HTML, ["assets/engine_bg-11111111.wasm"])).toEqual({ simd: "assets/engine_bg-11111111.wasm" });
  expect(() => enginesOf("", ["assets/engine_bg-1.wasm", "assets/engine_bg-2.wasm"])).toThrow(
    "engine_bg-1.wasm, assets/engine_bg-2",
  );
});

it("what runs before the page is drawn is one whole script, behind the engines that it chooses from", async () => {
  const emitted = [];
  const plugin = beforeScripts();
  await plugin.buildStart.call({ emitFile: (file) => emitted.push(file) });
  const [{ fileName, source }] = emitted;
  expect(fileName).toMatch(/^assets\/before-[\w-]{8}\.js$/);
  for (const word of ["dif-sr.theme", "unstarted", "relaxed-simd", "WebAssembly.validate"]) {
    expect(source).toContain(word);
  }
  expect(() => new Function(source)).not.toThrow();
  const html = plugin.transformIndexHtml.handler(readFileSync(path.join(root, "index.html"), "utf8"));
  expect(html).not.toContain("www/before");
  expect(html.indexOf(`<script src="./${fileName}"></script>`)).toBeGreaterThan(html.lastIndexOf("data-engine"));
});
