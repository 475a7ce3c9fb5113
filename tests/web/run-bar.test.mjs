// The run under way goes along into every panel, on every width, whoever began it; nothing moves when it comes or goes.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { violations } from "./sides.mjs";
import { goToPanel, passing, startLab, until } from "./support.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true };
const bar = (page) => page.getByRole("region", { name: "Training run" });
const inBar = (page, name) => bar(page).getByRole("button", { name, exact: true });

async function open(panel, set, options = {}) {
  const opened = await lab.openPage({ query: `?panel=${panel}&${set}`, ...options });
  const { page } = opened;
  const start = page.locator(`#${panel} .transport-buttons button`).first();
  await until(() => start.isEnabled(), Boolean, { what: "the button that trains" });
  return { ...opened, start };
}

/** Whether the bar lies whole in the window, and over no tab. */
async function isInView(page) {
  return page.evaluate(() => {
    const box = document.querySelector(".run-bar").getBoundingClientRect();
    const tabs = document.querySelector(".panel-tabs")?.getBoundingClientRect();
    const end = tabs ? tabs.top : innerHeight;
    return box.height > 20 && box.top > 0 && box.bottom <= end + 1 && box.left >= 0 && box.right <= innerWidth;
  });
}

const epochOf = (text) => Number(/epoch (\d+) \//.exec(text)?.[1] ?? 0);

describe("the run bar", () => {
  for (const [name, options, panels] of [
    ["a wide screen", {}, ["why", "compare", "side", "paper", "train"]],
    ["a phone", PHONE, ["session", "next", "why", "compare", "side", "paper", "train"]],
  ]) {
    test(`on ${name} it goes on in every panel, and is paused and stopped from there`, async () => {
      const { page, start, assertClean, close } = await open("train", "set=training.epochs:300", options);
      assert.equal(await bar(page).count(), 0, "nothing trains yet");
      await start.click();
      await until(
        async () => epochOf(await bar(page).innerText()),
        (epoch) => epoch >= 1,
        {
          timeout: 60_000,
          what: "the first epoch in the bar",
        },
      );
      for (const panel of panels) {
        await goToPanel(page, panel);
        assert.ok(await isInView(page), `the bar in ${panel}`);
      }
      await goToPanel(page, "paper");
      const before = epochOf(await bar(page).innerText());
      await until(
        async () => epochOf(await bar(page).innerText()),
        (epoch) => epoch > before,
        {
          timeout: 60_000,
          what: "the next epoch",
        },
      );
      await bar(page)
        .getByText(/NDCG@10 \.\d{3}/)
        .waitFor();
      await inBar(page, "Pause the run").click();
      await bar(page)
        .getByText(/^Paused in epoch \d+\.$/)
        .waitFor();
      await page
        .getByRole("status")
        .getByText(/Paused in epoch/)
        .waitFor({ state: "attached" });
      await inBar(page, "Go on with the run").click();
      await inBar(page, "Pause the run").waitFor();
      await inBar(page, "Stop the run").click();
      await bar(page)
        .getByText(/Stopped in epoch \d+/)
        .waitFor();
      await inBar(page, "Put this away").click();
      await bar(page).waitFor({ state: "detached" });
      assertClean();
      await close();
    });
  }

  test("what is read stays where it is while a run begins, ends and is put away", async () => {
    const { page, start, close } = await open("train", "set=training.epochs:3");
    await start.click();
    await goToPanel(page, "why");
    // The lower part of the panel comes by itself.
    await page.locator("#why [data-figure=row] h3").waitFor();
    await page.evaluate(() => scrollTo(0, 200));
    const places = () =>
      page.evaluate(() =>
        ["#why-title", "#map-fused", "#why [data-figure=row] h3", ".status-line"].map(
          (selector) => document.querySelector(selector)?.getBoundingClientRect().top,
        ),
      );
    const before = await places();
    await bar(page)
      .getByText(/NDCG@10 \.\d{3} at epoch \d/)
      .waitFor({ timeout: 90_000 });
    assert.deepEqual(await places(), before);
    await inBar(page, "Put this away").click();
    await bar(page).waitFor({ state: "detached" });
    assert.deepEqual(await places(), before);
    await close();
  });

  test("its end leads to the panel it is at home in, and stands in every panel until it is put away", async () => {
    const { page, start, close } = await open("train", "set=training.epochs:2");
    await start.click();
    await goToPanel(page, "paper");
    const verdict = bar(page).getByRole("link", { name: /NDCG@10 \.\d{3} at epoch \d/ });
    await verdict.click({ timeout: 90_000 });
    await page.locator("#train").waitFor();
    for (const panel of ["why", "compare", "train"]) {
      await goToPanel(page, panel);
      assert.ok(await isInView(page), `the verdict in ${panel}`);
    }
    await inBar(page, "Put this away").click();
    await bar(page).waitFor({ state: "detached" });
    await close();
  });

  test("runs of the comparison are in it, too: which of how many, and the verdict at the end", async () => {
    const { page, start, assertClean, close } = await open("compare", "cmp-epochs=2");
    await start.click();
    await goToPanel(page, "why");
    await passing(page, ".run-bar", /run 1 of 3[\s\S]*epoch/, "Pause the run");
    await inBar(page, "Go on with the run").click();
    await passing(page, ".run-bar", /run 2 of 3/);
    await bar(page)
      .getByText(/test NDCG@10/)
      .waitFor({ timeout: 90_000 });
    await page
      .getByRole("status")
      .getByText(/test NDCG@10/)
      .waitFor({ state: "attached" });
    await bar(page).getByRole("link").click();
    await page.locator("#compare").waitFor();
    assertClean();
    await close();
  });

  test("Compare stays where it is while its runs end", async () => {
    const { page, close } = await open("train", "cmp-epochs=2");
    await goToPanel(page, "compare");
    const title = page.locator("#compare-title");
    const before = Math.round((await title.boundingBox()).y);
    await page.locator("#compare").getByRole("button", { name: "Train all", exact: true }).click();
    const moved = new Set();
    await until(
      async () => {
        moved.add(Math.round((await title.boundingBox()).y));
        return page.locator("#compare").getByText("All runs are finished.").count();
      },
      (count) => count > 0,
      { timeout: 120_000, every: 200, what: "the end of all runs" },
    );
    assert.deepEqual([...moved], [before]);
    assert.equal(await page.evaluate(() => document.querySelector(".panel-bar [aria-current]").textContent), "Compare");
    await close();
  });

  /** Once the bar has these words: whether all of them are in it, and how high it is. */
  async function read(page, words) {
    const found = await page.waitForFunction(
      (pattern) => {
        const text = document.querySelector(".run-bar-text");
        if (!text || !new RegExp(pattern).test(text.innerText)) return null;
        const isWhole = text.scrollWidth <= text.clientWidth && text.scrollHeight <= text.clientHeight + 1;
        return { isWhole, height: text.parentElement.offsetHeight };
      },
      words.source,
      { polling: "raf", timeout: 90_000 },
    );
    return found.jsonValue();
  }

  for (const [name, options, height] of [
    ["a wide screen", {}, 28],
    ["a phone", PHONE, 44],
  ])
    test(`has its numbers and verdicts whole, and one height: ${name}`, async () => {
      for (const [panel, set, verdict] of [
        ["train", "set=training.epochs:4", /NDCG@10 \.\d{3} at epoch \d/],
        ["compare", "cmp-epochs=4", /Highest test NDCG@10: .+ \.\d{3}/],
      ]) {
        const { page, start, close } = await open(panel, set, options);
        await start.click();
        for (const words of [/epoch \d[\s\S]*NDCG@10 \.\d{3}/, verdict])
          assert.deepEqual(await read(page, words), { isWhole: true, height }, `${panel}: ${words}`);
        if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/bar-${panel}-${height}.png` });
        await close();
      }
    });

  test("leaving the page asks while a run is under way, and only then", async () => {
    const { page, start, close } = await open("train", "set=training.epochs:300");
    const asked = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss();
    });
    await start.click();
    await until(
      async () => epochOf(await bar(page).innerText()),
      (epoch) => epoch >= 1,
      { timeout: 60_000, what: "a run" },
    );
    await page.evaluate(() => location.reload());
    await until(
      () => asked.length,
      (count) => count === 1,
      { what: "the question" },
    );
    assert.deepEqual(asked, ["beforeunload"]);
    await inBar(page, "Stop the run").click();
    await bar(page)
      .getByText(/Stopped in epoch/)
      .waitFor();
    await Promise.all([page.waitForEvent("load"), page.evaluate(() => location.reload())]);
    assert.equal(asked.length, 1, "nothing is lost any more");
    await close();
  });

  test("has no accessibility violation, under way or over, in either theme", async () => {
    const found = [];
    for (const options of [{ colorScheme: "dark" }, { colorScheme: "light", ...PHONE }]) {
      const { page, start, close } = await open("train", "set=training.epochs:3", {
        ...options,
        reducedMotion: "reduce",
      });
      await start.click();
      await goToPanel(page, "why");
      await bar(page)
        .getByText(/epoch \d/)
        .first()
        .waitFor({ timeout: 60_000 });
      found.push(...(await violations(page, ".run-bar")));
      await inBar(page, "Put this away").waitFor({ timeout: 90_000 });
      found.push(...(await violations(page, ".run-bar")));
      await close();
    }
    assert.deepEqual(found, []);
  });
});
