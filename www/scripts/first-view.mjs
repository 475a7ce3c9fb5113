// What a first view loads: every script and style that is fetched before anything is pressed, weighed as a static host sends it.
import { readFileSync } from "node:fs";
import path from "node:path";
import { manifestOf } from "./build-page.mjs";
import { Complaint } from "./command.mjs";
import { FIRST_VIEW } from "./one-chunk.mjs";
import { dist } from "./places.mjs";
import { budgets, kilobytes, sizeOf } from "./sizes.mjs";

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
    for (const file of [chunk.file, ...(chunk.css ?? [])]) found.add(file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const key of modules) visit(key);
  return [...found].filter((file) => /\.(?:js|css)$/.test(file));
}

/** In the order of the page. A module that is no file of its own is in one that is listed. */
export function firstViewFiles(folder = dist) {
  const manifest = JSON.parse(readFileSync(manifestOf(folder), "utf8"));
  const html = readFileSync(path.join(folder, "index.html"), "utf8");
  return [
    ...plainScripts(html),
    ...filesOf(
      manifest,
      FIRST_VIEW.filter((key) => key in manifest),
    ),
  ];
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
