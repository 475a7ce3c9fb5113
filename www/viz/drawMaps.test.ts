import { describe, expect, test } from "vitest";
import { drawMaps, drawMapsFocus } from "./drawMaps";
import { shopMaps } from "./fixtures/shop";
import { layoutMaps, mapsForm } from "./mapsLayout";
import { textWidth } from "./textWidth";
import { LIGHT } from "./themes";
import { toText } from "./toText";

const drawn = (size: number, width = 880) => {
  const model = shopMaps({ size });
  const layout = layoutMaps(model, width, 0);
  return { model, layout, text: toText(drawMaps(model, layout, LIGHT)) };
};
const elements = (text: string) => text.match(/<[a-z]/g)?.length ?? 0;

describe("maps", () => {
  test("200 items take hardly more elements than 8: cells are grouped by colour", () => {
    expect(elements(drawn(200).text)).toBeLessThan(elements(drawn(8).text) + 300);
    expect(drawn(200).text.length).toBeLessThan(1_000_000);
  });

  test("what moves with the focus is a few elements, whatever the size", () => {
    for (const size of [8, 200]) {
      const { model, layout } = drawn(size);
      const focus = drawMapsFocus(model, layout, { row: 5, column: 2, pinned: false }, LIGHT);
      expect(elements(toText(focus))).toBeLessThan(60);
    }
  });

  test("the cells of the focus row stand at one height in all maps beside each other", () => {
    const { layout } = drawn(8);
    expect(layout.form).toBe("wide");
    const bottoms = [...layout.sources, layout.fused].map(({ y, side }) => y + side);
    expect(new Set(bottoms).size).toBe(1);
  });

  test("the fused map stays where it is when a model with one map answers", () => {
    const free = 72;
    const [one, five] = [1, 5].map((sources) => layoutMaps(shopMaps({ sources }), 880, free));
    expect(one?.fused).toEqual(five?.fused);
  });

  test("a row of sources is broken only where it has no sum beside it", () => {
    for (let width = 280; width < 1200; width += 7)
      for (const count of [1, 2, 5, 6]) {
        const layout = layoutMaps(shopMaps({ sources: count }), width, 0);
        const rows = new Set(layout.sources.map(({ y }) => y)).size;
        expect(layout.form).toBe(mapsForm(width, layout.sources.length));
        if (layout.form === "wide") expect(rows).toBe(1);
        expect(
          Math.max(...layout.sources.map(({ x, side }) => x + side), layout.fused.x + layout.fused.side),
        ).toBeLessThanOrEqual(width);
        expect(layout.sum === null).toBe(layout.form === "wide");
      }
  });

  test("each map on its own scale has both ends written below it, whole", () => {
    const { layout, text } = drawn(8);
    ["0.6", "4", "1.5", "6", "0.1"].forEach((bound, index) => {
      expect(text).toContain(`>−${bound}<`);
      expect(text).toContain(`>+${bound}<`);
      const { side = 0, swatch = 0 } = layout.sources[index] ?? {};
      expect(swatch).toBeGreaterThan(1);
      expect(9 * (swatch ?? 0) + 2 * textWidth(`+${bound}`, 11) + 10).toBeLessThanOrEqual(side);
    });
  });
});
