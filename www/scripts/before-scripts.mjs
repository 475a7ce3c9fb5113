// The scripts that run before the page is drawn become one small file. They are no modules, which would wait for the page's end, and
// the bundler leaves such scripts alone. Like every other file of the page theirs carries its hash in its name: it is kept for the
// next visit, and cannot be of another build than the page.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { minifySync } from "vite";
import { root } from "./places.mjs";

/** In index.html they stand one after the other. */
const TAGS = /(?:<script[^>]* src="\/www\/before\/[\w-]+\.js"><\/script>\s*)+/;
const FILES = /www\/before\/[\w-]+\.js/g;

function joined(files) {
  const source = files.map((file) => readFileSync(path.join(root, file), "utf8")).join("\n");
  const { code, errors } = minifySync("before.js", source, { module: false });
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return code;
}

/** A plug-in of Vite. */
export function beforeScripts() {
  let fileName;
  return {
    name: "before-scripts",
    apply: "build",
    buildStart() {
      const html = readFileSync(path.join(root, "index.html"), "utf8");
      const source = joined(TAGS.exec(html)[0].match(FILES));
      // Eight characters, by which hosts and caches know the file as one that never changes.
      const hash = createHash("sha256").update(source).digest("base64url").slice(0, 8);
      fileName = `assets/before-${hash}.js`;
      this.emitFile({ type: "asset", fileName, source });
    },
    transformIndexHtml: {
      order: "post",
      handler: (html) => html.replace(TAGS, `<script src="./${fileName}"></script>\n    `),
    },
  };
}
