import { describe, expect, test } from "vitest";
import { fitText, textWidth, wrapText } from "./textWidth";

describe("widths of texts", () => {
  test("nothing is wider than thought, in the widest of the usual fonts", () => {
    // Widths of DejaVu Sans at 100 px, regular and bold, read from a canvas.
    const measured = [
      ["Category", 457, 511],
      ["windowed Markov .068", 1154, 1300],
      ["+24.45", 370, 400],
      ["−0.18", 306, 331],
      ["best possible .352", 912, 1030],
      ["epoch", 305, 339],
    ] as const;
    for (const [text, regular, bold] of measured) {
      expect(textWidth(text, 100)).toBeGreaterThanOrEqual(regular);
      expect(textWidth(text, 100, true)).toBeGreaterThanOrEqual(bold);
      expect(textWidth(text, 100)).toBeLessThan(regular * 1.15);
    }
  });

  test("Hangul counts as squares", () => {
    expect(textWidth("가격", 12)).toBe(24);
    expect(textWidth("%\u2060에", 12), "what joins has no width").toBe(24);
  });

  test("lines break between words and hold no more than they can", () => {
    const text = "Row: the item that looks. Column: the item it looks at.";
    const lines = wrapText(text, 11, 160);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(textWidth(line, 11)).toBeLessThanOrEqual(160);
    expect(lines.join(" ")).toBe(text);
    expect(wrapText("", 11, 100)).toEqual([]);
    expect(wrapText("Unbreakable", 11, 10)).toEqual(["Unbreakable"]);
  });

  test("a name that is too long ends in dots, one that fits does not", () => {
    expect(fitText("Brand", 12, 60)).toBe("Brand");
    const cut = fitText("Wired headphones with a cable", 12, 80);
    expect(cut.endsWith("…")).toBe(true);
    expect(textWidth(cut, 12)).toBeLessThanOrEqual(80);
  });
});
