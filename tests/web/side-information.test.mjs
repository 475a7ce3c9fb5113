// "Does side information help here?" of a visitor's own data: one press trains what answers it, and the answer says what it rests on.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { button, dataDialog, give, textFile } from "./ownFiles.mjs";
import { startLab, until } from "./support.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const [USERS, CLICKS, ITEMS] = [12, 8, 9];

/** Everybody goes round the items, of three colours. */
function log(users) {
  const rows = Array.from({ length: users * CLICKS }, (_, row) => {
    const [user, step] = [Math.floor(row / CLICKS), row % CLICKS];
    return `u${user}\ti${(user + step) % ITEMS}\t${100 + step}`;
  });
  return textFile("own.inter", `user_id:token\titem_id:token\ttimestamp:float\n${rows.join("\n")}\n`);
}
const clicks = log(USERS);
/** Whose training takes long. */
const long = log(3000);
const described = Array.from({ length: ITEMS }, (_, item) => `i${item}\tc${item % 3}`);
const items = textFile("own.item", `item_id:token\tcolour:token\n${described.join("\n")}\n`);

const ASK = "Does side information help here?";
const panel = (page) => page.locator("#compare");
const verdict = (page) => panel(page).locator(".compare-verdict .verdict");
/** The section about it in the dialog. */
const section = (page) =>
  dataDialog(page).locator(".intake-look", { has: page.getByRole("heading", { name: "Side information" }) });

describe("whether side information helps on own data", () => {
  test("is one press: six runs, counted before and while they go on, and a verdict with its numbers", async () => {
    const { page, assertClean, close } = await lab.openPage({ query: "?cmp-epochs=1&cmp=nova.sasrecf" });
    await give(page, [clicks, items]);
    await section(page)
      .getByText(/^6 runs say whether side information helps here: .* 3 seeds each\.$/)
      .waitFor();
    await button(section(page), ASK).click();

    await dataDialog(page).waitFor({ state: "hidden" });
    const chosen = async () => (await panel(page).locator(".chosen-chip").allInnerTexts()).join();
    await until(chosen, (names) => names === "DIF-SR,SASRec", { what: "the two systems" });
    assert.equal(await panel(page).getByLabel("Epochs").inputValue(), "1", "the budget stays");
    await verdict(page)
      .getByText(/[0-5] of 6 runs are finished; the answer stands here after the last\./)
      .waitFor();
    await verdict(page).getByText("That is this data, these settings and 3 seeds.").waitFor({ timeout: 120_000 });

    const said = await verdict(page).innerText();
    const found =
      /(helps here|does not help here|cannot be told): test NDCG@10 .*?(\.\d{3}|1\.000) against (\.\d{3}|1\.000): ([+−]?)(\.\d{3}|1\.000) ± (\.\d{3}) \(one error over 3 seeds and 12 test sessions\)/.exec(
        said,
      );
    assert.ok(found, said);
    const [, , having, lacking, sign, by] = found;
    const cell = async (name) =>
      panel(page)
        .getByRole("region", { name: /^Test, at the best/ })
        .getByRole("row", { name })
        .first()
        .getByRole("cell")
        .first()
        .innerText();
    assert.ok((await cell(/^DIF-SR/)).startsWith(`${having} ±`), "as in the table");
    assert.ok((await cell(/^SASRec/)).startsWith(`${lacking} ±`), "as in the table");
    const difference = Number(by) * (sign === "−" ? -1 : 1);
    assert.ok(Math.abs(Number(having) - Number(lacking) - difference) <= 0.0011, said);

    // Beside the open data the answer stands again, and leads back.
    await page.getByRole("button", { name: /^Data: / }).click();
    await section(page).getByText("That is this data, these settings and 3 seeds.").waitFor();
    await button(section(page), "See the comparison").click();
    await dataDialog(page).waitFor({ state: "hidden" });
    await panel(page).getByText("All runs are finished.", { exact: true }).first().waitFor();
    assertClean();
    await close();
  });

  test("cannot be asked where there is no attribute, and shops do not ask", async () => {
    const { page, assertClean, close } = await lab.openPage();
    await page.getByRole("button", { name: /^Data: / }).click();
    await dataDialog(page)
      .getByRole("heading", { name: /^Open now: Shop/ })
      .waitFor();
    assert.equal(await section(page).count(), 0);
    await give(page, [clicks]);
    await section(page).getByText("This data has no attribute").waitFor();
    assert.equal(await button(section(page), ASK).count(), 0);
    assertClean();
    await close();
  });

  test("waits while other systems are compared", async () => {
    const { page, assertClean, close } = await lab.openPage({
      query: "?panel=compare&cmp-epochs=1000&cmp=sasrecf.sasrec",
    });
    await give(page, [long, items]);
    await section(page).waitFor();
    await button(dataDialog(page), "Close").click();
    await until(() => button(panel(page), "Train all").isEnabled(), Boolean, { what: "the button Train all" });
    await button(panel(page), "Train all").click();
    // Before its first step a run cannot be paused.
    await until(
      async () => {
        if (await button(panel(page), "Pause").isVisible()) await button(panel(page), "Pause").click();
        return button(panel(page), "Continue").isVisible();
      },
      Boolean,
      { what: "a pause" },
    );
    await page.getByRole("button", { name: /^Data: / }).click();
    await section(page).getByText("Compare has other runs under way").waitFor();
    assert.equal(await button(section(page), ASK).isEnabled(), false);
    await button(dataDialog(page), "Close").click();
    await button(panel(page), "Stop").click();
    await until(() => button(panel(page), "Train all").isVisible(), Boolean, { what: "the end of the runs" });
    assertClean();
    await close();
  });
});
