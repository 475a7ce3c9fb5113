// What a first view loads: every script and style that is fetched before anything is pressed, weighed as a static host sends it.
import { readFileSync } from "node:fs";
import path from "node:path";
import { manifestOf } from "./build-page.mjs";
import { Complaint } from "./command.mjs";
import { dist } from "./places.mjs";
import { budgets, kilobytes, sizeOf } from "./sizes.mjs";

/** What is drawn without being asked for: the page itself, and modules that it loads at once although they are files of their own. */
const DRAWN_AT_ONCE = ["index.html"];

/** Scripts that the page's own HTML names, which no bundler touches. */
const plainScripts = (html) => [...html.matchAll(/<script src="\.?\/?([^"]+)"/g)].map(([, file]) => file);

/**
 * The files of modules by the bundler's manifest: theirs, those that they import, and all of their styles. What they import only
 * when it is needed is left out.
 */
export function filesOf(manifest, modules) {
  const found = new Set();
  const seen = new Set();
  const visit = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    const chunk = manifest[key];
    if (!chunk)
      throw new Complaint(`The first view is said to draw ${key}, which is no file of its own in this build.`);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) found.add(file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const key of modules) visit(key);
  return [...found].filter((file) => /\.(?:js|css)$/.test(file));
}

export function firstViewFiles(folder = dist) {
  const manifest = JSON.parse(readFileSync(manifestOf(folder), "utf8"));
  const html = readFileSync(path.join(folder, "index.html"), "utf8");
  return [...plainScripts(html), ...filesOf(manifest, DRAWN_AT_ONCE)];
}

export function checkFirstView() {
  const files = firstViewFiles();
  const weights = files.map((file) => ({ file, gzip: sizeOf(path.join(dist, file)).gzip }));
  const gzip = weights.reduce((sum, one) => sum + one.gzip, 0);
  const budget = budgets.firstViewGzip;
  console.log(
    `First view: ${kilobytes(gzip)} gzip in ${files.length} scripts and styles (budget ${kilobytes(budget)})`,
  );
  for (const one of weights) console.log(`  ${kilobytes(one.gzip).padStart(8)}  ${one.file}`);
  if (gzip > budget) throw new Complaint(`The first view is over its budget of ${kilobytes(budget)} gzip.`);
}
