import { describe, expect, it } from "vitest";
import { spectrum } from "./fixtures/spectra";
import { layoutSpectrum } from "./spectrumLayout";

const WIDE = { width: 560, height: 300 };
const layoutOf = (...given: Parameters<typeof spectrum>) => layoutSpectrum(spectrum(...given).model, WIDE);

describe("the layout of a spectrum", () => {
  it("puts what is counted above the noise and all else into it", () => {
    const { lines, noise, plot } = layoutOf();
    for (const { line, points } of lines) {
      expect(points).toHaveLength(24);
      points.forEach(({ y }, at) => {
        expect([line.id, at, y < noise]).toEqual([line.id, at, at < line.rank]);
        expect(y).toBeLessThanOrEqual(plot.bottom);
      });
    }
  });

  it("goes down by the same step for every power of ten, and puts 0 on the floor", () => {
    const { y, plot } = layoutOf();
    expect(y(1)).toBe(plot.top);
    expect(y(1e-4) - y(1)).toBeCloseTo(y(1e-16) - y(1e-12), 6);
    expect(y(0)).toBe(plot.bottom);
    expect(y(1e-30)).toBe(plot.bottom);
  });

  it("draws a bound behind the last value that it allows", () => {
    const { lines, x } = layoutOf();
    expect(lines.map(({ bound }) => bound)).toEqual([x(14.5), x(4.5)]);
  });

  it("lays the blocks side by side, as wide as what they add, up to the rank", () => {
    const { blocks, x } = layoutOf();
    expect(blocks.map(({ text }) => text)).toEqual(["I 4", "P 4", "C 2", "B 2", "R 2"]);
    expect(blocks[0]?.x).toBe(x(0.5));
    expect((blocks[4]?.x ?? 0) + (blocks[4]?.width ?? 0) + 1.5).toBeCloseTo(x(14.5), 6);
  });

  it("names where lines end before anything else on the axis", () => {
    expect(layoutOf().xTicks.map(({ text }) => text)).toEqual(["1", "4", "14", "24"]);
    const near = layoutSpectrum(spectrum({ length: 20, width: 9 }).model, { width: 150, height: 300 });
    const texts = near.xTicks.map(({ text }) => text);
    expect(texts).toContain("9");
    const places = near.xTicks.map(({ at }) => at);
    for (let at = 1; at < places.length; at++) expect((places[at] ?? 0) - (places[at - 1] ?? 0)).toBeGreaterThan(12);
  });

  it("puts no name on a cliff: what does not fit before the next one is left out or stands in front", () => {
    const { names, x, lines } = layoutOf({ length: 14, items: 2, attribute_values: [2, 1, 2] });
    expect(lines.map(({ line }) => line.rank)).toEqual([6, 4]);
    const early = names.find(({ name }) => name === "Early fusion");
    expect(early).toMatchObject({ anchor: "end", note: "" });
    expect(early?.x).toBeLessThan(x(4.5));
  });

  it("says once that both are full", () => {
    const { names } = layoutOf({ length: 8, width: 16, attribute_widths: [8, 8, 8] });
    expect(names.map(({ name }) => name)).toEqual(["Both fill all clicks"]);
  });
});
