// The workbench: what a run will take before it starts, settings that go together, when a run rests and what it asks of the screen.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { keptRuns } from "./kept.mjs";
import { violations } from "./sides.mjs";
import { startLab, until } from "./support.mjs";
import { button, openTrain as openIn, PHONE, tops, train } from "./train.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const openTrain = (...given) => openIn(lab, ...given);
const takes = (page) => train(page).locator(".takes");
const preset = (page, name) => train(page).getByRole("radio", { name });
const textbox = (page, name) => train(page).getByRole("textbox", { name, exact: true });

/** Waits for the last epoch. */
const finished = (page, epochs) =>
  page
    .getByText(new RegExp(`^Finished: ${epochs} epochs?\\b`))
    .first()
    .waitFor({ timeout: 120_000 });

/** What the panel says that a run will take, by name: "memory": "4.1 MB". */
async function sizes(page) {
  await takes(page).locator(".takes-sizes dd").first().waitFor();
  return Object.fromEntries(
    await takes(page)
      .locator(".takes-sizes > div")
      .evaluateAll((all) => all.map((one) => [...one.children].map((part) => part.textContent))),
  );
}

/** The newest run that the page has kept. */
const newestRecord = async (page) => (await keptRuns(page)).sort((a, b) => b.ended - a.ended)[0];

const number = (text) => Number(text.replaceAll(/[^\d.]/g, ""));
const UNITS = { B: 1, KB: 1e3, MB: 1e6, GB: 1e9, s: 1e3, min: 6e4 };
/** "about 4.2 s" as 4200, "170 KB" as 170000. */
const quantity = (text) => number(text) * UNITS[/[A-Za-z]+$/.exec(text)[0]];

async function measure(page) {
  const before = await tops(page);
  await takes(page).getByRole("button", { name: "Measure", exact: true }).click();
  await takes(page)
    .getByText(/timed on .* just now\./)
    .waitFor({ timeout: 120_000 });
  // The button was scrolled to.
  await page.evaluate(() => scrollTo(0, 0));
  assert.deepEqual(await tops(page), before);
}

describe("what a run will take", () => {
  test("is known before it starts: the steps and the file that it then comes to", async () => {
    const { page, assertClean, close } = await openTrain("&set=training.epochs:3");
    const said = await sizes(page);
    assert.deepEqual(Object.keys(said), ["memory", "steps, at most", "to keep"]);
    await train(page).locator(".transport-state").getByText(`At most ${said["steps, at most"]} steps.`).waitFor();
    await button(page, "Play").click();
    await finished(page, 3);
    const record = await until(() => newestRecord(page), Boolean, { what: "the record of the run" });
    assert.equal(record.steps, number(said["steps, at most"]));
    // The size note of the run tells its memory.
    await train(page).getByText(`about ${said.memory} of memory.`).waitFor();
    await page.getByRole("button", { name: /^Answered by: / }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save this model" }).click(),
    ]);
    const { length } = readFileSync(await download.path());
    const told = quantity(said["to keep"]);
    assert.ok(Math.abs(told - length) < 0.15 * length, `${told} told, ${length} saved`);
    assertClean();
    await close();
  });

  test("follows the settings, and is refused with its number where no page can have it", async () => {
    const { page, assertClean, close } = await openTrain();
    const steps = async () => number((await sizes(page))["steps, at most"]);
    const before = await steps();
    await textbox(page, "Epochs").fill("40");
    await until(steps, (now) => now === 2 * before, { what: "twice the steps" });
    await takes(page)
      .getByText(/A run that no longer improves ends earlier\./)
      .waitFor();
    await train(page)
      .getByRole("button", { name: /^All \d+ settings$/ })
      .click();
    for (const [name, value] of [
      ["Inner width", "4096"],
      ["Layers", "32"],
      ["Length read", "1024"],
      ["Batch", "4096"],
    ])
      await textbox(page, name).fill(value);
    await takes(page)
      .getByText(/It would need about [\d.,]+\sGB of memory; [\d.,]+\sGB is the most/)
      .waitFor();
    assertClean();
    await close();
  });

  test("has a time once steps were measured, in the names of the presets too; a run takes about as long", async () => {
    const { page, assertClean, close } = await openTrain("&set=training.epochs:8");
    await sizes(page);
    assert.equal(await takes(page).locator(".takes-times").count(), 0);
    assert.doesNotMatch(await train(page).locator(".presets .segmented").innerText(), /\d/);
    await measure(page);
    await takes(page).getByText("Three steps were timed on the CPU just now. No GPU can train here.").waitFor();
    await button(page, "Measure again").waitFor();
    const row = takes(page).locator(".takes-times > div");
    assert.equal(await row.count(), 1);
    assert.equal(await row.locator("dt").innerText(), "CPU");
    const told = quantity(await row.locator("dd").innerText());
    assert.match(await train(page).locator(".transport-state").innerText(), /about [\d.]+ (s|min) on the CPU\.$/);
    await preset(page, /^Quick look, [\d.]+ (s|min)$/).waitFor();
    assert.deepEqual(await violations(page, "#train"), []);
    await button(page, "Play").click();
    await finished(page, 8);
    const { elapsedMs } = await until(() => newestRecord(page), Boolean, { what: "the record of the run" });
    // Other things run on this machine, now more and now fewer: of the right size is what a test can say.
    assert.ok(told > elapsedMs / 10 && told < elapsedMs * 10, `${told} ms told, ${elapsedMs} ms taken`);
    assertClean();
    await close();
  });

  test("is known of the next visit by the runs that are kept", async () => {
    const { page, assertClean, close } = await openTrain("&set=training.epochs:3");
    await button(page, "Play").click();
    await finished(page, 3);
    await until(() => newestRecord(page), Boolean, { what: "the record of the run" });
    await page.reload();
    await takes(page)
      .getByText(/Timed on the CPU in a run that ended just now\./)
      .waitFor();
    assert.equal(await takes(page).locator(".takes-times > div").count(), 1);
    assertClean();
    await close();
  });

  test("is measured no longer than until somebody trains", async () => {
    const { page, assertClean, close } = await openTrain("&set=training.epochs:200");
    await takes(page).getByRole("button", { name: "Measure", exact: true }).click();
    await button(page, "Play").click();
    await page.getByText("Training.", { exact: true }).first().waitFor({ timeout: 60_000 });
    const again = takes(page).getByRole("button", { name: /^Measure/ });
    await until(() => again.isDisabled(), Boolean, { what: "nothing to measure while it trains" });
    assert.equal(
      await takes(page)
        .getByText(/^Timing/)
        .count(),
      0,
    );
    await button(page, "Stop").click();
    assertClean();
    await close();
  });

  test("stands on a phone, in Korean, within the page", async () => {
    const { page, assertClean, close } = await lab.openPage({ query: "?panel=train&lang=ko", ...PHONE });
    await takes(page).getByRole("button", { name: "재기" }).click();
    await takes(page)
      .getByText(/방금 CPU에서 세 스텝을 쟀습니다\./)
      .waitFor({ timeout: 60_000 });
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 360);
    assert.deepEqual(await violations(page, "#train"), []);
    assertClean();
    await close();
  });
});

describe("both devices measured", () => {
  test("auto takes the faster one, says so, and a run trains there", async () => {
    const graphics = await startLab("gpu");
    const { page, close } = await openIn(graphics, "&set=training.epochs:1");
    await measure(page);
    const note = takes(page).locator(".takes-note");
    assert.match(
      await note.innerText(),
      /^On the CPU: [\d.]+ times faster here\. Three steps were timed on each device just now\./,
    );
    const rows = await takes(page).locator(".takes-times > div").allInnerTexts();
    assert.deepEqual(
      rows.map((text) => text.split("\n")[0]),
      ["CPU", "WebGPU"],
    );
    await button(page, "Play").click();
    await finished(page, 1);
    await train(page).getByText("It was measured to be the faster one here.").waitFor();
    await close();
    await graphics.close();
  });
});

describe("presets", () => {
  test("are marked while the settings are theirs, and what differs goes back to them", async () => {
    const { page, assertClean, close } = await openTrain();
    assert.ok(await preset(page, "Lecture").isChecked());
    const before = await tops(page);
    await preset(page, "Quick look").click();
    assert.equal(await textbox(page, "Epochs").inputValue(), "5");
    assert.ok(await preset(page, "Quick look").isChecked());
    assert.equal(await train(page).locator(".settings-row .knob-reset").count(), 0);
    await textbox(page, "Epochs").fill("7");
    await textbox(page, "Seed").fill("7");
    await textbox(page, "λ attributes").fill("5");
    assert.equal(
      await train(page).getByRole("radio", { checked: true }).and(train(page).locator(".presets *")).count(),
      0,
    );
    // Two of four settings differ from either: the defaults are what it goes back to.
    await train(page).getByRole("button", { name: "λ attributes: back to 2" }).click();
    await textbox(page, "Epochs").fill("5");
    assert.ok(await preset(page, "Quick look").isChecked(), "whatever the seed");
    await textbox(page, "Batch").fill("32");
    await train(page).getByRole("button", { name: "Batch: back to 64" }).click();
    assert.equal(await textbox(page, "Epochs").inputValue(), "5");
    assert.equal(await textbox(page, "Seed").inputValue(), "7");
    assert.deepEqual(await tops(page), before);
    assertClean();
    await close();
  });

  test("as published takes what it takes, and is no choice for a model without attention", async () => {
    const { page, assertClean, close } = await openTrain();
    const before = quantity((await sizes(page)).memory);
    await preset(page, "As published").click();
    assert.equal(await textbox(page, "Epochs").inputValue(), "200");
    await until(
      async () => quantity((await sizes(page)).memory),
      (now) => now > 50 * before,
      { what: "its memory" },
    );
    await train(page).getByRole("combobox", { name: "Model to train" }).selectOption("caser");
    await preset(page, "As published").waitFor({ state: "detached" });
    assertClean();
    await close();
  });

  test("careful is a comparison of three seeds, with as many epochs", async () => {
    const { page, assertClean, close } = await openTrain("&train=nova&set=training.epochs:6");
    await button(page, "Careful: 3 seeds").click();
    const query = await until(
      () => page.evaluate(() => location.search),
      (text) => text.includes("panel=compare"),
      { what: "the comparison in the address" },
    );
    const params = new URLSearchParams(query);
    assert.deepEqual([params.get("cmp-seeds"), params.get("cmp-epochs")], ["3", "6"]);
    assert.match(params.get("cmp"), /nova/);
    assertClean();
    await close();
  });
});

/** Hides and shows the page as a browser does. */
const turn = (page, hidden) =>
  page.evaluate((isHidden) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => isHidden });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);

const inTraining = (page) => page.getByText("Training.", { exact: true }).first();

describe("a run and the screen", () => {
  test("it rests while the page is hidden where that is chosen, goes on when it is shown, and the choice is kept", async () => {
    const { page, assertClean, close } = await openTrain("&set=training.epochs:2000,training.stopping_step:0");
    await button(page, "Play").click();
    await inTraining(page).waitFor({ timeout: 60_000 });
    const epochs = async () =>
      number(/([\d,]+) \//.exec(await train(page).locator(".run-facts").innerText())?.[1] ?? "0");
    // Nothing was chosen: it goes on.
    await turn(page, true);
    const hidden = await epochs();
    await until(epochs, (now) => now > hidden + 1, { what: "a run that goes on" });
    await turn(page, false);
    await train(page)
      .getByRole("button", { name: /^All \d+ settings$/ })
      .click();
    await train(page).getByRole("switch", { name: "Pause while the page is hidden" }).click();
    await page.keyboard.press("Escape");
    await turn(page, true);
    await train(page)
      .getByText(/^Paused in epoch/)
      .waitFor();
    await turn(page, false);
    await inTraining(page).waitFor();
    await button(page, "Stop").click();
    await page.goto(page.url().replace(/\?.*/, "?panel=train"));
    await train(page)
      .getByRole("button", { name: /^All \d+ settings$/ })
      .click();
    assert.equal(
      await train(page)
        .getByRole("switch", { name: /hidden/ })
        .getAttribute("aria-checked"),
      "true",
    );
    assertClean();
    await close();
  });

  test("the screen is asked to stay on while it goes on, and is given back when it rests", async () => {
    const { page, assertClean, close } = await openTrain("&set=training.epochs:2000,training.stopping_step:0", {
      before: (fresh) =>
        fresh.addInitScript(() => {
          globalThis.screens = { held: 0, asked: 0 };
          const release = async () => {
            globalThis.screens.held -= 1;
          };
          navigator.wakeLock.request = async () => {
            globalThis.screens.held += 1;
            globalThis.screens.asked += 1;
            return { release };
          };
        }),
    });
    const screens = () => page.evaluate(() => globalThis.screens);
    assert.deepEqual(await screens(), { held: 0, asked: 0 });
    await button(page, "Play").click();
    await inTraining(page).waitFor({ timeout: 60_000 });
    assert.deepEqual(await screens(), { held: 1, asked: 1 });
    await turn(page, true);
    await until(screens, ({ held }) => held === 0, { what: "a screen of its own again" });
    await turn(page, false);
    await until(screens, ({ held, asked }) => held === 1 && asked === 2, { what: "a screen asked for again" });
    await button(page, "Pause").click();
    await until(screens, ({ held }) => held === 0, { what: "a screen that may go dark" });
    await button(page, "Stop").click();
    assertClean();
    await close();
  });

  test("a time limit stands with the settings, in what a run takes, and in the link", async () => {
    const { page, assertClean, close } = await openTrain("&set=training.epochs:200");
    await train(page)
      .getByRole("button", { name: /^All \d+ settings$/ })
      .click();
    await textbox(page, "Time limit, minutes").fill("0");
    await train(page).getByText("A whole number from 1 to 1,440.").waitFor();
    await textbox(page, "Time limit, minutes").fill("1");
    await takes(page)
      .getByText(/It ends with the first step after 1 min\./)
      .waitFor();
    const minutes = () => page.evaluate(() => new URLSearchParams(location.search).get("minutes"));
    await until(minutes, (text) => text === "1", { what: "the limit in the address" });
    await page.keyboard.press("Escape");
    await button(page, "Play").click();
    await inTraining(page).waitFor({ timeout: 60_000 });
    // A limit that is lifted needs a new run, as any other setting.
    await train(page)
      .getByRole("button", { name: /^All \d+ settings$/ })
      .click();
    await textbox(page, "Time limit, minutes").fill("");
    await train(page)
      .getByText(/Changed: Time limit, minutes\./)
      .waitFor();
    await button(page, "Stop").click();
    assertClean();
    await close();
  });
});
