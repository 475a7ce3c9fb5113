// "Make a class link": what is chosen is in the link, in the sentence, in the code as a phone scans it, and in the frame.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { findDeckPackages } from "../../www/scripts/decks.mjs";
import { frameReady, openFrame } from "./frames.mjs";
import { HANDHELD, STILL, startLab, until } from "./support.mjs";

const { packages, reason } = await findDeckPackages();

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

async function openDialog(query = "", options = {}) {
  const opened = await lab.openPage({ ...STILL, query, ...options });
  const { page } = opened;
  // Phones have the lectures in the menu of tools.
  await page.getByRole("button", { name: /^(Lecture|Theme, link, keys)$/ }).click();
  await page.getByRole("button", { name: "Make a class link" }).click();
  const dialog = page.getByRole("dialog", { name: "Make a class link" });
  const link = () => dialog.getByRole("textbox", { name: "Link" }).inputValue();
  return {
    ...opened,
    dialog,
    link,
    sentence: () => dialog.locator("[data-class-sentence]").innerText(),
    frame: () => dialog.getByRole("textbox", { name: "Frame" }).inputValue(),
    /** Keys of the link in any order. */
    keys: async () => Object.fromEntries(new URL(await link()).searchParams),
  };
}

/** What a scanner reads off the pixels of a picture. */
async function scanned(code) {
  const picture = (await code.screenshot()).toString("base64");
  const page = await lab.browser.newPage();
  await page.goto(`${lab.origin}/@test/blank.html`);
  await page.evaluate(readFileSync(path.join(packages, "jsqr", "dist", "jsQR.js"), "utf8"));
  const text = await page.evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d");
    context.drawImage(bitmap, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    return globalThis.jsQR(data, width, height)?.data ?? null;
  }, picture);
  await page.close();
  return text;
}

describe("a class link", { concurrency: 1 }, () => {
  test("holds what the class sees, what it does not, in which language and how large", {
    timeout: 120_000,
  }, async () => {
    const { dialog, link, keys, sentence, frame, close } = await openDialog("?panel=rank&weights=random&n=9");
    assert.deepEqual(await keys(), { weights: "random", n: "9", panel: "rank" });
    assert.match(await sentence(), /^Opens 14 panels at “Rank”, in each phone’s own language\.$/);
    for (const name of ["Gradients", "Your session"]) await dialog.getByRole("checkbox", { name }).uncheck();
    for (const name of ["status line", "panel bar and tabs"]) await dialog.getByRole("checkbox", { name }).check();
    await dialog.getByRole("radio", { name: "한국어" }).click();
    await dialog.getByRole("switch", { name: "Large, for a projector" }).click();
    const { view, hide, ...rest } = await keys();
    assert.deepEqual(rest, { weights: "random", n: "9", panel: "rank", lang: "ko", projector: "1" });
    assert.doesNotMatch(view, /session|gradients/);
    assert.equal(view.split(",").length, 12);
    assert.equal(hide, "status,bar");
    assert.match(
      await sentence(),
      /^Opens 12 panels at “Rank”, in Korean\. Large, for a projector\. Without the status line and panel bar and tabs\.$/,
    );
    assert.match(await frame(), /&amp;lang=ko&amp;embed=rank" width/);
    await dialog.getByRole("switch", { name: "With the session and the choices on screen" }).click();
    assert.deepEqual(Object.keys(await keys()).sort(), ["hide", "lang", "panel", "projector", "view"]);
    const opened = await lab.openPage({ ...STILL, query: new URL(await link()).search, ready: false });
    await opened.page.locator('[data-panel="rank"]').waitFor();
    assert.equal(await opened.page.evaluate(() => document.documentElement.lang), "ko");
    assert.equal(await opened.page.locator('[data-panel="session"], .status-line, .panel-bar').count(), 0);
    assert.equal(await opened.page.locator(".notice").count(), 0);
    await opened.close();
    await close();
  });

  test("begins as the page is that it is made of, and never shows nothing", { timeout: 120_000 }, async () => {
    const { dialog, keys, close } = await openDialog("?view=why,rank&hide=bar&panel=rank");
    assert.deepEqual(await keys(), { view: "why,rank", hide: "bar", panel: "rank" });
    const rank = dialog.getByRole("checkbox", { name: "Rank" });
    await rank.uncheck();
    assert.deepEqual(await keys(), { view: "why", hide: "bar", panel: "why" });
    await dialog.getByRole("checkbox", { name: "Why?" }).click();
    assert.deepEqual(await keys(), { view: "why", hide: "bar", panel: "why" });
    await close();
  });

  test("opens a lecture at a step and a sub-step, and its frame shows that step alone", {
    timeout: 240_000,
  }, async () => {
    const { page, dialog, link, sentence, frame, close } = await openDialog();
    await dialog.getByRole("radio", { name: "Ten minutes" }).click();
    assert.match(await link(), /\?lecture=ten$/);
    await dialog.getByLabel("Begins at").selectOption("rank");
    await dialog.getByLabel("Sub-step").selectOption("2");
    await dialog.getByRole("radio", { name: "English" }).click();
    assert.match(await link(), /\?lecture=ten&step=rank&click=2&lang=en$/);
    assert.match(await sentence(), /^Opens the lecture “Ten minutes” at Rank, sub-step 3, in English\.$/);
    const code = await frame();
    await dialog.getByLabel("Begins at").selectOption("train");
    assert.match(await link(), /\?lecture=ten&step=train&lang=en$/, "a sub-step belongs to its step");
    await close();
    const src = await page
      .context()
      .browser()
      .newPage()
      .then(async (other) => {
        await other.setContent(code, { waitUntil: "commit" });
        const found = await other.locator("iframe").evaluate((one) => one.src);
        await other.close();
        return found;
      });
    const query = new URL(src).search.slice(1);
    assert.equal(query, "lecture=ten&step=rank&click=2&lang=en&embed=rank");
    const opened = await openFrame(lab, query, { parent: null });
    await frameReady(opened.frame);
    const { step, click } = await opened.frame.evaluate(() => ({ ...document.documentElement.dataset }));
    assert.deepEqual([step, click], ["rank", "2"]);
    await opened.close();
  });

  test("is read off its code, beside the link and large", { skip: reason ?? false, timeout: 120_000 }, async () => {
    const { page, dialog, link, close } = await openDialog("?panel=rank", { colorScheme: "dark" });
    const code = dialog.locator(".class-link-code > .qr");
    await code.waitFor();
    assert.equal(await scanned(code), await link());
    await dialog.getByRole("radio", { name: "Five minutes" }).click();
    await dialog.getByRole("radio", { name: "한국어" }).click();
    assert.equal(await scanned(code), await link());
    await dialog.getByRole("button", { name: "Show large" }).click();
    const large = page.locator(".qr-large .qr");
    await large.waitFor();
    const { width, height } = await large.boundingBox();
    assert.ok(Math.min(width, height) >= 0.8 * page.viewportSize().height);
    assert.equal(await scanned(page), await link());
    await page.keyboard.press("Escape");
    await large.waitFor({ state: "hidden" });
    assert.ok(await dialog.isVisible(), "Escape closes the code alone");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await close();
  });

  test("too long for a code says what makes it shorter", { timeout: 120_000 }, async () => {
    const items = Array.from({ length: 60 }, (_, at) => at + 100).join(".");
    const { dialog, close } = await openDialog(`?s=${items}`);
    await dialog.getByText("Too long for a code that can be scanned").waitFor();
    await dialog.getByRole("switch", { name: "With the session and the choices on screen" }).click();
    await dialog.locator(".class-link-code > .qr").waitFor();
    await close();
  });

  test("is made on a phone, and copied", { timeout: 120_000 }, async () => {
    const { page, context, dialog, link, close } = await openDialog("", HANDHELD);
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const sideways = await dialog.evaluate((one) => one.scrollWidth - one.clientWidth);
    assert.ok(sideways <= 0, `${sideways} px too wide`);
    await dialog.getByRole("button", { name: "Copy link" }).tap();
    await until(
      () => page.evaluate(() => navigator.clipboard.readText()),
      (text) => text.startsWith("http"),
      { what: "the link" },
    );
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await link());
    await close();
  });
});
