// Frames in decks as lecturers make them, with the code of docs/teaching.md: the deck's own keys walk the sub-steps of a frame, and then the
// deck goes on. Where npm cannot fetch reveal.js and Slidev the tests are skipped, and named.
import assert from "node:assert/strict";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { buildSlidev, deckSources, findDeckPackages } from "../../www/scripts/decks.mjs";
import { root } from "../../www/scripts/places.mjs";
import { STILL, startLab, until } from "./support.mjs";

const { packages, reason } = await findDeckPackages();
const skip = reason ?? false;
/** Where the page is, in the docs. */
const THERE = "https://lab.example/";
const MOST_LINES = 30;
const folder = path.join(root, "test-results", "decks");

/** A block of code that the docs give a file's name. */
function fromDocs(name) {
  const text = readFileSync(path.join(root, "docs", "teaching.md"), "utf8");
  const blocks = [...text.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm)];
  return blocks.find(([, file]) => file === name)?.[2] ?? assert.fail(`docs/teaching.md has no ${name}`);
}

let lab;
before(async () => {
  if (reason) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(deckSources, "reveal"), path.join(folder, "reveal"), { recursive: true });
  writeFileSync(path.join(folder, "reveal", "dif-sr.js"), fromDocs("dif-sr.js"));
  const slidev = await buildSlidev(packages, fromDocs("components/DifSr.vue"));
  cpSync(slidev, path.join(folder, "slidev"), { recursive: true });
  lab = await startLab("cpu", {
    mounts: { "/decks/": folder, "/decks/reveal/reveal.js/": path.join(packages, "reveal.js") },
  });
  // The decks' pages name the address that the page has here: another site than the decks'.
  for (const file of readdirSync(folder, { recursive: true })) {
    if (!/\.(html|js)$/.test(file)) continue;
    const text = readFileSync(path.join(folder, file), "utf8");
    const here = `${lab.origin.replace("localhost", "127.0.0.1")}/`;
    if (text.includes(THERE)) writeFileSync(path.join(folder, file), text.replaceAll(THERE, here));
  }
});
after(() => lab?.close());

async function open(deck) {
  const opened = await lab.openPage({
    ...STILL,
    viewport: { width: 1280, height: 720 },
    ready: false,
    base: `/decks/${deck}`,
  });
  const { page } = opened;
  const frameOf = (step) => page.frames().find((frame) => frame.url().split(/[?&]/).includes(`step=${step}`));
  return {
    ...opened,
    /** Where the frame with this step is, "2"; null where there is no such frame, or it is on its way. */
    clickOf: async (step) => {
      const frame = frameOf(step);
      const marks = await frame?.evaluate(() => ({ ...document.documentElement.dataset })).catch(() => undefined);
      // Before everything in it is there it may not have told the deck yet.
      return marks?.step === step && marks.ready === "true" ? marks.click : null;
    },
    frameOf,
  };
}

/** A deck under its keys: where it is after each. `slideOf` says on which slide. */
function walker({ page, clickOf }, slideOf) {
  const is = (slide, step = null, click = null) =>
    until(
      async () => [await slideOf(page), step && (await clickOf(step))],
      ([now, at]) => now === slide && at === click,
      { what: `slide ${slide}${step ? `, ${step} ${click}` : ""}`, timeout: 60_000 },
    );
  const press = async (key, ...where) => {
    await page.keyboard.press(key);
    await is(...where);
    // The frame tells the deck within 50 ms.
    await page.waitForTimeout(150);
  };
  return { is, press };
}

test("the code in the docs is short enough to be read", () => {
  for (const name of ["dif-sr.js", "components/DifSr.vue"]) {
    const lines = fromDocs(name).trimEnd().split("\n").length;
    assert.ok(lines <= MOST_LINES, `${name}: ${lines} lines`);
  }
});

describe("reveal.js", { skip, concurrency: 1 }, () => {
  const slideOf = (page) => page.evaluate(() => globalThis.Reveal?.getIndices?.().h ?? null);
  /** Whether the slide on screen shows its fragment. */
  const fragment = (page) => page.locator(".present .fragment").evaluate((one) => one.classList.contains("visible"));

  async function openDeck() {
    const deck = await open("reveal/index.html");
    const walk = walker(deck, slideOf);
    await walk.is(0);
    return { ...deck, ...walk };
  }

  test("the deck's next walks fragments, sub-steps, and then the deck; back walks them back", {
    timeout: 300_000,
  }, async () => {
    const { page, is, press, close } = await openDeck();
    await press("PageDown", 0);
    assert.equal(await fragment(page), true);
    await press("PageDown", 1, "rank", "0");
    await press("PageDown", 1, "rank", "0");
    await until(
      () => fragment(page),
      (shown) => shown,
      { what: "the deck's own fragment" },
    );
    for (const [key, click] of [
      ["PageDown", "1"],
      ["ArrowRight", "2"],
      ["Space", "3"],
      ["n", "4"],
    ])
      await press(key, 1, "rank", click);
    await press("PageDown", 2, "gradients", "0");
    for (const click of ["1", "2", "3"]) await press("PageDown", 2, "gradients", click);
    await press("PageDown", 3);
    // Back, a frame that was unloaded is where it was.
    await press("PageUp", 2, "gradients", "3");
    for (const click of ["2", "1", "0"]) await press("PageUp", 2, "gradients", click);
    await press("PageUp", 1, "rank", "4");
    for (const [key, click] of [
      ["PageUp", "3"],
      ["ArrowLeft", "2"],
      ["Shift+Space", "1"],
      ["p", "0"],
    ])
      await press(key, 1, "rank", click);
    await page.keyboard.press("PageUp");
    await until(
      () => fragment(page),
      (shown) => !shown,
      { what: "the fragment to go" },
    );
    await is(1, "rank", "0");
    await press("PageUp", 0);
    await close();
  });

  test("the overview, black, and a field to write in are the deck's", { timeout: 240_000 }, async () => {
    const { page, is, press, close } = await openDeck();
    await page.evaluate(() => globalThis.Reveal.slide(1, 0, 0));
    await is(1, "rank", "0");
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => globalThis.Reveal.isOverview()), true);
    await press("ArrowRight", 2);
    await press("ArrowLeft", 1);
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => globalThis.Reveal.isOverview()), false);
    await is(1, "rank", "0");
    await page.keyboard.press("b");
    assert.equal(await page.evaluate(() => globalThis.Reveal.isPaused()), true);
    await page.keyboard.press("PageDown");
    await page.keyboard.press("b");
    assert.equal(await page.evaluate(() => globalThis.Reveal.isPaused()), false);
    await is(1, "rank", "0");
    await page.locator(".present .fragment").evaluate((one) => one.classList.add("visible"));
    await page.getByLabel("Notes").focus();
    await page.keyboard.type(" n");
    await page.keyboard.press("PageDown");
    assert.equal(await page.getByLabel("Notes").inputValue(), " n");
    await is(1, "rank", "0");
    await page.getByLabel("Notes").blur();
    // As the speaker's view sends the keys of its own window.
    await page.evaluate(() => globalThis.Reveal.triggerKey(34));
    await is(1, "rank", "1");
    await close();
  });

  test("keys in a frame that was clicked are the frame's, and Escape gives them back", {
    timeout: 240_000,
  }, async () => {
    const { page, frameOf, is, press, close } = await openDeck();
    await page.evaluate(() => globalThis.Reveal.slide(1, 0, 0));
    await is(1, "rank", "0");
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "BODY", "it took no focus");
    await frameOf("rank").locator("[data-wall-title]").click();
    for (const click of ["1", "2", "3", "4", "4"]) await press("PageDown", 1, "rank", click);
    await press("o", 1, "rank", "4");
    assert.equal(await page.evaluate(() => globalThis.Reveal.isOverview()), false);
    await press("Escape", 1, "rank", "4");
    await press("PageUp", 1, "rank", "3");
    await press("PageDown", 1, "rank", "4");
    await press("PageDown", 2, "gradients", "0");
    await close();
  });
});

describe("Slidev", { skip, concurrency: 1 }, () => {
  const slideOf = (page) => Number(/#\/(\d+)/.exec(page.url())?.[1] ?? Number.NaN);

  async function openDeck(place = "1") {
    const deck = await open(`slidev/index.html#/${place}`);
    await deck.page.locator(".slidev-layout").filter({ visible: true }).first().waitFor({ timeout: 60_000 });
    return { ...deck, ...walker(deck, slideOf) };
  }

  test("sub-steps are the slide's clicks: next and back walk them, and then the deck goes on", {
    timeout: 300_000,
  }, async () => {
    const { is, press, close } = await openDeck();
    await is(1);
    await press("PageDown", 2, "rank", "0");
    for (const [key, click] of [
      ["PageDown", "1"],
      ["ArrowRight", "2"],
      ["Space", "3"],
      ["PageDown", "4"],
    ])
      await press(key, 2, "rank", click);
    await press("PageDown", 3, "gradients", "0");
    // The frame of the slide before is as it was left: two frames of one origin do not hear each other.
    for (const click of ["1", "2"]) {
      await press("PageDown", 3, "gradients", click);
      await is(3, "rank", "4");
    }
    await press("PageDown", 3, "gradients", "3");
    await press("PageDown", 4);
    await press("PageUp", 3, "gradients", "3");
    for (const click of ["2", "1", "0"]) await press("PageUp", 3, "gradients", click);
    for (const click of ["4", "3", "2", "1", "0"]) await press("PageUp", 2, "rank", click);
    await press("PageUp", 1);
    await close();
  });

  test("a reload, the overview and clicks of one's own are the deck's", { timeout: 240_000 }, async () => {
    const { page, is, press, close } = await openDeck("2?clicks=3");
    await is(2, "rank", "3");
    await page.reload();
    await is(2, "rank", "3");
    const overview = page.locator(".z-modal.select-none");
    await page.keyboard.press("o");
    await overview.getByText("At last").waitFor();
    assert.equal(await overview.locator("iframe").count(), 0, "no engine in a thumbnail");
    await page.keyboard.press("Escape");
    await overview.waitFor({ state: "detached" });
    await press("PageUp", 2, "rank", "2");
    await page.goto(`${lab.origin}/decks/slidev/index.html#/4`);
    const last = page.getByText("At last");
    await last.waitFor({ state: "attached" });
    assert.ok((await last.getAttribute("class")).includes("slidev-vclick-hidden"));
    await page.keyboard.press("PageDown");
    await until(
      () => last.getAttribute("class"),
      (classes) => !classes.includes("slidev-vclick-hidden"),
      { what: "the deck's own click" },
    );
    await close();
  });

  test("keys in a frame that was clicked are the frame's", { timeout: 240_000 }, async () => {
    const { page, frameOf, is, press, close } = await openDeck("2");
    await is(2, "rank", "0");
    await frameOf("rank").locator("[data-wall-title]").click();
    for (const click of ["1", "2"]) await press("PageDown", 2, "rank", click);
    assert.match(page.url(), /#\/2$/);
    await press("Escape", 2, "rank", "2");
    await press("PageDown", 2, "rank", "1");
    await close();
  });
});
