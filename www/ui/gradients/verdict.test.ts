import { describe, expect, it } from "vitest";
import { fakeReport } from "./fakeReports";
import { heardOnly, meanCosine, verdictOf } from "./verdict";

describe("what gradients say about a system", () => {
  it("adding: every source gets the same numbers", () => {
    const report = fakeReport("add");
    expect(verdictOf(report)).toMatchObject({ kind: "same", difference: 0, silent: [], apart: [] });
    expect(meanCosine(report.by_source[3])).toBeCloseTo(1, 12);
  });

  it("a difference beyond rounding is no sameness", () => {
    const report = fakeReport("add");
    const [, , category] = report.by_source;
    if (category) category.difference = 2e-5;
    expect(verdictOf(report).kind).not.toBe("same");
  });

  it("NOVA's sum: attributes and position alike, the item not", () => {
    const verdict = verdictOf(fakeReport("nova"));
    expect(verdict.kind).toBe("side");
    expect(verdict.cosine?.most).toBeLessThan(1);
  });

  it("decoupled: none is another's, and widths that differ have no angle", () => {
    expect(verdictOf(fakeReport("decoupled"))).toMatchObject({ kind: "own", apart: [] });
    const narrow = verdictOf(fakeReport("narrow"));
    expect(narrow).toMatchObject({ kind: "own", apart: [2, 3] });
    expect(narrow.cosine).not.toBeNull();
    expect(meanCosine(fakeReport("narrow").by_source[2])).toBeNull();
  });

  it("a history of one click: attributes and position get nothing, and it is not called the same", () => {
    const verdict = verdictOf(fakeReport("nova", 1));
    expect(verdict).toMatchObject({ kind: "silent", silent: [1, 2, 3], cosine: null });
    expect(verdictOf(fakeReport("add", 1)).kind).toBe("same");
  });

  it("rounding has no direction", () => {
    const report = fakeReport("decoupled");
    const [, position] = report.by_source;
    if (position) position.norm = position.norm.map((norm, at) => (at === 1 ? 1e-16 : norm));
    const { by_source } = heardOnly(report);
    expect(by_source[1]?.cosine.map((one) => one === null)).toEqual([false, true, false]);
    expect(by_source[2]?.cosine_to_position.map((one) => one === null)).toEqual([false, true, false]);
    expect(by_source[2]?.cosine.includes(null)).toBe(false);
  });

  it("linear images of one vector, whatever the cosine; several vectors where a map leaves something", () => {
    expect(verdictOf(fakeReport("decoupled"))).toMatchObject({ residual: null, isLinear: false });
    expect(verdictOf(fakeReport("decoupled", 3, [0, 2e-7, 1e-7, 3e-7])).isLinear).toBe(true);
    expect(verdictOf(fakeReport("decoupled", 3, [0, 0.5, 0.7, 0.6]))).toMatchObject({
      residual: { least: 0.5, most: 0.7 },
      isLinear: false,
    });
    // One that gets nothing leaves nothing, and that is no sign of a map.
    expect(verdictOf(fakeReport("nova", 1, [0, 0, 0, 0])).isLinear).toBe(false);
  });
});
