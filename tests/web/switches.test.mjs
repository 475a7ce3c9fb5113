// A source is switched off where its effect is read: list and maps follow, the panel says that it is edited, Reset undoes it.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { nextTexts, STILL, startLab, until } from "./support.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const sourceSwitch = (page, name) => page.locator("#why .off-table").getByRole("switch", { name, exact: true });
const names = async (page) => (await nextTexts(page)).map((text) => text.split("\n")[1]);
const other = (page, list) =>
  until(
    () => names(page),
    (now) => now.length === 10 && now.join() !== list.join(),
    { what: "another list" },
  );
/** Faint is how the map of a source is drawn that takes no part. */
const faint = (page) => page.locator("#why .drawing svg g[opacity]").count();

describe("a source that is switched off", () => {
  test("changes the list and the maps, by pointer and by Space, and Reset brings them back", async () => {
    const { page, assertClean, close } = await lab.openPage(STILL);
    const list = await names(page);
    assert.equal(await faint(page), 0);
    await sourceSwitch(page, "Brand").click();
    const without = await other(page, list);
    assert.equal(await sourceSwitch(page, "Brand").getAttribute("aria-checked"), "false");
    await page.locator("#next .switched-off").getByText("Brand").waitFor();
    await page.locator("#why .edited-mark").waitFor();
    await page.getByText("against the list before a source was switched").waitFor();
    assert.equal(await faint(page), 1, "its map stays, faintly");
    assert.ok((await page.locator("#why .drawing").textContent()).includes("off"));
    await sourceSwitch(page, "Category").focus();
    await page.keyboard.press("Space");
    await other(page, without);
    assert.equal(await faint(page), 2);
    await page.locator("#why .panel-head").getByRole("button", { name: "Reset" }).click();
    await until(
      () => names(page),
      (now) => now.join() === list.join(),
      { what: "the list of before" },
    );
    assert.equal(await page.locator(".edited-mark, .switched-off").count(), 0);
    assert.equal(await faint(page), 0);
    assertClean();
    await close();
  });

  for (const [width, lang] of [
    [1366, "en"],
    [360, "en"],
    [360, "ko"],
  ]) {
    test(`moves nothing of the list at ${width} px in ${lang}, and its Reset leaves the focus in the panel`, async () => {
      const panel = width < 600 ? "&panel=next" : "";
      const place = async (page) => (await page.locator("#next .predictions").boundingBox()).y;
      const viewport = { width, height: 740 };
      const whole = await lab.openPage({ ...STILL, viewport, query: `?lang=${lang}${panel}` });
      const top = await place(whole.page);
      await whole.close();
      const { page, close } = await lab.openPage({ ...STILL, viewport, query: `?lang=${lang}&off=B${panel}` });
      const button = page.locator("#next button.switched-off");
      assert.equal(await place(page), top);
      const cut = await button.locator(".edited-mark").evaluate((mark) => mark.scrollWidth - mark.clientWidth);
      assert.ok(cut <= 0, `its mark is cut by ${cut} px`);
      await button.press("Enter");
      await button.waitFor({ state: "detached" });
      assert.equal(await page.evaluate(() => document.activeElement.closest("[data-panel]")?.id), "next");
      assert.equal(await place(page), top);
      await close();
    });
  }

  test("moves no map on a phone", async () => {
    const places = [];
    for (const query of ["?panel=why", "?panel=why&off=B"]) {
      const { page, close } = await lab.openPage({ ...STILL, viewport: { width: 360, height: 740 }, query });
      await page.locator("#why .off-table").waitFor();
      assert.equal(await page.locator("#why .edited-mark").count(), query.includes("off") ? 1 : 0);
      places.push((await page.locator("#why .why").boundingBox()).y);
      await close();
    }
    assert.equal(places[1], places[0]);
  });

  test("is in the link, and what a link switches off is off at once", async () => {
    const first = await lab.openPage(STILL);
    const list = await names(first.page);
    await sourceSwitch(first.page, "Brand").click();
    const without = await other(first.page, list);
    await until(
      () => first.page.url(),
      (url) => /[?&]off=B\b/.test(url),
      { what: "the source in the address" },
    );
    await first.close();
    const second = await lab.openPage({ ...STILL, query: "?off=B" });
    await until(
      () => names(second.page),
      (now) => now.join() === without.join(),
      { what: "the same list" },
    );
    assert.equal(await sourceSwitch(second.page, "Brand").getAttribute("aria-checked"), "false");
    await second.close();
  });

  test("is on again with other data, and a model that mixes its sources has no switches", async () => {
    const { page, close } = await lab.openPage({ ...STILL, query: "?off=B" });
    await page.locator("#why .edited-mark").waitFor();
    await page.getByRole("button", { name: /^Data: / }).click();
    const dialog = page.getByRole("dialog", { name: "Data" });
    await dialog.getByRole("button", { name: /^Department chains/ }).click();
    await dialog.getByRole("button", { name: "Build a session" }).click();
    await page.locator("#why .off-table").waitFor();
    assert.equal(await page.locator(".edited-mark").count(), 0);
    await until(
      () => page.url(),
      (url) => !url.includes("off="),
      { what: "an address without it" },
    );
    await page.goto(`${lab.origin}/?m=sasrec&off=B`);
    await page.getByText("none of them can be switched off alone").waitFor();
    assert.equal(await page.locator("#why").getByRole("switch").count(), 0);
    assert.equal(await page.locator(".edited-mark").count(), 0);
    await close();
  });
});
