// The other forms of the maps: lines between the clicks, every layer and head at a glance, positions that are free.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { HANDHELD, nextRows, STILL, startLab, until } from "./support.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const part = (page) => page.locator('[data-panel="why"]');
const view = (page, name) => part(page).getByRole("radio", { name, exact: true });
const open = (query, options = {}) => lab.openPage({ ...STILL, query: `?panel=why${query}`, ...options });

describe("forms of the maps", () => {
  test("change in place: the keyboard stays at the choice, code comes when it is asked for", async () => {
    const seen = [];
    const { page, assertClean, close } = await open("", {
      before: async (page) => {
        page.on("request", (request) => {
          const [, name] = /assets\/(FusedMap|Lines|AllMaps)-/.exec(request.url()) ?? [];
          if (name) seen.push(name);
        });
      },
    });
    await view(page, "Maps").focus();
    assert.deepEqual(seen, []);
    await page.keyboard.press("ArrowRight");
    await page.locator('[data-figure="fused-map"] #map-fused').waitFor();
    assert.equal(await page.locator("#map-0").count(), 0, "no map of a source");
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Fused");
    await page.keyboard.press("ArrowRight");
    await page.locator("#lines").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Lines");
    await page.keyboard.press("ArrowRight");
    await page.locator("#all-maps").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "All heads");
    await page.waitForURL(/[?&]form=all/);
    assert.deepEqual([...new Set(seen)], ["FusedMap", "Lines", "AllMaps"]);
    assertClean();
    await close();
  });

  test("lines have the numbers of the map, and a click of the session alone at the second press", async () => {
    const { page, assertClean, close } = await open("&form=lines");
    const lines = page.locator("#lines");
    await lines.waitFor();
    // The weights of the newest row stand at the right, and add up to 1.
    const weights = async () =>
      (await part(page).locator(".why-lines .drawing-moving text").allTextContents()).filter((text) =>
        /^\d\.\d\d$/.test(text),
      );
    const sum = (await weights()).reduce((total, text) => total + Number(text), 0);
    assert.equal((await weights()).length, 7);
    assert.ok(Math.abs(sum - 1) < 0.04, `weights of a row add up to ${sum}`);
    assert.match(
      await part(page).locator(".why-lines [data-reading]").innerText(),
      /^Camera sling gives 0\.\d\d of its attention weight to Compact camera; the other 6 clicks share 0\.\d\d\.$/,
    );
    await lines.focus();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    const said = () => lines.getByRole("gridcell").getAttribute("aria-label");
    assert.match(await said(), /^Enamel mug looks at /);
    const all = part(page).locator(".why-lines .drawing > svg:first-child path[stroke-width]");
    assert.ok((await all.count()) > 2);
    await page.keyboard.press("Enter");
    await page.waitForURL(/[?&]cell=/);
    assert.ok((await all.count()) > 2, "pinned: the others stand behind");
    await page.keyboard.press("Enter");
    assert.equal(await all.count(), 0, "alone");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => !/[?&]cell=/.test(url.search));
    assert.ok((await all.count()) > 2, "free again");
    assertClean();
    await close();
  });

  test("lines of one source wear its colour and say its highest and lowest score", async () => {
    const { page, close } = await open("&form=lines");
    await part(page).getByRole("radio", { name: "Brand" }).click();
    await page.waitForURL(/[?&]source=B/);
    assert.match(
      await part(page).locator(".why-lines [data-reading]").innerText(),
      /^For Camera sling, Brand scores .* highest \(\+\d.*\) and .* lowest \(−\d.*\)\.$/,
    );
    await close();
  });

  test("all heads lead to one of them by keyboard, and the keyboard comes along", async () => {
    const { page, assertClean, close } = await open("&form=all");
    const all = page.locator("#all-maps");
    await all.waitFor();
    assert.match(
      await part(page).locator(".why-all [data-reading]").innerText(),
      /^Sharpest for Camera sling: layer \d, head \d, with [01]\.\d\d .* Flattest: layer \d, head \d, at most 0\.\d\d on one click\.$/,
    );
    await all.focus();
    for (const key of ["Home", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowRight"]) await page.keyboard.press(key);
    const said = await all.getByRole("gridcell").getAttribute("aria-label");
    assert.match(said, /^Layer 2, head 2, Position: from /);
    await page.keyboard.press("Enter");
    await until(
      () => page.evaluate(() => document.activeElement.id),
      (id) => id === "map-1",
      { what: "the map of that source" },
    );
    await page.waitForURL(/[?&]layer=2/);
    await page.waitForURL(/[?&]head=2/);
    await page.waitForURL((url) => !/form=/.test(url.search));
    assertClean();
    await close();
  });

  test("one click: no head is sharper than another", async () => {
    const { page, close } = await open("&form=all&s=3");
    await part(page).locator(".why-all [data-reading]").getByText("No head is sharper than another").waitFor();
    await close();
  });

  test("controls and tools of the figure keep apart", async () => {
    for (const form of ["maps", "all"])
      for (const language of ["ko", "en"]) {
        const { page, close } = await open(`&form=${form}&lang=${language}`, HANDHELD);
        await part(page).locator(".figure-tools").first().waitFor();
        for (const width of [320, 360, 412, 480, 520]) {
          await page.setViewportSize({ width, height: 740 });
          const over = await part(page)
            .locator(".why-maps > .figure-head")
            .evaluate((head) => {
              const boxes = (what) => [...head.querySelectorAll(what)].map((one) => one.getBoundingClientRect());
              const controls = boxes(".why-controls > *");
              const meets = (a, b) =>
                a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;
              return boxes(".figure-tools button").filter((tool) => controls.some((one) => meets(tool, one))).length;
            });
          assert.equal(over, 0, `${form}, ${language}, ${width} px`);
        }
        await close();
      }
  });

  test("positions that are free are drawn where they take part, and nowhere else", async () => {
    const { page, close } = await open("&m=dif_sr-gate");
    await part(page)
      .getByText(/Faint: the 12 free positions of the 19 this model reads/)
      .waitFor();
    await close();
    const sum = await open("");
    await sum.page.locator(".row-table").waitFor();
    assert.equal(
      await part(sum.page)
        .getByText(/Faint:/)
        .count(),
      0,
    );
    await sum.close();
  });

  test("rows and lists are one tab stop each, and arrows move inside", async () => {
    const { page, close } = await open("");
    const rows = part(page).locator(".row-button");
    await rows.first().waitFor();
    assert.equal(await part(page).locator('.row-button[tabindex="0"]').count(), 1);
    await part(page).locator('.row-button[tabindex="0"]').focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowDown");
    assert.equal(await page.evaluate(() => document.activeElement.innerText.trim().split("\n")[0]), "2");
    assert.equal(await part(page).locator('.row-button[tabindex="0"]').count(), 1);
    const list = nextRows(page).locator("button");
    assert.equal(await nextRows(page).locator('button[tabindex="0"]').count(), 1);
    await list.first().focus();
    await page.keyboard.press("ArrowDown");
    assert.equal(await page.evaluate(() => document.activeElement.querySelector(".prediction-rank").textContent), "2");
    await close();
  });

  test("fit a phone without sideways scroll", async () => {
    for (const form of ["lines", "all"]) {
      const { page, assertClean, close } = await open(`&form=${form}`, HANDHELD);
      await page.locator(form === "all" ? "#all-maps" : "#lines").waitFor();
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 360, form);
      assertClean();
      await close();
    }
  });
});
