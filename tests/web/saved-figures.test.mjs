// Every figure that the page has, saved: the drawing stands alone and is the page's picture, the picture has its pixels, the numbers are the
// page's, and all of them say what they were made from. The list of figures is the page's own: one that no place here shows is missed.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { difference, drawn, figure, figureNames, openAlone, readTable, savedAll, shownFigures } from "./figures.mjs";
import { goToPanel, STILL, startLab } from "./support.mjs";

let lab;
/** A page of no site, which may look at pictures. */
let blank;
before(async () => {
  lab = await startLab("cpu");
  blank = await lab.browser.newPage();
});
after(() => lab.close());

/** Trains two epochs: curves, and ranks along the way. */
async function train(page) {
  await page.locator(".transport button").first().click();
  await page.locator("#train .verdict").waitFor({ timeout: 120_000 });
  // Its last points have been drawn.
  await page.locator("#train .transport").getByRole("button", { name: "Train again" }).waitFor({ timeout: 120_000 });
}

/** What the run has left in other panels. */
async function afterTraining(page, look) {
  await goToPanel(page, "rank");
  await drawn(page, ["effective", "rank-loss"]);
  await look();
  await goToPanel(page, "train");
  await page.locator(".run-history .run-draw").first().check();
  await drawn(page, ["runs"]);
  await look();
}

/** Where figures are: `shows` is waited for; whatever else stands there is looked at, too. */
const PLACES = [
  { query: "panel=why", shows: ["next", "attributes", "maps", "row", "off"] },
  { query: "panel=why&form=lines", shows: ["lines"] },
  { query: "panel=why&form=all", shows: ["all-maps"] },
  { query: "panel=why&form=fused", shows: ["fused-map"] },
  { query: "panel=cause", shows: ["cause", "sources"] },
  { query: "panel=truth", shows: ["law", "which", "pointed", "rules"] },
  { query: "panel=fused", shows: ["fused", "cost"] },
  { query: "panel=rank&weights=random", shows: ["rank"] },
  { query: "panel=gradients", shows: ["gradients", "residual"] },
  { query: "panel=map", shows: ["map"] },
  { query: "panel=side&ab=dif_sr.sasrecf-add", shows: ["side", "side-maps"] },
  { query: "panel=compare&cmp=dif_sr.sasrec", shows: ["compare", "intervals"] },
  {
    query: "panel=train&set=training.epochs:2",
    first: train,
    shows: ["loss", "ndcg", "recall"],
    afterwards: afterTraining,
  },
];

/** Random scores are of no data; what each system costs is of all of them. */
const WITHOUT = { rank: ["data"], cost: ["model"] };
/** What has other proportions in a file than in a panel: there the numbers are compared. */
const OTHER_SHAPE = ["maps", "rank"];
const MENU = { en: "Save figure", ko: "그림 저장" };

function checkFacts(name, facts, lang) {
  const has = (...any) => facts.some(({ id }) => any.includes(id));
  const free = WITHOUT[name] ?? [];
  assert.ok(free.includes("data") || has("data"), `${name} says of which data`);
  assert.ok(free.includes("model") || has("model", "models"), `${name} says of which model`);
  assert.ok(has("seed", "seeds"), `${name} says with which seed`);
  assert.ok(has("saved") && has("link"), `${name} says when and where it was saved`);
  for (const { name: label, value } of facts) {
    assert.ok(label !== "" && value !== "", `${name}: ${label}`);
    if (lang === "ko") assert.match(label, /[가-힣]/);
  }
}

function checkDrawing(name, svg, facts) {
  const needs = / class=| style=| id=|var\(|color-mix|href=|url\(|<script|<image|<foreignObject/;
  assert.doesNotMatch(svg, needs, `${name} needs no page, and stands beside another one`);
  assert.match(svg, /font-family="[^"]*sans-serif"/);
  const found = /<title>([^<]+)<\/title><desc>([^<]+)<\/desc>/.exec(svg) ?? assert.fail(`${name} does not name itself`);
  const link = facts.find(({ id }) => id === "link").value;
  assert.ok(found[2].replaceAll("&amp;", "&").includes(link), `${name}: the address it was saved at`);
}

/** As a file of its own: its text can be selected, none of it is cut, and its drawing is the one on the page. Gives its picture. */
async function checkAlone(page, name, svg, colorScheme) {
  const alone = await openAlone(lab.browser, svg, colorScheme);
  const texts = await alone.page.evaluate(() => {
    getSelection().selectAllChildren(document.documentElement);
    const isCut = ({ left, right, top, bottom }) => left < 0 || right > innerWidth || top < 0 || bottom > innerHeight;
    const cut = [...document.querySelectorAll("text")].filter((one) => isCut(one.getBoundingClientRect()));
    const selected = String(getSelection());
    getSelection().empty();
    return { selected, cut: cut.map((one) => one.textContent) };
  });
  assert.deepEqual(texts.cut, [], `${name}: no text is cut in this browser's own font`);
  assert.ok(texts.selected.length > 20, `${name}: text is text`);
  const shown = figure(page, name).locator(".drawing, .chart").first();
  if (!OTHER_SHAPE.includes(name) && (await shown.count()) > 0) await checkPicture(page, name, shown, alone);
  else await checkNumbersDrawn(page, name, svg);
  const picture = await alone.page.screenshot();
  await alone.close();
  return picture;
}

async function checkPicture(page, name, shown, alone) {
  // On the page controls stand in the room that a file's title has.
  const hidden = await page.addStyleTag({ content: ".figure-head { visibility: hidden }" });
  await page.mouse.move(0, 0);
  const [mine, file] = [await shown.screenshot(), await alone.page.screenshot()];
  await hidden.evaluate((style) => style.remove());
  const share = await difference(blank, mine, file, { left: alone.left });
  assert.ok(share < 0.03, `${name}: ${(100 * share).toFixed(1)} % of the picture is another one`);
}

/** A list or a table on the page, or a drawing of another shape: the file has its numbers, though not those that controls show. */
async function checkNumbersDrawn(page, name, svg) {
  const text = (await figure(page, name).innerText()).replace(/,(?=\d{3})/g, "");
  const numbers = [...new Set(text.match(/\d+(?:\.\d+)?/g) ?? [])];
  const drawing = new Set(svg.replace(/<desc>.*?<\/desc>|<[^>]*>/g, " ").match(/\d+(?:\.\d+)?/g) ?? []);
  const found = numbers.filter((number) => drawing.has(number));
  assert.ok(
    found.length >= 5 && found.length >= numbers.length / 2,
    `${name}: ${found.join(" ")} of ${numbers.join(" ")}`,
  );
}

async function checkPixels(name, png, alone) {
  assert.equal(png.subarray(1, 4).toString(), "PNG");
  const size = (bytes) => [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const [[width, height], [once, onceHigh]] = [size(png), size(alone)];
  assert.deepEqual([width, height], [2 * once, 2 * onceHigh], `${name} has twice the pixels`);
  assert.ok((await difference(blank, png, alone, { scale: 2 })) < 0.01, `${name}: the PNG is the SVG`);
}

function checkNumbers(name, csv, json) {
  const { comments, heads, rows } = readTable(csv);
  assert.equal(new Set(heads).size, heads.length, `${name}: ${heads.join(" | ")}`);
  assert.ok(
    heads.every((head) => head !== "" && !head.includes("[[")),
    `${name}: ${heads.join(" | ")}`,
  );
  assert.equal(comments.length, 1 + json.facts.length, `${name}: the caption and every fact`);
  assert.deepEqual(json.columns, heads);
  assert.equal(json.rows.length, rows.length);
  let numbers = 0;
  for (const [at, row] of rows.entries()) {
    assert.ok(
      row.every((cell) => !/^[=+@]|^-\D/.test(cell)),
      `${name}: no cell is a formula: ${row}`,
    );
    for (const [column, head] of heads.entries()) {
      const value = json.rows[at][head];
      if (value === null) assert.equal(row[column], "");
      if (typeof value !== "number") continue;
      numbers += 1;
      assert.match(row[column], /^-?\d+(\.\d+)?(e[+-]\d+)?$/, `${name}: a number with a point`);
      assert.equal(Number(row[column]), value);
    }
  }
  assert.ok(numbers > 0, `${name} has numbers`);
}

async function check(page, name, { lang, colorScheme }) {
  await figure(page, name).getByRole("button", { name: MENU[lang] }).waitFor();
  const panel = await figure(page, name).evaluate((one) => one.closest("[data-panel]").dataset.panel);
  const { svg, png, csv, json } = await savedAll(page, name);
  const parts = ["dif-sr-lab", panel, ...(panel === name ? [] : [name]), "brand-loyal"];
  for (const [as, file] of Object.entries({ svg, png, csv, json })) {
    assert.ok(file.name.startsWith(parts.join("_")) && file.name.endsWith(`.${as}`), file.name);
  }
  const numbers = JSON.parse(json.bytes.toString());
  assert.equal(numbers.figure, name);
  checkFacts(name, numbers.facts, lang);
  checkDrawing(name, svg.bytes.toString(), numbers.facts);
  const picture = await checkAlone(page, name, svg.bytes.toString(), colorScheme);
  await checkPixels(name, png.bytes, picture);
  checkNumbers(name, csv.bytes, numbers);
}

const WAYS = [
  { lang: "en", colorScheme: "light" },
  { lang: "ko", colorScheme: "dark" },
];

describe("every figure is saved", { concurrency: 1 }, () => {
  const seen = new Set();

  for (const [at, { query, shows, first, afterwards }] of PLACES.entries()) {
    const way = WAYS[at % WAYS.length];
    test(`?${query}, ${way.lang}, ${way.colorScheme}`, { timeout: 300_000 }, async () => {
      const opened = await lab.openPage({
        ...STILL,
        colorScheme: way.colorScheme,
        query: `?${query}&lang=${way.lang}`,
      });
      const { page, assertClean, close } = opened;
      const look = async () => {
        for (const name of await shownFigures(page)) {
          if (seen.has(name)) continue;
          await check(page, name, way);
          seen.add(name);
        }
      };
      await first?.(page);
      await drawn(page, shows);
      await look();
      await afterwards?.(page, look);
      assertClean();
      await close();
    });
  }

  test("and none is left out", () => {
    assert.deepEqual(
      figureNames().filter((name) => !seen.has(name)),
      [],
    );
  });
});
