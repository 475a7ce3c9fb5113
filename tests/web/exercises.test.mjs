// Exercises that check themselves: none is solved where it begins, every model answer solves it, and the visitor's own state comes back.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { clicksOf, goToPanel, HANDHELD, STILL, sessionRows, startLab, until, WIDE } from "./support.mjs";

/** Names, read from the page's own list. */
const source = readFileSync(new URL("../../www/content/exercises/exercises.ts", import.meta.url), "utf8");
const NAMES = [...source.matchAll(/^ {2}(?: {2})?\{? ?(?:name|.*?name): "([a-z-]+)"/gm)].map(([, name]) => name);
/** They train a model or two, in some seconds each. */
const TRAIN = ["beat-markov", "useless", "lambda-hurts"];

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const bar = (page) => page.locator(".task-bar");
const state = (page) => bar(page).getAttribute("data-state");
const row = (page, name) => page.locator(`.exercises [data-exercise="${name}"]`);

const isSolved = (page, timeout = 20_000) =>
  until(
    () => state(page),
    (now) => now === "solved",
    { timeout, what: "the answer" },
  );

/** Nothing is wider than the window, the task leaves room for what it is about, and a finger hits what it can press. */
async function assertRoom(page, most) {
  const now = await page.evaluate(() => {
    const task = document.querySelector(".task-bar");
    const touched = matchMedia("(pointer: coarse)").matches;
    const small = [...task.querySelectorAll("button, summary, .task-choices label")]
      .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44)
      .map((one) => one.textContent);
    return {
      aside: document.documentElement.scrollWidth - innerWidth,
      share: task.getBoundingClientRect().height / innerHeight,
      small: touched ? small : [],
    };
  });
  assert.ok(now.aside <= 0, `${now.aside} px too wide`);
  assert.ok(now.share < most, `the task takes ${now.share} of the window`);
  assert.deepEqual(now.small, [], "too small for a finger");
}

async function begin(page, name) {
  await row(page, name)
    .getByRole("button", { name: /Start|Begin again/ })
    .click();
  await bar(page).waitFor();
}

/** From now on every state that the task says is noted: its exercise, how far it is, whether that was checked. */
const watchBar = (page) =>
  page.evaluate(() => {
    globalThis.said = [];
    const note = () => {
      const { exercise, state, checked } = document.querySelector(".task-bar")?.dataset ?? {};
      if (exercise) globalThis.said.push(`${exercise} ${state} ${checked}`);
    };
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
/** What was noted since the last time. */
const saidByBar = (page) => page.evaluate(() => globalThis.said.splice(0));

describe("exercises", { concurrency: 1 }, () => {
  test("there are fourteen, each with a level, a task and a state", async () => {
    assert.equal(NAMES.length, 14);
    const { page, assertClean, close } = await lab.openPage({ ...STILL, query: "?panel=exercises" });
    for (const name of NAMES) assert.equal(await row(page, name).getAttribute("data-state"), "new", name);
    assertClean();
    await close();
  });

  // What trains does so once, on the phone.
  const walks = [
    {
      device: "a desk",
      options: STILL,
      press: (button) => button.click(),
      names: NAMES.filter((name) => !TRAIN.includes(name)),
    },
    { device: "a phone, by touch", options: { ...STILL, ...HANDHELD }, press: (button) => button.tap(), names: NAMES },
  ];
  for (const { device, options, press, names } of walks) {
    for (const name of names) {
      test(`${name}, ${device}: not solved where it begins, solved by its answer`, { timeout: 240_000 }, async () => {
        const { page, assertClean, close } = await lab.openPage({ ...options, query: "?panel=exercises" });
        await press(row(page, name).getByRole("button", { name: "Start" }));
        await bar(page).waitFor();
        await assertRoom(page, 0.6);
        await page.locator('.task-bar[data-checked="true"]').waitFor();
        await page.waitForTimeout(1000);
        assert.notEqual(await state(page), "solved", "at its start");
        const next = bar(page).getByRole("button", { name: /One way to do it|Next step of the answer/ });
        const wait = TRAIN.includes(name) ? 180_000 : 20_000;
        for (let step = 0; step < 9 && (await next.isEnabled()); step++) {
          await press(next);
          // As fast as it can be pressed; a run has to end before the next one begins.
          await page.locator('.task-bar[aria-busy="false"]').waitFor({ timeout: wait });
          if (TRAIN.includes(name)) await idle(page);
        }
        await isSolved(page, wait);
        assert.match(await bar(page).innerText(), /Solved\..*Code \d{4}/s);
        // With what it teaches and a place for own words.
        await assertRoom(page, 0.7);
        await press(bar(page).getByRole("button", { name: "Back to my own state" }));
        await until(
          () => row(page, name).getAttribute("data-state"),
          (now) => now === "solved",
          { what: "that it is kept" },
        );
        assertClean();
        await close();
      });
    }
  }

  test("says how far it is in numbers, and gives the visitor's state back", async () => {
    const { page, close } = await lab.openPage({ ...STILL, query: "?s=3.14.15&panel=exercises" });
    const own = await clicksOf(page);
    await begin(page, "one-click");
    assert.match(await bar(page).locator(".task-far").innerText(), /^Not tried yet\. Change something/);
    await sessionRows(page)
      .first()
      .getByRole("button", { name: /Remove/ })
      .click();
    await until(
      () => bar(page).locator(".task-far").innerText(),
      (words) => /Without Folding poles Seed compost is still first, with \d+\.\d %; .+ follows with/.test(words),
      { what: "how far it is" },
    );
    await bar(page).getByText("Hint").click();
    await bar(page).getByText("It is not the last click.").waitFor();
    await bar(page).getByRole("button", { name: "One way to do it" }).click();
    await isSolved(page);
    await until(
      () => page.url(),
      (url) => /exercise=one-click/.test(url),
      { what: "the exercise in the address" },
    );
    await page.reload();
    await bar(page).waitFor();
    await bar(page).getByRole("button", { name: "Back to my own state" }).click();
    await until(
      () => clicksOf(page),
      (rows) => rows.join() === own.join(),
      { what: "the visitor's session" },
    );
    await page.reload();
    await row(page, "one-click").waitFor();
    assert.equal(await row(page, "one-click").getAttribute("data-state"), "solved", "kept on this machine");
    await close();
  });

  test("one that begins after another, or again, says nothing of what was answered before", async () => {
    const { page, close } = await lab.openPage({ ...STILL, query: "?panel=exercises" });
    await watchBar(page);
    const answer = bar(page).getByRole("button", { name: /One way to do it|Next step/ });
    await begin(page, "one-click");
    await answer.click();
    await isSolved(page);
    await goToPanel(page, "exercises");
    await saidByBar(page);
    await begin(page, "equal-rank");
    await page.locator('.task-bar[data-exercise="equal-rank"][data-checked="true"]').waitFor();
    const other = (await saidByBar(page)).filter((one) => one.startsWith("equal-rank"));
    assert.ok(other.length > 0);
    assert.deepEqual(
      other.filter((one) => one.includes("solved")),
      [],
    );
    await goToPanel(page, "exercises");
    await begin(page, "one-click");
    await answer.click();
    await isSolved(page);
    await bar(page).getByRole("button", { name: "Begin again" }).click();
    await page.locator('.task-bar[data-state="new"][data-checked="true"]').waitFor();
    assert.ok(await answer.isEnabled(), "the answer plays from its beginning");
    await close();
  });

  test("runs on other data bring it no nearer", { timeout: 120_000 }, async () => {
    const query = "?panel=compare&sessions=60&cmp=dif_sr.sasrec&cmp-epochs=20&run=1";
    const { page, close } = await lab.openPage({ ...STILL, query });
    await idle(page);
    await goToPanel(page, "exercises");
    await watchBar(page);
    await begin(page, "useless");
    await page.locator('.task-bar[data-checked="true"]').waitFor();
    await page.waitForTimeout(1000);
    const said = await saidByBar(page);
    assert.ok(said.length > 0);
    assert.deepEqual(
      said.filter((one) => !one.startsWith("useless new")),
      [],
    );
    await close();
  });

  test("a link leads into one, and names one that there is none of", async () => {
    const { page, close } = await lab.openPage({ ...STILL, query: "?exercise=equal-rank&panel=rank&weights=random" });
    await bar(page).getByText("Make both models equally ranked").waitFor();
    await close();
    // Its start stands there, as if it had been begun from the list, and nothing counts before something was done.
    const begun = await lab.openPage({ ...STILL, query: "?panel=exercises" });
    await begin(begun.page, "one-click");
    const start = await clicksOf(begun.page);
    await begun.close();
    const led = await lab.openPage({ ...STILL, query: "?exercise=one-click" });
    await led.page.locator('.task-bar[data-checked="true"]').waitFor();
    assert.deepEqual(await clicksOf(led.page), start);
    assert.match(await bar(led.page).innerText(), /Change something/);
    await until(
      () => new URL(led.page.url()).search,
      (search) => search === "?exercise=one-click",
      { what: "a link that leads there" },
    );
    await led.close();
    const other = await lab.openPage({ ...STILL, query: "?exercise=nothing&panel=rank" });
    await other.page.getByText("exercise=nothing").waitFor();
    assert.equal(await bar(other.page).count(), 0);
    await other.close();
  });

  test("nothing is kept of one that was only begun, and words of one's own outlive a step back", async () => {
    const { page, close } = await lab.openPage({ ...STILL, query: "?panel=exercises" });
    for (const name of ["few-values", "equal-rank"]) {
      await begin(page, name);
      await page.locator('.task-bar[data-checked="true"]').waitFor();
      await page.waitForTimeout(500);
      assert.equal(await state(page), "new");
      await bar(page).getByRole("button", { name: "Back to my own state" }).click();
      await row(page, name).waitFor();
      assert.equal(await row(page, name).getAttribute("data-state"), "new", name);
    }
    await begin(page, "silent-brand");
    const next = bar(page).getByRole("button", { name: /One way to do it|Next step of the answer/ });
    for (let step = 0; step < 9 && (await next.isEnabled()); step++) {
      await next.click();
      await page.waitForTimeout(700);
    }
    await isSolved(page);
    await bar(page).locator("textarea").fill("It is loud and says nothing.");
    await page.getByRole("button", { name: "Clear", exact: true }).click();
    await bar(page).locator("textarea").waitFor({ state: "detached" });
    await page.keyboard.press("Control+z");
    await isSolved(page);
    assert.equal(await bar(page).locator("textarea").inputValue(), "It is loud and says nothing.");
    await close();
  });

  test("the panel is reached like every other one", async () => {
    const { page, close } = await lab.openPage({ ...STILL, viewport: WIDE });
    await goToPanel(page, "exercises");
    await page.getByRole("heading", { name: "Exercises" }).waitFor();
    await close();
  });
});

/** Nothing trains, and nothing is about to. */
async function idle(page) {
  await page.waitForTimeout(1500);
  await until(
    () => page.evaluate(() => document.querySelector(".run-bar .progress-track, [data-phase=training]") === null),
    (isIdle) => isIdle,
    { timeout: 150_000, every: 500, what: "the end of the run" },
  );
  await page.waitForTimeout(1000);
}
