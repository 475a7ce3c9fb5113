// A script that index.html runs before any module: written as a module, which shares code with the others, and served as a plain
// script, which waits for nothing.
import path from "node:path";
import { build } from "rolldown";
import { root } from "./places.mjs";

async function bundle(module) {
  const { output } = await build({
    input: path.join(root, module),
    write: false,
    output: { format: "iife", minify: true },
  });
  return output[0].code;
}

/** A plug-in of Vite. `name`: the file's in the page; `module`: its source, from the root. */
export function plainScript(name, module) {
  return {
    name: "plain-script",
    configureServer({ middlewares }) {
      middlewares.use(`/${name}`, (_, response, next) => {
        bundle(module).then((code) => response.setHeader("content-type", "text/javascript").end(code), next);
      });
    },
    async generateBundle() {
      this.emitFile({ type: "asset", fileName: name, source: await bundle(module) });
    },
  };
}
