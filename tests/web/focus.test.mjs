// The focus always stands somewhere, and where it can be seen.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { option } from "./sides.mjs";
import {
  clearSession,
  clickItems,
  goToPanel,
  PANELS,
  PHONE,
  passing,
  STILL,
  sessionRows,
  startLab,
  until,
  WIDE,
} from "./support.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const focused = (page) =>
  page.evaluate(() => {
    const { activeElement: at } = document;
    return at === document.body ? "body" : (at.getAttribute("aria-label") ?? at.textContent.trim());
  });
const popover = (page) => page.locator(".popover:popover-open");

/** Goes through a panel by Tab, and names what has the focus while a bar lies over it. */
async function stopsUnderBars(page, panel) {
  await page.locator(`#${panel} :is(button, a, input)`).first().waitFor();
  await page.locator(`#${panel}`).focus();
  const hidden = [];
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate((id) => {
      const { activeElement: at } = document;
      if (!at?.closest(`#${id}`)) return "left";
      const { left, right, top, bottom } = at.getBoundingClientRect();
      const bars = ".top, .panel-bar, .run-bar, .strip, .panel-tabs, .status-line";
      // The run bar covers a part of the foot's width: both ends count.
      const across = [(left + Math.min(right, left + 40)) / 2, right - 4];
      const points = across.flatMap((x) => [top + 2, (top + bottom) / 2, bottom - 2].map((y) => [x, y]));
      const over = points.map(([x, y]) => document.elementFromPoint(x, y)?.closest(bars));
      const bar = over.find((one) => one && !one.contains(at));
      return bar ? `${at.textContent.trim().slice(0, 30)} under ${bar.className}` : null;
    }, panel);
    if (found === "left") break;
    if (found) hidden.push(found);
  }
  return hidden;
}

describe("the focus", () => {
  test("stays in the menu when a model file was opened, and Escape still closes it", async () => {
    const { page, close } = await lab.openPage(STILL);
    await page.getByRole("button", { name: /^Answered by: / }).click();
    const open = page.locator("button").filter({ hasText: "Open a model" });
    await option(page, /^Caser/).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save this model" }).click(),
    ]);
    const buffer = readFileSync(await download.path());
    await open.focus();
    const file = { name: "kept.safetensors", mimeType: "application/octet-stream", buffer };
    await page.locator('.model-picker input[type="file"]').setInputFiles(file);
    await page.locator(".model-option-note").getByText("kept.safetensors").waitFor();
    await page.getByRole("button", { name: "Answered by: DIF-SR, your own" }).waitFor();
    assert.equal(await focused(page), "Open a model");
    await page.keyboard.press("Escape");
    await popover(page).waitFor({ state: "detached" });
    await close();
  });

  test("goes somewhere when the last item is deleted, and stays on Clear", async () => {
    const { page, close } = await lab.openPage(STILL);
    await clearSession(page);
    await clickItems(page, 1);
    await page.locator(".step-body").focus();
    await page.keyboard.press("Delete");
    await until(
      () => focused(page),
      (now) => now.startsWith("Click an item to start"),
      { what: "the focus on what can be done now" },
    );
    await page.keyboard.press("Tab");
    assert.notEqual(await focused(page), "body");
    await clickItems(page, 2);
    await page.getByRole("button", { name: "Clear", exact: true }).focus();
    await page.keyboard.press("Enter");
    await until(
      () => sessionRows(page).count(),
      (count) => count === 0,
    );
    assert.equal(await focused(page), "Clear");
    await page.getByRole("button", { name: "Undo", exact: true }).focus();
    await page.keyboard.press("Enter");
    await until(
      () => sessionRows(page).count(),
      (count) => count === 2,
    );
    assert.equal(await focused(page), "Undo");
    await close();
  });

  test("leaves the session from the row that was moved", async () => {
    const { page, close } = await lab.openPage(STILL);
    const row = () =>
      page.evaluate(() => document.activeElement.closest(".step")?.querySelector(".step-name").textContent);
    await page.locator(".step-body").nth(2).focus();
    const moved = await row();
    await page.keyboard.press("Alt+ArrowUp");
    await until(row, (now) => now === moved, { what: "the focus on the row that was moved" });
    const stops = await page.locator(".step-body").evaluateAll((all) => all.map((one) => one.tabIndex));
    assert.deepEqual(
      stops.flatMap((stop, index) => (stop === 0 ? [index] : [])),
      [1],
    );
    await page.keyboard.press("Tab");
    assert.equal(await row(), undefined, "Tab leaves the list");
    await page.keyboard.press("Shift+Tab");
    assert.equal(await row(), moved, "and comes back to the same row");
    await close();
  });

  test("is never under a bar: every stop of every panel, at 1366 px and on a phone", async () => {
    for (const viewport of [WIDE, PHONE]) {
      for (const panel of PANELS) {
        const { page, close } = await lab.openPage({ ...STILL, viewport, query: `?panel=${panel}` });
        assert.deepEqual(await stopsUnderBars(page, panel), [], `${panel} at ${viewport.width}`);
        await close();
      }
    }
  });

  test("is not under the bar of a run, either, which lies over the foot of the page", async () => {
    for (const viewport of [WIDE, PHONE]) {
      const { page, close } = await lab.openPage({ ...STILL, viewport, query: "?panel=train&set=training.epochs:300" });
      const play = page.locator("#train").getByRole("button", { name: "Play", exact: true });
      await until(() => play.isEnabled(), Boolean, { what: "the Play button" });
      await play.click();
      await passing(page, ".run-bar", /epoch/, "Pause the run");
      for (const panel of ["compare", "why"]) {
        await goToPanel(page, panel);
        assert.deepEqual(await stopsUnderBars(page, panel), [], `${panel} at ${viewport.width}`);
        assert.ok(await page.locator(".run-bar").isVisible(), "the bar is there");
      }
      await close();
    }
  });
});
