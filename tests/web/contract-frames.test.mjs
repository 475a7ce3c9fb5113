// What pages around this one may rely on: a panel in a frame, whose keys stay with the page around it, and what is said both ways.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { FRAMES, frameReady, openFrame, toldState } from "./frames.mjs";
import { STILL, startLab, until } from "./support.mjs";

const PANELS = "session next why cause truth fused rank gradients map train compare exercises paper".split(" ");
/** Panels without a figure of their own: a list stands for it. */
const LISTS = {
  session: ".steps, .catalogue",
  next: ".predictions",
  exercises: ".exercises li",
  paper: ".paper-about",
};
/** States are told at most this often. */
const LEAST_MS = 50;

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const open = (query, options = {}) => openFrame(lab, query, { context: STILL, ...options });
const marks = (frame) => frame.evaluate(() => ({ ...document.documentElement.dataset }));
const notice = (frame) => frame.locator(".notices .notice");

async function openLecture(query = "lecture=ten&step=rank&embed=rank", options = {}) {
  const opened = await open(query, options);
  await opened.frame.locator("[data-wall-title]").waitFor({ timeout: 60_000 });
  return opened;
}

const at = (frame, place) =>
  until(
    () => marks(frame),
    ({ step, click }) => `${step}/${click}` === place,
    { what: place },
  );

describe("a panel in a frame", () => {
  for (const size of FRAMES) {
    for (const panel of PANELS) {
      test(`${panel}, ${size.width} x ${size.height}`, { timeout: 240_000 }, async () => {
        const { frame, close } = await open(`embed=${panel}`, { size, parent: null });
        await frameReady(frame);
        const seen = await frame.evaluate((list) => {
          const { scrollWidth, clientWidth, clientHeight } = document.documentElement;
          const section = document.querySelector("section[data-panel]");
          // The figure, or the list that stands for it; its drawing or its table, and not the tools beside it.
          const figure = section.querySelector("[data-figure]");
          const box = (
            figure?.querySelector(".drawing, table") ??
            figure ??
            section.querySelector(list)
          ).getBoundingClientRect();
          return {
            sideways: scrollWidth - clientWidth,
            panels: [...document.querySelectorAll("section[data-panel]")].map((one) => one.dataset.panel),
            bars: document.querySelectorAll("nav, .status-line, .skip").length,
            seen: Math.min(box.bottom, clientHeight) - Math.max(box.top, 0),
          };
        }, LISTS[panel] ?? null);
        assert.deepEqual(seen.panels, [panel]);
        assert.equal(seen.bars, 0);
        assert.ok(seen.sideways <= 0, `${seen.sideways} px too wide`);
        assert.ok(seen.seen >= size.height / 6, `of what it shows ${seen.seen} px are in view`);
        await close();
      });
    }
  }

  test("of a lecture shows each sub-step of its step whole", { timeout: 400_000 }, async () => {
    const { frame, send, close, ...told } = await openLecture("lecture=ten&embed=next");
    const steps = "session side onemap fivemaps whatif truth fusion rank gradients train matter yours".split(" ");
    for (const step of steps) {
      for (let click = 0, hasNext = true; hasNext; click++) {
        await send({ type: "go", to: { step, click } });
        const state = await toldState(told, (now) => now.step === step && now.click === click, `${step}/${click}`);
        await frameReady(frame);
        const over = await frame.evaluate(() => {
          const { scrollHeight, scrollWidth, clientHeight, clientWidth } = document.documentElement;
          const shown = [...document.querySelectorAll("section[data-panel] *")].some((one) => one.checkVisibility());
          return { down: scrollHeight - clientHeight, aside: scrollWidth - clientWidth, shown };
        });
        // Where two rows of rings stand over a guess, the legend below them is cut.
        assert.ok(over.down <= 10 && over.aside <= 0, `${step}/${click}: ${JSON.stringify(over)}`);
        hasNext = state.hasNext;
      }
    }
    await close();
  });

  test("of a lecture begins at the step that shows it, and follows the step to another panel", async () => {
    const { frame, send, close, ...told } = await openLecture("lecture=ten&embed=fused");
    await toldState(told, ({ step, click }) => step === "fusion" && click === 0, "the step about fusion");
    await send({ type: "go", to: { step: "fusion", click: 2 } });
    await frame.locator('section[data-panel="side"]').waitFor();
    await send({ type: "go", to: "previous" });
    await frame.locator('section[data-panel="fused"]').waitFor();
    assert.equal(await notice(frame).count(), 0);
    await close();
    const other = await openLecture("lecture=ten&step=gradients&embed=rank");
    await other.frame.locator('section[data-panel="gradients"]').waitFor({ state: "attached" });
    await notice(other.frame).getByText("embed=rank").waitFor();
    await other.close();
  });
});

describe("keys", () => {
  test("stay with the page around it until the frame is pressed, and come back by Escape", async () => {
    const { page, frame, send, close, ...told } = await openLecture();
    const entries = await page.evaluate(() => history.length);
    const focus = () => page.evaluate(() => document.activeElement.tagName);
    await page.getByLabel("Notes").focus();
    for (const click of [1, 2, 3, 4]) {
      await send({ type: "go", to: "next" });
      await toldState(told, (now) => now.click === click, `sub-step ${click}`);
      // What the page does after it has drawn another place.
      await page.waitForTimeout(200);
      assert.equal(await focus(), "INPUT");
    }
    await send({ type: "set", patch: { n: 12 } });
    await toldState(told, ({ link }) => /n=12/.test(link), "what was set");
    await page.keyboard.type("b ");
    for (const key of ["PageUp", "ArrowLeft", "Home", "Escape"]) await page.keyboard.press(key);
    assert.equal(await page.getByLabel("Notes").inputValue(), "b ");
    assert.equal((await marks(frame)).click, "4");
    assert.deepEqual(await page.evaluate(() => globalThis.keys.slice(-2)), ["Home", "Escape"]);
    assert.equal(await page.evaluate(() => history.length), entries, "Back is the other page's");

    await frame.locator("[data-wall-title]").click();
    assert.equal(await focus(), "IFRAME");
    const before = await page.evaluate(() => globalThis.keys.length);
    for (const key of ["PageUp", "ArrowLeft"]) await page.keyboard.press(key);
    await at(frame, "rank/2");
    for (const key of ["PageDown", " ", "Enter", "ArrowRight"]) await page.keyboard.press(key);
    await at(frame, "rank/4");
    assert.equal(await page.evaluate(() => globalThis.keys.length), before, "none of them is heard outside");
    await page.keyboard.press("Escape");
    assert.equal(await focus(), "BODY");
    await page.keyboard.press("x");
    assert.deepEqual(await page.evaluate(() => globalThis.keys.slice(-1)), ["x"]);
    assert.equal((await marks(frame)).lecture, "ten");
    await close();
  });
});

describe("what is told", () => {
  test("is the place, what comes, and a link that leads there", async () => {
    const { page, send, close, ...told } = await openLecture("lecture=ten&step=rank&click=3&embed=rank");
    const first = await toldState(told, ({ step }) => step === "rank", "the place");
    const { link, ...place } = first;
    assert.deepEqual(place, {
      ...{ source: "dif-sr-lab", type: "state", step: "rank", click: 3, hasNext: true, hasPrevious: true },
    });
    assert.equal(new URL(link).searchParams.get("click"), "3");
    await send({ type: "go", to: "next" });
    await toldState(told, (now) => now.click === 4 && !now.hasNext, "the last sub-step");
    await send({ type: "go", to: { step: "rank" } });
    await toldState(told, (now) => now.click === 0 && !now.hasPrevious, "the first");
    const before = (await told.told()).length;
    await send({ type: "get" });
    await until(
      async () => (await told.told()).length,
      (count) => count === before + 1,
      { what: "an answer" },
    );
    await page.waitForTimeout(300);
    const all = await told.told();
    assert.equal(all.length, before + 1, "one");
    assert.deepEqual(all.at(-1).message, all.at(-2).message);
    await close();
  });

  test("without a lecture there is no place, and nothing before or after it", async () => {
    const { send, close, ...told } = await open("embed=rank&n=9&weights=random");
    const { link, ...state } = await toldState(told, () => true, "the state");
    assert.match(link, /[?&]weights=random&n=9&embed=rank/);
    assert.deepEqual(state, {
      ...{ source: "dif-sr-lab", type: "state", step: null, click: null, hasNext: false, hasPrevious: false },
    });
    await send({ type: "go", to: "next" });
    await send({ type: "set", patch: { n: 12 } });
    await toldState(told, (now) => /n=12/.test(now.link) && now.step === null, "what was set");
    await close();
  });

  test("comes at most every 50 ms, and the newest is told", async () => {
    const { page, origin, close, ...told } = await openLecture();
    await toldState(told, ({ step }) => step === "rank", "the place");
    const before = (await told.told()).length;
    const began = await page.evaluate(async (there) => {
      const start = performance.now();
      const { contentWindow } = document.querySelector("iframe");
      for (let n = 1; n <= 40; n++) {
        contentWindow.postMessage({ target: "dif-sr-lab", type: "set", patch: { n } }, there);
        contentWindow.postMessage({ target: "dif-sr-lab", type: "get" }, there);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return start;
    }, origin);
    await toldState(told, ({ link }) => /n=40/.test(link), "the newest");
    // Not from one to the next: what a busy machine delivers late it delivers together.
    const all = (await told.told()).slice(before);
    const most = (all.at(-1).at - began) / LEAST_MS + 1;
    assert.ok(all.length > 1 && all.length <= most, `${all.length} in the time of ${most}`);
    await close();
  });

  test("an exercise's result is told: on the way, and solved, with its code", async () => {
    const { send, close, ...told } = await open("embed=why&exercise=source-gains&s=2.14.50.54.17.62.71");
    await toldState(told, () => true, "the state");
    const results = async () =>
      (await told.told()).map(({ message }) => message).filter(({ type }) => type === "result");
    await send({ type: "set", patch: { off: "B" } });
    await until(results, (all) => all.at(-1)?.verb === "answered", { what: "an answer", timeout: 60_000 });
    await send({ type: "set", patch: { off: "P" } });
    const all = await until(results, (now) => now.at(-1)?.verb === "completed", { what: "the end", timeout: 60_000 });
    const { result, ...rest } = all.at(-1);
    assert.deepEqual(rest, { source: "dif-sr-lab", type: "result", verb: "completed", object: "source-gains" });
    assert.deepEqual([result.success, result.score], [true, 1]);
    assert.match(result.code, /^\d{4}$/);
    assert.deepEqual([all[0].result.success, all[0].result.code], [false, null]);
    await close();
  });
});

describe("what is said to it", () => {
  test("is checked as a link is: what cannot be used is named, and changes nothing", async () => {
    const { frame, send, close, ...told } = await open("embed=rank&weights=random");
    await frameReady(frame);
    const named = (part) => notice(frame).getByText(part).waitFor();
    await send({ type: "set", patch: { colour: "red", n: 9, dh: 999, layer: 77, s: "1.2.99999", by: ["B"] } });
    const { link } = await toldState(
      told,
      (now) => /[?&]n=9/.test(now.link) && /s=1\.2(&|$)/.test(now.link),
      "n and s",
    );
    for (const part of ["colour=red", "dh=999", "layer=77", "s=99999", "by=…"]) await named(part);
    assert.doesNotMatch(link, /colour|dh=|layer|by=/);
    await send({ type: "set", patch: { parent: "https://evil.example", embed: "train" } });
    for (const part of ["parent=https://evil.example", "embed=train"]) await named(part);
    await send({ type: "set", patch: { layer: 15 } });
    await named("layer=15");
    await toldState(told, (now) => !/layer/.test(now.link), "no such layer");
    assert.equal(await notice(frame).count(), 1, "one sentence");
    assert.deepEqual(await frame.locator("section[data-panel]").evaluateAll((all) => all.map(({ id }) => id)), [
      "rank",
    ]);
    await close();
  });

  test("leads through a lecture and into another one", async () => {
    const { frame, send, close, ...told } = await openLecture();
    await send({ type: "set", patch: { step: "gradients", click: 1 } });
    await toldState(told, ({ step, click }) => step === "gradients" && click === 1, "another step");
    await frame.locator('section[data-panel="gradients"]').waitFor();
    await send({ type: "set", patch: { lecture: "five", step: "rank", click: 99 } });
    await toldState(told, ({ link, step }) => step === "rank" && /lecture=five/.test(link), "another lecture");
    await notice(frame).getByText("click=99").waitFor();
    await send({ type: "go", to: { step: "nowhere", click: 0 } });
    await notice(frame).getByText("step=nowhere").waitFor();
    await send({ type: "set", patch: { lecture: "eleven" } });
    await notice(frame).getByText("lecture=eleven").waitFor();
    assert.equal((await marks(frame)).lecture, "five");
    await close();
  });

  test("changes nothing where it is no message of ours, and is named where it nearly is one", async () => {
    const { page, frame, origin, close, ...told } = await openLecture();
    const before = (await toldState(told, ({ step }) => step === "rank", "the place")).link;
    const faults = [];
    frame.page().on("pageerror", ({ message }) => faults.push(message));
    await page.evaluate((there) => {
      const ours = { target: "dif-sr-lab" };
      const ring = {};
      ring.ring = ring;
      const messages = [
        ...[null, undefined, 5, "next", [], {}, new Map(), new Uint8Array(9), ring, "slide:stop"],
        ...[{ type: "go", to: "next" }, { target: "dif-sr", type: "go", to: "next" }, ours],
        ...[undefined, null, 3, "", "first", {}, [], { step: 5 }, { step: "rank", click: -1 }].map((to) => ({
          ...{ ...ours, type: "go", to: to ?? { click: 1.5 } },
        })),
        ...[null, "n=9", 7, [], ring, undefined].map((patch) => ({ ...ours, type: "set", patch })),
        { ...ours, type: "stop" },
      ];
      for (const message of messages) document.querySelector("iframe").contentWindow.postMessage(message, there);
    }, origin);
    await page.waitForTimeout(500);
    const { message } = (await told.told()).at(-1);
    assert.equal(message.link, before);
    assert.deepEqual(faults, []);
    assert.equal(await frame.locator(".notice-bad").count(), 0);
    const said = await notice(frame).innerText();
    for (const part of ["to=3", "to=first", "to=…", "patch=n=9", "patch=7", "patch=…", "type=stop", "type=…"])
      assert.ok(said.includes(part), `${part}: ${said}`);
    for (let at = 0; at < 40; at += 1)
      await page.evaluate(
        ({ at, origin }) =>
          document
            .querySelector("iframe")
            .contentWindow.postMessage({ target: "dif-sr-lab", type: "set", patch: { [`k${at}`]: 1 } }, origin),
        { at, origin },
      );
    await notice(frame).getByText("k39=1").waitFor();
    const named = await notice(frame).innerText();
    assert.equal(named.match(/k\d+=1/g).length, 24, "the latest, and no more");
    assert.match(named, /, and \d+ more before\.$/, "the others are counted");
    await close();
  });

  test("is heard from the moment that the frame has loaded, in its order", async () => {
    const { frame, close, ...told } = await openFrame(lab, "lecture=ten&step=rank&embed=rank", {
      context: STILL,
      first: [
        { type: "go", to: { step: "gradients", click: 1 } },
        { type: "set", patch: { lecture: "five", step: "rank", click: 1 } },
        { type: "go", to: "previous" },
      ].map((message) => ({ target: "dif-sr-lab", ...message })),
    });
    await toldState(told, ({ link, click }) => click === 0 && /lecture=five/.test(link), "what was said first");
    await at(frame, "rank/0");
    assert.equal(await notice(frame).count(), 0);
    await close();
  });

  test("is heard from the origin in the address alone", async () => {
    const { page, frame, origin, post, close } = await openLecture();
    const other = lab.origin.replace("localhost", "other.localhost");
    // Another page of the same deck on another origin, which has found the frame.
    await page.evaluate((there) => globalThis.addFrame(`${there}/@test/deck.html`, 100, 100), other);
    const stranger = await until(
      () => page.frames().find((one) => one.url().startsWith(other)),
      (one) => one !== undefined,
      { what: "the stranger" },
    );
    await stranger.evaluate((there) => {
      const message = { target: "dif-sr-lab", type: "go", to: "next" };
      parent.frames[0].postMessage(message, there);
    }, origin);
    await page.waitForTimeout(500);
    await at(frame, "rank/0");
    await post({ target: "dif-sr-lab", type: "go", to: "next" });
    await at(frame, "rank/1");
    await close();
  });

  for (const [name, parent] of [
    ["no origin", null],
    ["another origin", "https://deck.example"],
    ["no address", "javascript:alert(1)"],
  ]) {
    test(`is not heard and not answered where the address names ${name}`, async () => {
      const { page, frame, send, close, told } = await openLecture("lecture=ten&step=rank&embed=rank", { parent });
      for (const message of [{ type: "get" }, { type: "go", to: "next" }]) await send(message);
      if (parent !== null)
        await notice(frame)
          .getByText(`parent=${parent.slice(0, 20)}`)
          .waitFor();
      await page.waitForTimeout(500);
      assert.deepEqual(await told(), []);
      await at(frame, "rank/0");
      await close();
    });
  }
});
