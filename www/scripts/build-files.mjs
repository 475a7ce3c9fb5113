// The list of a build's files for public/service-worker.js: which build it is, what it may keep, and how large that is.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

const PAGE = "index.html";
const HASHED = "assets/";
/** Never kept: the browser asks for the list, and for the worker that reads it, at every visit. */
const LIST = "build-files.js";
/** Nor what is for the host alone. */
const UNKEPT = [LIST, "kept-files.js", "service-worker.js", "_headers"];

/** The importer is WebAssembly, too, but there is one for all. */
const ENGINE = /\bengine[^/]*\.wasm$/;

/** All files below a folder, by their path from it with forward slashes, sorted. */
export function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)))
    .map((name) => name.replaceAll(path.sep, "/"))
    .sort();
}

/**
 * What a browser needs only one or none of: each CPU engine by the name that index.html has for it, and the one that only a worker
 * names, for WebGPU.
 */
export function enginesOf(html, names) {
  const named = [...html.matchAll(/data-engine="([\w-]+)" href="\.\/([^"]+)"/g)].map(([, engine, name]) => [
    engine,
    name,
  ]);
  const others = names.filter((name) => ENGINE.test(name) && !named.some(([, known]) => known === name));
  if (others.length > 1) throw new Error(`Which of them is the engine for WebGPU: ${others.join(", ")}?`);
  return Object.fromEntries([...named, ...others.map((name) => ["webgpu", name])]);
}

/** Writes the list of a built page: what carries its hash, the page, and the others, by name with their bytes; and the engines. */
export function listFiles(folder) {
  const files = filesBelow(folder).filter((name) => !UNKEPT.includes(name));
  const hash = createHash("sha256");
  const sizes = files.map((name) => {
    const content = readFileSync(path.join(folder, name));
    hash.update(`${name}\0`).update(content);
    return [name, content.length];
  });
  const only = (belongs) => Object.fromEntries(sizes.filter(([name]) => belongs(name)));
  const build = {
    id: hash.digest("base64url").slice(0, 12),
    page: statSync(path.join(folder, PAGE)).size,
    hashed: only((name) => name.startsWith(HASHED)),
    others: only((name) => !name.startsWith(HASHED) && name !== PAGE),
    engines: enginesOf(readFileSync(path.join(folder, PAGE), "utf8"), files),
  };
  writeFileSync(path.join(folder, LIST), `self.BUILD = ${JSON.stringify(build)};\n`);
}
