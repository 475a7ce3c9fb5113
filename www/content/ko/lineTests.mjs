// What holds for every table of lines, English and Korean.
import { expect, it } from "vitest";

/** Rest that is cut off has a name that begins with _, and no place in Korean. */
const PLACE = /\{[*=]?([a-z]\w*)(?::[가-힣]+)?\}/g;

export function itHasGoodLines(lines, says) {
  it("has the same values in both languages", () => {
    for (const [english, korean] of Object.entries(lines)) {
      const names = (text) => [...text.matchAll(PLACE)].map(([, name]) => name).sort();
      expect(names(korean), english).toEqual(names(english));
    }
  });

  it("is found for the words that it was written for, whatever stands in its places", () => {
    for (const [english, korean] of Object.entries(lines)) {
      const filled = (text) => text.replace(PLACE, "7");
      const found = says(filled(english));
      // A particle follows what stands in its place.
      expect(found?.replace(/7(?:이|가|을|를|과|와|로|으로)(?= )/g, "7"), english).toBe(filled(korean));
    }
  });
}
