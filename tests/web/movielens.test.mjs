// A visitor's own files: MovieLens-100K as RecBole writes it, and files that are wrong.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { button, choose, dataDialog as dialog, give, openButton, textFile } from "./ownFiles.mjs";
import { sharedData, startLab, until } from "./support.mjs";

const files = ["ml-100k.inter", "ml-100k.item"].map((name) => path.join(sharedData, name));
const missing = files.every((file) => existsSync(file)) ? false : `MovieLens-100K is not at ${sharedData}`;

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

describe("a visitor's own data", () => {
  test("MovieLens-100K: exact counts, and a short training beats popularity", { skip: missing }, async () => {
    const { page, assertClean, close } = await lab.openPage({ query: "?panel=train" });
    await give(page, files);
    await page.getByText("Kept: 943 users, 1,349 items, 99,287 clicks.").waitFor({ timeout: 60_000 });
    await button(dialog(page), "Close").click();
    const options = page.getByRole("listbox", { name: "Catalogue" }).getByRole("option");
    await until(
      () => options.count(),
      (count) => count > 0,
      { what: "the films" },
    );
    await until(() => button(page, "Play").isEnabled(), Boolean, { what: "the Play button" });
    await button(page, "Play").click();
    const row = (name) => page.getByRole("row", { name }).first();
    const ndcg = async (name) =>
      (await row(name).count()) > 0 ? Number.parseFloat(await row(name).getByRole("cell").first().innerText()) : null;
    const [own, popularity] = await until(
      async () => [await ndcg(/^This run/), await ndcg(/^popularity/)],
      ([now, floor]) => now !== null && floor !== null && now > 1.2 * floor,
      { timeout: 900_000, every: 1000, what: "clearly more than popularity" },
    );
    console.log(`NDCG@10 ${own}, popularity ${popularity}`);
    await button(page, "Stop").click();
    assertClean();
    await close();
  });

  test("a malformed line is named with its number, and the old data stays", async () => {
    const { page, close } = await lab.openPage({ query: "?panel=train" });
    const before = await page.getByRole("listbox", { name: "Catalogue" }).getByRole("option").first().innerText();
    const inter = "user_id:token\titem_id:token\ttimestamp:float\nu1\ti1\t1\nu1\ti2\tyesterday\n";
    await choose(page, [textFile("own.inter", inter)]);
    await page
      .getByText(/line 3/i)
      .first()
      .waitFor();
    await page
      .getByText(/yesterday/)
      .first()
      .waitFor();
    const after = await page.getByRole("listbox", { name: "Catalogue" }).getByRole("option").first().innerText();
    assert.equal(after, before);
    await close();
  });

  test("files may be dropped on the page", async () => {
    const { page, assertClean, close } = await lab.openPage();
    const lines = Array.from({ length: 8 }, (_, user) =>
      Array.from({ length: 6 }, (_, step) => `u${user}\ti${(user + step) % 7}\t${step}`),
    ).flat();
    const text = `user_id:token\titem_id:token\ttimestamp:float\n${lines.join("\n")}\n`;
    await page.evaluate((content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], "dropped.inter"));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    }, text);
    await openButton(page).click();
    await page.getByText("Kept: 8 users, 7 items, 48 clicks.").waitFor();
    assertClean();
    await close();
  });
});
