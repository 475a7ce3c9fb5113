// What of the Train panel is on screen, and that nothing moves there: control row, six settings, curves; the rest behind a press.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startLab, until } from "./support.mjs";
import { button, openTrain as openIn, PHONE, tops, train } from "./train.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const openTrain = (...given) => openIn(lab, ...given);

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
    .getByText(/^Finished: \d+ epochs?\.$/)
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

  test("losses are switched off, smoothed and put on a logarithmic scale; the link says so, and the table holds what was measured", async () => {
    const { page, assertClean, close } = await openTrain("&set=training.epochs:3,training.stopping_step:0");
    await button(page, "Play").click();
    await until(isFinished(page), Boolean, { timeout: 120_000, what: "the end of the run" });
    const loss = train(page).locator('[data-figure="loss"]');
    const spoken = () => loss.getByRole("slider").getAttribute("aria-valuetext");
    const paths = () => loss.locator(".chart path[stroke-linejoin]").count();
    const before = await spoken();
    assert.match(before, /total \d/);
    const [lines] = [await paths()];

    await loss.getByText("Lines, scale, smoothing").click();
    await loss.getByRole("checkbox", { name: "total" }).uncheck();
    await loss.getByRole("radio", { name: "Logarithmic" }).click();
    await loss.getByRole("radio", { name: "Much" }).click();
    await until(spoken, (now) => !/total/.test(now) && /next item \d/.test(now), { what: "the lines that are left" });
    // Behind each of them, thin, what it is the mean of.
    assert.equal(await paths(), 2 * (lines - 1));
    await loss
      .getByText(/smoothed, thin: as measured/)
      .first()
      .waitFor();
    const ticks = await loss.locator(".chart svg text").allTextContents();
    assert.ok(["0.1", "1", "10"].every((tick) => ticks.includes(tick)) || ticks.includes("0.2"), ticks.join(" "));
    const link = () => page.evaluate(() => location.search);
    await until(link, (now) => /loss-off=total&loss-scale=log&smooth=much/.test(now), {
      what: "the choices in the address",
    });

    await loss.getByRole("button", { name: "Table" }).click();
    const head = (await loss.getByRole("columnheader").allInnerTexts()).join(" ");
    assert.match(head, /total/);
    const total = /total ([\d.]+)/.exec(before)[1];
    assert.match(await loss.getByRole("row").last().innerText(), new RegExp(`\\b${total.replace(".", "\\.")}`));
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
    // Parts of the panel that did not arrive have such a button, too.
    await train(page).locator(".transport").getByRole("button", { name: "Try again", exact: true }).click();
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
      .getByText(/(clearly below|cannot be told apart from) windowed Markov \(\.\d{3}\)/)
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

  test("what goes on is said below the progress; while a run is prepared no number of the one before is shown", async () => {
    const { page, close } = await openTrain("&set=training.epochs:1");
    await button(page, "Play").click();
    await until(isFinished(page), Boolean, { timeout: 60_000, what: "the end of the run" });
    const progress = await train(page).locator(".transport-progress").boundingBox();
    const state = await train(page).locator(".transport-state").boundingBox();
    assert.ok(state.y >= progress.y + progress.height, "below, not beside");
    assert.equal(state.x, progress.x);
    // Every change of the words is looked at: on a quick machine preparing is over within a frame.
    const shown = await page.evaluate(async () => {
      const row = document.querySelector("#train .transport");
      const read = (selector) => row.querySelector(selector).textContent;
      const [facts, prepared] = [read(".run-facts"), []];
      const isOver = new Promise((resolve) => {
        new MutationObserver(() => {
          const said = read(".transport-state");
          if (!/^(Training|Finished|Ranking|Paused)/.test(said)) prepared.push(read(".run-facts"));
          else if (prepared.length > 0) resolve();
        }).observe(row, { subtree: true, childList: true, characterData: true });
      });
      row.querySelector(".transport-buttons button").click();
      await Promise.race([isOver, new Promise((resolve) => setTimeout(resolve, 20_000))]);
      return { facts, prepared };
    });
    assert.match(shown.facts, /1 \/ 1/, "the first run has its numbers");
    assert.ok(shown.prepared.length > 0, "the second run was seen while it was prepared");
    assert.deepEqual(new Set(shown.prepared), new Set([""]));
    await close();
  });

  for (const colorScheme of ["light", "dark"]) {
    test(`a button that cannot be pressed looks it, and can be read: ${colorScheme}`, async () => {
      const { page, close } = await openTrain("", { colorScheme });
      const looks = await page.evaluate(() => {
        const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
        const paper = getComputedStyle(document.body).backgroundColor;
        /** Red, green and blue of colours laid over one another. */
        const mixed = (...colours) => {
          for (const colour of colours) {
            context.fillStyle = colour;
            context.fillRect(0, 0, 1, 1);
          }
          return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
        };
        const light = (rgb) => {
          const [r, g, b] = rgb.map((one) =>
            one / 255 <= 0.04045 ? one / 3294.6 : ((one / 255 + 0.055) / 1.055) ** 2.4,
          );
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const look = (one) => {
          const { color, backgroundColor, borderColor } = getComputedStyle(one);
          const [ink, ground] = [light(mixed(paper, color)), light(mixed(paper, backgroundColor))];
          const contrast = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
          return { colours: `${color} ${backgroundColor} ${borderColor}`, contrast };
        };
        document.documentElement.style.setProperty("--calm", "0s");
        return [".button-solid", ".button-plain"].map((selector) => {
          const one = document.querySelector(`#train .transport-buttons ${selector}:enabled`);
          one.style.transition = "none";
          const before = look(one);
          one.disabled = true;
          const after = look(one);
          one.disabled = false;
          return { selector, before, after };
        });
      });
      for (const { selector, before, after } of looks) {
        assert.notEqual(after.colours, before.colours, selector);
        assert.ok(after.contrast >= 3, `${selector} cannot be read: ${after.contrast.toFixed(2)} to 1`);
        assert.ok(after.contrast < before.contrast - 1, `${selector} looks as if it could be pressed`);
      }
      await close();
    });
  }
});
