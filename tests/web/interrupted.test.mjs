// A run under way outlives the page: after a reload it goes on from its last step, to the same end, bit for bit on the CPU.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { endOf, finished, goOn, killTrainer, lostRun, offer, rest } from "./brokenOff.mjs";
import { button, dataDialog, give, textFile } from "./ownFiles.mjs";
import { startLab, until } from "./support.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const QUERY = "?panel=train&epochs=8";

let known = null;
/** The end of the same run without a break. */
async function whole() {
  if (known) return known;
  const { page, assertClean, close } = await lab.openPage({ query: QUERY });
  await button(page, "Play").click();
  await finished(page);
  known = await endOf(page);
  assertClean();
  await close();
  return known;
}

/** Plays into `epoch`, and rests: what is there is written down. A quick machine is through it all in a second. */
async function trainABit(page, epoch = 2) {
  await button(page, "Play").click();
  await page.waitForFunction(
    (first) => Number(/(\d+) \/ \d+/.exec(document.querySelector(".run-facts")?.innerText)?.[1]) >= first,
    epoch,
  );
  await rest(page);
}

describe("a run that was broken off", () => {
  test("goes on after a reload, to the end that it would have come to", async () => {
    const expected = await whole();
    const { page, assertClean, close } = await lab.openPage({ query: QUERY });
    await trainABit(page);
    await page.reload();
    await offer(page).waitFor();
    await page
      .locator(".run-bar")
      .getByText(/^DIF-SR .*on Shop: brand loyal, broken off just now\.$/)
      .waitFor();
    await goOn(page).click();
    await finished(page);
    assert.ok(expected.equals(await endOf(page)), "the same weights, bit for bit");
    // It is over: nothing is offered any more.
    await page.reload();
    await page.getByRole("button", { name: /^Answered by: / }).waitFor();
    await page.waitForTimeout(1500);
    assert.equal(await offer(page).count(), 0);
    assertClean();
    await close();
  });

  test("brings its own data back, which no address names", async () => {
    const { page, assertClean, close } = await lab.openPage();
    // So much of it that a run is still going when it is broken off.
    const rows = Array.from(
      { length: 40_000 },
      (_, row) => `u${row % 3001},p${(row * 7) % 523},${1_700_000_000 + row}`,
    );
    await give(page, [textFile("mine.csv", `user,item,time\n${rows.join("\n")}\n`)]);
    await dataDialog(page)
      .getByText(/^Open now: mine/)
      .waitFor();
    await button(dataDialog(page), "Train a model").click();
    await trainABit(page, 1);
    await page.reload();
    await offer(page).waitFor();
    await page
      .locator(".run-bar")
      .getByText(/on mine, broken off/)
      .waitFor();
    await goOn(page).click();
    await page.getByRole("button", { name: "Data: mine", exact: true }).waitFor();
    await until(
      () => page.locator(".run-bar").innerText(),
      (text) => /epoch|finished|stopped|training/i.test(text),
      { what: "that it goes on" },
    );
    assert.equal(await offer(page).count(), 0);
    assertClean();
    await close();
  });

  test("is deleted at two presses, and offered to no tab while another one trains it", async () => {
    const { page, context, assertClean, close } = await lab.openPage({ query: QUERY });
    await trainABit(page);
    const other = await context.newPage();
    await other.goto(page.url());
    await other.getByRole("button", { name: /^Answered by: / }).waitFor();
    await other.waitForTimeout(1500);
    assert.equal(await offer(other).count(), 0, "it still goes on here");
    await page.close();
    await other.reload();
    await offer(other).waitFor();
    await other.getByRole("button", { name: "Delete it" }).click();
    await other.getByRole("button", { name: "Delete the run?" }).click();
    await until(
      () => offer(other).count(),
      (count) => count === 0,
      { what: "no offer" },
    );
    await other.reload();
    await other.waitForTimeout(2000);
    assert.equal(await offer(other).count(), 0);
    assertClean();
    await close();
  });

  test("goes on in one tab, where two were asked", async () => {
    const { page, context, assertClean, close } = await lab.openPage({ query: QUERY });
    await trainABit(page);
    await page.reload();
    await offer(page).waitFor();
    const other = await context.newPage();
    await other.goto(page.url());
    await offer(other).waitFor();
    await goOn(page).click();
    await until(
      () => offer(page).count(),
      (count) => count === 0,
      { what: "that it goes on here" },
    );
    await goOn(other).click();
    await until(
      () => offer(other).count(),
      (count) => count === 0,
      { what: "that the other tab leaves it" },
    );
    await finished(page);
    assert.ok((await whole()).equals(await endOf(page)), "the same weights, bit for bit");
    assertClean();
    await close();
  });

  test("goes on when its worker was killed, to the same end", async () => {
    const { page, close } = await lab.openPage({ query: QUERY });
    await trainABit(page);
    await button(page, "Play").first().click();
    await button(page, "Pause").first().waitFor();
    await killTrainer(page);
    await lostRun(page).waitFor();
    await page.locator("#train").getByRole("button", { name: "Continue on CPU" }).click();
    await finished(page);
    assert.ok((await whole()).equals(await endOf(page)), "the same weights, bit for bit");
    await page.reload();
    await page.getByRole("button", { name: /^Answered by: / }).waitFor();
    await page.waitForTimeout(1500);
    assert.equal(await offer(page).count(), 0, "a run that is over is not offered");
    await close();
  });
});
