import { describe, expect, test } from "vitest";
import { SYSTEMS, WAYS } from "../../state/ways";
import { planOf } from "../common/fusionPlan";
import { mathOf } from "../common/math";
import { type Below, equationsOf, gradientOf } from "./equations";
import { joiningOf } from "./ways";

const letters = ["I", "P", "C", "B"];
const below: Below = {
  parts: ["+1", "+2", "+3", "+4", "+5"],
  widths: ["4", "4", "2", "2"],
  ...{ vector: "8 × 32", table: "8 × 8", score: "+15", weight: "0.9", values: "8 × 4" },
};

function of(system: string) {
  return equationsOf(planOf(system), joiningOf(system, null), { letters, below });
}

const every = WAYS.flatMap((way) => SYSTEMS[way]);

describe("the equations", () => {
  test.each(every)("%s has a term for each of its sources, and all formulas they need", (system) => {
    const named = new Set(
      of(system)
        .flatMap(({ pieces }) => pieces.filter((one) => one.of.length === 1))
        .flatMap((one) => one.of),
    );
    expect([...named].sort()).toEqual([...letters].sort());
  });

  test.each(every)("%s is MathML without a letter left open, a class or a style", (system) => {
    for (const { pieces } of of(system))
      for (const { math } of pieces) {
        expect(math).toMatch(/^<m/);
        expect(math).not.toMatch(/@|class=|style=|\\/);
      }
  });

  test("the parts of the score stand below their own terms, the bias last", () => {
    const [join] = of("dif_sr-concat");
    const numbered = join?.pieces.filter(({ number }) => number) ?? [];
    expect(numbered.map((piece) => [piece.of.join(), piece.number])).toEqual([
      ["I", "+1"],
      ["P", "+2"],
      ["C", "+3"],
      ["B", "+4"],
      ["", "+5"],
    ]);
  });

  test("values are the item's alone where scores or queries and keys are fused, and the mixture's in early fusion", () => {
    const values = (system: string) => of(system).at(-1)?.pieces.at(-1)?.of;
    expect(values("dif_sr")).toEqual(["I"]);
    expect(values("nova")).toEqual(["I"]);
    expect(values("sasrecf-add")).toEqual(letters);
    expect(values("s3rec")).toEqual(["I", "P"]);
  });

  test("one attribute needs no weights of its own in a stack", () => {
    const one = equationsOf("stacks", "stacks", { letters: ["I", "P", "C"], below });
    expect(one[1]?.pieces.some(({ math }) => math.includes("<mi>a</mi>"))).toBe(false);
  });
});

describe("what a step tells the sources", () => {
  test("the same to all where vectors are added, images of one where they are joined by a map", () => {
    const same = gradientOf("input", "add", letters) ?? [];
    expect(same.at(-1)?.math).toBe(mathOf("gradient-same"));
    expect(same.filter((one) => one.of.length === 1).flatMap((one) => one.of)).toEqual(letters);
    const mapped = gradientOf("input", "concat", letters) ?? [];
    expect(mapped.filter(({ math }) => math === mathOf("gradient-mapped", "C")).length).toBe(1);
    expect(mapped.some(({ math }) => math === mathOf("gradient-mapped", "P"))).toBe(false);
  });

  test("is not written where one line would be wrong", () => {
    expect(gradientOf("attention", "gate", letters)).toBeNull();
    expect(gradientOf("decoupled", "gate", letters)).toBeNull();
  });
});

test("a formula that is not there is named", () => {
  expect(() => mathOf("nothing")).toThrow("nothing");
});
