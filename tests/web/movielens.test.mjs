// A visitor's own files: MovieLens-100K as RecBole writes it, and files that are wrong.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { sharedData, startLab, until } from "./support.mjs";

const files = ["ml-100k.inter", "ml-100k.item"].map((name) => path.join(sharedData, name));
const missing = files.every((file) => existsSync(file)) ? false : `MovieLens-100K is not at ${sharedData}`;

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const button = (page, name) => page.getByRole("button", { name, exact: true });

async function give(page, given) {
  await page.locator('input[type="file"]').first().setInputFiles(given);
}

describe("a visitor's own data", () => {
  test("MovieLens-100K: exact counts, and a short training beats popularity", { skip: missing }, async () => {
    const { page, assertClean, close } = await lab.openPage({ query: "?panel=train" });
    await give(page, files);
    for (const figure of ["943", "1,349", "99,287"]) {
      await page.getByText(figure).first().waitFor({ timeout: 60_000 });
    }
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
      ([now, floor]) => now !== null && floor !== null && now > floor,
      { timeout: 900_000, every: 1000, what: "more than popularity" },
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
    await give(page, [{ name: "own.inter", mimeType: "text/plain", buffer: Buffer.from(inter) }]);
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
});
