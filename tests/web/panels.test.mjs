// Every panel of explanations at three widths: it reads its numbers out in a sentence, fits its window, breaks nothing, and its picture is
// kept in test-results/panels to be looked at. And every panel, when it is opened: the page stays free for the next press.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { root } from "../../www/scripts/places.mjs";
import { bestOf, goToPanel, LONG_TASK, longestTask, PHONE, STILL, startLab, until, WIDE } from "./support.mjs";

const PANELS = ["why", "cause", "truth", "fused", "rank", "gradients", "map"];
const OTHERS = ["train", "compare", "side", "paper"];
const WINDOWS = [
  { name: "1366", viewport: WIDE },
  { name: "768", viewport: { width: 768, height: 1024 }, hasTouch: true },
  { name: "360", viewport: PHONE, hasTouch: true },
];
/** Where a panel draws: in an SVG, whose tools and keys are drawn, too, and do not count; in cells of a table for what each click does. */
const DRAWINGS = { cause: ".dumbbell" };
const DRAWING = ".drawing > svg:has(path, rect, circle, text)";
/** Bytes of a picture that shows more than a heading and a sentence: those of whole panels have two to four times as many. */
const LEAST_PICTURE = 50_000;
const folder = path.join(root, "test-results", "panels");

let lab;
before(async () => {
  mkdirSync(folder, { recursive: true });
  lab = await startLab("cpu");
});
after(() => lab.close());

describe("panels of explanations", () => {
  for (const { name: width, ...window } of WINDOWS) {
    for (const panel of PANELS) {
      test(`${panel}, ${width} px`, { timeout: 120_000 }, async () => {
        const { page, assertClean, close } = await lab.openPage({ query: `?panel=${panel}`, ...STILL, ...window });
        const section = page.locator(`[data-panel="${panel}"]`);
        const reading = section.locator("[data-reading], [data-reads]").first();
        await reading.waitFor({ timeout: 60_000 });
        const text = await until(
          () => reading.innerText(),
          (sentence) => /\d/.test(sentence),
          { what: "a sentence with numbers" },
        );
        assert.ok(text.length > 20, text);
        await section
          .locator(`[data-figure] ${DRAWINGS[panel] ?? DRAWING}`)
          .first()
          .waitFor();
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(sideways <= 0, `${sideways} px too wide`);
        await page.screenshot({ path: path.join(folder, `${panel}-${width}.png`), fullPage: true });
        const picture = await section.screenshot();
        assert.ok(picture.length > LEAST_PICTURE, `the panel is empty: ${picture.length} bytes`);
        assertClean();
        await close();
      });
    }
  }
});

describe("opening a panel", () => {
  for (const panel of [...PANELS, ...OTHERS]) {
    test(`${panel}: no long task, neither at first nor later`, { timeout: 120_000 }, async () => {
      const from = panel === "why" ? "train" : "why";
      const openings = { "at first": [], later: [] };
      const measure = async () => {
        const { page, close } = await lab.openPage({ query: `?panel=${from}`, ...STILL });
        for (const opening of Object.values(openings)) {
          // What the page does by itself after it was opened, or left, is no part of it.
          await page.waitForTimeout(1000);
          const longest = await longestTask(lab.browser, page, async () => {
            await goToPanel(page, panel);
            await page.locator(`[data-panel="${panel}"] .panel-waiting`).waitFor({ state: "detached" });
            await page.waitForTimeout(1500);
          });
          opening.push(longest.cpu);
          await goToPanel(page, from);
        }
        await close();
        return Math.max(...Object.values(openings).map((all) => Math.min(...all)));
      };
      const longest = await bestOf(3, LONG_TASK, measure);
      assert.ok(longest <= LONG_TASK, JSON.stringify(openings));
    });
  }
});
