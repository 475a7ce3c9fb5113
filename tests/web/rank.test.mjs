// How many patterns fit into a score map, and what binds their number: the rank panel in a browser.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { bestOf, clearSession, HANDHELD, LONG_TASK, longestTask, STILL, startLab, until } from "./support.mjs";
import { button, openTrain } from "./train.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const panel = (page) => page.locator('[data-panel="rank"]');
const reading = (page) => panel(page).locator("[data-reading]");
/** Counted ranks by the name beside them. */
const ranks = async (page) =>
  Object.fromEntries(
    await panel(page)
      .locator(".rank-numbers > div")
      .evaluateAll((all) =>
        all.map((one) => [
          one.querySelector("dt").textContent.trim(),
          Number(one.querySelector(".rank-number").textContent),
        ]),
      ),
  );
const counted = (page, holds, what) => until(() => ranks(page), holds, { what });
const adds = (page) =>
  panel(page)
    .locator(".rank-table tbody tr:not(.rank-sum) td:last-child")
    .evaluateAll((cells) => cells.map((cell) => Number(cell.textContent)));
const slider = (page, name) => panel(page).getByRole("slider", { name });

async function openRank(query = "", options = {}) {
  const opened = await lab.openPage({ ...STILL, ...options, query: `?panel=rank${query}` });
  await reading(opened.page).waitFor();
  return opened;
}

describe("rank", { concurrency: 1 }, () => {
  test("random parameters: 4 of early fusion against 14 of decoupled fusion, of 24 clicks, and the widths add up", async () => {
    const { page, assertClean, close } = await openRank("&weights=random");
    await counted(page, (now) => now["Early fusion"] === 4 && now["Decoupled fusion"] === 14, "4 and 14");
    assert.deepEqual(await adds(page), [4, 4, 2, 2, 2]);
    assert.match(await reading(page).innerText(), /stops at 4, the width of a head.*4 \+ 4 \+ 2 \+ 2 \+ 2/);
    await panel(page).getByText("min(24, 4 + 4 + 2 + 2 + 2) = 14").waitFor();
    await panel(page).getByRole("button", { name: "Draw other parameters" }).click();
    await page.waitForTimeout(200);
    assert.deepEqual(await ranks(page), { "Early fusion": 4, "Decoupled fusion": 14 }, "another draw, the same ranks");
    assertClean();
    await close();
  });

  test("links set every slider; sliders set the link", async () => {
    const { page, close } = await openRank("&weights=random&n=8&dh=8&da=3&heads=2");
    await counted(page, (now) => now["Early fusion"] === 8 && now["Decoupled fusion"] === 8, "8 and 8");
    assert.match(await reading(page).innerText(), /Both fill all 8 clicks/);
    await slider(page, /^Session length/).focus();
    await page.keyboard.press("ArrowRight");
    await counted(page, (now) => now["Decoupled fusion"] === 9, "a click more");
    await until(
      () => page.url(),
      (url) => /[?&]n=9(&|$)/.test(url),
      { what: "the link" },
    );
    await slider(page, /^Width of a head/).focus();
    await page.keyboard.press("Home");
    await counted(page, (now) => now["Early fusion"] === 1, "a head of width 1");
    await close();
  });

  test("more heads make the model wider and no head's rank larger", async () => {
    const { page, close } = await openRank("&weights=random");
    const before = await counted(page, (now) => now["Early fusion"] === 4, "4");
    await slider(page, "Heads").focus();
    await page.keyboard.press("End");
    await panel(page).getByText("16 × 4 = 64").waitFor();
    assert.deepEqual(await ranks(page), before);
    await close();
  });

  test("dragging leaves no long task, and the last value wins", async () => {
    const { page, close } = await openRank("&weights=random&n=49&dh=12&da=8");
    await counted(page, (now) => now["Early fusion"] === 12, "12");
    const box = await slider(page, /^Width of a head/).boundingBox();
    const drag = async () => {
      await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
      await page.mouse.down();
      for (let step = 0; step <= 40; step++) await page.mouse.move(box.x + box.width * (0.3 + 0.01 * step), box.y + 10);
      await page.mouse.up();
    };
    const longest = await bestOf(3, LONG_TASK, async () => (await longestTask(lab.browser, page, drag)).cpu);
    assert.ok(longest <= LONG_TASK, `a task of ${longest.toFixed(1)} ms`);
    const width = Number(await slider(page, /^Width of a head/).inputValue());
    await counted(page, (now) => now["Early fusion"] === width, "the width that the drag ended with");
    await close();
  });

  test("repeated items bind the rank of the visitor's own session, and the sentence says so", async () => {
    const items = Array.from({ length: 14 }, (_, at) => (at % 2 === 0 ? 93 : 219)).join(".");
    const { page, close } = await openRank(`&weights=random&from=own&dh=4&da=2&s=${items}`);
    await counted(page, (now) => now["Decoupled fusion"] === 6 && now["Early fusion"] === 4, "6 and 4");
    assert.match(await reading(page).innerText(), /2 different items/);
    await panel(page).getByText("only 2 different items").first().waitFor();
    await close();
  });

  test("trained models: a short session hides the bottleneck, a long one shows it, and the visitor's session stays", async () => {
    const { page, assertClean, close } = await openRank();
    const own = new URL(page.url()).searchParams.get("s");
    await counted(page, (now) => Object.keys(now).length === 2, "two models");
    assert.match(await reading(page).innerText(), /^Both fill all 7 clicks/);
    await panel(page).getByRole("button", { name: "Take a long test session" }).click();
    const long = await counted(page, (now) => now["DIF-SR"] > 7 && now["SASRecF (add)"] > 7, "a long session");
    assert.equal(long["SASRecF (add)"], 16, "a head's width");
    assert.ok(long["DIF-SR"] > 16, "more than one product can hold");
    assert.equal(new URL(page.url()).searchParams.get("s"), own);
    await panel(page).getByRole("button", { name: "Back to your session" }).click();
    await counted(page, (now) => now["DIF-SR"] === 7 && now["SASRecF (add)"] === 7, "the visitor's session");
    await page.getByRole("listbox", { name: "Catalogue" }).getByRole("option").first().click();
    const seen = new Set();
    await until(
      async () => {
        const now = await ranks(page);
        seen.add(Object.keys(now).length);
        return now["DIF-SR"];
      },
      (rank) => rank === 8,
      { every: 0, what: "a click more" },
    );
    assert.deepEqual([...seen], [2], "neither model leaves while the other is counted");
    assertClean();
    await close();
  });

  test("narrow heads bind on a long session, and what they cost is said with its errors", async () => {
    const { page, assertClean, close } = await openRank();
    await counted(page, (now) => Object.keys(now).length === 2, "two models");
    await panel(page).getByRole("button", { name: "Show the models with narrow heads" }).click();
    const [early, apart] = ["SASRecF (add) with narrow heads", "DIF-SR with narrow heads"];
    const now = await counted(page, (all) => all[early] === 4, "a head's width");
    assert.ok(now[apart] >= 12 && now[apart] <= 14, `${now[apart]} of at most 4 + 4 + 2 + 2 + 2`);
    assert.match(await reading(page).innerText(), /SASRecF \(add\) with narrow heads stops at 4, the width of a head/);
    const cost = panel(page).locator(".rank-cost");
    const { systems, narrow } = JSON.parse(
      readFileSync(new URL("../../www/ready/brand_loyal/index.json", import.meta.url)),
    );
    const written = ({ test }) =>
      [test.kept.ndcg[1], test.kept.ndcg_se[1]].map((value) => value.toFixed(3).slice(1)).join(" ± ");
    const rows = await cost
      .locator("tbody tr")
      .evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent)));
    assert.deepEqual(
      rows.map((row) => row.slice(0, 3)),
      narrow.systems.map((one) => [one.name, written(systems.find(({ id }) => id === one.id)), written(one)]),
    );
    assert.match(await cost.innerText(), /cannot be told apart/);
    const beside = panel(page).getByLabel("Beside");
    await beside.selectOption({ label: "NOVA with narrow heads" });
    await counted(page, (all) => all["NOVA with narrow heads"] === 4, "another one with narrow heads");
    await panel(page).getByRole("button", { name: "Back to the models on screen" }).click();
    await counted(page, (all) => all["SASRecF (add)"] === 16, "heads of the usual width");
    assert.equal(await cost.count(), 0);
    assertClean();
    await close();
  });

  test("what narrow heads cost is one line a system on a phone, its verdict below it", async () => {
    const { page, close } = await openRank("", HANDHELD);
    await panel(page).getByRole("button", { name: "Show the models with narrow heads" }).click();
    const rows = panel(page).locator(".rank-cost tbody tr");
    await rows.first().waitFor();
    const boxes = await rows.evaluateAll((all) =>
      all.map((row) => {
        const line = Number.parseFloat(getComputedStyle(row).lineHeight) || 20;
        const [name, usual, narrow, verdict] = [...row.cells].map((cell) => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          return range.getBoundingClientRect();
        });
        return {
          isBelow: verdict.top >= Math.max(name.bottom, usual.bottom, narrow.bottom) - 1,
          isOneLine: [usual, narrow, verdict].every(({ height }) => height < line * 1.5),
        };
      }),
    );
    assert.ok(boxes.length > 1);
    for (const box of boxes) assert.deepEqual(box, { isBelow: true, isOneLine: true });
    await close();
  });

  test("beside DIF-BERT4Rec, which keeps its sources apart, stands a model that mixes them", async () => {
    const { page, close } = await openRank();
    await counted(page, (now) => Object.keys(now).length === 2, "two models");
    await panel(page).getByRole("combobox", { name: "Counted" }).selectOption({ label: "DIF-BERT4Rec" });
    await counted(page, (now) => "DIF-BERT4Rec" in now && "SASRecF (add)" in now, "DIF-BERT4Rec and early fusion");
    await close();
  });

  test("no other list offers models with narrow heads", async () => {
    const { page, close } = await openRank();
    await panel(page)
      .getByLabel("Beside")
      .locator("option", { hasText: "with narrow heads" })
      .first()
      .waitFor({ state: "attached" });
    const offered = await page
      .locator("option, [role=option], [role=menuitemradio]")
      .filter({ hasText: "narrow heads" })
      .count();
    assert.equal(offered, await panel(page).locator("option", { hasText: "with narrow heads" }).count());
    await close();
  });

  test("after the softmax stands behind its explanation only", async () => {
    const { page, close } = await openRank("&from=long");
    const after = panel(page).getByText(/full rank in exact arithmetic/);
    assert.equal(await after.isVisible(), false);
    await panel(page).getByText("And after the softmax?").click();
    await after.waitFor();
    await panel(page)
      .getByText(/Counted here after the softmax: DIF-SR \d+.*of \d+/)
      .waitFor();
    await close();
  });

  test("says why there is nothing to count, and what to press", async () => {
    const { page, close } = await lab.openPage({ ...STILL, query: "?panel=rank" });
    await reading(page).waitFor();
    await clearSession(page);
    await panel(page)
      .getByText(/^Click an item: the tables of your session/)
      .waitFor();
    await panel(page).getByRole("button", { name: "Try random parameters" }).click();
    await counted(page, (now) => now["Early fusion"] === 4, "random parameters");
    await close();
  });

  test("the spectrum can be read as a table, and the paper's figure is marked", async () => {
    const { page, close } = await openRank("&weights=random&table=rank");
    const rows = panel(page).locator('[data-figure="rank"] tbody tr');
    assert.equal(await rows.count(), 24);
    await panel(page).getByText("The paper’s figure").click();
    await panel(page).getByText("The paper’s numbers").waitFor();
    await close();
  });

  test("the effective rank of a run is drawn beside its loss, from models kept along the way", async () => {
    const { page, assertClean, close } = await openTrain(lab, "", STILL);
    await button(page, "Play").click();
    await until(
      () => page.locator("#train .run-facts").innerText(),
      (facts) => Number(/(\d+) \/ \d+/.exec(facts)?.[1] ?? 0) >= 4,
      { timeout: 120_000, what: "epoch 4" },
    );
    await page.getByRole("link", { name: "Rank" }).first().click();
    const training = panel(page).locator(".rank-training");
    await training.getByText(/the effective rank (goes from|stays at)/).waitFor({ timeout: 60_000 });
    assert.equal(await training.locator(".chart").count(), 2, "one plot each");
    await training.getByRole("button", { name: "Table" }).first().click();
    const rows = await training
      .locator("tbody tr")
      .evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => Number(cell.textContent))));
    assert.ok(rows.length >= 2, "a point for every model that was kept");
    for (const [epoch, effective] of rows)
      assert.ok(epoch > 0 && effective >= 1 && effective <= 7, `${effective} at ${epoch}`);
    assertClean();
    await close();
  });

  test("the figure is saved with its numbers", async () => {
    const { page, close } = await openRank("&weights=random");
    await counted(page, (now) => now["Early fusion"] === 4, "4");
    await panel(page).locator('[data-figure="rank"]').getByRole("button", { name: "Save figure" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("dialog", { name: "Save figure" }).locator("[data-save-as=csv]").click(),
    ]);
    const text = readFileSync(await download.path(), "utf8").replace("\ufeff", "");
    assert.match(text, /^# Singular values of one head’s scores/);
    assert.match(text, /^# Width of a head: 4,*\r?$/m, "the file says what it was made of");
    const [head, ...rows] = text.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
    const of = ["Decoupled fusion", "Early fusion", "Item", "Position", "Category", "Brand", "Price"];
    assert.equal(head, ["Place", ...of.map((one) => `${one} (σ / σ₁)`)].join(","));
    assert.equal(rows.length, 24);
    const columns = rows.map((row) => row.split(",").map(Number));
    const above = (at) => columns.filter((row) => row[at] > 16 * 24 * 2 ** -52).length;
    assert.deepEqual([1, 2, 3, 4, 5, 6, 7].map(above), [14, 4, 4, 4, 2, 2, 2], "the file holds what was counted");
    await close();
  });

  for (const [name, options] of [
    ["wide", {}],
    ["a phone", HANDHELD],
  ]) {
    for (const colorScheme of ["light", "dark"]) {
      test(`no violation, no sideways scroll: ${name}, ${colorScheme}`, async () => {
        const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
        const { page, close } = await openRank("&weights=random&da=4", { ...options, colorScheme });
        await counted(page, (now) => now["Early fusion"] === 4, "4");
        for (const summary of await panel(page).locator("summary").all()) await summary.click();
        await page.evaluate(() => scrollTo(0, 0));
        await page.evaluate(axe);
        const found = await page.evaluate(async () => {
          const { violations } = await globalThis.axe.run(document, {
            runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"],
          });
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`);
        });
        assert.deepEqual(found, []);
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(beyond <= 0, `${beyond} px to the side`);
        await close();
      });
    }
  }
});
