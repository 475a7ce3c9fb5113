// package.json of the package in pkg/: what it says of itself comes from the repository's own.
import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./places.mjs";

/** What a page may import, by its name behind the package's: each is a script of pkg/ and a source in www/package. */
export const ENTRIES = { ".": "index", "./cpu": "cpu", "./gpu": "gpu" };
/** Scripts that nobody imports: the engine's worker, and what several entries share. */
export const WORKER = "engine.worker";
export const SHARED = "shared";

/** Files beside the scripts that a page may name. */
const FOLDERS = ["models", "cpu", "cpu-relaxed", "gpu"];

/** Of the repository's package.json. */
const SAME = ["name", "version", "license"];

export function manifest() {
  const own = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const scripts = [...Object.values(ENTRIES), WORKER, SHARED].map((name) => `${name}.js`);
  return {
    ...Object.fromEntries(SAME.map((key) => [key, own[key]])),
    description: "The engine of DIF-SR Lab: sequential recommendation with decoupled side information, in the browser",
    keywords: ["recommender", "sequential-recommendation", "attention", "webassembly", "webgpu"],
    type: "module",
    exports: {
      ...Object.fromEntries(
        Object.entries(ENTRIES).map(([name, script]) => [
          name,
          { types: `./types/package/${script}.d.ts`, default: `./${script}.js` },
        ]),
      ),
      ...Object.fromEntries(FOLDERS.map((folder) => [`./${folder}/*`, `./${folder}/*`])),
      "./package.json": "./package.json",
    },
    sideEffects: [`./${WORKER}.js`],
    files: [
      ...scripts,
      "types",
      "models",
      ...["cpu", "gpu"].flatMap((engine) => [`${engine}/engine.js`, `${engine}/engine.d.ts`]),
      ...["cpu", "cpu-relaxed", "gpu"].map((engine) => `${engine}/engine_bg.wasm`),
    ],
  };
}
