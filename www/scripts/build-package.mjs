// Makes a package of pkg/, which other pages import: scripts, types, models and a manifest around the engines that are there.
import { copyFileSync, cpSync, existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { writeDeclarations } from "./declarations.mjs";
import { ENTRIES, manifest, SHARED, WORKER } from "./package-manifest.mjs";
import { pkg, root } from "./places.mjs";
import { contentHash, forget, isBuilt, remember } from "./stamp.mjs";

const ENGINES = ["pkg/cpu/engine.js", "pkg/cpu/engine.d.ts", "pkg/gpu/engine.js", "pkg/gpu/engine.d.ts"];
const SOURCES = ["www", "LICENSE", "package.json", "package-lock.json", "tsconfig.json", ...ENGINES];

const STAMP = "package";
const MANIFEST = path.join(pkg, "package.json");

/** Builds what is in pkg/ beside the engines, unless nothing has changed. */
export async function buildPackage() {
  const hash = contentHash(SOURCES);
  if (isBuilt(STAMP, hash) && existsSync(MANIFEST)) return;
  forget(STAMP);
  for (const folder of ["types", "models"]) rmSync(path.join(pkg, folder), { recursive: true, force: true });
  await bundle();
  await writeDeclarations(
    Object.values(ENTRIES).map((name) => `package/${name}`),
    path.join(pkg, "types"),
  );
  copyModels();
  copyFileSync(path.join(root, "LICENSE"), path.join(pkg, "LICENSE"));
  writeFileSync(MANIFEST, `${JSON.stringify(manifest(), null, 2)}\n`);
  remember(STAMP, hash);
}

/** A plug-in of the bundler: the engines' own scripts stay files of their own, beside their declarations. */
const enginesOutside = {
  name: "engines-outside",
  resolveId: (wanted) => {
    const [, engine] = /\/pkg\/(\w+\/engine\.js)$/.exec(wanted) ?? [];
    return engine ? { id: `./${engine}`, external: true } : null;
  },
};

async function bundle() {
  // The bundler is there only after npm's packages are.
  const { build } = await import("rolldown");
  const source = (name) => path.join(root, "www", "package", `${name}.ts`);
  const output = { dir: pkg, format: "esm", entryFileNames: "[name].js" };
  await build({
    input: Object.fromEntries(Object.values(ENTRIES).map((name) => [name, source(name)])),
    plugins: [enginesOutside],
    output: {
      ...{ ...output, chunkFileNames: "[name].js" },
      codeSplitting: { groups: [{ name: SHARED, minShareCount: 2 }] },
    },
  });
  // Whole in one file, so that it runs from wherever a bundler puts it.
  await build({
    input: { [WORKER]: path.join(root, "www", "worker", `${WORKER}.ts`) },
    output,
  });
}

/** A folder for each shop. What the page keeps beside them is its own. */
function copyModels() {
  const ready = path.join(root, "www", "ready");
  const shops = readdirSync(ready, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of shops) cpSync(path.join(ready, name), path.join(pkg, "models", name), { recursive: true });
}
