// Bundles the page into dist/, or, while engines are still being built, into a folder beside them.
import { existsSync, renameSync } from "node:fs";
import path from "node:path";
import { listFiles } from "./build-files.mjs";
import { OF_THE_PAGE } from "./build-wasm.mjs";
import { Complaint } from "./command.mjs";
import { lateEngines } from "./late-engines.mjs";
import { FIRST_VIEW, oneChunk } from "./one-chunk.mjs";
import { dist, pkg, root } from "./places.mjs";
import { contentHash, forget, isBuilt, remember } from "./stamp.mjs";

const SOURCES = ["index.html", "www", "package-lock.json", "tsconfig.json", "vite.config.ts"];
/** The bundler's own list of what is in which file, and what that asks for. It is not published. */
const MANIFEST = "manifest.json";

/** Where a page goes that is made of these engines: a page without all of them is never published. */
export function folderOf(engines) {
  return engines.length === OF_THE_PAGE.length ? dist : path.join(pkg, "pages", engines.join("+"));
}

export const manifestOf = (folder) =>
  folder === dist ? path.join(pkg, "page-manifest.json") : `${folder}-${MANIFEST}`;

/**
 * Bundles the page unless nothing has changed. `engines`: those that it has; another one is left out of it, and it asks for the GPU
 * engine when that is wanted. Resolves to the page's folder.
 */
export async function buildPage(engines = OF_THE_PAGE) {
  const folder = folderOf(engines);
  const stamp = `page${folder === dist ? "" : `-${engines.join("+")}`}`;
  const hash = contentHash([...SOURCES, ...engines.map((name) => `pkg/${name}`)]);
  if (isBuilt(stamp, hash) && existsSync(path.join(folder, "index.html"))) return folder;
  forget(stamp);
  await bundle(folder, engines);
  renameSync(path.join(folder, MANIFEST), manifestOf(folder));
  listFiles(folder);
  remember(stamp, hash);
  return folder;
}

async function bundle(folder, engines) {
  // Vite is there only after npm's packages are.
  const { build, createLogger } = await import("vite");
  const warnings = [];
  const keep = (message) => warnings.push(message);
  const customLogger = { ...createLogger("warn"), warn: keep, warnOnce: keep, error: keep };
  try {
    await build({
      root,
      logLevel: "warn",
      customLogger,
      plugins: [lateEngines(engines), oneChunk("first-view", FIRST_VIEW)],
      build: {
        ...{ outDir: folder, emptyOutDir: true, manifest: MANIFEST },
        // How long the bundler's plug-ins took is nobody's concern. What one part fetches when it is needed, another may have brought.
        rolldownOptions: { checks: { bundlerTimings: false, ineffectiveDynamicImport: false } },
      },
    });
  } catch (error) {
    throw new Complaint(`The page could not be bundled: ${error.message}`);
  }
  for (const warning of warnings) console.warn(warning);
}
