// Names in a visitor's data are text, whatever they look like: in every panel, in every file that is saved, on paper. And where the
// browser has Trusted Types, text cannot become markup or code in this page at all.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { drawn, openAlone, readTable, savedAll, shownFigures } from "./figures.mjs";
import { button, dataDialog, give, textFile } from "./ownFiles.mjs";
import { goToPanel, RIGHT_PANELS, STILL, serviceWorkerRuns, startLab } from "./support.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

const IMAGE = "<img src=x onerror=globalThis.hit=1>";
/** Titles of items: markup, entities, and what spreadsheets take for a formula. */
const TITLES = [
  ...[IMAGE, '"><script>globalThis.hit=1</script>', "<svg onload=globalThis.hit=1>", "</title></style><b>", "]]>"],
  ...["&lt;b&gt;&#60;i&#62;", '=HYPERLINK("https://evil.example")', "@SUM(A1)", "+1+1", "-2+cmd", "<!--", "{{7*7}}"],
];
const KINDS = ["<i>red</i>", "=1+1", "<math><mi>x</mi></math>"];
const [USERS, CLICKS] = [60, 9];

const clicks = Array.from({ length: USERS * CLICKS }, (_, row) => {
  const [user, step] = [Math.floor(row / CLICKS), row % CLICKS];
  return `<u>${user}</u>\ti${(user * 5 + step) % TITLES.length}\t${step}`;
});
const items = TITLES.map((title, item) => `i${item}\t${title}\t${KINDS[item % KINDS.length]}`);
const FILES = [
  textFile("own.inter", `user_id:token\titem_id:token\ttimestamp:float\n${clicks.join("\n")}\n`),
  textFile("own.item", `item_id:token\ttitle:token\t<b>kind</b>:token\n${items.join("\n")}\n`),
];

/** Nothing ran, and no element was made of a name. */
async function assertText(page, where) {
  const found = await page.evaluate(() => ({
    hit: globalThis.hit,
    made: document.querySelectorAll('img[src="x"], [onerror], [onload], body script').length,
    marked: [...document.querySelectorAll("i, b, u")].filter((one) => /^(?:red|kind|\d+)$/.test(one.outerText)).length,
  }));
  assert.deepEqual(found, { hit: undefined, made: 0, marked: 0 }, where);
}

/** Elements that drawings are made of. */
const DRAWS = "svg g path rect circle line text tspan title desc defs pattern polyline polygon ellipse".split(" ");

/** A saved drawing is whole XML, of the page's own elements; a saved table has no cell that is a formula. Gives all their text. */
async function assertFilesOfText(page, name) {
  const { svg, csv, json } = await savedAll(page, name);
  const text = svg.bytes.toString();
  const alone = await openAlone(lab.browser, text);
  const drawnOf = await alone.page.evaluate(() => {
    const all = [...document.querySelectorAll("*")];
    const handlers = all.flatMap((one) => one.getAttributeNames()).filter((attribute) => attribute.startsWith("on"));
    return { names: all.map(({ localName }) => localName), handlers, hit: globalThis.hit };
  });
  await alone.close();
  assert.deepEqual(
    drawnOf.names.filter((element) => !DRAWS.includes(element)),
    [],
    name,
  );
  assert.deepEqual([drawnOf.handlers, drawnOf.hit], [[], undefined], name);
  for (const row of readTable(csv.bytes).rows)
    assert.ok(
      row.every((cell) => !/^[=+@\t]|^-\D/.test(cell)),
      `${name}: no cell is a formula: ${row}`,
    );
  return text + csv.bytes.toString() + JSON.stringify(JSON.parse(json.bytes.toString()));
}

test("an item called <img …> is text in every panel and in every file", { timeout: 600_000 }, async () => {
  const { page, assertClean, close } = await lab.openPage({ ...STILL, query: "?set=training.epochs:2" });
  await give(page, FILES);
  await dataDialog(page)
    .getByText(/^Open now: own/)
    .waitFor();
  await assertText(page, "the data dialog");
  await button(dataDialog(page), "Train a model").click();
  await button(page, "Play").first().click();
  await page
    .getByText(/^Finished: /)
    .first()
    .waitFor({ timeout: 120_000 });
  const tile = page.getByRole("listbox", { name: "Catalogue" }).getByRole("option").first();
  await tile.click();
  await page.getByText(IMAGE, { exact: false }).first().waitFor();
  let saved = "";
  const seen = new Set();
  for (const panel of RIGHT_PANELS) {
    await goToPanel(page, panel);
    await page.locator(`[data-panel="${panel}"] .panel-waiting`).waitFor({ state: "detached" });
    await page.waitForTimeout(1500);
    await assertText(page, panel);
    for (const name of await shownFigures(page)) {
      if (seen.has(name)) continue;
      seen.add(name);
      await drawn(page, [name]);
      saved += await assertFilesOfText(page, name);
    }
  }
  assert.ok(seen.size >= 6, [...seen].join(", "));
  // The names are in what was saved, as text: nothing was looked at that has none.
  for (const part of ["&lt;img src=x", "<img src=x", "'=HYPERLINK"]) assert.ok(saved.includes(part), part);
  await assertText(page, "the end");
  assertClean();
  await close();
});

describe("where the browser has Trusted Types", () => {
  test("the page parses no text as markup or code, and starts its own workers alone", async () => {
    const { page, close } = await lab.openPage();
    const refused = await page.evaluate(() => {
      const tries = {
        innerHTML: () => {
          document.createElement("p").innerHTML = "<b>x</b>";
        },
        write: () => document.write("<b>x</b>"),
        parser: () => new DOMParser().parseFromString("<b>x</b>", "text/html"),
        handler: () => document.createElement("p").setAttribute("onclick", "1"),
        elsewhere: () => new Worker("https://evil.example/assets/engine.worker-Fo6-Bx8H.js"),
        other: () => new Worker("./kept-files.js"),
        blob: () => new Worker(URL.createObjectURL(new Blob(["1"]))),
        script: () => {
          document.createElement("script").src = "./kept-files.js";
        },
        policy: () => trustedTypes.createPolicy("another", {}),
        again: () => trustedTypes.createPolicy("default", {}),
      };
      return Object.entries(tries).map(([name, attempt]) => {
        try {
          attempt();
          return `${name} passed`;
        } catch (error) {
          return `${name}: ${error.name}`;
        }
      });
    });
    for (const one of refused) assert.match(one, /: TypeError$/, refused.join("; "));
    await close();
  });

  test("formulas, the article, a hand-out and the service worker are there all the same", {
    timeout: 300_000,
  }, async () => {
    const { page, assertClean, close } = await lab.openPage({ ...STILL, query: "?panel=fused" });
    await page.locator("#fused math mi").first().waitFor();
    const isDrawn = await page
      .locator("#fused math")
      .first()
      .evaluate((one) => {
        const inside = [...one.querySelectorAll("*")];
        return inside.length > 0 && inside.every(({ namespaceURI }) => namespaceURI === one.namespaceURI);
      });
    assert.ok(isDrawn, "its elements are those of MathML");
    await serviceWorkerRuns(page);
    await page.getByRole("button", { name: "Lecture", exact: true }).last().click();
    await page.getByTitle("Print hand-out: One minute").click();
    await page.locator(".handout .handout-picture").first().waitFor({ timeout: 120_000 });
    assertClean();
    await close();
  });
});
