// A page that is served while engines are still being built: it asks for none that is not there.
import path from "node:path";
import { root } from "./places.mjs";

/** The element of index.html that names a file of this engine, with the space behind it. */
const linkTo = (engine) => new RegExp(`<link[^>]*href="/pkg/${engine}/[^>]*>\\s*`);

/** A plug-in of Vite that leaves engines out of a page. `engines`: those that are there. */
export function lateEngines(engines) {
  const later = path.join(root, "www", "worker", "gpuEngineLater.ts");
  return {
    name: "late-engines",
    config: () =>
      engines.includes("gpu") ? {} : { resolve: { alias: [{ find: /^.*\/gpuEngine$/, replacement: later }] } },
    transformIndexHtml: {
      order: "pre",
      handler: (html) => (engines.includes("cpu-relaxed") ? html : html.replace(linkTo("cpu-relaxed"), "")),
    },
  };
}
