// The article below the panels: fetched when it comes near, its terms lead to panels and Back to the line that was read, its numbers are the
// engine's, and it is absent where one panel or a lecture has the page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { manifestOf } from "../../www/scripts/build-page.mjs";
import { dist } from "../../www/scripts/places.mjs";
import { goToPanel, HANDHELD, PHONE, STILL, startLab, until, WIDE } from "./support.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const manifest = JSON.parse(readFileSync(manifestOf(dist), "utf8"));
const recorded = JSON.parse(readFileSync(new URL("../../www/ready/article.json", import.meta.url), "utf8"));
/** What is the article's own. */
const OWN = ["www/ui/article/Article.tsx", "www/content/en/article.ts"].map((key) => manifest[key].file);

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const article = (page) => page.locator("#article");
const isHere = (page) => page.locator("#article-title").waitFor({ timeout: 30_000 });
const term = (page, id) => article(page).locator(`a[data-term="${id}"]`);
const scrollOf = (page) => page.evaluate(() => Math.round(scrollY));
const hashOf = (page) => page.evaluate(() => location.hash);
const hashIs = (page, wanted) =>
  until(
    () => hashOf(page),
    (hash) => hash === wanted,
    { what: `${wanted || "no place"} in the address` },
  );
/** How far below the window's top. */
const topOf = (page, selector) => page.locator(selector).evaluate((one) => Math.round(one.getBoundingClientRect().top));
const isAtTop = (page, selector) =>
  until(
    () => topOf(page, selector),
    (top) => top >= 0 && top < 120,
    { what: `${selector} at the top` },
  );

async function openArticle(options = {}) {
  const opened = await lab.openPage({ ...STILL, query: "#article", ...options });
  await isHere(opened.page);
  return opened;
}

/** With all that it asks for: nothing in it grows any more. */
async function openWhole() {
  const opened = await openArticle();
  await opened.page.locator('[data-numbers="live"]').waitFor({ timeout: 60_000 });
  await opened.page.locator(".essay-figure svg").waitFor();
  return opened;
}

async function violations(page) {
  // What a bar happens to cut in half counts as too small a target: always look from the top. The place of the address is held until a
  // visitor moves, as one does who presses a key.
  await page.keyboard.press("Home");
  await until(
    () =>
      page.evaluate(() => {
        scrollTo(0, 0);
        return scrollY;
      }),
    (top) => top === 0,
    { what: "the top of the page" },
  );
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(
    (tags) => globalThis.axe.run(document, { runOnly: { type: "tag", values: tags } }),
    RULES,
  );
  assert.ok(passes.length > 15, `only ${passes.length} rules found anything to look at`);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`);
}

describe("the article", { concurrency: 1 }, () => {
  test("is fetched when it comes near, and moves nothing of the tool", async () => {
    const { page, assertClean, close } = await lab.openPage(STILL);
    const asked = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname.slice(1)));
    await article(page).waitFor({ state: "attached" });
    // The panel has all its parts, and the article is less than a window below.
    await page.locator("#why .off-table").waitFor();
    await page.waitForTimeout(1000);
    const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
    const early = [...asked, ...loaded].filter((name) => OWN.some((file) => name.endsWith(file)));
    assert.deepEqual(early, [], "nobody has come near it");
    const places = () =>
      page.evaluate(() =>
        [...document.querySelectorAll(".top, .left, .right, .panel :is(h2, h3, p, table), .status-line")].map((one) => {
          const { left, top, width, height } = one.getBoundingClientRect();
          return [left, top + (getComputedStyle(one).position === "static" ? scrollY : 0), width, height].map(
            Math.round,
          );
        }),
      );
    const before = await places();
    await article(page).scrollIntoViewIfNeeded();
    await isHere(page);
    await page.evaluate(() => scrollTo(0, 0));
    assert.deepEqual(await places(), before);
    assertClean();
    await close();
  });

  // Each in a page of its own: whatever a panel loads, it loads once.
  for (const panel of ["truth", "fused", "compare", "cause", "gradients", "map", "side"])
    test(`does not come because a panel was opened that is short until its parts are here: ${panel}`, async () => {
      const { page, close } = await lab.openPage(STILL);
      await page.locator("#why .off-table").waitFor();
      await goToPanel(page, panel);
      await page.waitForTimeout(2500);
      const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
      assert.deepEqual(
        loaded.filter((name) => OWN.some((file) => name.endsWith(file))),
        [],
      );
      await close();
    });

  test("names no picture with nothing, neither at the end nor while a number is awaited", async () => {
    const watch = () => {
      globalThis.nameless = [];
      new MutationObserver(() => {
        for (const one of document.querySelectorAll('[role="img"][aria-label=""]')) {
          globalThis.nameless.push(one.parentElement.className);
        }
      }).observe(document, { childList: true, subtree: true, attributes: true });
    };
    const { page, assertClean, close } = await lab.openPage({
      ...STILL,
      before: (fresh) => fresh.addInitScript(watch),
    });
    await article(page).scrollIntoViewIfNeeded();
    await isHere(page);
    await article(page).locator('[role="img"]').first().waitFor();
    assert.deepEqual([...new Set(await page.evaluate(() => globalThis.nameless))], []);
    assertClean();
    await close();
  });

  test("says what the engine answers: no number is awaited, and all are those that were recorded", async () => {
    const { page, assertClean, close } = await openArticle();
    await page.locator('[data-numbers="live"]').waitFor({ timeout: 60_000 });
    const found = await article(page)
      .locator("data")
      .evaluateAll((all) => all.map((one) => [one.dataset.number, one.value, one.textContent]));
    assert.ok(found.length > 30, `${found.length} numbers`);
    for (const [name, value, text] of found) {
      assert.doesNotMatch(text, /[…{}]|NaN|–/, name);
      const known = recorded.values[name]?.value;
      if (typeof known === "number") assert.ok(Math.abs(Number(value) - known) < 1e-4, `${name}: ${value}, ${known}`);
      else if (known !== undefined) assert.equal(value, known, name);
      else assert.match(name, /^paper_/);
    }
    assert.doesNotMatch(await article(page).innerText(), /\[\[|\]\]|\[\^|undefined/);
    await page.locator(".essay-figure svg").waitFor();
    assertClean();
    await close();
  });

  test("holds its numbers where the engine has other data open", async () => {
    const { page, assertClean, close } = await openArticle({
      query: "?data=side_information_useless#article-measures",
    });
    await page.locator(".essay-figure svg").waitFor({ timeout: 60_000 });
    assert.equal(await page.locator("[data-numbers]").getAttribute("data-numbers"), "recorded");
    assert.doesNotMatch(await article(page).innerText(), /…/);
    assertClean();
    await close();
  });

  test("speaks of things that the shop has", async () => {
    const { call } = await lab.openLab();
    await call("cpu", "open_synthetic", JSON.stringify({ preset: "brand_loyal" }));
    const { value: catalogue } = await call("cpu", "catalogue");
    const [category, brand, price] = catalogue.attributes.map(({ values }) => values);
    const named = (name) => catalogue.items.find((item) => item?.name === name);
    const gimbal = named("Phone gimbal");
    assert.ok(named("Folding poles") && named("Rain poncho"));
    assert.ok(gimbal.values[0].some((at) => category[at] === "Video"));
    assert.equal(brand[gimbal.values[1][0]], "Ostrel");
    assert.equal(gimbal.values[1][0], named("Digging spade").values[1][0], "gimbal and spade share a brand");
    assert.equal(gimbal.values[2][0], 1, `the lowest of ${price.length - 1} price bands`);
  });
});

describe("a term of the article", { concurrency: 1 }, () => {
  test("explains itself, leads to its panel, and Back to the line that was read", async () => {
    const { page, assertClean, close } = await openWhole();
    // What stands above it may still grow.
    await until(
      async () => {
        await page.locator("#article-rank").evaluate((heading) => heading.scrollIntoView());
        await page.waitForTimeout(300);
        return hashOf(page);
      },
      (hash) => hash === "#article-rank",
      { what: "the heading in the address" },
    );
    await term(page, "rank").hover();
    const tip = page.getByRole("tooltip");
    await tip.getByText("Rank of a table").waitFor();
    await tip.getByRole("link", { name: "See it in “Rank”" }).waitFor();
    const [place, top] = [await scrollOf(page), await topOf(page, '#article a[data-term="rank"]')];
    await term(page, "rank").click();
    await page.locator("#rank:focus").waitFor();
    assert.equal(await scrollOf(page), 0);
    assert.equal(await hashOf(page), "");
    await page.goBack();
    await until(
      () => topOf(page, '#article a[data-term="rank"]'),
      (now) => Math.abs(now - top) <= 2,
      { what: "the line that was read" },
    );
    await hashIs(page, "#article-rank");
    assert.ok(Math.abs((await scrollOf(page)) - place) < 1500, "it is the same page");
    await page.goForward();
    await page.locator("#rank").waitFor();
    await hashIs(page, "");
    assertClean();
    await close();
  });

  test("leads back, too, where its panel was on screen already, or stands beside all", async () => {
    const { page, close } = await openWhole();
    for (const [id, panel] of [
      ["softmax", "why"],
      ["attribute", "session"],
      ["sequential-recommender", "next"],
    ]) {
      // The place that was come back to is held for a moment.
      await page.waitForTimeout(600);
      await term(page, id).focus();
      await page.waitForTimeout(400);
      const top = await topOf(page, `#article a[data-term="${id}"]`);
      await page.keyboard.press("Enter");
      await page.locator(`#${panel}:focus`).waitFor();
      assert.equal(await scrollOf(page), 0);
      await page.goBack();
      await until(
        () => topOf(page, `#article a[data-term="${id}"]`),
        (now) => Math.abs(now - top) <= 2,
        { what: `the line about ${id}` },
      );
    }
    await close();
  });

  test("is a link to a panel that exists, every one of them", async () => {
    const { page, close } = await openArticle();
    const ways = await article(page)
      .locator("a[data-term]")
      .evaluateAll((all) => all.map((one) => one.getAttribute("href")));
    assert.ok(ways.length >= 30);
    const panels = [
      ...readFileSync(new URL("../../www/panels.ts", import.meta.url), "utf8").matchAll(/^ {4}id: "(\w+)"/gm),
    ];
    const known = panels.map(([, id]) => `?panel=${id}`);
    assert.deepEqual(
      ways.filter((way) => !known.includes(way)),
      [],
    );
    await close();
  });
});

describe("a place in the article", { concurrency: 1 }, () => {
  test("is led to by the panel about the paper, and named by the address; Back leads to that panel", async () => {
    const { page, assertClean, close } = await lab.openPage({ ...STILL, query: "?panel=paper" });
    await page.evaluate(() => scrollTo(0, 40));
    await page.getByRole("link", { name: "Read the article below" }).click();
    await isHere(page);
    await isAtTop(page, "#article-title");
    await hashIs(page, "#article");
    await page.locator("#article:focus").waitFor();
    await page.getByRole("navigation", { name: "Parts of the article" }).getByText("What came after").click();
    await isAtTop(page, "#article-came");
    await page.goBack();
    await isAtTop(page, "#article-title");
    await page.goBack();
    await until(
      () => scrollOf(page),
      (now) => Math.abs(now - 40) <= 2,
      { what: "the place in the panel" },
    );
    await hashIs(page, "");
    assertClean();
    await close();
  });

  test("that was sent is where the page opens, and where a reload stays", async () => {
    const { page, close } = await openArticle({ query: "?panel=compare#article-gradients" });
    await isAtTop(page, "#article-gradients");
    await page.mouse.move(700, 400);
    await page.mouse.wheel(0, 130);
    await page.waitForTimeout(600);
    const top = await topOf(page, "#article-gradients");
    await page.reload();
    await isHere(page);
    await until(
      () => topOf(page, "#article-gradients"),
      (now) => Math.abs(now - top) <= 2,
      { what: "the line that was read" },
    );
    await close();
  });

  test("stays under the eyes while the tool above still grows", async () => {
    const { page, close } = await openArticle({ query: "?panel=why#article-rank" });
    await page.locator("#why .off-table").waitFor();
    await page.evaluate(() => {
      const late = document.createElement("div");
      late.style.height = "321px";
      document.querySelector("#why").append(late);
    });
    await page.waitForTimeout(200);
    await isAtTop(page, "#article-rank");
    await close();
  });

  test("is left by scrolling up, and by any panel that is gone to", async () => {
    const { page, close } = await openArticle({ query: "#article-fuse" });
    await isAtTop(page, "#article-fuse");
    await page.keyboard.press("Home");
    await hashIs(page, "");
    await page.locator('.panel-bar a[href$="panel=rank"]').click();
    await page.locator("#rank:focus").waitFor();
    assert.doesNotMatch(page.url(), /#/);
    await close();
  });

  test("that is not there is the article's beginning; what is none of the article's is dropped", async () => {
    const { page, close } = await openArticle({ query: "#article-nowhere" });
    await isAtTop(page, "#article-title");
    await close();
    const other = await lab.openPage({ ...STILL, query: "#elsewhere" });
    await hashIs(other.page, "");
    await other.close();
  });
});

describe("an article that does not arrive", { concurrency: 1 }, () => {
  test("says so in its place, and is fetched again at a press", async () => {
    const { page, close } = await lab.openPage({
      ...STILL,
      query: "#article",
      serviceWorkers: "block",
      before: (page) => page.route(`**/${OWN[0]}`, (route) => route.abort()),
    });
    await article(page).getByText("This part of the page did not arrive.").waitFor();
    await page.unroute(`**/${OWN[0]}`);
    await article(page).getByRole("button", { name: "Try again" }).click();
    await isHere(page);
    await close();
  });
});

describe("the article is absent", { concurrency: 1 }, () => {
  for (const query of ["?embed=rank", "?view=why,next", "?hide=article", "?lecture=one"]) {
    test(`in ${query}, and a place in it is no place there`, async () => {
      const { page, assertClean, close } = await lab.openPage({
        ...STILL,
        query: `${query}#article-rank`,
        ready: false,
      });
      await page.locator('html[data-ready="true"]').waitFor({ state: "attached", timeout: 60_000 });
      await hashIs(page, "");
      assert.equal(await article(page).count(), 0);
      assertClean();
      await close();
    });
  }
});

describe("references", { concurrency: 1 }, () => {
  test("ask nothing of anybody, name where they lead, and are led to by their numbers and back", async () => {
    const { page, assertClean, close } = await openArticle();
    const links = page.locator("#article .essay-references a");
    assert.equal(await links.count(), 10);
    for (const link of await links.all()) {
      assert.match(await link.getAttribute("href"), /^https:\/\/(doi\.org\/10\.\d{4,}\/\S+|github\.com\/\S+)$/);
      assert.match(await link.getAttribute("rel"), /noopener/);
      assert.equal(await link.getAttribute("target"), "_blank");
    }
    const mark = page.locator("#article sup a").first();
    await mark.scrollIntoViewIfNeeded();
    await page.waitForTimeout(400);
    const top = await topOf(page, "#article sup a >> nth=0");
    await mark.click();
    await page.locator("#article-ref-sasrec:focus").waitFor();
    await page.goBack();
    await until(
      () => topOf(page, "#article sup a >> nth=0"),
      (now) => Math.abs(now - top) <= 2,
      { what: "the sentence" },
    );
    // Requests to anybody else are faults.
    assertClean();
    await close();
  });

  test("of the paper and of this page can be copied", async () => {
    const { page, context, close } = await openArticle({ query: "#article-cite" });
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    for (const [name, start] of [
      ["Copy BibTeX of the paper", "@inproceedings{xie2022decoupled"],
      ["Copy BibTeX of this page", "@software{difsrlab"],
    ]) {
      await article(page).getByRole("button", { name }).click();
      await article(page).locator(".copy-said").getByText("BibTeX copied").first().waitFor();
      const text = await page.evaluate(() => navigator.clipboard.readText());
      assert.ok(text.startsWith(start), text);
    }
    await close();
  });
});

describe("the article elsewhere", { concurrency: 1 }, () => {
  test("changes its language where one reads", async () => {
    const { page, assertClean, close } = await openArticle({ query: "#article-rank" });
    await isAtTop(page, "#article-rank");
    await page
      .getByRole("radio", { name: "한국어" })
      .or(page.getByRole("button", { name: "한국어" }))
      .first()
      .click();
    await page.getByRole("heading", { name: "랭크: 맵 하나에 얼마나 담길까요?" }).waitFor();
    assert.equal(await page.locator("#article-rank").evaluate((one) => getComputedStyle(one).wordBreak), "keep-all");
    const headings = await page.locator("#article h3").allInnerTexts();
    assert.equal(headings.length, 11);
    for (const heading of headings) assert.match(heading, /\p{Script=Hangul}/u);
    assertClean();
    await close();
  });

  test("on a phone stands in the panel about the paper; a tap explains, a second one leads there", async () => {
    const { page, assertClean, close } = await openArticle({ ...HANDHELD, query: "#article-rank" });
    await page.locator("#paper #article-rank").waitFor();
    await isAtTop(page, "#article-rank");
    await term(page, "rank").tap();
    const way = page.getByRole("tooltip").getByRole("link", { name: "See it in “Rank”" });
    await way.waitFor();
    assert.equal(await page.locator("#rank").count(), 0, "the first tap explains");
    const box = await way.boundingBox();
    assert.ok(box.height >= 44, `${box.height} px`);
    const top = await topOf(page, '#article a[data-term="rank"]');
    await way.tap();
    await page.locator("#rank").waitFor();
    await page.goBack();
    await until(
      () => topOf(page, '#article a[data-term="rank"]').catch(() => null),
      (now) => now !== null && Math.abs(now - top) <= 2,
      { what: "the line that was read" },
    );
    await page.goBack();
    await page.locator("#session").waitFor();
    assertClean();
    await close();
  });

  test("reads as some pages of its own on paper, and is no part of a panel's", async () => {
    const { page, close } = await openArticle({ query: "#article" });
    await isAtTop(page, "#article-title");
    // What is printed follows what is read, which the page sees a frame after it has scrolled.
    await page.locator("html[data-reading]").waitFor({ state: "attached" });
    // As a browser prints: the page itself stays as it is. Emulated paper is laid out in the window, which moves what is read there.
    const pages = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type \/Page\b/g).length;
    assert.ok(pages >= 2 && pages <= 5, `${pages} pages`);
    await page.emulateMedia({ media: "print" });
    const shown = (selector) =>
      page
        .locator(selector)
        .first()
        .evaluate((one) => one.checkVisibility());
    assert.equal(await shown("#article-title"), true);
    for (const other of [".page", ".essay-contents", ".essay-cite", ".status-line", "#article .button"])
      assert.equal(await shown(other), false, other);
    await page.emulateMedia({ media: "screen" });
    await page.mouse.move(700, 400);
    await page.mouse.wheel(0, -9999);
    await hashIs(page, "");
    await page.locator("html:not([data-reading])").waitFor();
    await page.emulateMedia({ media: "print" });
    assert.deepEqual([await shown(".page"), await shown("#article-title")], [true, false]);
    await close();
  });

  for (const [name, language, colorScheme, options] of [
    ["wide", "en", "light", { viewport: WIDE }],
    ["wide", "ko", "dark", { viewport: WIDE }],
    ["360 px", "en", "dark", { ...HANDHELD, viewport: PHONE }],
    ["360 px", "ko", "light", { ...HANDHELD, viewport: PHONE }],
  ]) {
    test(`violates no rule, scrolls nothing sideways, has lines of a comfortable length: ${name}, ${language}, ${colorScheme}`, async () => {
      const query = `?lang=${language}#article-glossary`;
      const { page, assertClean, close } = await openArticle({ ...options, colorScheme, query });
      await page.locator(".glossary[open]").waitFor();
      await page.locator(".essay-figure svg").waitFor({ timeout: 60_000 });
      const { sideways, widest } = await page.evaluate(() => ({
        sideways: document.documentElement.scrollWidth - innerWidth,
        widest: Math.max(
          ...[...document.querySelectorAll("#article .essay-text > section > p:not(.note)")].map(
            (one) => one.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(one).fontSize),
          ),
        ),
      }));
      assert.ok(sideways <= 0, `${sideways} px`);
      // Half an em is a letter, in Latin script.
      assert.ok(widest <= 40, `${widest} em`);
      assert.deepEqual(await violations(page), []);
      assertClean();
      await close();
    });
  }
});
