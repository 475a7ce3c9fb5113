import { describe, expect, it } from "vitest";
import { english } from "./en";
import { korean } from "./ko";

/** Every path to a word: keys, and the places of lists. */
function paths(value: unknown, path = ""): string[] {
  if (typeof value === "string") return [value.trim() === "" ? `${path} is empty` : path];
  if (typeof value === "function") return [`${path}()`];
  if (typeof value !== "object" || value === null) return [`${path} is neither text nor function`];
  return Object.entries(value).flatMap(([key, inner]) => paths(inner, path ? `${path}.${key}` : key));
}

describe("dictionaries", () => {
  it("hold the same words in both languages", () => {
    expect(paths(korean).sort()).toEqual(paths(english).sort());
  });

  it("leave no word empty", () => {
    expect(paths(english).filter((path) => path.includes(" is "))).toEqual([]);
  });

  it("use no exclamation marks and no hyphen for minus", () => {
    const words = JSON.stringify([english, korean]);
    expect(words).not.toMatch(/!/);
    expect(words).not.toMatch(/ -\d/);
  });
});
