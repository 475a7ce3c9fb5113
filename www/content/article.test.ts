import { describe, expect, it } from "vitest";
import { PANEL_IDS } from "../panels";
import { TERM_PANELS } from "../ui/common/termPanels";
import { SECTIONS } from "./article";
import { article as english } from "./en/article";
import { article as korean } from "./ko/article";
import { pieces, withoutMarks } from "./marks";
import { REFERENCE_IDS } from "./references";
import { TERM_IDS, type TermId } from "./terms";

const LANGUAGES = [
  ["English", english],
  ["Korean", korean],
] as const;
type Article = typeof english;

/** Of all parts, in their order. */
const paragraphs = (of: Article): string[] => SECTIONS.flatMap(({ id }) => of.sections[id].text);

/** The terms as they stand, part by part. */
const terms = (of: Article) =>
  SECTIONS.map(({ id }) =>
    of.sections[id].text.flatMap((text) =>
      pieces(text).flatMap((piece) => (typeof piece === "string" ? [] : piece.term)),
    ),
  );

const cited = (of: Article): string[] =>
  paragraphs(of).flatMap((text) => [...text.matchAll(/\[\^(\w+)\]/g)].map(([, id = ""]) => id));
const asked = (text: string): string[] => [...text.matchAll(/\{(\w+)/g)].map(([, name = ""]) => name);
/** As a reader sees it, without what is asked of the engine. */
const plain = (text: string) => withoutMarks(text).replace(/\[\^\w+\]|\{\w+(?::[가-힣]+)?\}/g, "");
const numerals = (text: string): string[] => plain(text).match(/\.?\d[\d.]*\d|\d/g) ?? [];

describe.each(LANGUAGES)("the %s article", (_, article) => {
  it("can be read in six minutes", () => {
    const words = paragraphs(article)
      .join(" ")
      .replace(/\{\w+\}/g, "1");
    const count = plain(words).split(/\s+/).filter(Boolean).length;
    // A Korean word holds its particles.
    const [least, most] = article === english ? [1100, 1350] : [750, 1000];
    expect(count).toBeGreaterThan(least);
    expect(count).toBeLessThan(most);
  });

  it("marks each term once, and each leads to a panel", () => {
    const all = terms(article).flat();
    expect(all.filter((id, at) => all.indexOf(id) !== at)).toEqual([]);
    expect(all.length).toBeGreaterThanOrEqual(30);
    for (const id of all) expect(PANEL_IDS, id).toContain(TERM_PANELS[id]);
  });

  it("cites every reference of the list once, in its order", () => {
    expect(cited(article)).toEqual(REFERENCE_IDS);
  });

  it("names what it shows between paragraphs by paragraphs that it has", () => {
    for (const { id, after = {}, symbols = 0 } of SECTIONS) {
      const last = article.sections[id].text.length - 1;
      for (const at of [symbols, ...Object.keys(after).map(Number)]) expect(at, id).toBeLessThanOrEqual(last);
    }
  });
});

describe("the two articles", () => {
  it("have the same parts, of as many paragraphs", () => {
    const shape = (of: Article) => SECTIONS.map(({ id }) => [id, of.sections[id].text.length]);
    expect(shape(korean)).toEqual(shape(english));
    expect(Object.keys(english.sections)).toEqual(SECTIONS.map(({ id }) => id));
  });

  it("mark the same terms in the same parts", () => {
    const sorted = (of: Article) => terms(of).map((part) => part.toSorted());
    expect(sorted(korean)).toEqual(sorted(english));
  });

  it("ask for the same numbers, paragraph by paragraph, and say the same others", () => {
    const [en, ko] = [paragraphs(english), paragraphs(korean)];
    expect(ko.map((text) => asked(text).toSorted())).toEqual(en.map((text) => asked(text).toSorted()));
    expect(ko.map((text) => numerals(text).toSorted())).toEqual(en.map((text) => numerals(text).toSorted()));
  });

  it("cite the same in the same paragraphs", () => {
    const citedIn = (of: Article) =>
      paragraphs(of).map((text) => [...text.matchAll(/\[\^\w+\]/g)].map(([mark]) => mark));
    expect(citedIn(korean)).toEqual(citedIn(english));
  });
});

describe("terms and panels", () => {
  it("know every term, and only panels that exist", () => {
    expect(Object.keys(TERM_PANELS).toSorted()).toEqual([...TERM_IDS].toSorted());
    const panels = TERM_IDS.flatMap((id: TermId) => TERM_PANELS[id] ?? []);
    expect(panels.filter((panel) => !PANEL_IDS.includes(panel))).toEqual([]);
  });
});
