// A long run costs no more memory than a short one: what it tells is drawn, and nothing of it is kept twice.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { weighCalmly } from "./memory.mjs";
import { startLab, until } from "./support.mjs";

/** The smallest model there is, so that many steps take little time, and no end but that of its epochs. */
const SETTINGS = {
  "training.epochs": 40,
  "training.train_batch_size": 2,
  "training.stopping_step": 0,
  "model.hidden_size": 8,
  "model.inner_size": 8,
  "model.n_layers": 1,
  "model.n_heads": 1,
};
const QUERY = `?panel=train&train=sasrec&set=${Object.entries(SETTINGS)
  .map(([path, value]) => `${path}:${value}`)
  .join(",")}`;
/** Of about 60,000 steps, on the first shop. Their losses, each a number of 8 bytes, are less than two megabytes. */
const FROM_PERCENT = 5;
const TO_PERCENT = 70;
const MB = 1e6;
const MOST_HEAP = 3 * MB;
const MOST_PROCESS = 40 * MB;

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

describe("memory while training", () => {
  test("stays flat over 20,000 steps and more", {
    timeout: 900_000,
    skip: process.platform !== "linux" && "reads /proc",
  }, async () => {
    const { page, context, assertClean, close } = await lab.openPage({ query: QUERY });
    const session = await context.newCDPSession(page);
    const play = page.getByRole("button", { name: "Play", exact: true });
    await until(() => play.isEnabled(), Boolean, { what: "the Play button" });
    await play.click();
    const bar = page.getByRole("progressbar", { name: "Training progress" }).first();
    const progress = async () => Number(await bar.getAttribute("aria-valuenow"));
    const weighAt = async (percent) => {
      await until(progress, (now) => now >= percent, { timeout: 400_000, every: 200, what: `${percent} % of the run` });
      const found = await weighCalmly(lab.browser, session);
      assert.ok((await progress()) < 100, "the run goes on: its end gives back what it held");
      return found;
    };
    const early = await weighAt(FROM_PERCENT);
    const late = await weighAt(TO_PERCENT);
    const grown = { heap: late.heap - early.heap, process: late.process - early.process };
    const inMB = (bytes) => (bytes / MB).toFixed(1);
    console.log(
      `heap ${inMB(early.heap)} MB, then ${inMB(late.heap)} MB; process ${inMB(early.process)} MB, then ${inMB(late.process)} MB`,
    );
    assert.ok(grown.heap < MOST_HEAP, `the page's heap grew by ${inMB(grown.heap)} MB`);
    assert.ok(grown.process < MOST_PROCESS, `the page's process grew by ${inMB(grown.process)} MB`);
    assertClean();
    await close();
  });
});
