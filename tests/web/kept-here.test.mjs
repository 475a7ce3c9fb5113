// What the page keeps on this device: told with true sizes, deleted whole or kind by kind, in all tabs; and what is said where a browser
// keeps nothing, or has no room left.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { button, dataDialog, give, textFile } from "./ownFiles.mjs";
import { clickItems, clicksOf, engineReady, startLab, until } from "./support.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

/** Long enough to be stopped before its end. */
const LONG = "?panel=train&epochs=200";
const QUERY = "?panel=train&epochs=2";
const place = (page) => page.locator(".on-device");
const spaced = (text) => text.replace(/\s+/g, " ");
const legend = async (page) => (await place(page).locator(".on-device-legend li").allInnerTexts()).map(spaced);
const title = async (page) => spaced(await place(page).locator("h3").innerText());
const press = (page, name) =>
  place(page)
    .getByRole("button", { name, exact: typeof name === "string" })
    .click();

/** Everything that a browser has of this address, empty where there is nothing. */
const left = (page) =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const workers = await navigator.serviceWorker.getRegistrations();
    return [
      ...databases.map(({ name }) => name),
      ...(await caches.keys()),
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
      ...workers.map(({ scope }) => scope),
    ];
  });

async function trainToItsEnd(page) {
  await button(page, "Play").click();
  await page
    .getByText(/^Finished: /)
    .first()
    .waitFor({ timeout: 60_000 });
}

/** Plays into an epoch, and rests: what is there is written down. */
async function trainABit(page, epoch = 1) {
  await button(page, "Play").first().click();
  await page.waitForFunction(
    (first) => Number(/(\d+) \/ \d+/.exec(document.querySelector(".run-facts")?.innerText)?.[1]) >= first,
    epoch,
  );
  await button(page, "Pause").first().click();
  await button(page, "Play").first().waitFor();
}

async function makeLecture(page) {
  await page.getByRole("button", { name: "Lecture" }).click();
  await page.getByRole("button", { name: "Make your own" }).click();
  const dialog = page.locator(".own-dialog");
  await dialog.getByRole("button", { name: "One minute", exact: true }).click();
  await dialog.getByRole("textbox", { name: "Name", exact: true }).fill("Mine");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
}

/** A run on the visitor's own data that a reload breaks off. */
async function breakOff(page) {
  const rows = Array.from({ length: 40_000 }, (_, row) => `u${row % 3001},p${(row * 7) % 523},${1_700_000_000 + row}`);
  await give(page, [textFile("mine.csv", `user,item,time\n${rows.join("\n")}\n`)]);
  await dataDialog(page)
    .getByText(/^Open now: mine/)
    .waitFor();
  await button(dataDialog(page), "Train a model").click();
  await trainABit(page);
}

const offer = (page) => page.locator(".run-bar").getByText(/^Continue from step [\d,]+\?$/);
const DONE = /^Everything is deleted\. What is on screen stays/;

async function deleteAll(page) {
  await press(page, "Delete everything on this device");
  await press(page, /^Delete [\d.]+.(B|KB|MB)$/);
  await place(page).getByText(DONE).waitFor();
}

/** The question names each kind; nothing goes before it is answered, and the way back is where the focus is. */
async function asksFirst(page) {
  await press(page, "Delete everything on this device");
  const question = place(page).locator("#on-device-question");
  assert.match(
    await question.innerText(),
    /^Delete 1 run, 1 unfinished run, 1 data set of yours, 1 lecture of yours, [\d,]+ files of the page and settings and progress\? This cannot be undone\. Saved files on your disk stay\.$/,
  );
  assert.equal(await page.evaluate(() => document.activeElement.innerText), "Keep");
  await page.keyboard.press("Escape");
  await question.waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.innerText), "Delete everything on this device");
}

/** Bytes of the visitor's data and of the page's files, as the browser has them. */
const weighed = (page) =>
  page.evaluate(async () => {
    const name = (await caches.keys()).find((one) => one.startsWith("dif-sr-lab "));
    const cache = await caches.open(name);
    const bodies = (await cache.keys()).map(async (one) => (await (await cache.match(one)).arrayBuffer()).byteLength);
    const files = (await Promise.all(bodies)).reduce((sum, one) => sum + one, 0);
    const database = await new Promise((resolve) => {
      const request = indexedDB.open("dif-sr-lab-under-way");
      request.onsuccess = () => resolve(request.result);
    });
    const all = await new Promise((resolve) => {
      const request = database.transaction("data").objectStore("data").getAll();
      request.onsuccess = () => resolve(request.result);
    });
    database.close();
    return { files, data: all[0].log.byteLength };
  });

/** The size of one kind in bytes, as it is written, and how fine that is. */
function sizeOf(texts, name) {
  const [, value, unit] = /([\d.,]+)\s(B|KB|MB)/.exec(texts.find((text) => name.test(text)));
  const scale = { B: 1, KB: 1e3, MB: 1e6 }[unit];
  return { bytes: Number(value) * scale, grain: unit === "MB" ? 1e5 : scale };
}

describe("what is kept on this device", () => {
  test("is all told, and all deleted; the page works on, and keeps what is new", { timeout: 180_000 }, async () => {
    const { page, assertClean, close } = await lab.openPage({ query: QUERY });
    await clickItems(page, 2);
    await trainToItsEnd(page);
    await makeLecture(page);
    await breakOff(page);
    await page.goto(`${lab.origin}/${QUERY}`);
    await engineReady(page);
    await offer(page).waitFor();
    await clickItems(page, 2);
    const clicks = await clicksOf(page);
    const kinds = [
      /^1 run /,
      /^1 unfinished run /,
      /^1 data set of yours /,
      /^1 lecture of yours /,
      /^\d+ files of the page /,
      /^settings and progress /,
    ];
    const texts = await until(
      () => legend(page),
      (all) => all.length === kinds.length,
      { what: "every kind" },
    );
    for (const [at, kind] of kinds.entries()) assert.match(texts[at], kind);
    const told = { data: sizeOf(texts, /data set/) };
    const real = await weighed(page);
    assert.ok(Math.abs(told.data.bytes - real.data) <= told.data.grain + 500, JSON.stringify([told, real]));
    await until(
      async () => sizeOf(await legend(page), /files of the page/),
      (files) => Math.abs(files.bytes - real.files) <= files.grain,
      { what: `the files of the page, ${real.files} bytes` },
    );
    assert.match(await title(page), /^Kept on this device: [\d.]+.MB of about [\d.,]+.[MG]B$/);
    await asksFirst(page);
    await deleteAll(page);
    assert.deepEqual(await left(page), []);
    assert.deepEqual(await clicksOf(page), clicks, "what is on screen stays");
    assert.equal(await offer(page).count(), 0);
    assert.deepEqual(await legend(page), []);
    // Nothing comes back while the page is only looked at.
    await page.waitForTimeout(4000);
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await page.waitForTimeout(500);
    assert.deepEqual(await left(page), []);
    await page.reload();
    await engineReady(page);
    await until(
      async () => (await legend(page)).filter((text) => /run|data|lecture/.test(text)),
      (own) => own.length === 0,
    );
    assert.equal(await page.locator(".run-history").count(), 0);
    assert.equal(await offer(page).count(), 0);
    await trainToItsEnd(page);
    await until(
      () => legend(page),
      (all) => all.some((text) => /^1 run /.test(text)),
      { what: "the new run" },
    );
    assertClean();
    await close();
  });

  test("goes in another tab, too; a run that is trained there goes on and is written down anew", async () => {
    const { page, context, assertClean, close } = await lab.openPage({ query: QUERY });
    await trainToItsEnd(page);
    const other = await context.newPage();
    await other.goto(`${lab.origin}/?panel=train&epochs=200`);
    await engineReady(other);
    await other.locator(".run-history").waitFor();
    await trainABit(other);
    await until(
      () => legend(page),
      (all) => all.some((text) => /^1 unfinished run /.test(text)),
      { what: "the run of the other tab" },
    );
    await deleteAll(page);
    await other.locator(".run-history").waitFor({ state: "detached" });
    await until(
      () => left(page),
      (all) => all.length === 0,
      { what: "nothing" },
    );
    assert.deepEqual(await left(other), []);
    await trainABit(other);
    await until(
      () => left(other),
      (all) => all.includes("dif-sr-lab-under-way"),
      { what: "what is written down anew" },
    );
    await other.reload();
    await offer(other).waitFor();
    await other.locator(".run-bar").getByRole("button", { name: "Continue", exact: true }).click();
    await until(
      () => other.locator(".run-bar").innerText(),
      (text) => /epoch \d+ \/ 200/.test(text),
      { what: "that it goes on" },
    );
    assertClean();
    await close();
  });

  test("goes kind by kind", async () => {
    const { page, assertClean, close } = await lab.openPage({ query: QUERY });
    await trainToItsEnd(page);
    await makeLecture(page);
    await until(
      () => legend(page),
      (all) => all.some((text) => /lecture/.test(text)) && all.some((text) => /^1 run/.test(text)),
      { what: "a run and a lecture" },
    );
    for (const [name, kind] of [
      ["Delete 1 run", /^1 run/],
      ["Delete 1 lecture of yours", /lecture/],
      ["Delete settings and progress", /settings/],
    ]) {
      await press(page, name);
      await press(page, "Delete?");
      await until(
        () => legend(page),
        (all) => !all.some((text) => kind.test(text)),
        { what: `nothing of ${kind}` },
      );
    }
    await page.getByRole("button", { name: "Lecture" }).click();
    assert.equal(await page.getByRole("button", { name: "Start Mine" }).count(), 0);
    assertClean();
    await close();
  });
});

/** Storage that is switched off, as browsers have it: each way to it throws. */
function block() {
  const refuse = () => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  };
  IDBFactory.prototype.open = refuse;
  IDBFactory.prototype.deleteDatabase = refuse;
  IDBFactory.prototype.databases = async () => refuse();
  for (const name of ["open", "has", "keys", "match", "delete"]) CacheStorage.prototype[name] = async () => refuse();
  for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(globalThis, name, { get: refuse });
  ServiceWorkerContainer.prototype.register = async () => refuse();
}

/** A disk that is full, as one write or the other finds it. */
function fill() {
  IDBObjectStore.prototype.put = () => {
    throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
  };
  Storage.prototype.setItem = () => {
    throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
  };
}

/** Words on what is not kept, where the visitor has made something. */
async function saysWhatIsNotKept(page, words) {
  await trainABit(page, 3);
  await page.locator(".run-unkept", { hasText: words.run }).waitFor();
  await button(page, "Stop").first().click();
  await page.locator(".run-history .note", { hasText: words.runs }).waitFor();
  await page.locator(".run-unkept").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Lecture" }).click();
  await page.getByRole("button", { name: "Make your own" }).click();
  const dialog = page.locator(".own-dialog");
  await dialog.getByRole("button", { name: "One minute", exact: true }).click();
  await dialog.getByText(words.lecture).waitFor();
  await page.keyboard.press("Escape");
}

const FULL = {
  run: /^This device has no room left for this run\. It goes on;/,
  runs: /This device has no room left for this page: the newest results are gone after a reload\./,
  lecture: /^This device has no room left: the last changes are gone/,
};
const BLOCKED = {
  run: /^This browser keeps nothing for this page\. The run goes on, and is gone after a reload\./,
  runs: /This browser keeps nothing for this page: results are gone after a reload\./,
  lecture: /^This browser keeps nothing after the page is closed\./,
};

describe("a browser", () => {
  test("that keeps nothing is told of in words, and the page works", async () => {
    const { page, assertClean, close } = await lab.openPage({
      query: LONG,
      before: (opened) => opened.addInitScript(block),
    });
    await place(page)
      .getByText(/^This browser keeps nothing for this page: the window is private, or storage is switched off\./)
      .waitFor();
    assert.match(await title(page), /^Kept on this device: 0 B/);
    assert.equal(await place(page).getByRole("button").count(), 0);
    await saysWhatIsNotKept(page, BLOCKED);
    assert.equal(await page.locator(".notice-bad").count(), 0);
    assertClean();
    await close();
  });

  test("that has no room left when something is written is told of in words, and the page works", async () => {
    const { page, assertClean, close } = await lab.openPage({
      query: LONG,
      before: (opened) => opened.addInitScript(fill),
    });
    await saysWhatIsNotKept(page, FULL);
    assert.equal(await page.locator(".notice-bad").count(), 0);
    assertClean();
    await close();
  });

  test("whose storage fills up does not lose what was kept before", async () => {
    const { page, assertClean, close } = await lab.openPage({ query: QUERY });
    await trainToItsEnd(page);
    await until(
      () => legend(page),
      (all) => all.some((text) => /^1 run /.test(text)),
      { what: "the first run" },
    );
    await page.evaluate(fill);
    await button(page, "Train again").click();
    await page.locator(".run-history .note", { hasText: FULL.runs }).waitFor({ timeout: 60_000 });
    assert.equal(await page.locator(".run-table tbody tr").count(), 2);
    await page.reload();
    await engineReady(page);
    await until(
      () => page.locator(".run-table tbody tr").count(),
      (rows) => rows === 1,
      { what: "the run of before" },
    );
    assertClean();
    await close();
  });
});
