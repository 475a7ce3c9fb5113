// A page that is served while engines are still being built: it asks for none that is not there.
import path from "node:path";
import { root } from "./places.mjs";

/** The element of index.html that names a file of this engine, with the space behind it. */
const linkTo = (engine) => new RegExp(`<link[^>]*href="/pkg/${engine}/[^>]*>\\s*`);

/** What stands in a module's place while what it names is not there. */
const later = (module) => ({
  find: new RegExp(`^.*/${module}$`),
  replacement: path.join(root, "www", "worker", `${module}Later.ts`),
});

/** Modules of www/worker by what they name. */
const NAMED_IN = { gpu: "gpuEngine", import: "importCode" };

/** A plug-in of Vite that leaves engines out of a page. `engines`: those that are there. */
export function lateEngines(engines) {
  const missing = Object.keys(NAMED_IN).filter((name) => !engines.includes(name));
  return {
    name: "late-engines",
    config: () => (missing.length === 0 ? {} : { resolve: { alias: missing.map((name) => later(NAMED_IN[name])) } }),
    transformIndexHtml: {
      order: "pre",
      handler: (html) => (engines.includes("cpu-relaxed") ? html : html.replace(linkTo("cpu-relaxed"), "")),
    },
  };
}
