// Where is it fused: diagrams whose numbers are the engine's, one source lit everywhere, equations, and what each system costs.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { HANDHELD, STILL, startLab, until } from "./support.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const panel = (page) => page.locator("#fused");
const reading = (page) => panel(page).locator("[data-reading]");
const keysOf = (page, diagram) => page.getByRole("group", { name: new RegExp(`Sources of ${diagram}`) });

/** The page with the chosen diagram read from numbers. */
async function open(query, options = {}) {
  const opened = await lab.openPage({ ...STILL, query: `?panel=fused&${query}`, ...options });
  await opened.page.locator("#fused [data-reading] b").first().waitFor({ timeout: 30_000 });
  return opened;
}

const number = (text) => Number(text.replace("−", "-").replace("+", ""));
/** Bold numbers of the reading, after the two names. */
const numbers = async (page) => (await reading(page).locator("b").allInnerTexts()).slice(2).map(number);

/** How strong the parts of the diagrams are, without the marks that stay the same. */
const opacities = (page) =>
  panel(page)
    .locator(".fused-figure .drawing > svg g[opacity]")
    .evaluateAll((all) => all.length);

describe("where it is fused", () => {
  test("the parts of the sources add up to the score, and terms, table and diagram say the same", async () => {
    const { page, assertClean, close } = await open("");
    const [sum, weight, ...none] = (await numbers(page)).slice(-2);
    const parts = (await panel(page).locator(".fused-parts b").allInnerTexts()).map(number);
    assert.equal(parts.length, 5);
    assert.deepEqual(none, []);
    const added = parts.reduce((all, part) => all + part, 0);
    assert.ok(Math.abs(added - sum) < 0.03, `${parts} are ${added}, not ${sum}`);
    assert.ok(weight >= 0 && weight <= 1);
    const terms = await panel(page).locator("[data-term] .fused-below b").allInnerTexts();
    assert.deepEqual(terms.map(number), parts);
    await panel(page).locator('[data-figure="fused"]').getByRole("button", { name: "Table" }).click();
    const table = await panel(page).getByRole("table", { name: "Tensors of the diagrams" }).innerText();
    for (const part of await panel(page).locator(".fused-parts b").allInnerTexts())
      assert.ok(table.includes(part), part);
    assertClean();
    await close();
  });

  test("pointing at a source lights its path and its term, pointing at a term its path, and nothing stays lit", async () => {
    const { page, close } = await open("");
    assert.equal(await opacities(page), 0);
    const brand = keysOf(page, "Decoupled").getByRole("button", { name: /^Brand/ });
    const term = panel(page).locator('.fused-equations [data-term="B"]').first();
    await brand.hover();
    await panel(page).locator('[data-term="B"][data-lit="true"]').first().waitFor();
    assert.equal((await panel(page).locator('[data-term="I"][data-faint="true"]').count()) > 0, true);
    const faint = await opacities(page);
    assert.ok(faint > 5, `${faint} faint parts`);
    await page.mouse.move(5, 5);
    await until(
      () => opacities(page),
      (count) => count === 0,
      { what: "the light of all" },
    );
    await term.hover();
    await until(
      () => opacities(page),
      (count) => count === faint,
      { what: "the light of the term" },
    );
    await page.mouse.move(5, 5);
    await panel(page).locator('.fused-spot[data-letter="B"]').hover();
    await until(
      () => opacities(page),
      (count) => count === faint,
      { what: "the light of the map" },
    );
    await close();
  });

  test("with keys: one tab stop a diagram, arrows light, Enter keeps it in the link, Escape lets go", async () => {
    const { page, close } = await open("");
    const group = keysOf(page, "Decoupled");
    assert.equal(await group.locator('[tabindex="0"]').count(), 1);
    await group.getByRole("button", { name: /^Item/ }).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await panel(page).locator('[data-term="C"][data-lit="true"]').first().waitFor();
    await page.keyboard.press("Enter");
    await until(
      () => page.url(),
      (url) => url.includes("source=C"),
      { what: "the link" },
    );
    await page.evaluate(() => document.activeElement.blur());
    await panel(page).locator('[data-term="C"][data-lit="true"]').first().waitFor();
    await group.getByRole("button", { name: /^Category/ }).focus();
    await page.keyboard.press("Escape");
    await until(
      () => page.url(),
      (url) => !url.includes("source="),
      { what: "the link" },
    );
    await close();
  });

  test("a link chooses the way and its system, whose values are told apart", async () => {
    for (const [query, sentence, term] of [
      ["way=early&drawn=nova", /one query and one key.*the item’s own/s, "I"],
      ["way=late&drawn=fdsa", /the item stack gives it.*the attribute stack/s, "B"],
      ["way=late&drawn=s3rec", /S3-Rec is SASRec/, "P"],
      ["way=early&drawn=sasrecf-add", /one vector of 32 numbers/, "R"],
    ]) {
      const { page, assertClean, close } = await open(query);
      assert.match(await reading(page).innerText(), sentence);
      assert.ok((await panel(page).locator(`[data-term="${term}"] math`).count()) > 0, query);
      assertClean();
      await close();
    }
  });

  test("the session on screen is the one whose numbers are shown", async () => {
    const { page, close } = await open("s=93.219.12");
    const text = await reading(page).innerText();
    await page.getByRole("listbox", { name: "Catalogue" }).getByRole("option").first().click();
    await until(
      () => reading(page).innerText(),
      (now) => now !== text,
      { what: "another reading" },
    );
    assert.match(await panel(page).locator(".fused-equations").innerText(), /4 × 4/);
    await close();
  });

  test("tables are as large as what the model reads: [MASK] is a row of its own, clicks without a slot are none", async () => {
    const long = Array.from({ length: 25 }, (_, index) => index + 1).join(".");
    for (const [query, sentence, size] of [
      ["m=dif_bert", /^\[MASK\] looks at/, /8 × 8/],
      [`s=${long}`, /together/, /19 × 19/],
    ]) {
      const { page, close } = await open(query);
      assert.match(await reading(page).innerText(), sentence);
      assert.match(await panel(page).locator(".fused-equations").innerText(), size);
      await close();
    }
  });

  test("no formula of the fusions is cut, beside each other and below each other", async () => {
    for (const width of [360, 768, 1366]) {
      const { page, close } = await open("", { viewport: { width, height: 900 } });
      const cells = panel(page).locator(".fused-fusion dd");
      await cells.first().waitFor();
      const cut = await cells.evaluateAll((all) =>
        all
          .filter((cell) => cell.scrollWidth > cell.clientWidth || cell.scrollHeight > cell.clientHeight)
          .map((cell) => cell.textContent),
      );
      assert.deepEqual(cut, [], `${width} px`);
      await close();
    }
  });

  test("one click: no source can steer anything, and it says so", async () => {
    const { page, close } = await lab.openPage({ ...STILL, query: "?panel=fused&s=5" });
    await reading(page)
      .getByText(/One click can only look at itself/)
      .waitFor();
    await close();
  });

  test("the time of an answer is measured here, and can be stopped", async () => {
    const { page, assertClean, close } = await open("");
    await panel(page).locator('[data-figure="cost"]').getByRole("button", { name: "Table" }).click();
    const rows = panel(page).getByRole("table", { name: "What each costs" }).locator("tbody tr");
    assert.equal(await rows.count(), 12);
    const answers = () => rows.locator("td:nth-child(4)").allInnerTexts();
    assert.deepEqual(new Set(await answers()), new Set(["–"]));
    await panel(page).getByRole("button", { name: "Measure here" }).click();
    await until(answers, (all) => all.every((text) => number(text) > 0), { timeout: 60_000, what: "all answers" });
    await panel(page)
      .getByText(/Here .* takes .* times as long to answer as/)
      .waitFor();
    // They stay those of the session that was answered.
    await page.getByRole("listbox", { name: "Catalogue" }).getByRole("option").first().click();
    await panel(page).locator('[data-figure="fused"] figcaption').getByText("session of 8 clicks").waitFor();
    const caption = await panel(page).locator('[data-figure="cost"] figcaption').textContent();
    assert.match(caption, /session of 7 clicks/);
    await panel(page).getByRole("button", { name: "Measure again" }).click();
    await panel(page).getByRole("button", { name: "Stop" }).click();
    // At once again: what was stopped takes nothing away from what has begun.
    await panel(page).getByRole("button", { name: "Measure again" }).click();
    await panel(page).getByRole("button", { name: "Stop" }).waitFor();
    await panel(page).getByRole("button", { name: "Measure again" }).waitFor({ timeout: 60_000 });
    assert.equal(await panel(page).getByRole("alert").count(), 0);
    assertClean();
    await close();
  });

  test("on a phone one way at a time, without sideways scroll", async () => {
    for (const language of ["en", "ko"]) {
      const { page, close } = await open(`way=late&lang=${language}`, HANDHELD);
      assert.equal(
        await panel(page)
          .getByRole("group")
          .filter({ has: page.locator(".fused-source") })
          .count(),
        1,
      );
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
      const sizes = await panel(page)
        .locator(".fused-source")
        .evaluateAll((all) =>
          all.map((one) => one.getBoundingClientRect()).map(({ width, height }) => [width, height]),
        );
      for (const [width, height] of sizes) assert.ok(width >= 44 && height >= 40, `${width} × ${height}`);
      await close();
    }
  });

  for (const colorScheme of ["light", "dark"])
    test(`no violation of accessibility: ${colorScheme}`, async () => {
      for (const options of [{}, HANDHELD]) {
        const { page, close } = await open("source=B", { colorScheme, ...options });
        await page.evaluate(axe);
        const { violations } = await page.evaluate(
          (tags) => globalThis.axe.run("#fused", { runOnly: { type: "tag", values: tags } }),
          RULES,
        );
        const found = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`,
        );
        assert.deepEqual(found, []);
        await close();
      }
    });
});
