// What a visitor keeps, and whether all of it is still there: finished runs, lectures of one's own, preferences.
import assert from "node:assert/strict";
import { button } from "../../tests/web/ownFiles.mjs";
import { until } from "../../tests/web/support.mjs";

/** What a run under way writes and takes away again. */
const UNDER_WAY = "dif-sr-lab-under-way";

/** Everything that the browser keeps for the page but runs under way: by its place, its content as text. */
export const keptOf = (page) =>
  page.evaluate(async (left) => {
    const answer = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    // Bytes as a number that follows from all of them: weights are long.
    const short = (bytes) => bytes.reduce((sum, byte) => (Math.imul(sum, 31) + byte) >>> 0, bytes.length);
    const bytesOf = (value) => new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    const text = (value) =>
      JSON.stringify(value, (_, one) => (ArrayBuffer.isView(one) ? `bytes ${short(bytesOf(one))}` : one));
    const found = Object.fromEntries(
      Object.entries(localStorage).map(([key, value]) => [`localStorage ${key}`, value]),
    );
    for (const { name } of await indexedDB.databases()) {
      if (name === left) continue;
      const database = await answer(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([answer(all.getAllKeys()), answer(all.getAll())]);
        for (const [at, key] of keys.entries()) found[`${name} ${store} ${key}`] = text(values[at]);
      }
      database.close();
    }
    return found;
  }, UNDER_WAY);

/** The step that a run under way was last written down at; 0 without one. */
export const writtenStep = (page) =>
  page.evaluate(async (name) => {
    // Opened where there is none it would be made, in no shape.
    if (!(await indexedDB.databases()).some((one) => one.name === name)) return 0;
    const answer = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await answer(indexedDB.open(name));
    const runs = await answer(database.transaction("runs").objectStore("runs").getAll());
    database.close();
    return Math.max(0, ...runs.map(({ step }) => step));
  }, UNDER_WAY);

/** Keeps a finished run, a lecture and a preference, and gives all that is kept then. The page is at its Train panel, one epoch long. */
export async function keepSome(page) {
  await button(page, "Play").first().click();
  await page
    .getByText(/^Finished: 1 epoch/)
    .first()
    .waitFor({ timeout: 120_000 });
  await page.getByRole("button", { name: "Lecture", exact: true }).last().click();
  await page.getByRole("button", { name: "Make your own" }).click();
  const dialog = page.locator(".own-dialog");
  await dialog.getByRole("button", { name: "One minute", exact: true }).click();
  await dialog.getByRole("textbox", { name: "Name", exact: true }).fill("Kept <b>before</b>");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  return until(
    () => keptOf(page),
    (all) => {
      const keys = Object.keys(all).join("\n");
      return /^dif-sr-lab runs /m.test(keys) && /^dif-sr-lab lectures /m.test(keys);
    },
    { what: "a run and a lecture on the disk" },
  );
}

/** Everything of `before` is there as it was. Gives how many things that are. */
export async function assertKept(page, before) {
  const now = await keptOf(page);
  for (const [place, value] of Object.entries(before)) assert.equal(now[place], value, `${place} is not what it was`);
  return Object.keys(before).length;
}
