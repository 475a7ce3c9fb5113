// Windows of every size: low ones and zoom, phones, a hall's projector, paper.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { clickItems, HANDHELD, nextRows, PANELS, STILL, sessionRows, startLab, until } from "./support.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const settled = (page) => page.locator('html[data-ready="true"]').waitFor({ state: "attached", timeout: 30_000 });

async function open(options) {
  const opened = await lab.openPage({ ...STILL, ready: false, ...options });
  await settled(opened.page);
  return opened;
}

/** The share of the window that bars cover wherever one scrolls to. */
const covered = (page) =>
  page.evaluate(() => {
    const bars = [...document.querySelectorAll(".top, .panel-bar, .run-bar, .strip, .panel-tabs, .status-line")];
    const staying = bars.filter((bar) => ["fixed", "sticky"].includes(getComputedStyle(bar).position));
    return staying.reduce((sum, bar) => sum + bar.getBoundingClientRect().height, 0) / innerHeight;
  });

/** Half-way down the page, the share of the window's height in which nothing lies over a panel. */
const shareOf = (page, id) =>
  page.evaluate((panel) => {
    scrollTo(0, (document.documentElement.scrollHeight - innerHeight) / 2);
    const { left, width } = document.getElementById(panel).getBoundingClientRect();
    const heights = Array.from({ length: 50 }, (_, at) => ((at + 0.5) / 50) * innerHeight);
    const seen = heights.filter((y) => document.elementFromPoint(left + width / 2, y)?.closest(`#${panel}`));
    return seen.length / heights.length;
  }, id);

describe("a low window", () => {
  for (const [what, viewport] of [
    ["200 % zoom of 1366 x 768", { width: 683, height: 384 }],
    ["400 % zoom of 1366 x 768", { width: 341, height: 192 }],
    ["a phone held sideways", { width: 740, height: 360 }],
    ["a wide and low one", { width: 1366, height: 420 }],
  ]) {
    test(`leaves three fifths and more to the content: ${what}`, async () => {
      for (const panel of ["session", "why", "train"]) {
        const { page, close } = await open({ query: `?panel=${panel}`, viewport });
        assert.ok((await covered(page)) <= 0.4, `${panel}: bars cover ${await covered(page)}`);
        assert.ok((await shareOf(page, panel)) >= 0.6, `${panel} is seen in ${await shareOf(page, panel)}`);
        await close();
      }
    });
  }

  for (const lang of ["en", "ko"])
    test(`scrolls no panel sideways at 400 % zoom: ${lang}`, async () => {
      for (const viewport of [
        { width: 320, height: 256 },
        { width: 342, height: 192 },
      ])
        for (const panel of PANELS) {
          const { page, close } = await open({ query: `?panel=${panel}&lang=${lang}`, viewport });
          // What comes by itself has come.
          if (panel === "why") await page.locator(".off-table").waitFor();
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, panel);
          await close();
        }
    });

  test("keeps the focus in view at 400 % zoom", async () => {
    const { page, close } = await open({ query: "?panel=why", viewport: { width: 341, height: 192 } });
    await page.locator("#why").focus();
    for (let presses = 0; presses < 25; presses++) {
      await page.keyboard.press("Tab");
      const box = await page.evaluate(() => {
        const { top, bottom, height } = document.activeElement.getBoundingClientRect();
        return { top, bottom, height, window: innerHeight };
      });
      if (box.height > box.window) continue;
      assert.ok(box.top >= -1 && box.bottom <= box.window + 1, JSON.stringify(box));
    }
    await close();
  });

  for (const lang of ["en", "ko"])
    test(`of 1366 x 768 shows the list of next items to its last word: ${lang}`, async () => {
      const { page, close } = await open({ query: `?lang=${lang}`, viewport: { width: 1366, height: 768 } });
      const [below, bar] = await Promise.all(
        [".next-total", ".status-line"].map((one) => page.locator(one).boundingBox()),
      );
      assert.ok(below.y + below.height <= bar.y, JSON.stringify([below, bar]));
      await close();
    });

  test("of usual height keeps its bars", async () => {
    const { page, close } = await open({ query: "?panel=paper" });
    await page.evaluate(() => scrollTo(0, 500));
    for (const bar of [".top", ".panel-bar", ".status-line"]) assert.ok(await page.locator(bar).isVisible());
    const top = await page.locator(".top").evaluate((bar) => bar.getBoundingClientRect().top);
    assert.equal(top, 0);
    await close();
  });
});

describe("the header", () => {
  const NAMES = [
    ["Shop: brand loyal", "DIF-SR (concat)"],
    ["Shop: department chains", "DIF-SR (concat), your own"],
  ];

  test("has the names of data and model whole, and the sentence about the page is on screen once, not cut", async () => {
    const { page, close } = await open({ viewport: { width: 360, height: 768 } });
    for (const width of [360, 768, 1080, 1280, 1366, 1440])
      for (const names of NAMES) {
        await page.setViewportSize({ width, height: 768 });
        await page.locator(".picker-button > span").evaluateAll((all, texts) => {
          for (const [at, one] of all.entries()) one.textContent = texts[at];
        }, names);
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        const seen = await page.evaluate(() => {
          const isWhole = (one) => one.scrollWidth <= one.clientWidth && one.scrollHeight <= one.clientHeight + 1;
          const isSeen = (one) => one.checkVisibility({ visibilityProperty: true });
          const sentences = [...document.querySelectorAll(".top-about, .session-about")].filter(isSeen);
          return {
            names: [...document.querySelectorAll(".picker-button > span")].filter((one) => !isWhole(one)).length,
            sentences: sentences.length,
            cut: sentences.filter((one) => !isWhole(one)).length,
            wide: document.documentElement.scrollWidth > innerWidth,
          };
        });
        assert.deepEqual(seen, { names: 0, sentences: 1, cut: 0, wide: false }, `${width} px, ${names}`);
      }
    await close();
  });

  test("keeps the sentence at 1366 px, whatever model of ours answers", async () => {
    const { page, close } = await open({ query: "?m=dif_sr" });
    await page
      .locator(".picker-button > span")
      .last()
      .evaluate((name) => {
        name.textContent = "DIF-SR (concat), your own";
      });
    await page.waitForTimeout(100);
    assert.ok(await page.locator(".top-about").isVisible());
    await close();
  });
});

describe("a phone", () => {
  test("shows on the Session tab what a tap does: the count, the first prediction, the new row", async () => {
    const { page, assertClean, close } = await open(HANDHELD);
    const strip = page.locator(".strip");
    const count = () => page.locator(".strip-count").innerText();
    const before = { count: Number(await count()), first: await page.locator(".strip-first").innerText() };
    assert.equal(before.count, await sessionRows(page).count());
    const tile = page.locator(".tile").nth(2);
    const name = await tile.locator(".tile-name").innerText();
    await tile.tap();
    const row = page.locator(".just-added");
    await row.getByText(name).waitFor();
    assert.match(await row.innerText(), new RegExp(`^${before.count + 1}\\n`));
    assert.ok((await row.locator(".item-value-name").allInnerTexts()).every((value) => value !== ""));
    assert.equal(Number(await count()), before.count + 1);
    await until(
      () => page.locator(".strip-first").innerText(),
      (now) => now !== before.first,
      { what: "another first prediction" },
    );
    for (const element of [strip, row]) {
      const { y, height } = await element.boundingBox();
      assert.ok(y >= 0 && y + height <= 740);
    }
    await row.waitFor({ state: "detached" });
    // From the session the strip leads to the list.
    await strip.tap();
    assert.equal(await nextRows(page).count(), 10);
    await strip.tap();
    assert.ok((await sessionRows(page).count()) > 0);
    assertClean();
    await close();
  });

  test("names every value of every row of the session", async () => {
    const { page, close } = await open(HANDHELD);
    const rows = await sessionRows(page).count();
    const values = page.locator(".step .item-value-name");
    assert.equal(await values.count(), 3 * rows);
    for (const value of await values.all()) assert.ok(await value.isVisible());
    await close();
  });

  test("has a grip of 44 px for every row, and a row that is carried by it moves", async () => {
    const { page, close } = await open(HANDHELD);
    const grip = page.locator(".step-number").first();
    const { x, y, width, height } = await grip.boundingBox();
    assert.ok(width >= 44 && height >= 44, `${width} x ${height}`);
    assert.ok(await grip.locator(".icon").evaluate((icon) => getComputedStyle(icon).opacity === "1"));
    const names = () => page.locator(".step-name").allInnerTexts();
    const [first, second] = await names();
    const touch = await page.context().newCDPSession(page);
    const at = (dy) => [{ x: x + width / 2, y: y + height / 2 + dy }];
    await page.locator(".step").first().scrollIntoViewIfNeeded();
    await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(0) });
    for (const dy of [10, 30, 60])
      await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(dy) });
    await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await until(names, (now) => now[0] === second && now[1] === first, { what: "the two rows exchanged" });
    await close();
  });

  for (const lang of ["en", "ko"]) {
    test(`has the names of all panels whole in its tabs, also of those behind the last one: ${lang}`, async () => {
      for (const panel of ["side", "paper"]) {
        const { page, close } = await open({ ...HANDHELD, query: `?lang=${lang}&panel=${panel}` });
        const cut = await page.locator(".panel-tabs .panel-tab").evaluateAll((tabs) =>
          tabs.flatMap((tab) => {
            const [outer, name] = [tab, tab.querySelector("span")].map((one) => one.getBoundingClientRect());
            return name.left < outer.left - 1 || name.right > outer.right + 1 ? [tab.textContent] : [];
          }),
        );
        assert.deepEqual(cut, [], `while ${panel} is on screen`);
        // Named after the panel on screen, the last tab still looks like the way to the others.
        const mark = await page.locator(".panel-tabs button.is-here .more-mark").boundingBox();
        assert.ok(mark.x + mark.width <= HANDHELD.viewport.width, JSON.stringify(mark));
        await close();
      }
    });
  }

  test("has targets of 44 px in its header, strip, tabs and session", async () => {
    const { page, close } = await open(HANDHELD);
    const small = await page.evaluate(() => {
      const all = document.querySelectorAll(
        ":is(.top, .panel-tabs, #session) :is(button, a, input):not(.term, .visually-hidden), .strip",
      );
      return [...all]
        .map((one) => ({
          name: one.getAttribute("aria-label") ?? one.textContent.trim(),
          ...one.getBoundingClientRect().toJSON(),
        }))
        .filter(({ width, height }) => width > 0 && (height < 43.5 || width < 43.5))
        .map(({ name, width, height }) => `${name}: ${Math.round(width)} x ${Math.round(height)}`);
    });
    // The field lies in a label of that height.
    assert.deepEqual(
      small.filter((one) => !one.startsWith("Search")),
      [],
    );
    await close();
  });

  test("keeps its header out of the way: it scrolls off, the strip stays", async () => {
    const { page, close } = await open({ ...HANDHELD, query: "?panel=paper" });
    await page.evaluate(() => scrollTo(0, 600));
    const tops = await page.evaluate(() =>
      [".top", ".strip"].map((bar) => document.querySelector(bar).getBoundingClientRect().bottom),
    );
    assert.ok(tops[0] <= 0 && tops[1] > 0 && tops[1] < 60, JSON.stringify(tops));
    await close();
  });
});

describe("a long session", () => {
  test("shows its newest item, and that it goes on above", async () => {
    const session = Array.from({ length: 16 }, (_, index) => index + 1).join(".");
    const { page, close } = await open({ query: `?s=${session}` });
    const list = page.locator(".steps");
    const isSeen = (index) =>
      page
        .locator(".step")
        .nth(index)
        .evaluate((row) => {
          const [own, frame] = [row.getBoundingClientRect(), row.parentElement.getBoundingClientRect()];
          return own.top >= frame.top - 1 && own.bottom <= frame.bottom + 1;
        });
    assert.ok(await isSeen(15), "the newest is in view");
    await until(
      () => list.getAttribute("data-more-above"),
      (more) => more === "true",
    );
    assert.equal(await list.getAttribute("data-more-below"), "false");
    await list.evaluate((element) => element.scrollTo(0, 0));
    await until(
      () => list.getAttribute("data-more-above"),
      (more) => more === "false",
    );
    await clickItems(page, 1);
    await until(() => isSeen(16), Boolean, { what: "the new item in view" });
    await close();
  });
});

describe("a projector", () => {
  for (const viewport of [
    { width: 1366, height: 768 },
    { width: 1920, height: 1080 },
  ]) {
    test(`shows session, list and panel in large letters, without scrolling sideways: ${viewport.width} px`, async () => {
      for (const panel of ["why", "train", "compare", "side", "paper"]) {
        const { page, close } = await open({ query: `?projector=1&panel=${panel}`, viewport });
        const seen = await page.evaluate(() => ({
          root: Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
          width: document.documentElement.scrollWidth,
          last: document.querySelector(".predictions li:last-child").getBoundingClientRect().bottom,
        }));
        assert.ok(seen.root >= 18, `${seen.root} px`);
        assert.ok(seen.width <= viewport.width, `${panel}: ${seen.width} px wide`);
        assert.ok(seen.last <= viewport.height - 28, `ten next items end at ${seen.last}`);
        await close();
      }
    });
  }

  test("has the catalogue behind one press", async () => {
    const { page, close } = await open({ query: "?projector=1" });
    assert.equal(await page.locator(".tile").first().isVisible(), false);
    await page.getByRole("button", { name: "All 240" }).click();
    await page.locator(".tile").first().click();
    await close();
  });

  test("is not what a phone shows: a link made for one has the size of phones there", async () => {
    const { page, close } = await open({ ...HANDHELD, query: "?projector=1" });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
    assert.equal(await page.locator("html[data-projector]").count(), 0);
    await close();
  });

  test("is switched on in the menu of the theme", async () => {
    const { page, close } = await open({});
    await page.getByRole("button", { name: "Theme and size" }).click();
    await page.getByRole("switch", { name: "Large, for a projector" }).click();
    await page.locator("html[data-projector]").waitFor({ state: "attached" });
    await until(
      () => page.url(),
      (url) => url.includes("projector=1"),
    );
    await close();
  });
});

/** What is drawn or tabled in a panel and ends beyond it. What scrolls inside itself is seen to. */
const stickingOut = (page, id) =>
  page.locator(`[data-panel="${id}"]`).evaluate((panel) => {
    const { right } = panel.getBoundingClientRect();
    const isInScroller = (one) => {
      for (let outer = one.parentElement; outer && outer !== panel; outer = outer.parentElement)
        if (getComputedStyle(outer).overflowX !== "visible") return true;
      return false;
    };
    return [...panel.querySelectorAll("table, svg, figure, .segmented, .panel-tools > :not(.icon-button)")]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !isInScroller(one))
      .filter((one) => one.getBoundingClientRect().right > right + 1.5)
      .map((one) => `${one.className.baseVal ?? one.className}: ${one.getBoundingClientRect().right - right} px`);
  });

/** Tables that scroll sideways, as a hall cannot make them do. */
const scrollingTables = (page, id) =>
  page
    .locator(`[data-panel="${id}"] .table-scroll:has(table)`)
    .evaluateAll((all) =>
      all.flatMap((one) => (one.scrollWidth > one.clientWidth + 1 ? [`scrolls: ${one.innerText.slice(0, 40)}`] : [])),
    );

/** Texts below 11 px, those of drawings at the size in which they are shown. */
const smallTexts = (page) =>
  page.evaluate(() => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { currentNode: node } = walker;
      const holder = node.parentElement;
      if (node.data.trim() === "" || !holder.checkVisibility({ visibilityProperty: true })) continue;
      const drawing = holder.closest("svg");
      const drawn = drawing?.viewBox.baseVal?.width ?? 0;
      const scale =
        drawn > 0 && !holder.closest(".mark, .pictogram") ? drawing.getBoundingClientRect().width / drawn : 1;
      const size = Number.parseFloat(getComputedStyle(holder).fontSize) * scale;
      if (size < 10.95 && !holder.closest(".mark, .pictogram")) found.push(`${size} px: ${node.data}`);
    }
    return found;
  });

/** What comes by itself has come: nothing was written for a while. */
async function written(page, id) {
  const read = () => page.locator(`[data-panel="${id}"]`).innerText();
  let last = "";
  await until(
    async () => {
      const [before, now] = [last, await read()];
      last = now;
      return now === before;
    },
    Boolean,
    { every: 400, what: `${id} as it stays` },
  );
}

describe("every panel", () => {
  for (const [what, options, query] of [
    ["a projector of 1920 px", { viewport: { width: 1920, height: 1080 } }, "projector=1&lang=en"],
    ["a projector of 1366 px", {}, "projector=1&lang=ko"],
    ["a tablet", { viewport: { width: 768, height: 1024 }, hasTouch: true }, "lang=ko"],
    ["a phone", HANDHELD, "lang=en"],
  ]) {
    test(`holds what it shows, in letters that one can read: ${what}`, async () => {
      const found = [];
      for (const panel of PANELS) {
        const { page, close } = await open({ ...options, query: `?${query}&panel=${panel}&hide=article` });
        await written(page, panel);
        const tables = query.startsWith("projector") ? await scrollingTables(page, panel) : [];
        for (const fault of [...(await stickingOut(page, panel)), ...tables, ...(await smallTexts(page))])
          found.push(`${panel}: ${fault}`);
        await close();
      }
      assert.deepEqual(found, []);
    });
  }
});

/** A browser prints what is drawn: nothing that watches sizes runs in between. */
const redrawNothingLater = (page) =>
  page.addInitScript(() => {
    let isFrozen = false;
    globalThis.freeze = () => {
      isFrozen = true;
    };
    globalThis.ResizeObserver = class extends ResizeObserver {
      constructor(read) {
        super((...seen) => isFrozen || read(...seen));
      }
    };
  });

describe("on paper", () => {
  for (const panel of PANELS.filter((one) => one !== "session")) {
    test(`a panel is a hand-out: no bars, no controls, nothing cut: ${panel}`, async () => {
      const { page, close } = await open({ query: `?panel=${panel}&theme=dark`, before: redrawNothingLater });
      await page.evaluate(() => globalThis.freeze());
      await page.emulateMedia({ media: "print", reducedMotion: "reduce" });
      await page.setViewportSize({ width: 720, height: 1000 });
      const printed = await page.evaluate(() => {
        const isSeen = (one) => one.getClientRects().length > 0;
        const all = (selector) => [...document.querySelectorAll(selector)].filter(isSeen);
        return {
          bars: all(".top, .left, .panel-bar, .panel-tabs, .run-bar, .strip, .status-line, .notices").map(
            (one) => one.className,
          ),
          buttons: all(".button, .icon-button").map((one) => one.textContent || one.ariaLabel),
          heading: all("h2").map((one) => one.textContent),
          background: getComputedStyle(document.body).backgroundColor,
          width: document.documentElement.scrollWidth,
        };
      });
      assert.deepEqual(printed.bars, []);
      assert.deepEqual(printed.buttons, []);
      assert.equal(printed.heading.length, 1);
      assert.equal(printed.background, "rgb(255, 255, 255)", "paper is white");
      assert.ok(printed.width <= 720, `${printed.width} px`);
      await close();
    });
  }

  test("links are written out", async () => {
    const { page, close } = await open({ query: "?panel=paper" });
    await page.emulateMedia({ media: "print" });
    const after = await page
      .locator('#paper a[href*="arxiv"]')
      .first()
      .evaluate((link) => getComputedStyle(link, "::after").content);
    assert.match(after, /arxiv\.org/);
    await close();
  });
});
