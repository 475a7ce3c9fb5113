// The scripts that run before the page is drawn become one small file. Written as modules, they share code with the page; they are
// served as a plain script, for a module would wait for the page's end, and the bundler leaves such scripts alone. Like every other
// file of the page theirs carries its hash in its name: it is kept for the next visit, and cannot be of another build than the page.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { build } from "rolldown";
import { root } from "./places.mjs";

/** In index.html they stand one after the other. */
const TAGS = /(?:<script[^>]* src="\/www\/before\/[\w-]+\.[jt]s"><\/script>\s*)+/;
const FILES = /www\/before\/[\w-]+\.[jt]s/g;

async function plain(file) {
  const { output } = await build({
    input: path.join(root, file),
    write: false,
    output: { format: "iife", minify: true },
  });
  return output[0].code;
}

const joined = async (files) => (await Promise.all(files.map(plain))).join("\n");

/** A plug-in of Vite. */
export function beforeScripts() {
  let fileName;
  return {
    name: "before-scripts",
    configureServer({ middlewares }) {
      middlewares.use("/www/before", ({ url = "" }, response, next) => {
        const [name] = /^[\w-]+\.[jt]s/.exec(url.slice(1)) ?? [];
        if (name === undefined) next();
        else
          plain(`www/before/${name}`).then(
            (code) => response.setHeader("content-type", "text/javascript").end(code),
            next,
          );
      });
    },
    async buildStart() {
      const html = readFileSync(path.join(root, "index.html"), "utf8");
      const source = await joined(TAGS.exec(html)[0].match(FILES));
      // Eight characters, by which hosts and caches know the file as one that never changes.
      const hash = createHash("sha256").update(source).digest("base64url").slice(0, 8);
      fileName = `assets/before-${hash}.js`;
      this.emitFile({ type: "asset", fileName, source });
    },
    transformIndexHtml: {
      order: "post",
      // The development server serves each by itself.
      handler: (html) => (fileName ? html.replace(TAGS, `<script src="./${fileName}"></script>\n    `) : html),
    },
  };
}
