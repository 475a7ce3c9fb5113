import { describe, expect, it } from "vitest";
import { loadWords, t, useLanguage } from ".";
import { english as englishCore } from "./en";
import { korean as koreanCore } from "./ko";
import type { LanguageCode } from "./language";
import { PART_NAMES, PARTS } from "./parts";

/** The first view's words and those of every part. */
async function whole(core: object, code: LanguageCode): Promise<object> {
  const parts = await Promise.all(PART_NAMES.map(async (name) => [name, await PARTS[code][name]()] as const));
  return { ...core, ...Object.fromEntries(parts) };
}

const english = await whole(englishCore, "en");
const korean = await whole(koreanCore, "ko");

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

describe("parts of a dictionary", () => {
  it("say what is missing when they are read before they were fetched", () => {
    expect(() => t().paper.title).toThrow(/words of "paper" are not here/);
  });

  it("are there once they were asked for, and change with the language", async () => {
    await Promise.all([loadWords(["why"]), loadWords(["train", "why"])]);
    expect([t().why.title, t().train.title]).toEqual(["Why?", "Train it"]);
    await useLanguage("ko");
    expect(t().why.title).not.toBe("Why?");
    await loadWords(["paper"]);
    expect(t().paper.title).not.toMatch(/Paper/);
    await useLanguage("en");
    expect([t().why.title, t().paper.title]).toEqual(["Why?", "Paper and limits"]);
  });

  it("of a language that was chosen meanwhile are the ones that stay", async () => {
    const first = useLanguage("ko");
    await Promise.all([first, useLanguage("en"), loadWords(["data"])]);
    expect(t().data.title).toBe("Data");
  });
});
