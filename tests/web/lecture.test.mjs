// The lecture on the wall: walked by a presenter's keys, exact after a reload and Back, and the visitor's own state comes back.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { clicksOf, HANDHELD, readyFile, STILL, sessionRows, startLab, until, WIDE } from "./support.mjs";
import { at, place, settled, title } from "./wall.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

async function openLecture(query, options = {}) {
  const opened = await lab.openPage({ ...STILL, ...options, query, ready: false });
  await title(opened.page).waitFor();
  return opened;
}

describe("a lecture", { concurrency: 1 }, () => {
  for (const [lang, viewport] of [
    ["en", WIDE],
    ["ko", { width: 1920, height: 1080 }],
  ]) {
    test(`is walked by keys: ${lang}, ${viewport.width} px`, { timeout: 300_000 }, async () => {
      const { page, assertClean, close } = await openLecture(`?lecture=ten&lang=${lang}`, { viewport });
      const seen = [];
      for (;;) {
        const { words } = await settled(page);
        seen.push(await place(page));
        assert.ok(words.length > 10, seen.at(-1));
        const over = await page.evaluate(() => ({
          down: document.documentElement.scrollHeight - innerHeight,
          aside: document.documentElement.scrollWidth - innerWidth,
        }));
        // A pixel is lost where rows are rounded.
        assert.ok(over.down <= 2 && over.aside <= 0, `${seen.at(-1)}: ${JSON.stringify(over)}`);
        if (seen.at(-1) === "yours:1") break;
        await page.keyboard.press(seen.length % 2 === 0 ? "PageDown" : "ArrowRight");
        await until(
          () => place(page),
          (now) => now !== seen.at(-1),
          { what: `what comes after ${seen.at(-1)}` },
        );
      }
      assert.equal(seen.length, 42);
      assert.equal(new Set(seen).size, seen.length);
      assertClean();
      await close();
    });
  }

  test("the same place is the same wall: by a link, after a reload, and by Back", async () => {
    const { page, close } = await openLecture("?lecture=ten&step=rank&click=3");
    const { words } = await settled(page);
    assert.match(words, /4 \+ 4 \+ 2 \+ 2 \+ 2 = 14/);
    await page.keyboard.press("PageDown");
    await at(page, "rank:4");
    const there = (await settled(page)).words;
    assert.match(there, /8 clicks, head width 16: both reach 8/);
    await page.waitForTimeout(600);
    assert.match(page.url(), /[?&]lecture=ten&step=rank&click=4$/, "no more than the place");
    await page.goBack();
    await at(page, "rank:3");
    assert.equal((await settled(page)).words, words);
    await page.goForward();
    await at(page, "rank:4");
    await page.reload();
    await title(page).waitFor();
    await at(page, "rank:4");
    assert.equal((await settled(page)).words, there);
    await close();
  });

  test("ends with the visitor's own state, also after a reload in the middle", async () => {
    const { page, close } = await lab.openPage({ ...STILL, query: "?s=3.14.15&panel=rank&layer=2" });
    const before = await clicksOf(page);
    await page.getByRole("button", { name: "Lecture" }).click();
    await page.getByRole("button", { name: "Start" }).first().click();
    await at(page, "session:0");
    await title(page).waitFor();
    for (let press = 0; press < 5; press++) await page.keyboard.press("PageDown");
    await at(page, "side:2");
    await page.waitForTimeout(600);
    await page.reload();
    await title(page).waitFor();
    await at(page, "side:2");
    await page.keyboard.press("Escape");
    await at(page, null);
    await sessionRows(page).first().waitFor();
    assert.deepEqual(await clicksOf(page), before);
    await until(
      () => page.url(),
      (url) => /s=3\.14\.15/.test(url) && /panel=rank/.test(url) && /layer=2/.test(url) && !/lecture/.test(url),
      { what: "the visitor's link" },
    );
    await close();
  });

  test("a guess is committed by Next and stays beside the truth; without one the wall says so", async () => {
    const { page, close } = await openLecture("?lecture=ten&step=side");
    const box = page.locator(".guess");
    await box.getByRole("radio", { name: "Camera gimbal" }).click();
    await page.keyboard.press("PageDown");
    await at(page, "side:1");
    assert.match(await box.innerText(), /You said Camera gimbal\. It is Seed compost\./);
    assert.equal(await box.locator('[data-true="true"]').innerText(), "Seed compost");
    await page.goto(`${lab.origin}/?lecture=ten&step=rank&click=2`);
    await title(page).waitFor();
    const handle = box.getByRole("slider");
    await handle.focus();
    for (let press = 0; press < 20; press++) await page.keyboard.press("ArrowUp");
    await page.keyboard.press("PageDown");
    await at(page, "rank:3");
    await until(
      () => box.innerText(),
      (words) => /You said \d+\. It is 14\./.test(words),
      { what: "both numbers" },
    );
    await page.goto(`${lab.origin}/?lecture=ten&step=whatif&click=1`);
    await title(page).waitFor();
    await until(
      () => box.innerText(),
      (words) => /No guess\. It is 13\./.test(words),
      { what: "no guess" },
    );
    await close();
  });

  test("the presenter's window follows and leads; black is black", async () => {
    const { page, context, close } = await openLecture("?lecture=ten&step=rank&click=1");
    await settled(page);
    const notes = await context.newPage();
    await notes.goto(`${lab.origin}/?presenter=ten&lang=en`);
    const now = notes.locator(".notes-say li[aria-current]");
    await now.getByText(/4 columns wide. 4 patterns/).waitFor();
    assert.equal(await page.locator(".notes-say").count(), 0, "no notes on the wall");
    await notes.keyboard.press("PageDown");
    await at(page, "rank:2");
    await now.getByText(/Where does it stop/).waitFor();
    await page.keyboard.press("PageUp");
    await at(page, "rank:1");
    await now.getByText(/4 columns wide/).waitFor();
    await notes.locator(".notes-steps button", { hasText: "Gradients" }).click();
    await at(page, "gradients:0");
    await notes.keyboard.press("b");
    await page.locator(".wall-black").waitFor();
    await page.keyboard.press("b");
    await page.locator(".wall-black").waitFor({ state: "detached" });
    await page.keyboard.press("Escape");
    await notes.getByText("The lecture has ended.").waitFor();
    await close();
  });

  test("of two walls each has notes of its own, and a lecture that is not there is named", async () => {
    const { page, context, close } = await openLecture("?lecture=ten&step=rank&click=1");
    await settled(page);
    const other = await context.newPage();
    await other.goto(`${lab.origin}/?lecture=ten&step=side&lang=en`);
    await settled(other);
    const notesOf = async (wall) => {
      const opened = context.waitForEvent("page");
      await wall.keyboard.press("p");
      return opened;
    };
    const [mine, others] = [await notesOf(page), await notesOf(other)];
    const step = (notes) => notes.locator(".notes-steps button[aria-current]");
    await step(mine).getByText("Rank").waitFor();
    await step(others).getByText("Side information").waitFor();
    await mine.keyboard.press("PageDown");
    await at(page, "rank:2");
    await at(other, "side:0");
    await others.reload();
    await step(others).getByText("Side information").waitFor();
    await others.keyboard.press("PageDown");
    await at(other, "side:1");
    // One that is opened by hand belongs to the first that speaks, and to no other.
    const byHand = await context.newPage();
    await byHand.goto(`${lab.origin}/?presenter=eleven&lang=en`);
    await byHand.locator(".notes-steps button[aria-current]").waitFor();
    await other.keyboard.press("Escape");
    await others.getByText("The lecture has ended.").waitFor();
    assert.equal(await mine.getByText("The lecture has ended.").count(), 0);
    await mine.keyboard.press("PageUp");
    await at(page, "rank:1");
    await page.keyboard.press("Escape");
    await mine.getByText("The lecture has ended.").waitFor();
    await byHand.reload();
    await byHand.getByText("“presenter=eleven” could not be used").waitFor();
    await close();
  });

  test("a wall opened from the notes goes on where the closed one was, with its clock; a lecture that was ended leaves none", async () => {
    const { page, context, close } = await openLecture("?lecture=ten&step=rank&click=1");
    await settled(page);
    const notes = await context.newPage();
    await notes.goto(`${lab.origin}/?presenter=ten&lang=en`);
    await notes.locator(".notes-steps button[aria-current]").waitFor();
    await notes.keyboard.press("PageDown");
    await at(page, "rank:2");
    await page.waitForTimeout(1200);
    await page.reload();
    await settled(page);
    await notes.keyboard.press("PageUp");
    await at(page, "rank:1");
    await notes.keyboard.press("PageDown");
    await at(page, "rank:2");
    await page.close({ runBeforeUnload: true });
    await notes.getByText("The lecture has ended.").waitFor();
    const coming = context.waitForEvent("page");
    await notes.getByRole("link", { name: "Open the wall" }).click();
    const again = await coming;
    await at(again, "rank:2");
    const clock = () => again.locator(".wall-clock b").innerText();
    await until(clock, (text) => text !== "0:00", { what: "the clock of before" });
    await again.keyboard.press("Escape");
    await at(again, null);
    await again.goto(`${lab.origin}/?lecture=five&lang=en`);
    await title(again).waitFor();
    assert.equal(await clock(), "0:00");
    await close();
  });

  test("on a phone it is ended by touch, and the code of the last step lies over nothing", async () => {
    const { page, close } = await openLecture("?lecture=ten&step=yours", { ...HANDHELD });
    await settled(page);
    const code = await page.locator(".wall-code").boundingBox();
    const text = await page.locator("[data-wall-text]").boundingBox();
    const panel = await page.locator("[data-panel]").first().boundingBox();
    assert.ok(code.x >= 0 && code.y >= text.y + text.height - 1, JSON.stringify([code, text]));
    assert.ok(code.y + code.height <= panel.y, JSON.stringify([code, panel]));
    await page.locator(".wall-end").tap();
    await at(page, null);
    await close();
  });

  for (const [lang, width] of [
    ["en", 1366],
    ["en", 1920],
    ["ko", 1366],
    ["en", 1090],
  ])
    test(`at a desk the code of the last step lies over no word: ${lang}, ${width} px`, async () => {
      const viewport = { width, height: Math.round((width * 9) / 16) };
      const { page, close } = await openLecture(`?lecture=ten&step=yours&click=1&lang=${lang}`, { viewport });
      await settled(page);
      const over = await page.evaluate(() => {
        const code = document.querySelector(".wall-code").getBoundingClientRect();
        const lines = [...document.querySelectorAll("[data-wall-title], [data-wall-text]")].flatMap((element) => {
          const range = document.createRange();
          range.selectNodeContents(element);
          return [...range.getClientRects()];
        });
        const rows = [...document.querySelectorAll("[data-panel] li")].map((row) => row.getBoundingClientRect());
        return [...lines, ...rows].filter(
          ({ right, top, bottom }) => right > code.left && top < code.bottom && bottom > code.top,
        );
      });
      assert.deepEqual(over, []);
      await close();
    });

  test("a keyboard that writes Korean has the same keys; Back of a black wall shows what stood there", async () => {
    const { page, close } = await openLecture("?lecture=ten&step=rank&click=2");
    await settled(page);
    await page.evaluate(() =>
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "ㅠ", code: "KeyB", bubbles: true })),
    );
    await page.locator(".wall-black").waitFor();
    await page.keyboard.press("PageUp");
    await page.locator(".wall-black").waitFor({ state: "detached" });
    await at(page, "rank:2");
    await close();
  });

  test("a number is typed for its step at once; a wall that is closed leaves the notes to turn their own pages", async () => {
    const { page, context, close } = await openLecture("?lecture=ten&step=side&click=0");
    await settled(page);
    const notes = await context.newPage();
    await notes.goto(`${lab.origin}/?presenter=ten&lang=en`);
    await notes.locator(".notes-say li[aria-current]").waitFor();
    for (const key of ["8", "Enter"]) await notes.keyboard.press(key);
    await at(page, "rank:0");
    for (const key of ["1", "PageDown", "Enter"]) await notes.keyboard.press(key);
    await at(page, "rank:2");
    await page.close({ runBeforeUnload: true });
    await notes.getByText("The lecture has ended.").waitFor();
    const place = () => notes.locator(".notes-say h1").innerText();
    const before = await place();
    await notes.keyboard.press("PageDown");
    await until(place, (now) => now !== before, { what: "the next note" });
    const link = notes.getByRole("link", { name: /wall/i });
    await link.focus();
    const opened = context.waitForEvent("page");
    await notes.keyboard.press("Enter");
    await (await opened).close();
    await close();
  });

  for (const [width, height] of [
    [360, 740],
    [683, 384],
    [900, 520],
    [1000, 700],
  ])
    test(`the list is covered until it has been guessed: ${width} x ${height}`, async () => {
      const { page, close } = await openLecture("?lecture=ten&step=side&click=0", { viewport: { width, height } });
      await settled(page);
      assert.equal(await page.locator("[data-panel=next] .next").filter({ visible: true }).count(), 0);
      await page.keyboard.press("PageDown");
      await at(page, "side:1");
      await close();
    });

  test("whoever comes to the runs by a link has them trained, and a truth of recorded runs says so", async () => {
    const { page, close } = await openLecture("?lecture=ten&step=train&click=1");
    await page
      .locator(".guess-said .stamp")
      .getByText(/recorded on .+, seed 212/)
      .waitFor();
    await until(
      () => page.locator('[data-panel="compare"]').innerText(),
      (words) => !/the curves appear here/.test(words) && /epoch/i.test(words),
      { what: "a run", timeout: 60_000 },
    );
    await close();
  });

  test("a run of the visitor's own that holds the trainer is said where the runs of the lecture would be", async () => {
    const { page, close } = await lab.openPage({ ...STILL, query: "?panel=train&epochs=40&run=1" });
    await page.getByRole("button", { name: "Pause", exact: true }).first().click({ timeout: 60_000 });
    await page.getByRole("button", { name: "Lecture" }).click();
    await page.locator(".lectures-buttons button").first().click();
    await title(page).waitFor();
    await page.keyboard.press("End");
    await until(
      async () => {
        await page.keyboard.press("PageUp");
        return page.evaluate(() => document.documentElement.dataset.step);
      },
      (step) => step === "train",
      { what: "the runs" },
    );
    await page.locator('[data-panel="compare"] figure').getByText("The Train panel has a run under way").waitFor();
    await close();
  });

  test("panels and exercises in a link to a lecture are left out, and named", async () => {
    const { page, close } = await openLecture("?lecture=ten&step=onemap&view=session&exercise=beat-markov");
    await page.getByText("This could not be used and was left out: view=session, exercise=beat-markov.").waitFor();
    assert.equal(await page.locator(".task-bar").count(), 0);
    await page.locator('[data-panel="why"]').waitFor();
    await close();
  });

  test("a guess is chosen by arrows up and down, those to the sides turn the page", async () => {
    const { page, close } = await openLecture("?lecture=ten&step=side&click=0");
    await settled(page);
    const chosen = () =>
      page.locator(".guess-choice").evaluateAll((all) => all.map((one) => Number(one.ariaChecked === "true")).join(""));
    await page.locator(".guess-choice").first().focus();
    await page.keyboard.press("ArrowDown");
    await until(chosen, (now) => now.startsWith("1"), { what: "the first" });
    await page.keyboard.press("ArrowDown");
    await until(chosen, (now) => now.startsWith("01"), { what: "the second" });
    await page.keyboard.press("ArrowUp");
    await until(chosen, (now) => now.startsWith("1"), { what: "the first again" });
    await at(page, "side:0");
    await page.keyboard.press("ArrowRight");
    await at(page, "side:1");
    await close();
  });

  test("Space presses a box that has the focus, and turns no page", async () => {
    const { page, close } = await openLecture("?lecture=ten&step=fivemaps&click=0");
    await settled(page);
    await page.evaluate(() => {
      const box = Object.assign(document.createElement("input"), { type: "checkbox", id: "a-box" });
      document.querySelector("main").append(box);
      box.focus();
    });
    await page.keyboard.press(" ");
    assert.equal(await page.locator("#a-box").isChecked(), true);
    await at(page, "fivemaps:0");
    await page.keyboard.press("PageDown");
    await at(page, "fivemaps:1");
    await close();
  });

  test("numbers that do not come are told, and come at a press", async () => {
    let broken = true;
    const { page, close } = await openLecture("?lecture=ten&step=fusion&click=2", {
      before: (page) =>
        page.route("**/*", (route) =>
          broken && readyFile(route.request().url()) === "sasrecf-add.safetensors"
            ? route.fulfill({ status: 404, body: "" })
            : route.continue(),
        ),
    });
    const notice = page.locator(".wall-head").getByRole("alert");
    await notice.getByText(/did not arrive|has no /).waitFor();
    broken = false;
    await notice.getByRole("button", { name: "Try again" }).click();
    await notice.waitFor({ state: "detached" });
    await settled(page);
    await close();
  });

  test("one map: the row is covered until it has been guessed, the others are there to be read", async () => {
    const { page, assertClean, close } = await openLecture("?lecture=ten&step=onemap");
    await settled(page);
    const map = page.locator('[data-figure="fused-map"]');
    await map.locator("text", { hasText: "?" }).waitFor();
    assert.equal(await page.locator('[data-figure="maps"]').count(), 0, "the maps of the sources come later");
    assert.equal(await map.getByRole("grid").count(), 0, "what is covered is not read out either");
    await page.keyboard.press("PageDown");
    await at(page, "onemap:1");
    await map.locator("text", { hasText: "?" }).waitFor({ state: "detached" });
    await map.getByRole("grid").waitFor();
    assertClean();
    await close();
  });

  test("names that it does not know are named, and the lecture begins all the same", async () => {
    const { page, close } = await openLecture("?lecture=five&step=nowhere&click=3");
    await page.getByText("step=nowhere").waitFor();
    await close();
    const other = await lab.openPage({ ...STILL, query: "?lecture=eleven" });
    await other.page.getByText("lecture=eleven").waitFor();
    assert.equal(await place(other.page), null);
    await other.close();
  });

  for (const [name, options] of [
    ["wide", { viewport: WIDE }],
    ["a phone", HANDHELD],
  ]) {
    test(`breaks no rule of accessibility: ${name}`, { timeout: 120_000 }, async () => {
      for (const where of ["side", "fivemaps&click=1", "rank&click=3", "yours"]) {
        const { page, close } = await openLecture(`?lecture=ten&step=${where}`, options);
        await settled(page);
        await page.addScriptTag({ content: axe }).catch(() => page.evaluate(axe));
        const { violations } = await page.evaluate(() =>
          globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag22aa"] }),
        );
        assert.deepEqual(
          violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes[0].target}`),
          [],
        );
        await close();
      }
    });
  }
});
