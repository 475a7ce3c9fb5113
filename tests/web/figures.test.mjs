// Figures: what they save stands alone, their numbers are the page's, and pointing at them redraws only what moves.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { startLab, until } from "./support.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const figure = (page, name) => page.locator(`[data-figure="${name}"]`);
const saveButton = (page, name) => figure(page, name).getByRole("button", { name: "Save figure" });
const menu = (page) => page.getByRole("dialog", { name: "Save figure" });
const grids = (page) => figure(page, "maps").getByRole("grid");

async function openMenu(page, name) {
  await saveButton(page, name).click();
  await menu(page).locator("[data-save-as=svg]").waitFor();
}

/** The bytes of what a press of the menu hands to the downloads. */
async function saved(page, as) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    menu(page).locator(`[data-save-as=${as}]`).click(),
  ]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

describe("figures of the page", () => {
  test("the code that saves is fetched when it is asked for, and not before", async () => {
    const { page, assertClean, close } = await lab.openPage();
    const scripts = () => page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
    assert.ok(!(await scripts()).some((name) => name.includes("SaveFigure")));
    await openMenu(page, "maps");
    assert.ok((await scripts()).some((name) => name.includes("SaveFigure")));
    assertClean();
    await close();
  });

  test("a saved drawing stands alone and says what it shows", async () => {
    const { page, assertClean, close } = await lab.openPage();
    await openMenu(page, "maps");
    const { name, bytes } = await saved(page, "svg");
    const text = bytes.toString();
    assert.equal(name, "dif-sr-lab_why_maps_brand-loyal_dif-sr.svg");
    assert.ok(!/ class=| style=|var\(|color-mix|href=|url\(/.test(text), "nothing in it needs the page");
    assert.match(text, /<title>Attention by source<\/title><desc>.*seed 212.*session of 7 clicks.*<\/desc>/);
    assert.match(text, /DIF-SR; layer 1; head 1; Shop: brand loyal/);
    // Opened by itself it draws what the page shows: the same colours in the same map.
    const { page: alone, close: closeAlone } = await lab.openPage({ ready: false });
    await alone.goto("about:blank");
    await alone.setContent(`<body style="margin:0">${text}</body>`);
    const [width, height] = await alone
      .locator("svg")
      .evaluate((svg) => [svg.getBoundingClientRect().width, svg.getBoundingClientRect().height]);
    assert.ok(width > 600 && height > 200);
    const fits = await alone.evaluate((limit) => {
      return [...document.querySelectorAll("svg text")].every((one) => {
        const box = one.getBoundingClientRect();
        return box.left >= 0 && box.right <= limit && box.height > 0;
      });
    }, width);
    assert.ok(fits, "no text is cut in this browser's own font");
    await closeAlone();
    assertClean();
    await close();
  });

  test("a saved picture has twice the pixels, a saved table the page's numbers with the caption above them", async () => {
    const { page, assertClean, close } = await lab.openPage();
    await openMenu(page, "maps");
    const note = await menu(page).locator("[data-save-as=png]").innerText();
    const png = (await saved(page, "png")).bytes;
    assert.equal(png.subarray(1, 4).toString(), "PNG");
    const size = `${png.readUInt32BE(16).toLocaleString("en")} × ${png.readUInt32BE(20).toLocaleString("en")}`;
    assert.ok(note.includes(size), `${note} says ${size}`);

    await openMenu(page, "maps");
    const csv = (await saved(page, "csv")).bytes.toString();
    const lines = csv
      .replace(/^\ufeff/, "")
      .trim()
      .split("\r\n")
      // Every line has as many columns, those of the caption, too.
      .map((line) => (line.startsWith("#") ? line.replace(/,+$/, "") : line));
    assert.match(lines[0], /^# Attention by source\. DIF-SR/);
    assert.ok(lines.includes("# Seed: 212"));
    const [head, ...rows] = lines.filter((line) => !line.startsWith("#")).map((line) => line.split(","));
    assert.deepEqual(head.slice(0, 4), ["Looks", "Looked at", "Item", "Position"]);
    assert.equal(rows.length, 28, "every pair of seven items that may look");
    // The parts add up to the sum, and the last row's attention weights to 1.
    for (const [, , ...numbers] of rows) {
      const values = numbers.map(Number);
      const parts = values.slice(0, -2).reduce((sum, value) => sum + value, 0);
      assert.ok(Math.abs(parts - values.at(-2)) < 1e-3);
    }
    const last = rows.slice(-7).reduce((sum, row) => sum + Number(row.at(-1)), 0);
    assert.ok(Math.abs(last - 1) < 1e-5);
    assertClean();
    await close();
  });

  test("the menu is worked by keys, keeps the page where it is, and gives the focus back", async () => {
    const { page, close } = await lab.openPage({ viewport: { width: 1366, height: 620 } });
    await saveButton(page, "row").focus();
    const before = await page.evaluate(() => scrollY);
    await page.keyboard.press("Enter");
    await menu(page).waitFor();
    assert.equal(await page.evaluate(() => scrollY), before);
    const at = () =>
      page.evaluate(() => document.activeElement.dataset.saveAs ?? document.activeElement.getAttribute("aria-label"));
    await until(at, (focused) => focused === "svg", { what: "the focus on the first file, once the menu is here" });
    await page.keyboard.press("ArrowDown");
    assert.equal(await at(), "png");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Escape");
    await menu(page).waitFor({ state: "hidden" });
    assert.equal(await at(), "Save figure", "the focus is on the button again");
    await close();
  });

  test("theme and width of a file are chosen in the menu", async () => {
    const { page, close } = await lab.openPage({ colorScheme: "light" });
    await openMenu(page, "maps");
    assert.ok(await menu(page).getByRole("radio", { name: "light" }).isChecked(), "as the page is");
    await menu(page).getByRole("radio", { name: "dark" }).click();
    await menu(page).getByRole("radio", { name: "column" }).click();
    await menu(page).getByRole("checkbox").uncheck();
    const text = (await saved(page, "svg")).bytes.toString();
    assert.match(text, /^<svg [^>]*width="360"/);
    assert.match(text, /<rect width="360" height="\d+" fill="#121419"\/>/);
    assert.ok(!/<text[^>]*>[^<]*seed 212/.test(text), "the caption is in the description alone");
    await close();
  });

  test("every figure has a table and a menu, and neither breaks a rule of accessibility", async () => {
    const { page, close } = await lab.openPage({ reducedMotion: "reduce" });
    await page.evaluate(axe);
    const violations = () =>
      page.evaluate(async () => {
        const { violations } = await globalThis.axe.run("[data-figure=maps], [data-figure=row]", {
          runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"],
        });
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
    const found = await violations();
    await openMenu(page, "maps");
    found.push(...(await violations()));
    await page.keyboard.press("Escape");
    for (const name of ["maps", "row"]) {
      await figure(page, name).getByRole("button", { name: "Table" }).click();
      await figure(page, name).getByRole("table").waitFor();
    }
    found.push(...(await violations()));
    assert.deepEqual(found, []);
    await until(
      async () => page.url(),
      (url) => /table=maps\.row/.test(url),
      { what: "the tables in the link" },
    );
    await close();
  });

  test("the table of the maps shows one row of them at a time: as many lines as the session is long, not n (n + 1) / 2", async () => {
    const session = Array.from({ length: 50 }, (_, index) => index + 1).join(".");
    const { page, assertClean, close } = await lab.openPage({ query: `?panel=why&s=${session}&table=maps.row` });
    const rows = (name) => figure(page, name).locator("tbody tr").count();
    for (const name of ["maps", "row"]) {
      await until(
        () => rows(name),
        (count) => count > 5 && count <= 50,
        { what: `one row in the table of ${name}`, timeout: 5000 },
      );
    }
    assertClean();
    await close();
  });

  test("a map is one tab stop, and arrows move the focus of all maps", async () => {
    const { page, close } = await lab.openPage();
    // They lie over the drawing, and come after it.
    await grids(page).nth(5).waitFor();
    const inside = await grids(page).evaluateAll((all) =>
      all.map((grid) => grid.querySelectorAll("[tabindex], button, a").length),
    );
    assert.deepEqual(inside, [0, 0, 0, 0, 0, 0]);
    await page.locator("#map-fused").focus();
    for (const key of ["ArrowUp", "Home"]) await page.keyboard.press(key);
    const cells = await grids(page).evaluateAll((all) =>
      all.map((grid) =>
        document.getElementById(grid.getAttribute("aria-activedescendant"))?.getAttribute("aria-label"),
      ),
    );
    assert.equal(cells.length, 6);
    for (const label of cells) assert.match(label, /^Travel tripod looks at Dome tent: [+−]?\d+\.\d\d$/);
    await close();
  });

  test("a hundred moves of the pointer redraw the focus and its numbers, and nothing else", async () => {
    const { page, assertClean, close } = await lab.openPage();
    await page.evaluate(() => {
      const [still, moving] = document.querySelectorAll("[data-figure=maps] .drawing > svg");
      globalThis.changes = { still: 0, moving: 0 };
      const watch = (element, name) =>
        new MutationObserver((records) => {
          globalThis.changes[name] += records.length;
        }).observe(element, { subtree: true, childList: true, attributes: true, characterData: true });
      watch(still, "still");
      watch(moving, "moving");
    });
    const box = await page.locator("#map-fused").boundingBox();
    for (let move = 0; move < 100; move++) {
      const [row, part] = [(move * 37) % 100, (move * 61) % 100];
      await page.mouse.move(box.x + (box.width * row * part) / 10_000, box.y + (box.height * row) / 100);
    }
    const { still, moving } = await page.evaluate(() => globalThis.changes);
    assert.equal(still, 0);
    assert.ok(moving > 100);
    assertClean();
    await close();
  });

  test("on paper a figure has its caption and no tools", async () => {
    const { page, close } = await lab.openPage();
    await page.emulateMedia({ media: "print" });
    await until(
      () =>
        figure(page, "maps")
          .locator("figcaption")
          .evaluate((caption) => caption.getBoundingClientRect().height),
      (height) => height > 10,
      { what: "the caption" },
    );
    assert.ok(await figure(page, "maps").locator(".figure-tools").isHidden());
    await close();
  });
});
