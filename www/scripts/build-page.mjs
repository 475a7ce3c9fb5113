// Bundles the page into dist/ and weighs what a first view loads.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Complaint, must, packageProgram } from "./command.mjs";
import { dist, root } from "./places.mjs";
import { budgets, kilobytes, sizeOf } from "./sizes.mjs";
import { contentHash, forget, isBuilt, remember } from "./stamp.mjs";

const INPUTS = [
  "index.html",
  "www",
  "package-lock.json",
  "tsconfig.json",
  "vite.config.ts",
  "pkg/cpu",
  "pkg/cpu-relaxed",
  "pkg/gpu",
];

export async function buildPage() {
  const hash = contentHash(INPUTS);
  if (isBuilt("page", hash) && existsSync(path.join(dist, "index.html"))) return;
  forget("page");
  const [node, vite] = packageProgram("vite/bin/vite.js");
  await must(node, [vite, "build", "--logLevel", "warn"]);
  nameHashedFiles();
  remember("page", hash);
}

/** For public/service-worker.js: what it may keep. */
function nameHashedFiles() {
  const names = readdirSync(path.join(dist, "assets")).sort();
  writeFileSync(path.join(dist, "hashed-files.js"), `self.HASHED_FILES = ${JSON.stringify(names)};\n`);
}

/** Scripts and styles that index.html names, with everything those import at once. */
export function firstViewFiles() {
  const html = readFileSync(path.join(dist, "index.html"), "utf8");
  const named = [...html.matchAll(/(?:src|href)="\.?\/?([^"]+\.(?:js|css))"/g)].map(([, file]) => file);
  const found = new Set();
  const visit = (file) => {
    if (found.has(file)) return;
    found.add(file);
    if (!file.endsWith(".js")) return;
    const code = readFileSync(path.join(dist, file), "utf8");
    for (const [, imported] of code.matchAll(/(?:^|[;}\s])import\s*(?:[\w*{}$,\s]+from\s*)?["'](\.[^"']+\.js)["']/g)) {
      visit(path.join(path.dirname(file), imported).replaceAll(path.sep, "/"));
    }
  };
  for (const file of named) visit(file);
  return [...found];
}

export function checkFirstView() {
  const files = firstViewFiles();
  const gzip = files.reduce((sum, file) => sum + sizeOf(path.join(dist, file)).gzip, 0);
  const budget = budgets.firstViewGzip;
  console.log(
    `First view: ${kilobytes(gzip)} gzip in ${files.length} scripts and styles (budget ${kilobytes(budget)})`,
  );
  for (const file of files)
    console.log(`  ${kilobytes(sizeOf(path.join(dist, file)).gzip)}  ${path.relative(root, path.join(dist, file))}`);
  if (gzip > budget) throw new Complaint(`The first view is over its budget of ${kilobytes(budget)} gzip.`);
}
