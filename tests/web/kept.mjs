// What a page has kept, and another build of it, for the tests of both.
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { listFiles } from "../../www/scripts/build-files.mjs";
import { dist } from "../../www/scripts/places.mjs";
import { until } from "./support.mjs";

/** Paths of the files that the page has kept; what is kept for one build alone is marked with it. */
export const keptFiles = (page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => url.slice(location.origin.length));
  });

/** Records of finished runs, as the page keeps them, without their weights. */
export const keptRuns = (page) =>
  page.evaluate(async () => {
    const answer = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await answer(indexedDB.open("dif-sr-lab"));
    const runs = await answer(database.transaction("runs").objectStore("runs").getAll());
    database.close();
    return runs;
  });

/** Everything of the page is kept: its own file is the last. */
export const keptWhole = (page, id = buildOf(dist).id) =>
  until(
    () => keptFiles(page),
    (names) => names.some((name) => name.endsWith(`/?build=${id}`)),
    { what: "the whole build", timeout: 60_000 },
  );

/** Browsers take a moment to see that no window is left. */
export async function closed(...pages) {
  for (const page of pages) await page.close();
  await new Promise((resolve) => setTimeout(resolve, 1000));
}

/** The list of a build's files. */
export function buildOf(folder) {
  const [, list] = /= (.*);/s.exec(readFileSync(path.join(folder, "build-files.js"), "utf8"));
  return JSON.parse(list);
}

/**
 * A copy of the page as another build: its scripts and styles have other names and say other words, `[from, to]` each; engines, models
 * and data are the same. Returns its folder.
 */
export function anotherBuild(words) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "dif-sr-build-"));
  cpSync(dist, folder, { recursive: true });
  const assets = path.join(folder, "assets");
  const isText = (name) => /\.(?:js|css)$/.test(name);
  const renamed = readdirSync(assets)
    .filter(isText)
    // Every one gets another name: hosts and caches take a hashed name for good.
    .map((name) => [name, name.replace(/.(?=.{7}\.\w+$)/, (first) => (first === "Z" ? "Y" : "Z"))]);
  for (const [from, to] of renamed) renameSync(path.join(assets, from), path.join(assets, to));
  const texts = [path.join(folder, "index.html"), ...renamed.map(([, to]) => path.join(assets, to))];
  const missing = new Set(words.map(([from]) => from));
  for (const file of texts) {
    let text = readFileSync(file, "utf8");
    for (const [from, to] of renamed) text = text.replaceAll(from, to);
    for (const [from, to] of words) {
      if (text.includes(from)) missing.delete(from);
      text = text.replaceAll(from, to);
    }
    writeFileSync(file, text);
  }
  if (missing.size > 0) throw new Error(`The page does not say ${[...missing].join(", ")}`);
  listFiles(folder);
  return folder;
}
