// The item map: what neighbours share, told from chance; values one at a time; items by keyboard; the session as a path.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { clearSession, engineReady, HANDHELD, STILL, sessionRows, startLab, until } from "./support.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const part = (page) => page.locator('[data-panel="map"]');
const maps = (page) => part(page).getByRole("listbox");
const reading = (page) => part(page).locator("[data-reading]");

async function openMap(query = "", options = {}) {
  const opened = await lab.openPage({ ...STILL, query: `?panel=map${query}`, ...options });
  await reading(opened.page).waitFor();
  return opened;
}

/** The numbers of the sentence. */
function numbersOf(sentence) {
  const found =
    /After training, (\d+\.\d) of an item’s (\d+) nearest .*?; before, (\d+\.\d), as by chance \((\d+\.\d)\)/.exec(
      sentence,
    );
  assert.ok(found, sentence);
  const [after, of, before, chance] = found.slice(1).map(Number);
  return { after, of, before, chance };
}

describe("the item map", () => {
  test("says what neighbours share, and the table counts the same", async () => {
    const { page, assertClean, close } = await openMap("&by=B&table=map");
    const { after, of, before, chance } = numbersOf(await reading(page).innerText());
    assert.ok(after > chance + 1, `training taught brands: ${after} against ${chance}`);
    assert.ok(Math.abs(before - chance) < 0.3, `before training there are none: ${before} against ${chance}`);
    const rows = await part(page).locator("tbody tr").allInnerTexts();
    assert.equal(rows.length, 240);
    const cells = rows.map((row) => row.split("\t"));
    for (const row of cells) assert.equal(row[2].split(", ").length, of, row.join(" | "));
    const mean = (column) => cells.reduce((sum, row) => sum + Number(row[column]), 0) / cells.length;
    assert.equal(mean(3).toFixed(1), before.toFixed(1));
    assert.equal(mean(5).toFixed(1), after.toFixed(1));
    assertClean();
    await close();
  });

  test("tells the values of another attribute apart, one of them alone, and all again", async () => {
    const { page, assertClean, close } = await openMap("&by=B");
    await part(page).getByRole("radio", { name: "Price" }).click();
    await until(
      () => reading(page).innerText(),
      (text) => /share its price/.test(text),
      { what: "the sentence on price" },
    );
    await page.waitForURL(/[?&]by=R/);
    const chips = part(page)
      .getByRole("group", { name: /Values of Price/ })
      .getByRole("button");
    assert.equal(await chips.count(), 4);
    const note = () => part(page).locator(".map-note").innerText();
    // At first the value of the newest click.
    assert.match(await note(), /Solid: \d+ items with 3 of 4\./);
    await chips.nth(0).click();
    assert.match(await note(), /Solid: \d+ items with 1 of 4\./);
    assert.equal(await part(page).locator('[aria-pressed="true"].map-value').count(), 1);
    await chips.nth(0).click();
    assert.doesNotMatch(await note(), /Solid/);
    assert.equal(await part(page).locator('[aria-pressed="true"].map-value').count(), 0);
    assertClean();
    await close();
  });

  test("is walked with arrows; Enter adds an item, undo takes it back", async () => {
    const { page, assertClean, close } = await openMap();
    const map = maps(page).nth(1);
    const name = () => map.getByRole("option").getAttribute("aria-label");
    await map.focus();
    const start = await name();
    assert.match(start, /^Camera sling; .*Nearest: /, "the newest click is where one begins");
    await page.keyboard.press("ArrowLeft");
    const next = await name();
    assert.notEqual(next, start);
    assert.equal(
      await maps(page)
        .nth(0)
        .getByRole("option")
        .getAttribute("aria-label")
        .then((text) => text.split(";")[0]),
      next.split(";")[0],
    );
    const rows = await sessionRows(page).count();
    await page.keyboard.press("Enter");
    await until(
      () => sessionRows(page).count(),
      (count) => count === rows + 1,
      { what: "the item in the session" },
    );
    const added = await sessionRows(page).last().innerText();
    assert.ok(added.includes(next.split(";")[0]), `${added} is not ${next}`);
    await page.keyboard.press("Control+z");
    await until(
      () => sessionRows(page).count(),
      (count) => count === rows,
      { what: "the session as it was" },
    );
    assertClean();
    await close();
  });

  test("has one tab stop a map and one for the values", async () => {
    const { page, close } = await openMap("&by=B");
    assert.equal(await part(page).locator('.map-values [tabindex="0"]').count(), 1);
    await part(page).locator('.map-values [tabindex="0"]').focus();
    const seen = [];
    for (let press = 0; press < 4; press++) {
      await page.keyboard.press("Tab");
      seen.push(await page.evaluate(() => document.activeElement.id || document.activeElement.ariaLabel));
    }
    assert.deepEqual(seen.slice(-2), ["item-map-0", "item-map-1"], seen.join(", "));
    await close();
  });

  test("lights an item and its neighbours in both maps, by name below", async () => {
    const { page, close } = await openMap("&by=B");
    const lists = part(page).locator(".map-neighbours");
    const before = await lists.nth(1).innerText();
    const box = await maps(page).nth(1).boundingBox();
    const moving = part(page).locator(".drawing-moving circle");
    assert.equal(await moving.count(), 0, "nothing is lit before anything is pointed at");
    await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.5);
    await until(
      () => moving.count(),
      (count) => count === 22,
      { what: "an item and ten neighbours in each map" },
    );
    assert.notEqual(await lists.nth(1).innerText(), before);
    assert.equal(await lists.nth(1).locator("li").count(), 10);
    await page.mouse.move(5, 5);
    await until(
      () => moving.count(),
      (count) => count === 0,
      { what: "the maps at rest" },
    );
    await close();
  });

  test("stands without a session, and says so of none", async () => {
    const { page, assertClean, close } = await openMap();
    await clearSession(page);
    await until(
      () => reading(page).innerText(),
      (text) => !/newest click/.test(text),
      { what: "the sentence without a session" },
    );
    assert.equal(await maps(page).count(), 2);
    assertClean();
    await close();
  });

  test("fits a phone: a tap keeps an item lit, a button adds it", async () => {
    const { page, assertClean, close } = await openMap("", HANDHELD);
    await engineReady(page);
    const box = await maps(page).nth(1).boundingBox();
    await page.touchscreen.tap(box.x + box.width / 2, Math.min(box.y + box.height / 2, 600));
    await part(page).getByRole("button", { name: "Let go" }).waitFor();
    const add = part(page).getByRole("button", { name: /^Add / });
    await add.click();
    await page.locator(".strip-count", { hasText: "8" }).waitFor();
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 360);
    assertClean();
    await close();
  });
});
