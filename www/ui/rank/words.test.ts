import { beforeEach, describe, expect, it } from "vitest";
import { loadWords, useLanguage } from "../../content";
import type { RandomRankRequest } from "../../engine.ts";
import { reports } from "../../viz/fixtures/rankReports";
import { LINE_LOOKS } from "../../viz/lineLooks";
import { FUSED_SOURCE, type SourceView, sourceViews } from "../common/sources";
import { headOf } from "./limits";
import type { Side } from "./shown";
import { noteOf, readingOf, readOf, reasonInWords } from "./words";

const ATTRIBUTES = [{ name: "category" }, { name: "brand" }, { name: "price band" }];

function sides(change: Partial<RandomRankRequest> = {}): [Side, Side] {
  const { decoupled, early } = reports(change);
  const of = (name: string, report: typeof early, sources: SourceView[], index: number): Side => {
    const [head, look] = [headOf(report, 0, 0), LINE_LOOKS[index]];
    if (!head || !look) throw new Error("no head");
    return { name, short: name, look, report, head, sources, hasMask: false };
  };
  return [
    of("Decoupled fusion", decoupled, sourceViews(decoupled.sources, ATTRIBUTES), 0),
    of("Early fusion", early, [FUSED_SOURCE], 1),
  ];
}

beforeEach(async () => {
  await useLanguage("en");
  await loadWords(["rank"]);
});

describe("the sentence of the panel", () => {
  it("says what binds each, the one that mixes first first", () => {
    expect(readingOf(sides())).toBe(
      "Early fusion stops at 4, the width of a head. Decoupled fusion reaches 14, the widths of its products added up: 4 + 4 + 2 + 2 + 2.",
    );
  });

  it("says why nothing is to be seen where both are full", () => {
    expect(readingOf(sides({ length: 8, width: 16, attribute_widths: [8, 8, 8] }))).toBe(
      "Both fill all 8 clicks: a table of 8 clicks holds no more patterns than that. The cap binds only where clicks outnumber the width of a head, here 16.",
    );
  });

  it("names the source whose values are too few", () => {
    const said = readingOf(sides({ attribute_widths: [4, 4, 4], attribute_values: [0, 3, 0] }));
    expect(said).toContain("Decoupled fusion reaches 19. Brand takes 3 values in this session, so it adds at most 3.");
    const both = readingOf(sides({ attribute_widths: [4, 4, 4], attribute_values: [3, 3, 0] }));
    expect(both).toContain("Category takes 3 and Brand takes 3");
    expect(both).toContain("counts once");
  });

  it("speaks of the items where they repeat", () => {
    const said = readingOf(sides({ length: 14, items: 2, attribute_values: [2, 2, 2] }));
    expect(said).toContain("Decoupled fusion reaches 6. The clicks are of 2 different items");
  });

  it("is said in Korean with the particles that the names need", async () => {
    await useLanguage("ko");
    const [decoupled, early] = sides();
    const said = readingOf([
      { ...decoupled, name: "DIF-SR" },
      { ...early, name: "초기 융합" },
    ]);
    expect(said).toContain("초기 융합은 헤드의 너비인 4에서 멈춥니다.");
    expect(said).toContain("DIF-SR은 곱들의 너비를 더한 14까지 갑니다: 4 + 4 + 2 + 2 + 2.");
  });
});

describe("words beside the drawing", () => {
  it("say where a line stops", () => {
    expect(sides().map(noteOf)).toEqual(["stops at 14", "stops at the head’s width, 4"]);
    expect(sides({ length: 8 }).map(noteOf)).toEqual(["fills all 8 clicks", "stops at the head’s width, 4"]);
  });

  it("give one value its singular, and no reason where all is used", () => {
    const [side] = sides();
    expect(reasonInWords({ kind: "values", different: 1 }, side)).toBe("only 1 value here");
    expect(reasonInWords(null, side)).toBe("");
  });

  it("count no click where the place for the item to come is one of the rows", () => {
    const [full, early] = sides({ length: 8 });
    const side = { ...full, hasMask: true };
    expect([noteOf(side), readOf(side)]).toEqual(["fills all 8 places", 7]);
    expect(reasonInWords({ kind: "full" }, side)).toBe("all 8 places filled");
    expect(reasonInWords({ kind: "items", different: 3 }, side)).toBe("only 3 different items, with [MASK]");
    expect(readingOf([side, early])).toContain("Decoupled fusion fills all 8 places.");
  });
});
