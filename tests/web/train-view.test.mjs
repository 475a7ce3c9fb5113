// What of the Train panel is on screen, and that nothing moves there: control row, six settings, curves; the rest behind a press.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { violations } from "./sides.mjs";
import { startLab, until } from "./support.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true };
/** Everything a visitor may be looking at while a run begins, goes on, and ends. */
const LOOKED_AT = [
  "#train-title",
  "#train .transport-buttons",
  "#train .progress-track",
  "#train .settings",
  '#train [data-figure="loss"] h3',
  '#train [data-figure="ndcg"] h3',
  "#train .train-choices",
];

const train = (page) => page.locator("#train");
const button = (page, name) => train(page).getByRole("button", { name, exact: true });

async function openTrain(query = "", options = {}) {
  const opened = await lab.openPage({ query: `?panel=train${query}`, ...options });
  await until(() => button(opened.page, "Play").isEnabled(), Boolean, { what: "the Play button" });
  return opened;
}

/** Tops in the window, by selector. */
async function tops(page) {
  const found = {};
  for (const selector of LOOKED_AT) {
    const box = await page.locator(selector).first().boundingBox();
    found[selector] = Math.round(box?.y ?? Number.NaN);
  }
  return found;
}

/** Follows the tops until `ended`, and says what moved. */
async function whatMoves(page, before, ended) {
  const moved = new Set();
  await until(
    async () => {
      for (const [selector, top] of Object.entries(await tops(page))) {
        if (Math.abs(top - before[selector]) > 1) moved.add(`${selector}: ${before[selector]} -> ${top}`);
      }
      return ended();
    },
    Boolean,
    { timeout: 120_000, every: 150, what: "the end of the run" },
  );
  return [...moved];
}

const isFinished = (page) => async () =>
  (await train(page)
    .getByText(/^Finished: \d+ epochs\.$/)
    .count()) > 0;

describe("the Train panel on screen", () => {
  test("at 1366 x 768 both curves are whole while it trains, and nothing moves from the press on Play to the verdict", async () => {
    const { page, assertClean, close } = await openTrain("&set=training.epochs:4");
    const before = await tops(page);
    await button(page, "Play").click();
    const moved = await whatMoves(page, before, isFinished(page));
    assert.deepEqual(moved, []);
    const foot = (await page.locator(".status-line").boundingBox()).y;
    for (const name of ["loss", "ndcg"]) {
      const { y, height } = await train(page).locator(`[data-figure="${name}"]`).boundingBox();
      assert.ok(y > 0 && y + height <= foot, `${name} ends at ${y + height}, the foot begins at ${foot}`);
    }
    await train(page)
      .getByText(/NDCG@10 \.\d{3} at epoch \d/)
      .first()
      .waitFor();
    assertClean();
    await close();
  });

  test("on a phone the curves come right after the control row, and nothing moves", async () => {
    const { page, assertClean, close } = await openTrain("&set=training.epochs:4", PHONE);
    const gap = await page.evaluate(() => {
      const bottom = document.querySelector("#train .transport").getBoundingClientRect().bottom;
      return document.querySelector("#train .train-charts").getBoundingClientRect().top - bottom;
    });
    assert.ok(gap <= 32, `${gap} px between the control row and the curves`);
    const before = await tops(page);
    await button(page, "Play").click();
    assert.deepEqual(await whatMoves(page, before, isFinished(page)), []);
    // The settings are behind one press, in one list.
    const settings = train(page).getByRole("region", { name: "Settings" });
    assert.equal(await settings.getByRole("textbox").count(), 0);
    await settings.getByRole("button", { name: "Settings: DIF-SR, 4 epochs" }).click();
    assert.ok((await settings.getByRole("textbox").count()) > 10);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 360);
    assertClean();
    await close();
  });

  test("six settings stand in a row; all others open over the curves, move none of them, and close by Escape", async () => {
    const { page, assertClean, close } = await openTrain();
    const settings = train(page).getByRole("region", { name: "Settings" });
    assert.equal(await settings.locator(".knob").count(), 6);
    const before = await tops(page);
    const all = settings.getByRole("button", { name: "All 24 settings" });
    await all.click();
    assert.equal(await settings.locator(".knob").count(), 24);
    await settings.getByRole("button", { name: "What do these do?" }).click();
    await settings
      .locator("dl")
      .getByText(/Size of Adam’s steps/)
      .waitFor();
    assert.deepEqual(await tops(page), before);
    assert.deepEqual(await violations(page, "#train"), []);
    await page.keyboard.press("Escape");
    assert.equal(await settings.locator(".knob").count(), 6);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "All 24 settings");
    assertClean();
    await close();
  });

  test("a slip of the keyboard is told beside its field and moves nothing", async () => {
    const { page, close } = await openTrain();
    const before = await tops(page);
    const epochs = train(page).getByRole("textbox", { name: "Epochs", exact: true });
    await epochs.fill("0");
    await train(page).getByText("A whole number from 1 to 10000.").waitFor();
    assert.deepEqual(await tops(page), before);
    await close();
  });

  test("a changed setting makes the button Restart with changes, moves nothing, and is in the link", async () => {
    const { page, assertClean, close } = await openTrain("&set=training.epochs:200");
    const before = await tops(page);
    await button(page, "Play").click();
    await page.getByText("Training.", { exact: true }).first().waitFor({ timeout: 60_000 });
    await train(page).getByRole("textbox", { name: "Seed", exact: true }).fill("7");
    await button(page, "Restart with changes").waitFor();
    await train(page)
      .getByText(/Changed: Seed\. The run on screen keeps its own settings\./)
      .waitFor();
    assert.deepEqual(await tops(page), before);
    const query = () => page.evaluate(() => new URLSearchParams(location.search).get("set"));
    await until(query, (set) => set === "training.epochs:200,training.seed:7", { what: "the settings in the address" });
    await button(page, "Restart with changes").click();
    await train(page).getByText("Changed:").waitFor({ state: "detached" });
    await page.getByText("Training.", { exact: true }).first().waitFor({ timeout: 60_000 });
    await button(page, "Stop").click();
    assertClean();
    await close();
  });

  test("settings come from a link; what is no setting is left out and named", async () => {
    const set = "training.epochs:3,training.nonsense:1,training.seed:-1,model.n_heads:4";
    const { page, assertClean, close } = await openTrain(`&train=sasrec&set=${set}`);
    await page
      .getByText(/could not be used and was left out: set=training.nonsense:1, set=training.seed:-1\./)
      .waitFor();
    const epochs = train(page).getByRole("textbox", { name: "Epochs", exact: true });
    assert.equal(await epochs.inputValue(), "3");
    assert.equal(await train(page).getByRole("combobox", { name: "Heads" }).inputValue(), "4");
    const model = train(page).getByRole("combobox", { name: "Model to train" });
    assert.equal(await model.inputValue(), "sasrec");
    assertClean();
    await close();
  });

  test("a trainer that dies moves nothing: what happened and the ways on stand where Play stood", async () => {
    const { page, close } = await openTrain("&set=training.epochs:200");
    const before = await tops(page);
    await button(page, "Play").click();
    await page.getByText("Training.", { exact: true }).first().waitFor({ timeout: 60_000 });
    const trainer = page.workers().find((worker) => worker.url().includes("trainer"));
    await trainer.evaluate(() => self.close());
    await train(page).getByRole("alert").getByText("The training worker stopped.").waitFor({ timeout: 10_000 });
    // From what was kept, or from the beginning where the trainer died before anything was.
    await train(page)
      .getByRole("button", { name: /^(Continue|Start) on CPU$/ })
      .waitFor();
    const after = await tops(page);
    // What the browser said stands between curves and choices, which nobody looks at then.
    assert.deepEqual({ ...after, "#train .train-choices": before["#train .train-choices"] }, before);
    await close();
  });

  test("without a connection Play says what is missing, and Try again trains", async () => {
    const { page, context, close } = await openTrain("&set=training.epochs:200", { serviceWorkers: "block" });
    await context.setOffline(true);
    await button(page, "Play").click();
    await train(page)
      .getByRole("alert")
      .getByText(/Nothing arrived from http:\/\/localhost:\d+\. Check the connection/)
      .waitFor();
    await context.setOffline(false);
    await button(page, "Try again").click();
    await page.getByText("Training.", { exact: true }).first().waitFor({ timeout: 60_000 });
    await close();
  });

  test("a run that needs more memory than a page can have is refused in GB, with what needs less", async () => {
    const huge = { hidden_size: 256, inner_size: 4096, n_layers: 32, max_length: 1024 };
    const set = Object.entries(huge).map(([name, value]) => `model.${name}:${value}`);
    const { page, close } = await openTrain(`&set=${set.join(",")},training.train_batch_size:4096`);
    await button(page, "Play").click();
    const refusal = train(page).getByRole("alert");
    await refusal.getByText(/It would need about [\d.,]+\sGB of memory; [\d.,]+\sGB is the most/).waitFor();
    assert.doesNotMatch(await refusal.innerText(), /sampled_softmax|bytes/);
    await close();
  });

  test("floors and rule are those of the comparison", async () => {
    const { page, close } = await openTrain("&set=training.epochs:1");
    const rows = ["best possible", "item cosine", "windowed Markov", "Markov", "popularity"];
    for (const name of rows)
      await train(page)
        .getByRole("row", { name: new RegExp(`^${name}`) })
        .waitFor();
    await button(page, "Play").click();
    await until(isFinished(page), Boolean, { timeout: 60_000, what: "the end of the run" });
    // One epoch is not enough for the strongest floor, which Compare would name, too.
    await train(page)
      .getByText(/not clearly above windowed Markov \(\.\d{3}\)/)
      .waitFor();
    await train(page)
      .locator(".verdict")
      .getByText(/below .*windowed Markov/)
      .waitFor();
    await close();
  });

  test("once something was trained, nothing says that nothing was", async () => {
    const { page, close } = await openTrain("&data=department_chains&seed=3&s=1.2.3&set=training.epochs:1");
    const nothing = page.getByText(/No model has been trained on (this data|it) yet/);
    await nothing.first().waitFor();
    await button(page, "Play").click();
    await until(isFinished(page), Boolean, { timeout: 60_000, what: "the end of the run" });
    await nothing.first().waitFor({ state: "detached" });
    await page.getByRole("button", { name: /^Answered by: / }).click();
    await page
      .getByRole("dialog")
      .getByRole("radio", { name: /DIF-SR/ })
      .first()
      .waitFor();
    assert.equal(await nothing.count(), 0);
    await close();
  });
});
