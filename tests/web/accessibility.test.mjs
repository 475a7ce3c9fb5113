// axe on every panel, both themes, both languages; no sideways scrolling on narrow screens.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { goToPanel, PANELS, STILL, startLab } from "./support.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

async function violations(page) {
  // What a fixed bar happens to cut in half counts as too small a target: always look from the top.
  await page.evaluate(() => scrollTo(0, 0));
  // Not through a script element: the page's policy forbids those, as it should.
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(
    (tags) => globalThis.axe.run(document, { runOnly: { type: "tag", values: tags } }),
    RULES,
  );
  assert.ok(passes.length > 15, `only ${passes.length} rules found anything to look at`);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`);
}

/** Colours follow from the theme, sizes from words: each theme and each language once tells as much as every pair of them. */
const SIGHTS = [
  ["en", "light"],
  ["ko", "dark"],
];

/** Wide screens show the session beside a panel, narrow ones a panel alone. */
const VIEWS = [
  { width: 1366, height: 768, panels: ["map", "train", "compare"] },
  { width: 360, height: 740, panels: PANELS },
];

/** Everything of a panel is there: of training, what is fetched when it comes into view, too. */
async function panelReady(page, panel) {
  await page.locator(`[data-panel="${panel}"] h2`).first().waitFor();
  if (panel === "map") await page.locator('[data-panel="map"] [data-reading]').waitFor();
  if (panel === "train" || panel === "compare") await page.locator(`[data-panel="${panel}"] .transport`).waitFor();
}

/** One visitor goes through panels, and `look`s at each. Rows that glide to their places cover each other, a moment and no layout: she wishes for no motion. */
async function throughPanels(panels, { language, ...options }, look) {
  const { page, close } = await lab.openPage({ ...STILL, query: `?lang=${language}`, ...options });
  await page.locator(`html[lang=${language}]`).waitFor({ state: "attached" });
  for (const panel of panels) {
    await goToPanel(page, panel);
    await panelReady(page, panel);
    await look(page, panel);
  }
  await close();
}

describe("accessibility", () => {
  for (const [language, colorScheme] of SIGHTS) {
    test(`no violation on any panel: ${language}, ${colorScheme}`, async () => {
      const found = [];
      for (const { width, height, panels } of VIEWS)
        await throughPanels(panels, { language, colorScheme, viewport: { width, height } }, async (page, panel) => {
          for (const violation of await violations(page)) found.push(`${panel} at ${width}: ${violation}`);
        });
      assert.deepEqual(found, []);
    });
  }

  for (const colorScheme of ["light", "dark"]) {
    test(`no violation with curves, tables and an open menu: ${colorScheme}`, async () => {
      const { page, close } = await lab.openPage({ ...STILL, query: "?panel=train", colorScheme });
      const step = page.getByRole("button", { name: "Step", exact: true });
      await step.click();
      await page
        .getByText(/Paused in epoch/)
        .first()
        .waitFor({ timeout: 60_000 });
      const found = [...(await violations(page))];
      for (const table of await page.getByRole("button", { name: "Table", exact: true }).all()) await table.click();
      await page.getByRole("button", { name: "Examples" }).click();
      found.push(...(await violations(page)));
      assert.deepEqual(found, []);
      await close();
    });
  }

  for (const form of ["lines", "all"]) {
    test(`no violation in another form of the maps: ${form}`, async () => {
      for (const viewport of [
        { width: 1366, height: 768 },
        { width: 360, height: 740 },
      ]) {
        const { page, close } = await lab.openPage({ ...STILL, query: `?panel=why&form=${form}`, viewport });
        await page.locator(form === "all" ? "#all-maps" : "#lines").waitFor();
        assert.deepEqual(await violations(page), []);
        await close();
      }
    });
  }

  for (const colorScheme of ["light", "dark"]) {
    test(`no violation in the dialogs: ${colorScheme}`, async () => {
      const { page, close } = await lab.openPage({ ...STILL, colorScheme });
      const found = [];
      for (const [opener, title] of [
        [/^Data: /, "Data"],
        ["Keyboard shortcuts", "Keyboard shortcuts"],
      ]) {
        await page.getByRole("button", { name: opener }).click();
        await page.getByRole("dialog", { name: title }).waitFor();
        for (const violation of await violations(page)) found.push(`${title}: ${violation}`);
        await page.keyboard.press("Escape");
      }
      assert.deepEqual(found, []);
      await close();
    });
  }

  test("nothing scrolls sideways at 360 and 768 px", async () => {
    const wide = [];
    for (const width of [360, 768])
      for (const language of ["en", "ko"])
        await throughPanels(PANELS, { language, viewport: { width, height: 740 } }, async (page, panel) => {
          const extent = await page.evaluate(() => document.documentElement.scrollWidth);
          if (extent > width) wide.push(`${panel}, ${language}: ${extent} px at ${width}`);
        });
    assert.deepEqual(wide, []);
  });

  test("where the system forces its colours, bars and dots keep theirs and the panel on screen is told apart", async () => {
    const { page, close } = await lab.openPage({ forcedColors: "active", reducedMotion: "reduce" });
    const seen = await page.evaluate(() => {
      const style = (selector) => getComputedStyle(document.querySelector(selector));
      const kept = [".bar i", ".bar b", ".badge-dot", ".true-key i"].map((one) => style(one).forcedColorAdjust);
      const border = (selector) => style(selector).borderBottomColor;
      const isTold = border(".panel-bar [aria-current]") !== border(".panel-bar a:not([aria-current])");
      return { kept: [...new Set(kept)], isTold };
    });
    assert.deepEqual(seen, { kept: ["none"], isTold: true });
    await close();
  });
});
