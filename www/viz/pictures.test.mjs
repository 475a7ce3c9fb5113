// Pictures of every figure, kept as files: what a change of code does to them is seen in the change. `PICTURES=write` makes them anew;
// a picture that is another one than its file is written beside it as *.changed.svg, to be looked at.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { isValidElement } from "preact";
import { describe, expect, test } from "vitest";
import { PICTURES } from "./fixtures/pictures";
import { textWidth } from "./textWidth";
import { THEMES } from "./themes";
import { toText } from "./toText";

const folder = new URL("./snapshots/", import.meta.url);
const WIDTHS = [880, 328];
const SMALLEST = 11;
const isWriting = process.env.PICTURES === "write";

const cases = Object.entries(PICTURES).flatMap(([name, draw]) =>
  WIDTHS.flatMap((width) =>
    Object.entries(THEMES).map(([theme, colours]) => ({
      name: `${name}-${width}-${theme}`,
      draw: () => draw({ width, captioned: true }, colours),
    })),
  ),
);

/** Tenths of a pixel are seen by nobody; the last digits of a sine are not the same everywhere. */
const rounded = (text) => text.replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10));

function stored(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** Every text with the box it takes, in pixels of the file. */
function textsOf(child, at = { x: 0, y: 0 }) {
  if (Array.isArray(child)) return child.flatMap((one) => textsOf(one, at));
  if (!isValidElement(child)) return [];
  const { type, props } = child;
  const [, x = "0", y = "0"] = /translate\((\S+) (\S+)\)/.exec(props.transform ?? "") ?? [];
  const here = { x: at.x + Number(x), y: at.y + Number(y) };
  if (type !== "text") return textsOf(props.children, here);
  expect(props.transform, "text is not scaled").toBeUndefined();
  const content = toText(props.children)
    .replace(/<[^>]*>/g, "")
    .replaceAll("&amp;", "&");
  const size = props["font-size"];
  const width = textWidth(content, size, props["font-weight"] === 600);
  const from = { start: 0, middle: 0.5, end: 1 }[props["text-anchor"] ?? "start"];
  const left = here.x + props.x - from * width;
  const baseline = here.y + props.y;
  return [{ content, size, left, right: left + width, top: baseline - 0.75 * size, bottom: baseline + 0.2 * size }];
}

const overlap = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;

describe.each(cases)("$name", ({ name, draw }) => {
  test("is the picture it was", () => {
    const drawn = `${toText(draw().svg).replaceAll("><", ">\n<")}\n`;
    const file = new URL(`${name}.svg`, folder);
    const changed = new URL(`${name}.changed.svg`, folder);
    mkdirSync(folder, { recursive: true });
    if (isWriting) writeFileSync(file, drawn);
    const same = rounded(stored(file)) === rounded(drawn);
    if (same) rmSync(changed, { force: true });
    else writeFileSync(changed, drawn);
    expect(same, `www/viz/snapshots/${name}.changed.svg is not ${name}.svg`).toBe(true);
  });

  test("stands alone: no class, no style, no variable, and it names itself", () => {
    const drawn = toText(draw().svg);
    expect(drawn).not.toMatch(/ class=| style=|var\(|color-mix|NaN|undefined|Infinity/);
    expect(drawn).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="\d+" height="\d+" viewBox="[\d ]+"/);
    expect(drawn).toMatch(/<title>[^<]+<\/title><desc>[^<]+<\/desc>/);
  });

  test("has no text that is too small, cut or in another's place", () => {
    const { svg, width, height } = draw();
    const texts = textsOf(svg);
    expect(texts.length).toBeGreaterThan(5);
    for (const { content, size, left, right, top, bottom } of texts) {
      expect([content, size >= SMALLEST]).toEqual([content, true]);
      const inside = left >= 0 && right <= width && top >= 0 && bottom <= height;
      expect([content, inside]).toEqual([content, true]);
    }
    const pairs = texts.flatMap((a, index) => texts.slice(index + 1).map((b) => [a, b]));
    const covered = pairs.filter(([a, b]) => overlap(a, b)).map(([a, b]) => `${a.content} / ${b.content}`);
    expect(covered).toEqual([]);
  });
});
