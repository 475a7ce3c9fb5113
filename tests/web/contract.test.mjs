// What pages, decks and courses around this one may rely on: every key of a link, every mark in the page, every key of a lecture. What is
// said to and by a frame is in contract-frames.test.mjs.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { STILL, startLab, until, WIDE } from "./support.mjs";

const STEPS = "session side onemap fivemaps whatif truth fusion rank gradients train matter yours".split(" ");
const PANELS = "session next why cause truth fused rank gradients map train compare exercises paper".split(" ");
/** Panels that say in a sentence what their figure shows, before anything was trained. */
const READ = ["why", "cause", "truth", "fused", "rank", "gradients", "map", "compare"];

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const marks = (page) => page.evaluate(() => ({ ...document.documentElement.dataset }));
const settled = (page) => page.locator('html[data-ready="true"]').waitFor({ state: "attached", timeout: 120_000 });
const notice = (page) => page.locator(".notices .notice");
const panelsOf = (page) =>
  page.locator("section[data-panel]").evaluateAll((all) => all.map((one) => one.dataset.panel));

/** What a link says of the state is read before the engine is there: a page without one is opened in a moment. */
const withoutEngine = (page) => page.context().route("**/*.wasm", () => new Promise(() => {}));

async function open(query, options = {}) {
  const opened = await lab.openPage({ ...STILL, viewport: WIDE, ready: false, query: `?${query}`, ...options });
  await opened.page.locator("section[data-panel]").first().waitFor({ state: "attached" });
  return opened;
}

/** The place that a link leads to, and what of it was left out, in one sentence. */
async function placeOf(query) {
  const { page, close } = await open(query, { before: withoutEngine });
  await until(
    () => marks(page),
    ({ ready }) => ready !== undefined,
    { what: "the page" },
  );
  const { lecture = null, step = null, click = null } = await marks(page);
  await page.waitForTimeout(400);
  const notices = await notice(page).allInnerTexts();
  await close();
  return { place: `${lecture}/${step}/${click}`, notices };
}

describe("a place in a lecture", () => {
  for (const [query, place, ...left] of [
    ["lecture=ten", "ten/session/0"],
    ["lecture=five", "five/session/0"],
    ["lecture=one", "one/side/1"],
    ["click=2&step=rank&lecture=ten", "ten/rank/2"],
    ["lecture=ten&step=rank&click=5", "ten/rank/4", "click=5"],
    ["lecture=ten&step=rank&click=4000000000", "ten/rank/4", "click=4000000000"],
    ["lecture=ten&step=rank&click=-1", "ten/rank/0", "click=-1"],
    ["lecture=ten&step=rank&click=two", "ten/rank/0", "click=two"],
    ["lecture=ten&step=nowhere&click=1", "ten/session/1", "step=nowhere"],
    ["lecture=ten&step=%3Cb%3E", "ten/session/0", "step=<b>"],
    ["lecture=eleven&step=rank&click=1", "null/null/null", "lecture=eleven", "step=rank", "click=1"],
    ["step=rank&click=1", "null/null/null", "step=rank", "click=1"],
  ]) {
    test(`${query}: ${place}`, { timeout: 120_000 }, async () => {
      const found = await placeOf(query);
      if (!query.startsWith("lecture=one")) assert.equal(found.place, place);
      else assert.match(found.place, /^one\//);
      assert.equal(found.notices.length, left.length === 0 ? 0 : 1, found.notices.join("\n"));
      for (const part of left) assert.ok(found.notices[0].includes(part), found.notices[0]);
    });
  }

  test("has each of the twelve names, and in every one a click too far is its last", { timeout: 240_000 }, async () => {
    const { page, close } = await open("lecture=ten", { before: withoutEngine });
    for (const [at, step] of STEPS.entries()) {
      await page.goto(`${lab.origin}/?lecture=ten&step=${step}&click=99`);
      await until(
        () => marks(page),
        (now) => now.step === step && Number(now.click) > 0,
        { what: step },
      );
      await page.locator("[data-wall-title]").waitFor();
      await page.keyboard.press("PageDown");
      const next = STEPS[at + 1] ?? step;
      await until(
        () => marks(page),
        (now) => now.step === next && (next === step || now.click === "0"),
        { what: `what comes after ${step}` },
      );
    }
    await close();
  });
});

describe("what a link shows", () => {
  test("view= shows these panels and no others; one that is unknown is named", { timeout: 120_000 }, async () => {
    const { page, close } = await open("view=rank,gradients,nonsense", { before: withoutEngine });
    assert.deepEqual(await panelsOf(page), ["rank"]);
    const bar = page.locator("nav a[href*='panel=']").filter({ visible: true });
    assert.deepEqual(await bar.evaluateAll((all) => all.map((one) => new URL(one.href).searchParams.get("panel"))), [
      "rank",
      "gradients",
    ]);
    await notice(page).getByText("view=nonsense").waitFor();
    await close();
  });

  test("hide= leaves out parts and panels", { timeout: 120_000 }, async () => {
    const parts = { header: "header.top, body > #app > header", status: ".status-line", bar: ".panel-bar" };
    for (const [part, selector] of Object.entries(parts)) {
      const { page, close } = await open(`hide=${part},rank`, { before: withoutEngine });
      const others = Object.entries(parts).filter(([name]) => name !== part);
      assert.equal(await page.locator(selector).filter({ visible: true }).count(), 0, part);
      for (const [name, one] of others)
        assert.ok((await page.locator(one).filter({ visible: true }).count()) > 0, name);
      assert.equal(await page.locator("nav a[href$='panel=rank']").count(), 0, "the panel");
      await close();
    }
  });

  test("projector, lang and theme are marks of the root, in any order", { timeout: 120_000 }, async () => {
    const { page, close } = await open("theme=dark&projector=1&panel=rank&lang=ko", { before: withoutEngine });
    const { theme, projector } = await marks(page);
    assert.deepEqual([theme, projector], ["dark", "true"]);
    assert.equal(await page.evaluate(() => document.documentElement.lang), "ko");
    assert.equal(await notice(page).count(), 0);
    await close();
  });

  test("what it does not know is named in one sentence, kept out of the address, and changes nothing else", async () => {
    const { page, close } = await open("colour=red&panel=rank&lang=xx&theme=blue&k=7&hide=roof&n=9", {
      before: withoutEngine,
    });
    for (const part of ["colour=red", "lang=xx", "theme=blue", "k=7", "hide=roof"])
      await notice(page).getByText(part).waitFor();
    assert.equal(await notice(page).count(), 1);
    await until(
      () => new URL(page.url()).search,
      (search) => search === "?n=9&panel=rank",
      { what: "what is left of the link" },
    );
    await close();
  });

  test("the keys of the exercises are known", { timeout: 120_000 }, async () => {
    const query = "s=2.14.50&off=P&layer=2&weights=random&n=9&dh=5&da=3&ab=dif_sr.sasrec&panel=rank";
    const { page, close } = await open(query);
    await settled(page);
    await page.waitForTimeout(600);
    assert.equal(await notice(page).count(), 0);
    const said = new URL(page.url()).searchParams;
    for (const [key, text] of new URLSearchParams(query)) assert.equal(said.get(key), text, key);
    await close();
  });

  test("epochs, lambda and run are those of the next run, and the run is begun once", {
    timeout: 240_000,
  }, async () => {
    const { page, close } = await open("panel=train&epochs=1&lambda=3&run=1");
    const field = (name) => page.locator("#train").getByRole("textbox", { name, exact: true });
    await page.locator('[data-phase="ready"]').first().waitFor({ state: "attached", timeout: 60_000 });
    await until(
      () => field("Epochs").inputValue(),
      (value) => value === "1",
      { what: "the epochs" },
    );
    assert.equal(await field("λ attributes").inputValue(), "3");
    await page.locator("#train .verdict").waitFor({ timeout: 180_000 });
    assert.doesNotMatch(page.url(), /run=/);
    assert.equal(await notice(page).count(), 0);
    await close();
  });

  test("answer is the choice in an exercise", { timeout: 120_000 }, async () => {
    const { page, close } = await open("exercise=one-item&panel=why&s=93&answer=b");
    await page.locator('.task-bar[data-exercise="one-item"]').waitFor();
    await until(
      () => page.locator(".task-choices input").evaluateAll((all) => all.map((one) => one.checked)),
      (checked) => checked.join() === "false,true,false",
      { what: "the second choice" },
    );
    await close();
    const other = await open("answer=b&n=9");
    await notice(other.page).getByText("answer=b").waitFor();
    await other.close();
  });
});

describe("marks in the page", () => {
  for (const panel of PANELS) {
    test(`${panel}: its section, figures that can be saved, its reading`, { timeout: 240_000 }, async () => {
      const { page, assertClean, close } = await open(`panel=${panel}`);
      await settled(page);
      const section = page.locator(`section[data-panel="${panel}"]`);
      assert.equal(await section.count(), 1);
      const drawn = section.locator("[data-figure]:has(figcaption)");
      for (const figure of await drawn.all()) {
        const name = await figure.getAttribute("data-figure");
        assert.match(name, /^[a-z-]+$/);
        const save = figure.locator("button[data-save]");
        assert.equal(await save.count(), 1, name);
        await save.click();
        await figure.locator("[data-save-as=svg]").waitFor();
        for (const as of ["svg", "png", "csv"])
          assert.equal(await figure.locator(`button[data-save-as=${as}]`).count(), 1, `${name}: ${as}`);
        await page.keyboard.press("Escape");
      }
      const isRead = (await section.locator("[data-reading]").filter({ visible: true }).allInnerTexts()).join(" ");
      if (READ.includes(panel)) assert.ok(isRead.length > 20, `reading: ${isRead}`);
      if (panel === "exercises") {
        const states = await section
          .locator("[data-exercise]")
          .evaluateAll((all) => all.map((one) => [one.dataset.exercise, one.dataset.state]));
        assert.equal(new Set(states.map(([name]) => name)).size, 14);
        assert.ok(states.every(([, state]) => state === "new"));
      }
      assertClean();
      await close();
    });
  }

  test("ready goes with what is asked, and comes with the last answer on screen", { timeout: 120_000 }, async () => {
    const { page, close } = await open("panel=why");
    await settled(page);
    await page.locator("#why [data-figure=row] [data-reading]").waitFor({ timeout: 1000 });
    await page.evaluate(() => {
      globalThis.seen = [];
      new MutationObserver(() => globalThis.seen.push(document.documentElement.dataset.ready)).observe(
        document.documentElement,
        { attributeFilter: ["data-ready"] },
      );
    });
    await page.locator(".tile").first().click();
    assert.equal((await marks(page)).ready, "false", "as soon as it is pressed");
    await settled(page);
    assert.equal(await page.evaluate(() => globalThis.seen.at(0)), "false");
    await close();
  });
});

describe("keys of a lecture", () => {
  const at = (page, place) =>
    until(
      () => marks(page),
      ({ step, click }) => `${step}/${click}` === place,
      { what: place },
    );

  test("next, back, both ends, black, and the end", { timeout: 240_000 }, async () => {
    const { page, close } = await open("lecture=ten&step=rank&click=1", { before: withoutEngine });
    await page.locator("[data-wall-title]").waitFor();
    for (const key of ["PageDown", "ArrowRight", "Space", "Enter"]) {
      await page.keyboard.press(key);
      await at(page, "rank/2");
      const back = { PageDown: "PageUp", ArrowRight: "ArrowLeft", Space: "Shift+Space", Enter: "PageUp" }[key];
      await page.keyboard.press(back);
      await at(page, "rank/1");
    }
    await page.keyboard.press("End");
    await at(page, "yours/1");
    await page.keyboard.press("Home");
    await at(page, "session/0");
    for (const key of ["b", "."]) {
      await page.keyboard.press(key);
      await page.locator(".wall-black").waitFor();
      await page.keyboard.press(key);
      await page.locator(".wall-black").waitFor({ state: "detached" });
    }
    const [notes] = await Promise.all([page.waitForEvent("popup"), page.keyboard.press("p")]);
    await notes.waitForURL(/presenter=ten/);
    await notes.close();
    await page.keyboard.press("Escape");
    await until(
      () => marks(page),
      ({ lecture, step, click }) => lecture === undefined && step === undefined && click === undefined,
      { what: "the end" },
    );
    await close();
  });

  test("are letters in a text field", { timeout: 120_000 }, async () => {
    const { page, close } = await open("lecture=ten&step=rank&click=1", { before: withoutEngine });
    await page.locator("[data-wall-title]").waitFor();
    await page.evaluate(() => {
      const field = document.createElement("input");
      document.querySelector(".wall-head").append(field);
      field.focus();
    });
    await page.keyboard.type("b p.");
    for (const key of ["ArrowLeft", "PageDown", "Home", "End", "Enter", "Escape"]) await page.keyboard.press(key);
    assert.equal(await page.locator(".wall-head > input").inputValue(), "b p.");
    assert.equal(await page.locator(".wall-black").count(), 0);
    await at(page, "rank/1");
    await close();
  });
});
