// One training step in slow motion: what it tells each source, stated from the numbers on screen.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { violations } from "./sides.mjs";
import { HANDHELD, STILL, startLab, until } from "./support.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const panel = (page) => page.locator("#gradients");
const figure = (page, name) => panel(page).locator(`[data-figure="${name}"]`);
const verdict = (page, name) =>
  panel(page)
    .locator(".gradients-verdicts section")
    .filter({ has: page.getByRole("heading", { name, exact: true }) });

/** Opens the panel and waits for both systems. */
async function openPanel({ query = "", ...options } = {}) {
  const opened = await lab.openPage({ query: `?panel=gradients${query}`, ...options });
  await until(
    () => panel(opened.page).locator(".gradients-verdicts section").count(),
    (count) => count === 2,
    { what: "two systems" },
  );
  return opened;
}

/** The rows of a figure's table, by column. */
async function tableOf(page, name) {
  const toggle = figure(page, name).getByRole("button", { name: "Table", exact: true });
  if ((await toggle.getAttribute("aria-pressed")) !== "true") await toggle.click();
  const table = figure(page, name).getByRole("table");
  const columns = await table.locator("thead th").allInnerTexts();
  const rows = await table
    .locator("tbody tr")
    .evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.innerText)));
  return rows.map((row) => Object.fromEntries(row.map((cell, at) => [columns[at], cell])));
}

const number = (text) => Number(text.replace("−", "-").replace("+", ""));

describe("gradients", () => {
  test("added vectors hear the same numbers at every click; decoupled ones do not", async () => {
    const { page, assertClean, close } = await openPanel();
    await verdict(page, "SASRecF (add)").getByText("Every source gets the same numbers").waitFor();
    const rows = await tableOf(page, "gradients");
    const [add, decoupled] = ["SASRecF (add)", "DIF-SR"].map((name) => rows.filter((row) => row.System === name));
    assert.ok(add.length >= 10 && add.length === decoupled.length, `${add.length} and ${decoupled.length} rows`);
    for (const row of add) assert.equal(row["Cosine with item"], "+1.000", JSON.stringify(row));
    for (const click of new Set(add.map(({ Click }) => Click))) {
      const sources = add.filter(({ Click }) => Click === click);
      assert.equal(sources.length, 5, click);
      assert.equal(new Set(sources.map(({ Norm }) => Norm)).size, 1, `norms of ${click}`);
    }
    // Widths differ in the model that comes with the page: a cosine would be an invention.
    for (const row of decoupled) {
      const isAttribute = !["Item", "Position"].includes(row.Source);
      assert.equal(row["Cosine with item"] === "–", isAttribute, JSON.stringify(row));
      assert.ok(row.Norm !== ".000", JSON.stringify(row));
    }
    const position = decoupled.filter(({ Source }) => Source === "Position").map((row) => row["Cosine with item"]);
    assert.ok(
      position.every((cosine) => Math.abs(number(cosine)) < 0.99),
      position.join(),
    );
    assertClean();
    await close();
  });

  test("attributes as wide as items have an angle to it, and only where the page brings such a model", async () => {
    const { page, assertClean, close } = await openPanel();
    const choice = panel(page).getByRole("switch", { name: "Attributes as wide as items" });
    await choice.click();
    await page.waitForURL(/[?&]wide=1/);
    await verdict(page, "DIF-SR, attributes as wide as items").waitFor();
    const rows = (await tableOf(page, "gradients")).filter(({ System }) => System !== "SASRecF (add)");
    const cosines = rows.filter(({ Source }) => Source !== "Item").map((row) => row["Cosine with item"]);
    assert.ok(cosines.length >= 8 && !cosines.includes("–"), cosines.join());
    assert.ok(
      cosines.every((cosine) => Math.abs(number(cosine)) < 0.99),
      cosines.join(),
    );
    await choice.click();
    await verdict(page, "DIF-SR").waitFor();
    assertClean();
    await close();
    const other = await openPanel({ query: "&data=department_chains&wide=1" });
    assert.equal(await panel(other.page).getByRole("switch").count(), 0);
    await verdict(other.page, "DIF-SR").waitFor();
    await other.close();
  });

  test("the session says what the step learns from, and a hidden item stays hidden", async () => {
    const { page, close } = await openPanel({ query: "&s=93.219.10" });
    const items = await page.locator("#session li").allInnerTexts();
    const ground = panel(page).locator(".gradients-ground");
    await ground.getByText("the model reads the 2 before it").waitFor();
    const target = await ground.locator("b").innerText();
    assert.ok(items.at(-1)?.includes(target), `${target} is not the last of ${items.join(" | ")}`);
    await close();

    const quiz = await openPanel({ query: "&quiz=5" });
    const text = await quiz.page.locator("#gradients .gradients-ground").innerText();
    assert.match(text, /^Your last click/);
    await quiz.page
      .getByRole("button", { name: /^Reveal/ })
      .first()
      .click();
    await quiz.page.locator("#gradients .gradients-ground").getByText("is no secret any more").waitFor();
    await quiz.close();
  });

  test("two clicks are needed, and the panel says so", async () => {
    for (const [query, words] of [
      ["&s=", "Click two items"],
      ["&s=93", "Two clicks are needed"],
    ]) {
      const { page, close } = await lab.openPage({ query: `?panel=gradients${query}` });
      await panel(page).getByText(words).waitFor();
      assert.equal(await panel(page).getByRole("figure").count(), 0);
      await close();
    }
  });

  test("a model without attention is left out in words, and the other one stays", async () => {
    const { page, assertClean, close } = await lab.openPage({ query: "?panel=gradients&m=gru4rec" });
    await panel(page).getByText("GRU4Rec has no attention").waitFor();
    await verdict(page, "SASRecF (add)").getByText("Every source gets the same numbers").waitFor();
    assertClean();
    await close();
  });

  test("the model that answers does not stand beside itself, and is no choice there", async () => {
    const { page, close } = await openPanel({ query: "&with=dif_sr" });
    assert.deepEqual(await panel(page).locator(".gradients-numbers tbody th").allInnerTexts(), [
      "SASRecF (add)",
      "DIF-SR",
    ]);
    const beside = panel(page).getByRole("combobox", { name: "Beside it" });
    assert.equal(await beside.locator("option", { hasText: /^DIF-SR$/ }).count(), 0);
    await close();
  });

  test("many clicks are measured unasked, so nothing offers to begin before they were stopped", async () => {
    const { page, close } = await openPanel();
    const stop = figure(page, "residual").getByRole("button", { name: "Stop", exact: true });
    const begin = figure(page, "residual").getByRole("button", { name: /^Measure on 32/ });
    await stop.waitFor();
    assert.equal(await begin.count(), 0);
    await stop.click();
    await begin.click();
    await stop.waitFor();
    await close();
  });

  test("one click to read: attributes and position get nothing in DIF-SR, and the page says why", async () => {
    const { page, close } = await openPanel({ query: "&s=93.219" });
    const said = await verdict(page, "DIF-SR").innerText();
    assert.match(said, /Attributes and position get nothing at all\./);
    assert.match(said, /a softmax over a single key is 1/);
    await verdict(page, "SASRecF (add)").getByText("Every source gets the same numbers").waitFor();
    const nothing = (await tableOf(page, "gradients")).filter(
      ({ System, Norm }) => System === "DIF-SR" && Norm === ".000",
    );
    assert.equal(nothing.length, 4);
    await close();
  });

  test("concat: any cosine, and no residual; decoupled leaves something", async () => {
    const { page, close } = await openPanel({ query: "&with=sasrecf&source=B" });
    await until(
      () => figure(page, "residual").getByText("Measuring").count(),
      (count) => count === 0,
      { what: "the batch", timeout: 60_000 },
    );
    await verdict(page, "SASRecF").getByText("images of one vector").waitFor({ timeout: 60_000 });
    await verdict(page, "DIF-SR").getByText("they are no image of the item’s").waitFor();
    const reading = await panel(page).locator("[data-reading]").innerText();
    assert.match(reading, /from the item’s 32 numbers to the 32 of brand leaves \.000/);
    assert.match(reading, /from the item’s 32 numbers to the \d+ of brand leaves \.\d*[1-9]/);
    const rows = await tableOf(page, "residual");
    const concat = rows.filter(({ System }) => System === "SASRecF");
    assert.equal(concat.length, 4);
    for (const row of concat) assert.equal(row.Residual, ".000", JSON.stringify(row));
    const brand = concat.find(({ Source }) => Source === "Brand");
    assert.ok(number(brand["Least cosine"]) < 0.9, JSON.stringify(brand));
    for (const row of rows.filter(({ System }) => System === "DIF-SR")) {
      assert.ok(number(row.Residual) > 0.05 && number(row.Residual) <= 1, JSON.stringify(row));
    }
    await close();
  });

  test("NOVA: its sum tells attributes and position the same and the item something else; its gate copies nothing", async () => {
    const { page, close } = await openPanel({ query: "&m=nova&with=nova-gate" });
    await verdict(page, "NOVA").getByText("Attributes and position get the same numbers").waitFor();
    const gate = verdict(page, "NOVA (gate)");
    await gate.getByText(/^Cosines with the item go from/).waitFor();
    assert.equal(await gate.getByText("the same numbers").count(), 0);
    await close();
  });

  test("the parts of the step are one choice, by key, and light their numbers", async () => {
    const { page, close } = await openPanel({ ...STILL });
    assert.equal(await page.getByRole("button", { name: "Slow motion" }).count(), 0, "nothing plays by itself");
    await panel(page).getByRole("radio", { name: "1 Forward" }).focus();
    for (const [key, part] of [
      ["ArrowRight", "Loss"],
      ["ArrowRight", "Backward"],
      ["ArrowRight", "Update"],
    ]) {
      await page.keyboard.press(key);
      assert.equal(await panel(page).locator(".gradients-numbers thead .is-on").innerText(), part);
      assert.match(await panel(page).locator(".gradients-happens").innerText(), new RegExp(`^${part}`));
    }
    await close();
  });

  test("slow motion walks on, and a part chosen by hand ends it", async () => {
    const { page, close } = await openPanel();
    await page.getByRole("button", { name: "Slow motion" }).click();
    await panel(page).getByRole("radio", { name: "2 Loss", checked: true }).waitFor();
    await panel(page).getByRole("radio", { name: "4 Update" }).click();
    await page.getByRole("button", { name: "Slow motion" }).waitFor();
    assert.equal(await panel(page).locator(".gradients-numbers thead .is-on").innerText(), "Update");
    await close();
  });

  test("the chosen source is the one whose cosine is printed and read out", async () => {
    const { page, close } = await openPanel({ query: "&with=sasrecf&m=nova&source=C" });
    const reading = () => panel(page).locator("[data-reading]").innerText();
    const before = await reading();
    assert.match(before, /item and category stand at a mean cosine of [+−]?\d/);
    await panel(page).getByRole("radio", { name: "Brand" }).click();
    assert.match(await reading(), /item and brand stand at a mean cosine of/);
    await close();
  });

  test("no violation and no sideways scroll, wide and by hand, in both themes and languages", async () => {
    const found = [];
    for (const [colorScheme, language] of [
      ["light", "en"],
      ["dark", "ko"],
    ]) {
      for (const options of [{}, HANDHELD]) {
        const { page, close } = await openPanel({ ...STILL, colorScheme, query: `&lang=${language}`, ...options });
        found.push(...(await violations(page, "#gradients")));
        const extent = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (extent > 0) found.push(`${extent} px too wide`);
        await close();
      }
    }
    assert.deepEqual(found, []);
  });
});
