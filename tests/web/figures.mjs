// What the tests of figures share: the page's own list of them, their menu, what it saves, and a look at two pictures.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../../www/scripts/places.mjs";
import { until } from "./support.mjs";

/** Every figure that there is, by its name: the list that links and tables know. */
export function figureNames() {
  const source = readFileSync(path.join(root, "www", "state", "fields.ts"), "utf8");
  const [, list] = /export const FIGURES = (\[[\s\S]*?\]) as const;/.exec(source) ?? assert.fail("there is no list");
  return new Function(`return ${list}`)();
}

export const figure = (page, name) => page.locator(`[data-figure="${name}"]`);

/** Names of the figures on screen that have something to save. */
export const shownFigures = (page) =>
  page.$$eval("[data-figure]:has([data-save])", (all) => all.map((one) => one.dataset.figure));

/** Waits until these figures are on screen, drawn. */
export const drawn = (page, names, timeout = 90_000) =>
  until(
    () => shownFigures(page),
    (shown) => names.every((name) => shown.includes(name)),
    { what: names.join(", "), timeout },
  );

export async function openMenu(page, name) {
  await figure(page, name).locator("[data-save]").first().click();
  await figure(page, name).locator("[data-save-as=svg]").waitFor();
}

/** The bytes of what a press of the menu hands to the downloads. */
export async function saved(page, name, as) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    figure(page, name).locator(`[data-save-as=${as}]`).click(),
  ]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

/** All four files of a figure. */
export async function savedAll(page, name) {
  const files = {};
  for (const as of ["svg", "png", "csv", "json"]) {
    await openMenu(page, name);
    files[as] = await saved(page, name, as);
  }
  return files;
}

const FIELD = /"((?:[^"]|"")*)"|([^",\r\n]*)/y;

/** Records of fields as RFC 4180 has them: with CRLF, and quotes doubled inside quotes. */
export function parseCsv(text) {
  const rows = [];
  let row = [];
  let at = 0;
  while (at < text.length) {
    FIELD.lastIndex = at;
    const [whole, inside, plain] = FIELD.exec(text);
    row.push(inside === undefined ? plain : inside.replaceAll('""', '"'));
    at += whole.length;
    if (text[at] === ",") at += 1;
    else {
      assert.equal(text.slice(at, at + 2), "\r\n", `a field ends at ${at}`);
      rows.push(row);
      row = [];
      at += 2;
    }
  }
  assert.equal(row.length, 0, "the last line ends, too");
  return rows;
}

/** Comment lines, heads and rows of a saved table. */
export function readTable(bytes) {
  const text = bytes.toString();
  assert.ok(text.startsWith("\ufeff"), "spreadsheets are told that it is UTF-8");
  const lines = parseCsv(text.slice(1));
  const comments = lines.filter(([first]) => first.startsWith("# ")).map(([first]) => first.slice(2));
  const [heads, ...rows] = lines.slice(comments.length);
  assert.ok(
    lines.every(({ length }) => length === heads.length),
    "every line has as many fields",
  );
  return { comments, heads, rows };
}

/** Opens a drawing alone, as a file of its own: what is no whole XML does not open. `left`: where the drawing proper begins. */
export async function openAlone(browser, svg, colorScheme = "light") {
  const [, width, height] = /^<svg [^>]*?width="(\d+)" height="(\d+)"/.exec(svg) ?? assert.fail("it has no size");
  const context = await browser.newContext({ viewport: { width: Number(width), height: Number(height) }, colorScheme });
  const page = await context.newPage();
  await page.goto(`data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`);
  return { page, left: 16, close: () => context.close() };
}

/**
 * The share of places at which two PNGs differ to the eye; 1 where they are not of one size. Both are made smaller first, so that letters
 * which stand a pixel apart are the same. `scale`: how many pixels of the first are one of the second. With `left`, the first is a part of
 * the second that begins there and somewhere from 30 rows above it to 120 below its top: a file has its title above the drawing, and keys in other places.
 */
export function difference(page, one, other, { scale = 1, left } = {}) {
  return page.evaluate(
    async ([first, second, times, from]) => {
      const load = async (base64) => createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
      const [a, b] = [await load(first), await load(second)];
      const [wide, high] = [a.width / times, a.height / times];
      const isPart = from !== null;
      if (!isPart && (Math.abs(wide - b.width) > 1 || Math.abs(high - b.height) > 1)) return 1;
      const [width, height] = [Math.ceil(wide / 4), Math.ceil(high / 4)];
      const paper = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
      paper.imageSmoothingQuality = "high";
      /** Beyond the end of a picture nothing is drawn, which is another picture, too. */
      const pixels = (image, x, y, ...size) => {
        paper.clearRect(0, 0, width, height);
        paper.drawImage(image, x, y, ...size, 0, 0, width, height);
        return paper.getImageData(0, 0, width, height).data;
      };
      const mine = pixels(a, 0, 0, a.width, a.height);
      const shareAt = (x, y) => {
        const its = isPart ? pixels(b, x, y, wide, high) : pixels(b, 0, 0, b.width, b.height);
        let different = 0;
        for (let at = 0; at < mine.length; at += 4) {
          const most = Math.max(...[0, 1, 2, 3].map((channel) => Math.abs(mine[at + channel] - its[at + channel])));
          if (most > 40) different += 1;
        }
        return different / (width * height);
      };
      if (!isPart) return shareAt(0, 0);
      return Math.min(...Array.from({ length: 151 }, (_, row) => shareAt(from, row - 30)));
    },
    [one.toString("base64"), other.toString("base64"), scale, left ?? null],
  );
}
