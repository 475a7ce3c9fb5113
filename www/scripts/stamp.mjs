// Has anything changed since the last build? By content, so that a checkout or a touch rebuilds nothing.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pkg, root } from "./places.mjs";

/** The files that a path from the root names: itself, or everything below it. */
function filesOf(place) {
  const absolute = path.join(root, place);
  const found = statSync(absolute, { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [absolute];
  const entries = readdirSync(absolute, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}

/** One number for the content of files and folders, named from the root. */
export function contentHash(places, extra = "") {
  const hash = createHash("sha256").update(extra);
  for (const file of [...new Set(places.flatMap(filesOf))].sort()) {
    hash.update(`\0${path.relative(root, file).replaceAll(path.sep, "/")}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

const stampFile = (name) => path.join(pkg, `.built-${name}`);

export function isBuilt(name, hash) {
  return existsSync(stampFile(name)) && readFileSync(stampFile(name), "utf8") === hash;
}

/** Before a build: a build that is broken off must not look finished. */
export function forget(name) {
  rmSync(stampFile(name), { force: true });
}

export function remember(name, hash) {
  mkdirSync(pkg, { recursive: true });
  writeFileSync(stampFile(name), hash);
}
