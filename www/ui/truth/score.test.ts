import { describe, expect, test } from "vitest";
import type { Agreement, Truth, TruthClick } from "../../engine.ts";
import { plan, requestFor, scoresOf } from "./score";

const METHODS = ["leave_one_out", "attention", "always_last", "best"];

function click(at: number, rule: TruthClick["rule"], named: TruthClick["named"], rank = 0): TruthClick {
  return { user: at, history: [], item: 1, rule, back: 1, truth: 1, named, rank };
}

function answer(clicks: TruthClick[], question: Truth["question"] = "which"): Truth {
  return { question, sources: [], methods: METHODS, clicks };
}

const many = (count: number, rule: TruthClick["rule"], named: TruthClick["named"], rank = 0) =>
  Array.from({ length: count }, (_, at) => click(at, rule, named, rank));

/** As the engine would; only who asked for what counts here. */
const fake = (pairs: readonly { named: number[]; truth: number[] }[]): Agreement[] =>
  pairs.map(({ named }, at) => ({
    ...{ n: named.length, hits: at, right: at, chance: 0, kappa: at, right_half: 0, kappa_half: 0 },
  }));

describe("what is asked to be scored", () => {
  test("a pair a method and group, in the order in which answers are put back", () => {
    const plans = [plan(answer([...many(40, "chain", [1, 0, 0, 1]), ...many(35, "brand", [0, 1, 0, 1])]), "all")];
    const request = requestFor(plans);
    expect(request.pairs).toHaveLength(3 * METHODS.length);
    expect(request.pairs[0]).toEqual({ named: [...Array(40).fill(1), ...Array(35).fill(0)], truth: Array(75).fill(1) });
    const [scores] = scoresOf(plans, fake(request.pairs));
    expect(scores?.n).toBe(75);
    expect(scores?.scores.leave_one_out).toMatchObject({ n: 75, hits: 40, agreement: { kappa: 0 } });
    expect(scores?.scores.attention).toMatchObject({ n: 75, hits: 35, agreement: { kappa: 1 } });
    const brand = scores?.rules.find(({ rule }) => rule === "brand");
    expect(brand?.scores.attention).toMatchObject({ n: 35, hits: 35, agreement: { n: 35 } });
  });

  test("fewer than 30 clicks are counted and not scored", () => {
    const plans = [plan(answer([...many(40, "chain", [1, 1, 0, 1]), ...many(29, "price", [1, 0, 0, 1])]), "all")];
    const request = requestFor(plans);
    expect(request.pairs.map(({ named }) => named.length)).not.toContain(29);
    const [scores] = scoresOf(plans, fake(request.pairs));
    const price = scores?.rules.find(({ rule }) => rule === "price");
    expect(price?.n).toBe(29);
    expect(price?.scores.leave_one_out).toEqual({ n: 29, hits: 29, agreement: null });
    expect(price?.scores.attention).toEqual({ n: 29, hits: 0, agreement: null });
  });

  test("the model's own are those of its first ten", () => {
    const clicks = [...many(40, "chain", [1, 1, 0, 1], 9), ...many(40, "chain", [0, 0, 0, 1], 10)];
    expect(plan(answer(clicks), "top").clicks).toHaveLength(40);
    expect(plan(answer(clicks), "all").clicks).toHaveLength(80);
  });

  test("a method that cannot be asked has no score, and takes no other's", () => {
    const plans = [plan(answer(many(40, "chain", [1, null, 0, 1])), "all")];
    const request = requestFor(plans);
    const [scores] = scoresOf(plans, fake(request.pairs));
    expect(scores?.scores.attention).toBeNull();
    expect(scores?.scores.leave_one_out).toMatchObject({ hits: 40 });
    expect(scores?.scores.always_last).toMatchObject({ n: 40, hits: 0 });
  });

  test("two questions share a request", () => {
    const pointed: Truth = {
      question: "pointed",
      sources: [{ name: "item" }, { name: "brand" }] as unknown as Truth["sources"],
      methods: ["weighted_part"],
      clicks: many(30, "chain", [1]),
    };
    const plans = [plan(answer(many(30, "chain", [1, 1, 1, 1])), "all"), plan(pointed, "all")];
    const request = requestFor(plans);
    const [, second] = scoresOf(plans, fake(request.pairs));
    expect(second?.scores.weighted_part?.agreement?.kappa).toBe(request.pairs.length - 2);
    expect(second?.rules.find(({ rule }) => rule === "chain")?.named.weighted_part).toEqual([0, 30]);
  });
});
