// The Compare panel: systems are trained one after another on the same budget, their test results kept over a reload, and the
// two panels that train keep out of each other's way.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { clickItems, startLab, until } from "./support.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const panel = (page) => page.locator("#compare");
const button = (page, name, of = panel(page)) => of.getByRole("button", { name, exact: true });
const results = (page) => panel(page).getByRole("region", { name: /^Test, at the best/ });

/** A row of the test table as texts: name, NDCG@10, interval, NDCG@20, Recall@10, Recall@20, best epoch. */
async function row(page, name) {
  const found = results(page).getByRole("row", { name }).first();
  return found.getByRole("cell").allInnerTexts();
}

const number = (text) => Number.parseFloat(text ?? "");

async function openCompare(epochs = "2") {
  const opened = await lab.openPage({ query: "?panel=compare" });
  const { page } = opened;
  await panel(page).getByLabel("Epochs", { exact: true }).fill(epochs);
  await until(() => button(page, "Train all").isEnabled(), Boolean, { what: "the button Train all" });
  return opened;
}

const finished = (page) =>
  panel(page).getByText("All runs are finished.", { exact: true }).first().waitFor({ timeout: 60_000 });

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
      assert.ok(number(cells[2]) >= number(cells[0]), "NDCG@20 is at least NDCG@10");
      assert.ok(["1", "2"].includes(cells.at(-1)), `best epoch ${cells.at(-1)}`);
      first[name] = cells[0];
    }
    await panel(page)
      .getByText(/highest test NDCG@10/)
      .waitFor();
    await panel(page)
      .getByText(/Rule: two results differ only if their intervals/)
      .waitFor();
    const cost = panel(page).getByRole("region", { name: "Parameters and cost" });
    const parameters = async (name) =>
      Number((await cost.getByRole("row", { name }).first().getByRole("cell").nth(2).innerText()).replaceAll(",", ""));
    assert.ok((await parameters(/^SASRecF/)) > (await parameters(/^SASRec\b/)), "attributes cost parameters");
    await cost.getByText("attention, loss").waitFor();
    const label = await panel(page).getByRole("slider").getAttribute("aria-valuetext");
    for (const name of ["DIF-SR", "SASRecF", "best possible", "popularity"]) assert.ok(label.includes(name), label);

    await page.reload();
    await finished(page);
    for (const [name, before] of Object.entries(first)) {
      assert.equal((await row(page, new RegExp(`^${name}\\b`)))[0], before, `${name} after a reload`);
    }

    // The same runs stand in the history, with what was changed from one to the next.
    await page.getByRole("link", { name: "Train it" }).first().click();
    const runs = page.getByRole("region", { name: "Runs" });
    await runs.getByText("DIF-SR → SASRecF").waitFor();
    await runs.getByText("SASRecF → SASRec").waitFor();
    await runs.getByRole("button", { name: "Delete run 1", exact: true }).click();
    await until(
      () => runs.getByRole("row").count(),
      (count) => count === 3,
      { what: "two runs and their head" },
    );
    await page.reload();
    await panel(page).scrollIntoViewIfNeeded();
    await panel(page).getByText("2 of 3 runs are kept from before.").waitFor();
    assertClean();
    await close();
  });

  test("a pause holds, a stop keeps what is finished, and the rest is trained later", async () => {
    const { page, close } = await openCompare("1");
    await button(page, "Train all").click();
    await panel(page)
      .getByText(/^Training SASRecF, seed/)
      .waitFor({ timeout: 60_000 });
    await button(page, "Pause").click();
    await panel(page).getByText("Paused: SASRecF.").waitFor();
    const progress = () => panel(page).getByRole("progressbar").getAttribute("aria-valuenow");
    const rest = await progress();
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.equal(await progress(), rest, "nothing is trained while it is paused");

    // One run at a time: the Train panel says why it waits.
    await page.getByRole("link", { name: "Train it" }).first().click();
    const train = page.locator("#train");
    await train.getByText(/The Compare panel is training/).waitFor();
    assert.equal(await button(page, "Play", train).isEnabled(), false);

    await page.getByRole("link", { name: "Compare" }).first().click();
    await button(page, "Stop").click();
    await panel(page).getByText("1 of 3 runs are kept from before.").waitFor();
    assert.equal(await button(page, "Play", train).isEnabled(), true);
    await button(page, "Train the missing 2").click();
    await finished(page);
    assert.match((await row(page, /^SASRec\b/))[0], /±/);
    await close();
  });

  test("both in one press, from the Train panel; on data without weights of the page they answer the session side by side", async () => {
    const { page, close } = await lab.openPage({ query: "?panel=compare&data=department_chains&seed=3&n=600" });
    await clickItems(page, 3);
    await panel(page).getByLabel("Epochs", { exact: true }).fill("1");
    await page.getByRole("link", { name: "Train it" }).first().click();
    const both = button(page, "Train DIF-SR and SASRecF", page.locator("#train"));
    await until(() => both.isEnabled(), Boolean, { what: "the button that trains both" });
    await both.click();
    await finished(page);
    assert.equal(
      await results(page)
        .getByRole("row", { name: /^SASRec\b(?!F)/ })
        .count(),
      0,
    );
    assert.match((await row(page, /^SASRecF/))[0], /±/);

    const side = page.locator(".side-by-side");
    await side.scrollIntoViewIfNeeded();
    const lists = side.getByRole("list", { name: /^Next items of model/ });
    await until(
      () => lists.getByRole("listitem").count(),
      (count) => count >= 20,
      { what: "two lists of ten" },
    );
    const names = await side
      .getByRole("combobox", { name: /^Model [AB]/ })
      .evaluateAll((selects) => selects.map((select) => select.selectedOptions[0].text));
    assert.match(names.sort().join(" | "), /DIF-SR.*\| SASRecF/);
    await close();
  });
});
