// Training in the browser on the CPU: it learns the planted rule, the visitor's list follows, nothing blocks, nothing is lost.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { bestOf, LONG_TASK, longestTask, nextTexts, startLab, until } from "./support.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const button = (page, name) => page.getByRole("button", { name, exact: true });

/** The figure in a row of the run's table, NDCG@10 first. */
async function figure(page, row, column = 0) {
  const cell = page.getByRole("row", { name: row }).first().getByRole("cell").nth(column);
  return (await cell.count()) > 0 ? Number.parseFloat((await cell.innerText()).replace(",", "")) : null;
}

const openTrain = (options = {}) => lab.openPage({ query: "?panel=train", ...options });

async function play(page) {
  await until(() => button(page, "Play").isEnabled(), Boolean, { what: "the Play button" });
  await button(page, "Play").click();
}

describe("training on the CPU", () => {
  test("reaches half of the best possible NDCG@10 while the visitor's list follows", async () => {
    const { page, assertClean, close } = await openTrain();
    const lists = new Set();
    await play(page);
    const [reached, best] = await until(
      async () => {
        lists.add((await nextTexts(page)).join("\n"));
        return [await figure(page, /^This run/), await figure(page, /^best possible/)];
      },
      ([now, ceiling]) => now !== null && ceiling !== null && now > ceiling / 2,
      { timeout: 300_000, every: 500, what: "half of the ceiling" },
    );
    console.log(`NDCG@10 ${reached} of the best possible ${best}; the visitor's list was seen in ${lists.size} states`);
    assert.ok(lists.size >= 3, `the list was seen in ${lists.size} states`);
    assertClean();
    await close();
  });

  test("no task on the page's thread is long while it trains and the visitor clicks", async () => {
    const { page, close } = await openTrain();
    await play(page);
    await page.getByText("Training.", { exact: true }).first().waitFor({ timeout: 60_000 });
    const tile = await page.getByRole("listbox", { name: "Catalogue" }).getByRole("option").first().boundingBox();
    const work = await bestOf(3, LONG_TASK, async () => {
      const { cpu, wall } = await longestTask(lab.browser, page, async () => {
        for (let click = 0; click < 4; click++) {
          await page.mouse.click(tile.x + tile.width / 2, tile.y + tile.height / 2);
          await new Promise((resolve) => setTimeout(resolve, 1000));
        }
      });
      console.log(`longest task: ${cpu.toFixed(1)} ms of work, ${wall.toFixed(1)} ms on the clock of this machine`);
      assert.ok(cpu > 0, "no task was seen at all");
      return cpu;
    });
    assert.ok(work <= LONG_TASK, `a task of ${work} ms blocked the page`);
    await close();
  });

  test("a pause takes effect within a step or 300 ms, and play goes on", async () => {
    const { page, close } = await openTrain();
    await play(page);
    await page.getByText("Training.", { exact: true }).first().waitFor({ timeout: 60_000 });
    const took = await bestOf(5, 300, async () => {
      const ms = await page.evaluate(async () => {
        const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
        const pause = [...document.querySelectorAll("button")].find((one) => one.textContent.trim() === "Pause");
        const start = performance.now();
        pause.click();
        while (!/Paused in epoch/.test(document.querySelector('[data-panel="train"]').textContent)) await frame();
        return performance.now() - start;
      });
      const progress = () => page.getByRole("progressbar", { name: "Training progress" }).getAttribute("aria-valuenow");
      const rest = await progress();
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.equal(await progress(), rest, "no step is taken while it is paused");
      await play(page);
      await page.getByText("Training.", { exact: true }).first().waitFor();
      return ms;
    });
    console.log(`from the press on Pause to rest: ${took.toFixed(0)} ms`);
    assert.ok(took <= 300, `the pause took ${took} ms`);
    await button(page, "Stop").click();
    await page
      .getByText(/Stopped in epoch/)
      .first()
      .waitFor({ timeout: 4000 });
    await close();
  });

  test("a trainer that dies is told, its snapshot kept, and training goes on", async () => {
    const { page, close } = await openTrain();
    await play(page);
    await until(
      () => figure(page, /^This run/),
      (value) => value !== null,
      { timeout: 120_000, what: "an evaluation" },
    );
    const trainer = page.workers().find((worker) => worker.url().includes("trainer"));
    assert.ok(trainer, "the trainer has a worker of its own");
    // close() ends the thread without an event: only its lifeline tells.
    await trainer.evaluate(() => self.close());
    const train = page.locator("#train");
    await train.getByText("The training worker stopped.").waitFor({ timeout: 10_000 });
    await train.getByText(/Nothing is lost: (epoch|step) [\d,]+ is kept/).waitFor();
    await train.getByRole("button", { name: "Continue on CPU" }).click();
    await page.getByText("Training.", { exact: true }).first().waitFor({ timeout: 60_000 });
    await close();
  });

  test("an engine that panics comes back with the visitor's data", async () => {
    const { page, close } = await lab.openPage();
    const engine = page.workers().find((worker) => worker.url().includes("engine"));
    await engine.evaluate(() => {
      setTimeout(() => {
        throw new WebAssembly.RuntimeError("unreachable");
      });
    });
    await page
      .getByText(/was started again/)
      .first()
      .waitFor({ timeout: 10_000 });
    const tile = page.getByRole("listbox", { name: "Catalogue" }).getByRole("option").first();
    const before = (await nextTexts(page)).join();
    await tile.click();
    await until(
      async () => (await nextTexts(page)).join(),
      (now) => now !== before,
      { what: "another list" },
    );
    await close();
  });
});
