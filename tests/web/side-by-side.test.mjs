// Several models on the visitor's own session: their lists, where they look, and where they differ.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  difference,
  lists,
  map,
  openPart,
  option,
  otherList,
  part,
  pick,
  picked,
  rows,
  violations,
  words,
} from "./sides.mjs";
import { nextTexts, readyFile, sessionRows, startLab, until } from "./support.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

describe("models side by side", () => {
  test("ready weights are fetched only when they are asked for", async () => {
    const seen = [];
    const { page, close } = await lab.openPage({
      // The article asks for models of its own where it comes near.
      query: "?hide=article",
      before: async (page) => {
        page.on("request", (request) => {
          const name = readyFile(request.url());
          if (name) seen.push(name);
        });
      },
    });
    assert.deepEqual(seen, ["dif_sr.safetensors"], "the first view asks for the model that answers and no other");
    await page.getByRole("button", { name: /^Answered by: / }).click();
    await option(page, /^SASRec/)
      .first()
      .waitFor();
    assert.deepEqual(seen.slice(1), ["index.json"], "the menu asks for the list, not for the weights");
    await close();
  });

  test("two models answer the same session; ranks and weights add up", async () => {
    const { page, weights, assertClean, close } = await openPart(lab);
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
    assert.equal(minus.toFixed(2), (left - right).toFixed(2), reading);
    assert.equal(weights.filter((name) => name === "index.json").length, 1);
    assertClean();
    await close();
  });

  for (const table of ["", "&table=side"]) {
    test(`say what to do while the session is empty, and wait for nothing: ${table}`, async () => {
      const { page, close } = await lab.openPage({ query: `?panel=side&s=${table}` });
      await part(page).getByText("Click an item: every model here answers the same session.").waitFor();
      await until(
        () =>
          part(page)
            .getByRole("combobox", { name: /^Model / })
            .count(),
        (heads) => heads === 2,
        { what: "two models" },
      );
      assert.equal(await part(page).getByText("The model is answering.").count(), 0);
      assert.equal(await part(page).getByRole("table").count(), 0);
      await close();
    });
  }

  test("swapping exchanges lists and turns the sign of the difference", async () => {
    const { page, close } = await openPart(lab);
    const before = { a: await words(page, "A"), b: await words(page, "B"), name: await picked(page, "B") };
    const cell = () => part(page).locator(".side-reading .side-number").last().locator("b").innerText();
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
    const { page, close } = await openPart(lab);
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
    await page.getByRole("link", { name: "Why?" }).first().click();
    assert.equal(await selected(page.locator("#map-fused")), place, "the Why panel points at the same cell");
    await close();
  });

  test("three fusions of one model, four models at most", async () => {
    const { page, close } = await openPart(lab);
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
    // The line of each model is drawn as no other is: dashes and marks tell them apart without colour.
    const lines = await part(page)
      .locator(".side-line svg")
      .evaluateAll((all) =>
        all.map((one) =>
          // Two halves of the line around its mark.
          [...one.querySelectorAll("path")]
            .slice(0, 2)
            .map((line) => line.getAttribute("stroke-dasharray") ?? "solid")
            .join(),
        ),
      );
    assert.equal(new Set(lines).size, 4, lines.join(" | "));
    await part(page).getByRole("button", { name: "Remove B" }).click();
    assert.equal(await lists(page).count(), 3);
    await close();
  });

  test("models without attention have a list and a sentence, models with [MASK] both", async () => {
    const { page, assertClean, close } = await openPart(lab);
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
    const { page, close } = await openPart(lab);
    const a = await words(page, "A");
    for (const table of await page.locator("#side").getByRole("button", { name: "Table" }).all()) await table.click();
    const table = part(page).getByRole("table", { name: "Next items of all models" });
    const cells = await table
      .locator("tbody tr")
      .evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent)));
    const inA = cells.filter(([, rank]) => Number(rank) <= 10).sort(([, x], [, y]) => Number(x) - Number(y));
    assert.deepEqual(
      inA.map(([name]) => name),
      a,
    );
    // One row of the maps at a time, however long the session is.
    const maps = part(page).getByRole("table", { name: "Attention weights of all models" });
    const steps = await sessionRows(page).count();
    assert.equal(await maps.locator("tbody tr").count(), steps);
    await part(page).getByRole("combobox", { name: "What this item looks at" }).selectOption("1");
    await until(
      () => maps.locator("tbody tr").count(),
      (rows) => rows === 2,
      { what: "the row of the second item" },
    );
    await close();
  });

  for (const colorScheme of ["light", "dark"]) {
    test(`no accessibility violation with four models, drawn and as tables: ${colorScheme}`, async () => {
      const { page, close } = await openPart(lab, { colorScheme, reducedMotion: "reduce" });
      await part(page).getByRole("button", { name: "Four places to fuse" }).click();
      await until(
        () => lists(page).count(),
        (count) => count === 4,
        { what: "four lists" },
      );
      const found = await violations(page);
      for (const table of await page.locator("#side").getByRole("button", { name: "Table" }).all()) await table.click();
      found.push(...(await violations(page)));
      assert.deepEqual(found, []);
      await close();
    });
  }

  test("four models fit a narrow screen", async () => {
    const { page, close } = await openPart(lab, { viewport: { width: 360, height: 740 } });
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
