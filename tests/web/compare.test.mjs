// The Compare panel: systems are trained one after another on the same budget, their test results kept over a reload, and the
// two panels that train keep out of each other's way.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { violations } from "./sides.mjs";
import { clickItems, passing, startLab, until } from "./support.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const panel = (page) => page.locator("#compare");
const button = (page, name, of = panel(page)) => of.getByRole("button", { name, exact: true });
const results = (page) => panel(page).getByRole("region", { name: /^Test, at the best/ });
const goTo = (page, name) => page.getByRole("link", { name, exact: true }).first().click();

/** A row of the test table as texts: NDCG@10, NDCG@20, Recall@10, Recall@20, with several seeds d between them, best epoch. */
async function row(page, name) {
  const found = results(page).getByRole("row", { name }).first();
  return found.getByRole("cell").allInnerTexts();
}

const number = (text) => Number.parseFloat(text ?? "");

const ready = (page) => until(() => button(page, "Train all").isEnabled(), Boolean, { what: "the button Train all" });

async function openCompare(query = "cmp-epochs=2", options = {}) {
  const opened = await lab.openPage({ query: `?panel=compare&${query}`, ...options });
  await ready(opened.page);
  return opened;
}

const finished = (page) =>
  panel(page).getByText("All runs are finished.", { exact: true }).first().waitFor({ timeout: 90_000 });

/** Top and bottom in the window. */
async function places(page, selectors) {
  const found = {};
  for (const selector of selectors) {
    const { y, height } = (await panel(page).locator(selector).boundingBox()) ?? assert.fail(`no ${selector}`);
    found[selector] = { top: Math.round(y), bottom: Math.round(y + height) };
  }
  return found;
}

describe("comparing systems", () => {
  test("decoupled, early and none are trained on one budget, tested, told apart by a rule, and kept over a reload", async () => {
    const { page, assertClean, close } = await openCompare();
    await button(page, "Train all").click();
    await finished(page);

    const ceiling = number((await row(page, /^best possible/))[0]);
    const first = {};
    for (const name of ["DIF-SR", "SASRecF", "SASRec"]) {
      const cells = await row(page, new RegExp(`^${name}\\b`));
      assert.match(cells[0], /^\.\d{3} ± \.\d{3}$/, `${name}: ${cells.join(" | ")}`);
      assert.ok(number(cells[0]) > 0 && number(cells[0]) < ceiling, `${name} ${cells[0]}, ceiling ${ceiling}`);
      assert.ok(number(cells[1]) >= number(cells[0]), "NDCG@20 is at least NDCG@10");
      assert.ok(["1", "2"].includes(cells.at(-1)), `best epoch ${cells.at(-1)}`);
      first[name] = cells[0];
    }
    await panel(page)
      .getByText(/highest test NDCG@10/)
      .waitFor();
    await panel(page).getByText("How is this decided?").click();
    await panel(page)
      .getByText(/Results differ only if their intervals do not overlap/)
      .waitFor();
    const cost = panel(page).getByRole("region", { name: "Parameters and cost" });
    const parameters = async (name) =>
      Number((await cost.getByRole("row", { name }).first().getByRole("cell").nth(2).innerText()).replaceAll(",", ""));
    assert.ok((await parameters(/^SASRecF/)) > (await parameters(/^SASRec\b/)), "attributes cost parameters");
    await cost.getByText("attention, loss").waitFor();
    const edge = (locator) => locator.evaluate((one) => Math.round(one.getBoundingClientRect().right));
    const uses = await cost.getByRole("button", { name: /^Use it: / }).all();
    assert.equal(uses.length, 3);
    for (const use of uses)
      assert.ok((await edge(use)) <= (await edge(cost)), "the button that loads a model is whole");
    const label = await panel(page).getByRole("slider").getAttribute("aria-valuetext");
    for (const name of ["DIF-SR", "SASRecF", "best possible", "popularity"]) assert.ok(label.includes(name), label);

    await page.reload();
    await finished(page);
    for (const [name, before] of Object.entries(first)) {
      assert.equal((await row(page, new RegExp(`^${name}\\b`)))[0], before, `${name} after a reload`);
    }

    // The same runs stand in the history, with what was changed from one to the next, and what is not the newest value says so.
    await goTo(page, "Train it");
    const runs = page.getByRole("region", { name: "Runs" });
    await runs.getByText("DIF-SR → SASRecF").waitFor();
    await runs.getByText("SASRecF → SASRec").waitFor();
    await runs.getByRole("columnheader", { name: "Validation NDCG@10, best epoch" }).waitFor();
    assert.match(
      await runs
        .getByRole("row", { name: /SASRecF/ })
        .first()
        .innerText(),
      /epoch [12]/,
    );
    await page.locator("#train").getByText("The numbers at the curves are those of the last epoch").waitFor();

    // Deleting asks, and takes the question back when one goes elsewhere.
    const rows = () => runs.getByRole("row").count();
    const firstRun = runs.getByRole("button", { name: "Delete run 1", exact: true });
    await firstRun.click();
    await runs.getByRole("button", { name: "Delete?" }).waitFor();
    await page.keyboard.press("Escape");
    await firstRun.click();
    assert.equal(await rows(), 4, "one press deletes nothing");
    await runs.getByRole("button", { name: "Delete?" }).click();
    await until(rows, (count) => count === 3, { what: "two runs and their head" });
    await runs.getByRole("button", { name: "Delete run 2", exact: true }).waitFor();
    await page.reload();
    await goTo(page, "Compare");
    await panel(page).getByText("2 of 3 runs are kept from before.").waitFor();
    assertClean();
    await close();
  });

  test("at 1366 x 768 all that counts is in view without scrolling, and nothing moves from the press to the verdict", async () => {
    const { page, close } = await openCompare();
    const watched = [
      ".chosen",
      ".compare-control",
      ".compare-chart",
      ".compare-chart .chart",
      ".compare-verdict",
      ".compare-intervals",
    ];
    const before = await places(page, watched);
    await button(page, "Train all").click();
    await passing(page, "#compare", /Training SASRecF, seed/);
    const during = await places(page, watched);
    await finished(page);
    const after = await places(page, watched);
    const tops = (all) => Object.fromEntries(Object.entries(all).map(([name, { top }]) => [name, top]));
    assert.deepEqual(tops(during), tops(before));
    assert.deepEqual(tops(after), tops(before));
    for (const [name, { top, bottom }] of Object.entries(after)) {
      assert.ok(top > 0 && bottom <= 768, `${name} from ${top} to ${bottom}`);
    }
    assert.equal(await page.evaluate(() => scrollY), 0);
    await close();
  });

  test("a phone shows the choice on its buttons, then control, verdict and curves, and does not scroll sideways", async () => {
    const { page, close } = await openCompare("cmp-epochs=1", { viewport: { width: 360, height: 740 } });
    const order = await places(page, [".choosing", ".compare-control", ".compare-verdict", ".compare-chart"]);
    const tops = Object.values(order).map(({ top }) => top);
    assert.deepEqual(
      tops,
      [...tops].sort((a, b) => a - b),
    );
    await panel(page).getByRole("button", { name: "Budget, the same for all: 1 epoch, 1 seed" }).click();
    await panel(page).getByLabel("Epochs", { exact: true }).fill("2");
    await page.keyboard.press("Escape");
    await panel(page)
      .getByRole("button", { name: /2 epochs, 1 seed$/ })
      .waitFor();
    const [needs, has] = await page.evaluate(() => {
      const root = document.documentElement;
      return [root.scrollWidth, root.getBoundingClientRect().width];
    });
    assert.ok(needs <= has, `${needs} in ${has}`);
    await close();
  });

  test("the focus stays in the control row from the press to the end", async () => {
    const { page, close } = await openCompare("cmp=dif_sr.sasrecf&cmp-epochs=1");
    const isInside = () =>
      page.evaluate(() => document.querySelector(".compare-control").contains(document.activeElement));
    await button(page, "Train all").focus();
    await page.keyboard.press("Enter");
    await button(page, "Stop").waitFor();
    assert.ok(await isInside(), "while it trains");
    await finished(page);
    assert.ok(await isInside(), "when it is done");
    await close();
  });

  test("four systems are the most: the others say so where one looks", async () => {
    const { page, close } = await openCompare("cmp=dif_sr.sasrecf.sasrec.caser");
    await button(page, "Choose systems").click();
    const dialog = page.getByRole("dialog", { name: "Choose systems" });
    await dialog.getByText("4 are chosen, the most there can be: remove one to choose another.").waitFor();
    const nova = dialog.getByRole("button", { name: "NOVA", exact: true });
    assert.equal(await nova.isEnabled(), false);
    assert.equal(await nova.evaluate((chip) => getComputedStyle(chip).borderStyle), "dashed", "and look it");
    await dialog.getByRole("button", { name: "Caser", exact: true }).click();
    await dialog.getByText("2 to 4 systems; 3 chosen.").waitFor();
    await nova.click();
    await page.keyboard.press("Escape");
    await panel(page).locator(".chosen-list").getByText("NOVA").waitFor();
    await close();
  });

  test("with several seeds the errors on show are those the verdict compares by, and training again asks first", async () => {
    const { page, close } = await openCompare("cmp=dif_sr.sasrecf&cmp-epochs=1&cmp-seeds=3");
    await button(page, "Train all").click();
    await finished(page);
    await results(page).getByRole("columnheader", { name: "NDCG@10, d between seeds" }).waitFor();
    for (const name of ["DIF-SR", "SASRecF"]) {
      const cells = await row(page, new RegExp(`^${name}\\b`));
      assert.match(cells[4], /^\.\d{3}$/, "the standard deviation has a column of its own");
      assert.match(cells.at(-1), /^1, 1, 1$/);
      const shown = await panel(page)
        .locator(".interval", { hasText: name })
        .first()
        .locator(".interval-numbers")
        .innerText();
      assert.equal(shown.replaceAll(/\s+/g, " "), cells[0].replaceAll(/\s+/g, " "), "one error in table and picture");
    }
    const again = panel(page).getByRole("button", { name: "Train again", exact: true });
    await again.click();
    await button(page, "Delete and train?").waitFor();
    await page.keyboard.press("Escape");
    await again.waitFor();
    assert.match((await row(page, /^SASRecF/))[0], /±/, "asking deletes nothing");
    await close();
  });

  for (const colorScheme of ["light", "dark"]) {
    test(`no accessibility violation with results, as tables, and with the list of systems open: ${colorScheme}`, async () => {
      const query = "cmp=dif_sr.sasrecf&cmp-epochs=1";
      const { page, close } = await openCompare(query, { colorScheme, reducedMotion: "reduce" });
      await button(page, "Choose systems").click();
      const found = await violations(page, "#compare");
      await page.keyboard.press("Escape");
      assert.ok(await button(page, "Choose systems").evaluate((opener) => opener === document.activeElement));
      await button(page, "Train all").click();
      await finished(page);
      found.push(...(await violations(page, "#compare")));
      for (const figure of ["compare", "intervals"]) {
        const table = panel(page).locator(`[data-figure="${figure}"]`).getByRole("button", { name: "Table" });
        await table.click();
      }
      await panel(page).getByRole("table", { name: "Validation NDCG@10 by epoch" }).waitFor();
      found.push(...(await violations(page, "#compare")));
      assert.deepEqual(found, []);
      await close();
    });
  }

  test("printed, the panel has its verdict, its curves and its tables", async () => {
    const { page, close } = await openCompare("cmp=dif_sr.sasrecf&cmp-epochs=1");
    await button(page, "Train all").click();
    await finished(page);
    await page.emulateMedia({ media: "print" });
    for (const part of [".compare-verdict", ".compare-chart .chart svg", ".compare-intervals", ".results-table"]) {
      const { width, height } = (await panel(page).locator(part).first().boundingBox()) ?? assert.fail(part);
      assert.ok(width > 100 && height > 20, `${part} is ${width} by ${height}`);
    }
    const covers = await page.evaluate(
      () =>
        [...document.querySelectorAll("body *")].filter((element) => {
          const { position, display } = getComputedStyle(element);
          return (
            display !== "none" && (position === "fixed" || position === "sticky") && element.getClientRects().length > 0
          );
        }).length,
    );
    assert.equal(covers, 0, "nothing sticks over the paper");
    await close();
  });

  test("a pause holds, a stop keeps what is finished, and the rest is trained later", async () => {
    const { page, close } = await openCompare("cmp-epochs=1");
    await button(page, "Train all").click();
    await passing(page, "#compare", /Training SASRecF, seed/, "Pause");
    await panel(page).getByText("Paused: SASRecF.").waitFor();
    const progress = () => panel(page).getByRole("progressbar").getAttribute("aria-valuenow");
    const rest = await progress();
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.equal(await progress(), rest, "nothing is trained while it is paused");

    // One run at a time: the Train panel says why it waits.
    await goTo(page, "Train it");
    const train = page.locator("#train");
    await train.getByText(/The Compare panel is training/).waitFor();
    assert.equal(await button(page, "Play", train).isEnabled(), false);

    await goTo(page, "Compare");
    await button(page, "Stop").click();
    await panel(page).getByText("1 of 3 runs are kept from before.").waitFor();
    await button(page, "Train the missing 2").click();
    await finished(page);
    assert.match((await row(page, /^SASRec\b/))[0], /±/);
    await goTo(page, "Train it");
    assert.equal(await button(page, "Play", train).isEnabled(), true);
    await close();
  });

  test("a press that takes chosen systems out of the comparison says so before", async () => {
    const { page, assertClean, close } = await lab.openPage({ query: "?panel=compare" });
    const only = button(page, "Train only DIF-SR and SASRecF");
    await only.waitFor();
    assert.match(await only.getAttribute("title"), /Chosen now: .*\bSASRec\b.* leave the comparison/);
    await page.goto(`${lab.origin}/?panel=compare&cmp=dif_sr`);
    await button(page, "Train DIF-SR and SASRecF").waitFor();
    assertClean();
    await close();
  });

  test("both in one press, from the Train panel and back to its place; on data without ready models they answer side by side", async () => {
    const query = "?panel=train&data=department_chains&seed=3&n=600&cmp-epochs=1";
    const { page, close } = await lab.openPage({ query, viewport: { width: 1366, height: 600 } });
    await clickItems(page, 3);
    const both = button(page, "Train DIF-SR and SASRecF", page.locator("#train"));
    await until(() => both.isEnabled(), Boolean, { what: "the button for both" });
    await both.scrollIntoViewIfNeeded();
    await page.evaluate(() => scrollTo(0, 40));
    const place = await page.evaluate(() => scrollY);
    await both.click();
    await panel(page).waitFor();
    await page.goBack();
    await both.waitFor();
    await until(
      () => page.evaluate(() => scrollY),
      (now) => now === place,
      { what: "the place in Train it" },
    );
    await page.goForward();
    await finished(page);
    assert.equal(
      await results(page)
        .getByRole("row", { name: /^SASRec\b(?!F)/ })
        .count(),
      0,
    );
    assert.match((await row(page, /^SASRecF/))[0], /±/);

    await button(page, "Put these side by side").click();
    const side = page.locator("#side");
    const lists = side.getByRole("list", { name: /^Next items of model/ });
    await until(
      () => lists.getByRole("listitem").count(),
      (count) => count >= 20,
      { what: "two lists of ten" },
    );
    const names = await side
      .getByRole("combobox", { name: /^Model [AB]/ })
      .evaluateAll((selects) => selects.map((select) => select.selectedOptions[0].text));
    assert.match(names.join(" | "), /^DIF-SR, seed.*\| SASRecF, seed/);
    await side.getByRole("button", { name: "Compare these on test sessions" }).click();
    await panel(page).getByText("All runs are finished.", { exact: true }).first().waitFor();
    await close();
  });

  test("two tabs see each other's runs without a reload, and number them apart", async () => {
    const { page, context, close } = await openCompare("cmp=dif_sr.sasrecf&cmp-epochs=1");
    const other = await context.newPage();
    await other.goto(page.url().replace("cmp=dif_sr.sasrecf", "cmp=sasrec.caser"));
    await ready(other);
    await button(page, "Train all").click();
    await button(other, "Train all").click();
    for (const tab of [page, other]) await finished(tab);
    for (const tab of [page, other]) {
      await goTo(tab, "Train it");
      const runs = tab.getByRole("region", { name: "Runs" });
      await until(
        () => runs.getByRole("row").count(),
        (count) => count === 5,
        { what: "four runs and their head" },
      );
      const numbers = await runs.locator("tbody tr > td:first-child").allTextContents();
      assert.deepEqual(numbers.sort(), ["1", "2", "3", "4"]);
    }
    await close();
  });
});
