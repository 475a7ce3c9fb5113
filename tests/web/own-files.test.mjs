// What reading a visitor's files decided and did not use is said in the data dialog: the order, columns, items without a description.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { button, choose, dataDialog, give, goToStep, openButton, textFile } from "./ownFiles.mjs";
import { engineReady, goToPanel, startLab, until } from "./support.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const USERS = 8;
const CLICKS = 6;
const ITEMS = 7;

/** Everybody goes round the items; the newest click stands first, and `time` names its column, if there is one. */
function newestFirst(time) {
  const rows = Array.from({ length: USERS * CLICKS }, (_, row) => {
    const [user, step] = [Math.floor(row / CLICKS), CLICKS - 1 - (row % CLICKS)];
    const cells = [`u${user}`, `i${(user + step) % ITEMS}`, ...(time ? [100 + step] : [])];
    return cells.join("\t");
  });
  return `${["user_id:token", "item_id:token", ...(time ? [time] : [])].join("\t")}\n${rows.join("\n")}\n`;
}

/** Items with a colour, with a column that says nothing, and without a description of the last one. */
const described = Array.from({ length: ITEMS - 1 }, (_, item) => `i${item}\tc${item % 2}\tsku-${item}\t`);
const ITEM_FILE = `item_id:token\tcolour:token\tsku:token\ttags:token_seq\n${described.join("\n")}\n`;

/** The first item of the open session's sample: the oldest click that the split shows. */
const sample = async (page) => (await dataDialog(page).locator(".split-strip li").allInnerTexts()).join(" ");

describe("a visitor's own files", () => {
  test("the order that counts is said, and another one can be chosen", async () => {
    const { page, assertClean, close } = await lab.openPage();
    const dialog = dataDialog(page);
    await give(page, [textFile("own.inter", newestFirst("timestamp:float"))]);
    await dialog.getByText("The clicks of a session are in the order of their times.").waitFor();
    const byTime = await sample(page);

    await give(page, [textFile("own.inter", newestFirst(null))]);
    await dialog.getByText("The clicks of a session are in the order of the file, oldest first.").waitFor();
    assert.notEqual(await sample(page), byTime, "backwards");
    await goToStep(page, /What was odd/);
    await dialog.getByText("no column with times").waitFor();
    await dialog.getByText(/Where the newest stands first, choose the order/).waitFor();

    await goToStep(page, /each column/);
    await dialog.getByLabel("Order of the clicks").selectOption({ label: "as in the file, newest first" });
    await dialog.getByText(/in the order of the file, newest first/).waitFor();
    await openButton(page).click();
    await dialog.getByText("The clicks of a session are in the order of the file, newest first.").waitFor();
    assert.equal(await sample(page), byTime);
    assertClean();
    await close();
  });

  test("columns that are not used and items without a description are named", async () => {
    const { page, assertClean, close } = await lab.openPage();
    const dialog = dataDialog(page);
    await give(page, [textFile("own.inter", newestFirst("timestamp:float")), textFile("own.item", ITEM_FILE)]);
    await dialog.getByText("sku (6 values): no two items share a value").waitFor();
    await dialog.getByText("tags: no item has a value.").waitFor();
    await dialog.getByText(/own\.item lacks 1 item of 7 \(\d clicks\): they have no values/).waitFor();
    assert.match(await dialog.locator(".open-attributes").innerText(), /Colour \(2\)/);
    assertClean();
    await close();
  });

  test("an empty item file is refused, not taken for none, and what was open stays", async () => {
    const { page, close } = await lab.openPage();
    const dialog = dataDialog(page);
    await choose(page, [textFile("own.inter", newestFirst("timestamp:float")), textFile("own.item", "")]);
    await dialog.getByText("own.item:").first().waitFor();
    await dialog.getByText(/Found: an empty file/).waitFor();
    await dialog.getByText(/is still open/).waitFor();
    assert.equal(await openButton(page).count(), 0);
    await close();
  });

  test("a reload ends them: which were open is said, once, and opened again they have their model", async () => {
    const { page, assertClean, close } = await lab.openPage({ query: "?epochs=2" });
    const files = [textFile("own.inter", newestFirst("timestamp:float"))];
    const notice = page.locator(".notices .notice");
    await give(page, files);
    await button(dataDialog(page), "Close").click();
    await goToPanel(page, "train");
    await button(page, "Play").click();
    await page
      .getByText(/^Finished: 2 epochs/)
      .first()
      .waitFor();
    await page.getByRole("button", { name: /^Answered by: .*your own/ }).waitFor();

    await page.reload();
    await notice.getByText(/^Your own data, own, was open\./).waitFor();
    assert.equal(await notice.count(), 1);
    await notice.getByRole("button", { name: "Open files" }).click();
    await give(page, files);
    await button(dataDialog(page), "Close").click();
    await page.getByRole("button", { name: /^Answered by: .*your own/ }).waitFor();
    assert.equal(await notice.count(), 0);

    await page.reload();
    await notice.getByText(/was open/).waitFor();
    await page.reload();
    await engineReady(page);
    await page.locator('html[data-ready="true"]').waitFor({ state: "attached" });
    await page.waitForTimeout(1500);
    assert.equal(await notice.count(), 0, "of the shop that was open nothing is to be said");
    assertClean();
    await close();
  });

  test("with seven items the best epoch is still a choice, and it says by what", async () => {
    const { page, assertClean, close } = await lab.openPage();
    await give(page, [textFile("own.inter", newestFirst("timestamp:float"))]);
    await dataDialog(page).getByText("Kept: 8 users, 7 items, 48 clicks.").waitFor();
    await button(dataDialog(page), "Close").click();
    await goToPanel(page, "train");
    await button(page, "Play").click();
    await page
      .getByText(/^(Finished: 20 epochs|Stopped at epoch \d+)/)
      .first()
      .waitFor({ timeout: 120_000 });
    const best = await until(
      () => page.locator(".answered-by .note").innerText(),
      (text) => /^Best: epoch \d+, by NDCG@10 on validation\./.test(text),
      { what: "the best epoch" },
    );
    assert.doesNotMatch(best, /^Best: epoch 1,/, "an order that is certain is not learnt in one epoch");
    assertClean();
    await close();
  });
});
