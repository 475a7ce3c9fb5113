// Formulas become MathML while the page is built: a module that imports `formulas.tex` gets one string of MathML for each line of it. The
// page itself brings no code for TeX.
import { readFile } from "node:fs/promises";
import temml from "temml";

const LINE = /^([a-z0-9-]+)\s*:\s*(\S.*)$/;

/** What stands inside <math>. Classes belong to a style sheet that the page does not have. */
export function mathmlOf(tex) {
  const drawn = temml.renderToString(tex, { throwOnError: true, strict: true });
  return drawn
    .replace(/^<math[^>]*>/, "")
    .replace(/<\/math>$/, "")
    .replace(/ class="[^"]*"/g, "");
}

/** `name: TeX` on each line, `%` begins a comment. What is wrong is named by its line. */
export function readFormulas(text, file = "formulas") {
  const found = {};
  for (const [index, raw] of text.split("\n").entries()) {
    const line = raw.replace(/(^|\s)%.*$/, "").trim();
    if (line === "") continue;
    const [, name, tex] = LINE.exec(line) ?? [];
    if (!name || name in found)
      throw new Error(`${file}:${index + 1}: a line is a name of its own, a colon and TeX, not "${line}"`);
    try {
      found[name] = mathmlOf(tex);
    } catch (cause) {
      throw new Error(`${file}:${index + 1}: ${cause.message}`, { cause });
    }
  }
  return found;
}

/** The plug-in for the bundler. */
export function mathml() {
  return {
    name: "mathml",
    enforce: "pre",
    async load(id) {
      if (!id.endsWith(".tex")) return null;
      return `export default ${JSON.stringify(readFormulas(await readFile(id, "utf8"), id))};`;
    },
  };
}
