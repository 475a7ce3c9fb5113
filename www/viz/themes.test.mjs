import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { mixOklab } from "./oklab";
import { LEVELS, levelColour } from "./ramps";
import { DARK, DARK_TOKENS, LIGHT, LIGHT_TOKENS } from "./themes";

const css = readFileSync(new URL("../styles/tokens.css", import.meta.url), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");

/** What a block of declarations says of a token. */
function declared(block, token) {
  return new RegExp(`--${token}:\\s*([^;]+);`).exec(block)?.[1]?.trim();
}

/** The value of a token in both themes: in blocks of their own, or side by side in light-dark(). */
function inBoth(token) {
  const root = /:root\s*\{([^}]*)\}/.exec(css)?.[1] ?? "";
  const dark = /:root\[data-theme="dark"\]\s*\{([^}]*)\}/.exec(css)?.[1] ?? "";
  const light = declared(root, token);
  const pair = /light-dark\(\s*([^,]+?)\s*,\s*([^)]+?)\s*\)/.exec(light ?? "");
  return pair ? [pair[1], pair[2]] : [light, declared(dark, token) ?? light];
}

describe("themes of drawings", () => {
  test("light and dark are those of tokens.css", () => {
    for (const [token, light] of Object.entries(LIGHT_TOKENS))
      expect([token, ...inBoth(token)]).toEqual([token, light, DARK_TOKENS[token]]);
  });

  test("every colour of both ramps is a plain one", () => {
    for (const theme of [LIGHT, DARK])
      for (const ramp of ["seq", "div"])
        for (let level = 0; level < LEVELS; level++) expect(levelColour(theme, ramp, level)).toMatch(/^#[0-9a-f]{6}$/);
  });

  test("mixing in Oklab gives what browsers give", () => {
    // Read from a canvas that Chromium filled with color-mix(in oklab, …).
    expect(mixOklab("#ff0000", "#0000ff", 0.5)).toBe("#8c53a2");
    expect(mixOklab("#ece2bd", "#d6cb9b", 0.25)).toBe("#e6dcb4");
    expect(mixOklab("#ffff00", "#0000ff", 0.5)).toBe("#6cabc7");
    expect(mixOklab("#123456", "#123456", 0.7)).toBe("#123456");
    expect(mixOklab("#000000", "#ffffff", 1)).toBe("#ffffff");
  });
});
