import { describe, expect, it } from "vitest";
import { glossary as english } from "./en/glossary";
import { glossary as korean } from "./ko/glossary";
import { type Glossary, TERM_IDS, type TermId } from "./terms";

/** The terms that the explanation of a term uses, as a reader of that language finds them. */
function usedBy(glossary: Glossary, id: TermId): TermId[] {
  const text = glossary[id].text.toLowerCase();
  return TERM_IDS.filter((other) => {
    const name = glossary[other].name.toLowerCase().replace(/\s*\(.*\)|@k| · .*/g, "");
    const at = text.indexOf(name);
    return at >= 0 && !/[a-z]/.test(text.charAt(at - 1)) && !/[a-z]/.test(text.charAt(at + name.length));
  });
}

/** Terms through which an explanation comes back to the term itself. */
function circle(glossary: Glossary, id: TermId): TermId[] {
  const reached = new Set<TermId>();
  const open = [...usedBy(glossary, id)];
  for (let next = open.pop(); next; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...usedBy(glossary, next));
  }
  return reached.has(id) ? [id, ...reached] : [];
}

describe("the Korean glossary beside the English one", () => {
  it("names the English term after the Korean one, unless both are one", () => {
    for (const id of TERM_IDS) {
      const [name, term] = [english[id].name, korean[id].name.split(" · ")[1]];
      // "Score of an item (logit)": the term stands in brackets.
      const known = /\((.*)\)/.exec(name)?.[1] ?? name;
      if (korean[id].name === name) continue;
      expect(korean[id].name, id).toMatch(/\p{Script=Hangul}/u);
      expect(term?.toLowerCase(), id).toBe(known.toLowerCase());
    }
  });
});

describe.each([
  ["English", english],
  ["Korean", korean],
])("the %s glossary", (_, glossary) => {
  it("explains no term by itself, and no two by each other", () => {
    expect(TERM_IDS.map((id) => circle(glossary, id)).filter((found) => found.length > 0)).toEqual([]);
  });

  it("takes at most three sentences for a term and fits a phone", () => {
    for (const id of TERM_IDS) {
      const { text } = glossary[id];
      expect(text.split(/[.?](?:\s|$)/).filter(Boolean).length, id).toBeLessThanOrEqual(3);
      expect(text.length, id).toBeLessThanOrEqual(190);
      expect(text, id).toMatch(/\.$/);
    }
  });
});
