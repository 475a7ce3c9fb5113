// A page that cannot start says so in a sentence, in both languages: opened as a file, from a server that calls scripts something else,
// at an address that leads its files astray. What is merely odd of a host does no harm.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { anyOf, missing, typed } from "../../www/scripts/bad-host.mjs";
import { dist } from "../../www/scripts/places.mjs";
import { engineReady, nextRows, PHONE, startLab } from "./support.mjs";

const SCRIPT = /\/index-[^/]*\.js$/;
const ENGINE = /\.wasm$/;
const NOT_STARTED = [/This page has not started: its program did not arrive/, /페이지가 시작되지 않았습니다/];
const AS_FILE = [
  /Opened as a file, this page cannot run: start a web server in its folder/,
  /파일로 열면 이 페이지는 실행되지 않습니다/,
];
/** A page that is only slow has the time to arrive. */
const SAID_AFTER_MS = 12_000;

const honest = () => undefined;
let lab;
let spoil = honest;
before(async () => {
  lab = await startLab("cpu", { spoil: (...asked) => spoil(...asked) });
});
after(() => lab.close());
afterEach(() => {
  spoil = honest;
});

/** The page shows these words and no others, and fits a phone. */
async function says(page, words, timeout = 10_000) {
  await page.getByText(words[0]).waitFor({ timeout });
  const text = await page.locator("body").innerText();
  for (const one of words) assert.match(text, one);
  assert.ok(text.length < 500, text);
  assert.ok(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
}

describe("a page that cannot start says why", () => {
  test("opened as a file, by a double click", async () => {
    const { page, close } = await lab.openPage({ ready: false, viewport: PHONE });
    await page.goto(pathToFileURL(path.join(dist, "index.html")).href);
    await says(page, AS_FILE);
    await close();
  });

  for (const [what, host] of [
    ["whose server calls scripts plain text", typed(SCRIPT, "text/plain")],
    ["whose server gives scripts no type", typed(SCRIPT, "")],
    ["whose server lacks its script", missing(SCRIPT)],
  ])
    test(what, async () => {
      spoil = host;
      const { page, close } = await lab.openPage({ ready: false, viewport: PHONE });
      await says(page, NOT_STARTED);
      await close();
    });

  test("asked for a lecture whose program does not arrive, in its own words and not the browser's", async () => {
    // What panels and lectures share is one file.
    spoil = missing(/\/shared-[^/]*\.js$/);
    const { page, close } = await lab.openPage({ query: "?lecture=ten", ready: false, viewport: PHONE });
    await says(page, [/A file of this page did not arrive/]);
    assert.doesNotMatch(await page.locator("body").innerText(), /dynamically|Failed to|module/);
    await close();
  });

  test("at an address below its own, where none of its files is", async () => {
    const body = readFileSync(path.join(dist, "index.html"), "utf8");
    const { page, close } = await lab.openPage({
      base: "/lab/lecture/one",
      ready: false,
      before: (fresh) => fresh.route("**/lecture/one", (route) => route.fulfill({ contentType: "text/html", body })),
    });
    await page.waitForTimeout(1000);
    assert.equal(await page.getByText(NOT_STARTED[0]).isVisible(), false, "nothing is said too early");
    await says(page, NOT_STARTED, SAID_AFTER_MS);
    await close();
  });
});

describe("a page that can start does", () => {
  for (const [what, host] of [
    ["from a server that calls WebAssembly plain text", typed(ENGINE, "text/plain")],
    ["from one that gives it no type", typed(ENGINE, "")],
    ["without its icon, its manifest and what keeps it", missing(/icon|webmanifest|service-worker|build-files/)],
    [
      "from one that is bad in both ways",
      anyOf(typed(ENGINE, "application/octet-stream"), missing(/icon|webmanifest/)),
    ],
  ])
    test(what, async () => {
      spoil = host;
      const { page, close } = await lab.openPage({ ready: false });
      await engineReady(page);
      assert.equal(await nextRows(page).count(), 10);
      assert.equal(await page.locator(".unstarted").first().isVisible(), false);
      await close();
    });
});
