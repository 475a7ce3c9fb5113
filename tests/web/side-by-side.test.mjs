// Several models on the visitor's own session: who answers, where they differ, and what happens on other data.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { engineReady, nextTexts, sessionRows, startLab, until } from "./support.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const part = (page) => page.locator(".side-by-side");
const lists = (page) => part(page).getByRole("list", { name: /Next items of model/ });
const rows = (page, letter) =>
  part(page)
    .getByRole("list", { name: new RegExp(`^Next items of model ${letter},`) })
    .getByRole("listitem");
const picked = (page, letter) =>
  part(page)
    .getByRole("combobox", { name: `Model ${letter}` })
    .evaluate((select) => select.selectedOptions[0].text);
const pick = (page, letter, name) =>
  part(page)
    .getByRole("combobox", { name: `Model ${letter}` })
    .selectOption({ label: name });
const map = (page, letter) => part(page).getByRole("grid", { name: new RegExp(`of model ${letter},`) });
const difference = (page) => part(page).getByRole("grid", { name: /minus/ });
/** An option of the menu of models, which must be open. */
const option = (page, name) => page.getByRole("dialog", { name: "About the model" }).getByRole("radio", { name });
const words = (page, letter) => rows(page, letter).locator(".side-name").allInnerTexts();

/** Opens the part and waits for two lists of ten. */
async function openPart(options = {}) {
  const weights = [];
  const opened = await lab.openPage({
    query: "?panel=compare",
    before: async (page) => {
      page.on("request", (request) => {
        const name = /weights\/(.+)$/.exec(request.url())?.[1];
        if (name) weights.push(name);
      });
    },
    ...options,
  });
  const { page } = opened;
  await part(page).scrollIntoViewIfNeeded();
  await until(
    () => lists(page).count(),
    (count) => count === 2,
    { what: "two lists" },
  );
  return { ...opened, weights };
}

/** Waits until a model's list is another one than `old`. */
const otherList = (page, letter, old) =>
  until(
    () => words(page, letter),
    (now) => now.length === 10 && now.join() !== old.join(),
    { what: `another list of ${letter}` },
  );

async function violations(page, within = ".side-by-side") {
  await page.evaluate(() => scrollTo(0, 0));
  await page.evaluate(axe);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const { violations } = await page.evaluate(
    ([root, tags]) => globalThis.axe.run(root, { runOnly: { type: "tag", values: tags } }),
    [within, tags],
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`);
}

describe("models side by side", () => {
  test("ready weights are fetched only when they are asked for", async () => {
    const seen = [];
    const { page, close } = await lab.openPage({
      before: async (page) => {
        page.on("request", (request) => {
          if (request.url().includes("/weights/")) seen.push(request.url().split("/weights/")[1]);
        });
      },
    });
    assert.deepEqual(seen, ["dif_sr.safetensors"], "the first view asks for the model that answers and no other");
    await page.getByRole("button", { name: /^Model: / }).click();
    await option(page, /^SASRec/)
      .first()
      .waitFor();
    assert.deepEqual(seen.slice(1), ["index.json"], "the menu asks for the list, not for the weights");
    await close();
  });

  test("two models answer the same session; ranks and weights add up", async () => {
    const { page, weights, assertClean, close } = await openPart();
    const [a, b] = [await words(page, "A"), await words(page, "B")];
    assert.equal(a.length, 10);
    assert.notDeepEqual(a, b, "two models that say the same would be one");
    assert.deepEqual(
      a,
      (await nextTexts(page)).map((text) => text.split("\n").find((line) => /\p{L}{2}/u.test(line))),
      "A is the model that answers the visitor, with the same list",
    );
    // The rank beside a row is the row's place in the other list.
    for (const [index, name] of a.entries()) {
      const mark = await rows(page, "A").nth(index).locator(".side-elsewhere").innerText();
      const place = b.indexOf(name) + 1;
      if (place > 0) assert.equal(Number(mark), place, `${name} in B`);
      else assert.ok(Number(mark) > 10, `${name} is not among B's first ten, yet its rank there is ${mark}`);
    }
    const shared = a.filter((name) => b.includes(name)).length;
    await part(page).getByText(`The first 10 of A and B share ${shared} item`).waitFor();
    const reading = await part(page).locator(".side-reading").innerText();
    const [left, right, minus] = [/A (\d\.\d+)/, /B (\d\.\d+)/, /A − B ([+−]?\d\.\d+)/].map((one) => {
      const found = one.exec(reading)?.[1] ?? assert.fail(reading);
      return Number(found.replace("−", "-").replace("+", ""));
    });
    assert.ok(Math.abs(left - right - minus) < 0.011, reading);
    assert.equal(weights.filter((name) => name === "index.json").length, 1);
    assertClean();
    await close();
  });

  test("swapping exchanges lists and turns the sign of the difference", async () => {
    const { page, close } = await openPart();
    const before = { a: await words(page, "A"), b: await words(page, "B"), name: await picked(page, "B") };
    const cell = () => part(page).locator(".side-map-value").last().innerText();
    // A pinned cell stays where it is; the strongest one is another in the other model.
    await map(page, "A").focus();
    await page.keyboard.press("Enter");
    const plus = await cell();
    await part(page).getByRole("button", { name: "Swap A and B" }).click();
    assert.deepEqual(await words(page, "A"), before.b);
    assert.deepEqual(await words(page, "B"), before.a);
    assert.equal(await picked(page, "A"), before.name);
    const flipped = plus.startsWith("+") ? plus.replace("+", "−") : plus.replace("−", "+");
    assert.equal(await cell(), flipped);
    await close();
  });

  test("an edit of the session reaches every model, and the focus is one for the whole page", async () => {
    const { page, close } = await openPart();
    const [a, b] = [await words(page, "A"), await words(page, "B")];
    await page.getByRole("listbox", { name: "Catalogue" }).getByRole("option").nth(3).click();
    await otherList(page, "A", a);
    await otherList(page, "B", b);
    const steps = await sessionRows(page).count();
    await difference(page).focus();
    for (const key of ["Home", "Enter"]) await page.keyboard.press(key);
    const selected = (grid) => grid.locator("[role=gridcell]").evaluate((cell) => cell.id.split("-").slice(-2).join());
    const place = `${steps - 1},0`;
    assert.equal(await selected(map(page, "A")), place);
    assert.equal(await selected(map(page, "B")), place);
    assert.equal(await selected(page.locator("#map-fused")), place, "the Why panel points at the same cell");
    await close();
  });

  test("three fusions of one model, four models at most", async () => {
    const { page, close } = await openPart();
    await part(page).getByRole("button", { name: "Sum, concat, gate" }).click();
    await until(
      () => lists(page).count(),
      (count) => count === 3,
      { what: "three lists" },
    );
    await part(page).getByRole("radiogroup", { name: "Compare A with" }).getByRole("radio", { name: "C" }).click();
    await part(page)
      .getByText(/The first 10 of A and C share/)
      .waitFor();
    await difference(page)
      .and(page.getByRole("grid", { name: /A minus C/ }))
      .waitFor();
    const add = part(page).getByRole("button", { name: "Add a model" });
    await add.click();
    await until(
      () => lists(page).count(),
      (count) => count === 4,
      { what: "four lists" },
    );
    assert.ok(await add.isDisabled());
    await part(page).getByRole("button", { name: "Take B away" }).click();
    assert.equal(await lists(page).count(), 3);
    await close();
  });

  test("models without attention have a list and a sentence, models with [MASK] both", async () => {
    const { page, assertClean, close } = await openPart();
    const old = await words(page, "B");
    await pick(page, "B", "GRU4Rec");
    await otherList(page, "B", old);
    await part(page)
      .getByText(/GRU4Rec has no attention/)
      .waitFor();
    assert.equal(await difference(page).count(), 0);
    const gru = await words(page, "B");
    await pick(page, "B", "BERT4Rec");
    await otherList(page, "B", gru);
    const steps = await sessionRows(page).count();
    assert.equal(Number(await map(page, "B").getAttribute("aria-rowcount")), steps + 1, "one slot more than steps");
    assert.equal(Number(await difference(page).getAttribute("aria-rowcount")), steps);
    await part(page)
      .getByText(/\[MASK\] has no counterpart/)
      .waitFor();
    assertClean();
    await close();
  });

  test("the same numbers as tables", async () => {
    const { page, close } = await openPart();
    const a = await words(page, "A");
    await part(page).getByRole("button", { name: "Table" }).click();
    const table = part(page).getByRole("table", { name: "Next items of all models" });
    const cells = await table
      .locator("tbody tr")
      .evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent)));
    const inA = cells.filter(([, rank]) => Number(rank) <= 10).sort(([, x], [, y]) => Number(x) - Number(y));
    assert.deepEqual(
      inA.map(([name]) => name),
      a,
    );
    await part(page).getByRole("table", { name: "Attention weights of all models" }).waitFor();
    await close();
  });

  for (const colorScheme of ["light", "dark"]) {
    test(`no accessibility violation with four models, drawn and as tables: ${colorScheme}`, async () => {
      const { page, close } = await openPart({ colorScheme, reducedMotion: "reduce" });
      await part(page).getByRole("button", { name: "Four places to fuse" }).click();
      await until(
        () => lists(page).count(),
        (count) => count === 4,
        { what: "four lists" },
      );
      const found = await violations(page);
      await part(page).getByRole("button", { name: "Table" }).click();
      found.push(...(await violations(page)));
      assert.deepEqual(found, []);
      await close();
    });
  }

  test("four models fit a narrow screen", async () => {
    const { page, close } = await openPart({ viewport: { width: 360, height: 740 } });
    await part(page).getByRole("button", { name: "Four places to fuse" }).click();
    await until(
      () => lists(page).count(),
      (count) => count === 4,
      { what: "four lists" },
    );
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 360);
    await close();
  });
});

describe("which model answers", () => {
  test("any ready model can, with session and focus as they were", async () => {
    const { page, assertClean, close } = await lab.openPage();
    const session = await page.locator(".step-name").allInnerTexts();
    await page.locator("#map-fused").focus();
    for (const key of ["Home", "Enter"]) await page.keyboard.press(key);
    const query = () => page.evaluate(() => new URLSearchParams(location.search).get("cell"));
    const cell = await until(query, (value) => value !== null, { what: "the pinned cell in the address" });
    await page.getByRole("button", { name: /^Model: / }).click();
    await option(page, /^SASRec(?!F)/).check();
    await page.getByRole("button", { name: "Model: SASRec", exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await page
      .locator("#why")
      .getByText(/One map for everything/)
      .waitFor();
    assert.deepEqual(await page.locator(".step-name").allInnerTexts(), session);
    assert.equal(await query(), cell);
    assertClean();
    await close();
  });

  test("sum, concat and gate switch in the Why panel", async () => {
    const { page, assertClean, close } = await lab.openPage();
    const fusion = page.locator("#why").getByRole("radiogroup", { name: "Fusion" });
    const list = await nextTexts(page);
    await fusion.getByRole("radio", { name: "gate" }).click();
    await page.getByRole("button", { name: "Model: DIF-SR (gate)" }).waitFor();
    await page.locator("#why").getByText("Gates of this row").waitFor();
    await until(
      () => nextTexts(page),
      (now) => now.join() !== list.join(),
      { what: "another list" },
    );
    await fusion.getByRole("radio", { name: "concat" }).click();
    await page.getByRole("button", { name: "Model: DIF-SR (concat)" }).waitFor();
    assertClean();
    await close();
  });

  test("a model without attention explains itself in one sentence", async () => {
    const { page, close } = await lab.openPage();
    await page.getByRole("button", { name: /^Model: / }).click();
    await option(page, /^Caser/).check();
    await page
      .locator("#why")
      .getByText(/Caser has no attention/)
      .waitFor();
    assert.equal(await page.locator("#why").getByRole("grid").count(), 0);
    await close();
  });

  test("on other data the page's weights are no choice, and the page says why", async () => {
    const { page, assertClean, close } = await lab.openPage({ query: "?data=department_chains&seed=3&panel=compare" });
    await engineReady(page);
    await part(page).scrollIntoViewIfNeeded();
    await part(page)
      .getByText(/trained on other data/)
      .waitFor();
    assert.equal(await lists(page).count(), 0);
    await page.getByRole("button", { name: /^Model: / }).click();
    await page
      .getByRole("dialog")
      .getByText(/trained on other data/)
      .waitFor();
    assert.equal(await page.getByRole("dialog").getByRole("radio").count(), 0);
    await page.keyboard.press("Escape");
    await part(page).getByRole("button", { name: "Train models" }).click();
    await until(
      () => page.evaluate(() => document.querySelector("#train").getBoundingClientRect().top),
      (top) => top < 300,
      { what: "the training panel" },
    );
    assertClean();
    await close();
  });

  for (const colorScheme of ["light", "dark"]) {
    test(`no accessibility violation in the menu and with unusual maps: ${colorScheme}`, async () => {
      const found = [];
      for (const system of ["fdsa", "bert4rec", "gru4rec"]) {
        const { page, close } = await lab.openPage({ query: `?m=${system}`, colorScheme, reducedMotion: "reduce" });
        await page.getByRole("button", { name: /^Model: / }).click();
        await option(page, /^SASRec/)
          .first()
          .waitFor();
        for (const violation of await violations(page, "#app")) found.push(`${system}: ${violation}`);
        await close();
      }
      assert.deepEqual(found, []);
    });
  }

  test("a link brings the model that answers and those beside it", async () => {
    const { page, weights, assertClean, close } = await openPart({
      query: "?panel=compare&m=fdsa&ab=caser.dif_sr-gate",
    });
    await page.getByRole("button", { name: "Model: FDSA" }).waitFor();
    assert.deepEqual([await picked(page, "A"), await picked(page, "B")], ["Caser", "DIF-SR (gate)"]);
    assert.deepEqual(weights.filter((name) => name.endsWith(".safetensors")).sort(), [
      "caser.safetensors",
      "dif_sr-gate.safetensors",
      "fdsa.safetensors",
    ]);
    await part(page).getByRole("button", { name: "Swap A and B" }).click();
    const query = () => page.evaluate(() => location.search);
    await until(query, (text) => text.includes("ab=dif_sr-gate.caser") && text.includes("m=fdsa"), {
      what: "the models in the address",
    });
    assertClean();
    await close();
  });

  test("a link to a model that does not exist is answered by the usual one", async () => {
    const { page, assertClean, close } = await openPart({ query: "?panel=compare&m=nonsense&ab=nonsense.sasrec" });
    await page.getByRole("button", { name: "Model: DIF-SR", exact: true }).waitFor();
    assert.equal(await picked(page, "A"), "DIF-SR");
    assertClean();
    await close();
  });
});
